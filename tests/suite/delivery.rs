//! Delivery against scripted servers, TLS servers and, where it is installed, Postfix.

use std::path::Path;
use std::time::Duration;

use futures_util::future::join_all;
use verbale::delivery::{Courier, Settings, SmtpSettings, Verdict};
use verbale::mailbox::Tls;

use crate::support::postfix;
use crate::support::smtp_relay::{Manner, papers, relay};
use crate::support::smtp_script::{Dialogue, Fault, Step, parse, serve};

const LETTER: &[u8] =
    b"Subject: Receipt\r\nMessage-ID: <r1@fund.example>\r\n\r\n.hidden dot\r\n.\r\n..\r\nbye\r\n";
const DESK: &str = "desk@fund.example";
const MISSION: &str = "mission@state.example";

fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        host: "localhost".into(),
        port,
        tls: Tls::None,
        ca: None,
        login: None,
        hello: "desk.fund.example".into(),
        timeout: Duration::from_secs(10),
        connections: 1,
    }
}

fn kind(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Delivered(_) => "delivered",
        Verdict::Later(_) => "later",
        Verdict::Never(_) => "never",
    }
}

async fn send(courier: &mut Courier, to: &str, bytes: &[u8]) -> Verdict {
    courier.send(DESK, &[to.to_owned()], "r1@fund.example", bytes).await
}

fn dialogues() -> Vec<Dialogue> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialogues/smtp");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let read = |p: &std::path::PathBuf| {
        parse(&p.file_stem().unwrap().to_string_lossy(), &std::fs::read_to_string(p).unwrap())
    };
    paths.iter().map(read).collect()
}

#[tokio::test]
async fn dialogues_end_as_written() {
    let all = dialogues();
    assert!(all.len() >= 30, "{}", all.len());
    let count = all.len();
    join_all(all.into_iter().map(|dialogue| async move {
        let (port, seen) = serve(dialogue.clone(), None).await;
        let mut courier =
            Courier::new(Settings::Smtp(SmtpSettings { host: "127.0.0.1".into(), ..settings(port) }));
        for (wanted, words) in &dialogue.expect {
            let verdict = send(&mut courier, MISSION, LETTER).await;
            assert_eq!(kind(&verdict), wanted, "{}: {verdict:?}", dialogue.name);
            let said = verdict.words();
            assert!(said.contains(words.as_str()), "{}: {said:?} has no {words:?}", dialogue.name);
            assert!(
                said.chars().count() <= 300 && !said.contains(char::is_control),
                "{}: {said:?}",
                dialogue.name
            );
        }
        courier.rest().await;
        let seen = seen.lock().unwrap();
        assert_eq!(seen.complaints, Vec::<String>::new());
        assert!(seen.letters.iter().all(|letter| letter == LETTER), "{}: {:?}", dialogue.name, seen.letters);
    }))
    .await;
    println!("{count} dialogues played");
}

/// Plays every dialogue that ends with a delivery again, with `fault` at each line of the server.
async fn fault_at_every_line(fault: Fault, timeout: Duration) {
    let mut plays = Vec::new();
    for dialogue in dialogues() {
        if dialogue.expect.iter().all(|(verdict, _)| verdict != "delivered") {
            continue;
        }
        let lines = dialogue.steps.iter().filter(|step| matches!(step, Step::Say(_))).count();
        plays.extend((0..lines).map(|line| (dialogue.clone(), line)));
    }
    let count = plays.len();
    assert!(count > 60, "{count}");
    let visits = join_all(plays.into_iter().map(|(dialogue, line)| async move {
        let at = format!("{} line {line} {fault:?}", dialogue.name);
        let (port, seen) = serve(dialogue.clone(), Some((line, fault))).await;
        let settings = SmtpSettings { host: "127.0.0.1".into(), timeout, ..settings(port) };
        let mut courier = Courier::new(Settings::Smtp(settings));
        let mut verdicts = Vec::new();
        let work = async {
            for _ in &dialogue.expect {
                verdicts.push(send(&mut courier, MISSION, LETTER).await);
            }
            courier.rest().await;
        };
        tokio::time::timeout(Duration::from_secs(240), work).await.unwrap_or_else(|_| panic!("{at}: hangs"));
        let seen = seen.lock().unwrap();
        let delivered = verdicts.iter().filter(|v| matches!(v, Verdict::Delivered(_))).count();
        assert_eq!(delivered, seen.taken, "{at}: {verdicts:?}");
        let unknown =
            verdicts.iter().filter(|v| v.words().starts_with("outcome unknown: sent again")).count();
        assert_eq!(unknown, usize::from(seen.after_letter), "{at}: {verdicts:?}");
        for (verdict, (wanted, _)) in verdicts.iter().zip(&dialogue.expect) {
            assert!(kind(verdict) == wanted || matches!(verdict, Verdict::Later(_)), "{at}: {verdict:?}");
        }
        usize::from(seen.visited)
    }))
    .await;
    assert_eq!(visits.iter().sum::<usize>(), count, "every line was visited");
    println!("{count} lines visited with {fault:?}");
}

#[tokio::test]
async fn a_cut_at_any_line_loses_and_repeats_nothing() {
    fault_at_every_line(Fault::Cut, Duration::from_secs(10)).await;
}

#[tokio::test]
async fn silence_at_any_line_ends_in_time() {
    fault_at_every_line(Fault::Silent, Duration::from_millis(700)).await;
}

#[tokio::test]
async fn octets_arrive_exactly() {
    let (port, kept) = relay(Manner { offers: vec!["8BITMIME".into()], ..Manner::default() }).await;
    let mut courier = Courier::new(Settings::Smtp(settings(port)));
    let long =
        [b"X: y\r\n\r\n".as_slice(), &b".\xc3\xa9 a line of a long letter\r\n".repeat(20_000)].concat();
    let letters: [&[u8]; 6] =
        [LETTER, b"A: b\r\n\r\n\xff\x80\r\n", b".\r\n", b"A: b\r\n\r\n\r\n\r\n", b"\r\n", &long];
    for letter in letters {
        let verdict = courier.send("", &[MISSION.into(), "ü@state.example".into()][..1], "x@y", letter).await;
        assert_eq!(kind(&verdict), "delivered", "{verdict:?}");
    }
    let kept = kept.lock().unwrap();
    assert_eq!(kept.connections, 1);
    assert_eq!(kept.letters, letters);
    let mails: Vec<_> = kept.commands.iter().filter(|c| c.starts_with("MAIL")).map(String::as_str).collect();
    let (seven, eight) = ("MAIL FROM:<>", "MAIL FROM:<> BODY=8BITMIME");
    assert_eq!(mails, [seven, eight, seven, seven, seven, eight]);
}

#[tokio::test]
async fn what_the_relay_cannot_carry_is_not_begun() {
    let (port, kept) = relay(Manner::default()).await;
    let mut courier = Courier::new(Settings::Smtp(settings(port)));
    let verdict = send(&mut courier, MISSION, "é\r\n".as_bytes()).await;
    assert!(matches!(&verdict, Verdict::Later(w) if w.contains("8BITMIME")), "{verdict:?}");
    let verdict = send(&mut courier, "première@state.example", LETTER).await;
    assert!(matches!(&verdict, Verdict::Never(w) if w.contains("SMTPUTF8")), "{verdict:?}");
    let verdict = send(&mut courier, "a@b.example>\r\nRCPT TO:<c@d.example", LETTER).await;
    assert!(matches!(&verdict, Verdict::Never(_)), "{verdict:?}");
    assert!(kept.lock().unwrap().commands.iter().all(|c| c.starts_with("EHLO")));
}

#[tokio::test]
async fn tls_from_the_first_octet_and_by_starttls() {
    let papers = papers();
    for (implicit, tls) in [(true, Tls::Implicit), (false, Tls::StartTls)] {
        let offers = vec!["STARTTLS".into(), "AUTH PLAIN LOGIN".into()];
        let manner =
            Manner { tls: Some(papers.config.clone()), implicit, offers, accepts: true, ..Manner::default() };
        let (port, kept) = relay(manner).await;
        let login = Some(("desk".to_owned(), "letmein".to_owned()));
        let good = SmtpSettings { tls, login, ca: Some(papers.ca.clone().into_bytes()), ..settings(port) };
        let mut courier = Courier::new(Settings::Smtp(good.clone()));
        for _ in 0..2 {
            assert_eq!(
                send(&mut courier, MISSION, LETTER).await,
                Verdict::Delivered(format!("2.0.0 queued as {}", kept.lock().unwrap().letters.len()))
            );
        }
        assert_eq!(kept.lock().unwrap().connections, 1);
        assert!(kept.lock().unwrap().commands.contains(&"AUTH PLAIN AGRlc2sAbGV0bWVpbg==".to_owned()));
        // Unknown authority, wrong name: nothing is said to such a server.
        for bad in [
            SmtpSettings { ca: None, ..good.clone() },
            SmtpSettings { host: "127.0.0.1".into(), ..good.clone() },
        ] {
            let verdict = send(&mut Courier::new(Settings::Smtp(bad)), MISSION, LETTER).await;
            assert!(matches!(&verdict, Verdict::Later(w) if w.contains("TLS handshake")), "{verdict:?}");
        }
        assert_eq!(kept.lock().unwrap().letters.len(), 2);
    }
}

#[tokio::test]
async fn starttls_stripped_or_poisoned_sends_nothing() {
    let papers = papers();
    let smuggled = "250-relay.example\r\n250 AUTH PLAIN\r\n".to_owned();
    for (offers, smuggled) in [(vec![], String::new()), (vec!["STARTTLS".to_owned()], smuggled)] {
        let (port, kept) =
            relay(Manner { tls: Some(papers.config.clone()), offers, smuggled, ..Manner::default() }).await;
        let settings = SmtpSettings {
            tls: Tls::StartTls,
            ca: Some(papers.ca.clone().into_bytes()),
            login: Some(("desk".into(), "letmein".into())),
            ..settings(port)
        };
        let verdict = send(&mut Courier::new(Settings::Smtp(settings)), MISSION, LETTER).await;
        assert!(matches!(&verdict, Verdict::Later(_)), "{verdict:?}");
        let kept = kept.lock().unwrap();
        assert!(
            kept.commands.iter().all(|c| c.starts_with("EHLO") || c == "STARTTLS"),
            "{:?}",
            kept.commands
        );
    }
}

#[tokio::test]
async fn logins_are_made_as_offered_and_never_shown() {
    let login = Some(("desk".to_owned(), "letmein".to_owned()));
    for (offer, accepts, wanted, words) in [
        ("AUTH LOGIN", true, "delivered", "queued"),
        ("auth=login", true, "delivered", "queued"),
        ("AUTH PLAIN", true, "delivered", "queued"),
        ("AUTH PLAIN", false, "later", "AUTH: 535 5.7.8 wrong: AUTH PLAIN *** (***)"),
        ("AUTH LOGIN", false, "later", "AUTH: 535"),
        ("AUTH GSSAPI", true, "later", "does not offer AUTH"),
    ] {
        let (port, kept) = relay(Manner { offers: vec![offer.into()], accepts, ..Manner::default() }).await;
        let mut courier =
            Courier::new(Settings::Smtp(SmtpSettings { login: login.clone(), ..settings(port) }));
        let verdict = send(&mut courier, MISSION, LETTER).await;
        assert!(kind(&verdict) == wanted && verdict.words().contains(words), "{offer}: {verdict:?}");
        assert!(!format!("{verdict:?} {courier:?}").contains("letmein"));
        if offer == "AUTH LOGIN" {
            assert!(kept.lock().unwrap().commands.contains(&"bGV0bWVpbg==".to_owned()));
        }
    }
}

#[tokio::test]
async fn a_courier_works_in_a_task_of_its_own() {
    let (port, _) = relay(Manner::default()).await;
    let task = tokio::spawn(async move {
        send(&mut Courier::new(Settings::Smtp(settings(port))), MISSION, LETTER).await
    });
    assert_eq!(kind(&task.await.unwrap()), "delivered");
}

#[tokio::test]
async fn no_relay_is_later() {
    let port = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap().local_addr().unwrap().port();
    let verdict = send(&mut Courier::new(Settings::Smtp(settings(port))), MISSION, LETTER).await;
    assert!(matches!(&verdict, Verdict::Later(w) if w.starts_with("connecting: ")), "{verdict:?}");
}

#[tokio::test]
async fn files_are_whole_and_one_for_each_letter() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut courier = Courier::new(Settings::Files(out.clone()));
    for bytes in [LETTER, LETTER, b"other\r\n"] {
        let verdict = send(&mut courier, MISSION, bytes).await;
        assert_eq!(verdict, Verdict::Delivered("r1@fund.example.eml".into()));
        assert_eq!(std::fs::read(out.join("r1@fund.example.eml")).unwrap(), bytes);
    }
    assert_eq!(std::fs::read_dir(&out).unwrap().count(), 1);
    let verdict = courier.send(DESK, &[MISSION.into()], "../../escape", LETTER).await;
    assert!(matches!(&verdict, Verdict::Delivered(name) if !name.contains('/')), "{verdict:?}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    // A folder that cannot be is about the desk, not the letter.
    let verdict =
        send(&mut Courier::new(Settings::Files(out.join("r1@fund.example.eml"))), MISSION, LETTER).await;
    assert!(matches!(&verdict, Verdict::Later(_)), "{verdict:?}");
}

#[tokio::test]
async fn postfix_takes_refuses_and_defers() {
    let papers = papers();
    let Some(postfix) = postfix::start(&papers.certificate, &papers.key) else { return };
    let settings = SmtpSettings {
        tls: Tls::StartTls,
        ca: Some(papers.ca.into_bytes()),
        timeout: Duration::from_secs(30),
        ..settings(postfix.port)
    };
    let mut courier = Courier::new(Settings::Smtp(settings));
    let verdict = send(&mut courier, MISSION, LETTER).await;
    assert!(
        matches!(&verdict, Verdict::Delivered(w) if w.contains("queued as")),
        "{verdict:?} {}",
        postfix.log()
    );
    let verdict = send(&mut courier, "nobody@state.example", LETTER).await;
    assert!(matches!(&verdict, Verdict::Never(w) if w.contains("RCPT TO: 550 5.1.1")), "{verdict:?}");
    let verdict = send(&mut courier, "slow@state.example", LETTER).await;
    assert!(matches!(&verdict, Verdict::Later(w) if w.contains("450 4.2.0")), "{verdict:?}");
    let verdict = send(&mut courier, "someone@elsewhere.example", LETTER).await;
    assert!(matches!(&verdict, Verdict::Later(w) if w.contains("Relay access denied")), "{verdict:?}");
    let large = [LETTER, &b"a line that is not short\r\n".repeat(5_000)].concat();
    let verdict = send(&mut courier, MISSION, &large).await;
    assert!(matches!(&verdict, Verdict::Never(w) if w.contains("552 5.3.4")), "{verdict:?}");
    // All or none.
    let both = [MISSION.to_owned(), "nobody@state.example".to_owned()];
    let verdict = courier.send("", &both, "r2@fund.example", LETTER).await;
    assert!(matches!(&verdict, Verdict::Never(_)), "{verdict:?}");
    let verdict = courier.send("", &[MISSION.to_owned()], "r3@fund.example", LETTER).await;
    assert!(matches!(&verdict, Verdict::Delivered(_)), "{verdict:?}");
    courier.rest().await;
    // A Maildir has the system's line ends, and Postfix's headers above ours.
    let letter = String::from_utf8(LETTER.to_vec()).unwrap().replace("\r\n", "\n");
    let letters = postfix.letters("mission", 2);
    assert_eq!(letters.len(), 2);
    for text in letters.iter().map(|bytes| String::from_utf8_lossy(bytes)) {
        assert!(text.contains("using TLSv1.3") || text.contains("(Postfix)"), "{text}");
        let body = |s: &str| s.split_once("\n\n").unwrap().1.to_owned();
        assert_eq!(body(&text), body(&letter));
    }
    let log = postfix.log();
    assert_eq!(
        log.matches(": connect from").count(),
        2,
        "one to see that it is up, one for everything: {log}"
    );
}

//! The mailbox against a real Dovecot.

use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use verbale::mailbox::{ImapSettings, Mailbox, Pass, Settings, Tls};
use verbale::message::{Digest, ReceivedFrom};

use super::Memory;
use crate::support::dovecot::{Dovecot, USER};

const PASSWORD: &str = "pass word";

fn settings(server: &Dovecot) -> ImapSettings {
    ImapSettings { timeout: Duration::from_secs(20), ..super::settings(server.imap) }
}

/// Message `number`, with about so many bytes, in lines that end as on the wire.
fn mail(number: usize, bytes: usize) -> Vec<u8> {
    let mut text = format!(
        "From: mission{number}@state.example\r\nTo: desk@fund.example\r\nSubject: Note {number}\r\n\
         Message-ID: <{number}@state.example>\r\n\r\n"
    );
    while text.len() < bytes {
        text.push_str("The Permanent Mission presents its compliments to the office.\r\n");
    }
    text.into_bytes()
}

fn all(n: u64) -> Pass {
    Pass { server_has: n, we_hold: n, fetched: n }
}

/// Passes until one succeeds. An error is what a broken connection is expected to end in.
async fn persistent_pass(mailbox: &mut Mailbox, keeper: &mut Memory) -> (Pass, usize) {
    for failures in 0..20 {
        match mailbox.pass(keeper).await {
            Ok(pass) => return (pass, failures),
            Err(error) => println!("pass {failures}: {error}"),
        }
    }
    panic!("no pass succeeds");
}

#[tokio::test]
async fn a_thousand_messages_exactly_once_and_the_mailbox_is_left_as_it_was() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    for n in 0..1000 {
        server.put(n, &mail(n, 4096));
    }
    let before = server.files();
    let (mut mailbox, mut keeper) = (super::mailbox(&settings(&server)), Memory::default());
    assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), all(1000));
    assert_eq!(
        mailbox.pass(&mut keeper).await.unwrap(),
        Pass { fetched: 0, ..all(1000) },
        "nothing is fetched again on the same connection"
    );
    let mut another = super::mailbox(&settings(&server));
    assert_eq!(
        another.pass(&mut keeper).await.unwrap(),
        Pass { fetched: 0, ..all(1000) },
        "nor on a new one"
    );
    assert!(keeper.twice.is_empty());
    for (n, kept) in keeper.messages.iter().enumerate() {
        assert_eq!(kept.raw, mail(n, 4096), "message {n}, byte for byte, in the order of the folder");
        assert_eq!(kept.receipt.received.timestamp(), 1_503_100_000 + i64::try_from(n).unwrap());
        assert_eq!(kept.receipt.received_from, ReceivedFrom::InternalDate);
    }
    drop((mailbox, another));
    let flags = server.colleague(PASSWORD).command("FETCH 1:* (FLAGS)");
    assert!(!flags.iter().any(|l| l.contains("Seen") || l.contains("Deleted")), "{flags:?}");
    let plain = |files: Vec<(String, Vec<u8>)>| -> Vec<(String, Vec<u8>)> {
        // The colleague's SELECT, not we, moves new mail to `cur`.
        let mut files: Vec<_> = files
            .into_iter()
            .map(|(name, raw)| {
                let name = name.split_once('/').unwrap().1;
                (name.trim_end_matches(":2,").to_owned(), raw)
            })
            .collect();
        files.sort();
        files
    };
    assert_eq!(plain(server.files()), plain(before));
}

#[tokio::test]
async fn what_we_read_stays_where_it_lies() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    (0..10).for_each(|n| server.put(n, &mail(n, 100)));
    let before = server.files();
    let (mut mailbox, mut keeper) = (super::mailbox(&settings(&server)), Memory::default());
    assert_eq!(mailbox.pass(&mut keeper).await.unwrap_or_else(|e| panic!("{e} {}", server.log())), all(10));
    mailbox.pass(&mut keeper).await.unwrap();
    drop(mailbox);
    assert_eq!(server.files(), before, "same folders, names, flags and bytes");
}

#[tokio::test]
async fn mail_that_comes_while_idling_ends_the_wait() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    let settings = ImapSettings { poll: Duration::from_secs(600), ..settings(&server) };
    let (mut mailbox, mut keeper) = (super::mailbox(&settings), Memory::default());
    assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), all(0));
    let server = Arc::new(server);
    for n in 1..=3 {
        let at = Arc::clone(&server);
        let delivery = tokio::task::spawn_blocking(move || at.deliver(&mail(n as usize, 500)));
        // Far below the poll's ten minutes: what ends the wait is the server's word.
        tokio::time::timeout(Duration::from_secs(60), mailbox.wait()).await.expect("woken").unwrap();
        delivery.await.unwrap();
        assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), Pass { fetched: 1, ..all(n) });
    }
    assert!(keeper.twice.is_empty());
}

#[tokio::test]
async fn a_restart_in_the_middle_of_a_pass_or_between_two_loses_and_repeats_nothing() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    for n in 0..300 {
        server.put(n, &mail(n, 2000));
    }
    let server = Arc::new(Mutex::new(server));
    let settings = ImapSettings { poll: Duration::from_secs(600), ..settings(&server.lock().unwrap()) };
    let (mut mailbox, mut keeper) = (super::mailbox(&settings), Memory::default());
    let (at, restarts) = (Arc::clone(&server), Arc::new(Mutex::new(0)));
    let count = Arc::clone(&restarts);
    keeper.meanwhile = Some(Box::new(move |kept| {
        // While the second and the fourth batch are on their way.
        if kept == 0 || kept == 128 {
            at.lock().unwrap().start_again();
            *count.lock().unwrap() += 1;
        }
    }));
    let (pass, failures) = persistent_pass(&mut mailbox, &mut keeper).await;
    assert_eq!((pass.server_has, pass.we_hold), (300, 300));
    assert!(failures >= 2 && *restarts.lock().unwrap() == 2, "{failures} failures");
    keeper.meanwhile = None;
    // Between two passes, and while waiting.
    server.lock().unwrap().start_again();
    server.lock().unwrap().put(300, &mail(300, 100));
    let (pass, failures) = persistent_pass(&mut mailbox, &mut keeper).await;
    assert_eq!((pass, failures), (Pass { fetched: 1, ..all(301) }, 1));
    let at = Arc::clone(&server);
    let restart = tokio::task::spawn_blocking(move || at.lock().unwrap().start_again());
    assert!(mailbox.wait().await.is_err(), "a lost connection ends the wait with an error");
    restart.await.unwrap();
    let (pass, _) = persistent_pass(&mut mailbox, &mut keeper).await;
    assert_eq!(pass, Pass { fetched: 0, ..all(301) });
    assert!(keeper.twice.is_empty() && keeper.contents.len() == 301);
}

#[tokio::test]
async fn tls_from_the_first_byte_and_by_starttls() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    server.put(0, &mail(0, 10_000));
    for (tls, port) in [(Tls::Implicit, server.imaps), (Tls::StartTls, server.imap)] {
        let good = ImapSettings {
            host: "localhost".into(),
            port,
            tls,
            ca: Some(server.ca.clone().into_bytes()),
            ..settings(&server)
        };
        let mut keeper = Memory::default();
        assert_eq!(super::mailbox(&good).pass(&mut keeper).await.unwrap(), all(1), "{tls:?}");
        assert_eq!(keeper.messages[0].raw, mail(0, 10_000));
        // A certificate of an authority that we do not know, and one for another name.
        for bad in
            [ImapSettings { ca: None, ..good.clone() }, ImapSettings { host: "127.0.0.1".into(), ..good }]
        {
            let error =
                super::mailbox(&bad).pass(&mut Memory::default()).await.expect_err("refused").to_string();
            assert!(error.contains("TLS handshake") && error.contains("certificate"), "{error}");
        }
    }
}

#[tokio::test]
async fn a_wrong_password_is_said_and_not_shown() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    let wrong = ImapSettings { password: "no such word".into(), ..settings(&server) };
    let error = super::mailbox(&wrong).pass(&mut Memory::default()).await.unwrap_err().to_string();
    assert!(error.contains("check user name and password") && error.contains(USER), "{error}");
    assert!(!error.contains("no such word"), "{error}");
}

#[tokio::test]
async fn any_password_gets_in() {
    for password in [
        r#"with "quotes" in it"#,
        r"back\slash\\es\",
        "Grüße, 世界 и мир",
        "{5}",
        "100% (sure) *",
        &"long".repeat(200),
    ] {
        let Some(server) = Dovecot::start(password) else { return };
        server.put(0, &mail(0, 100));
        let settings = ImapSettings { password: password.into(), ..settings(&server) };
        let pass = super::mailbox(&settings).pass(&mut Memory::default()).await;
        assert_eq!(pass.unwrap_or_else(|e| panic!("{password}: {e}\n{}", server.log())), all(1));
    }
}

#[tokio::test]
async fn a_changed_uidvalidity_lists_everything_again() {
    let Some(mut server) = Dovecot::start(PASSWORD) else { return };
    (0..20).for_each(|n| server.put(n, &mail(n, 300)));
    let (mut mailbox, mut keeper) = (super::mailbox(&settings(&server)), Memory::default());
    assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), all(20));
    server.change_uidvalidity();
    server.put(20, &mail(20, 300));
    let (pass, _) = persistent_pass(&mut mailbox, &mut keeper).await;
    assert_eq!(pass, all(21), "the places are new");
    assert_eq!(keeper.contents.len(), 21, "the contents are not: the store knows them by their sums");
    assert!(keeper.twice.is_empty());
    let validities: std::collections::BTreeSet<u32> =
        keeper.messages.iter().map(|m| m.place.uidvalidity).collect();
    assert_eq!(validities.len(), 2);
}

#[tokio::test]
async fn what_is_too_large_keeps_its_headers() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    server.put(0, &mail(0, 1000));
    server.put(1, &mail(1, 100_000));
    server.put(2, &mail(2, 1000));
    let mut mailbox = Mailbox::new(Settings::Imap(settings(&server)), 50_000, vec![]);
    let mut keeper = Memory::default();
    assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), all(3));
    let large = keeper.messages.iter().find(|m| m.too_large).unwrap();
    assert_eq!(keeper.messages.iter().filter(|m| m.too_large).count(), 1);
    let whole = mail(1, 100_000);
    let head = &whole[..whole.windows(4).position(|w| w == b"\r\n\r\n").unwrap() + 4];
    assert_eq!((large.raw.as_slice(), large.size), (head, whole.len() as u64));
    assert_eq!((&large.receipt.sha256, large.receipt.size), (&Digest::of(head), head.len() as u64));
}

#[tokio::test]
async fn a_big_message_in_slices_equals_its_file() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    let whole = mail(0, 20 * 1024 * 1024);
    server.put(0, &whole);
    server.put(1, &mail(1, 8 * 1024 * 1024 - 64)); // about the size of one slice
    let mut mailbox = Mailbox::new(Settings::Imap(settings(&server)), 50 << 20, vec![]);
    let mut keeper = Memory::default();
    assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), all(2));
    let big = keeper.messages.iter().find(|m| m.size == whole.len() as u64).unwrap();
    assert!(big.raw == whole && !big.too_large);
    assert_eq!(big.receipt.sha256, Digest::of(&whole));
}

#[tokio::test]
async fn mail_that_a_colleague_deletes_meanwhile_is_no_trouble() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    (0..200).for_each(|n| server.put(n, &mail(n, 1000)));
    let (mut mailbox, mut keeper) = (super::mailbox(&settings(&server)), Memory::default());
    let mut colleague = server.colleague(PASSWORD);
    keeper.meanwhile = Some(Box::new(move |kept| {
        if kept == 0 {
            colleague.command(r"UID STORE 50,100:110,150,200 +FLAGS.SILENT (\Deleted)");
            colleague.command("EXPUNGE");
        }
    }));
    let first = mailbox.pass(&mut keeper).await.unwrap();
    assert!(first.fetched >= 186 && first.server_has <= 200, "{first:?}");
    assert_eq!(first.server_has, first.we_hold, "what is gone is not owed");
    keeper.meanwhile = None;
    server.deliver(&mail(500, 100));
    let pass = mailbox.pass(&mut keeper).await.unwrap();
    // 14 left (one of them after we had it), one came; the comparison of everything says so.
    assert_eq!((pass.server_has, pass.fetched), (187, 1), "{pass:?}");
    assert_eq!(pass.server_has, pass.we_hold);
    let uids: std::collections::BTreeSet<u32> =
        keeper.messages.iter().map(|m| m.place.uid.parse().unwrap()).collect();
    assert!(
        (1..=201)
            .filter(|u| ![100, 105, 110, 150, 200].contains(u))
            .all(|u| { uids.contains(&u) || (100..=110).contains(&u) })
    );
    assert!(keeper.twice.is_empty());
}

/// Figures, to be looked at: `cargo test --release --test suite measure -- --ignored --nocapture`.
#[tokio::test]
#[ignore = "prints figures; run it in release"]
async fn measure() {
    let Some(server) = Dovecot::start(PASSWORD) else { return };
    for n in 0..1000 {
        server.put(n, &mail(n, 4096));
    }
    for run in 0..7 {
        let (mut mailbox, mut keeper) = (super::mailbox(&settings(&server)), Memory::default());
        let begun = Instant::now();
        assert_eq!(mailbox.pass(&mut keeper).await.unwrap(), all(1000));
        println!("run {run}: 1,000 messages of 4 KiB in {:.1?}", begun.elapsed());
    }
    let (mut mailbox, mut keeper) = (super::mailbox(&settings(&server)), Memory::default());
    mailbox.pass(&mut keeper).await.unwrap();
    let begun = Instant::now();
    for _ in 0..100 {
        mailbox.pass(&mut keeper).await.unwrap();
    }
    println!("a pass without news: {:.1?}", begun.elapsed() / 100);
    for n in 0..5 {
        server.deliver(&mail(2000 + n, 4096));
        let begun = Instant::now();
        assert_eq!(mailbox.pass(&mut keeper).await.unwrap().fetched, 1);
        println!("a pass with one new message: {:.1?}", begun.elapsed());
    }
    drop(mailbox);
    // Another client idles beside us: the moment at which it is told is the server's notice.
    let server = Arc::new(server);
    let idling = ImapSettings { poll: Duration::from_secs(600), ..settings(&server) };
    let mut mailbox = super::mailbox(&idling);
    mailbox.pass(&mut keeper).await.unwrap();
    let (tell, told) = mpsc::channel();
    let mut beside = server.colleague(PASSWORD);
    std::thread::spawn(move || {
        beside.say("i IDLE");
        loop {
            let line = beside.line();
            if (line.starts_with('+') || line.contains("EXISTS")) && tell.send(Instant::now()).is_err() {
                return;
            }
        }
    });
    told.recv().unwrap();
    for n in 0..5 {
        let at = Arc::clone(&server);
        let delivery = tokio::task::spawn_blocking(move || {
            std::thread::sleep(Duration::from_millis(50)); // so that IDLE stands
            at.deliver(&mail(3000 + n, 4096));
            Instant::now()
        });
        mailbox.wait().await.unwrap();
        let woken = Instant::now();
        assert_eq!(mailbox.pass(&mut keeper).await.unwrap().fetched, 1);
        let kept = Instant::now();
        let (delivered, notice) = (delivery.await.unwrap(), told.recv().unwrap());
        println!(
            "IDLE: kept {:.1?} after delivery, {:.1} ms after the notice to another client, {:.1?} after waking",
            kept - delivered,
            kept.saturating_duration_since(notice).as_secs_f64() * 1000.0,
            kept - woken,
        );
    }
}

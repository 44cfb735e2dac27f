//! Scripted servers: `tests/dialogues/imap/*.txt`, played line by line, and servers that misbehave.
//!
//! In a dialogue `S:` is said by the server, `C:` is awaited from the client (without its tag), `CUT` ends the
//! connection; `EXPECT pass HAS HOLD FETCHED`, `EXPECT error WORDS` and `WAIT ok|error` say, in this order, what the
//! mailbox is asked to do and how that ends. `{tag}` is the tag of the last command; `#` begins a remark.

use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;
use verbale::mailbox::{Error, ImapSettings, Pass, Tls};

use super::{Memory, mailbox, settings};

/// The next line from the client as (tag, rest); None at the end of the connection.
async fn client_line(reader: &mut (impl tokio::io::AsyncBufRead + Unpin)) -> Option<(String, String)> {
    let mut line = String::new();
    if reader.read_line(&mut line).await.ok()? == 0 {
        return None;
    }
    let line = line.trim_end();
    Some(match line.split_once(' ') {
        Some((tag, rest)) => (tag.to_owned(), rest.to_owned()),
        None => (String::new(), line.to_owned()),
    })
}

/// Where the connection is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    /// Before the line of this number, the server's or the client's.
    Before(usize),
    /// In the middle of this line of the server.
    Within(usize),
    Never,
}

/// Plays `lines` to one client; tells whether the cut was reached.
async fn play(listener: &TcpListener, lines: &[String], cut: Cut) -> bool {
    let (socket, _) = listener.accept().await.unwrap();
    let (read, mut write) = socket.into_split();
    let mut reader = BufReader::new(read);
    let mut tag = String::new();
    for (number, line) in lines.iter().enumerate() {
        if cut == Cut::Before(number) {
            return true;
        }
        if let Some(text) = line.strip_prefix("S: ") {
            let mut octets = (text.replace("{tag}", &tag) + "\r\n").into_bytes();
            if cut == Cut::Within(number) {
                octets.truncate(octets.len() / 2);
            }
            if write.write_all(&octets).await.is_err() {
                return false;
            }
            if cut == Cut::Within(number) {
                return true;
            }
        } else if let Some(want) = line.strip_prefix("C: ") {
            let Some((got_tag, got)) = client_line(&mut reader).await else { return false };
            if want == "DONE" {
                assert_eq!(got_tag + &got, want);
            } else {
                assert_eq!(got, want);
                tag = got_tag;
            }
        } else if line == "CUT" {
            return true;
        }
    }
    while client_line(&mut reader).await.is_some() {} // until the client goes
    false
}

fn dialogues() -> Vec<(String, Vec<String>)> {
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/dialogues/imap");
    let mut all: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            // An editor may strip the blank after `S:`.
            let lines =
                text.lines().map(|l| if l == "S:" { "S: ".to_owned() } else { l.to_owned() }).collect();
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), lines)
        })
        .collect();
    all.sort();
    assert!(all.len() >= 20, "{} dialogues", all.len());
    all
}

#[tokio::test]
async fn dialogues_end_as_they_say() {
    for (name, lines) in dialogues() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let settings = settings(listener.local_addr().unwrap().port());
        let script = lines.clone();
        let server = tokio::spawn(async move { play(&listener, &script, Cut::Never).await });
        let (mut mailbox, mut keeper) = (mailbox(&settings), Memory::default());
        let steps = lines.iter().filter(|l| l.starts_with("EXPECT") || l.starts_with("WAIT"));
        for step in steps {
            let words: Vec<&str> = step.splitn(3, ' ').collect();
            match words[..] {
                ["EXPECT", "pass", counts] => {
                    let n: Vec<u64> = counts.split(' ').map(|n| n.parse().unwrap()).collect();
                    let pass = mailbox.pass(&mut keeper).await.unwrap_or_else(|e| panic!("{name}: {e}"));
                    assert_eq!(pass, Pass { server_has: n[0], we_hold: n[1], fetched: n[2] }, "{name}");
                }
                ["EXPECT", "error", want] => {
                    let error = mailbox.pass(&mut keeper).await.unwrap_err().to_string();
                    assert!(error.contains(want) && !error.contains("pass word"), "{name}: {error}");
                }
                ["WAIT", "ok"] => mailbox.wait().await.unwrap_or_else(|e| panic!("{name}: {e}")),
                ["WAIT", "error"] => {
                    assert!(matches!(mailbox.wait().await, Err(Error::Mailbox(_))), "{name}");
                }
                _ => panic!("{name}: {step}"),
            }
        }
        drop(mailbox);
        server.await.unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(keeper.twice.is_empty(), "{name}");
    }
}

/// The connection is cut before every line of a good dialogue and within every line of the server; then a healthy
/// server gives all, exactly once.
#[tokio::test]
async fn a_cut_at_any_line_loses_and_repeats_nothing() {
    let lines = dialogues().into_iter().find(|(name, _)| name == "good").unwrap().1;
    let lines: Vec<String> =
        lines.into_iter().filter(|l| l.starts_with("S: ") || l.starts_with("C: ")).collect();
    let within = (0..lines.len()).filter(|n| lines[*n].starts_with("S: ")).map(Cut::Within);
    let cuts: Vec<Cut> = (0..lines.len()).map(Cut::Before).chain(within).collect();
    let listener = Arc::new(TcpListener::bind("127.0.0.1:0").await.unwrap());
    let settings = settings(listener.local_addr().unwrap().port());
    let mut visited = 0;
    for cut in &cuts {
        let (mut mailbox, mut keeper) = (mailbox(&settings), Memory::default());
        let (at, script, there) = (Arc::clone(&listener), lines.clone(), *cut);
        let server = tokio::spawn(async move { play(&at, &script, there).await });
        let broken = mailbox.pass(&mut keeper).await;
        assert!(matches!(broken, Err(Error::Mailbox(_))), "{cut:?}");
        visited += usize::from(server.await.unwrap());
        // What was kept before the cut is known; nothing is in this dialogue, since its one batch never ended.
        assert!(keeper.messages.is_empty());
        // After a failed fetch each message of that batch is asked for alone.
        let (Cut::Before(reached) | Cut::Within(reached)) = *cut else { panic!() };
        let alone = lines[..=reached].iter().any(|l| l.contains("PEEK"));
        let script = if alone { one_by_one(&lines) } else { lines.clone() };
        let at = Arc::clone(&listener);
        let server = tokio::spawn(async move { play(&at, &script, Cut::Never).await });
        let pass = mailbox.pass(&mut keeper).await.unwrap_or_else(|e| panic!("after {cut:?}: {e}"));
        assert_eq!(pass, Pass { server_has: 3, we_hold: 3, fetched: 3 });
        assert!(keeper.twice.is_empty() && keeper.contents.len() == 3);
        drop(mailbox);
        server.await.unwrap();
    }
    assert_eq!(visited, cuts.len());
    println!("cut at {visited} points");
}

fn one_by_one(lines: &[String]) -> Vec<String> {
    let at = lines.iter().position(|l| l.contains("PEEK")).unwrap();
    let mut out = lines[..at].to_vec();
    for (uid, message) in ["4", "9", "11"].iter().zip(lines[at + 1..].chunks(4)) {
        out.push(format!("C: UID FETCH {uid} (UID INTERNALDATE BODY.PEEK[])"));
        out.extend_from_slice(message);
        out.push("S: {tag} OK done".into());
    }
    out
}

#[tokio::test]
async fn a_silent_server_is_left_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let settings = ImapSettings {
        timeout: Duration::from_millis(50),
        ..settings(listener.local_addr().unwrap().port())
    };
    for tls in [Tls::None, Tls::StartTls, Tls::Implicit] {
        let error = mailbox(&ImapSettings { tls, ..settings.clone() }).pass(&mut Memory::default()).await;
        assert!(matches!(error, Err(Error::Mailbox(_))), "{tls:?}");
    }
}

#[tokio::test]
async fn a_server_that_hides_starttls_gets_no_password() {
    for answer in ["* PREAUTH hello", "* OK hello"] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let settings = ImapSettings { tls: Tls::StartTls, ..settings(listener.local_addr().unwrap().port()) };
        let server = tokio::spawn(async move {
            let (mut socket, _) = listener.accept().await.unwrap();
            socket.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
            let (read, mut write) = socket.split();
            let (mut said, mut reader) = (Vec::new(), BufReader::new(read));
            while let Some((tag, line)) = client_line(&mut reader).await {
                said.push(line);
                let _ = write.write_all(format!("{tag} BAD unknown\r\n").as_bytes()).await;
            }
            said
        });
        let error = mailbox(&settings).pass(&mut Memory::default()).await.unwrap_err().to_string();
        assert!(error.contains("does not offer STARTTLS"), "{error}");
        assert!(server.await.unwrap().iter().all(|line| line == "STARTTLS"));
    }
}

/// A server that lies about sizes is left before it costs memory; its other messages are not lost.
#[tokio::test]
async fn a_server_that_sends_more_than_was_asked_for_is_left() {
    for lie in [
        "* 1 FETCH (UID 1 BODY[] {500000000}\r\n".to_owned(),
        format!("* 1 FETCH (UID 1 FLAGS ({}", "\\Seen ".repeat(100_000)),
        format!("* OK {}\r\n", "still working ".repeat(500)).repeat(5_000),
    ] {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let settings = ImapSettings {
            timeout: Duration::from_secs(60),
            ..settings(listener.local_addr().unwrap().port())
        };
        let server = tokio::spawn(async move {
            let (socket, _) = listener.accept().await.unwrap();
            let (_read, mut write) = socket.into_split();
            let _ = write.write_all(b"* PREAUTH [CAPABILITY IMAP4rev1] welcome\r\n").await;
            let _ = write.write_all(lie.as_bytes()).await;
            std::future::pending::<()>().await; // it keeps the connection: leaving is ours
        });
        let error = mailbox(&settings).pass(&mut Memory::default()).await.unwrap_err().to_string();
        assert!(error.contains("more than was asked for"), "{error}");
        server.abort();
    }
}

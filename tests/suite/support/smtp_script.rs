//! An SMTP server that plays a dialogue file, whole or with a fault at one of its lines.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// One step of the server.
#[derive(Debug, Clone)]
pub enum Step {
    Say(Vec<u8>),
    Hear(String),
    Letter,
    Cut,
    Silent,
}

/// A dialogue file.
#[derive(Debug, Clone)]
pub struct Dialogue {
    pub name: String,
    /// Verdict and words, one a letter.
    pub expect: Vec<(String, String)>,
    pub steps: Vec<Step>,
}

/// What goes wrong at a line of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    Cut,
    Silent,
}

/// What the server saw.
#[derive(Debug, Default)]
pub struct Seen {
    pub complaints: Vec<String>,
    pub letters: Vec<Vec<u8>>,
    /// Letters answered with 250.
    pub taken: usize,
    /// Whether the fault's line was reached, and whether a letter was waiting for its answer there.
    pub visited: bool,
    pub after_letter: bool,
}

/// Reads a dialogue file.
pub fn parse(name: &str, text: &str) -> Dialogue {
    let (mut expect, mut steps) = (Vec::new(), Vec::new());
    for line in text.lines() {
        if let Some(line) = line.strip_prefix("EXPECT ") {
            let (verdict, words) = line.split_once(' ').unwrap_or((line, ""));
            expect.push((verdict.to_owned(), words.to_owned()));
        } else if let Some(line) = line.strip_prefix("S: ") {
            let mut octets = unescape(line);
            octets.extend_from_slice(b"\r\n");
            steps.push(Step::Say(octets));
        } else if let Some(line) = line.strip_prefix("C: ") {
            steps.push(Step::Hear(line.to_owned()));
        } else {
            match line {
                "LETTER" => steps.push(Step::Letter),
                "CUT" => steps.push(Step::Cut),
                "SILENT" => steps.push(Step::Silent),
                line => assert!(line.is_empty() || line.starts_with('#'), "{name}: {line}"),
            }
        }
    }
    Dialogue { name: name.to_owned(), expect, steps }
}

/// `\n`, `\r`, `\xNN`, and `{words*NUMBER}`.
fn unescape(line: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if let Some(after) = rest.strip_prefix("\\x") {
            out.push(u8::from_str_radix(&after[..2], 16).unwrap());
            rest = &after[2..];
        } else if let Some(after) = rest.strip_prefix("\\r") {
            out.push(b'\r');
            rest = after;
        } else if let Some(after) = rest.strip_prefix("\\n") {
            out.push(b'\n');
            rest = after;
        } else if let Some((words, after)) = rest.strip_prefix('{').and_then(|r| r.split_once('}')) {
            let (words, times) = words.split_once('*').unwrap();
            out.extend(unescape(words).repeat(times.parse().unwrap()));
            rest = after;
        } else {
            out.extend_from_slice(c.to_string().as_bytes());
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// Plays the dialogue on a port of its own; `fault` strikes at the server's line of that number (from 0). Runs until
/// the task is dropped: after its last step the server takes connections and says nothing, or closes them (fault Cut).
pub async fn serve(dialogue: Dialogue, fault: Option<(usize, Fault)>) -> (u16, Arc<Mutex<Seen>>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let seen = Arc::new(Mutex::new(Seen::default()));
    let log = seen.clone();
    tokio::spawn(async move {
        let mut held = Vec::new();
        let mut stream: Option<BufReader<TcpStream>> = None;
        let mut line_of_server = 0;
        let mut waiting = false;
        for step in &dialogue.steps {
            if stream.is_none() {
                stream = Some(BufReader::new(listener.accept().await.unwrap().0));
            }
            let s = stream.as_mut().unwrap();
            match step {
                Step::Say(octets) => {
                    if let Some((at, fault)) = fault
                        && at == line_of_server
                    {
                        {
                            let mut seen = log.lock().unwrap();
                            (seen.visited, seen.after_letter) = (true, waiting);
                        }
                        let stream = stream.take();
                        return gone(listener, fault, stream).await;
                    }
                    line_of_server += 1;
                    let _ = s.get_mut().write_all(octets).await;
                    if waiting && octets.get(3) != Some(&b'-') {
                        waiting = false;
                        log.lock().unwrap().taken += usize::from(octets.starts_with(b"250"));
                    }
                }
                Step::Hear(wanted) => {
                    let mut line = String::new();
                    let _ = s.read_line(&mut line).await;
                    let line = line.trim_end();
                    let fits =
                        wanted.strip_suffix('*').map_or(line == wanted, |start| line.starts_with(start));
                    if !fits {
                        log.lock()
                            .unwrap()
                            .complaints
                            .push(format!("{}: wanted {wanted}, heard {line}", dialogue.name));
                    }
                }
                Step::Letter => {
                    let letter = read_letter(s).await;
                    log.lock().unwrap().letters.push(letter);
                    waiting = true;
                }
                Step::Cut => stream = None,
                Step::Silent => held.extend(stream.take()),
            }
        }
        gone(listener, Fault::Silent, stream).await;
    });
    (port, seen)
}

async fn gone(listener: TcpListener, fault: Fault, stream: Option<BufReader<TcpStream>>) {
    let mut held = Vec::new();
    if fault == Fault::Silent {
        held.extend(stream.map(BufReader::into_inner));
    } else {
        drop(stream);
    }
    while let Ok((stream, _)) = listener.accept().await {
        if fault == Fault::Silent {
            held.push(stream);
        }
    }
}

/// The letter as the server keeps it, up to the final dot, dots taken out again.
pub async fn read_letter<S: tokio::io::AsyncRead + Unpin>(stream: &mut BufReader<S>) -> Vec<u8> {
    let mut letter = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await.unwrap_or(0) == 0 || line == b".\r\n" {
            return letter;
        }
        letter.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

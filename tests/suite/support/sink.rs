//! A relay on loopback that takes letters, or misbehaves as told.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, ErrorKind, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What the relay does with a letter after its final dot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// 250.
    Taken,
    /// 451: not now. Such a letter has not arrived.
    Deferred,
    /// The letter is taken, but the connection ends without a word.
    Cut,
}

/// How the relay behaves.
#[derive(Debug, Clone, Default)]
pub struct Manner {
    /// Every so many letters get this answer instead of 250.
    pub every: Option<(usize, Answer)>,
    /// Waits between the final dot and its answer.
    pub delay: Duration,
    /// A recipient that is answered 550.
    pub unknown: Option<String>,
    /// Connections are opened and nothing is ever said.
    pub silent: bool,
}

/// A letter whose final dot was seen.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Without brackets.
    pub message_id: String,
    /// Without brackets.
    pub in_reply_to: Option<String>,
    pub to: Vec<String>,
    pub bytes: Vec<u8>,
    /// When the final dot was read.
    pub dot: Instant,
    pub answer: Answer,
}

struct Inner {
    manner: Manner,
    /// Counts final dots.
    dots: usize,
    arrivals: Vec<Arrival>,
    connections: Vec<TcpStream>,
}

/// The relay. It listens until it is dropped, or told to [`Sink::close`].
pub struct Sink {
    pub port: u16,
    inner: Arc<Mutex<Inner>>,
    open: Arc<AtomicBool>,
    end: Arc<AtomicBool>,
}

impl Sink {
    pub fn new(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let inner = Inner { manner, dots: 0, arrivals: Vec::new(), connections: Vec::new() };
        let sink = Self {
            port,
            inner: Arc::new(Mutex::new(inner)),
            open: Arc::new(AtomicBool::new(true)),
            end: Arc::new(AtomicBool::new(false)),
        };
        let (inner, open, end) = (sink.inner.clone(), sink.open.clone(), sink.end.clone());
        std::thread::spawn(move || listen(listener, port, &inner, &open, &end));
        sink
    }

    pub fn behave(&self, manner: Manner) {
        self.inner.lock().unwrap().manner = manner;
    }

    /// Nobody listens any more; open connections end.
    pub fn close(&self) {
        self.open.store(false, Ordering::SeqCst);
        super::until("the relay is down", || TcpStream::connect(("127.0.0.1", self.port)).is_err());
        self.hang_up();
    }

    pub fn open(&self) {
        self.open.store(true, Ordering::SeqCst);
    }

    /// Ends all connections.
    pub fn hang_up(&self) {
        for stream in self.inner.lock().unwrap().connections.drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Letters that the relay took, in order, with those taken without a word.
    pub fn arrivals(&self) -> Vec<Arrival> {
        let inner = self.inner.lock().unwrap();
        inner.arrivals.iter().filter(|a| a.answer != Answer::Deferred).cloned().collect()
    }

    /// Final dots with this answer so far.
    pub fn answered(&self, answer: Answer) -> usize {
        self.inner.lock().unwrap().arrivals.iter().filter(|a| a.answer == answer).count()
    }

    /// Connections that were opened so far.
    pub fn connections(&self) -> usize {
        self.inner.lock().unwrap().connections.len()
    }

    /// Arrivals by Message-ID.
    pub fn by_id(&self) -> BTreeMap<String, Vec<Arrival>> {
        let mut by_id: BTreeMap<String, Vec<Arrival>> = BTreeMap::new();
        for arrival in self.arrivals() {
            by_id.entry(arrival.message_id.clone()).or_default().push(arrival);
        }
        by_id
    }

    /// How many different notes were answered (by In-Reply-To).
    pub fn notes_answered(&self) -> usize {
        let arrivals = self.arrivals();
        arrivals
            .iter()
            .filter_map(|a| a.in_reply_to.as_deref())
            .collect::<std::collections::BTreeSet<_>>()
            .len()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.end.store(true, Ordering::SeqCst);
    }
}

fn listen(first: TcpListener, port: u16, inner: &Arc<Mutex<Inner>>, open: &AtomicBool, end: &AtomicBool) {
    let mut listener = Some(first);
    while !end.load(Ordering::SeqCst) {
        if !open.load(Ordering::SeqCst) {
            listener = None;
        } else if listener.is_none() {
            listener = TcpListener::bind(("127.0.0.1", port)).ok();
        }
        let Some(listening) = &listener else {
            std::thread::sleep(Duration::from_millis(5));
            continue;
        };
        listening.set_nonblocking(true).unwrap();
        match listening.accept() {
            Ok((stream, _)) => {
                stream.set_nonblocking(false).unwrap();
                stream.set_nodelay(true).unwrap();
                let inner = inner.clone();
                inner.lock().unwrap().connections.push(stream.try_clone().unwrap());
                std::thread::spawn(move || {
                    // A broken connection is the client's end, or ours; either is the test's matter.
                    let _ = serve(&stream, &inner);
                    let _ = stream.shutdown(Shutdown::Both);
                });
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                std::thread::sleep(Duration::from_millis(2))
            }
            Err(error) => panic!("the relay cannot listen: {error}"),
        }
    }
}

fn serve(stream: &TcpStream, inner: &Mutex<Inner>) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream);
    let mut out = stream;
    if inner.lock().unwrap().manner.silent {
        // Reads until the client gives up.
        return std::io::copy(&mut lines, &mut std::io::sink()).map(|_| ());
    }
    out.write_all(b"220 sink.example ESMTP\r\n")?;
    let mut to = Vec::new();
    let mut line = String::new();
    loop {
        line.clear();
        if lines.read_line(&mut line)? == 0 {
            return Ok(());
        }
        let command = line.trim_end().to_owned();
        let upper = command.to_ascii_uppercase();
        if upper.starts_with("EHLO") {
            out.write_all(b"250-sink.example\r\n250-8BITMIME\r\n250 SIZE 50000000\r\n")?;
        } else if upper.starts_with("MAIL") || upper.starts_with("RSET") {
            to.clear();
            out.write_all(b"250 2.1.0 fine\r\n")?;
        } else if upper.starts_with("RCPT") {
            let address = command.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
            if inner.lock().unwrap().manner.unknown.as_ref() == Some(&address) {
                out.write_all(b"550 5.1.1 no such user here\r\n")?;
            } else {
                to.push(address);
                out.write_all(b"250 2.1.5 fine\r\n")?;
            }
        } else if upper == "DATA" {
            out.write_all(b"354 go on\r\n")?;
            let Some(bytes) = letter(&mut lines)? else { return Ok(()) };
            let (answer, delay) = take(inner, &to, bytes);
            std::thread::sleep(delay);
            match answer {
                Answer::Taken => out.write_all(b"250 2.0.0 taken\r\n")?,
                Answer::Deferred => out.write_all(b"451 4.3.0 try again later\r\n")?,
                Answer::Cut => return Ok(()),
            }
        } else if upper == "QUIT" {
            return out.write_all(b"221 bye\r\n");
        } else {
            out.write_all(b"502 5.5.1 what?\r\n")?;
        }
    }
}

/// The letter up to its final dot, dots undone; none when the connection ended before.
fn letter(lines: &mut impl std::io::BufRead) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    loop {
        let mut line = Vec::new();
        if lines.read_until(b'\n', &mut line)? == 0 || line.last() != Some(&b'\n') {
            return Ok(None);
        }
        if line == b".\r\n" {
            return Ok(Some(bytes));
        }
        bytes.extend_from_slice(line.strip_prefix(b".").unwrap_or(&line));
    }
}

fn take(inner: &Mutex<Inner>, to: &[String], bytes: Vec<u8>) -> (Answer, Duration) {
    let mut inner = inner.lock().unwrap();
    inner.dots += 1;
    let answer = match inner.manner.every {
        Some((n, answer)) if inner.dots.is_multiple_of(n) => answer,
        _ => Answer::Taken,
    };
    let arrival = Arrival {
        message_id: header(&bytes, "Message-ID").unwrap_or_default(),
        in_reply_to: header(&bytes, "In-Reply-To"),
        to: to.to_vec(),
        bytes,
        dot: Instant::now(),
        answer,
    };
    inner.arrivals.push(arrival);
    (answer, inner.manner.delay)
}

/// A header's value on one line, without angle brackets.
pub fn header(bytes: &[u8], name: &str) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let head = text.split("\r\n\r\n").next()?.replace("\r\n ", " ").replace("\r\n\t", " ");
    head.split("\r\n").find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim().trim_matches(['<', '>']).to_owned())
    })
}

//! The stream under lettre's connection: keeps what a server may do to us within bounds.
//!
//! lettre reads replies with an unbounded `read_line`, fails on octets that are not UTF-8 and on a reply of three
//! digits alone (RFC 5321 §4.2 wants both taken), forgets the reply to EHLO but for a few keywords, and lets octets that
//! came before a STARTTLS handshake stand as answers given inside it. So it is given this stream, which hands on one
//! line at a time, in the form that lettre reads, and no line or reply above the limits; which joins what lettre
//! writes in several pieces until an answer is awaited; and whose socket can be exchanged for a TLS one.

use std::fmt;
use std::io::{Error, ErrorKind, Result};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

/// Longest reply line with its line end; RFC 5321 §4.5.3.1.5 allows 512 octets, lettre takes 1000.
const LINE: usize = 1000;
/// Longest reply, in octets: a hundred lines of EHLO. lettre parses the whole of it again at every line, so that ten
/// times as much would cost a hundred times the work.
const REPLY: usize = 8 * 1024;
/// Octets of a letter that are collected before they are written.
const PIECE: usize = 64 * 1024;

/// What the octets travel on.
pub(super) enum Socket {
    /// Taken out, or lost.
    None,
    /// Clear text.
    Plain(TcpStream),
    /// TLS.
    Tls(Box<TlsStream<TcpStream>>),
}

struct State {
    socket: Socket,
    /// Read and not yet cut into lines; at most one line and one read.
    raw: Vec<u8>,
    /// One line in lettre's form, and how much of it was handed on.
    line: Vec<u8>,
    given: usize,
    /// Written by lettre and not yet by us.
    outgoing: Vec<u8>,
    written: usize,
    /// Commands that go out right behind the next one (RFC 2920), and their number.
    behind: Vec<u8>,
    grouped: usize,
    /// Commands that went out before lettre says them.
    ahead: usize,
    /// The reply since the last command, as text lines.
    heard: String,
    ended: bool,
}

/// A handle to the stream; lettre has one, the dialogue another.
#[derive(Clone)]
pub(super) struct Wire(Arc<Mutex<State>>);

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wire")
    }
}

impl Wire {
    pub(super) fn new(socket: Socket) -> Self {
        Self(Arc::new(Mutex::new(State {
            socket,
            raw: Vec::new(),
            line: Vec::new(),
            given: 0,
            outgoing: Vec::new(),
            written: 0,
            behind: Vec::new(),
            grouped: 0,
            ahead: 0,
            heard: String::new(),
            ended: false,
        })))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The lines of the last reply, codes included, joined by `\n`.
    pub(super) fn heard(&self) -> String {
        self.state().heard.clone()
    }

    /// Whether the server closed its side.
    pub(super) fn ended(&self) -> bool {
        self.state().ended
    }

    /// Whether everything that lettre wrote was given to the system.
    pub(super) fn all_written(&self) -> bool {
        self.state().outgoing.is_empty()
    }

    /// Sends `commands`, each with its line end, together with the one that is written next. They must then be written
    /// in this order: what is written again is not sent again, its answer is on the way.
    pub(super) fn pipeline(&self, commands: &[String]) {
        let mut state = self.state();
        state.behind = commands.concat().into_bytes();
        state.grouped = commands.len();
    }

    /// Takes the plain socket out for a TLS handshake; none when octets wait that nobody asked for (RFC 3207 §6: an
    /// answer put in before the handshake must not count after it).
    pub(super) fn take_plain(&self) -> Option<TcpStream> {
        let mut state = self.state();
        if !state.raw.is_empty() || state.given < state.line.len() {
            return None;
        }
        match std::mem::replace(&mut state.socket, Socket::None) {
            Socket::Plain(socket) => Some(socket),
            _ => None,
        }
    }

    /// Puts a socket in.
    pub(super) fn put(&self, socket: Socket) {
        self.state().socket = socket;
    }
}

impl State {
    fn poll_drain(&mut self, cx: &mut Context<'_>) -> Poll<Result<()>> {
        if self.outgoing.is_empty() {
            return Poll::Ready(Ok(()));
        }
        if self.ahead > 0 {
            self.ahead -= 1;
            self.heard.clear();
            self.outgoing.clear();
            return Poll::Ready(Ok(()));
        }
        // An answer that nobody asked for would be taken for the next one: a false 250 after the final dot.
        if !self.raw.is_empty() {
            return Poll::Ready(Err(Error::new(
                ErrorKind::InvalidData,
                "the server sent more than it was asked for",
            )));
        }
        self.heard.clear();
        self.outgoing.append(&mut self.behind);
        while let Some(rest) = self.outgoing.get(self.written..).filter(|rest| !rest.is_empty()) {
            let n = ready!(match &mut self.socket {
                Socket::None => return Poll::Ready(Err(ErrorKind::NotConnected.into())),
                Socket::Plain(s) => Pin::new(s).poll_write(cx, rest),
                Socket::Tls(s) => Pin::new(s).poll_write(cx, rest),
            })?;
            if n == 0 {
                return Poll::Ready(Err(ErrorKind::WriteZero.into()));
            }
            self.written += n;
        }
        if let Socket::Tls(s) = &mut self.socket {
            ready!(Pin::new(s).poll_flush(cx))?;
        }
        self.outgoing.clear();
        self.written = 0;
        self.ahead = std::mem::take(&mut self.grouped);
        Poll::Ready(Ok(()))
    }

    /// Moves the next whole line from `raw` to `line`; whether there was one.
    fn cut_line(&mut self) -> Result<bool> {
        let Some(end) = self.raw.iter().position(|&b| b == b'\n') else {
            return if self.raw.len() >= LINE { Err(too_long()) } else { Ok(false) };
        };
        let mut line: Vec<u8> = self.raw.drain(..=end).collect();
        while matches!(line.last(), Some(b'\n' | b'\r')) {
            line.pop();
        }
        // Octets above 127 become "?": no reply is refused for the charset of its words.
        for b in &mut line {
            if !b.is_ascii() || (*b < b' ' && *b != b'\t') {
                *b = b'?';
            }
        }
        if line.len() == 3 {
            line.push(b' ');
        }
        if line.len() + 2 > LINE || self.heard.len() + line.len() > REPLY {
            return Err(too_long());
        }
        self.heard.push_str(&String::from_utf8_lossy(&line));
        self.heard.push('\n');
        line.extend_from_slice(b"\r\n");
        self.line = line;
        self.given = 0;
        Ok(true)
    }
}

fn too_long() -> Error {
    Error::new(ErrorKind::InvalidData, "the reply is longer than SMTP allows")
}

impl AsyncRead for Wire {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, out: &mut ReadBuf<'_>) -> Poll<Result<()>> {
        let mut guard = self.state();
        let state = &mut *guard;
        ready!(state.poll_drain(cx))?;
        loop {
            if let Some(rest) = state.line.get(state.given..).filter(|rest| !rest.is_empty()) {
                let n = rest.len().min(out.remaining());
                out.put_slice(rest.get(..n).unwrap_or_default());
                state.given += n;
                return Poll::Ready(Ok(()));
            }
            if state.cut_line()? {
                continue;
            }
            let mut space = [0; 2048];
            let mut read = ReadBuf::new(&mut space);
            ready!(match &mut state.socket {
                Socket::None => return Poll::Ready(Err(ErrorKind::NotConnected.into())),
                Socket::Plain(s) => Pin::new(s).poll_read(cx, &mut read),
                Socket::Tls(s) => Pin::new(s).poll_read(cx, &mut read),
            })?;
            if read.filled().is_empty() {
                state.ended = true;
                return Poll::Ready(Ok(()));
            }
            state.raw.extend_from_slice(read.filled());
        }
    }
}

impl AsyncWrite for Wire {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, octets: &[u8]) -> Poll<Result<usize>> {
        let mut state = self.state();
        if state.outgoing.len() >= PIECE {
            ready!(state.poll_drain(cx))?;
        }
        let n = octets.len().min(PIECE);
        state.outgoing.extend_from_slice(octets.get(..n).unwrap_or_default());
        Poll::Ready(Ok(n))
    }

    /// Nothing yet: lettre flushes after every piece, and an answer is awaited only once; the read drains.
    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<()>> {
        match &mut self.state().socket {
            Socket::None => Poll::Ready(Ok(())),
            Socket::Plain(s) => Pin::new(s).poll_shutdown(cx),
            Socket::Tls(s) => Pin::new(s).poll_shutdown(cx),
        }
    }
}

impl AsyncTokioStream for Wire {
    fn peer_addr(&self) -> Result<SocketAddr> {
        match &self.state().socket {
            Socket::None => Err(ErrorKind::NotConnected.into()),
            Socket::Plain(s) => s.peer_addr(),
            Socket::Tls(s) => s.get_ref().0.peer_addr(),
        }
    }
}

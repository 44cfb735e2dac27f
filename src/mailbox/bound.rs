//! How much a server can make us take in: no more than what was asked for, whatever it announces.
//!
//! The IMAP parser makes room for a literal as soon as it is announced (up to 512 MiB), and reads a response anew
//! from its beginning whenever more of it has come. So both are looked at before the parser sees them.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::tls::Stream;

/// One response without its literals. The longest that is asked for has some hundred bytes.
const LONGEST_TEXT: u64 = 256 * 1024;
/// Sizes that servers announce are estimates with some: this much more than twice is borne with.
const LITERAL_SLACK: u64 = 1024 * 1024;
/// What a server may tell unasked during one command (expunges and changes of flags).
const UNASKED: u64 = 16 * 1024 * 1024;

/// A connection that ends where the server sends more than was asked for.
#[derive(Debug)]
pub(super) struct Bounded {
    inner: Box<dyn Stream>,
    gauge: Gauge,
}

/// What came since the last question.
#[derive(Debug, Default)]
struct Gauge {
    /// Bytes that one literal may have.
    literal_at_most: u64,
    /// Bytes that may still come in all.
    left: u64,
    /// Bytes of the present literal that are still to come.
    literal: u64,
    /// Bytes of the present response outside its literals.
    text: u64,
    /// The end of the present line, as long as the announcement of a literal can be.
    tail: Vec<u8>,
}

impl Bounded {
    pub fn new(inner: Box<dyn Stream>) -> Self {
        let mut gauge = Gauge::default();
        gauge.expect(0);
        Self { inner, gauge }
    }

    /// What comes from here on answers a question whose answer has about so many bytes.
    pub fn expect(&mut self, bytes: u64) {
        self.gauge.expect(bytes);
    }
}

impl Gauge {
    fn expect(&mut self, bytes: u64) {
        self.literal_at_most = bytes.saturating_mul(2).saturating_add(LITERAL_SLACK);
        self.left = self.literal_at_most.saturating_add(UNASKED);
    }

    /// Whether these bytes are within what was asked for.
    fn bears(&mut self, mut new: &[u8]) -> bool {
        let Some(left) = self.left.checked_sub(new.len() as u64) else { return false };
        self.left = left;
        while !new.is_empty() {
            if self.literal > 0 {
                let taken = usize::try_from(self.literal).unwrap_or(usize::MAX).min(new.len());
                self.literal -= taken as u64;
                new = new.split_at(taken).1;
                continue;
            }
            let end = new.iter().position(|b| *b == b'\n').map_or(new.len(), |at| at + 1);
            let (line, rest) = new.split_at(end);
            new = rest;
            self.text += line.len() as u64;
            self.tail.extend_from_slice(line.get(line.len().saturating_sub(32)..).unwrap_or(line));
            if self.text > LONGEST_TEXT {
                return false;
            }
            if line.ends_with(b"\n") {
                match announced(&self.tail) {
                    Some(bytes) if bytes > self.literal_at_most => return false,
                    Some(bytes) => self.literal = bytes,
                    None => self.text = 0,
                }
                self.tail.clear();
            } else if self.tail.len() > 32 {
                self.tail.drain(..self.tail.len() - 32);
            }
        }
        true
    }
}

/// The size of the literal that follows a line with this end (RFC 3501 §4.3), such as `{310}`.
fn announced(line: &[u8]) -> Option<u64> {
    let line = line.strip_suffix(b"\n")?;
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let inside = line.strip_suffix(b"}")?;
    let inside = inside.strip_suffix(b"+").unwrap_or(inside);
    let digits = match inside.iter().rposition(|b| *b == b'{') {
        Some(at) => inside.get(at + 1..)?,
        None if inside.len() >= 28 => inside, // cut off: a number too long for honest use
        None => return None,
    };
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = std::str::from_utf8(digits).ok()?;
    Some(if number.len() > 20 { u64::MAX } else { number.parse().unwrap_or(u64::MAX) })
}

/// The kind of error by which [`super::wire`] knows our own refusal.
pub(super) const TOO_MUCH: io::ErrorKind = io::ErrorKind::FileTooLarge;

impl AsyncRead for Bounded {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let before = buf.filled().len();
        // The parser's buffer has room for a whole literal: where that is too much, it believed in one that was
        // hidden from us (in what we took for another literal).
        if buf.remaining() as u64 > this.gauge.literal_at_most.saturating_add(LONGEST_TEXT) {
            return Poll::Ready(Err(TOO_MUCH.into()));
        }
        std::task::ready!(Pin::new(&mut this.inner).poll_read(cx, buf))?;
        let new = buf.filled().get(before..).unwrap_or_default();
        Poll::Ready(if this.gauge.bears(new) { Ok(()) } else { Err(TOO_MUCH.into()) })
    }
}

impl AsyncWrite for Bounded {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.get_mut().inner).poll_write(cx, buf)
    }
    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_flush(cx)
    }
    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::indexing_slicing)]
    use super::*;

    /// Whether `bytes` are borne with, handed over in pieces of each size.
    fn bears(expected: u64, bytes: &[u8]) -> bool {
        let answers: Vec<bool> = [1, 2, 3, 7, 4096, usize::MAX]
            .iter()
            .map(|size| {
                let mut gauge = Gauge::default();
                gauge.expect(expected);
                bytes.chunks(*size).all(|piece| gauge.bears(piece))
            })
            .collect();
        assert!(answers.iter().all(|a| *a == answers[0]), "the pieces matter: {answers:?}");
        answers[0]
    }

    #[test]
    fn a_literal_is_as_long_as_asked_for() {
        let limit = 2 * 4096 + LITERAL_SLACK;
        for (line, good) in [
            (format!("* 1 FETCH (BODY[] {{{limit}}}\r\n"), true),
            (format!("* 1 FETCH (BODY[] {{{}}}\r\n", limit + 1), false),
            (format!("* 1 FETCH (BODY[] {{{}+}}\r\n", limit + 1), false),
            ("* 1 FETCH (BODY[] {99999999999999999999999999}\r\n".into(), false),
            ("* 1 FETCH (BODY[] {000000000000000000000000000000000000000005}\r\n".into(), false),
            ("* OK braces {} {x} {-1}\r\n".into(), true),
            // Inside a literal nothing is an announcement; after it, it is.
            ("* 1 FETCH (BODY[] {12}\r\n{999999999}\r\n)\r\n".into(), true),
            ("* 1 FETCH (BODY[] {13}\r\n{999999999}\r\n BODY[] {999999999}\r\n".into(), false),
        ] {
            assert_eq!(bears(4096, line.as_bytes()), good, "{line}");
        }
    }

    #[test]
    fn no_response_and_no_answer_is_endless() {
        let (long, longer) = (vec![b'a'; 256 * 1024], vec![b'a'; 256 * 1024 + 1]);
        assert!(bears(0, &long) && !bears(0, &longer));
        let literals = b"BODY[1] {1}\r\nx ".repeat(256 * 1024 / 14 + 1);
        assert!(!bears(0, &literals));
        let mut gauge = Gauge::default();
        gauge.expect(0);
        let line = [b'*'; 1023].iter().chain(b"\n").copied().collect::<Vec<u8>>();
        let borne = (0..100_000).take_while(|_| gauge.bears(&line)).count() as u64;
        assert_eq!(borne, (UNASKED + LITERAL_SLACK) / 1024);
    }
}

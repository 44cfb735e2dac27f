//! Frames between pool and child: four bytes of length (little endian), one tag byte, then that many bytes.

use std::io::{self, Read, Write};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// Length and tag.
pub const HEAD: usize = 5;
/// The longest request: a mail with its papers.
pub const MAX_REQUEST: usize = 128 << 20;
/// The longest answer; more than the limits of text allow a child to say.
pub const MAX_ANSWER: usize = 64 << 20;
/// Buffers that grew beyond this for one message are given back after it.
const KEEP: usize = 1 << 20;

/// What a request asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// Open a raw message with its papers; answers a `Message`.
    Message,
    /// Open a raw message and leave its papers closed; answers a `Message`.
    MailOnly,
    /// Open a raw message with its papers, and read the pictures of text among them. The raw message follows one byte,
    /// the number of pages that may be read side by side. Answers a `Message`.
    Scans,
    /// Try what is forbidden; answers a list of `Trial`.
    Trials,
}

impl Request {
    /// As the tag of a frame.
    pub fn tag(self) -> u8 {
        match self {
            Self::Message => b'M',
            Self::MailOnly => b'O',
            Self::Scans => b'S',
            Self::Trials => b'T',
        }
    }

    /// From the tag of a frame.
    pub fn of(tag: u8) -> Option<Self> {
        [Self::Message, Self::MailOnly, Self::Scans, Self::Trials].into_iter().find(|r| r.tag() == tag)
    }
}

/// Tag of a first answer: the child is confined (a `Confinement` follows) and waits.
pub const HELLO: u8 = b'H';
/// Tag of an answer after which the child waits for more.
pub const ANSWER: u8 = b'A';
/// Tag of an answer after which the child ends.
pub const LAST: u8 = b'L';

fn head(tag: u8, length: usize) -> io::Result<[u8; HEAD]> {
    let length = u32::try_from(length).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
    let [a, b, c, d] = length.to_le_bytes();
    Ok([a, b, c, d, tag])
}

/// Tag and length, once `bytes` holds the whole head.
fn parse_head(bytes: &[u8]) -> Option<(u8, usize)> {
    let [a, b, c, d, tag] = *bytes.first_chunk::<HEAD>()?;
    Some((tag, usize::try_from(u32::from_le_bytes([a, b, c, d])).ok()?))
}

fn emptied(buffer: &mut Vec<u8>) {
    buffer.clear();
    buffer.shrink_to(KEEP);
}

/// Reads one frame into `buffer` (head included) and returns its tag; `None` when the other side has closed.
///
/// # Errors
/// A frame that is cut off or longer than `most`, or a broken stream.
pub fn read(stream: &mut impl Read, buffer: &mut Vec<u8>, most: usize) -> io::Result<Option<u8>> {
    emptied(buffer);
    buffer.resize(64 << 10, 0);
    let mut filled = 0;
    loop {
        if let Some((tag, length)) = buffer.get(..filled).and_then(parse_head) {
            if length > most {
                return Err(io::ErrorKind::InvalidData.into());
            }
            if filled >= HEAD + length {
                buffer.truncate(HEAD + length);
                return Ok(Some(tag));
            }
            if buffer.len() < HEAD + length {
                buffer.resize(HEAD + length, 0);
            }
        }
        match stream.read(buffer.get_mut(filled..).unwrap_or_default()) {
            Ok(0) if filled == 0 => return Ok(None),
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(n) => filled += n,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Writes `value` as JSON in one frame and, where it fits the pipe, with one system call.
///
/// # Errors
/// A broken stream, or a value too long for a frame.
pub fn write(
    stream: &mut impl Write,
    buffer: &mut Vec<u8>,
    tag: u8,
    value: &impl serde::Serialize,
) -> io::Result<()> {
    emptied(buffer);
    buffer.extend_from_slice(&[0; HEAD]);
    serde_json::to_writer(&mut *buffer, value)?;
    let filled = head(tag, buffer.len().saturating_sub(HEAD))?;
    if let Some(start) = buffer.first_chunk_mut::<HEAD>() {
        *start = filled;
    }
    stream.write_all(buffer)
}

/// Sends one frame; `payload` is not copied.
///
/// # Errors
/// A broken stream.
pub async fn send(stream: &mut (impl AsyncWrite + Unpin), tag: u8, payload: &[u8]) -> io::Result<()> {
    let head = head(tag, payload.len())?;
    let sent = stream.write_vectored(&[io::IoSlice::new(&head), io::IoSlice::new(payload)]).await?;
    if let Some(rest) = head.get(sent..) {
        stream.write_all(rest).await?;
    }
    stream.write_all(payload.get(sent.saturating_sub(HEAD)..).unwrap_or_default()).await
}

/// Receives one frame into `buffer` and returns its tag; the payload starts at [`HEAD`].
///
/// # Errors
/// A frame that is cut off or too long, or a broken stream.
pub async fn receive(stream: &mut (impl AsyncRead + Unpin), buffer: &mut Vec<u8>) -> io::Result<u8> {
    emptied(buffer);
    buffer.reserve(32 << 10);
    loop {
        if let Some((tag, length)) = parse_head(buffer) {
            if length > MAX_ANSWER {
                return Err(io::ErrorKind::InvalidData.into());
            }
            if buffer.len() >= HEAD + length {
                return Ok(tag);
            }
            // Grows with what really arrives; a child cannot make us reserve what it only announces.
            buffer.reserve((HEAD + length - buffer.len()).min(1 << 20));
        }
        if stream.read_buf(buffer).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

//! One paper: its kind, its sum, its text.

use std::path::PathBuf;
use std::time::Instant;

use crate::message::{Digest, Paper, Recognition, TextBy, Trouble};

use super::kind::{self, Kind};
use super::{Limits, docx, html, ocr, pdf};

/// Inline pictures smaller than this are logos and no trouble.
const LOGO: usize = 20 << 10;
/// The longest file name kept, in characters.
const NAME: usize = 120;

/// What a child opens papers with.
#[derive(Debug)]
pub struct Opener {
    /// What may be used up.
    pub limits: Limits,
    /// Where `pdftotext` is, if it is installed.
    pub pdftotext: Option<PathBuf>,
    /// Where `tesseract` is, if it is installed.
    pub tesseract: Option<PathBuf>,
    /// Reads pictures of text; `None` while these are only to be found, not read.
    pub scans: Option<ocr::Reader>,
}

/// What came with a paper in the mail.
#[derive(Debug)]
pub struct Given<'a> {
    /// Bytes as decoded from the transfer encoding.
    pub bytes: &'a [u8],
    /// The same as text, where the mail parser knew the charset.
    pub text: Option<&'a str>,
    /// Declared media type in lower case, or empty.
    pub declared: String,
    /// File name as given, if any.
    pub name: Option<&'a str>,
    /// Shown within the message rather than attached.
    pub inline: bool,
}

/// The text of a paper as a format gave it.
#[derive(Debug, Default)]
pub struct Text {
    /// Text by page.
    pub pages: Vec<String>,
    /// Pages there are.
    pub page_count: u32,
    /// Why there is not all of it.
    pub trouble: Option<Trouble>,
    /// How sure recognition was, where pages were recognised.
    pub recognition: Option<Recognition>,
}

impl Text {
    /// No text, for this reason.
    pub fn none(code: &str, words: &str) -> Self {
        Self { trouble: Some(trouble(code, words)), ..Self::default() }
    }

    /// One page.
    pub fn one(text: String) -> Self {
        Self { pages: vec![text], page_count: 1, ..Self::default() }
    }
}

/// A trouble with code and words.
pub fn trouble(code: &str, words: &str) -> Trouble {
    Trouble { code: code.to_owned(), words: words.to_owned() }
}

/// Opens `given` as the paper number `number` of its message, until `deadline`. `left` is how many bytes of text the
/// message may still give; it is taken from.
pub fn open(given: &Given<'_>, number: usize, opener: &Opener, deadline: Instant, left: &mut usize) -> Paper {
    let name = safe_name(given.name, number);
    let (kind, media_type) = kind::of(given.bytes, &given.declared, &name);
    let mut paper = closed(given.bytes, name, media_type);
    let limit = usize::try_from(opener.limits.text).unwrap_or(usize::MAX).min(*left);
    let text = match kind {
        _ if given.bytes.is_empty() => {
            Text::none("damaged", "This file is empty: ask the mission to send it again.")
        }
        _ if Instant::now() >= deadline => Text::none(
            "too-slow",
            "The message took too long to read before this file was opened: open it by hand.",
        ),
        Kind::Pdf => pdf::text(given.bytes, opener, limit, deadline),
        Kind::Zip => match docx::media_type(given.bytes) {
            Ok(media) => {
                media.clone_into(&mut paper.media_type);
                if media == docx::DOCX {
                    docx::text(given.bytes, limit)
                } else {
                    Text::none("unsupported", kind::advice(media))
                }
            }
            Err(()) => {
                Text::none("damaged", "This file is a damaged archive: ask the mission to send it again.")
            }
        },
        Kind::Html => Text::one(html::to_text(&as_text(given), super::mail::strip_tags)),
        Kind::Text => Text::one(as_text(given)),
        Kind::Picture if given.inline && given.bytes.len() < LOGO => Text::default(),
        Kind::Other if is_encrypted_office(given.bytes) => Text::none(
            "encrypted",
            "This file is locked with a password: ask the mission to send it without one.",
        ),
        Kind::Picture if kind::is_decoded(&paper.media_type) => {
            picture(given.bytes, &paper.media_type, opener, deadline)
        }
        Kind::Picture | Kind::Other => Text::none("unsupported", kind::advice(&paper.media_type)),
    };
    paper.page_count = text.page_count;
    paper.trouble = text.trouble;
    let mut room = limit;
    for page in text.pages {
        let kept = clean(&page, room);
        if kept.len() + 1024 < page.len() && room.saturating_sub(kept.len()) < 8 && paper.trouble.is_none() {
            paper.trouble =
                Some(trouble("too-large", "Only the beginning of this file was read: it is too long."));
        }
        room = room.saturating_sub(kept.len());
        paper.pages.push(kept);
    }
    *left = left.saturating_sub(limit - room);
    if paper.pages.iter().any(|p| !p.trim().is_empty()) {
        paper.text_by = if text.recognition.is_some() { TextBy::Ocr } else { TextBy::Text };
        paper.recognition = text.recognition;
    } else {
        paper.pages.clear();
    }
    paper
}

/// A picture is read, or waits to be, or says which package reads it.
fn picture(bytes: &[u8], media_type: &str, opener: &Opener, deadline: Instant) -> Text {
    match (&opener.scans, &opener.tesseract) {
        (Some(reader), _) => reader.picture(bytes, media_type, deadline),
        (None, Some(_)) => Text::none(pdf::WAITS, kind::advice(media_type)),
        (None, None) => Text::none(
            "tool-missing",
            "This is a picture, and no tool to read it is installed: install the package tesseract-ocr.",
        ),
    }
}

/// A paper of `bytes` without its text.
pub fn closed(bytes: &[u8], name: String, media_type: String) -> Paper {
    Paper {
        name,
        media_type,
        sha256: Digest::of(bytes),
        size: bytes.len() as u64,
        pages: Vec::new(),
        page_count: 0,
        text_by: TextBy::None,
        trouble: None,
        recognition: None,
    }
}

fn as_text(given: &Given<'_>) -> String {
    match given.text {
        Some(text) => text.to_owned(),
        None => String::from_utf8_lossy(given.bytes).into_owned(),
    }
}

/// An Office document behind a password is an OLE container with the stream `EncryptedPackage`.
fn is_encrypted_office(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(b"\xd0\xcf\x11\xe0") && bytes.windows(name.len()).any(|w| w == name)
}

/// A file name without path, control characters or direction marks, at most 120 characters; the end is kept, for
/// the extension.
pub fn safe_name(given: Option<&str>, number: usize) -> String {
    let last = given.unwrap_or_default().rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: Vec<char> = last.chars().filter(|c| !c.is_control() && !is_mark(*c)).collect();
    let long = kept.len().saturating_sub(NAME);
    let name: String = kept.into_iter().skip(long).collect();
    let name = name.trim().trim_start_matches('.').trim();
    if name.is_empty() { format!("attachment-{number}") } else { name.to_owned() }
}

/// Marks of direction and width zero, which hide the true order of characters.
pub fn is_mark(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// `text` with line feeds as its only line ends, without control characters, of at most `limit` bytes.
pub fn clean(text: &str, limit: usize) -> String {
    let mut out = String::with_capacity(text.len().min(limit));
    let mut rest = text;
    // Runs of ordinary bytes are copied whole: nearly all of a text is one.
    while !rest.is_empty() && out.len() < limit {
        let odd = rest.bytes().position(|b| b < b' ' && b != b'\n' && b != b'\t' || b == 0x7f);
        let run = rest.get(..odd.unwrap_or(rest.len())).unwrap_or_default();
        let room = limit - out.len();
        out.push_str(run.get(..run.floor_char_boundary(room)).unwrap_or_default());
        if run.len() > room {
            break;
        }
        let Some(odd) = odd else { break };
        let tail = rest.get(odd..).unwrap_or_default();
        if tail.starts_with('\r') && !tail.starts_with("\r\n") || tail.starts_with('\u{c}') {
            out.push('\n');
        }
        rest = rest.get(odd + 1..).unwrap_or_default();
    }
    out
}

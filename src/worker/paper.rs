//! One paper: its kind, its sum, its text.

use std::path::PathBuf;
use std::time::Instant;

use crate::message::{Digest, Paper, Recognition, TextBy, Trouble};

use super::archive::{self, Archive};
use super::cfb::Compound;
use super::kind::{self, Kind};
use super::{Limits, charset, doc, docx, html, ocr, odt, pdf, rtf, smime, tnef};

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
    /// Files that it encloses, to be opened as papers of their own.
    pub within: Vec<Within>,
    /// How sure recognition was, where pages were recognised.
    pub recognition: Option<Recognition>,
}

/// A file that another one encloses.
#[derive(Debug, Default)]
pub struct Within {
    /// Its name as given, with any path; empty where there is none.
    pub name: String,
    /// Its declared media type, or empty.
    pub declared: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Why it was not (fully) taken out.
    pub trouble: Option<Trouble>,
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

    /// Pages that form feeds part. Where a word may be parted at the end of a line is of no interest.
    pub fn paged(text: &str) -> Self {
        let text = text.replace('\u{ad}', "");
        let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
        while pages.len() > 1 && pages.last().is_some_and(|p| p.trim().is_empty()) {
            pages.pop();
        }
        Self { page_count: u32::try_from(pages.len()).unwrap_or(u32::MAX), pages, ..Self::default() }
    }
}

/// A trouble with code and words.
pub fn trouble(code: &str, words: &str) -> Trouble {
    Trouble { code: code.to_owned(), words: words.to_owned() }
}

/// Opens `given` under the safe name `name`, until `deadline`. `left` is how many bytes of text the message may still
/// give; it is taken from. Beside the paper stand the files that it encloses.
pub fn open(
    given: &Given<'_>,
    name: String,
    opener: &Opener,
    deadline: Instant,
    left: &mut usize,
) -> (Paper, Vec<Within>) {
    let (kind, media_type) = kind::of(given.bytes, &given.declared, &name);
    let limit = usize::try_from(opener.limits.text).unwrap_or(usize::MAX).min(*left);
    let job = Job { given, media_type: &media_type, opener, limit, deadline };
    let (refined, text) = if given.bytes.is_empty() {
        (None, Text::none("damaged", "This file is empty: ask the mission to send it again."))
    } else if Instant::now() >= deadline {
        let words = "The message took too long to read before this file was opened: open it by hand.";
        (None, Text::none("too-slow", words))
    } else {
        // A fall over odd bytes is damage of this file; the others are still read.
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| reader(kind)(&job))).unwrap_or_else(|_| {
            (
                None,
                Text::none("damaged", "This file is damaged: ask the mission to send it again, best as PDF."),
            )
        })
    };
    let mut paper = closed(given.bytes, name, refined.map_or(media_type, str::to_owned));
    paper.page_count = text.page_count;
    paper.trouble = text.trouble;
    let mut room = limit;
    let pages = usize::try_from(opener.limits.pages).unwrap_or(usize::MAX);
    for page in text.pages.iter().take(pages) {
        let kept = clean(page, room);
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
    (paper, text.within)
}

/// What a reader is given.
struct Job<'j> {
    given: &'j Given<'j>,
    /// The media type by content, as far as it is known before the file is opened.
    media_type: &'j str,
    opener: &'j Opener,
    /// Bytes of text that may be given.
    limit: usize,
    deadline: Instant,
}

/// Reads one kind of file: a better media type where it is known only inside, and the text.
type Reader = fn(&Job<'_>) -> (Option<&'static str>, Text);

/// Who reads what.
fn reader(kind: Kind) -> Reader {
    match kind {
        Kind::Pdf => |job| (None, pdf::text(job.given.bytes, job.opener, job.limit, job.deadline)),
        Kind::Zip => zip,
        Kind::Compound => compound,
        Kind::Rtf => |job| (None, rtf::text(job.given.bytes, job.limit)),
        Kind::Flat => flat,
        Kind::Tnef => |job| (None, tnef::text(job.given.bytes, job.limit, job.most_files())),
        Kind::Cms => |job| (None, smime::text(job.given.bytes)),
        Kind::Mail => |job| (None, Text { within: vec![job.itself()], ..Text::default() }),
        Kind::Html => |job| (None, page(job)),
        Kind::Text => |job| (None, Text::one(as_text(job.given).into_owned())),
        Kind::Locked => |_| (None, Text::none("encrypted", LOCKED)),
        Kind::Litter => |_| (None, Text::default()),
        Kind::Picture => picture,
        Kind::Other => |job| (None, Text::none("unsupported", kind::advice(job.media_type))),
    }
}

const LOCKED: &str = "This file is locked: ask the mission to send it unencrypted.";

impl Job<'_> {
    fn most_files(&self) -> usize {
        usize::try_from(self.opener.limits.papers).unwrap_or(usize::MAX)
    }

    /// The file as one that it encloses: a mail within an attachment.
    fn itself(&self) -> Within {
        Within { bytes: self.given.bytes.to_vec(), declared: smime::MAIL.to_owned(), ..Within::default() }
    }
}

fn flat(job: &Job<'_>) -> (Option<&'static str>, Text) {
    let read = if job.media_type == odt::ODT { odt::flat } else { docx::flat };
    (None, read(job.given.bytes, job.limit))
}

fn page(job: &Job<'_>) -> Text {
    let (text, whole) = html::to_text(&as_text(job.given));
    let lost = "This page is nested too deeply to be read: open it by hand, or ask for the note as PDF.";
    Text { trouble: (!whole).then(|| trouble("too-deep", lost)), ..Text::one(text) }
}

/// A picture is read, or waits to be, or says which package reads it.
fn picture(job: &Job<'_>) -> (Option<&'static str>, Text) {
    if job.given.inline && job.given.bytes.len() < LOGO {
        return (None, Text::default());
    }
    let text = match (&job.opener.scans, &job.opener.tesseract) {
        _ if !kind::is_decoded(job.media_type) => Text::none("unsupported", kind::advice(job.media_type)),
        (Some(reader), _) => reader.picture(job.given.bytes, job.media_type, job.deadline),
        (None, Some(_)) => Text::none(pdf::WAITS, kind::advice(job.media_type)),
        (None, None) => Text::none(
            "tool-missing",
            "This is a picture, and no tool to read it is installed: install the package tesseract-ocr.",
        ),
    };
    (None, text)
}

fn zip(job: &Job<'_>) -> (Option<&'static str>, Text) {
    let bytes = job.given.bytes;
    let Some(mut archive) = Archive::open(bytes) else {
        return (None, archive::files(bytes, job.most_files(), job.deadline));
    };
    let media = archive.media_type();
    let text = match media {
        docx::DOCX => docx::text(&mut archive, job.limit),
        odt::ODT => odt::text(&mut archive, job.limit),
        "application/zip" => archive::files(bytes, job.most_files(), job.deadline),
        other => Text::none("unsupported", kind::advice(other)),
    };
    (Some(media), text)
}

fn compound(job: &Job<'_>) -> (Option<&'static str>, Text) {
    let Some(file) = Compound::open(job.given.bytes) else {
        return (
            None,
            Text::none("damaged", "This Office file is damaged: ask the mission to send it again."),
        );
    };
    let (media, locked) = doc::media_type(&file);
    let text = match media {
        _ if locked => Text::none(
            "encrypted",
            "This file is locked with a password: ask the mission to send it without one.",
        ),
        "application/msword" => doc::text(&file, job.limit),
        "application/vnd.ms-outlook" => tnef::item(&file, job.limit, job.most_files()),
        other => Text::none("unsupported", kind::advice(other)),
    };
    (Some(media), text)
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

fn as_text<'g>(given: &'g Given<'_>) -> std::borrow::Cow<'g, str> {
    match given.text {
        Some(text) => text.into(),
        None => charset::decode(given.bytes, None),
    }
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

//! The one door to the mail parser: raw bytes to [`Message`]. Runs only in a confined child.

mod encoded;
mod headers;
mod parts;

use std::time::Instant;

use mail_parser::{MessageParser, MimeHeaders, PartType};

use crate::message::{Message, Paper};

use super::paper::{self, Given, Opener, Within, clean, safe_name, trouble};
use super::smime;
use parts::{body, bytes_of, declared};

/// More nested parts than this are no mail. The parser forgets nothing it opened until the end and falls over at
/// some thousands of levels; a digest of a busy list has a hundred.
const NESTED: usize = 500;
/// Enclosed messages are opened to this depth.
const DEPTH: usize = 5;
/// Archives are opened within archives, and no deeper.
const CONTAINERS: usize = 2;
/// Bytes that all archives of a message may unpack to.
const UNPACKED: usize = 128 << 20;
/// The texts of all papers together, in multiples of the limit of one.
const PAPERS_TEXT: usize = 8;

/// Opens `raw` with its papers, or leaves these closed.
pub fn open(raw: &[u8], opener: &Opener, open_papers: bool) -> Message {
    let mut message = Message::default();
    let limit = usize::try_from(opener.limits.text).unwrap_or(usize::MAX);
    let parser = MessageParser::default();
    let deep = nested_parts(raw) > NESTED;
    let parsed = if deep { parser.parse_headers(raw) } else { parser.parse(raw) };
    if deep {
        message.troubles.push("too-deep".to_owned());
    }
    let Some(parsed) = parsed.filter(|p| p.parts.first().is_some_and(|r| !r.headers.is_empty()) || deep)
    else {
        message.troubles.push("no-headers".to_owned());
        message.body = clean(&String::from_utf8_lossy(raw), limit);
        return message;
    };
    message.headers =
        headers::of(raw, parsed.parts.first().map(|p| p.headers.as_slice()).unwrap_or_default());
    if deep {
        return message;
    }
    // The answer must leave before the pool's patience ends, so papers get most of the time, not all.
    let time = opener.limits.time;
    let (words, whole) = body(&parsed);
    if !whole {
        message.troubles.push("too-deep".to_owned());
    }
    let mut walk = Walk {
        opener,
        open: open_papers,
        deadline: Instant::now() + time.saturating_sub(time / 4),
        text_left: limit.saturating_mul(PAPERS_TEXT),
        unpacked_left: UNPACKED,
        body: words,
        papers: Vec::new(),
        cut: false,
    };
    walk.papers_of(&parsed, 0);
    message.body = clean(&walk.body, limit);
    if walk.body.len() > limit {
        message.troubles.push("body-cut".to_owned());
    }
    if message.body.trim_start().starts_with("-----BEGIN PGP MESSAGE-----") {
        message.troubles.push("encrypted".to_owned());
    }
    message.papers = walk.papers;
    if walk.cut {
        message.troubles.push("too-many-papers".to_owned());
    }
    message
}

/// How many enclosed messages and multiparts are declared anywhere in `raw`, an upper bound of their depth.
fn nested_parts(raw: &[u8]) -> usize {
    // Both types end their main name in a slash, and few bytes of mail are slashes.
    let ends = |at: usize, word: &[u8]| {
        at.checked_sub(word.len())
            .and_then(|from| raw.get(from..at))
            .is_some_and(|found| found.eq_ignore_ascii_case(word))
    };
    memchr::memchr_iter(b'/', raw).filter(|at| ends(*at, b"multipart") || ends(*at, b"message")).count()
}

struct Walk<'o> {
    opener: &'o Opener,
    open: bool,
    deadline: Instant,
    text_left: usize,
    /// Bytes that containers may still unpack to.
    unpacked_left: usize,
    /// The words of the mail itself.
    body: String,
    papers: Vec<Paper>,
    cut: bool,
}

/// Where a file was found.
#[derive(Clone, Copy)]
struct Place<'p> {
    /// Enclosed messages round it.
    messages: usize,
    /// Archives and the like round it.
    containers: usize,
    /// What stands before its name: the archive's.
    inside: &'p str,
}

impl Walk<'_> {
    fn is_full(&mut self) -> bool {
        let full = self.papers.len() >= usize::try_from(self.opener.limits.papers).unwrap_or(usize::MAX);
        self.cut |= full;
        full
    }

    fn papers_of(&mut self, message: &mail_parser::Message<'_>, messages: usize) {
        let here = Place { messages, containers: 0, inside: "" };
        for part in message.attachments() {
            if self.is_full() {
                return;
            }
            let name = safe_name(part.attachment_name(), self.papers.len() + 1);
            let bytes = bytes_of(message, part);
            if let PartType::Message(inner) = &part.body {
                self.enclosed(inner, &bytes, name, messages);
                continue;
            }
            let inline = matches!(part.body, PartType::InlineBinary(_))
                || part.content_id().is_some()
                || part.content_disposition().is_some_and(mail_parser::ContentType::is_inline);
            let text = match &part.body {
                PartType::Text(text) | PartType::Html(text) => Some(parts::decoded(message, part, text)),
                _ => None,
            };
            let given = Given { bytes: &bytes, text: text.as_deref(), declared: declared(part), inline };
            self.file(&given, name, here);
        }
    }

    /// A file, and what it encloses.
    fn file(&mut self, given: &Given<'_>, name: String, place: Place<'_>) {
        let name = format!("{}{name}", place.inside);
        if !self.open {
            let (_, media_type) = super::kind::of(given.bytes, &given.declared, &name);
            self.papers.push(paper::closed(given.bytes, name, media_type));
            return;
        }
        let (mut opened, within) = paper::open(given, name, self.opener, self.deadline, &mut self.text_left);
        if opened.media_type == smime::MAIL
            && let [mail] = within.as_slice()
        {
            self.mail_in_file(&mail.bytes, opened.name, place.messages);
            return;
        }
        let outermost = place.messages == 0 && place.containers == 0;
        if outermost && opened.media_type == "application/ms-tnef" {
            self.words_of_winmail(&mut opened);
        }
        let (signed, outer) = (opened.media_type == "application/pkcs7-mime", format!("{}/", opened.name));
        if place.containers >= CONTAINERS && !within.is_empty() {
            opened.trouble = Some(trouble(
                "too-deep",
                "This archive is enclosed in too many others: open it by hand, or ask for the note itself.",
            ));
            self.papers.push(opened);
            return;
        }
        self.papers.push(opened);
        for inner in within {
            if self.is_full() {
                return;
            }
            if signed {
                self.signed_mail(&inner.bytes, place);
                continue;
            }
            let name = safe_name(Some(&inner.name), self.papers.len() + 1);
            let inside = Place { containers: place.containers + 1, inside: &outer, ..place };
            self.enclosed_file(inner, name, inside);
        }
    }

    fn enclosed_file(&mut self, file: Within, name: String, place: Place<'_>) {
        let room = self.unpacked_left.checked_sub(file.bytes.len());
        let reason = file.trouble.or_else(|| {
            let words = "The message unpacks to too much before this file: open it by hand.";
            room.is_none().then(|| trouble("too-large", words))
        });
        if let Some(reason) = reason {
            let name = format!("{}{name}", place.inside);
            let (_, media_type) = super::kind::of(&file.bytes, &file.declared, &name);
            let mut paper = paper::closed(&file.bytes, name, media_type);
            paper.trouble = Some(reason);
            self.papers.push(paper);
            return;
        }
        self.unpacked_left = room.unwrap_or(0);
        let given = Given { bytes: &file.bytes, text: None, declared: file.declared, inline: false };
        self.file(&given, name, place);
    }

    /// The text of winmail.dat is the mail's own, which often stands in the mail as well.
    fn words_of_winmail(&mut self, opened: &mut Paper) {
        let words = opened.pages.join("\n");
        let same = |a: &str, b: &str| {
            let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            plain(a) == plain(b)
        };
        if self.body.trim().is_empty() {
            self.body = words;
        } else if !same(&words, &self.body) {
            return;
        }
        opened.pages.clear();
        opened.text_by = crate::message::TextBy::None;
    }

    /// What a signature encloses: the mail itself where it has no other words, else one more part of it.
    fn signed_mail(&mut self, bytes: &[u8], place: Place<'_>) {
        let Some(inner) = parsed(bytes) else { return };
        if place.messages > DEPTH {
            return;
        }
        let (words, whole) = body(&inner);
        self.cut |= !whole;
        if self.body.trim().is_empty() {
            self.body = words;
        } else if !words.trim().is_empty() {
            self.body.truncate(self.body.trim_end().len());
            self.body.push_str("\n\n");
            self.body.push_str(&words);
        }
        self.papers_of(&inner, place.messages + 1);
    }

    /// A mail that came as a file.
    fn mail_in_file(&mut self, bytes: &[u8], name: String, messages: usize) {
        match parsed(bytes) {
            Some(inner) => self.enclosed(&inner, bytes, name, messages),
            None => {
                let mut paper = paper::closed(bytes, name, smime::MAIL.to_owned());
                paper.trouble =
                    Some(trouble("damaged", "This enclosed message cannot be read: open it by hand."));
                self.papers.push(paper);
            }
        }
    }

    /// An enclosed message is a paper with its own head lines and body; its papers follow.
    fn enclosed(&mut self, inner: &mail_parser::Message<'_>, bytes: &[u8], name: String, messages: usize) {
        let mut paper = paper::closed(bytes, name, smime::MAIL.to_owned());
        if messages >= DEPTH {
            paper.trouble =
                Some(trouble("too-deep", "This message is enclosed in too many others: open it by hand."));
            self.papers.push(paper);
            return;
        }
        let (words, whole) = body(inner);
        if !whole {
            paper.trouble = Some(trouble("too-deep", "This message is nested too deeply: open it by hand."));
        }
        let text = format!("{}\n{words}", headers::lines(inner));
        let limit = usize::try_from(self.opener.limits.text).unwrap_or(usize::MAX).min(self.text_left);
        let text = clean(&text, limit);
        self.text_left = self.text_left.saturating_sub(text.len());
        paper.page_count = 1;
        paper.pages.push(text);
        paper.text_by = crate::message::TextBy::Text;
        self.papers.push(paper);
        self.papers_of(inner, messages + 1);
    }
}

/// A mail within the mail, unless it is nested too deeply to be parsed.
fn parsed(bytes: &[u8]) -> Option<mail_parser::Message<'_>> {
    let parsed = (nested_parts(bytes) <= NESTED).then(|| MessageParser::default().parse(bytes))??;
    parsed.parts.first().is_some_and(|root| !root.headers.is_empty()).then_some(parsed)
}

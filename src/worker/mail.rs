//! The one door to the mail parser: raw bytes to [`Message`]. Runs only in a confined child.

mod headers;
mod parts;

use std::time::Instant;

use mail_parser::{MessageParser, MimeHeaders, PartType};

use crate::message::{Message, Paper};

use super::paper::{self, Given, Opener, clean, safe_name, trouble};
use parts::{body, bytes_of, declared};

/// More nested parts than this are no mail. The parser forgets nothing it opened until the end and falls over at
/// some thousands of levels; a digest of a busy list has a hundred.
const NESTED: usize = 500;
/// Enclosed messages are opened to this depth.
const DEPTH: usize = 5;
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
    let text = body(&parsed);
    message.body = clean(&text, limit);
    if text.len() > limit {
        message.troubles.push("body-cut".to_owned());
    }
    // The answer must leave before the pool's patience ends, so papers get most of the time, not all.
    let time = opener.limits.time;
    let mut walk = Walk {
        opener,
        open: open_papers,
        deadline: Instant::now() + time.saturating_sub(time / 4),
        text_left: limit.saturating_mul(PAPERS_TEXT),
        papers: Vec::new(),
        cut: false,
    };
    walk.papers_of(&parsed, 0);
    message.papers = walk.papers;
    if walk.cut {
        message.troubles.push("too-many-papers".to_owned());
    }
    message
}

/// The words of an HTML text in linear time, for what a real HTML parser cannot bear.
pub fn strip_tags(html: &str) -> String {
    mail_parser::decoders::html::html_to_text(html)
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
    papers: Vec<Paper>,
    cut: bool,
}

impl Walk<'_> {
    fn papers_of(&mut self, message: &mail_parser::Message<'_>, depth: usize) {
        for part in message.attachments() {
            if self.papers.len() >= usize::try_from(self.opener.limits.papers).unwrap_or(usize::MAX) {
                self.cut = true;
                return;
            }
            let number = self.papers.len() + 1;
            let bytes = bytes_of(message, part);
            if let PartType::Message(inner) = &part.body {
                self.enclosed(inner, &bytes, part.attachment_name(), number, depth);
                continue;
            }
            let declared = declared(part);
            if !self.open {
                let name = safe_name(part.attachment_name(), number);
                let (_, media_type) = super::kind::of(&bytes, &declared, &name);
                self.papers.push(paper::closed(&bytes, name, media_type));
                continue;
            }
            let inline = matches!(part.body, PartType::InlineBinary(_))
                || part.content_id().is_some()
                || part.content_disposition().is_some_and(mail_parser::ContentType::is_inline);
            let text = match &part.body {
                PartType::Text(text) | PartType::Html(text) => Some(parts::decoded(message, part, text)),
                _ => None,
            };
            let given = Given {
                bytes: &bytes,
                text: text.as_deref(),
                declared,
                name: part.attachment_name(),
                inline,
            };
            let opened = paper::open(&given, number, self.opener, self.deadline, &mut self.text_left);
            self.papers.push(opened);
        }
    }

    /// An enclosed message is a paper with its own head lines and body; its papers follow.
    fn enclosed(
        &mut self,
        inner: &mail_parser::Message<'_>,
        bytes: &[u8],
        name: Option<&str>,
        number: usize,
        depth: usize,
    ) {
        let mut paper = paper::closed(bytes, safe_name(name, number), "message/rfc822".to_owned());
        if depth >= DEPTH {
            paper.trouble =
                Some(trouble("too-deep", "This message is enclosed in too many others: open it by hand."));
            self.papers.push(paper);
            return;
        }
        let text = format!("{}\n{}", headers::lines(inner), body(inner));
        let limit = usize::try_from(self.opener.limits.text).unwrap_or(usize::MAX).min(self.text_left);
        let text = clean(&text, limit);
        self.text_left = self.text_left.saturating_sub(text.len());
        paper.page_count = 1;
        paper.pages.push(text);
        paper.text_by = crate::message::TextBy::Text;
        self.papers.push(paper);
        self.papers_of(inner, depth + 1);
    }
}

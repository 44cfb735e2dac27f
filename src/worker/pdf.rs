//! The text layer of a PDF: by poppler's `pdftotext` as a child of this confined child, or, where that is missing, by
//! the `pdf-extract` crate.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Instant;

use super::layout;
use super::paper::{Opener, Text, trouble};

/// With fewer letters than this to a page, in the mean, a PDF is a scan with a stray line.
const LETTERS: usize = 20;

const DAMAGED: &str = "This PDF is damaged: ask the mission to send it again.";
const ENCRYPTED: &str = "This PDF is locked with a password: ask the mission to send it without one.";
const SCAN: &str = "This PDF is a scan without text: read it by hand, or ask the mission to send the note as PDF with \
                    text, as DOCX, or in the message.";
const SLOW: &str =
    "This PDF took too long to read: open it by hand, or ask the mission to send it in a simpler form.";

/// The text of `bytes` by page: at most `limit` bytes, until `deadline`.
pub fn text(bytes: &[u8], opener: &Opener, limit: usize, deadline: Instant) -> Text {
    let read = match &opener.pdftotext {
        Some(tool) => by_poppler(tool, bytes, opener.limits.pages, limit, deadline),
        None => by_crate(bytes, opener.limits.pages),
    };
    let mut text = match read {
        Ok(text) => text,
        Err(Failure::Slow) => return Text::none("too-slow", SLOW),
        Err(Failure::Unreadable) if is_encrypted(bytes) => return Text::none("encrypted", ENCRYPTED),
        Err(Failure::Unreadable) => return Text::none("damaged", DAMAGED),
    };
    if text.pages.is_empty() {
        return Text::none("damaged", DAMAGED);
    }
    let letters: usize = text.pages.iter().map(|p| p.chars().filter(|c| c.is_alphanumeric()).count()).sum();
    if letters < LETTERS * text.pages.len() && text.trouble.is_none() {
        text.trouble = Some(trouble("no-text-layer", SCAN));
        text.pages.clear();
    }
    text
}

enum Failure {
    Unreadable,
    Slow,
}

/// The trailer of an encrypted PDF names its /Encrypt dictionary, and is never compressed itself.
fn is_encrypted(bytes: &[u8]) -> bool {
    bytes.windows(8).any(|w| w == b"/Encrypt")
}

fn by_poppler(
    tool: &Path,
    bytes: &[u8],
    pages: u32,
    limit: usize,
    deadline: Instant,
) -> Result<Text, Failure> {
    let last = pages.to_string();
    // Each word comes with its place, which takes some twenty times its letters.
    let most = limit.saturating_mul(20);
    let arguments = ["-q", "-bbox-layout", "-enc", "UTF-8", "-l", &last, "-", "-"];
    let (out, ended_well) = run(tool, &arguments, bytes, most.saturating_add(1), deadline)?;
    let full = out.len() > most;
    let pages_read = layout::pages(&String::from_utf8_lossy(&out));
    if !ended_well && !full && pages_read.is_empty() {
        return Err(Failure::Unreadable);
    }
    let mut text =
        Text { page_count: u32::try_from(pages_read.len()).unwrap_or(u32::MAX), ..Text::default() };
    if full || text.page_count >= pages {
        // Only a PDF at a limit is worth a second start of a tool, which knows how many pages there are.
        let info = tool.with_file_name("pdfinfo");
        let counted = run(&info, &["-"], bytes, 64 << 10, deadline).ok().and_then(|(out, _)| count(&out));
        text.page_count = counted.unwrap_or(text.page_count).max(text.page_count);
    }
    if full || text.page_count > pages {
        text.trouble = Some(trouble("too-large", "Only the beginning of this PDF was read: it is too long."));
    } else if !ended_well {
        text.trouble = Some(trouble("damaged", DAMAGED));
    }
    text.pages = pages_read;
    Ok(text)
}

fn count(info: &[u8]) -> Option<u32> {
    String::from_utf8_lossy(info).lines().find_map(|l| l.strip_prefix("Pages:")?.trim().parse().ok())
}

/// Runs `tool` on `input`; at most `most` bytes of its output, and whether it ended well.
fn run(
    tool: &Path,
    arguments: &[&str],
    input: &[u8],
    most: usize,
    deadline: Instant,
) -> Result<(Vec<u8>, bool), Failure> {
    let mut command = Command::new(tool);
    command.args(arguments).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped());
    // The child's own standard error is nowhere already.
    command.stderr(Stdio::inherit());
    let mut child = command.spawn().map_err(|_| Failure::Unreadable)?;
    let (Some(mut stdin), Some(stdout)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Failure::Unreadable);
    };
    std::thread::scope(|scope| {
        // A tool that stops reading breaks the pipe, which ends this thread; so does its death.
        scope.spawn(move || stdin.write_all(input));
        let (done, finished) = mpsc::channel();
        scope.spawn(move || {
            let mut out = Vec::new();
            let _ = stdout.take(most as u64).read_to_end(&mut out);
            let _ = done.send(out);
        });
        let out = finished.recv_timeout(deadline.saturating_duration_since(Instant::now()));
        let full = out.as_ref().map_or(true, |out| out.len() >= most);
        if full {
            let _ = child.kill();
        }
        let status = child.wait();
        out.map(|out| (out, status.is_ok_and(|s| s.success()))).map_err(|_| Failure::Slow)
    })
}

fn by_crate(bytes: &[u8], pages: u32) -> Result<Text, Failure> {
    // The crate panics on odd files; a deeper fall ends this child, and the pool sees to that.
    let read = std::panic::catch_unwind(|| pdf_extract::extract_text_from_mem_by_pages(bytes));
    let Ok(Ok(mut read)) = read else { return Err(Failure::Unreadable) };
    let page_count = u32::try_from(read.len()).unwrap_or(u32::MAX);
    if read.iter().flat_map(|p| p.chars()).any(is_arabic) {
        return Ok(Text {
            pages: vec![String::new()],
            page_count,
            trouble: Some(trouble(
                "tool-missing",
                "A PDF with Arabic text is read only with poppler: install the package poppler-utils.",
            )),
            ..Text::default()
        });
    }
    let mut lost = None;
    if page_count > pages {
        read.truncate(usize::try_from(pages).unwrap_or(usize::MAX));
        lost = Some(trouble("too-large", "Only the beginning of this PDF was read: it is too long."));
    }
    Ok(Text { pages: read, page_count, trouble: lost, ..Text::default() })
}

pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

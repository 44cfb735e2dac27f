//! The text layer of a PDF: by poppler's `pdftotext` as a child of this confined child, or, where that is missing, by
//! the `pdf-extract` crate.

use std::path::Path;
use std::time::Instant;

pub(super) use super::bidi::is_arabic;
use super::cmap;
use super::layout;
use super::ocr;
use super::paper::{Opener, Text, trouble};
use super::strokes;
use super::tool::{Failure, run};

/// A page with fewer letters than this is a picture, or blank.
const LETTERS: usize = 20;
/// A page with fewer letters than this may be a picture with a line of the scanner's or the fax's.
const SHORT: usize = 300;
/// The code of a scan that waits for recognition.
pub const WAITS: &str = "no-text-layer";

const DAMAGED: &str = "This PDF is damaged: ask the mission to send it again.";
const ENCRYPTED: &str = "This PDF is locked with a password: ask the mission to send it without one.";
const SCAN: &str = "This PDF is a scan without text: read it by hand, or ask the mission to send the note as PDF with \
                    text, as DOCX, or in the message.";
const BLANK: &str =
    "No text was found in this PDF: look at it by hand, or ask the mission to send the note again.";
const NO_TOOL: &str =
    "This PDF is a scan, and no tool to read it is installed: install the package tesseract-ocr.";
const SLOW: &str =
    "This PDF took too long to read: open it by hand, or ask the mission to send it in a simpler form.";

/// The text of `bytes` by page: at most `limit` bytes, until `deadline`.
pub fn text(bytes: &[u8], opener: &Opener, limit: usize, deadline: Instant) -> Text {
    let read = match &opener.pdftotext {
        Some(tool) => by_poppler(tool, bytes, opener.limits.pages, limit, deadline).map(|first| {
            let arabic = first.0.pages.iter().any(|p| p.contains(is_arabic));
            let named = if arabic { cmap::with_ligatures(bytes) } else { None };
            let again = named.and_then(|b| by_poppler(tool, &b, opener.limits.pages, limit, deadline).ok());
            again.filter(|(a, _)| a.pages.len() == first.0.pages.len()).unwrap_or(first)
        }),
        None => by_crate(bytes, opener.limits.pages).map(|text| (text, Vec::new())),
    };
    let (mut text, own) = match read {
        Ok(read) => read,
        Err(Failure::Slow) => return Text::none("too-slow", SLOW),
        Err(Failure::Unreadable) if is_encrypted(bytes) => return Text::none("encrypted", ENCRYPTED),
        Err(Failure::Unreadable) => return Text::none("damaged", DAMAGED),
    };
    if text.pages.is_empty() {
        return Text::none("damaged", DAMAGED);
    }
    if let (Some(tool), true) = (&opener.pdftotext, opener.tesseract.is_some()) {
        let pictures = pictures(tool, bytes, &text.pages, &own, deadline);
        match &opener.scans {
            _ if pictures.is_empty() => {}
            Some(reader) => {
                reader.pdf(tool, bytes, &pictures, &mut text, deadline);
                if text.trouble.is_none() && text.pages.iter().all(|p| letters(p) == 0) {
                    text.trouble = Some(trouble(WAITS, BLANK));
                }
            }
            None => text.trouble = Some(trouble(WAITS, SCAN)),
        }
        return text;
    }
    let letters: usize = text.pages.iter().map(|p| letters(p)).sum();
    if letters < LETTERS * text.pages.len() && text.trouble.is_none() {
        text.trouble = Some(trouble("tool-missing", NO_TOOL));
        text.pages.clear();
    }
    text
}

fn letters(page: &str) -> usize {
    page.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The pages (from 0) whose text layer is none: hardly a letter, garbage, or a line or two over a picture of a page. `own`
/// is how many letters each has itself.
fn pictures(tool: &Path, bytes: &[u8], pages: &[String], own: &[usize], deadline: Instant) -> Vec<usize> {
    let short = |letters: usize| (LETTERS..SHORT).contains(&letters);
    let scans = if own.iter().any(|letters| short(*letters)) {
        ocr::images(tool, bytes, pages.len(), deadline)
    } else {
        Vec::new()
    };
    let is_picture = |(number, (page, letters)): &(usize, (&String, &usize))| {
        **letters < LETTERS
            || ocr::known::is_garbage(page)
            || short(**letters) && scans.iter().any(|scan| scan.page == *number)
    };
    pages.iter().zip(own).enumerate().filter(is_picture).map(|(number, _)| number).collect()
}

/// The trailer of an encrypted PDF names its /Encrypt dictionary, and is never compressed itself.
fn is_encrypted(bytes: &[u8]) -> bool {
    bytes.windows(8).any(|w| w == b"/Encrypt")
}

/// The text by poppler, and how many letters each page has itself.
fn by_poppler(
    tool: &Path,
    bytes: &[u8],
    pages: u32,
    limit: usize,
    deadline: Instant,
) -> Result<(Text, Vec<usize>), Failure> {
    let last = pages.to_string();
    // Each word comes with its place, which takes some twenty times its letters.
    let most = limit.saturating_mul(20);
    let arguments = ["-q", "-bbox-layout", "-enc", "UTF-8", "-l", &last, "-", "-"];
    let (out, ended_well) = run(tool, &arguments, bytes, most.saturating_add(1), deadline)?;
    let full = out.len() > most;
    let strokes = strokes::of_pages(bytes, usize::try_from(pages).unwrap_or(usize::MAX));
    let pages_read = layout::pages(&String::from_utf8_lossy(&out), &strokes);
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
    let own = pages_read.iter().map(|page| page.letters).collect();
    text.pages = pages_read.into_iter().map(|page| page.text).collect();
    Ok((text, own))
}

fn count(info: &[u8]) -> Option<u32> {
    String::from_utf8_lossy(info).lines().find_map(|l| l.strip_prefix("Pages:")?.trim().parse().ok())
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

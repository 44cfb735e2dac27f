//! DOCX (ECMA-376): a ZIP container with WordprocessingML. Bounded in entries and in bytes of each part; paths in the
//! container are names to us, never written anywhere.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesRef, Event};
use zip::ZipArchive;

use super::paper::{Text, trouble};

/// The media type of a DOCX.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// Entries of a container; a note has some twenty.
const ENTRIES: usize = 1000;
/// Bytes of one part, unpacked.
const PART: u64 = 20 << 20;
/// Headers and footers read.
const MARGINS: usize = 12;

/// What a ZIP container is.
///
/// # Errors
/// When it is no readable container.
pub fn media_type(bytes: &[u8]) -> Result<&'static str, ()> {
    let mut archive = archive(bytes)?;
    let has = |prefix: &str| archive.file_names().flatten().any(|n| n.starts_with(prefix));
    if has("word/document.xml") {
        return Ok(DOCX);
    }
    if has("xl/") {
        return Ok("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }
    if has("ppt/") {
        return Ok("application/vnd.openxmlformats-officedocument.presentationml.presentation");
    }
    let mut mark = String::new();
    if let Ok(file) = archive.by_name("mimetype") {
        let _ = file.take(100).read_to_string(&mut mark);
    }
    Ok(match mark.trim() {
        "application/vnd.oasis.opendocument.text" => "application/vnd.oasis.opendocument.text",
        _ => "application/zip",
    })
}

fn archive(bytes: &[u8]) -> Result<ZipArchive<Cursor<&[u8]>>, ()> {
    match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) if archive.len() <= ENTRIES => Ok(archive),
        _ => Err(()),
    }
}

/// The text of a DOCX: headers, document, footers, as one page of at most about `limit` bytes.
pub fn text(bytes: &[u8], limit: usize) -> Text {
    let Ok(mut archive) = archive(bytes) else {
        return Text::none(
            "damaged",
            "This Word file is damaged: ask the mission to send it again, best as PDF.",
        );
    };
    let mut margins: Vec<String> = archive
        .file_names()
        .flatten()
        .filter(|n| (n.starts_with("word/header") || n.starts_with("word/footer")) && n.ends_with(".xml"))
        .map(std::borrow::Cow::into_owned)
        .collect();
    margins.sort();
    margins.truncate(MARGINS);
    let (headers, footers): (Vec<String>, Vec<String>) =
        margins.into_iter().partition(|n| n.starts_with("word/header"));
    let parts = headers.into_iter().chain(["word/document.xml".to_owned()]).chain(footers);
    let mut out = String::new();
    let mut lost = None;
    for part in parts {
        let mut xml = Vec::new();
        let Ok(file) = archive.by_name(&part) else { continue };
        let whole = file.take(PART).read_to_end(&mut xml);
        if xml.len() as u64 >= PART {
            lost = Some(trouble(
                "too-large",
                "Only the beginning of this Word file was read: it unpacks to too much.",
            ));
        } else if whole.is_err() {
            lost = Some(trouble(
                "damaged",
                "This Word file is damaged: ask the mission to send it again, best as PDF.",
            ));
        }
        let complete = walk(&String::from_utf8_lossy(&xml), &mut out, limit);
        if !complete && lost.is_none() {
            lost = Some(trouble(
                "damaged",
                "This Word file is damaged: ask the mission to send it again, best as PDF.",
            ));
        }
    }
    Text { pages: vec![out], page_count: 1, trouble: lost, ..Text::default() }
}

/// Appends the text of one WordprocessingML part; false where the XML is broken.
fn walk(xml: &str, out: &mut String, limit: usize) -> bool {
    let mut reader = Reader::from_str(xml);
    // Inside w:t; inside mc:Fallback (which repeats what mc:Choice said); inside cells of tables.
    let (mut in_text, mut fallback, mut cells) = (false, 0_u32, 0_u32);
    while out.len() < limit {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) => return false,
        };
        match event {
            Event::Start(tag) => match local(tag.name().as_ref()) {
                "Fallback" => fallback += 1,
                "t" => in_text = fallback == 0,
                "tc" => cells += 1,
                other => mark(other, fallback, out),
            },
            Event::Empty(tag) => mark(local(tag.name().as_ref()), fallback, out),
            Event::End(tag) => match local(tag.name().as_ref()) {
                "Fallback" => fallback = fallback.saturating_sub(1),
                "t" => in_text = false,
                "tc" => {
                    cells = cells.saturating_sub(1);
                    end_with(out, '\t');
                }
                "tr" => end_with(out, '\n'),
                "p" if fallback == 0 => out.push(if cells > 0 { ' ' } else { '\n' }),
                _ => {}
            },
            Event::Text(text) if in_text => out.push_str(&text),
            Event::CData(text) if in_text => out.push_str(&text),
            Event::GeneralRef(reference) if in_text => out.extend(character(&reference)),
            Event::Eof => return true,
            _ => {}
        }
    }
    true
}

/// The name without its prefix: writers differ in prefixes, not in names.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn mark(name: &str, fallback: u32, out: &mut String) {
    match name {
        _ if fallback > 0 => {}
        "tab" | "ptab" => out.push('\t'),
        "br" | "cr" => out.push('\n'),
        "noBreakHyphen" => out.push('-'),
        _ => {}
    }
}

fn end_with(out: &mut String, end: char) {
    out.truncate(out.trim_end_matches([' ', '\t']).len());
    out.push(end);
}

/// Predefined entities and character references; others are not expanded (so there is no entity bomb).
fn character(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

//! DOC, the binary format of Word (\[MS-DOC\]): a compound file whose text is told by a table of pieces. Word 6 and 95
//! are read plainly. Deleted and hidden text is left out, as a printed page would.

mod marks;

use encoding_rs::WINDOWS_1252;

use super::bytes::{size_at, slice, u16_at, u32_at};
use super::cfb::Compound;
use super::charset;
use super::paper::{Text, trouble};

const DAMAGED: &str = "This Word file is damaged: ask the mission to send it again, best as PDF.";
const LOCKED: &str = "This file is locked with a password: ask the mission to send it without one.";

/// What a compound file is by the streams in it: media type, and whether it is behind a password.
pub fn media_type(file: &Compound<'_>) -> (&'static str, bool) {
    let has = |name: &str| file.has(name);
    match () {
        () if has("EncryptedPackage") => ("application/vnd.ms-office", true),
        () if has("WordDocument") => ("application/msword", false),
        () if has("Workbook") || has("Book") => ("application/vnd.ms-excel", false),
        () if has("PowerPoint Document") => ("application/vnd.ms-powerpoint", false),
        () if has("__properties_version1.0") => ("application/vnd.ms-outlook", false),
        () => ("application/vnd.ms-office", false),
    }
}

/// The text of the Word document in `file`: headers and footers, the document, notes, text boxes.
pub fn text(file: &Compound<'_>, limit: usize) -> Text {
    let Some(main) = file.stream(0, "WordDocument") else { return Text::none("damaged", DAMAGED) };
    let Some(flags) = u16_at(&main, 0x0a) else { return Text::none("damaged", DAMAGED) };
    if flags & 0x0100 != 0 {
        return Text::none("encrypted", LOCKED);
    }
    let table = file.stream(0, if flags & 0x0200 != 0 { "1Table" } else { "0Table" });
    let read = match (u16_at(&main, 0x02), table) {
        (Some(0..=0xbf), _) | (_, None) => old(&main, limit),
        (_, Some(table)) => pieces(&main, &table, limit),
    };
    match read {
        Some((text, whole)) => {
            let mut read = Text::paged(&text);
            if !whole {
                read.trouble = Some(trouble("damaged", DAMAGED));
            }
            read
        }
        None => Text::none("damaged", DAMAGED),
    }
}

/// One run of text: characters from `first` on, stored at `place`.
struct Piece {
    first: usize,
    end: usize,
    place: usize,
    /// One byte for each character, in windows-1252; else UTF-16.
    narrow: bool,
}

/// Word 97 and later. The text, and whether all pieces were there.
fn pieces(main: &[u8], table: &[u8], limit: usize) -> Option<(String, bool)> {
    let clx = slice(table, size_at(main, 0x1a2)?, size_at(main, 0x1a6)?)?;
    let pieces = piece_table(clx)?;
    let hidden = marks::hidden(main, table);
    let length = |at| size_at(main, at).unwrap_or(0);
    let (body, foot, head) = (length(0x4c), length(0x50), length(0x54));
    let (comments, end, boxes, head_boxes) = (length(0x5c), length(0x60), length(0x64), length(0x68));
    let mut at = 0_usize;
    let mut range = |length: usize| {
        let from = at;
        at = at.saturating_add(length);
        from..at
    };
    let [body, foot, head] = [range(body), range(foot), range(head)];
    let _comments_of_reviewers = range(comments);
    let [end, boxes, head_boxes] = [range(end), range(boxes), range(head_boxes)];
    let mut out = String::new();
    let mut whole = true;
    for (story, once) in
        [(head, true), (head_boxes, true), (body, false), (boxes, false), (foot, false), (end, false)]
    {
        if story.is_empty() {
            continue;
        }
        let mut raw = String::new();
        for piece in &pieces {
            let from = piece.first.max(story.start);
            let to = piece.end.min(story.end);
            if from < to && raw.len() < limit {
                whole &= append(main, piece, from, to, &hidden, &mut raw);
            }
        }
        let text = readable(&raw);
        if once {
            distinct_lines(&text, &mut out);
        } else {
            out.push_str(&text);
            if !out.ends_with('\n') {
                out.push('\n');
            }
        }
        if out.len() > limit {
            break;
        }
    }
    Some((out, whole))
}

/// Headers repeat what other sections' headers said.
fn distinct_lines(text: &str, out: &mut String) {
    let mut seen: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
    for line in text.lines().map(str::trim).filter(|l| !l.is_empty()) {
        if seen.insert(line) {
            out.push_str(line);
            out.push('\n');
        }
    }
}

fn piece_table(clx: &[u8]) -> Option<Vec<Piece>> {
    let mut at = 0_usize;
    // Before it stand formats of pieces (type 1), which say nothing about the text.
    while *clx.get(at)? == 1 {
        at = at.checked_add(3)?.checked_add(usize::from(u16_at(clx, at + 1)?))?;
    }
    if *clx.get(at)? != 2 {
        return None;
    }
    let bytes = clx.get(at + 5..)?;
    let plc = bytes.get(..size_at(clx, at + 1)?.min(bytes.len()))?;
    let count = plc.len().checked_sub(4)? / 12;
    let mut pieces = Vec::with_capacity(count);
    for n in 0..count {
        let (Some(first), Some(end)) = (size_at(plc, 4 * n), size_at(plc, 4 * n + 4)) else { break };
        let Some(place) = u32_at(plc, 4 * (count + 1) + 8 * n + 2) else { break };
        let narrow = place & 0x4000_0000 != 0;
        let place = usize::try_from(place & 0x3fff_ffff).ok()?;
        pieces.push(Piece { first, end, place: if narrow { place / 2 } else { place }, narrow });
    }
    Some(pieces)
}

/// Appends the characters `from..to` of `piece`; false where they lie outside the file.
fn append(
    main: &[u8],
    piece: &Piece,
    from: usize,
    to: usize,
    hidden: &marks::Hidden,
    out: &mut String,
) -> bool {
    let width = if piece.narrow { 1 } else { 2 };
    let place = piece.place.saturating_add(width * from.saturating_sub(piece.first));
    let wanted = width.saturating_mul(to - from);
    let tail = main.get(place..).unwrap_or_default();
    let bytes = tail.get(..wanted.min(tail.len())).unwrap_or_default();
    for (shown, start, end) in hidden.split(place, place.saturating_add(bytes.len())) {
        let part = bytes.get(start - place..end - place).unwrap_or_default();
        if !shown {
            continue;
        }
        if piece.narrow {
            out.push_str(&WINDOWS_1252.decode_without_bom_handling(part).0);
        } else {
            let units = part.chunks_exact(2).filter_map(|two| u16_at(two, 0));
            out.extend(char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
        }
    }
    bytes.len() == wanted
}

/// Word 6 and 95: the text lies in one row, in the code page of the language.
fn old(main: &[u8], limit: usize) -> Option<(String, bool)> {
    let (from, to) = (size_at(main, 0x18)?, size_at(main, 0x1c)?);
    let bytes = main.get(from..to.min(main.len()))?;
    let bytes = bytes.get(..bytes.len().min(limit))?;
    // The low ten bits name the language (\[MS-LCID\]).
    let page = match u16_at(main, 0x06)? & 0x3ff {
        0x19 | 0x22 | 0x23 | 0x02 | 0x2f | 0x3f | 0x40 | 0x50 => 1251,
        0x01 | 0x29 | 0x20 => 1256,
        0x04 => 936,
        0x11 => 932,
        0x12 => 949,
        0x08 => 1253,
        0x1f => 1254,
        0x0d => 1255,
        0x05 | 0x0e | 0x15 | 0x18 | 0x1a | 0x1b | 0x1c | 0x24 => 1250,
        _ => 1252,
    };
    let encoding = charset::code_page(page).unwrap_or(WINDOWS_1252);
    // A Cyrillic text under an English setting is common; what the bytes say wins there.
    let label = if page == 1252 { "windows-1252" } else { encoding.name() };
    Some((readable(&charset::decode(bytes, Some(label))), to <= main.len()))
}

/// Word's own marks as white space; what stands in fields as code goes, their results stay.
fn readable(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    // Of each open field, whether its result has begun.
    let mut fields: Vec<bool> = Vec::new();
    let mut cell = false;
    for c in raw.chars() {
        match c {
            '\u{13}' => fields.push(false),
            '\u{14}' => {
                if let Some(last) = fields.last_mut() {
                    *last = true;
                }
            }
            '\u{15}' => {
                fields.pop();
            }
            _ if fields.contains(&false) => {}
            // A cell ends in one mark, a row in a second.
            '\u{7}' if cell => {
                out.truncate(out.trim_end_matches('\t').len());
                out.push('\n');
            }
            '\u{7}' => out.push('\t'),
            '\r' | '\u{b}' => out.push('\n'),
            '\u{c}' => out.push('\u{c}'),
            '\t' => out.push('\t'),
            '\u{1e}' => out.push('-'),
            '\u{1f}' | '\u{ad}' => {}
            '\u{a0}' => out.push(' '),
            c if c < ' ' => {}
            c => out.push(c),
        }
        cell = c == '\u{7}' && !cell;
        if fields.len() > 64 {
            fields.clear();
        }
    }
    out
}

//! The number that the sender gave to the note: behind a label, alone in the letterhead or below the courtesies, or
//! named by the note itself in its first sentence.

mod attached;
mod chinese;
mod days;
mod label;
mod shape;

use std::sync::LazyLock;

use crate::reading::dates;
use crate::reading::document::{Document, Line};
use crate::reading::phrases::Sense;
pub(super) use crate::reading::reference::attached::attached;
use crate::reading::reference::chinese::number_in_chinese;
use crate::reading::reference::days::behind_date;
use crate::reading::reference::label::{Labelled, is_foreign, labelled, own_before};
pub(super) use crate::reading::reference::label::{itself, names_itself};
use crate::reading::reference::shape::{clean, is_code, is_reference};
use crate::reading::sought::Sought;
use crate::reading::words::split;
use crate::reading::{CERTAIN, Fact};
use crate::states::fold::Folded;

/// Lines of the head in which a bare number may stand.
const HEAD: usize = 14;

/// Lines of the foot in which it may, where no courtesies show what is above it.
const FOOT: usize = 3;

/// The note's reference as printed, without its label. In an `ordinary` mail only a label tells it. The `subject` of the
/// mail often is the number that stands alone in the note.
pub(super) fn find(document: &Document, subject: &str, ordinary: bool) -> Fact<String> {
    let lines = document.edges();
    let head_end = document.head_end();
    // "No 12", below everything: the number that a registry stamped on what came, where the head has one; also the number of
    // a file.
    let mut stamped = None;
    for (index, line) in lines.iter().enumerate() {
        if line.folded.text().len() > 240 || !ordinary_prose_ends(document, &lines, index) {
            continue;
        }
        let cells = cells(line.original);
        for (k, (at, cell)) in cells.iter().enumerate() {
            let range = line.range.start + at..line.range.start + at + cell.len();
            // "NOTE VERBALE   N.1102/MPT/ONU/2017": the name of the paper begins the line.
            let named = k.checked_sub(1).and_then(|k| cells.get(k)).is_some_and(|(_, c)| names_paper(c));
            let told = match labelled(cell, k == 0 || named) {
                Labelled::Value(value) => Some((value, 0.95)),
                // "Ref.:" at the end of its cell, the number in the next cell or the line below it.
                Labelled::Awaits => {
                    let beside = cells.get(k + 1).map(|(_, cell)| *cell);
                    // Below the last cell of its line stands the last one of the next.
                    let below = lines.get(index + 1).map(|next| below(next.original, k));
                    let next = beside.or(below).map(str::trim).unwrap_or_default();
                    let whole = |v: &String| v.len() + 4 >= next.len() || behind_date(next).is_some();
                    let value = match labelled(next, true) {
                        // "In reply please quote" over "Ref. No. MW/NY/ADM/14/22".
                        Labelled::Value(value) => Some(value),
                        _ => clean(next).filter(|v| is_reference(v) && whole(v)),
                    };
                    value.map(|value| (value, 0.85))
                }
                Labelled::No => None,
            };
            let Some((value, confidence)) = told else { continue };
            // "1093 / 2 5/": a number that a scan of Arabic turned round or broke.
            let broken = cell.trim_end().ends_with('/');
            let confidence = if broken { CERTAIN - 0.1 } else { confidence };
            let short = value.len() <= 3 && value.bytes().all(|b| b.is_ascii_digit());
            let stated = Fact::Stated(document.quoted(value, confidence, range));
            // "Exp. 28-18" under "G/ONU/1042-2018": a file is told by its label, and the note's own number by none.
            let filed = || {
                let folded = Folded::new(cell);
                ["exp", "dossier", "file", "index"].iter().any(|label| folded.text().starts_with(label))
            };
            if ordinary || !(short && line.range.start > head_end || filed()) {
                return stated;
            }
            stamped.get_or_insert(stated);
        }
    }
    let brought = || {
        let range = attached(document)?;
        let value = document.text.get(range.clone())?.to_owned();
        Some(Fact::Stated(document.quoted(value, CERTAIN, range)))
    };
    if ordinary {
        return brought().unwrap_or(Fact::Missing);
    }
    bare(document, &lines)
        .or(stamped)
        .or_else(|| as_subject(document, subject))
        .or_else(|| in_opening(document))
        .or_else(|| in_form(document))
        .or_else(brought)
        .unwrap_or(Fact::Missing)
}

/// The cell of `line` that stands below the one at `place`, the last of its own line: the whole of a line without cells.
fn below(line: &str, place: usize) -> &str {
    match (place, cells(line).last()) {
        (1.., Some((_, last))) => last,
        _ => line,
    }
}

/// Whether a cell is the name of a paper and nothing else.
fn names_paper(cell: &str) -> bool {
    const NAMES: [&str; 10] = [
        "note verbale",
        "nota verbal",
        "verbal note",
        "note",
        "nota",
        "diplomatic note",
        "note diplomatique",
        "nota diplomatica",
        "нота",
        "вербальная нота",
    ];
    NAMES.contains(&Folded::new(cell).text().trim_matches([' ', ':', '.']))
}

/// Whether a line bears a number as notes do, behind a label or alone.
pub(super) fn is_numbered(line: &str) -> bool {
    let told = |(k, (_, cell)): (usize, &(usize, &str))| {
        matches!(labelled(cell, k == 0), Labelled::Value(_)) || is_code(cell).is_some()
    };
    line.len() <= 120
        && (cells(line).iter().enumerate().any(told) || line.contains(['号', '號']) && line.contains('第'))
}

/// The parts of a line that wide gaps part, with their places in it.
pub(super) fn cells(line: &str) -> Vec<(usize, &str)> {
    static GAPS: LazyLock<Sought> =
        LazyLock::new(|| Sought::each(["   ", "\t", " | ", "│", "\u{3000}\u{3000}", " • ", " · "]));
    let mut cells = Vec::new();
    let mut start = 0;
    while let Some(rest) = line.get(start..) {
        let gap = GAPS.first_in(rest);
        let cell = rest.get(..gap.unwrap_or(rest.len())).unwrap_or_default();
        // A note that is pasted into a mail may stand in quotation marks, or "*** set off ***".
        let open = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '«' | '*' | '=' | '~');
        let lead = cell.len() - cell.trim_start_matches(open).len();
        let own = cell.get(lead..).unwrap_or_default().trim_end_matches([' ', '\u{a0}', '\r', '*', '=', '~']);
        if !own.is_empty() {
            cells.push((start + lead, own));
        }
        let Some(gap) = gap else { break };
        let blank = |c: char| matches!(c, ' ' | '\t' | '|' | '│' | '•' | '·' | '\u{a0}' | '\u{3000}');
        let after = rest.get(gap..).unwrap_or_default();
        start += gap + (after.len() - after.trim_start_matches(blank).len()).max(1);
    }
    cells
}

/// Words that end a line of prose whose next may begin with "Note No.".
const HANGING: [&str; 24] = [
    "our", "its", "my", "the", "to", "of", "with", "by", "and", "in", "notre", "sa", "la", "de", "a", "du",
    "su", "nuestra", "mi", "y", "к", "на", "нашу", "в",
];

/// Whether line `index` may begin something: in a document without the opening of a note it is not the middle of a
/// paragraph of prose.
fn ordinary_prose_ends(document: &Document, lines: &[Line<'_>], index: usize) -> bool {
    let (Some(line), Some(before)) = (lines.get(index), index.checked_sub(1).and_then(|k| lines.get(k)))
    else {
        return true;
    };
    let adjacent = line.range.start == before.range.end + 1;
    let lower = line.original.trim_start().starts_with(char::is_lowercase);
    let last = before.folded.text().trim_end().rsplit(' ').next().unwrap_or_default();
    let hangs = last.ends_with(',') || HANGING.contains(&last);
    let runs_on = before.original.trim().chars().count() >= 56 && (lower || hangs);
    !(adjacent && runs_on) || document.has(Sense::Opening)
}

/// A number without a label: a cell of its own in the head or below the courtesies.
fn bare(document: &Document, lines: &[Line<'_>]) -> Option<Fact<String>> {
    let head = document.first(Sense::Opening).or_else(|| document.first(Sense::Salutation));
    let head_end = head.map(|h| document.folded.origin(h.start));
    let mut in_prose = false;
    for (index, line) in lines.iter().enumerate() {
        let text = line.original.trim();
        let below = head_end.is_some_and(|end| line.range.start > end);
        // Where nothing shows the end of the head, the first line of prose does; the last lines are the foot.
        let foot = head_end.is_none() && index + FOOT >= lines.len();
        in_prose |= head_end.is_none() && line.folded.text().len() > 90 && text.ends_with(['.', ',', ':']);
        if !(below || foot) && (index >= HEAD || in_prose) {
            continue;
        }
        if let Some(value) = number_in_chinese(text) {
            return Some(Fact::Stated(document.quoted(value, 0.9, line.range.clone())));
        }
        let cells = cells(line.original);
        for (k, (at, cell)) in cells.iter().enumerate() {
            // "INVOICE NO.     2017-08871"
            let before = k.checked_sub(1).and_then(|k| cells.get(k)).map(|(_, label)| Folded::new(label));
            if before.is_some_and(|label| is_foreign(label.text())) {
                continue;
            }
            if let Some(value) = is_code(cell).or_else(|| beside_date(cell)) {
                let start = line.range.start + at;
                return Some(Fact::Stated(document.quoted(value, 0.84, start..start + cell.len())));
            }
        }
    }
    None
}

/// The number by which the mail is called, where the note has it too: "N/17/442", "Note NPM 2018/11 of 15 February".
fn as_subject(document: &Document, subject: &str) -> Option<Fact<String>> {
    let subject = subject.trim();
    let labelled = || match labelled(subject, true) {
        Labelled::Value(value) => Some(value),
        Labelled::Awaits | Labelled::No => None,
    };
    // A number of figures alone may look like a day, but stands where no day does.
    let lone = || {
        let figures = subject.chars().filter(char::is_ascii_digit).count();
        let tied = subject.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.'));
        (tied && (5..=14).contains(&figures)).then(|| subject.to_owned())
    };
    let value = is_code(subject).or_else(labelled).or_else(lone).filter(|v| v.chars().count() >= 5)?;
    let bounded = |at: usize| {
        let before = document.text.get(..at).and_then(|t| t.chars().next_back());
        let after = document.text.get(at + value.len()..).and_then(|t| t.chars().next());
        ![before, after].iter().flatten().any(|c| c.is_alphanumeric() || matches!(c, '/' | '-'))
    };
    let (at, _) = document.text.match_indices(value.as_str()).find(|(at, _)| bounded(*at))?;
    let range = at..at + value.len();
    Some(Fact::Stated(document.quoted(value, 0.82, range)))
}

/// "New York, le 4 août 2017 - 56/MPCV": the code in a line that else bears the date.
fn beside_date(cell: &str) -> Option<String> {
    let folded = Folded::new(cell);
    let dated = || dates::in_words(&split(&folded)).iter().any(|s| s.first.year.is_some());
    if cell.len() > 120 || !(names_office(folded.text()) || dated()) {
        return None;
    }
    let parts = [" - ", " – ", " — ", " / ", ", ", "; ", " · ", "، "];
    let mut pieces = vec![cell];
    for part in parts {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(part)).collect();
    }
    // "البعثة الدائمة / ع.ل / 654-17": behind the office the rest may be one code that the sign does not part.
    let behind = cell.split_once(" / ").filter(|(office, _)| names_office(Folded::new(office).text()));
    // "in New York, 14-18 May 2018": the days of a meeting are no number.
    let named = |piece: &&str| dates::in_words(&split(&Folded::new(piece))).is_empty();
    behind.and_then(|(_, code)| is_code(code)).or_else(|| pieces.into_iter().filter(named).find_map(is_code))
}

/// "Mission permanente de la République tunisienne - 1129-17": whether the line names an office of a State.
fn names_office(folded: &str) -> bool {
    let offices = [
        "permanent mission",
        "mission permanente",
        "mision permanente",
        "embassy",
        "ambassade",
        "embajada",
        "البعثة الدايمة",
        "سفارة",
    ];
    offices.iter().any(|office| folded.contains(office))
}

/// A label that begins its line anywhere else in the note, as in a form.
fn in_form(document: &Document) -> Option<Fact<String>> {
    let mut at = 0;
    let mut awaited = false;
    for line in document.text.split('\n') {
        let text = line.trim();
        let begin = at + (line.len() - line.trim_start().len());
        at += line.len() + 1;
        if text.is_empty() {
            continue;
        }
        // "[PMUN/HR-22/2017/905]": alone on its line, in brackets, wherever it stands.
        let closed =
            text.starts_with(['[', '(']) && text.ends_with([']', ')']) && text.matches('/').count() >= 2;
        if (awaited || closed)
            && let Some(value) = is_code(text)
        {
            return Some(Fact::Stated(document.quoted(value, 0.8, begin..begin + text.len())));
        }
        // "مرجع هذه المذكرة: ب س/م/66": wherever it stands.
        if text.chars().count() <= 80
            && names_itself(text)
            && let Labelled::Value(value) = labelled(text, true)
        {
            return Some(Fact::Stated(document.quoted(value, 0.85, begin..begin + text.len())));
        }
        // "OUR REFERENCE:      LES/UN/MIG/3 (17)"
        if text.chars().count() <= 72
            && let [(_, label), (place, value)] = cells(line).as_slice()
            && matches!(labelled(label, true), Labelled::Awaits)
            && let Some(value) = clean(value).filter(|v| is_reference(v))
        {
            let start = begin + place - (line.len() - line.trim_start().len());
            let end = start + value.len();
            return Some(Fact::Stated(document.quoted(value, 0.8, start..end)));
        }
        awaited = text.chars().count() <= 24 && matches!(labelled(text, true), Labelled::Awaits);
    }
    None
}

/// "The Permanent Mission (Ref. X/12) presents its compliments", "mediante esta nota No. 602".
fn in_opening(document: &Document) -> Option<Fact<String>> {
    // A note may bring its compliments in an unusual way; its courtesies at the end show what it is.
    let opening = document.first(Sense::Opening).map(|h| h.end);
    let opening = opening.or_else(|| document.has(Sense::Closing).then_some(0))?;
    let text = document.folded.text();
    let stated = |value: String, at: usize| {
        let end = at + value.len();
        let start = document.folded.origin(at);
        let end = document.folded.origin(end.min(text.len().saturating_sub(1))).max(start);
        Fact::Stated(document.quoted(value, 0.82, start..end))
    };
    let head = text.get(..opening)?;
    for (at, _) in head.match_indices('(') {
        let Some(inside) = text.get(at + 1..).and_then(|t| t.split(')').next()) else { continue };
        let start = document.folded.origin(at + 1);
        let Some(original) = document.text.get(start..).and_then(|t| t.split(')').next()) else { continue };
        if inside.len() > 60 {
            continue;
        }
        if let Labelled::Value(value) = labelled(original.trim(), true) {
            return Some(stated(value, at + 1));
        }
        // "(SLM/0918/18 of 23 January 2018)"
        if let Some(value) = original.split_whitespace().next().and_then(is_code)
            && value.contains('/')
        {
            return Some(stated(value, at + 1));
        }
    }
    let coded = |named: usize| {
        let rest = document.text.get(document.folded.origin(named)..)?;
        rest.split([',', ';', ')', '，', '،', '号', '號']).next()?.split_whitespace().next().and_then(is_code)
    };
    let greeted = document.first(Sense::Opening).map_or(0, |h| h.start);
    let before = text.get(..greeted).and_then(own_before);
    if let Some((value, named)) = before.and_then(|named| Some((coded(named)?, named))) {
        return Some(stated(value, named));
    }
    let named = itself(text.get(..text.floor_char_boundary(opening + 700))?)?;
    let rest = document.text.get(document.folded.origin(named)..)?;
    let rest = rest.split([',', ';', ')', '，', '،', '号', '號']).next()?;
    let mut words = rest.split_whitespace();
    let (word, next) = (words.next()?, words.next().unwrap_or_default());
    // "this its Note NPM 2018/11": letters before the number.
    let office = word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let word = match office && next.starts_with(|c: char| c.is_ascii_digit()) {
        true => format!("{word} {next}"),
        false => word.to_owned(),
    };
    let signed = !text.get(..named)?.trim_end().ends_with(char::is_alphabetic);
    let value = clean(&word).filter(|v| is_reference(v) && (signed || is_code(v).is_some()))?;
    Some(stated(value, named))
}

#[cfg(test)]
mod tests;

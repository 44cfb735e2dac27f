//! The number that the sender gave to the note: behind a label, alone in the letterhead or below the courtesies, or
//! named by the note itself in its first sentence.

mod shape;

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::Fact;
use crate::reading::document::{Document, Line};
use crate::reading::phrases::Sense;
use crate::reading::reference::shape::{clean, is_code, is_reference};
use crate::states::fold::Folded;

/// A label, in folded text, at the beginning of a line or after white space; the reference follows it.
static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[ |(\[/-])(?:",
        // Ours: the sender's own.
        r"(?:our |notre |nuestra |nossa |n ?/ ?|n\.|m/ ?)?(?:ref(?:erence|erencia|erenz)?|reference number|numero de reference|no\.? de reference|n\.?[o°º] de ref(?:erence)?|num(?:ero)? de referencia)",
        r"|(?:our |the )?file (?:no|ref)|n/?ref|(?:please )?quote(?: ref(?:erence)?)?",
        r"|(?:note|nota|verbal note|note verbale|nota verbal|nota diplomatica|carta|letter|lettre|oficio|nv|circular|memo(?:randum)?|diplomatic note|verbalnote|courrier|bordereau)(?: verbale?)?[ ,:-]*(?:no|n[°º]|nr|num|numero|nro|№|ref|#)",
        r"|n\.? ?v\.?|nota(?: verbal)?|note(?: verbale)?|verbalnote|diplomatic note|carta|oficio|lettre|letter|gz|az|zl|geschaftszahl|aktenzeichen|processo|proc|prot(?:ocollo|ocolo|ocol|ocole)?|expediente|exp|dossier|registro|reg(?:istry)?|index|chrono|memo|dnr|j\.? ?nr|vnr|sayi|broj|br|c\.j|no|n\.?[°ºo]|n|nr|num|numero|number|nro|исх|исходящий|исходящии|номер|рег|нота|(?:ال)?رقم (?:ال)?(?:مذكرة|صادر|قيد|اشارة)|(?:ال)?(?:رقم|مرجع|نمرة|عدد|اشارة|اشاري|اشارتنا|قيد|صادر)|(?:ال)?مرجعنا|رقمنا|普通照会|照会|节略|公函|(?:普通照会|照会|文件|参考|来文|本团|我方|我团|我|档案)?(?:编号|文号|档号|编 号|字号|参考号|函号)",
        r")(?:\.? ?(?:no|n[°º]|№|number))?[ .:：°º#№/]*[:：.°º№ #-] ?",
        // A sign may touch its number.
        r"|(?:^|[ |(\[])(?:№|#|n\.?[°º]|no\.|nr\.)[ .:]*",
    ))
    .ok()
});

/// Where a note names itself, in folded text: the end of the words before its number.
pub(super) fn itself(folded: &str) -> Option<usize> {
    ITSELF.as_ref()?.find(folded).map(|m| m.end())
}

/// "本照会", "this Note No.", "mediante esta nota No.": the note names itself, not an earlier one.
static ITSELF: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:\b(?:this|present|esta|presente|cette|настояще[а-я]+|настоящую|данно[а-я]+)|هذه|本)",
        r" ?(?:diplomatic |verbal )?(?:note|nota|нот[а-я]+|المذكرة|照会)(?: verbale?| diplomatica| الشفوية)?[ ,]*",
        r"(?:\(|no\b|n[°º]|nr\b|num(?:ero|ber)?\b|رقم|第|ref\b)[.:°º ]*"
    ))
    .ok()
});

/// "(2017)美字第12号": year and office in brackets.
static CHINESE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([^\s,，。：:]{0,14}[(（\[〔【][^)）\]〕】]{2,6}[)）\]〕】]\s?第?\s?\S{0,8}?[0-9]+\s?[号號]|[\p{Han}]{1,8}字第?\s?[A-Za-z0-9/-]{1,16}\s?[号號])")
        .ok()
});

/// "第255/03号".
static COUNTED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"第\s?([A-Za-z0-9][^号號\n。]{0,39}?)\s?[号號]").ok());

/// Lines of the head in which a bare number may stand.
const HEAD: usize = 14;

/// The note's reference as printed, without its label. In an `ordinary` mail only a label tells it.
pub(super) fn find(document: &Document, ordinary: bool) -> Fact<String> {
    let lines = document.edges();
    for (index, line) in lines.iter().enumerate() {
        if line.folded.text().len() > 240 || !ordinary_prose_ends(document, &lines, index) {
            continue;
        }
        let cells = cells(line.original);
        for (k, (at, cell)) in cells.iter().enumerate() {
            let range = line.range.start + at..line.range.start + at + cell.len();
            match labelled(cell, k == 0) {
                Labelled::Value(value) => return Fact::Stated(document.quoted(value, 0.95, range)),
                // "Ref.:" at the end of its cell, the number in the next cell or the line below it.
                Labelled::Awaits => {
                    let beside = cells.get(k + 1).map(|(_, cell)| *cell);
                    let below = lines.get(index + 1).map(|next| next.original);
                    let next = beside.or(below).map(str::trim).unwrap_or_default();
                    if let Some(value) = clean(next).filter(|v| is_reference(v) && v.len() + 4 >= next.len())
                    {
                        return Fact::Stated(document.quoted(value, 0.85, range));
                    }
                }
                Labelled::No => {}
            }
        }
    }
    if ordinary {
        return Fact::Missing;
    }
    bare(document, &lines).or_else(|| in_opening(document)).unwrap_or(Fact::Missing)
}

/// What a cell of a line says.
enum Labelled {
    Value(String),
    /// A label without its number.
    Awaits,
    No,
}

/// The parts of a line that wide gaps part, with their places in it.
fn cells(line: &str) -> Vec<(usize, &str)> {
    let mut cells = Vec::new();
    let mut start = 0;
    while let Some(rest) = line.get(start..) {
        let gap = ["   ", "\t", " | ", "│"].iter().filter_map(|gap| rest.find(gap)).min();
        let cell = rest.get(..gap.unwrap_or(rest.len())).unwrap_or_default();
        let lead = cell.len() - cell.trim_start().len();
        if !cell.trim().is_empty() {
            cells.push((start + lead, cell.trim()));
        }
        let Some(gap) = gap else { break };
        let blank = |c: char| matches!(c, ' ' | '\t' | '|' | '│' | '\u{a0}');
        let after = rest.get(gap..).unwrap_or_default();
        start += gap + (after.len() - after.trim_start_matches(blank).len()).max(1);
    }
    cells
}

/// Looks at every label in `cell`; `first` tells that it begins its line.
fn labelled(cell: &str, first: bool) -> Labelled {
    let folded = Folded::new(cell);
    let text = folded.text();
    let Some(regex) = LABEL.as_ref() else { return Labelled::No };
    if AWAITING.contains(&text.trim_matches([' ', '.', ':', '(', ')'])) {
        return Labelled::Awaits;
    }
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|_| regex.find_at(text, from)) {
        from = (found.start() + 1..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        // A label deep inside a line of prose speaks of another paper.
        if found.start() > 60 {
            break;
        }
        if is_foreign(text.get(..found.end()).unwrap_or_default()) || prose_before(text, found.start()) {
            continue;
        }
        let label = text.get(found.range()).unwrap_or_default();
        let rest = text.get(found.end()..).unwrap_or_default();
        // "Prot. N. 12/17": the second label is the sure one.
        if is_weak(label)
            && found.start() == 0
            && let Labelled::Value(value) = nested(
                cell.get(folded.origin(found.end().min(text.len().saturating_sub(1)))..).unwrap_or_default(),
            )
        {
            return Labelled::Value(value);
        }
        if is_weak(label) && !weak_fits(label, rest, found.start(), first) {
            continue;
        }
        if is_recalled(rest) {
            continue;
        }
        let original =
            if rest.is_empty() { "" } else { cell.get(folded.origin(found.end())..).unwrap_or_default() };
        if original.trim().is_empty() && !is_weak(label) {
            return Labelled::Awaits;
        }
        // "Ref: No. 12/2017", "Prot. N. 12/17": a label within a label.
        if let Labelled::Value(inner) = nested(original) {
            return Labelled::Value(inner);
        }
        if let Some(value) = clean(original).filter(|v| is_reference(v)) {
            return Labelled::Value(value);
        }
    }
    Labelled::No
}

/// Labels that fill their cell: the number stands in the next.
const AWAITING: [&str; 14] = [
    "no",
    "n°",
    "nº",
    "nr",
    "ref",
    "reference",
    "referencia",
    "our ref",
    "our reference",
    "номер",
    "исх",
    "исх. no",
    "编号",
    "الرقم",
];

/// The number behind a second label that begins `rest`.
fn nested(rest: &str) -> Labelled {
    let folded = Folded::new(rest);
    let second =
        LABEL.as_ref().and_then(|l| l.find(folded.text())).filter(|m| m.start() == 0 && !m.is_empty());
    let strong = second.filter(|m| !is_weak(m.as_str()) || m.as_str().contains(['.', ':']));
    match strong.and_then(|m| rest.get(folded.origin(m.end())..)).filter(|r| r.len() < rest.len()) {
        Some(inner) => clean(inner).filter(|v| is_reference(v)).map_or(Labelled::No, Labelled::Value),
        None => Labelled::No,
    }
}

/// "N 017-1245", "Nota 4-2-155/2017": without a colon or "No." only a code at the head of its line.
fn weak_fits(label: &str, rest: &str, at: usize, first: bool) -> bool {
    if label.trim_end().ends_with([':', '：']) {
        return true;
    }
    let next = rest.split(' ').next().unwrap_or_default();
    let code = next.contains(|c: char| c.is_ascii_digit())
        && (next.len() >= 3 || next.starts_with(char::is_numeric));
    // "N. 8.114/17" alone in its line, not "N. Smith".
    let initial = bare_label(label) == "n" && label.contains('.');
    let dotted = initial && (rest.trim().contains(' ') || !rest.contains('/'));
    // "NV-MXONU-0512": its first letters.
    code && !label.ends_with(['-', '/']) && !dotted && at == 0 && first
}

fn bare_label(label: &str) -> String {
    label.chars().filter(|c| !matches!(c, '.' | ' ' | '(' | '[' | '|' | '-' | '/' | ':' | '：')).collect()
}

/// Labels that are ordinary words as well.
fn is_weak(label: &str) -> bool {
    const WEAK: [&str; 32] = [
        "照会",
        "普通照会",
        "节略",
        "公函",
        "n",
        "nv",
        "nota",
        "notaverbal",
        "note",
        "noteverbale",
        "verbalnote",
        "diplomaticnote",
        "carta",
        "oficio",
        "lettre",
        "letter",
        "exp",
        "proc",
        "processo",
        "dossier",
        "az",
        "gz",
        "zl",
        "br",
        "reg",
        "index",
        "memo",
        "prot",
        "registro",
        "registry",
        "expediente",
        "нота",
    ];
    WEAK.contains(&bare_label(label).as_str())
}

/// Whether the words just before belong to somebody else's number: `before` ends with the label.
fn is_foreign(before: &str) -> bool {
    // "V/Réf. : néant - N/Réf. : 12": what stands before a dash is another's.
    let before =
        before.rsplit([';', '|']).next().unwrap_or_default().rsplit(" - ").next().unwrap_or_default();
    // "In your reply please quote".
    if before.contains("quote") {
        return false;
    }
    let near: String = before.chars().rev().take(34).collect::<Vec<_>>().into_iter().rev().collect();
    let foreign = [
        "your",
        "votre",
        "v/ref",
        "v/ ref",
        "v / ref",
        "vuestra",
        "s/ref",
        "su ref",
        "sua ref",
        "ihr ",
        "ваш",
        "вх.",
        "مذكرتكم",
        "كتابكم",
        "来照",
        "贵",
        "tel",
        "fax",
        "phone",
        "telefono",
        "тел",
        "هاتف",
        "电话",
        "resolution",
        "passport",
        "passeport",
        "pasaporte",
        "паспорт",
        "room",
        "suite",
        "p.o",
        "account",
        "compte",
        "cuenta",
        "flight",
        "vol ",
        "vuelo",
        "item",
        "article",
        "annex",
        "session no",
        "round no",
    ];
    foreign.iter().any(|w| near.contains(w))
}

/// "... further to its note No. 12": words of prose, in lower case by nature, before the label.
fn prose_before(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let prose = [
        "its",
        "the",
        "to",
        "our",
        "my",
        "of",
        "by",
        "refer",
        "reference to",
        "sa",
        "la",
        "sus",
        "su",
        "nuestra",
        "notre",
        "свою",
        "своеи",
        "своеи ноте",
        "в",
        "к",
        "مذكرتها",
        "مذكرته",
        "بمذكرتها",
        "其",
    ];
    let last = before.trim_end().rsplit([' ', '(']).next().unwrap_or_default();
    !last.is_empty() && prose.contains(&last)
}

/// "44/2017 of 2 July 2017 may please be disregarded": prose that goes on behind the number speaks of another paper.
fn is_recalled(rest: &str) -> bool {
    let mut words = rest.split(' ').skip_while(|w| w.is_empty()).skip(1);
    let of = words.next().is_some_and(|w| {
        matches!(
            w,
            "of" | "dated"
                | "du"
                | "datee"
                | "del"
                | "de"
                | "от"
                | "by"
                | "concerning"
                | "relative"
                | "regarding"
                | "وتاريخ"
                | "المؤرخة"
        )
    });
    of && words.filter(|w| w.chars().all(char::is_alphabetic)).count() > 4
}

/// Whether line `index` may begin something: in a document without the opening of a note it is not the middle of a
/// paragraph of prose.
fn ordinary_prose_ends(document: &Document, lines: &[Line<'_>], index: usize) -> bool {
    let (Some(line), Some(before)) = (lines.get(index), index.checked_sub(1).and_then(|k| lines.get(k)))
    else {
        return true;
    };
    let adjacent = line.range.start == before.range.end + 1;
    let runs_on = before.original.trim_end().ends_with(|c: char| c.is_lowercase() || c == ',')
        && before.original.chars().count() >= 56;
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
        // Where nothing shows the end of the head, the first line of prose does.
        in_prose |= head_end.is_none() && line.folded.text().len() > 90 && text.ends_with(['.', ',', ':']);
        if !below && (index >= HEAD || in_prose) {
            continue;
        }
        let captures = |form: &LazyLock<Option<Regex>>| {
            form.as_ref()
                .and_then(|f| f.captures(text))
                .and_then(|c| c.get(1))
                .map(|m| m.as_str().trim().to_owned())
        };
        if text.contains(['号', '號']) && text.chars().count() <= 60 {
            let found = captures(&CHINESE).or_else(|| captures(&COUNTED));
            if let Some(value) = found.filter(|v| v.chars().count() <= 48) {
                return Some(Fact::Stated(document.quoted(value, 0.9, line.range.clone())));
            }
        }
        for (at, cell) in cells(line.original) {
            if let Some(value) = is_code(cell) {
                let start = line.range.start + at;
                return Some(Fact::Stated(document.quoted(value, 0.84, start..start + cell.len())));
            }
        }
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
        if inside.len() <= 60
            && let Labelled::Value(value) = labelled(original.trim(), true)
        {
            return Some(stated(value, at + 1));
        }
    }
    let limit = (0..=(opening + 700).min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let named = itself(text.get(..limit)?)?;
    let rest = document.text.get(document.folded.origin(named)..)?;
    let word = rest.split([',', ';', ')', '，', '،', '号', '號']).next()?.split_whitespace().next()?;
    let value = clean(word).filter(|v| is_reference(v))?;
    Some(stated(value, named))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        find(&Document::new("body", text.to_owned()), false).value().cloned()
    }

    /// One line each: the text (`|` for a line break), an arrow, the reference.
    const CASES: &str = include_str!("../../tests/cases/matching/references.txt");

    #[test]
    fn references_are_read_as_the_cases_say() {
        let mut wrong = Vec::new();
        for line in CASES.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
            let (text, wanted) = line.split_once("=>").unwrap_or_else(|| panic!("an arrow: {line}"));
            let opening = "The Permanent Mission of Kenya presents its compliments to the Office.";
            let got = read(&text.trim().replace('|', "\n").replace('@', opening)).unwrap_or_default();
            if got != wanted.trim() {
                wrong.push(format!("{text}: wanted {wanted}, got {got}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

//! The number that the sender gave to the note.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::Fact;
use crate::reading::document::Document;

/// A label, in folded text, at the beginning of a line or after a wide gap; the reference follows it.
static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:^|[ |(\[])(?:",
        // Our/Your: the sender's own only.
        r"(?:our |notre |nuestra |n ?/ ?|n\.|s/ ?)?(?:ref(?:erence|erencia)?|reference number|numero de reference|no\.? de reference|n\.?[o°º] de ref(?:erence)?|num(?:ero)? de referencia)",
        r"|(?:our |the )?file (?:no|ref)|n/?ref",
        r"|(?:note|nota|verbal note|note verbale|nota verbal|nota diplomatica|carta|letter|lettre|oficio|nv|circular)(?: verbale?)?[ ,:-]*(?:no|n[°º]|nr|num|numero|nro|№|ref)",
        r"|n\.? ?v\.?|nota(?: verbal)?|note(?: verbale)?|verbalnote|diplomatic note|carta|oficio|lettre|letter|gz|az|geschaftszahl|processo|proc|expediente|exp|dossier|no|n\.?[°ºo]|n|nr|num|numero|number|nro|№|исх|исходящий|номер|рег|нота|(?:ال)?رقم (?:ال)?(?:مذكرة|صادر|قيد|اشارة)|(?:ال)?(?:رقم|مرجع|نمرة|عدد|اشارة|اشاري|اشارتنا|قيد|صادر)|(?:照会|文件|参考|来文|本团|档案)?(?:编号|文号|档号|编 号|字号|参考号)",
        r")(?:\.? ?(?:no|n[°º]|№|number))?[ .:°º#№/]*[:.°º№ #-] ?"
    ))
    .ok()
});

/// A code that stands alone in the letterhead: `PMUN/NV/123/2017`.
static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[(\[]?([\u{620}-\u{64a}]{1,3}(?: ?/ ?[\u{620}-\u{64a}0-9\u{660}-\u{669}.\-]{1,8}){1,5}|[A-Z0-9][A-Za-z0-9.\-–—]{0,15}(?: ?/ ?[A-Za-z0-9.\-–— ]{1,20}){1,6}|[A-Z][A-Z.]{1,9}(?:[-–][A-Z0-9.]{1,8}){2,6})[)\]]?$").ok()
});

static CHINESE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([^\s,，。：:]{0,14}[(（\[〔【][^)）\]〕】]{2,6}[)）\]〕】]\s?第?\s?\S{0,8}?[0-9]+\s?号)")
        .ok()
});

/// Words that end a reference when they follow it on its line.
const ENDS: [&str; 16] = [
    "\t",
    "  ",
    ",",
    ";",
    " dated",
    " date",
    " Date",
    " DATE",
    " of ",
    " du ",
    " de fecha",
    " Fecha",
    " New York",
    " NEW YORK",
    " от ",
    " Nueva York",
];

/// The note's reference as printed, without its label.
pub(super) fn find(document: &Document) -> Fact<String> {
    let lines = document.edges();
    for (index, line) in lines.iter().enumerate() {
        let folded = line.folded.text();
        if folded.len() > 200 || !may_be_labelled(folded) {
            continue;
        }
        let Some(found) = LABEL.as_ref().and_then(|l| l.find(folded)) else { continue };
        // "N 017-1245", "Nota 4-2-155/2017": without a colon or "No." only a code at the head of its line.
        let label = folded.get(found.range()).unwrap_or_default();
        let weak = label.trim_matches([' ', '(', '[', '|', '.', '-']);
        if is_weak(weak) && !label.trim_end().ends_with(':') {
            let next = folded.get(found.end()..).and_then(|t| t.split(' ').next()).unwrap_or_default();
            let code = next.contains(|c: char| c.is_ascii_digit())
                && (next.len() >= 3 || next.starts_with(char::is_numeric));
            // "N. 8.114/17" alone in its line, not "N. Smith".
            let rest = folded.get(found.end()..).unwrap_or_default();
            let dotted =
                weak == "n" && label.contains('.') && (rest.trim().contains(' ') || !rest.contains('/'));
            // "NV-MXONU-0512": its first letters.
            let part = label.ends_with('-');
            if !code || part || dotted || found.start() > 0 {
                continue;
            }
        }
        // A label deep inside a line of prose speaks of another paper.
        if found.start() > 60 || is_foreign(folded.get(..found.end()).unwrap_or_default()) {
            continue;
        }
        let rest = line.original.get(line.folded.origin(found.end())..).unwrap_or_default();
        let rest = if found.end() >= folded.len() { "" } else { rest };
        if is_recalled(folded.get(found.end()..).unwrap_or_default()) {
            continue;
        }
        let value = clean(rest);
        if let Some(value) = value.filter(|v| is_reference(v)) {
            return Fact::Stated(document.quoted(value, 0.95, line.range.clone()));
        }
        // "Ref.:" at the end of its line, the number below it.
        if rest.trim().is_empty()
            && let Some(next) = lines.get(index + 1)
            && let Some(value) = clean(next.original.trim())
                .filter(|v| is_reference(v) && v.len() + 4 >= next.original.trim().len())
        {
            return Fact::Stated(document.quoted(value, 0.85, next.range.clone()));
        }
    }
    for line in lines.iter().take(14) {
        let text = line.original.trim();
        let captures = |form: &LazyLock<Option<Regex>>| {
            form.as_ref()
                .and_then(|f| f.captures(text))
                .and_then(|c| c.get(1))
                .map(|m| m.as_str().trim().to_owned())
        };
        if text.contains('号')
            && let Some(value) = captures(&CHINESE)
        {
            return Fact::Stated(document.quoted(value, 0.9, line.range.clone()));
        }
        if text.len() <= 40
            && text.contains(['/', '-', '–'])
            && let Some(value) = captures(&BARE)
            && is_reference(&value)
            && !looks_like_a_date(&value)
        {
            return Fact::Stated(document.quoted(value, 0.82, line.range.clone()));
        }
    }
    Fact::Missing
}

/// Labels that are ordinary words as well.
fn is_weak(label: &str) -> bool {
    let bare: String = label.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    matches!(
        bare.as_str(),
        "n" | "nv"
            | "nota"
            | "notaverbal"
            | "note"
            | "noteverbale"
            | "verbalnote"
            | "diplomaticnote"
            | "carta"
            | "oficio"
            | "lettre"
            | "letter"
            | "exp"
            | "proc"
            | "processo"
            | "dossier"
            | "az"
            | "gz"
            | "expediente"
    )
}

/// A cheap look before the regex.
fn may_be_labelled(folded: &str) -> bool {
    [
        "ref",
        "no",
        "n°",
        "nº",
        "nr",
        "num",
        "№",
        "исх",
        "номер",
        "рег",
        "رقم",
        "مرجع",
        "编号",
        "文号",
        "档号",
        "编 号",
        "字号",
        "参考号",
        "file",
        "n ",
        "n.",
        "نمرة",
        "عدد",
        "اشارة",
        "قيد",
        "صادر",
        "اشار",
        "нота",
        "nv",
        "n.v",
        "gz",
        "az",
        "proc",
        "exp",
        "carta",
        "oficio",
        "letter",
        "lettre",
        "dossier",
        "geschaftszahl",
    ]
    .iter()
    .any(|l| folded.contains(l))
}

/// Labels that belong to somebody else's number.
fn is_foreign(before: &str) -> bool {
    [
        "your",
        "votre",
        "v/ref",
        "v/ ref",
        "su ref",
        "tel",
        "fax",
        "phone",
        "resolution",
        "passport",
        "passeport",
        "pasaporte",
        "room",
    ]
    .iter()
    .any(|w| before.contains(w))
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
        )
    });
    of && words.filter(|w| w.chars().all(char::is_alphabetic)).count() > 4
}

fn clean(rest: &str) -> Option<String> {
    let mut value = rest.trim_start_matches([' ', ':', '.', '#', '°', 'º', '№', '-', '\t']);
    // "Ref: No. 12/2017": a label within a label.
    for label in ["No.", "N°", "Nº", "No ", "no.", "N.º", "№", "NV No.", "Nr.", "Nro."] {
        if let Some(inner) = value.strip_prefix(label) {
            value = inner.trim_start_matches([' ', ':', '.']);
        }
    }
    let end = ENDS.iter().filter_map(|e| value.find(e)).min().unwrap_or(value.len());
    let value = value.get(..end)?.trim().trim_end_matches(['.', ':', '|', '*', '_', '-', '"', ' ']);
    let value = if value.contains('(') { value } else { value.trim_end_matches(')') };
    (!value.is_empty()).then(|| value.to_owned())
}

fn is_reference(value: &str) -> bool {
    let words = value.split_whitespace().count();
    value.chars().any(|c| c.is_numeric())
        && value.chars().count() <= 48
        && words <= 6
        && !value.starts_with("A/RES")
        && !value.contains('@')
        && !value.starts_with('+')
        && !value.starts_with('(')
        && value.split_whitespace().filter(|w| w.len() > 3 && w.chars().all(char::is_lowercase)).count() == 0
}

fn looks_like_a_date(value: &str) -> bool {
    let parts: Vec<&str> = value.split('/').collect();
    parts.len() == 3
        && parts.iter().all(|p| p.len() <= 4 && p.bytes().all(|b| b.is_ascii_digit()))
        && parts.last().is_some_and(|y| y.len() == 4 || y.len() == 2)
}

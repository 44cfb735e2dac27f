//! A letterhead that names an institution in one line and its State in another, or an institution that no table of
//! phrases knows: "THE UNITED REPUBLIC OF TANZANIA / MINISTRY OF HOME AFFAIRS".

use std::sync::LazyLock;

use crate::reading::document::{Document, Line};
use crate::reading::issuer::lines::ends_address;
use crate::reading::lexicon::Lexicon;
use crate::reading::phrases::{Hit, Sense};
use crate::reading::words::{Sort, split};
use crate::states::{Mention, States};

/// Lines that a letterhead takes at most.
const LINES: usize = 8;
/// Letters beside a State's name in a line that names it and nothing else: "Government of the".
const BESIDE: usize = 24;

static INSTITUTIONS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of([(
        (),
        "ministry ministries office oficina bureau minister ministre ministro ministère ministerio ministério ministero ministerium министерств* мид وزارة الوزارة \
         department département departamento secretaría secretariado cancillería chancellery presidency présidence \
         presidencia primature cabinet directorate direction dirección agency agence agencia агентств* service services \
         servicio служб* комитет* департамент* управлени* مديرية رئاسة الحكومة ديوان دائرة هيئة مجلس commissioner \
         vice-ministerio viceministerio procuraduría fiscalía parliament parlement congreso police policía полиц*",
    )])
});

/// Whether the line belongs to the address of the reader, or names the Organisation.
fn is_theirs(line: &str) -> bool {
    [
        "united nations",
        "nations unies",
        "naciones unidas",
        "nacoes unidas",
        "оон",
        "объединенных нации",
        "الامم المتحدة",
        "联合国",
        "general assembly",
        "assemblee generale",
        "asamblea general",
        "special representative",
        "representante especial",
        "representante speciale",
        "representant special",
        "secretary-general",
        "secretario general",
        "secretaire general",
    ]
    .iter()
    .any(|w| line.contains(w))
        || ["to ", "to: ", "attn", "attention", "a la ", "al ", "a l'", "au ", "a m", "к "]
            .iter()
            .any(|w| line.starts_with(w))
}

/// The institution of the letterhead and its State. `end` is the folded byte at which the head ends; where no courtesy
/// that we know ends it, it ends with the first line that is no heading.
pub(super) fn of(document: &Document, end: Option<usize>, states: &States) -> Option<(Hit, Mention)> {
    let end = end.map(|end| document.folded.origin(end.min(document.folded.text().len().saturating_sub(1))));
    let edges = document.edges();
    let lines: Vec<&Line<'_>> = edges
        .iter()
        .take_while(|l| end.map_or_else(|| is_heading(l.original), |end| l.range.start < end))
        .take(LINES)
        .filter(|l| !is_theirs(l.folded.text()))
        .collect();
    let institution = lines.iter().position(|l| l.folded.text().len() <= 160 && is_institution(l))?;
    let own = |line: &Line<'_>| own_name(document, line, states);
    let line = lines.get(institution)?;
    let hit = Hit {
        sense: Sense::Ministry,
        language: None,
        start: document.folded.at(line.range.start),
        end: document.folded.at(line.range.end),
    };
    let inside = sole(document, line, states);
    // What is nearest, the line below before the one above: "MINISTRY OF LABOUR / OF THE REPUBLIC OF ...".
    let next = || own(lines.get(institution + 1)?);
    let before = || own(lines.get(institution.checked_sub(1)?)?);
    let below = || lines.iter().skip(institution + 1).find_map(|l| own(l));
    let above = || lines.iter().take(institution).rev().find_map(|l| own(l));
    inside.or_else(next).or_else(before).or_else(below).or_else(above).map(|mention| (hit, mention))
}

/// Whether a line is written as headings are: short, its words with capitals, no sentence.
fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let small =
        line.split_whitespace().filter(|w| w.chars().count() > 3 && w.starts_with(char::is_lowercase));
    line.chars().count() <= 80
        && !line.ends_with(['.', ',', ';', '?', '!', '،', '。', '，'])
        && small.count() == 0
}

fn is_institution(line: &Line<'_>) -> bool {
    let text = line.folded.text().trim_end();
    let chinese = text.ends_with(['部', '局', '署', '厅', '办']) && text.chars().count() <= 40;
    let prose = text.ends_with(['.', ',', ':', ';']) && text.len() > 80;
    let named = split(line.folded)
        .iter()
        .filter(|w| w.sort == Sort::Letters)
        .any(|w| INSTITUTIONS.get(w.folded).is_some());
    !prose && (named || chinese)
}

/// The one State that a line names.
fn sole(document: &Document, line: &Line<'_>, states: &States) -> Option<Mention> {
    let start = document.folded.at(line.range.start);
    let end = document.folded.at(line.range.end);
    let mut found = states.mentions_in(&document.text, &document.folded, start..end);
    found.retain(|m| m.states.len() == 1 && (!m.weak || m.words.chars().any(char::is_uppercase)));
    let first = found.first()?.states.clone();
    found.iter().all(|m| m.states == first).then(|| found.swap_remove(0))
}

/// The State of a line that names it and says no more than "Government of the", or that is an address in it.
fn own_name(document: &Document, line: &Line<'_>, states: &States) -> Option<Mention> {
    let mention = sole(document, line, states)?;
    let letters = |t: &str| t.chars().filter(|c| c.is_alphabetic()).count();
    // "ANT.: Invitación del Gobierno de México" is a label with its value.
    let alone =
        letters(line.original) <= letters(&mention.words) + BESIDE && !line.original.contains([':', '：']);
    (alone || ends_address(line.original, &mention)).then_some(mention)
}

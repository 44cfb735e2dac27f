//! What each paper is, and what kept it from being read.

use crate::message::{Message, Paper};
use crate::reading::PaperKind;
use crate::reading::document::Document;
use crate::reading::phrases::Sense;

/// The text of a paper, pages joined with form feeds, if it has any.
pub(super) fn text(paper: &Paper) -> Option<String> {
    paper.pages.iter().any(|p| !p.trim().is_empty()).then(|| paper.pages.join("\x0c"))
}

/// Whether the subject says that the message forwards another.
pub(super) fn forwards(subject: &str) -> bool {
    let low = subject.trim_start().to_lowercase();
    ["fw:", "fwd:", "tr:", "tr :", "rv:", "i:", "wg:", "转发"].iter().any(|p| low.starts_with(p))
}

/// What holds other papers, which stand beside it in the message; it has no words of its own.
const CONTAINERS: [&str; 5] = [
    "application/zip",
    "application/ms-tnef",
    "application/pkcs7-mime",
    "application/vnd.ms-outlook",
    "message/rfc822",
];
/// What programs add and no person reads.
const SILENT: [&str; 2] = ["application/applefile", "application/pgp-encrypted"];

/// Whether a paper without text may hold the note: anything but a small picture, such as a logo, and what was opened
/// and only holds other papers.
pub(super) fn might_be_note(paper: &Paper) -> bool {
    let picture = paper.media_type.starts_with("image/");
    let silent = CONTAINERS.iter().chain(&SILENT).any(|m| paper.media_type == *m) && paper.trouble.is_none();
    !(silent
        || picture && paper.size < 60_000
        || paper.media_type.starts_with("text/calendar")
        || paper.media_type.contains("signature"))
}

/// What a paper is, by its words, and only where they are silent by its name.
pub(super) fn kind(paper: &Paper, document: Option<&Document>) -> PaperKind {
    let Some(document) = document else { return by_name(&paper.name) };
    if document.has(Sense::Opening) || document.has(Sense::Closing) {
        return PaperKind::Note;
    }
    let letter = document.has(Sense::Salutation)
        && (document.has(Sense::FirstPerson) || document.has(Sense::LetterClose));
    let scored = [
        (PaperKind::Passport, document.count(Sense::Passport), 2),
        (PaperKind::Cv, document.count(Sense::Cv), 3),
        (PaperKind::Visa, document.count(Sense::Visa), 2),
        (PaperKind::Bank, document.count(Sense::Bank), 2),
        (PaperKind::Form, document.count(Sense::Form), 1),
    ];
    let best = scored.iter().filter(|(_, n, least)| n >= least).max_by_key(|(_, n, _)| *n);
    let named = by_name(&paper.name);
    match best {
        _ if letter => PaperKind::Note,
        Some((kind, ..)) if named == PaperKind::Other || named == *kind => *kind,
        // The words and the name differ: the name was given by a person.
        Some(_) if named != PaperKind::Note => named,
        Some((kind, ..)) => *kind,
        None if named != PaperKind::Other => named,
        None if document.has(Sense::NamesNote)
            || document.has(Sense::LetterClose) && document.has(Sense::FirstPerson)
            || speaks_for_an_office(document) =>
        {
            PaperKind::Note
        }
        None => PaperKind::Other,
    }
}

/// A page of prose under the name of an office, with one of the courtesies at least.
fn speaks_for_an_office(document: &Document) -> bool {
    let office = [Sense::Mission, Sense::Ministry, Sense::Embassy, Sense::Representative];
    let courtesy = [Sense::Salutation, Sense::FirstPerson, Sense::LetterClose, Sense::Asking];
    document.text.chars().filter(|c| c.is_alphabetic()).count() >= 150
        && office.iter().any(|s| document.has(*s))
        && courtesy.iter().any(|s| document.has(*s))
}

fn by_name(name: &str) -> PaperKind {
    let low = name.to_lowercase();
    let words: Vec<&str> = low.split(|c: char| !c.is_alphanumeric()).collect();
    let has =
        |list: &[&str]| words.iter().any(|w| list.iter().any(|l| w == l || l.len() > 5 && w.starts_with(l)));
    if has(&["passport", "passeport", "pasaporte", "паспорт", "passp"]) {
        PaperKind::Passport
    } else if has(&["visa"]) {
        PaperKind::Visa
    } else if has(&["cv", "curriculum", "resume", "vitae"]) {
        PaperKind::Cv
    } else if has(&["bank", "banking", "iban", "rib", "banco", "bancaire"]) {
        PaperKind::Bank
    } else if has(&["form", "formulaire", "formulario", "application", "registration"]) {
        PaperKind::Form
    } else if has(&["note", "nota", "nv", "verbale", "verbal", "нота", "照会"]) {
        PaperKind::Note
    } else {
        PaperKind::Other
    }
}

/// Why something could not be read, one sentence each.
pub(super) fn troubles(message: &Message) -> Vec<String> {
    let mut troubles: Vec<String> =
        message.troubles.iter().map(|code| format!("The mail itself: {code}.")).collect();
    for paper in &message.papers {
        let name: String = paper.name.chars().filter(|c| !c.is_control()).take(80).collect();
        match &paper.trouble {
            Some(trouble) => troubles.push(format!(
                "\"{name}\" could not be read in full: {}.",
                trouble.words.trim_end_matches('.')
            )),
            None if text(paper).is_none() && might_be_note(paper) => {
                troubles.push(format!("\"{name}\" holds no text."));
            }
            None => {}
        }
    }
    troubles
}

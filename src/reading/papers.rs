//! What each paper is, and what kept it from being read.

use crate::message::{Message, Paper};
use crate::reading::document::Document;
use crate::reading::phrases::Sense;
use crate::reading::reference;
use crate::reading::words::is_letter;
use crate::reading::{Fact, Field, PaperKind, PaperReading, Place, Reading, travellers};
use crate::states::States;

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
    if let Some(kind) = machine_readable(&document.text).filter(|_| !letter) {
        return kind;
    }
    let bank = document.count(Sense::Bank) + 2 * usize::from(has_iban(&document.text));
    let scored = [
        (PaperKind::Passport, document.count(Sense::Passport), 2),
        (PaperKind::Cv, document.count(Sense::Cv), 3),
        (PaperKind::Visa, document.count(Sense::Visa), 2),
        (PaperKind::Bank, bank, 2),
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

/// Bytes of a paper in which its letterhead names who writes.
const HEADED: usize = 160;
/// Letters that a covering line has at most, and a note at least.
const LINE: usize = 420;
/// And a covering letter at most, with its letterhead and courtesies.
const COVER: usize = 1_400;
const PAGE: usize = 150;

/// Words that speak of what comes with them; folded.
const ATTACHED: [&str; 22] = [
    "attach",
    "enclos",
    "herewith",
    "piece jointe",
    "pj ",
    "ci-joint",
    "ci joint",
    "jointe",
    "adjunt",
    "anexo",
    "anexa",
    "en pdf",
    "scan",
    "прилаг",
    "прилож",
    "вложен",
    "مرفق",
    "طيه",
    "رفق",
    "附件",
    "随附",
    "附上",
];

/// Words that say that a paper is passed on; folded.
const PASSED_ON: [&str; 12] = [
    "transmit",
    "transmet",
    "forward",
    "hacerle llegar",
    "hacer llegar",
    "remit",
    "faire parvenir",
    "faire tenir",
    "препровожд",
    "направля",
    "احيل",
    "转递",
];

/// Whether a body is no more than the line that a paper is sent with: short, without the courtesies of a note, and it
/// speaks of what is attached.
pub(super) fn covers(body: &Document) -> bool {
    let text = body.folded.text();
    letters(&body.text) <= LINE
        && !body.has(Sense::Opening)
        && !body.has(Sense::Closing)
        && ATTACHED.iter().any(|word| text.contains(word))
}

/// The page, from 0, on which the note of a paper begins that opens with a covering letter: "J'ai l'honneur de vous
/// transmettre, ci-joint, la note verbale du Ministère", and overleaf the note with a letterhead of its own. 0 where the
/// first page speaks itself: it nominates somebody, or presents compliments.
pub(super) fn behind_cover(paper: &Paper, states: &States) -> usize {
    let pages = &paper.pages;
    if pages.len() < 2 {
        return 0;
    }
    let page = |number: usize| Document::new(&paper.name, pages.get(number).cloned().unwrap_or_default());
    let letter = page(0);
    let covers = letters(&letter.text) <= COVER
        && !letter.has(Sense::Opening)
        && [Sense::Salutation, Sense::FirstPerson, Sense::LetterClose].iter().any(|s| letter.has(*s))
        && ATTACHED.iter().chain(&PASSED_ON).any(|word| letter.folded.text().contains(word));
    if !covers || !page(1).has(Sense::Opening) {
        return 0;
    }
    let tally = travellers::find(&letter, states).tally();
    usize::from(tally.nominated + tally.going + tally.labelled == 0)
}

/// The one paper behind a covering line that may be what it covers, though nothing in it says what it is.
pub(super) fn covered(papers: &[(&Paper, Option<Document>)], kinds: &[PaperKind]) -> Option<usize> {
    let mut told = papers.iter().zip(kinds).enumerate().filter(|(_, ((_, document), kind))| {
        **kind == PaperKind::Other && document.as_ref().is_some_and(|d| letters(&d.text) >= PAGE)
    });
    let (at, _) = told.next()?;
    (told.next().is_none() && !kinds.contains(&PaperKind::Note)).then_some(at)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| is_letter(*c)).count()
}

/// A page of prose under the name of an office, with one of the courtesies at least, or, where that stands in its letterhead,
/// with a number.
fn speaks_for_an_office(document: &Document) -> bool {
    let office = [Sense::Mission, Sense::Ministry, Sense::Embassy, Sense::Representative];
    let courtesy = [Sense::Salutation, Sense::FirstPerson, Sense::LetterClose, Sense::Asking];
    let headed = document.hits.iter().any(|hit| office.contains(&hit.sense) && hit.start < HEADED);
    let numbered = || document.edges().iter().any(|line| reference::is_numbered(line.original.trim()));
    let courteous = || courtesy.iter().any(|s| document.has(*s));
    letters(&document.text) >= PAGE
        && (headed && numbered() || office.iter().any(|s| document.has(*s)) && courteous())
}

/// The confidence of a fact that hangs on a word which recognition was not sure of.
const SHAKY: f32 = 0.6;
/// Below this mean confidence (of 100) every fact of a recognised paper is for a person to look at.
const POOR: u8 = 72;

/// Lowers the confidence of facts that were read from doubtful words of a recognised paper: the State, the reference,
/// the date and the names hang on single characters, kind and form on whole formulas.
pub(super) fn doubt_recognised(reading: &mut Reading, message: &Message) {
    let found =
        |name: &str| message.papers.iter().find(|p| p.name == name).and_then(|p| p.recognition.as_ref());
    let doubtful = |place: &Place, words: &str| {
        found(&place.document).is_some_and(|recognition| {
            recognition.pages.contains(&place.page)
                && (recognition.confidence < POOR || hangs(words, &recognition.unsure))
        })
    };
    let lower = |confidence: &mut f32, doubtful: bool| {
        if doubtful {
            *confidence = confidence.min(SHAKY);
        }
    };
    if let Fact::Stated(state) = &mut reading.state {
        let poor = found(&state.place.document).is_some_and(|r| r.confidence < POOR);
        lower(&mut state.confidence, poor || doubtful(&state.place, &state.words));
    }
    if let Fact::Stated(reference) = &mut reading.note_reference {
        let mixed = found(&reference.place.document).is_some()
            && reference.value.split(['/', '-', '.', ' ']).any(is_mixed);
        lower(&mut reference.confidence, mixed || doubtful(&reference.place, &reference.value));
    }
    if let Fact::Stated(date) = &mut reading.note_date {
        lower(&mut date.confidence, doubtful(&date.place, &date.words));
    }
    for traveller in &mut reading.travellers {
        let cut =
            |p: &Paper| p.name == traveller.place.document && is_cut(p, &traveller.place, &traveller.words);
        let doubt = doubtful(&traveller.place, &traveller.value.name) || message.papers.iter().any(cut);
        lower(&mut traveller.confidence, doubt);
    }
}

/// Whether a part of a reference has letters and a figure that is taken for one: "50C" may have been printed "SOC".
fn is_mixed(part: &str) -> bool {
    part.contains(['0', '1', '5', '8'])
        && part.chars().filter(char::is_ascii_uppercase).count() == 1
        && part.len() > 2
}

/// Whether the name in `words` stands on its recognised page right before a doubtful word, which may be the rest of the name under
/// a stamp (`DON CRISANTOS NDONG e irector`).
fn is_cut(paper: &Paper, place: &Place, words: &str) -> bool {
    let Some(recognition) = &paper.recognition else { return false };
    let at = usize::try_from(place.page).unwrap_or(0).checked_sub(1);
    let Some(page) = at.and_then(|at| paper.pages.get(at)) else { return false };
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (page, words) = (plain(page), plain(words));
    page.split_once(&words).is_some_and(|(_, rest)| {
        let touches = rest.starts_with([' ']);
        let next = rest.split_whitespace().next().unwrap_or_default();
        touches && hangs(next, &recognition.unsure)
    })
}

/// The fields that recognition may have lost: those not found on the paper that speaks, if it was recognised; and all
/// of them, where no State was found and the note may be a recognised paper that says nothing intelligible.
pub(super) fn lost_fields(reading: &Reading, message: &Message) -> Vec<Field> {
    let recognised: Vec<&Paper> = message.papers.iter().filter(|p| p.recognition.is_some()).collect();
    let speaks = recognised.iter().any(|p| reading.speaks.as_ref() == Some(&p.name));
    let silent = reading.state == Fact::Missing && recognised.iter().any(|p| might_be_note(p));
    if !speaks && !silent {
        return Vec::new();
    }
    [
        (Field::Kind, silent),
        (Field::Form, silent),
        (Field::Language, silent),
        (Field::Channel, silent),
        (Field::Travellers, silent),
        (Field::State, silent),
        (Field::NoteReference, reading.note_reference == Fact::Missing),
        (Field::NoteDate, reading.note_date == Fact::Missing),
        (Field::Events, silent || reading.clues.is_empty()),
    ]
    .into_iter()
    .filter_map(|(field, lost)| lost.then_some(field))
    .collect()
}

/// Whether a word of `words` is among `unsure`. Chinese, which has no spaces, is compared by what it holds.
fn hangs(words: &str, unsure: &[String]) -> bool {
    let spaced = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '،' | '，');
    let own: Vec<&str> = words
        .split(spaced)
        .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|w| !w.is_empty())
        .collect();
    unsure.iter().any(|doubtful| {
        let han = doubtful.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}'));
        if han { words.contains(doubtful.as_str()) } else { own.contains(&doubtful.as_str()) }
    })
}

/// A passport page or a visa, by its machine-readable zone (ICAO Doc 9303): lines of capitals, digits and fillers,
/// the first beginning with P or V. Recognition reads some pairs of fillers as `«`.
fn machine_readable(text: &str) -> Option<PaperKind> {
    text.lines().find_map(|line| {
        let line: String = line.split_whitespace().collect::<String>().replace('«', "<<");
        let fillers = line.chars().filter(|c| *c == '<').count();
        let plain = line.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '<');
        if line.len() < 28 || line.len() > 50 || fillers < 4 || !plain {
            return None;
        }
        match line.chars().next() {
            Some('P') => Some(PaperKind::Passport),
            Some('V') => Some(PaperKind::Visa),
            _ => None,
        }
    })
}

/// Whether an account number stands in `text` whose check digits are right (ISO 13616).
fn has_iban(text: &str) -> bool {
    text.lines().any(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        (0..words.len()).any(|from| {
            let mut number = String::new();
            words.iter().skip(from).take(9).any(|word| {
                number.push_str(word);
                is_iban(&number)
            })
        })
    })
}

fn is_iban(number: &str) -> bool {
    let chars: Vec<char> = number.chars().collect();
    let (Some(country), Some(check), Some(rest)) = (chars.get(..2), chars.get(2..4), chars.get(4..)) else {
        return false;
    };
    let shaped = (15..=34).contains(&chars.len())
        && country.iter().all(char::is_ascii_uppercase)
        && check.iter().all(char::is_ascii_digit)
        && rest.iter().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    shaped
        && rest
            .iter()
            .chain(country)
            .chain(check)
            .filter_map(|c| c.to_digit(36))
            .fold(0, |sum, digit| if digit > 9 { (sum * 100 + digit) % 97 } else { (sum * 10 + digit) % 97 })
            == 1
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

/// A paper as the reading tells it.
pub(super) fn described(paper: &Paper, kind: PaperKind) -> PaperReading {
    PaperReading {
        name: paper.name.clone(),
        media_type: paper.media_type.clone(),
        kind,
        pages: paper.page_count,
        text_by: paper.text_by,
        sha256: paper.sha256.clone(),
    }
}

#[cfg(test)]
mod tests;

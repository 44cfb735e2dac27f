//! The number of the note that a covering mail brings: "Attached kindly find our Note No. PMB/GCM-47/2018 dated 11 April".

use std::ops::Range;
use std::sync::LazyLock;

use crate::reading::document::Document;
use crate::reading::lexicon::Lexicon;
use crate::reading::reference::shape::is_reference;
use crate::reading::words::{Sort, Word};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    /// That something comes with the mail.
    Brings,
    Note,
    /// That a number follows.
    Number,
}

static WORDS: LazyLock<Lexicon<Says>> = LazyLock::new(|| {
    Lexicon::of([
        (
            Says::Brings,
            "attach* enclos* herewith find trouver encontrar joint jointe joints jointes joins joignons adjunt* anexa* anexo remitimos \
             remito reproduc* transcri* copied pasted below ниже приводится ادناه نصها نورد 全文 направля* прилага* приложе* مرفق مرفقه مرفقا نرفق ارفق طيه رفقته 附",
        ),
        (Says::Note, "note nota ноту нота ноты ноте مذكره المذكره مذكرتنا مذكرتها بمذكرتنا 照"),
        (Says::Number, "no n nr num numero numéro ref reference رقم برقم номер 第"),
    ])
});

/// Words by which a note is the sender's own.
const OURS: [&str; 8] = ["our", "notre", "nuestra", "nossa", "нашу", "наша", "наши", "本"];
/// Words between what brings the note and its name, and between the name and the word for its number.
const NEAR: usize = 9;
const NEXT: usize = 3;
/// Parts of a number that blanks part: "ب د س/٢٠١٧/٥٤١".
const PARTS: usize = 4;

/// Where the number stands, as bytes of the text.
pub(in crate::reading) fn attached(document: &Document) -> Option<Range<usize>> {
    let words = document.words();
    let says = |word: &Word<'_>, what: Says| WORDS.of_word(word.folded).any(|s| s == what);
    let note = words.iter().enumerate().filter(|(_, word)| says(word, Says::Note));
    note.filter_map(|(k, _)| {
        let before = words.get(k.saturating_sub(NEAR)..k)?.iter().rev();
        // A full stop parts, but not that of "No.".
        let mut clause = before.take_while(|w| !w.is_sign(';') && !w.is_sign('?'));
        // "Our Note No. 61-2018 is set out below."
        let mut rest = words.get(k + 1..)?.iter().take(NEAR + PARTS);
        let goes_on = |w: &&Word<'_>| !matches!(w.sort, Sort::Sign(';' | ',' | '?' | ':'));
        let own = words.get(k.saturating_sub(2)..k)?.iter().any(|w| OURS.contains(&w.folded));
        let mut behind = || own && rest.by_ref().take_while(goes_on).any(|w| says(w, Says::Brings));
        if !clause.any(|w| says(w, Says::Brings)) && !behind() {
            return None;
        }
        let behind = words.get(k + 1..k + 1 + NEXT)?;
        let label = behind.iter().position(|w| says(w, Says::Number))?;
        let mut from = words.get(k + 1 + label..)?.iter().skip(1);
        let first = from.find(|w| !matches!(w.sort, Sort::Sign('.' | '°' | 'º' | ':')))?;
        number(&document.text, document.folded.origin(first.at))
    })
    .next()
}

/// The parts of the number that begins at `start`, up to the first with a figure.
fn number(text: &str, start: usize) -> Option<Range<usize>> {
    let mut end = start;
    for part in text.get(start..)?.split_inclusive([' ', '\n']).take(PARTS) {
        let own = part.trim_end_matches(|c: char| !c.is_alphanumeric());
        let here = end + own.len();
        end += part.len();
        if own.contains(char::is_numeric) {
            return Some(start..here).filter(|range| text.get(range.clone()).is_some_and(is_reference));
        }
        if own.len() < part.trim_end().len() && !part.trim_end().ends_with('.') {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::attached;
    use crate::reading::document::Document;

    #[test]
    fn the_note_that_a_mail_brings() {
        for (text, wanted) in [
            (
                "Attached kindly find our Note No. PMB/GCM-47/2018 dated 11 April 2018.",
                Some("PMB/GCM-47/2018"),
            ),
            ("Ci-joint la note verbale N° 0318/MP/NY de ce jour.", Some("0318/MP/NY")),
            ("Se adjunta la nota verbal No. 12-2018, con copia.", Some("12-2018")),
            ("Направляем скан ноты № 1-08/212 от 19.04.2018 и паспорт.", Some("1-08/212")),
            ("مرفق طيه مذكرتنا رقم ب د س/٢٠١٧/٥٤١ وصورة جواز", Some("ب د س/٢٠١٧/٥٤١")),
            ("With reference to your note No. 12/2018, the ticket is attached.", None),
            ("Our Note No. SI/UN 61-2018 is set out below as the scanner is down.", Some("SI/UN 61-2018")),
            ("Your Note No. 61-2018 is attached again.", None),
            ("Please find attached our note.", None),
        ] {
            let document = Document::new("body", text.to_owned());
            let found = attached(&document).and_then(|range| text.get(range));
            assert_eq!(found, wanted, "{text}");
        }
    }
}

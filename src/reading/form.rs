//! Note verbale, letter or ordinary mail: evidence is gathered and weighed by learned weights, as for kinds.

mod evidence;
mod weights;

use chrono::NaiveDate;

use crate::reading::document::Document;
use crate::reading::phrases::Sense;
use crate::reading::{Fact, Form};

/// The words that show a form, the most telling first.
const SHOWN: [Sense; 6] = [
    Sense::Opening,
    Sense::Salutation,
    Sense::FirstPerson,
    Sense::Closing,
    Sense::LetterClose,
    Sense::Ordinary,
];

/// The form of the document that speaks, and what was looked at. `unread` tells that a paper which may be the note has no
/// text; `mail` is the day of the mail, near which the note is dated.
pub(super) fn of(document: &Document, unread: bool, mail: NaiveDate) -> (Fact<Form>, Vec<(String, bool)>) {
    let clues = evidence::gather(document, mail);
    let mut sums = weights::BIAS;
    for (told, (_, weights)) in clues.iter().zip(weights::WEIGHTS) {
        for (sum, weight) in sums.iter_mut().zip(weights).filter(|_| *told) {
            *sum += weight;
        }
    }
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let all: f32 = sums.iter().map(|s| (s - most).exp()).sum();
    let best = sums.iter().position(|s| *s >= most).unwrap_or(0);
    let form = weights::FORMS.get(best).copied().unwrap_or(Form::Message);
    let mut confidence = 1.0 / all;
    if unread && form == Form::Message {
        // Where the note itself could not be opened, the covering mail is only that.
        confidence = confidence.min(0.5);
    }
    let shown = SHOWN.iter().find_map(|sense| document.first(*sense)).map_or(0..0, |h| h.start..h.end);
    let names = clues.iter().enumerate().map(|(at, told)| (evidence::name(at), *told));
    (Fact::Stated(document.quoted_folded(form, confidence, shown)), names.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_clue_has_its_weights() {
        let names: Vec<String> = (0..evidence::COUNT).map(evidence::name).collect();
        let known: Vec<&str> = weights::WEIGHTS.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, known, "run tests/corpus/learn.py");
    }
}

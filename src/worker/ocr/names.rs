//! Names, read a second time: a name hangs on single letters, which no dictionary of a model knows.
//!
//! The English model makes plain letters of those with accents and is sure of it (`Zúñiga` became `Zuniga`), and where
//! several models read a page side by side, its word is taken. The French one loses those that French does not have
//! (`Espírito`). So the lines in which a person is named are read by the Spanish model alone, too. Where it sees an accent,
//! there is one; where it sees other letters, the word stands in doubt.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::layout::{UNSURE, rows};
use super::raster::Raster;
use super::tesseract::Word;

/// What stands before a name, in lower case and without signs.
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "dra",
    "prof",
    "hon",
    "he",
    "m",
    "mm",
    "mme",
    "mmes",
    "mlle",
    "monsieur",
    "madame",
    "sr",
    "sra",
    "srta",
    "señor",
    "señora",
    "don",
    "doña",
    "d",
    "name",
    "names",
    "nom",
    "noms",
    "nombre",
    "participant",
    "ambassador",
    "ambassadeur",
    "minister",
    "ministre",
    "director",
    "directeur",
    "candidate",
    "candidat",
    "delegate",
];
/// So many lines are read again, from the top: a list of a whole delegation would take as long as the page.
const LINES: usize = 9;
/// From this confidence an accent is believed.
const SEEN: f32 = 80.0;
/// Two models that read other letters are both wrong at times; a word of more confidence is kept.
const SURE: f32 = 93.0;

/// The rows of `page` in which `words` name persons.
pub fn lines(words: &[Word], page: &Raster) -> Vec<Range<usize>> {
    let mut named: Vec<&[Word]> = Vec::new();
    // A name begins in one line and ends in the next.
    let mut goes_on = false;
    for line in words.chunk_by(|a, b| a.line == b.line) {
        let title = line.iter().rposition(|w| TITLES.contains(&bare(&w.text).to_lowercase().as_str()));
        if title.is_some() || goes_on || has_full_name(line) {
            named.push(line);
        }
        goes_on = title.is_some_and(|at| at + 4 > line.len());
    }
    named.truncate(LINES);
    let mut rows: Vec<Range<usize>> = named.into_iter().map(|line| rows(line, page)).collect();
    rows.sort_by_key(|r| r.start);
    rows
}

/// Whether three words in a row could be a full name (`attorney Gabriela María Zúniga`): no title of the list need stand
/// before it.
fn has_full_name(line: &[Word]) -> bool {
    let begins = |w: &Word| {
        let word = bare(&w.text);
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).any(char::is_lowercase)
            && word.chars().count() > 2
    };
    line.windows(3).any(|three| three.iter().all(begins))
}

/// Compares the capitalised among `words` with what was read a `second` time.
pub fn compare(words: &mut [Word], second: &[Word]) {
    for word in words.iter_mut().filter(|w| bare(&w.text).starts_with(char::is_uppercase)) {
        let Some(other) = second.iter().find(|o| o.covers(word) && word.covers(o)) else { continue };
        let (own, seen) = (bare(&word.text).to_owned(), bare(&other.text));
        if own.chars().count() < 3 || own == seen {
            continue;
        }
        if plain(&own) != plain(seen) {
            if word.confidence < SURE {
                word.confidence = word.confidence.min(UNSURE - 1.0);
            }
        } else if own.is_ascii() && other.confidence >= SEEN {
            word.text = word.text.replacen(&own, seen, 1);
        }
    }
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// In lower case, without accents.
fn plain(text: &str) -> String {
    text.nfd().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn word(text: &str, confidence: f32, left: i32, line: u32) -> Word {
        let top = i32::try_from(line).unwrap() * 50;
        Word { text: text.to_owned(), confidence, place: [left, top, 90, 30], line: [1, 1, line] }
    }

    #[test]
    fn lines_with_titles_are_read_again_and_those_in_which_the_name_ends() {
        let page = Raster::grey(400, 400, vec![255; 160_000]).unwrap();
        let words = [
            word("The", 95.0, 0, 1),
            word("has", 95.0, 0, 2),
            word("Ms.", 95.0, 100, 2),
            word("Gabriela", 95.0, 200, 2),
            word("Zuniga,", 95.0, 0, 3),
            word("of", 95.0, 0, 4),
        ];
        assert_eq!(lines(&words, &page), [94..136, 144..186]);
    }

    #[test]
    fn an_accent_that_is_seen_is_there_and_other_letters_are_a_doubt() {
        let mut words = [
            word("Zuniga,", 95.0, 0, 1),
            word("Pérez", 95.0, 100, 1),
            word("Mulcnga", 88.0, 200, 1),
            word("Awa", 96.0, 300, 1),
            word("of", 80.0, 0, 2),
        ];
        let second = [
            word("Zúniga,", 92.0, 0, 1),
            word("Perez", 95.0, 100, 1),
            word("Mulenga", 90.0, 200, 1),
            word("Ava", 90.0, 300, 1),
            word("cf", 90.0, 0, 2),
        ];
        compare(&mut words, &second);
        let read: Vec<(&str, f32)> = words.iter().map(|w| (w.text.as_str(), w.confidence)).collect();
        let wanted = [("Zúniga,", 95.0), ("Pérez", 95.0), ("Mulcnga", 74.0), ("Awa", 96.0), ("of", 80.0)];
        assert_eq!(read, wanted);
    }
}

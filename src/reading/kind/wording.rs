//! The words themselves: what a message is written in, word by word and by twos, weighed where kinds of words are too
//! coarse ("in lieu of", "no longer able").
//!
//! A word is cut to its first letters, since its ending tells little and differs by language; a Chinese character is a
//! word, and three of them are a turn as well. Which of them tell anything is learned ([`weights`]); the others are
//! passed by. How much a message has of them must not matter, so all that it has weigh as much together in each.

mod weights;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::reading::document::Document;
use crate::reading::kind::evidence::{Clue, Name};
use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, split};

/// Letters of a word that count.
const STEM: usize = 6;
/// What all turns of a message weigh together: the length of the vector of their values.
const WEIGHT: f32 = 10.0;
/// Turns that a message must have to weigh so much: a line of few words tells little.
const ENOUGH: usize = 50;

/// One, two or three words; the rest is empty.
type Turn<'t> = [&'t str; 3];

/// The learned turns: each of their words has a number, and none has 0.
struct Learned {
    words: Lexicon<u16>,
    rows: BTreeMap<[u16; 3], usize>,
}

static LEARNED: LazyLock<Learned> = LazyLock::new(|| {
    let texts = || weights::WEIGHTS.iter().map(|(text, _)| *text);
    let words: BTreeSet<&str> = texts().flat_map(|text| text.split(' ')).collect();
    let words = Lexicon::of((1..).zip(words));
    let turn = |text: &str| {
        let mut parts = text.split(' ').map(|word| words.get(word).unwrap_or_default());
        [(); 3].map(|()| parts.next().unwrap_or_default())
    };
    let rows = texts().enumerate().map(|(row, text)| (turn(text), row)).collect();
    Learned { words, rows }
});

impl Learned {
    /// The row of a turn. Most have a word that no learned turn has.
    fn row(&self, turn: Turn<'_>) -> Option<usize> {
        let mut numbers = [0; 3];
        for (number, word) in numbers.iter_mut().zip(turn).take_while(|(_, word)| !word.is_empty()) {
            *number = self.words.get(word)?;
        }
        self.rows.get(&numbers).copied()
    }
}

/// The learned turns of a message, each once.
pub(super) fn gather(speaking: &Document, subject: &Document) -> Vec<Clue> {
    let mut found: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    each(speaking, |turn, words| {
        if let Some(row) = LEARNED.row(turn) {
            found.entry(row).or_insert(words);
        }
    });
    each(subject, |turn, _| {
        if let Some(row) = LEARNED.row(turn) {
            found.entry(row).or_insert(0..0);
        }
    });
    #[allow(clippy::cast_precision_loss, reason = "some hundreds")]
    let value = WEIGHT / (found.len().max(ENOUGH) as f32).sqrt();
    found.into_iter().map(|(row, words)| Clue { name: Name::Turn(row), value, words }).collect()
}

/// What a learned turn is worth for each kind.
pub(super) fn weights(row: usize) -> Option<[f32; 8]> {
    weights::WEIGHTS.get(row).map(|(_, weights)| *weights)
}

/// A learned turn in words.
pub(super) fn text(row: usize) -> &'static str {
    weights::WEIGHTS.get(row).map_or("", |(text, _)| text)
}

/// Every turn of a message, learned or not: what learning begins with.
pub(super) fn all(speaking: &Document, subject: &Document) -> Vec<String> {
    let mut found = Vec::new();
    for document in [speaking, subject] {
        each(document, |turn, _| found.push(turn.join(" ").trim_end().to_owned()));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Calls `found` with each turn and its bytes in the folded text.
fn each<'d>(document: &'d Document, mut found: impl FnMut(Turn<'d>, Range<usize>)) {
    let words = split(&document.folded);
    let mut before: [(&str, usize); 2] = [("", 0); 2];
    for word in &words {
        let cut = match word.sort {
            Sort::Letters => word
                .folded
                .char_indices()
                .nth(STEM)
                .map_or(word.folded, |(at, _)| word.folded.get(..at).unwrap_or_default()),
            Sort::Number(..) => "0",
            Sort::Sign('?' | '؟' | '？') => "?",
            Sort::Sign(_) => continue,
        };
        found([cut, "", ""], word.at..word.end);
        let [second, first] = before;
        if !first.0.is_empty() {
            found([first.0, cut, ""], first.1..word.end);
        }
        if !second.0.is_empty() && is_chinese(second.0) {
            found([second.0, first.0, cut], second.1..word.end);
        }
        before = [first, (cut, word.at)];
    }
}

fn is_chinese(word: &str) -> bool {
    word.starts_with(|c: char| ('\u{3400}'..='\u{9fff}').contains(&c))
}

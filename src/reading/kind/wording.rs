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
use crate::reading::words::{Sort, Word, split};

/// Letters of a word that count.
const STEM: usize = 6;
/// What all turns of a message weigh together: the length of the vector of their values.
const WEIGHT: f32 = 10.0;
/// Turns that a message must have to weigh so much: a line of few words tells little.
const ENOUGH: usize = 50;

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

/// The learned turns of a message, each once.
pub(super) fn gather(speaking: &Document, subject: &Document) -> Vec<Clue> {
    let mut found: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    for document in [speaking, subject] {
        each(
            &split(&document.folded),
            |word| LEARNED.words.get(word).unwrap_or_default(),
            |turn, words| {
                if let Some(row) = LEARNED.rows.get(&turn) {
                    // What the subject says stands nowhere in the document that speaks.
                    let words = if std::ptr::eq(document, speaking) { words } else { 0..0 };
                    found.entry(*row).or_insert(words);
                }
            },
        );
    }
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
        let words = split(&document.folded);
        each(&words, |word| word, |turn, _| found.push(turn.join(" ").trim_end().to_owned()));
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Calls `found` with each turn of one, two or three words, the rest empty, and its bytes in the folded text. `known`
/// says what a word is taken for; one that is nothing is in no turn.
fn each<'w, W: Copy + Default + PartialEq>(
    words: &[Word<'w>],
    known: impl Fn(&'w str) -> W,
    mut found: impl FnMut([W; 3], Range<usize>),
) {
    let none = W::default();
    let mut before = [(none, 0, false); 2];
    for word in words {
        let (cut, chinese) = match word.sort {
            Sort::Letters => (cut(word.folded), is_chinese(word.folded)),
            Sort::Number(..) => ("0", false),
            Sort::Sign('?' | '؟' | '？') => ("?", false),
            Sort::Sign(_) => continue,
        };
        let own = known(cut);
        let [second, first] = before;
        before = [first, (own, word.at, chinese)];
        if own == none {
            continue;
        }
        found([own, none, none], word.at..word.end);
        if first.0 != none {
            found([first.0, own, none], first.1..word.end);
            if second.0 != none && second.2 {
                found([second.0, first.0, own], second.1..word.end);
            }
        }
    }
}

/// The first letters of a word.
fn cut(word: &str) -> &str {
    word.char_indices().nth(STEM).map_or(word, |(at, _)| word.get(..at).unwrap_or_default())
}

fn is_chinese(word: &str) -> bool {
    word.starts_with(|c: char| ('\u{3400}'..='\u{9fff}').contains(&c))
}

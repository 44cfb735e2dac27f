//! Turns of one to three words as they are written, and which of them something has been learned of.
//!
//! A word is cut to its first letters, since its ending tells little and differs by language; a Chinese character is a
//! word, and three of them are a turn as well.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};

/// Letters of a word that count.
const STEM: usize = 6;

/// Turns of which something has been learned: each of their words has a number, and none has 0.
pub(crate) struct Learned {
    words: Lexicon<u16>,
    /// Where the turns that end with each word begin in `rows`, and, last, where they end.
    ends: Vec<u32>,
    rows: Vec<Row>,
}

/// A learned turn: its last word is told by where it stands.
struct Row {
    place: u8,
    /// The words before the last; 0 where there is none.
    before: [u16; 2],
    row: usize,
}

impl Learned {
    /// Of turns with the place that they were learned at, in the order of their rows.
    pub(crate) fn of<'t>(turns: impl Iterator<Item = (u8, &'t str)> + Clone) -> Self {
        let words: BTreeSet<&str> = turns.clone().flat_map(|(_, text)| text.split(' ')).collect();
        let words = Lexicon::of((1..).zip(words));
        let mut placed: Vec<(u16, Row)> = Vec::new();
        for (row, (place, text)) in turns.enumerate() {
            let mut parts = text.rsplit(' ').map(|word| words.get(word).unwrap_or_default());
            let last = parts.next().unwrap_or_default();
            let [near, far] = [(); 2].map(|()| parts.next().unwrap_or_default());
            placed.push((last, Row { place, before: [far, near], row }));
        }
        // Of turns that are the same, the last counts.
        placed.sort_by_key(|(last, row)| (*last, std::cmp::Reverse(row.row)));
        let most = placed.last().map_or(0, |(last, _)| last + 2);
        let ends = (0..most).map(|word| placed.partition_point(|(last, _)| *last < word) as u32).collect();
        Self { words, ends, rows: placed.into_iter().map(|(_, row)| row).collect() }
    }

    /// Those that end with this word.
    fn ending(&self, word: u16) -> &[Row] {
        let at = |word: usize| self.ends.get(word).map_or(0, |at| *at as usize);
        self.rows.get(at(usize::from(word))..at(usize::from(word) + 1)).unwrap_or_default()
    }

    /// Calls `found` with the row of each known turn of `words` at `place`, and its bytes in the folded text.
    pub(crate) fn each(&self, place: u8, words: &[Word<'_>], mut found: impl FnMut(usize, Range<usize>)) {
        let number = |word: &str| self.words.get(word).unwrap_or_default();
        each(words, number, |turn, range| {
            let (last, before) = match turn {
                [one, 0, _] => (one, [0, 0]),
                [first, last, 0] => (last, [0, first]),
                [first, second, last] => (last, [first, second]),
            };
            if let Some(known) = self.ending(last).iter().find(|r| r.before == before && r.place == place) {
                found(known.row, range);
            }
        });
    }
}

/// Every turn of `words`, learned or not, written out: what learning begins with.
pub(crate) fn all(words: &[Word<'_>]) -> Vec<String> {
    let mut found = Vec::new();
    each(words, |word| word, |turn, _| found.push(turn.join(" ").trim_end().to_owned()));
    found
}

/// Words that are parted already, all of letters.
pub(crate) fn parted<'w>(words: &[&'w str]) -> Vec<Word<'w>> {
    let mut at = 0;
    let each = words.iter().map(|word| {
        let start = at;
        at += word.len() + 1;
        Word { folded: word, at: start, end: start + word.len(), sort: Sort::Letters, spaced: true }
    });
    each.collect()
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
    if word.len() <= STEM {
        return word;
    }
    word.char_indices().nth(STEM).map_or(word, |(at, _)| word.get(..at).unwrap_or_default())
}

fn is_chinese(word: &str) -> bool {
    word.starts_with(|c: char| ('\u{3400}'..='\u{9fff}').contains(&c))
}

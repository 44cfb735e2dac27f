//! The words about a name themselves, where kinds of words are too coarse: "no more available", "who heads the
//! secretariat", "please cc". Which of them tell whether a message is about the person is learned.

use std::ops::Range;
use std::sync::LazyLock;

use crate::reading::document::Document;
use crate::reading::travellers::Candidate;
use crate::reading::travellers::turns::WEIGHTS;
use crate::reading::wording::{self, Learned};
use crate::reading::words::{Sort, Word};

/// Words on either side of a name that are looked at, and those that stand at it.
const REACH: usize = 12;
const NEAR: usize = 3;
/// Where they stand.
const WHERE: [&str; 4] = ["before", "just before", "just behind", "behind"];

static LEARNED: LazyLock<Learned> = LazyLock::new(|| {
    Learned::of(WEIGHTS.iter().map(|(text, _)| {
        let (place, turn) = text.split_once(": ").unwrap_or_default();
        (WHERE.iter().position(|w| *w == place).map_or(u8::MAX, |at| at as u8), turn)
    }))
});

/// The words on both sides of one mention of a person, as places in those of the document.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    before: Range<usize>,
    behind: Range<usize>,
}

/// The words of a document about the names that stand in it.
pub(super) struct Wording<'d> {
    words: Vec<Word<'d>>,
}

impl<'d> Wording<'d> {
    /// Also notes with each of `all` (in the order of the text) what words stand about it: those of its paragraph, up to
    /// the names next to it.
    pub(super) fn of(document: &'d Document, all: &mut [Candidate]) -> Self {
        if all.is_empty() {
            return Self { words: Vec::new() };
        }
        let signs = |word: &Word<'_>| !matches!(word.sort, Sort::Sign(c) if !matches!(c, '?' | '؟' | '？'));
        let words: Vec<Word<'d>> = document.words().into_iter().filter(signs).collect();
        let breaks: Vec<usize> = document.text.match_indices("\n\n").map(|(at, _)| at).collect();
        let place = |original: usize| {
            let folded = document.folded.at(original);
            words.partition_point(|word| word.at < folded)
        };
        let mut from = 0;
        for k in 0..all.len() {
            let next = all.get(k + 1).map(|c| c.start);
            let Some(one) = all.get_mut(k) else { continue };
            let begin = breaks.partition_point(|at| *at < one.start);
            let begin = begin.checked_sub(1).and_then(|at| breaks.get(at)).copied().unwrap_or_default();
            let end = breaks.get(breaks.partition_point(|at| *at < one.name.end)).copied();
            let end = end.unwrap_or(document.text.len()).min(next.unwrap_or(usize::MAX)).max(one.name.end);
            let (start, stop) = (place(one.start), place(one.name.end));
            let first = place(begin.max(from)).max(start.saturating_sub(REACH)).min(start);
            let last = place(end).min(stop + REACH).max(stop);
            one.wording = vec![Around { before: first..start, behind: stop..last }];
            from = from.max(one.name.end);
        }
        Self { words }
    }

    /// The words at each place about one mention.
    fn places(&self, around: &Around) -> [&[Word<'d>]; WHERE.len()] {
        let within = |range: Range<usize>| self.words.get(range).unwrap_or_default();
        let Around { before, behind } = around.clone();
        [
            within(before.clone()),
            within(before.end.saturating_sub(NEAR).max(before.start)..before.end),
            within(behind.start..(behind.start + NEAR).min(behind.end)),
            within(behind),
        ]
    }

    /// What the words about all mentions of a person are worth for each of the four kinds, each turn once.
    pub(super) fn worth(&self, one: &Candidate) -> [f32; 4] {
        let mut rows = Vec::new();
        for around in &one.wording {
            for (place, words) in (0_u8..).zip(self.places(around)) {
                LEARNED.each(place, words, |row, _| rows.push(row));
            }
        }
        rows.sort_unstable();
        rows.dedup();
        let each = rows.into_iter().filter_map(|row| WEIGHTS.get(row));
        each.fold([0.0; 4], |mut sum, (_, worth)| {
            sum.iter_mut().zip(worth).for_each(|(sum, worth)| *sum += worth);
            sum
        })
    }

    /// Every turn about a person, learned or not: what learning begins with.
    pub(super) fn all(&self, one: &Candidate) -> Vec<String> {
        let mentions = one.wording.iter().flat_map(|around| {
            let places = WHERE.iter().zip(self.places(around));
            places.flat_map(|(place, words)| {
                wording::all(words).into_iter().map(move |turn| format!("{place}: {turn}"))
            })
        });
        let mut found: Vec<String> = mentions.collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

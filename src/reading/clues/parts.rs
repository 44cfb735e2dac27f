//! A sentence shared out among the meetings that it names.

use std::ops::Range;

use crate::reading::clues::acts;
use crate::reading::dates::Span;
use crate::reading::ordinals::Ordinal;
use crate::reading::words::Word;

/// One meeting's share of a sentence.
pub(super) struct Part<'s> {
    pub span: Option<&'s Span>,
    pub ordinal: Option<u32>,
    /// Its words, as ranges of the sentence's.
    pub words: Vec<Range<usize>>,
    /// Whether something was left out between the ranges.
    pub parted: bool,
}

/// Shares a sentence out. Where it names one span and one ordinal at most, it is whole; else each span takes the
/// words since the one before, and its nearest ordinal. `lead` words at its beginning belong to another sentence.
pub(super) fn parts<'s>(
    words: &[Word],
    lead: usize,
    spans: &'s [Span],
    ordinals: &[Ordinal],
) -> Vec<Part<'s>> {
    let ordinal = ordinals.first().map(|o| o.number);
    if spans.len() <= 1 && ordinals.len() <= 1 {
        let whole = 0..words.len();
        return vec![Part { span: spans.first(), ordinal, words: vec![whole], parted: false }];
    }
    if spans.len() <= 1 {
        // "the fifth and sixth thematic sessions": the words after belong to all.
        let last = ordinals.len().saturating_sub(1);
        let part = |(k, ordinal): (usize, &Ordinal)| Part {
            span: spans.first().filter(|_| k == last),
            ordinal: Some(ordinal.number),
            words: without_others(words, ordinals, k),
            parted: false,
        };
        return ordinals.iter().enumerate().map(part).collect();
    }
    let word_at = |at: usize| words.partition_point(|w| w.at < at);
    // The sentence's own beginning says what is done and of which series; every part keeps it.
    let first_mark = spans.iter().map(|s| s.range.start).chain(ordinals.iter().map(|o| o.at)).min();
    let opening = 0..word_at(first_mark.unwrap_or(0));
    let keeps_opening = opening.end > lead && words.get(opening.clone()).is_some_and(acts);
    let mut found = Vec::new();
    let mut start = 0;
    for (k, span) in spans.iter().enumerate() {
        let stop = spans.get(k + 1).map_or(words.len(), |next| {
            let (from, to) = (word_at(span.range.end), word_at(next.range.start));
            let between = words.get(from..to).unwrap_or_default();
            from + between.iter().position(|w| parts_meetings(w, span)).unwrap_or(between.len())
        });
        let range = start..stop;
        let ordinal = ordinals
            .iter()
            .filter(|o| range.contains(&word_at(o.at)))
            .min_by_key(|o| o.at.abs_diff(span.range.start))
            .map(|o| o.number);
        let parted = k > 0 && keeps_opening;
        let share = if parted { vec![opening.clone(), range] } else { vec![range] };
        found.push(Part { span: Some(span), ordinal, words: share, parted });
        start = stop;
    }
    found
}

/// What follows a span up to "and", a comma or a sign still belongs to it ("on 4 September in Vienna").
fn parts_meetings(word: &Word, span: &Span) -> bool {
    matches!(word.folded, "and" | "et" | "y" | "as" | "ainsi" | "asi" | "и" | "و" | "和")
        || word.is_sign(';')
        || word.is_sign(',') && word.at > span.range.end
}

/// The words without the ordinals that are not the `keep`-th, so that one part does not speak for another.
fn without_others(words: &[Word], ordinals: &[Ordinal], keep: usize) -> Vec<Range<usize>> {
    let mut kept = Vec::new();
    let mut from = 0;
    for (_, ordinal) in ordinals.iter().enumerate().filter(|(k, _)| *k != keep) {
        kept.push(from..words.partition_point(|w| w.at < ordinal.at));
        from = words.partition_point(|w| w.at < ordinal.end);
    }
    kept.push(from..words.len());
    kept.retain(|piece| !piece.is_empty());
    kept
}

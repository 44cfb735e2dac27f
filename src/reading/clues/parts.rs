//! A sentence shared out among the meetings that it names.

use std::ops::Range;

use crate::reading::clues::acts;
use crate::reading::clues::table::Signs;
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
    /// The word at which the meeting is named.
    pub at: usize,
}

/// One meeting's number and days.
#[derive(Default)]
struct Marks<'s> {
    span: Option<&'s Span>,
    ordinal: Option<Ordinal>,
    /// Bytes of the first and the last mark.
    range: Range<usize>,
    /// Whether it is a number in a list of numbers: the words around belong to all of them.
    listed: bool,
}

/// Shares a sentence out: a meeting has one number and one span of days at most, in either order. `lead` words at its
/// beginning belong to another sentence.
pub(super) fn parts<'s>(
    words: &[Word],
    lead: usize,
    spans: &'s [Span],
    ordinals: &[Ordinal],
) -> Vec<Part<'s>> {
    let word_at = |at: usize| words.partition_point(|w| w.at < at);
    let groups = grouped(words, spans, ordinals);
    let [first, .., _] = groups.as_slice() else {
        let only = groups.first();
        return vec![Part {
            span: only.and_then(|g| g.span),
            ordinal: only.and_then(|g| g.ordinal).map(|o| o.number),
            words: std::iter::once(0..words.len()).collect(),
            parted: false,
            at: only.map_or(0, |g| word_at(g.range.start)),
        }];
    };
    // The sentence's own beginning says what is done and of which series; every part keeps it.
    let opening = 0..word_at(first.range.start);
    let keeps_opening = opening.end > lead && words.get(opening.clone()).is_some_and(acts);
    let mut found = Vec::new();
    let mut start = 0;
    for (k, group) in groups.iter().enumerate() {
        let stop = groups.get(k + 1).map_or(words.len(), |next| {
            let (from, to) = (word_at(group.range.end), word_at(next.range.start));
            let between = words.get(from..to).unwrap_or_default();
            from + between.iter().position(|w| is_joint(w)).unwrap_or(between.len())
        });
        let own = start.max(if k == 0 { opening.end } else { 0 })..stop;
        // "第一轮和第二轮政府间谈判": a word that only counts is no name.
        let names =
            |w: &Word| !matches!(w.folded, "轮" | "届" | "次") && Signs::of(w.folded).has(Signs::MEETING);
        let named = words.get(own).unwrap_or_default().iter().any(names);
        let bare = group.span.is_none_or(|span| span.whole_month);
        let (share, parted) = if group.listed || !named && bare {
            // "the fifth and sixth thematic sessions", "las rondas de abril y mayo": the words around belong to all.
            (without_others(words, &groups, k), false)
        } else if k > 0 && keeps_opening {
            (vec![opening.clone(), start..stop], true)
        } else {
            (std::iter::once(start..stop).collect(), false)
        };
        let ordinal = group.ordinal.map(|o| o.number);
        found.push(Part { span: group.span, ordinal, words: share, parted, at: word_at(group.range.start) });
        start = stop;
    }
    found
}

/// Numbers and days that belong together.
fn grouped<'s>(words: &[Word], spans: &'s [Span], ordinals: &[Ordinal]) -> Vec<Marks<'s>> {
    let mut marks: Vec<(Range<usize>, Option<&Span>, Option<Ordinal>)> =
        spans.iter().map(|s| (s.range.clone(), Some(s), None)).collect();
    marks.extend(ordinals.iter().map(|o| (o.at..o.end, None, Some(*o))));
    marks.sort_by_key(|(range, ..)| range.start);
    // "the first and second rounds, in February and March": in the same order, or the months of all together.
    let leading = ordinals.len() > 1
        && !spans.is_empty()
        && ordinals.iter().all(|o| spans.iter().all(|s| o.end <= s.range.start));
    if leading && (spans.len() == ordinals.len() || spans.iter().all(|s| s.whole_month)) {
        let same = spans.len() == ordinals.len();
        let span = |k: usize| if same { spans.get(k) } else { None };
        let marks = ordinals.iter().enumerate();
        return marks
            .map(|(k, o)| Marks { span: span(k), ordinal: Some(*o), range: o.at..o.end, listed: true })
            .collect();
    }
    let mut groups: Vec<Marks<'s>> = Vec::new();
    for (k, (range, span, ordinal)) in marks.iter().enumerate() {
        let next_is_span = marks.get(k + 1).is_some_and(|(_, span, _)| span.is_some());
        let fits = groups.last().is_some_and(|group| match (span, ordinal) {
            // "the first round, as well as the hearing of 21 February": another meeting stands between.
            (Some(_), _) => {
                group.span.is_none()
                    && !(group.ordinal.is_some() && another(words, group.range.end..range.start))
            }
            // "on 4 September, and the sixth session on 12 October": the number leads its own days.
            (None, _) => {
                let joined = joined(words, group.range.end..range.start);
                let spanned = group.span.is_some_and(|s| !s.whole_month);
                group.ordinal.is_none() && !(joined && (next_is_span || spanned))
            }
        });
        if !fits {
            groups.push(Marks { range: range.clone(), ..Marks::default() });
        }
        let Some(group) = groups.last_mut() else { continue };
        group.span = group.span.or(*span);
        group.ordinal = group.ordinal.or(*ordinal);
        group.range.end = range.end;
    }
    // "the second, third and fourth rounds": only joints between them.
    for k in 1..groups.len() {
        let ends = |g: &Marks<'_>| g.span.is_none() && g.ordinal.is_some();
        let (Some(before), Some(this)) = (groups.get(k - 1), groups.get(k)) else { continue };
        let from = words.partition_point(|w| w.at < before.range.end);
        let to = words.partition_point(|w| w.at < this.range.start);
        let joints = words.get(from..to).unwrap_or_default();
        let small = |w: &Word| {
            is_joint(w) || matches!(w.folded, "the" | "la" | "le" | "las" | "les" | "los" | "el" | "第")
        };
        if ends(before) && ends(this) && joints.iter().any(is_joint) && joints.iter().all(small) {
            for at in [k - 1, k] {
                if let Some(group) = groups.get_mut(at) {
                    group.listed = true;
                }
            }
        }
    }
    groups
}

/// Whether another meeting is joined on among the words of `bytes`.
fn another(words: &[Word], bytes: Range<usize>) -> bool {
    let from = words.partition_point(|w| w.at < bytes.start);
    let to = words.partition_point(|w| w.at < bytes.end);
    let between = words.get(from..to).unwrap_or_default();
    let joint = between.iter().position(|w| is_joint(w) && !w.is_sign(','));
    let after = joint.and_then(|at| between.get(at..)).unwrap_or_default();
    after.iter().any(|w| Signs::of(w.folded).has(Signs::MEETING))
}

/// Whether a joining word stands among the words of `bytes`.
fn joined(words: &[Word], bytes: Range<usize>) -> bool {
    let from = words.partition_point(|w| w.at < bytes.start);
    let to = words.partition_point(|w| w.at < bytes.end);
    // "tant pour la présentation que pour le premier cycle"
    let both = || words.get(..from).unwrap_or_default().iter().any(|w| matches!(w.folded, "tant" | "tanto"));
    let joint = |w: &Word| is_joint(w) && !w.is_sign(',') || matches!(w.folded, "que" | "como") && both();
    words.get(from..to).unwrap_or_default().iter().any(joint)
}

/// What follows a mark up to "and", a comma or a sign still belongs to it ("on 4 September in Vienna").
fn is_joint(word: &Word) -> bool {
    matches!(word.folded, "and" | "et" | "y" | "e" | "as" | "ainsi" | "asi" | "и" | "و" | "和")
        || matches!(
            word.folded,
            "及" | "与"
                | "并"
                | "также"
                | "puis"
                | "then"
                | "plus"
                | "وكذلك"
                | "وكذا"
                | "ثم"
                | "luego"
                | "und"
        )
        || word.is_sign(';')
        || word.is_sign(',')
}

/// The words without the numbers of other meetings, so that one part does not speak for another.
fn without_others(words: &[Word], groups: &[Marks<'_>], keep: usize) -> Vec<Range<usize>> {
    let mut kept = Vec::new();
    let mut from = 0;
    for (_, group) in groups.iter().enumerate().filter(|(k, _)| *k != keep) {
        kept.push(from..words.partition_point(|w| w.at < group.range.start));
        from = words.partition_point(|w| w.at < group.range.end);
    }
    kept.push(from..words.len());
    kept.retain(|piece| !piece.is_empty());
    kept
}

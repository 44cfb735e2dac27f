//! Words that may say which event is meant.
//!
//! A clue is a sentence, or the part of one around one ordinal or one span of days. Three ranks, the strongest
//! first and each in the order of the text: what the note does ("requests support for ... to participate in"),
//! meetings mentioned in passing, and meetings that are over. Days of other papers, of births, journeys and
//! closing dates are no clues.

mod table;

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::reading::dates::{self, Span};
use crate::reading::ordinals;
use crate::reading::sentences::{self, is_item};
use crate::reading::words::{Beginnings, Word, words};
use crate::reading::{EventClue, Place};
use table::{DOING, OTHER_DATES, PAST};

/// Clues kept of one document; a note names few meetings, a circular many.
const MOST: usize = 40;
/// Characters of a sentence that are kept.
const SENTENCE: usize = 700;

/// Finds the clues in `text` (one document, lines joined with `\n`, pages with form feed). `near` settles years
/// that are left out: the first such day on or after it.
pub(crate) fn find(text: &str, document: &str, near: NaiveDate) -> Vec<EventClue> {
    let mut ranked: Vec<(u8, EventClue)> = Vec::new();
    let mut page = 1;
    let mut lead: Option<String> = None;
    for sheet in text.split('\u{c}') {
        for sentence in sentences::ranges(sheet) {
            let sentence = sheet.get(sentence).unwrap_or_default();
            let before = lead.take();
            if sentence.trim_start().starts_with('>') {
                continue; // quoted history
            }
            let line = one_line(sentence);
            let item = before.as_ref().map(|b| format!("{b} {line}"));
            let place = Place { document: document.to_owned(), page };
            let found = of_sentence(
                item.as_deref().unwrap_or(&line),
                before.as_ref().map_or(0, String::len),
                near,
                &place,
            );
            // A list: its items belong to the sentence that leads it in.
            if line.ends_with(':')
                && found.iter().all(|(_, c)| c.first_day.is_none() && c.ordinal.is_none())
                && asks(&line)
            {
                lead = Some(line);
            } else if before.is_some() && (is_item(sentence) || !found.is_empty()) {
                lead = before;
            }
            ranked.extend(found);
        }
        page += 1;
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.truncate(MOST);
    ranked.into_iter().map(|(_, clue)| clue).collect()
}

/// White space runs become one space; at most [`SENTENCE`] characters.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    match line.char_indices().nth(SENTENCE) {
        Some((at, _)) => line.get(..at).unwrap_or_default().to_owned(),
        None => line,
    }
}

static ACTS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::of(DOING));

/// Whether a sentence does something about a meeting (asks support, announces, withdraws), by its words.
pub(crate) fn asks(sentence: &str) -> bool {
    asks_in(&words(sentence))
}

fn asks_in(words: &[Word]) -> bool {
    let mut doing = false;
    let mut past = false;
    for pair in words.windows(2) {
        let [word, next] = pair else { continue };
        doing |= ACTS.begin(&word.folded)
            || matches!(
                (word.folded.as_ref(), next.folded.as_ref()),
                ("参", "加") | ("出", "席") | ("资", "助") | ("申", "请")
            );
        past |= matches!(
            word.folded.as_ref(),
            "attended" | "participated" | "recalls" | "recalling" | "rappelle" | "recuerda"
        );
    }
    doing |= words.last().is_some_and(|w| ACTS.begin(&w.folded));
    let requests = || words.iter().any(|w| starts(&w.folded, &["request", "solicit", "demand"]));
    doing && (!past || requests())
}

fn starts(word: &str, with: &[&str]) -> bool {
    !word.is_empty() && with.iter().any(|w| word.starts_with(w))
}

/// Whether this span is the day of something else: the nearest telling word before it decides.
fn is_other_date(words: &[Word], span: &Span) -> bool {
    let before = words.iter().rev().filter(|w| w.range.end <= span.range.start).take(7);
    for word in before {
        if ordinals::is_meeting(&word.folded)
            || matches!(word.folded.as_ref(), "held" | "tiendra" | "celebrara" | "place")
        {
            return false;
        }
        if OTHER_DATES.contains(&word.folded.as_ref()) {
            return true;
        }
    }
    false
}

fn of_sentence(line: &str, lead: usize, near: NaiveDate, place: &Place) -> Vec<(u8, EventClue)> {
    let words = words(line);
    let spans: Vec<Span> =
        dates::in_words(&words).into_iter().filter(|s| !is_other_date(&words, s)).collect();
    let ordinals: Vec<_> = ordinals::find(&words)
        .into_iter()
        .filter(|o| !spans.iter().any(|s| s.range.contains(&o.at)))
        .collect();
    let own = |w: &&Word| w.range.start >= lead;
    let meeting = words.iter().filter(own).any(|w| ordinals::is_meeting(&w.folded));
    // "New York, 10 August 2017" is the date of the note, and a bare day without a meeting says nothing.
    let acts = asks_in(&words);
    if !meeting && ordinals.is_empty() && lead == 0 && !acts {
        return Vec::new();
    }
    if !meeting && ordinals.is_empty() && spans.is_empty() && words.iter().filter(own).count() < 4 {
        return Vec::new();
    }
    let rank = if acts {
        0
    } else if words.iter().any(|w| PAST.contains(&w.folded.as_ref())) {
        2
    } else {
        1
    };
    parts(&words, &spans, &ordinals, line, lead)
        .into_iter()
        .map(|part| {
            let days = part.span.and_then(|s| s.days(near));
            // A part of a sentence may leave out what the whole does.
            let acts = if part.sentence == line { acts } else { asks(&part.sentence) };
            let clue = EventClue {
                first_day: days.map(|d| d.0),
                last_day: days.map(|d| d.1),
                ordinal: part.ordinal,
                acts,
                sentence: part.sentence,
                place: place.clone(),
            };
            (rank, clue)
        })
        .collect()
}

/// One meeting's share of a sentence.
struct Part<'s> {
    span: Option<&'s Span>,
    ordinal: Option<u32>,
    sentence: String,
}

/// Shares a sentence out among the meetings that it names. Where a sentence names one span and one ordinal at
/// most, it is whole; else each span takes the words since the one before, and its nearest ordinal.
fn parts<'s>(
    words: &[Word],
    spans: &'s [Span],
    ordinals: &[ordinals::Ordinal],
    line: &str,
    lead: usize,
) -> Vec<Part<'s>> {
    if spans.len() <= 1 && ordinals.len() <= 1 {
        let ordinal = ordinals.first().map(|o| o.number);
        return vec![Part { span: spans.first(), ordinal, sentence: line.to_owned() }];
    }
    // The sentence's own beginning says what is done and of which series; every part keeps it.
    let first_mark =
        spans.iter().map(|s| s.range.start).chain(ordinals.iter().map(|o| o.at)).min().unwrap_or(0);
    let opening = line.get(..first_mark).unwrap_or_default();
    let opening = if opening.len() > lead && asks(opening) { opening.trim_end() } else { "" };
    let mut found = Vec::new();
    if spans.len() <= 1 {
        // "the fifth and sixth thematic sessions": the words after belong to all.
        for (k, ordinal) in ordinals.iter().enumerate() {
            let last = k + 1 == ordinals.len();
            let span = spans.first().filter(|_| last || ordinals.len() == 1);
            found.push(Part {
                span,
                ordinal: Some(ordinal.number),
                sentence: without_others(line, ordinals, k),
            });
        }
        return found;
    }
    let mut start = 0;
    for (k, span) in spans.iter().enumerate() {
        // What follows a span up to "and", a comma or a sign still belongs to it ("on 4 September in Vienna").
        let stop = spans.get(k + 1).map_or(line.len(), |next| {
            words
                .iter()
                .find(|w| {
                    w.range.start >= span.range.end
                        && w.range.start < next.range.start
                        && (matches!(
                            w.folded.as_ref(),
                            "and" | "et" | "y" | "as" | "ainsi" | "asi" | "и" | "و" | "和"
                        ) || w.is_sign(';')
                            || (w.is_sign(',') && w.range.start > span.range.end))
                })
                .map_or(next.range.start, |w| w.range.start)
        });
        let share = line.get(start..stop).unwrap_or_default().trim();
        let ordinal = ordinals
            .iter()
            .filter(|o| o.at >= start && o.at < stop)
            .min_by_key(|o| o.at.abs_diff(span.range.start))
            .map(|o| o.number);
        let sentence =
            if k == 0 || opening.is_empty() { share.to_owned() } else { format!("{opening} … {share}") };
        found.push(Part { span: Some(span), ordinal, sentence });
        start = stop;
    }
    found
}

/// The line without the ordinals that are not the `keep`-th, so that one part does not speak for another.
fn without_others(line: &str, ordinals: &[ordinals::Ordinal], keep: usize) -> String {
    let mut rest = String::with_capacity(line.len());
    let mut at = 0;
    for (k, ordinal) in ordinals.iter().enumerate() {
        if k != keep {
            rest.push_str(line.get(at..ordinal.at).unwrap_or_default());
            at = ordinal.end.max(at);
        }
    }
    rest.push_str(line.get(at..).unwrap_or_default());
    rest
}

#[cfg(test)]
#[path = "clues_tests.rs"]
mod tests;

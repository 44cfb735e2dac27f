//! Words that may say which event is meant.
//!
//! A clue is a sentence, or the part of one around one ordinal or one span of days. Three ranks, the strongest
//! first and each in the order of the text: what the note does ("requests support for ... to participate in"),
//! meetings mentioned in passing, and meetings that are over. Days of other papers, of births, journeys and
//! closing dates are no clues.

mod doing;
mod echoes;
mod frames;
mod lines;
mod parts;
mod relative;
mod table;

use std::borrow::Cow;
use std::ops::Range;

use chrono::{Datelike as _, Days, NaiveDate};

use crate::reading::clues::doing::{acts, sets_apart, signs_act};
use crate::reading::clues::frames::{Frame, comes_to_point, frames};
use crate::reading::clues::lines::{is_entry, is_other_date, is_subject, kept};
use crate::reading::clues::parts::{Part, parts};
use crate::reading::clues::relative::of_this_month;
use crate::reading::clues::table::Signs;
use crate::reading::dates::{self, Span};
use crate::reading::document::Document;
use crate::reading::ordinals;
use crate::reading::sentences::is_item;
use crate::reading::words::{Sort, Word};
use crate::reading::{EventClue, Place};
use crate::states::fold::Folded;

/// Clues kept of one document; a note names few meetings, a circular many.
const MOST: usize = 40;
/// Days that are over so recently are spoken of without a year.
const JUST_OVER: Days = Days::new(75);
/// Bytes of the longest item of a list of meetings.
const ITEM: usize = 200;
/// Bytes that a sentence of prose has at least.
const PROSE: usize = 80;
/// Years that who travels has at least.
const GROWN: i32 = 16;

/// Finds the clues in a document. `near` settles years that are left out: the first such day on or after it.
pub(super) fn find(document: &Document, near: NaiveDate) -> Vec<EventClue> {
    let (text, folded) = (document.text.as_str(), &document.folded);
    let words = document.words();
    let mut rest = words.as_slice();
    let mut ranked: Vec<(u8, EventClue)> = Vec::new();
    let mut lead: &[Word] = &[];
    // Whether something stood behind it already.
    let mut led = false;
    // Whether the item before does something about a meeting: so do those that follow it.
    let mut listed = false;
    // Whether a semicolon ends the clause before.
    let mut parted = false;
    let mut sentences = 0;
    // The last noun of a meeting, and its sentence.
    let mut noun: Option<(Word, u32)> = None;
    for (number, page) in (document.first_page()..).zip(document.pages()) {
        let place = Place { document: document.name.clone(), page: number };
        for range in page {
            let sentence = text.get(range.clone()).unwrap_or_default();
            let end = folded.at(range.end);
            let (own, after) = rest.split_at(rest.partition_point(|w| w.at < end));
            rest = after;
            let mut before = std::mem::take(&mut lead);
            // A paragraph of prose behind the items is none of them.
            if led && !is_item(sentence) && is_prose(sentence) {
                before = &[];
            }
            if sentence.trim_start().starts_with('>') {
                continue; // quoted history
            }
            let end = folded.at(range.start + kept(sentence));
            let own = own.get(..own.partition_point(|w| w.end <= end)).unwrap_or_default();
            let clause = Clause::new(text, folded, before, own);
            let mut found: Vec<(u8, EventClue)> =
                clause.framed().into_iter().flat_map(|clause| clause.clues(near, &place)).collect();
            if let Some((word, said)) = noun
                && sentences < said + echoes::NEAR
                && before.is_empty()
                && found.iter().all(|(_, clue)| clue.ordinal.is_none() && clue.first_day.is_none())
                && echoes::leaves_out(own)
            {
                let clause = Clause::new(text, folded, std::slice::from_ref(&word), own);
                let clues = clause.framed().into_iter().flat_map(|clause| clause.clues(near, &place));
                found = clues.filter(|(_, clue)| !clue.aside).chain(found).collect();
            }
            // "其一，...；其二，...": clauses that a semicolon parts are items as well.
            let item = is_item(sentence) || parted;
            sentences += 1;
            noun = echoes::noun(own).map(|word| (*word, sentences)).or(noun);
            let listed_here = (item || !before.is_empty()) && sentence.len() < ITEM || is_entry(sentence);
            found.iter_mut().for_each(|(_, clue)| clue.said_in = if listed_here { 0 } else { sentences });
            parted = sentence.trim_end().ends_with([';', '；', '؛']);
            for (rank, clue) in
                found.iter_mut().filter(|(rank, clue)| item && listed && *rank == 1 && !clue.aside)
            {
                (*rank, clue.acts) = (0, true);
            }
            listed = (item || parted) && (listed || found.iter().any(|(_, clue)| clue.acts));
            // A list: its items belong to the sentence that leads it in.
            if own.last().is_some_and(|w| w.is_sign(':'))
                && found.iter().all(|(_, c)| c.aside || c.first_day.is_none() && c.ordinal.is_none())
                && acts(own)
            {
                (lead, led) = (own, false);
            } else if !before.is_empty() && (is_item(sentence) || found.iter().any(|(_, c)| !c.aside)) {
                (lead, led) = (before, true);
            }
            ranked.extend(found);
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.truncate(MOST);
    ranked.into_iter().map(|(_, clue)| clue).collect()
}

/// Whether it is a sentence of prose, and no line of a list.
fn is_prose(sentence: &str) -> bool {
    let said = sentence.trim();
    said.len() > PROSE && said.ends_with(['.', '。', '؟', '?'])
}

/// Those of a text alone.
#[cfg(test)]
pub(crate) fn of_text(text: &str, near: NaiveDate) -> Vec<EventClue> {
    find(&Document::new("body", text.to_owned()), near)
}

/// A sentence, behind the one that leads its list in.
struct Clause<'t> {
    text: &'t str,
    folded: &'t Folded,
    /// The lead's words, then its own.
    words: Cow<'t, [Word<'t>]>,
    /// How many words the lead has.
    lead: usize,
    /// Whether it only recalls an earlier paper.
    recalls: bool,
}

impl<'t> Clause<'t> {
    fn new(text: &'t str, folded: &'t Folded, lead: &[Word<'t>], own: &'t [Word<'t>]) -> Self {
        let words = if lead.is_empty() { Cow::Borrowed(own) } else { Cow::Owned([lead, own].concat()) };
        Self { text, folded, words, lead: lead.len(), recalls: false }
    }

    /// The sentence by its frames: what it does, what it recalls; what it excludes is left out.
    fn framed(self) -> Vec<Self> {
        let frames = frames(&self.words);
        if frames.is_empty() {
            return vec![self];
        }
        let before = |turn: Frame| {
            let at = frames.iter().position(|f| *f == turn);
            at.map(|at| self.last_meeting_before(at)).unwrap_or_default()
        };
        let (excluded, kept) = (before(Frame::ExcludedBefore), before(Frame::KeptBefore));
        let of = |frame: Frame| -> Vec<(usize, Word<'t>)> {
            let fits = |k: usize| {
                let told = match frames.get(k) {
                    _ if kept.contains(&k) => Frame::Recalled,
                    Some(Frame::Meanwhile) => Frame::Recalled,
                    // What a turn sets aside is nowhere before it: its words tell of what stands there.
                    Some(Frame::ExcludedBefore) if excluded.is_empty() => Frame::Main,
                    Some(told) => *told,
                    None => Frame::Main,
                };
                told == frame && !excluded.contains(&k)
            };
            self.words.iter().enumerate().filter(|(k, _)| fits(*k)).map(|(k, w)| (k, *w)).collect()
        };
        [Frame::Main, Frame::Recalled]
            .into_iter()
            .map(|frame| {
                let kept = of(frame);
                let lead = kept.iter().filter(|(k, _)| *k < self.lead).count();
                Self {
                    text: self.text,
                    folded: self.folded,
                    words: Cow::Owned(kept.into_iter().map(|(_, word)| word).collect()),
                    lead,
                    recalls: frame == Frame::Recalled,
                }
            })
            .chain(self.addressee(&frames))
            .collect()
    }

    /// "... its compliments to the secretariat of the fifth session", "saluda a la Secretaría con ocasión de hacer
    /// referencia a la Conferencia (10 y 11 de diciembre)": the courtesy may name a meeting by its number or its days,
    /// which nothing else does.
    fn addressee(&self, frames: &[Frame]) -> Option<Self> {
        let words: Vec<Word<'t>> = self
            .words
            .iter()
            .zip(frames)
            .filter(|(_, frame)| **frame == Frame::Courtesy)
            .map(|(word, _)| *word)
            .collect();
        let named = !ordinals::find(&words).is_empty() || !dates::in_words(&words).is_empty();
        named.then_some(Self {
            text: self.text,
            folded: self.folded,
            words: Cow::Owned(words),
            lead: 0,
            recalls: true,
        })
    }

    /// The words from the last joint before a `turn` that says something of what stands before it.
    fn last_meeting_before(&self, turn: usize) -> Range<usize> {
        let before = self.words.get(..turn).unwrap_or_default();
        let noun = before.iter().rposition(|w| Signs::of(w.folded).has(Signs::MEETING)).unwrap_or(turn);
        let joint = before.get(..noun).unwrap_or_default().iter().rposition(|w| {
            matches!(w.folded, "and" | "et" | "y" | "e" | "и" | "و" | "和")
                || matches!(w.sort, Sort::Sign(',' | ';' | '('))
        });
        joint.map_or(turn..turn, |joint| joint..turn)
    }

    /// Its own words.
    fn own(&self) -> &[Word<'t>] {
        self.words.get(self.lead..).unwrap_or_default()
    }

    /// What it says of meetings, each with its rank.
    fn clues(&self, near: NaiveDate, place: &Place) -> Vec<(u8, EventClue)> {
        let union =
            |words: &[Word]| words.iter().fold(Signs::default(), |all, w| all.and(Signs::of(w.folded)));
        let own = union(self.own());
        let signs = if self.lead == 0 { own } else { union(&self.words) };
        // "His presence was foreseen for the first round": told of the past, and comes to no point.
        let told = signs.has(Signs::PAST) && self.lead == 0 && !comes_to_point(&self.words);
        let acts = !self.recalls && (is_subject(self.own()) || !told && signs_act(signs, &self.words));
        let meeting = own.has(Signs::MEETING);
        // "New York, 10 August 2017" is the date of the note, and a bare day without a meeting says nothing.
        if self.words.is_empty() || !meeting && !acts && self.lead == 0 && !own.has(Signs::COUNTED) {
            return self.aside(near, place).into_iter().collect();
        }
        let mut spans = dates::in_words(&self.words);
        of_this_month(&self.words, near, &mut spans);
        // "Should read 4 March 1983, not 3 April": beside a day of birth others without a year are of births too.
        let born = spans.iter().any(|s| s.first.year.is_some_and(|year| year + GROWN <= near.year()));
        let of_birth = |span: &Span| {
            born && span.first == span.last && span.first.year.is_none_or(|year| year + GROWN <= near.year())
        };
        let (others, mut spans): (Vec<Span>, Vec<Span>) =
            spans.into_iter().partition(|span| of_birth(span) || is_other_date(&self.words, span));
        if spans.iter().all(|span| span.whole_month) && (meeting || acts) {
            dates::add_bare_months(&self.words, &mut spans);
            spans.retain(|s| !others.iter().any(|o| o.range.contains(&s.range.start)));
        }
        let mut ordinals = ordinals::find(&self.words);
        ordinals.retain(|o| !spans.iter().any(|s| s.range.contains(&o.at)));
        let named = meeting || !ordinals.is_empty();
        if !named && (self.lead == 0 && !acts || spans.is_empty() && self.own().len() < 4) {
            return self.aside(near, place).into_iter().collect();
        }
        let rank = match acts {
            true => 0,
            false if signs.has(Signs::PAST) => 2,
            false => 1,
        };
        let parts = parts(&self.words, self.lead, &spans, &ordinals);
        let whole = parts.len() == 1;
        // A part of a sentence may leave out what the whole does.
        let clue = |part: Part<'_>| (rank, self.clue(&part, whole.then_some(acts), near, place));
        let mut clues: Vec<(u8, EventClue)> = parts.into_iter().map(clue).collect();
        // "to the third (3-6 April) and fourth (14-18 May) rounds": what is done is done about both.
        let recalls =
            self.recalls || signs.has(Signs::PAST.and(Signs::RECALLING)) || self.words.iter().any(sets_apart);
        if !recalls && clues.iter().any(|(_, clue)| clue.acts) {
            clues.iter_mut().for_each(|(_, clue)| clue.acts = true);
        }
        // "so that such absence is not repeated from 3 to 6 April": days that a word before them takes away.
        let days = |span: &&Span| !span.whole_month && span.first != span.last && !of_birth(span);
        for span in others.iter().filter(days) {
            let words = std::iter::once(self.lead..self.words.len()).collect();
            let part = Part { span: Some(span), ordinal: None, words, parted: false, at: 0 };
            clues.push((3, EventClue { aside: true, ..self.clue(&part, Some(false), near, place) }));
        }
        clues
    }

    /// What is said of no meeting and does nothing may still name a place or a theme of one.
    fn aside(&self, near: NaiveDate, place: &Place) -> Option<(u8, EventClue)> {
        let own = self.own();
        let telling = own.iter().filter(|w| w.is_telling()).count();
        // Letterheads, dates and signatures have few words; offices have towns of their own. "Sixth | 9 to 13 July".
        let few = telling < 4 && !dates::in_words(own).iter().any(|s| !s.whole_month && s.first != s.last);
        if few || telling < 12 && own.iter().any(|w| Signs::of(w.folded).has(Signs::OFFICE)) {
            return None;
        }
        // "The trip to New York for 24-25 July": days, as a meeting takes them, may tell it without its name.
        let spans = dates::in_words(&self.words);
        let mut several = spans
            .iter()
            .filter(|span| !span.whole_month && span.first != span.last && !is_other_date(&self.words, span));
        let part = Part {
            span: several.next().filter(|_| several.next().is_none()),
            ordinal: None,
            words: std::iter::once(self.lead..self.words.len()).collect(),
            parted: false,
            at: 0,
        };
        Some((3, EventClue { aside: true, ..self.clue(&part, Some(false), near, place) }))
    }

    fn clue(&self, part: &Part<'_>, acts: Option<bool>, near: NaiveDate, place: &Place) -> EventClue {
        // A year left out: what is just over is nearer than what comes in a year.
        let about = near.checked_sub_days(JUST_OVER).unwrap_or(near);
        let days = part.span.and_then(|s| s.days(if s.whole_month { near } else { about }));
        let pieces = || part.words.iter().filter_map(|piece| self.words.get(piece.clone()));
        let acts = !self.recalls
            && acts.unwrap_or_else(|| {
                let signs = pieces().flatten().fold(Signs::default(), |all, w| all.and(Signs::of(w.folded)));
                pieces().any(|words| signs_act(signs, words)) && !self.was_at(part.at)
            });
        let mut sentence = String::new();
        for (k, piece) in part.words.iter().enumerate() {
            if k > 0 && part.parted {
                sentence.push_str(" …");
            }
            self.push_said(piece.clone(), &mut sentence);
        }
        // What is left of a sentence may begin with the sign that parted it.
        let kept = sentence.trim_start_matches([',', '，', '،', '、', ';', '；', ':', '：', ' ']);
        let sentence = if kept.len() < sentence.len() { kept.to_owned() } else { sentence };
        let mut words = String::with_capacity(sentence.len());
        let left_out = || {
            part.words
                .iter()
                .any(|piece| echoes::leaves_out(self.words.get(piece.clone()).unwrap_or_default()))
        };
        if part.span.is_some_and(|span| span.whole_month || span.first == span.last)
            && let Some(noun) = self.words.get(..part.at).and_then(echoes::noun)
            && left_out()
        {
            words.push_str(noun.folded);
        }
        let mut own_from = None;
        let all = part.words.iter().cloned().flatten().filter_map(|k| Some((k, self.words.get(k)?)));
        for (k, word) in all.filter(|(_, w)| w.is_telling()) {
            if !words.is_empty() {
                words.push(' ');
            }
            own_from = own_from.or((k >= self.lead).then_some(words.len()));
            words.push_str(word.folded);
        }
        EventClue {
            first_day: days.map(|d| d.0),
            last_day: days.map(|d| d.1),
            ordinal: part.ordinal,
            acts,
            history: false,
            aside: false,
            stretch: if part.ordinal.is_none() { pieces().find_map(ordinals::stretch) } else { None },
            said_in: 0,
            said_on: near,
            sentence,
            own_from: own_from.unwrap_or(words.len()),
            words,
            place: place.clone(),
        }
    }

    /// Whether the meeting named at this word is one that somebody was at ("who attended the fourth session"): the
    /// nearest verb before it tells.
    fn was_at(&self, at: usize) -> bool {
        let before = self.words.get(at.saturating_sub(6)..at).unwrap_or_default();
        let verbs = before.iter().rev().map(|w| Signs::of(w.folded));
        let mut verbs = verbs.filter(|s| s.has(Signs::DOING.and(Signs::RECALLING)));
        verbs.next().is_some_and(|s| s.has(Signs::RECALLING))
    }

    /// Appends the original of these words, white space runs as one space.
    fn push_said(&self, piece: Range<usize>, sentence: &mut String) {
        let cut = piece.start.max(self.lead).min(piece.end);
        for piece in [piece.start..cut, cut..piece.end] {
            let words = self.words.get(piece).unwrap_or_default();
            let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
            let said = self.text.get(self.folded.span(first.at..last.end, self.text)).unwrap_or_default();
            for word in said.split_whitespace() {
                if !sentence.is_empty() {
                    sentence.push(' ');
                }
                sentence.push_str(word);
            }
        }
    }
}

#[cfg(test)]
#[path = "clues_tests.rs"]
mod tests;

//! Days and spans of days in running text: English, French and Spanish well, the usual forms of Arabic,
//! Russian, Chinese and Portuguese.
//!
//! ```text
//! for span in dates::in_words(&split(&folded)) {
//!     let words = folded.span(span.range, text);  // of "4-5 September"
//!     let (first, last) = span.days(near)?;     // a year left out: the first such day on or after `near`
//!     if span.whole_month { /* only "September 2017" was said: first and last are the month's ends */ }
//!     if let Some((first, last)) = span.other { /* 04/03/2017: day first was taken, month first is this */ }
//! }
//! ```
//! A single day has `first == last`. Spans come in the order of the text and do not overlap. Whoever looks for
//! the date of a note wants spans with `first == last`, a year and no `whole_month`.

mod joined;
mod months;
mod names;
mod numeric;
mod spelled;
mod year;

use std::ops::Range;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::reading::dates::joined::joined;
pub(crate) use crate::reading::dates::months::add_bare_months;
use crate::reading::dates::names::month_at;
use crate::reading::dates::year::year_at;
use crate::reading::words::{Sort, Word};

/// A day as printed: the year may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Day {
    /// Where printed, or told by the other end of the span.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Day {
    fn new(year: Option<i32>, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day)?;
        Some(Self { year, month, day })
    }

    /// The day of the calendar, when its year is known.
    pub(crate) fn date(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }
}

/// A day, or several days in one breath.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// Bytes of the folded text.
    pub range: Range<usize>,
    /// First day.
    pub first: Day,
    /// Last day; the first for a single day.
    pub last: Day,
    /// Only a month and its year were named.
    pub whole_month: bool,
    /// A numeric date that can be read in two ways was read day first; this is the other reading.
    pub other: Option<(Day, Day)>,
}

impl Span {
    /// First and last day. A year left out is that of the first such day on or after `near`.
    pub(crate) fn days(&self, near: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let first = match self.first.date() {
            Some(date) => date,
            None => (0..=4).find_map(|ahead| {
                let year = Some(near.year() + ahead);
                // The running month is meant as well.
                let last = if self.whole_month { self.last } else { self.first };
                Day { year, ..last }.date().filter(|d| *d >= near)?;
                Day { year, ..self.first }.date()
            })?,
        };
        if self.whole_month {
            let next = first.checked_add_months(Months::new(1))?;
            return Some((first, next.checked_sub_days(Days::new(1))?));
        }
        let last = match self.last.date() {
            Some(date) => date,
            None => {
                let turn = i32::from((self.last.month, self.last.day) < (self.first.month, self.first.day));
                Day { year: Some(first.year() + turn), ..self.last }.date()?
            }
        };
        (first <= last).then_some((first, last))
    }
}

/// What may stand between two days: "to", "-", "au"; "and", "et", "y"; a comma.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    To,
    And,
    Comma,
}

fn joint_at(words: &[Word], at: usize) -> Option<(Joint, usize)> {
    let word = words.get(at)?;
    let joint = match (word.sort, word.folded) {
        (Sort::Sign('-' | '~' | '～'), _) => Joint::To,
        (Sort::Sign('&'), _) => Joint::And,
        // "12/13 October": two days where a month in letters follows.
        (Sort::Sign('/'), _)
            if words.get(at + 1).is_some_and(|w| w.number().is_some())
                && (month_at(words, at + 2).is_some()
                    || words.get(at + 2).is_some_and(|w| matches!(w.folded, "de" | "of"))
                        && month_at(words, at + 3).is_some()) =>
        {
            Joint::To
        }
        (Sort::Sign(',' | '、' | '،'), _) => Joint::Comma,
        (
            Sort::Letters,
            "to" | "until" | "till" | "bis" | "through" | "thru" | "au" | "a" | "al" | "hasta" | "jusqu"
            | "ate" | "по" | "до" | "الي" | "حتي" | "至" | "到",
        ) => Joint::To,
        (Sort::Letters, "and" | "und" | "et" | "y" | "e" | "и" | "و" | "和" | "及") => Joint::And,
        _ => return None,
    };
    let mut len = 1;
    if joint == Joint::Comma && joint_at(words, at + 1).is_some_and(|(j, _)| j == Joint::And) {
        return Some((Joint::And, 2));
    }
    if word.folded == "jusqu" {
        len += words.get(at + 1..at + 3).map_or(0, <[Word]>::len);
    }
    Some((joint, len))
}

/// Articles and weekdays that may stand before a day.
fn skip_small(words: &[Word], mut at: usize) -> usize {
    while let Some(word) = words.get(at) {
        let small = match word.folded {
            "the" | "le" | "les" | "el" | "los" | "dia" | "dias" | "on" | "from" | "du" | "del" | "с"
            | "من" | "день" => true,
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday" | "lundi"
            | "mardi" | "mercredi" | "jeudi" | "vendredi" | "samedi" | "dimanche" | "lunes" | "martes"
            | "miercoles" | "jueves" | "viernes" | "sabado" | "domingo" => {
                if words.get(at + 1).is_some_and(|w| w.is_sign(',')) {
                    at += 1;
                }
                true
            }
            _ => false,
        };
        if !small {
            break;
        }
        at += 1;
    }
    at
}

/// A day of the month at `at` with its ordinal ending ("1er", "4th", "1º"), and where it ends.
fn day_at(words: &[Word], at: usize) -> Option<(u32, usize)> {
    let word = words.get(at)?;
    let (day, mut end) = match word.sort {
        Sort::Number(day @ 1..=31, 1..=2) => (day, at + 1),
        Sort::Letters if matches!(word.folded, "premier" | "primero") => (1, at + 1),
        _ => return None,
    };
    if let Some(next) = words.get(end)
        && (matches!(next.folded, "st" | "nd" | "rd" | "th" | "er" | "ero")
            || !next.spaced && (matches!(next.folded, "ro" | "o" | "a" | "го" | "е") || next.is_sign('°')))
    {
        end += 1;
    }
    // «8» ноября
    let opened = at.checked_sub(1).and_then(|k| words.get(k)).is_some_and(|w| w.is_sign('"'));
    if opened && words.get(end).is_some_and(|w| w.is_sign('"')) {
        end += 1;
    }
    Some((day, end))
}

/// Days of one month: (days, month, year, end).
struct Found {
    first: Day,
    last: Day,
    whole_month: bool,
    other: Option<(Day, Day)>,
    end: usize,
}

impl Found {
    fn new(first: Day, last: Day, end: usize) -> Self {
        Self { first, last, whole_month: false, other: None, end }
    }
}

/// "4", "4-5", "4 and 5", "20, 22 and 23": first and last day, and where they end. The longest that ascends.
fn day_list(words: &[Word], at: usize) -> Option<(u32, u32, usize)> {
    let (first, mut end) = day_at(words, at)?;
    // "4. und 5. September"
    let dot = |at: usize| {
        let dotted = words.get(at).is_some_and(|w| w.is_sign('.') && !w.spaced);
        if dotted && joint_at(words, at + 1).is_some() { at + 1 } else { at }
    };
    let (mut last, mut comma, mut probe) = (first, false, dot(end));
    while let Some((joint, len)) = joint_at(words, probe) {
        let Some((day, next)) = day_at(words, skip_small(words, probe + len)) else { break };
        if day <= last {
            break;
        }
        (last, probe) = (day, next);
        if joint == Joint::Comma {
            comma = true;
        } else {
            comma = false;
            end = next;
        }
    }
    // A list of commas alone is no span: "Room 3, 4 September".
    if comma { None } else { Some((first, last, end.max(probe))) }
}

/// "4-5 September 2017", "4 y 5 de septiembre de 2017".
fn day_first(words: &[Word], at: usize) -> Option<Found> {
    let (first, last, mut end) = day_list(words, at)?;
    while words.get(end).is_some_and(|w| matches!(w.folded, "day" | "of" | "de" | "del" | "من" | "شهر"))
    {
        end += 1;
    }
    // "10-Aug-2017", "10. August 2017".
    let tied = words.get(end).is_some_and(|w| !w.spaced && matches!(w.sort, Sort::Sign('-' | '/' | '.')));
    let dotted = tied && words.get(end).is_some_and(|w| w.is_sign('.'));
    let (month, len) = month_at(words, end + usize::from(tied))?;
    end += usize::from(tied) + len;
    let tied = tied && words.get(end).is_some_and(|w| !w.spaced && matches!(w.sort, Sort::Sign('-' | '/')));
    // "21-nov-17": tied on both sides.
    let short = tied.then(|| words.get(end + 1)).flatten().filter(|w| !w.spaced).map(|w| w.sort);
    let short = match short {
        Some(Sort::Number(year @ 0..=99, 2)) if !is_glued(words, end + 2) => {
            i32::try_from(2000 + year).ok().map(|y| (y, end + 2))
        }
        _ => None,
    };
    let year = year_at(words, end + usize::from(tied)).or(short);
    if dotted && year.is_none() {
        return None; // "in Room 3. September"
    }
    let end = year.map_or(end, |(_, end)| end);
    let year = year.map(|(year, _)| year);
    Some(Found::new(Day::new(year, month, first)?, Day::new(year, month, last)?, end))
}

/// Whether a number goes on at `at`: "21-nov-17/4" is a reference.
fn is_glued(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| !w.spaced && matches!(w.sort, Sort::Sign('-' | '/')))
        && words.get(at + 1).is_some_and(|w| !w.spaced)
}

/// "September 4 to 5, 2017", "September 2017".
fn month_first(words: &[Word], at: usize) -> Option<Found> {
    let (month, len) = month_at(words, at)?;
    // "in February (20-23)"
    if words.get(at + len).is_some_and(|w| w.is_sign('('))
        && let Some((first, last, end)) = day_list(words, at + len + 1)
        && words.get(end).is_some_and(|w| w.is_sign(')'))
    {
        return Some(Found::new(Day::new(None, month, first)?, Day::new(None, month, last)?, end + 1));
    }
    let after = skip_small(words, at + len);
    if let Some((first, last, end)) = day_list(words, after) {
        let year = year_at(words, end);
        let end = year.map_or(end, |(_, end)| end);
        let year = year.map(|(year, _)| year);
        return Some(Found::new(Day::new(year, month, first)?, Day::new(year, month, last)?, end));
    }
    let (year, end) = year_at(words, at + len)?;
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
    let (first, last) = (Day::new(Some(year), month, 1)?, Day::new(Some(year), month, last.day())?);
    Some(Found { first, last, whole_month: true, other: None, end })
}

/// Whether the number is glued to letters by signs: "KMUN/12/17 August 7" is no 17 August.
fn ends_reference(words: &[Word], at: usize) -> bool {
    let glued = |k: usize| words.get(k).is_some_and(|w| !w.spaced);
    if !glued(at) || !at.checked_sub(1).and_then(|k| words.get(k)).is_some_and(|w| w.is_sign('/')) {
        return false;
    }
    let mut k = at;
    while k > 0 && glued(k) && at - k < 12 {
        k -= 1;
        if words
            .get(k)
            .is_some_and(|w| w.sort == Sort::Letters && w.folded.len() > 1 && month_at(words, k).is_none())
        {
            return true;
        }
    }
    false
}

fn one(words: &[Word], at: usize) -> Option<Found> {
    match words.get(at)?.sort {
        Sort::Number(..) if ends_reference(words, at) => None,
        Sort::Number(..) => numeric::chinese(words, at)
            .or_else(|| numeric::numeric(words, at))
            .or_else(|| numeric::roman(words, at))
            .or_else(|| spelled::spelled(words, at))
            .or_else(|| day_first(words, at)),
        Sort::Letters => spelled::spelled(words, at)
            .or_else(|| spelled::inflected(words, at))
            .or_else(|| day_first(words, at))
            .or_else(|| month_first(words, at)),
        Sort::Sign(_) => None,
    }
}

/// Every day or span of days that a text names, in its order.
pub(crate) fn in_words(words: &[Word]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    while let Some(start) = words.get(at) {
        let Some(one) = one(words, at).map(|one| joined(words, one)).filter(|one| one.end > at) else {
            at += 1;
            continue;
        };
        let end = words.get(one.end - 1).map_or(start.end, |w| w.end);
        found.push(Span {
            range: start.at..end,
            first: one.first,
            last: one.last,
            whole_month: one.whole_month,
            other: one.other,
        });
        at = one.end;
    }
    // "on 4-5 September and 12-13 October 2017": the year is said once, at the end.
    for k in (0..found.len().saturating_sub(1)).rev() {
        let Some(next) = found.get(k + 1).map(|s| (s.range.start, s.first)) else { continue };
        let Some(this) = found.get_mut(k) else { continue };
        let close = next.0.saturating_sub(this.range.end) <= 12;
        if close
            && this.first.year.is_none()
            && (this.first.month, this.first.day) <= (next.1.month, next.1.day)
        {
            this.first.year = next.1.year;
            this.last.year = next.1.year;
        }
    }
    found
}

#[cfg(test)]
#[path = "dates_tests.rs"]
mod tests;

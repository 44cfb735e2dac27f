//! Months that are named without a day and often without a year.

use std::ops::Range;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::reading::dates::{Day, Span, month_at};
use crate::reading::ordinals::is_meeting;
use crate::reading::words::{Sort, Word};

/// Adds the months that stand without day and year: "in early September", "the March round", "9月".
///
/// Only clues want them: a month's name alone is often something else, so a word beside it must show that it is one.
pub(crate) fn add_bare_months(words: &[Word], spans: &mut Vec<Span>) {
    let taken: Vec<Range<usize>> = spans.iter().map(|s| s.range.clone()).collect();
    for (k, word) in words.iter().enumerate() {
        if taken.iter().any(|t| t.contains(&word.at)) {
            continue;
        }
        let (month, end) = match word.sort {
            Sort::Number(month @ 1..=12, 1..=2)
                if words.get(k + 1).is_some_and(|w| matches!(w.folded, "月" | "月份")) =>
            {
                (month, words.get(k + 1).map_or(word.end, |w| w.end))
            }
            Sort::Letters if word.folded.chars().count() > 2 => match month_at(words, k) {
                Some((month, len)) if is_month_here(words, k) => {
                    (month, words.get(k + len - 1).map_or(word.end, |w| w.end))
                }
                _ => continue,
            },
            _ => continue,
        };
        let next = NaiveDate::from_ymd_opt(2024, month, 1).and_then(|d| d.checked_add_months(Months::new(1)));
        let Some(last) = next.and_then(|d| d.checked_sub_days(Days::new(1))) else { continue };
        // February ends on the 28th in a year that is not known.
        let last = last.day().min(if month == 2 { 28 } else { 31 });
        let (Some(first), Some(last)) = (Day::new(None, month, 1), Day::new(None, month, last)) else {
            continue;
        };
        spans.push(Span { range: word.at..end, first, last, whole_month: true, other: None });
    }
    spans.sort_by_key(|s| s.range.start);
    // "February and March 2018": the year is said once.
    for k in (0..spans.len().saturating_sub(1)).rev() {
        let Some(next) = spans.get(k + 1).map(|s| s.first) else { continue };
        let Some(this) = spans.get_mut(k).filter(|s| s.first.year.is_none()) else { continue };
        if this.first.month < next.month {
            this.first.year = next.year;
            this.last.year = next.year;
        }
    }
}

/// Whether the month's name at `k` is used as one.
fn is_month_here(words: &[Word], k: usize) -> bool {
    let Some(word) = words.get(k) else { return false };
    if !word.folded.is_ascii() {
        return true;
    }
    if word.folded.len() < 4 && word.folded != "may" && word.folded != "mai" {
        return false;
    }
    let before = |back: usize| k.checked_sub(back).and_then(|b| words.get(b)).map_or("", |w| w.folded);
    let placed = matches!(
        before(1),
        "in" | "early"
            | "mid"
            | "late"
            | "next"
            | "this"
            | "coming"
            | "en"
            | "debut"
            | "fin"
            | "mi"
            | "de"
            | "of"
            | "em"
            | "im"
            | "and"
            | "et"
            | "y"
            | "e"
            | "d"
            | "mes"
            | "during"
            | "for"
            | "mois"
            | "du"
    ) || before(1).is_empty() && matches!(before(2), "mid" | "mi" | "d");
    let named = words.get(k + 1..k + 3).unwrap_or_default().iter();
    placed || matches!(before(1), "the" | "both") && named.clone().any(|w| is_meeting(w.folded))
}

//! Days beside reference numbers, and days that look like one.

use crate::reading::dates;
use crate::reading::words::split;
use crate::states::fold::Folded;

/// Where a date with its year begins behind a number: "4-2/НЙ-388 8 ноября 2017 года".
pub(super) fn behind_date(value: &str) -> Option<usize> {
    // Of most numbers a look at what follows the first blank is enough.
    let (code, rest) = value.split_once(' ')?;
    if !code.contains(char::is_numeric) || !rest.contains(char::is_numeric) || !rest.contains(' ') {
        return None;
    }
    let folded = Folded::new(rest);
    let dates = dates::in_words(&split(&folded));
    let first = dates.iter().find(|span| span.first.year.is_some() && !span.whole_month)?;
    let at = code.len() + 1 + folded.origin(first.range.start);
    (value.len() - at >= 8).then_some(at)
}

/// "2038/11/02 (B.S.)": a day of any calendar, and no number.
pub(super) fn is_day(value: &str) -> bool {
    let day = value.split(' ').next().unwrap_or_default();
    let mut parts = day.split(['/', '-']).map(|part| (part.len(), part.parse::<u16>().unwrap_or(u16::MAX)));
    let (year, month, day, none) = (parts.next(), parts.next(), parts.next(), parts.next());
    matches!(year, Some((4, 1900..=2100)))
        && matches!(month, Some((2, 1..=12)))
        && matches!(day, Some((2, 1..=32)))
        && none.is_none()
}

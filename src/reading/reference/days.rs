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

/// "FEB-26-2018": what a dater stamps.
fn is_dater(day: &str) -> bool {
    const MONTHS: [&str; 16] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene", "abr",
        "ago", "dic",
    ];
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let is_month = |part: &str| part.len() <= 4 && MONTHS.iter().any(|m| part.to_lowercase().starts_with(m));
    let is_number = |part: &str, most: u16| part.parse::<u16>().is_ok_and(|n| (1..=most).contains(&n));
    // "JUN/17/1544": letters of an office, not the month.
    let is_year =
        |part: &str| part.parse::<u16>().is_ok_and(|n| part.len() == 2 || (1900..=2100).contains(&n));
    match parts.as_slice() {
        [month, day, year] if is_month(month) => is_number(day, 31) && is_year(year),
        [day, month, year] if is_month(month) => is_number(day, 31) && is_year(year),
        _ => false,
    }
}

/// "2038/11/02 (B.S.)": a day of any calendar, and no number.
pub(super) fn is_day(value: &str) -> bool {
    let day = value.split(' ').next().unwrap_or_default();
    if is_dater(day) {
        return true;
    }
    let mut parts = day.split(['/', '-']).map(|part| (part.len(), part.parse::<u16>().unwrap_or(u16::MAX)));
    let (year, month, day, none) = (parts.next(), parts.next(), parts.next(), parts.next());
    matches!(year, Some((4, 1900..=2100)))
        && matches!(month, Some((2, 1..=12)))
        && matches!(day, Some((2, 1..=32)))
        && none.is_none()
}

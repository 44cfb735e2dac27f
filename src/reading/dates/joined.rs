//! "30 January to 1 February 2030": two days that are one span.

use chrono::NaiveDate;

use crate::reading::dates::{Day, Found, Joint, joint_at, one, skip_small};
use crate::reading::words::Word;

/// Two days a few days apart, as far as can be told with or without years.
fn apart(first: Day, last: Day) -> Option<i64> {
    let year = last.year.or(first.year).unwrap_or(2024);
    let last = NaiveDate::from_ymd_opt(year, last.month, last.day)?;
    let same = NaiveDate::from_ymd_opt(first.year.unwrap_or(year), first.month, first.day)?;
    let days = (last - same).num_days();
    if days >= 0 || first.year.is_some() {
        return Some(days);
    }
    Some((last - NaiveDate::from_ymd_opt(year - 1, first.month, first.day)?).num_days())
}

/// "30 January to 1 February 2030": the second half, when it belongs to the first.
pub(super) fn joined(words: &[Word], found: Found) -> Found {
    if found.whole_month {
        return found;
    }
    let Some((joint, len)) = joint_at(words, found.end) else { return found };
    let Some(second) = one(words, skip_small(words, found.end + len)).filter(|s| !s.whole_month) else {
        return found;
    };
    let near = match joint {
        Joint::To => 1..=60,
        Joint::And if found.first == found.last && second.first == second.last => 1..=3,
        _ => return found,
    };
    if !apart(found.last, second.first).is_some_and(|days| near.contains(&days)) {
        return found;
    }
    let mut first = found.first;
    if first.year.is_none() {
        let turn = i32::from((second.last.month, second.last.day) < (first.month, first.day));
        first.year = second.last.year.map(|y| y - turn);
    }
    let mut last = second.last;
    if last.year.is_none() {
        let turn = i32::from((last.month, last.day) < (first.month, first.day));
        last.year = first.year.map(|y| y + turn);
    }
    let other = found.other.zip(second.other).map(|((a, _), (_, b))| (a, b));
    Found { first, last, whole_month: false, other, end: second.end }
}

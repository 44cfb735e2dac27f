//! Days written in numbers alone, and the Chinese form.

use crate::reading::dates::{Day, Found, Joint, joint_at};
use crate::reading::words::{Sort, Word};

/// "2017-09-04", "04/09/2017", "4.9.2017", "4-5.9.2017", without white space inside.
pub(super) fn numeric(words: &[Word], at: usize) -> Option<Found> {
    let joined = |k: usize| words.get(k).is_some_and(|w| !w.spaced);
    let sign = |k: usize| match words.get(k).map(|w| (w.sort, w.spaced)) {
        Some((Sort::Sign(c @ ('.' | '/' | '-')), false)) => Some(c),
        _ => None,
    };
    if at > 0
        && joined(at)
        && words.get(at - 1).is_some_and(|w| !matches!(w.sort, Sort::Sign('(' | ':' | ',' | '"')))
    {
        return None; // inside a reference
    }
    let Sort::Number(a, a_digits) = words.get(at)?.sort else { return None };
    // A span of days before one month and year: "04-05/09/2017".
    let dotted = usize::from(sign(at + 1) == Some('.')); // "4.-5.9.2017"
    if a_digits <= 2
        && sign(at + 1 + dotted) == Some('-')
        && joined(at + 2 + dotted)
        && !matches!(sign(at + 3 + dotted), Some('-') | None)
    {
        let rest = numeric_date(words, at + 2 + dotted)?;
        let first = Day::new(rest.first.year, rest.first.month, a)?;
        if first.day < rest.first.day {
            return Some(Found { first, other: None, ..rest });
        }
    }
    numeric_date(words, at)
}

fn numeric_date(words: &[Word], at: usize) -> Option<Found> {
    let part = |k: usize| match words.get(k).map(|w| w.sort) {
        Some(Sort::Number(value, digits)) => Some((value, digits)),
        _ => None,
    };
    let (a, b, c) = (part(at)?, part(at + 2)?, part(at + 4)?);
    let (s, t) = (words.get(at + 1)?.sort, words.get(at + 3)?.sort);
    // "10 / 08 / 2017" too, but not "5 - 6 - 17".
    let rest = words.get(at + 1..at + 5)?;
    let tight = rest.iter().all(|w| !w.spaced);
    let wide = (a.1 == 4 || c.1 == 4) && rest.iter().all(|w| w.spaced);
    // "28. 09. 2017": each number apart, each sign with its number.
    let dotted = c.1 == 4
        && s == Sort::Sign('.')
        && matches!(rest, [first, month, second, year] if !first.spaced && month.spaced && !second.spaced && year.spaced);
    if s != t || !(tight || wide || dotted) || !matches!(s, Sort::Sign('.' | '/' | '-')) {
        return None;
    }
    let glued = words.get(at + 5).is_some_and(|w| !w.spaced && matches!(w.sort, Sort::Sign('/' | '-')))
        && words
            .get(at + 6)
            .is_some_and(|w| !w.spaced && w.sort != Sort::Sign('-') && w.number().is_none_or(|n| n < 1900));
    if glued {
        return None;
    }
    let year = |(value, digits): (u32, u8)| match (value, digits) {
        (1900..=2199, 4) => i32::try_from(value).ok(),
        (0..=99, 2) => i32::try_from(2000 + value).ok(),
        _ => None,
    };
    if a.1 == 4 {
        let day = Day::new(Some(year(a)?), b.0, c.0)?;
        return Some(Found::new(day, day, at + 5));
    }
    let y = Some(year(c)?);
    if a.1 > 2 || b.1 > 2 {
        return None;
    }
    let day_first = Day::new(y, b.0, a.0);
    let month_first = Day::new(y, a.0, b.0);
    let day = day_first.or(month_first)?;
    let other = month_first.filter(|m| day_first.is_some() && *m != day).map(|m| (m, m));
    Some(Found { first: day, last: day, whole_month: false, other, end: at + 5 })
}

/// "18.IX.2017", "18/ix/2017", "18 - IX - 2017", "22-V-17".
pub(super) fn roman(words: &[Word], at: usize) -> Option<Found> {
    const MONTHS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let Sort::Number(day, 1..=2) = words.get(at)?.sort else { return None };
    let sign = words.get(at + 1).map(|w| w.sort)?;
    let name = words.get(at + 2).filter(|w| w.sort == Sort::Letters)?.folded;
    let month = MONTHS.iter().position(|m| *m == name)?;
    let (s, year) = (words.get(at + 3)?.sort, words.get(at + 4)?.sort);
    let year = match year {
        Sort::Number(year @ 1900..=2199, 4) => year,
        Sort::Number(year @ 10..=39, 2) => 2000 + year,
        _ => return None,
    };
    if s != sign || !matches!(s, Sort::Sign('.' | '/' | '-')) {
        return None;
    }
    let day = Day::new(i32::try_from(year).ok(), u32::try_from(month + 1).ok()?, day)?;
    Some(Found::new(day, day, at + 5))
}

/// "2017年9月4日至5日", "9月4日至10月1日".
pub(super) fn chinese(words: &[Word], at: usize) -> Option<Found> {
    let is = |k: usize, unit: &[&str]| words.get(k).is_some_and(|w| unit.contains(&w.folded));
    let number = |k: usize| words.get(k).and_then(Word::number);
    let (year, at) = match number(at) {
        Some(y @ 1900..=2199) if is(at + 1, &["年"]) => (i32::try_from(y).ok(), at + 2),
        _ => (None, at),
    };
    let month = number(at).filter(|_| is(at + 1, &["月"]))?;
    let day = number(at + 2)?;
    let unit = ["日", "号"];
    let mut end = at + 3 + usize::from(is(at + 3, &unit));
    let first = Day::new(year, month, day)?;
    let mut last = first;
    if let Some((Joint::To | Joint::And | Joint::Comma, len)) = joint_at(words, end)
        && let Some(next) = number(end + len)
        && is(end + len + 1, &unit)
        && next > day
    {
        last = Day::new(year, month, next)?;
        end += len + 2;
    } else if end == at + 3 {
        return None;
    }
    Some(Found::new(first, last, end))
}

//! Values of TOML as numbers, days and moments, and places inside of strings.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, Utc};
use toml::de::DeValue;

pub(in crate::rules) fn integer(value: &DeValue<'_>) -> Option<i64> {
    match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    }
}

pub(in crate::rules) fn day(value: &DeValue<'_>) -> Option<NaiveDate> {
    match value {
        DeValue::Datetime(when) if when.time.is_none() => when
            .date
            .and_then(|d| NaiveDate::from_ymd_opt(i32::from(d.year), u32::from(d.month), u32::from(d.day))),
        _ => None,
    }
}

pub(in crate::rules) fn moment(value: &DeValue<'_>) -> Option<DateTime<Utc>> {
    match value {
        DeValue::Datetime(when) => DateTime::parse_from_rfc3339(&when.to_string()).ok().map(|t| t.to_utc()),
        _ => None,
    }
}

/// The bytes of the file that `inner`, a place in the unescaped string, stands for.
pub(in crate::rules) fn inside(
    text: &str,
    string: &Range<usize>,
    unescaped: &str,
    inner: &Range<usize>,
) -> Range<usize> {
    let Some(raw) = text.get(string.clone()) else { return string.clone() };
    let mark = raw.chars().next().unwrap_or_default();
    let quotes = if raw.starts_with(&mark.to_string().repeat(3)) { 3 } else { 1 };
    let mut letters = raw.char_indices().skip(quotes).peekable();
    if quotes == 3 {
        // A line end right after the opening quotes is not part of the string.
        letters.next_if(|(_, letter)| *letter == '\r');
        letters.next_if(|(_, letter)| *letter == '\n');
    }
    // Walk both together. Escapes by number are not followed: then the whole string is meant.
    let mut places = Vec::new();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' if mark == '"' => match letters.next() {
                Some((_, '"' | '\\' | 'n' | 't' | 'r' | 'b' | 'f' | 'e')) => places.push(at),
                // The line goes on in the next one.
                Some((_, blank)) if blank.is_whitespace() => {
                    while letters.next_if(|(_, letter)| letter.is_whitespace()).is_some() {}
                }
                _ => return string.clone(),
            },
            _ => places.extend((0..letter.len_utf8()).map(|byte| at + byte)),
        }
    }
    // The closing quotes were walked over too.
    if places.len() != unescaped.len() + quotes {
        return string.clone();
    }
    match (places.get(inner.start), places.get(inner.end)) {
        (Some(start), Some(end)) => string.start + start..string.start + end,
        _ => string.clone(),
    }
}

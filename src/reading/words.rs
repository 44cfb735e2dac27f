//! Text as words, numbers and signs with their places: what dates, clues and matching look at.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What a [`Word`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters (one Chinese character is one word).
    Letters,
    /// A number in any decimal digits, or in Chinese numerals before a unit: its value and its count of digits.
    Number(u32, usize),
    /// Any other single character.
    Sign(char),
}

/// A word, number or sign of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub sort: Sort,
    /// Letters in lower case without diacritics ([`fold`]); empty for numbers and signs.
    pub folded: Cow<'t, str>,
    /// Whether white space stands before it.
    pub spaced: bool,
}

impl Word<'_> {
    /// The number, when it is one.
    pub(crate) fn number(&self) -> Option<u32> {
        match self.sort {
            Sort::Number(value, _) => Some(value),
            _ => None,
        }
    }

    /// Whether it is this sign.
    pub(crate) fn is_sign(&self, sign: char) -> bool {
        self.sort == Sort::Sign(sign)
    }
}

/// Beginnings of words, found by their first byte: what is asked of every word of a document must cost little.
pub(crate) struct Beginnings(Vec<Vec<&'static str>>);

impl Beginnings {
    /// From a list of folded beginnings.
    pub(crate) fn of(list: &[&'static str]) -> Self {
        let mut buckets = vec![Vec::new(); 256];
        for beginning in list {
            let first = beginning.as_bytes().first().copied().map(usize::from);
            if let Some(bucket) = first.and_then(|first| buckets.get_mut(first)) {
                bucket.push(*beginning);
            }
        }
        Self(buckets)
    }

    /// Whether the folded `word` begins with one of them.
    pub(crate) fn begin(&self, word: &str) -> bool {
        let first = word.as_bytes().first().copied().map(usize::from);
        first.and_then(|first| self.0.get(first)).is_some_and(|b| b.iter().any(|b| word.starts_with(b)))
    }
}

/// Lower case without diacritics, so that `Février`, `FEVRIER` and `fevrier` are one word.
pub(crate) fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.nfkd()
        .filter(|c| !is_combining_mark(*c) && *c != 'ـ')
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'ı' { 'i' } else { c })
        .collect()
}

/// Decimal digits of the scripts that notes are written in.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// `二〇一七` → 2017, `二十一` → 21.
fn chinese_number(text: &str) -> u32 {
    if !text.contains('十') {
        return text.chars().filter_map(chinese_digit).fold(0, |n, d| n.saturating_mul(10).saturating_add(d));
    }
    let (tens, ones) = text.split_once('十').unwrap_or(("", ""));
    let tens = tens.chars().last().and_then(chinese_digit).unwrap_or(1);
    let ones = ones.chars().next().and_then(chinese_digit).unwrap_or(0);
    tens * 10 + ones
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '〇' | '○')
}

/// Splits `text` at white space, at signs, and where letters meet digits.
pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{feff}') {
            spaced = true;
            continue;
        }
        let mut end = start + c.len_utf8();
        let mut extend = |chars: &mut std::iter::Peekable<std::str::CharIndices<'_>>,
                          more: &dyn Fn(char) -> bool| {
            while let Some((at, next)) = chars.peek().copied() {
                if !more(next) {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            end
        };
        let sort = if digit(c).is_some() {
            let end = extend(&mut chars, &|c| digit(c).is_some());
            let digits = text.get(start..end).unwrap_or_default().chars().filter_map(digit);
            let count = digits.clone().count();
            Sort::Number(digits.fold(0, |n: u32, d| n.saturating_mul(10).saturating_add(d)), count)
        } else if chinese_digit(c).is_some() {
            let end = extend(&mut chars, &|c| chinese_digit(c).is_some());
            let unit = chars
                .peek()
                .is_some_and(|(_, c)| matches!(c, '年' | '月' | '日' | '号' | '届' | '次' | '轮'));
            let numeral = text.get(start..end).unwrap_or_default();
            if unit {
                Sort::Number(chinese_number(numeral), numeral.chars().count().max(1))
            } else {
                Sort::Letters
            }
        } else if is_chinese(c) {
            Sort::Letters
        } else if c.is_alphabetic() {
            extend(&mut chars, &|c| (c.is_alphabetic() && !is_chinese(c)) || is_combining_mark(c));
            Sort::Letters
        } else {
            Sort::Sign(if matches!(c, '–' | '—' | '‑' | '−' | '‐') { '-' } else { c })
        };
        let folded = match sort {
            Sort::Letters => match text.get(start..end).unwrap_or_default() {
                plain if plain.bytes().all(|b| b.is_ascii_lowercase()) => Cow::Borrowed(plain),
                other => Cow::Owned(fold(other)),
            },
            _ => Cow::Borrowed(""),
        };
        found.push(Word { range: start..end, sort, folded, spaced });
        spaced = false;
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn letters_digits_and_signs_part() {
        let text = "Le 1er août, ٤ و٥ أيلول 二〇一七年";
        let words = words(text);
        let shown: Vec<String> = words
            .iter()
            .map(|w| match w.sort {
                Sort::Letters => w.folded.to_string(),
                Sort::Number(n, _) => n.to_string(),
                Sort::Sign(c) => c.to_string(),
            })
            .collect();
        assert_eq!(shown, ["le", "1", "er", "aout", ",", "4", "و", "5", "ايلول", "2017", "年"]);
        assert_eq!(text.get(words[3].range.clone()).unwrap(), "août");
        assert!(!words[2].spaced && words[3].spaced);
    }
}

//! Text as words, numbers and signs with their places: what dates, clues and matching look at.
//!
//! ```text
//! let folded = Folded::new(text);          // once for each document
//! let words = split(&folded);              // slices of it, nothing copied
//! let range = folded.span(word.at..word.end, text);  // back to the original
//! ```

use crate::states::fold::Folded;

/// What a [`Word`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// Letters (one Chinese character is one word).
    Letters,
    /// A number in any decimal digits, or in Chinese numerals before a unit: its value (saturating) and its count
    /// of digits (at most 255).
    Number(u32, u8),
    /// Any other single character.
    Sign(char),
}

/// A word, number or sign of a folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    /// Its letters, folded; empty for numbers and signs.
    pub folded: &'t str,
    /// Bytes of the folded text: its first, and the one after its last.
    pub at: usize,
    /// See `at`.
    pub end: usize,
    /// What it is.
    pub sort: Sort,
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

    /// Whether it is letters that may name something: at least two, or one that is not Latin.
    pub(crate) fn is_telling(&self) -> bool {
        self.sort == Sort::Letters && (self.folded.len() > 1 || !self.folded.is_ascii())
    }

    /// Whether it is this sign.
    pub(crate) fn is_sign(&self, sign: char) -> bool {
        self.sort == Sort::Sign(sign)
    }
}

/// Lower case without diacritics, so that `Février`, `FEVRIER` and `fevrier` are one word.
pub(crate) fn fold(text: &str) -> String {
    // Most are single words without marks.
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_ascii_lowercase();
    }
    Folded::new(text).into_text()
}

/// What a folded character is to the splitter.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Space,
    Letter,
    Digit,
    /// A Chinese character that is no numeral.
    Han,
    Numeral,
    Sign,
}

fn class(c: char) -> Class {
    match c {
        'a'..='z' => Class::Letter,
        ' ' => Class::Space,
        '0'..='9' => Class::Digit,
        '\0'..='\x7f' => Class::Sign,
        '\u{25cb}'.. if numeral(c).is_some() => Class::Numeral,
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Class::Han,
        _ if is_letter(c) => Class::Letter,
        _ => Class::Sign,
    }
}

/// Whether a character is a letter. Those of the six languages are told without a look into the tables of Unicode.
#[inline]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{24f}'
        | '\u{400}'..='\u{481}'
        | '\u{620}'..='\u{64a}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9ffc}' => true,
        '\u{3000}'..='\u{3004}' | '\u{2010}'..='\u{206f}' | '\u{ff01}'..='\u{ff1f}' => false,
        _ => c.is_alphabetic(),
    }
}

fn numeral(c: char) -> Option<u32> {
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

/// Whether this is written for 〇 amid Chinese numerals: "二O一八", folded.
fn is_round(c: char) -> bool {
    matches!(c, 'o' | '0' | 'о' | 'ο' | '◯')
}

/// `二〇一七` → 2017, `二十一` → 21.
fn chinese_number(text: &str) -> u32 {
    let Some((tens, ones)) = text.split_once('十') else {
        return text
            .chars()
            .filter_map(|c| numeral(c).or(is_round(c).then_some(0)))
            .fold(0, |n, d| n.saturating_mul(10).saturating_add(d));
    };
    let tens = tens.chars().last().and_then(numeral).unwrap_or(1);
    let ones = ones.chars().next().and_then(numeral).unwrap_or(0);
    tens * 10 + ones
}

/// Splits at white space, at signs, and where letters meet digits.
pub(crate) fn split(folded: &Folded) -> Vec<Word<'_>> {
    let text = folded.text();
    let mut found = Vec::with_capacity(text.len() / 6 + 4);
    let mut spaced = true;
    let mut at = 0;
    while let Some((class, c, len)) = next(text, at) {
        if class == Class::Space {
            spaced = true;
            at += len;
            continue;
        }
        let run = |of: Class| {
            let mut end = at + len;
            while let Some((_, _, len)) = next(text, end).filter(|n| n.0 == of) {
                end += len;
            }
            end
        };
        let mut end = at + len;
        let sort = match class {
            Class::Letter => {
                end = run(Class::Letter);
                Sort::Letters
            }
            Class::Digit => {
                end = run(Class::Digit);
                let digits = text.get(at..end).unwrap_or_default().bytes().map(|b| u32::from(b & 15));
                let value = digits.fold(0_u32, |n, d| n.saturating_mul(10).saturating_add(d));
                Sort::Number(value, u8::try_from(end - at).unwrap_or(u8::MAX))
            }
            Class::Numeral => {
                end = run(Class::Numeral);
                while let Some((_, _, len)) = next(text, end).filter(|n| is_round(n.1))
                    && next(text, end + len).is_some_and(|n| n.0 == Class::Numeral)
                {
                    end += len;
                    while let Some((_, _, len)) = next(text, end).filter(|n| n.0 == Class::Numeral) {
                        end += len;
                    }
                }
                let numeral = text.get(at..end).unwrap_or_default();
                let unit = next(text, end)
                    .is_some_and(|(_, c, _)| matches!(c, '年' | '月' | '日' | '号' | '届' | '次' | '轮'));
                if unit {
                    let count = numeral.chars().take(255).count();
                    Sort::Number(chinese_number(numeral), u8::try_from(count).unwrap_or(u8::MAX))
                } else {
                    Sort::Letters
                }
            }
            Class::Han => Sort::Letters,
            Class::Sign | Class::Space => Sort::Sign(c),
        };
        let letters = if sort == Sort::Letters { text.get(at..end).unwrap_or_default() } else { "" };
        found.push(Word { folded: letters, at, end, sort, spaced });
        spaced = false;
        at = end;
    }
    found
}

/// The words of a folded text, kept beside it: splitting is done once, however many look at them.
#[derive(Debug)]
pub(crate) struct Kept(Vec<(u32, u32, Sort, bool)>);

impl Kept {
    /// Of `folded`, which has at most 4 GiB.
    pub(crate) fn of(folded: &Folded) -> Self {
        let words = split(folded).into_iter();
        Self(words.map(|w| (w.at as u32, w.end as u32, w.sort, w.spaced)).collect())
    }

    /// The words; `folded` is what they were split from.
    pub(crate) fn words<'t>(&self, folded: &'t Folded) -> Vec<Word<'t>> {
        let text = folded.text();
        let word = |(at, end, sort, spaced): &(u32, u32, Sort, bool)| {
            let (at, end) = (*at as usize, *end as usize);
            let letters = if *sort == Sort::Letters { text.get(at..end).unwrap_or_default() } else { "" };
            Word { folded: letters, at, end, sort: *sort, spaced: *spaced }
        };
        self.0.iter().map(word).collect()
    }
}

/// The character at `at`, its class and its length.
#[inline]
fn next(text: &str, at: usize) -> Option<(Class, char, usize)> {
    let byte = *text.as_bytes().get(at)?;
    if byte < 0x80 {
        let c = char::from(byte);
        return Some((class(c), c, 1));
    }
    let c = text.get(at..)?.chars().next()?;
    Some((class(c), c, c.len_utf8()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn letters_digits_and_signs_part() {
        let text = "Le 1er août, ٤ و٥ أيلول 二〇一七年 № 7 2017² in\u{ad}formal";
        let folded = Folded::new(text);
        let words = split(&folded);
        let shown: Vec<String> = words
            .iter()
            .map(|w| match w.sort {
                Sort::Letters => w.folded.to_string(),
                Sort::Number(n, _) => n.to_string(),
                Sort::Sign(c) => c.to_string(),
            })
            .collect();
        let wanted = ["le", "1", "er", "aout", ",", "4", "و", "5", "ايلول", "2017", "年"];
        assert_eq!(shown[..11], wanted);
        assert_eq!(shown[11..], ["no", "7", "2017", "informal"]);
        assert_eq!(text.get(folded.span(words[3].at..words[3].end, text)).unwrap(), "août");
        let spelled = |text: &str| split(&Folded::new(text))[0].number();
        assert_eq!(["二O一八年", "二0一八年", "二〇一八年"].map(spelled), [Some(2018); 3]);
        assert!(!words[2].spaced && words[3].spaced);
    }
}

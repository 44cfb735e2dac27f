//! Words that stand on one line, and what they say.

use unicode_normalization::UnicodeNormalization;

use super::writer::is_han;
use super::{Area, bidi};

/// A word as it is seen, with its place.
pub(super) type Word = (Area, String);

/// More single letters on a line than this were set apart.
const SPACED: usize = 7;
/// Signs before the items of a list.
const BULLETS: [&str; 8] = ["•", "-", "–", "▪", "·", "\u{f0b7}", "*", "o"];

#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) area: Area,
    pub(super) words: Vec<Word>,
    /// A table that drawn lines make: it stands for one line, without words.
    pub(super) rows: Option<Vec<Vec<String>>>,
}

impl Line {
    pub(super) fn of(words: Vec<Word>) -> Option<Self> {
        let area = words.iter().map(|(a, _)| *a).reduce(Area::with)?;
        Some(Self { area, words, rows: None })
    }

    /// The words in the order of writing.
    pub(super) fn text(&self) -> String {
        let mut gaps: Vec<f32> = self.words.windows(2).map(gap).collect();
        gaps.sort_by(f32::total_cmp);
        let usual = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
        let mixed = self.words.iter().any(|(_, text)| text.chars().any(bidi::is_arabic));
        // A line of Chinese of which the signs, and with them the figures, were set apart.
        let signs =
            self.words.iter().filter(|(_, t)| t.chars().count() == 1 && t.chars().all(is_han)).count();
        // "P E R M A N E N T   M I S S I O N": so are the letters of a heading.
        let single = |t: &str| t.chars().count() == 1 && t.chars().all(char::is_alphabetic);
        let letters = self.words.iter().filter(|(_, t)| single(t)).count();
        let airy = signs * 2 > self.words.len() || letters > SPACED && 4 * letters > 3 * self.words.len();
        let mut seen = String::new();
        let mut before: Option<&Word> = None;
        for word in &self.words {
            let close = |b: &Word| airy && word.0.left - b.0.right < 1.3 * usual;
            if before.is_some_and(|b| !is_torn(b, word, usual, mixed) && !close(b)) {
                seen.push(' ');
            }
            seen.push_str(&word.1);
            before = Some(word);
        }
        // Accents may be signs of their own, and figures as wide as a Chinese sign: what is meant is the same.
        let text: String = bidi::from_sight(&seen).nfc().map(narrow).collect();
        // A hyphen that shows only where a line ends, and this word stands within one.
        let inner = text.trim_end_matches('\u{ad}').len();
        let end = text.get(inner..).unwrap_or_default();
        text.get(..inner).unwrap_or_default().replace('\u{ad}', "") + end
    }

    /// The parts between which the line leaves more than twice its usual space, or the page's (`space`, in heights of a
    /// line), which tells where a line has two words, and at least `narrowest`: cells that stand close together.
    pub(super) fn parts(&self, space: f32, narrowest: f32) -> Vec<Self> {
        let page = space * self.area.height();
        let least = self.words.windows(2).map(gap).filter(|g| *g > 0.5).fold(page.max(1.0), f32::min);
        let wide = (2.0 * least).max(narrowest * self.area.height());
        let mut parts: Vec<Vec<Word>> = vec![Vec::new()];
        let gaps = std::iter::once(0.0).chain(self.words.windows(2).map(gap));
        for (word, gap) in self.words.iter().zip(gaps) {
            if gap > wide {
                parts.push(Vec::new());
            }
            if let Some(part) = parts.last_mut() {
                part.push(word.clone());
            }
        }
        parts.into_iter().filter_map(Self::of).collect()
    }

    /// The space between words, in heights of the line.
    pub(super) fn spaces(&self) -> impl Iterator<Item = f32> {
        let height = self.area.height().max(1.0);
        self.words.windows(2).map(gap).filter(|g| *g > 0.5).map(move |g| g / height)
    }

    /// Whether this is one sign of Chinese.
    pub(super) fn is_sign(&self) -> bool {
        matches!(self.words.as_slice(), [(_, text)] if text.chars().count() == 1 && text.chars().all(is_han))
    }

    /// Whether the words of both can only be those of one line: beside each other with no more than `space` between, and none
    /// upon another.
    pub(super) fn is_woven_into(&self, other: &Self, space: f32) -> bool {
        let gaps = || {
            let between = |(a, _): &Word, (b, _): &Word| (b.left - a.right).max(a.left - b.right);
            self.words.iter().flat_map(move |a| other.words.iter().map(move |b| between(a, b)))
        };
        gaps().all(|gap| gap > -1.0) && gaps().any(|gap| gap < space)
    }

    /// Takes in the words of `other`, from left to right.
    pub(super) fn take_in(&mut self, other: Self) {
        self.area = self.area.with(other.area);
        self.words.extend(other.words);
        self.words.sort_by(|a, b| a.0.left.total_cmp(&b.0.left));
    }

    /// Whether the line runs across the page, and not up or down: its longest word is wider than tall.
    pub(super) fn is_upright(&self) -> bool {
        let longest = self.words.iter().max_by_key(|(_, text)| text.chars().count());
        longest.is_none_or(|(area, text)| text.chars().count() < 5 || area.height() < 1.8 * area.width())
    }

    /// Whether the line is in Chinese.
    pub(super) fn is_chinese(&self) -> bool {
        let letters = || self.words.iter().flat_map(|(_, text)| text.chars()).filter(|c| c.is_alphabetic());
        2 * letters().filter(|c| is_han(*c)).count() > letters().count()
    }

    /// Whether the line begins with what counts or marks an item.
    pub(super) fn is_marked(&self) -> bool {
        self.words.first().and_then(|word| Self::of(vec![word.clone()])).is_some_and(|first| first.is_mark())
    }

    pub(super) fn begins_with(&self, sign: char) -> bool {
        self.words.first().is_some_and(|(_, text)| text.starts_with(sign))
    }

    pub(super) fn ends_with(&self, sign: char) -> bool {
        self.words.last().is_some_and(|(_, text)| text.ends_with(sign))
    }

    /// Whether this is only a sign before an item of a list, and no number.
    pub(super) fn is_bullet(&self) -> bool {
        matches!(self.words.as_slice(), [(_, text)] if BULLETS.contains(&text.as_str()))
    }

    /// Whether this is only what counts or marks an item: "1.", "(b)", "•", "三、".
    pub(super) fn is_mark(&self) -> bool {
        let [(_, text)] = self.words.as_slice() else { return false };
        let bare = text.trim_matches(['(', ')', '.', '（', '）', '、', '-', '–']);
        let few = text.chars().count() <= 5;
        let counts = bare.chars().all(char::is_numeric)
            || bare.chars().count() == 1
            || bare.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'))
            || bare.chars().all(|c| "一二三四五六七八九十".contains(c));
        let closed = text.ends_with([')', '.', '）', '、']) || text.starts_with('.');
        few && (counts && closed || BULLETS.contains(&text.as_str()))
    }
}

/// "２０１７" is 2017.
fn narrow(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        _ => c,
    }
}

/// The space between two words that follow one another, in points.
pub(super) fn gap(pair: &[Word]) -> f32 {
    match pair {
        [(before, _), (after, _)] => after.left - before.right,
        _ => 0.0,
    }
}

/// Whether no space was set between two words that poppler has as two.
fn is_torn(before: &Word, word: &Word, usual: f32, mixed: bool) -> bool {
    let (Some(end), Some(first)) = (before.1.chars().next_back(), word.1.chars().next()) else { return true };
    let gap = word.0.left - before.0.right;
    let height = before.0.height().min(word.0.height());
    let sign = |word: &Word| word.1.chars().all(bidi::is_vowel_sign);
    // No word begins with a letter that is doubled, and none is only an ending: "باع", "بّاد"; "إلحاق", "اً".
    let goes_on = |word: &Word| word.1.ends_with('\u{651}') || word.1 == "ا\u{64b}";
    if mixed && (gap < 0.05 * height || sign(before) || sign(word) || goes_on(before)) {
        // Where the direction changes: "٢٠١٧", "/", "م".
        return true;
    }
    if is_han(end) && is_han(first)
        || is_han(end) && first.is_ascii_digit()
        || end.is_ascii_digit() && is_han(first)
    {
        // Programs leave some room between Chinese signs and figures, "第 87 号"; stretched lines leave it between any.
        return gap < 0.5 * height;
    }
    if end.is_uppercase() && first.is_uppercase() && before.0.height() > 1.1 * word.0.height() {
        // Small capitals, "T", "RINIDAD".
        return gap < 0.1 * height && before.1.chars().count() == 1;
    }
    let accent = matches!(end, '\u{300}'..='\u{36f}');
    if (accent || end.is_alphabetic()) && first.is_lowercase() && gap.abs() < 0.03 * height {
        // An accent that is a sign of its own: "Misió", "n".
        return true;
    }
    // Kerning after a letter that does not join tears Arabic words; the gap is less than a space.
    gap < 0.6 * usual && bidi::is_arabic(end) && bidi::is_arabic(first)
}

//! The points between the parts of a foreign name in Chinese (`拉梅什·库马尔·塔帕`), found in the picture.
//!
//! The models make commas, stops, quotation marks or nothing of them, and a name then ends where its first part does.
//! Nothing else that Chinese prints stands in columns of its own, so small and at the middle of the line's height: a comma
//! and a stop lie at the foot of it, a colon is two, a dash is wide.

use super::layout::UNSURE;
use super::raster::Raster;
use super::tesseract::Word;

/// Darker pixels are ink.
const INK: u8 = 140;
/// What a point is read as.
const SLIPS: &str = "·.,，。、:：;；\"“”'‘’`*•・-";

/// `words` of `page` with the points between Han characters.
pub fn found(words: Vec<Word>, page: &Raster) -> Vec<Word> {
    let mut out = Vec::with_capacity(words.len());
    for line in words.chunk_by(|a, b| a.line == b.line) {
        let mut line = line.to_vec();
        for at in points(&line, page) {
            put(&mut line, at);
        }
        out.append(&mut line);
    }
    out
}

/// The middle columns of the points in `line`.
fn points(line: &[Word], page: &Raster) -> Vec<i32> {
    let middle = |mut values: Vec<i32>| {
        values.sort_unstable();
        values.get(values.len() / 2).copied().unwrap_or(0)
    };
    let is_written = |w: &&Word| w.text.contains(is_ideograph);
    let em = em(line);
    if !(14..=90).contains(&em) {
        return Vec::new();
    }
    let whole: Vec<&Word> =
        line.iter().filter(is_written).filter(|w| (w.height() - em).abs() * 4 <= em).collect();
    if whole.len() < 3 {
        return Vec::new();
    }
    let left = line.iter().map(|w| w.left()).min().unwrap_or(0);
    let right = line.iter().map(Word::right).max().unwrap_or(0);
    // Lines fall a little, even on a page that was turned: the height is taken from the words around.
    let top_near = |x: i32| {
        let mut near: Vec<&&Word> = whole.iter().collect();
        near.sort_by_key(|w| ((w.left() + w.right()) / 2 - x).abs());
        middle(near.iter().take(5).map(|w| w.top()).collect())
    };
    let mut found = Vec::new();
    // Of a run of columns with ink: where it began, its highest and its lowest pixel.
    let mut run: Option<(i32, i32, i32)> = None;
    let mut blank = 0;
    let mut wide_before = false;
    let mut waiting: Option<i32> = None;
    for x in left..=right {
        let top = top_near(x);
        let ink: Vec<i32> =
            (top - em / 8..top + em + em / 8).filter(|y| is_ink(page, x, *y)).map(|y| y - top).collect();
        match (ink.first(), ink.last()) {
            (Some(high), Some(low)) => {
                if run.is_none() {
                    // Ink too near behind it: part of a character.
                    if blank * 16 < em {
                        waiting = None;
                    }
                    found.extend(waiting.take());
                    wide_before = blank * 16 >= em;
                }
                let (start, h, l) = run.unwrap_or((x, *high, *low));
                run = Some((start, h.min(*high), l.max(*low)));
                blank = 0;
            }
            _ => {
                if let Some((start, high, low)) = run.take() {
                    let (width, height, centre) = (x - start, low - high + 1, (high + low) / 2);
                    // A speck of grain is smaller, a stroke larger.
                    let small = |size: i32| size * 8 >= em && size * 10 <= em * 3;
                    let level = centre * 20 >= em * 7 && centre * 20 <= em * 13;
                    let alike = width <= 2 * height && height <= 2 * width;
                    waiting = (wide_before && small(width) && small(height) && level && alike)
                        .then_some(start + width / 2);
                }
                blank += 1;
            }
        }
    }
    found
}

fn is_ink(page: &Raster, x: i32, y: i32) -> bool {
    let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return false };
    x < page.width && page.row(y).get(x).is_some_and(|pixel| *pixel < INK)
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}') && c != '一'
}

/// Puts a point at column `x` into `line`, in the place of the sign that was made of it; between characters only.
fn put(line: &mut Vec<Word>, x: i32) {
    let Some(at) = line.iter().position(|w| w.right() >= x) else { return };
    let Some(word) = line.get(at) else { return };
    let (chars, width) = (word.text.chars().count(), (word.right() - word.left()).max(1));
    let number = if word.left() > x {
        0
    } else if 3 * width <= word.text.chars().count() as i32 * em(line) {
        // A character with the box of the point: its own is that of the character before.
        chars
    } else {
        let share = (x - word.left()) as f32 / width as f32;
        (share * chars as f32).round() as usize
    };
    // All characters of the line, so that neighbours in other words are seen.
    let before: usize = line.iter().take(at).map(|w| w.text.chars().count()).sum();
    let all: Vec<char> = line.iter().flat_map(|w| w.text.chars()).collect();
    let place = before + number;
    let near = |n: usize| all.get(n).copied().unwrap_or(' ');
    let is_slip = |n: usize| SLIPS.contains(near(n));
    // Boxes are guesses, too: what stands a character further on may be it.
    let slip = [Some(place), place.checked_sub(1), place.checked_add(1), place.checked_sub(2)]
        .into_iter()
        .flatten()
        .find(|n| is_slip(*n));
    // Several signs may have been made of one point: `邓“'马延`.
    let (mut from, mut to) = (slip.unwrap_or(place), slip.map_or(place, |n| n + 1));
    while slip.is_some() && from.checked_sub(1).is_some_and(is_slip) {
        from -= 1;
    }
    while slip.is_some() && is_slip(to) {
        to += 1;
    }
    let Some(ahead) = from.checked_sub(1) else { return };
    if !is_ideograph(near(ahead)) || !is_ideograph(near(to)) {
        return;
    }
    // A point of which the model made no sign at all is a guess: a speck in "办公" is as dark.
    let guessed = slip.is_none();
    let mut first = 0;
    let mut placed = false;
    for word in line.iter_mut() {
        let chars: Vec<char> = word.text.chars().collect();
        let end = first + chars.len();
        // An insertion behind the last character of a word belongs to it.
        let here = !placed && (from < end || from == end && to == from);
        if here || first < to && from < end {
            let kept = |range: std::ops::Range<usize>| {
                chars.iter().enumerate().filter(move |(n, _)| range.contains(&(first + n))).map(|(_, c)| *c)
            };
            word.text = kept(0..from).chain(here.then_some('·')).chain(kept(to..usize::MAX)).collect();
            if here && guessed {
                word.confidence = word.confidence.min(UNSURE - 1.0);
            }
            placed = true;
        }
        first = end;
    }
    line.retain(|word| !word.text.is_empty());
}

/// The height of the characters of `line`.
fn em(line: &[Word]) -> i32 {
    // Boxes as tall as the line and more are guesses; those of whole characters tell its height.
    let mut heights: Vec<i32> =
        line.iter().filter(|w| w.text.contains(is_ideograph)).map(Word::height).collect();
    heights.sort_unstable();
    heights.get(heights.len() / 3).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// A line of blocks of 30 by 30 pixels, with a point where the text has one and a low one where it has a comma.
    fn line(printed: &str, read: &[(&str, i32, i32)]) -> (Raster, Vec<Word>) {
        let mut page = Raster::grey(600, 60, vec![255; 36_000]).unwrap();
        let mut left = 10;
        for c in printed.chars() {
            let (x, y, size) = match c {
                '·' => (left + 4, 24, 4),
                '，' => (left + 4, 36, 4),
                _ => (left + 2, 12, 28),
            };
            for y in y..y + size {
                page.pixels.iter_mut().skip(y * 600 + x).take(size).for_each(|p| *p = 0);
            }
            left += if matches!(c, '·' | '，') { 12 } else { 32 };
        }
        let word = |(text, left, width): &(&str, i32, i32)| Word {
            text: (*text).to_owned(),
            confidence: 90.0,
            place: [*left, 10, *width, 30],
            line: [1, 1, 1],
        };
        (page, read.iter().map(word).collect())
    }

    fn text(words: &[Word]) -> String {
        words.iter().map(|w| w.text.as_str()).collect()
    }

    #[test]
    fn points_of_names_are_seen_and_commas_stay() {
        let (page, words) = line(
            "司长马延·邓，朱巴",
            &[
                ("司长", 10, 62),
                ("马延", 74, 62),
                (",", 137, 8),
                ("邓", 150, 30),
                (",", 182, 8),
                ("朱巴", 194, 62),
            ],
        );
        assert_eq!(text(&found(words, &page)), "司长马延·邓,朱巴");
        let (page, words) = line("司长马延·邓", &[("司长", 10, 62), ("马延", 74, 62), ("邓", 150, 30)]);
        assert_eq!(text(&found(words, &page)), "司长马延·邓");
        let (page, words) = line("司长马延·邓", &[("司", 10, 30), ("长", 42, 30), ("马延邓", 74, 106)]);
        let seen = found(words, &page);
        let (page, words) = line(
            "司长雷德·邓",
            &[("司长", 10, 62), ("雷", 74, 62), ("德", 141, 6), ("“'", 148, 2), ("邓", 150, 30)],
        );
        assert_eq!(text(&found(words, &page)), "司长雷德·邓");
        assert_eq!((text(&seen).as_str(), seen.last().unwrap().confidence), ("司长马延·邓", UNSURE - 1.0));
    }
}

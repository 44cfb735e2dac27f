//! Recognised words to text: lines, blank lines between paragraphs, in the order of reading.

use std::ops::Range;

use super::known::is_han;
use super::mend::mended;
use super::raster::Raster;
use super::script::Script;
use super::tesseract::{Word, confidence};

/// Words below this stand in doubt.
pub const UNSURE: f32 = 75.0;
/// Lines below this are stamps, seals, signatures and specks.
const NOISE: f32 = 38.0;
/// Words below this may be in another script than their page.
const LOST: f32 = 70.0;
/// Words that stand farther apart than so many heights of their line are not of one phrase: number and date, two columns.
const CELL: i32 = 2;
/// What is set between them.
const CELLS: &str = "   ";
/// White rows above and below a line that is read by itself.
const MARGIN: i32 = 6;

/// `words` as text.
pub fn text(words: &[Word], script: Script) -> String {
    let mut out = String::new();
    let mut paragraph = None;
    let mut heights: Vec<i32> = words.iter().map(Word::height).collect();
    heights.sort_unstable();
    let height = heights.get(heights.len() / 2).copied().unwrap_or(0);
    for line in words.chunk_by(|a, b| a.line == b.line) {
        if confidence(line) < NOISE || is_scratch(line) {
            continue;
        }
        let line = without_edges(line, height);
        let [block, par, _] = line.first().map(|w| w.line).unwrap_or_default();
        if paragraph.is_some_and(|before| before != (block, par)) {
            out.push('\n');
        }
        paragraph = Some((block, par));
        push_line(&mut out, &ordered(line, script));
    }
    mended(&out, script)
}

/// Whether a line is nothing but single letters and strokes (`I /`): the edge of a stamp, a fold, initials by pen.
fn is_scratch(line: &[Word]) -> bool {
    let alone = |w: &Word| {
        let mut letters = w.text.chars().filter(|c| c.is_alphanumeric());
        letters.next().is_none_or(|c| !c.is_numeric() && !is_han(c)) && letters.next().is_none()
    };
    line.iter().all(alone)
}

/// `line` without what a stamp, a signature or the edge of the paper left at its ends (`034/MPUC/18      ar`,
/// `288/MPG/17 .       \\`): strokes and words of little confidence that stand far from the others, or behind a number. Words
/// of a page are `height` pixels tall.
fn without_edges(line: &[Word], height: i32) -> &[Word] {
    let is_far = |a: &Word, b: &Word| gap(a, b) > 2 * height;
    let letters = |word: &Word| word.text.chars().filter(|c| c.is_alphanumeric()).count();
    let figures = |word: &Word| word.text.chars().filter(|c| c.is_numeric()).count();
    let is_stroke = |word: &Word| {
        letters(word) == 0 || letters(word) == 1 && figures(word) == 0 && !word.text.contains(is_han)
    };
    let is_dirt = |part: &[Word]| {
        part.iter().all(is_stroke)
            || confidence(part) < 65.0 && part.iter().map(figures).sum::<usize>() < 3 && part.len() < 5
    };
    let mut rest = line;
    loop {
        let mut parts = rest.chunk_by(|a, b| !is_far(a, b));
        let (first, last) = (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());
        rest = match rest {
            _ if !last.is_empty() && is_dirt(last) => rest.get(..rest.len() - last.len()).unwrap_or(rest),
            _ if !last.is_empty() && is_dirt(first) => rest.get(first.len()..).unwrap_or(rest),
            [inner @ .., before, last]
                if figures(before) > 0
                    && letters(last) <= 3
                    && figures(last) == 0
                    && last.confidence < 30.0 =>
            {
                rest.get(..inner.len() + 1).unwrap_or(rest)
            }
            _ => return rest,
        };
    }
}

/// The words of `line` in the order of reading. The tool takes a line that is mostly numbers for one that runs from
/// left to right, even on an Arabic page; in others its order is right, and the places of some words are not.
fn ordered(line: &[Word], script: Script) -> Vec<&Word> {
    let mut words: Vec<&Word> = line.iter().collect();
    if script != Script::Arabic {
        return words;
    }
    let pairs = || {
        words.windows(2).filter_map(|pair| if let [a, b] = pair { Some(a.left() > b.left()) } else { None })
    };
    if 2 * pairs().filter(|leftwards| *leftwards).count() <= pairs().count() {
        words.sort_by_key(|w| std::cmp::Reverse(w.right()));
    }
    let runs_left =
        |w: &&Word| w.text.chars().any(|c| matches!(c, '\u{600}'..='\u{65f}' | '\u{66e}'..='\u{6ff}'));
    let mut read = Vec::with_capacity(words.len());
    let height = words.iter().map(|w| w.height()).max().unwrap_or(0);
    for run in words.chunk_by(|a, b| runs_left(a) == runs_left(b) && gap(a, b) <= CELL * height) {
        if run.first().is_some_and(runs_left) {
            read.extend(run);
        } else {
            read.extend(run.iter().rev());
        }
    }
    read
}

fn push_line(out: &mut String, line: &[&Word]) {
    let mut before: Option<&Word> = None;
    // The tallest: some characters are a single stroke.
    let height = line.iter().map(|w| w.height()).max().unwrap_or(0);
    let breaks = breaks(line, height);
    let parted = |a: &Word, b: &Word| {
        let (from, to) = (a.left().min(b.left()), a.left().max(b.left()));
        breaks.iter().any(|at| (from..to).contains(at))
    };
    for word in line {
        match before {
            Some(before) if parted(before, word) => out.push_str(CELLS),
            Some(before) if is_apart(before, word, height) => out.push(' '),
            _ => {}
        }
        out.push_str(&word.text);
        before = Some(word);
    }
    out.push('\n');
}

/// Where the columns of a line are parted, whatever the order of its words.
fn breaks(line: &[&Word], height: i32) -> Vec<i32> {
    let mut words = line.to_vec();
    words.sort_by_key(|w| w.left());
    let pairs = words.windows(2).filter_map(|pair| match pair {
        [a, b] if gap(a, b) > CELL * height => Some(a.right()),
        _ => None,
    });
    pairs.collect()
}

/// The blank between two words of a line.
fn gap(a: &Word, b: &Word) -> i32 {
    (b.left() - a.right()).max(a.left() - b.right())
}

/// Whether a space stands between two words: always, but among Chinese only where there is room for one.
fn is_apart(before: &Word, word: &Word, height: i32) -> bool {
    let touches = |c: Option<char>| c.is_some_and(is_han);
    if !touches(before.text.chars().next_back()) && !touches(word.text.chars().next()) {
        return true;
    }
    word.left() - before.right() > height
}

/// The words of `words` that stand in doubt and say something.
pub fn unsure(words: &[Word]) -> Vec<String> {
    words
        .chunk_by(|a, b| a.line == b.line)
        .filter(|line| confidence(*line) >= NOISE)
        .flatten()
        .filter(|w| w.confidence < UNSURE || w.confidence < 85.0 && w.text.contains(|c: char| c.is_numeric()))
        .map(|w| w.text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|w| !w.is_empty())
        .collect()
}

/// The rows of `page` in which lines with words far from sure stand, from the top.
pub fn doubtful(words: &[Word], page: &Raster) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    for line in words.chunk_by(|a, b| a.line == b.line) {
        if !line.iter().any(|w| w.confidence < LOST) {
            continue;
        }
        rows.push(self::rows(line, page));
    }
    rows.sort_by_key(|r| r.start);
    rows
}

/// The rows of `page` in which `line` stands, with a margin.
pub fn rows(line: &[Word], page: &Raster) -> Range<usize> {
    let (mut top, mut bottom) = (i32::MAX, 0);
    for [_, above, _, height] in line.iter().map(|w| w.place) {
        top = top.min(above);
        bottom = bottom.max(above.saturating_add(height));
    }
    let row = |at: i32| usize::try_from(at).unwrap_or(0).min(page.height);
    row(top - MARGIN)..row(bottom + MARGIN)
}

/// Puts the words of `latin` that are surer into `words`, for a page in another script with Latin names and numbers.
pub fn merge(words: &mut [Word], latin: &[Word]) {
    for word in words.iter_mut().filter(|w| w.confidence < 88.0) {
        let better = latin.iter().find(|l| {
            l.confidence > 85.0_f32.max(word.confidence + 8.0)
                && l.text.chars().filter(char::is_ascii_alphabetic).count() >= 2
                && (l.covers(word) && word.covers(l))
        });
        if let Some(better) = better {
            word.text.clone_from(&better.text);
            word.confidence = better.confidence;
        }
    }
}

/// `words` and, at their height on the page, what of `lines` stands where none of them does.
pub fn with_missing_lines(words: Vec<Word>, lines: &[Word]) -> Vec<Word> {
    let mut read: Vec<Vec<Word>> = words.chunk_by(|a, b| a.line == b.line).map(<[Word]>::to_vec).collect();
    for (number, line) in lines.chunk_by(|a, b| a.line == b.line).enumerate() {
        let missing: Vec<Word> = line
            .iter()
            .filter(|w| !words.iter().any(|have| have.covers(w) || w.covers(have)))
            .cloned()
            .map(|w| Word { line: [u32::MAX, 0, u32::try_from(number).unwrap_or(u32::MAX)], ..w })
            .collect();
        // Half of it is enough: a seal may lie on the rest, which stands in doubt.
        let letters = |word: &Word| word.text.chars().filter(|c| c.is_alphanumeric()).count();
        let all: usize = missing.iter().map(letters).sum();
        let sure: usize = missing.iter().filter(|w| w.confidence >= UNSURE).map(letters).sum();
        if all < 4 || 2 * sure < all {
            continue;
        }
        let top = |line: &[Word]| {
            line.iter()
                .map(|w| {
                    let [_, top, ..] = w.place;
                    top
                })
                .min()
                .unwrap_or(0)
        };
        let below = read.iter().position(|have| top(have) > top(&missing)).unwrap_or(read.len());
        read.insert(below, missing);
    }
    read.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, left: i32, width: i32, line: u32) -> Word {
        Word {
            text: text.to_owned(),
            confidence: 95.0,
            place: [left, 0, width, 30],
            line: [1, line / 10, line],
        }
    }

    #[test]
    fn chinese_has_no_spaces_but_wide_ones() {
        let words = [
            word("常驻", 0, 60, 1),
            word("代表", 62, 60, 1),
            word("2017", 125, 50, 1),
            word("张伟", 220, 60, 1),
        ];
        assert_eq!(text(&words, Script::Han), "常驻代表2017 张伟\n");
    }

    #[test]
    fn arabic_lines_run_from_the_right_and_latin_within_them_from_the_left() {
        let words = [
            word("MUN", 10, 50, 1),
            word("2017", 70, 50, 1),
            word("المرجع:", 200, 90, 1),
            word("رقم", 140, 40, 1),
        ];
        assert_eq!(text(&words, Script::Arabic), "المرجع: رقم MUN 2017\n");
        let apart = [
            word("يناير", 800, 60, 1),
            word("2018", 740, 50, 1),
            word("024/NY/18", 100, 150, 1),
            word("N°", 40, 40, 1),
        ];
        assert_eq!(text(&apart, Script::Arabic), "يناير 2018   N° 024/NY/18\n");
    }

    #[test]
    fn where_a_place_is_wrong_the_order_of_the_tool_stands() {
        let words = [
            word("لتعرب", 1076, 70, 1),
            word("عن", 1032, 30, 1),
            word("فائق", 953, 193, 1),
            word("احترامها.", 800, 120, 1),
        ];
        assert_eq!(text(&words, Script::Arabic), "لتعرب عن فائق احترامها.\n");
    }

    #[test]
    fn what_a_stamp_left_at_the_ends_of_a_line_is_dropped() {
        let low = |text, left, width| Word { confidence: 40.0, ..word(text, left, width, 1) };
        let line = [
            word("/", 0, 9, 1),
            word("N°", 200, 40, 1),
            word("034/18", 250, 90, 1),
            low("PERM", 700, 90),
            low("y", 800, 9),
        ];
        assert_eq!(text(&line, Script::Latin), "N° 034/18\n");
        let line = [
            word("N°", 200, 40, 1),
            word("034/18", 250, 90, 1),
            word("Vienna,", 700, 90, 1),
            low("5", 800, 9),
        ];
        assert_eq!(text(&line, Script::Latin), "N° 034/18   Vienna, 5\n");
    }

    #[test]
    fn words_parted_at_line_ends_are_joined_and_paragraphs_stand_apart() {
        let words = [
            word("le", 0, 20, 1),
            word("gouver-", 30, 80, 1),
            word("nement", 0, 80, 2),
            word("de", 90, 20, 2),
            word("I'État", 120, 60, 2),
            word("vice-", 0, 50, 11),
            word("président", 0, 90, 12),
        ];
        assert_eq!(text(&words, Script::Latin), "le gouvernement\nde l'État\n\nvice-\nprésident\n");
    }
}

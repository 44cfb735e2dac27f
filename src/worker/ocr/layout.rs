//! Recognised words to text: lines, blank lines between paragraphs, in the order of reading.

use std::ops::Range;

use super::cells::{self, Table};
use super::known::is_han;
use super::mend::{marks, mended};
use super::raster::Raster;
use super::script::Script;
use super::tesseract::{Word, confidence, usual_height};
use crate::worker::layout::{Strokes, recognised};

/// The longer side of a sheet of paper in points.
const A4: f32 = 842.0;
/// Words below this stand in doubt.
pub const UNSURE: f32 = 75.0;
/// A line with so many figures is a number or a day.
const FIGURES: usize = 3;
/// Lines below this are stamps, seals, signatures and specks.
const NOISE: f32 = 38.0;
/// Signs below this that stand alone are specks.
const SPECK: f32 = 50.0;
/// Words below this may be in another script than their page.
const LOST: f32 = 70.0;
/// Words that stand farther apart than so many heights of their line are not of one phrase: number and date, two columns.
const CELL: i32 = 2;
/// What is set between them.
const CELLS: &str = "   ";
/// White rows above and below a line that is read by itself.
const MARGIN: i32 = 6;

/// `words` of a page that is `longer` pixels along its longer side, as text; the lines drawn on it tell its tables.
pub fn text(words: &[Word], script: Script, longer: usize, strokes: &Strokes) -> String {
    let mut heights: Vec<i32> = words.iter().map(Word::height).collect();
    heights.sort_unstable();
    let height = heights.get(heights.len() / 2).copied().unwrap_or(0);
    let lines = words.chunk_by(|a, b| a.line == b.line);
    let lines = lines.filter(|line| confidence(*line) >= NOISE && !is_scratch(line));
    let lines: Vec<&[Word]> = lines.map(|line| without_edges(line, height)).collect();
    let said = |line: &&[Word]| line.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
    let kept = marks::kept(&lines.iter().map(said).collect::<Vec<_>>());
    let lines: Vec<&[Word]> =
        lines.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(line, _)| line).collect();
    let text = match script {
        Script::Latin | Script::Cyrillic => in_columns(&lines, script, longer, strokes),
        _ => in_lines(&lines, script, strokes, A4 / longer.max(1) as f32),
    };
    mended(&text, script)
}

/// The text of `lines` of words, tables by row.
fn in_columns(lines: &[&[Word]], script: Script, longer: usize, strokes: &Strokes) -> String {
    let scale = A4 / longer.max(1) as f32;
    let seen = |word: &Word| {
        let [left, top, width, height] = word.place.map(|side| side as f32 * scale);
        ([left, top, left + width, top + height], word.text.clone())
    };
    let block = |line: &[Word]| {
        line.first().map(|word| {
            let [block, ..] = word.line;
            block
        })
    };
    let blocks = lines.chunk_by(|a, b| block(a) == block(b)).map(|lines| {
        lines.iter().map(|line| without_strokes(line, script).iter().map(seen).collect()).collect()
    });
    recognised(blocks.collect(), &strokes.scaled(scale))
}

/// What is counted in Roman numbers, of which the first is a stroke.
const COUNTED: [&str; 9] =
    ["annex", "annexe", "anexo", "part", "partie", "parte", "chapter", "goal", "table"];

/// `line` without specks, and without the borders of tables and frames, which are read as strokes. Among Latin letters a stroke may be an `I`:
/// in a word, behind what is counted ("Annex |"), and before a verb ("| have the honour").
fn without_strokes(line: &[Word], script: Script) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::with_capacity(line.len());
    for (at, word) in line.iter().enumerate() {
        let mut word = word.clone();
        if word.text == "\\" || word.text == "_" {
            continue;
        }
        if word.text.contains('|') {
            let verb = line.get(at + 1).is_some_and(|next| {
                next.text.starts_with(char::is_lowercase) && gap(&word, next) < word.height()
            });
            let counted =
                out.last().is_some_and(|before| COUNTED.contains(&before.text.to_lowercase().as_str()));
            let letter =
                script == Script::Latin && (word.text.contains(char::is_alphanumeric) || verb || counted);
            word.text = word.text.replace('|', if letter { "I" } else { "" });
        }
        let far = |other: Option<&Word>| other.is_none_or(|other| gap(&word, other).abs() > other.height());
        let alone = far(at.checked_sub(1).and_then(|before| line.get(before))) && far(line.get(at + 1));
        let speck = alone && word.confidence < SPECK && !word.text.contains(char::is_alphanumeric);
        if !word.text.is_empty() && !speck {
            out.push(word);
        }
    }
    out
}

/// The text of `lines` as the tool found them: of Arabic it does not say how a line was written, and of Chinese it makes
/// words of single characters.
fn in_lines(lines: &[&[Word]], script: Script, strokes: &Strokes, scale: f32) -> String {
    let mut out = String::new();
    let mut paragraph = None;
    let mut lines: Vec<Vec<Word>> = lines.iter().map(|line| without_strokes(line, script)).collect();
    let tables = cells::take(&mut lines, script, strokes, scale);
    for (number, line) in lines.iter().enumerate() {
        for table in tables.iter().filter(|table| table.first == number) {
            push_table(&mut out, table, script);
            paragraph = None;
        }
        if line.is_empty() {
            continue;
        }
        let [block, par, _] = line.first().map(|w| w.line).unwrap_or_default();
        if paragraph.is_some_and(|before| before != (block, par)) {
            out.push('\n');
        }
        paragraph = Some((block, par));
        push_line(&mut out, &ordered(line, script));
    }
    out
}

/// A table by row, its cells parted by bars.
fn push_table(out: &mut String, table: &Table, script: Script) {
    let cell = |lines: &Vec<Vec<Word>>| {
        let mut text = String::new();
        for line in lines {
            let mut own = String::new();
            push_line(&mut own, &ordered(line, script));
            let own = own.split_whitespace().collect::<Vec<_>>().join(" ");
            // In Chinese no blank parts words.
            let joined = text.ends_with(is_han) && own.starts_with(is_han);
            if !(text.is_empty() || joined) {
                text.push(' ');
            }
            text.push_str(&own);
        }
        text
    };
    out.push('\n');
    for row in &table.rows {
        out.push_str(&row.iter().map(cell).collect::<Vec<_>>().join(" | "));
        out.push('\n');
    }
    out.push('\n');
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

/// `words` and, at their height on the page, what of `lines` stands where none of them does. What two lines made one yields.
pub fn with_missing_lines(mut words: Vec<Word>, lines: &[Word]) -> Vec<Word> {
    let tall = usual_height(&words).unwrap_or(i32::MAX / 20);
    let squeezed = |have: &Word| have.is_squeezed(tall);
    words.retain(|have| {
        let better = |w: &Word| w.confidence >= UNSURE && have.touches(w);
        !(squeezed(have) && lines.iter().any(better))
    });
    put_in(&words, lines, &is_text)
}

/// The same of lines that a stamp printed: what stands in doubt gives way to them, and a number is kept however unsure it is; no
/// signature has so many figures.
pub fn with_stamped_lines(mut words: Vec<Word>, lines: &[Word]) -> Vec<Word> {
    let is_number = |line: &[Word]| {
        let all = || line.iter().flat_map(|w| w.text.chars());
        all().filter(char::is_ascii_digit).count() >= FIGURES
            && 2 * all().filter(|c| c.is_alphanumeric()).count() > all().count()
    };
    for line in lines.chunk_by(|a, b| a.line == b.line).filter(|line| is_number(line)) {
        words.retain(|have| {
            // "4", eight pixels tall: the edge of what is seen now.
            let is_part = |w: &Word| w.covers(have) && 2 * have.height() < w.height();
            !line.iter().any(is_part)
                && (have.confidence >= UNSURE || !line.iter().any(|w| w.covers(have) || have.covers(w)))
        });
    }
    put_in(&words, lines, &|line| is_number(line) || is_text(line))
}

/// Whether a line is surely one. Half of it is enough: a seal may lie on the rest, which stands in doubt.
fn is_text(line: &[Word]) -> bool {
    let letters = |word: &Word| word.text.chars().filter(|c| c.is_alphanumeric()).count();
    let all: usize = line.iter().map(letters).sum();
    let sure: usize = line.iter().filter(|w| w.confidence >= UNSURE).map(letters).sum();
    all >= 4 && 2 * sure >= all
}

/// `words` and, at their height, those of `lines` that stand where none of them does, and are what is wanted.
fn put_in(words: &[Word], lines: &[Word], wanted: &dyn Fn(&[Word]) -> bool) -> Vec<Word> {
    let mut read: Vec<Vec<Word>> = words.chunk_by(|a, b| a.line == b.line).map(<[Word]>::to_vec).collect();
    for (number, line) in lines.chunk_by(|a, b| a.line == b.line).enumerate() {
        let missing: Vec<Word> = line
            .iter()
            .filter(|w| !words.iter().any(|have| have.covers(w) || w.covers(have)))
            .cloned()
            .map(|w| Word { line: [u32::MAX, 0, u32::try_from(number).unwrap_or(u32::MAX)], ..w })
            .collect();
        if !wanted(&missing) {
            continue;
        }
        let top = |line: &[Word]| line.iter().map(Word::top).min().unwrap_or(0);
        let below = read.iter().position(|have| top(have) > top(&missing)).unwrap_or(read.len());
        read.insert(below, missing);
    }
    read.concat()
}

#[cfg(test)]
mod tests;

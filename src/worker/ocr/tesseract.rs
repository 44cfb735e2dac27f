//! The one door to `tesseract`: a page as pixels to words with their places and confidences.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::raster::Raster;
use crate::worker::tool::{Failure, run};

/// Bytes of an answer; a crowded page has some 100 kB.
const ANSWER: usize = 4 << 20;

/// A recognised word.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub text: String,
    /// 0 to 100, of the word's characters.
    pub confidence: f32,
    /// Left, top, width, height in pixels.
    pub place: [i32; 4],
    /// Block, paragraph and line that it stands in.
    pub line: [u32; 3],
}

impl Word {
    pub fn left(&self) -> i32 {
        let [left, ..] = self.place;
        left
    }

    pub fn top(&self) -> i32 {
        let [_, top, ..] = self.place;
        top
    }

    pub fn right(&self) -> i32 {
        let [left, _, width, _] = self.place;
        left.saturating_add(width)
    }

    pub fn height(&self) -> i32 {
        let [.., height] = self.place;
        height
    }

    /// Whether two lines were probably read as one here: nonsense, and much taller than letters that are `tall`.
    pub fn is_squeezed(&self, tall: i32) -> bool {
        self.confidence < SQUEEZED && 10 * self.height() > 17 * tall
    }

    /// Whether both stand in the same place of a line, if only with a part.
    pub fn touches(&self, other: &Self) -> bool {
        let ([l, t, w, h], [ol, ot, ow, oh]) = (self.place, other.place);
        let down = (t + h).min(ot + oh) - t.max(ot);
        (l + w).min(ol + ow) > l.max(ol) && 2 * down > h.min(oh)
    }

    /// Whether more than half of `other` lies within this word.
    pub fn covers(&self, other: &Self) -> bool {
        let ([l, t, w, h], [ol, ot, ow, oh]) = (self.place, other.place);
        let across = (l + w).min(ol + ow) - l.max(ol);
        let down = (t + h).min(ot + oh) - t.max(ot);
        across > 0 && down > 0 && across * 2 > ow && down * 2 > oh
    }
}

/// The tool is less sure than this of what it makes of two lines.
const SQUEEZED: f32 = 50.0;
/// From this confidence words tell how tall letters are.
const TELLING: f32 = 60.0;

/// The height of most of the words that were read surely.
pub fn usual_height(words: &[Word]) -> Option<i32> {
    let mut heights: Vec<i32> = words.iter().filter(|w| w.confidence > TELLING).map(Word::height).collect();
    heights.sort_unstable();
    heights.get(heights.len() / 2).copied().filter(|height| *height > 0)
}

/// How the lines of a picture are sought.
#[derive(Debug, Clone, Copy)]
pub enum Layout {
    /// Blocks and columns, as on a page.
    Page,
    /// Lines one below the other.
    Lines,
}

/// Reads `picture` in `languages` (as tesseract names them, joined with `+`).
///
/// # Errors
/// When the tool cannot read it, or not until `deadline`.
pub fn read(
    tool: &Path,
    picture: &[u8],
    languages: &str,
    layout: Layout,
    deadline: Instant,
) -> Result<Vec<Word>, Failure> {
    let layout = match layout {
        Layout::Page => "3",
        Layout::Lines => "6",
    };
    let mut arguments = vec!["stdin", "stdout", "-l", languages, "--psm", layout, "--dpi", "210"];
    // White on black is rare in letters, and trying it costs each doubtful line a second reading.
    for setting in ["tessedit_create_tsv=1", "tessedit_do_invert=0"] {
        arguments.extend(["-c", setting]);
    }
    let (out, ended_well) = run(tool, &arguments, picture, ANSWER, deadline)?;
    if !ended_well {
        return Err(Failure::Unreadable);
    }
    Ok(String::from_utf8_lossy(&out).lines().filter_map(word).collect())
}

/// A row of the TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
fn word(row: &str) -> Option<Word> {
    let mut fields = row.splitn(12, '\t');
    let mut number = || fields.next()?.parse::<u32>().ok();
    let (level, _page) = (number()?, number()?);
    let line = [number()?, number()?, number()?];
    let _word = number()?;
    let mut place = [0; 4];
    for value in &mut place {
        *value = fields.next()?.parse::<u16>().ok()?.into();
    }
    let confidence: f32 = fields.next()?.parse().ok()?;
    let text: String = fields.next()?.chars().filter(|c| !crate::worker::paper::is_mark(*c)).collect();
    let text = text.trim();
    (level == 5 && !text.is_empty()).then(|| Word { text: text.to_owned(), confidence, place, line })
}

/// Mean confidence of `words` by their letters; 0 where there are none.
pub fn confidence<'w>(words: impl IntoIterator<Item = &'w Word>) -> f32 {
    let (mut sum, mut letters) = (0.0, 0.0);
    for word in words {
        let count = word.text.chars().filter(|c| c.is_alphanumeric()).count() as f32;
        sum += word.confidence * count;
        letters += count;
    }
    if letters > 0.0 { sum / letters } else { 0.0 }
}

/// The languages that the tool can read here.
pub fn languages(tool: &Path) -> Vec<String> {
    let soon = Instant::now() + Duration::from_secs(10);
    let listed = run(tool, &["--list-langs"], &[], 64 << 10, soon).unwrap_or_default().0;
    let listed = String::from_utf8_lossy(&listed);
    listed.lines().skip(1).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Tool and what it can read.
#[derive(Debug, Clone)]
pub struct Tesseract {
    pub path: PathBuf,
    pub languages: Vec<String>,
}

impl Tesseract {
    /// Those of `wanted` that are installed, joined with `+`; `None` if there is none.
    pub fn among(&self, wanted: &[&str]) -> Option<String> {
        let found: Vec<&str> =
            wanted.iter().copied().filter(|w| self.languages.iter().any(|l| l == w)).collect();
        (!found.is_empty()).then(|| found.join("+"))
    }

    /// Reads `page` in those of `wanted` that are installed.
    ///
    /// # Errors
    /// As [`read`]; unreadable, too, where none of them is installed.
    pub fn read(
        &self,
        page: &Raster,
        wanted: &[&str],
        layout: Layout,
        deadline: Instant,
    ) -> Result<Vec<Word>, Failure> {
        let languages = self.among(wanted).ok_or(Failure::Unreadable)?;
        read(&self.path, &page.to_pgm(), &languages, layout, deadline)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn rows_of_words_are_read_and_others_are_not() {
        let row = "5\t1\t2\t1\t3\t1\t10\t20\t30\t40\t93.5\tNote";
        let read = word(row).unwrap();
        assert_eq!((read.text.as_str(), read.place, read.line), ("Note", [10, 20, 30, 40], [2, 1, 3]));
        for other in [
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
            "4\t1\t2\t1\t3\t0\t10\t20\t30\t40\t-1\t",
            "5\t1\t2\t1\t3\t1\t10\t20\t30\t40\t95\t ",
            "5\t1\t2",
            "5\t1\t2\t1\t3\t1\t-10\t20\t99999\t40\t95\tx",
            "",
        ] {
            assert_eq!(word(other), None, "{other}");
        }
    }
}

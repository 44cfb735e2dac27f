//! Words with their places on a page → text in reading order.
//!
//! Poppler tells where each word stands (`pdftotext -bbox-layout`). Out of that come lines; a blank line where the
//! page leaves a gap or indents a paragraph; rows of a table as cells parted by ` | `; broken words made whole; lines
//! of Arabic in the order of writing.

mod line;
mod table;
mod turn;
mod units;
mod writer;

use self::line::{Line, Word};
use self::units::{Unit, units};
use self::writer::{Writer, usual_leading};
use super::bidi;

/// A rectangle in points, from the page's upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Area {
    fn height(&self) -> f32 {
        self.bottom - self.top
    }

    fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    fn width(&self) -> f32 {
        self.right - self.left
    }

    fn middle(&self) -> f32 {
        (self.top + self.bottom) / 2.0
    }

    /// As it would stand if the page were written from the other side.
    fn mirrored(&self) -> Self {
        Self { left: -self.right, right: -self.left, ..*self }
    }

    /// Whether both stand at the same height: most of the lower of the two.
    fn shares_height(&self, other: &Self) -> bool {
        let shared = self.bottom.min(other.bottom) - self.top.max(other.top);
        shared > 0.5 * self.height().min(other.height())
    }
}

#[derive(Debug, Clone)]
struct Block {
    area: Area,
    lines: Vec<Line>,
}

impl Block {
    fn letters(&self) -> usize {
        let words = self.lines.iter().flat_map(|line| &line.words);
        words.flat_map(|(_, word)| word.chars()).filter(|c| c.is_alphanumeric()).count()
    }
}

/// A page as text.
pub(super) struct Page {
    pub text: String,
    /// Letters and figures that stand on the page itself: a paragraph that its end breaks is read whole where it begins.
    pub letters: usize,
}

/// The pages of `pdftotext -bbox-layout`.
pub(super) fn pages(boxes: &str) -> Vec<Page> {
    let found: Vec<Vec<Block>> = boxes.split("<page ").skip(1).map(blocks).collect();
    let letters: Vec<usize> = found.iter().map(|blocks| blocks.iter().map(Block::letters).sum()).collect();
    let mut pages: Vec<Vec<Unit>> = found.into_iter().map(units).collect();
    turn::mend(&mut pages);
    pages.into_iter().zip(letters).map(|(page, letters)| Page { text: written(page), letters }).collect()
}

/// Reads the elements of one page; each stands on a line of its own.
fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut words: Vec<Word> = Vec::new();
    for element in page.lines().map(str::trim_start) {
        if let Some(word) = element.strip_prefix("<word ") {
            let text =
                word.split_once('>').and_then(|(_, t)| t.trim_end().strip_suffix("</word>")).map(plain);
            if let (Some(area), Some(text)) = (area(word), text) {
                words.push((area, text));
            }
        } else if element.starts_with("<block ") {
            blocks.extend(area(element).map(|area| Block { area, lines: Vec::new() }));
        } else if element.starts_with("</line>")
            && let Some(block) = blocks.last_mut()
            && let Some(line) = Line::of(std::mem::take(&mut words))
        {
            block.lines.push(line);
        }
    }
    blocks.retain(|b| !b.lines.is_empty());
    blocks
}

fn area(element: &str) -> Option<Area> {
    // A page has thousands of words, so their attributes are looked through once.
    let (mut left, mut top, mut right, mut bottom) = (None, None, None, None);
    let mut parts = element.split('"');
    while bottom.is_none() || right.is_none() || top.is_none() || left.is_none() {
        let (name, value) = (parts.next()?, parts.next()?);
        let name = name.strip_suffix('=')?;
        let place = match name.get(name.len().checked_sub(4)?..)? {
            "xMin" => &mut left,
            "yMin" => &mut top,
            "xMax" => &mut right,
            "yMax" => &mut bottom,
            _ => continue,
        };
        *place = Some(value.parse::<f32>().ok().filter(|v| v.is_finite())?);
    }
    Some(Area { left: left?, top: top?, right: right?, bottom: bottom? })
}

fn plain(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// The page's text: from top to bottom, tables by row.
fn written(units: Vec<Unit>) -> String {
    let blocks = units.iter().filter_map(|unit| match unit {
        Unit::Block(block) => Some(block),
        Unit::Table(..) => None,
    });
    let leading = usual_leading(blocks.clone());
    // Words that stand alone, as in a stamp, are no measure.
    let lines =
        || blocks.clone().flat_map(|b| &b.lines).filter(|l| l.words.len() > 3 || l.area.width() > 200.0);
    let left = lines().map(|l| l.area.left).fold(f32::MAX, f32::min);
    let right = lines().map(|l| l.area.right).fold(0.0, f32::max);
    let mut out = Writer::new(leading, left, right);
    for unit in units {
        match unit {
            Unit::Block(block) => out.block(&block),
            Unit::Table(rows, area) => out.table(&rows, area),
        }
    }
    out.text
}

#[cfg(test)]
mod tests;

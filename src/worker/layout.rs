//! Words with their places on a page → text in reading order.
//!
//! Poppler tells where each word stands (`pdftotext -bbox-layout`). Out of that come lines; a blank line where the
//! page leaves a gap or indents a paragraph; rows of a table as cells parted by ` | `; broken words made whole; lines
//! of Arabic in the order of writing.

mod column;
mod grid;
mod gutter;
mod line;
mod persons;
mod table;
mod turn;
mod units;
mod writer;

pub(super) use self::grid::{Stroke, Strokes, Tables};
use self::line::{Line, Word};
pub(super) use self::persons::begins_person;
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
    /// The block that `lines` make; `None` of none.
    fn of(lines: Vec<Line>) -> Option<Self> {
        let area = lines.iter().map(|line| line.area).reduce(Area::with)?;
        Some(Self { area, lines })
    }

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

/// The pages of `pdftotext -bbox-layout`, on which these lines are drawn.
pub(super) fn pages(boxes: &str, strokes: &[Strokes]) -> Vec<Page> {
    let mut found: Vec<Vec<Block>> = boxes.split("<page ").skip(1).map(blocks).collect();
    let letters: Vec<usize> = found.iter().map(|blocks| blocks.iter().map(Block::letters).sum()).collect();
    let margins: Vec<String> = found.iter_mut().map(margin).collect();
    let none = Strokes::default();
    let strokes = strokes.iter().chain(std::iter::repeat(&none));
    let mut pages: Vec<Vec<Unit>> =
        found.into_iter().zip(strokes).map(|(blocks, strokes)| units(blocks, CELLS, strokes)).collect();
    turn::mend(&mut pages);
    let pages = pages.into_iter().zip(margins).zip(letters);
    pages.map(|((page, margin), letters)| Page { text: margin + &written(page), letters }).collect()
}

/// Takes what runs up or down the page out of `blocks`: beside the lines that it stands by it belongs to none of them. Its
/// text, with a blank line behind it.
fn margin(blocks: &mut Vec<Block>) -> String {
    let mut text = String::new();
    for block in blocks.iter_mut() {
        block.lines.retain(|line| {
            if line.is_upright() {
                return true;
            }
            text.push_str(&line.text());
            text.push('\n');
            false
        });
    }
    blocks.retain(|block| !block.lines.is_empty());
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// A word of a page that was recognised: left, top, right and bottom in points, and what it says.
pub(super) type Seen = ([f32; 4], String);

/// What two cells in one line leave between them at least, in heights of the line.
const CELLS: f32 = 0.4;
/// The same where words were recognised: their places are less exact, and dirt parts lines of prose.
const SEEN_CELLS: f32 = 0.75;
/// What two words of one line leave between them at most, in its heights.
const WOVEN: f32 = 0.9;
/// A recognised word is as tall as its ink; a line of a font is taller by this.
const LEADED: f32 = 1.3;

/// The text of a page that was recognised, of which each block has lines of words, and on which these lines are drawn.
pub(super) fn recognised(blocks: Vec<Vec<Vec<Seen>>>, strokes: &Strokes) -> String {
    let tall =
        blocks.iter().flatten().filter(|line| line.len() > 2).filter_map(|line| height(line)).collect();
    let usual = writer::median(tall).unwrap_or(0.0);
    let blocks = blocks.into_iter().filter_map(|lines| {
        let lines = lines.into_iter().flat_map(side_by_side);
        Block::of(lines.filter_map(|line| levelled(line, usual)).collect())
    });
    written(units(whole(blocks.collect()), SEEN_CELLS, strokes))
}

/// The blocks with those of their lines made one that stand at one height and no further apart than words do: what the tool
/// finds at a second look may lie between words of a line that it had seen.
fn whole(blocks: Vec<Block>) -> Vec<Block> {
    let mut all: Vec<Vec<Line>> = vec![Vec::new(); blocks.len()];
    let mut lines: Vec<(usize, Line)> = Vec::new();
    for (block, line) in
        blocks.into_iter().enumerate().flat_map(|(n, b)| b.lines.into_iter().map(move |l| (n, l)))
    {
        let beside = |(_, have): &&mut (usize, Line)| {
            have.area.shares_height(&line.area) && have.is_woven_into(&line, WOVEN * have.area.height())
        };
        match lines.iter_mut().find(beside) {
            Some((_, have)) => have.take_in(line),
            None => lines.push((block, line)),
        }
    }
    for (block, line) in lines {
        if let Some(own) = all.get_mut(block) {
            own.push(line);
        }
    }
    all.iter_mut().for_each(|lines| lines.sort_by(|a, b| a.area.top.total_cmp(&b.area.top)));
    all.into_iter().filter_map(Block::of).collect()
}

/// What the tool has as one line, as the lines that it is: the numbers of a table's rows stand one below the other.
fn side_by_side(line: Vec<Seen>) -> Vec<Vec<Seen>> {
    let mut lines: Vec<Vec<Seen>> = Vec::new();
    for word in line {
        let ([_, top, _, bottom], _) = &word;
        let beside = |([_, above, _, below], _): &Seen| top < below && above < bottom;
        match lines.last_mut() {
            Some(own) if own.last().is_some_and(beside) => own.push(word),
            _ => lines.push(vec![word]),
        }
    }
    lines
}

/// The height of letters in a line: of its taller words, since some have none that are tall.
fn height(words: &[Seen]) -> Option<f32> {
    let mut all: Vec<f32> = words.iter().map(|([_, top, _, bottom], _)| bottom - top).collect();
    all.sort_by(f32::total_cmp);
    all.get(all.len() * 3 / 4).copied()
}

/// A line of recognised words, all of one height: that of the page's letters where it is about theirs.
fn levelled(words: Vec<Seen>, usual: f32) -> Option<Line> {
    let own = height(&words)?;
    let middle = words.iter().map(|([_, top, _, bottom], _)| (top + bottom) / 2.0).collect();
    let middle = writer::median(middle)?;
    let half = LEADED / 2.0 * if (0.65 * usual..1.5 * usual).contains(&own) { usual } else { own };
    let level = |([left, _, right, _], text): Seen| {
        (Area { left, top: middle - half, right, bottom: middle + half }, text)
    };
    Line::of(words.into_iter().map(level).collect())
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

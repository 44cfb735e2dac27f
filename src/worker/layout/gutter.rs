//! Two columns of text on one page, and the gutter between them.
//!
//! Their lines need not stand level with one another, so that no row holds parts of both: what tells them are the edges
//! that many lines have in common, with nothing between.

use super::writer::{leading, median};
use super::{Area, Block, Line};

/// So many full lines make a column of text.
const FULL: usize = 6;
/// So many lines begin at the left edge of the second column at least.
const BESIDE: usize = 4;
/// A page with more lines is no note; each edge is compared with every line.
const MOST: usize = 1_000;
/// Letters beside the text are smaller than its own by this, at least.
const SMALLER: f32 = 0.9;
/// Points by which edges of one column differ at most.
const EDGE: f32 = 2.0;

/// A page that has two columns of text somewhere.
pub(super) struct Parted {
    pub(super) above: Vec<Block>,
    /// In reading order.
    pub(super) columns: [Vec<Block>; 2],
    pub(super) below: Vec<Block>,
}

/// Where two columns stand.
struct Gutter {
    left: f32,
    right: f32,
    top: f32,
    bottom: f32,
    /// Behind it stands what is read first: a letterhead beside the beginning of the text.
    before_sidebar: bool,
}

/// Parts a page at the gutter of its two columns; gives the blocks back where there is none.
pub(super) fn parted(blocks: Vec<Block>, mirrored: bool) -> Result<Parted, Vec<Block>> {
    let Some(gutter) = Gutter::of(&blocks, mirrored) else { return Err(blocks) };
    let mut parts = Parted { above: Vec::new(), columns: [Vec::new(), Vec::new()], below: Vec::new() };
    let [first, second] = &mut parts.columns;
    for block in blocks {
        let mut of: [Vec<Line>; 4] = Default::default();
        for line in block.lines {
            let [above, left, right, below] = &mut of;
            let part = if line.area.middle() < gutter.top {
                above
            } else if line.area.middle() > gutter.bottom {
                below
            } else if line.area.right < gutter.right {
                left
            } else {
                right
            };
            part.push(line);
        }
        let [above, left, right, below] = of.map(Block::of);
        parts.above.extend(above);
        let (before, behind) = if mirrored { (right, left) } else { (left, right) };
        first.extend(before);
        second.extend(behind);
        parts.below.extend(below);
    }
    if gutter.before_sidebar {
        parts.columns.reverse();
    }
    Ok(parts)
}

impl Gutter {
    fn of(blocks: &[Block], mirrored: bool) -> Option<Self> {
        let lines: Vec<&Line> = blocks.iter().flat_map(|b| &b.lines).collect();
        if lines.len() > MOST {
            return None;
        }
        let of_text = |line: &&&Line| line.words.len() > 3 || line.is_chinese();
        let mut rights: Vec<f32> = lines.iter().filter(of_text).map(|l| l.area.right).collect();
        rights.sort_by(f32::total_cmp);
        rights.dedup_by(|a, b| (*a - *b).abs() < EDGE);
        rights
            .into_iter()
            .find_map(|right| Self::at(&lines, right))
            .or_else(|| Self::of_sidebar(&lines, mirrored))
    }

    /// The gutter between the text and what stands beside it in smaller letters, line by line at one edge: the address of a
    /// mission, its numbers, who has copies.
    fn of_sidebar(lines: &[&Line], mirrored: bool) -> Option<Self> {
        let words = || lines.iter().flat_map(|l| std::iter::repeat_n(l.area.height(), l.words.len()));
        let usual = median(words().collect())?;
        let (small, text): (Vec<&Line>, Vec<&Line>) =
            lines.iter().partition(|l| l.area.height() < SMALLER * usual);
        let mut edges: Vec<f32> = small.iter().map(|l| l.area.left).collect();
        edges.sort_by(f32::total_cmp);
        edges.dedup_by(|a, b| (*a - *b).abs() < EDGE);
        edges.into_iter().find_map(|edge| {
            let side = || small.iter().filter(|l| (l.area.left - edge).abs() < EDGE);
            let area = side().map(|l| l.area).reduce(Area::with).filter(|_| side().count() >= BESIDE)?;
            let within = |l: &&&Line| l.area.middle() > area.top && l.area.middle() < area.bottom;
            let is_full = |l: &&&Line| l.words.len() > 3 || l.is_chinese();
            let beside: Vec<&&Line> = text.iter().filter(within).filter(is_full).collect();
            let body = beside.iter().map(|l| l.area).reduce(Area::with).filter(|_| beside.len() >= BESIDE)?;
            let before_sidebar = (area.left > body.left) != mirrored;
            let (left, right) = match area.right < body.left {
                true => (area.right, body.left),
                false => (body.right, area.left),
            };
            let free = right > left + 0.5 * usual;
            let crosses = |l: &&&Line| l.area.left < right - EDGE && l.area.right > left + EDGE;
            let crossed = lines.iter().filter(within).any(|l| crosses(&l));
            (free && !crossed).then_some(Self {
                left,
                right,
                top: area.top,
                bottom: area.bottom,
                before_sidebar,
            })
        })
    }

    /// The gutter behind the column of which full lines end at `left`.
    fn at(lines: &[&Line], left: f32) -> Option<Self> {
        let is_full =
            |l: &&&Line| (l.area.right - left).abs() < EDGE && (l.words.len() > 3 || l.is_chinese());
        let full: Vec<&&Line> = lines.iter().filter(is_full).collect();
        if full.len() < FULL || !full.windows(2).any(follows) {
            return None;
        }
        let height = full.first()?.area.height();
        let begins = full.iter().map(|l| l.area.left).fold(f32::MAX, f32::min);
        let top = full.iter().map(|l| l.area.top).fold(f32::MAX, f32::min);
        let bottom = full.iter().map(|l| l.area.bottom).fold(f32::MIN, f32::max);
        // What stands beside those lines, and where most of it begins.
        let beside: Vec<&&Line> = lines
            .iter()
            .filter(|l| l.area.left > left + 0.8 * height && l.area.bottom > top && l.area.top < bottom)
            .collect();
        let right = beside.iter().map(|l| l.area.left).fold(f32::MAX, f32::min);
        let second: Vec<&&Line> =
            beside.iter().copied().filter(|l| (l.area.left - right).abs() < EDGE).collect();
        let ends = beside.iter().map(|l| l.area.right).fold(f32::MIN, f32::max);
        let is_text = second.iter().filter(|l| l.words.len() > 3 || l.is_chinese()).count() >= BESIDE;
        let alike = (ends - right) > 0.7 * (left - begins);
        if second.len() < BESIDE || !is_text || !alike {
            return None;
        }
        let top = beside.iter().map(|l| l.area.top).fold(top, f32::min);
        let bottom = beside.iter().map(|l| l.area.bottom).fold(bottom, f32::max);
        // Shorter lines at the end of the first column belong to it, too; a line over both ends them.
        let crosses = |l: &&Line| l.area.left < right - EDGE && l.area.right > left + EDGE;
        let within = |l: &&Line| l.area.middle() > top && l.area.middle() < bottom;
        if lines.iter().any(|l| within(l) && crosses(l)) {
            return None;
        }
        Some(Self { left, right, top, bottom, before_sidebar: false }).filter(|g| g.right > g.left)
    }
}

fn follows(pair: &[&&Line]) -> bool {
    matches!(pair, [above, below] if (0.5..3.2).contains(&leading(&above.area, &below.area)))
}

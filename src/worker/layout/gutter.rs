//! Two columns of text on one page, and the gutter between them.
//!
//! Their lines need not stand level with one another, so that no row holds parts of both: what tells them are the edges
//! that many lines have in common, with nothing between.

use super::writer::leading;
use super::{Block, Line};

/// So many full lines make a column of text.
const FULL: usize = 6;
/// So many lines begin at the left edge of the second column at least.
const BESIDE: usize = 4;
/// A page with more lines is no note; each edge is compared with every line.
const MOST: usize = 1_000;
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
}

/// Parts a page at the gutter of its two columns; gives the blocks back where there is none.
pub(super) fn parted(blocks: Vec<Block>, mirrored: bool) -> Result<Parted, Vec<Block>> {
    let Some(gutter) = Gutter::of(&blocks) else { return Err(blocks) };
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
    Ok(parts)
}

impl Gutter {
    fn of(blocks: &[Block]) -> Option<Self> {
        let lines: Vec<&Line> = blocks.iter().flat_map(|b| &b.lines).collect();
        if lines.len() > MOST {
            return None;
        }
        let of_text = |line: &&&Line| line.words.len() > 3 || line.is_chinese();
        let mut rights: Vec<f32> = lines.iter().filter(of_text).map(|l| l.area.right).collect();
        rights.sort_by(f32::total_cmp);
        rights.dedup_by(|a, b| (*a - *b).abs() < EDGE);
        rights.into_iter().find_map(|right| Self::at(&lines, right))
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
        Some(Self { left, right, top, bottom }).filter(|g| g.right > g.left)
    }
}

fn follows(pair: &[&&Line]) -> bool {
    matches!(pair, [above, below] if (0.5..3.2).contains(&leading(&above.area, &below.area)))
}

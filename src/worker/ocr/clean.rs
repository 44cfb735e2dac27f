//! What makes a scan or photograph readable: an even white ground, text lines that lie level, no grain.
//!
//! Each step stands here because it was measured to help: the even ground most (a shadow over a photograph made it
//! unreadable), the median on grainy pages only.

mod bars;
mod ground;
mod rim;

use std::ops::Range;

use super::raster::Raster;
use crate::worker::layout::Strokes;
use bars::without_bars;
use ground::evened;
use rim::without_rim;

/// The longer side of a cleaned page in pixels: that of an A4 page at some 210 dots to the inch.
const SIDE: usize = 2460;
/// The longer side of the small copy on which skew is measured.
const SMALL: usize = 700;
/// Below this a pixel of the cleaned small copy counts as ink.
pub const INK: u8 = 150;
/// Rows of the small copy around ink that may belong to its line: half a line's height.
const LINE: usize = 9;
/// What is longer than such a part of the page, across or down, is no text; and among what is coloured, no stamped one.
/// Below its last part a pixel is ink: the thin frame of a stamp is grey in the small copy.
const TEXT: (usize, usize, u8) = (4, 14, INK);
const STAMP: (usize, usize, u8) = (14, 60, 225);
/// Skew below this is left as it is (degrees).
const LEVEL: f32 = 0.25;
/// Skew beyond this is not a scanner's (degrees).
const MOST_SKEW: f32 = 6.0;

/// A page cleaned for recognition, its text lines level (maybe upside down), and the straight lines that were drawn on it,
/// in its pixels; `None` where it is blank.
pub fn clean(mut page: Raster) -> Option<(Raster, Strokes)> {
    let coloured = page.coloured.take().map(|coloured| without_bars(sized(*coloured), STAMP).page);
    let page = sized(page);
    let page = without_rim(evened(&page));
    let page = if is_grainy(&page) { median(&page) } else { page };
    let strokes = bars::drawn(&page);
    let bars::Bare { page, small, removed } = without_bars(page, TEXT);
    let ink = small.pixels.iter().filter(|p| **p < INK).count();
    if ink * 4000 < small.pixels.len() {
        return None;
    }
    let upright = Ink::of(&small);
    let sideways = Ink::of(&small.quarter());
    let (skew, turned_skew) = (upright.skew(), sideways.skew());
    // Each at its own best angle: a skewed page is not to be taken for one that lies on its side.
    let turned = sideways.level(turned_skew) > 2.0 * upright.level(skew);
    let skew = if turned { turned_skew } else { skew };
    let level = |page: Raster| {
        let page = if turned { page.quarter() } else { page };
        if skew.abs() < LEVEL { page } else { rotated(&page, skew) }
    };
    let (page, coloured) = (level(page), coloured.map(level));
    let (page, strokes) = match (turned, skew.abs() < LEVEL) {
        (false, true) => (page, strokes),
        _ => {
            // What lay aslant was too short in any row of pixels.
            let mut strokes = bars::drawn(&page);
            let page = without_bars(page, TEXT).page;
            let (width, height) = (page.width as f32, page.height as f32);
            // A page that is turned was as tall as it is wide now.
            let removed = if turned { removed.quarter(width) } else { removed };
            let removed = bars::rotated(removed, skew, (width / 2.0, height / 2.0));
            strokes.across.extend(removed.across);
            strokes.down.extend(removed.down);
            (page, strokes)
        }
    };
    Some((Raster { coloured: coloured.map(Box::new), ..page }, strokes))
}

/// A cleaned page turned so that its text lines lie level.
pub fn straight(page: Raster) -> Raster {
    let skew = Ink::of(&small(&page)).skew();
    if skew.abs() < LEVEL { page } else { rotated(&page, skew) }
}

/// The rows of the two bands of the page on which text is densest, some three lines each, the densest first.
pub fn samples(page: &Raster) -> Vec<Range<usize>> {
    let small = small(page);
    let ink = |y: usize| small.row(y).iter().filter(|p| **p < INK).count();
    let mut change: Vec<usize> = (1..small.height).map(|y| ink(y).abs_diff(ink(y - 1))).collect();
    let window = (small.height / 16).max(8).min(change.len());
    let scale = page.height as f32 / small.height as f32;
    let mut bands = Vec::new();
    for _ in 0..2 {
        let sums = change.windows(window).map(|w| w.iter().sum::<usize>());
        let Some((best, sum)) = sums.enumerate().max_by_key(|(_, sum)| *sum) else { break };
        // From gap to gap: half a line is read as nonsense.
        let top = (best.saturating_sub(LINE)..=best).rev().min_by_key(|y| ink(*y)).unwrap_or(best);
        let end = best + window;
        let bottom = (end..end + LINE).min_by_key(|y| ink(*y)).unwrap_or(end);
        if sum > 0 {
            bands.push((top as f32 * scale) as usize..(bottom as f32 * scale) as usize);
        }
        change.iter_mut().skip(best.saturating_sub(window / 2)).take(2 * window).for_each(|c| *c = 0);
    }
    bands
}

/// A row between two paragraphs above which half of the ink lies, as nearly as gaps allow that are clearly wider than those
/// between lines; `None` where no such gap leaves a fourth on either side.
pub fn gap(page: &Raster) -> Option<usize> {
    let small = small(page);
    // Runs of rows without a line of text, each with the ink above it; a speck is no line.
    let mut gaps: Vec<(Range<usize>, usize)> = Vec::new();
    let (mut all, mut start) = (0, 0);
    for y in 0..small.height {
        let ink = small.row(y).iter().filter(|p| **p < INK).count();
        all += ink;
        if ink * 400 >= small.width {
            if y > start && all > ink {
                gaps.push((start..y, all - ink));
            }
            start = y + 1;
        }
    }
    let mut widths: Vec<usize> = gaps.iter().map(|(rows, _)| rows.len()).collect();
    widths.sort_unstable();
    let common = widths.get(widths.len() / 2).copied()?.max(2);
    let wide = gaps
        .iter()
        .filter(|(rows, above)| rows.len() * 2 >= common * 3 && (all / 4..all - all / 4).contains(above));
    let (rows, _) = wide.min_by_key(|(_, above)| above.abs_diff(all / 2))?;
    let scale = page.height as f32 / small.height as f32;
    Some((usize::midpoint(rows.start, rows.end) as f32 * scale) as usize)
}

/// The share of the page's ink that lies in none of `boxes` (left, top, width, height), and the rows in which it lies:
/// text that was not found, or a picture.
pub fn uncovered(page: &Raster, boxes: impl Iterator<Item = [i32; 4]>) -> (f32, Vec<Range<usize>>) {
    let mut small = small(page);
    let all = small.pixels.iter().filter(|p| **p < INK).count();
    let (width, scale) = (small.width, small.width as f32 / page.width as f32);
    for [left, top, across, down] in boxes {
        let to_small = |at: i32| (at.max(0) as f32 * scale) as usize;
        let (from, to) = (to_small(left - 4), to_small(left + across + 4).min(width));
        for y in to_small(top - 6)..to_small(top + down + 6).min(small.height) {
            if let Some(part) = small.pixels.get_mut(y * width + from.min(to)..y * width + to) {
                part.fill(255);
            }
        }
    }
    let mut left = 0;
    let mut rows: Vec<Range<usize>> = Vec::new();
    for y in 0..small.height {
        let ink = small.row(y).iter().filter(|p| **p < INK).count();
        left += ink;
        // A speck is no line.
        if ink * 200 < width {
            continue;
        }
        let at = |y: usize| (y as f32 / scale) as usize;
        let (start, end) = (at(y.saturating_sub(LINE)), at(y + LINE).min(page.height));
        match rows.last_mut() {
            Some(last) if last.end >= start => last.end = end,
            _ => rows.push(start..end),
        }
    }
    (left as f32 / all.max(1) as f32, rows)
}

/// The small copy of a page on which its lines are told by their shape.
pub fn small(page: &Raster) -> Raster {
    let factor = (page.width.max(page.height) / SMALL).max(1);
    page.scaled(page.width / factor, page.height / factor)
}

fn sized(page: Raster) -> Raster {
    let longer = page.width.max(page.height);
    let scale = SIDE as f32 / longer as f32;
    // A little larger or smaller is no reason to touch every pixel; a strip or a stamp is not blown up without end.
    if (0.83..1.2).contains(&scale) {
        return page;
    }
    let scale = scale.min(2.0);
    let (width, height) = (page.width as f32 * scale, page.height as f32 * scale);
    page.scaled(width as usize, height as usize)
}

/// Whether light pixels are not all white once the ground is even: grain of film, sensor or paper. Grain is faint;
/// dark specks are dots and accents, which the median would take away.
fn is_grainy(page: &Raster) -> bool {
    let (mut speckled, mut all) = (0_usize, 0_usize);
    for y in (1..page.height).step_by(7) {
        for three in page.row(y).windows(3) {
            let [left, middle, right] = *three else { continue };
            all += 1;
            speckled += usize::from((140..235).contains(&middle) && left > 245 && right > 245);
        }
    }
    speckled * 40 > all
}

/// The middle of the nine values around each pixel.
fn median(page: &Raster) -> Raster {
    let mut pixels = Vec::with_capacity(page.pixels.len());
    for y in 0..page.height {
        let rows = [page.row(y.saturating_sub(1)), page.row(y), page.row((y + 1).min(page.height - 1))];
        for x in 0..page.width {
            let mut nine = [255_u8; 9];
            let (left, right) = (x.saturating_sub(1), (x + 1).min(page.width - 1));
            let columns = [left, x, right];
            for (slot, (row, column)) in
                nine.iter_mut().zip(rows.iter().flat_map(|r| columns.iter().map(move |c| (r, c))))
            {
                *slot = row.get(*column).copied().unwrap_or(255);
            }
            pixels.push(*nine.select_nth_unstable(4).1);
        }
    }
    Raster { width: page.width, height: page.height, pixels, coloured: None }
}

/// The dark pixels of a small copy.
struct Ink {
    points: Vec<(f32, f32)>,
    width: usize,
    height: usize,
}

impl Ink {
    fn of(small: &Raster) -> Self {
        let points = (0..small.height).flat_map(|y| {
            let dark = small.row(y).iter().enumerate().filter(|(_, pixel)| **pixel < INK);
            dark.map(move |(x, _)| (x as f32, y as f32))
        });
        Self { points: points.collect(), width: small.width, height: small.height }
    }

    /// How sharply lines and gaps alternate if lines fall by `angle` degrees: greatest where that is their angle.
    fn level(&self, angle: f32) -> f32 {
        let slope = angle.to_radians().tan();
        let margin = self.width / 6;
        let mut sums = vec![0_u32; self.height + 2 * margin + 2];
        for (x, y) in &self.points {
            let line = y - x * slope + margin as f32;
            if let Some(sum) = sums.get_mut(line.max(0.0) as usize) {
                *sum += 1;
            }
        }
        let pairs = sums.windows(2).filter_map(|pair| Some(pair.first()?.abs_diff(*pair.last()?) as f32));
        pairs.map(|change| change * change).sum()
    }

    /// The angle in degrees by which text lines fall, clockwise positive.
    fn skew(&self) -> f32 {
        let best = |from: f32, step: f32, count: u32| {
            let mut best = (from, -1.0);
            for n in 0..count {
                let angle = from + step * n as f32;
                let sharp = self.level(angle);
                if sharp > best.1 {
                    best = (angle, sharp);
                }
            }
            best.0
        };
        let coarse = best(-MOST_SKEW, 0.5, 25);
        best(coarse - 0.5, 0.1, 11)
    }
}

/// Turned against `angle`, so that lines which fell by it lie level.
fn rotated(page: &Raster, angle: f32) -> Raster {
    let (sin, cos) = angle.to_radians().sin_cos();
    let (middle_x, middle_y) = (page.width as f32 / 2.0, page.height as f32 / 2.0);
    let mut pixels = Vec::with_capacity(page.pixels.len());
    for y in 0..page.height {
        let from_y = y as f32 - middle_y;
        for x in 0..page.width {
            let from_x = x as f32 - middle_x;
            pixels.push(
                page.at(from_x * cos - from_y * sin + middle_x, from_x * sin + from_y * cos + middle_y),
            );
        }
    }
    Raster { width: page.width, height: page.height, pixels, coloured: None }
}

#[cfg(test)]
mod tests;

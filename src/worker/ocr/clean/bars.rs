//! The straight lines on a page: what is too long for text is taken away, and what may border a cell is told.

use super::small;
use crate::worker::layout::{Stroke, Strokes};
use crate::worker::ocr::raster::Raster;

/// Lines across and down a page are no shorter than such a part of it: longer than letters are wide or tall.
const SHORTEST: (usize, usize) = (20, 42);
/// Below this a pixel of the page belongs to a line: of a thin one that was scanned every pixel is grey.
const GREY: u8 = 170;

/// A page without bars.
pub(super) struct Bare {
    pub page: Raster,
    /// Its small copy.
    pub small: Raster,
    /// What is gone, in pixels of the page.
    pub removed: Strokes,
}

/// The straight lines on a page, in its pixels. Those of a page that lies aslant are short in any row of pixels.
pub(super) fn drawn(page: &Raster) -> Strokes {
    runs(page, GREY, (page.width / SHORTEST.0, page.height / SHORTEST.1))
}

/// The page and its small copy without what is too long for text (parts of the page across and down, and below what a pixel
/// is ink): rules, frames, the table beyond the edges of a photographed page, the black margin of a copier.
pub(super) fn without_bars(mut page: Raster, (across, down, ink): (usize, usize, u8)) -> Bare {
    let mut small = small(&page);
    let (width, height) = (small.width, small.height);
    let removed = runs(&small, ink, (width / across, height / down));
    let mut bars = vec![false; small.pixels.len()];
    let mut mark = |all: &[Stroke], at: &dyn Fn(usize, usize) -> usize| {
        for stroke in all {
            let (line, from, to) = (stroke.at as usize, stroke.from as usize, stroke.to as usize);
            (from..to).for_each(|n| bars.get_mut(at(line, n)).into_iter().for_each(|bar| *bar = true));
        }
    };
    mark(&removed.across, &|y, x| y * width + x);
    mark(&removed.down, &|x, y| y * width + x);
    let factor = (page.width / width).max(1);
    for (at, pixel) in small.pixels.iter_mut().enumerate().filter(|(at, _)| bars.get(*at) == Some(&true)) {
        *pixel = 255;
        let (left, top) = (at % width * page.width / width, at / width * page.height / height);
        for y in top..(top + factor + 1).min(page.height) {
            let row = y * page.width;
            if let Some(part) = page.pixels.get_mut(row + left..row + (left + factor + 1).min(page.width)) {
                part.fill(255);
            }
        }
    }
    let removed = removed.scaled(page.width as f32 / width as f32);
    Bare { page, small, removed }
}

/// The runs of pixels below `ink` that are longer than `least`, across and down.
fn runs(page: &Raster, ink: u8, least: (usize, usize)) -> Strokes {
    let mut found = Strokes::default();
    // Where the run that goes down to this row began, for each column.
    let mut began: Vec<usize> = vec![0; page.width];
    let stroke =
        |at: usize, from: usize, to: usize| Stroke { at: at as f32 + 0.5, from: from as f32, to: to as f32 };
    for y in 0..page.height {
        let mut start = 0;
        for ((x, pixel), top) in page.row(y).iter().enumerate().zip(&mut began) {
            if *pixel < ink {
                continue;
            }
            if x - start > least.0 {
                found.across.push(stroke(y, start, x));
            }
            if y - *top > least.1 {
                found.down.push(stroke(x, *top, y));
            }
            start = x + 1;
            *top = y + 1;
        }
        if page.width - start > least.0 {
            found.across.push(stroke(y, start, page.width));
        }
    }
    for (x, top) in began.iter().enumerate().filter(|(_, top)| page.height - **top > least.1) {
        found.down.push(stroke(x, *top, page.height));
    }
    found
}

/// Lines of a page as they lie when it is turned by `angle` degrees about its `middle`: as the pixels are, within a few
/// degrees.
pub(super) fn rotated(strokes: Strokes, angle: f32, (x, y): (f32, f32)) -> Strokes {
    let (sin, cos) = angle.to_radians().sin_cos();
    // A line at one end of the other axis goes this far.
    let turned = |all: Vec<Stroke>, sign: f32, (along, beside): (f32, f32)| -> Vec<Stroke> {
        let turned = |s: Stroke| {
            let middle = f32::midpoint(s.from, s.to) - along;
            let shift = -sign * (s.at - beside) * sin;
            Stroke {
                at: (s.at - beside) * cos + sign * middle * sin + beside,
                from: s.from + shift,
                to: s.to + shift,
            }
        };
        all.into_iter().map(turned).collect()
    };
    Strokes { across: turned(strokes.across, -1.0, (x, y)), down: turned(strokes.down, 1.0, (y, x)) }
}

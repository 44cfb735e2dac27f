//! Eastern Arabic figures by their shapes.
//!
//! The models read words, and of a number in Eastern figures each of them sees another (`٢٠١٧` became `٢٠٠٧`, `٢١٠٧` and
//! `8011`), though no sign is easier to tell from its like: each is one piece of ink. So the pieces are told one by one, by
//! a small network that learned them from fonts; `tests/corpus/figures.py` makes it, and measures as is done here.

use std::ops::Range;
use std::sync::LazyLock;

use super::clean::INK;
use super::raster::Raster;

/// Cells of the picture of a piece.
const ROWS: usize = 14;
const COLUMNS: usize = 12;
/// What is told, in the order of the network; what it has besides is something else.
const FIGURES: [char; 12] = ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩', '/', '-'];
/// From this likelihood a piece is believed.
const SURE: f32 = 0.85;
/// A letter is as tall as this, in heights of the tallest piece.
const LETTER: f32 = 0.35;
/// Pieces of a number at most, and pixels of the stretch that it stands in.
const PIECES: usize = 24;
const PIXELS: usize = 400_000;

/// The measurements' weights for each unit, and the units' for each class with the constant one behind them.
struct Net {
    inner: Vec<Vec<f32>>,
    outer: Vec<Vec<f32>>,
}

static NET: LazyLock<Net> = LazyLock::new(|| {
    let rows = include_str!("figures.net").lines().filter(|line| !line.starts_with('#'));
    let row = |line: &str| line.split(' ').filter_map(|w| Some(w.parse::<f32>().ok()? / 1000.0)).collect();
    let mut inner: Vec<Vec<f32>> = rows.map(row).collect();
    let outer = inner.split_off((ROWS * COLUMNS + 5).min(inner.len()));
    Net { inner, outer }
});

/// The figures that stand between `columns` in `rows` of `page`, from the left, the longest run of pieces that surely are;
/// and whether letters stand to their left and to their right.
pub fn read(page: &Raster, rows: Range<usize>, columns: Range<usize>) -> Option<(String, bool, bool)> {
    let pieces = pieces(page, rows, columns)?;
    let tallest = pieces.iter().max_by_key(|p| p.height())?;
    let (top, height) = (tallest.top as f32, tallest.height() as f32);
    // A speck is no figure; the smallest of them, a point, is larger.
    let own: Vec<&Piece> =
        pieces.iter().filter(|p| 12.0 * (p.height().max(p.width()) as f32) > height).collect();
    // Of a colon each point looks like a nought.
    let stacked = |p: &Piece| {
        own.iter().any(|o| o.left < p.right && p.left < o.right && (o.bottom <= p.top || p.bottom <= o.top))
    };
    let told: Vec<Option<char>> = own.iter().map(|p| p.figure(top, height).filter(|_| !stacked(p))).collect();
    let mut best = 0..0;
    let mut from = 0;
    for run in told.split(Option::is_none) {
        if run.len() > best.len() {
            best = from..from + run.len();
        }
        from += run.len() + 1;
    }
    let figures: String = told.get(best.clone())?.iter().flatten().collect();
    // A colon or a full stop beside it is no part of what is written there.
    let letters = |some: Option<&[&Piece]>| {
        some.unwrap_or_default().iter().any(|p| p.height() as f32 > LETTER * height)
    };
    let (left, right) = (letters(own.get(..best.start)), letters(own.get(best.end..)));
    figures.contains(char::is_numeric).then_some((figures, left, right))
}

/// Ink that hangs together.
struct Piece {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
    /// Its pixels: across, down.
    ink: Vec<(usize, usize)>,
}

impl Piece {
    fn width(&self) -> usize {
        self.right - self.left
    }

    fn height(&self) -> usize {
        self.bottom - self.top
    }

    /// The figure that it is, in a line whose tallest piece begins at `line_top`.
    fn figure(&self, line_top: f32, line_height: f32) -> Option<char> {
        let mut given = self.picture();
        let height = self.height() as f32 / line_height;
        let above = (self.top as f32 - line_top) / line_height;
        given.extend([height, self.width() as f32 / line_height, above, above + height, 1.0]);
        let mut units = vec![0.0_f32; NET.inner.first()?.len()];
        for (value, weights) in given.iter().zip(&NET.inner) {
            units.iter_mut().zip(weights).for_each(|(unit, weight)| *unit += value * weight);
        }
        units.iter_mut().for_each(|unit| *unit = unit.max(0.0));
        units.push(1.0);
        let mut classes = vec![0.0_f32; NET.outer.first()?.len()];
        for (unit, weights) in units.iter().zip(&NET.outer) {
            classes.iter_mut().zip(weights).for_each(|(class, weight)| *class += unit * weight);
        }
        let most = classes.iter().copied().fold(f32::MIN, f32::max);
        let sum: f32 = classes.iter().map(|c| (c - most).exp()).sum();
        let best = classes.iter().position(|c| *c >= most).filter(|_| 1.0 / sum >= SURE)?;
        FIGURES.get(best).copied()
    }

    /// Its ink in [`ROWS`] by [`COLUMNS`] cells, in the middle of them and as wide and tall as it is.
    fn picture(&self) -> Vec<f32> {
        let (width, height) = (self.width(), self.height());
        let mut mask = vec![false; width * height];
        for (x, y) in &self.ink {
            if let Some(pixel) = mask.get_mut((y - self.top) * width + x - self.left) {
                *pixel = true;
            }
        }
        let side = (height as f32 / ROWS as f32).max(width as f32 / COLUMNS as f32);
        let cells = |of: usize, most: usize| ((of as f32 / side).round_ties_even() as usize).clamp(1, most);
        let (rows, columns) = (cells(height, ROWS), cells(width, COLUMNS));
        let span = |k: usize, of: usize, cells: usize| {
            let start = k * of / cells;
            start..((k + 1) * of).div_ceil(cells).max(start + 1).min(of)
        };
        let mut picture = vec![0.0; ROWS * COLUMNS];
        for row in 0..rows {
            for column in 0..columns {
                let (down, across) = (span(row, height, rows), span(column, width, columns));
                let all = (down.len() * across.len()).max(1);
                let lines = down.filter_map(|y| mask.get(y * width + across.start..y * width + across.end));
                let ink = lines.flatten().filter(|ink| **ink).count();
                let place = ((ROWS - rows) / 2 + row) * COLUMNS + (COLUMNS - columns) / 2 + column;
                picture.get_mut(place).into_iter().for_each(|cell| *cell = ink as f32 / all as f32);
            }
        }
        picture
    }
}

/// The pieces of ink within a stretch, from the left; `None` where there are too many for a number.
fn pieces(page: &Raster, rows: Range<usize>, columns: Range<usize>) -> Option<Vec<Piece>> {
    let (rows, columns) = (rows.start..rows.end.min(page.height), columns.start..columns.end.min(page.width));
    if rows.len().checked_mul(columns.len())? > PIXELS {
        return None;
    }
    let width = columns.len();
    let mut open: Vec<bool> = Vec::with_capacity(rows.len() * width);
    for y in rows.clone() {
        open.extend(page.row(y).get(columns.clone())?.iter().map(|pixel| *pixel < INK));
    }
    let mut found: Vec<Piece> = Vec::new();
    for start in 0..open.len() {
        if !open.get_mut(start).is_some_and(std::mem::take) {
            continue;
        }
        let mut todo = vec![start];
        let mut ink = Vec::new();
        while let Some(at) = todo.pop() {
            let (x, y) = (at % width, at / width);
            ink.push((x, y));
            for down in y.saturating_sub(1)..(y + 2).min(rows.len()) {
                for across in x.saturating_sub(1)..(x + 2).min(width) {
                    if open.get_mut(down * width + across).is_some_and(std::mem::take) {
                        todo.push(down * width + across);
                    }
                }
            }
        }
        if ink.len() > 3 {
            let across = || ink.iter().map(|(x, _)| *x);
            let down = || ink.iter().map(|(_, y)| *y);
            let (left, right) = (across().min()?, across().max()? + 1);
            let (top, bottom) = (down().min()?, down().max()? + 1);
            found.push(Piece { left, top, right, bottom, ink });
        }
        if found.len() > PIECES {
            return None;
        }
    }
    found.sort_by_key(|piece| piece.left);
    Some(found)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn figures_are_told_by_their_shapes() {
        // "٢١٤/٢٠١٧" and the colon behind its label, set in a font of offices and tilted.
        let page = Raster::from_pnm(include_bytes!("../../../tests/cases/figures/number.pgm")).unwrap();
        let (rows, columns) = (0..page.height, 0..page.width);
        assert_eq!(read(&page, rows.clone(), columns), Some(("٢١٤/٢٠١٧".to_owned(), false, false)));
        assert_eq!(read(&page, rows.clone(), 0..1), None);
        assert_eq!(read(&page, rows, 5_000..6_000), None);
        // Ink in a thousand specks is no number, and a page of it is not looked through.
        let specks = (0..250_000).map(|n| if n % 3 == 0 && n / 500 % 3 == 0 { 0 } else { 255 }).collect();
        let dirty = Raster::grey(500, 500, specks).unwrap();
        assert_eq!(read(&dirty, 0..500, 0..500), None);
    }
}

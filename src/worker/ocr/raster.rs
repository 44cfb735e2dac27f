//! A page as grey pixels.

use std::ops::Range;

/// Of a page with stamps at least one pixel of so many is coloured, and of one that is a picture more than one of so many.
const LEAST: usize = 5_000;
const MOST: usize = 12;
/// Up to this difference between its channels a pixel is grey, and from so much more it is coloured.
const GREY: u32 = 16;
const COLOUR: u32 = 32;
/// Coloured and darker than this it is ink.
const DARK: u8 = 170;
/// Dark pixels that a letter has at least.
const LETTER: usize = 40;

/// Pixels of one byte, 0 black to 255 white, row after row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    pub width: usize,
    pub height: usize,
    /// `width * height` bytes.
    pub pixels: Vec<u8>,
    /// What is coloured on the page, by itself and as dark as it is seen, where little of it is: stamps and what they say.
    pub coloured: Option<Box<Raster>>,
}

impl Raster {
    /// From grey pixels; `None` if they are not `width * height`.
    pub fn grey(width: usize, height: usize, pixels: Vec<u8>) -> Option<Self> {
        (width > 0 && height > 0 && pixels.len() == width.checked_mul(height)?).then_some(Self {
            width,
            height,
            pixels,
            coloured: None,
        })
    }

    /// From pixels of three bytes, without the colour of stamps; what is coloured stands apart.
    pub fn rgb(width: usize, height: usize, pixels: &[u8]) -> Option<Self> {
        let (all, _) = pixels.as_chunks::<3>();
        let page = Self::grey(width, height, all.iter().map(|rgb| without_colour(*rgb)).collect())?;
        let coloured: Vec<u8> = all.iter().map(|rgb| colour_alone(*rgb)).collect();
        let ink = coloured.iter().filter(|pixel| **pixel < DARK).count();
        let some = ink.saturating_mul(LEAST) > all.len() && ink.saturating_mul(MOST) < all.len();
        let coloured = if some { Self::grey(width, height, coloured).map(Box::new) } else { None };
        Some(Self { coloured, ..page })
    }

    /// Reads the binary PNM that poppler writes (P5 or P6, 255 levels).
    pub fn from_pnm(bytes: &[u8]) -> Option<Self> {
        let mut at = 0;
        let mut field = || {
            let start = at + bytes.get(at..)?.iter().position(|b| !b.is_ascii_whitespace())?;
            let end = start + bytes.get(start..)?.iter().position(u8::is_ascii_whitespace)?;
            at = end + 1;
            std::str::from_utf8(bytes.get(start..end)?).ok()
        };
        let magic = field()?;
        let width: usize = field()?.parse().ok()?;
        let height: usize = field()?.parse().ok()?;
        field().filter(|levels| *levels == "255")?;
        let count = width.checked_mul(height)?;
        let pixels = bytes.get(at..)?;
        match magic {
            "P5" => Self::grey(width, height, pixels.get(..count)?.to_vec()),
            "P6" => Self::rgb(width, height, pixels.get(..count.checked_mul(3)?)?),
            _ => None,
        }
    }

    /// As binary PGM.
    pub fn to_pgm(&self) -> Vec<u8> {
        let mut out = format!("P5\n{} {}\n255\n", self.width, self.height).into_bytes();
        out.extend_from_slice(&self.pixels);
        out
    }

    /// The row `y`, or nothing below the page.
    pub fn row(&self, y: usize) -> &[u8] {
        let start = y.saturating_mul(self.width);
        self.pixels.get(start..start.saturating_add(self.width)).unwrap_or_default()
    }

    /// Some of its rows; `None` where there are none of them.
    pub fn rows(&self, rows: Range<usize>) -> Option<Self> {
        let pixels =
            self.pixels.get(rows.start.checked_mul(self.width)?..rows.end.checked_mul(self.width)?)?;
        Self::grey(self.width, rows.len(), pixels.to_vec())
    }

    /// Lays the ink of `rows` and `columns` of another page of its size upon it.
    pub fn lay_on(&mut self, other: &Self, rows: Range<usize>, columns: Range<usize>) {
        let columns = columns.start..columns.end.min(self.width).min(other.width);
        for y in rows.start..rows.end.min(self.height) {
            let start = y * self.width;
            let own = self.pixels.get_mut(start + columns.start..start + columns.end);
            let ink = other.row(y).get(columns.clone());
            for (own, ink) in own.into_iter().flatten().zip(ink.into_iter().flatten()) {
                *own = (*own).min(*ink);
            }
        }
    }

    /// Whether some of `rows` and `columns` is ink: as much as a letter has.
    pub fn has_ink(&self, rows: Range<usize>, columns: Range<usize>) -> bool {
        let columns = columns.start.min(self.width)..columns.end.min(self.width);
        let dark =
            |y: usize| self.row(y).get(columns.clone()).unwrap_or_default().iter().filter(|p| **p < DARK);
        rows.map(|y| dark(y).count()).sum::<usize>() > LETTER
    }

    /// Turned by half a turn.
    pub fn upside_down(mut self) -> Self {
        self.pixels.reverse();
        self.coloured = self.coloured.map(|coloured| Box::new(coloured.upside_down()));
        self
    }

    /// Turned by a quarter, clockwise.
    pub fn quarter(&self) -> Self {
        let mut pixels = Vec::with_capacity(self.pixels.len());
        for x in 0..self.width {
            let column = self.pixels.iter().skip(x).step_by(self.width);
            pixels.extend(column.rev());
        }
        let coloured = self.coloured.as_ref().map(|coloured| Box::new(coloured.quarter()));
        Self { width: self.height, height: self.width, pixels, coloured }
    }

    /// With `width` times `height` pixels: the mean where it shrinks, interpolated where it grows.
    pub fn scaled(&self, width: usize, height: usize) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        let spans = |from: usize, to: usize| -> Vec<(usize, usize)> {
            (0..to)
                .map(|n| {
                    let start = n * from / to;
                    (start, ((n + 1) * from).div_ceil(to).clamp(start + 1, from))
                })
                .collect()
        };
        if width > self.width || height > self.height {
            return self.grown(width, height);
        }
        let columns = spans(self.width, width);
        let mut pixels = Vec::with_capacity(width * height);
        let mut sums = vec![0_u32; self.width];
        for (top, bottom) in spans(self.height, height) {
            sums.fill(0);
            for y in top..bottom {
                for (sum, pixel) in sums.iter_mut().zip(self.row(y)) {
                    *sum += u32::from(*pixel);
                }
            }
            let rows = bottom - top;
            for (left, right) in &columns {
                let sum: u32 = sums.get(*left..*right).unwrap_or_default().iter().sum();
                pixels.push((sum as usize / (rows * (right - left))).min(255) as u8);
            }
        }
        Self { width, height, pixels, coloured: None }
    }

    fn grown(&self, width: usize, height: usize) -> Self {
        let mut pixels = Vec::with_capacity(width * height);
        for y in 0..height {
            for x in 0..width {
                let fx = (x as f32 + 0.5) * self.width as f32 / width as f32 - 0.5;
                let fy = (y as f32 + 0.5) * self.height as f32 / height as f32 - 0.5;
                pixels.push(self.at(fx.max(0.0), fy.max(0.0)));
            }
        }
        Self { width, height, pixels, coloured: None }
    }

    /// The pixel at a point between pixels, interpolated; white beyond the edge.
    pub fn at(&self, x: f32, y: f32) -> u8 {
        if x < 0.0 || y < 0.0 {
            return 255;
        }
        let (left, top) = (x as usize, y as usize);
        if left >= self.width || top >= self.height {
            return 255;
        }
        let right = (left + 1).min(self.width - 1);
        let (across, down) = (x - left as f32, y - top as f32);
        let (above, below) = (self.row(top), self.row((top + 1).min(self.height - 1)));
        let value = |row: &[u8], at: usize| f32::from(row.get(at).copied().unwrap_or(255));
        let mix = |row: &[u8]| value(row, left) * (1.0 - across) + value(row, right) * across;
        (mix(above) * (1.0 - down) + mix(below) * down + 0.5) as u8
    }
}

/// A coloured pixel as dark as it is seen; one that has no colour is white, and what lies between stays between, so that
/// letters keep their edges.
fn colour_alone([red, green, blue]: [u8; 3]) -> u8 {
    let colour = u32::from(red.max(green).max(blue) - red.min(green).min(blue));
    let share = colour.saturating_sub(GREY).min(COLOUR);
    let ink = 255 - light([red, green, blue]);
    (255 - ink * share / COLOUR) as u8
}

/// How light a pixel is to the eye.
fn light([red, green, blue]: [u8; 3]) -> u32 {
    (u32::from(red) * 3 + u32::from(green) * 6 + u32::from(blue)) / 10
}

/// A pixel as grey. The lightest channel is taken: black ink is dark in all three, while blue and red stamps and initials
/// are light in one, so that the words below them come through. What is coloured and not dark is lightened as much again
/// as it has colour, since no channel of a stamp is as light as paper. Words under a stamp have some of its colour in
/// pictures that keep it coarsely (JPEG), but are dark.
pub fn without_colour([red, green, blue]: [u8; 3]) -> u8 {
    let (most, least) = (red.max(green).max(blue), red.min(green).min(blue));
    let colour = u32::from((most - least).saturating_sub(24));
    if colour == 0 {
        return most;
    }
    let share = light([red, green, blue]).saturating_sub(40).min(60);
    (u32::from(most) + colour * share / 60).min(255) as u8
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_coloured_stands_apart() {
        let (white, black, blue, cream) = ([255; 3], [20; 3], [40, 60, 150], [250, 244, 232]);
        let mut pixels = vec![white; 10_000];
        pixels[..50].fill(black);
        pixels[100..150].fill(blue);
        pixels[200..400].fill(cream);
        let page = Raster::rgb(100, 100, pixels.as_flattened()).unwrap();
        let coloured = page.coloured.as_ref().unwrap();
        assert!(page.pixels[100] > 140 && page.pixels[0] < 40);
        assert!(coloured.pixels[100] < 100 && coloured.pixels[0] == 255 && coloured.pixels[300] > 240);
        // A page in black, and one that is a picture, have nothing apart.
        for (count, colour) in [(50, black), (9_000, blue)] {
            let mut pixels = vec![white; 10_000];
            pixels[..count].fill(colour);
            assert!(Raster::rgb(100, 100, pixels.as_flattened()).unwrap().coloured.is_none());
        }
        assert_eq!(page.quarter().quarter().pixels, page.clone().upside_down().pixels);
        assert!(page.quarter().coloured.is_some());
    }

    #[test]
    fn ink_is_laid_upon_a_page() {
        let mut page = Raster::grey(3, 2, vec![255, 10, 255, 255, 255, 255]).unwrap();
        let other = Raster::grey(3, 2, vec![0, 0, 0, 99, 99, 99]).unwrap();
        page.lay_on(&other, 1..5, 1..9);
        assert_eq!(page.pixels, [255, 10, 255, 255, 99, 99]);
    }
}

//! Lines that a look at the whole page left out: what stands beside a stamp or a signature is often taken for a part of
//! it. Found by their shape: ink outside all words, as tall as a line of this page and much longer.

use super::clean::{self, INK};
use super::raster::Raster;
use super::stack::Area;
use super::tesseract::{Word, usual_height};

/// What is sought, in the usual height of letters and, last, in its own: blanks within a line are at most so wide, the line is
/// at least so long. A stamp prints, and a pen fills in, three figures alone.
#[derive(Debug, Clone, Copy)]
pub struct Sought {
    blank: f32,
    width: f32,
    height: f32,
}

pub const PRINTED: Sought = Sought { blank: 0.9, width: 3.0, height: 2.5 };
pub const STAMPED: Sought = Sought { blank: 1.8, width: 1.2, height: 1.2 };
/// Pixels of the page around a word that are its own.
const OWN: i32 = 5;
/// Pixels of the page left white around a line that is read by itself.
const MARGIN: usize = 10;
/// So many lines are read at most: what holds more is no text beside a stamp.
const MOST: usize = 12;

/// The places of `page` that look like the lines `sought` and hold none of `words`, from the
/// top.
pub fn lines(page: &Raster, words: &[Word], sought: Sought) -> Vec<Area> {
    let Some(height) = usual_height(words) else { return Vec::new() };
    let mut small = clean::small(page);
    let factor = (page.width / small.width.max(1)).max(1);
    cover(&mut small, words.iter().filter(|w| !w.is_squeezed(height)), factor);
    let tall = height as f32 / factor as f32;
    let mut found = blots(&small, (sought.blank * tall) as usize);
    found.retain(|blot| blot.is_line(tall, sought));
    join_parts(&mut found, (3.0 * tall) as usize);
    if found.len() > MOST {
        return Vec::new();
    }
    found.sort_by_key(|blot| blot.top);
    let on_page = |from: usize, to: usize, end: usize| {
        (from * factor).saturating_sub(MARGIN)..((to + 1) * factor + MARGIN).min(end)
    };
    let area = |blot: Blot| Area {
        rows: on_page(blot.top, blot.bottom, page.height),
        columns: on_page(blot.left, blot.right, page.width),
    };
    found.into_iter().map(area).collect()
}

/// Makes one of those that stand side by side, a wide blank apart.
fn join_parts(lines: &mut Vec<Blot>, blank: usize) {
    let mut k = 0;
    while let Some(one) = lines.get(k).copied() {
        let beside = |other: &Blot| {
            let shared = one.bottom.min(other.bottom).saturating_sub(one.top.max(other.top)) + 1;
            let least = (one.bottom - one.top).min(other.bottom - other.top) + 1;
            5 * shared >= 3 * least && other.left <= one.right + blank && one.left <= other.right + blank
        };
        match lines.iter().skip(k + 1).position(beside) {
            Some(at) => {
                let other = lines.remove(k + 1 + at);
                lines.get_mut(k).into_iter().for_each(|line| line.join(&other));
            }
            None => k += 1,
        }
    }
}

/// Makes what belongs to `words` white.
fn cover<'w>(small: &mut Raster, words: impl Iterator<Item = &'w Word>, factor: usize) {
    let width = small.width;
    let to_small = |at: i32| usize::try_from(at).unwrap_or(0) / factor;
    for [left, top, across, down] in words.map(|w| w.place) {
        let (from, to) = (to_small(left - OWN).min(width), (to_small(left + across + OWN) + 1).min(width));
        for y in to_small(top - OWN)..(to_small(top + down + OWN) + 1).min(small.height) {
            if let Some(part) = small.pixels.get_mut(y * width + from..y * width + to) {
                part.fill(255);
            }
        }
    }
}

/// Ink that hangs together, over blanks within its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Blot {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
    /// Pixels of ink.
    ink: usize,
}

impl Blot {
    fn join(&mut self, other: &Self) {
        self.left = self.left.min(other.left);
        self.right = self.right.max(other.right);
        self.top = self.top.min(other.top);
        self.bottom = self.bottom.max(other.bottom);
        self.ink += other.ink;
    }

    /// Whether it may be a line, or two that touch, of letters about as `tall` as the others of the page.
    fn is_line(&self, tall: f32, sought: Sought) -> bool {
        let (width, height) = ((self.right - self.left + 1) as f32, (self.bottom - self.top + 1) as f32);
        let share = self.ink as f32 / (width * height);
        (0.4 * tall..2.6 * tall).contains(&height)
            && width > sought.height * height
            && width > sought.width * tall
            && (0.08..0.7).contains(&share)
    }
}

/// What hangs together in `picture`, where blanks of up to `blank` pixels part nothing in a row.
fn blots(picture: &Raster, blank: usize) -> Vec<Blot> {
    let mut all: Vec<Blot> = Vec::new();
    // Of each blot the one that it was joined to: itself, while it is none's.
    let mut joined: Vec<usize> = Vec::new();
    let root = |joined: &[usize], mut k: usize| {
        while let Some(next) = joined.get(k).copied().filter(|next| *next != k) {
            k = next;
        }
        k
    };
    let mut above: Vec<(usize, usize, usize)> = Vec::new();
    for y in 0..picture.height {
        let mut here: Vec<(usize, usize, usize)> = Vec::new();
        for (left, right, ink) in runs(picture.row(y), blank) {
            let mut own = all.len();
            all.push(Blot { left, right, top: y, bottom: y, ink });
            joined.push(own);
            for (from, to, of) in &above {
                let other = root(&joined, *of);
                if *from > right + 1 || *to + 1 < left || other == own {
                    continue;
                }
                let (keep, give) = (own.min(other), own.max(other));
                let given = all.get(give).copied();
                if let (Some(kept), Some(given)) = (all.get_mut(keep), given) {
                    kept.join(&given);
                }
                joined.get_mut(give).into_iter().for_each(|to| *to = keep);
                own = keep;
            }
            here.push((left, right, own));
        }
        above = here;
    }
    let whole = all.iter().zip(&joined).enumerate().filter(|(k, (_, to))| **to == *k);
    whole.map(|(_, (blot, _))| *blot).collect()
}

/// The runs of ink in a row: first and last pixel, and how many are ink.
fn runs(row: &[u8], blank: usize) -> Vec<(usize, usize, usize)> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (x, _) in row.iter().enumerate().filter(|(_, p)| **p < INK) {
        match found.last_mut() {
            Some((_, right, ink)) if x - *right <= blank + 1 => (*right, *ink) = (x, *ink + 1),
            _ => found.push((x, x, 1)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn paint(page: &mut Raster, columns: std::ops::Range<usize>, rows: std::ops::Range<usize>) {
        for y in rows {
            page.pixels[y * page.width + columns.start..y * page.width + columns.end].fill(0);
        }
    }

    #[test]
    fn a_line_beside_a_stamp_is_found_and_the_stamp_is_none() {
        let mut page = Raster::grey(800, 800, vec![255; 640_000]).unwrap();
        // A word that was read, letters of a date, a frame as large as a stamp, a speck.
        paint(&mut page, 100..200, 100..112);
        for letter in 0..14 {
            paint(&mut page, 300 + 10 * letter..306 + 10 * letter, 500..512);
        }
        for side in [480..484, 596..600] {
            paint(&mut page, 120..260, side.clone());
            paint(&mut page, side.start - 360..side.end - 360, 480..600);
        }
        paint(&mut page, 700..703, 300..303);
        let read =
            Word { text: "Fund".to_owned(), confidence: 95.0, place: [100, 98, 100, 16], line: [1, 1, 1] };
        let found = lines(&page, &[read], PRINTED);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].rows.contains(&505) && found[0].columns.contains(&301) && found[0].columns.end < 460
        );
        assert!(lines(&page, &[], PRINTED).is_empty());
    }
}

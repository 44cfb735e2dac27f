//! Bands of a page one below the other in one small picture: several places of a page for one start of the tool, which
//! costs as much as reading a few lines.

use std::ops::Range;

use super::raster::Raster;
use super::tesseract::Word;

/// At some sizes the tool finds no line where a clean one stands; larger by this it does.
const GROWN: f32 = 1.3;
/// White rows between two bands, so that no line is made of both.
const GAP: usize = 28;

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    pub rows: Range<usize>,
    pub columns: Range<usize>,
}

/// Some bands of a page.
#[derive(Debug)]
pub struct Stack {
    pub picture: Raster,
    /// Of each band its first row in the picture, were it not grown, and its rows on the page.
    bands: Vec<(usize, Range<usize>)>,
    /// Pixels of the picture for one of the page.
    scale: f32,
}

impl Stack {
    /// The rows `bands` of `page`, in their order; those that touch become one. `None` where there is none.
    pub fn of(page: &Raster, bands: &[Range<usize>]) -> Option<Self> {
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(bands.len());
        for band in bands {
            let band = band.start..band.end.min(page.height);
            match merged.last_mut() {
                Some(last) if last.end >= band.start && last.start <= band.start => {
                    last.end = last.end.max(band.end);
                }
                _ if band.is_empty() => {}
                _ => merged.push(band),
            }
        }
        let whole = |rows| Area { rows, columns: 0..page.width };
        Self::of_areas(page, &merged.into_iter().map(whole).collect::<Vec<_>>())
    }

    /// The `areas` of `page`, in their order, each in a band of its own. `None` where there is none.
    pub fn of_areas(page: &Raster, areas: &[Area]) -> Option<Self> {
        let mut pixels = Vec::new();
        let mut placed = Vec::with_capacity(areas.len());
        for Area { rows, columns } in areas {
            pixels.resize(pixels.len() + GAP * page.width, 255);
            placed.push((pixels.len() / page.width, rows.clone()));
            for y in rows.clone() {
                let start = pixels.len();
                pixels.resize(start + page.width, 255);
                let part = page.row(y).get(columns.clone());
                if let Some((to, from)) =
                    pixels.get_mut(start..).and_then(|row| row.get_mut(columns.clone())).zip(part)
                {
                    to.copy_from_slice(from);
                }
            }
        }
        if placed.is_empty() {
            return None;
        }
        pixels.resize(pixels.len() + GAP * page.width, 255);
        let picture = Raster::grey(page.width, pixels.len() / page.width, pixels)?;
        Some(Self { picture, bands: placed, scale: 1.0 })
    }

    /// The number of the band in which a word of the picture stands.
    pub fn band(&self, word: &Word) -> usize {
        let [_, top, _, height] = word.place;
        let middle = (top.saturating_add(height / 2).max(0) as f32 / self.scale) as usize;
        self.bands.iter().rposition(|(first, _)| *first <= middle + GAP / 2).unwrap_or(0)
    }

    /// `words` of the picture at their places on the page.
    pub fn on_page(&self, mut words: Vec<Word>) -> Vec<Word> {
        for word in &mut words {
            let band = self.bands.get(self.band(word));
            for side in &mut word.place {
                *side = (*side as f32 / self.scale).round() as i32;
            }
            if let Some((first, rows)) = band {
                let [_, top, ..] = &mut word.place;
                *top += rows.start as i32 - *first as i32;
            }
        }
        words
    }

    /// The bands in which none of `words` stands, larger. `None` where there is none, and where they are grown already.
    pub fn unread(&self, words: &[Word]) -> Option<Self> {
        if self.scale > 1.0 {
            return None;
        }
        let width = self.picture.width;
        let mut pixels = Vec::new();
        let mut bands = Vec::new();
        for (number, (first, rows)) in self.bands.iter().enumerate() {
            if words.iter().any(|word| self.band(word) == number) {
                continue;
            }
            pixels.resize(pixels.len() + GAP * width, 255);
            bands.push((pixels.len() / width, rows.clone()));
            (*first..first + rows.len()).for_each(|y| pixels.extend_from_slice(self.picture.row(y)));
        }
        if bands.is_empty() {
            return None;
        }
        pixels.resize(pixels.len() + GAP * width, 255);
        let picture = Raster::grey(width, pixels.len() / width, pixels)?;
        Some(Self { picture, bands, scale: 1.0 }.grown(GROWN))
    }

    /// The same bands, `by` times as large.
    pub fn grown(self, by: f32) -> Self {
        let grown = |side: usize| (side as f32 * by) as usize;
        let picture = self.picture.scaled(grown(self.picture.width), grown(self.picture.height));
        Self { picture, scale: self.scale * by, ..self }
    }

    /// The rows of each band on the page.
    pub fn rows(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.bands.iter().map(|(_, rows)| rows.clone())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn words_come_back_to_their_place_on_the_page() {
        let page = Raster::grey(4, 1000, (0..4000).map(|n| (n / 4 % 251) as u8).collect()).unwrap();
        let stack = Stack::of(&page, &[100..140, 140..150, 700..720, 990..1200]).unwrap();
        assert_eq!(stack.rows().collect::<Vec<_>>(), [100..150, 700..720, 990..1000]);
        assert_eq!(stack.picture.height, 50 + 20 + 10 + 4 * GAP);
        for (y, number) in [(100, 0), (149, 0), (700, 1), (719, 1), (995, 2)] {
            let value = page.row(y);
            let at = (0..stack.picture.height)
                .find(|at| {
                    let word = Word {
                        text: String::new(),
                        confidence: 0.0,
                        place: [0, *at as i32, 4, 1],
                        line: [0; 3],
                    };
                    stack.picture.row(*at) == value
                        && stack.band(&word) == number
                        && stack.on_page(vec![word]).first().is_some_and(|w| w.place[1] == y as i32)
                })
                .unwrap();
            assert!(at >= GAP);
        }
        assert!(Stack::of(&page, &[]).is_none());
    }

    #[test]
    fn bands_without_words_come_back_larger() {
        let page = Raster::grey(100, 1000, vec![255; 100_000]).unwrap();
        let stack = Stack::of(&page, &[100..140, 700..740]).unwrap();
        let word = |top| Word { text: "2-".into(), confidence: 90.0, place: [20, top, 10, 26], line: [0; 3] };
        let (upper, lower) = (word(GAP as i32 + 5), word((2 * GAP + 40) as i32 + 5));
        assert!(stack.unread(&[upper.clone(), lower]).is_none());
        let unread = stack.unread(&[upper]).unwrap();
        assert_eq!(unread.rows().map(|rows| (rows.start, rows.end)).collect::<Vec<_>>(), [(700, 740)]);
        assert_eq!(unread.picture.width, 130);
        let at = (GROWN * (GAP as f32 + 10.0)).round() as i32;
        assert!(unread.unread(&[]).is_none());
        assert_eq!(unread.on_page(vec![word(at)]).first().map(|w| w.place), Some([15, 710, 8, 20]));
    }
}

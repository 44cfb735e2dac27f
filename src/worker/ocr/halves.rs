//! A page that is alone in its paper is read in two halves, side by side: a sheet is what a mission mostly sends, and one
//! run of the tool keeps one processor busy.

use std::time::Instant;

use super::clean;
use super::raster::Raster;
use super::tesseract::{Layout, Tesseract, Word};
use crate::worker::tool::Failure;

/// Added to the numbers of the blocks of the lower half, so that no line is joined with one of the upper.
const BLOCKS: u32 = 10_000;

/// Reads `page`, above and below the widest gap in its middle at once, where it has one and is `alone`.
///
/// # Errors
/// As [`Tesseract::read`].
pub fn read(
    tool: &Tesseract,
    page: &Raster,
    languages: &[&str],
    layout: Layout,
    alone: bool,
    deadline: Instant,
) -> Result<Vec<Word>, Failure> {
    let cut = if alone { clean::gap(page) } else { None };
    let Some((upper, lower)) = cut.and_then(|row| Some((page.rows(0..row)?, page.rows(row..page.height)?)))
    else {
        return tool.read(page, languages, layout, deadline);
    };
    let (above, below) = std::thread::scope(|scope| {
        let above = scope.spawn(|| tool.read(&upper, languages, layout, deadline));
        let below = tool.read(&lower, languages, layout, deadline);
        (above.join().unwrap_or(Err(Failure::Unreadable)), below)
    });
    let mut words = above?;
    let down = i32::try_from(upper.height).unwrap_or_default();
    words.extend(below?.into_iter().map(|mut word| {
        let [_, top, ..] = &mut word.place;
        *top += down;
        let [block, ..] = &mut word.line;
        *block += BLOCKS;
        word
    }));
    Ok(words)
}

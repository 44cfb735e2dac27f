//! The dark rim that a scanner leaves where the sheet did not cover its glass.

use super::INK;
use crate::worker::ocr::raster::Raster;

/// A rim is no wider than this part of the page.
const RIM: usize = 16;

/// The page without what is dark from an edge on: a rim stands across all lines like a line of the other direction, by
/// which a page seems to lie on its side.
pub(super) fn without_rim(mut page: Raster) -> Raster {
    let (width, height) = (page.width, page.height);
    let mut clear = |pixels: &mut dyn Iterator<Item = usize>| {
        for at in pixels {
            match page.pixels.get_mut(at) {
                Some(pixel) if *pixel < INK => *pixel = 255,
                _ => break,
            }
        }
    };
    for y in 0..height {
        let row = y * width;
        clear(&mut (row..row + width / RIM));
        clear(&mut (row + width - width / RIM..row + width).rev());
    }
    for x in 0..width {
        clear(&mut (0..height / RIM).map(|y| y * width + x));
        clear(&mut (height - height / RIM..height).rev().map(|y| y * width + x));
    }
    page
}

//! Pages as they come, and cleaned.

#![allow(clippy::unwrap_used)]
use super::*;

#[test]
fn what_a_photographed_sheet_lies_on_is_white() {
    let (width, height) = (640, 960);
    // A dark table with a grain; on it a sheet, lighter above than below; on that a dark block, as of a photograph.
    let pixel = |x: usize, y: usize| match (x, y) {
        (96..544, 96..864) if (200..300).contains(&x) && (300..400).contains(&y) => 30,
        (96..544, 96..864) => 230 - (y / 12) as u8,
        _ => 30 + (x * 7 + y * 13) as u8 % 40,
    };
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| pixel(x, y))).collect();
    let even = evened(&Raster::grey(width, height, pixels).unwrap());
    let at = |x: usize, y: usize| even.row(y)[x];
    assert!([(5, 5), (620, 500), (300, 940), (40, 700)].into_iter().all(|(x, y)| at(x, y) == 255));
    assert!(at(250, 350) < INK);
    assert!(at(400, 700) > 230);
}

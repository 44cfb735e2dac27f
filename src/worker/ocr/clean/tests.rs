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

#[test]
fn lines_are_found_on_a_page_that_lies_aslant() {
    // A table of two rows and two columns with lines two pixels thick, and words as short bars.
    let (width, height) = (1_240, 1_754);
    let mut page = Raster::grey(width, height, vec![255; width * height]).unwrap();
    let mut ink = |left: usize, top: usize, right: usize, bottom: usize| {
        for y in top..bottom {
            page.pixels[y * width + left..y * width + right].fill(20);
        }
    };
    for y in [400, 600, 800] {
        ink(200, y, 1_000, y + 2);
    }
    for x in [200, 600, 1_000] {
        ink(x, 400, x + 2, 802);
    }
    for line in 0..30 {
        for word in 0..16 {
            ink(150 + 60 * word, 850 + 28 * line, 190 + 60 * word, 862 + 28 * line);
        }
    }
    for angle in [0.0, 1.0, -1.3] {
        let (_, strokes) = clean(rotated(&page, angle)).unwrap();
        let places = |all: &[crate::worker::layout::Stroke]| {
            let mut at: Vec<i32> = all.iter().map(|s| (s.at / 2.0) as i32).collect();
            at.sort_unstable();
            at.dedup_by(|b, a| (*b - *a).abs() < 12);
            at.len()
        };
        assert_eq!((places(&strokes.across), places(&strokes.down)), (3, 3), "{angle}: {strokes:?}");
    }
}
#[test]
fn a_dark_rim_turns_no_page() {
    // Short lines of text, level, beside a rim that goes all the way down.
    let (width, height) = (1_700, 2_200);
    let lines = |x: usize, y: usize| (200..1_500).contains(&x) && (500..1_000).contains(&y) && y % 50 < 16;
    let text = |x: usize, y: usize| lines(x, y + x / 60) && x % 24 < 6;
    let pixel = |x: usize, y: usize| match x {
        // It fades, and is none of the lines that are drawn.
        0..30 => 20 + 6 * x as u8,
        _ if text(x, y) => 10,
        _ => 250,
    };
    let pixels = (0..height).flat_map(|y| (0..width).map(move |x| pixel(x, y))).collect();
    let (page, _) = clean(Raster::grey(width, height, pixels).unwrap()).unwrap();
    assert!(page.height > page.width);
    assert!((0..page.height).all(|y| page.row(y)[2] > INK));
}

//! An even white ground: shadows gone, and what a photographed sheet lies on.

use crate::worker::ocr::raster::Raster;

/// Side of the tiles whose ground is measured.
const TILE: usize = 32;

/// Divides by the ground around each pixel, and stretches what is left to the full range.
pub(super) fn evened(page: &Raster) -> Raster {
    let (across, down) = (page.width.div_ceil(TILE), page.height.div_ceil(TILE));
    let mut ground = Vec::with_capacity(across * down);
    for tile_y in 0..down {
        let mut counts = vec![[0_u16; 256]; across];
        for y in tile_y * TILE..((tile_y + 1) * TILE).min(page.height) {
            for (tile, count) in page.row(y).chunks(TILE).zip(&mut counts) {
                for pixel in tile {
                    if let Some(slot) = count.get_mut(usize::from(*pixel)) {
                        *slot += 1;
                    }
                }
            }
        }
        ground.extend(counts.iter().map(upper_quarter));
    }
    let around = surroundings(&ground, across, down);
    // The lightest of the neighbours, so that a tile full of ink (a punch hole, a seal) takes theirs.
    let at = |x: usize, y: usize| ground.get(y * across + x).copied().unwrap_or(255);
    let mut lightest = Vec::with_capacity(ground.len());
    for y in 0..down {
        for x in 0..across {
            let mut most = 0;
            for near_y in y.saturating_sub(1)..=(y + 1).min(down - 1) {
                for near_x in x.saturating_sub(1)..=(x + 1).min(across - 1) {
                    most = at(near_x, near_y).max(most);
                }
            }
            lightest.push(most.max(48));
        }
    }
    let Some(ground) = Raster::grey(across, down, lightest) else { return page.clone() };
    let mut pixels = Vec::with_capacity(page.pixels.len());
    let mut line = vec![255_u8; page.width];
    for y in 0..page.height {
        // The ground changes slowly: one value for four pixels, one line of it for four rows.
        if y % 4 == 0 {
            let fy = (y as f32 / TILE as f32 - 0.5).clamp(0.0, (down - 1) as f32);
            for (step, part) in line.chunks_mut(4).enumerate() {
                let fx = ((step * 4) as f32 / TILE as f32 - 0.5).clamp(0.0, (across - 1) as f32);
                part.fill(ground.at(fx, fy));
            }
        }
        let from = pixels.len();
        pixels.extend(page.row(y).iter().zip(&line).map(|(pixel, ground)| stretched(*pixel, *ground)));
        let tiles = around.iter().skip(y / TILE * across);
        for (part, _) in
            pixels.get_mut(from..).unwrap_or_default().chunks_mut(TILE).zip(tiles).filter(|(_, a)| **a)
        {
            part.fill(255);
        }
    }
    Raster { width: page.width, height: page.height, pixels, coloured: None }
}

/// The tiles of what a photographed sheet lies on: much darker than the sheet, and from there on to the edge of the picture.
/// Where that is half of all edges, the tiles with the sheet's own edge belong to it.
fn surroundings(ground: &[u8], across: usize, down: usize) -> Vec<bool> {
    let mut sorted = ground.to_vec();
    sorted.sort_unstable();
    let sheet = sorted.get(sorted.len() / 2).copied().unwrap_or(255);
    let is_dark = |at: usize| ground.get(at).is_some_and(|g| 2 * u16::from(*g) < u16::from(sheet));
    let is_edge = |at: &usize| {
        let (x, y) = (at % across, at / across);
        x == 0 || y == 0 || x + 1 == across || y + 1 == down
    };
    let beside = |at: usize| {
        let x = at % across;
        let left = (x > 0).then(|| at - 1);
        let right = (x + 1 < across).then_some(at + 1);
        [left, right, at.checked_sub(across), Some(at + across)].into_iter().flatten()
    };
    let edges: Vec<usize> = (0..ground.len()).filter(is_edge).collect();
    let mut around = vec![false; ground.len()];
    let mut open: Vec<usize> = edges.iter().copied().filter(|at| is_dark(*at)).collect();
    let mut all = Vec::new();
    while let Some(at) = open.pop() {
        let Some(seen) = around.get_mut(at).filter(|seen| !**seen) else { continue };
        *seen = true;
        all.push(at);
        open.extend(beside(at).filter(|at| is_dark(*at)));
    }
    if 2 * edges.iter().filter(|at| around.get(**at) == Some(&true)).count() >= edges.len() {
        for at in all.into_iter().flat_map(beside) {
            around.get_mut(at).into_iter().for_each(|seen| *seen = true);
        }
    }
    around
}

/// 15 % of the ground and darker is black, 82 % and lighter is white.
fn stretched(pixel: u8, ground: u8) -> u8 {
    let share = u32::from(pixel) * 256 / u32::from(ground.max(1));
    (share.saturating_sub(38) * 255 / 172).min(255) as u8
}

/// The value that a quarter of the pixels is above.
fn upper_quarter(counts: &[u16; 256]) -> u8 {
    let all: u32 = counts.iter().map(|n| u32::from(*n)).sum();
    let mut above = 0;
    for (value, count) in counts.iter().enumerate().rev() {
        above += u32::from(*count);
        if above * 4 >= all.max(1) {
            return value as u8;
        }
    }
    255
}

//! What the lines of a column are, by where they begin and end.

use super::Area;
use super::units::Piece;
use super::writer::leading;

/// So many full lines, one below the other, are text and no cell of a table.
const RUN: usize = 5;

/// Whether lines of unlike length stand about one middle.
pub(super) fn is_centred(column: &[&Piece]) -> bool {
    let spread = |of: &dyn Fn(&Area) -> f32| {
        let all = || column.iter().map(|p| of(&p.area));
        all().fold(f32::MIN, f32::max) - all().fold(f32::MAX, f32::min)
    };
    column.len() > 1 && spread(&|a| a.left) > 4.0 && spread(&|a| a.left + a.right) < 3.0
}

/// Whether a column is filled to its right edge by most of many lines.
pub(super) fn is_prose(column: &[&Piece]) -> bool {
    let right = column.iter().map(|p| p.area.right).fold(f32::MIN, f32::max);
    let left = column.iter().map(|p| p.area.left).fold(f32::MAX, f32::min);
    let full = column.iter().filter(|p| p.area.right > right - 0.15 * (right - left)).count();
    column.len() >= 6 && full * 3 > column.len() * 2
}

/// Whether a wide column of a page that is `width` wide runs on for some full lines, as the text of a note does and no cell.
pub(super) fn is_text(column: &[&Piece], width: f32) -> bool {
    let right = column.iter().map(|p| p.area.right).fold(f32::MIN, f32::max);
    let left = column.iter().map(|p| p.area.left).fold(f32::MAX, f32::min);
    if right - left < 0.4 * width {
        return false;
    }
    let is_full = |p: &Piece| {
        p.area.right > right - 0.12 * (right - left) && (p.line.words.len() > 3 || p.line.is_chinese())
    };
    let mut run = 0;
    let mut before: Option<&Area> = None;
    column.iter().any(|p| {
        let follows = before.is_some_and(|b| leading(b, &p.area) < 2.0);
        run = if !is_full(p) {
            0
        } else if follows {
            run + 1
        } else {
            1
        };
        before = Some(&p.area);
        run >= RUN
    })
}

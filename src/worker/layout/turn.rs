//! A paragraph that the page's end breaks is read whole, where it begins: the foot of the page and the head of the next
//! do not stand in the middle of a sentence, or of a name.

use super::units::Unit;
use super::writer::{leading, usual_leading};
use super::{Area, Block};

/// Moves what goes on on the next page to the paragraph that it goes on from.
pub(super) fn mend(pages: &mut [Vec<Unit>]) {
    for k in 1..pages.len() {
        let (before, after) = pages.split_at_mut(k);
        let (Some(above), Some(below)) = (before.last_mut(), after.first_mut()) else { continue };
        if let (Some(cut), Some(next)) = (cut(above), goes_on(below)) {
            carry(above, cut, below, next);
        }
    }
}

/// The paragraph that the page's end breaks: its last line is full and ends no sentence, and nothing but a foot, which
/// stands apart, is below.
fn cut(page: &[Unit]) -> Option<usize> {
    let (width, usual) = measures(page);
    let mut below: Option<Area> = None;
    for (k, unit) in page.iter().enumerate().rev() {
        let Unit::Block(block) = unit else { return None };
        let last = block.lines.last()?;
        let text = last.text();
        let open = last.area.width() > 0.75 * width
            && last.words.len() > 3
            && !text.ends_with(['.', ':', ';', '!', '?', '。', '；', '：', '؛', '؟']);
        let parted = below.is_some_and(|b| leading(&last.area, &b) > 1.5 * usual);
        if parted || below.is_none() && open {
            return open.then_some(k);
        }
        if block.lines.len() > 4 {
            return None;
        }
        below = Some(below.map_or(block.area, |b| b.with(block.area)));
    }
    None
}

/// The first paragraph of a page, below its head, if it goes on with what stood before.
fn goes_on(page: &[Unit]) -> Option<usize> {
    let (width, usual) = measures(page);
    let mut above: Option<Area> = None;
    for (k, unit) in page.iter().enumerate().take(3) {
        let Unit::Block(block) = unit else { return None };
        let first = block.lines.first()?;
        let small = first.text().chars().next().is_some_and(char::is_lowercase);
        let full = first.area.width() > 0.75 * width && first.words.len() > 3;
        let far = page.get(k + 1).is_some_and(|next| {
            leading(&block.lines.last().map_or(first.area, |l| l.area), &next.area()) > 1.5 * usual
        });
        if small || full && above.is_some() {
            return Some(k);
        }
        // A head is short and stands apart.
        if block.lines.len() > 2 || !far {
            return None;
        }
        above = Some(block.area);
    }
    None
}

/// How wide the page's text is, and its leading.
fn measures(page: &[Unit]) -> (f32, f32) {
    let blocks = page.iter().filter_map(|unit| match unit {
        Unit::Block(block) => Some(block),
        Unit::Table(..) => None,
    });
    let width = blocks.clone().flat_map(|b| &b.lines).map(|l| l.area.width()).fold(0.0, f32::max);
    (width, usual_leading(blocks))
}

fn carry(above: &mut [Unit], cut: usize, below: &mut Vec<Unit>, next: usize) {
    let (width, usual) = measures(above);
    let Some(Unit::Block(begun)) = above.get_mut(cut) else { return };
    let Some(Unit::Block(rest)) = below.get_mut(next) else { return };
    let ends =
        |l: &super::Line| l.area.width() < 0.9 * width && l.text().ends_with(['.', ';', '。', '؛', ':']);
    let many = rest.lines.iter().position(ends).map_or(rest.lines.len(), |k| k + 1);
    let moved: Vec<_> = rest.lines.drain(..many).collect();
    for mut line in moved {
        let Some(last) = begun.lines.last().map(|l| l.area) else { return };
        let down = last.top + usual * last.height() - line.area.top;
        line.area.top += down;
        line.area.bottom += down;
        begun.lines.push(line);
    }
    if let Some(area) = rest.lines.iter().map(|l| l.area).reduce(Area::with) {
        rest.area = area;
    } else {
        below.remove(next);
    }
    if let Some(area) = begun.lines.first().map(|l| l.area) {
        *begun = Block { area: begun.area.with(area), lines: std::mem::take(&mut begun.lines) };
    }
}

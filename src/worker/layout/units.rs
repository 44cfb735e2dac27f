//! What stands side by side on a page: tables, forms, marks beside the items of a list, two columns of a letterhead.
//!
//! Poppler makes blocks of words that stand near one another, whatever they belong to: a cell, a column, or a row of which
//! the cells stand close. So tables are found anew, in the lines: rows of which the parts keep to the same columns.

use super::column::{is_centred, is_prose, is_text};
use super::grid::{self, Strokes};
use super::gutter;
use super::line::Line;
use super::persons::begins_person;
use super::table::{self, Cell};
use super::writer::{leading, median, usual_leading};
use super::{Area, Block};

#[derive(Debug)]
pub(super) enum Unit {
    Block(Block),
    Table(Vec<Vec<String>>, Area),
}

impl Unit {
    pub(super) fn area(&self) -> Area {
        match self {
            Self::Block(block) => block.area,
            Self::Table(_, area) => *area,
        }
    }
}

/// So many columns are those of a table, and of no letterhead.
const MANY: usize = 4;
/// A part of a line, and where it came from.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// As if the page were written from the left.
    pub(super) area: Area,
    pub(super) line: Line,
    block: usize,
    /// Which of poppler's lines it is a part of.
    of: usize,
}

/// Where poppler had something: the first of its blocks, and which of the columns that were parted.
type Place = (usize, usize);

/// What stands at one height, from where a line begins.
type Row = Vec<Piece>;

/// What the page holds, in reading order. Cells that stand in one line leave at least `narrowest` between them, in its
/// heights.
pub(super) fn units(mut blocks: Vec<Block>, narrowest: f32, strokes: &Strokes) -> Vec<Unit> {
    let mirrored = is_from_the_right(&blocks);
    grid::take(&mut blocks, strokes, mirrored);
    match gutter::parted(blocks, mirrored) {
        Err(blocks) => of_part(blocks, narrowest, mirrored, false),
        Ok(gutter::Parted { above, columns: [first, second], below }) => {
            let mut all = of_part(above, narrowest, mirrored, true);
            for part in [first, second, below] {
                all.extend(of_part(part, narrowest, mirrored, false));
            }
            all
        }
    }
}

/// The same for a part of the page; `text_below` tells that its text begins only below it.
fn of_part(mut blocks: Vec<Block>, narrowest: f32, mirrored: bool, text_below: bool) -> Vec<Unit> {
    let mut found: Vec<(Place, Unit)> =
        grid::drawn(&mut blocks).into_iter().map(|(block, unit)| ((block, 0), unit)).collect();
    let leading = usual_leading(blocks.iter());
    let rows = rows(blocks, mirrored, narrowest);
    let width = rows.iter().flatten().map(|p| p.area).reduce(Area::with).map_or(0.0, |a| a.width());
    let prose = first_prose(&rows, width);
    let mut loose: Vec<Piece> = Vec::new();
    let mut rest = rows.as_slice();
    let mut passed = 0;
    while let Some(row) = rest.first() {
        let above = prose.is_none_or(|p| passed < p);
        let staggered = matches!(rest, [above, below, ..] if whole_area(above).zip(whole_area(below)).is_some_and(|(a, b)| is_staggered(&a, &b)));
        let opens = row.len() > 1 || staggered;
        let long = if opens { zone(rest, above && (prose.is_some() || text_below), leading) } else { 0 };
        let some = rest
            .get(..long)
            .filter(|some| some.len() > 1)
            .and_then(|some| read(some, above, prose.is_some() || text_below));
        let taken = if some.is_some() { long } else { 1 };
        let first = rest.iter().take(taken).flatten().map(|p| p.block).min().unwrap_or_default();
        match some {
            Some(units) => found.extend(units.into_iter().enumerate().map(|(n, unit)| ((first, n), unit))),
            None => loose.extend(unparted(row)),
        }
        rest = rest.get(taken..).unwrap_or_default();
        passed += taken;
    }
    found.extend(paragraphs(loose, leading));
    ordered(found)
}

fn is_from_the_right(blocks: &[Block]) -> bool {
    let words = blocks.iter().flat_map(|b| &b.lines).flat_map(|l| &l.words);
    let (mut right, mut left) = (0, 0);
    for c in words.flat_map(|(_, text)| text.chars()).filter(|c| c.is_alphabetic()) {
        *(if super::bidi::is_arabic(c) { &mut right } else { &mut left }) += 1;
    }
    right > left
}

/// The parts of the page's lines by their height.
fn rows(blocks: Vec<Block>, mirrored: bool, narrowest: f32) -> Vec<Row> {
    let mut pieces: Vec<Piece> = Vec::new();
    let lines =
        blocks.into_iter().enumerate().flat_map(|(n, block)| block.lines.into_iter().map(move |l| (n, l)));
    let lines: Vec<(usize, Line)> = lines.collect();
    let space = median(lines.iter().flat_map(|(_, l)| l.spaces()).collect()).unwrap_or(0.3);
    for (of, (block, line)) in lines.into_iter().enumerate() {
        for line in line.parts(space, narrowest) {
            let area = if mirrored { line.area.mirrored() } else { line.area };
            pieces.push(Piece { area, line, block, of });
        }
    }
    pieces.sort_by(|a, b| a.area.middle().total_cmp(&b.area.middle()));
    let mut rows: Vec<(Area, Row)> = Vec::new();
    for piece in pieces {
        match rows.last_mut() {
            Some((area, row)) if area.shares_height(&piece.area) => row.push(piece),
            _ => rows.push((piece.area, vec![piece])),
        }
    }
    rows.into_iter()
        .map(|(_, mut row)| {
            row.sort_by(|a, b| a.area.left.total_cmp(&b.area.left));
            stretched(row)
        })
        .collect()
}

/// A row in which words were set so far apart that each became a block: the spaces are all alike. And "姓", "名", the
/// two signs of a label that is spread to the width of the others.
fn stretched(row: Row) -> Row {
    let mut out: Row = Vec::new();
    let mut rest = row.as_slice();
    while let Some(first) = rest.first() {
        let long = (2..=rest.len()).rev().find(|n| rest.get(..*n).is_some_and(is_one_line)).unwrap_or(1);
        let some = rest.get(..long).unwrap_or_default();
        let signs = some.iter().all(|p| p.line.is_sign());
        let mut words: Vec<_> = some.iter().flat_map(|p| p.line.words.clone()).collect();
        words.sort_by(|a, b| a.0.left.total_cmp(&b.0.left));
        if signs && let Some(area) = words.iter().map(|(a, _)| *a).reduce(Area::with) {
            words = vec![(area, words.iter().map(|(_, t)| t.as_str()).collect())];
        }
        if let (Some(area), Some(line)) = (some.iter().map(|p| p.area).reduce(Area::with), Line::of(words)) {
            out.push(Piece { area, line, block: first.block, of: first.of });
        }
        rest = rest.get(long..).unwrap_or_default();
    }
    out
}

fn is_one_line(row: &[Piece]) -> bool {
    let gaps = || row.windows(2).filter_map(|p| Some(p.get(1)?.area.left - p.first()?.area.right));
    let (least, most) = (gaps().fold(f32::MAX, f32::min), gaps().fold(0.0, f32::max));
    let height = row.first().map_or(0.0, |p| p.area.height());
    let signs = row.iter().all(|p| p.line.is_sign()) && most < 4.0 * height;
    let alike = most - least < if row.len() > 3 { 0.6 } else { 0.25 };
    // Chinese has no spaces to stretch: cells that happen to stand alike are cells.
    let words = || row.iter().all(|p| p.line.words.len() < 3 && !p.line.is_chinese());
    signs || row.len() > 2 && alike && least > 0.0 && words()
}

/// The row with which prose begins: a full line in small letters, and another line right below it.
fn first_prose(rows: &[Row], width: f32) -> Option<usize> {
    let begins = |pair: &[Row]| match pair {
        [above, below] => match (above.as_slice(), below.as_slice()) {
            ([a], [b]) => {
                a.area.width() > 0.8 * width
                    && (a.area.left - b.area.left).abs() < 0.15 * width
                    && leading(&a.area, &b.area) < 3.0
                    && (a.line.words.len() > 3 || a.line.is_chinese())
                    && is_small(&a.line)
            }
            _ => false,
        },
        _ => false,
    };
    rows.windows(2).position(begins)
}

fn is_small(line: &Line) -> bool {
    let letters = || line.words.iter().flat_map(|(_, text)| text.chars());
    letters().filter(|c| c.is_uppercase()).count() * 2 < letters().filter(|c| c.is_alphabetic()).count()
}

/// Whether a line goes on with the first of two columns, a wide one of prose, of which it is the longer.
fn goes_on(columns: &[(f32, f32)], rows: usize, piece: &Piece) -> bool {
    let [first, second] = columns else { return false };
    let wide = |c: &(f32, f32)| c.1 - c.0 > 0.35 * (second.1 - first.0);
    rows >= 6 && wide(first) && piece.area.right < first.1 + 2.0
}

/// What the parts of a row cover.
fn whole_area(row: &Row) -> Option<Area> {
    row.iter().map(|p| p.area).reduce(Area::with)
}

/// How many rows from this one on keep to columns.
fn zone(rows: &[Row], letterhead: bool, usual: f32) -> usize {
    let mut columns: Vec<(f32, f32)> = Vec::new();
    let mut before: Option<Area> = None;
    let mut long = 0;
    let mut split = 0;
    for (k, row) in rows.iter().enumerate() {
        let Some(area) = whole_area(row) else { break };
        let far = if letterhead { 1.6 * usual } else { 4.5f32.max(2.5 * usual) };
        if before.is_some_and(|b| leading(&b, &area) > far) {
            break;
        }
        let Some(more) = with(&columns, row) else { break };
        columns = more;
        let over = k.checked_sub(1).and_then(|above| rows.get(above));
        let beside =
            || over.is_some_and(|r| row.iter().all(|p| r.iter().any(|a| is_staggered(&a.area, &p.area))));
        if row.len() > 1 || beside() {
            split += 1;
            long = k + 1;
        } else if let Some(piece) = row.first()
            && k == long
            && (goes_on(&columns, long, piece)
                || before.is_some_and(|b| leading(&b, &area) < 1.2 * usual.min(1.5))
                    && columns.first().is_some_and(|c| piece.area.left > c.1))
        {
            // The last cell of the last row goes on.
            long = k + 1;
        }
        before = Some(area);
    }
    if split < 2 { 0 } else { long }
}

/// Whether what stands `below` is a cell that is set in the middle of the lines of another: it begins before that ends, and
/// stands beside it.
fn is_staggered(above: &Area, below: &Area) -> bool {
    below.top < above.bottom - table::HELD * below.height()
        && (below.left > above.right || above.left > below.right)
}

/// The columns of a table with one row more, unless the row runs through what parts them.
fn with(columns: &[(f32, f32)], row: &Row) -> Option<Vec<(f32, f32)>> {
    let mut all: Vec<(f32, f32)> = columns.to_vec();
    // Two cells of a row are in two columns: what stands below an item of a list may be a table of its own.
    let column_of = |p: &Piece| columns.iter().position(|c| p.area.left < c.1 && c.0 < p.area.right);
    let twice = |pair: &[Piece]| match pair {
        [a, b] => a.of != b.of && column_of(a).is_some() && column_of(a) == column_of(b),
        _ => false,
    };
    if row.windows(2).any(twice) {
        return None;
    }
    for piece in row {
        let own = (piece.area.left, piece.area.right);
        let (over, mut rest): (Vec<_>, Vec<_>) = all.into_iter().partition(|c| own.0 < c.1 && c.0 < own.1);
        if over.len() > 1 {
            return None;
        }
        rest.push(over.iter().fold(own, |a, c| (a.0.min(c.0), a.1.max(c.1))));
        all = rest;
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    (all.len() > 1 || columns.is_empty()).then_some(all)
}

/// What rows that keep to columns are: two columns of a letterhead or of prose, a list, or a table.
fn read(rows: &[Row], above: bool, prose: bool) -> Option<Vec<Unit>> {
    let cells: Vec<Cell> = rows.iter().flatten().map(|p| Cell { area: p.area, line: &p.line }).collect();
    let columns = table::columns(&cells);
    let of = |n: usize| -> Vec<&Piece> {
        let (Some(column), next) = (columns.get(n), columns.get(n + 1)) else { return Vec::new() };
        rows.iter()
            .flatten()
            .filter(|p| p.area.left >= column.0 - 1.0 && next.is_none_or(|x| p.area.left < x.0 - 1.0))
            .collect()
    };
    let by_column: Vec<Vec<&Piece>> = (0..columns.len()).map(of).collect();
    let marks = by_column.first().filter(|c| c.iter().all(|p| p.line.is_mark()));
    // Wide blanks within the items of a list make no columns of them.
    let bullets = marks.is_some_and(|c| c.iter().all(|p| p.line.is_bullet()));
    if by_column.len() == 2 && marks.is_some() || bullets {
        return Some(vec![Unit::Block(Block::of(rows.iter().filter_map(whole).collect())?)]);
    }
    let keyed = rows
        .iter()
        .all(|r| matches!(r.as_slice(), [key, value] if !has_digit(&key.line) && has_digit(&value.line)));
    let coloned = |r: &&Row| matches!(r.as_slice(), [key, value] if key.line.ends_with(':') || value.line.begins_with(':'));
    let keyed = keyed || rows.iter().filter(coloned).count() > 1;
    let persons = |c: &Vec<&Piece>| c.iter().filter(|p| begins_person(&p.line.text())).count() > 1;
    let of_persons = by_column.iter().any(persons);
    let letterhead =
        columns.len() < MANY && !of_persons && (by_column.iter().any(|c| is_centred(c)) || prose && !keyed);
    let width = columns.last().zip(columns.first()).map_or(0.0, |(last, first)| last.1 - first.0);
    let beside_text =
        by_column.len() == 2 && !keyed && !of_persons && by_column.iter().any(|c| is_text(c, width));
    if above && letterhead || beside_text || by_column.iter().all(|c| is_prose(c)) {
        let blocks = by_column.iter().filter_map(|c| Block::of(c.iter().map(|p| p.line.clone()).collect()));
        return Some(blocks.map(Unit::Block).collect());
    }
    let area = rows.iter().flatten().map(|p| p.line.area).reduce(Area::with)?;
    Some(vec![Unit::Table(table::rows(&cells)?, area)])
}

fn has_digit(line: &Line) -> bool {
    line.words.iter().any(|(_, text)| text.chars().any(char::is_numeric))
}

/// The parts of a row as one line.
fn whole(row: &Row) -> Option<Line> {
    let mut words: Vec<_> = row.iter().flat_map(|p| p.line.words.clone()).collect();
    words.sort_by(|a, b| a.0.left.total_cmp(&b.0.left));
    Line::of(words)
}

/// A row that is in no table: what poppler had as one line is one, and so is what is only marked as an item.
fn unparted(row: &Row) -> Row {
    let mut out: Row = Vec::new();
    for piece in row {
        match out.last_mut() {
            Some(last)
                if last.of == piece.of && !is_apart(last, piece) || row.len() == 2 && last.line.is_mark() =>
            {
                let mut words = std::mem::take(&mut last.line.words);
                words.extend(piece.line.words.iter().cloned());
                words.sort_by(|a, b| a.0.left.total_cmp(&b.0.left));
                last.area = last.area.with(piece.area);
                last.block = piece.block;
                last.line = Line { area: last.line.area.with(piece.line.area), words, rows: None };
            }
            _ => out.push(piece.clone()),
        }
    }
    out
}

/// Whether two parts of a line stand at its two ends: "Ref. 12/2017", "8 May 2017".
fn is_apart(left: &Piece, right: &Piece) -> bool {
    right.area.left - left.area.right > 1.5 * left.area.height().max(right.area.height())
}

/// The lines that stand in no table, as blocks again. Where lines stand so far apart that each was a block, those that
/// follow as all others do are one.
fn paragraphs(mut loose: Vec<Piece>, usual: f32) -> Vec<(Place, Unit)> {
    loose.sort_by(|a, b| {
        (a.block, a.area.top).partial_cmp(&(b.block, b.area.top)).unwrap_or(std::cmp::Ordering::Equal)
    });
    let mut blocks: Vec<(usize, Block)> = Vec::new();
    for piece in loose {
        let area = piece.line.area;
        match blocks.last_mut() {
            Some((_, block)) if block.lines.last().is_some_and(|l| follows(&l.area, &area, usual)) => {
                block.area = block.area.with(area);
                block.lines.push(piece.line);
            }
            _ => blocks.push((piece.block, Block { area, lines: vec![piece.line] })),
        }
    }
    blocks.into_iter().map(|(first, block)| ((first, 0), Unit::Block(block))).collect()
}

fn follows(above: &Area, below: &Area, usual: f32) -> bool {
    let shared = above.right.min(below.right) - above.left.max(below.left);
    (0.5..1.2 * usual).contains(&leading(above, below)) && shared > 0.3 * above.width().min(below.width())
}

/// From the top of the page down; what stands side by side, in poppler's order.
fn ordered(mut found: Vec<(Place, Unit)>) -> Vec<Unit> {
    found.sort_by(|a, b| a.1.area().top.total_cmp(&b.1.area().top));
    let mut bands: Vec<(Area, Vec<(Place, Unit)>)> = Vec::new();
    for (first, unit) in found {
        let own = unit.area();
        match bands.last_mut() {
            Some((area, band)) if own.top < area.bottom - 0.3 * own.height().min(area.height()) => {
                *area = area.with(own);
                band.push((first, unit));
            }
            _ => bands.push((own, vec![(first, unit)])),
        }
    }
    bands
        .into_iter()
        .flat_map(|(_, mut band)| {
            band.sort_by_key(|(first, _)| *first);
            band.into_iter().map(|(_, unit)| unit)
        })
        .collect()
}

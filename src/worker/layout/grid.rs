//! Tables with drawn lines: which words stand in which cell is told by the lines and not by gaps.
//!
//! Word processors draw the lines of a table unless they are told otherwise. Lines that cross or touch make a grid; where
//! one between two cells is absent, they are one cell.

use super::line::{Line, Word};
use super::persons::begins_person;
use super::table::{self, Cell};
use super::units::Unit;
use super::{Area, Block};

/// A straight line drawn on a page, in points from the upper left corner: where it lies, and from where to where it runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::worker) struct Stroke {
    pub(in crate::worker) at: f32,
    pub(in crate::worker) from: f32,
    pub(in crate::worker) to: f32,
}

/// The lines drawn across a page and down it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in crate::worker) struct Strokes {
    pub(in crate::worker) across: Vec<Stroke>,
    pub(in crate::worker) down: Vec<Stroke>,
}

impl Strokes {
    /// As on a page of this height that is turned by a quarter, clockwise.
    pub(in crate::worker) fn quarter(self, height: f32) -> Self {
        let turned = |s: Stroke| Stroke { at: height - s.at, ..s };
        let mirrored = |s: Stroke| Stroke { from: height - s.to, to: height - s.from, ..s };
        Self {
            across: self.down.into_iter().map(mirrored).collect(),
            down: self.across.into_iter().map(turned).collect(),
        }
    }

    /// With all measures times `scale`.
    pub(in crate::worker) fn scaled(&self, scale: f32) -> Self {
        let scaled = |all: &[Stroke]| -> Vec<Stroke> {
            let scaled = |s: &Stroke| Stroke { at: s.at * scale, from: s.from * scale, to: s.to * scale };
            all.iter().map(scaled).collect()
        };
        Self { across: scaled(&self.across), down: scaled(&self.down) }
    }
}

/// The tables that drawn lines make, for pages whose words are laid out elsewhere.
pub(in crate::worker) struct Tables(Vec<Grid>);

impl Tables {
    pub(in crate::worker) fn of(strokes: &Strokes) -> Self {
        Self(grids(strokes))
    }

    /// The table, and in it the row and column of the cell, in which the middle of an area (left, top, right, bottom) lies.
    pub(in crate::worker) fn place(
        &self,
        [left, top, right, bottom]: [f32; 4],
    ) -> Option<(usize, (usize, usize))> {
        let area = Area { left, top, right, bottom };
        self.0.iter().enumerate().find_map(|(number, grid)| Some((number, grid.cell(&area)?)))
    }
}

/// A page with more lines than this is a drawing; each is compared with every other.
const MOST: usize = 4_000;
/// Lines that should meet or lie upon one another are no farther apart than this.
const NEAR: f32 = 3.5;
/// What runs no farther than this is a part of a sign.
const SHORT: f32 = 8.0;
/// A cell with more words holds text, and its grid is no table: a frame about the page or a part of it.
const TEXT: usize = 60;

/// A grid that lines make.
#[derive(Debug)]
struct Grid {
    /// The edges of its columns and rows, from the left and from the top; at least three of either.
    columns: Vec<f32>,
    rows: Vec<f32>,
    /// For each place, row by row, the row and column of the cell that it belongs to.
    cells: Vec<(usize, usize)>,
}

/// Takes what stands in tables with drawn lines out of `blocks`: of each such table remains one line with its rows. The page
/// is `mirrored` where it is written from the right.
pub(super) fn take(blocks: &mut [Block], strokes: &Strokes, mirrored: bool) {
    for grid in grids(strokes) {
        let found = grid.lines(blocks);
        let Some((rows, area)) = grid.read(&found, mirrored) else { continue };
        let mut table = Some(Line { area, words: Vec::new(), rows: Some(rows) });
        for block in blocks.iter_mut() {
            let before = block.lines.len();
            let lines = std::mem::take(&mut block.lines);
            let rest = lines.into_iter().filter_map(|line| match line.rows {
                Some(_) => Some(line),
                None => Line::of(line.words.into_iter().filter(|w| grid.cell(&w.0).is_none()).collect()),
            });
            block.lines = rest.collect();
            // The table stands where the first of its words was.
            if block.lines.len() < before && table.is_some() {
                let at = block.lines.iter().take_while(|l| l.area.top < area.top).count();
                block.lines.splice(at..at, table.take());
            }
        }
        // Each of its words shared a line with others.
        if let (Some(table), Some(first)) = (table, blocks.first_mut()) {
            first.lines.push(table);
        }
    }
}

/// Takes the tables with drawn lines out of `blocks`, each with the number of its block.
pub(super) fn drawn(blocks: &mut [Block]) -> Vec<(usize, Unit)> {
    let mut found = Vec::new();
    for (number, block) in blocks.iter_mut().enumerate() {
        for line in block.lines.extract_if(.., |line| line.rows.is_some()) {
            found.extend(line.rows.map(|rows| (number, Unit::Table(rows, line.area))));
        }
    }
    found
}

/// The grids that lines make.
fn grids(strokes: &Strokes) -> Vec<Grid> {
    if strokes.across.len() + strokes.down.len() > MOST {
        return Vec::new();
    }
    let (across, down) = (joined(&strokes.across), joined(&strokes.down));
    let reaches = |line: &Stroke, at: f32| line.from - NEAR < at && at < line.to + NEAR;
    let meets = |a: &Stroke, d: &Stroke| reaches(a, d.at) && reaches(d, a.at);
    // Which lines hang together: each has the number of the first of its own.
    let mut of_across: Vec<usize> = (0..across.len()).collect();
    let mut of_down: Vec<Option<usize>> = vec![None; down.len()];
    for (d, own) in down.iter().zip(&mut of_down) {
        let met: Vec<usize> =
            across.iter().zip(&of_across).filter(|(a, _)| meets(a, d)).map(|(_, n)| *n).collect();
        let Some(first) = met.iter().min() else { continue };
        of_across.iter_mut().filter(|n| met.contains(n)).for_each(|n| *n = *first);
        *own = Some(*first);
    }
    // A line that was met before others made it one with an earlier one.
    let settled = |n: usize| of_across.get(n).copied().unwrap_or(n);
    let mut all: Vec<usize> = of_across.clone();
    all.sort_unstable();
    all.dedup();
    all.into_iter()
        .filter_map(|n| {
            let across: Vec<Stroke> =
                across.iter().zip(&of_across).filter(|(_, own)| **own == n).map(|(a, _)| *a).collect();
            let down = down.iter().zip(&of_down).filter(|(_, own)| own.map(settled) == Some(n));
            Grid::of(&across, &down.map(|(d, _)| *d).collect::<Vec<_>>())
        })
        .collect()
}

/// Lines with those made one that go on one another: a border is drawn cell by cell.
fn joined(strokes: &[Stroke]) -> Vec<Stroke> {
    let mut sorted: Vec<Stroke> = strokes.to_vec();
    sorted.sort_by(|a, b| a.from.total_cmp(&b.from));
    let mut all: Vec<Stroke> = Vec::new();
    for stroke in sorted {
        let goes_on = |have: &&mut Stroke| (have.at - stroke.at).abs() < 1.5 && stroke.from < have.to + NEAR;
        match all.iter_mut().find(goes_on) {
            Some(have) => have.to = have.to.max(stroke.to),
            None => all.push(stroke),
        }
    }
    all.retain(|s| s.to - s.from > SHORT);
    all
}

/// The places where lines lie, and the ends of those that cross them where they go farther.
fn edges(lines: &[Stroke], crossing: &[Stroke]) -> Vec<f32> {
    let ends = crossing.iter().flat_map(|s| [s.from, s.to]);
    let (least, most) = ends.fold((f32::MAX, f32::MIN), |(l, m), e| (l.min(e), m.max(e)));
    let mut all: Vec<f32> = lines.iter().map(|s| s.at).collect();
    all.sort_by(f32::total_cmp);
    if all.first().is_some_and(|first| least < first - SHORT) {
        all.insert(0, least);
    }
    if all.last().is_some_and(|last| most > last + SHORT) {
        all.push(most);
    }
    all.dedup_by(|b, a| (*b - *a).abs() < NEAR);
    all
}

impl Grid {
    fn of(across: &[Stroke], down: &[Stroke]) -> Option<Self> {
        let (columns, rows) = (edges(down, across), edges(across, down));
        if columns.len() < 3 || rows.len() < 3 {
            return None;
        }
        let parted = |lines: &[Stroke], edge: f32, at: f32| {
            lines.iter().any(|s| (s.at - edge).abs() < NEAR && s.from < at && at < s.to)
        };
        let wide = columns.len() - 1;
        let mut cells: Vec<(usize, usize)> = Vec::new();
        for (row, height) in rows.windows(2).enumerate() {
            for (column, width) in columns.windows(2).enumerate() {
                let &[left, right] = width else { continue };
                let &[top, bottom] = height else { continue };
                let before = column.checked_sub(1).and_then(|_| cells.last().copied());
                let above = row.checked_sub(1).and_then(|r| cells.get(r * wide + column).copied());
                // What is open at its left and goes down as its neighbour does is one with that, else with what is above.
                let own = before
                    .filter(|_| !parted(down, left, f32::midpoint(top, bottom)))
                    .or_else(|| above.filter(|_| !parted(across, top, f32::midpoint(left, right))));
                cells.push(own.unwrap_or((row, column)));
            }
        }
        Some(Self { columns, rows, cells })
    }

    /// The row and column of the cell in which the middle of `area` lies.
    fn cell(&self, area: &Area) -> Option<(usize, usize)> {
        let within = |edges: &[f32], at: f32| {
            edges.windows(2).position(|pair| matches!(pair, [from, to] if *from <= at && at < *to))
        };
        let row = within(&self.rows, area.middle())?;
        let column = within(&self.columns, f32::midpoint(area.left, area.right))?;
        self.cells.get(row * (self.columns.len() - 1) + column).copied()
    }

    /// The lines in the cells of this grid, those of each cell apart.
    fn lines(&self, blocks: &[Block]) -> Vec<((usize, usize), Line)> {
        let mut found: Vec<((usize, usize), Line)> = Vec::new();
        for line in blocks.iter().flat_map(|b| &b.lines) {
            let mut parts: Vec<((usize, usize), Vec<Word>)> = Vec::new();
            for word in &line.words {
                let Some(cell) = self.cell(&word.0) else { continue };
                match parts.iter_mut().find(|(own, _)| *own == cell) {
                    Some((_, words)) => words.push(word.clone()),
                    None => parts.push((cell, vec![word.clone()])),
                }
            }
            found.extend(parts.into_iter().filter_map(|(cell, words)| Some((cell, Line::of(words)?))));
        }
        found.sort_by(|a, b| {
            (a.1.area.top, a.1.area.left)
                .partial_cmp(&(b.1.area.top, b.1.area.left))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        found
    }

    /// The rows of the table that this grid is, and what it covers; `None` where it is a frame.
    fn read(&self, found: &[((usize, usize), Line)], mirrored: bool) -> Option<(Vec<Vec<String>>, Area)> {
        let words = |cell: (usize, usize)| -> usize {
            found.iter().filter(|(own, _)| *own == cell).map(|(_, line)| line.words.len()).sum()
        };
        if found.iter().any(|(cell, _)| words(*cell) > TEXT) {
            return None;
        }
        let last = self.columns.len() - 2;
        let mut columns: Vec<(f32, f32)> =
            self.columns.windows(2).filter_map(|p| Some((*p.first()?, *p.get(1)?))).collect();
        if mirrored {
            columns = columns.iter().rev().map(|(left, right)| (-right, -left)).collect();
        }
        let own = |column: usize| if mirrored { last - column.min(last) } else { column };
        let cells: Vec<((usize, usize), Cell)> = found
            .iter()
            .map(|(cell, line)| {
                let area = if mirrored { line.area.mirrored() } else { line.area };
                (*cell, Cell { area, line })
            })
            .collect();
        let column_of = |cell: &Cell| self.cell(&cell.line.area).map_or(0, |(_, column)| own(column));
        let mut rows: Vec<Vec<&Cell>> = Vec::new();
        for row in 0..self.rows.len() - 1 {
            let line: Vec<&Cell> = cells.iter().filter(|((r, _), _)| *r == row).map(|(_, c)| c).collect();
            if !line.is_empty() {
                rows.extend(parted(line, &column_of));
            }
        }
        let filled = |row: &&Vec<&Cell>| {
            let first = row.first().map(|c| column_of(c));
            row.iter().any(|c| Some(column_of(c)) != first)
        };
        if rows.len() < 2 || rows.iter().filter(filled).count() < 2 {
            return None;
        }
        let area = found.iter().map(|(_, line)| line.area).reduce(Area::with)?;
        Some((rows.iter().map(|row| table::cells(row, &columns, &column_of)).collect(), area))
    }
}

/// A row between two drawn lines as those that it holds: no line is drawn between them, but each names a person, or each
/// column has a line in each.
fn parted<'a>(row: Vec<&'a Cell<'a>>, column_of: &dyn Fn(&Cell) -> usize) -> Vec<Vec<&'a Cell<'a>>> {
    let mut columns: Vec<usize> = row.iter().map(|c| column_of(c)).collect();
    columns.sort_unstable();
    columns.dedup();
    let of = |column: usize| row.iter().copied().filter(move |c| column_of(c) == column);
    let tops = |column: usize| -> Vec<f32> {
        of(column).filter(|c| begins_person(&c.line.text())).map(|c| c.area.top).collect()
    };
    let persons = columns.iter().map(|c| tops(*c)).max_by_key(Vec::len).filter(|tops| tops.len() > 1);
    let level = || {
        let first: Vec<f32> = of(*columns.first()?).map(|c| c.area.top).collect();
        let alike = |column: &usize| {
            of(*column).count() == first.len()
                && of(*column).zip(&first).all(|(c, top)| (c.area.top - top).abs() < 0.5 * c.area.height())
        };
        (first.len() > 2 && columns.len() > 1 && columns.iter().all(alike)).then_some(first)
    };
    let Some(tops) = persons.or_else(level) else { return vec![row] };
    let mut rows: Vec<Vec<&Cell>> = vec![Vec::new(); tops.len()];
    for cell in row {
        let number = tops.partition_point(|top| *top < cell.area.middle()).saturating_sub(1);
        if let Some(own) = rows.get_mut(number) {
            own.push(cell);
        }
    }
    rows
}

//! Tables that give each person a column: "Name | A | B" over "Post | C | D".

use std::ops::Range;

use super::labels::{Label, label};
use super::table::cells;
use super::{Block, Entry};

/// A row with its labels takes so many columns at least: one for what is asked, and two persons.
const LEAST: usize = 3;
/// Persons in one table at most.
const MOST: usize = 12;

/// Such a table, with the bytes of its rows.
pub(super) struct Transposed {
    pub(super) range: Range<usize>,
    pub(super) entries: Vec<Entry>,
}

struct Row<'t> {
    start: usize,
    end: usize,
    cells: Vec<(usize, &'t str)>,
}

impl Row<'_> {
    fn asks(&self) -> Option<Label> {
        self.cells.first().and_then(|(_, cell)| label(cell))
    }

    /// What is asked stands in the first cell alone.
    fn is_of_one_label(&self) -> bool {
        self.cells.iter().skip(1).all(|(_, cell)| label(cell).is_none())
    }
}

/// Every table of `text` that gives each person a column.
pub(super) fn find(text: &str, skip: &dyn Fn(usize) -> usize) -> Vec<Transposed> {
    if !text.contains('|') {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut at = 0;
    for line in text.split(['\n', '\u{c}']) {
        let row = Row { start: at, end: at + line.len(), cells: cells(line) };
        at += line.len() + 1;
        let many = line.contains('|') && (LEAST..=MOST + 1).contains(&row.cells.len());
        // Of heads above the columns the first cell is blank.
        let alike = rows.last().is_none_or(|last| last.cells.len() == row.cells.len() || rows.len() == 1);
        if !(many && alike) {
            found.extend(table(text, &rows, skip));
            rows.clear();
        }
        if line.contains('|') {
            rows.push(row);
        }
    }
    found.extend(table(text, &rows, skip));
    found
}

fn table(text: &str, rows: &[Row], skip: &dyn Fn(usize) -> usize) -> Option<Transposed> {
    let width = rows.last()?.cells.len();
    // Above the columns may stand "Expert 1 | Expert 2", and what is told of the meetings.
    let heads = rows.iter().take_while(|row| row.cells.len() != width || row.asks().is_none()).count();
    let body = rows.get(heads..)?;
    let asked: Vec<Option<Label>> = body.iter().map(Row::asks).collect();
    let named = |l: &Label| matches!(l, Label::Name | Label::Family | Label::Given);
    let known = asked.iter().flatten().count();
    if width < LEAST
        || known < 2
        || !asked.iter().flatten().any(named)
        || !body.iter().all(Row::is_of_one_label)
    {
        return None;
    }
    let person = |column: usize| {
        let mut block = Block::default();
        let mut first = None;
        for (row, asks) in body.iter().zip(&asked) {
            let (Some((offset, cell)), Some(asks)) = (row.cells.get(column), asks) else { continue };
            let lead = cell.len() - cell.trim_start().len();
            block.add(*asks, cell.trim(), row.start + offset + lead, skip, text);
            first = first.or((!block.parts.is_empty()).then_some(block.end));
        }
        // What stands between the parts of a name is of others.
        block.take().map(|entry| Entry { end: first.unwrap_or(entry.end), ..entry })
    };
    let entries: Vec<Entry> = (1..width).filter_map(person).collect();
    let range = rows.first()?.start..rows.last()?.end + 1;
    (entries.len() + 1 == width).then_some(Transposed { range, entries })
}

//! Tables with drawn lines on pages in Arabic and Chinese: which words stand in which cell.

use std::collections::BTreeMap;

use super::script::Script;
use super::tesseract::Word;
use crate::worker::layout::{Strokes, Tables};

/// A cell with more letters holds text: its lines are a frame.
const LETTERS: usize = 240;

/// The row and column of a cell.
type Place = (usize, usize);
/// The words of a cell, line by line.
type Lines = Vec<Vec<Word>>;

/// A table, and the words that stand in it.
pub(super) struct Table {
    /// The place of its first line among the page's.
    pub first: usize,
    /// The words of each cell by row, from where the script begins, line by line.
    pub rows: Vec<Vec<Lines>>,
}

/// Takes the words of tables out of `lines`; `scale` tells how many points a pixel of the page is.
pub(super) fn take(lines: &mut [Vec<Word>], script: Script, strokes: &Strokes, scale: f32) -> Vec<Table> {
    let grids = Tables::of(&strokes.scaled(scale));
    let area = |word: &Word| {
        let [left, top, width, height] = word.place.map(|side| side as f32 * scale);
        [left, top, left + width, top + height]
    };
    // By table, row and column: the lines of each cell.
    let mut found: BTreeMap<usize, BTreeMap<Place, Lines>> = BTreeMap::new();
    let mut firsts: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, line) in lines.iter().enumerate() {
        let mut cells: Vec<((usize, Place), Vec<Word>)> = Vec::new();
        for word in line {
            let Some(cell) = grids.place(area(word)) else { continue };
            match cells.iter_mut().find(|(own, _)| *own == cell) {
                Some((_, words)) => words.push(word.clone()),
                None => cells.push((cell, vec![word.clone()])),
            }
        }
        for ((table, cell), words) in cells {
            firsts.entry(table).or_insert(number);
            found.entry(table).or_default().entry(cell).or_default().push(words);
        }
    }
    let mut tables: Vec<(usize, Table)> = Vec::new();
    for (number, cells) in found {
        let letters = |cell: &Lines| cell.iter().flatten().map(|w| w.text.chars().count()).sum::<usize>();
        let rows: Vec<usize> = cells.keys().map(|(row, _)| *row).collect();
        let filled = |row: usize| rows.iter().filter(|r| **r == row).count() > 1;
        let mut several: Vec<usize> = rows.iter().copied().filter(|row| filled(*row)).collect();
        several.dedup();
        if several.len() < 2 || cells.values().any(|cell| letters(cell) > LETTERS) {
            continue;
        }
        let last = cells.keys().map(|(_, column)| *column).max().unwrap_or(0);
        let mut all: BTreeMap<usize, Vec<Lines>> = BTreeMap::new();
        for ((row, column), words) in cells {
            let row = all.entry(row).or_insert_with(|| vec![Vec::new(); last + 1]);
            let column = if script == Script::Arabic { last - column } else { column };
            row.get_mut(column).into_iter().for_each(|cell| cell.clone_from(&words));
        }
        let first = firsts.get(&number).copied().unwrap_or_default();
        tables.push((number, Table { first, rows: all.into_values().collect() }));
    }
    let taken: Vec<usize> = tables.iter().map(|(number, _)| *number).collect();
    for line in lines.iter_mut() {
        line.retain(|word| !grids.place(area(word)).is_some_and(|(table, _)| taken.contains(&table)));
    }
    tables.into_iter().map(|(_, table)| table).collect()
}

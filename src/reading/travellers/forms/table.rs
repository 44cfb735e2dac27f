//! Rows and columns: what each asks for, and rows that go on below.

use super::{Entry, Label};
use crate::reading::travellers::names;

/// The heads of a table: what each column asks for, and at which character it begins.
#[derive(Default)]
pub(super) struct Columns {
    pub asks: Vec<(Label, usize)>,
    /// Parted by bars, so that the number of a cell tells its column.
    pub barred: bool,
    /// A row has been read.
    pub begun: bool,
}

impl Columns {
    /// "| Mr Josefa | Manager Policy, Department |" over "| Naulivou | of Immigration |": whether a row between bars holds the
    /// rest of the one above, which then has it.
    pub(super) fn goes_on(&self, cells: &[(usize, &str)], start: usize, last: Option<&mut Entry>) -> bool {
        // Of a table without a bar before its first column the blank that begins the row is no cell.
        let missing = self.asks.len().saturating_sub(cells.len());
        let shifted = missing == 1
            && cells
                .first()
                .zip(self.asks.get(1))
                .is_some_and(|((offset, _), (_, at))| offset.abs_diff(*at) <= 2);
        let Some(last) = last.filter(|_| self.barred && self.begun && (missing == 0 || shifted)) else {
            return false;
        };
        let of = |wanted: Label| {
            let at = self.asks.iter().position(|(label, _)| *label == wanted)?;
            let at = at.checked_sub(missing)?;
            cells.get(at).map(|(offset, cell)| (*offset, cell.trim()))
        };
        let Some((offset, name)) = of(Label::Name) else { return false };
        let post = of(Label::Function).map(|(_, post)| post).unwrap_or_default();
        let rule = |cell: &str| cell.chars().all(|c| matches!(c, '-' | '=' | ':' | '+' | ' '));
        if cells.iter().all(|(_, cell)| rule(cell))
            || !post.is_empty() && !post.starts_with(char::is_lowercase) && !name.is_empty()
        {
            return false;
        }
        // One word that is no whole name.
        if !name.is_empty() {
            if name.contains(' ') || !name.starts_with(char::is_uppercase) || names::is_office(name) {
                return false;
            }
            last.name = format!("{} {name}", last.name);
            last.end = start
                + offset
                + cells.iter().find(|(at, _)| *at == offset).map_or(0, |(_, c)| c.trim_end().len());
        }
        if let Some(function) = last.function.as_mut().filter(|_| !post.is_empty()) {
            function.push(' ');
            function.push_str(post);
        }
        true
    }

    /// The column of cell `k` of `count`, which begins at character `at`.
    pub(super) fn of(&self, k: usize, count: usize, at: usize) -> Option<Label> {
        if self.barred || count == self.asks.len() {
            return self.asks.get(k).map(|(label, _)| *label);
        }
        let near = self.asks.iter().min_by_key(|(_, column)| column.abs_diff(at));
        near.map(|(label, _)| *label)
    }
}

/// Whether a line holds only the ends of cells of the row above, under their columns; they are added to it.
pub(super) fn wrapped(line: &str, columns: &Columns, last: Option<&mut Entry>) -> bool {
    let Some(last) = last.filter(|_| columns.asks.len() >= 2 && !columns.barred) else { return false };
    let indent = line.chars().take_while(|c| c.is_whitespace()).count();
    let first = columns.asks.get(1).map_or(usize::MAX, |(_, at)| *at);
    if indent + 3 < first {
        return false;
    }
    for (offset, cell) in cells(line) {
        let at = line.get(..offset).map_or(0, |t| t.chars().count());
        if columns.of(usize::MAX, 0, at) == Some(Label::Function)
            && let Some(function) = last.function.as_mut()
        {
            function.push(' ');
            function.push_str(&cell.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    true
}

/// The cells of a row, with their places: parted by bars, tabs or runs of spaces.
pub(in crate::reading::travellers) fn cells(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    // "01 ; M. AGBEKO Kossi ; Secrétaire général ; budget national".
    let bar = if line.contains('|') { '|' } else { ';' };
    let bars = bar == '|' || line.matches(" ; ").count() >= 2;
    let mut rest = 0;
    let mut push = |from: usize, to: usize| {
        // A blank cell between bars keeps its place; before the first and behind the last bar there is none, but that of a
        // corner without a border (" | Name | Post").
        let corner = line.starts_with(" |") && !line.trim_end().ends_with('|');
        let inner = bars && (from > 0 || corner) && to < line.len();
        if let Some(cell) = line.get(from..to).filter(|c| inner || !c.trim().is_empty()) {
            found.push((from, cell));
        }
    };
    let mut spaces = 0;
    // "姓    名：罗春燕": the characters of a label are set apart to fill its column.
    let spread = |at: usize, c: char| {
        let han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}');
        let sign = line.get(at + c.len_utf8()..).is_some_and(|t| t.starts_with(['：', ':', ' ']));
        let first = line.get(..at).unwrap_or_default().trim();
        han(c)
            && sign
            && first.chars().all(|c| han(c) || c == ' ')
            && first.rsplit(' ').next().is_some_and(|w| w.chars().count() == 1)
            && line.get(at..).unwrap_or_default().find(['：', ':']).is_some_and(|colon| colon <= 24)
    };
    for (at, c) in line.char_indices() {
        if if bars { c == bar } else { c == '\t' } {
            push(rest, at);
            rest = at + 1;
        } else if !bars && c == ' ' {
            spaces += 1;
        } else {
            if spaces >= 2 && !spread(at, c) {
                push(rest, at);
                rest = at;
            }
            spaces = 0;
        }
    }
    push(rest, line.len());
    found
}

/// Whether a cell holds the number of its line alone.
pub(super) fn is_count(cell: &str) -> bool {
    let bare = cell.trim().trim_end_matches(['.', ')']);
    (1..=2).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
}

//! Rows of a table that no gap parts: each cell has several lines, set as close as the rows are.
//!
//! What tells them is a person in each: lines of one column that begin with a title or a number. And where all cells of a
//! row begin at its top, a cell that has lines again after a line without any has begun a new row.

use super::Area;
use super::table::{Cell, has_room, is_count};

/// Titles of persons without a full stop.
const TITLES: [&str; 20] = [
    "Mr",
    "Mrs",
    "Ms",
    "Miss",
    "Mme",
    "Mlle",
    "Dr",
    "Sr",
    "Sra",
    "Srta",
    "Madame",
    "Monsieur",
    "Señor",
    "Señora",
    "Г-н",
    "Г-жа",
    "السيد",
    "السيدة",
    "د.",
    "الدكتور",
];
/// Letters of the longest title that is shortened with a full stop: "Embaj.".
const SHORTENED: usize = 6;

/// A row as those that it holds, from the top.
pub(super) fn apart<'a>(
    row: Vec<&'a Cell<'a>>,
    columns: usize,
    column_of: &dyn Fn(&Cell) -> usize,
) -> Vec<Vec<&'a Cell<'a>>> {
    let rows = by_persons(&row, columns, column_of).or_else(|| by_tops(&row, columns, column_of));
    rows.filter(|rows| rows.iter().all(|row| filled(row, column_of) > 1)).unwrap_or_else(|| vec![row])
}

/// How many columns have something in `row`.
fn filled(row: &[&Cell], column_of: &dyn Fn(&Cell) -> usize) -> usize {
    let mut columns: Vec<usize> = row.iter().map(|cell| column_of(cell)).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.len()
}

fn by_persons<'a>(
    row: &[&'a Cell<'a>],
    columns: usize,
    column_of: &dyn Fn(&Cell) -> usize,
) -> Option<Vec<Vec<&'a Cell<'a>>>> {
    let persons = |column: usize| -> Vec<&'a Cell<'a>> {
        row.iter().copied().filter(|c| column_of(c) == column && begins_person(&c.line.text())).collect()
    };
    let persons = (0..columns).map(persons).max_by_key(Vec::len).filter(|persons| persons.len() > 1)?;
    let first = persons.first()?;
    let above: Vec<&'a Cell<'a>> = row.iter().copied().filter(|c| c.area.middle() < first.area.top).collect();
    let headed = !above.is_empty() && filled(&above, column_of) == filled(row, column_of);
    // Cells of one line are set in the middle of a row where others begin above them.
    let centred = !above.is_empty() && !headed;
    let number = |cell: &Cell| {
        let middle = cell.area.middle();
        if centred {
            let far = |p: &&Cell| (p.area.middle() - middle).abs();
            let nearest = persons.iter().enumerate().min_by(|(_, a), (_, b)| far(a).total_cmp(&far(b)));
            nearest.map_or(0, |(at, _)| at + 1)
        } else {
            persons.partition_point(|p| p.area.top < middle)
        }
    };
    let mut rows: Vec<Vec<&'a Cell<'a>>> = vec![Vec::new(); persons.len() + 1];
    for cell in row {
        if let Some(own) = rows.get_mut(number(cell)) {
            own.push(cell);
        }
    }
    rows.retain(|row| !row.is_empty());
    Some(rows)
}

/// Whether a line begins with a person's title, "Mgs. Wilson Rolando", and the name goes on behind it.
pub(in crate::worker) fn begins_person(text: &str) -> bool {
    let Some((title, name)) = text.trim_start().split_once(' ') else { return false };
    let shortened = title.strip_suffix('.').is_some_and(|bare| {
        bare.starts_with(char::is_uppercase)
            && bare.chars().count() <= SHORTENED
            && bare.chars().all(|c| c.is_alphabetic() || c == '.')
    });
    let named =
        name.starts_with(|c: char| c.is_uppercase() || c == '(' || c.is_alphabetic() && !c.is_lowercase());
    named && (shortened || TITLES.contains(&title))
}

/// Which of the `bands` of a table that names persons go on with the one above them, since what they begin with had no room
/// there: in the column of the names, and in most of all; where there is only one person, in all.
pub(super) fn wraps(
    bands: &[(Area, Vec<&Cell>)],
    columns: &[(f32, f32)],
    column_of: &dyn Fn(&Cell) -> usize,
) -> Vec<usize> {
    let persons = |column: usize| {
        let lines = bands.iter().flat_map(|(_, band)| band);
        lines.filter(|c| column_of(c) == column && begins_person(&c.line.text())).count()
    };
    let Some(names) = (0..columns.len()).max_by_key(|column| persons(*column)).filter(|c| persons(*c) > 0)
    else {
        return Vec::new();
    };
    let several = persons(names) > 1;
    let had_no_room = |above: &[&Cell], cell: &Cell| {
        let column = column_of(cell);
        let over = above.iter().rfind(|c| column_of(c) == column)?;
        Some(!has_room(columns, column, over, cell))
    };
    let goes_on = |(above, band): (&[&Cell], &[&Cell])| {
        let full = band.iter().filter(|c| had_no_room(above, c) == Some(true));
        let full: Vec<usize> = full.map(|c| column_of(c)).collect();
        let begins = band.iter().any(|c| column_of(c) == names && begins_person(&c.line.text()));
        let least = if several { band.len() / 2 + 1 } else { band.len().max(2) };
        full.contains(&names) && full.len() >= least && !begins
    };
    let pairs = bands.windows(2).enumerate();
    pairs
        .filter_map(|(k, pair)| match pair {
            [(_, above), (_, band)] => goes_on((above, band)).then_some(k + 1),
            _ => None,
        })
        .collect()
}

fn by_tops<'a>(
    row: &[&'a Cell<'a>],
    columns: usize,
    column_of: &dyn Fn(&Cell) -> usize,
) -> Option<Vec<Vec<&'a Cell<'a>>>> {
    let mut lines: Vec<Vec<&'a Cell<'a>>> = Vec::new();
    // "2." set in the middle of a name of two lines is on neither.
    let (counts, mut sorted): (Vec<&'a Cell<'a>>, Vec<&'a Cell<'a>>) =
        row.iter().copied().partition(|c| is_count(&c.line.text()));
    sorted.sort_by(|a, b| a.area.middle().total_cmp(&b.area.middle()));
    for cell in sorted {
        match lines.last_mut() {
            Some(line) if line.first().is_some_and(|c| c.area.shares_height(&cell.area)) => line.push(cell),
            _ => lines.push(vec![cell]),
        }
    }
    let has = |line: &[&Cell], column: usize| line.iter().any(|c| column_of(c) == column);
    let all = |line: &[&Cell]| (0..columns).all(|column| has(line, column));
    if !lines.first().is_some_and(|first| all(first)) {
        return None;
    }
    let mut rows: Vec<Vec<&'a Cell<'a>>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for line in lines {
        let again = line.iter().any(|c| !open.contains(&column_of(c)));
        if rows.is_empty() || again && all(&line) {
            open = (0..columns).collect();
            rows.push(Vec::new());
        } else if again {
            // A cell that begins below the others of its row: nothing is known of where they begin.
            return None;
        }
        open.retain(|column| has(&line, *column));
        if let Some(row) = rows.last_mut() {
            row.extend(line);
        }
    }
    for count in counts {
        let begins = |row: &&mut Vec<&Cell>| row.first().is_some_and(|c| c.area.top < count.area.middle());
        if let Some(own) = rows.iter_mut().rev().find(begins) {
            own.push(count);
        }
    }
    (rows.len() > 1).then_some(rows)
}

//! Lines of a page that stand as a table → its rows of cells.

use super::Area;
use super::line::Line;
use super::persons::{self, begins_person};
use super::writer::{is_han, joins};

/// A cell set in the middle of two lines holds them together where it shares so much of its height with either.
pub(super) const HELD: f32 = 0.2;
/// The space between two words, and that which a cell leaves at its edges, in heights of a line.
const ROOM: f32 = 0.9;

/// What stands in a cell, or a line of it; its place is as if the page were written from the left.
pub(super) struct Cell<'a> {
    pub(super) area: Area,
    pub(super) line: &'a Line,
}

/// The rows of a table, if these lines are one: at least two columns, and two rows with more than one cell.
pub(super) fn rows(lines: &[Cell]) -> Option<Vec<Vec<String>>> {
    let columns = columns(lines);
    if columns.len() < 2 {
        return None;
    }
    let mut sorted: Vec<&Cell> = lines.iter().collect();
    sorted.sort_by(|a, b| a.area.top.total_cmp(&b.area.top));
    // What overlaps in height is one row.
    let mut bands: Vec<(Area, Vec<&Cell>)> = Vec::new();
    for line in sorted {
        match bands.last_mut() {
            Some((area, band)) if line.area.top < area.bottom - HELD * line.area.height() => {
                *area = area.with(line.area);
                band.push(line);
            }
            _ => bands.push((line.area, vec![line])),
        }
    }
    let gaps: Vec<f32> =
        bands.windows(2).filter_map(|p| Some(p.get(1)?.0.top - p.first()?.0.bottom)).collect();
    let height = bands.iter().map(|(a, _)| a.height()).fold(f32::MAX, f32::min);
    let inner = inner(&gaps, height);
    let column_of = |line: &Cell| columns.iter().rposition(|c| line.area.left >= c.0 - 1.0).unwrap_or(0);
    let filled_columns: Vec<usize> = bands
        .iter()
        .map(|(_, band)| {
            let mut cells: Vec<usize> = band.iter().map(|l| column_of(l)).collect();
            cells.sort_unstable();
            cells.dedup();
            cells.len()
        })
        .collect();
    let goes_on = |band: &[&Cell]| band.iter().all(|l| column_of(l) > 0);
    // What lines that surely go on a cell leave above them: most columns have nothing there, and not the first.
    let few = |n: usize| filled_columns.get(n).is_some_and(|c| 2 * c <= columns.len());
    let sure = bands.iter().zip(&gaps).enumerate().filter_map(|(k, (_, gap))| {
        let (_, band) = bands.get(k + 1)?;
        (goes_on(band) && few(k + 1)).then_some(*gap)
    });
    let leads: Vec<f32> = sure.collect();
    let wraps = persons::wraps(&bands, &columns, &column_of);
    let mut rows: Vec<Vec<&Cell>> = Vec::new();
    let mut filled = 0;
    for (k, (_, band)) in bands.into_iter().enumerate() {
        // Two lines that both fill every column are rows, unless they stand as close as lines do, or as others that go on a
        // cell: two forms, one below the other, have rows nearer to one another than the forms are.
        let leads = |g: f32| leads.iter().any(|lead| (g - lead).abs() < 0.15 * height);
        let full = |n: usize| filled_columns.get(n).is_some_and(|c| *c == columns.len());
        let close =
            |g: f32| g < inner && (g < 0.3 * height || leads(g) || k > 0 && !(full(k - 1) && full(k)));
        let near = k > 0 && gaps.get(k - 1).is_some_and(|g| close(*g));
        // A line of which the first column has nothing goes on with the row above, unless it stands nearer to what
        // follows: the first cell is set in the middle of its row.
        let nearer = !near && gaps.get(k).is_some_and(|g| *g < inner);
        let follows = k > 0 && !nearer && goes_on(&band) || wraps.contains(&k);
        filled += usize::from(filled_columns.get(k).is_some_and(|c| *c > 1));
        match rows.last_mut() {
            Some(row) if near || follows => row.extend(band),
            _ => rows.push(band),
        }
    }
    let rows: Vec<Vec<&Cell>> =
        rows.into_iter().flat_map(|row| persons::apart(row, columns.len(), &column_of)).collect();
    (filled >= 2 && (rows.len() >= 2 || !wraps.is_empty()))
        .then(|| rows.iter().map(|row| cells(row, &columns, &column_of)).collect())
}

/// The gap below which two lines are of one row: between what lines of a cell leave and what rows leave. What is much
/// wider than a row's is between two tables.
fn inner(gaps: &[f32], height: f32) -> f32 {
    let least = gaps.iter().copied().fold(f32::MAX, f32::min);
    let rows = gaps.iter().copied().filter(|g| *g < least + 1.6 * height);
    let most = rows.fold(f32::MIN, f32::max);
    if most > 1.4 * least.max(0.5) { (least + most) / 2.0 } else { f32::MIN }
}

/// The spans of x that lines cover, from the left.
pub(super) fn columns(lines: &[Cell]) -> Vec<(f32, f32)> {
    let mut spans: Vec<(f32, f32)> = lines.iter().map(|l| (l.area.left, l.area.right)).collect();
    spans.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut columns: Vec<(f32, f32)> = Vec::new();
    for span in spans {
        match columns.last_mut() {
            Some(last) if span.0 < last.1 => last.1 = last.1.max(span.1),
            _ => columns.push(span),
        }
    }
    columns
}

/// Whether what a line begins with could have stood at the end of the one `above` it in its column: somebody ended that.
pub(super) fn has_room(columns: &[(f32, f32)], column: usize, above: &Cell, line: &Cell) -> bool {
    let Some(own) = columns.get(column) else { return false };
    let end = columns.get(column + 1).map_or(own.1, |next| next.0);
    // On a mirrored page the words stand where they were seen: a line begins with the last of them.
    let mirrored = line.area.left != line.line.area.left;
    let first = if mirrored { line.line.words.last() } else { line.line.words.first() };
    first.is_some_and(|(word, _)| above.area.right + ROOM * word.height() + word.width() < end)
}

/// Whether a line of a cell is a phrase of its own, "Embassy of Kenya in Paris": it begins with a capital, and has words in
/// small letters.
fn is_phrase(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|first| first.starts_with(char::is_uppercase))
        && words.any(|word| word.starts_with(char::is_lowercase))
}

/// Whether a title and a whole name end before a line that begins anew. One word alone may be the end of the name.
fn is_named(text: &str, line: &str) -> bool {
    let several = text.split_whitespace().count() >= 3 && line.split_whitespace().count() >= 2;
    several && line.starts_with(char::is_uppercase)
}

/// A row as its cells, each with its lines joined.
pub(super) fn cells(
    row: &[&Cell],
    columns: &[(f32, f32)],
    column_of: &dyn Fn(&Cell) -> usize,
) -> Vec<String> {
    let mut cells: Vec<Vec<(&Cell, String)>> = vec![Vec::new(); columns.len()];
    for line in row {
        if let Some(cell) = cells.get_mut(column_of(line)) {
            cell.push((line, line.line.text()));
        }
    }
    let cells = cells.into_iter().enumerate().map(|(column, mut lines)| {
        // "1." set in the middle of a name of two lines counts the row.
        if column == 0 {
            lines.sort_by_key(|(_, text)| !is_count(text));
        }
        let mut before: Option<&Cell> = None;
        lines.into_iter().fold(String::new(), |mut text, (cell, line)| {
            let ended = before.is_some_and(|above| has_room(columns, column, above, cell));
            if !text.is_empty() && !joins(&mut text, &line) {
                // "Mr. Awal Chowdhury", and below it "Deputy Secretary", and "Ministry of Labour".
                let named = begins_person(&text) && !text.contains(',');
                let apart = if named { is_named(&text, &line) } else { is_phrase(&line) };
                if ended && apart && text.ends_with(char::is_alphabetic) {
                    text.push(',');
                }
                // In Chinese no blank parts words.
                if !(text.ends_with(|c: char| is_han(c) || c.is_ascii_digit()) && line.starts_with(is_han)) {
                    text.push(' ');
                }
            }
            before = Some(cell);
            text + &line
        })
    });
    // "NOM" beside ": ABAKAR": the sign belongs to the label.
    cells.fold(Vec::new(), |mut row: Vec<String>, cell| {
        match row.last_mut() {
            Some(label) if cell.starts_with(':') && !label.is_empty() => {
                label.push(' ');
                label.push_str(&cell);
            }
            _ => row.push(cell),
        }
        row
    })
}

pub(super) fn is_count(text: &str) -> bool {
    let digits = text.trim_end_matches(['.', ')', ' ']);
    !digits.is_empty() && digits.len() <= 3 && digits.chars().all(|c| c.is_ascii_digit())
}

//! Tables of word processors as text.
//!
//! Offices use them for two things. A table of data is read row by row, each on a line with bars between its cells. One
//! that only places words on the page (a letterhead beside its number and date) is read cell by cell, as paragraphs.

use super::layout::begins_person;

/// The gap between two cells of a row.
const BAR: &str = " | ";
/// A paragraph with more characters than this is prose, and no cell of a row.
const PROSE: usize = 600;

/// A table while it is read: rows of cells of paragraphs.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<Vec<Vec<String>>>,
}

impl Table {
    /// A row begins.
    pub fn begin_row(&mut self) {
        self.rows.push(Vec::new());
    }

    /// A cell of the last row ends; `text` has a paragraph a line.
    pub fn cell(&mut self, text: &str) {
        let lines = text.split(['\n', '\u{c}']).map(str::trim).filter(|line| !line.is_empty());
        let cell = lines.map(str::to_owned).collect();
        match self.rows.last_mut() {
            Some(row) => row.push(cell),
            None => self.rows.push(vec![cell]),
        }
    }

    /// Ends it behind `outer`, the text that waited for it. `stray` is what was read last and is of no cell: of a row that
    /// broke off, or between rows.
    pub fn end(mut self, stray: &str, outer: &mut String) {
        if !stray.trim().is_empty() {
            self.cell(stray);
        }
        if !outer.is_empty() && !outer.ends_with(['\n', '\u{c}']) {
            outer.push('\n');
        }
        outer.push_str(&self.text());
    }

    /// Its lines, each with its end.
    fn text(mut self) -> String {
        for row in &mut self.rows {
            while row.last().is_some_and(Vec::is_empty) {
                row.pop();
            }
        }
        self.rows.retain(|row| !row.is_empty());
        let data = self.is_data();
        let mut out = String::new();
        for row in &self.rows {
            let single = row.iter().all(|cell| cell.len() <= 1);
            if data || single && row.iter().flatten().all(|line| line.chars().count() <= PROSE) {
                let cells: Vec<String> = row.iter().map(|cell| in_one(cell)).collect();
                // Without rows of its kind a blank cell has no place to keep.
                let seen = cells.iter().filter(|cell| data || !cell.is_empty());
                out.push_str(&seen.map(String::as_str).collect::<Vec<_>>().join(if data {
                    BAR
                } else {
                    "\t"
                }));
                out.push('\n');
            } else {
                for line in row.iter().flatten() {
                    out.push_str(line);
                    out.push('\n');
                }
            }
        }
        out
    }

    /// Whether it has rows of one kind: below heads, or each with its label.
    fn is_data(&self) -> bool {
        let filled = |row: &Vec<Vec<String>>| row.iter().filter(|cell| !cell.is_empty()).count();
        let short =
            |cell: &Vec<String>| cell.len() <= 1 && cell.iter().all(|line| line.chars().count() <= HEAD);
        let several = self.rows.iter().filter(|row| filled(row) >= 2).count();
        let prose = self.rows.iter().flatten().flatten().any(|line| line.chars().count() > PROSE);
        if several < 2 || prose {
            return false;
        }
        let headed = self.rows.iter().find(|row| filled(row) >= 2).is_some_and(|row| row.iter().all(short));
        let labelled = self.rows.iter().all(|row| row.first().is_some_and(short));
        headed || labelled
    }
}

/// A head or a label has at most so many characters.
const HEAD: usize = 60;

/// The paragraphs of a cell as one: "Mr. A", "Director" is "Mr. A, Director".
fn in_one(paragraphs: &[String]) -> String {
    let mut out = String::new();
    for paragraph in paragraphs {
        if !out.is_empty() {
            let ended = out.ends_with(|c: char| !c.is_alphanumeric() && !matches!(c, ')' | '»' | '”' | '"'));
            // "Mme" above "RAKOTO Voahangy": a title and its name.
            let last = out.rsplit(' ').next().unwrap_or_default();
            let titled = begins_person(&format!("{last} {paragraph}"));
            let begins = paragraph.chars().next().is_some_and(|c| c.is_uppercase() || is_caseless(c));
            out.push_str(if ended || titled || !begins { " " } else { ", " });
        }
        out.push_str(paragraph);
    }
    out
}

/// A letter of a script without capitals.
fn is_caseless(c: char) -> bool {
    c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(rows: &[&[&str]]) -> String {
        let mut table = Table::default();
        for row in rows {
            table.begin_row();
            row.iter().for_each(|cell| table.cell(cell));
        }
        table.text()
    }

    #[test]
    fn rows_of_data_are_lines_and_keep_their_columns() {
        let read = text(&[
            &["No.", "Name", "Session"],
            &["1", "Ms. Awa Sow\nDirector\nMinistry of Justice\n", ""],
            &["2", "M. Ba", "Geneva"],
        ]);
        assert_eq!(
            read,
            "No. | Name | Session\n1 | Ms. Awa Sow, Director, Ministry of Justice\n2 | M. Ba | Geneva\n"
        );
        assert_eq!(
            text(&[&["Name", "Awa Sow"], &["Post", "Director\nof Ports"]]),
            "Name | Awa Sow\nPost | Director of Ports\n"
        );
        assert_eq!(text(&[&["a", "", "c"], &["d", "e", "f"]]), "a |  | c\nd | e | f\n");
    }

    #[test]
    fn a_table_that_places_words_is_read_cell_by_cell() {
        let head =
            text(&[&["République du Sénégal\nMission permanente", "N° 00871\nNew York, le 21 août 2017"]]);
        assert_eq!(head, "République du Sénégal\nMission permanente\nN° 00871\nNew York, le 21 août 2017\n");
        assert_eq!(text(&[&["", "N° 5", ""], &["", ""]]), "N° 5\n");
        assert_eq!(text(&[&["N° 5", "Rome, 3 May 2018"]]), "N° 5\tRome, 3 May 2018\n");
        assert_eq!(text(&[]), "");
    }
}

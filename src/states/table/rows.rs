//! Rows of a CSV file with the way back to their bytes.

use std::ops::Range;

use chrono::NaiveDate;
use csv::StringRecord;

use crate::diagnostic::{Diagnostic, Source, did_you_mean, grammar};

/// A CSV file with a header row.
pub(crate) struct Table<'a> {
    source: &'a Source,
    columns: Vec<String>,
    reader: csv::Reader<&'a [u8]>,
}

/// One row of it.
pub(crate) struct Row<'a> {
    file: &'a str,
    columns: std::rc::Rc<Vec<String>>,
    record: StringRecord,
    /// Where the row begins in the file, and its bytes.
    start: usize,
    text: &'a str,
}

impl<'a> Table<'a> {
    /// Reads the header; a missing column is a mistake and gives `None`.
    pub(crate) fn new(source: &'a Source, needed: &[&str], mistakes: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut reader =
            csv::ReaderBuilder::new().flexible(true).comment(Some(b'#')).from_reader(source.text.as_bytes());
        let columns: Vec<String> = match reader.headers() {
            Ok(header) => header.iter().map(|c| c.trim_start_matches('\u{feff}').trim().to_owned()).collect(),
            Err(error) => {
                mistakes.push(Diagnostic::error(
                    &source.path,
                    "bad-csv",
                    format!("the header cannot be read: {error}"),
                ));
                return None;
            }
        };
        let missing: Vec<_> = needed.iter().filter(|n| !columns.iter().any(|c| c == *n)).collect();
        let header = header(&source.text);
        let parted = |by: char| {
            let parts: Vec<&str> =
                columns.iter().flat_map(|column| column.split(by)).map(str::trim).collect();
            needed.iter().filter(|name| parts.contains(name)).count() > needed.len() - missing.len()
        };
        if let Some((_, name)) = [(';', "semicolons"), ('\t', "tabs")].into_iter().find(|(by, _)| parted(*by))
        {
            let words = format!("the columns are separated by {name}, and must be by commas");
            let help = format!("save it as CSV with commas; the first line reads {}", needed.join(","));
            mistakes.push(Diagnostic::error(&source.path, "bad-csv", words).at(header).help(help));
            return None;
        }
        for name in &missing {
            let strays = columns.iter().map(String::as_str).filter(|c| !needed.contains(c));
            let near =
                strays.clone().find(|c| c.eq_ignore_ascii_case(name)).or_else(|| did_you_mean(name, strays));
            let help = match near {
                Some(near) => format!("rename `{near}` to `{name}`"),
                None => format!("the header must have: {}", needed.join(",")),
            };
            mistakes.push(
                Diagnostic::error(&source.path, "missing-column", format!("the column `{name}` is missing"))
                    .at(header.clone())
                    .help(help),
            );
        }
        missing.is_empty().then_some(Self { source, columns, reader })
    }

    /// All rows that can be read; the others are mistakes.
    pub(crate) fn rows(mut self, mistakes: &mut Vec<Diagnostic>) -> Vec<Row<'a>> {
        let columns = std::rc::Rc::new(self.columns);
        let text = self.source.text.as_str();
        let mut rows = Vec::new();
        let mut record = StringRecord::new();
        loop {
            let before = self.reader.position().byte() as usize;
            match self.reader.read_record(&mut record) {
                Ok(false) => break,
                Ok(true) => {}
                Err(error) => {
                    mistakes.push(Diagnostic::error(
                        &self.source.path,
                        "bad-csv",
                        format!("the row cannot be read: {error}"),
                    ));
                    continue;
                }
            }
            let start = record.position().map_or(before, |p| p.byte() as usize);
            let end = self.reader.position().byte() as usize;
            let whole = text.get(start..end).unwrap_or_default();
            let lead = whole.len() - row_of(whole).len();
            let row = Row {
                file: &self.source.path,
                columns: columns.clone(),
                record: record.clone(),
                start: start + lead,
                text: row_of(whole).trim_end_matches(['\r', '\n']),
            };
            if row.record.len() == columns.len() {
                rows.push(row);
            } else {
                let words =
                    format!("the row has {} fields, the header has {}", row.record.len(), columns.len());
                let help = "a field with a comma in it stands in double quotes";
                mistakes.push(Diagnostic::error(row.file, "bad-row", words).at(row.span(None)).help(help));
            }
        }
        rows
    }
}

/// The bytes of the header: the first line that is no remark.
fn header(text: &str) -> Range<usize> {
    let rest = row_of(text.trim_start_matches('\u{feff}'));
    let start = text.len() - rest.len();
    start..start + rest.find(['\r', '\n']).unwrap_or(rest.len())
}

/// `whole` without the empty lines and remarks (`# …`) before the row.
fn row_of(whole: &str) -> &str {
    let mut rest = whole.trim_start_matches(['\r', '\n']);
    while let Some((_, after)) = rest.split_once('\n').filter(|_| rest.starts_with('#')) {
        rest = after.trim_start_matches(['\r', '\n']);
    }
    rest
}

impl Row<'_> {
    /// The field in `column`, or nothing.
    pub(crate) fn get(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|c| c == column);
        at.and_then(|i| self.record.get(i)).unwrap_or_default()
    }

    /// Bytes of the field in `column`, else of the row.
    fn span(&self, column: Option<&str>) -> Range<usize> {
        let whole = self.start..self.start + self.text.len();
        let Some(wanted) = column.and_then(|c| self.columns.iter().position(|n| n == c)) else {
            return whole;
        };
        let (mut field, mut quoted, mut from) = (0, false, 0);
        for (at, byte) in self.text.bytes().enumerate() {
            match byte {
                b'"' => quoted = !quoted,
                b',' if !quoted => {
                    if field == wanted {
                        return self.start + from..self.start + at;
                    }
                    field += 1;
                    from = at + 1;
                }
                _ => {}
            }
        }
        if field == wanted { self.start + from..whole.end } else { whole }
    }

    /// An error about the field in `column`.
    pub(crate) fn error(&self, column: &str, code: &'static str, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(self.file, code, message).at(self.span(Some(column)))
    }

    /// An error about a word that is none of `allowed`.
    pub(crate) fn one_of(&self, column: &str, found: &str, allowed: &[&str]) -> Diagnostic {
        let help = match did_you_mean(found, allowed.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("write one of: {}", allowed.join(", ")),
        };
        self.error(column, "unknown-word", format!("`{found}` is no {column}")).help(help)
    }

    /// Whether the field in `column` is one of `allowed`; else a mistake.
    pub(crate) fn check(&self, column: &str, allowed: &[&str], mistakes: &mut Vec<Diagnostic>) -> bool {
        let fine = allowed.contains(&self.get(column));
        if !fine {
            mistakes.push(self.one_of(column, self.get(column), allowed));
        }
        fine
    }

    /// `2017-06-04`, `2017-06`, `2017` or `2024~`: the first day that it can mean; empty is `None`.
    pub(crate) fn date(&self, column: &str, mistakes: &mut Vec<Diagnostic>) -> Option<NaiveDate> {
        let text = self.get(column);
        if text.is_empty() {
            return None;
        }
        let day = first_day(text.strip_suffix('~').unwrap_or(text));
        if day.is_none() {
            let words = format!("`{text}` is not a day of the calendar");
            let help = match grammar::day_meant(text) {
                Some(day) => format!("write {day} if {} is meant: year-month-day", day.format("%-d %B %Y")),
                None => "write it as year-month-day, or cut short as year-month or year".to_owned(),
            };
            mistakes.push(self.error(column, "bad-date", words).help(help));
        }
        day
    }
}

fn first_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let number = |part: Option<&str>, digits: usize| -> Option<Option<u32>> {
        match part {
            None => Some(None),
            Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => Some(p.parse().ok()),
            Some(_) => None,
        }
    };
    let year = number(parts.next(), 4)??;
    let month = number(parts.next(), 2)?;
    let day = number(parts.next(), 2)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month.unwrap_or(1), day.unwrap_or(1))
}

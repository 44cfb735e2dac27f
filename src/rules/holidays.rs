//! `rules/holidays.csv`: days on which the desk does not work.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Source};
use crate::states::table::rows::Table;

const FILE: &str = "rules/holidays.csv";

/// Name of each day off, with the place where it holds; empty where the file is not there.
pub(super) fn read(sources: &[Source], found: &mut Vec<Diagnostic>) -> BTreeMap<NaiveDate, String> {
    let mut days = BTreeMap::new();
    let Some(source) = sources.iter().find(|source| source.path == FILE) else { return days };
    let Some(table) = Table::new(source, &["date", "name", "source"], found) else { return days };
    for row in table.rows(found) {
        let written = row.get("date");
        let Ok(date) = NaiveDate::parse_from_str(written, "%Y-%m-%d") else {
            let words = format!("`{written}` is not a day of the calendar");
            found.push(row.error("date", "bad-date", words).help("write it as 2017-09-04"));
            continue;
        };
        for column in ["name", "source"] {
            if row.get(column).trim().is_empty() {
                let words = format!("the day has no {column}");
                found.push(
                    row.error(column, "empty", words).help("write its name, and where it is laid down"),
                );
            }
        }
        if days.insert(date, row.get("name").trim().to_owned()).is_some() {
            let words = format!("{date} stands here a second time");
            found.push(row.error("date", "duplicate", words).help("keep one of the rows"));
        }
    }
    days
}

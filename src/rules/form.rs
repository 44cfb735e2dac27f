//! A TOML table as a form that is read key by key; every mistake is collected with its place.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{DateTime, NaiveDate, Utc};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Severity, did_you_mean, grammar};
use crate::rules::shape::Shape;
use crate::states::Language;

mod values;

pub(super) use values::{day, inside, integer, moment};

/// First and last day on which something holds; open where there is none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Period {
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Period {
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }

    pub fn meets(&self, other: &Self) -> bool {
        let before = |to: Option<NaiveDate>, from: Option<NaiveDate>| matches!((to, from), (Some(t), Some(f)) if t < f);
        !before(self.to, other.from) && !before(other.to, self.from)
    }
}

/// A file being read, with what was wrong so far.
pub(super) struct Desk<'t> {
    pub file: &'t str,
    pub text: &'t str,
    pub found: Vec<Diagnostic>,
}

impl<'t> Desk<'t> {
    /// Parses `text`; mistakes of grammar are collected, and what could be read is returned.
    pub fn open(file: &'t str, text: &'t str) -> (Self, Spanned<DeTable<'t>>) {
        let (tree, found) = grammar::parse(file, text);
        (Self { file, text, found }, tree)
    }

    /// Whether a mistake was found.
    pub fn is_broken(&self) -> bool {
        self.found.iter().any(|d| d.severity == Severity::Error)
    }

    pub fn error(
        &mut self,
        span: Range<usize>,
        code: &'static str,
        message: String,
        help: impl Into<String>,
    ) {
        self.found.push(Diagnostic::error(self.file, code, message).at(span).help(help));
    }

    pub fn notice(
        &mut self,
        span: Range<usize>,
        code: &'static str,
        message: String,
        help: impl Into<String>,
    ) {
        self.found.push(Diagnostic::notice(self.file, code, message).at(span).help(help));
    }

    pub fn wrong_type(&mut self, value: &Spanned<DeValue<'_>>, key: &str, wanted: &str) {
        let message = format!("`{key}` must be {wanted}, and this is {}", kind(value.get_ref()));
        let quotes = match (value.get_ref(), wanted) {
            (DeValue::String(_), "a date" | "a whole number" | "a timestamp" | "true or false") => {
                " (without quotes)"
            }
            _ => "",
        };
        self.error(value.span(), "wrong-type", message, format!("write {key} = {}{quotes}", sample(wanted)));
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

fn sample(wanted: &str) -> &'static str {
    match wanted {
        "a date" => "2017-08-18",
        "a whole number" => "21",
        "a list of strings" => "[\"one\", \"two\"]",
        "a list of dates" => "[2017-09-04, 2017-09-05]",
        "a table" => "{ … }",
        "a timestamp" => "2017-08-18T23:59:59Z",
        "true or false" => "true",
        _ => "\"…\"",
    }
}

/// One table of the file.
pub(super) struct Form<'d, 't> {
    pub table: &'d DeTable<'t>,
    /// Where to point when something is missing.
    pub span: Range<usize>,
    /// As a person calls it: "check `closing-date`".
    pub what: String,
}

impl<'d, 't> Form<'d, 't> {
    pub fn new(table: &'d DeTable<'t>, span: Range<usize>, what: impl Into<String>) -> Self {
        Self { table, span, what: what.into() }
    }

    pub fn get(&self, key: &str) -> Option<&'d Spanned<DeValue<'t>>> {
        self.table.get(key)
    }

    /// Reports keys that this table does not have.
    pub fn only(&self, shape: &Shape, desk: &mut Desk<'_>) {
        let keys: Vec<&str> = shape.keys.iter().map(|key| key.name).collect();
        self.among(&keys, desk);
    }

    /// The same, of a table whose keys are no shape of a file.
    pub fn among(&self, keys: &[&str], desk: &mut Desk<'_>) {
        for key in self.table.keys() {
            let word: &str = key.get_ref();
            if !keys.contains(&word) {
                let help = match did_you_mean(word, keys.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("it has {}", keys.join(", ")),
                };
                desk.error(key.span(), "unknown-key", format!("{} has no key `{word}`", self.what), help);
            }
        }
    }

    pub fn missing(&self, key: &str, why: &str, desk: &mut Desk<'_>) {
        let message = format!("{} has no `{key}`", self.what);
        desk.error(self.span.clone(), "missing-key", message, format!("add `{key}`: {why}"));
    }

    pub fn text(&self, key: &str, desk: &mut Desk<'_>) -> Option<(String, Range<usize>)> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                desk.error(
                    value.span(),
                    "empty",
                    format!("`{key}` of {} is empty", self.what),
                    "write something, or take the line out",
                );
                None
            }
            DeValue::String(text) => Some((text.to_string(), value.span())),
            _ => {
                desk.wrong_type(value, key, "a string");
                None
            }
        }
    }

    /// A string that must be there.
    pub fn needed(&self, key: &str, why: &str, desk: &mut Desk<'_>) -> Option<(String, Range<usize>)> {
        if self.get(key).is_none() {
            self.missing(key, why, desk);
        }
        self.text(key, desk)
    }

    /// The id, in kebab-case; from then on the table is called by it.
    pub fn id(&mut self, noun: &str, desk: &mut Desk<'_>) -> Option<(String, Range<usize>)> {
        let (id, span) = self.needed("id", "a short name in kebab-case", desk)?;
        self.what = format!("{noun} `{id}`");
        if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            let message = format!("`{id}` is not in kebab-case");
            desk.error(span.clone(), "bad-id", message, "use small letters, digits and `-` only");
        }
        Some((id, span))
    }

    /// true or false.
    pub fn truth(&self, key: &str, desk: &mut Desk<'_>) -> Option<bool> {
        let value = self.get(key)?;
        let found = value.get_ref().as_bool();
        if found.is_none() {
            desk.wrong_type(value, key, "true or false");
        }
        found
    }

    /// A moment with its zone.
    pub fn moment(&self, key: &str, desk: &mut Desk<'_>) -> Option<DateTime<Utc>> {
        let value = self.get(key)?;
        let found = moment(value.get_ref());
        if found.is_none() {
            desk.wrong_type(value, key, "a timestamp");
        }
        found
    }

    /// First and last day of force, in their order.
    pub fn period(&self, desk: &mut Desk<'_>) -> Period {
        let (from, to) = (self.day("from", desk), self.day("to", desk));
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let span = self.get("to").map_or(self.span.clone(), toml::Spanned::span);
            let message = format!("{} ends on {to}, before it begins on {from}", self.what);
            desk.error(span, "bad-dates", message, "`to` is the last day on which it holds");
        }
        Period { from, to }
    }

    /// One of a few words.
    pub fn word(&self, key: &str, words: &[&'static str], desk: &mut Desk<'_>) -> Option<&'static str> {
        let (text, span) = self.text(key, desk)?;
        let found = words.iter().copied().find(|w| *w == text);
        if found.is_none() {
            let help = match did_you_mean(&text, words.iter().copied()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => format!("write one of \"{}\"", words.join("\", \"")),
            };
            desk.error(span, "unknown-value", format!("`{key}` of {} cannot be \"{text}\"", self.what), help);
        }
        found
    }

    pub fn number(&self, key: &str, desk: &mut Desk<'_>) -> Option<u32> {
        let value = self.get(key)?;
        let found = integer(value.get_ref()).and_then(|n| u32::try_from(n).ok());
        if found.is_none() {
            desk.wrong_type(value, key, "a whole number");
        }
        found
    }

    pub fn day(&self, key: &str, desk: &mut Desk<'_>) -> Option<NaiveDate> {
        let value = self.get(key)?;
        let found = day(value.get_ref());
        if found.is_none() {
            desk.wrong_type(value, key, "a date");
        }
        found
    }

    pub fn strings(&self, key: &str, desk: &mut Desk<'_>) -> Vec<(String, Range<usize>)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            desk.wrong_type(value, key, "a list of strings");
            return Vec::new();
        };
        let mut found = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::String(text) => found.push((text.to_string(), item.span())),
                _ => desk.wrong_type(item, key, "a list of strings"),
            }
        }
        found
    }

    pub fn days(&self, key: &str, desk: &mut Desk<'_>) -> Vec<(NaiveDate, Range<usize>)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            desk.wrong_type(value, key, "a list of dates");
            return Vec::new();
        };
        let mut found = Vec::new();
        for item in items.iter() {
            match day(item.get_ref()) {
                Some(date) => found.push((date, item.span())),
                None => desk.wrong_type(item, key, "a list of dates"),
            }
        }
        found
    }

    pub fn table(&self, key: &str, desk: &mut Desk<'_>) -> Option<Form<'d, 't>> {
        let value = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => {
                Some(Form::new(table, value.span(), format!("`{key}` of {}", self.what)))
            }
            _ => {
                desk.wrong_type(value, key, "a table");
                None
            }
        }
    }

    /// `[[key]]`: every table of it.
    pub fn tables(&self, key: &str, desk: &mut Desk<'_>) -> Vec<Form<'d, 't>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            let message = format!("`{key}` must be written with two brackets");
            desk.error(value.span(), "wrong-type", message, format!("write [[{key}]]"));
            return Vec::new();
        };
        let mut found = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(table) => found.push(Form::new(table, item.span(), format!("this {key}"))),
                _ => desk.wrong_type(item, key, "a table"),
            }
        }
        found
    }

    /// A table of sentences by language, such as `{ en = "…", fr = "…" }`.
    pub fn languages(&self, key: &str, desk: &mut Desk<'_>) -> BTreeMap<Language, String> {
        let mut found = BTreeMap::new();
        let Some(form) = self.table(key, desk) else { return found };
        form.among(&Language::ALL.map(Language::code), desk);
        for language in Language::ALL {
            if let Some((text, _)) = form.text(language.code(), desk) {
                found.insert(language, text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
        found
    }
}

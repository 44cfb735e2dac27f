//! A TOML table as a form that is read key by key; every mistake is collected with its place.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::{DateTime, NaiveDate, Utc};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Severity, did_you_mean, grammar};
use crate::rules::form::advice::BY_LANGUAGE;
use crate::rules::shape::{Shape, Takes};
use crate::states::Language;

mod advice;
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
    /// What would be said of keys that are missing because they are misspelt.
    misspelt: BTreeSet<String>,
}

impl<'t> Desk<'t> {
    /// Parses `text`; mistakes of grammar are collected, and what could be read is returned.
    pub fn open(file: &'t str, text: &'t str) -> (Self, Spanned<DeTable<'t>>) {
        let (tree, found) = grammar::parse(file, text);
        (Self { file, text, found, misspelt: BTreeSet::new() }, tree)
    }

    /// What was found, each mistake once: a key that is misspelt is not missing too.
    pub fn close(self) -> Vec<Diagnostic> {
        let Self { mut found, misspelt, .. } = self;
        found.retain(|d| d.code != "missing-key" || !misspelt.contains(&d.message));
        found
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
                    Some(near) => {
                        desk.misspelt.insert(self.lacks(near));
                        format!("did you mean `{near}`?")
                    }
                    None => format!("it has {}", keys.join(", ")),
                };
                desk.error(key.span(), "unknown-key", format!("{} has no key `{word}`", self.what), help);
            }
        }
    }

    fn lacks(&self, key: &str) -> String {
        format!("{} has no `{key}`", self.what)
    }

    /// Says that `key` is not there. Of one that is there, whatever is wrong with its value was said already.
    pub fn missing(&self, key: &str, why: &str, desk: &mut Desk<'_>) {
        if self.get(key).is_some() {
            return;
        }
        let message = self.lacks(key);
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
        self.missing(key, why, desk);
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

    /// The same, of a table with this shape: a single value in its place is shown how to stand in it.
    pub fn table_of(&self, key: &str, shape: &Shape, desk: &mut Desk<'_>) -> Option<Form<'d, 't>> {
        let before = desk.found.len();
        let found = self.table(key, desk);
        if let (None, Some(value), true) = (&found, self.get(key), desk.found.len() > before) {
            let mut given = desk.text.get(value.span());
            let held = value.get_ref();
            let parts = shape.keys.iter().filter(|part| part.needed == "needed").map(|part| {
                let fits = match part.takes {
                    Takes::Day => day(held).is_some(),
                    Takes::Number => integer(held).is_some(),
                    Takes::Text | Takes::Source => held.is_str(),
                    _ => false,
                };
                let taken = given.take_if(|_| fits);
                let form = match part.takes {
                    Takes::Day => "YYYY-MM-DD",
                    Takes::Number => "…",
                    _ => "\"…\"",
                };
                format!("{} = {}", part.name, taken.unwrap_or(form))
            });
            let parts: Vec<String> = parts.collect();
            if let Some(last) = desk.found.last_mut() {
                last.help = Some(format!("write {key} = {{ {} }}", parts.join(", ")));
            }
        }
        found
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
        let Some(value) = self.get(key) else { return found };
        let DeValue::Table(table) = value.get_ref() else {
            desk.wrong_type(value, key, BY_LANGUAGE);
            return found;
        };
        let form = Form::new(table, value.span(), format!("`{key}` of {}", self.what));
        form.among(&Language::ALL.map(Language::code), desk);
        for language in Language::ALL {
            if let Some((text, _)) = form.text(language.code(), desk) {
                found.insert(language, text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
        }
        found
    }

    /// The same, with English at least.
    pub fn needed_languages(&self, key: &str, desk: &mut Desk<'_>) -> BTreeMap<Language, String> {
        let before = desk.found.len();
        let found = self.languages(key, desk);
        if !found.contains_key(&Language::En) && desk.found.len() == before {
            match self.get(key) {
                None => self.missing(key, "at least { en = \"…\" }", desk),
                Some(value) => desk.error(
                    value.span(),
                    "missing-key",
                    format!("`{key}` of {} has no English words", self.what),
                    "add to it: en = \"…\"",
                ),
            }
        }
        found
    }
}

//! desk.toml as a tree with places: settings are taken out one by one, mistakes are collected, and what nobody took
//! is an unknown key. `VERBALE_A__B` in the environment overrides `a.b`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::str::FromStr;

use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, did_you_mean, grammar};

/// A value with its place; `span` is `None` for what the environment gave.
#[derive(Debug, Clone)]
struct Node {
    value: Value,
    span: Option<Range<usize>>,
    /// Where its key stands.
    key: Option<Range<usize>>,
}

#[derive(Debug, Clone)]
enum Value {
    /// From the environment: read as whatever the setting wants.
    Given(String),
    Text(String),
    Number(i64),
    Truth(bool),
    Day(chrono::NaiveDate),
    List(Vec<Node>),
    Table(BTreeMap<String, Node>),
    Other(&'static str),
}

impl Value {
    fn kind(&self) -> &'static str {
        match self {
            Self::Given(_) | Self::Text(_) => "a text",
            Self::Number(_) => "a number",
            Self::Truth(_) => "true or false",
            Self::Day(_) => "a date",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other(kind) => kind,
        }
    }
}

/// A whole settings file.
pub(super) struct Tree {
    file: String,
    root: Node,
    diagnostics: RefCell<Vec<Diagnostic>>,
}

/// One table of the file.
pub(super) struct Table<'a> {
    tree: &'a Tree,
    path: String,
    entries: Option<&'a BTreeMap<String, Node>>,
    span: Option<Range<usize>>,
    taken: RefCell<Vec<&'static str>>,
}

impl Tree {
    /// Parses `text`; `environment` gives overrides as (`VERBALE_A__B`, value).
    pub(super) fn parse(file: &str, text: &str, environment: &[(String, String)]) -> Self {
        let (table, diagnostics) = grammar::parse(file, text);
        let mut root = node(Spanned::new(table.span(), DeValue::Table(table.into_inner())));
        for (name, value) in environment {
            if let Some(path) = name.strip_prefix("VERBALE_").filter(|p| p.contains("__")) {
                let parts: Vec<String> = path.split("__").map(str::to_lowercase).collect();
                overlay(&mut root, &parts, value);
            }
        }
        Self { file: file.to_owned(), root, diagnostics: RefCell::new(diagnostics) }
    }

    /// The whole file as a table.
    pub(super) fn root(&self) -> Table<'_> {
        self.table_of(Some(&self.root), String::new())
    }

    /// Adds a mistake found elsewhere.
    pub(super) fn report(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    /// Everything found.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics.into_inner()
    }

    fn table_of<'a>(&'a self, node: Option<&'a Node>, path: String) -> Table<'a> {
        let entries = match node.map(|n| &n.value) {
            Some(Value::Table(entries)) => Some(entries),
            Some(other) => {
                let words = format!("`{path}` is {}, but should be a table: [{path}]", other.kind());
                let help = format!("write [{path}] in a line of its own, and its settings below it");
                self.found("wrong-type", &words, node.and_then(|n| n.span.clone()), Some(help));
                None
            }
            None => None,
        };
        Table {
            tree: self,
            path,
            entries,
            span: node.and_then(|n| n.span.clone()),
            taken: RefCell::default(),
        }
    }

    fn found(&self, code: &'static str, words: &str, span: Option<Range<usize>>, help: Option<String>) {
        let mut diagnostic = Diagnostic::error(&self.file, code, words);
        diagnostic.help = help;
        self.report(match span {
            Some(span) => diagnostic.at(span),
            None => diagnostic,
        });
    }
}

impl<'a> Table<'a> {
    /// Whether the table stands in the file.
    pub(super) fn is_there(&self) -> bool {
        self.entries.is_some()
    }

    /// A table inside this one, present or not.
    pub(super) fn table(&self, key: &'static str) -> Table<'a> {
        self.tree.table_of(self.take(key), self.name(key))
    }

    /// A text.
    pub(super) fn text(&self, key: &'static str) -> Option<String> {
        let node = self.take(key)?;
        match &node.value {
            Value::Text(text) | Value::Given(text) => Some(text.clone()),
            _ => self.wrong(key, node, "a text in quotes"),
        }
    }

    /// A text that must be there; `example` stands in the remedy.
    pub(super) fn required(&self, key: &'static str, example: &str) -> String {
        if self.has(key) {
            return self.text(key).unwrap_or_default();
        }
        self.missing(key, &format!("\"{example}\""));
        String::new()
    }

    /// Whether `key` stands in the table, whatever its value.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.is_some_and(|e| e.contains_key(key))
    }

    /// Says that `key` is missing, where the table begins.
    pub(super) fn missing(&self, key: &'static str, example: &str) {
        self.take(key);
        let words = lacks(&self.name(key));
        let help = match self.path.is_empty() {
            true => format!("write: {key} = {example}"),
            false => format!("under [{}], write: {key} = {example}", self.path),
        };
        self.tree.found("missing-key", &words, self.first_line(), Some(help));
    }

    /// A whole number from 1 up.
    pub(super) fn number<N: TryFrom<i64> + FromStr>(&self, key: &'static str) -> Option<N> {
        let node = self.take(key)?;
        let number = match &node.value {
            Value::Number(number) if *number > 0 => N::try_from(*number).ok(),
            Value::Given(text) => text.parse().ok(),
            _ => None,
        };
        number.or_else(|| self.wrong(key, node, "a whole number from 1 up"))
    }

    /// Seconds, with a fraction or without, above zero.
    pub(super) fn seconds(&self, key: &'static str) -> Option<std::time::Duration> {
        let node = self.take(key)?;
        let seconds = match &node.value {
            Value::Number(number) => i32::try_from(*number).ok().map(f64::from),
            Value::Text(text) | Value::Given(text) => text.parse().ok(),
            _ => None,
        };
        seconds
            .filter(|s| *s > 0.0 && *s < 1e9)
            .map(std::time::Duration::from_secs_f64)
            .or_else(|| self.wrong(key, node, "a number of seconds above 0 (a fraction in quotes: \"0.5\")"))
    }

    /// true or false.
    pub(super) fn truth(&self, key: &'static str) -> Option<bool> {
        let node = self.take(key)?;
        match &node.value {
            Value::Truth(truth) => Some(*truth),
            Value::Given(text) => text.parse().ok().or_else(|| self.wrong(key, node, "true or false")),
            _ => self.wrong(key, node, "true or false"),
        }
    }

    /// A date without quotes.
    pub(super) fn day(&self, key: &'static str) -> Option<chrono::NaiveDate> {
        let node = self.take(key)?;
        match &node.value {
            Value::Day(day) => Some(*day),
            Value::Given(text) => {
                text.parse().ok().or_else(|| self.wrong(key, node, "a date such as 2017-08-01"))
            }
            _ => self.wrong(key, node, "a date without quotes, such as 2017-08-01"),
        }
    }

    /// A list of texts; empty where there is none. In the environment: separated by commas.
    pub(super) fn texts(&self, key: &'static str) -> Vec<String> {
        let Some(node) = self.take(key) else { return Vec::new() };
        match &node.value {
            Value::List(items) => items
                .iter()
                .filter_map(|item| match &item.value {
                    Value::Text(text) => Some(text.clone()),
                    _ => self.wrong(key, item, "a text in quotes"),
                })
                .collect(),
            Value::Given(text) => {
                text.split(',').map(|t| t.trim().to_owned()).filter(|t| !t.is_empty()).collect()
            }
            _ => self.wrong(key, node, "a list of texts: [\"…\", \"…\"]").unwrap_or_default(),
        }
    }

    /// Says that the value of `key` will not do.
    pub(super) fn refuse(&self, key: &'static str, code: &'static str, words: &str, help: &str) {
        let span = self.entries.and_then(|e| e.get(key)).and_then(|n| n.span.clone());
        self.tree.found(code, words, span.or_else(|| self.first_line()), Some(help.to_owned()));
    }

    /// Ends the reading of this table: every key that nobody took is a mistake.
    pub(super) fn done(&self) {
        let taken = self.taken.borrow();
        for (key, node) in self.entries.into_iter().flatten().filter(|(k, _)| !taken.contains(&k.as_str())) {
            let words = format!("unknown setting `{}`", self.name(key));
            let help = match did_you_mean(key, taken.iter().copied()) {
                Some(near) => {
                    // It is there, misspelt.
                    let lacking = lacks(&self.name(near));
                    self.tree.diagnostics.borrow_mut().retain(|d| d.message != lacking);
                    format!("did you mean `{near}`?")
                }
                None => format!("the settings here are: {}", taken.join(", ")),
            };
            let place = node.key.clone().or_else(|| node.span.clone());
            self.tree.found("unknown-key", &words, place, Some(help));
        }
    }

    fn take(&self, key: &'static str) -> Option<&'a Node> {
        self.taken.borrow_mut().push(key);
        self.entries?.get(key)
    }

    fn name(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    fn wrong<T>(&self, key: &str, node: &Node, wanted: &str) -> Option<T> {
        let words = format!("`{}` is {}, but should be {wanted}", self.name(key), node.value.kind());
        let help = "correct the value; the sample desk of `verbale init` shows every setting".to_owned();
        self.tree.found("wrong-type", &words, node.span.clone(), Some(help));
        None
    }

    fn first_line(&self) -> Option<Range<usize>> {
        self.span.clone().map(|s| s.start..s.start.saturating_add(1).min(s.end))
    }
}

fn lacks(name: &str) -> String {
    format!("`{name}` is missing")
}

fn node(spanned: Spanned<DeValue<'_>>) -> Node {
    let span = Some(spanned.span());
    let value = match spanned.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Integer(number) => match i64::from_str_radix(number.as_str(), number.radix()) {
            Ok(number) => Value::Number(number),
            Err(_) => Value::Other("a number out of bounds"),
        },
        DeValue::Float(_) => Value::Other("a number with a fraction"),
        DeValue::Boolean(truth) => Value::Truth(truth),
        DeValue::Datetime(at) => match (at.date, at.time) {
            (Some(date), None) => {
                chrono::NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
                    .map_or(Value::Other("no day of the calendar"), Value::Day)
            }
            _ => Value::Other("a time"),
        },
        DeValue::Array(items) => Value::List(items.into_iter().map(node).collect()),
        DeValue::Table(table) => Value::Table(
            table
                .into_iter()
                .map(|(key, value)| {
                    let place = Some(key.span());
                    (key.into_inner().into_owned(), Node { key: place, ..node(value) })
                })
                .collect(),
        ),
    };
    Node { value, span, key: None }
}

fn overlay(at: &mut Node, path: &[String], value: &str) {
    let Some((key, rest)) = path.split_first() else {
        *at = Node { value: Value::Given(value.to_owned()), span: None, key: None };
        return;
    };
    if !matches!(at.value, Value::Table(_)) {
        at.value = Value::Table(BTreeMap::new());
    }
    if let Value::Table(entries) = &mut at.value {
        let below = entries.entry(key.clone()).or_insert_with(|| Node {
            value: Value::Table(BTreeMap::new()),
            span: None,
            key: None,
        });
        overlay(below, rest, value);
    }
}

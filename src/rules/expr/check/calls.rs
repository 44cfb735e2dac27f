//! Functions and methods: `has`, `size`, `all`, `exists`, `startsWith`, `duration` and the like.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, TimeDelta};

use crate::diagnostic::did_you_mean;
use crate::rules::expr::check::{Checker, Typed};
use crate::rules::expr::names::Type;
use crate::rules::expr::node::{Node, TextTest};
use crate::rules::expr::parser::{Kind, Tree};

impl Checker<'_> {
    pub(super) fn call(
        &mut self,
        tree: &Tree,
        on: Option<&Tree>,
        name: &str,
        name_span: &Range<usize>,
        args: &[Tree],
    ) -> Option<Typed> {
        match (on, name, args) {
            (None, "has", [fact]) => self.has(fact),
            (None, "duration" | "date" | "timestamp", [Tree { kind: Kind::Text(words), span }]) => {
                self.written(name, words, span)
            }
            (Some(on), "size", []) => match self.typed(on)? {
                (Node::Fact(fact), Type::Travellers | Type::Strings) => Some((Node::Size(fact), Type::Int)),
                (_, kind) => {
                    let message = format!("{} has no size", kind.words());
                    self.wrong(
                        &tree.span,
                        "type-mismatch",
                        message,
                        "write request.travellers.size() or note.papers.size()",
                    );
                    None
                }
            },
            (Some(on), "all" | "exists", [Tree { kind: Kind::Name(variable), span }, body]) => {
                self.each(on, name == "all", variable, span, body)
            }
            (Some(on), "startsWith" | "endsWith" | "contains", [word]) => {
                let (a, b) = (self.typed(on), self.typed(word));
                let ((a, Type::Text), (b, Type::Text)) = (a?, b?) else {
                    let message = format!("`{name}` compares two strings");
                    self.wrong(
                        &tree.span,
                        "type-mismatch",
                        message,
                        "write note.reference.startsWith('No.')",
                    );
                    return None;
                };
                let test = match name {
                    "startsWith" => TextTest::StartsWith,
                    "endsWith" => TextTest::EndsWith,
                    _ => TextTest::Contains,
                };
                Some((Node::Words(test, Box::new(a), Box::new(b)), Type::Bool))
            }
            _ => {
                let known = [
                    "has",
                    "size",
                    "all",
                    "exists",
                    "startsWith",
                    "endsWith",
                    "contains",
                    "duration",
                    "date",
                    "timestamp",
                ];
                let help = match did_you_mean(name, known) {
                    Some(near) if near == name => "docs/rules.md shows how it is written".to_owned(),
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("the functions are {}", known.join(", ")),
                };
                let message = format!("`{name}` cannot be called in this way");
                self.wrong(name_span, "unknown-function", message, help);
                None
            }
        }
    }

    fn has(&mut self, fact: &Tree) -> Option<Typed> {
        let (node, _) = self.typed(fact)?;
        let always = match &node {
            Node::Fact(name) => name.always,
            Node::Item(name, _) => name.always,
            _ => {
                let message = "has(…) takes the name of a fact".to_owned();
                self.wrong(&fact.span, "type-mismatch", message, "write has(state.code)");
                return None;
            }
        };
        if always {
            let message = "this fact is always given, so has(…) is always true".to_owned();
            self.wrong(&fact.span, "constant-condition", message, "compare it with something");
            return None;
        }
        Some((Node::Has(Box::new(node)), Type::Bool))
    }

    fn written(&mut self, name: &str, words: &str, span: &Range<usize>) -> Option<Typed> {
        let (found, help) = match name {
            "duration" => (
                duration(words).map(|d| (Node::Duration(d), Type::Duration)),
                "write hours, minutes and seconds: '48h', '1h30m'",
            ),
            "date" => (
                NaiveDate::parse_from_str(words, "%Y-%m-%d").ok().map(|d| (Node::Date(d), Type::Date)),
                "write year, month and day: '2017-08-18'",
            ),
            _ => (
                DateTime::parse_from_rfc3339(words)
                    .ok()
                    .map(|t| (Node::Timestamp(t.to_utc()), Type::Timestamp)),
                "write day, time and zone: '2017-08-18T23:59:59Z'",
            ),
        };
        if found.is_none() {
            self.wrong(span, "bad-date", format!("'{words}' is not a {name}"), help);
        }
        found
    }

    fn each(
        &mut self,
        on: &Tree,
        all: bool,
        variable: &str,
        span: &Range<usize>,
        body: &Tree,
    ) -> Option<Typed> {
        if self.variable.is_some() {
            let message = ".all() and .exists() cannot stand inside one another".to_owned();
            self.wrong(&on.span, "condition-too-deep", message, "write two checks");
            return None;
        }
        match self.typed(on)? {
            (Node::Fact(_), Type::Travellers) => {}
            (_, kind) => {
                let message =
                    format!("only request.travellers has .all() and .exists(), and this is {}", kind.words());
                self.wrong(
                    &on.span,
                    "type-mismatch",
                    message,
                    "write request.travellers.all(t, t.government)",
                );
                return None;
            }
        }
        if ["note", "state", "event", "request", "sender"].contains(&variable) {
            let message = format!("`{variable}` is already the name of facts");
            self.wrong(span, "unknown-name", message, "choose another letter, such as t");
            return None;
        }
        self.variable = Some(variable.to_owned());
        let body = self.bool(body);
        self.variable = None;
        Some((Node::Each { all, body: Box::new(body?) }, Type::Bool))
    }
}

/// `48h`, `1h30m`, `90s`; nothing negative, at most a century.
fn duration(words: &str) -> Option<TimeDelta> {
    let (mut total, mut digits) = (0_i64, String::new());
    for letter in words.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        let unit = match letter {
            'h' => 3600,
            'm' => 60,
            's' => 1,
            _ => return None,
        };
        total = total.checked_add(digits.parse::<i64>().ok()?.checked_mul(unit)?)?;
        digits.clear();
    }
    (digits.is_empty() && !words.is_empty() && total <= 100 * 366 * 86_400).then(|| TimeDelta::seconds(total))
}

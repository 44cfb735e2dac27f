//! Tree → typed [`Expr`]: names resolved, types compared, words and lists known. Everything a condition can get
//! wrong is found here, before it runs.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::did_you_mean;
use crate::rules::expr::Mistake;
use crate::rules::expr::Vocabulary;
use crate::rules::expr::names::{NAMES, PAPERS, TRAVELLER, Type};
use crate::rules::expr::node::{Expr, Node, Relation};
use crate::rules::expr::parser::{Kind, Tree};

mod calls;
mod remedy;

use remedy::compare_help;

/// Words that a remedy lists; of more, none.
const MOST_NAMED: usize = 12;

type Typed = (Node, Type);

struct Checker<'l> {
    words: &'l Vocabulary,
    mistakes: Vec<Mistake>,
    /// The variable of the `all` or `exists` around.
    variable: Option<String>,
    facts_used: bool,
}

pub(super) fn condition(tree: &Tree, words: &Vocabulary) -> Result<Expr, Vec<Mistake>> {
    let mut checker = Checker { words, mistakes: Vec::new(), variable: None, facts_used: false };
    let node = checker.bool(tree);
    checker.finish(tree, node)
}

pub(super) fn order(tree: &Tree, words: &Vocabulary) -> Result<Expr, Vec<Mistake>> {
    let mut checker = Checker { words, mistakes: Vec::new(), variable: None, facts_used: false };
    let node = checker.typed(tree).and_then(|(node, kind)| {
        if matches!(kind, Type::Int | Type::Date | Type::Timestamp | Type::Duration) {
            return Some(node);
        }
        let message = format!("requests cannot be put in order by {}", kind.words());
        let help =
            "name a number, a date, a moment or a span, such as note.received; for a condition write `when`";
        checker.wrong(&tree.span, "type-mismatch", message, help);
        None
    });
    checker.finish(tree, node)
}

impl Checker<'_> {
    fn finish(mut self, tree: &Tree, node: Option<Node>) -> Result<Expr, Vec<Mistake>> {
        if self.mistakes.is_empty() && !self.facts_used {
            let message = "the condition looks at no fact, so it is always the same";
            self.mistakes.push(
                Mistake::new(tree.span.clone(), "constant-condition", message)
                    .help("name at least one fact, such as note.form; docs/rules.md lists them"),
            );
        }
        match node {
            Some(node) if self.mistakes.is_empty() => Ok(Expr(node)),
            _ => Err(self.mistakes),
        }
    }

    fn wrong(&mut self, span: &Range<usize>, code: &'static str, message: String, help: impl Into<String>) {
        self.mistakes.push(Mistake::new(span.clone(), code, message).help(help));
    }

    /// A node that answers Yes, No or Unknown.
    fn bool(&mut self, tree: &Tree) -> Option<Node> {
        match self.typed(tree)? {
            (node, Type::Bool) => Some(node),
            (_, other) => {
                let help = match other {
                    Type::Text | Type::Int | Type::Date | Type::Timestamp => {
                        "compare it with something, or ask has(…) whether it is given"
                    }
                    Type::Travellers => "ask for its .size(), or .all(t, …)",
                    _ => "write a comparison",
                };
                let message = format!("a condition must be true or false, and this is {}", other.words());
                self.wrong(&tree.span, "type-mismatch", message, help);
                None
            }
        }
    }

    fn typed(&mut self, tree: &Tree) -> Option<Typed> {
        match &tree.kind {
            Kind::Bool(value) => Some((Node::Bool(*value), Type::Bool)),
            Kind::Int(value) => Some((Node::Int(*value), Type::Int)),
            Kind::Text(value) => Some((Node::Text(value.clone()), Type::Text)),
            Kind::Name(_) | Kind::Field(..) => self.name(tree),
            Kind::Not(inner) => Some((Node::Not(Box::new(self.bool(inner)?)), Type::Bool)),
            Kind::Negative(inner) => match self.typed(inner)? {
                (Node::Int(value), Type::Int) => Some((Node::Int(value.saturating_neg()), Type::Int)),
                (_, kind) => {
                    let message = format!("`-` stands before {}", kind.words());
                    self.wrong(
                        &tree.span,
                        "type-mismatch",
                        message,
                        "`-` may stand before a written number only",
                    );
                    None
                }
            },
            Kind::Binary(sign, left, right) => self.binary(tree, sign, left, right),
            Kind::Choose(test, yes, no) => self.choose(test, yes, no),
            Kind::Call { on, name, name_span, args } => self.call(tree, on.as_deref(), name, name_span, args),
            Kind::Index(on, index) => self.index(tree, on, index),
            Kind::List(_) => {
                let message = "a list in brackets can only stand after `in`".to_owned();
                self.wrong(&tree.span, "type-mismatch", message, "write note.form in ['letter', 'message']");
                None
            }
        }
    }

    fn name(&mut self, tree: &Tree) -> Option<Typed> {
        let Some(path) = path(tree) else {
            let message = "`.` must follow a name".to_owned();
            self.wrong(&tree.span, "unknown-name", message, "docs/rules.md lists the names");
            return None;
        };
        if let Some(found) = self.traveller_name(&path, &tree.span) {
            return found;
        }
        if let Some(name) = NAMES.iter().find(|name| name.path == path) {
            self.facts_used = true;
            return Some((Node::Fact(name), name.kind));
        }
        let prefix = format!("{path}.");
        let children: Vec<&str> = NAMES.iter().map(|n| n.path).filter(|p| p.starts_with(&prefix)).collect();
        let list = path.strip_prefix("state.").filter(|last| self.words.lists.contains(*last));
        let help = if let Some(list) = list {
            format!("to ask for a list, write '{list}' in state.lists")
        } else if !children.is_empty() {
            format!("say which part: {}", children.join(", "))
        } else {
            match did_you_mean(&path, NAMES.iter().map(|n| n.path)) {
                Some(near) => format!("did you mean `{near}`?"),
                None if !path.contains('.') => format!("if it is a word, write it in quotes: '{path}'"),
                None => "docs/rules.md lists the names".to_owned(),
            }
        };
        self.wrong(&tree.span, "unknown-name", format!("there is no fact called `{path}`"), help);
        None
    }

    fn traveller_name(&mut self, path: &str, span: &Range<usize>) -> Option<Option<Typed>> {
        let variable = self.variable.clone()?;
        let variable = variable.as_str();
        let field = if path == variable { "" } else { path.strip_prefix(variable)?.strip_prefix('.')? };
        if let Some(name) = TRAVELLER.iter().find(|name| name.path == field) {
            return Some(Some((Node::Item(name, variable.to_owned()), name.kind)));
        }
        let help = match did_you_mean(field, TRAVELLER.iter().map(|n| n.path)) {
            Some(near) => format!("did you mean `{variable}.{near}`?"),
            None => {
                format!("a traveller has {}", TRAVELLER.iter().map(|n| n.path).collect::<Vec<_>>().join(", "))
            }
        };
        self.wrong(span, "unknown-name", format!("a traveller has no `{path}`"), help);
        Some(None)
    }

    fn choose(&mut self, test: &Tree, yes: &Tree, no: &Tree) -> Option<Typed> {
        let test = self.bool(test);
        let (a, b) = (self.typed(yes), self.typed(no));
        let (test, (a, kind), (b, other)) = (test?, a?, b?);
        if kind != other {
            let message = format!("the two ends of `? :` differ: {} and {}", kind.words(), other.words());
            self.wrong(&no.span, "type-mismatch", message, "give both the same type");
            return None;
        }
        Some((Node::Choose(Box::new(test), Box::new(a), Box::new(b)), kind))
    }

    fn binary(&mut self, tree: &Tree, sign: &str, left: &Tree, right: &Tree) -> Option<Typed> {
        match sign {
            "&&" | "||" => {
                let (a, b) = (self.bool(left), self.bool(right));
                let (a, b) = (Box::new(a?), Box::new(b?));
                Some((if sign == "&&" { Node::And(a, b) } else { Node::Or(a, b) }, Type::Bool))
            }
            "in" => self.membership(left, right),
            "+" | "-" => self.sum(tree, sign == "-", left, right),
            _ => self.compare(tree, sign, left, right),
        }
    }

    fn compare(&mut self, tree: &Tree, sign: &str, left: &Tree, right: &Tree) -> Option<Typed> {
        let (a, b) = (self.typed(left), self.typed(right));
        let ((a, kind), (b, other)) = (a?, b?);
        let relation = match sign {
            "==" => Relation::Equal,
            "!=" => Relation::Unequal,
            "<" => Relation::Less,
            "<=" => Relation::AtMost,
            ">" => Relation::More,
            _ => Relation::AtLeast,
        };
        let equality = matches!(relation, Relation::Equal | Relation::Unequal);
        if kind != other {
            let message = format!("{} cannot be compared with {}", kind.words(), other.words());
            self.wrong(&tree.span, "type-mismatch", message, compare_help(kind, other));
            return None;
        }
        let allowed = match kind {
            Type::Bool | Type::Text => equality,
            Type::Int | Type::Timestamp | Type::Date | Type::Duration => true,
            Type::Strings | Type::Lists | Type::Timestamps | Type::Travellers => false,
        };
        if !allowed {
            let message = format!("`{sign}` cannot compare {} with {}", kind.words(), other.words());
            self.wrong(
                &tree.span,
                "type-mismatch",
                message,
                "use == or != with strings and with true or false; use `in`, .size() or .all() with lists",
            );
            return None;
        }
        self.word_is_possible(&a, &b, &right.span);
        self.word_is_possible(&b, &a, &left.span);
        Some((Node::Compare(relation, Box::new(a), Box::new(b)), Type::Bool))
    }

    /// A fact that holds one of a few words is compared with a word that it can never hold.
    fn word_is_possible(&mut self, fact: &Node, word: &Node, span: &Range<usize>) {
        let (path, words) = match fact {
            Node::Fact(name) => (name.path, name.words),
            Node::Item(name, _) => (name.path, name.words),
            _ => return,
        };
        let Node::Text(word) = word else { return };
        if path == "state.code" && !(word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase())) {
            let message = format!("`state.code` can never be '{word}'");
            self.wrong(span, "unknown-value", message, "write three capital letters, such as 'KEN'");
        }
        if self.words.papers_unread && words == PAPERS && path != "note.papers" {
            return;
        }
        let own = self.words.of(path).into_iter().flatten().map(String::as_str);
        let possible: Vec<&str> = words.iter().copied().chain(own).collect();
        if possible.is_empty() || possible.contains(&word.as_str()) {
            return;
        }
        let help = match did_you_mean(word, possible.iter().copied()) {
            Some(near) => format!("did you mean '{near}'?"),
            None if possible.len() > MOST_NAMED => "see the files of rules/ for what there is".to_owned(),
            None => format!("it is one of '{}'", possible.join("', '")),
        };
        self.wrong(span, "unknown-value", format!("`{path}` can never be '{word}'"), help);
    }

    fn membership(&mut self, left: &Tree, right: &Tree) -> Option<Typed> {
        if let Kind::List(items) = &right.kind {
            let (node, kind) = self.typed(left)?;
            if !matches!(kind, Type::Text | Type::Int) {
                let message =
                    format!("`in [...]` looks for a string or a number, and this is {}", kind.words());
                self.wrong(&left.span, "type-mismatch", message, "use == with other types");
                return None;
            }
            let mut checked = Vec::new();
            for item in items {
                let (item_node, item_kind) = self.typed(item)?;
                if item_kind != kind || !matches!(item_node, Node::Text(_) | Node::Int(_)) {
                    let message = format!("this list must hold written values, each {}", kind.words());
                    self.wrong(
                        &item.span,
                        "type-mismatch",
                        message,
                        "write note.form in ['letter', 'message']",
                    );
                    return None;
                }
                self.word_is_possible(&node, &item_node, &item.span);
                checked.push(item_node);
            }
            return Some((Node::OneOf(Box::new(node), checked), Type::Bool));
        }
        let (holder, kind) = self.typed(right)?;
        match (kind, &holder, &left.kind) {
            (Type::Lists, _, Kind::Text(list)) => {
                if !self.words.lists.contains(list) {
                    let help = match did_you_mean(list, self.words.lists.iter().map(String::as_str)) {
                        Some(near) => format!("did you mean '{near}'?"),
                        None => {
                            format!("add rules/lists/{list}.csv, or use one of: {}", join(&self.words.lists))
                        }
                    };
                    self.wrong(&left.span, "unknown-list", format!("there is no list called '{list}'"), help);
                    return None;
                }
                Some((Node::OnList(list.clone()), Type::Bool))
            }
            (Type::Strings, Node::Fact(name), _) => {
                let (word, word_kind) = self.typed(left)?;
                if word_kind != Type::Text {
                    let message = format!("`{}` holds strings, and this is {}", name.path, word_kind.words());
                    self.wrong(&left.span, "type-mismatch", message, "write the word in quotes");
                    return None;
                }
                self.word_is_possible(&holder, &word, &left.span);
                Some((Node::InStrings(Box::new(word), name), Type::Bool))
            }
            (Type::Lists, ..) => {
                let message = "the name of a list must be written in quotes".to_owned();
                self.wrong(&left.span, "type-mismatch", message, "write 'ldc' in state.lists");
                None
            }
            _ => {
                let message = format!("`in` needs a list on its right, and this is {}", kind.words());
                self.wrong(
                    &right.span,
                    "type-mismatch",
                    message,
                    "write 'ldc' in state.lists, or note.form in ['letter', 'message']",
                );
                None
            }
        }
    }

    fn sum(&mut self, tree: &Tree, minus: bool, left: &Tree, right: &Tree) -> Option<Typed> {
        let (a, b) = (self.typed(left), self.typed(right));
        let ((a, kind), (b, other)) = (a?, b?);
        let result = match (kind, other, minus) {
            (Type::Int, Type::Int, _) => Type::Int,
            (Type::Duration, Type::Duration, _) => Type::Duration,
            (Type::Timestamp, Type::Duration, _) => Type::Timestamp,
            (Type::Timestamp, Type::Timestamp, true) => Type::Duration,
            _ => {
                let sign = if minus { '-' } else { '+' };
                let message = format!("`{sign}` cannot join {} and {}", kind.words(), other.words());
                self.wrong(
                    &tree.span,
                    "type-mismatch",
                    message,
                    "a timestamp takes a duration: note.received + duration('48h')",
                );
                return None;
            }
        };
        Some((Node::Sum { minus, left: Box::new(a), right: Box::new(b) }, result))
    }

    fn index(&mut self, tree: &Tree, on: &Tree, index: &Tree) -> Option<Typed> {
        let (_, kind) = self.typed(on)?;
        match (kind, &index.kind) {
            (Type::Timestamps, Kind::Int(at @ (0 | 1))) => {
                Some((Node::End { first: *at == 0 }, Type::Timestamp))
            }
            _ => {
                let message =
                    "only note.received_spread[0] and note.received_spread[1] can be counted out".to_owned();
                self.wrong(
                    &tree.span,
                    "type-mismatch",
                    message,
                    "for travellers, write request.travellers.all(t, …)",
                );
                None
            }
        }
    }
}

fn path(tree: &Tree) -> Option<String> {
    match &tree.kind {
        Kind::Name(name) => Some(name.clone()),
        Kind::Field(on, name) => Some(format!("{}.{name}", path(on)?)),
        _ => None,
    }
}

fn join(lists: &BTreeSet<String>) -> String {
    lists.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

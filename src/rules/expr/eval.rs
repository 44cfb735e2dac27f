//! Expr and facts → Yes, No or Unknown. Total; borrows from the facts and allocates nothing.

use std::cmp::Ordering;

use crate::rules::expr::names::{Seen, Value};
use crate::rules::expr::node::{Expr, Node, Relation, TextTest};
use crate::rules::{Facts, TravellerFacts};
use crate::states::Answer;

/// What a condition looks at: the facts, and one traveller inside `.all()` and `.exists()`.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub facts: &'a Facts,
    pub traveller: Option<&'a TravellerFacts>,
}

impl Expr {
    /// Whether the condition is met.
    pub fn answer(&self, facts: &Facts) -> Answer {
        answer(&self.0, Scope { facts, traveller: None })
    }
}

pub(super) fn yes_no(met: bool) -> Answer {
    if met { Answer::Yes } else { Answer::No }
}

pub(super) fn negate(answer: Answer) -> Answer {
    match answer {
        Answer::Yes => Answer::No,
        Answer::No => Answer::Yes,
        Answer::Unknown => Answer::Unknown,
    }
}

pub(super) fn answer(node: &Node, scope: Scope<'_>) -> Answer {
    match node {
        Node::Has(fact) => match value(fact, scope) {
            Seen::Value(_) => Answer::Yes,
            Seen::Missing => Answer::No,
            Seen::Doubtful => Answer::Unknown,
        },
        Node::Not(inner) => negate(answer(inner, scope)),
        Node::And(left, right) => match answer(left, scope) {
            Answer::No => Answer::No,
            Answer::Yes => answer(right, scope),
            Answer::Unknown if answer(right, scope) == Answer::No => Answer::No,
            Answer::Unknown => Answer::Unknown,
        },
        Node::Or(left, right) => match answer(left, scope) {
            Answer::Yes => Answer::Yes,
            Answer::No => answer(right, scope),
            Answer::Unknown if answer(right, scope) == Answer::Yes => Answer::Yes,
            Answer::Unknown => Answer::Unknown,
        },
        Node::Choose(test, yes, no) => match answer(test, scope) {
            Answer::Yes => answer(yes, scope),
            Answer::No => answer(no, scope),
            Answer::Unknown => {
                let (yes, no) = (answer(yes, scope), answer(no, scope));
                if yes == no { yes } else { Answer::Unknown }
            }
        },
        Node::Compare(relation, left, right) => compare(*relation, value(left, scope), value(right, scope)),
        Node::OnList(list) => scope.facts.state.lists.get(list).copied().unwrap_or(Answer::Unknown),
        Node::OneOf(item, list) => {
            let item = value(item, scope);
            list.iter().fold(Answer::No, |found, listed| {
                or(found, compare(Relation::Equal, item, value(listed, scope)))
            })
        }
        Node::InStrings(word, name) => match (value(word, scope), (name.see)(scope.facts)) {
            (Seen::Value(Value::Text(word)), Seen::Value(Value::Strings(set))) => yes_no(set.contains(word)),
            _ => Answer::Unknown,
        },
        Node::Each { all, body } => match &scope.facts.request.travellers {
            crate::rules::Known::Value(travellers) => {
                let each = travellers.iter().map(|t| answer(body, Scope { traveller: Some(t), ..scope }));
                if *all { negate(each.map(negate).fold(Answer::No, or)) } else { each.fold(Answer::No, or) }
            }
            _ => Answer::Unknown,
        },
        Node::Words(test, on, word) => match (value(on, scope), value(word, scope)) {
            (Seen::Value(Value::Text(on)), Seen::Value(Value::Text(word))) => yes_no(match test {
                TextTest::StartsWith => on.starts_with(word),
                TextTest::EndsWith => on.ends_with(word),
                TextTest::Contains => on.contains(word),
            }),
            _ => Answer::Unknown,
        },
        _ => match value(node, scope) {
            Seen::Value(Value::Bool(met)) => yes_no(met),
            _ => Answer::Unknown,
        },
    }
}

fn or(left: Answer, right: Answer) -> Answer {
    match (left, right) {
        (Answer::Yes, _) | (_, Answer::Yes) => Answer::Yes,
        (Answer::No, Answer::No) => Answer::No,
        _ => Answer::Unknown,
    }
}

pub(super) fn value<'a>(node: &'a Node, scope: Scope<'a>) -> Seen<'a> {
    let found = match node {
        Node::Bool(value) => Value::Bool(*value),
        Node::Int(value) => Value::Int(*value),
        Node::Text(value) => Value::Text(value),
        Node::Timestamp(value) => Value::Timestamp(*value),
        Node::Date(value) => Value::Date(*value),
        Node::Duration(value) => Value::Duration(*value),
        Node::Fact(name) => return (name.see)(scope.facts),
        Node::Item(name, _) => return scope.traveller.map_or(Seen::Doubtful, |t| (name.see)(t)),
        Node::Size(name) => match (name.see)(scope.facts) {
            Seen::Value(Value::Travellers(travellers)) => Value::Int(count(travellers.len())),
            Seen::Value(Value::Strings(strings)) => Value::Int(count(strings.len())),
            Seen::Value(_) => return Seen::Doubtful,
            unseen => return unseen,
        },
        Node::End { first } => {
            let (earliest, latest) = scope.facts.note.received_spread;
            Value::Timestamp(if *first { earliest } else { latest })
        }
        Node::Sum { minus, left, right } => return sum(*minus, value(left, scope), value(right, scope)),
        Node::Choose(test, yes, no) => match answer(test, scope) {
            Answer::Yes => return value(yes, scope),
            Answer::No => return value(no, scope),
            Answer::Unknown => {
                let (yes, no) = (value(yes, scope), value(no, scope));
                return if yes == no { yes } else { Seen::Doubtful };
            }
        },
        _ => match answer(node, scope) {
            Answer::Yes => Value::Bool(true),
            Answer::No => Value::Bool(false),
            Answer::Unknown => return Seen::Doubtful,
        },
    };
    Seen::Value(found)
}

fn count(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

/// A sum that leaves the range of its type is Doubtful: nobody meant it, and it must not decide anything.
fn sum<'a>(minus: bool, left: Seen<'a>, right: Seen<'a>) -> Seen<'a> {
    let (Seen::Value(left), Seen::Value(right)) = (left, right) else { return Seen::Doubtful };
    let found = match (left, right, minus) {
        (Value::Int(a), Value::Int(b), false) => a.checked_add(b).map(Value::Int),
        (Value::Int(a), Value::Int(b), true) => a.checked_sub(b).map(Value::Int),
        (Value::Duration(a), Value::Duration(b), false) => a.checked_add(&b).map(Value::Duration),
        (Value::Duration(a), Value::Duration(b), true) => a.checked_sub(&b).map(Value::Duration),
        (Value::Timestamp(a), Value::Duration(b), false) => a.checked_add_signed(b).map(Value::Timestamp),
        (Value::Timestamp(a), Value::Duration(b), true) => a.checked_sub_signed(b).map(Value::Timestamp),
        (Value::Timestamp(a), Value::Timestamp(b), true) => Some(Value::Duration(a - b)),
        _ => None,
    };
    found.map_or(Seen::Doubtful, Seen::Value)
}

fn compare(relation: Relation, left: Seen<'_>, right: Seen<'_>) -> Answer {
    let (Seen::Value(left), Seen::Value(right)) = (left, right) else { return Answer::Unknown };
    let order = match (left, right) {
        (Value::Bool(a), Value::Bool(b)) => a.cmp(&b),
        (Value::Int(a), Value::Int(b)) => a.cmp(&b),
        (Value::Text(a), Value::Text(b)) => a.cmp(b),
        (Value::Timestamp(a), Value::Timestamp(b)) => a.cmp(&b),
        (Value::Date(a), Value::Date(b)) => a.cmp(&b),
        (Value::Duration(a), Value::Duration(b)) => a.cmp(&b),
        _ => return Answer::Unknown,
    };
    yes_no(match relation {
        Relation::Equal => order == Ordering::Equal,
        Relation::Unequal => order != Ordering::Equal,
        Relation::Less => order == Ordering::Less,
        Relation::AtMost => order != Ordering::Greater,
        Relation::More => order == Ordering::Greater,
        Relation::AtLeast => order != Ordering::Less,
    })
}

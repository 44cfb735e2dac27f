//! What a checked condition is made of.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::rules::expr::names::Name;
use crate::rules::{Facts, TravellerFacts};

/// A checked condition; evaluating it cannot fail.
#[derive(Debug)]
pub struct Expr(pub(super) Node);

/// What a checked condition is made of.
#[derive(Debug)]
pub(super) enum Node {
    Bool(bool),
    Int(i64),
    Text(String),
    Timestamp(DateTime<Utc>),
    Date(NaiveDate),
    Duration(TimeDelta),
    Fact(&'static Name<Facts>),
    /// A fact of one traveller, and the variable as the condition writes it.
    Item(&'static Name<TravellerFacts>, String),
    Has(Box<Node>),
    Not(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    Choose(Box<Node>, Box<Node>, Box<Node>),
    Compare(Relation, Box<Node>, Box<Node>),
    OnList(String),
    OneOf(Box<Node>, Vec<Node>),
    InStrings(Box<Node>, &'static Name<Facts>),
    Size(&'static Name<Facts>),
    End {
        first: bool,
    },
    Each {
        all: bool,
        body: Box<Node>,
    },
    Words(TextTest, Box<Node>, Box<Node>),
    Sum {
        minus: bool,
        left: Box<Node>,
        right: Box<Node>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextTest {
    StartsWith,
    EndsWith,
    Contains,
}

impl Expr {
    /// The documented names that it looks at, lists aside.
    pub(in crate::rules) fn names(&self) -> Vec<&'static str> {
        let mut names = Vec::new();
        self.0.each(&mut |node| match node {
            Node::Fact(name) | Node::Size(name) | Node::InStrings(_, name) => names.push(name.path),
            Node::Each { .. } => names.push("request.travellers"),
            Node::End { .. } => names.push("note.received_spread"),
            _ => {}
        });
        names
    }

    /// The names and lists that it looks at.
    pub(super) fn looks_at(&self) -> Vec<&str> {
        let mut found = self.names();
        self.0.each(&mut |node| {
            if let Node::OnList(list) = node {
                found.push(list);
            }
        });
        found
    }

    /// The lists of States that it looks at.
    pub(in crate::rules) fn lists(&self) -> Vec<String> {
        let mut lists = Vec::new();
        self.0.each(&mut |node| {
            if let Node::OnList(list) = node {
                lists.push(list.clone());
            }
        });
        lists
    }
}

impl Node {
    /// Calls `see` with this node and all below it.
    pub(super) fn each<'s>(&'s self, see: &mut impl FnMut(&'s Self)) {
        see(self);
        match self {
            Self::Has(a) | Self::Not(a) | Self::InStrings(a, _) => a.each(see),
            Self::Each { body, .. } => body.each(see),
            Self::And(a, b) | Self::Or(a, b) | Self::Compare(_, a, b) | Self::Words(_, a, b) => {
                a.each(see);
                b.each(see);
            }
            Self::Sum { left, right, .. } => {
                left.each(see);
                right.each(see);
            }
            Self::Choose(a, b, c) => {
                a.each(see);
                b.each(see);
                c.each(see);
            }
            Self::OneOf(item, all) => {
                item.each(see);
                all.iter().for_each(|node| node.each(see));
            }
            _ => {}
        }
    }
}

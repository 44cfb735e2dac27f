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

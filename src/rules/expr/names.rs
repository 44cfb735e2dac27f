//! The documented names: what a condition may ask, of which type, and how it is read from [`Facts`].

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::rules::{Facts, Known, TravellerFacts};
use crate::states::Answer;

/// The types of the condition language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// true or false.
    Bool,
    /// A whole number.
    Int,
    /// A string.
    Text,
    /// A moment.
    Timestamp,
    /// A day.
    Date,
    /// A span of time.
    Duration,
    /// A set of strings.
    Strings,
    /// The lists that the State stands on.
    Lists,
    /// Two timestamps.
    Timestamps,
    /// The travellers.
    Travellers,
}

impl Type {
    /// As diagnostics and docs say it, with its article.
    pub fn words(self) -> &'static str {
        match self {
            Self::Bool => "true or false",
            Self::Int => "a number",
            Self::Text => "a string",
            Self::Timestamp => "a timestamp",
            Self::Date => "a date",
            Self::Duration => "a duration",
            Self::Strings => "a list of strings",
            Self::Lists => "the lists of a State",
            Self::Timestamps => "a pair of timestamps",
            Self::Travellers => "the list of travellers",
        }
    }
}

/// A value while a condition is evaluated; borrowed from the facts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value<'a> {
    Bool(bool),
    Int(i64),
    Text(&'a str),
    Timestamp(DateTime<Utc>),
    Date(NaiveDate),
    Duration(TimeDelta),
    Strings(&'a BTreeSet<String>),
    Lists(&'a BTreeMap<String, Answer>),
    Timestamps(DateTime<Utc>, DateTime<Utc>),
    Travellers(&'a [TravellerFacts]),
}

/// What a fact shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Seen<'a> {
    Value(Value<'a>),
    Missing,
    Doubtful,
}

/// A documented name over `T`: the whole of the facts, or one traveller.
pub struct Name<T: 'static> {
    /// As conditions write it.
    pub path: &'static str,
    /// Its type.
    pub kind: Type,
    /// The only words it can hold; empty where any word may stand.
    pub words: &'static [&'static str],
    /// Whether it is always known, so that `has()` makes no sense.
    pub always: bool,
    /// For the reference.
    pub doc: &'static str,
    pub(super) see: for<'a> fn(&'a T) -> Seen<'a>,
}

impl<T> std::fmt::Debug for Name<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.path)
    }
}

fn known<'a, T>(fact: &'a Known<T>, value: impl Fn(&'a T) -> Value<'a>) -> Seen<'a> {
    match fact {
        Known::Value(found) => Seen::Value(value(found)),
        Known::Missing => Seen::Missing,
        Known::Doubtful => Seen::Doubtful,
    }
}

fn text(fact: &Known<String>) -> Seen<'_> {
    known(fact, |s| Value::Text(s))
}

fn number(fact: &Known<u32>) -> Seen<'_> {
    known(fact, |n| Value::Int((*n).into()))
}

fn strings(fact: &Known<BTreeSet<String>>) -> Seen<'_> {
    known(fact, Value::Strings)
}

macro_rules! name {
    ($path:literal, $kind:ident, $words:expr, known, $doc:literal, $see:expr) => {
        Name { path: $path, kind: Type::$kind, words: $words, always: false, doc: $doc, see: $see }
    };
    ($path:literal, $kind:ident, $words:expr, always, $doc:literal, |$it:ident| $see:expr) => {
        Name {
            path: $path,
            kind: Type::$kind,
            words: $words,
            always: true,
            doc: $doc,
            see: |$it| Seen::Value($see),
        }
    };
}

const KINDS: &[&str] =
    &["request", "amendment", "withdrawal", "contribution", "enquiry", "attendance", "automatic", "other"];
/// The kinds of papers that reading tells; `papers.toml` defines more.
pub const PAPERS: &[&str] = &["note", "passport", "form", "cv", "visa", "bank", "other"];
const DOUBTS: &[&str] =
    &["kind", "form", "language", "state", "channel", "note_reference", "note_date", "events", "travellers"];

/// Every name of a request.
pub static NAMES: [Name<Facts>; 40] = [
    name!("note.kind", Text, KINDS, known, "what the message is", |f| text(&f.note.kind)),
    name!(
        "note.form",
        Text,
        &["note_verbale", "letter", "message"],
        known,
        "form of the document",
        |f| text(&f.note.form)
    ),
    name!(
        "note.language",
        Text,
        &["en", "fr", "es", "ar", "ru", "zh"],
        known,
        "language of the document",
        |f| text(&f.note.language)
    ),
    name!(
        "note.channel",
        Text,
        &["new_york", "geneva", "vienna", "capital", "other"],
        known,
        "the office that issues it",
        |f| text(&f.note.channel)
    ),
    name!("note.reference", Text, &[], known, "the mission's own reference, as printed", |f| text(
        &f.note.reference
    )),
    name!("note.date", Date, &[], known, "the date printed on the note", |f| known(&f.note.date, |d| {
        Value::Date(*d)
    })),
    name!("note.received", Timestamp, &[], always, "when the mail server received it", |f| Value::Timestamp(
        f.note.received
    )),
    name!(
        "note.received_spread",
        Timestamps,
        &[],
        always,
        "the earliest `[0]` and latest `[1]` of the stamps that speak of receipt; both are `note.received` where none disagrees",
        |f| Value::Timestamps(f.note.received_spread.0, f.note.received_spread.1)
    ),
    name!("note.papers", Strings, PAPERS, always, "kinds of the papers that came with it", |f| {
        Value::Strings(&f.note.papers)
    }),
    name!("note.unread_papers", Int, &[], always, "papers whose text could not be read", |f| Value::Int(
        f.note.unread_papers.into()
    )),
    name!(
        "note.unknown_papers",
        Int,
        &[],
        always,
        "of these, papers whose name does not tell either what they are",
        |f| Value::Int(f.note.unknown_papers.into())
    ),
    name!("note.state_pays", Text, &[], known, "what the State itself pays, as printed", |f| text(
        &f.note.state_pays
    )),
    name!("note.automatic_marks", Int, &[], always, "headers that forbid an answer", |f| Value::Int(
        f.note.automatic_marks.into()
    )),
    name!("note.doubts", Strings, DOUBTS, always, "fields that a person should look at", |f| Value::Strings(
        &f.note.doubts
    )),
    name!("state.code", Text, &[], known, "the State that asks, ISO 3166-1 alpha-3", |f| known(
        &f.state.code,
        |c| Value::Text(c.as_str())
    )),
    name!(
        "state.lists",
        Lists,
        &[],
        always,
        "the lists it stands on, as of receipt and of the event: `'ldc' in state.lists`",
        |f| Value::Lists(&f.state.lists)
    ),
    name!(
        "state.group",
        Text,
        &[],
        known,
        "regional group, by states.csv: `'African'`, `'Asia-Pacific'`, `'Eastern European'`, `'GRULAC'`, `'WEOG'`",
        |f| text(&f.state.group)
    ),
    name!(
        "state.kind",
        Text,
        &["member", "observer", "organisation"],
        known,
        "what it is to the United Nations",
        |f| text(&f.state.kind)
    ),
    name!(
        "state.supported_before",
        Int,
        &[],
        known,
        "journeys that the fund paid for the State before",
        |f| number(&f.state.supported_before)
    ),
    name!("event.id", Text, &[], known, "the event asked for, an id of events.toml", |f| text(&f.event.id)),
    name!("event.process", Text, &[], known, "its process", |f| text(&f.event.process)),
    name!(
        "event.covered",
        Bool,
        &[],
        known,
        "whether the fund pays for it; doubtful where events.toml says unclear",
        |f| known(&f.event.covered, |b| Value::Bool(*b))
    ),
    name!("event.start", Date, &[], known, "its first day", |f| known(&f.event.start, |d| Value::Date(*d))),
    name!("event.end", Date, &[], known, "its last day", |f| known(&f.event.end, |d| Value::Date(*d))),
    name!("event.deadline", Timestamp, &[], known, "the last second for requests", |f| known(
        &f.event.deadline,
        |t| Value::Timestamp(*t)
    )),
    name!(
        "event.rule_deadline",
        Timestamp,
        &[],
        known,
        "the last second that the general rule gives, also where another day is set for the event",
        |f| known(&f.event.rule_deadline, |t| Value::Timestamp(*t))
    ),
    name!("event.max_per_state", Int, &[], known, "delegates supported for this State", |f| number(
        &f.event.max_per_state
    )),
    name!("event.papers", Strings, PAPERS, known, "papers that must come with the note", |f| strings(
        &f.event.papers
    )),
    name!(
        "event.late_to",
        Text,
        &[],
        known,
        "the later event, still open on receipt, for which a late note may be considered",
        |f| { text(&f.event.late_to) }
    ),
    name!("request.travellers", Travellers, &[], known, "the nominees", |f| known(
        &f.request.travellers,
        |t| Value::Travellers(t)
    )),
    name!(
        "request.papers",
        Strings,
        PAPERS,
        known,
        "what came with it: kinds of papers and ids of papers.toml; doubtful while a paper is unknown",
        |f| strings(&f.request.papers)
    ),
    name!(
        "request.missing_papers",
        Strings,
        PAPERS,
        known,
        "papers that the event requires and that did not come",
        |f| strings(&f.request.missing_papers)
    ),
    name!(
        "request.cost",
        Int,
        &[],
        known,
        "what the journey of one traveller is expected to cost by costs.toml, in its currency",
        |f| number(&f.request.cost)
    ),
    name!("request.days", Int, &[], known, "days for which support is asked", |f| number(&f.request.days)),
    name!(
        "request.earlier",
        Int,
        &[],
        always,
        "other live requests of the State for the event, received earlier",
        |f| Value::Int(f.request.earlier.into())
    ),
    name!(
        "request.rivals",
        Int,
        &[],
        always,
        "other live requests of the State for the event, earlier or later",
        |f| Value::Int(f.request.rivals.into())
    ),
    name!(
        "request.rivals_of_record",
        Bool,
        &[],
        always,
        "whether this and all its rivals come from senders of record",
        |f| Value::Bool(f.request.rivals_of_record)
    ),
    name!(
        "sender.authentic",
        Text,
        &["pass", "fail"],
        known,
        "verdict of a trusted receiving server; missing where it gave none",
        |f| match f.sender.authentic.as_str() {
            "none" | "" => Seen::Missing,
            verdict => Seen::Value(Value::Text(verdict)),
        }
    ),
    name!("sender.of_record", Bool, &[], known, "whether the address is of record for the State", |f| known(
        &f.sender.of_record,
        |b| Value::Bool(*b)
    )),
    name!(
        "sender.answerable",
        Bool,
        &[],
        always,
        "whether there is one From address, of a person, that can be written to",
        |f| Value::Bool(f.sender.answerable)
    ),
];

/// Every name of one traveller, for `request.travellers.all(t, t.government)`.
pub static TRAVELLER: [Name<TravellerFacts>; 9] = [
    name!("name", Text, &[], always, "as printed", |t| Value::Text(&t.name)),
    name!("gender", Text, &["f", "m"], known, "only where words tell it", |t| text(&t.gender)),
    name!("function", Text, &[], known, "post and institution as printed", |t| text(&t.function)),
    name!("government", Bool, &[], known, "whether the post is a government's", |t| known(
        &t.government,
        |b| Value::Bool(*b)
    )),
    name!("date_of_birth", Date, &[], known, "date of birth", |t| known(&t.date_of_birth, |d| Value::Date(
        *d
    ))),
    name!("passport", Text, &[], known, "number of the passport", |t| text(&t.passport)),
    name!("email", Text, &[], known, "address of electronic mail", |t| text(&t.email)),
    name!("telephone", Text, &[], known, "telephone number", |t| text(&t.telephone)),
    name!("departure_city", Text, &[], known, "city from which the journey begins", |t| text(
        &t.departure_city
    )),
];

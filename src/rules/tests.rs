//! What rule files may say, what follows from them, and in which words.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::calendar::{Moment, Zone};
use crate::diagnostic::{Diagnostic, Source};
use crate::rules::book::with_words;
use crate::rules::expr::Vocabulary;
use crate::rules::{Facts, Known, Rulebook, Ruling, TravellerFacts, judge};

mod conditions;
mod document;
mod files;
mod judging;
mod oracle;
mod properties;
mod told;

fn new_york() -> Zone {
    // EDT from 12 March 2017 07:00 UTC and 11 March 2018, EST from 5 November 2017 06:00 UTC and 4 November 2018.
    Zone {
        name: "America/New_York".into(),
        version: "test".into(),
        first_offset: -5 * 3600,
        transitions: vec![
            (1_489_302_000, -4 * 3600),
            (1_509_861_600, -5 * 3600),
            (1_520_751_600, -4 * 3600),
            (1_541_311_200, -5 * 3600),
        ],
    }
}

fn lists() -> BTreeSet<String> {
    ["developing", "ldc", "lldc", "sids", "transition"].map(str::to_owned).into()
}

fn words() -> Vocabulary {
    Vocabulary { lists: lists(), ..Vocabulary::default() }
}

fn load(checks: &str) -> Result<(Rulebook, Vec<Diagnostic>), Vec<Diagnostic>> {
    load_all(&[
        ("rules/checks.toml", checks.to_owned()),
        ("rules/events.toml", include_str!("../../rules/events.toml").to_owned()),
    ])
}

fn load_all(files: &[(&str, String)]) -> Result<(Rulebook, Vec<Diagnostic>), Vec<Diagnostic>> {
    let sources: Vec<Source> =
        files.iter().map(|(path, text)| Source { path: (*path).to_owned(), text: text.clone() }).collect();
    let zones: BTreeMap<String, Zone> =
        super::zone_names(&sources).into_iter().map(|name| (name, Zone::utc())).collect();
    with_words(&sources, words(), None, &new_york(), &zones)
}

fn book(checks: &str) -> Rulebook {
    load(checks).map(|(book, _)| book).unwrap_or_else(|found| panic!("{found:#?}"))
}

/// The rules of the sample desk.
fn sample() -> Rulebook {
    book(include_str!("../../rules/checks.toml"))
}

fn at(words: &str) -> DateTime<Utc> {
    words.parse().unwrap()
}

fn ruled(facts: &Facts, book: &Rulebook) -> Ruling {
    judge(facts, book, Moment(at("2017-08-11T00:00:00Z")))
}

fn traveller(name: &str, government: Known<bool>) -> TravellerFacts {
    TravellerFacts { name: name.to_owned(), government, ..TravellerFacts::default() }
}

/// A small check: `note.form` must be a note verbale, with whatever `more` says.
fn check(id: &str, require: &str, yes: &str, no: &str, more: &str) -> String {
    format!(
        "[[check]]\nid = \"{id}\"\nsource = \"A paper\"\nrequire = \"{require}\"\nletter = {{ en = \"a sentence\" }}\n{more}\n\
         [[check.example]]\nfacts = {{ {yes} }}\nexpect = \"yes\"\nwhy = \"So.\"\n\
         [[check.example]]\nfacts = {{ {no} }}\nexpect = \"no\"\nwhy = \"So.\"\n"
    )
}

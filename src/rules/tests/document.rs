//! docs/rules.md says what the code does: the generated part is compared, UPDATE=1 rewrites it.

use std::fmt::Write;

use super::told::golden;
use crate::rules::expr::{NAMES, TRAVELLER, Type};
use crate::rules::shape::{FILES, Shape, Takes};

const BEGIN: &str = "<!-- generated from the code: UPDATE=1 cargo test --lib rules::tests::document -->";
const END: &str = "<!-- end of the generated part -->";

fn row(text: &mut String, path: &str, kind: Type, words: &[&str], always: bool, doc: &str) {
    let kind = kind.words();
    let may = match (always, words.is_empty()) {
        (true, _) => "never".to_owned(),
        (false, _) => "yes".to_owned(),
    };
    let words: Vec<String> = words.iter().map(|word| format!("`'{word}'`")).collect();
    let words = if words.is_empty() { String::new() } else { format!(": {}", words.join(", ")) };
    writeln!(text, "| `{path}` | {kind} | {may} | {doc}{words} |").unwrap();
}

#[test]
fn the_names_stand_in_the_reference() {
    let mut names =
        String::from("| name | type | may be unknown | what it is |\n| --- | --- | --- | --- |\n");
    for name in &NAMES {
        row(&mut names, name.path, name.kind, name.words, name.always, name.doc);
    }
    names.push_str("\nOf one traveller `t`, inside `request.travellers.all(t, …)` and `.exists(t, …)`:\n\n");
    names.push_str("| name | type | may be unknown | what it is |\n| --- | --- | --- | --- |\n");
    for name in &TRAVELLER {
        row(&mut names, &format!("t.{}", name.path), name.kind, name.words, name.always, name.doc);
    }
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let document = std::fs::read_to_string(file).unwrap();
    let (before, rest) = document.split_once(BEGIN).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    golden("docs/rules.md", &format!("{before}{BEGIN}\n{names}{END}{after}"));
}

const KEYS_BEGIN: &str =
    "<!-- keys: generated from the code: UPDATE=1 cargo test --lib rules::tests::document -->";
const KEYS_END: &str = "<!-- end of the keys -->";

fn holds(takes: Takes) -> String {
    let words = |all: &[&str]| all.iter().map(|word| format!("`\"{word}\"`")).collect::<Vec<_>>().join(", ");
    match takes {
        Takes::Text => "a string".to_owned(),
        Takes::Condition => "a condition".to_owned(),
        Takes::Number => "a whole number".to_owned(),
        Takes::Day => "a day".to_owned(),
        Takes::Moment => "a moment with its zone".to_owned(),
        Takes::Truth => "`true` or `false`".to_owned(),
        Takes::Word(all) => words(all),
        Takes::Texts => "a list of strings".to_owned(),
        Takes::Days => "a list of days".to_owned(),
        Takes::Languages => "sentences by language".to_owned(),
        Takes::Source => "a string, or names by language".to_owned(),
        Takes::Facts => "facts by their names".to_owned(),
        Takes::Numbers => "a number for each list".to_owned(),
        Takes::Effects => "an effect for each check".to_owned(),
        Takes::Table(_) => "a table".to_owned(),
        Takes::Tables(_) | Takes::Named(_) => "tables".to_owned(),
    }
}

fn keys(text: &mut String, shape: &'static Shape, seen: &mut Vec<&'static str>) {
    if !shape.written.is_empty() {
        writeln!(text, "\n`{}`\n", shape.written).unwrap();
    } else {
        text.push('\n');
    }
    text.push_str("| key | | holds | what it says |\n| --- | --- | --- | --- |\n");
    for key in shape.keys {
        writeln!(text, "| `{}` | {} | {} | {} |", key.name, key.needed, holds(key.takes), key.doc).unwrap();
    }
    for key in shape.keys {
        if let Takes::Table(inner) | Takes::Tables(inner) | Takes::Named(inner) = key.takes {
            // Examples are told once.
            if !seen.contains(&inner.written) && inner.written != "[[criterion.example]]" {
                keys(text, inner, seen);
            }
        }
    }
    seen.push(shape.written);
}

#[test]
fn the_keys_stand_in_the_reference() {
    let mut text = String::new();
    for file in &FILES {
        writeln!(text, "\n### {}\n\nHolds {}.", file.path, file.doc).unwrap();
        keys(&mut text, &file.root, &mut Vec::new());
    }
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let document = std::fs::read_to_string(file).unwrap();
    let (before, rest) = document.split_once(KEYS_BEGIN).unwrap();
    let (_, after) = rest.split_once(KEYS_END).unwrap();
    golden("docs/rules.md", &format!("{before}{KEYS_BEGIN}\n{text}\n{KEYS_END}{after}"));
}

/// The TOML of the guide is what the program takes: each check in it is read and its examples are run.
#[test]
fn the_checks_of_the_guide_are_in_order() {
    let document = include_str!("../../../docs/rules.md");
    let mut seen = 0;
    for block in document.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next()) {
        if block.starts_with("[[check]]") {
            seen += 1;
            let sources = [
                ("rules/checks.toml", block),
                ("rules/papers.toml", include_str!("../../../desks/bbnj/rules/papers.toml")),
                ("rules/events.toml", include_str!("../../../rules/events.toml")),
            ];
            // What a check waits for stands in the desk, not in the guide.
            let alone = |text: &str| {
                let text = text.replace("after = [\"known-event\", \"covered-event\"]\n", "");
                let text = text.replace("after = [\"known-event\"]\n", "");
                text.replace("\"known-event\", \"covered-event\", ", "")
            };
            let found = super::load_all(&sources.map(|(path, text)| (path, alone(text))));
            assert!(found.is_ok(), "{block}\n{:#?}", found.err());
        }
    }
    assert!(seen >= 2, "only {seen} checks in the guide");
}

#[test]
fn every_function_stands_in_the_reference() {
    let document = include_str!("../../../docs/rules.md");
    let functions = [
        "has(",
        ".size()",
        ".all(",
        ".exists(",
        ".startsWith(",
        ".endsWith(",
        ".contains(",
        "duration('",
        "date('",
        "timestamp('",
    ];
    for word in functions {
        assert!(document.contains(word), "{word} is not explained");
    }
}

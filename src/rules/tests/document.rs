//! docs/rules.md says what the code does: the generated part is compared, UPDATE=1 rewrites it.

use std::fmt::Write;

use super::told::golden;
use crate::rules::expr::{NAMES, TRAVELLER, Type};

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

#[test]
fn every_key_and_function_stands_in_the_reference() {
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

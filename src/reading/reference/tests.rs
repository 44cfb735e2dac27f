#![allow(clippy::unwrap_used, clippy::panic)]

use super::*;

fn read(text: &str) -> Option<String> {
    find(&Document::new("body", text.to_owned()), "", false).value().cloned()
}

/// One line each: the text (`|` for a line break), an arrow, the reference.
const CASES: &str = include_str!("../../../tests/cases/matching/references.txt");

#[test]
fn references_are_read_as_the_cases_say() {
    let mut wrong = Vec::new();
    for line in CASES.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        let (text, wanted) = line.split_once("=>").unwrap_or_else(|| panic!("an arrow: {line}"));
        let opening = "The Permanent Mission of Kenya presents its compliments to the Office.";
        let got = read(&text.trim().replace('|', "\n").replace('@', opening)).unwrap_or_default();
        if got != wanted.trim() {
            wrong.push(format!("{text}: wanted {wanted}, got {got}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

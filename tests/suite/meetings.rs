//! Which of the meetings that a note names it asks for: short notes of `tests/cases/meetings`, each as if sent some weeks
//! before the first meeting that it concerns.
//!
//! `apart.txt` is by another hand and never learned from; the others are what `tests/corpus/learn.py` learns from, so
//! they only show that it was done.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use chrono::Days;
use serde_json::Value;

use crate::notes::mailed;

/// Days before the first meeting on which a note was sent, as in `learn.py`.
const BEFORE: u64 = 25;

struct Shares {
    all: usize,
    exact: usize,
    silent: usize,
}

fn measured(file: &str) -> Shares {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = verbale::folder::load(root).unwrap();
    let events = &desk.office.rulebook.events;
    let text = std::fs::read_to_string(root.join("tests/cases/meetings").join(file)).unwrap();
    let cases: Vec<(&str, BTreeSet<&str>)> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.rsplit_once(" => "))
        .map(|(text, ids)| (text, ids.split_whitespace().collect()))
        .collect();
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = (0..cases.len()).map(|k| folder.path().join(format!("{k:04}.eml"))).collect();
    for ((text, ids), file) in cases.iter().zip(&files) {
        let first = ids.iter().map(|id| events[*id].start).min().unwrap() - Days::new(BEFORE);
        let mail = format!("Subject: -\n\n{}", text.replace("\\n", "\n"));
        std::fs::write(file, mailed(&first.to_string(), &mail)).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["--json", "--desk", env!("CARGO_MANIFEST_DIR"), "read"])
        .args(&files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut shares = Shares { all: cases.len(), exact: 0, silent: 0 };
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(said.lines().count(), cases.len(), "one object for each note");
    for (line, (text, wanted)) in said.lines().zip(&cases) {
        let object: Value = serde_json::from_str(line).unwrap();
        let have: BTreeSet<&str> =
            object["events"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        if have == *wanted {
            shares.exact += 1;
            continue;
        }
        let doubted = object["doubts"].as_array().unwrap().iter().any(|d| d == "events");
        shares.silent += usize::from(!doubted);
        println!("  {text}\n    want {wanted:?}, have {have:?}{}", if doubted { "" } else { " (SILENT)" });
    }
    println!("{file}: {} of {} exact, {} silently wrong", shares.exact, shares.all, shares.silent);
    shares
}

#[test]
fn what_is_only_named_is_told_from_what_is_asked_for() {
    let apart = measured("apart.txt");
    assert!(apart.exact * 100 >= apart.all * 72, "{} of {}", apart.exact, apart.all);
    assert!(apart.silent * 100 <= apart.all * 7, "{} of {}", apart.silent, apart.all);
    for file in [
        "latin.txt",
        "spanish_arabic.txt",
        "eastern.txt",
        "notes_english_french.txt",
        "notes_french_spanish.txt",
        "notes_eastern.txt",
    ] {
        let learned = measured(file);
        assert!(learned.exact * 100 >= learned.all * 76, "{} of {} in {file}", learned.exact, learned.all);
    }
}

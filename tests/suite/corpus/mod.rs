//! Accuracy on the corpus: `cargo test --release --test suite corpus -- --nocapture` prints it by field, language and
//! carrier, with silent errors and times; `tests/corpus/floors.toml` keeps it from falling.
//!
//! `tests/corpus/tune` is there to tune on: what is wrong there is listed by name. So is `tests/corpus/hands`: plain
//! texts by six hands (the letter) that had not seen the program, in up to three manners (the digit); `g` are ours. `tests/corpus/measure` is only
//! measured on: its texts and misses are never shown, so that nobody fits the program to them.
//! `tests/corpus/paper` is some of the hands on paper, scanned or photographed, made by its `make.py`; `tests/corpus/printed`
//! is some of them as PDF with a text layer, by six programs and in many layouts.
//! `VERBALE_CORPUS=DIR cargo test --test suite corpus_elsewhere -- --ignored --nocapture` measures labelled mail that
//! lies elsewhere, and lists what is wrong there.
//!
//! Recognising a page takes seconds: unless `VERBALE_LONG` is set, only every fourth scan is read.

mod gold;
mod score;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use gold::Gold;
use score::{FIELDS, Score, Tally};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// What the program says of each message, in the order of `files`.
fn read(files: &[PathBuf]) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["--json", "--desk", env!("CARGO_MANIFEST_DIR"), "read", "--timings"])
        .args(files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Measures the labelled messages of `corpus`; the floors of `name`, if it has some, must hold.
fn measure(name: &str, corpus: &Path, list_misses: bool) {
    let mut folders: Vec<PathBuf> = std::fs::read_dir(corpus)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.join("gold.json").is_file())
        .collect();
    folders.sort();
    let mut golds: Vec<Gold> = folders.iter().map(|f| Gold::load(&f.join("gold.json"))).collect();
    if !crate::support::long() {
        let mut scans = 0..;
        let keep: Vec<bool> =
            golds.iter().map(|g| !g.is_recognised() || scans.next().is_some_and(|n| n % 4 == 0)).collect();
        let mut kept = keep.iter();
        folders.retain(|_| *kept.next().unwrap());
        let mut kept = keep.iter();
        golds.retain(|_| *kept.next().unwrap());
    }
    let files: Vec<PathBuf> = folders.iter().map(|f| f.join("message.eml")).collect();
    let said = read(&files);
    assert_eq!(said.len(), files.len(), "one object for each message");

    let mut all = Tally::default();
    let mut by: BTreeMap<(&str, String), Tally> = BTreeMap::new();
    let mut misses = String::new();
    for ((folder, gold), said) in folders.iter().zip(&golds).zip(&said) {
        let score = Score::of(gold, said);
        all.add(&score);
        for (group, name) in [("language", gold.language_name()), ("carrier", gold.carrier.clone())] {
            by.entry((group, name)).or_default().add(&score);
        }
        for (field, told) in &score.misses {
            let slug = folder.file_name().unwrap().to_string_lossy();
            misses.push_str(&format!("  {slug}: {field}: {told}\n"));
        }
    }
    println!("\n== {name}: {} messages", folders.len());
    println!("{}", all.table(&by));
    if list_misses {
        println!("{misses}");
    }
    hold_the_floors(name, &all);
}

/// Fails when a share has fallen under what `floors.toml` says of this half.
fn hold_the_floors(half: &str, all: &Tally) {
    let text = std::fs::read_to_string(folder().join("floors.toml")).unwrap();
    let floors: toml::Table = text.parse().unwrap();
    let Some(floors) = floors.get(half).and_then(toml::Value::as_table) else { return };
    let mut fallen = String::new();
    for (name, floor) in floors {
        let floor = floor.as_float().unwrap();
        let share =
            all.share(name).unwrap_or_else(|| panic!("floors.toml: `{name}` is no field of {FIELDS:?}"));
        let bad = if name.starts_with("silent") { share > floor } else { share < floor };
        if bad {
            fallen.push_str(&format!("  {name}: {share:.4}, and the floor is {floor}\n"));
        }
    }
    assert!(fallen.is_empty(), "accuracy on {half} has fallen:\n{fallen}");
}

#[test]
fn corpus_tune() {
    measure("tune", &folder().join("tune"), true);
}

#[test]
fn corpus_hands() {
    measure("hands", &folder().join("hands"), true);
}

#[test]
fn corpus_paper() {
    measure("paper", &folder().join("paper"), true);
}

#[test]
fn corpus_printed() {
    measure("printed", &folder().join("printed"), true);
}

#[test]
fn corpus_measure() {
    measure("measure", &folder().join("measure"), false);
}

#[test]
#[ignore = "measures the folder in VERBALE_CORPUS"]
fn corpus_elsewhere() {
    let elsewhere =
        std::env::var_os("VERBALE_CORPUS").expect("VERBALE_CORPUS names a folder of labelled messages");
    measure("elsewhere", Path::new(&elsewhere), true);
}

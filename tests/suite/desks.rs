//! The desks of two other funds: folders of rule files and templates, not a line of code.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::walk::{stages, tried};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("desks")
}

const DESKS: [&str; 2] = ["bbnj", "unctad"];

/// Where each sample note must stand, whoever rewrites the goldens, with the checks that decide.
const STANDINGS: [(&str, &str, &str, &[&str]); 20] = [
    ("bbnj", "01-complete", "registered", &[]),
    ("bbnj", "02-two-in-order", "registered", &[]),
    ("bbnj", "03-no-visa", "incomplete", &["required-papers"]),
    ("bbnj", "04-last-day", "registered", &[]),
    ("bbnj", "05-one-second-late", "declined", &["closing-date"]),
    ("bbnj", "06-norway", "declined", &["developing-country"]),
    ("bbnj", "07-consultative-process", "declined", &["covered-event"]),
    ("bbnj", "08-geneva", "incomplete", &["new-york-channel"]),
    ("bbnj", "09-plain-mail", "incomplete", &["note-verbale"]),
    ("bbnj", "10-forged", "held", &["sender-authentic"]),
    ("unctad", "01-complete", "registered", &[]),
    ("unctad", "02-no-cv", "incomplete", &["curriculum-vitae"]),
    ("unctad", "03-transition", "registered", &[]),
    ("unctad", "04-last-second", "registered", &[]),
    ("unctad", "05-one-second-late", "declined", &["closing-date"]),
    ("unctad", "06-norway", "declined", &["eligible-state"]),
    ("unctad", "07-two-experts", "incomplete", &["one-expert"]),
    ("unctad", "08-the-board", "declined", &["covered-event"]),
    ("unctad", "09-plain-mail", "incomplete", &["formal-nomination"]),
    ("unctad", "10-new-york", "registered", &[]),
];

#[test]
fn each_desk_is_in_order_and_its_notes_stand_where_they_must() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = String::new();
    for desk in DESKS {
        let dir = root().join(desk);
        let check = Command::new(env!("CARGO_BIN_EXE_verbale")).arg("--desk").arg(&dir).arg("check").output();
        let check = check.unwrap();
        let said = String::from_utf8_lossy(&check.stderr).into_owned();
        assert!(check.status.success() && !said.contains("error"), "{desk}: {said}");
        let mut found = [String::new(), String::new(), String::new()];
        for object in tried(&dir, &[&dir.join("samples").display().to_string()]) {
            stages(&object, &mut found);
            let file = object["file"].as_str().unwrap().rsplit('/').next().unwrap().trim_end_matches(".eml");
            let (_, _, standing, rules) = STANDINGS
                .iter()
                .find(|s| s.0 == desk && s.1 == file)
                .unwrap_or_else(|| panic!("{desk}/{file}"));
            let findings = object["requests"][0]["findings"].as_array().cloned().unwrap_or_default();
            let deciding: Vec<&str> = findings
                .iter()
                .filter(|f| ["hold", "decline", "ask"].contains(&f["effect"].as_str().unwrap()))
                .map(|f| f["rule"].as_str().unwrap())
                .collect();
            if object["disposition"] != *standing || deciding != *rules {
                let _ = writeln!(wrong, "{desk}/{file}: {} by {deciding:?}", object["disposition"]);
            }
        }
        for (name, found) in ["1-reading.txt", "2-ruling.txt", "3-letters.txt"].iter().zip(&found) {
            let golden = dir.join("samples").join(name);
            if update {
                std::fs::write(&golden, found).unwrap();
            } else if std::fs::read_to_string(&golden).unwrap_or_default() != *found {
                let _ = writeln!(wrong, "{desk}/samples/{name} differs; UPDATE=1 rewrites it");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_letter_names_the_papers_that_are_missing() {
    let dir = root().join("bbnj");
    let object = tried(&dir, &[&dir.join("samples/03-no-visa.eml").display().to_string()]).remove(0);
    let text =
        object["letters"][0]["text"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("did not come with the note: the banking form; a copy of the visas needed"),
        "{text}"
    );
}

/// Nothing of a fund is in the code; tests and samples aside.
#[test]
fn no_fund_is_named_in_the_code() {
    fn walk(dir: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().is_some_and(|n| n != "tests") {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap().to_lowercase();
        for word in ["bbnj", "unctad", "69/292", "456 (xlv)"] {
            assert!(!text.contains(word), "{}: {word}", file.display());
        }
    }
}

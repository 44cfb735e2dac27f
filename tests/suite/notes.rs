//! Notes in one file each language and theme, many to a file, with the facts that must be read from them.
//!
//! ```text
//! === name
//! state AUT · date 2018-02-01 · events gcm-round-1 · doubts events
//! Subject: ...
//!
//! the text of the mail, up to the next "==="
//! ```
//! Facts are parted by " · "; `-` is none. Only those that are named are compared. A fact behind `?` must stand in
//! `doubts`; every other must not. `received` is the day of the mail (12:00 UTC), 2017-08-10 where it is left out.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

struct Note {
    name: String,
    /// Field, value, whether it must be doubted; `None` where it may or may not.
    facts: Vec<(String, String, Option<bool>)>,
    mail: String,
}

fn notes() -> Vec<Note> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/notes");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let stem = file.file_stem().unwrap().to_string_lossy();
        if stem == "sentences" {
            found.extend(text.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(sentence));
            continue;
        }
        for block in text.split("\n=== ").skip(1) {
            let (name, rest) = block.split_once('\n').unwrap();
            let (facts, mail) = rest.split_once('\n').unwrap();
            let mut received = "2017-08-10";
            let mut wanted = Vec::new();
            for fact in facts.split(" · ") {
                let (field, value) = fact.split_once(' ').unwrap_or((fact, ""));
                let (value, doubted) = value.strip_prefix("? ").map_or((value, false), |v| (v, true));
                match field {
                    "received" => received = value,
                    _ => wanted.push((field.to_owned(), value.to_owned(), Some(doubted))),
                }
            }
            found.push(Note { name: format!("{stem}: {name}"), facts: wanted, mail: mailed(received, mail) });
        }
    }
    let kinds = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/kinds.txt");
    let kinds = std::fs::read_to_string(kinds).unwrap();
    found.extend(kinds.lines().filter(|l| !l.starts_with('#')).map(kind));
    found
}

/// `request | The Mission requests ...`: one line of the file of kinds.
fn kind(line: &str) -> Note {
    let (kind, text) = line.split_once(" | ").unwrap();
    let mail = mailed("2017-08-10", &format!("Subject: note\n\n{text}"));
    Note { name: line.to_owned(), facts: vec![("kind".to_owned(), kind.to_owned(), None)], mail }
}

/// `2017-08-10 | The Mission requests ... => event ids`: one line of the file of sentences.
fn sentence(line: &str) -> Note {
    let (received, rest) = line.split_once(" | ").unwrap();
    let (text, events) = rest.rsplit_once(" => ").unwrap();
    let (events, doubted) = events.strip_prefix("? ").map_or((events, false), |v| (v, true));
    let mail = mailed(received, &format!("Subject: note\n\n{}", text.replace("\\n", "\n")));
    let facts = vec![("events".to_owned(), events.trim().to_owned(), Some(doubted))];
    Note { name: line.to_owned(), facts, mail }
}

pub(crate) fn mailed(received: &str, mail: &str) -> String {
    let day = chrono::NaiveDate::parse_from_str(received, "%Y-%m-%d").unwrap();
    format!(
        "Received: from a.example by mx.fund.example; {0}\nDate: {0}\nMIME-Version: 1.0\n\
         Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n{mail}\n",
        day.format("%a, %d %b %Y 12:00:00 +0000")
    )
}

fn said(object: &Value, field: &str) -> String {
    let key = match field {
        "reference" => "note_reference",
        "date" => "note_date",
        other => other,
    };
    match &object[key] {
        Value::String(s) => s.clone(),
        Value::Array(all) if !all.is_empty() => {
            all.iter().map(|v| v.as_str().unwrap()).collect::<Vec<_>>().join(" ")
        }
        _ => "-".to_owned(),
    }
}

#[test]
fn notes_are_read_as_they_say() {
    let notes = notes();
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = (0..notes.len()).map(|k| folder.path().join(format!("{k:04}.eml"))).collect();
    for (note, file) in notes.iter().zip(&files) {
        std::fs::write(file, &note.mail).unwrap();
    }
    let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["--json", "--desk", env!("CARGO_MANIFEST_DIR"), "read"])
        .args(&files)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    let objects: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(objects.len(), notes.len(), "one object for each note");
    let mut wrong = String::new();
    for (note, object) in notes.iter().zip(&objects) {
        for (field, value, doubted) in &note.facts {
            let have = said(object, field);
            let key = match field.as_str() {
                "reference" => "note_reference",
                "date" => "note_date",
                other => other,
            };
            let doubts = object["doubts"].as_array().unwrap().iter().any(|d| d == key);
            if have != *value || doubted.is_some_and(|d| d != doubts) {
                let mark = |d: bool| if d { "? " } else { "" };
                writeln!(
                    wrong,
                    "{}: {field}: want {}{value}, have {}{have}",
                    note.name,
                    mark(*doubted == Some(true)),
                    mark(doubts)
                )
                .unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

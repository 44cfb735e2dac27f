#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

//! Runs `tests/cases/reading/*`: a message, its papers as text, and what must be read from it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::*;
use crate::message::{Headers, Paper, ReceivedFrom};
use crate::states::tests::world;

fn receipt(at: DateTime<Utc>) -> Receipt {
    Receipt { sha256: Digest::of(b""), size: 0, received: at, received_from: ReceivedFrom::Option }
}

fn message(text: &str, papers: Vec<Paper>) -> Message {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut headers = Headers { date: Some("2017-08-12T12:00:00Z".parse().unwrap()), ..Headers::default() };
    for line in head.lines() {
        match line.split_once(": ").unwrap_or((line.trim_end_matches(':'), "")) {
            ("Subject", value) => headers.subject = value.to_owned(),
            ("Date", value) => headers.date = Some(value.parse().unwrap()),
            ("Return-Path", value) => headers.return_path = Some(value.trim_matches(['<', '>']).to_owned()),
            (name, value) => headers.marks.push((name.to_lowercase(), value.to_owned())),
        }
    }
    Message { headers, body: body.to_owned(), papers, troubles: Vec::new() }
}

fn paper(name: &str, text: &str) -> Paper {
    let pages: Vec<String> = text.split('\x0c').map(str::to_owned).filter(|p| !p.is_empty()).collect();
    Paper {
        name: name.to_owned(),
        media_type: "application/pdf".into(),
        sha256: Digest::of(text.as_bytes()),
        size: 90_000,
        page_count: 1,
        text_by: if pages.is_empty() { TextBy::None } else { TextBy::Text },
        pages,
        trouble: None,
        recognition: None,
    }
}

fn load(folder: &Path) -> (Message, Value) {
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let mut names: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    let papers = names
        .iter()
        .filter_map(|p| p.file_name()?.to_str()?.strip_prefix("paper-")?.strip_suffix(".txt").map(|n| (p, n)))
        .map(|(path, name)| paper(name, &std::fs::read_to_string(path).unwrap()))
        .collect();
    (message(&text("message.txt"), papers), serde_json::from_str(&text("expected.json")).unwrap())
}

/// The reading as far as `expected` speaks of it.
fn shown(reading: &Reading, expected: &Value) -> Value {
    let all = json!({
        "kind": reading.kind.value(), "form": reading.form.value(), "language": reading.language.value(),
        "state": reading.state.value(), "channel": reading.channel.value(),
        "note_reference": reading.note_reference.value(), "note_date": reading.note_date.value(),
        "speaks": reading.speaks, "papers": reading.papers.iter().map(|p| p.kind).collect::<Vec<_>>(),
        "doubts": reading.doubts.iter().filter(|f| **f != Field::Travellers).collect::<Vec<_>>(),
        "troubles": reading.troubles.len(),
        "travellers": reading.travellers.iter().map(|t| &t.value.name).collect::<Vec<_>>(),
    });
    let wanted = expected.as_object().unwrap().keys();
    Value::Object(wanted.map(|k| (k.clone(), all[k].clone())).collect())
}

#[test]
fn every_case_is_read_as_expected() {
    let states = world();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    assert!(folders.len() >= 30, "{}", folders.len());
    let mut failures = Vec::new();
    for folder in folders {
        let (message, expected) = load(&folder);
        let at = message.headers.date.unwrap();
        let reading = read(&message, &receipt(at), &states);
        assert_eq!(reading, read(&message, &receipt(at), &states), "same message, same reading");
        let found = shown(&reading, &expected);
        if found != expected {
            let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
            failures.push(format!(
                "{name}\n  expected {expected}\n  found    {found}\n  state {:?}",
                reading.state
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_five_source_documents_ask_for_nothing() {
    let Ok(folder) = std::env::var("VERBALE_SEEDS") else {
        println!("skipped: VERBALE_SEEDS is not set");
        return;
    };
    let states = world();
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let at = "2018-02-01T12:00:00Z".parse().unwrap();
        let in_body = message(&format!("Subject: circular\n\n{text}"), Vec::new());
        let as_paper =
            message("Subject: Fwd: circular\n\nFor your information.", vec![paper("circular.pdf", &text)]);
        for message in [in_body, as_paper] {
            let reading = read(&message, &receipt(at), &states);
            assert_eq!(reading.kind.value(), Some(&Kind::Other), "{path:?} {:?}", reading.kind);
            assert_eq!(reading.state, Fact::Missing, "{path:?}");
            assert_eq!(reading.language.value(), Some(&Language::En), "{path:?}");
        }
        seen += 1;
    }
    assert_eq!(seen, 5);
}

#[test]
fn damaged_texts_are_read_without_a_panic() {
    let states = world();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading");
    let mut folders: Vec<PathBuf> = std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).collect();
    folders.sort();
    let at = "2017-08-12T12:00:00Z".parse().unwrap();
    let mut seed: usize = 7;
    for folder in folders.iter().step_by(3) {
        let (whole, _) = load(folder);
        for _ in 0..4 {
            let mut chars: Vec<char> = whole.body.chars().collect();
            for _ in 0..8 {
                seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
                let at = (seed >> 33) % chars.len().max(1);
                match seed % 4 {
                    0 => chars.truncate(at),
                    1 => chars.insert(at.min(chars.len()), 'İ'),
                    2 => chars.insert(at.min(chars.len()), '\u{301}'),
                    _ => chars.insert(at.min(chars.len()), '号'),
                }
            }
            let damaged = Message { body: chars.into_iter().collect(), ..whole.clone() };
            let _ = read(&damaged, &receipt(at), &states);
        }
    }
    let _ = read(&Message::default(), &receipt(at), &states);
}

/// `VERBALE_TIME=1 cargo test --release -- --nocapture how_long` prints it; nothing is asserted.
#[test]
fn how_long_a_note_takes() {
    if std::env::var("VERBALE_TIME").is_err() {
        println!("skipped: VERBALE_TIME is not set");
        return;
    }
    let states = world();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading");
    for name in ["001-harness-en", "002-harness-fr"] {
        let (mut message, _) = load(&root.join(name));
        while message.body.len() < 4_000 {
            let end = message.body.rfind("\n\n").unwrap();
            message.body.insert_str(end, "\nThe Permanent Mission would be grateful if the Office could inform it of the arrangements.");
        }
        let at = message.headers.date.unwrap();
        let _ = read(&message, &receipt(at), &states);
        let start = std::time::Instant::now();
        for _ in 0..200 {
            std::hint::black_box(read(&message, &receipt(at), &states));
        }
        println!("{name}: {:?} a note of {} bytes", start.elapsed() / 200, message.body.len());
        let start = std::time::Instant::now();
        for _ in 0..200 {
            std::hint::black_box(states.mentions(&message.body));
        }
        println!("{name}: {:?} for all names in it", start.elapsed() / 200);
    }
}

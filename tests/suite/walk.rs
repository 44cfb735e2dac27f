//! The whole walk on cases: a folder for each, with its messages, one golden for each stage and a line on why it
//! exists. A case may overlay files of the sample desk in `desk/`. `UPDATE=1 cargo test` rewrites the goldens.

use std::fmt::Write as _;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;
use verbale::folder::sample;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// A fresh sample desk that believes the mail server of the cases, with `overlay` laid over it.
fn desk(overlay: &Path) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    sample::write(dir.path()).unwrap();
    if overlay.is_dir() {
        copy(overlay, dir.path());
    }
    dir
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&to).unwrap();
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// `verbale try --json` on files or folders: one object for each message.
pub fn tried(desk: &Path, arguments: &[&str]) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_verbale"))
        .args(["--json", "--desk"])
        .arg(desk)
        .arg("try")
        .args(arguments)
        .env("VERBALE_TRUST__AUTHENTICATION_RESULTS", "mx.fund.example")
        .env("VERBALE_TRUST__RELAYS", "mx.fund.example")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The three stages of one message as text: reading, ruling, letters.
pub fn stages(object: &Value, stages: &mut [String; 3]) {
    let file = object["file"].as_str().and_then(|f| f.rsplit('/').next()).unwrap_or("the message");
    let word = |v: &Value| match v {
        Value::String(s) => s.clone(),
        Value::Null => "-".to_owned(),
        other => other.to_string(),
    };
    let [reading, ruling, letters] = stages;
    for stage in [&mut *reading, &mut *ruling, &mut *letters] {
        let _ = writeln!(stage, "## {file}");
    }
    for key in ["kind", "form", "language", "state", "channel", "note_reference", "note_date", "events"] {
        let fact = &object["facts"][key];
        let words = fact["words"].as_str().map(|w| format!("  “{w}”")).unwrap_or_default();
        let _ = writeln!(reading, "{key}: {} ({}){words}", word(&object[key]), word(&fact["status"]));
    }
    for traveller in object["travellers"].as_array().unwrap() {
        let _ = writeln!(reading, "traveller: {traveller}");
    }
    for key in ["doubts", "automatic_marks", "troubles"] {
        let _ = writeln!(reading, "{key}: {}", object[key]);
    }
    let _ = writeln!(ruling, "received {} -> {}", word(&object["received"]), word(&object["disposition"]));
    for request in object["requests"].as_array().unwrap() {
        let at = ["reference", "state", "event", "disposition"].map(|k| word(&request[k]));
        let _ = writeln!(ruling, "{}", at.join(" "));
        for finding in request["findings"].as_array().unwrap() {
            let at = ["rule", "answer", "effect", "reason"].map(|k| word(&finding[k]));
            let _ = writeln!(ruling, "  {} {} {}: {}", at[0], at[1], at[2], at[3]);
        }
    }
    for rejudged in object["rejudged"].as_array().unwrap() {
        let _ = writeln!(
            ruling,
            "judged anew: {} {}",
            word(&rejudged["reference"]),
            word(&rejudged["disposition"])
        );
    }
    for hold in object["holds"].as_array().unwrap() {
        let _ = writeln!(
            ruling,
            "held: {} {}: {}",
            word(&hold["request"]),
            word(&hold["code"]),
            word(&hold["words"])
        );
    }
    for withheld in object["withheld"].as_array().unwrap() {
        let _ = writeln!(letters, "no letter: {}: {}", word(&withheld["code"]), word(&withheld["words"]));
    }
    for letter in object["letters"].as_array().unwrap() {
        let at = ["template", "language", "to", "send", "held"].map(|k| word(&letter[k]));
        let _ = writeln!(
            letters,
            "{}\nSubject: {}\n\n{}",
            at.join(" "),
            word(&letter["subject"]),
            word(&letter["text"])
        );
    }
    for stage in [reading, ruling, letters] {
        stage.push('\n');
    }
}

#[test]
fn every_case_walks_as_its_goldens_say() {
    let cases = root().join("tests/cases/walk");
    let update = std::env::var_os("UPDATE").is_some();
    let mut names: Vec<PathBuf> = std::fs::read_dir(&cases).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    assert!(names.len() >= 18, "only {} cases", names.len());
    let mut wrong = String::new();
    for case in names {
        let slug = case.file_name().unwrap().to_string_lossy().into_owned();
        assert!(case.join("why.txt").is_file(), "{slug} does not say why it exists");
        let mail = if slug == "001-demo" { root().join("demo/mailbox") } else { case.clone() };
        let mut messages: Vec<String> = std::fs::read_dir(&mail)
            .unwrap()
            .map(|e| e.unwrap().path())
            .filter(|p| p.extension().is_some_and(|e| e == "eml"))
            .map(|p| p.display().to_string())
            .collect();
        messages.sort();
        let desk = desk(&case.join("desk"));
        let messages: Vec<&str> = messages.iter().map(String::as_str).collect();
        let mut found = [String::new(), String::new(), String::new()];
        for object in tried(desk.path(), &messages) {
            stages(&object, &mut found);
        }
        for (name, found) in ["1-reading.txt", "2-ruling.txt", "3-letters.txt"].iter().zip(&found) {
            let golden = case.join(name);
            if update {
                std::fs::write(&golden, found).unwrap();
                continue;
            }
            let expected = std::fs::read_to_string(&golden).unwrap_or_default();
            let differs = expected.lines().zip(found.lines()).enumerate().find(|(_, (e, f))| e != f);
            if expected != *found {
                let _ = writeln!(wrong, "{slug}/{name}: first difference {differs:?}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nUPDATE=1 rewrites the goldens; read what changes");
}

/// What the goldens must say, whoever rewrites them.
#[test]
fn the_promises_hold_whatever_the_goldens_say() {
    let desk = desk(Path::new("none"));
    let case = |slug: &str| {
        let dir = root().join("tests/cases/walk").join(slug).display().to_string();
        tried(desk.path(), &[&dir])
    };
    let one = |slug: &str| case(slug).remove(0);
    let disposition = |slug: &str| one(slug)["disposition"].as_str().unwrap().to_owned();
    assert_eq!(disposition("002-sixteen-august"), "registered");
    assert_eq!(disposition("004-last-second"), "registered");
    for (slug, rule) in [
        ("003-nineteen-august", "closing-date"),
        ("005-one-second-later", "closing-date"),
        ("006-other-process", "covered-event"),
    ] {
        let late = one(slug);
        assert_eq!(late["disposition"], "declined", "{slug}");
        let declines: Vec<&Value> = late["requests"][0]["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|f| f["effect"] == "decline")
            .map(|f| &f["rule"])
            .collect();
        assert_eq!(declines, [rule], "{slug}");
        let sends: Vec<&Value> = late["letters"].as_array().unwrap().iter().map(|l| &l["send"]).collect();
        assert_eq!(sends, ["at-once", "on-release"], "{slug}: the refusal waits");
        let receipt = late["letters"][0]["text"].as_str().unwrap();
        assert!(!receipt.contains("regret"), "{slug}: the acknowledgement states facts only");
    }
    for slug in ["002-sixteen-august", "003-nineteen-august"] {
        let text = one(slug)["letters"][0]["text"].as_str().unwrap().replace(['\n', '\u{a0}'], " ");
        assert!(
            text.contains("14 August 2017") && text.contains("18 August 2017"),
            "{slug}: both sums\n{text}"
        );
        assert!(text.contains("MW/NY/77/17"), "{slug}: the note's own reference");
    }
    let both = case("007-stranger-second-note");
    assert_eq!(both[1]["disposition"], "held");
    assert_eq!(both[1]["rejudged"][0]["disposition"], "held");
    let told = both[1]["letters"].to_string();
    for secret in ["Adjavonou", "TG/12", "GCM-2017-0001", "another", "earlier"] {
        assert!(!told.contains(secret), "the stranger learns `{secret}`: {told}");
    }
    for (slug, code) in [
        ("011-two-from", "no-single-sender"),
        ("012-null-sender", "automatic-mark"),
        ("013-before-start", "before-start"),
    ] {
        let silent = one(slug);
        assert_eq!(silent["letters"].as_array().unwrap().len(), 0, "{slug}");
        assert_eq!(silent["withheld"][0]["code"], code, "{slug}");
    }
    let injected = one("017-injected-words")["letters"].to_string();
    assert!(!injected.contains("evil.example"), "{injected}");
    assert_eq!(one("009-reply-to-elsewhere")["letters"][0]["to"][0], "office@malawi-mission.example");
    assert_eq!(one("010-reply-to-within")["letters"][0]["to"][0], "office@malawi-mission.example");
}

/// The source documents, mailed as text, are circulars: they ask for nothing.
#[test]
fn the_source_documents_become_no_request() {
    let Some(seeds) = std::env::var_os("VERBALE_SEEDS") else {
        eprintln!("skipped: VERBALE_SEEDS is not set");
        return;
    };
    let desk = desk(Path::new("none"));
    let mail = tempfile::tempdir().unwrap();
    let mut count = 0;
    for entry in std::fs::read_dir(seeds).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let head = "From: Office <office@un-office.example>\nTo: desk@fund.example\nSubject: Letter\n\
                    Received: from a by mx.fund.example; Thu, 10 Aug 2017 11:00:00 -0400\nMIME-Version: 1.0\n\
                    Message-ID: <seed@un-office.example>\nContent-Type: text/plain; charset=utf-8\n\
                    Content-Transfer-Encoding: 8bit\n\n";
        let name = format!("{}.eml", path.file_stem().unwrap().to_string_lossy());
        std::fs::write(mail.path().join(name), format!("{head}{text}")).unwrap();
        count += 1;
    }
    assert!(count >= 5, "only {count} source documents");
    for object in tried(desk.path(), &[&mail.path().display().to_string()]) {
        assert_eq!(object["requests"].as_array().unwrap().len(), 0, "{}", object["file"]);
        for letter in object["letters"].as_array().unwrap() {
            assert_ne!(letter["template"], "acknowledgement", "{}", object["file"]);
        }
        println!("{} {} {}", object["file"], object["kind"], object["disposition"]);
    }
}

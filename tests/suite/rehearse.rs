//! Rehearsals: a folder for each case, with the edits, what they change for the bundled mailbox as mail and as it is
//! stored, and a line on why it exists. `UPDATE=1 cargo test` rewrites the goldens.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use verbale::calendar::Moment;
use verbale::desk::{self, Basis, Kept};
use verbale::folder;
use verbale::message::{Digest, Receipt, ReceivedFrom};
use verbale::store::{Incoming, Place, Settlement, Store};
use verbale::worker::Workers;

use crate::support::desk::PROGRAM;
use crate::support::generated;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The bundled mailbox in a store, with the desk folder that judged it, settled in the order of receipt.
struct Demo(tempfile::TempDir);

impl Demo {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let demo = Self(dir);
        folder::sample::write(&demo.desk()).unwrap();
        folder::sample::trust(&demo.desk(), "mx.fund.example").unwrap();
        let desk = folder::load(&demo.desk()).unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(demo.settle(&desk));
        demo
    }

    async fn settle(&self, desk: &folder::Desk) {
        let workers = Workers::new(PROGRAM.into(), desk.settings.limits.clone(), 2);
        let mut mail = Vec::new();
        for entry in std::fs::read_dir(root().join("demo/mailbox")).unwrap().flatten() {
            let raw = std::fs::read(entry.path()).unwrap();
            let message = workers.extract(raw.clone()).await.unwrap();
            let line = message.headers.received.iter().find(|l| l.by == "mx.fund.example");
            mail.push((line.and_then(|l| l.at).unwrap(), raw, message));
        }
        mail.sort_by_key(|(at, _, _)| *at);
        let opened = Store::open(&self.store(), mail[0].0).unwrap();
        let put = opened.store.put_in_force(desk.kept.clone(), desk.office.all_zones(), "start", mail[0].0);
        put.await.unwrap();
        let mut register = opened.register;
        for (n, (received, raw, message)) in mail.into_iter().enumerate() {
            let receipt = Receipt {
                sha256: Digest::of(&raw),
                size: raw.len() as u64,
                received,
                received_from: ReceivedFrom::InternalDate,
            };
            let place =
                Place { account: "test".into(), folder: "INBOX".into(), uidvalidity: 1, uid: n.to_string() };
            let size = receipt.size;
            let incoming =
                Incoming { place, raw, size, too_large: false, receipt: receipt.clone(), fetched: received };
            let (id, _) = opened.store.keep(vec![incoming]).await.unwrap()[0];
            let kept = Kept { message: &message, receipt: &receipt, too_large: false };
            let understood = desk::understand(&message, &receipt, &desk.office);
            let moment = Moment(received);
            let outcome = desk::handle(
                &kept,
                understood,
                Basis { register: &register, office: &desk.office, secret: b"test", moment },
            );
            desk::absorb(&mut register, &outcome, moment);
            let office = desk.office.hash.clone();
            let settlement = Settlement { id, message, outcome, at: received, office };
            assert_eq!(opened.store.settle(vec![settlement]).await.unwrap(), [true]);
        }
    }

    fn desk(&self) -> PathBuf {
        self.0.path().join("desk")
    }

    fn store(&self) -> PathBuf {
        self.0.path().join("store")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(PROGRAM)
            .arg("--desk")
            .arg(self.desk())
            .args(arguments)
            .env("VERBALE_STORE__PATH", self.store())
            .output()
            .unwrap()
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to)
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Edits as `edits.txt` has them: a file, the lines to take out (`- `), the lines to put there (`+ `); without the
/// former they are put at the end.
fn edit(desk: &Path, edits: &str) {
    for block in edits.split("\n\n").filter(|b| !b.trim().is_empty()) {
        let mut lines = block.lines();
        let path = desk.join(lines.next().unwrap());
        let marked = |mark: &str| -> Vec<String> {
            let of = block.lines().skip(1).filter_map(|l| l.strip_prefix(mark));
            of.map(|l| l.strip_prefix(' ').unwrap_or(l).to_owned()).collect()
        };
        let (out, into) = (marked("-").join("\n"), marked("+").join("\n"));
        let text = std::fs::read_to_string(&path).unwrap();
        let edited = if out.is_empty() { format!("{text}\n{into}\n") } else { text.replacen(&out, &into, 1) };
        assert_ne!(text, edited, "{}: this does not stand there:\n{out}", path.display());
        std::fs::write(path, edited).unwrap();
    }
}

fn text(output: &Output, edited: &Path) -> String {
    let shown = [&output.stdout, &output.stderr].map(|b| String::from_utf8_lossy(b).into_owned()).concat();
    let code = output.status.code().unwrap();
    // The moment at which the store began and the place of the folder differ from run to run.
    let shown = shown.replace(&edited.display().to_string(), "EDITED");
    let shown = shown
        .lines()
        .map(|l| if l.starts_with("from the folder in force since") { "from the folder in force" } else { l })
        .collect::<Vec<_>>()
        .join("\n");
    format!("{shown}\nexit {code}\n")
}

/// What changes, without references, which depend on the order of settlement: (State, event, before, after) by number.
fn changes(output: &Output) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let object: Value = serde_json::from_str(line).unwrap();
        let change = &object["change"];
        if !change.is_null() {
            let rules: Vec<&Value> = change["rules"].as_array().unwrap().iter().map(|r| &r["rule"]).collect();
            let key = format!(
                "{} {} {} {} {rules:?}",
                change["state"], change["event"], change["before"], change["after"]
            );
            *found.entry(key).or_insert(0) += 1;
        }
        for letter in object["letters"].as_array().into_iter().flatten() {
            *found
                .entry(format!("{} {} {}", letter["template"], letter["language"], letter["what"]))
                .or_insert(0) += 1;
        }
    }
    found
}

#[test]
fn every_case_changes_what_its_goldens_say_stored_or_as_mail() {
    let update = std::env::var_os("UPDATE").is_some();
    let demo = Demo::new();
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(root().join("tests/cases/rehearse")).unwrap().map(|e| e.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 16, "only {} cases", cases.len());
    let mailbox = root().join("demo/mailbox").display().to_string();
    let mut wrong = String::new();
    for case in cases {
        let slug = case.file_name().unwrap().to_string_lossy().into_owned();
        assert!(case.join("why.txt").is_file(), "{slug} does not say why it exists");
        let edited = tempfile::tempdir().unwrap();
        copy(&demo.desk(), edited.path());
        edit(edited.path(), &std::fs::read_to_string(case.join("edits.txt")).unwrap());
        let rules = edited.path().display().to_string();
        let stored = demo.run(&["rehearse", "--all", "--rules", &rules]);
        let mail = demo.run(&["rehearse", "--all", "--rules", &rules, &mailbox]);
        for (name, output) in [("stored.txt", &stored), ("mail.txt", &mail)] {
            let (golden, found) = (case.join(name), text(output, edited.path()));
            if update {
                std::fs::write(&golden, &found).unwrap();
                continue;
            }
            let expected = std::fs::read_to_string(&golden).unwrap_or_default();
            if expected != found {
                let differs = expected.lines().zip(found.lines()).enumerate().find(|(_, (e, f))| e != f);
                let _ = writeln!(wrong, "{slug}/{name}: first difference {differs:?}");
            }
        }
        // Both ways say the same: tried on some, because each run loads three folders.
        if ["02", "05", "08", "09", "11"].iter().any(|n| slug.starts_with(n)) {
            let json = |more: &[&str]| demo.run(&[&["--json", "rehearse", "--rules", &rules], more].concat());
            let (stored, mail) = (changes(&json(&[])), changes(&json(&[&mailbox])));
            if stored != mail {
                let _ = writeln!(wrong, "{slug}: stored {stored:#?}\n  as mail {mail:#?}");
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nUPDATE=1 rewrites the goldens; read what changes");
}

#[test]
fn nothing_is_touched_and_usage_is_told() {
    let demo = Demo::new();
    let store = demo.store().join("verbale.db");
    let before = std::fs::read(&store).unwrap();
    edit(
        &demo.desk(),
        "rules/events.toml\n- deadline = { date = 2017-08-18\n+ deadline = { date = 2017-08-12\n",
    );
    assert_eq!(demo.run(&["rehearse"]).status.code(), Some(1));
    assert!(before == std::fs::read(&store).unwrap(), "a rehearsal wrote into the store");
    // A folder with rules alone is laid over the desk folder.
    let rules = demo.desk().join("rules").display().to_string();
    assert_eq!(demo.run(&["rehearse", "--rules", &rules]).status.code(), Some(1));
    let empty = tempfile::tempdir().unwrap();
    let desk = empty.path().join("desk");
    folder::sample::write(&desk).unwrap();
    let run =
        |arguments: &[&str]| Command::new(PROGRAM).arg("--desk").arg(&desk).args(arguments).output().unwrap();
    assert_eq!(run(&["rehearse"]).status.code(), Some(2), "there is no store");
    let mailbox = root().join("demo/mailbox").display().to_string();
    assert_eq!(run(&["rehearse", &mailbox]).status.code(), Some(2), "nothing to compare with");
    assert_eq!(run(&["rehearse", "--rules", "a", "--revision", "b"]).status.code(), Some(2));
    assert_eq!(run(&["rehearse", "--rules", &rules, &mailbox]).status.code(), Some(1));
}

#[test]
fn a_ruling_is_explained_by_the_rules_of_its_day_and_reckoned_to_the_same_bytes() {
    let demo = Demo::new();
    let requests = String::from_utf8(demo.run(&["--json", "requests"]).stdout).unwrap();
    let mut seen = 0;
    // Whatever is saved since.
    edit(
        &demo.desk(),
        "rules/events.toml\n- deadline = { date = 2017-08-18\n+ deadline = { date = 2017-08-12\n",
    );
    for line in requests.lines() {
        let request: Value = serde_json::from_str(line).unwrap();
        let reference = request["reference"].as_str().unwrap();
        let output = demo.run(&["--json", "why", reference]);
        let why: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(why["reckoned"]["same"], true, "{reference}: {}", why["reckoned"]);
        assert_eq!(why["disposition"], request["disposition"]);
        assert!(why["findings"].as_array().unwrap().iter().all(|f| f["require"].is_string()), "{reference}");
        seen += 1;
        if request["disposition"] != "declined" || request["event"] != "gcm-thematic-5" {
            continue;
        }
        let told = String::from_utf8(demo.run(&["why", reference]).stdout).unwrap();
        for part in [
            "Decided by",
            "21 days before 4 September 2017 is 14 August 2017",
            "18 August 2017",
            "the same to the byte",
        ] {
            assert!(told.contains(part), "{reference} does not say `{part}`:\n{told}");
        }
    }
    assert!(seen >= 14, "only {seen} requests");
    assert_eq!(demo.run(&["why", "GCM-1999-0001"]).status.code(), Some(1));
}

#[test]
fn a_ruling_that_was_tampered_with_is_not_the_same() {
    let demo = Demo::new();
    let tamper = "UPDATE ruling SET ruling = replace(ruling, '2017-08-18', '2017-08-20')";
    let db = demo.store().join("verbale.db");
    let done = Command::new("python3")
        .args([
            "-c",
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
        ])
        .arg(&db)
        .arg(tamper)
        .status()
        .unwrap();
    assert!(done.success());
    let output = demo.run(&["--json", "why", "GCM-2017-0001"]);
    let why: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(why["reckoned"]["same"], false);
    assert!(why["reckoned"]["differences"].to_string().contains("deadline"), "{}", why["reckoned"]);
}

#[test]
fn a_revision_of_the_history_is_rehearsed_without_a_checkout() {
    let demo = Demo::new();
    let desk = demo.desk();
    let git = |arguments: &[&str]| {
        let done = Command::new("git")
            .arg("-C")
            .arg(&desk)
            .args(["-c", "user.name=A. Clerk", "-c", "user.email=clerk@fund.example"])
            .args(arguments)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "-q"]);
    git(&["add", "-A"]);
    git(&["commit", "-q", "-m", "as it is"]);
    git(&["checkout", "-q", "-b", "earlier"]);
    edit(&desk, "rules/events.toml\n- deadline = { date = 2017-08-18\n+ deadline = { date = 2017-08-12\n");
    edit(
        &desk,
        "rules/events.toml\n- example = [{ received = 2017-08-18T23:59:59-04:00, expect = \"in-time\" }, { received = 2017-08-19T00\n+ example = [{ received = 2017-08-12T23:59:59-04:00, expect = \"in-time\" }, { received = 2017-08-13T00\n",
    );
    // Its cases are those of the calendar as it was.
    std::fs::remove_file(desk.join("rules/cases.toml")).unwrap();
    git(&["commit", "-q", "-a", "-m", "earlier"]);
    git(&["checkout", "-q", "-"]);
    assert_eq!(demo.run(&["rehearse"]).status.code(), Some(0), "the folder is as it was");
    let shown = demo.run(&["rehearse", "--revision", "earlier"]);
    assert_eq!(shown.status.code(), Some(1));
    let told = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(told.contains("registered → declined") && told.contains("the revision earlier"), "{told}");
    let mailbox = root().join("demo/mailbox").display().to_string();
    assert_eq!(demo.run(&["rehearse", "--against", "HEAD", &mailbox]).status.code(), Some(0));
    assert_eq!(demo.run(&["rehearse", "--against", "earlier", &mailbox]).status.code(), Some(1));
    for nonsense in ["no-such-branch", "--output=x", ""] {
        let refused = demo.run(&["rehearse", &format!("--revision={nonsense}")]);
        assert_eq!(refused.status.code(), Some(1), "{nonsense}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains("cannot be read"), "{nonsense}");
    }
}

#[test]
fn a_large_store_is_rehearsed_whole() {
    let dir = tempfile::tempdir().unwrap();
    let desk = dir.path().join("desk");
    generated::desk(&desk, 6, 20);
    let loaded = folder::load(&desk).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let requests = crate::support::size(400, 20_000);
    runtime.block_on(generated::fill(&desk.join("var"), &loaded, requests));
    let rehearse = || {
        let output =
            Command::new(PROGRAM).arg("--json").arg("--desk").arg(&desk).arg("rehearse").output().unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        let summary: Value = serde_json::from_str(told.lines().next().unwrap()).unwrap();
        (output.status.code().unwrap(), summary["summary"].clone(), told.lines().count())
    };
    let (code, summary, lines) = rehearse();
    assert_eq!((code, &summary["requests"], lines), (0, &requests.into(), 1), "{summary}");
    // Every tenth note came twenty days before its event; with fourteen it is in time.
    edit(&desk, "rules/events.toml\n- deadline_days = 21\n+ deadline_days = 14\n");
    let (code, summary, _) = rehearse();
    assert_eq!(code, 1);
    let ways = summary["dispositions"].as_object().unwrap();
    let from_declined: u64 =
        ways.iter().filter(|(way, _)| way.starts_with("declined")).map(|(_, n)| n.as_u64().unwrap()).sum();
    assert!(
        from_declined > 0 && summary["rules"]["closing-date"].as_u64().unwrap() >= from_declined,
        "{summary}"
    );
    assert_eq!(summary["changes"], requests, "every request has another deadline: {summary}");
}

//! What the documents promise: every command that they name is taken by the program, every test and bench exists, and a
//! new fund is set up from them alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::walk::tried;

mod answers;
mod blank;
mod orders;
mod other_mailbox;
mod passes;
mod trial;

const PROGRAM: &str = env!("CARGO_BIN_EXE_verbale");

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn documents() -> Vec<(String, String)> {
    let docs = std::fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let others = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "desks/README.md"];
    let mut paths: Vec<PathBuf> = docs.chain(others.iter().map(|name| root().join(name))).collect();
    paths.sort();
    let text = |path: PathBuf| {
        (path.strip_prefix(root()).unwrap().display().to_string(), std::fs::read_to_string(&path).unwrap())
    };
    paths.into_iter().filter(|path| path.extension().is_some_and(|e| e == "md")).map(text).collect()
}

/// What stands between back quotes, and the lines of indented blocks, that begin with one of these words.
fn commands<'a>(text: &'a str, first: &[&str]) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut fenced = false;
    for paragraph in text.split("\n\n") {
        for line in paragraph.lines() {
            if line.starts_with("```") {
                fenced = !fenced;
            } else if fenced || line.starts_with("    ") {
                found.push(line.split(" #").next().unwrap_or(line));
            }
        }
        if !fenced {
            found.extend(paragraph.split('`').skip(1).step_by(2));
        }
    }
    let begins = |command: &&str| first.iter().any(|word| command.split_whitespace().next() == Some(*word));
    found.into_iter().map(str::trim).filter(begins).collect()
}

/// The words of a command, with something real in the place of what stands for it.
fn arguments(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in command.split_whitespace().skip(1) {
        let word = word.trim_end_matches(['…', '.']);
        let real = match word {
            "NO" | "N" => "1",
            "NAME" if words.first().is_some_and(|first| first == "schema") => "checks",
            other => other,
        };
        words.push(real.to_owned());
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn every_command_of_the_documents_is_one_that_the_program_takes() {
    let mut wrong = String::new();
    let mut tried = 0;
    for (name, text) in documents() {
        for command in commands(&text, &["verbale"]) {
            tried += 1;
            // The words before --help are read first: an unknown command or option is told before the help.
            let output = Command::new(PROGRAM).args(arguments(command)).arg("--help").output().unwrap();
            if !output.status.success() {
                wrong += &format!("{name}: {command}\n{}\n", String::from_utf8_lossy(&output.stderr));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(tried > 40, "only {tried} commands found");
    let output = Command::new(PROGRAM).args(["today", "--tomorrow", "--help"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "an unknown option would not be noticed");
}

#[test]
fn every_test_and_bench_of_the_documents_exists() {
    fn sources(dir: &Path, into: &mut String) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, into);
            } else if path.extension().is_some_and(|e| e == "rs") {
                into.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut code = String::new();
    sources(&root().join("src"), &mut code);
    sources(&root().join("tests"), &mut code);
    for (name, text) in documents() {
        for command in commands(&text, &["cargo", "VERBALE_REQUESTS=100000", "VERBALE_LONG=1"]) {
            let words: Vec<&str> = command.split_whitespace().collect();
            let after = |option: &str| {
                words.iter().position(|word| *word == option).and_then(|at| words.get(at + 1).copied())
            };
            if let Some(bench) = after("--bench") {
                assert!(root().join(format!("benches/{bench}.rs")).exists(), "{name}: {command}");
            }
            for option in ["--lib", "suite"] {
                let Some(test) = after(option).filter(|test| !test.starts_with('-')) else { continue };
                let last = test.rsplit("::").find(|part| !part.is_empty()).unwrap();
                assert!(
                    code.contains(&format!("fn {last}")) || code.contains(&format!("mod {last}")),
                    "{name}: {command}"
                );
            }
        }
    }
}

/// Where a desk is to be made, in a folder that goes with the test.
fn place() -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("desk");
    (folder, dir)
}

/// A desk of the blank sort, as `init` writes it.
fn blank(dir: &Path) {
    let output = Command::new(PROGRAM).arg("init").arg(dir).arg("--blank").output().unwrap();
    assert!(output.status.success(), "{output:?}");
}

fn on(dir: &Path, arguments: &[&str]) -> Output {
    Command::new(PROGRAM)
        .arg("--desk")
        .arg(dir)
        .args(arguments)
        .env("VERBALE_TRUST__RELAYS", "mx.fund.example")
        .env("VERBALE_PAPERS__UNCONFINED", "true")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Where each of the newcomer's notes stands, and which checks decide.
const STANDINGS: [(&str, &str, &[&str]); 6] = [
    ("01-two-of-benin", "registered", &[]),
    ("02-two-of-kenya", "incomplete", &["places-per-state"]),
    ("03-no-certificate", "incomplete", &["required-papers"]),
    ("04-three-of-niger", "incomplete", &["places-per-state"]),
    ("05-norway", "declined", &["developing-country"]),
    ("06-late", "declined", &["closing-date"]),
];

#[test]
fn the_notes_of_a_new_fund_stand_where_its_rules_put_them() {
    let (_folder, dir) = place();
    blank(&dir);
    let mails = root().join("tests/cases/newcomer");
    let objects = tried(&dir, &[mails.to_str().unwrap()]);
    assert_eq!(objects.len(), STANDINGS.len());
    for object in &objects {
        let file = object["file"].as_str().unwrap().rsplit('/').next().unwrap().trim_end_matches(".eml");
        let (_, standing, rules) = STANDINGS.iter().find(|s| s.0 == file).unwrap();
        let findings = object["requests"][0]["findings"].as_array().unwrap();
        let deciding: Vec<&str> = findings
            .iter()
            .filter(|f| ["hold", "decline", "ask"].contains(&f["effect"].as_str().unwrap()))
            .map(|f| f["rule"].as_str().unwrap())
            .collect();
        assert_eq!(
            (object["disposition"].as_str().unwrap(), deciding.as_slice()),
            (*standing, *rules),
            "{file}"
        );
    }
    // A person sees which paper is taken for what, and all of it at the end.
    let shown = said(&on(&dir, &["try", mails.to_str().unwrap()]));
    assert!(shown.contains("received 2018-02-12 10:00:00 America/New_York"), "{shown}");
    assert!(shown.contains("full powers.txt (certificate; 1 page(s))"), "{shown}");
    let last = shown.rsplit("message").next().unwrap();
    assert!(STANDINGS.iter().all(|s| last.contains(s.0)), "{last}");
}

/// Puts a Maildir and a folder of letters in the place of servers, as operations.md shows it.
fn without_servers(dir: &Path) {
    let text = std::fs::read_to_string(dir.join("desk.toml")).unwrap();
    let operations = std::fs::read_to_string(root().join("docs/operations.md")).unwrap();
    let shown = operations.split("```toml").nth(1).unwrap().split("```").next().unwrap();
    let tables: Vec<&str> = shown.trim_end().split("\n\n").collect();
    let [mailbox, delivery, store] = tables[..] else { panic!("{shown}") };
    let (before, rest) = text.split_once("[mailbox.imap]").unwrap();
    let (_, rest) = rest.split_once("\n\n").unwrap();
    let (between, rest) = rest.split_once("[delivery.smtp]").unwrap();
    let (_, rest) = rest.split_once("\n\n").unwrap();
    let (after, _) = rest.split_once("[store]").unwrap();
    let text = format!("{before}{mailbox}\n\n{between}{delivery}\n\n{after}{store}\n");
    std::fs::write(dir.join("desk.toml"), text).unwrap();
    for part in ["new", "cur", "tmp"] {
        std::fs::create_dir_all(dir.join("trial/Maildir").join(part)).unwrap();
    }
}

#[test]
fn a_trial_without_servers_goes_as_operations_says() {
    let (_folder, dir) = place();
    blank(&dir);
    without_servers(&dir);
    for (name, _, _) in STANDINGS {
        let from = root().join("tests/cases/newcomer").join(format!("{name}.eml"));
        std::fs::copy(from, dir.join("trial/Maildir/new").join(name)).unwrap();
    }
    let run = on(&dir, &["run", "--once"]);
    assert!(run.status.success(), "{}", said(&run));
    assert!(dir.join("trial/var").exists() && !dir.join("var").exists());
    let requests = said(&on(&dir, &["--json", "requests"]));
    assert_eq!(requests.lines().count(), 6, "{requests}");
    assert_eq!(requests.matches("\"declined\"").count(), 2, "{requests}");
    let reference = |state: &str| {
        let line = requests.lines().find(|line| line.contains(state)).unwrap();
        let object: serde_json::Value = serde_json::from_str(line).unwrap();
        object["reference"].as_str().unwrap().to_owned()
    };
    let why = on(&dir, &["why", &reference("NOR")]);
    assert!(why.status.success() && said(&why).contains("the same to the byte"), "{}", said(&why));
    // Moments are the desk's, in each command that shows one.
    assert!(said(&why).lines().next().unwrap().ends_with(" America/New_York"), "{}", said(&why));
    assert!(said(&why).lines().all(|line| !line.contains("since") || line.contains("America/New_York")));
    let rehearsed = said(&on(&dir, &["rehearse"]));
    let since = rehearsed.lines().find(|line| line.contains("in force since")).unwrap();
    assert!(since.contains(" America/New_York (by"), "{rehearsed}");
    // Two refusals wait, each by its request and correspondent.
    let today = said(&on(&dir, &["today"]));
    assert!(
        today
            .contains(&format!("refusal of {} (NOR, session-1) to mission@norway.example", reference("NOR"))),
        "{today}"
    );
    // One is closed: it does not go out, now or later.
    let held = said(&on(&dir, &["--json", "held"]));
    let number = |state: &str| {
        let wanted = reference(state);
        held.lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
            .find(|hold| said(&on(&dir, &["held", "show", &hold["id"].to_string()])).contains(&wanted))
            .unwrap()["id"]
            .to_string()
    };
    let (norway, fiji) = (number("NOR"), number("FJI"));
    let closed = on(&dir, &["held", "close", &norway, "--by", "an officer"]);
    assert!(closed.status.success() && said(&closed).contains("does not go out"), "{}", said(&closed));
    assert!(on(&dir, &["held", "release", &fiji, "--by", "an officer"]).status.success());
    assert!(on(&dir, &["run", "--once"]).status.success());
    let letters: Vec<String> = std::fs::read_dir(dir.join("trial/letters"))
        .unwrap()
        .map(|entry| String::from_utf8_lossy(&std::fs::read(entry.unwrap().path()).unwrap()).into_owned())
        .collect();
    let refusals: Vec<&String> = letters.iter().filter(|l| !l.contains("Acknowledgement")).collect();
    assert_eq!((letters.len(), refusals.len()), (7, 1));
    assert!(refusals[0].contains("mission@fiji.example"), "{}", refusals[0]);
    assert!(!said(&on(&dir, &["today"])).contains("Letters that wait"));
    // An edit is shown before it comes into force.
    let events = dir.join("rules/events.toml");
    let text = std::fs::read_to_string(&events).unwrap();
    std::fs::write(&events, text.replace("title = { en = \"First", "title = { en = \"The first")).unwrap();
    let rehearsed = on(&dir, &["rehearse"]);
    assert_eq!(rehearsed.status.code(), Some(1), "{}", said(&rehearsed));
    // What is ordered while no daemon runs comes first at the next start: new mail is judged by it.
    edit(&dir, "rules/events.toml", "covered = \"yes\"", "covered = \"yes\"\nmax_per_state = 3");
    edit(
        &dir,
        "rules/cases.toml",
        "expect = \"incomplete\"\nfindings = { places-per-state = \"ask\" }\nwhy = \"Two",
        "expect = \"registered\"\nwhy = \"Two",
    );
    edit(
        &dir,
        "rules/cases.toml",
        "expect = \"incomplete\"\nfindings = { places-per-state = \"ask\" }\nwhy = \"One",
        "expect = \"registered\"\nwhy = \"One",
    );
    let reload = on(&dir, &["reload", "--yes", "--by", "an officer"]);
    assert!(reload.status.success() && said(&reload).contains("Ordered"), "{}", said(&reload));
    let today = said(&on(&dir, &["today"]));
    assert!(today.contains("ordered by an officer") && !today.contains("then verbale reload"), "{today}");
    let again = std::fs::read_to_string(mails().join("02-two-of-kenya.eml")).unwrap();
    let again =
        again.replace("kenya", "lesotho").replace("Kenya", "Lesotho").replace("Republic of", "Kingdom of");
    std::fs::write(dir.join("trial/Maildir/new/07"), again).unwrap();
    let run = on(&dir, &["run", "--once"]);
    assert!(run.status.success() && !said(&run).contains("is not in force"), "{}", said(&run));
    let requests = said(&on(&dir, &["--json", "requests"]));
    let lesotho = requests.lines().find(|line| line.contains("LSO")).unwrap();
    assert!(lesotho.contains("registered"), "{lesotho}");
    assert!(!said(&on(&dir, &["today"])).contains("ordered by"));
}

fn mails() -> PathBuf {
    root().join("tests/cases/newcomer")
}

/// The text of the first block of TOML below these words.
fn recipe(document: &str, words: &str) -> String {
    let text = std::fs::read_to_string(root().join(document)).unwrap();
    let below = text.split_once(words).unwrap().1;
    below.split("```toml\n").nth(1).unwrap().split("```").next().unwrap().to_owned()
}

/// Replaces words of a file of a desk, which must stand there.
fn edit(dir: &Path, file: &str, from: &str, to: &str) {
    let path = dir.join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} does not hold {from}");
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn a_late_note_is_carried_only_to_a_session_that_is_still_open() {
    let (_folder, dir) = place();
    blank(&dir);
    edit(&dir, "rules/events.toml", "[defaults]\n", "[defaults]\nlate_to = \"next\"\n");
    for (number, start, end) in [(2, "2018-07-02", "2018-07-06"), (3, "2018-10-15", "2018-10-19")] {
        let event = format!(
            "[[event]]\nid = \"session-{number}\"\nprocess = \"COMMITTEE\"\nseries = [\"session of the Committee\"]\n\
             number = {number}\ntitle = {{ en = \"Session {number}\" }}\nstart = {start}\nend = {end}\nplace = \"nairobi\"\n\
             covered = \"yes\"\ncoverage_source = \"Resolution\"\n\n[[event]]\nid = \"side"
        );
        edit(&dir, "rules/events.toml", "[[event]]\nid = \"side", &event);
    }
    let path = dir.join("rules/checks.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("[[check]]\nid = \"closing-date\"").unwrap();
    let (_, after) = rest.split_once("[[check]]\nid = \"receipt").unwrap();
    // Without the first of the two checks a late note for the last session could not be answered: that is remarked.
    let both = recipe("docs/rules.md", "**Let late notes be considered");
    let (_, second) = both.split_once("[[check]]\nid = \"closing-date\"").unwrap();
    let alone = format!("[[check]]\nid = \"closing-date\"{}", second.replace(", \"later-session\"]", "]"));
    let late = "expect = \"declined\"\nfindings = { closing-date = \"decline\" }";
    let asked = "expect = \"incomplete\"\nfindings = { closing-date = \"ask\" }";
    edit(&dir, "rules/cases.toml", late, asked);
    std::fs::write(&path, format!("{before}{alone}[[check]]\nid = \"receipt{after}")).unwrap();
    let checked = said(&on(&dir, &["check"]));
    assert!(checked.contains("notice: [no-later-event]"), "{checked}");
    let note = root().join("tests/cases/newcomer/06-late.eml");
    let note = note.to_str().unwrap();
    let of = |received: &str| tried(&dir, &["--received", received, note]).remove(0);
    let held = of("2018-09-30T10:00:00-04:00")["holds"].to_string();
    assert!(held.contains("letter-failed") && held.contains("no later event was open"), "{held}");
    // With both, each late note has its answer, whatever its Received line says.
    std::fs::write(&path, format!("{before}{both}[[check]]\nid = \"receipt{after}")).unwrap();
    let checked = on(&dir, &["check"]);
    assert!(checked.status.success() && !said(&checked).contains("no-later-event"), "{}", said(&checked));
    for (received, standing, words) in [
        ("2018-03-12T23:59:59-04:00", "registered", "it now awaits selection"),
        ("2018-03-13T10:00:00-04:00", "incomplete", "a later meeting, the “Session 2”"),
        ("2018-06-04T23:59:59-04:00", "incomplete", "a later meeting, the “Session 2”"),
        ("2018-06-05T00:00:00-04:00", "incomplete", "a later meeting, the “Session 3”"),
        ("2018-09-30T10:00:00-04:00", "declined", "no later session is open"),
    ] {
        let object = of(received);
        assert_eq!(object["disposition"], standing, "{received}: {}", object["requests"]);
        let letters: String =
            object["letters"].as_array().unwrap().iter().map(|l| l["text"].to_string()).collect();
        let letters = letters.replace("\\n", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(letters.contains(words), "{received}: {letters}");
    }
}

//! Answers that quote our reference, applied by order as docs/operations.md says under "By hand".

use std::path::Path;
use std::process::Command;

use super::{blank, mails, on, root, said, without_servers};

/// Answers to a letter that asked for a paper: how each is held, what is taken from it when a person applies it, and where
/// the request stands then; or why it cannot be applied.
const ANSWERS: [(&str, &str, &str, &str); 5] = [
    ("1-the-paper", "answer", "papers: certificate", "registered"),
    ("2-another-delegate", "amendment", "who travels, Sita SAMPLE", "registered"),
    ("3-of-another-state", "answer", "speaks for BTN, and the request is that of NPL", ""),
    ("4-says-nothing", "answer", "says nothing", ""),
    (
        "5-the-same-paper",
        "answer",
        "brings nothing new: it has papers (certificate) that the request has already",
        "",
    ),
];

#[test]
fn an_answer_names_its_request_and_is_applied_by_order() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("desk");
    let objects = |arguments: &[&str]| objects(&dir, arguments);
    let reference = with_a_request(&dir);
    for (name, code, taken, after) in ANSWERS {
        answer(&dir, name, &reference);
        let holds = objects(&["--json", "held"]);
        let hold = holds.iter().rfind(|hold| hold["letter"].is_null());
        let hold = hold.unwrap_or_else(|| panic!("{name} is not held"));
        assert_eq!(hold["code"], *code, "{name}");
        assert!(hold["words"].as_str().unwrap().contains(&reference), "{name}: {hold}");
        let number = hold["id"].to_string();
        let shown = objects(&["--json", "held", "show", &number]);
        assert_eq!(shown[0]["concerns"], serde_json::json!([reference]), "{name}");
        let message = hold["message"].to_string();
        let request = said(&on(&dir, &["requests", &reference]));
        assert!(request.contains(&format!("amend {reference} --from {message}")), "{name}: {request}");
        let shown = on(&dir, &["requests", "amend", &reference, "--from", &message]);
        let told = said(&shown);
        assert!(told.contains(taken), "{name}: {told}");
        if after.is_empty() {
            assert!(!shown.status.success(), "{name}");
            assert!(on(&dir, &["held", "close", &number, "--by", "an officer"]).status.success());
            continue;
        }
        assert!(
            told.contains(&format!("and then {after}")) && told.contains("Nothing was changed"),
            "{told}"
        );
        let order = ["requests", "amend", &reference, "--from", &message, "--yes", "--by", "an officer"];
        assert!(on(&dir, &order).status.success(), "{name}");
        assert!(said(&on(&dir, &["held"])).contains("ordered by an officer"), "{name}");
        assert!(on(&dir, &["run", "--once"]).status.success(), "{name}");
        assert!(objects(&["--json", "held"]).iter().all(|other| other["id"] != hold["id"]), "{name}");
        let detail = &objects(&["--json", "requests", &reference])[0];
        assert_eq!(detail["disposition"], *after, "{name}: {detail}");
        let last = detail["rulings"].as_array().unwrap().last().unwrap();
        assert_eq!(last["cause"].to_string(), message, "{name}");
        if *code == *"amendment" {
            assert!(said(&on(&dir, &["requests", &reference])).contains("travellers Sita SAMPLE"), "{name}");
        }
        // The letter waits, and the same answer is not applied a second time.
        assert_eq!(detail["letters"].as_array().unwrap().last().unwrap()["state"], "held", "{name}");
        assert!(said(&on(&dir, &order)).contains("was applied"), "{name}");
        let why = on(&dir, &["why", &reference]);
        assert!(
            why.status.success()
                && said(&why).contains("the same to the byte")
                && said(&why).contains(&format!("judged anew because of message {message}, by an officer")),
            "{name}: {}",
            said(&why)
        );
    }
}

pub(super) fn objects(dir: &Path, arguments: &[&str]) -> Vec<serde_json::Value> {
    said(&on(dir, arguments)).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// A desk with one incomplete request, and its reference.
fn with_a_request(dir: &Path) -> String {
    blank(dir);
    without_servers(dir);
    std::fs::copy(mails().join("03-no-certificate.eml"), dir.join("trial/Maildir/new/0")).unwrap();
    assert!(on(dir, &["run", "--once"]).status.success());
    objects(dir, &["--json", "requests"])[0]["reference"].as_str().unwrap().to_owned()
}

fn answer(dir: &Path, name: &str, reference: &str) {
    let path = root().join("tests/cases/answers").join(format!("{name}.eml"));
    let mail = std::fs::read_to_string(path).unwrap();
    std::fs::write(dir.join("trial/Maildir/new").join(name), mail.replace("REFERENCE", reference)).unwrap();
    assert!(on(dir, &["run", "--once"]).status.success(), "{name}");
}

/// What was kept of an answer is damaged after the order was given: the order is refused, and mail goes on.
#[test]
fn an_order_whose_message_cannot_be_opened_is_refused_and_stops_no_mail() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("desk");
    let reference = with_a_request(&dir);
    answer(&dir, ANSWERS[0].0, &reference);
    let hold = objects(&dir, &["--json", "held"]).pop().unwrap();
    let message = hold["message"].to_string();
    let order = ["requests", "amend", &reference, "--from", &message, "--yes", "--by", "an officer"];
    assert!(on(&dir, &order).status.success());
    let damage = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); \
                  c.execute(\"UPDATE reading SET extracted = '{' WHERE message = ?\", (sys.argv[2],)); c.commit()";
    let db = dir.join("var/verbale.db");
    assert!(Command::new("python3").args(["-c", damage]).arg(&db).arg(&message).status().unwrap().success());
    std::fs::copy(mails().join("01-two-of-benin.eml"), dir.join("trial/Maildir/new/next")).unwrap();
    assert!(on(&dir, &["run", "--once"]).status.success());
    let holds = objects(&dir, &["--json", "held"]);
    let refused = holds.iter().find(|hold| hold["code"] == "order-refused");
    let refused = refused.unwrap_or_else(|| panic!("{holds:?}"));
    assert_eq!(refused["message"].to_string(), message);
    assert_eq!(objects(&dir, &["--json", "requests"]).len(), 2, "the next note was not registered");
}

//! Answers that quote our reference, applied by order as docs/operations.md says under "By hand".

use std::path::Path;
use std::process::Command;

use super::{blank, mails, on, place, root, said, without_servers};

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
    let (_folder, dir) = place();
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
    let mail = mail.replace("REFERENCE", reference).replace("OURS", &ours(dir));
    std::fs::write(dir.join("trial/Maildir/new").join(name), mail).unwrap();
    assert!(on(dir, &["run", "--once"]).status.success(), "{name}");
}

/// The Message-ID of the first letter that went out.
fn ours(dir: &Path) -> String {
    let mut letters: Vec<_> = std::fs::read_dir(dir.join("trial/letters")).unwrap().flatten().collect();
    letters.sort_by_key(|letter| letter.metadata().unwrap().modified().unwrap());
    let letter = std::fs::read_to_string(letters.first().unwrap().path()).unwrap();
    let line = letter.lines().find_map(|line| line.strip_prefix("Message-ID:")).unwrap();
    line.trim().trim_matches(['<', '>']).to_owned()
}

/// Every request that stands held has something open that a person sees today.
fn every_held_request_is_seen(dir: &Path) {
    let today = objects(dir, &["--json", "today"]);
    for held in objects(dir, &["--json", "requests", "--disposition", "held"]) {
        let seen = today.iter().any(|item| {
            let of = item["request"] == held["reference"]
                || item["requests"].as_array().is_some_and(|all| all.contains(&held["reference"]));
            of && ["held", "undecided"].contains(&item["what"].as_str().unwrap())
        });
        assert!(seen, "{held} is not listed: {today:#?}");
    }
}

/// What completes a request is written as formally as the request was; whoever wrote it, it stands against nobody.
#[test]
fn a_note_that_quotes_our_reference_is_no_request_of_its_own() {
    let (_folder, dir) = place();
    let reference = with_a_request(&dir);
    for name in ["5-asks-again", "6-names-the-meeting", "7-in-our-thread", "9-of-a-stranger"] {
        answer(&dir, name, &reference);
        let requests = objects(&dir, &["--json", "requests"]);
        assert_eq!(requests.len(), 1, "{name}: {requests:?}");
        assert_eq!(requests[0]["disposition"], "incomplete", "{name}");
        let hold = objects(&dir, &["--json", "held"]).pop().unwrap();
        assert_eq!(hold["code"], "answer", "{name}");
        assert!(hold["words"].as_str().unwrap().contains(&reference), "{name}");
        let message = hold["message"].to_string();
        let told = said(&on(&dir, &["requests", "amend", &reference, "--from", &message]));
        let stranger = name.contains("stranger");
        assert_eq!(
            told.contains("papers: certificate") && told.contains("and then registered"),
            !stranger,
            "{told}"
        );
        assert_eq!(told.contains("look:"), stranger || told.contains("x.example"), "{told}");
    }
    // Another meeting is another request; it names the first and changes nothing of it.
    answer(&dir, "8-another-meeting", &reference);
    let requests = objects(&dir, &["--json", "requests"]);
    assert_eq!(requests.len(), 2, "{requests:?}");
    assert_eq!(requests[0]["disposition"], "incomplete");
    every_held_request_is_seen(&dir);
}

/// A note that should not have become a request is joined to the one that it completes.
#[test]
fn a_request_of_its_own_is_joined_by_order_and_stands_against_nobody() {
    let (_folder, dir) = place();
    let reference = with_a_request(&dir);
    answer(&dir, "10-without-a-reference", &reference);
    let requests = objects(&dir, &["--json", "requests"]);
    assert_eq!(requests.len(), 2, "{requests:?}");
    assert!(requests.iter().all(|request| request["disposition"] == "held"), "{requests:?}");
    every_held_request_is_seen(&dir);
    let other = requests[1]["reference"].as_str().unwrap();
    // A person closes everything: what is not decided stays in sight.
    for hold in objects(&dir, &["--json", "held"]) {
        assert!(on(&dir, &["held", "close", &hold["id"].to_string(), "--by", "an officer"]).status.success());
    }
    assert!(on(&dir, &["run", "--once"]).status.success());
    assert!(objects(&dir, &["--json", "held"]).is_empty());
    every_held_request_is_seen(&dir);
    let message = objects(&dir, &["--json", "requests", other])[0]["message"]["id"].to_string();
    let order = ["requests", "amend", &reference, "--from", &message, "--yes", "--by", "an officer"];
    let told = said(&on(&dir, &order));
    assert!(told.contains(&format!("{other}, which the message made, ends")), "{told}");
    assert!(told.contains("and then registered"), "{told}");
    assert!(on(&dir, &["run", "--once"]).status.success());
    let requests = objects(&dir, &["--json", "requests"]);
    assert_eq!(
        (&requests[0]["disposition"], &requests[1]["disposition"]),
        (&"registered".into(), &"joined".into())
    );
    assert_eq!(requests[1]["joined"], reference);
    assert_eq!(objects(&dir, &["--json", "requests", "--disposition", "held"]).len(), 0);
    let journal = objects(&dir, &["--json", "journal", other]);
    let line = journal.iter().find(|line| line["event"] == "joined").unwrap();
    assert_eq!(line["detail"], reference);
    let why = on(&dir, &["why", other]);
    assert!(why.status.success() && said(&why).contains(&format!("joined to {reference}")), "{}", said(&why));
    assert!(on(&dir, &["why", &reference]).status.success());
    let again = said(&on(&dir, &["requests", "amend", other, "--from", "1"]));
    assert!(again.contains(&format!("was joined to {reference}")), "{again}");
    // Sent again it brings nothing new, and is joined all the same.
    let mail =
        std::fs::read_to_string(root().join("tests/cases/answers/10-without-a-reference.eml")).unwrap();
    let mail = mail
        .replace("New York, 28 February", "New York, 1 March")
        .replace("full powers is attached", "powers will follow");
    let (text, _) =
        mail.split_once("\n--b\nContent-Type: text/plain; charset=\"utf-8\"\nContent-Disposition").unwrap();
    std::fs::write(dir.join("trial/Maildir/new/again"), format!("{text}\n--b--\n")).unwrap();
    assert!(on(&dir, &["run", "--once"]).status.success());
    let third =
        objects(&dir, &["--json", "requests"]).pop().unwrap()["reference"].as_str().unwrap().to_owned();
    every_held_request_is_seen(&dir);
    let message = objects(&dir, &["--json", "requests", &third])[0]["message"]["id"].to_string();
    let order = ["requests", "amend", &reference, "--from", &message, "--yes", "--by", "an officer"];
    let told = said(&on(&dir, &order));
    assert!(told.contains("nothing that is new") && told.contains(&format!("{third}, which")), "{told}");
    assert!(on(&dir, &["run", "--once"]).status.success());
    assert_eq!(objects(&dir, &["--json", "requests", "--disposition", "held"]).len(), 0);
    // Who quotes the number of the one that ended means the one that goes on; and nothing stands against a rival of it.
    answer(&dir, "5-asks-again", other);
    let hold = objects(&dir, &["--json", "held"]).pop().unwrap();
    assert!(hold["code"] == "answer" && hold["words"].as_str().unwrap().contains(&reference), "{hold}");
    let rehearsed = with_an_address(&dir);
    assert!(rehearsed.contains("Of the one request") && !rehearsed.contains("elsewhere"), "{rehearsed}");
}

/// What a rehearsal says after a mission's address was added, by which every message is filed anew.
fn with_an_address(dir: &Path) -> String {
    let file = dir.join("rules/missions.csv");
    let text = std::fs::read_to_string(&file).unwrap();
    let row = "NPL,,mission@nepal.example,note verbale of the mission,2018-02-01";
    std::fs::write(&file, format!("{}\n{row}\n", text.trim_end())).unwrap();
    let rehearsed = on(dir, &["rehearse"]);
    std::fs::write(&file, text).unwrap();
    said(&rehearsed)
}

/// The letter speaks of the request: of its moment of receipt, its people, its mission, however the answer was written;
/// and a rehearsal knows what came with the answer.
#[test]
fn what_was_completed_is_spoken_of_as_it_was_received_and_rehearsed_as_it_stands() {
    let (_folder, dir) = place();
    let reference = with_a_request(&dir);
    answer(&dir, "11-after-the-closing-date", &reference);
    let message = objects(&dir, &["--json", "held"]).pop().unwrap()["message"].to_string();
    let order = ["requests", "amend", &reference, "--from", &message, "--yes", "--by", "an officer"];
    let ordered = on(&dir, &order);
    assert!(ordered.status.success());
    assert!(said(&ordered).contains("the answer came after the closing date"), "{}", said(&ordered));
    assert!(on(&dir, &["run", "--once"]).status.success());
    let hold = objects(&dir, &["--json", "held"]).pop().unwrap()["id"].to_string();
    let letter = said(&on(&dir, &["held", "show", &hold])).replace('│', " ");
    let letter = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in [
        "Received: 20 February 2018",
        "Answer of: 2 April 2018",
        "Traveller: Hari EXAMPLE",
        "to the Permanent Mission",
        "received in time",
        "before the closing time",
    ] {
        assert!(letter.contains(words), "{words}: {letter}");
    }
    assert!(!letter.contains("after the closing"), "{letter}");
    let rehearsed = with_an_address(&dir);
    assert!(
        !rehearsed.contains("would stand elsewhere") && !rehearsed.contains("missing_papers"),
        "{rehearsed}"
    );
}

/// What was kept of an answer is damaged after the order was given: the order is refused, and mail goes on.
#[test]
fn an_order_whose_message_cannot_be_opened_is_refused_and_stops_no_mail() {
    let (_folder, dir) = place();
    let reference = with_a_request(&dir);
    answer(&dir, ANSWERS[0].0, &reference);
    let hold = objects(&dir, &["--json", "held"]).pop().unwrap();
    let message = hold["message"].to_string();
    let order = ["requests", "amend", &reference, "--from", &message, "--yes", "--by", "an officer"];
    assert!(on(&dir, &order).status.success());
    let damage = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); \
                  c.execute(\"UPDATE reading SET extracted = '{' WHERE message = ?\", (sys.argv[2],)); c.commit()";
    let db = dir.join("trial/var/verbale.db");
    assert!(Command::new("python3").args(["-c", damage]).arg(&db).arg(&message).status().unwrap().success());
    std::fs::copy(mails().join("01-two-of-benin.eml"), dir.join("trial/Maildir/new/next")).unwrap();
    assert!(on(&dir, &["run", "--once"]).status.success());
    let holds = objects(&dir, &["--json", "held"]);
    let refused = holds.iter().find(|hold| hold["code"] == "order-refused");
    let refused = refused.unwrap_or_else(|| panic!("{holds:?}"));
    assert_eq!(refused["message"].to_string(), message);
    assert_eq!(objects(&dir, &["--json", "requests"]).len(), 2, "the next note was not registered");
}

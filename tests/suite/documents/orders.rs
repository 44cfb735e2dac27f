//! A deadline that was extended: the refusal does not go out, and the request is judged anew by order, as
//! docs/operations.md says under "After an edit"; also one to which a note was joined by order.

use std::path::{Path, PathBuf};

use super::answers::objects;
use super::{blank, edit, mails, on, place, root, said, without_servers};

const BY: [&str; 2] = ["--by", "A. Clerk"];

/// A desk whose session lies far ahead, and that closes on this day.
fn desk(dir: &Path, closes: &str) {
    blank(dir);
    without_servers(dir);
    let path = dir.join("rules/events.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    // The examples and cases of the blank desk speak of its own session.
    let (before, rest) = text.split_once("example = [").unwrap();
    let (_, after) = rest.split_once("]\n").unwrap();
    std::fs::write(path, format!("{before}{after}")).unwrap();
    let set = format!(
        "start = 2098-04-09\nend = 2098-04-13\ndeadline = {{ date = {closes}, source = \"Circular\" }}"
    );
    edit(dir, "rules/events.toml", "start = 2018-04-09\nend = 2018-04-13", &set);
    std::fs::remove_file(dir.join("rules/cases.toml")).unwrap();
}

fn late(dir: &Path, name: &str) {
    let mail = std::fs::read_to_string(mails().join("06-late.eml")).unwrap();
    let mail =
        mail.replace("13 April 2018", "13 April 2098").replace("fiji.example", &format!("{name}.example"));
    std::fs::write(dir.join("trial/Maildir/new").join(name), mail).unwrap();
}

fn ordered(dir: &Path, arguments: &[&str]) -> String {
    let output = on(dir, &[arguments, &BY].concat());
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

fn run(dir: &Path) {
    let output = on(dir, &["run", "--once"]);
    assert!(output.status.success(), "{}", said(&output));
}

/// A desk whose meeting closed on 12 March, and the note of a mission that came too late: its refusal waits for release.
fn declined() -> (tempfile::TempDir, PathBuf) {
    let (folder, dir) = place();
    desk(&dir, "2018-03-12");
    late(&dir, "fiji");
    run(&dir);
    (folder, dir)
}

fn letters(dir: &Path) -> Vec<String> {
    let letters = std::fs::read_dir(dir.join("trial/letters")).into_iter().flatten();
    letters
        .map(|entry| String::from_utf8_lossy(&std::fs::read(entry.unwrap().path()).unwrap()).into_owned())
        .collect()
}

#[test]
fn an_extended_deadline_registers_by_order_and_its_refusal_does_not_go_out() {
    let (_folder, dir) = declined();
    let request = objects(&dir, &["--json", "requests"]).remove(0);
    assert_eq!(request["disposition"], "declined", "{}", said(&on(&dir, &["requests"])));
    let reference = request["reference"].as_str().unwrap();
    let refusal = objects(&dir, &["--json", "held"]).into_iter().find(|h| h["code"] == "on-release").unwrap();
    let (refusal, letter) = (refusal["id"].to_string(), refusal["letter"].to_string());
    let sent = letters(&dir).len();
    // By the same rules nothing would change.
    let told = on(&dir, &["requests", "judge", reference]);
    assert!(
        !told.status.success() && said(&told).contains("as it stands, for the same reasons"),
        "{}",
        said(&told)
    );

    // The deadline is extended, and the release ordered in the same breath: it is judged by what came into force.
    edit(&dir, "rules/events.toml", "date = 2018-03-12", "date = 2018-03-14");
    let rehearsed = said(&on(&dir, &["rehearse"]));
    assert!(
        rehearsed.contains("already delivered to mission@fiji.example: it holds the old text"),
        "{rehearsed}"
    );
    assert!(rehearsed.contains("waits to mission@fiji.example, with the old text"), "{rehearsed}");
    let brief = on(&dir, &["reload"]);
    assert!(
        brief.status.code() == Some(2) && !said(&brief).contains("already delivered"),
        "{}",
        said(&brief)
    );
    ordered(&dir, &["reload", "--yes"]);
    ordered(&dir, &["held", "release", &refusal]);
    run(&dir);
    assert_eq!(letters(&dir).len(), sent, "the refusal went out");
    let held = objects(&dir, &["--json", "held"]);
    let why = held.iter().find(|h| h["code"] == "order-refused").unwrap();
    assert!(why["words"].as_str().unwrap().contains(&format!("requests judge {reference}")), "{why}");
    let flipped = held.iter().find(|h| h["code"] == "rules-changed").unwrap();
    assert!(flipped["words"].as_str().unwrap().contains(&format!("requests judge {reference}")), "{flipped}");
    // Nor does the command take it.
    let told = on(&dir, &[&["held", "release", &refusal], &BY[..]].concat());
    assert!(!told.status.success() && said(&told).contains("--nevertheless"), "{}", said(&told));
    let today = said(&on(&dir, &["today"])).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(today.contains("The rules in force no longer carry it"), "{today}");

    // What would follow is shown, then ordered.
    let shown = said(&on(&dir, &["requests", "judge", "--changed"]));
    assert!(
        shown.contains("stands declined, and then registered") && shown.contains("Nothing was changed"),
        "{shown}"
    );
    assert!(shown.contains("acknowledgement to mission@fiji.example, held until"), "{shown}");
    assert!(ordered(&dir, &["requests", "judge", "--changed", "--yes"]).contains("Ordered by A. Clerk"));
    assert!(said(&on(&dir, &["held"])).contains("ordered by A. Clerk"));
    run(&dir);
    let detail = objects(&dir, &["--json", "requests", reference]).remove(0);
    assert_eq!(detail["disposition"], "registered", "{detail}");
    let rulings = detail["rulings"].as_array().unwrap();
    assert_eq!((rulings.len(), &rulings[1]["ordered_by"]), (2, &"A. Clerk".into()));
    // The refusal is taken back, the letter with the new standing waits, and nothing else is held.
    let waiting = objects(&dir, &["--json", "held"]);
    let waiting: Vec<_> = waiting.iter().filter(|h| h["code"] != "order-refused").collect();
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert_ne!(waiting[0]["letter"].to_string(), letter);
    for (ruling, word) in [("1", "declined"), ("2", "registered")] {
        let why = on(&dir, &["why", reference, "--ruling", ruling]);
        let said = said(&why).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(
            why.status.success() && said.contains("the same to the byte") && said.contains(word),
            "{said}"
        );
        assert!(said.contains("judged anew by the rules in force, by A. Clerk"), "{said}");
        assert!(said.contains("taken back by A. Clerk"), "{said}");
    }
    // Each line of what was ordered names who ordered it.
    let journal = objects(&dir, &["--json", "journal"]);
    for event in [
        "office-in-force",
        "order-refused",
        "order-carried-out",
        "judged-anew",
        "letter-withdrawn",
        "hold-closed",
    ] {
        let line = journal.iter().rfind(|line| line["event"] == event);
        assert_eq!(line.unwrap_or_else(|| panic!("no {event}"))["by"], "A. Clerk", "{event}");
    }
    assert!(journal.iter().filter(|line| line["event"] == "judged").all(|line| line["by"].is_null()));
    ordered(&dir, &["held", "release", &waiting[0]["id"].to_string()]);
    run(&dir);
    assert!(letters(&dir).len() == sent + 1);
    // Once judged, the list is empty for good.
    run(&dir);
    assert!(!said(&on(&dir, &["today"])).contains("Stand elsewhere"));
}

#[test]
fn a_refusal_is_sent_nevertheless_where_that_is_said() {
    let (_folder, dir) = declined();
    let hold = objects(&dir, &["--json", "held"]).into_iter().find(|h| h["code"] == "on-release").unwrap();
    let sent = letters(&dir).len();
    edit(&dir, "rules/events.toml", "date = 2018-03-12", "date = 2018-03-14");
    ordered(&dir, &["reload", "--yes"]);
    run(&dir);
    ordered(&dir, &["held", "release", &hold["id"].to_string(), "--nevertheless"]);
    run(&dir);
    assert_eq!(letters(&dir).len(), sent + 1);
    let journal = objects(&dir, &["--json", "journal"]);
    let line = journal.iter().find(|line| line["event"] == "released-nevertheless").unwrap();
    assert_eq!((&line["by"], &line["letter"]), (&"A. Clerk".into(), &hold["letter"]));
}

/// The letters that wait for a release: of which request, and which.
fn waiting(dir: &Path) -> Vec<(String, String)> {
    let waits = objects(dir, &["--json", "outbox", "--all"]).into_iter();
    let held = waits.filter(|letter| letter["state"] == "held" && letter["held"] == "on-release");
    held.map(|l| (l["requests"][0].as_str().unwrap().to_owned(), l["template"].as_str().unwrap().to_owned()))
        .collect()
}

/// A note and what completes it, which quoted nothing and became a request of its own, both refused as late: joined by
/// order, the one that goes on is still late; then the deadline is extended, and it is judged with what was joined to it.
#[test]
fn what_was_joined_by_order_counts_when_the_request_is_judged_anew() {
    let (_folder, dir) = place();
    desk(&dir, "2018-02-15");
    let notes = [
        mails().join("03-no-certificate.eml"),
        root().join("tests/cases/answers/10-without-a-reference.eml"),
    ];
    for (name, note) in ["0", "1"].iter().zip(notes) {
        // Of how a State will stand on a list in 2098 only one that was never on it is sure.
        let note = std::fs::read_to_string(note).unwrap().replace("13 April 2018", "13 April 2098");
        let note =
            note.replace("Mission of Nepal", "Mission of Fiji").replace("nepal.example", "fiji.example");
        std::fs::write(dir.join("trial/Maildir/new").join(name), note).unwrap();
        run(&dir);
    }
    let requests = objects(&dir, &["--json", "requests"]);
    let reference = |n: usize| requests[n]["reference"].as_str().unwrap().to_owned();
    let (first, second) = (reference(0), reference(1));
    assert!(requests.iter().all(|request| request["disposition"] == "declined"), "{requests:?}");
    let refusal = |reference: &String| (reference.clone(), "refusal".to_owned());
    assert_eq!(waiting(&dir), [refusal(&first), refusal(&second)]);
    let message = objects(&dir, &["--json", "requests", &second])[0]["message"]["id"].to_string();
    let own = said(&on(&dir, &["requests", "amend", &second, "--from", &message]));
    assert!(own.contains(&format!("requests judge {second}")), "{own}");

    // Two orders in one breath: by the time of the second, what it speaks of stands for nothing.
    let told = ordered(&dir, &["requests", "amend", &first, "--from", &message, "--yes"]);
    assert!(
        told.contains("papers: certificate") && told.contains(&format!("{second}, which the message made"))
    );
    let back = objects(&dir, &["--json", "requests", &first])[0]["message"]["id"].to_string();
    ordered(&dir, &["requests", "amend", &second, "--from", &back, "--yes"]);
    run(&dir);
    let held = objects(&dir, &["--json", "held"]);
    let why = held.iter().find(|hold| hold["code"] == "order-refused").unwrap();
    assert!(why["words"].as_str().unwrap().contains(&format!("{second} was joined to {first}")), "{why}");
    ordered(&dir, &["held", "close", &why["id"].to_string()]);
    run(&dir);
    let stand = |dir: &Path| -> Vec<String> {
        let all = objects(dir, &["--json", "requests"]);
        all.iter().map(|request| request["disposition"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(stand(&dir), ["declined", "joined"]);
    // Both refusals were taken back; what waits now knows of the answer.
    let receipt = (first.clone(), "acknowledgement".to_owned());
    assert_eq!(waiting(&dir), [receipt.clone(), refusal(&first)]);
    assert_eq!(objects(&dir, &["--json", "held"]).len(), 2);

    edit(&dir, "rules/events.toml", "date = 2018-02-15", "date = 2018-03-14");
    ordered(&dir, &["reload", "--yes"]);
    run(&dir);
    let flipped: Vec<_> = objects(&dir, &["--json", "held"]);
    let flipped: Vec<_> = flipped.iter().filter(|hold| hold["code"] == "rules-changed").collect();
    assert_eq!(flipped.iter().map(|hold| &hold["request"]).collect::<Vec<_>>(), [&first]);
    let joined = on(&dir, &["requests", "judge", &second]);
    assert!(
        !joined.status.success() && said(&joined).contains(&format!("{second} was joined to {first}")),
        "{}",
        said(&joined)
    );
    ordered(&dir, &["requests", "judge", "--changed", "--yes"]);
    run(&dir);
    // Without what was joined to it, it would miss its certificate.
    assert_eq!(stand(&dir), ["registered", "joined"]);
    assert_eq!(waiting(&dir), [receipt]);
    let held = objects(&dir, &["--json", "held"]);
    assert!(held.len() == 1 && held[0]["code"] == "on-release", "{held:?}");
    let letter = said(&on(&dir, &["held", "show", &held[0]["id"].to_string()])).replace('│', " ");
    let letter = letter.split_whitespace().collect::<Vec<_>>().join(" ");
    for words in ["Received: 20 February 2018", "Answer of: 28 February 2018", "Traveller: Hari EXAMPLE"] {
        assert!(letter.contains(words), "{words}: {letter}");
    }

    // Each line of what was ordered names who ordered it, of the request that was joined too.
    let journal = objects(&dir, &["--json", "journal"]);
    let orders = journal.iter().position(|line| line["event"] == "order-carried-out").unwrap();
    let (before, after) = journal.split_at(orders);
    assert!(
        before.iter().all(|line| line["by"].is_null() || line["event"] == "office-in-force"),
        "{before:?}"
    );
    let done = ["order-carried-out", "order-refused", "judged-anew", "joined", "letter-written"];
    let undone = ["letter-withdrawn", "hold-closed", "held"];
    let lines: Vec<_> = after
        .iter()
        .filter(|line| done.iter().chain(&undone).any(|event| line["event"] == *event))
        .filter(|line| line["detail"] != "rules-changed")
        .collect();
    assert!(lines.iter().all(|line| line["by"] == "A. Clerk"), "{lines:#?}");
    let of = |event: &str, reference: &String| {
        lines.iter().filter(|line| line["event"] == event && line["request"] == *reference).count()
    };
    assert_eq!((of("judged-anew", &first), of("joined", &second)), (2, 1), "{lines:#?}");
    assert_eq!(lines.iter().filter(|line| line["event"] == "letter-withdrawn").count(), 4, "{lines:#?}");

    for reference in [&first, &second] {
        let why = on(&dir, &["why", reference]);
        assert!(why.status.success() && said(&why).contains("the same to the byte"), "{}", said(&why));
    }
    let why = said(&on(&dir, &["why", &first])).split_whitespace().collect::<Vec<_>>().join(" ");
    let because = format!("judged anew because of message {message}, by A. Clerk");
    assert!(
        why.contains(&because) && why.contains("judged anew by the rules in force, by A. Clerk"),
        "{why}"
    );
    let rehearsed = said(&on(&dir, &["rehearse"]));
    assert!(!rehearsed.contains("elsewhere"), "{rehearsed}");
    ordered(&dir, &["held", "release", &held[0]["id"].to_string()]);
    run(&dir);
    assert!(objects(&dir, &["--json", "held"]).is_empty());
}

/// Two late notes of one State: judged anew both, they are rivals as if both had come in time.
#[test]
fn what_is_judged_anew_is_compared_with_its_rivals() {
    let (_folder, dir) = place();
    desk(&dir, "2018-03-12");
    for name in ["fiji", "fiji.second"] {
        late(&dir, name);
    }
    run(&dir);
    assert_eq!(objects(&dir, &["--json", "requests", "--disposition", "declined"]).len(), 2);
    edit(&dir, "rules/events.toml", "date = 2018-03-12", "date = 2018-03-14");
    ordered(&dir, &["reload", "--yes"]);
    run(&dir);
    let shown = said(&on(&dir, &["requests", "judge", "--changed"]));
    ordered(&dir, &["requests", "judge", "--changed", "--yes"]);
    run(&dir);
    let stands: Vec<_> =
        objects(&dir, &["--json", "requests"]).iter().map(|r| r["disposition"].to_string()).collect();
    assert!(
        stands.iter().all(|s| s != "\"declined\"") && stands.iter().any(|s| s != "\"registered\""),
        "{stands:?}\n{shown}"
    );
    for request in objects(&dir, &["--json", "requests"]) {
        let why = on(&dir, &["why", request["reference"].as_str().unwrap()]);
        assert!(why.status.success(), "{}", said(&why));
    }
    run(&dir);
    assert!(!said(&on(&dir, &["today"])).contains("Stand elsewhere"), "{}", said(&on(&dir, &["today"])));
}

/// A service, a timer or a container has no user's name: each command says so in the same words, and orders nothing.
#[test]
fn an_order_names_who_gives_it() {
    let (_folder, dir) = declined();
    let hold = objects(&dir, &["--json", "held"]).remove(0)["id"].to_string();
    let reference =
        objects(&dir, &["--json", "requests"]).remove(0)["reference"].as_str().unwrap().to_owned();
    edit(&dir, "rules/events.toml", "date = 2018-03-12", "date = 2018-03-14");
    let commands: [&[&str]; 4] = [
        &["held", "release", &hold],
        &["held", "close", &hold],
        &["reload", "--yes"],
        &["requests", "judge", &reference, "--yes"],
    ];
    for command in commands {
        let output = std::process::Command::new(super::PROGRAM)
            .arg("--desk")
            .arg(&dir)
            .args(command)
            .env_remove("USER")
            .env_remove("LOGNAME")
            .output()
            .unwrap();
        assert!(!output.status.success(), "{command:?}");
        assert!(said(&output).contains("say who orders it: --by NAME"), "{command:?}: {}", said(&output));
    }
    run(&dir);
    assert_eq!(
        objects(&dir, &["--json", "journal"]).iter().filter(|l| l["event"] == "order-carried-out").count(),
        0
    );
}

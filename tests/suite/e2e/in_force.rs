//! Saving is not acting: what is saved is told, and comes into force by an order alone.

use chrono::Utc;
use serde_json::Value;
use verbale::desk::{Order, OrderKind};
use verbale::store::leave_order;

use crate::support::daemon::Daemon;
use crate::support::desk::{Desk, Wishes};
use crate::support::mailbox::Maildir;
use crate::support::notes::{calendar_to_come, notes};
use crate::support::sink::{Manner, Sink};

const STAFF: &str = "staff = \"staff@fund.example\"\n";

/// A desk whose events are to come, with three notes in its mailbox.
fn desk(sink: &Sink, mailbox: &Maildir, folder: tempfile::TempDir) -> Desk {
    notes(3).into_iter().for_each(|note| note.upcoming().put(mailbox));
    let desk = Desk::new(folder, &Wishes { office: STAFF, ..Wishes::new(mailbox, sink.port) });
    write(&desk, &calendar_to_come());
    desk
}

fn write(desk: &Desk, events: &str) {
    std::fs::write(desk.dir.join("rules/events.toml"), events).unwrap();
}

/// The general deadline moved so far that every note came too late.
fn too_late() -> String {
    calendar_to_come().replace("deadline_days = 21", "deadline_days = 90")
}

fn today(desk: &Desk) -> Vec<Value> {
    let output = desk.command(&["--json", "today"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect()
}

fn kinds(desk: &Desk, what: &str) -> Vec<Value> {
    today(desk).into_iter().filter(|item| item["what"] == what).collect()
}

fn dispositions(desk: &Desk) -> Vec<String> {
    let requests = desk.reader().unwrap().requests(&Default::default()).unwrap();
    requests.into_iter().map(|r| r.disposition).collect()
}

#[test]
fn what_is_saved_is_told_and_comes_into_force_by_an_order_alone() {
    let sink = Sink::new(Manner::default());
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    let desk = desk(&sink, &mailbox, folder);
    let mut daemon = Daemon::start(&desk);
    daemon.until("the notes are answered", || desk.letters_that_are("sent") == 3);
    assert!(kinds(&desk, "folder").is_empty());

    // Saved: staff hear it by mail, `today` says it, nothing is judged by it.
    write(&desk, &too_late());
    daemon.until("the log says it", || desk.logged("is not in force") > 0);
    daemon.until("staff are told", || sink.arrivals().iter().any(|a| a.to == ["staff@fund.example"]));
    assert_eq!(kinds(&desk, "folder")[0]["code"], "not-in-force");
    let shown = desk.command(&["rehearse"]);
    assert_eq!(shown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&shown.stdout).contains("3  registered → declined"));
    // Mistakes are told too, within the same gap between letters.
    write(&desk, "not = [toml");
    daemon.until("the log says the mistake", || desk.logged("was saved with mistakes") > 0);
    assert_eq!(kinds(&desk, "folder")[0]["code"], "mistakes");

    // A restart puts nothing in force, and a slip does not stop the mail.
    assert!(daemon.stop().success());
    let mut daemon = Daemon::start(&desk);
    notes(4).pop().unwrap().upcoming().put(&mailbox);
    daemon.until("a note is answered by the folder in force", || dispositions(&desk).len() == 4);
    write(&desk, &too_late());
    assert_eq!(dispositions(&desk), ["registered"; 4]);
    assert_eq!(desk.journalled("office-in-force"), 1);

    // Without a terminal an order must be meant.
    let asked = desk.command(&["reload"]);
    assert_eq!(asked.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&asked.stderr).contains("--yes"));
    // What was edited after it was shown is refused.
    let what = OrderKind::TakeOver { office: "0".repeat(64) };
    leave_order(&desk.store, &Order { what, by: "A. Clerk".into(), at: Utc::now() }).unwrap();
    daemon.until("it is refused", || desk.journalled("office-refused") == 1);
    assert_eq!(desk.journalled("office-in-force"), 1);

    let told = desk.command(&["reload", "--yes", "--by", "A. Clerk"]);
    let said = String::from_utf8_lossy(&told.stdout).into_owned() + &String::from_utf8_lossy(&told.stderr);
    assert!(told.status.success(), "{said}");
    assert!(said.contains("4  registered → declined") && said.contains("In force"), "{said}");
    let in_force = desk.reader().unwrap().in_force().unwrap().unwrap();
    assert_eq!(in_force.by, "A. Clerk");
    assert!(kinds(&desk, "folder").is_empty());

    // Nothing is decided anew: a person finds the open requests that would stand elsewhere.
    daemon.until("they are listed", || kinds(&desk, "flipped").len() == 4);
    assert_eq!(dispositions(&desk), ["registered"; 4]);
    let hold = kinds(&desk, "flipped")[0].clone();
    assert!(hold["words"].as_str().unwrap().contains("it would be declined (closing-date)"), "{hold}");
    let released = desk.command(&["held", "release", &hold["hold"].to_string(), "--by", "A. Clerk"]);
    assert!(released.status.success());
    daemon.until("a person dealt with one", || kinds(&desk, "flipped").len() == 3);

    // The ruling of then is shown by the rules of then.
    let reference = hold["request"].as_str().unwrap();
    let why: Value = serde_json::from_slice(&desk.command(&["--json", "why", reference]).stdout).unwrap();
    assert_eq!((&why["reckoned"]["same"], &why["disposition"]), (&true.into(), &"registered".into()));
    assert_eq!(why["in_force"]["by"], "start");
    assert_eq!(why["replaced"]["by"], "A. Clerk");

    // Put back, nobody has to look any more.
    write(&desk, &calendar_to_come());
    assert!(desk.command(&["reload", "--yes", "--by", "A. Clerk"]).status.success());
    daemon.until("the list is empty", || kinds(&desk, "flipped").is_empty());
    assert!(daemon.stop().success());
}

//! A daemon among people: one for each store, ended, reloaded, and told to send what it held.

use std::time::Duration;

use rustix::process::Signal;

use crate::support::daemon::Daemon;
use crate::support::desk::{Desk, PROGRAM, Wishes};
use crate::support::mailbox::Maildir;
use crate::support::notes::{Note, notes};
use crate::support::sink::{Manner, Sink, header};
use crate::support::until;

/// A desk with these notes in its mailbox.
fn desk_with<'a>(
    notes: &[Note],
    wish: impl FnOnce(Wishes<'a>) -> Wishes<'a>,
    sink: &Sink,
    mailbox: &'a Maildir,
    folder: tempfile::TempDir,
) -> Desk {
    notes.iter().for_each(|note| note.put(mailbox));
    Desk::new(folder, &wish(Wishes::new(mailbox, sink.port)))
}

fn new_mailbox() -> (tempfile::TempDir, Maildir) {
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    (folder, mailbox)
}

#[test]
fn a_store_has_one_daemon() {
    let sink = Sink::new(Manner::default());
    let (folder, mailbox) = new_mailbox();
    let desk = desk_with(&notes(1), |w| w, &sink, &mailbox, folder);
    let mut first = Daemon::start(&desk);
    first.until("the first daemon works", || desk.letters_that_are("sent") == 1);
    let mut second = Daemon::start(&desk);
    assert_eq!(second.ended().code(), Some(1));
    assert!(second.log().contains("another verbale daemon"), "{}", second.log());
    assert!(first.stop().success());
    until("the lock is free", || verbale::store::daemon_pid(&desk.store).unwrap().is_none());
}

#[test]
fn a_daemon_whose_file_is_replaced_goes_on_with_children_of_its_own_kind() {
    let sink = Sink::new(Manner::default());
    let (folder, mailbox) = new_mailbox();
    let program = folder.path().join("verbale");
    std::fs::copy(PROGRAM, &program).unwrap();
    let notes = notes(2);
    let desk = desk_with(&notes[..1], |w| w, &sink, &mailbox, folder);
    let mut daemon = Daemon::start_program(&program, &desk);
    daemon.until("the first note is answered", || desk.letters_that_are("sent") == 1);
    // As a package manager does it: the new file takes the name of the old one. Here it is no program of ours at all.
    let other = desk.around().join("other");
    std::fs::copy("/bin/false", &other).unwrap();
    std::fs::rename(other, &program).unwrap();
    assert!(daemon.kill_workers() > 0, "there was no worker to replace");
    notes[1].put(&mailbox);
    daemon.until("the second note is answered", || desk.letters_that_are("sent") == 2);
    assert!(daemon.stop().success());
    let requests = desk.reader().unwrap().requests(&Default::default()).unwrap();
    assert!(requests.iter().all(|r| r.disposition == "registered"), "{requests:?}");
}

#[test]
fn told_to_end_it_finishes_what_is_on_the_wire() {
    let sink = Sink::new(Manner { delay: Duration::from_millis(700), ..Manner::default() });
    let (folder, mailbox) = new_mailbox();
    let desk = desk_with(&notes(20), |w| w, &sink, &mailbox, folder);
    let mut daemon = Daemon::start(&desk);
    daemon.until("letters are on the wire", || !sink.arrivals().is_empty());
    assert!(daemon.stop().success());
    let sent = desk.letters_that_are("sent");
    assert_eq!(sent, sink.arrivals().len() as u64, "an answer of the relay was not awaited");
    assert!(sent < 20, "all were sent before the end: nothing was shown");
    // Nothing of what was only booked is lost, and nothing is repeated.
    sink.behave(Manner::default());
    let mut daemon = Daemon::start(&desk);
    daemon.until("all letters are sent", || desk.letters_that_are("sent") == 20);
    assert!(daemon.stop().success());
    assert_eq!(sink.arrivals().len(), 20);
}

#[test]
fn told_to_end_it_does_not_wait_for_a_relay_that_is_silent_after_the_final_dot() {
    let sink = Sink::new(Manner { delay: Duration::from_secs(3600), ..Manner::default() });
    let (folder, mailbox) = new_mailbox();
    let desk = desk_with(&notes(1), |w| w, &sink, &mailbox, folder);
    let mut daemon = Daemon::start(&desk);
    daemon.until("the letter is on the wire", || sink.arrivals().len() == 1);
    assert!(daemon.stop().success());
    assert_eq!(desk.letters_that_are("trying"), 1, "nobody knows how the attempt ended");
    sink.behave(Manner::default());
    let mut daemon = Daemon::start(&desk);
    daemon.until("the letter is sent", || desk.letters_that_are("sent") == 1);
    assert!(daemon.stop().success());
    let arrivals = sink.arrivals();
    assert_eq!(arrivals.len(), 2);
    assert!(arrivals[0].bytes == arrivals[1].bytes, "the same letter with the same Message-ID");
}

#[test]
fn an_edited_folder_comes_into_force_whole_and_a_broken_one_not_at_all() {
    let sink = Sink::new(Manner::default());
    let (folder, mailbox) = new_mailbox();
    let notes = notes(4);
    let desk = desk_with(&notes[..1], |w| w, &sink, &mailbox, folder);
    let references = || -> Vec<String> {
        let requests = desk.reader().unwrap().requests(&Default::default()).unwrap();
        requests.into_iter().map(|r| r.reference).collect()
    };
    let mut daemon = Daemon::start(&desk);
    daemon.until("the first note is answered", || desk.letters_that_are("sent") == 1);
    assert_eq!(references(), ["TST-2017-0001"]);

    desk.rewrite(&Wishes { prefix: "NEW", ..Wishes::new(&mailbox, sink.port) });
    let told = desk.command(&["reload", "--yes", "--by", "A. Clerk"]);
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    daemon.until("the edited folder is in force", || desk.journalled("office-in-force") == 2);
    notes[1].put(&mailbox);
    daemon.until("the second note is answered", || desk.letters_that_are("sent") == 2);
    assert_eq!(references()[1], "NEW-2017-0002");

    // `reload` refuses a broken folder and names the mistake; the signal alone is refused by the daemon.
    desk.rewrite(&Wishes { prefix: "not so", ..Wishes::new(&mailbox, sink.port) });
    let told = desk.command(&["reload", "--yes"]);
    assert_eq!(told.status.code(), Some(1));
    let said = String::from_utf8_lossy(&told.stderr).into_owned() + &String::from_utf8_lossy(&told.stdout);
    assert!(said.contains("desk.toml") && said.contains("not so"), "{said}");
    daemon.signal(Signal::HUP);
    daemon.until("the broken folder is refused", || desk.journalled("office-refused") == 1);
    notes[2].put(&mailbox);
    daemon.until("the third note is answered", || desk.letters_that_are("sent") == 3);
    assert_eq!(references()[2], "NEW-2017-0003", "the last good folder stays in force");

    desk.rewrite(&Wishes { prefix: "END", ..Wishes::new(&mailbox, sink.port) });
    daemon.signal(Signal::HUP);
    daemon.until("the mended folder is in force", || desk.journalled("office-in-force") == 3);
    notes[3].put(&mailbox);
    daemon.until("the fourth note is answered", || desk.letters_that_are("sent") == 4);
    assert_eq!(references()[3], "END-2017-0004");
    assert!(daemon.stop().success());
}

#[test]
fn a_refusal_waits_for_a_person() {
    let sink = Sink::new(Manner::default());
    let (folder, mailbox) = new_mailbox();
    let late = notes(1).remove(0).received("2017-09-20T12:00:00Z");
    let desk = desk_with(&[late], |w| w, &sink, &mailbox, folder);
    let mut daemon = Daemon::start(&desk);
    daemon.until("the late note is acknowledged", || desk.letters_that_are("sent") == 1);
    let letters = desk.letters();
    assert_eq!(letters.len(), 2, "{letters:?}");
    let refusal = letters.iter().find(|l| l.template == "refusal").unwrap();
    assert_eq!((refusal.state.as_str(), refusal.held.as_deref()), ("held", Some("on-release")));
    let listed = desk.command(&["held", "--json"]);
    let listed = String::from_utf8(listed.stdout).unwrap();
    let row: serde_json::Value = listed
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .find(|r: &serde_json::Value| r["code"] == "on-release")
        .unwrap();
    let released = desk.command(&["held", "release", &row["id"].to_string(), "--by", "A. Clerk"]);
    assert!(released.status.success(), "{}", String::from_utf8_lossy(&released.stderr));
    daemon.until("the refusal is sent", || desk.letters_that_are("sent") == 2);
    assert!(daemon.stop().success());
    let arrivals = sink.arrivals();
    assert_eq!(arrivals.len(), 2);
    assert_eq!(arrivals[1].message_id, refusal.message_id);
    assert_eq!(desk.journalled("released"), 1);
}

#[test]
fn the_eleventh_letter_to_one_correspondent_is_held() {
    let sink = Sink::new(Manner::default());
    let (folder, mailbox) = new_mailbox();
    let notes: Vec<Note> = notes(13).into_iter().map(|n| n.from("busy@mission.example")).collect();
    let desk = desk_with(&notes, |w| w, &sink, &mailbox, folder);
    let mut daemon = Daemon::start(&desk);
    daemon.until("ten are sent, three held", || {
        desk.letters_that_are("sent") == 10 && desk.letters_that_are("held") == 3
    });
    assert!(daemon.stop().success());
    let letters = desk.letters();
    let held: Vec<_> = letters.iter().filter(|l| l.state == "held").collect();
    assert!(held.iter().all(|l| l.held.as_deref() == Some("ceiling")), "{held:?}");
    assert_eq!(desk.counts().settled, 13, "every note is settled all the same");
    assert_eq!(sink.arrivals().len(), 10);
}

#[test]
fn the_breaker_holds_all_letters_and_staff_are_told() {
    let sink = Sink::new(Manner::default());
    let (folder, mailbox) = new_mailbox();
    let notes = notes(8);
    let wish = |w| Wishes {
        office: "staff = \"staff@fund.example\"\n",
        more: "[answers]\nletters_per_correspondent = 1\nbreaker = 3\n",
        ..w
    };
    let desk = desk_with(&notes, wish, &sink, &mailbox, folder);
    let mut daemon = Daemon::start(&desk);
    daemon.until("three are sent, five held, staff told", || {
        desk.letters_that_are("held") == 5
            && desk.letters_that_are("sent") >= 4
            && sink.arrivals().iter().any(|a| a.to == ["staff@fund.example"])
    });
    let letters = desk.letters();
    let held: Vec<_> = letters.iter().filter(|l| l.state == "held").collect();
    assert!(held.iter().all(|l| l.held.as_deref() == Some("breaker")), "{held:?}");
    assert_eq!(desk.counts().settled, 8, "mail is received all the same");
    let arrivals = sink.arrivals();
    let to_staff: Vec<_> = arrivals.iter().filter(|a| a.to == ["staff@fund.example"]).collect();
    assert_eq!(to_staff.len(), 1, "one letter for all of it");
    assert!(verbale::letter::readable(&to_staff[0].bytes).contains("breaker-tripped"));
    assert_eq!(header(&to_staff[0].bytes, "Auto-Submitted").as_deref(), Some("auto-generated"));
    // A person releases one.
    let hold =
        desk.reader().unwrap().holds(false).unwrap().into_iter().find(|h| h.code == "breaker").unwrap();
    let released = desk.command(&["held", "release", &hold.id.to_string(), "--by", "A. Clerk"]);
    assert!(released.status.success());
    daemon.until("it is sent", || sink.notes_answered() == 4);
    assert!(daemon.stop().success());
}

//! A desk that meets a mailbox with years of mail in it.

use crate::support::daemon::Daemon;
use crate::support::desk::{Desk, Wishes};
use crate::support::mailbox::{Mailbox as _, Maildir};
use crate::support::notes::notes;
use crate::support::sink::{Manner, Sink};
use crate::support::size;

/// A day after which the desk answers; the notes of these tests are older.
const START: &str = "2018-01-01";

#[test]
fn old_mail_is_kept_and_read_and_never_answered() {
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    let sink = Sink::new(Manner::default());
    let old = size(1000, 10_000);
    let some = notes(1000);
    for n in 0..old {
        let note = &some[n % some.len()];
        let mut raw = note.raw.clone();
        raw.extend_from_slice(format!("\r\n{n}\r\n").as_bytes());
        mailbox.put(&format!("old-{n}"), note.received, &raw);
    }
    let desk = Desk::new(folder, &Wishes { start: START, ..Wishes::new(&mailbox, sink.port) });
    let mut daemon = Daemon::start(&desk);
    daemon.until("all old mail is read", || {
        let counts = desk.counts();
        counts.settled + counts.held == old as u64
    });
    // A note of today is answered, so the daemon has come to the end of what was there.
    let fresh = notes(1001).remove(1000).received("2018-01-02T12:00:00Z");
    fresh.put(&mailbox);
    daemon.until("the note of today is answered", || desk.letters_that_are("sent") >= 1);
    assert!(daemon.stop().success());
    let letters = desk.letters();
    assert!(letters.iter().all(|l| l.to == [fresh.from.clone()]), "{letters:?}");
    assert!(sink.arrivals().iter().all(|a| a.to == [fresh.from.clone()]));
    let counts = desk.counts();
    assert!(counts.requests as usize > old, "old notes are read: their requests are registered");
    assert_eq!(desk.journalled("letter-withheld"), old, "each letter that is not written has its reason");
    println!("first contact: {old} old mails kept and read, {} letters in all", letters.len());
}

#[test]
fn a_dry_run_shows_what_would_be_answered_and_does_nothing() {
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    let sink = Sink::new(Manner::default());
    let mut notes = notes(5);
    let fresh = notes.pop().unwrap().received("2018-01-02T12:00:00Z");
    notes.iter().for_each(|note| note.put(&mailbox));
    fresh.put(&mailbox);
    let desk = Desk::new(folder, &Wishes { start: START, ..Wishes::new(&mailbox, sink.port) });
    let shown = desk.command(&["run", "--dry-run"]);
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.status.success(), "{text}\n{}", String::from_utf8_lossy(&shown.stderr));
    assert_eq!(text.matches("none: before-start").count(), 4, "{text}");
    assert_eq!(text.matches("acknowledgement (en)").count(), 1, "{text}");
    assert!(!desk.store.exists(), "a dry run keeps nothing");
    assert_eq!(sink.connections(), 0, "a dry run sends nothing");
}

/// For cron and for trying out: what waits for ever tells nobody that the path is wrong.
#[test]
fn a_mailbox_that_is_not_there_ends_what_is_to_end_by_itself() {
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    let there = folder.path().join("Maildir");
    let sink = Sink::new(Manner::default());
    let desk = Desk::new(folder, &Wishes { start: START, ..Wishes::new(&mailbox, sink.port) });
    notes(1).pop().unwrap().received("2018-01-02T12:00:00Z").put(&mailbox);
    std::fs::remove_dir_all(there.join("cur")).unwrap();
    let check = desk.command(&["check"]);
    let noticed = String::from_utf8(check.stderr).unwrap();
    assert!(check.status.success() && noticed.contains("[no-mailbox]"), "{noticed}");
    for options in [&["run", "--once"][..], &["run", "--dry-run"], &["run", "--dry-run", "--once"]] {
        let ran = desk.command(options);
        let (told, shown) = (String::from_utf8(ran.stderr).unwrap(), String::from_utf8(ran.stdout).unwrap());
        assert_eq!(ran.status.code(), Some(1), "{told}");
        let place = there.display().to_string();
        let last = told.lines().last().unwrap();
        for words in [place.as_str(), "there is no folder cur/", "[mailbox] in desk.toml", "make its folders"]
        {
            assert!(last.contains(words), "{words}: {told}");
        }
        assert!(shown.is_empty(), "what was not read is not told: {shown}");
    }
}

//! Mail that breaks its reader.

use chrono::DateTime;

use crate::support::daemon::Daemon;
use crate::support::desk::{Desk, Wishes};
use crate::support::mailbox::{Mailbox as _, Maildir};
use crate::support::notes::notes;
use crate::support::sink::{Manner, Sink};

#[test]
fn a_message_that_breaks_its_reader_is_held_and_hinders_nobody() {
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    let sink = Sink::new(Manner::default());
    let mut notes = notes(20);
    let middle = notes[10].received;
    // A megabyte of nested messages overflows the stack of the parser, which no panic fence catches.
    let nested = format!(
        "From: X <x@mission-x.example>\r\nTo: desk@fund.example\r\nMessage-ID: <nested@mission-x.example>\r\n\
         Subject: Note verbale\r\n{}bottom\r\n",
        "Content-Type: message/rfc822\r\n\r\n".repeat(12_000)
    );
    mailbox.put("nested", middle, nested.as_bytes());
    // Headers and nothing else; and bytes that are no mail at all.
    mailbox.put("empty", middle, b"");
    mailbox.put("noise", middle, &(0..=255).cycle().take(70_000).collect::<Vec<u8>>());
    notes.iter().for_each(|note| note.put(&mailbox));
    let late = notes.pop().unwrap();
    let desk = Desk::new(folder, &Wishes::new(&mailbox, sink.port));
    let mut daemon = Daemon::start(&desk);
    daemon.until("all notes are answered, all else is settled", || desk.rests(23));
    assert!(daemon.stop().success());
    let arrivals = sink.arrivals();
    for note in notes.iter().chain([&late]) {
        assert!(
            arrivals.iter().any(|a| a.in_reply_to.as_deref() == Some(&note.id)),
            "{} is not answered",
            note.id
        );
    }
    let messages = desk.messages();
    let at = DateTime::from_timestamp(middle.timestamp(), 0).unwrap();
    let hostile: Vec<_> = messages.iter().filter(|m| m.received == at && m.requests.is_empty()).collect();
    assert_eq!(hostile.len(), 3, "{hostile:?}");
    let reader = desk.reader().unwrap();
    for message in hostile {
        println!("hostile: {:?} {:?} {:?}", message.subject, message.disposition, message.holds);
        assert!(reader.raw(message.id).is_ok(), "its bytes are kept");
        if message.size > 100_000 {
            assert_eq!(message.disposition.as_deref(), Some("held"), "{message:?}");
            assert!(!message.holds.is_empty(), "a person sees it, with a reason");
            assert_eq!(reader.raw(message.id).unwrap(), nested.as_bytes());
        }
    }
}

#[test]
fn workers_that_die_take_no_note_with_them() {
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    let sink = Sink::new(Manner::default());
    let notes = notes(60);
    let desk = Desk::new(folder, &Wishes::new(&mailbox, sink.port));
    let mut daemon = Daemon::start(&desk);
    let (mut killed, mut rounds) = (0, 0);
    for few in notes.chunks(4) {
        few.iter().for_each(|note| note.put(&mailbox));
        rounds += 1;
        daemon.until("the notes are kept", || desk.stored() >= 4 * rounds);
        killed += daemon.kill_workers();
    }
    daemon.until("all notes are settled and sent", || desk.rests(60));
    assert!(daemon.stop().success());
    // A note whose worker died twice is held for a person, not lost; the others are registered.
    let counts = desk.counts();
    let held = desk.reader().unwrap().holds(false).unwrap();
    println!("workers killed: {killed}; of 60 notes {} are held", held.len());
    assert!(killed > 0, "no worker was killed");
    let requests = desk.reader().unwrap().requests(&Default::default()).unwrap();
    let registered = requests.iter().filter(|r| r.disposition == "registered").count();
    assert_eq!(registered + held.len(), 60, "{held:?}");
    assert!(held.iter().all(|h| h.code == "unreadable"), "{held:?}");
    assert_eq!(counts.letters.get("sent").copied().unwrap_or(0), sink.arrivals().len() as u64);
}

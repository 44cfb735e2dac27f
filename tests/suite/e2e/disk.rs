//! A disk that is full: before the start, while mail is kept, while letters go out. When there is space, work goes on
//! by itself; nothing is lost, nothing is repeated, and nothing is sent that the store does not know.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::support::daemon::Daemon;
use crate::support::desk::{Desk, Wishes};
use crate::support::mailbox::Maildir;
use crate::support::notes::{Note, notes};
use crate::support::sink::{Manner, Sink};
use crate::support::small_disk::SmallDisk;

#[test]
fn a_full_disk_stops_the_work_and_loses_nothing() {
    let Some(disk) = SmallDisk::new("24m") else { return };
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    let sink = Sink::new(Manner::default());
    let store = disk.path().join("store");
    let desk = Desk::new(folder, &Wishes { store: Some(&store), ..Wishes::new(&mailbox, sink.port) });
    let mut all = notes(60).into_iter();
    let mut delivered: Vec<Note> = Vec::new();
    let mut put = |count: usize, heavy: bool| {
        for note in all.by_ref().take(count) {
            let note = if heavy { note.heavy() } else { note };
            note.put(&mailbox);
            delivered.push(note);
        }
        delivered.len() as u64
    };
    let all_sent = |wanted: u64| desk.letters_that_are("sent") == wanted;
    // What the relay has seen stands in the store as booked.
    let all_known = || {
        let seen: BTreeSet<String> = sink.arrivals().into_iter().map(|a| a.message_id).collect();
        let letters = desk.reader().map(|r| r.outbox(true).unwrap()).unwrap_or_default();
        let known: BTreeSet<String> =
            letters.into_iter().filter(|l| l.attempts > 0).map(|l| l.message_id).collect();
        assert!(seen.is_subset(&known), "sent and not booked: {:?}", seen.difference(&known));
    };

    // Before the start.
    disk.fill();
    let wanted = put(10, false);
    let mut daemon = Daemon::start(&desk);
    daemon.until("it says that it waits", || desk.logged("nothing can be done until there is space") >= 1);
    assert!(sink.arrivals().is_empty());
    disk.free();
    daemon.until("the first notes are answered", || all_sent(wanted));

    // While mail is kept: small messages, which stand in the database, then large ones, which are files.
    for heavy in [false, true] {
        disk.fill();
        let before = desk.logged("is full");
        let wanted = put(10, heavy);
        daemon.until("it says that the disk is full", || desk.logged("is full") >= before + 2);
        assert!(desk.stored() < wanted, "the disk was not full");
        all_known();
        disk.free();
        daemon.until("the notes are answered", || all_sent(wanted));
    }

    // While letters go out: with the relay slow, some are on the wire when the disk is full.
    sink.behave(Manner { delay: Duration::from_millis(100), ..Manner::default() });
    let (seen, before) = (sink.arrivals().len(), desk.logged("cannot be written down"));
    let wanted = put(20, false);
    daemon.until("letters go out", || sink.arrivals().len() >= seen + 4);
    disk.fill();
    daemon
        .until("ends of attempts cannot be written", || desk.logged("cannot be written down") >= before + 2);
    let closed = desk.letters_that_are("sent");
    assert!(closed < sink.arrivals().len() as u64, "every attempt was closed: nothing was shown");
    all_known();
    disk.free();
    daemon.until("all letters are sent", || all_sent(wanted));
    assert!(daemon.stop().success());

    let arrivals = sink.arrivals();
    assert_eq!(arrivals.len(), delivered.len(), "missing or repeated");
    let answered: BTreeSet<&str> = arrivals.iter().filter_map(|a| a.in_reply_to.as_deref()).collect();
    assert_eq!(answered, delivered.iter().map(|n| n.id.as_str()).collect());
    let requests = desk.reader().unwrap().requests(&Default::default()).unwrap();
    assert_eq!(requests.iter().filter(|r| r.disposition == "registered").count(), delivered.len());
    let raw: BTreeSet<Vec<u8>> =
        desk.messages().iter().map(|m| desk.reader().unwrap().raw(m.id).unwrap()).collect();
    assert!(raw == delivered.iter().map(|n| n.raw.clone()).collect(), "not byte for byte");
    println!(
        "full disk: {} notes, {} letters, each once; \"is full\" logged {} times, ends of attempts kept in hand {} times",
        delivered.len(),
        arrivals.len(),
        desk.logged("is full"),
        desk.logged("cannot be written down"),
    );
}

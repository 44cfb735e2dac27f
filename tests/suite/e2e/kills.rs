//! SIGKILL at random moments, and between each pair of transactions: nothing is lost, nothing is repeated that need
//! not be.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use crate::support::daemon::Daemon;
use crate::support::desk::{Desk, Wishes};
use crate::support::dice::Dice;
use crate::support::dovecot::Dovecot;
use crate::support::mailbox::{Imap, Mailbox, Maildir};
use crate::support::notes::{Note, notes};
use crate::support::sink::{Manner, Sink};
use crate::support::size;

/// Between which transactions a kill found work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Between {
    /// Mail that is not kept.
    BeforeKeep,
    /// T1 and T2: kept, not settled.
    KeepAndSettle,
    /// T2 and T3: a letter written, never booked.
    SettleAndBook,
    /// T3 and T4: booked, not closed.
    BookAndClose,
}

const ALL: [Between; 4] =
    [Between::BeforeKeep, Between::KeepAndSettle, Between::SettleAndBook, Between::BookAndClose];

/// What the store and the mailbox say at one moment.
fn places(desk: &Desk, delivered: usize) -> BTreeSet<Between> {
    let counts = desk.counts();
    let mut found = BTreeSet::new();
    if desk.stored() < delivered as u64 {
        found.insert(Between::BeforeKeep);
    }
    if counts.kept > 0 {
        found.insert(Between::KeepAndSettle);
    }
    let letters = desk.reader().and_then(|r| r.outbox(false).ok()).unwrap_or_default();
    if letters.iter().any(|l| l.state == "due" && l.attempts == 0) {
        found.insert(Between::SettleAndBook);
    }
    if letters.iter().any(|l| l.state == "trying") {
        found.insert(Between::BookAndClose);
    }
    found
}

/// A kill, and the letters whose attempt was open at it.
struct Kill {
    at: Instant,
    trying: BTreeSet<String>,
}

#[test]
fn killed_at_any_moment_it_loses_nothing() {
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    killed(folder, &mailbox, size(12, 200), size(60, 500));
}

#[test]
fn killed_at_any_moment_it_loses_nothing_of_an_imap_mailbox() {
    let Some(server) = Dovecot::start("word") else { return };
    killed(Desk::folder(), &Imap { server: &server, password: "word" }, size(6, 200), size(30, 500));
}

fn killed(folder: tempfile::TempDir, mailbox: &dyn Mailbox, kills_wanted: usize, notes_wanted: usize) {
    let sink = Sink::new(Manner::default());
    let desk = Desk::new(folder, &Wishes { delivery: "retry = \"0.5\"", ..Wishes::new(mailbox, sink.port) });
    // Some to spare, for kills that are repeated until each place was visited.
    let all = notes(notes_wanted + size(300, 1000));
    let mut rest = all.iter();
    let mut delivered: Vec<&Note> = Vec::new();
    let mut dice = Dice::new(2017);
    let mut visits: BTreeMap<Between, usize> = ALL.into_iter().map(|place| (place, 0)).collect();
    let mut kills: Vec<Kill> = Vec::new();
    let each = notes_wanted.div_ceil(kills_wanted);
    while kills.len() < kills_wanted || visits.values().any(|n| *n == 0) {
        assert!(kills.len() < kills_wanted * 3 + 40, "some place is never visited: {visits:?}");
        // Every third round the relay is slow, so that attempts are open for long.
        let delay = if kills.len() % 3 == 2 { Duration::from_millis(40) } else { Duration::ZERO };
        sink.behave(Manner { delay, ..Manner::default() });
        let daemon = Daemon::start(&desk);
        let (early, late) = (each / 2, each - each / 2);
        for note in rest.by_ref().take(early) {
            note.put(mailbox);
            delivered.push(note);
        }
        let begun = Instant::now();
        let pause = Duration::from_millis(dice.below(1500));
        std::thread::sleep(pause / 2);
        for note in rest.by_ref().take(late) {
            note.put(mailbox);
            delivered.push(note);
        }
        // The kills that were asked for fall at random; then what they have not visited is waited for.
        let missing =
            ALL.into_iter().find(|place| visits[place] == 0).filter(|_| kills.len() >= kills_wanted);
        match missing {
            None => std::thread::sleep(pause.saturating_sub(begun.elapsed())),
            Some(place) => {
                while !places(&desk, delivered.len()).contains(&place)
                    && begun.elapsed() < Duration::from_secs(3)
                {}
            }
        }
        daemon.kill();
        let at = Instant::now();
        for place in places(&desk, delivered.len()) {
            *visits.get_mut(&place).unwrap() += 1;
        }
        let letters = desk.reader().and_then(|r| r.outbox(false).ok()).unwrap_or_default();
        let trying = letters.into_iter().filter(|l| l.state == "trying").map(|l| l.message_id).collect();
        kills.push(Kill { at, trying });
    }
    sink.behave(Manner::default());
    for note in rest.by_ref().take(notes_wanted.saturating_sub(delivered.len())) {
        note.put(mailbox);
        delivered.push(note);
    }
    let mut daemon = Daemon::start(&desk);
    let wanted = delivered.len() as u64;
    daemon.until("every note is answered", || {
        let counts = desk.counts();
        counts.settled == wanted && counts.letters.get("sent") == Some(&wanted)
    });
    assert!(daemon.stop().success());

    // Every note is registered once and answered at least once.
    let requests = desk.reader().unwrap().requests(&Default::default()).unwrap();
    assert_eq!(requests.len(), delivered.len());
    let not_registered: Vec<_> = requests.iter().filter(|r| r.disposition != "registered").collect();
    assert!(not_registered.is_empty(), "{not_registered:?}");
    let per_message: BTreeSet<i64> = requests.iter().map(|r| r.message).collect();
    assert_eq!(per_message.len(), delivered.len(), "a message has two requests");
    let reader = desk.reader().unwrap();
    let kept: BTreeSet<Vec<u8>> = desk.messages().iter().map(|m| reader.raw(m.id).unwrap()).collect();
    let sent: BTreeSet<Vec<u8>> = delivered.iter().map(|n| n.raw.clone()).collect();
    assert!(kept == sent, "what is stored is not what was delivered, byte for byte");
    let arrivals = sink.arrivals();
    let answered: BTreeSet<&str> = arrivals.iter().filter_map(|a| a.in_reply_to.as_deref()).collect();
    let asked: BTreeSet<&str> = delivered.iter().map(|n| n.id.as_str()).collect();
    assert_eq!(answered, asked);

    // A letter came twice only where a kill fell between its final dot and T4, and then unchanged.
    let mut repeated = 0;
    let by_id = sink.by_id();
    assert_eq!(by_id.len(), delivered.len(), "letters with different Message-IDs for one note");
    for (id, copies) in by_id {
        for pair in copies.windows(2) {
            repeated += 1;
            assert!(pair[0].bytes == pair[1].bytes, "{id} changed");
            let excused =
                kills.iter().any(|k| k.at > pair[0].dot && k.at < pair[1].dot && k.trying.contains(&id));
            assert!(excused, "{id} was repeated without a kill between its final dot and T4");
        }
    }
    println!(
        "kills: {} over {} notes; places visited {visits:?}; letters repeated {repeated}, attempts cut off {}",
        kills.len(),
        delivered.len(),
        desk.journalled("outcome-unknown"),
    );
}

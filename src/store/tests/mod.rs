#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]

mod crash;
mod fresh;
mod full;
mod offices;
mod orders;
mod rulings;
mod sample;

use std::os::unix::fs::PermissionsExt as _;

use chrono::TimeDelta;
use rusqlite::Connection;
use tempfile::TempDir;

use sample::{incoming, judged, moment, outgoing, settlement};

use super::*;
use crate::desk::{Hold, Withheld};
use crate::register::Disposition;
use crate::{desk, letter, matching, message, reading, register, rules, states, store};

/// Keeps and settles the messages of `numbers`.
async fn keep_and_settle(store: &Store, numbers: std::ops::Range<u32>) {
    let kept = store.keep(numbers.clone().map(|n| incoming(n, 4096)).collect()).await.unwrap();
    let batch = numbers.zip(kept).map(|(n, (id, _))| settlement(n, id)).collect();
    assert!(store.settle(batch).await.unwrap().into_iter().all(|settled| settled));
}

fn codes(dir: &TempDir) -> Vec<String> {
    let journal = Reader::open(dir.path()).unwrap().journal(&JournalWanted::default()).unwrap();
    journal.into_iter().map(|line| format!("{} {}", line.event, line.detail).trim_end().to_owned()).collect()
}

#[test]
fn the_schema_steps_are_valid() {
    open::migrations().validate().unwrap();
}

#[test]
fn a_database_of_a_newer_program_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    drop(Store::open(dir.path(), moment(0)).unwrap());
    let db = Connection::open(dir.path().join("verbale.db")).unwrap();
    db.pragma_update(None, "user_version", 99).unwrap();
    drop(db);
    assert!(
        matches!(Store::open(dir.path(), moment(0)), Err(Error::Other(words)) if words.contains("newer"))
    );
    assert!(Reader::open(dir.path()).is_err());
}

#[tokio::test]
async fn a_note_walks_from_keeping_to_delivery() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    let kept = store.keep(vec![incoming(1, 4096)]).await.unwrap();
    assert_eq!(kept, [(1, true)]);
    let waiting = store.waiting(10, u64::MAX, vec![]).await.unwrap();
    assert_eq!(waiting[0].raw, incoming(1, 4096).raw);
    assert_eq!(waiting[0].receipt, incoming(1, 4096).receipt);
    assert!(store.waiting(10, u64::MAX, vec![1]).await.unwrap().is_empty());

    assert_eq!(store.settle(vec![settlement(1, 1)]).await.unwrap(), [true]);
    assert_eq!(store.next_due().await.unwrap(), Some(moment(3)));
    assert!(store.book(moment(2), 10).await.unwrap().is_empty());
    let booked = store.book(moment(3), 10).await.unwrap();
    assert_eq!((booked[0].attempt, booked[0].bytes.clone()), (1, outgoing(1, None).bytes));
    assert!(store.book(moment(3), 10).await.unwrap().is_empty(), "never two attempts at once");
    let later = End::Later { next: moment(10) };
    let ends = [(1, later, moment(4)), (2, End::Delivered, moment(11))];
    for (attempt, end, at) in ends {
        if attempt == 2 {
            assert_eq!(store.book(moment(10), 10).await.unwrap()[0].attempt, 2);
        }
        let closed = Closed { id: booked[0].id, attempt, at, end, words: "451 later\r\nplease".into() };
        store.close(vec![closed.clone(), closed]).await.unwrap();
    }
    assert_eq!(store.next_due().await.unwrap(), None);

    let reader = Reader::open(dir.path()).unwrap();
    let detail = reader.request("GCM-2017-0001").unwrap().unwrap();
    assert_eq!(detail.letters[0].state, "sent");
    assert_eq!(detail.rulings.len(), 1);
    assert_eq!(reader.attempts(1).unwrap()[0].words, "451 later  please");
    assert_eq!(reader.extracted(1).unwrap().unwrap().0, sample::message(1, 4000));
    assert_eq!(
        codes(&dir),
        [
            "kept",
            "settled registered",
            "judged registered",
            "letter-written",
            "letter-booked 1",
            "letter-deferred 1",
            "letter-booked 2",
            "letter-delivered 2"
        ]
    );
    let of_request = JournalWanted {
        request: Some("GCM-2017-0001".into()),
        since: Some(moment(3)),
        until: Some(moment(4)),
    };
    assert_eq!(reader.journal(&of_request).unwrap().len(), 4);
    for name in ["verbale.db", "verbale.db-wal", "lock"] {
        let mode = std::fs::metadata(dir.path().join(name)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[tokio::test]
async fn what_is_known_is_not_kept_twice() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    let batch = || vec![incoming(1, 100), incoming(2, 100)];
    assert_eq!(store.keep(batch()).await.unwrap(), [(1, true), (2, true)]);
    assert_eq!(store.keep(batch()).await.unwrap(), [(1, false), (2, false)]);
    let mut moved = incoming(1, 100);
    moved.place.uidvalidity = 8;
    assert_eq!(store.keep(vec![moved]).await.unwrap(), [(1, false)]);
    let known = store.known("imaps://desk@mail.example", "INBOX", 7).await.unwrap();
    assert_eq!(known, BTreeSet::from(["1".to_owned(), "2".to_owned()]));
    assert_eq!(store.known("imaps://desk@mail.example", "INBOX", 8).await.unwrap().len(), 1);
    assert_eq!(codes(&dir), ["kept", "kept", "known-again"]);

    let ends = store.settle_each(vec![settlement(1, 1), settlement(1, 1), settlement(9, 99)]).await.unwrap();
    assert_eq!(ends[..2], [Settled::Now, Settled::Before]);
    assert!(matches!(&ends[2], Settled::Failed(words) if words.contains("99")));
}

#[tokio::test]
async fn one_poisoned_message_of_64_takes_no_other_with_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    let kept = store.keep((1..=64).map(|n| incoming(n, 1000)).collect()).await.unwrap();
    let mut batch: Vec<_> = (1..=64).zip(&kept).map(|(n, (id, _))| settlement(n, *id)).collect();
    // Its second request takes a reference that is taken: the first must vanish with it.
    let first = judged(500, "sum", Disposition::Registered);
    let taken = judged(7, "sum", Disposition::Registered);
    batch[40].outcome.requests = vec![first, taken];
    let settled = store.settle(batch).await.unwrap();
    assert_eq!(settled.iter().filter(|settled| !**settled).count(), 1);
    assert!(!settled[40]);
    let reader = Reader::open(dir.path()).unwrap();
    let counts = reader.counts().unwrap();
    assert_eq!((counts.kept, counts.settled, counts.requests), (1, 63, 63));
    assert!(reader.request("GCM-2017-0500").unwrap().is_none());
    // It can be settled afterwards, or held.
    let id = kept[40].0;
    assert!(store.hold_message(id, "unsettled", "Look at it.", moment(90)).await.unwrap());
    assert!(!store.hold_message(id, "unsettled", "Look at it.", moment(90)).await.unwrap());
    assert_eq!(store.settle_each(vec![settlement(41, id)]).await.unwrap(), [Settled::Before]);
    assert_eq!(reader.holds(false).unwrap()[0].code, "unsettled");
}

#[tokio::test]
async fn those_who_wait_share_one_commit() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    // The writer is kept busy (alone in its batch) until a hundred wait behind it.
    let (open_gate, gate) = std::sync::mpsc::channel::<()>();
    let (began, has_begun) = tokio::sync::oneshot::channel();
    let writer = Arc::clone(&store.writer);
    let busy = tokio::spawn(async move {
        let work = move |_: &Connection| {
            began.send(()).unwrap();
            let _ = gate.recv();
            Ok(())
        };
        writer.read(work).await
    });
    has_begun.await.unwrap();
    let before = store.commits();
    let keeps = (1..=100).map(|n| store.keep(vec![incoming(n, 500)]));
    // Polled in order: all hundred are handed over before the gate opens.
    let gate_keeper = async { open_gate.send(()).unwrap() };
    let (kept, ()) = tokio::join!(biased; futures_util::future::join_all(keeps), gate_keeper);
    busy.await.unwrap().unwrap();
    assert!(kept.into_iter().all(|kept| kept.is_ok()));
    assert_eq!(store.commits() - before, 1);
}

#[tokio::test]
async fn a_job_that_fails_or_panics_is_undone_alone() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    let bad = store.writer.write(|db| {
        db.execute("INSERT INTO meta (name, value) VALUES ('half', x'00')", [])?;
        Err::<(), _>(Error::Other("no".into()))
    });
    let worse = store.writer.write(|db| -> Result<(), Error> {
        db.execute("INSERT INTO meta (name, value) VALUES ('half', x'00')", [])?;
        panic!("a mistake");
    });
    let good = store.keep(vec![incoming(1, 10)]);
    let (bad, worse, good) = tokio::join!(bad, worse, good);
    assert!(bad.is_err() && worse.is_err() && good.is_ok());
    let half: i64 = store
        .writer
        .read(|db| Ok(db.query_row("SELECT count(*) FROM meta WHERE name = 'half'", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(half, 0);
}

#[tokio::test]
async fn large_messages_are_files_and_damage_is_found() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    let large = incoming(1, 200_000);
    store.keep(vec![large.clone(), incoming(2, 100)]).await.unwrap();
    let path = raw::path(dir.path(), &large.receipt.sha256.0);
    assert_eq!(std::fs::read(&path).unwrap(), large.raw);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::metadata(path.parent().unwrap()).unwrap().permissions().mode() & 0o777, 0o700);
    assert_eq!(store.waiting(9, u64::MAX, vec![]).await.unwrap()[0].raw, large.raw);
    assert_eq!(Reader::open(dir.path()).unwrap().message(1).unwrap().unwrap().raw_path, Some(path.clone()));

    let mut damaged = large.raw.clone();
    damaged[100_000] ^= 1;
    std::fs::write(&path, damaged).unwrap();
    let waiting = store.waiting(9, u64::MAX, vec![]).await.unwrap();
    assert_eq!(waiting.iter().map(|w| w.id).collect::<Vec<_>>(), [2], "the others go on");
    let reader = Reader::open(dir.path()).unwrap();
    assert!(reader.raw(1).unwrap_err().to_string().contains("damaged"));
    assert_eq!(reader.holds(false).unwrap()[0].code, "raw-damaged");

    // A file whose commit never came goes at the next start.
    let orphan = dir.path().join("raw/ff").join("f".repeat(64));
    raw::write(dir.path(), &"f".repeat(64), b"never spoken of").unwrap();
    assert!(orphan.exists());
    drop(store);
    let _again = Store::open(dir.path(), moment(5)).unwrap();
    assert!(!orphan.exists() && path.exists());
}

#[tokio::test]
async fn staff_hear_at_a_bounded_rate_and_nothing_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    let notice = |kind: &str| Notice { kind: kind.into(), words: "Look.".into() };
    let gap = TimeDelta::minutes(10);
    store.add_notices(vec![notice("a"), notice("a"), notice("b")], moment(0)).await.unwrap();
    assert_eq!(store.take_notices(moment(0), gap).await.unwrap(), [notice("a"), notice("b")]);
    store.add_notices(vec![notice("c")], moment(1)).await.unwrap();
    assert!(store.take_notices(moment(9), gap).await.unwrap().is_empty());
    drop(store);
    // Cut off before the letter was written: all of them again.
    let store = Store::open(dir.path(), moment(9)).unwrap().store;
    assert_eq!(store.take_notices(moment(10), gap).await.unwrap().len(), 3);
    let to = vec!["staff@desk.example".to_owned()];
    assert!(
        store.write_staff_letter("s1@desk.example", to.clone(), b"x".to_vec(), moment(10)).await.unwrap()
    );
    assert!(!store.write_staff_letter("s1@desk.example", to, b"x".to_vec(), moment(10)).await.unwrap());
    drop(store);
    let opened = Store::open(dir.path(), moment(30)).unwrap();
    assert!(opened.store.take_notices(moment(30), gap).await.unwrap().is_empty());
    assert_eq!(opened.store.book(moment(30), 9).await.unwrap()[0].message_id, "s1@desk.example");
    assert!(opened.register.is_ours("s1@desk.example"));
}

#[tokio::test]
async fn the_register_rebuilt_equals_the_register_kept_up() {
    let dir = tempfile::tempdir().unwrap();
    let opened = Store::open(dir.path(), moment(0)).unwrap();
    let (store, mut register) = (opened.store, opened.register);
    store.keep((1..=20).map(|n| incoming(n, 4096)).collect()).await.unwrap();
    for n in 1..=20u32 {
        let mut settlement = settlement(n, n.into());
        if n == 20 {
            settlement.outcome.rejudged =
                vec![judged(3, &incoming(3, 4096).receipt.sha256.0, Disposition::Held)];
        }
        for judged in settlement.outcome.requests.iter().chain(&settlement.outcome.rejudged) {
            register.put(judged.number.0, judged.number.1, judged.request.clone());
        }
        for letter in &settlement.outcome.letters {
            let to = letter.letter.to[0].to_lowercase();
            let id = &letter.envelope.message_id;
            register.put_letter(id, &to, &letter.requests, settlement.at, letter.held.is_some());
        }
        assert_eq!(store.settle(vec![settlement]).await.unwrap(), [true]);
    }
    assert_eq!(format!("{:?}", store.register().await.unwrap()), format!("{register:?}"));
    let secret = opened.secret;
    drop(store);
    let again = Store::open(dir.path(), moment(99)).unwrap();
    assert_eq!(format!("{:?}", again.register), format!("{register:?}"));
    assert_eq!((again.secret.len(), again.secret), (32, secret));
    let rulings = Reader::open(dir.path()).unwrap().request("GCM-2017-0003").unwrap().unwrap().rulings;
    let said: Vec<_> = rulings.iter().map(|r| (r.n, r.disposition.as_str(), r.cause)).collect();
    assert_eq!(said, [(1, "registered", 3), (2, "held", 20)]);
}

#[tokio::test]
async fn the_journal_is_append_only_and_knows_nobody() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    keep_and_settle(&store, 1..4).await;
    store.keep(vec![incoming(4, 4096)]).await.unwrap();
    let mut odd = settlement(4, 4);
    odd.outcome.withheld = vec![Withheld { code: "To Zoë Ångström".into(), words: "x".into() }];
    odd.outcome.holds = vec![Hold { request: None, code: "X0000004 O'Brien".into(), words: "x".into() }];
    store.settle(vec![odd]).await.unwrap();
    let booked = store.book(moment(90), 9).await.unwrap();
    let words = "550 zoë.4@mission.example is unknown".to_owned();
    let closed = booked.iter().map(|l| Closed {
        id: l.id,
        attempt: l.attempt,
        at: moment(91),
        end: End::Never,
        words: words.clone(),
    });
    store.close(closed.collect()).await.unwrap();
    let intake = Event::IntakeStopped("imaps://desk@mail.example refuses".into());
    store
        .note(vec![Entry::of_desk(moment(92), intake), Entry::of_desk(moment(92), Event::BreakerTripped)])
        .await
        .unwrap();
    drop(store);

    let db = Connection::open(dir.path().join("verbale.db")).unwrap();
    for sql in ["UPDATE journal SET detail = ''", "DELETE FROM journal", "DELETE FROM journal WHERE id = 1"] {
        assert!(db.execute(sql, []).unwrap_err().to_string().contains("append-only"), "{sql}");
    }
    let texts: Vec<String> = db
        .prepare("SELECT at || '|' || event || '|' || detail FROM journal")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(texts.len() > 20);
    for text in texts {
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-:.|/TZ".contains(c);
        assert!(text.chars().all(allowed), "{text}");
        for personal in ["zo", "brien", "example", "x0", "passport", "drop"] {
            assert!(!text.to_lowercase().contains(personal), "{text}");
        }
    }
}

#[test]
fn a_date_that_does_not_parse_is_an_error() {
    assert_eq!(stamp::parse(&stamp::text(moment(5))).unwrap(), moment(5));
    assert!(stamp::parse("2017-08-32T00:00:00.000Z").is_err());
    assert_eq!(stamp::text(DateTime::<Utc>::MAX_UTC), "9999-12-31T23:59:59.000Z");
    assert_eq!(stamp::text(DateTime::<Utc>::MIN_UTC), "0000-01-01T00:00:00.000Z");
}

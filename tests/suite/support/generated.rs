//! A desk with hundreds of events and rules, and a store with as many requests as are wanted: for rehearsals and for the
//! time that a check takes.

use std::fmt::Write as _;
use std::path::Path;

use chrono::{DateTime, Datelike as _, Days, NaiveDate, TimeDelta, Utc};
use verbale::calendar::Moment;
use verbale::desk::{self, Basis, Kept, Understood};
use verbale::folder::{self, Desk};
use verbale::message::{Digest, Headers, Mailbox, Message, Receipt, ReceivedFrom};
use verbale::reading::Fact;
use verbale::register::Register;
use verbale::states::Code;
use verbale::store::{Incoming, Place, Settlement, Store};

/// Requests that are settled in one go.
const BATCH: usize = 500;

/// Lays `events` events and `rules` rules over the sample desk in `dir`.
pub fn desk(dir: &Path, events: usize, rules: usize) {
    folder::sample::write(dir).unwrap();
    std::fs::write(dir.join("rules/events.toml"), calendar(events)).unwrap();
    // Its cases are those of the sample's calendar.
    std::fs::remove_file(dir.join("rules/cases.toml")).unwrap();
    let path = dir.join("rules/checks.toml");
    let checks = std::fs::read_to_string(&path).unwrap();
    let mut checks = checks.replacen("event = \"gcm-thematic-5\"", "event = \"session-0\"", 1);
    let there = checks.matches("\n[[check]]\n").count();
    for n in there..rules {
        write!(
            checks,
            "\n[[check]]\nid = \"generated-{n}\"\nsource = \"Generated rule {n}\"\n\
             require = \"request.rivals <= {limit} && note.unread_papers <= {limit} && state.code != 'USA'\"\n\
             otherwise = \"note\"\nunknown = \"hold\"\n\
             [[check.example]]\nfacts = {{ request.rivals = {limit} }}\nexpect = \"yes\"\nwhy = \"At the limit.\"\n\
             [[check.example]]\nfacts = {{ request.rivals = {over} }}\nexpect = \"no\"\nwhy = \"Above it.\"\n",
            limit = n + 100,
            over = n + 101,
        )
        .unwrap();
    }
    std::fs::write(path, checks).unwrap();
}

fn calendar(events: usize) -> String {
    let mut toml = String::from(
        "[defaults]\ndeadline_days = 21\ndeadline_source = \"the generated circular\"\nmax_per_state = 1\n\n\
         [place.vienna]\nzone = \"Europe/Vienna\"\ncity = { en = \"Vienna\", fr = \"Vienne\", es = \"Viena\" }\n",
    );
    for n in 0..events {
        write!(
            toml,
            "\n[[event]]\nid = \"session-{n}\"\nprocess = \"GEN\"\nseries = [\"generated session\"]\nnumber = {number}\n\
             title = {{ en = \"Generated session {n}\" }}\nstart = {start}\nend = {end}\nplace = \"vienna\"\n\
             covered = \"yes\"\ncoverage_source = \"the generated circular\"\n",
            number = n + 1,
            start = start(n),
            end = start(n) + Days::new(1),
        )
        .unwrap();
    }
    toml
}

fn start(event: usize) -> NaiveDate {
    NaiveDate::from_ymd_opt(2018, 1, 8).unwrap() + Days::new(7 * event as u64)
}

/// Puts the folder in force and settles `requests` requests, one note of about 2 KiB each: of each State for each event
/// in turn, then second notes.
pub async fn fill(store: &Path, desk: &Desk, requests: usize) {
    let opened = Store::open(store, moment(0)).unwrap();
    let put = opened.store.put_in_force(desk.kept.clone(), desk.office.all_zones(), "start", moment(0));
    put.await.unwrap();
    let states: Vec<Code> = desk.office.states.iter().map(|state| state.code).collect();
    let events = desk.office.rulebook.events.len();
    // Read once: what differs between the notes is put in below.
    let receipt = |n: usize, sha256: Digest| Receipt {
        sha256,
        size: 2048,
        received: received(n, states.len(), events),
        received_from: ReceivedFrom::InternalDate,
    };
    let first = message(0);
    let base = desk::understand(&first, &receipt(0, Digest::of(b"first")), &desk.office);
    for from in (0..requests).step_by(BATCH) {
        let numbers: Vec<usize> = (from..(from + BATCH).min(requests)).collect();
        let incoming = numbers.iter().map(|n| {
            let raw = format!("Subject: generated {n}\r\n\r\n").into_bytes();
            Incoming {
                place: Place {
                    account: "imaps://desk@mail.example".into(),
                    folder: "INBOX".into(),
                    uidvalidity: 1,
                    uid: n.to_string(),
                },
                size: raw.len() as u64,
                too_large: false,
                receipt: receipt(*n, Digest::of(&raw)),
                fetched: moment(*n),
                raw,
            }
        });
        let incoming: Vec<Incoming> = incoming.collect();
        let receipts: Vec<Receipt> = incoming.iter().map(|i| i.receipt.clone()).collect();
        let ids = opened.store.keep(incoming).await.unwrap();
        let settlements = numbers.iter().zip(ids).zip(receipts).map(|((n, (id, _)), receipt)| {
            let message = message(*n);
            let understood = understood(&base, states[n % states.len()], n / states.len() % events);
            let kept = Kept { message: &message, receipt: &receipt, too_large: false };
            let at = Moment(moment(*n));
            let mut outcome = desk::handle(
                &kept,
                understood,
                Basis {
                    register: &Register::default(),
                    office: &desk.office,
                    secret: b"generated",
                    moment: at,
                },
            );
            for judged in &mut outcome.requests {
                judged.number = (receipt.received.year(), u32::try_from(*n).unwrap() + 1);
                judged.request.reference = reference(*n);
            }
            outcome.letters.iter_mut().for_each(|letter| letter.requests = vec![reference(*n)]);
            outcome.holds.iter_mut().for_each(|hold| hold.request = Some(reference(*n)));
            Settlement { id, message, outcome, at: at.0, office: desk.office.hash.clone() }
        });
        let settled = opened.store.settle(settlements.collect()).await.unwrap();
        assert!(settled.into_iter().all(|s| s));
    }
}

/// The reference of request `n`.
pub fn reference(n: usize) -> String {
    format!("GEN-{n:06}")
}

fn moment(n: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(1_503_100_800, 0).unwrap() + TimeDelta::seconds(n as i64)
}

/// Thirty days before the event begins; every tenth note twenty days before, which is late.
fn received(n: usize, states: usize, events: usize) -> DateTime<Utc> {
    let days = if n % 10 == 9 { 20 } else { 30 };
    (start(n / states % events) - Days::new(days)).and_hms_opt(15, 0, 0).unwrap().and_utc()
        + TimeDelta::seconds(n as i64 % 3600)
}

fn message(n: usize) -> Message {
    let body = "PERMANENT MISSION OF KENYA\nTO THE UNITED NATIONS\n\nNo. KEN/77/2017\n\n\
                The Permanent Mission of Kenya to the United Nations presents its compliments to the Office of the \
                Special Representative and has the honour to request the support of the voluntary trust fund for the \
                travel of Ms. Amina Korvale, Director of Migration of the Ministry of Foreign Affairs, to the first \
                generated session, to be held in Vienna on 8 and 9 January 2018.\n\nThe Permanent Mission of Kenya \
                avails itself of this opportunity to renew to the Office the assurances of its highest consideration.\n\n\
                New York, 10 December 2017\n";
    Message {
        headers: Headers {
            from: vec![Mailbox {
                name: "Permanent Mission".into(),
                address: format!("office{n}@mission.example"),
            }],
            subject: format!("Note verbale {n}"),
            message_id: Some(format!("generated-{n}@mission.example")),
            ..Headers::default()
        },
        body: format!(
            "{body}{}",
            "The Mission recalls the importance that it attaches to the question.\n".repeat(12)
        ),
        ..Message::default()
    }
}

fn understood(base: &Understood, state: Code, event: usize) -> Understood {
    let mut understood = base.clone();
    if let Fact::Stated(stated) = &mut understood.reading.state {
        stated.value = state;
    }
    match &mut understood.filing.events {
        Fact::Stated(events) => events.value = vec![format!("session-{event}")],
        other => panic!("the generated note names its session: {other:?}"),
    }
    understood
}

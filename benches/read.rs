//! What it costs to read a note in each of the six languages, a long mail, and to find the events that a note means.
#![allow(clippy::unwrap_used, missing_docs)]

use std::path::Path;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use verbale::folder::{self, Desk};
use verbale::matching;
use verbale::message::{Digest, Message, Receipt, ReceivedFrom};
use verbale::reading;

fn main() {
    divan::main();
}

/// Folders of `tests/cases/reading` by language.
const NOTES: [&str; 6] = [
    "001-harness-en",
    "002-harness-fr",
    "004-spanish-date-below",
    "036-russian",
    "037-arabic",
    "038-chinese",
];

/// Bodies of 200 KB that a stranger may send: prose, and what repeats one thing for ever. None may take many times as
/// long as prose; each of those that once did is here.
const LONG: [&str; 16] = [
    "prose",
    "a ",
    "9 ",
    "4-5 September, ",
    "Mr. ",
    "session 5 and ",
    "1/1/",
    "Mission of Kenya and Mali ",
    "from Nairobi and Lima we ",
    "I am Kenya\n",
    "代表团 ",
    "d'",
    "(",
    "two delegates ",
    "Name: Kofi\nPassport: 1\n",
    "The Mission presents its compliments\n\nتهدي البعثة أطيب تحياتها\n\n",
];

fn desk() -> Desk {
    folder::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn case(name: &str) -> Message {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/reading");
    let text = std::fs::read_to_string(root.join(name).join("message.txt")).unwrap();
    let (head, body) = text.split_once("\n\n").unwrap();
    let mut message = Message { body: body.to_owned(), ..Message::default() };
    let subject = head.lines().find_map(|line| line.strip_prefix("Subject: "));
    message.headers.subject = subject.unwrap_or_default().to_owned();
    message
}

fn long(of: &str) -> Message {
    let mut message = case("001-harness-en");
    let again = if of == "prose" { message.body.clone() } else { of.to_owned() };
    while message.body.len() < 200_000 {
        message.body.push_str(&again);
    }
    message
}

fn receipt() -> Receipt {
    let received = "2017-08-12T12:00:00Z".parse().unwrap();
    Receipt { sha256: Digest::of(b""), size: 0, received, received_from: ReceivedFrom::Option }
}

#[divan::bench(args = NOTES)]
fn note(bencher: Bencher, name: &str) {
    let (desk, message, receipt) = (desk(), case(name), receipt());
    bencher
        .counter(BytesCount::of_str(&message.body))
        .bench(|| reading::read(black_box(&message), &receipt, &desk.office.states));
}

#[divan::bench(args = LONG, sample_count = 3, sample_size = 1)]
fn long_mail(bencher: Bencher, of: &str) {
    let (desk, message, receipt) = (desk(), long(of), receipt());
    bencher
        .counter(BytesCount::of_str(&message.body))
        .bench(|| reading::read(black_box(&message), &receipt, &desk.office.states));
}

#[divan::bench(args = NOTES)]
fn events(bencher: Bencher, name: &str) {
    let (desk, message, receipt) = (desk(), case(name), receipt());
    let office = &desk.office;
    let reading = reading::read(&message, &receipt, &office.states);
    bencher.bench(|| {
        let events = &office.rulebook.events;
        matching::file(black_box(&message), &reading, events, &office.index, &office.senders)
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn desk_is_loaded() -> Desk {
    desk()
}

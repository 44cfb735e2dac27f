//! Machines that write to each other.

use chrono::Utc;

use crate::support::daemon::Daemon;
use crate::support::desk::{Desk, Wishes};
use crate::support::mailbox::{Mailbox as _, Maildir};
use crate::support::notes::notes;
use crate::support::sink::{Arrival, Manner, Sink};

/// A desk, its daemon, and the ends of its mail.
struct Party {
    mailbox: Maildir,
    sink: Sink,
    desk: Desk,
    daemon: Daemon,
    /// Letters that were carried over to the other.
    carried: usize,
}

impl Party {
    fn new(address: &str) -> Self {
        let folder = Desk::folder();
        let mailbox = Maildir::new(folder.path());
        let sink = Sink::new(Manner::default());
        let desk = Desk::new(folder, &Wishes { sender: address, ..Wishes::new(&mailbox, sink.port) });
        let daemon = Daemon::start(&desk);
        Self { mailbox, sink, desk, daemon, carried: 0 }
    }

    /// Nothing waits to be settled and nothing is on its way.
    fn rests(&mut self, received: u64) {
        let desk = &self.desk;
        self.daemon.until("all is settled and sent", || desk.rests(received));
    }
}

/// Carries letters between two desks until both rest; returns how many there were in all.
fn correspondence(change: impl Fn(&Arrival) -> Vec<u8>) -> (usize, Party, Party) {
    let (mut a, mut b) = (Party::new("desk-a@a.example"), Party::new("desk-b@b.example"));
    // B's mission writes the first note, as a person.
    notes(1).remove(0).from("desk-b@b.example").put(&a.mailbox);
    let (mut to_a, mut to_b) = (1, 0);
    loop {
        a.rests(to_a);
        b.rests(to_b);
        let from_a = a.sink.arrivals().split_off(a.carried);
        let from_b = b.sink.arrivals().split_off(b.carried);
        for letter in &from_a {
            assert_eq!(letter.to, ["desk-b@b.example"]);
            b.mailbox.put(&format!("from-a-{to_b}"), Utc::now(), &change(letter));
            to_b += 1;
        }
        for letter in &from_b {
            assert_eq!(letter.to, ["desk-a@a.example"]);
            a.mailbox.put(&format!("from-b-{to_a}"), Utc::now(), &change(letter));
            to_a += 1;
        }
        a.carried += from_a.len();
        b.carried += from_b.len();
        if from_a.is_empty() && from_b.is_empty() {
            return (a.carried + b.carried, a, b);
        }
        assert!(a.carried + b.carried < 100, "they do not stop");
    }
}

#[test]
fn two_daemons_stop_after_one_letter() {
    let (letters, _a, b) = correspondence(|letter| letter.bytes.clone());
    assert_eq!(letters, 1);
    let messages = b.desk.messages();
    assert_eq!(messages.len(), 1);
    assert_eq!(messages[0].disposition.as_deref(), Some("ignored"));
    assert_eq!(messages[0].withheld.len(), 1, "the reason why no letter was written is kept");
    assert_eq!(b.desk.journalled("letter-withheld"), 1);
}

#[test]
fn two_daemons_stop_even_when_something_between_them_strips_the_marks() {
    let (letters, ..) = correspondence(|letter| {
        let text = String::from_utf8(letter.bytes.clone()).unwrap();
        let lines = text.split_inclusive("\r\n");
        let marked = |l: &str| {
            let line = l.to_ascii_lowercase();
            ["auto-submitted:", "precedence:", "x-auto-response-suppress:"]
                .iter()
                .any(|m| line.starts_with(m))
        };
        lines.filter(|l| !marked(l)).collect::<String>().into_bytes()
    });
    println!("loop without marks: {letters} letters in all");
    assert!(letters <= 20, "{letters} letters: the ceilings did not hold");
}

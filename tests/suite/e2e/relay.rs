//! A relay that refuses, cuts, is down or says nothing: every letter arrives, and only what was taken without a word
//! arrives twice.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::support::daemon::Daemon;
use crate::support::desk::{Desk, Wishes};
use crate::support::mailbox::Maildir;
use crate::support::notes::{Note, notes};
use crate::support::sink::{Answer, Manner, Sink};
use crate::support::size;

/// A desk with `count` notes in its mailbox.
fn desk_with(count: usize, sink: &Sink, smtp: &str) -> (Desk, Vec<Note>) {
    let folder = Desk::folder();
    let mailbox = Maildir::new(folder.path());
    let notes = notes(count);
    notes.iter().for_each(|note| note.put(&mailbox));
    let wishes = Wishes { smtp, delivery: "retry = \"0.2\"", ..Wishes::new(&mailbox, sink.port) };
    (Desk::new(folder, &wishes), notes)
}

/// All notes are answered and all attempts closed.
fn all_sent(desk: &Desk, notes: &[Note]) -> bool {
    desk.letters_that_are("sent") == notes.len() as u64
}

fn nothing_missing(sink: &Sink, notes: &[Note]) {
    let arrivals = sink.arrivals();
    let answered: BTreeSet<&str> = arrivals.iter().filter_map(|a| a.in_reply_to.as_deref()).collect();
    assert_eq!(answered, notes.iter().map(|n| n.id.as_str()).collect());
    for note in notes {
        let answer = arrivals.iter().find(|a| a.in_reply_to.as_deref() == Some(&note.id)).unwrap();
        assert_eq!(answer.to, std::slice::from_ref(&note.from));
        let text = verbale::letter::readable(&answer.bytes);
        assert!(text.contains(&note.reference), "{} is not quoted:\n{text}", note.reference);
    }
}

#[test]
fn every_tenth_answered_451_arrives_once() {
    let sink = Sink::new(Manner { every: Some((10, Answer::Deferred)), ..Manner::default() });
    let (desk, notes) = desk_with(size(60, 1000), &sink, "");
    let mut daemon = Daemon::start(&desk);
    daemon.until("all letters are sent", || all_sent(&desk, &notes));
    assert!(daemon.stop().success());
    nothing_missing(&sink, &notes);
    assert_eq!(sink.arrivals().len(), notes.len(), "a letter came twice");
    let deferred = sink.answered(Answer::Deferred);
    assert!(deferred >= notes.len() / 10);
    assert_eq!(desk.journalled("letter-deferred"), deferred);
    println!("451: {} letters, {deferred} times 451, none missing, none twice", notes.len());
}

#[test]
fn every_tenth_taken_without_a_word_comes_again_with_the_same_message_id() {
    let sink = Sink::new(Manner { every: Some((10, Answer::Cut)), ..Manner::default() });
    let (desk, notes) = desk_with(size(60, 1000), &sink, "");
    let mut daemon = Daemon::start(&desk);
    daemon.until("all letters are sent", || all_sent(&desk, &notes));
    assert!(daemon.stop().success());
    nothing_missing(&sink, &notes);
    let cut = sink.answered(Answer::Cut);
    assert!(cut >= notes.len() / 10);
    let by_id = sink.by_id();
    assert_eq!(by_id.len(), notes.len(), "one Message-ID for each note");
    let mut twice = 0;
    for (id, copies) in by_id {
        let without_word = copies.iter().filter(|c| c.answer == Answer::Cut).count();
        assert_eq!(copies.len() - 1, without_word, "{id} was repeated without need");
        assert!(copies.iter().all(|c| c.bytes == copies[0].bytes), "{id} changed");
        twice += copies.len() - 1;
    }
    assert_eq!(twice, cut);
    println!(
        "no 250: {} letters, {cut} taken without a word, {twice} repeated with the same Message-ID",
        notes.len()
    );
}

#[test]
fn an_unknown_recipient_is_held_with_the_words_and_hinders_nobody() {
    let sink = Sink::new(Manner::default());
    let (desk, notes) = desk_with(20, &sink, "");
    sink.behave(Manner { unknown: Some(notes[7].from.clone()), ..Manner::default() });
    let mut daemon = Daemon::start(&desk);
    daemon.until("the others are sent, one is held", || {
        desk.letters_that_are("sent") == 19 && desk.letters_that_are("refused") == 1
    });
    let held = desk.reader().unwrap().holds(false).unwrap();
    assert_eq!(held.len(), 1, "{held:?}");
    assert_eq!(held[0].code, "undeliverable");
    assert!(held[0].words.contains("550 5.1.1 no such user here"), "{}", held[0].words);
    // The address works again, and a person releases the letter.
    sink.behave(Manner::default());
    let released = desk.command(&["held", "release", &held[0].id.to_string(), "--by", "A. Clerk"]);
    assert!(released.status.success(), "{}", String::from_utf8_lossy(&released.stderr));
    daemon.until("the released letter is sent", || all_sent(&desk, &notes));
    assert!(daemon.stop().success());
    nothing_missing(&sink, &notes);
    assert_eq!(sink.arrivals().len(), notes.len());
    assert!(desk.reader().unwrap().holds(false).unwrap().is_empty());
}

#[test]
fn a_relay_that_is_down_gets_the_letters_when_it_is_back() {
    let sink = Sink::new(Manner::default());
    sink.close();
    let (desk, notes) = desk_with(20, &sink, "");
    let mut daemon = Daemon::start(&desk);
    daemon.until("every letter was tried", || desk.journalled("letter-deferred") >= notes.len());
    assert_eq!(desk.letters_that_are("sent"), 0);
    sink.open();
    daemon.until("all letters are sent", || all_sent(&desk, &notes));
    assert!(daemon.stop().success());
    nothing_missing(&sink, &notes);
    assert_eq!(sink.arrivals().len(), notes.len(), "a letter came twice");
}

#[test]
fn a_silent_relay_delays_letters_and_loses_none() {
    let sink = Sink::new(Manner { silent: true, ..Manner::default() });
    let (desk, notes) = desk_with(8, &sink, "timeout = \"0.2\"\n");
    let mut daemon = Daemon::start(&desk);
    daemon.until("every letter was tried", || desk.journalled("letter-deferred") >= notes.len());
    sink.behave(Manner::default());
    daemon.until("all letters are sent", || all_sent(&desk, &notes));
    assert!(daemon.stop().success());
    nothing_missing(&sink, &notes);
    assert_eq!(sink.arrivals().len(), notes.len(), "a letter came twice");
    let reader = desk.reader().unwrap();
    let first = reader.attempts(1).unwrap();
    assert!(first[0].words.contains("no answer in time"), "{first:?}");
}

#[test]
fn a_relay_that_is_silent_after_the_final_dot_gets_the_same_letter_again() {
    let sink = Sink::new(Manner { delay: Duration::from_secs(3600), ..Manner::default() });
    // The final answer is awaited twenty times as long as any other.
    let (desk, notes) = desk_with(4, &sink, "timeout = \"0.1\"\n");
    let mut daemon = Daemon::start(&desk);
    daemon.until("every letter came to its final dot", || sink.by_id().len() == notes.len());
    sink.behave(Manner::default());
    daemon.until("all letters are sent", || all_sent(&desk, &notes));
    assert!(daemon.stop().success());
    nothing_missing(&sink, &notes);
    let (reader, by_id) = (desk.reader().unwrap(), sink.by_id());
    assert_eq!(by_id.len(), notes.len(), "one Message-ID for each note");
    for letter in desk.letters() {
        let attempts = reader.attempts(letter.id).unwrap();
        let unknown = attempts.iter().filter(|a| a.words.starts_with("outcome unknown")).count();
        let copies = &by_id[&letter.message_id];
        assert!(unknown > 0, "{attempts:?}");
        assert_eq!(copies.len(), 1 + unknown, "{attempts:?}");
        assert!(copies.iter().all(|c| c.bytes == copies[0].bytes), "the letter changed");
    }
}

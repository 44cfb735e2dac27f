//! The judgement: effects, dates, waiting.

use super::{at, book, check, ruled, sample, traveller};
use crate::register::Disposition;
use crate::rules::{Effect, Facts, Known};
use crate::states::Answer;

/// Four checks, each about a fact of its own.
fn four() -> String {
    let of = |id, require, yes, no, effect| {
        check(id, require, yes, no, &format!("otherwise = \"{effect}\"\nunknown = \"hold\""))
    };
    of("asks", "note.form == 'note_verbale'", "note.form = 'note_verbale'", "note.form = 'letter'", "ask")
        + &of("declines", "event.covered", "event.covered = true", "event.covered = false", "decline")
        + &of("holds", "request.earlier == 0", "request.earlier = 0", "request.earlier = 1", "hold")
        + &of("notes", "request.rivals == 0", "request.rivals = 0", "request.rivals = 1", "note")
}

#[test]
fn the_gravest_effect_decides() {
    let book = book(&four());
    for bits in 0..16_u8 {
        let [asks, declines, holds, notes] = [1, 2, 4, 8].map(|bit| bits & bit != 0);
        let mut facts = Facts::meeting_all();
        if asks {
            facts.note.form = Known::Value("letter".into());
        }
        facts.event.covered = Known::Value(!declines);
        facts.request.earlier = holds.into();
        facts.request.rivals = notes.into();
        let expected = match (holds, declines, asks) {
            (true, ..) => Disposition::Held,
            (_, true, _) => Disposition::Declined,
            (_, _, true) => Disposition::Incomplete,
            _ => Disposition::Registered,
        };
        let ruling = ruled(&facts, &book);
        assert_eq!(ruling.disposition, expected, "{bits:04b}");
        let ids: Vec<&str> = ruling.findings.iter().map(|f| f.rule.as_str()).collect();
        assert_eq!(ids, ["asks", "declines", "holds", "notes"], "every rule is shown, met or not");
    }
}

#[test]
fn a_rule_is_in_force_from_its_first_to_its_last_day_in_the_zone_of_the_desk() {
    let dated = "otherwise = \"ask\"\nunknown = \"hold\"\nfrom = 2017-08-10\nto = 2017-08-11";
    let book = book(&check("dated", "event.covered", "event.covered = true", "event.covered = false", dated));
    let mut facts = Facts::meeting_all();
    facts.event.covered = Known::Value(false);
    for (received, in_force) in [
        ("2017-08-10T03:59:59Z", false), // still 9 August in New York
        ("2017-08-10T04:00:00Z", true),
        ("2017-08-12T03:59:59Z", true), // still 11 August there
        ("2017-08-12T04:00:00Z", false),
    ] {
        facts.note.received = at(received);
        let ruling = ruled(&facts, &book);
        let expected =
            if in_force { ("dated", Disposition::Incomplete) } else { ("rules-in-force", Disposition::Held) };
        assert_eq!((ruling.findings[0].rule.as_str(), ruling.disposition), expected, "{received}");
        assert_eq!(ruling.findings.len(), 1);
    }
}

#[test]
fn a_check_keeps_silent_until_those_before_it_are_met() {
    let one = |id, require, yes, no, more: &str| {
        check(id, require, yes, no, &format!("otherwise = \"decline\"\nunknown = \"hold\"\n{more}"))
    };
    let first =
        one("first", "event.covered", "event.covered = true", "event.covered = false", "to = 2017-08-31");
    let then = one(
        "then",
        "request.earlier == 0",
        "request.earlier = 0",
        "request.earlier = 1",
        "after = [\"first\"]",
    );
    let book = book(&(first + &then));
    let mut facts = Facts::meeting_all();
    facts.event.covered = Known::Missing;
    facts.request.earlier = 1;
    let ruling = ruled(&facts, &book);
    assert_eq!(ruling.disposition, Disposition::Held, "what waits does not decline");
    assert_eq!((ruling.findings[1].answer, ruling.findings[1].effect), (Answer::Unknown, Effect::Note));
    assert!(ruling.findings[1].reason.starts_with("Not asked before `first` is met: "));
    // What is met need not wait.
    facts.request.earlier = 0;
    assert_eq!(ruled(&facts, &book).findings[1].effect, Effect::None);
    // Nobody waits for a check that is not in force.
    facts.request.earlier = 1;
    facts.note.received = at("2017-09-10T00:00:00Z");
    assert_eq!(ruled(&facts, &book).disposition, Disposition::Declined);
}

#[test]
fn an_unknown_is_excused_only_by_a_check_that_says_why() {
    let book = sample();
    let mut facts = Facts::meeting_all();
    for (government, expected) in [
        (Known::Value(true), Disposition::Registered),
        (Known::Value(false), Disposition::Incomplete),
        (Known::Missing, Disposition::Registered),
    ] {
        facts.request.travellers = Known::Value(vec![traveller("Amina Example", government)]);
        let ruling = ruled(&facts, &book);
        assert_eq!(ruling.disposition, expected, "{:?}", facts.request.travellers);
        let finding = ruling.findings.iter().find(|f| f.rule == "government-representative").unwrap();
        assert_eq!(finding.reason.contains("only noted, because"), finding.answer == Answer::Unknown);
    }
}

#[test]
fn the_deadline_of_the_event_comes_with_the_ruling() {
    let ruling = ruled(&Facts::meeting_all(), &sample());
    let deadline = ruling.deadline.unwrap();
    assert_eq!(deadline.closes, at("2017-08-19T03:59:59Z"));
    assert_eq!(deadline.rule.unwrap().gives.to_string(), "2017-08-14");
}

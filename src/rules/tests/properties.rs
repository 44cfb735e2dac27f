//! What holds for all facts.

use proptest::prelude::*;

use super::{at, lists, ruled, sample, traveller, words};
use crate::register::Disposition;
use crate::rules::expr::{NAMES, compile};
use crate::rules::{Effect, Facts, Known};
use crate::states::{Answer, Code};

/// Facts out of bytes: each byte chooses one value, Missing or Doubtful.
fn facts(bytes: &[u8]) -> Facts {
    let mut bytes = bytes.iter().copied().cycle();
    let mut pick = move |of: u8| bytes.next().unwrap_or_default() % of;
    fn known<T>(pick: u8, values: Vec<T>) -> Known<T> {
        match values.into_iter().nth(pick.into()) {
            Some(value) => Known::Value(value),
            None if pick.is_multiple_of(2) => Known::Missing,
            None => Known::Doubtful,
        }
    }
    let words = |all: &[&str]| all.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
    let truth = || vec![true, true, true, false];
    let mut facts = Facts::meeting_all();
    facts.note.form = known(pick(6), words(&["note_verbale", "note_verbale", "note_verbale", "letter"]));
    facts.note.channel = known(pick(6), words(&["new_york", "new_york", "new_york", "geneva"]));
    facts.note.unread_papers = u32::from(pick(8) == 7);
    facts.note.automatic_marks = u32::from(pick(8) == 7);
    let received = at("2017-08-19T03:59:58Z");
    facts.note.received = received + chrono::TimeDelta::seconds(i64::from(pick(4)));
    facts.note.received_spread =
        (facts.note.received, facts.note.received + chrono::TimeDelta::seconds(i64::from(pick(2))));
    facts.state.code = known(pick(6), vec![Code::new("KEN").unwrap(); 4]);
    let answers = [Answer::Yes, Answer::Yes, Answer::Yes, Answer::No, Answer::Unknown];
    for list in lists() {
        let answer = if matches!(facts.state.code, Known::Value(_)) {
            answers[usize::from(pick(5))]
        } else {
            Answer::Unknown
        };
        facts.state.lists.insert(list, answer);
    }
    facts.event.id = known(pick(6), words(&["gcm-thematic-5"; 4]));
    facts.event.covered = known(pick(6), truth());
    facts.event.deadline = known(pick(6), vec![at("2017-08-19T03:59:59Z"); 4]);
    facts.event.max_per_state = known(pick(6), vec![1, 1, 1, 2]);
    if !matches!(facts.event.id, Known::Value(_)) {
        facts.event = crate::rules::EventFacts { id: facts.event.id, ..Default::default() };
    }
    let many = pick(4);
    let travellers = (0..many).map(|_| traveller("A. Example", known(pick(6), truth()))).collect();
    facts.request.travellers = known(pick(3), vec![travellers]);
    facts.request.earlier = u32::from(pick(6) == 5);
    facts.request.rivals = facts.request.earlier + u32::from(pick(6) == 5);
    facts.request.rivals_of_record = pick(2) == 0;
    facts.sender.authentic = ["pass", "none", "none", "fail"][usize::from(pick(4))].to_owned();
    facts.sender.of_record = known(pick(6), truth());
    facts
}

fn any_facts() -> impl Strategy<Value = Facts> {
    prop::collection::vec(any::<u8>(), 40).prop_map(|bytes| facts(&bytes))
}

/// Conditions without has(), which alone asks whether something is given.
fn any_condition() -> impl Strategy<Value = String> {
    let atoms = prop::sample::select(vec![
        "event.covered",
        "sender.of_record",
        "note.form == 'letter'",
        "note.channel in ['new_york', 'capital']",
        "'ldc' in state.lists",
        "state.code != 'KEN'",
        "note.received <= event.deadline",
        "note.received - duration('1s') < event.deadline",
        "request.travellers.size() <= event.max_per_state",
        "request.travellers.all(t, t.government)",
        "request.travellers.exists(t, !t.government || t.name == 'B')",
        "sender.authentic == 'pass'",
        "(event.covered ? 1 : request.earlier) == 1",
    ])
    .prop_map(str::to_owned);
    atoms.prop_recursive(4, 16, 3, |inner| {
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            pair.clone().prop_map(|(a, b)| format!("({a}) && ({b})")),
            pair.clone().prop_map(|(a, b)| format!("({a}) || ({b})")),
            pair.prop_map(|(a, b)| format!("({a}) == ({b})")),
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone(), inner).prop_map(|(a, b, c)| format!("({a}) ? ({b}) : ({c})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_unknown_never_declines(facts in any_facts()) {
        let ruling = ruled(&facts, &sample_once());
        for finding in &ruling.findings {
            prop_assert!(finding.answer != Answer::Unknown || finding.effect != Effect::Decline, "{finding:?}");
        }
        if ruling.disposition == Disposition::Declined {
            let reason = |f: &crate::rules::Finding| f.answer == Answer::No && f.effect == Effect::Decline;
            prop_assert!(ruling.findings.iter().any(reason));
        }
    }

    /// docs/rules.md, "What is not known".
    #[test]
    fn removing_a_fact_never_registers_a_request_that_was_asked_about(facts in any_facts(), doubtful: bool) {
        let book = sample_once();
        let before = ruled(&facts, &book);
        if before.disposition == Disposition::Registered {
            return Ok(());
        }
        for name in &NAMES {
            let mut fewer = facts.clone();
            if !fewer.obscure(name.path, doubtful) {
                continue;
            }
            let after = ruled(&fewer, &book);
            if after.disposition != Disposition::Registered {
                continue;
            }
            prop_assert_ne!(before.disposition, Disposition::Incomplete, "without {}", name.path);
            // Held or declined before: every finding that did so is excused by its own check, with a reason.
            for (was, is) in before.findings.iter().zip(&after.findings) {
                let excused = is.answer == Answer::Unknown && is.reason.contains("only noted, because");
                prop_assert!(was.effect <= Effect::Note || excused, "without {}: {:?}", name.path, is);
            }
        }
    }

    #[test]
    fn a_lost_fact_makes_an_answer_unknown_and_never_turns_it(facts in any_facts(), condition in any_condition(), doubtful: bool) {
        let Ok(expr) = compile(&condition, &words()) else { return Ok(()) };
        let before = expr.answer(&facts);
        for name in &NAMES {
            let mut fewer = facts.clone();
            fewer.obscure(name.path, doubtful);
            let after = expr.answer(&fewer);
            prop_assert!(after == before || after == Answer::Unknown, "{} without {}: {:?}, {:?}", condition, name.path, before, after);
        }
        let told = expr.explain(&facts, &super::new_york());
        prop_assert!(!told.is_empty() && !told.contains('\n') && !told.contains("  "), "{}: {:?}", condition, told);
    }

    #[test]
    fn the_order_of_checks_does_not_change_the_disposition(facts in any_facts(), seed: u64) {
        let mut book = sample();
        let first = ruled(&facts, &book);
        let mut seed = seed | 1;
        for at in (1..book.rules.checks.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let other = usize::try_from(seed >> 33).unwrap() % (at + 1);
            book.rules.checks.swap(at, other);
        }
        let mut second = ruled(&facts, &book);
        prop_assert_eq!(first.disposition, second.disposition);
        second.findings.sort_by_key(|f| first.findings.iter().position(|g| g.rule == f.rule));
        // Of several checks that one waits for, the first in its own list is named, so even the words stay.
        prop_assert_eq!(first.findings, second.findings);
    }

    #[test]
    fn the_same_facts_give_the_same_bytes(facts in any_facts()) {
        let book = sample_once();
        let again: Facts = serde_json::from_str(&serde_json::to_string(&facts).unwrap()).unwrap();
        let bytes = |facts| serde_json::to_vec(&ruled(facts, &book)).unwrap();
        prop_assert_eq!(bytes(&facts), bytes(&again));
    }
}

fn sample_once() -> std::sync::Arc<crate::rules::Rulebook> {
    static BOOK: std::sync::OnceLock<std::sync::Arc<crate::rules::Rulebook>> = std::sync::OnceLock::new();
    BOOK.get_or_init(|| std::sync::Arc::new(sample())).clone()
}

//! A rehearsal stands where the desk would: the same requests one after another through the register, and as a group.

use std::path::Path;
use std::sync::OnceLock;

use chrono::TimeDelta;
use proptest::prelude::*;

use super::{Subject, differing, stand};
use crate::calendar::Moment;
use crate::desk::Basis;
use crate::desk::judgement;
use crate::folder;
use crate::office::Office;
use crate::register::{Disposition, Register, Request};
use crate::rules::{Effect, Facts, Known, Weight};
use crate::states::{Answer, Code};

fn office() -> &'static Office {
    static OFFICE: OnceLock<Office> = OnceLock::new();
    OFFICE.get_or_init(|| folder::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap().office)
}

/// A request of Cambodia for the Vienna session; `bytes` say what is special about it.
fn subject(number: usize, bytes: [u8; 4]) -> Subject {
    let [late, record, counts, doubt] = bytes;
    let mut facts = Facts::meeting_all();
    facts.state.code = Known::Value(Code::new("KHM").unwrap());
    // Around the closing second, so that some are late.
    let received = "2017-08-19T03:59:57Z".parse::<chrono::DateTime<chrono::Utc>>().unwrap()
        + TimeDelta::seconds(i64::from(late % 5));
    facts.note.received = received;
    facts.note.received_spread = (received, received);
    facts.sender.of_record = Known::Value(record % 2 == 0);
    facts.sender.authentic = if counts % 4 == 0 { "fail" } else { "pass" }.to_owned();
    if doubt % 5 == 0 {
        facts.note.form = Known::Doubtful;
    }
    let request = Request {
        reference: format!("GCM-2017-{:04}", number + 1),
        message: format!("{number}"),
        state: Code::new("KHM"),
        event: Some("gcm-thematic-5".to_owned()),
        received,
        of_record: record % 2 == 0,
        counts: counts % 4 != 0,
        disposition: Disposition::Held,
        facts: String::new(),
    };
    Subject { request, facts }
}

/// As [`crate::desk::handle`] does it: each compared with those before it, which it may have judged anew.
fn live(group: &[Subject]) -> Vec<Disposition> {
    let mut register = Register::default();
    for subject in group {
        let mut facts = subject.facts.clone();
        judgement::refresh(&mut facts, subject.request.event.as_deref(), office());
        judgement::compare(&mut facts, &subject.request, judgement::rivals(&subject.request, &register));
        let moment = Moment(subject.request.received);
        let new = judgement::judged((2017, 0), subject.request.clone(), facts, office(), moment);
        for again in
            judgement::anew(&new, None, Basis { register: &register, office: office(), secret: b"", moment })
        {
            register.put(2017, 0, again.request);
        }
        register.put(2017, 0, new.request);
    }
    group.iter().map(|s| register.request(&s.request.reference).unwrap().disposition).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_group_stands_where_the_desk_would_put_it(all in prop::collection::vec(any::<[u8; 4]>(), 1..6)) {
        let group: Vec<Subject> = all.iter().enumerate().map(|(n, bytes)| subject(n, *bytes)).collect();
        let borrowed: Vec<&Subject> = group.iter().collect();
        let rehearsed: Vec<Disposition> = stand(&borrowed, office()).iter().map(|s| s.disposition).collect();
        prop_assert_eq!(rehearsed, live(&group));
    }
}

#[test]
fn a_rule_that_one_side_asks_alone_counts_where_it_has_an_effect() {
    let weight = |rule, effect| Weight { rule, answer: Answer::No, effect };
    let before = [weight("a", Effect::None), weight("b", Effect::Note)];
    assert!(differing(&before, &before).is_empty());
    assert_eq!(differing(&before, &[weight("a", Effect::None)]), ["b"]);
    assert!(differing(&before[..1], &[]).is_empty());
    let after = [weight("c", Effect::Note), weight("b", Effect::Decline), weight("a", Effect::None)];
    assert_eq!(differing(&before, &after), ["b", "c"], "the gravest first");
}

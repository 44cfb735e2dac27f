//! The `cel` crate as oracle: where both languages mean something, they mean the same.
//!
//! A day is a type of ours; for the oracle it is the midnight that begins it. A fact that is missing is no field of its
//! map: what it cannot answer then, it reports as an error, and we may be Unknown or decide without it.

use std::collections::HashMap;

use cel::{Context, Program, Value};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use proptest::prelude::*;

use super::words;
use crate::rules::expr::compile;
use crate::rules::{Facts, Known, TravellerFacts};
use crate::states::{Answer, Code};

type Fields = HashMap<String, Value>;

fn text(words: &str) -> Value {
    Value::String(std::sync::Arc::new(words.to_owned()))
}

fn moment(at: DateTime<Utc>) -> Value {
    Value::Timestamp(at.fixed_offset())
}

fn day(day: NaiveDate) -> Value {
    moment(day.and_time(NaiveTime::MIN).and_utc())
}

fn put<T>(fields: &mut Fields, name: &str, fact: &Known<T>, value: impl Fn(&T) -> Value) {
    if let Known::Value(found) = fact {
        fields.insert(name.to_owned(), value(found));
    }
}

fn strings<'a>(all: impl IntoIterator<Item = &'a String>) -> Value {
    Value::List(std::sync::Arc::new(all.into_iter().map(|word| text(word)).collect()))
}

fn number(n: &u32) -> Value {
    Value::Int((*n).into())
}

fn traveller(t: &TravellerFacts) -> Value {
    let mut fields = Fields::from([("name".to_owned(), text(&t.name))]);
    put(&mut fields, "gender", &t.gender, |s| text(s));
    put(&mut fields, "function", &t.function, |s| text(s));
    put(&mut fields, "government", &t.government, |b| Value::Bool(*b));
    put(&mut fields, "date_of_birth", &t.date_of_birth, |d| day(*d));
    Value::from(fields)
}

/// What the oracle sees of the facts; without those that are not given.
fn context(facts: &Facts) -> Context<'static, 'static> {
    let mut note = Fields::from([
        ("received".to_owned(), moment(facts.note.received)),
        (
            "received_spread".to_owned(),
            Value::List(std::sync::Arc::new(vec![
                moment(facts.note.received_spread.0),
                moment(facts.note.received_spread.1),
            ])),
        ),
        ("papers".to_owned(), strings(&facts.note.papers)),
        ("unread_papers".to_owned(), number(&facts.note.unread_papers)),
    ]);
    put(&mut note, "form", &facts.note.form, |s| text(s));
    put(&mut note, "channel", &facts.note.channel, |s| text(s));
    put(&mut note, "reference", &facts.note.reference, |s| text(s));
    put(&mut note, "date", &facts.note.date, |d| day(*d));
    let on = facts.state.lists.iter().filter(|(_, answer)| **answer == Answer::Yes).map(|(list, _)| list);
    let mut state = Fields::from([("lists".to_owned(), strings(on))]);
    put(&mut state, "code", &facts.state.code, |c| text(c.as_str()));
    let mut event = Fields::new();
    put(&mut event, "id", &facts.event.id, |s| text(s));
    put(&mut event, "covered", &facts.event.covered, |b| Value::Bool(*b));
    put(&mut event, "start", &facts.event.start, |d| day(*d));
    put(&mut event, "deadline", &facts.event.deadline, |t| moment(*t));
    put(&mut event, "max_per_state", &facts.event.max_per_state, number);
    let mut request = Fields::from([
        ("earlier".to_owned(), number(&facts.request.earlier)),
        ("rivals".to_owned(), number(&facts.request.rivals)),
    ]);
    put(&mut request, "travellers", &facts.request.travellers, |all| {
        Value::List(std::sync::Arc::new(all.iter().map(traveller).collect()))
    });
    let mut context = Context::default();
    for (name, fields) in [("note", note), ("state", state), ("event", event), ("request", request)] {
        context.add_variable_from_value(name, Value::from(fields));
    }
    context
}

/// What the oracle answers; `None` where it finds an error, such as a field that is not there.
fn asked(condition: &str, facts: &Facts) -> Option<bool> {
    let midnight = condition.replace("date('2017-09-04')", "timestamp('2017-09-04T00:00:00Z')");
    let program = Program::compile(&midnight).unwrap_or_else(|e| panic!("{condition}: {e}"));
    match program.execute(&context(facts)) {
        Ok(Value::Bool(met)) => Some(met),
        Ok(other) => panic!("{condition}: {other:?}"),
        Err(_) => None,
    }
}

/// Facts of which `missing` says which are not given; none is doubtful, and no list leaves anything open.
fn any_facts(missing: bool) -> impl Strategy<Value = Facts> {
    (prop::collection::vec(0..60_u8, 24), Just(missing)).prop_map(|(bytes, missing)| {
        let mut bytes = bytes.into_iter();
        let mut pick = |of: u8| bytes.next().unwrap_or_default() % of;
        let mut known = |values: &[&str]| {
            let at = pick(6);
            match values.get(usize::from(at) % values.len()) {
                Some(value) if at < 5 || !missing => Known::Value((*value).to_owned()),
                _ => Known::Missing,
            }
        };
        let mut facts = Facts::meeting_all();
        facts.note.form = known(&["note_verbale", "letter"]);
        facts.note.channel = known(&["new_york", "geneva", "capital"]);
        facts.note.reference = known(&["12/2017", "No. 7", ""]);
        facts.event.id = known(&["gcm-thematic-5", "gcm-round-1"]);
        facts.state.code = match known(&["KEN", "TGO"]) {
            Known::Value(code) => Code::new(&code).map_or(Known::Missing, Known::Value),
            _ => Known::Missing,
        };
        facts.note.received += chrono::TimeDelta::days(i64::from(pick(3)) * 5);
        facts.note.received_spread = (facts.note.received, facts.note.received + chrono::TimeDelta::hours(9));
        facts.note.unread_papers = pick(3).into();
        if pick(2) == 0 {
            facts.note.papers.insert("cv".to_owned());
        }
        for list in super::lists() {
            facts.state.lists.insert(list, if pick(2) == 0 { Answer::Yes } else { Answer::No });
        }
        facts.event.covered = Known::Value(pick(2) == 0);
        facts.event.max_per_state = Known::Value(pick(3).into());
        facts.request.earlier = pick(3).into();
        facts.request.rivals = pick(3).into();
        if missing && pick(4) == 0 {
            facts.event.deadline = Known::Missing;
            facts.event.covered = Known::Missing;
        }
        let travellers = (0..pick(4)).map(|_| TravellerFacts {
            name: "A. Example".to_owned(),
            gender: if missing && pick(3) == 0 { Known::Missing } else { Known::Value("f".to_owned()) },
            government: if missing && pick(3) == 0 { Known::Missing } else { Known::Value(pick(2) == 0) },
            ..TravellerFacts::default()
        });
        facts.request.travellers = Known::Value(travellers.collect());
        facts
    })
}

fn any_condition() -> impl Strategy<Value = String> {
    let atoms = prop::sample::select(vec![
        "event.covered",
        "!event.covered",
        "note.form == 'letter'",
        "note.form != \"note_verbale\"",
        "note.channel in ['new_york', 'capital']",
        "note.reference.startsWith('No')",
        "note.reference.endsWith('17')",
        "note.reference.contains('/')",
        "has(note.reference)",
        "has(event.deadline) && has(state.code)",
        "'ldc' in state.lists",
        "'cv' in note.papers",
        "note.papers.size() == 2",
        "state.code != 'KEN'",
        "event.id in ['gcm-round-1']",
        "note.received <= event.deadline",
        "note.received + duration('240h') < event.deadline",
        "event.deadline - note.received > duration('200h30m')",
        "note.received_spread[1] - note.received_spread[0] == duration('9h')",
        "note.received >= timestamp('2017-08-15T14:00:00Z')",
        "note.date < event.start",
        "event.start == date('2017-09-04')",
        "request.travellers.size() <= event.max_per_state",
        "request.travellers.all(t, t.government)",
        "request.travellers.exists(t, t.government && t.gender == 'f')",
        "request.travellers.all(t, has(t.gender))",
        "request.earlier + 1 - request.rivals < 2",
        "request.earlier > -1",
        "(event.covered ? request.earlier : request.rivals) == 1",
        "(note.unread_papers == 0) == event.covered",
    ])
    .prop_map(str::to_owned);
    atoms.prop_recursive(3, 12, 3, |inner| {
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            pair.clone().prop_map(|(a, b)| format!("({a}) && ({b})")),
            pair.clone().prop_map(|(a, b)| format!("{a} || {b}")),
            pair.prop_map(|(a, b)| format!("({a}) != ({b})")),
            inner.clone().prop_map(|a| format!("!({a})")),
            (inner.clone(), inner.clone(), inner).prop_map(|(a, b, c)| format!("({a}) ? ({b}) : ({c})")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn known_facts_give_the_answer_of_cel(facts in any_facts(false), condition in any_condition()) {
        let ours = compile(&condition, &words()).unwrap_or_else(|m| panic!("{condition}: {m:?}")).answer(&facts);
        let theirs = asked(&condition, &facts).map(|met| if met { Answer::Yes } else { Answer::No });
        prop_assert_eq!(Some(ours), theirs, "{}", condition);
    }

    #[test]
    fn where_cel_answers_without_a_fact_we_do_not_differ(facts in any_facts(true), condition in any_condition()) {
        let ours = compile(&condition, &words()).unwrap_or_else(|m| panic!("{condition}: {m:?}")).answer(&facts);
        if let Some(met) = asked(&condition, &facts) {
            prop_assert_eq!(ours, if met { Answer::Yes } else { Answer::No }, "{}", condition);
        }
    }
}

/// What makes an oracle of it and not the engine: a slip is an answer there, and a mistake here.
#[test]
fn what_cel_lets_pass_is_refused_here() {
    for slip in ["state.ldc == 'yes'", "note.form == 1", "'pasport' in note.papers"] {
        assert!(compile(slip, &words()).is_err(), "{slip}");
    }
}

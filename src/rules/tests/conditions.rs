//! The condition language: grammar, types, three answers.

use super::{at, traveller, words};
use crate::rules::expr::{MAX_DEPTH, MAX_LENGTH, Mistake, compile};
use crate::rules::{Facts, Known};
use crate::states::Answer::{self, No, Unknown, Yes};

fn answer(condition: &str, facts: &Facts) -> Answer {
    compile(condition, &words()).unwrap_or_else(|m| panic!("{condition}: {m:?}")).answer(facts)
}

fn known(answer: Answer) -> Known<bool> {
    match answer {
        Yes => Known::Value(true),
        No => Known::Value(false),
        Unknown => Known::Missing,
    }
}

#[test]
fn and_or_not_and_choice_follow_kleene() {
    let all = [Yes, No, Unknown];
    for a in all {
        for b in all {
            let mut facts = Facts::meeting_all();
            facts.event.covered = known(a);
            facts.sender.of_record = known(b);
            let and = if a == No || b == No {
                No
            } else if a == Yes && b == Yes {
                Yes
            } else {
                Unknown
            };
            let or = if a == Yes || b == Yes {
                Yes
            } else if a == No && b == No {
                No
            } else {
                Unknown
            };
            let not = [(Yes, No), (No, Yes), (Unknown, Unknown)].iter().find(|n| n.0 == a).unwrap().1;
            assert_eq!(answer("event.covered && sender.of_record", &facts), and, "{a:?} && {b:?}");
            assert_eq!(answer("event.covered || sender.of_record", &facts), or, "{a:?} || {b:?}");
            assert_eq!(answer("!event.covered", &facts), not, "!{a:?}");
            let chosen = match a {
                Yes => b,
                No => No,
                Unknown if b == No => No,
                Unknown => Unknown,
            };
            assert_eq!(
                answer("event.covered ? sender.of_record : false", &facts),
                chosen,
                "{a:?} ? {b:?} : no"
            );
            let equal = if a == Unknown || b == Unknown {
                Unknown
            } else if a == b {
                Yes
            } else {
                No
            };
            assert_eq!(answer("event.covered == sender.of_record", &facts), equal, "{a:?} == {b:?}");
        }
    }
}

#[test]
fn each_condition_has_its_answer() {
    let mut facts = Facts::meeting_all();
    facts.note.reference = Known::Missing;
    facts.note.date = Known::Doubtful;
    facts.state.lists.insert("ldc".to_owned(), No);
    facts.state.lists.insert("sids".to_owned(), Unknown);
    for (condition, expected) in [
        ("has(note.form)", Yes),
        ("has(note.reference)", No),
        ("has(note.date)", Unknown),
        ("!has(note.reference)", Yes),
        ("note.reference == '1'", Unknown),
        ("note.reference != '1'", Unknown),
        ("note.reference.contains('1')", Unknown),
        ("note.form.startsWith('note') && note.form.endsWith('verbale')", Yes),
        ("note.form.contains('letter')", No),
        ("note.form in ['letter', 'note_verbale']", Yes),
        ("note.form in ['letter', 'message']", No),
        ("note.reference in ['1']", Unknown),
        ("(note.language in ['en', 'fr']) == true", Yes),
        ("'note' in note.papers", Yes),
        ("'cv' in note.papers", No),
        ("'developing' in state.lists", Yes),
        ("'ldc' in state.lists", No),
        ("'sids' in state.lists", Unknown),
        ("'transition' in state.lists", Unknown),
        ("'sids' in state.lists || 'developing' in state.lists", Yes),
        ("note.papers.size() == 1", Yes),
        ("request.earlier + 2 - 1 == 1", Yes),
        ("request.earlier > -1", Yes),
        ("note.received + duration('48h') <= event.deadline", Yes),
        ("event.deadline - note.received < duration('1h30m')", No),
        ("note.received == timestamp('2017-08-10T16:00:00+02:00')", Yes),
        ("event.start == date('2017-09-04')", Yes),
        ("note.date < event.start", Unknown),
        ("note.received_spread[0] <= note.received_spread[1]", Yes),
        ("(event.covered ? 1 : 2) == 1", Yes),
        ("request.earlier + 9223372036854775807 - -9 > 0", Unknown),
        ("note.form == \"note_verbale\" // a remark".split(" //").next().unwrap(), Yes),
    ] {
        assert_eq!(answer(condition, &facts), expected, "{condition}");
    }
}

#[test]
fn all_and_exists_over_travellers() {
    use Known::{Doubtful, Missing, Value};
    for (posts, all, exists) in [
        (vec![], Yes, No),
        (vec![Value(true)], Yes, Yes),
        (vec![Value(true), Value(false)], No, Yes),
        (vec![Value(true), Missing], Unknown, Yes),
        (vec![Value(false), Doubtful], No, Unknown),
        (vec![Missing], Unknown, Unknown),
    ] {
        let mut facts = Facts::meeting_all();
        facts.request.travellers = Value(posts.iter().map(|p| traveller("A", p.clone())).collect());
        assert_eq!(answer("request.travellers.all(t, t.government)", &facts), all, "all {posts:?}");
        assert_eq!(answer("request.travellers.exists(who, who.government)", &facts), exists, "{posts:?}");
    }
    for lost in [Missing, Doubtful] {
        let mut facts = Facts::meeting_all();
        facts.request.travellers = lost;
        assert_eq!(answer("request.travellers.all(t, t.government)", &facts), Unknown);
        assert_eq!(answer("request.travellers.size() >= 0", &facts), Unknown);
    }
}

#[test]
fn the_last_second_is_in_time() {
    let mut facts = Facts::meeting_all();
    facts.event.deadline = Known::Value(at("2017-08-19T03:59:59Z"));
    for (received, expected) in [("2017-08-19T03:59:59Z", Yes), ("2017-08-19T04:00:00Z", No)] {
        facts.note.received = at(received);
        assert_eq!(answer("note.received <= event.deadline", &facts), expected, "{received}");
    }
}

/// The first mistake, with the words that it points at.
fn mistake(condition: &str) -> (&'static str, String, Mistake) {
    let found = compile(condition, &words()).err().unwrap_or_else(|| panic!("{condition} was accepted"));
    let words = condition[found[0].span.clone()].to_owned();
    (found[0].code, words, found[0].clone())
}

#[test]
fn mistakes_point_at_their_words() {
    for (condition, code, words) in [
        ("", "condition-syntax", ""),
        ("note.form ==", "condition-syntax", ""),
        ("note.form == 'letter' note.kind == 'other'", "condition-syntax", "note"),
        ("note.form == 'letter' or event.covered", "condition-syntax", "or"),
        ("not event.covered", "condition-syntax", "not"),
        ("note. == 'x'", "condition-syntax", "=="),
        ("note.form == 'x", "condition-syntax", "'x"),
        ("note.form == 'a\\q'", "condition-syntax", "\\"),
        ("note.form & event.covered", "condition-syntax", "&"),
        ("request.earlier * 2 == 2", "condition-syntax", "*"),
        ("request.earlier == 1.5", "condition-syntax", "5"),
        ("request.earlier == 10x", "condition-syntax", "10x"),
        ("request.earlier == 99999999999999999999", "condition-syntax", "99999999999999999999"),
        ("note.form == 'ü' && note.fürm == 'x'", "condition-syntax", "ü"),
        ("(note.form == 'letter'", "condition-syntax", ""),
        ("1 <= request.earlier <= 2", "condition-syntax", "<="),
        // A call at the end of the first comparison does not hide the chain.
        ("1 <= request.travellers.size() <= 2", "condition-syntax", "<="),
        ("request.rivals == note.papers.size() == true", "condition-syntax", "=="),
        ("event.covered == (sender.of_record) == true", "condition-syntax", "=="),
        ("'ldc' in state.lists == true == true", "condition-syntax", "=="),
        ("note.shape == 'x'", "unknown-name", "note.shape"),
        ("note", "unknown-name", "note"),
        ("t.government", "unknown-name", "t.government"),
        ("request.travellers.all(t, s.government)", "unknown-name", "s.government"),
        ("request.travellers.all(note, note.form == 'x')", "unknown-name", "note"),
        ("note.form == 'verbal'", "unknown-value", "'verbal'"),
        ("state.code == 'Kenya'", "unknown-value", "'Kenya'"),
        ("'pasport' in note.papers", "unknown-value", "'pasport'"),
        ("note.form < 'letter'", "type-mismatch", "note.form < 'letter'"),
        ("note.form == 1", "type-mismatch", "note.form == 1"),
        ("request.travellers", "type-mismatch", "request.travellers"),
        ("!note.form", "type-mismatch", "note.form"),
        ("-note.form == 1", "type-mismatch", "-note.form"),
        ("note.form in 'letter'", "type-mismatch", "'letter'"),
        ("note.form in ['letter', 1]", "type-mismatch", "1"),
        ("note.form in state.lists", "type-mismatch", "note.form"),
        ("event.covered ? 1 : 'a'", "type-mismatch", "'a'"),
        ("note.date + duration('1h') == note.date", "type-mismatch", "note.date + duration('1h')"),
        ("note.received_spread[2] == note.received", "type-mismatch", "note.received_spread[2]"),
        ("has(note.form == 'letter')", "type-mismatch", "note.form == 'letter'"),
        ("note.form.size() == 1", "type-mismatch", "note.form.size()"),
        ("has(note.received)", "constant-condition", "note.received"),
        ("true", "constant-condition", "true"),
        ("note.date == date('2017-13-01')", "bad-date", "'2017-13-01'"),
        ("note.received == timestamp('2017-08-01')", "bad-date", "'2017-08-01'"),
        ("note.received - note.received < duration('-1h')", "bad-date", "'-1h'"),
        ("has()", "unknown-function", "has"),
        ("matches(note.form)", "unknown-function", "matches"),
    ] {
        let (found, place, mistake) = mistake(condition);
        assert_eq!((found, place.as_str()), (code, words), "{condition}: {mistake:?}");
    }
}

#[test]
fn a_condition_may_be_long_and_deep_up_to_the_limits() {
    let nested = |deep: usize| format!("{}event.covered{}", "(".repeat(deep), ")".repeat(deep));
    assert!(compile(&nested(MAX_DEPTH - 1), &words()).is_ok());
    assert_eq!(mistake(&nested(MAX_DEPTH)).0, "condition-too-deep");
    let many = |signs: usize| format!("{}event.covered", "!".repeat(signs));
    assert!(compile(&many(MAX_DEPTH), &words()).is_ok());
    assert_eq!(mistake(&many(MAX_DEPTH + 1)).0, "condition-too-deep");
    assert_eq!(mistake(&format!("event.covered{}", " ".repeat(MAX_LENGTH))).0, "condition-too-long");
    // The longest of each shape is taken or refused, and never overflows the stack.
    for unit in ["!(", "[", "(", "has(", "a.", "a[", "a&&", "a?a:", "-", "1+", "a.all(t,", "'", "\\"] {
        let _ = compile(&unit.repeat(MAX_LENGTH / unit.len()), &words());
    }
    let chain = vec!["event.covered"; MAX_LENGTH / 17].join(" && ");
    assert_eq!(answer(&chain, &Facts::meeting_all()), Yes);
}

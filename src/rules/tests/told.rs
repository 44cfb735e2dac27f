//! The words of every finding of the sample desk, in the situations that occur: read them aloud after an edit.

use std::fmt::Write;
use std::path::Path;

use super::{at, ruled, sample, traveller};
use crate::rules::{Effect, EventFacts, Facts, Known};
use crate::states::Answer;

/// Compares with the file `path` of the repository, or rewrites it where UPDATE is set.
pub(super) fn golden(path: &str, found: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&file, found).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(expected == found, "{path} differs; UPDATE=1 rewrites it.\n{found}");
}

type Change = fn(&mut Facts);

const SITUATIONS: [(&str, Change); 21] = [
    ("all met", |_| {}),
    ("forged sender", |f| f.sender.authentic = "fail".into()),
    ("nobody vouches, address unknown", |f| {
        f.sender.authentic = "none".into();
        f.sender.of_record = Known::Value(false);
    }),
    ("automatic marks, unread papers", |f| {
        f.note.automatic_marks = 1;
        f.note.unread_papers = 2;
    }),
    ("a friendly e-mail", |f| f.note.form = Known::Value("message".into())),
    ("form and channel doubtful", |f| {
        f.note.form = Known::Doubtful;
        f.note.channel = Known::Doubtful;
    }),
    ("from Geneva", |f| f.note.channel = Known::Value("geneva".into())),
    ("no State", |f| {
        f.obscure("state.code", false);
    }),
    ("two States", |f| {
        f.obscure("state.code", true);
    }),
    ("no event", |f| {
        f.obscure("event.id", false);
    }),
    ("one of two events", |f| {
        f.obscure("event.id", true);
    }),
    ("event not covered", |f| f.event.covered = Known::Value(false)),
    ("coverage unclear, no closing date", |f| {
        f.event.covered = Known::Doubtful;
        f.event.deadline = Known::Missing;
    }),
    ("no closing date", |f| f.event.deadline = Known::Missing),
    ("late, and stamps that disagree", |f| {
        f.note.received = at("2017-08-19T04:00:10Z");
        f.note.received_spread = (at("2017-08-19T03:59:50Z"), at("2017-08-19T04:00:10Z"));
    }),
    ("not a developing country", |f| {
        f.state.lists.insert("developing".into(), Answer::No);
    }),
    ("list leaves it open", |f| {
        f.state.lists.insert("developing".into(), Answer::Unknown);
    }),
    ("nobody named", |f| f.request.travellers = Known::Missing),
    ("names that disagree", |f| f.request.travellers = Known::Doubtful),
    ("two nominees, one of them of no government", |f| {
        f.request.travellers = Known::Value(vec![
            traveller("Amina Example", Known::Value(true)),
            traveller("Bakari Example", Known::Value(false)),
        ]);
    }),
    ("a second note, a rival of unknown address, a post not told", |f| {
        f.request.earlier = 1;
        f.request.rivals = 1;
        f.request.rivals_of_record = false;
        f.request.travellers = Known::Value(vec![traveller("Amina Example", Known::Missing)]);
    }),
];

#[test]
fn every_finding_can_be_read_aloud() {
    let book = sample();
    let mut text =
        String::from("# What staff read of each situation: what is met is shown once, in the first.\n");
    for (at, (name, change)) in SITUATIONS.iter().enumerate() {
        let mut facts = Facts::meeting_all();
        change(&mut facts);
        let ruling = ruled(&facts, &book);
        writeln!(text, "\n## {name}: {:?}", ruling.disposition).unwrap();
        for finding in ruling.findings.iter().filter(|f| at == 0 || f.effect != Effect::None) {
            assert!(!finding.reason.contains('\n') && finding.reason.ends_with('.'), "{}", finding.reason);
            writeln!(text, "{}: {}", finding.rule, finding.reason).unwrap();
        }
    }
    golden("tests/cases/rules/explanations.txt", &text);
}

#[test]
fn several_travellers_are_told_one_by_one() {
    let book = super::book(&super::check(
        "posts",
        "request.travellers.all(who, who.government)",
        "request.earlier = 0",
        "request.travellers = [{ name = 'A', government = false }]",
        "otherwise = \"ask\"\nunknown = \"hold\"",
    ));
    let told = |posts: Vec<Known<bool>>| {
        let mut facts = Facts::meeting_all();
        let all = posts.into_iter().zip(["Amina", "Bakari", "Chidi", "Dalia"]);
        facts.request.travellers = Known::Value(all.map(|(post, name)| traveller(name, post)).collect());
        ruled(&facts, &book).findings.remove(0).reason
    };
    let (yes, no) = (Known::Value(true), Known::Value(false));
    assert_eq!(told(vec![yes.clone()]), "Met: who.government is true.");
    assert_eq!(
        told(vec![yes.clone(), yes.clone()]),
        "Met: for traveller 1 ('Amina'), who.government is true; for traveller 2 ('Bakari'), who.government is true."
    );
    assert_eq!(told(vec![yes.clone(), no]), "Not met: for traveller 2 ('Bakari'), who.government is false.");
    assert_eq!(
        told(vec![yes.clone(), Known::Doubtful]),
        "Unknown: for traveller 2 ('Bakari'), the note contradicts itself or is unclear about whether the post of \
         'Bakari' is a government's (who.government)."
    );
    assert!(
        told(vec![yes; 4])
            .ends_with("for traveller 3 ('Chidi'), who.government is true, and so on for all 4.")
    );
    assert_eq!(told(vec![]), "Met: no traveller is named.");
}

#[test]
fn a_number_that_is_not_known_names_the_list_or_the_state() {
    let (book, _) = super::load_all(&[
        (
            "rules/checks.toml",
            super::check(
                "cap",
                "request.travellers.size() <= event.max_per_state",
                "event.max_per_state = 1",
                "event.max_per_state = 0",
                "otherwise = \"ask\"\nunknown = \"hold\"",
            ),
        ),
        (
            "rules/events.toml",
            include_str!("../../../rules/events.toml")
                .replace("[defaults]", "[defaults]\nmax_by_list = { ldc = 2, sids = 3 }"),
        ),
    ])
    .unwrap();
    let event = &book.events["gcm-thematic-5"];
    let told = |change: Change| {
        let mut facts = Facts::meeting_all();
        change(&mut facts);
        let zone = super::new_york();
        facts.event = EventFacts::of(event, &zone, &facts.state.lists, facts.note.received);
        ruled(&facts, &book).findings.remove(0).reason
    };
    assert_eq!(
        told(|f| {
            f.state.lists.insert("ldc".into(), Answer::Unknown);
            f.state.lists.insert("sids".into(), Answer::No);
        }),
        "Unknown: the list 'ldc' leaves open whether KEN is on it, or that changes between receipt and event \
         (event.max_per_state)."
    );
    assert_eq!(
        told(|f| {
            f.state.lists.insert("ldc".into(), Answer::Unknown);
            f.state.lists.insert("sids".into(), Answer::Unknown);
        }),
        "Unknown: the lists 'ldc' and 'sids' leave open whether KEN is on them, or that changes between receipt and \
         event (event.max_per_state)."
    );
    assert_eq!(
        told(|f| {
            f.state.code = Known::Missing;
            f.state.lists.clear();
        }),
        "Unknown: the note does not say which State asks (state.code)."
    );
}

#[test]
fn a_paper_that_was_read_is_not_called_unreadable() {
    let book = super::book(&super::check(
        "papers",
        "request.missing_papers.size() == 0",
        "request.earlier = 0",
        "request.missing_papers = ['cv']",
        "otherwise = \"ask\"\nunknown = \"hold\"",
    ));
    let told = |kinds: &[&str], unknown| {
        let mut facts = Facts::meeting_all();
        facts.event.papers = Known::Value(["passport".to_owned()].into());
        facts.note.unknown_papers = unknown;
        let came: std::collections::BTreeSet<String> = kinds.iter().map(|&k| k.to_owned()).collect();
        facts.request.papers = if unknown == 0 { Known::Value(came) } else { Known::Doubtful };
        facts.request.missing_papers = Known::Doubtful;
        ruled(&facts, &book).findings.remove(0).reason
    };
    assert_eq!(
        told(&["note", "other"], 0),
        "Unknown: a paper is of no kind that papers.toml knows (request.missing_papers)."
    );
    assert_eq!(
        told(&["note"], 1),
        "Unknown: a paper could not be read, and its name does not tell what it is (request.missing_papers)."
    );
}

#[test]
fn a_strangers_words_stay_on_one_line() {
    let book = super::book(&super::check(
        "reference",
        "note.reference.startsWith('No')",
        "note.reference = 'No. 1'",
        "note.reference = '1'",
        "otherwise = \"ask\"\nunknown = \"hold\"",
    ));
    let mut facts = Facts::meeting_all();
    facts.note.reference = Known::Value(format!("12\n\u{202e}{}", "x".repeat(100)));
    let reason = ruled(&facts, &book).findings.remove(0).reason;
    assert_eq!(
        reason,
        format!("Not met: note.reference ('12{}…') does not begin with 'No'.", "x".repeat(78))
    );
}

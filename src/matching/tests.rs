#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
use crate::register::Register;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, NaiveDate};

use super::*;
use crate::message::Message;
use crate::reading::clues;
use crate::register::Event;
use crate::states::Language;

fn calendar() -> Events {
    serde_json::from_str(include_str!("../../tests/cases/matching/calendar.json")).unwrap()
}

/// A fortnightly series from 8 January 2030 in five cities.
fn series_of(count: u32) -> Events {
    let cities = [
        ("Vienna", "Vienne"),
        ("Geneva", "Genève"),
        ("New York", "New York"),
        ("Nairobi", "Nairobi"),
        ("Bangkok", "Bangkok"),
    ];
    let first = NaiveDate::from_ymd_opt(2030, 1, 8).unwrap();
    (0..count)
        .map(|k| {
            let (en, fr) = cities[k as usize % cities.len()];
            let start = first + Days::new(14 * u64::from(k));
            let id = format!("series-{:03}", k + 1);
            let event = Event {
                id: id.clone(),
                process: "SERIES".into(),
                series: vec!["informal thematic session".into(), "session thématique informelle".into()],
                number: Some(k + 1),
                titles: BTreeMap::from([(Language::En, format!("Informal thematic session {}", k + 1))]),
                other_names: Vec::new(),
                start,
                end: start + Days::new(1),
                days: BTreeSet::new(),
                city: BTreeMap::from([(Language::En, en.into()), (Language::Fr, fr.into())]),
                zone: "UTC".into(),
                venue: None,
                covered: Answer::Yes,
                coverage_source: String::new(),
                place_names: Vec::new(),
                max_per_state: 1,
                deadline: None,
                terms: Default::default(),
                programme: Vec::new(),
            };
            (id, event)
        })
        .collect()
}

fn events_of(text: &str, index: &Index, near: NaiveDate) -> (Fact<Vec<String>>, Vec<String>) {
    let mut reasons = Vec::new();
    let found = clues::of_text(text, near);
    let fact = concerned(&Told::all(&found, index), false, index, &mut reasons, &mut None);
    (fact, reasons)
}

fn shown(fact: &Fact<Vec<String>>) -> String {
    match fact {
        Fact::Stated(q) if q.confidence >= CERTAIN => q.value.join(" "),
        Fact::Stated(q) => format!("{}?", q.value.join(" ")),
        Fact::Missing => "-".into(),
        Fact::Conflicting { candidates } => {
            let ids: BTreeSet<&str> = candidates.iter().flat_map(|c| &c.value).map(String::as_str).collect();
            format!("either {}", ids.into_iter().collect::<Vec<_>>().join(" "))
        }
    }
}

#[test]
fn events_are_found_as_the_cases_say() {
    let index = Index::new(&calendar());
    let near = NaiveDate::from_ymd_opt(2017, 8, 10).unwrap();
    let cases = include_str!("../../tests/cases/matching/events.txt");
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in cases.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        let (text, wanted) = line.rsplit_once("=>").expect("an arrow");
        count += 1;
        let (fact, reasons) = events_of(&text.replace("\\n", "\n"), &index, near);
        if shown(&fact) != wanted.trim() {
            let confidence = fact.quoted().map(|q| q.confidence);
            wrong.push(format!(
                "{}\n   wanted {}, got {} {confidence:?}: {reasons:?}",
                text.trim(),
                wanted.trim(),
                shown(&fact)
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 30, "{count}");
}

#[test]
fn every_event_of_a_long_series_is_told_from_its_neighbours() {
    let events = series_of(260);
    let index = Index::new(&events);
    let near = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    for event in events.values() {
        let (n, day) = (event.number.unwrap(), |d: NaiveDate| d.format("%-d %B %Y").to_string());
        let suffix = match n {
            11..=13 | 111..=113 | 211..=213 => "th",
            n if n % 10 == 1 => "st",
            n if n % 10 == 2 => "nd",
            n if n % 10 == 3 => "rd",
            _ => "th",
        };
        let text = format!(
            "The Permanent Mission of Benin to the United Nations presents its compliments to the Office and has the honour \
             to request travel support from the voluntary trust fund for Ms. Awa Abara, Adviser at the Ministry of the \
             Interior, to participate in the {n}{suffix} informal thematic session, to be held in {} from {} to {}.",
            event.city(Language::En),
            day(event.start),
            day(event.end)
        );
        let (fact, reasons) = events_of(&text, &index, near);
        assert_eq!(shown(&fact), event.id, "{text} {reasons:?}");
    }
    let french = "a l'honneur de solliciter la prise en charge du voyage de Mme Awa Abara pour sa participation à la 1re session \
                  thématique informelle, qui se tiendra à Vienne les 8 et 9 janvier 2030.";
    assert_eq!(shown(&events_of(french, &index, near).0), "series-001");
    let wrong_number = "requests support to participate in the 2nd informal thematic session, in Vienna on 8 and 9 January 2030.";
    assert_eq!(shown(&events_of(wrong_number, &index, near).0), "either series-001 series-002");
}

#[test]
fn letters_of_ours_are_known() {
    let mut register = Register::default();
    register.put_letter("a@desk.example", "x@y.example", &[], DateTime::UNIX_EPOCH, false);
    let mut message = Message::default();
    message.headers.references = vec!["z@else.example".into(), "a@desk.example".into()];
    message.headers.in_reply_to = vec!["a@desk.example".into()];
    let events = Events::new();
    let reading: Reading = serde_json::from_str(EMPTY).unwrap();
    let index = Index::new(&events);
    let mut filing = file(&message, &reading, &events, &index, &Senders::default());
    filing.look_up(&message, &reading, &register);
    assert_eq!(filing.answers_ours, ["a@desk.example"]);
    assert!(!filing.is_ours);
    assert_eq!(filing.sender.of_record, Answer::Unknown);
    assert_eq!(filing.events, Fact::Missing);
    message.headers.message_id = Some("a@desk.example".into());
    let mut filing = file(&message, &reading, &events, &index, &Senders::default());
    filing.look_up(&message, &reading, &register);
    assert!(filing.is_ours);
}

const EMPTY: &str = r#"{"kind":{"status":"missing"},"form":{"status":"missing"},"language":{"status":"missing"},
"state":{"status":"missing"},"channel":{"status":"missing"},"note_reference":{"status":"missing"},
"note_date":{"status":"missing"},"travellers":[],"clues":[],"speaks":null,"papers":[],"doubts":[],"troubles":[]}"#;

/// Prints how long filing takes; run by hand: `cargo test --release matching::tests::how_long -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn how_long() {
    let events = series_of(500);
    let index = Index::new(&events);
    let near = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let filler = "The Permanent Mission would be grateful if the Office could inform it of the arrangements that are \
                  foreseen for air travel, and whether any further document is required for the request. ";
    let text = format!(
        "{}requests support to participate in the 7th informal thematic session, to be held in Geneva on 2 and 3 April 2030.",
        filler.repeat(20)
    );
    let start = std::time::Instant::now();
    let found = clues::of_text(&text, near);
    let read = start.elapsed();
    let start = std::time::Instant::now();
    for _ in 0..1000 {
        std::hint::black_box(concerned(
            &Told::all(&found, &index),
            false,
            &index,
            &mut Vec::new(),
            &mut None,
        ));
    }
    println!("{} clues read in {read:?}, filed in {:?}", found.len(), start.elapsed() / 1000);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(150) })]
    #[test]
    fn any_text_is_survived(text in "(\\PC{0,12}|fifth |session |4-5 |September |: |\n|Vienna |trafficking |requests ){0,40}", results in "\\PC{0,80}") {
        let index = Index::new(&calendar());
        let _ = events_of(&text, &index, NaiveDate::from_ymd_opt(2017, 8, 10).unwrap());
        let mut headers = crate::message::Headers { authentication_results: vec![format!("mx;{results}"), results], ..Default::default() };
        headers.from = vec![crate::message::Mailbox { name: String::new(), address: "a@b.example".into() }];
        let _ = sender::of(&headers, None, &Senders { trusted_hosts: vec!["mx".into()], missions: Vec::new() });
    }
}

#[test]
fn what_a_meeting_is_called_is_the_number_of_no_note() {
    let events = calendar();
    let index = Index::new(&events);
    let event = events.values().find(|event| !event.other_names.is_empty()).unwrap();
    for name in event.other_names.iter().chain([&event.id]) {
        assert!(index.is_event(name) && index.is_event(&name.to_uppercase()), "{name}");
    }
    assert!(!index.is_event("12/2017") && !index.is_event(""));
}

//! What is remarked when several files are laid side by side.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, TimeDelta};

use crate::calendar::Zone;
use crate::diagnostic::{Diagnostic, Source};
use crate::register::Event;
use crate::rules::checks::{Check, Checks};
use crate::rules::events::Calendar;
use crate::rules::shape::KEPT_FOR_LATER;
use crate::rules::sources::Sources;
use crate::rules::{Effect, Facts, Known};
use crate::states::{Answer, Language};

/// Of holidays.csv: closing days in years after the last that it knows.
pub(in crate::rules) fn of_holidays(
    holidays: &BTreeMap<NaiveDate, String>,
    calendar: &Calendar,
) -> Option<Diagnostic> {
    let last = holidays.keys().next_back()?.year();
    let years = calendar.events.values().filter_map(|event| Some(event.deadline.as_ref()?.date.year()));
    let years: BTreeSet<i32> = years.filter(|year| *year > last).collect();
    let years: Vec<String> = years.iter().map(i32::to_string).collect();
    let message = format!(
        "no day of {} stands in it, and meetings close then",
        (!years.is_empty()).then(|| years.join(", "))?
    );
    let help =
        "add the days on which the desk does not work then: a closing day on one of them is not remarked on";
    Some(Diagnostic::notice("rules/holidays.csv", "holidays-end", message).help(help))
}

/// Of checks.toml and events.toml: documents that letters name and a language has no words for. Told once for each file.
pub(in crate::rules) fn of_sources(
    checks: &Checks,
    calendar: &Calendar,
    named: &Sources,
    languages: &BTreeSet<Language>,
) -> Vec<Diagnostic> {
    let speaks = |check: &&Check| {
        [check.otherwise, check.unknown].iter().any(|effect| matches!(effect, Effect::Ask | Effect::Decline))
    };
    let of_checks = checks.all.iter().filter(speaks).map(|check| check.source.as_str());
    let set = |event: &Event| {
        let deadline = event.deadline.as_ref()?;
        Some(match (&deadline.set, &deadline.rule) {
            (Some(set), _) => set.source.clone(),
            (None, rule) => rule.as_ref()?.source.clone(),
        })
    };
    let of_events: Vec<String> = calendar.events.values().filter_map(set).collect();
    let files = [
        ("rules/checks.toml", of_checks.collect::<BTreeSet<&str>>()),
        ("rules/events.toml", of_events.iter().map(String::as_str).collect()),
    ];
    let mut found = Vec::new();
    for (file, documents) in files {
        let none = BTreeMap::new();
        let mut silent: BTreeSet<&str> = BTreeSet::new();
        let bare: Vec<&str> = documents
            .into_iter()
            .filter(|document| {
                let words = named.get(*document).unwrap_or(&none);
                let missing: Vec<&str> = languages
                    .iter()
                    .filter(|l| **l != Language::En && !words.contains_key(l))
                    .map(|l| l.code())
                    .collect();
                silent.extend(&missing);
                !missing.is_empty()
            })
            .collect();
        let Some(first) = bare.first() else { continue };
        let silent: Vec<&str> = silent.into_iter().collect();
        let whose = match bare.len() {
            1 => format!("the document \"{first}\" has"),
            more => format!("the document \"{first}\" and {} more have", more - 1),
        };
        let message = format!("{whose} no name in {}", silent.join(", "));
        let help =
            "letters in these languages print the English name; write source = { en = \"…\", fr = \"…\" }";
        found.push(Diagnostic::notice(file, "no-source-name", message).help(help));
    }
    found
}

/// Of events.toml: what an event lays down and no check looks at that is in force for it, told at the event. `start` meets
/// everything; what it lacks must change the answer of a check.
pub(in crate::rules) fn of_events(checks: &Checks, calendar: &Calendar, zone: &Zone) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let asked: BTreeSet<&str> = checks.all.iter().flat_map(|check| check.require.names()).collect();
    for event in calendar.events.values().filter(|event| event.covered == Answer::Yes) {
        let facts = checks.start.clone().at(event, zone);
        let day = zone.date_of(facts.note.received);
        let in_force: Vec<&Check> = checks.all.iter().filter(|check| check.in_force(day)).collect();
        let answers = |facts: &Facts| -> Vec<Answer> {
            in_force.iter().map(|check| check.require.answer(facts)).collect()
        };
        let usual = answers(&facts);
        if in_force.is_empty() {
            continue;
        }
        let mut remark = |message: String| {
            let span = calendar.spans.get(&event.id).cloned().unwrap_or(0..0);
            let help = "widen the condition of a check to this event, or add a check for it";
            found.push(Diagnostic::notice("rules/events.toml", "not-asked", message).at(span).help(help));
        };
        for paper in event.terms.papers.iter().filter(|_| asked.contains("request.missing_papers")) {
            let mut without = facts.clone();
            without.request.missing_papers = Known::Value(BTreeSet::from([paper.clone()]));
            if let Known::Value(papers) = &mut without.request.papers {
                papers.remove(paper);
            }
            without.note.papers.remove(paper);
            if answers(&without) == usual {
                remark(format!(
                    "event `{}` requires `{paper}`, and no check in force for it asks for it",
                    event.id
                ));
            }
        }
        if let Some(deadline) = event.deadline.as_ref().filter(|_| asked.contains("event.deadline")) {
            let mut late = facts.clone();
            late.note.received = deadline.closes + TimeDelta::seconds(1);
            late.note.received_spread = (late.note.received, late.note.received);
            if answers(&late) == usual {
                remark(format!(
                    "event `{}` closes on {}, and no check in force for it asks whether a note came in time",
                    event.id, deadline.date
                ));
            }
        }
    }
    found
}

/// Of a file of `rules/lists/`: one that nothing looks at, and one that says so and is wrong.
pub(in crate::rules) fn of_list(source: &Source, unused: &[&str]) -> Option<Diagnostic> {
    let list = source.path.strip_prefix("rules/lists/")?.strip_suffix(".csv")?;
    let kept = source.text.starts_with(KEPT_FOR_LATER);
    let notice = |code, message| Diagnostic::notice(source.path.as_str(), code, message);
    match (unused.contains(&list), kept) {
        (true, false) => Some(notice("list-not-used", format!("no rule looks at the list '{list}'")).help(
            format!("write '{list}' in state.lists, or in the first line of the file: {KEPT_FOR_LATER}"),
        )),
        (false, true) => {
            let end = source.text.find(['\r', '\n']).unwrap_or(source.text.len());
            let message =
                format!("the first line says that the list '{list}' is kept for later, and a rule asks it");
            Some(notice("list-used", message).at(0..end).help("take that line out"))
        }
        _ => None,
    }
}

//! The rule files, from text to a checked [`Rulebook`].

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use crate::calendar::Zone;
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::register::Events;
use crate::rules::checks::{Check, Checks};
use crate::rules::expr::Vocabulary;
use crate::rules::form::{Desk, Form};
use crate::rules::papers::Papers;
use crate::rules::shape::Shape;
use crate::rules::{Facts, Portrait, Rulebook};
use crate::rules::{cases, checks, costs, events, holidays, papers, priority, remarks, shape, sources};
use crate::states::States;

const EVENTS: &str = "rules/events.toml";

/// The rules of `checks.toml`.
#[derive(Debug)]
pub(super) struct Rules {
    pub checks: Vec<Check>,
    /// The desk's zone, in which days of receipt are counted.
    pub zone: Zone,
}

impl Rulebook {
    /// The ids of the checks, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rules.checks.iter().map(|check| check.id.as_str())
    }

    /// The check of this id, as it may be shown.
    pub fn portrait(&self, id: &str) -> Option<Portrait<'_>> {
        self.rules.checks.iter().find(|check| check.id == id).map(checks::Check::portrait)
    }

    /// Ids of the checks whose words for letters, source or way of sending differ in `other`, or that it has not.
    pub fn reworded(&self, other: &Self) -> BTreeSet<String> {
        let words = |book: &Self, id: &str| {
            let check = book.rules.checks.iter().find(|check| check.id == id)?;
            Some((check.source.clone(), check.letter.clone(), check.send))
        };
        let ids = self.rules.checks.iter().chain(&other.rules.checks).map(|check| check.id.as_str());
        ids.filter(|id| words(self, id) != words(other, id)).map(str::to_owned).collect()
    }
}

pub(super) fn load(
    sources: &[Source],
    states: &States,
    zone: &Zone,
    zones: &BTreeMap<String, Zone>,
) -> Result<(Rulebook, Vec<Diagnostic>), Vec<Diagnostic>> {
    let words = Vocabulary {
        lists: states.lists().map(str::to_owned).collect(),
        groups: states.iter().map(|s| s.regional_group.clone()).filter(|group| !group.is_empty()).collect(),
        states: states.iter().map(|s| s.code.as_str().to_owned()).collect(),
        ..Vocabulary::default()
    };
    with_words(sources, words, Some(states), zone, zones)
}

/// As [`load`]; what `words` does not know of the States is not compared with them.
pub(super) fn with_words(
    sources: &[Source],
    mut words: Vocabulary,
    states: Option<&States>,
    zone: &Zone,
    zones: &BTreeMap<String, Zone>,
) -> Result<(Rulebook, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut found = Vec::new();
    let languages = remarks::languages(sources);
    let holidays = holidays::read(sources, &mut found);
    let there = sources.iter().any(|source| source.path == "rules/papers.toml");
    let read = if_there(sources, "papers", &mut found, papers::read);
    let papers = if there { read } else { Some(Papers::default()) };
    words.papers = papers.iter().flat_map(|papers| papers.all.keys().cloned()).collect();
    let calendar = whole(sources, "events", &mut found, |desk, root, file| {
        let around =
            events::Around { zone, zones, papers: &words.papers, lists: &words.lists, holidays: &holidays };
        let calendar = events::read(desk, root, file, &around);
        remarks::of_titles(desk, &calendar, &languages);
        calendar
    });
    let none = Events::new();
    let events = calendar.as_ref().map_or(&none, |calendar| &calendar.events);
    words.events = events.keys().cloned().collect();
    words.processes = events.values().map(|event| event.process.clone()).collect();
    let all_events =
        calendar.is_some() && found.iter().all(|d| d.file != EVENTS || d.severity == Severity::Notice);
    let checks = whole(sources, "checks", &mut found, |desk, root, file| {
        let around = checks::Around { words: &words, events, all_events, zone };
        let checks = checks::read(desk, root, file, &around);
        remarks::of_checks(desk, &checks, calendar.as_ref(), &words, &languages);
        checks
    });
    let meeting_all = Facts::meeting_all();
    let start = checks.as_ref().map_or(&meeting_all, |checks| &checks.start);
    let priority = if_there(sources, "priority", &mut found, |desk, root, file| {
        priority::read(desk, root, file, &words, start)
    });
    let costs = if_there(sources, "costs", &mut found, |desk, root, file| {
        let none = events::Calendar::default();
        let costs = costs::read(desk, root, file, &words, calendar.as_ref().unwrap_or(&none));
        if let (Some(costs), Some(calendar)) = (&costs, &calendar) {
            remarks::of_costs(desk, costs, calendar);
        }
        costs
    });
    if let (Some(papers), Some(calendar)) = (&papers, &calendar) {
        found.extend(remarks::of_papers(papers, calendar, &languages));
    }
    let fine = |found: &[Diagnostic]| found.iter().all(|d| d.severity == Severity::Notice);
    if let (Some(checks), Some(calendar), true) = (&checks, &calendar, fine(&found)) {
        for list in
            remarks::unused_lists(&words, checks, calendar, priority.as_ref().and_then(Option::as_ref))
        {
            let path = format!("rules/lists/{list}.csv");
            if sources
                .iter()
                .any(|source| source.path == path && source.text.starts_with(shape::KEPT_FOR_LATER))
            {
                continue;
            }
            let message = format!("no rule looks at the list '{list}'");
            let found_one = Diagnostic::notice(path, "list-not-used", message);
            let help = format!(
                "write '{list}' in state.lists, or in the first line of the file: {}",
                shape::KEPT_FOR_LATER
            );
            found.push(found_one.help(help));
        }
    }
    let book = match (calendar, checks, papers) {
        (Some(calendar), Some(checks), Some(papers)) if fine(&found) => {
            let Checks { all, spans, start } = checks;
            let rules = Rules { checks: all, zone: zone.clone() };
            let book = Rulebook {
                events: calendar.events,
                hash: hash(sources),
                papers,
                priority: priority.flatten(),
                costs: costs.flatten(),
                sources: sources::read(sources),
                rules,
            };
            // Cases are judged by the whole book, so there must be one.
            let checks = Checks { all: Vec::new(), spans, start };
            // Nor is there anything to judge by lists that could not be read.
            if states.is_some() {
                if_there(sources, "cases", &mut found, |desk, root, file| {
                    cases::run(desk, root, file, &book, &checks, states);
                });
            }
            Some(book)
        }
        _ => None,
    };
    found.sort_by(|a, b| (&a.file, a.span, &a.message).cmp(&(&b.file, b.span, &b.message)));
    match book {
        Some(book) if fine(&found) => Ok((book, found)),
        _ => Err(found),
    }
}

/// Reads a file that need not be there.
fn if_there<T>(
    sources: &[Source],
    name: &str,
    found: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Desk<'_>, &Form<'_, '_>, &'static Shape) -> T,
) -> Option<T> {
    let path = shape::file(name)?.path;
    sources.iter().any(|source| source.path == path).then_some(())?;
    whole(sources, name, found, read)
}

fn whole<T>(
    sources: &[Source],
    name: &str,
    found: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Desk<'_>, &Form<'_, '_>, &'static Shape) -> T,
) -> Option<T> {
    let file = shape::file(name)?;
    let path = file.path;
    let Some(source) = sources.iter().find(|source| source.path == path) else {
        let missing = Diagnostic::error(path, "missing-file", format!("{path} is missing"));
        found.push(missing.help("`verbale init` writes a fresh desk folder to copy it from"));
        return None;
    };
    let (mut desk, tree) = Desk::open(path, &source.text);
    // A file that is not TOML is not judged further: what follows would only confuse.
    let value = desk.found.is_empty().then(|| {
        let root = Form::new(tree.get_ref(), 0..0, "this file");
        read(&mut desk, &root, &file.root)
    });
    let mut told = desk.close();
    // What examples find in a file with other mistakes may follow from them.
    if told.iter().any(|d| d.severity == Severity::Error && d.code != "example-fails") {
        told.retain(|d| !["example-fails", "no-closing-day"].contains(&d.code));
    }
    found.append(&mut told);
    value
}

/// SHA-256 over every file under `rules/`, in the order of their paths: path, a zero byte, length, text.
fn hash(sources: &[Source]) -> String {
    let mut files: Vec<&Source> = sources.iter().filter(|source| source.path.starts_with("rules/")).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut sum = Sha256::new();
    for file in files {
        sum.update(file.path.as_bytes());
        sum.update([0]);
        sum.update(u64::try_from(file.text.len()).unwrap_or(u64::MAX).to_be_bytes());
        sum.update(file.text.as_bytes());
    }
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn zone_names(sources: &[Source]) -> BTreeSet<String> {
    let text = sources.iter().find(|source| source.path == EVENTS).map_or("", |source| source.text.as_str());
    let (tree, _) = DeTable::parse_recoverable(text);
    events::zone_names(tree.get_ref())
}

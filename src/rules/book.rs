//! The rule files, from text to a checked [`Rulebook`].

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use crate::calendar::Zone;
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::register::Events;
use crate::rules::checks::Check;
use crate::rules::expr::Vocabulary;
use crate::rules::form::{Desk, Form};
use crate::rules::papers::Papers;
use crate::rules::shape::Shape;
use crate::rules::{Facts, Portrait, Rulebook};
use crate::rules::{cases, checks, costs, events, holidays, papers, priority, remarks, shape, sources};
use crate::states::States;

const EVENTS: &str = "rules/events.toml";
const PAPERS: &str = "rules/papers.toml";

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

    /// Ids of the checks that look at the closing day: what they say follows from the day as well as from the rule.
    pub fn of_closing_day(&self) -> BTreeSet<&str> {
        let checks = self.rules.checks.iter();
        let checks = checks.filter(|check| check.require.names().contains(&"event.deadline"));
        checks.map(|check| check.id.as_str()).collect()
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
    words.papers_unread = papers.as_ref().is_none_or(|papers| papers.unnamed);
    let calendar = whole(sources, "events", &mut found, |desk, root, file| {
        let around = events::Around {
            zone,
            zones,
            papers: (!words.papers_unread).then_some(&words.papers),
            lists: &words.lists,
            holidays: &holidays,
        };
        let calendar = events::read(desk, root, file, &around);
        remarks::of_titles(desk, &calendar, &languages);
        calendar
    });
    let none = Events::new();
    let events = calendar.as_ref().map_or(&none, |calendar| &calendar.events);
    let sound = |found: &[Diagnostic], file: &str| {
        found.iter().all(|d| d.file != file || d.severity == Severity::Notice)
    };
    let all_events = calendar.is_some() && sound(&found, EVENTS);
    // What the file names is there, whatever is wrong with it.
    if let Some(calendar) = &calendar {
        words.events.clone_from(&calendar.ids);
        words.processes.clone_from(&calendar.processes);
    }
    let checks = whole(sources, "checks", &mut found, |desk, root, file| {
        let around = checks::Around { words: &words, events, all_events, zone };
        let checks = checks::read(desk, root, file, &around);
        remarks::of_checks(desk, &checks, calendar.as_ref().filter(|_| all_events), &words, &languages);
        checks
    });
    let nobody = Facts::start(None, &words.lists, zone);
    let start = checks.as_ref().map_or(&nobody, |checks| &checks.start);
    let priority = if_there(sources, "priority", &mut found, |desk, root, file| {
        priority::read(desk, root, file, &words, start)
    });
    if !checks.as_ref().is_some_and(|checks| checks.start_is_known) {
        // They started from another event than they mean.
        found.retain(|d| d.code != "example-fails" || d.file == EVENTS);
    }
    let costs = if_there(sources, "costs", &mut found, |desk, root, file| {
        let none = events::Calendar::default();
        let costs = costs::read(desk, root, file, &words, calendar.as_ref().unwrap_or(&none));
        if let (Some(costs), Some(calendar), true) = (&costs, &calendar, all_events) {
            remarks::of_costs(desk, costs, calendar);
        }
        costs
    });
    if let (Some(papers), Some(calendar), true) = (&papers, &calendar, all_events && sound(&found, PAPERS)) {
        found.extend(remarks::of_papers(papers, calendar, &languages));
    }
    let fine = |found: &[Diagnostic]| found.iter().all(|d| d.severity == Severity::Notice);
    if let (Some(checks), Some(calendar), true) = (&checks, &calendar, fine(&found)) {
        let unused =
            remarks::unused_lists(&words, checks, calendar, priority.as_ref().and_then(Option::as_ref));
        found.extend(sources.iter().filter_map(|source| remarks::of_list(source, &unused)));
        found.extend(remarks::of_events(checks, calendar, zone));
        found.extend(remarks::of_holidays(&holidays, calendar));
        found.extend(remarks::of_sources(checks, calendar, &sources::read(sources), &languages));
    }
    let (checks, rules) = match checks {
        None => (None, Vec::new()),
        Some(mut checks) => {
            let rules = std::mem::take(&mut checks.all);
            (Some(checks), rules)
        }
    };
    let (known_events, book) = match (calendar, &checks, papers) {
        (Some(calendar), Some(_), Some(papers)) if fine(&found) => {
            let rules = Rules { checks: rules, zone: zone.clone() };
            let book = Rulebook {
                events: calendar.events,
                hash: hash(sources),
                papers,
                priority: priority.flatten(),
                costs: costs.flatten(),
                sources: sources::read(sources),
                rules,
            };
            (BTreeSet::new(), Some(book))
        }
        _ => (words.events, None),
    };
    // Cases are judged by the whole book and by the lists; what is wrong with them beside that is told in any event.
    let around = cases::Around {
        book: book.as_ref().filter(|_| states.is_some()),
        events: known_events,
        checks: checks.as_ref(),
        lists: &words.lists,
        zone,
        states,
    };
    if_there(sources, "cases", &mut found, |desk, root, file| cases::run(desk, root, file, &around));
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
    // What examples find in a file with other mistakes may follow from them, and so may every remark: it is mended first.
    if told.iter().any(|d| d.severity == Severity::Error && d.code != "example-fails") {
        told.retain(|d| d.severity == Severity::Error && d.code != "example-fails");
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

//! The rule files, from text to a checked [`Rulebook`].

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use crate::calendar::Zone;
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::rules::checks::Check;
use crate::rules::form::{Desk, Form};
use crate::rules::{Rulebook, checks, events};
use crate::states::States;

const CHECKS: &str = "rules/checks.toml";
const EVENTS: &str = "rules/events.toml";

/// The rules of `checks.toml`.
#[derive(Debug)]
pub(super) struct Rules {
    pub checks: Vec<Check>,
    /// The desk's zone, in which days of receipt are counted.
    pub zone: Zone,
}

pub(super) fn load(
    sources: &[Source],
    states: &States,
    zone: &Zone,
    zones: &BTreeMap<String, Zone>,
) -> Result<(Rulebook, Vec<Diagnostic>), Vec<Diagnostic>> {
    let lists = states.lists().map(str::to_owned).collect();
    with_lists(sources, &lists, zone, zones)
}

/// As [`load`]; of the States it needs only the names of the lists.
pub(super) fn with_lists(
    sources: &[Source],
    lists: &BTreeSet<String>,
    zone: &Zone,
    zones: &BTreeMap<String, Zone>,
) -> Result<(Rulebook, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut found = Vec::new();
    let events = whole(sources, EVENTS, &mut found, |desk, root| events::read(desk, root, zone, zones));
    let checks = whole(sources, CHECKS, &mut found, |desk, root| checks::read(desk, root, lists));
    found.sort_by(|a, b| (&a.file, a.span, &a.message).cmp(&(&b.file, b.span, &b.message)));
    match (events, checks) {
        (Some(events), Some(checks)) if found.iter().all(|d| d.severity == Severity::Notice) => {
            let rules = Rules { checks, zone: zone.clone() };
            Ok((Rulebook { events, hash: hash(sources), rules }, found))
        }
        _ => Err(found),
    }
}

fn whole<T>(
    sources: &[Source],
    path: &'static str,
    found: &mut Vec<Diagnostic>,
    read: impl FnOnce(&mut Desk<'_>, &Form<'_, '_>) -> T,
) -> Option<T> {
    let Some(source) = sources.iter().find(|source| source.path == path) else {
        let missing = Diagnostic::error(path, "missing-file", format!("{path} is missing"));
        found.push(missing.help("`verbale init` writes a fresh desk folder to copy it from"));
        return None;
    };
    let (mut desk, tree) = Desk::open(path, &source.text);
    // A file that is not TOML is not judged further: what follows would only confuse.
    let value = desk.found.is_empty().then(|| {
        let root = Form::new(tree.get_ref(), 0..0, "this file");
        read(&mut desk, &root)
    });
    found.append(&mut desk.found);
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

//! A desk folder on disk → [`Office`] and [`Settings`], or diagnostics.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::calendar::Zone;
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::letter::Identity;
use crate::letter::Templates;
use crate::matching::{self, MissionAddress, Senders};
use crate::message::Digest;
use crate::office::Office;
use crate::rules;
use crate::states::{self, Code, Language, States};

pub mod sample;
mod settings;
mod tree;
mod zones;

pub use settings::Settings;

/// Text files above this size are not staff's.
const MAX_FILE: u64 = 8 << 20;

/// A desk folder that passed every check.
#[derive(Debug)]
pub struct Desk {
    /// What the core needs.
    pub office: Office,
    /// What the edges need.
    pub settings: Settings,
    /// Remarks that keep nothing from working.
    pub notices: Vec<Diagnostic>,
    /// How many letter templates there are.
    pub templates: usize,
}

/// Loads and cross-checks the desk folder `dir`.
///
/// # Errors
/// Every mistake that was found, in all files.
pub fn load(dir: &Path) -> Result<Desk, Vec<Diagnostic>> {
    let (desk_toml, sources) = sources(dir)?;
    let mut diagnostics = Vec::new();
    let mut keep = |found: Vec<Diagnostic>| diagnostics.extend(found);

    let file = settings::read(dir, &desk_toml.text, &environment()).map_err(&mut keep).ok();
    let zone = file.as_ref().and_then(|f| match zones::load(&f.zone) {
        Ok(zone) => Some(zone),
        Err(words) => {
            let span = desk_toml.text.find(&f.zone).map(|at| at..at + f.zone.len());
            let help = "write a name of the tz database: \"America/New_York\", \"Europe/Vienna\"";
            let found = Diagnostic::error("desk.toml", "zone", words).help(help);
            keep(vec![span.map_or(found.clone(), |span| found.at(span))]);
            None
        }
    });
    let names: BTreeSet<String> = rules::zone_names(&sources);
    // A name that the tz database does not know is reported by the rules, at its place in events.toml.
    let zones: BTreeMap<String, Zone> =
        names.into_iter().filter_map(|name| Some((name.clone(), zones::load(&name).ok()?))).collect();
    let identity = file.as_ref().map_or_else(stand_in, |f| f.identity.clone());
    // The two that take longest, side by side: a daemon that starts has mail waiting.
    let (states, templates) = std::thread::scope(|scope| {
        let templates = scope.spawn(|| Templates::load(&sources, &identity));
        let states = states::load(&sources);
        (states, templates.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let states = states.map_err(&mut keep).ok();
    let missions = states.as_ref().and_then(|states| missions(&sources, states).map_err(&mut keep).ok());
    // Where one part is broken, the others are read all the same, so that every mistake is told in one run.
    let utc = Zone::utc();
    let desk_zone = zone.as_ref().unwrap_or(&utc);
    let rules = match &states {
        Some(states) => rules::load(&sources, states, desk_zone, &zones).map_err(&mut keep).ok(),
        None => {
            keep(rules::mistakes(&sources, desk_zone, &zones));
            None
        }
    };
    let templates = templates.map_err(&mut keep).ok();

    match (file, zone, states, missions, rules, templates) {
        (
            Some(file),
            Some(zone),
            Some(states),
            Some(missions),
            Some((rulebook, mut notices)),
            Some(templates),
        ) => {
            let (templates, more) = templates;
            notices.extend(more);
            let office = Office {
                index: matching::Index::new(&rulebook.events),
                identity: file.identity,
                zone,
                zones,
                states,
                rulebook,
                templates,
                senders: Senders { trusted_hosts: file.trusted_hosts, missions },
                policy: file.policy,
                hash: hash(&desk_toml, &sources),
            };
            let templates = sources.iter().filter(|s| s.path.starts_with("templates/")).count();
            Ok(Desk { office, settings: file.settings, notices, templates })
        }
        _ => {
            diagnostics.sort();
            diagnostics.dedup();
            debug_assert!(diagnostics.iter().any(|d| d.severity == Severity::Error));
            Err(diagnostics)
        }
    }
}

/// An office to try the templates with, where desk.toml is broken.
fn stand_in() -> Identity {
    Identity {
        office: BTreeMap::from([(Language::En, "The office".to_owned())]),
        fund: BTreeMap::from([(Language::En, "the fund".to_owned())]),
        sender: ("Desk".to_owned(), "desk@fund.example".to_owned()),
        prefix: "X".to_owned(),
        contacts: Vec::new(),
    }
}

/// Where the store of the desk folder `dir` is.
///
/// # Errors
/// There is no desk.toml.
pub fn store_path(dir: &Path) -> Result<PathBuf, Vec<Diagnostic>> {
    let desk_toml = desk_toml(dir)?;
    Ok(settings::store_path(dir, &desk_toml.text, &environment()))
}

/// The overrides in the environment, sorted.
fn environment() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with("VERBALE_"))
        .collect();
    found.sort();
    found
}

fn desk_toml(dir: &Path) -> Result<Source, Vec<Diagnostic>> {
    text(dir, "desk.toml").map_err(|d| {
        let help = format!("`verbale init {}` writes a fresh desk folder", dir.display());
        vec![d.help(help)]
    })
}

/// desk.toml, and all text files of `rules/`, `rules/lists/` and `templates/`, sorted by path.
fn sources(dir: &Path) -> Result<(Source, Vec<Source>), Vec<Diagnostic>> {
    let desk_toml = desk_toml(dir)?;
    let mut diagnostics = Vec::new();
    let mut sources = Vec::new();
    for (folder, endings) in
        [("rules", ["toml", "csv"]), ("rules/lists", ["csv", "csv"]), ("templates", ["txt", "txt"])]
    {
        let Ok(entries) = std::fs::read_dir(dir.join(folder)) else {
            if folder != "rules/lists" {
                let words = format!("the folder `{folder}` is missing");
                diagnostics.push(Diagnostic::error(folder, "missing-folder", words));
            }
            continue;
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let wanted = endings.iter().any(|e| name.ends_with(&format!(".{e}")));
            // Editors leave `.x.swp` and `x~` behind.
            if wanted && !name.starts_with('.') && entry.path().is_file() {
                match text(dir, &format!("{folder}/{name}")) {
                    Ok(source) => sources.push(source),
                    Err(diagnostic) => diagnostics.push(diagnostic),
                }
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    if diagnostics.is_empty() { Ok((desk_toml, sources)) } else { Err(diagnostics) }
}

fn text(dir: &Path, path: &str) -> Result<Source, Diagnostic> {
    let full = dir.join(path);
    let size = std::fs::metadata(&full).map_or(0, |m| m.len());
    if size > MAX_FILE {
        return Err(Diagnostic::error(
            path,
            "too-large",
            format!("`{path}` has {} MiB; is it a text file?", size >> 20),
        ));
    }
    let bytes = std::fs::read(&full).map_err(|error| {
        Diagnostic::error(path, "missing-file", format!("`{path}` cannot be read: {error}"))
    })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Diagnostic::error(path, "not-utf-8", format!("`{path}` is not UTF-8 text (byte {at})"))
            .help("save it as UTF-8 in your editor")
    })?;
    // Some editors put a byte-order mark in front.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(Source { path: path.to_owned(), text })
}

/// `rules/missions.csv`: addresses and domains of record.
fn missions(sources: &[Source], states: &States) -> Result<Vec<MissionAddress>, Vec<Diagnostic>> {
    let path = "rules/missions.csv";
    let Some(source) = sources.iter().find(|s| s.path == path) else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    let mut missions = Vec::new();
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).comment(Some(b'#')).from_reader(source.text.as_bytes());
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                found.push(Diagnostic::error(path, "csv", error.to_string()));
                continue;
            }
        };
        let start = record.position().map_or(0, |p| usize::try_from(p.byte()).unwrap_or_default());
        let field = |n: usize| record.get(n).unwrap_or_default().trim();
        let (state, domain, address) = (field(0), field(1).to_lowercase(), field(2).to_lowercase());
        let code = Code::new(state).filter(|code| states.get(*code).is_some());
        match code {
            Some(state) if domain.is_empty() != address.is_empty() && (address.is_empty() || address.contains('@')) => {
                missions.push(MissionAddress { state, domain, address });
            }
            Some(_) => found.push(
                Diagnostic::error(path, "mission", "a row needs either a domain, or an address with @".to_owned())
                    .at(start..start + state.len())
                    .help("write: KEN,mission.example,,source,2026-01-31   or: KEN,,office@mission.example,source,2026-01-31"),
            ),
            None => found.push(
                Diagnostic::error(path, "unknown-state", format!("`{state}` is no State of rules/states.csv"))
                    .at(start..start + state.len())
                    .help("write its ISO 3166-1 alpha-3 code, such as KEN"),
            ),
        }
    }
    if found.is_empty() { Ok(missions) } else { Err(found) }
}

/// SHA-256 over everything that staff edit. Passwords stand in files of their own or in the environment; one that
/// was written into desk.toml only changes the sum.
fn hash(desk_toml: &Source, sources: &[Source]) -> String {
    let mut all = String::new();
    for source in std::iter::once(desk_toml).chain(sources) {
        all.push_str(&format!("{} {}\n", source.path, Digest::of(source.text.as_bytes())));
    }
    Digest::of(all.as_bytes()).0
}

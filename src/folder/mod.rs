//! A desk folder on disk → [`Office`] and [`Settings`], or diagnostics.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::calendar::Zone;
use crate::diagnostic::{Diagnostic, Severity, Source};
use crate::letter::Identity;
use crate::letter::Templates;
use crate::matching::{self, Senders};
use crate::office::{Kept, Office, Particulars};
use crate::rules;
use crate::states::{self, Language};

mod loose;
mod missions;
mod remarks;
mod revision;
pub mod sample;
mod settings;
mod tree;
mod zones;

pub use loose::{Loose, Stamps};
pub use settings::Settings;

/// A desk folder that passed every check.
#[derive(Debug)]
pub struct Desk {
    /// What the core needs.
    pub office: Office,
    /// What the edges need.
    pub settings: Settings,
    /// The folder as it is kept with what it leads to.
    pub kept: Kept,
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
    let Loose { desk_toml, sources, .. } = Loose::of(dir)?;
    let read = settings::read(dir, &desk_toml.text, &environment());
    let (settings, particulars) = match read {
        Ok(file) => (Ok(file.settings), Ok(file.particulars)),
        Err(found) => (Err(()), Err(found)),
    };
    let mut parts = assemble(particulars, &desk_toml.text, sources, &zones::load)?;
    let Ok(settings) = settings else { return Err(Vec::new()) };
    let templates = parts.kept.files.iter().filter(|s| s.path.starts_with("templates/")).count();
    parts.notices.extend(remarks::mailbox(&desk_toml.text, &settings.mailbox));
    Ok(Desk { office: parts.office, settings, kept: parts.kept, notices: parts.notices, templates })
}

/// Whether the desk folder `dir` is word for word the one that was kept as `kept`, and its desk.toml in order: then it
/// checks without being checked again.
pub fn is_kept(dir: &Path, kept: &Kept) -> bool {
    let Ok(Loose { desk_toml, sources, .. }) = Loose::of(dir) else { return false };
    let Ok(file) = settings::read(dir, &desk_toml.text, &environment()) else { return false };
    Kept::new(&file.particulars, sources) == *kept
}

/// An office without the edges.
#[derive(Debug)]
pub struct Parts {
    /// What the core needs.
    pub office: Office,
    /// The folder as it is kept.
    pub kept: Kept,
    /// Remarks that keep nothing from working.
    pub notices: Vec<Diagnostic>,
}

/// The office of a desk folder for judging only: what its desk.toml says of servers is checked, but the password and
/// certificate files that it names may be missing.
///
/// # Errors
/// As [`load`].
pub fn load_office(folder: Loose) -> Result<(Parts, Settings), Vec<Diagnostic>> {
    let Loose { dir, desk_toml, sources } = folder;
    let read = settings::read_without_secrets(&dir, &desk_toml.text, &environment());
    let (particulars, settings) = match read {
        Ok(file) => (Ok(file.particulars), Some(file.settings)),
        Err(found) => (Err(found), None),
    };
    let parts = assemble(particulars, &desk_toml.text, sources, &zones::load)?;
    let Some(settings) = settings else { return Err(Vec::new()) };
    Ok((parts, settings))
}

/// What desk.toml of the folder `dir` says of servers, disks and limits.
///
/// # Errors
/// Its mistakes.
pub fn load_settings(dir: &Path) -> Result<Settings, Vec<Diagnostic>> {
    let desk_toml = loose::desk_toml(dir)?;
    Ok(settings::read(dir, &desk_toml.text, &environment())?.settings)
}

/// Makes the office of a kept folder again. `zones` are those that were kept with it; one that is not among them is
/// taken from the system.
///
/// # Errors
/// What this program does not accept of it: an older program may have.
pub fn open_kept(kept: &Kept, zones: &[Zone]) -> Result<Office, Vec<Diagnostic>> {
    let particulars = serde_json::from_str(&kept.particulars).map_err(|error| {
        let words = format!("what was kept of desk.toml cannot be read by this program: {error}");
        vec![Diagnostic::error("desk.toml", "kept", words)]
    });
    let zone = |name: &str| match zones.iter().find(|zone| zone.name == name) {
        Some(zone) => Ok(zone.clone()),
        None => zones::load(name),
    };
    let mut parts = assemble(particulars, "", kept.files.clone(), &zone)?;
    // The sum of what was kept, whatever form this program would keep it in.
    parts.office.hash = kept.hash();
    Ok(parts.office)
}

/// From the texts of a desk folder to its office, or every mistake in them.
fn assemble(
    particulars: Result<Particulars, Vec<Diagnostic>>,
    desk_toml: &str,
    sources: Vec<Source>,
    zone_of: &dyn Fn(&str) -> Result<Zone, String>,
) -> Result<Parts, Vec<Diagnostic>> {
    let mut diagnostics = Vec::new();
    let mut keep = |found: Vec<Diagnostic>| diagnostics.extend(found);

    let particulars = particulars.map_err(&mut keep).ok();
    let zone = particulars.as_ref().and_then(|p| match zone_of(&p.zone) {
        Ok(zone) => Some(zone),
        Err(words) => {
            let span = desk_toml.find(&p.zone).map(|at| at..at + p.zone.len());
            let help = "write a name of the tz database: \"America/New_York\", \"Europe/Vienna\"";
            let found = Diagnostic::error("desk.toml", "zone", words).help(help);
            keep(vec![span.map_or(found.clone(), |span| found.at(span))]);
            None
        }
    });
    let names: BTreeSet<String> = rules::zone_names(&sources);
    // A name that the tz database does not know is reported by the rules, at its place in events.toml.
    let zones: BTreeMap<String, Zone> =
        names.into_iter().filter_map(|name| Some((name.clone(), zone_of(&name).ok()?))).collect();
    let identity = particulars.as_ref().map_or_else(stand_in, |p| p.identity.clone());
    // The two that take longest, side by side: a daemon that starts has mail waiting.
    let (states, templates) = std::thread::scope(|scope| {
        let templates = scope.spawn(|| Templates::load(&sources, &identity));
        let states = states::load(&sources);
        (states, templates.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let states = states.map_err(&mut keep).ok();
    let missions =
        states.as_ref().and_then(|states| missions::read(&sources, states).map_err(&mut keep).ok());
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

    match (particulars, zone, states, missions, rules, templates) {
        (
            Some(particulars),
            Some(zone),
            Some(states),
            Some(missions),
            Some((rulebook, mut notices)),
            Some((templates, more)),
        ) => {
            notices.extend(more);
            notices.extend(remarks::marks(desk_toml, &sources));
            notices.extend(remarks::names(desk_toml, &particulars.identity, &templates));
            notices.extend(remarks::start(desk_toml, &particulars.policy, &rulebook.events));
            notices.extend(remarks::leaving(&sources, &states, &particulars.policy, &rulebook.events));
            let kept = Kept::new(&particulars, sources);
            let office = Office {
                index: matching::Index::new(&rulebook.events),
                identity: particulars.identity,
                zone,
                zones,
                states,
                rulebook,
                templates,
                senders: Senders { trusted_hosts: particulars.trusted_hosts, missions },
                policy: particulars.policy,
                hash: kept.hash(),
            };
            Ok(Parts { office, kept, notices })
        }
        (_, zone, ..) => {
            if zone.is_none() {
                // They were run by another clock than the desk's.
                diagnostics.retain(|d| !["example-fails", "case-fails"].contains(&d.code));
            }
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
    let desk_toml = loose::desk_toml(dir)?;
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

//! One desk folder as a checked value: who the office is, what it knows of the world, its rules and templates.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::Zone;
use crate::diagnostic::Source;
use crate::letter::{Identity, Templates};
use crate::matching::{Index, Senders};
use crate::message::Digest;
use crate::rules::Rulebook;
use crate::states::{Language, States};

/// A desk folder that has passed every check. Immutable; a reload makes a new one.
#[derive(Debug)]
pub struct Office {
    /// Names, sender, prefix.
    pub identity: Identity,
    /// The desk's time zone: deadline days end in it.
    pub zone: Zone,
    /// The events' zones by name.
    pub zones: BTreeMap<String, Zone>,
    /// The dated world.
    pub states: States,
    /// Events and rules.
    pub rulebook: Rulebook,
    /// The events, prepared for finding them in notes.
    pub index: Index,
    /// Letters.
    pub templates: Templates,
    /// Who is of record, and whose verdicts are believed.
    pub senders: Senders,
    /// What limits answers.
    pub policy: Policy,
    /// The sum of the folder as it is kept ([`Kept::hash`]).
    pub hash: String,
}

impl Office {
    /// What desk.toml and the environment said of this office.
    pub fn particulars(&self) -> Particulars {
        Particulars {
            identity: self.identity.clone(),
            policy: self.policy.clone(),
            zone: self.zone.name.clone(),
            trusted_hosts: self.senders.trusted_hosts.clone(),
        }
    }

    /// Every time zone that it reckons by, once.
    pub fn all_zones(&self) -> Vec<Zone> {
        let others = self.zones.values().filter(|zone| zone.name != self.zone.name);
        others.chain([&self.zone]).cloned().collect()
    }
}

/// Everything of desk.toml and the environment by which an office judges and writes: no password, no server, no path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Particulars {
    /// Names, sender, prefix.
    pub identity: Identity,
    /// What limits answers.
    pub policy: Policy,
    /// Name of the desk's time zone.
    pub zone: String,
    /// Hosts whose Authentication-Results are believed, lower case.
    pub trusted_hosts: Vec<String>,
}

/// A desk folder as it is kept for ever with the rulings that it led to: enough to make the same [`Office`] again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// [`Particulars`] as JSON, byte for byte as it was summed.
    pub particulars: String,
    /// Every file of `rules/` and `templates/`, by path.
    pub files: Vec<Source>,
}

impl Kept {
    /// The canonical form: `particulars` and the files in the order of their paths.
    pub fn new(particulars: &Particulars, mut files: Vec<Source>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        Self { particulars: serde_json::to_string(particulars).unwrap_or_default(), files }
    }

    /// The contents: one line for each part, its name and the SHA-256 of its bytes.
    pub fn manifest(&self) -> String {
        let mut lines = format!("{PARTICULARS} {}\n", Digest::of(self.particulars.as_bytes()));
        for file in &self.files {
            lines.push_str(&format!("{} {}\n", file.path, Digest::of(file.text.as_bytes())));
        }
        lines
    }

    /// The hash of the whole set: SHA-256 of its manifest, 64 hexadecimal digits.
    pub fn hash(&self) -> String {
        Digest::of(self.manifest().as_bytes()).0
    }

    /// The file at this path.
    pub fn file(&self, path: &str) -> Option<&Source> {
        self.files.iter().find(|file| file.path == path)
    }
}

/// The name under which a manifest has the [`Particulars`].
pub const PARTICULARS: &str = "desk.toml";

/// The limits of answering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// Mail received before this day (in the desk's zone) is kept and read, never answered.
    pub start: NaiveDate,
    /// Language of a letter to a note in a language without templates.
    pub fallback_language: Language,
    /// All addresses of the desk, lower case: mail from them is never answered.
    pub own_addresses: Vec<String>,
    /// Letters to one correspondent in one day; further ones are held.
    pub letters_per_correspondent: u32,
    /// Correspondents at their ceiling in one day that trip the breaker of the whole desk.
    pub breaker: u32,
    /// Bytes above which a message keeps only its headers.
    pub max_message: u64,
    /// Hosts whose Received lines are believed, lower case.
    pub trusted_relays: Vec<String>,
    /// Address that hears of trouble at once, if any.
    pub staff: Option<String>,
    /// Days before a deadline in which a held message is told to staff at once.
    pub near_deadline_days: u32,
}

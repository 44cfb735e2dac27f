//! One desk folder as a checked value: who the office is, what it knows of the world, its rules and templates.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::calendar::Zone;
use crate::letter::{Identity, Templates};
use crate::matching::{Index, Senders};
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
    /// SHA-256 over the whole desk folder, desk.toml without secrets included.
    pub hash: String,
}

/// The limits of answering.
#[derive(Debug, Clone, PartialEq, Eq)]
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

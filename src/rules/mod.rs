//! Rule files → [`Rulebook`]; facts, Rulebook and moment → [`Ruling`] with all its findings.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::{Deadline, Zone};
use crate::diagnostic::{Diagnostic, Source};
use crate::register::{Disposition, Events};
use crate::states::{Answer, Code, Language, States};

/// A value that a note may leave out or contradict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Known<T> {
    /// Said, and sure enough to decide by.
    Value(T),
    /// Not said. `has(x)` is No; any comparison is Unknown.
    #[default]
    Missing,
    /// Contradictory or not sure enough: `has(x)` and every comparison are Unknown.
    Doubtful,
}

/// Everything that a condition may ask about one request. The field names are the documented names:
/// `note.kind`, `state.lists`, `event.deadline`, `request.travellers`, `sender.of_record`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Facts {
    /// The message and the note in it.
    pub note: NoteFacts,
    /// The State that asks.
    pub state: StateFacts,
    /// The event asked for.
    pub event: EventFacts,
    /// The request.
    pub request: RequestFacts,
    /// The sender on the wire.
    pub sender: SenderFacts,
}

/// `note.*`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct NoteFacts {
    /// `request`, `amendment`, … (string)
    pub kind: Known<String>,
    /// `note_verbale`, `letter`, `message` (string)
    pub form: Known<String>,
    /// `en` … (string)
    pub language: Known<String>,
    /// `new_york`, … (string)
    pub channel: Known<String>,
    /// The mission's own reference (string)
    pub reference: Known<String>,
    /// The date printed on it (date)
    pub date: Known<NaiveDate>,
    /// When the server received it (timestamp)
    pub received: DateTime<Utc>,
    /// The other stamps that speak of the moment of receipt, where they disagree with it: `note.received_spread`
    /// is `[earliest, latest]` (two timestamps); both equal to `received` when nothing disagrees.
    pub received_spread: (DateTime<Utc>, DateTime<Utc>),
    /// Kinds of the papers (list of strings)
    pub papers: BTreeSet<String>,
    /// Papers whose text could not be read (int)
    pub unread_papers: u32,
    /// Of these, papers whose name does not tell either what they are (int)
    #[serde(default)]
    pub unknown_papers: u32,
    /// What the State itself pays, as printed (string); Doubtful until reading tells it
    #[serde(default = "unread")]
    pub state_pays: Known<String>,
    /// Marks that forbid an answer (int)
    pub automatic_marks: u32,
    /// Names of fields that a person should look at (list of strings)
    pub doubts: BTreeSet<String>,
}

/// `state.*`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct StateFacts {
    /// ISO alpha-3 (string)
    pub code: Known<Code>,
    /// `'ldc' in state.lists`: membership, as of receipt and of the event; Unknown where the two differ or the
    /// entry is marked for review.
    pub lists: BTreeMap<String, Answer>,
    /// Regional group (string)
    pub group: Known<String>,
    /// `member`, `observer`, `organisation` (string)
    pub kind: Known<String>,
    /// Journeys that the fund paid for the State before (int); Doubtful until the register tells it
    #[serde(default = "unread")]
    pub supported_before: Known<u32>,
}

/// `event.*`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
pub struct EventFacts {
    /// Its id (string)
    pub id: Known<String>,
    /// Its process (string)
    pub process: Known<String>,
    /// Whether the fund pays for it (bool)
    pub covered: Known<bool>,
    /// First day (date)
    pub start: Known<NaiveDate>,
    /// Last day (date)
    #[serde(default)]
    pub end: Known<NaiveDate>,
    /// Last second for requests (timestamp)
    pub deadline: Known<DateTime<Utc>>,
    /// The last second that the general rule would give, whatever is set for the event (timestamp)
    #[serde(default)]
    pub rule_deadline: Known<DateTime<Utc>>,
    /// Delegates for this State (int)
    pub max_per_state: Known<u32>,
    /// The lists that leave that number open, for staff. No name of conditions.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub open_lists: BTreeSet<String>,
    /// Ids of the papers that must come with the note (list of strings)
    #[serde(default)]
    pub papers: Known<BTreeSet<String>>,
    /// The later event for which a late note may be considered (string)
    #[serde(default)]
    pub late_to: Known<String>,
    /// Why it is in doubt, or that the note names one that the calendar does not hold: one clause for staff. No name of
    /// conditions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl EventFacts {
    /// Of an event that cannot be told from another.
    pub fn doubtful() -> Self {
        Self {
            id: Known::Doubtful,
            process: Known::Doubtful,
            covered: Known::Doubtful,
            start: Known::Doubtful,
            end: Known::Doubtful,
            deadline: Known::Doubtful,
            rule_deadline: Known::Doubtful,
            max_per_state: Known::Doubtful,
            open_lists: BTreeSet::new(),
            papers: Known::Doubtful,
            late_to: Known::Doubtful,
            why: None,
        }
    }
}

/// `request.*`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct RequestFacts {
    /// `request.travellers.size()`; each has `name`, `gender`, `function`, `government`.
    pub travellers: Known<Vec<TravellerFacts>>,
    /// Other live requests of the State for the event that were received earlier (int)
    pub earlier: u32,
    /// Other live requests of the State for the event, earlier or later (int)
    pub rivals: u32,
    /// Whether this and all its rivals come from senders of record (bool)
    pub rivals_of_record: bool,
    /// Kinds and ids of the papers that came with it (list of strings); Doubtful while one is unknown
    #[serde(default)]
    pub papers: Known<BTreeSet<String>>,
    /// Of [`EventFacts::papers`], those that did not come (list of strings)
    #[serde(default)]
    pub missing_papers: Known<BTreeSet<String>>,
    /// Days for which support is asked (int); Doubtful until reading tells it
    #[serde(default = "unread")]
    pub days: Known<u32>,
    /// What the journey of one traveller is expected to cost, by `costs.toml` (int)
    #[serde(default)]
    pub cost: Known<u32>,
}

/// A fact that nobody has looked for yet: neither given nor known to be missing.
fn unread<T>() -> Known<T> {
    Known::Doubtful
}

/// One traveller in conditions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TravellerFacts {
    /// As printed (string)
    pub name: String,
    /// `f` or `m` (string)
    pub gender: Known<String>,
    /// As printed (string)
    pub function: Known<String>,
    /// Whether the post is a government's (bool)
    pub government: Known<bool>,
    /// Date of birth (date); this and what follows are Doubtful until reading tells them
    #[serde(default = "unread")]
    pub date_of_birth: Known<NaiveDate>,
    /// Number of the passport (string)
    #[serde(default = "unread")]
    pub passport: Known<String>,
    /// Address of electronic mail (string)
    #[serde(default = "unread")]
    pub email: Known<String>,
    /// Telephone number (string)
    #[serde(default = "unread")]
    pub telephone: Known<String>,
    /// City from which the journey begins (string)
    #[serde(default = "unread")]
    pub departure_city: Known<String>,
}

impl Default for TravellerFacts {
    fn default() -> Self {
        Self {
            name: String::new(),
            gender: Known::Missing,
            function: Known::Missing,
            government: Known::Missing,
            date_of_birth: unread(),
            passport: unread(),
            email: unread(),
            telephone: unread(),
            departure_city: unread(),
        }
    }
}

/// `sender.*`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct SenderFacts {
    /// `pass`, `fail` or `none` (string). To conditions `none` is a missing fact: nobody vouched, nobody denied.
    pub authentic: String,
    /// Whether the address is of record for the State (bool)
    pub of_record: Known<bool>,
    /// Whether the message has one From address that belongs to a person and can be written to (bool)
    pub answerable: bool,
}

/// What follows when a requirement is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Effect {
    /// Nothing: the requirement is met.
    None,
    /// It is written down.
    Note,
    /// The mission is asked.
    Ask,
    /// A refusal is proposed.
    Decline,
    /// A person must act.
    Hold,
}

impl Effect {
    /// As the files and the contract write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Note => "note",
            Self::Ask => "ask",
            Self::Decline => "decline",
            Self::Hold => "hold",
        }
    }
}

/// Whether a letter goes at once or waits for staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Send {
    /// As soon as it is written.
    AtOnce,
    /// When a person releases it.
    OnRelease,
}

/// What one rule said of one request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// Whether the requirement is met.
    pub answer: Answer,
    /// What follows here; `None` when met.
    pub effect: Effect,
    /// One sentence in English for staff: which clause decided, with which values.
    pub reason: String,
    /// The document that lays the rule down.
    pub source: String,
    /// The rule's sentence for letters by language, where it has one.
    pub letter: BTreeMap<Language, String>,
    /// For a decline: whether the refusal goes at once.
    pub send: Send,
}

impl Finding {
    /// Whether it only says that another check must be met first.
    pub fn waits(&self) -> bool {
        self.effect == Effect::Note && self.reason.starts_with(judge::WAITS)
    }
}

/// The judgement of one request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ruling {
    /// Where the request stands by these findings.
    pub disposition: Disposition,
    /// Every rule in force, in the order of ids' first appearance in the rule file.
    pub findings: Vec<Finding>,
    /// The deadline that applied.
    pub deadline: Option<Deadline>,
    /// Hash of the rule set.
    pub rules: String,
}

/// The checked rules, events and lists of a desk.
#[derive(Debug)]
pub struct Rulebook {
    /// The events by id.
    pub events: Events,
    /// SHA-256 over all rule files, in the order of their paths.
    pub hash: String,
    /// How papers are told.
    pub papers: Papers,
    /// Who comes first, where the desk has said.
    pub priority: Option<priority::Priority>,
    /// What a journey costs, where the desk has said.
    pub costs: Option<costs::Costs>,
    /// What the documents that lay rules down are called in letters.
    pub sources: Sources,
    rules: book::Rules,
}

pub mod shape;
pub mod schema;
pub mod expr;
mod form;
mod papers;
mod sources;
mod facts;
mod holidays;
mod events;
mod examples;
mod checks;
pub mod priority;
pub mod costs;
mod judge;
mod cases;
mod remarks;
mod book;
#[cfg(test)]
mod tests;

pub use checks::Portrait;
pub use judge::{Weight, findings, judge, spoken, unfilled, weigh};
pub use papers::{CamePaper, Papers, missing_papers};
pub use sources::Sources;

impl Rulebook {
    /// How many checks there are, in force or not.
    pub fn checks(&self) -> usize {
        self.rules.checks.len()
    }
}

/// Loads `rules/checks.toml` and `rules/events.toml` among `sources`, cross-checks them and runs the examples.
/// `zone` is the desk's zone, in which deadline days end; `zones` holds the events' zones by name.
///
/// # Errors
/// Every mistake, with file and place. Notices come back with the Rulebook.
pub fn load(
    sources: &[Source],
    states: &States,
    zone: &Zone,
    zones: &BTreeMap<String, Zone>,
) -> Result<(Rulebook, Vec<Diagnostic>), Vec<Diagnostic>> {
    book::load(sources, states, zone, zones)
}

/// What is wrong with the rule files when the States could not be read, so that everything is told in one run. The
/// names of the lists are taken from the names of their files.
pub fn mistakes(sources: &[Source], zone: &Zone, zones: &BTreeMap<String, Zone>) -> Vec<Diagnostic> {
    let name = |s: &Source| {
        s.path.strip_prefix("rules/lists/").and_then(|n| n.strip_suffix(".csv")).map(str::to_owned)
    };
    let lists = sources.iter().filter_map(name).collect();
    let words = expr::Vocabulary { lists, ..expr::Vocabulary::default() };
    book::with_words(sources, words, None, zone, zones).err().unwrap_or_default()
}

/// The names of the time zones that the events use, read leniently, so that the edge can load them before
/// [`load`] is called.
pub fn zone_names(sources: &[Source]) -> BTreeSet<String> {
    book::zone_names(sources)
}

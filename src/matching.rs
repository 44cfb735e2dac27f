//! Facts and register → which events, which earlier requests, and who the sender is: with reasons.

use serde::{Deserialize, Serialize};

use crate::message::Message;
use crate::reading::{Fact, Reading};
use crate::register::{Events, Register};
use crate::states::{Answer, Code};

/// How the wire vouches for the sender (RFC 8601, of a receiving server that the desk trusts).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Authentic {
    /// DMARC passed, or DKIM or SPF passed for the domain of From.
    Pass,
    /// The trusted server says that it failed.
    Fail,
    /// Nothing was said.
    None,
}

/// One row of `rules/missions.csv`: an address or a whole domain of record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissionAddress {
    /// The State whose mission writes from it.
    pub state: Code,
    /// `domain.example`, or empty.
    pub domain: String,
    /// `local@domain.example`, or empty.
    pub address: String,
}

/// What the desk knows of senders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Senders {
    /// Hosts (authserv-id) whose Authentication-Results are believed, in lower case.
    pub trusted_hosts: Vec<String>,
    /// Addresses of record.
    pub missions: Vec<MissionAddress>,
}

/// Who sent a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// What the wire says.
    pub authentic: Authentic,
    /// Whether the one From address or its domain is of record *for the State that the note names*; Unknown where
    /// no State was read.
    pub of_record: Answer,
    /// The State for which the address is of record, whatever the note names.
    pub recorded_for: Option<Code>,
}

/// Where a message belongs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Filing {
    /// Events concerned, in the order of the note; Conflicting where the words fit several equally.
    pub events: Fact<Vec<String>>,
    /// Who sent it.
    pub sender: Sender,
    /// Message-IDs of our own letters that it answers or returns.
    pub answers_ours: Vec<String>,
    /// Whether it is itself one of our letters coming back.
    pub is_ours: bool,
    /// Why, one sentence each, for a person.
    pub reasons: Vec<String>,
}

/// Files a message.
pub fn file(
    message: &Message,
    reading: &Reading,
    events: &Events,
    senders: &Senders,
    register: &Register,
) -> Filing {
    let _ = (reading, events, senders);
    Filing {
        events: Fact::Missing,
        sender: Sender { authentic: Authentic::None, of_record: Answer::Unknown, recorded_for: None },
        answers_ours: Vec::new(),
        is_ours: message.headers.message_id.as_deref().is_some_and(|id| register.is_ours(id)),
        reasons: Vec::new(),
    }
}

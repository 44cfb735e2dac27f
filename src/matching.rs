//! Facts and register → which events, which earlier requests, and who the sender is: with reasons.

mod stem;
mod index;
mod events;
mod settled;
mod meetings;
mod sender;
mod concerns;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::matching::events::days_in_words;
pub use crate::matching::index::Index;
use crate::matching::settled::{Told, concerned};
use crate::message::Message;
use crate::reading::{CERTAIN, Considered, EventClue, Fact, Kind, Quoted, Reading};
use crate::register::Events;
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
    /// References of our requests that it quotes, or, where it changes one without saying which, of its State for its
    /// events.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub concerns: Vec<String>,
    /// Those of them that it answers: it asks for no other event, and makes no request of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<String>,
    /// Why, one sentence each, for a person.
    pub reasons: Vec<String>,
    /// A meeting that the note names and the calendar does not hold, where it names no other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unlisted: Option<Unlisted>,
    /// A meeting whose title and days the note gives otherwise than the calendar, where it is not sure which is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub titled: Option<Titled>,
}

/// A meeting that no event of the calendar is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlisted {
    /// The days that the note names, first and last.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// One sentence for a person.
    pub reason: String,
}

/// A meeting of the calendar that the note calls by its title, name or number, while it names other days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Titled {
    /// Its id.
    pub event: String,
    /// The days that the note names, first and last.
    pub days: (NaiveDate, NaiveDate),
}

/// Files a message by what it says alone; [`Filing::look_up`] adds what the register knows. `index` is
/// [`Index::new`] of these `events`, built once.
pub fn file(
    message: &Message,
    reading: &Reading,
    events: &Events,
    index: &Index,
    senders: &Senders,
) -> Filing {
    let headers = &message.headers;
    let mut reasons = Vec::new();
    let clues = heeded(reading);
    let mut unlisted = None;
    let comes = matches!(reading.kind.value(), Some(Kind::Request | Kind::Attendance));
    let changes = matches!(reading.kind.value(), Some(Kind::Amendment | Kind::Withdrawal));
    let told = Told::all(&clues, index);
    let found = concerned(&told, changes, index, &mut reasons, &mut unlisted);
    let found = match meetings::weighed(found, &told, reading, index, &mut reasons) {
        // The index of another calendar must not name events that this one does not have.
        Fact::Stated(q) if !q.value.iter().all(|id| events.contains_key(id)) => Fact::Missing,
        // Money is given to the fund and not to a meeting.
        _ if reading.kind.value() == Some(&Kind::Contribution) => Fact::Missing,
        // Who asks or tells about a series seldom means each of its meetings: a person looks.
        Fact::Stated(q) if q.value.len() > 3 && !comes => {
            Fact::Stated(Quoted { confidence: q.confidence.min(CERTAIN - 0.1), ..q })
        }
        // What a firm or an agency sends is no State's part in a meeting; of what a State writes and asks nothing by, a
        // person judges whether the meeting is only spoken of.
        found if reading.kind.value() == Some(&Kind::Other) => match found {
            Fact::Stated(q) if q.confidence < 0.6 => Fact::Missing,
            Fact::Stated(q) if !reading.kind.is_certain() => Fact::Stated(q),
            Fact::Stated(q) if reading.state != Fact::Missing => {
                Fact::Stated(Quoted { confidence: q.confidence.min(CERTAIN - 0.05), ..q })
            }
            _ => Fact::Missing,
        },
        other => other,
    };
    let sender = sender::of(headers, reading.state.value().copied(), senders);
    let titled = titled(&clues, &found, index).filter(|titled| events.contains_key(&titled.event));
    let mut unlisted = unlisted.filter(|_| found == Fact::Missing);
    if let Some((titled, event)) = titled.as_ref().and_then(|t| Some((t, events.get(&t.event)?))) {
        let reason = format!(
            "The note names {} ({}) and gives other days ({}): it must say which is meant.",
            event.id,
            days_in_words((event.start, event.end)),
            days_in_words(titled.days)
        );
        if let Some(unlisted) = &mut unlisted {
            unlisted.reason.clone_from(&reason);
        }
        reasons.insert(0, reason);
    }
    Filing {
        events: found,
        sender,
        answers_ours: Vec::new(),
        is_ours: false,
        concerns: Vec::new(),
        answers: Vec::new(),
        reasons,
        unlisted,
        titled,
    }
}

/// The clues that may tell what a message of this kind concerns.
fn heeded(reading: &Reading) -> Cow<'_, [EventClue]> {
    // Who asks a question may say what it is about in one sentence and ask in another.
    let asks = reading.kind.value() == Some(&Kind::Enquiry);
    match asks {
        true => {
            reading.clues.iter().map(|c| EventClue { acts: !c.history && !c.aside, ..c.clone() }).collect()
        }
        // What asks and announces nothing concerns a meeting only where a sentence names one.
        false if reading.kind.value() == Some(&Kind::Other) => {
            reading.clues.iter().filter(|c| !c.history && !c.aside).cloned().collect()
        }
        false => reading.clues.as_slice().into(),
    }
}

/// What told of each meeting that a message names whether the message concerns it: for `verbale read --evidence` and for
/// learning.
pub fn considered(reading: &Reading, index: &Index) -> Vec<Considered> {
    let clues = heeded(reading);
    let told = Told::all(&clues, index);
    meetings::considered(&told, reading, index)
}

/// The first clue that calls a meeting by its title and names other days, where it is not sure what is meant: of the
/// meetings that are in doubt, or any where none is found.
fn titled(clues: &[EventClue], found: &Fact<Vec<String>>, index: &Index) -> Option<Titled> {
    let doubtful = |id: &String| match found {
        Fact::Missing => true,
        Fact::Stated(q) => q.confidence < CERTAIN && q.value.contains(id),
        Fact::Conflicting { candidates } => candidates.iter().any(|c| c.value.contains(id)),
    };
    let clues = clues.iter().filter(|clue| !clue.history && !clue.aside);
    let mut named = clues.filter_map(|clue| events::titled(clue, index));
    named.find(|(id, _)| doubtful(id)).map(|(event, days)| Titled { event, days })
}

#[cfg(test)]
#[path = "matching/tests.rs"]
mod tests;

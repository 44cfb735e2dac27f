//! Facts and register → which events, which earlier requests, and who the sender is: with reasons.

mod stem;
mod index;
mod events;
mod sender;
mod concerns;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::matching::events::Meant;
pub use crate::matching::index::Index;
use crate::message::Message;
use crate::reading::ordinals;
use crate::reading::{CERTAIN, EventClue, Fact, Kind, Quoted, Reading};
use crate::register::Events;
use crate::states::{Answer, Code};

/// Clues that are looked at; the strongest come first.
const CLUES: usize = 24;

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
}

/// A meeting that no event of the calendar is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlisted {
    /// The days that the note names, first and last.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// One sentence for a person.
    pub reason: String,
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
    // Who asks a question may say what it is about in one sentence and ask in another.
    let asks = reading.kind.value() == Some(&Kind::Enquiry);
    let clues: Cow<'_, [EventClue]> = match asks {
        true => {
            reading.clues.iter().map(|c| EventClue { acts: !c.history && !c.aside, ..c.clone() }).collect()
        }
        // What asks and announces nothing concerns a meeting only where a sentence names one.
        false if reading.kind.value() == Some(&Kind::Other) => {
            reading.clues.iter().filter(|c| !c.history && !c.aside).cloned().collect()
        }
        false => reading.clues.as_slice().into(),
    };
    let mut unlisted = None;
    let comes = matches!(reading.kind.value(), Some(Kind::Request | Kind::Attendance));
    let found = match concerned(&clues, index, &mut reasons, &mut unlisted) {
        // Money is given to the fund and not to a meeting.
        _ if reading.kind.value() == Some(&Kind::Contribution) => Fact::Missing,
        // Who asks or tells about a series seldom means each of its meetings: a person looks.
        Fact::Stated(q) if q.value.len() > 3 && !comes => {
            Fact::Stated(Quoted { confidence: q.confidence.min(CERTAIN - 0.1), ..q })
        }
        found
            if reading.kind.value() == Some(&Kind::Other)
                && found.quoted().is_none_or(|q| q.confidence < 0.6) =>
        {
            Fact::Missing
        }
        // The index of another calendar must not name events that this one does not have.
        Fact::Stated(q) if !q.value.iter().all(|id| events.contains_key(id)) => Fact::Missing,
        other => other,
    };
    let sender = sender::of(headers, reading.state.value().copied(), senders);
    let unlisted = unlisted.filter(|_| found == Fact::Missing);
    Filing {
        events: found,
        sender,
        answers_ours: Vec::new(),
        is_ours: false,
        concerns: Vec::new(),
        answers: Vec::new(),
        reasons,
        unlisted,
    }
}

/// One event that clues named.
struct Named<'c> {
    id: String,
    confidence: f32,
    by_days: bool,
    by_words: bool,
    /// Whether it was over when the mail came.
    over: bool,
    /// Whether more than words of a theme tell it.
    firm: bool,
    clue: &'c EventClue,
}

/// The events that a note concerns. Clauses in which the note asks or announces decide; where they name no
/// event, any mention does, then words that are said by the way, then what is answered. A guess or an event that is
/// over gives way to a sure one in the next rank, which stays in doubt.
fn concerned(
    all: &[EventClue],
    index: &Index,
    reasons: &mut Vec<String>,
    unlisted: &mut Option<Unlisted>,
) -> Fact<Vec<String>> {
    let tier = |of: fn(&EventClue) -> bool| all.iter().filter(move |c| of(c)).take(CLUES).collect::<Vec<_>>();
    let tiers = [
        tier(|c| c.acts && !c.history && !c.aside),
        tier(|c| !c.acts && !c.history && !c.aside),
        tier(|c| !c.history && c.aside),
        tier(|c| c.history),
    ];
    let mut notes = Vec::new();
    let mut unplaced = false;
    let mut guess: Option<Settled> = None;
    for (rank, tier) in tiers.iter().enumerate() {
        let mut found = settle(tier, index, reasons, &mut notes);
        // Days said by the way may be those of a journey: they tell a meeting or nothing.
        found.unplaced &= rank < 2;
        if let (None, Some(reason), true) = (&*unlisted, notes.first(), rank < 2) {
            let days = found.unplaced_days;
            *unlisted = Some(Unlisted { days, reason: reason.clone() });
        }
        // Said by the way, or by whoever wrote first.
        if let (Fact::Stated(q), true) = (&mut found.fact, rank > 1) {
            q.confidence = q.confidence.min(CERTAIN - 0.1);
        }
        // Days of the request that the calendar does not know: another mention is not what it asks for.
        unplaced |= found.unplaced;
        match &mut guess {
            None if found.fact.is_certain() && !found.over => {
                let rest = tiers.get(rank + 1..2).unwrap_or_default();
                return match rest.iter().any(|tier| names_another(tier, &found.fact, index)) {
                    true => doubted(found.fact),
                    false => found.fact,
                };
            }
            None if found.fact != Fact::Missing => guess = Some(found),
            None => {}
            Some(guess) => guess.hear(found),
        }
        // What is over was attended: what is said by the way may name the meeting to come.
        if unplaced && guess.is_none() || guess.as_ref().is_some_and(|guess| !guess.over) && rank > 0 {
            break;
        }
    }
    if let Some(guess) = guess {
        return guess.fact;
    }
    reasons.append(&mut notes);
    if reasons.is_empty() {
        reasons.push("No words name an event of the calendar.".to_owned());
    }
    Fact::Missing
}

/// Whether one of the clues plainly names a meeting to come that `found` does not hold: a second one that is asked for in
/// other words, or one that is only spoken of; a person looks.
fn names_another(clues: &[&EventClue], found: &Fact<Vec<String>>, index: &Index) -> bool {
    let known = found.value().map(Vec::as_slice).unwrap_or_default();
    clues.iter().any(|clue| match events::meant(clue, index) {
        Meant::One { id, confidence, by_days, firm, over, .. } => {
            let plainly = firm && (by_days || clue.ordinal.is_some()) && confidence >= CERTAIN;
            plainly && !over && !known.contains(&id)
        }
        _ => false,
    })
}

/// As far as a person confirms it.
fn doubted(found: Fact<Vec<String>>) -> Fact<Vec<String>> {
    match found {
        Fact::Stated(q) => Fact::Stated(Quoted { confidence: q.confidence.min(CERTAIN - 0.05), ..q }),
        other => other,
    }
}

/// What clues of one rank say together.
struct Settled {
    fact: Fact<Vec<String>>,
    /// Whether one of them named days that no event has.
    unplaced: bool,
    /// The first such days.
    unplaced_days: Option<(NaiveDate, NaiveDate)>,
    /// Whether all that they name was over when the mail came.
    over: bool,
}

impl Settled {
    /// Takes up what the next rank says.
    fn hear(&mut self, next: Self) {
        let Fact::Stated(other) = next.fact else { return };
        match &mut self.fact {
            Fact::Stated(own) if own.value == other.value => {
                own.confidence = own.confidence.max(other.confidence.min(CERTAIN - 0.05));
            }
            // A sure mention is likelier than a guess; a person looks.
            Fact::Stated(own)
                if other.confidence >= CERTAIN && own.confidence < 0.7 || self.over && !next.over =>
            {
                *own = Quoted { confidence: other.confidence.min(CERTAIN - 0.1), ..other };
            }
            // Two meetings of which one is over: it was attended.
            Fact::Conflicting { candidates }
                if candidates.iter().all(|c| c.value.len() == 1)
                    && candidates.iter().any(|c| other.value.iter().all(|id| c.value.contains(id))) =>
            {
                self.fact = Fact::Stated(Quoted { confidence: other.confidence.min(CERTAIN - 0.1), ..other });
            }
            _ => {}
        }
    }
}

fn settle(
    clues: &[&EventClue],
    index: &Index,
    reasons: &mut Vec<String>,
    notes: &mut Vec<String>,
) -> Settled {
    let mut named: Vec<Named<'_>> = Vec::new();
    let mut open: Vec<(Vec<String>, bool, String, &EventClue)> = Vec::new();
    let mut torn: Vec<(String, String, String, &EventClue)> = Vec::new();
    let mut unplaced = false;
    let mut unplaced_days = None;
    for clue in clues {
        match events::meant(clue, index) {
            Meant::One { id, confidence, by_days, by_words, over, firm, reason } => {
                match named.iter_mut().find(|n| n.id == id) {
                    Some(known) => {
                        known.by_days |= by_days;
                        known.by_words |= by_words;
                        known.firm |= firm;
                        // Days in one sentence and number or title in another support each other.
                        let both = known.by_days && known.by_words;
                        let sum = if both { known.confidence.max(confidence) + 0.1 } else { confidence };
                        known.confidence = known.confidence.max(sum).min(0.98);
                    }
                    None => named.push(Named { id, confidence, by_days, by_words, over, firm, clue }),
                }
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
            Meant::All { ids, confidence, reason } => {
                for id in ids {
                    if !named.iter().any(|n| n.id == id) {
                        named.push(Named {
                            id,
                            confidence,
                            by_days: false,
                            by_words: true,
                            over: false,
                            firm: true,
                            clue,
                        });
                    }
                }
                reasons.push(reason);
            }
            Meant::Several { ids, weak, reason } => open.push((ids, weak, reason, clue)),
            Meant::Torn { by_days, by_words, reason } => torn.push((by_days, by_words, reason, clue)),
            Meant::Nothing { reason } => {
                // "She is ready to travel from 1 December" is the day of no meeting.
                unplaced |= reason.is_some()
                    && (clue.ordinal.is_some() || clue.words.split(' ').any(ordinals::is_meeting));
                let days = clue.first_day.map(|first| (first, clue.last_day.unwrap_or(first)));
                unplaced_days = unplaced_days.or(days.filter(|_| reason.is_some()));
                notes.extend(reason);
            }
        }
    }
    for (by_days, by_words, reason, clue) in torn {
        // The rows of a table share their words: where the one that they name has days of its own, these are another's.
        let settled = |n: &Named<'_>| n.id == by_words && n.by_days && n.confidence >= CERTAIN;
        if !named.iter().any(settled) {
            open.push((vec![by_days, by_words], false, reason, clue));
        } else if !named.iter().any(|n| n.id == by_days) {
            reasons.push(reason);
            let (confidence, over) = (CERTAIN - 0.05, false);
            named.push(Named {
                id: by_days,
                confidence,
                by_days: true,
                by_words: true,
                over,
                firm: true,
                clue,
            });
        }
    }
    // A meeting that is over is recalled, where one is named that is still to come.
    if named.iter().any(|n| !n.over) {
        named.retain(|n| !n.over);
    }
    // A theme alone may be that of a post; where a meeting is plainly named it is no second one, but a person looks.
    let mut dropped = false;
    if named.iter().any(|n| n.firm && n.confidence >= CERTAIN) {
        let before = named.len();
        named.retain(|n| n.firm);
        dropped = named.len() < before;
    }
    let over = !named.is_empty() && named.iter().all(|n| n.over);
    let sure = named.iter().any(|n| n.confidence >= CERTAIN);
    // What one sentence leaves open another may have settled.
    open.retain(|(ids, weak, ..)| {
        (!sure || !*weak) && !named.iter().any(|n| n.confidence >= CERTAIN && ids.contains(&n.id))
    });
    if let Some((_, _, reason, _)) = open.first() {
        reasons.push(reason.clone());
        let mut candidates: Vec<Quoted<Vec<String>>> = Vec::new();
        // Beside meetings that are named the likeliest of those left open is meant as well.
        let top = open.iter().filter_map(|(ids, ..)| ids.first());
        let both: Vec<String> = named.iter().map(|n| &n.id).chain(top).cloned().collect();
        if let Some(first) = named
            .first()
            .filter(|n| n.firm && open.iter().all(|(ids, weak, ..)| !weak && !ids.contains(&n.id)))
        {
            candidates.push(quoted(both, 0.55, first.clue));
        }
        let all = named.iter().map(|n| (&n.id, n.confidence, n.clue));
        let opened = open.iter().flat_map(|(ids, _, _, clue)| ids.iter().map(move |id| (id, 0.5, *clue)));
        for (id, confidence, clue) in all.chain(opened) {
            if !candidates.iter().any(|c| c.value.contains(id)) {
                // The likeliest stands first.
                let most = if candidates.is_empty() { 0.5 } else { 0.45 };
                candidates.push(quoted(vec![id.clone()], confidence.min(most), clue));
            }
        }
        return Settled { fact: Fact::Conflicting { candidates }, unplaced, unplaced_days, over };
    }
    // Days alone of one event and words alone of another: the note contradicts itself.
    let days_only = named.iter().find(|n| n.by_days && !n.by_words);
    let words_only = named.iter().find(|n| n.by_words && !n.by_days);
    if let (Some(a), Some(b)) = (days_only, words_only) {
        reasons.push(format!("The days are those of {}, the words name {}.", a.id, b.id));
        let candidates =
            named.iter().map(|n| quoted(vec![n.id.clone()], n.confidence.min(0.5), n.clue)).collect();
        return Settled { fact: Fact::Conflicting { candidates }, unplaced, unplaced_days, over };
    }
    // A sure event silences guesses.
    if named.iter().any(|n| n.confidence >= CERTAIN) {
        // A number that another sentence gives is no mere guess: a person looks.
        dropped |=
            named.iter().any(|n| n.confidence < CERTAIN && !n.by_days && n.clue.ordinal.is_some() && !n.over);
        named.retain(|n| n.confidence >= CERTAIN || n.by_days);
    } else if named.len() > 1 && named.iter().any(|n| n.clue.stretch.is_none()) {
        let candidates = named.iter().map(|n| quoted(vec![n.id.clone()], n.confidence, n.clue)).collect();
        return Settled { fact: Fact::Conflicting { candidates }, unplaced, unplaced_days, over };
    }
    let Some(first) = named.first() else {
        return Settled { fact: Fact::Missing, unplaced, unplaced_days, over };
    };
    let mut confidence = named.iter().map(|n| n.confidence).fold(1.0, f32::min);
    if unplaced {
        // One of the meetings that it names is not in the calendar.
        reasons.append(notes);
        confidence = confidence.min(CERTAIN - 0.2);
    }
    if dropped {
        confidence = confidence.min(CERTAIN - 0.05);
    }
    let ids = named.iter().map(|n| n.id.clone()).collect();
    Settled { fact: Fact::Stated(quoted(ids, confidence, first.clue)), unplaced, unplaced_days, over }
}

fn quoted(ids: Vec<String>, confidence: f32, clue: &EventClue) -> Quoted<Vec<String>> {
    Quoted { value: ids, confidence, place: clue.place.clone(), words: clue.sentence.clone() }
}

#[cfg(test)]
#[path = "matching/tests.rs"]
mod tests;

//! Which of our requests a message concerns: what only the register knows.

use std::collections::BTreeSet;

use crate::matching::Filing;
use crate::message::Message;
use crate::reading::{Fact, Kind, Reading};
use crate::register::Register;

/// References that are kept of one message.
const KEPT: usize = 8;

impl Filing {
    /// Adds what only the register knows: whether the message is one of our letters, or answers one, and which requests
    /// it concerns.
    pub fn look_up(&mut self, message: &Message, reading: &Reading, register: &Register) {
        let headers = &message.headers;
        for id in headers.in_reply_to.iter().chain(&headers.references) {
            if register.is_ours(id) && !self.answers_ours.contains(id) {
                self.answers_ours.push(id.clone());
            }
        }
        self.is_ours = headers.message_id.as_deref().is_some_and(|id| register.is_ours(id));
        self.concerns = quoted(message, register);
        if self.concerns.is_empty() {
            self.concerns = spoken_of(&self.answers_ours, register);
        }
        let changes = matches!(reading.kind.value(), Some(Kind::Amendment | Kind::Withdrawal));
        if changes && self.concerns.is_empty() {
            self.concerns = likely(reading, &self.events, register);
        }
        if self.is_ours {
            self.reasons.push("It is one of our own letters.".to_owned());
        } else if !self.answers_ours.is_empty() {
            self.reasons.push("It answers a letter of ours.".to_owned());
        }
        if !self.is_ours && !self.concerns.is_empty() {
            self.reasons.push(format!("It concerns {}.", self.concerns.join(", ")));
        }
    }
}

/// The references of ours that stand in subject, words or papers, in their order.
fn quoted(message: &Message, register: &Register) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let papers = message.papers.iter().flat_map(|paper| &paper.pages);
    for text in [&message.headers.subject, &message.body].into_iter().chain(papers) {
        for word in text.split(|c: char| !(c.is_alphanumeric() || is_dash(c))) {
            // PREFIX-2017-0042; most words have no dash at all.
            if word.chars().filter(|c| is_dash(*c)).count() < 2 {
                continue;
            }
            let plain: String =
                word.chars().map(|c| if is_dash(c) { '-' } else { c.to_ascii_uppercase() }).collect();
            let plain = plain.trim_matches('-');
            if register.request(plain).is_none() {
                continue;
            }
            let plain = register.joined_to(plain).unwrap_or(plain);
            if seen.insert(plain.to_owned()) {
                found.push(plain.to_owned());
                if found.len() == KEPT {
                    return found;
                }
            }
        }
    }
    found
}

/// The requests of which our letters spoke that a message answers.
fn spoken_of(letters: &[String], register: &Register) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for reference in letters.iter().flat_map(|id| register.spoke_of(id)) {
        let reference = register.joined_to(reference).unwrap_or(reference);
        if found.len() < KEPT
            && register.request(reference).is_some()
            && !found.iter().any(|r| r == reference)
        {
            found.push(reference.to_owned());
        }
    }
    found
}

/// Hyphens and dashes that word processors put into a reference.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// The requests of the State that a note speaks for, for the events that it names.
fn likely(reading: &Reading, events: &Fact<Vec<String>>, register: &Register) -> Vec<String> {
    let (Some(state), Some(events)) = (reading.state.value(), events.value()) else { return Vec::new() };
    let of = |event: &String| {
        let same = register.same_state_and_event(*state, event);
        same.filter(|r| r.counts).map(|r| r.reference.clone()).collect::<Vec<_>>()
    };
    events.iter().flat_map(of).take(KEPT).collect()
}

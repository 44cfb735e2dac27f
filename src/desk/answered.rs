//! Which of our requests a message answers. What completes a request is often written as formally as the request was;
//! made a request of its own, it would stand as a rival against the one that it completes.

use std::collections::BTreeSet;

use crate::matching::Filing;
use crate::reading::{Fact, Kind, Reading};
use crate::register::{Register, Request};
use crate::rules::{Facts, Known};

/// Those of the requests that a message concerns which it answers: of its State, and it asks for no other event. In doubt
/// it answers, for then a person reads it; what stands in a note with a reference that anybody can write harms no request.
pub(super) fn answered(reading: &Reading, filing: &Filing, register: &Register) -> Vec<String> {
    let concerned: Vec<&Request> = filing.concerns.iter().filter_map(|r| register.request(r)).collect();
    let of_state = |request: &&&Request| match (reading.state.value(), request.state) {
        (Some(one), Some(other)) if reading.state.is_certain() => *one == other,
        _ => true,
    };
    let same: Vec<&Request> = concerned.iter().filter(of_state).copied().collect();
    let answered = match same.is_empty() {
        // A note of one State that quotes what we wrote to another: what asks is a request, the rest is for a person.
        true if reading.kind.value() == Some(&Kind::Request) => return Vec::new(),
        true => concerned,
        false if elsewhere(reading, filing, &same) => return Vec::new(),
        false => same,
    };
    answered.into_iter().map(|request| request.reference.clone()).collect()
}

/// Whether the message is about another meeting than these requests: it surely names others and none of theirs; or one
/// that the calendar does not hold, for other people.
fn elsewhere(reading: &Reading, filing: &Filing, requests: &[&Request]) -> bool {
    // Which meeting they are for was perhaps what we asked.
    let theirs: Option<Vec<&String>> = requests.iter().map(|request| request.event.as_ref()).collect();
    let Some(theirs) = theirs else { return false };
    match &filing.events {
        Fact::Stated(q) if filing.events.is_certain() => !q.value.iter().any(|id| theirs.contains(&id)),
        Fact::Missing if filing.unlisted.is_some() => {
            let mut named = reading.travellers.iter().map(|traveller| traveller.value.name.as_str());
            let of_theirs = |name: &str| requests.iter().any(|request| may_name(request, name));
            !reading.travellers.is_empty() && !named.any(of_theirs)
        }
        _ => false,
    }
}

/// Whether somebody of this name may travel by the request: it names one who shares two words with the name, or all of a
/// shorter one; or it is not known whom it names.
fn may_name(request: &Request, name: &str) -> bool {
    let Ok(Facts { request: asked, .. }) = serde_json::from_str::<Facts>(&request.facts) else { return true };
    let Known::Value(travellers) = asked.travellers else { return true };
    let words = |text: &str| -> BTreeSet<String> { text.split_whitespace().map(str::to_lowercase).collect() };
    let name = words(name);
    travellers.iter().any(|traveller| {
        let other = words(&traveller.name);
        name.intersection(&other).count() >= name.len().min(other.len()).min(2)
    })
}

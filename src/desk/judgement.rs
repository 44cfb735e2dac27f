//! From what a note says and the register knows to judged requests.

mod asked;

use chrono::Datelike;

use crate::calendar::Moment;
use crate::desk::{Basis, Judged, Kept};
use crate::matching::{Authentic, Filing};
use crate::office::Office;
use crate::reading::Reading;
use crate::register::{self, Register, Request};
use crate::rules::{self, Facts};
use crate::states::Answer;

pub use asked::paper_kinds;
pub(super) use asked::{facts, refresh, value};

/// The requests of a message, and those of others that it changes.
#[derive(Debug, Default)]
pub(super) struct Requests {
    pub new: Vec<Judged>,
    pub anew: Vec<Judged>,
}

/// Judges the requests that a message makes: one for each event that it names, or one without an event.
pub(super) fn requests(kept: &Kept<'_>, reading: &Reading, filing: &Filing, basis: Basis<'_>) -> Requests {
    let Basis { register, office, moment, .. } = basis;
    let year = office.zone.date_of(kept.receipt.received).year();
    let mut result = Requests::default();
    for event in events(filing) {
        let number = register.next_number(year) + u32::try_from(result.new.len()).unwrap_or(u32::MAX);
        let (mut request, mut facts) = unjudged(kept, reading, filing, event, office);
        request.reference = format!("{}-{year}-{number:04}", office.identity.prefix);
        let rivals = rivals(&request, register);
        let compared = rivals.iter().map(|rival| rival.reference.clone()).collect();
        compare(&mut facts, &request, rivals);
        let new = Judged { rivals: compared, ..judged((year, number), request, facts, office, moment) };
        result.anew.extend(anew(&new, None, basis));
        result.new.push(new);
    }
    result
}

/// The events for which a message makes a request each; one request without an event where it names none.
pub(super) fn events(filing: &Filing) -> Vec<Option<&str>> {
    match filing.events.value() {
        Some(ids) if !ids.is_empty() => ids.iter().map(|id| Some(id.as_str())).collect(),
        _ => vec![None],
    }
}

/// A request as its message makes it, without a reference, compared with no other and judged by no rule.
pub(super) fn unjudged(
    kept: &Kept<'_>,
    reading: &Reading,
    filing: &Filing,
    event: Option<&str>,
    office: &Office,
) -> (Request, Facts) {
    let facts = facts(kept, reading, filing, event, office);
    let request = Request {
        reference: String::new(),
        message: kept.receipt.sha256.0.clone(),
        state: value(&facts.state.code),
        event: event.map(str::to_owned),
        received: kept.receipt.received,
        of_record: filing.sender.of_record == Answer::Yes,
        counts: filing.sender.authentic != Authentic::Fail,
        disposition: register::Disposition::Held,
        facts: String::new(),
    };
    (request, facts)
}

/// The other live requests of the same State for the same event that may count against `request`.
pub(super) fn rivals<'a>(request: &Request, register: &'a Register) -> Vec<&'a Request> {
    let (Some(state), Some(event)) = (request.state, request.event.as_deref()) else { return Vec::new() };
    register
        .same_state_and_event(state, event)
        .filter(|r| r.reference != request.reference && r.counts)
        .filter(|r| r.disposition != register::Disposition::Declined)
        .collect()
}

/// Puts what the register says of rivals into the facts. A note whose sender failed authentication is no rival.
pub(super) fn compare(facts: &mut Facts, request: &Request, rivals: Vec<&Request>) {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let order = |r: &Request| (r.received, r.reference.clone());
    facts.request.rivals = count(rivals.len());
    facts.request.earlier = count(rivals.iter().filter(|r| order(r) < order(request)).count());
    facts.request.rivals_of_record = request.of_record && rivals.iter().all(|r| r.of_record);
}

pub(super) fn judged(
    number: (i32, u32),
    mut request: Request,
    facts: Facts,
    office: &Office,
    moment: Moment,
) -> Judged {
    let mut ruling = rules::judge(&facts, &office.rulebook, moment);
    ruling.deadline = request
        .event
        .as_deref()
        .and_then(|id| office.rulebook.events.get(id))
        .and_then(|event| event.deadline.clone());
    request.disposition = ruling.disposition;
    request.facts = serde_json::to_string(&facts).unwrap_or_default();
    Judged { number, request, facts, ruling, rivals: Vec::new() }
}

/// Judges the rivals of a request anew that is new or stands otherwise than the register has it, and returns those whose
/// disposition changes. `gone` is one that stands against nobody any more.
pub(super) fn anew<'a>(new: &'a Judged, gone: Option<&Request>, basis: Basis<'a>) -> Vec<Judged> {
    let stands = new.request.counts && new.request.disposition != register::Disposition::Declined;
    if !stands && gone.is_none() && basis.register.request(&new.request.reference).is_none() {
        return Vec::new();
    }
    let now = |others: &mut Vec<&'a Request>| {
        let same = |other: &Request, one: &Request| other.reference == one.reference;
        others.retain(|other| !same(other, &new.request) && !gone.is_some_and(|gone| same(other, gone)));
        if stands {
            others.push(&new.request);
        }
    };
    let mut changed = rejudged(&new.request, now, basis);
    changed.retain(|judged| gone.is_none_or(|gone| gone.reference != judged.request.reference));
    changed
}

/// Judges anew those that were rivals of `request`, where none of `gone` stands against them any more.
pub(super) fn without(request: &Request, gone: &[&Request], basis: Basis<'_>) -> Vec<Judged> {
    let is_gone = |one: &Request| gone.iter().any(|gone| gone.reference == one.reference);
    let left = |others: &mut Vec<&Request>| others.retain(|other| !is_gone(other));
    let mut changed = rejudged(request, left, basis);
    changed.retain(|judged| !is_gone(&judged.request));
    changed
}

/// The rivals of `request` whose disposition changes when `change` says how those that stand against each change.
fn rejudged<'a>(
    request: &'a Request,
    change: impl Fn(&mut Vec<&'a Request>),
    Basis { register, office, moment, .. }: Basis<'a>,
) -> Vec<Judged> {
    let mut changed = Vec::new();
    for rival in rivals(request, register) {
        // Facts that an older program wrote in another form stay as they were judged; a person sees the newer one.
        let Ok(mut facts) = serde_json::from_str::<Facts>(&rival.facts) else { continue };
        // The rules in force judge it, by what their files say of its State and event.
        refresh(&mut facts, rival.event.as_deref(), office);
        let mut others = rivals(rival, register);
        change(&mut others);
        let compared = others.iter().map(|other| other.reference.clone()).collect();
        compare(&mut facts, rival, others);
        let number = number_of(&rival.reference);
        let again = Judged { rivals: compared, ..judged(number, rival.clone(), facts, office, moment) };
        if again.request.disposition != rival.disposition {
            changed.push(again);
        }
    }
    changed
}

/// Year and number of a reference such as `GCM-2017-0042`.
pub(super) fn number_of(reference: &str) -> (i32, u32) {
    let mut parts = reference.rsplit('-');
    let number = parts.next().and_then(|n| n.parse().ok()).unwrap_or_default();
    let year = parts.next().and_then(|y| y.parse().ok()).unwrap_or_default();
    (year, number)
}

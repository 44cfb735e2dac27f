//! What conditions may ask about one request: what its note says, its State, its event, and what is not known of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};

use crate::desk::Kept;
use crate::desk::address;
use crate::matching::{Authentic, Filing};
use crate::message::{self, Message, ReceivedFrom};
use crate::office::Office;
use crate::reading::{self, CERTAIN, Fact, Gender, Reading};
use crate::register;
use crate::rules::{
    self, EventFacts, Facts, Known, NoteFacts, RequestFacts, SenderFacts, StateFacts, TravellerFacts,
};
use crate::states::{Answer, Code};

/// What conditions may ask about one request.
pub(in crate::desk) fn facts(
    kept: &Kept<'_>,
    reading: &Reading,
    filing: &Filing,
    event: Option<&str>,
    office: &Office,
) -> Facts {
    let received = kept.receipt.received;
    let headers = &kept.message.headers;
    let event = event.and_then(|id| office.rulebook.events.get(id));
    let receipt_day = office.zone.date_of(received);
    let trusted = headers
        .received
        .iter()
        .find(|line| office.policy.trusted_relays.contains(&line.by))
        .and_then(|line| line.at)
        .unwrap_or(received);
    // A moment given by a person is the only one.
    let received_spread = match kept.receipt.received_from {
        ReceivedFrom::Option => (received, received),
        _ => (received.min(trusted), received.max(trusted)),
    };
    let state = known(&reading.state, |code: &Code| *code);
    let mut doubts: BTreeSet<String> = reading
        .doubts
        .iter()
        .filter_map(|field| serde_json::to_value(field).ok()?.as_str().map(str::to_owned))
        .collect();
    if matches!(filing.events, Fact::Conflicting { .. }) {
        doubts.insert("events".to_owned());
    }
    let (came, unknown_papers) = papers(kept, reading, office);
    let state = state_facts(state, receipt_day, event, office);
    let surely = (filing.events.is_certain(), filing.events == Fact::Missing);
    let why = why_unsure(filing);
    let event_facts = EventFacts { why, ..event_facts(event, surely, &state, received, office) };
    let missing_papers =
        rules::missing_papers(&event_facts.papers, &Known::Value(came.clone()), unknown_papers);
    let cost = cost(event, &event_facts, &state, office);
    Facts {
        note: NoteFacts {
            kind: known(&reading.kind, |k| k.as_str().to_owned()),
            form: known(&reading.form, |f| f.as_str().to_owned()),
            language: known(&reading.language, |l| l.code().to_owned()),
            channel: known(&reading.channel, |c| c.as_str().to_owned()),
            reference: known(&reading.note_reference, String::clone),
            date: known(&reading.note_date, |d: &NaiveDate| *d),
            received,
            received_spread,
            papers: reading.papers.iter().map(|paper| paper.kind.as_str().to_owned()).collect(),
            unknown_papers,
            state_pays: Known::Doubtful,
            unread_papers: u32::try_from(kept.message.papers.iter().filter(|p| p.trouble.is_some()).count())
                .unwrap_or(u32::MAX),
            automatic_marks: u32::try_from(headers.automatic_marks().len()).unwrap_or(u32::MAX),
            doubts,
        },
        state,
        event: event_facts,
        request: RequestFacts {
            travellers: travellers(reading),
            earlier: 0,
            rivals: 0,
            rivals_of_record: filing.sender.of_record == Answer::Yes,
            missing_papers,
            papers: if unknown_papers == 0 { Known::Value(came) } else { Known::Doubtful },
            days: Known::Doubtful,
            cost,
        },
        sender: SenderFacts {
            authentic: match filing.sender.authentic {
                Authentic::Pass => "pass",
                Authentic::Fail => "fail",
                Authentic::None => "none",
            }
            .to_owned(),
            of_record: match filing.sender.of_record {
                Answer::Yes => Known::Value(true),
                Answer::No => Known::Value(false),
                Answer::Unknown => Known::Missing,
            },
            answerable: address::of(headers).is_ok_and(|to| !address::is_robot(&to.address)),
        },
    }
}

/// Brings what the rule files say of a State and an event into facts that were gathered under others.
pub(in crate::desk) fn refresh(facts: &mut Facts, event: Option<&str>, office: &Office) {
    let was = &facts.event.id;
    let surely = (matches!(was, Known::Value(_)), *was == Known::Missing);
    let event = event.and_then(|id| office.rulebook.events.get(id));
    let receipt_day = office.zone.date_of(facts.note.received);
    let before = std::mem::take(&mut facts.state.supported_before);
    facts.state = state_facts(std::mem::take(&mut facts.state.code), receipt_day, event, office);
    facts.state.supported_before = before;
    let why = facts.event.why.take();
    let event_facts =
        EventFacts { why, ..event_facts(event, surely, &facts.state, facts.note.received, office) };
    // Papers that could not be told are counted and not named, so what is missing is reckoned only where it changed.
    if event_facts.papers != facts.event.papers {
        let there = &facts.request.papers;
        facts.request.missing_papers =
            rules::missing_papers(&event_facts.papers, there, facts.note.unknown_papers);
    }
    facts.request.cost = cost(event, &event_facts, &facts.state, office);
    facts.event = event_facts;
}

fn state_facts(
    state: Known<Code>,
    receipt_day: NaiveDate,
    event: Option<&register::Event>,
    office: &Office,
) -> StateFacts {
    let of_state = value(&state).and_then(|code| office.states.get(code));
    StateFacts {
        lists: match value(&state) {
            Some(code) => office.states.standing(code, receipt_day, event.map(|e| e.start)),
            None => BTreeMap::new(),
        },
        group: of_state.map_or(Known::Missing, |s| Known::Value(s.regional_group.clone())),
        kind: of_state.map_or(Known::Missing, |s| Known::Value(s.kind.as_str().to_owned())),
        code: state,
        supported_before: Known::Doubtful,
    }
}

/// Why it is not sure which event the note is for, or that it names one that the calendar does not hold.
fn why_unsure(filing: &Filing) -> Option<String> {
    let because = || {
        let each = filing.reasons.iter().take(REASONS).map(|reason| reason.trim_end_matches('.'));
        Some(each.collect::<Vec<_>>().join("; ")).filter(|all| !all.is_empty())
    };
    match &filing.events {
        Fact::Stated(q) if q.confidence < CERTAIN => match (q.value.as_slice(), filing.reasons.as_slice()) {
            ([id], [only]) if only.starts_with(&format!("{id}: ")) => {
                let told = only.trim_start_matches(&format!("{id}: ")).trim_end_matches('.');
                Some(format!("{id} is the likeliest, and all that tells it is: {told}"))
            }
            (ids, _) => Some(format!("{} is the likeliest, not surely ({})", ids.join(", "), because()?)),
        },
        Fact::Conflicting { .. } => because(),
        Fact::Missing => filing.unlisted.as_ref().map(|u| u.reason.trim_end_matches('.').to_owned()),
        Fact::Stated(_) => None,
    }
}

/// Reasons for one doubt that are told.
const REASONS: usize = 3;

/// What the calendar says of an event that the note names: whether for certain, and whether it names none.
fn event_facts(
    event: Option<&register::Event>,
    (certain, missing): (bool, bool),
    state: &StateFacts,
    received: DateTime<Utc>,
    office: &Office,
) -> EventFacts {
    match event {
        Some(e) if certain => EventFacts::of(e, &office.zone, &state.lists, received),
        None if missing => EventFacts::default(),
        _ => EventFacts::doubtful(),
    }
}

/// What the journey of one traveller of the State to the event is expected to cost.
fn cost(
    event: Option<&register::Event>,
    facts: &EventFacts,
    state: &StateFacts,
    office: &Office,
) -> Known<u32> {
    let of_state = value(&state.code).and_then(|code| office.states.get(code));
    let costs = office.rulebook.costs.as_ref();
    let estimate = || costs?.estimate(event?, of_state?.code.as_str(), &of_state?.regional_group);
    match (&facts.id, estimate()) {
        (Known::Value(_), Some(found)) => Known::Value(u32::try_from(found.amount).unwrap_or(u32::MAX)),
        (Known::Doubtful, _) => Known::Doubtful,
        _ => Known::Missing,
    }
}

fn travellers(reading: &Reading) -> Known<Vec<TravellerFacts>> {
    if reading.doubts.contains(&crate::reading::Field::Travellers)
        || reading.travellers.iter().any(|t| t.confidence < CERTAIN)
    {
        return Known::Doubtful;
    }
    let optional = |text: &Option<String>| text.clone().map_or(Known::Missing, Known::Value);
    let each = reading.travellers.iter().map(|t| TravellerFacts {
        name: t.value.name.clone(),
        gender: t
            .value
            .gender
            .map_or(Known::Missing, |g| Known::Value(if g == Gender::F { "f" } else { "m" }.to_owned())),
        function: optional(&t.value.function),
        government: t.value.government.map_or(Known::Missing, Known::Value),
        ..TravellerFacts::default()
    });
    Known::Value(each.collect())
}

/// A fact as conditions see it: contradictory or unsure facts decide nothing.
fn known<T, U>(fact: &Fact<T>, as_value: impl Fn(&T) -> U) -> Known<U> {
    match fact {
        Fact::Stated(q) if q.confidence >= CERTAIN => Known::Value(as_value(&q.value)),
        Fact::Missing => Known::Missing,
        _ => Known::Doubtful,
    }
}

/// What the papers are, by reading and by the desk's own words, and how many could not be told.
fn papers(kept: &Kept<'_>, reading: &Reading, office: &Office) -> (BTreeSet<String>, u32) {
    let came = kept.message.papers.iter().zip(&reading.papers).map(|(paper, read)| came(paper, read));
    office.rulebook.papers.told(came)
}

/// What each paper is by itself, in the order of the message; an empty set for one that could not be told.
pub fn paper_kinds(message: &Message, reading: &Reading, office: &Office) -> Vec<BTreeSet<String>> {
    let papers = message.papers.iter().zip(&reading.papers);
    papers.map(|(paper, read)| office.rulebook.papers.told([came(paper, read)]).0).collect()
}

fn came<'a>(paper: &'a message::Paper, read: &reading::PaperReading) -> rules::CamePaper<'a> {
    let code = paper.trouble.as_ref().map(|trouble| trouble.code.as_str());
    rules::CamePaper {
        kind: read.kind.as_str(),
        name: &paper.name,
        pages: &paper.pages,
        read: code.is_none(),
        opened: matches!(code, None | Some("no-text-layer" | "tool-missing")),
    }
}

pub(in crate::desk) fn value<T: Clone>(known: &Known<T>) -> Option<T> {
    match known {
        Known::Value(v) => Some(v.clone()),
        _ => None,
    }
}

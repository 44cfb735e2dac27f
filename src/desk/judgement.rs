//! From what a note says and the register knows to judged requests.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use crate::calendar::Moment;
use crate::desk::address;
use crate::desk::{Judged, Kept};
use crate::matching::{Authentic, Filing};
use crate::message::{self, Message, ReceivedFrom};
use crate::office::Office;
use crate::reading::{self, CERTAIN, Fact, Gender, Reading};
use crate::register::{self, Register, Request};
use crate::rules::{
    self, EventFacts, Facts, Known, NoteFacts, RequestFacts, SenderFacts, StateFacts, TravellerFacts,
};
use crate::states::{Answer, Code};

/// The requests of a message, and those of others that it changes.
#[derive(Debug, Default)]
pub(super) struct Requests {
    pub new: Vec<Judged>,
    pub anew: Vec<Judged>,
}

/// Judges the requests that a message makes: one for each event that it names, or one without an event.
pub(super) fn requests(
    kept: &Kept<'_>,
    reading: &Reading,
    filing: &Filing,
    register: &Register,
    office: &Office,
    moment: Moment,
) -> Requests {
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
        result.anew.extend(anew(&new, register, office, moment));
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

/// Judges the rivals of a new request anew, and returns those whose disposition changes.
pub(super) fn anew(new: &Judged, register: &Register, office: &Office, moment: Moment) -> Vec<Judged> {
    if !new.request.counts || new.request.disposition == register::Disposition::Declined {
        return Vec::new();
    }
    let mut changed = Vec::new();
    for rival in rivals(&new.request, register) {
        // Facts that an older program wrote in another form stay as they were judged; a person sees the newer one.
        let Ok(mut facts) = serde_json::from_str::<Facts>(&rival.facts) else { continue };
        let mut others = rivals(rival, register);
        others.push(&new.request);
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

/// Judges anew those that were rivals of `gone`, a request that is no longer for their event.
pub(super) fn without(gone: &Request, register: &Register, office: &Office, moment: Moment) -> Vec<Judged> {
    let mut changed = Vec::new();
    for rival in rivals(gone, register) {
        let Ok(mut facts) = serde_json::from_str::<Facts>(&rival.facts) else { continue };
        let mut others = rivals(rival, register);
        others.retain(|other| other.reference != gone.reference);
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

/// What conditions may ask about one request.
pub(super) fn facts(
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
pub(super) fn refresh(facts: &mut Facts, event: Option<&str>, office: &Office) {
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

pub(super) fn value<T: Clone>(known: &Known<T>) -> Option<T> {
    match known {
        Known::Value(v) => Some(v.clone()),
        _ => None,
    }
}

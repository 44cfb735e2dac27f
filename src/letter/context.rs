//! What a template may say: the documented names and, for one letter, their values.
//!
//! Dates stand as `2017-09-04`, moments as `2017-08-18T23:59:59 New York`; the filters write them out. What is
//! not known is `none`: `{% if x %}` asks, and printing it is an error.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Timelike as _, Utc};
use serde::Serialize;

use crate::calendar::Zone;
use crate::letter::{Identity, Matter, RequestMatter, Template, dates, quote, typeset};
use crate::register::Disposition;
use crate::rules::{Effect, Finding};
use crate::states::Language;

/// Every name that a template may use, with its kind and what it holds; `docs/templates.md` has the same table.
pub(super) const NAMES: &[(&str, &str, &str)] = &[
    ("office", "text", "name of the office with its article, as it begins a sentence"),
    ("fund", "text", "name of the fund with its article, as it stands within a sentence"),
    ("sender", "text", "address that the letter comes from"),
    ("contacts", "list of texts", "contacts for contributions, one line each"),
    ("today", "date", "day of the letter in the desk's time zone"),
    (
        "received",
        "moment",
        "when the message was received, on the desk's clock; in a letter on an answer, when that of the request was",
    ),
    (
        "answer_received",
        "moment or none",
        "when the answer was received that a person applied to the request; papers and sums are those of the answer",
    ),
    ("note_reference", "text or none", "the note's own reference, as printed, without its label"),
    ("note_date", "date or none", "the date printed on the note"),
    ("subject", "text or none", "the subject of the message"),
    ("mission", "yes or no", "a permanent mission wrote, and may be addressed as such"),
    ("message_sha256", "text", "SHA-256 sum of the raw message"),
    ("papers", "list", "the attachments, in their order"),
    ("paper.number", "number", "place of the attachment, from 1"),
    ("paper.name", "text or none", "file name of the attachment"),
    ("paper.sha256", "text", "SHA-256 sum of the attachment as decoded"),
    ("max_megabytes", "number", "size above which a message is not opened"),
    ("references", "list of texts", "our references of all the requests"),
    ("requests", "list", "the requests that the letter speaks of"),
    ("request.reference", "text", "our reference"),
    ("request.state", "text or none", "short name of the State, without article, for a line with a label"),
    ("request.event", "text or none", "title of the event"),
    ("request.city", "text or none", "city of the event"),
    ("request.start", "date or none", "first day of the event"),
    ("request.end", "date or none", "last day of the event"),
    (
        "request.named_start",
        "date or none",
        "first of the days that the note names, where no event of the calendar meets on them",
    ),
    ("request.named_end", "date or none", "last of these days"),
    (
        "request.titled_event",
        "text or none",
        "title of the meeting that the note calls by it while it names other days, so that it is not sure which is meant",
    ),
    ("request.titled_start", "date or none", "first day of that meeting by the calendar"),
    ("request.titled_end", "date or none", "last day of that meeting by the calendar"),
    ("request.other_start", "date or none", "first of the other days that the note names"),
    ("request.other_end", "date or none", "last of these other days"),
    (
        "request.earlier_date",
        "date or none",
        "day of the last letter to this address about the same request, or another of the State for the same event; none where it was held",
    ),
    ("request.earlier_reference", "text or none", "our reference in that letter"),
    ("request.travellers", "list of texts", "names of the travellers, as printed"),
    ("request.several_travellers", "yes or no", "more than one is named"),
    (
        "request.received_there",
        "moment or none",
        "when it was received on the event's clock, if that is another",
    ),
    ("request.registered", "yes or no", "complete, eligible and in time; awaits selection"),
    ("request.incomplete", "yes or no", "something is still needed"),
    ("request.declined", "yes or no", "a refusal is proposed, or in a refusal: made"),
    ("request.needed", "list of texts", "the words of the rules that ask for something, without final stop"),
    ("request.reasons", "list", "the rules that decline"),
    ("request.several_reasons", "yes or no", "more than one rule declines"),
    ("reason.text", "text", "the rule's words, without final stop"),
    ("reason.source", "text or none", "the document that lays the rule down"),
    (
        "reason.day_source",
        "text or none",
        "the document that sets the closing day for this event, where the rule looks at that day and is laid down in another",
    ),
    ("request.late", "yes or no", "received after the closing moment"),
    ("request.closing_date", "date or none", "the last day for requests"),
    ("request.closes", "moment or none", "the last moment for requests"),
    (
        "request.margin",
        "seconds or none",
        "from receipt to the closing moment, or from it to receipt when late",
    ),
    ("request.rule_days", "number or none", "days before the event that the general rule asks for"),
    ("request.rule_before", "date or none", "the day from which the general rule counts back"),
    ("request.rule_gives", "date or none", "the day that the general rule gives"),
    ("request.rule_source", "text or none", "the document that lays the general rule down"),
    ("request.set_date", "date or none", "the closing date set for this event, which overrides the rule"),
    ("request.set_source", "text or none", "the document that sets it"),
];

/// Every filter, with what it writes.
pub(super) const FILTERS: &[(&str, &str)] = &[
    ("date", "of a date or moment: 4 September 2017 · 1er septembre 2017 · 4 de septiembre de 2017"),
    ("date_no_year", "4 September · 1er septembre · 4 de septiembre"),
    ("span", "`request.start|span(request.end)`: 4 and 5 September 2017 · 4 et 5 septembre 2017"),
    ("moment", "18 August 2017 at 23:59 (New York time) · 18 août 2017 à 23 h 59 (heure de New York)"),
    (
        "second",
        "18 August 2017 at 23:59:59 (New York time) · 18 août 2017 à 23 h 59 min 59 s (heure de New York)",
    ),
    ("margin", "3 days and 4 hours · 3 jours et 4 heures · 3 días y 4 horas"),
    ("list", "A, B and C · A, B et C · A, B y C"),
    ("of", "`fund|of`: of the trust fund · du fonds · del fondo"),
];

#[derive(Debug, Serialize)]
pub(super) struct Context<'a> {
    office: Cow<'a, str>,
    fund: Cow<'a, str>,
    sender: &'a str,
    contacts: &'a [String],
    today: NaiveDate,
    received: String,
    answer_received: Option<String>,
    note_reference: Option<String>,
    note_date: Option<NaiveDate>,
    subject: Option<String>,
    mission: bool,
    message_sha256: &'a str,
    papers: Vec<Paper<'a>>,
    max_megabytes: u64,
    references: Vec<&'a str>,
    requests: Vec<Request<'a>>,
}

#[derive(Debug, Serialize)]
struct Paper<'a> {
    number: usize,
    name: Option<String>,
    sha256: &'a str,
}

#[derive(Debug, Serialize)]
struct Request<'a> {
    reference: &'a str,
    state: Option<&'a str>,
    event: Option<Cow<'a, str>>,
    city: Option<Cow<'a, str>>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    named_start: Option<NaiveDate>,
    named_end: Option<NaiveDate>,
    titled_event: Option<Cow<'a, str>>,
    titled_start: Option<NaiveDate>,
    titled_end: Option<NaiveDate>,
    other_start: Option<NaiveDate>,
    other_end: Option<NaiveDate>,
    earlier_date: Option<NaiveDate>,
    earlier_reference: Option<&'a str>,
    travellers: Vec<String>,
    several_travellers: bool,
    received_there: Option<String>,
    registered: bool,
    incomplete: bool,
    declined: bool,
    needed: Vec<Cow<'a, str>>,
    reasons: Vec<Reason<'a>>,
    several_reasons: bool,
    late: bool,
    closing_date: Option<NaiveDate>,
    closes: Option<String>,
    margin: Option<i64>,
    rule_days: Option<u32>,
    rule_before: Option<NaiveDate>,
    rule_gives: Option<NaiveDate>,
    rule_source: Option<Cow<'a, str>>,
    set_date: Option<NaiveDate>,
    set_source: Option<Cow<'a, str>>,
}

#[derive(Debug, Serialize)]
struct Reason<'a> {
    text: Cow<'a, str>,
    source: Option<Cow<'a, str>>,
    day_source: Option<Cow<'a, str>>,
}

impl<'a> Context<'a> {
    /// The values for one letter.
    ///
    /// # Errors
    /// What the letter could not say truly: a held request, a rule without its sentence.
    pub(super) fn new(
        template: Template,
        language: Language,
        identity: &'a Identity,
        matter: &'a Matter<'a>,
    ) -> Result<Self, String> {
        let own = |names: &'a std::collections::BTreeMap<Language, String>, what: &str| {
            names
                .get(&language)
                .or_else(|| names.get(&Language::En))
                .map(|name| typeset::own(language, name))
                .ok_or_else(|| format!("the {what} has no name in English"))
        };
        let speaks_of_requests = matches!(template, Template::Acknowledgement | Template::Refusal);
        if speaks_of_requests && matter.requests.is_empty() {
            return Err(format!("a letter `{}` speaks of a request, and there is none", template.stem()));
        }
        let requests = if speaks_of_requests { matter.requests.as_slice() } else { &[] };
        Ok(Self {
            office: own(&identity.office, "office")?,
            fund: own(&identity.fund, "fund")?,
            sender: &identity.sender.1,
            contacts: &identity.contacts,
            today: matter.today,
            received: stamp(language, matter.received, matter.zone, None),
            answer_received: matter.answer_received.map(|at| stamp(language, at, matter.zone, None)),
            note_reference: matter.note_reference.as_deref().and_then(quoted),
            note_date: matter.note_date,
            subject: matter.subject.as_deref().and_then(quoted),
            mission: matter.mission,
            message_sha256: &matter.message_sha256,
            papers: matter
                .papers
                .iter()
                .enumerate()
                .map(|(before, (name, sha256))| Paper {
                    number: before + 1,
                    name: name.as_deref().and_then(quoted),
                    sha256,
                })
                .collect(),
            max_megabytes: matter.max_message / 1_000_000,
            references: requests.iter().map(|r| r.reference.as_str()).collect(),
            requests: requests
                .iter()
                .map(|request| Request::new(template, language, matter, request))
                .collect::<Result<_, _>>()?,
        })
    }
}

impl<'a> Request<'a> {
    fn new(
        template: Template,
        language: Language,
        matter: &'a Matter<'a>,
        request: &'a RequestMatter<'a>,
    ) -> Result<Self, String> {
        let disposition = request.disposition;
        if disposition == Disposition::Held {
            return Err(format!("{} is held: no letter may speak of it", request.reference));
        }
        if template == Template::Refusal && disposition != Disposition::Declined {
            return Err(format!("{} is {}: it cannot be refused", request.reference, disposition.as_str()));
        }
        let document = |name: &'a String| match matter.sources.get(name).and_then(|n| n.get(&language)) {
            Some(name) => filled(name).map(|name| typeset::own(language, name)),
            None => filled(name).map(Cow::Borrowed),
        };
        let with = |effect: Effect| request.findings.iter().copied().filter(move |f| f.effect == effect);
        let needed = match disposition {
            Disposition::Incomplete => {
                with(Effect::Ask).map(|f| sentence(f, language)).collect::<Result<_, _>>()?
            }
            _ => Vec::new(),
        };
        let deadline = request.deadline;
        let rule = deadline.and_then(|d| d.rule.as_ref());
        let set = deadline.and_then(|d| d.set.as_ref());
        // "Late (source: terms of reference)": who looks there for the day finds none, since an announcement set it.
        let reason = |finding: &'a Finding| {
            let day = set.filter(|_| request.of_closing_day.contains(finding.rule.as_str()));
            let (source, day) = (document(&finding.source), day.and_then(|set| document(&set.source)));
            let (source, day_source) = match source {
                Some(source) => (Some(source.clone()), day.filter(|day| *day != source)),
                None => (day, None),
            };
            sentence(finding, language).map(|text| Reason { text, source, day_source })
        };
        let reasons: Vec<Reason<'_>> = match template {
            Template::Refusal => with(Effect::Decline).map(reason).collect::<Result<_, _>>()?,
            _ => Vec::new(),
        };
        if disposition == Disposition::Incomplete && needed.is_empty() {
            return Err(format!("{} is incomplete, and no finding says what is needed", request.reference));
        }
        if template == Template::Refusal && reasons.is_empty() {
            return Err(format!("{} is to be refused, and no finding says why", request.reference));
        }
        let event = request.event;
        let travellers: Vec<String> = request.travellers.iter().filter_map(|t| quoted(t)).collect();
        let there = request
            .event_zone
            .filter(|z| z.offset_at(matter.received) != matter.zone.offset_at(matter.received));
        let seconds = deadline.map(|d| d.closes.timestamp() - matter.received.timestamp());
        // The closing second is in time to its end.
        let late = deadline.is_some_and(|d| matter.received.timestamp() > d.closes.timestamp());
        Ok(Self {
            reference: &request.reference,
            state: request.state.as_deref().and_then(filled),
            event: event.map(|e| typeset::own(language, e.title(language))),
            city: event.and_then(|e| filled(e.city(language))).map(|city| typeset::own(language, city)),
            start: event.map(|e| e.start),
            end: event.map(|e| e.end),
            named_start: request.unlisted_days.map(|days| days.0),
            named_end: request.unlisted_days.map(|days| days.1),
            titled_event: request.titled.map(|(event, _)| typeset::own(language, event.title(language))),
            titled_start: request.titled.map(|(event, _)| event.start),
            titled_end: request.titled.map(|(event, _)| event.end),
            other_start: request.titled.map(|(_, days)| days.0),
            other_end: request.titled.map(|(_, days)| days.1),
            earlier_date: request.earlier.as_ref().map(|letter| letter.date),
            earlier_reference: request.earlier.as_ref().map(|letter| letter.reference.as_str()),
            several_travellers: travellers.len() > 1,
            travellers,
            received_there: there.map(|zone| {
                stamp(language, matter.received, zone, event.and_then(|e| filled(e.city(language))))
            }),
            registered: disposition == Disposition::Registered,
            incomplete: disposition == Disposition::Incomplete,
            declined: disposition == Disposition::Declined,
            needed,
            several_reasons: reasons.len() > 1,
            reasons,
            late,
            closing_date: deadline.map(|d| d.date),
            closes: deadline.map(|d| {
                let zones = [Some(matter.zone), request.event_zone];
                let own = zones.into_iter().flatten().find(|z| z.name == d.zone).unwrap_or(matter.zone);
                stamp(language, d.closes, own, None)
            }),
            margin: seconds.map(i64::abs),
            rule_days: rule.map(|r| r.days),
            rule_before: rule.map(|r| r.before),
            rule_gives: rule.map(|r| r.gives),
            rule_source: rule.and_then(|r| document(&r.source)),
            set_date: set.map(|s| s.date),
            set_source: set.and_then(|s| document(&s.source)),
        })
    }
}

fn filled(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|t| !t.is_empty())
}

fn quoted(words: &str) -> Option<String> {
    quote::quotable(words).map(|w| match quote::isolate(&w) {
        Cow::Owned(isolated) => isolated,
        Cow::Borrowed(_) => w,
    })
}

/// The rule's words in the letter's language, else in English; the template sets the stop after them.
fn sentence(finding: &Finding, language: Language) -> Result<Cow<'_, str>, String> {
    finding
        .letter
        .get(&language)
        .or_else(|| finding.letter.get(&Language::En))
        .and_then(|words| filled(words.trim_end_matches(['.', ';', ' ', '\u{a0}'])))
        .ok_or_else(|| {
            format!("rule `{}` has no sentence for letters in `{}`", finding.rule, language.code())
        })
        .map(|words| typeset::own(language, words))
}

/// A moment as the `moment` filter takes it: the local time, a space, the city whose clock it is.
fn stamp(language: Language, at: DateTime<Utc>, zone: &Zone, city: Option<&str>) -> String {
    let city = city.map_or_else(|| dates::zone_city(language, &zone.name), str::to_owned);
    let local = zone.local(at).naive_local();
    // As ISO 8601 writes it; seconds have no parts here.
    format!("{:?} {city}", local.with_nanosecond(0).unwrap_or(local))
}

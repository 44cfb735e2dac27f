//! The JSON of `verbale read` and `verbale try`: fixed, because other programs call them. Keys are always present;
//! more may be added.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde::Serialize;
use serde_json::{Value, json};

use crate::desk::{Judged, Outcome};
use crate::matching::Filing;
use crate::message::{Message, Receipt};
use crate::reading::{CERTAIN, EventClue, Evidence, Fact, Field, Kind, Quoted, Reading};

/// The object of `verbale read`.
#[derive(Debug, Serialize)]
pub(super) struct ReadObject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    kind: Value,
    form: Value,
    language: Value,
    state: Value,
    channel: Value,
    note_reference: Value,
    note_date: Value,
    events: Vec<String>,
    travellers: Vec<Value>,
    doubts: Vec<Value>,
    automatic_marks: Vec<String>,
    facts: BTreeMap<&'static str, Value>,
    papers: Vec<Value>,
    troubles: Vec<String>,
    /// What kind and travellers were judged by; left out unless asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub milliseconds: Option<Milliseconds>,
}

/// How long a message took; left out unless asked for, because it differs from run to run.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Milliseconds {
    /// In the confined children, waiting for a free one included.
    opening: f64,
    /// From text to facts.
    reading: f64,
}

impl Milliseconds {
    pub(super) fn new(opening: Duration, reading: Duration) -> Self {
        let of = |d: Duration| (d.as_secs_f64() * 100_000.0).round() / 100.0;
        Self { opening: of(opening), reading: of(reading) }
    }
}

impl std::fmt::Display for Milliseconds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ms to open, {} ms to read", self.opening, self.reading)
    }
}

/// The fields that a person should look at, with that of the events, which reading alone does not know.
pub(super) fn doubts(reading: &Reading, filing: &Filing) -> BTreeSet<Field> {
    let mut doubts: BTreeSet<Field> = reading.doubts.iter().copied().collect();
    let unsure = filing.events.quoted().is_some_and(|q| q.confidence < CERTAIN);
    // One who asks, withdraws or comes must mean some meeting.
    let meant = matches!(
        reading.kind.value(),
        Some(Kind::Request | Kind::Amendment | Kind::Withdrawal | Kind::Attendance)
    );
    // One who asks a question may: days, a number or a place in a series that no event has leave it to a person.
    let placed = |c: &EventClue| c.ordinal.is_some() || c.first_day.is_some() || c.stretch.is_some();
    let spoken = reading.kind.value() == Some(&Kind::Enquiry) && reading.clues.iter().any(placed);
    let none = filing.events == Fact::Missing && (meant || spoken);
    if unsure || none || matches!(filing.events, Fact::Conflicting { .. }) {
        doubts.insert(Field::Events);
    }
    doubts
}

/// Puts what was read into the form of the contract.
pub(super) fn read_object(message: &Message, reading: &Reading, filing: &Filing) -> ReadObject {
    let doubts = doubts(reading, filing);
    let facts = BTreeMap::from([
        ("kind", fact(&reading.kind)),
        ("form", fact(&reading.form)),
        ("language", fact(&reading.language)),
        ("state", fact(&reading.state)),
        ("channel", fact(&reading.channel)),
        ("note_reference", fact(&reading.note_reference)),
        ("note_date", fact(&reading.note_date)),
        ("events", fact(&filing.events)),
        ("travellers", travellers_fact(reading)),
    ]);
    let papers = reading.papers.iter().zip(&message.papers).map(|(read, paper)| {
        let mut value = json!(read);
        if let (Some(object), Some(trouble)) = (value.as_object_mut(), &paper.trouble) {
            object.insert("trouble".into(), json!(trouble));
        }
        value
    });
    ReadObject {
        file: None,
        kind: plain(&reading.kind),
        form: plain(&reading.form),
        language: plain(&reading.language),
        state: plain(&reading.state),
        channel: plain(&reading.channel),
        note_reference: plain(&reading.note_reference),
        note_date: plain(&reading.note_date),
        events: best(&filing.events).cloned().unwrap_or_default(),
        travellers: reading
            .travellers
            .iter()
            .map(|t| json!({"name": t.value.name, "gender": t.value.gender, "function": t.value.function}))
            .collect(),
        doubts: doubts.iter().map(|d| json!(d)).collect(),
        automatic_marks: message.headers.automatic_marks(),
        facts,
        papers: papers.collect(),
        troubles: reading.troubles.clone(),
        evidence: None,
        milliseconds: None,
    }
}

/// The stated value, or of conflicting ones the surest; what is doubtful stands in `doubts` as well.
fn best<T>(fact: &Fact<T>) -> Option<&T> {
    match fact {
        Fact::Stated(q) => Some(&q.value),
        Fact::Missing => None,
        Fact::Conflicting { candidates } => {
            candidates.iter().max_by(|a, b| a.confidence.total_cmp(&b.confidence)).map(|q| &q.value)
        }
    }
}

fn plain<T: Serialize>(fact: &Fact<T>) -> Value {
    best(fact).map_or(Value::Null, |v| json!(v))
}

fn fact<T: Serialize>(fact: &Fact<T>) -> Value {
    match fact {
        Fact::Stated(q) => {
            let mut value = quoted(q);
            if let Some(object) = value.as_object_mut() {
                object.insert("status".into(), json!("stated"));
                object.insert("candidates".into(), json!([]));
            }
            value
        }
        Fact::Missing => json!({"status": "missing", "value": null, "confidence": 0.0, "document": null,
            "page": null, "words": null, "candidates": []}),
        Fact::Conflicting { candidates } => {
            let candidates: Vec<Value> = candidates.iter().map(quoted).collect();
            json!({"status": "conflicting", "value": null, "confidence": 0.0, "document": null, "page": null,
                "words": null, "candidates": candidates})
        }
    }
}

fn quoted<T: Serialize>(q: &Quoted<T>) -> Value {
    json!({"value": q.value, "confidence": rounded(q.confidence), "document": q.place.document,
        "page": q.place.page, "words": q.words})
}

fn travellers_fact(reading: &Reading) -> Value {
    let Some(first) = reading.travellers.first() else { return fact::<()>(&Fact::Missing) };
    let least = reading.travellers.iter().map(|t| t.confidence).fold(1.0, f32::min);
    let all: Vec<Value> = reading.travellers.iter().map(quoted).collect();
    let values: Vec<Value> = reading.travellers.iter().map(|t| json!(t.value)).collect();
    json!({"status": "stated", "value": values, "confidence": rounded(least), "document": first.place.document,
        "page": first.place.page, "words": first.words, "candidates": all})
}

/// Two decimals: more would pretend.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 100.0).round() / 100.0
}

/// The object of `verbale try`: that of `read`, and what would be done.
pub(super) fn try_object(message: &Message, receipt: &Receipt, outcome: &Outcome) -> Value {
    let mut value = json!(read_object(message, &outcome.reading, &outcome.filing));
    let requests: Vec<Value> = outcome
        .requests
        .iter()
        .map(|judged| {
            let findings: Vec<Value> = judged
                .ruling
                .findings
                .iter()
                .map(|f| {
                    json!({"rule": f.rule, "answer": f.answer, "effect": f.effect, "reason": f.reason,
                        "source": f.source})
                })
                .collect();
            json!({"reference": judged.request.reference, "state": judged.request.state,
                "event": judged.request.event, "disposition": judged.ruling.disposition,
                "deadline": judged.ruling.deadline, "findings": findings})
        })
        .collect();
    let letters: Vec<Value> = outcome
        .letters
        .iter()
        .map(|out| {
            json!({"template": out.letter.template, "language": out.letter.language, "to": out.letter.to,
                "send": out.letter.send, "subject": out.letter.subject, "text": out.letter.text,
                "attachments": out.letter.attachments, "held": out.held})
        })
        .collect();
    if let Some(object) = value.as_object_mut() {
        object.insert(
            "received".into(),
            json!(receipt.received.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
        );
        object.insert("received_from".into(), json!(receipt.received_from));
        object.insert("disposition".into(), json!(outcome.disposition));
        object.insert("requests".into(), json!(requests));
        object.insert("letters".into(), json!(letters));
        object.insert("rejudged".into(), stand(&outcome.rejudged));
        object.insert("holds".into(), json!(outcome.holds));
        object.insert("withheld".into(), json!(outcome.withheld));
    }
    value
}

/// Where requests stand that were judged anew because of a message or an order.
pub(in crate::cli) fn stand(judged: &[Judged]) -> Value {
    let each = judged
        .iter()
        .map(|one| json!({"reference": one.request.reference, "disposition": one.ruling.disposition}));
    each.collect()
}

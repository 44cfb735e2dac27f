//! Letters that an edit would make read otherwise: written on both sides only where something that stands in them
//! changed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calendar::Moment;
use crate::desk::rehearsal::{self, LetterChange, Rivals, Subject, Verdict, Writer};
use crate::desk::{Judged, Kept};
use crate::office::Office;
use crate::register::Request;
use crate::rehearsal::anew::{self, Made};
use crate::rehearsal::{Edit, Wish, side_by_side};
use crate::rules::{self, Facts, Known};
use crate::store::{Error, Reader, StoredMessage, StoredRequest};

/// Messages whose letters are shown line by line; of the others only that they change, so that an edit of a template
/// that a hundred thousand letters were written by fits into memory.
const SHOWN: usize = 1000;
/// Messages that one thread writes for in one go.
const BATCH: usize = 16;

/// The letters of one message that would read otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageLetters {
    /// The store's number of the message.
    pub message: i64,
    /// References of its requests.
    pub references: Vec<String>,
    /// The letters.
    pub letters: Vec<LetterChange>,
    /// Of each of them, the last one that was written: it holds the old text.
    pub written: Vec<Option<Written>>,
}

/// A letter that was written by the rules of its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Written {
    /// Whether its addressee has it; else it waits.
    pub delivered: bool,
    /// Its addressees.
    pub to: Vec<String>,
}

/// What both sides make of the requests of a message; `None` where a side has not judged one. A message has few.
#[derive(Debug, Default)]
pub(super) struct Verdicts<'o>(Vec<(String, [Option<Verdict<'o>>; 2])>);

impl<'o> Verdicts<'o> {
    /// Notes what the sides make of a request; one that is filed elsewhere comes once from each side.
    pub fn put(&mut self, reference: String, sides: [Option<Verdict<'o>>; 2]) {
        match self.0.iter_mut().find(|(known, _)| *known == reference) {
            Some((_, known)) => {
                for (known, side) in known.iter_mut().zip(sides) {
                    *known = side.or(known.take());
                }
            }
            None => self.0.push((reference, sides)),
        }
    }

    fn of(&self, reference: &str, side: usize) -> Option<&Verdict<'o>> {
        let (_, sides) = self.0.iter().find(|(known, _)| known == reference)?;
        sides.get(side)?.as_ref()
    }
}

/// A message on its way to a writer.
struct Job<'o> {
    shown: bool,
    message: StoredMessage,
    requests: Vec<StoredRequest>,
    /// Template, whether it was delivered, to whom.
    written: Vec<(String, bool, Vec<String>)>,
    verdicts: Verdicts<'o>,
}

/// Compares the letters of the flagged messages.
pub(super) fn of_store<'o>(
    reader: &Reader,
    edit: &Edit<'o>,
    flagged: BTreeMap<i64, Verdicts<'o>>,
    anew: &Made,
    wish: &Wish,
) -> Result<Vec<MessageLetters>, Error> {
    let (batches, _) = side_by_side::judge(
        wish.threads,
        |send| {
            let mut batch = Vec::with_capacity(BATCH);
            for (place, (id, verdicts)) in flagged.into_iter().enumerate() {
                let Some(message) = reader.stored_message(id)? else { continue };
                let requests = reader.requests_of(id)?;
                let written = reader.letters_stored(id)?;
                batch.push(Job { shown: place < SHOWN, message, requests, written, verdicts });
                if batch.len() == BATCH && !send(std::mem::take(&mut batch)) {
                    return Ok(());
                }
            }
            send(batch);
            Ok::<_, Error>(())
        },
        |batch: Vec<Job<'o>>| batch.iter().filter_map(|job| compared(job, edit, anew)).collect::<Vec<_>>(),
    )?;
    let mut letters: Vec<MessageLetters> = batches.into_iter().flatten().collect();
    letters.sort_by_key(|l| l.message);
    Ok(letters)
}

fn compared(job: &Job<'_>, edit: &Edit<'_>, anew: &Made) -> Option<MessageLetters> {
    // What another program wrote in another form was told when its requests were judged.
    let (opened, stored) = job.message.open().ok()?;
    let kept = Kept { message: &opened, receipt: &job.message.receipt, too_large: job.message.too_large };
    let changed = anew::understood(&job.message, &opened, &stored, edit);
    let stored_requests = || job.requests.iter().map(|r| &r.request);
    let before = Writer {
        understood: &stored,
        requests: judged(stored_requests(), edit.before.office, &job.verdicts, 0)?,
        office: edit.before.office,
    };
    let after = Writer {
        understood: changed.as_ref().unwrap_or(&stored),
        requests: match anew.get(&job.message.id) {
            Some(made) => judged(made.iter().map(|one| &one.request), edit.after.office, &job.verdicts, 1)?,
            None => judged(stored_requests(), edit.after.office, &job.verdicts, 1)?,
        },
        office: edit.after.office,
    };
    let letters = rehearsal::letters(&kept, &before, &after, Moment(job.message.settled), job.shown);
    let references = job.requests.iter().map(|r| r.request.reference.clone()).collect();
    let last = |letter: &LetterChange| {
        let (_, delivered, to) = job.written.iter().rfind(|(template, ..)| *template == letter.template)?;
        Some(Written { delivered: *delivered, to: to.clone() })
    };
    let written = letters.iter().map(last).collect();
    (!letters.is_empty()).then_some(MessageLetters { message: job.message.id, references, letters, written })
}

/// The requests of a message as `office` rules them; none where one cannot be judged.
fn judged<'r>(
    requests: impl Iterator<Item = &'r Request>,
    office: &Office,
    verdicts: &Verdicts<'_>,
    side: usize,
) -> Option<Vec<Judged>> {
    let facts = |request: &Request, rivals: Option<Rivals>| -> Option<Facts> {
        let facts = serde_json::from_str(&request.facts).ok()?;
        let subject = Subject { request: Request { facts: String::new(), ..request.clone() }, facts };
        let stored = &subject.facts.request;
        let stored = (stored.earlier, stored.rivals, stored.rivals_of_record);
        Some(subject.seen_by(office, rivals.unwrap_or(stored)))
    };
    let one = |request: &Request| {
        Some(match verdicts.of(&request.reference, side) {
            Some(verdict) if verdict.stops.is_empty() => {
                rehearsal::ruled(request, unasked(request), verdict, office)
            }
            Some(verdict) => {
                rehearsal::ruled(request, facts(request, Some(verdict.rivals))?, verdict, office)
            }
            // Not among those that were judged: it is not open, and stands in the same message.
            None => {
                let facts = facts(request, None)?;
                let (disposition, weights) = rules::weigh(&facts, &office.rulebook);
                let verdict = Verdict::new(disposition, &weights, Rivals::default());
                rehearsal::ruled(request, facts, &verdict, office)
            }
        })
    };
    requests.map(one).collect()
}

/// Of a request that no rule stops letters say its event and nothing else of its facts; it is sure, or a rule would ask.
fn unasked(request: &Request) -> Facts {
    let mut facts = Facts::default();
    facts.event.id = request.event.clone().map_or(Known::Missing, Known::Value);
    facts
}

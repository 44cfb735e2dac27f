//! Letters that an edit would make read otherwise: written on both sides only where something that stands in them
//! changed.

use std::collections::BTreeMap;

use crate::calendar::Moment;
use crate::desk::Kept;
use crate::desk::rehearsal::{self, LetterChange, Rivals, Subject, Writer};
use crate::office::Office;
use crate::register::Request;
use crate::rehearsal::anew::{self, Made};
use crate::rehearsal::{Edit, Wish, side_by_side};
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
}

/// A message on its way to a writer.
struct Job {
    shown: bool,
    message: StoredMessage,
    requests: Vec<StoredRequest>,
    rivals: BTreeMap<String, [Rivals; 2]>,
}

/// Compares the letters of the flagged messages, and of those whose template changed.
pub(super) fn of_store(
    reader: &Reader,
    edit: &Edit<'_>,
    mut flagged: BTreeMap<i64, BTreeMap<String, [Rivals; 2]>>,
    anew: &Made,
    wish: &Wish,
) -> Result<Vec<MessageLetters>, Error> {
    if wish.open_on.is_none() {
        for (template, language) in &edit.templates {
            for message in reader.answered_by(template, language.as_deref())? {
                flagged.entry(message).or_default();
            }
        }
        if edit.identity {
            for message in reader.understood_messages()? {
                flagged.entry(message).or_default();
            }
        }
    }
    let (batches, _) = side_by_side::judge(
        wish.threads,
        |send| {
            let mut batch = Vec::with_capacity(BATCH);
            for (place, (id, rivals)) in flagged.into_iter().enumerate() {
                let Some(message) = reader.stored_message(id)? else { continue };
                let requests = reader.requests_of(id)?;
                batch.push(Job { shown: place < SHOWN, message, requests, rivals });
                if batch.len() == BATCH && !send(std::mem::take(&mut batch)) {
                    return Ok(());
                }
            }
            send(batch);
            Ok::<_, Error>(())
        },
        |batch: Vec<Job>| batch.iter().filter_map(|job| compared(job, edit, anew)).collect::<Vec<_>>(),
    )?;
    let mut letters: Vec<MessageLetters> = batches.into_iter().flatten().collect();
    letters.sort_by_key(|l| l.message);
    Ok(letters)
}

fn compared(job: &Job, edit: &Edit<'_>, anew: &Made) -> Option<MessageLetters> {
    // What another program wrote in another form was told when its requests were judged.
    let (opened, stored) = job.message.open().ok()?;
    let kept = Kept { message: &opened, receipt: &job.message.receipt, too_large: job.message.too_large };
    let changed = anew::understood(&job.message, &opened, &stored, edit);
    let stored_requests = || job.requests.iter().map(|r| &r.request);
    let before = Writer {
        understood: &stored,
        requests: subjects(stored_requests(), edit.before.office, &job.rivals, 0)?,
        office: edit.before.office,
    };
    let after = Writer {
        understood: changed.as_ref().unwrap_or(&stored),
        requests: match anew.get(&job.message.id) {
            Some(made) => subjects(made.iter().map(|one| &one.request), edit.after.office, &job.rivals, 1)?,
            None => subjects(stored_requests(), edit.after.office, &job.rivals, 1)?,
        },
        office: edit.after.office,
    };
    let mut letters = rehearsal::letters(&kept, &before, &after, Moment(job.message.settled));
    if !job.shown {
        letters.iter_mut().for_each(|letter| letter.lines = Vec::new());
    }
    let references = job.requests.iter().map(|r| r.request.reference.clone()).collect();
    (!letters.is_empty()).then_some(MessageLetters { message: job.message.id, references, letters })
}

/// The requests of a message with the facts as `office` sees them; none where one cannot be judged.
fn subjects<'r>(
    requests: impl Iterator<Item = &'r Request>,
    office: &Office,
    rivals: &BTreeMap<String, [Rivals; 2]>,
    side: usize,
) -> Option<Vec<Subject>> {
    requests
        .map(|request| {
            let facts = serde_json::from_str(&request.facts).ok()?;
            let mut subject = Subject { request: request.clone(), facts };
            let compared = rivals.get(&request.reference).and_then(|sides| sides.get(side)).copied();
            let stored = &subject.facts.request;
            let stored = (stored.earlier, stored.rivals, stored.rivals_of_record);
            subject.facts = subject.seen_by(office, compared.unwrap_or(stored));
            Some(subject)
        })
        .collect()
}

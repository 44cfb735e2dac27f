//! T2: what became of a message, all of it true together or not at all.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::journal::{self, About, Event, message_disposition};
use super::ruling::{self, Remembered, Written};
use super::{Error, Settled, Settlement, notices, outbox, stamp, writer};
use crate::desk::{Hold, Judged};
use crate::register;
use crate::worker::EXTRACTOR;

/// Who closes a hold that another message or a rule has settled.
pub(super) const OURSELVES: &str = "verbale";

/// A settlement with its JSON, made before it reaches the writer thread.
pub(super) struct Ready {
    settlement: Settlement,
    extracted: String,
    reading: String,
    filing: String,
    withheld: String,
    rulings: Vec<Written>,
    rejudged: Vec<Written>,
}

impl Ready {
    /// Writes the JSON.
    pub fn new(settlement: Settlement, remembered: &Remembered) -> Result<Self, Error> {
        let outcome = &settlement.outcome;
        let rulings = |judged: &[Judged]| {
            judged.iter().map(|j| ruling::write(&j.ruling, remembered)).collect::<Result<Vec<_>, _>>()
        };
        Ok(Self {
            extracted: serde_json::to_string(&settlement.message)?,
            reading: serde_json::to_string(&outcome.reading)?,
            filing: serde_json::to_string(&outcome.filing)?,
            withheld: serde_json::to_string(&outcome.withheld)?,
            rulings: rulings(&outcome.requests)?,
            rejudged: rulings(&outcome.rejudged)?,
            settlement,
        })
    }
}

/// Settles each in a savepoint of its own: one that fails takes no other with it.
pub(super) fn settle(db: &Connection, batch: Vec<Result<Ready, Error>>) -> Result<Vec<Settled>, Error> {
    let mut ends = Vec::with_capacity(batch.len());
    for ready in batch {
        let end = ready.and_then(|ready| writer::savepoint(db, |db| settle_one(db, &ready)));
        ends.push(match end {
            Ok(end) => end,
            Err(error) if error.is_fatal() => return Err(error),
            Err(error) => Settled::Failed(error.to_string()),
        });
    }
    Ok(ends)
}

fn settle_one(db: &Connection, ready: &Ready) -> Result<Settled, Error> {
    let Settlement { id, message, outcome, at, office } = &ready.settlement;
    let (id, at) = (*id, stamp::text(*at));
    let sender = message.headers.from.first().map_or("", |from| from.address.as_str());
    let changed = db
        .prepare_cached(
            "UPDATE message SET state = 'settled', settled = ?2, disposition = ?3, office = ?4, sender = ?5,
             subject = ?6 WHERE id = ?1 AND state = 'kept'",
        )?
        .execute(params![
            id,
            at,
            message_disposition(outcome.disposition),
            office,
            sender,
            message.headers.subject
        ])?;
    if changed == 0 {
        return match state(db, id)? {
            Some(_) => Ok(Settled::Before),
            None => Err(Error::Other(format!("message {id} is not in the store"))),
        };
    }
    let about = About { message: Some(id), ..About::default() };
    db.prepare_cached(
        "INSERT INTO reading (message, extractor, extracted, reading, filing, withheld)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![id, EXTRACTOR, ready.extracted, ready.reading, ready.filing, ready.withheld])?;
    journal::write(db, &at, &Event::Settled(outcome.disposition), about)?;
    let context = Context { db, message: id, at: &at, office, by: None };
    for (judged, ruling) in outcome.requests.iter().zip(&ready.rulings) {
        context.register(judged, ruling)?;
    }
    for (judged, ruling) in outcome.rejudged.iter().zip(&ready.rejudged) {
        context.judge_anew(judged, ruling)?;
        context.let_go(judged)?;
    }
    for hold in &outcome.holds {
        context.hold(hold)?;
    }
    for outgoing in &outcome.letters {
        outbox::write(db, id, outgoing, &at, None)?;
    }
    for withheld in &outcome.withheld {
        journal::write(db, &at, &Event::LetterWithheld(withheld.code.clone()), about)?;
    }
    notices::add(db, &outcome.notices, &at)?;
    Ok(Settled::Now)
}

fn state(db: &Connection, id: i64) -> Result<Option<String>, Error> {
    Ok(db
        .prepare_cached("SELECT state FROM message WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?)
}

/// What all that follows from one message has in common.
pub(super) struct Context<'a> {
    pub db: &'a Connection,
    pub message: i64,
    pub at: &'a str,
    pub office: &'a str,
    /// Who ordered it, where a person did.
    pub by: Option<&'a str>,
}

impl Context<'_> {
    fn register(&self, judged: &Judged, ruling: &Written) -> Result<(), Error> {
        let request = &judged.request;
        self.db
            .prepare_cached(
                "INSERT INTO request (reference, year, number, message, state, event, received, of_record,
                 counts, disposition, rulings) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 1)",
            )?
            .execute(params![
                request.reference,
                judged.number.0,
                judged.number.1,
                self.message,
                request.state.as_ref().map(|s| s.as_str()),
                request.event,
                stamp::text(request.received),
                request.of_record,
                request.counts,
                request.disposition.as_str(),
            ])?;
        let id = self.db.last_insert_rowid();
        self.add_ruling(id, 1, judged, ruling)?;
        self.journal(&Event::Judged(request.disposition), id)
    }

    pub fn judge_anew(&self, judged: &Judged, ruling: &Written) -> Result<(), Error> {
        let request = &judged.request;
        let id = self.request(&request.reference)?;
        let n: i64 = self
            .db
            .prepare_cached(
                "UPDATE request SET disposition = ?2, state = ?3, event = ?4, of_record = ?5, rulings = rulings + 1
                 WHERE id = ?1 RETURNING rulings",
            )?
            .query_row(
                params![
                    id,
                    request.disposition.as_str(),
                    request.state.as_ref().map(|s| s.as_str()),
                    request.event,
                    request.of_record
                ],
                |row| row.get(0),
            )?;
        self.add_ruling(id, n, judged, ruling)?;
        self.journal(&Event::JudgedAnew(request.disposition), id)
    }

    /// Closes what held a request that stands held no more, after it was judged anew because of another.
    pub fn let_go(&self, judged: &Judged) -> Result<(), Error> {
        if judged.request.disposition == register::Disposition::Held {
            return Ok(());
        }
        self.close_holds(self.request(&judged.request.reference)?)
    }

    /// Ends a request as joined to another: it stands against none, and nothing about it waits for a person, nor does a
    /// letter about it alone: a refusal of what goes on must not go out.
    pub fn join(&self, reference: &str, to: &str, by: &str) -> Result<(), Error> {
        let request = self.request(reference)?;
        self.db
            .prepare_cached("UPDATE request SET joined = ?2, counts = 0 WHERE id = ?1")?
            .execute(params![request, to])?;
        self.journal(&Event::Joined(to.to_owned()), request)?;
        self.close_holds(request)?;
        outbox::withdraw(self.db, reference, by, self.at)
    }

    /// Closes what holds a request; what holds its letters stays.
    fn close_holds(&self, request: i64) -> Result<(), Error> {
        let closed: Vec<(i64, Option<i64>)> = self
            .db
            .prepare_cached(
                "UPDATE hold SET closed = ?2, closed_by = ?3 WHERE request = ?1 AND letter IS NULL AND closed IS NULL
                 RETURNING id, message",
            )?
            .query_map(params![request, self.at, self.by.unwrap_or(OURSELVES)], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<Result<_, _>>()?;
        for (hold, message) in closed {
            let about = About { message, request: Some(request), letter: None };
            journal::append(self.db, self.at, &Event::HoldClosed(hold), about, self.by)?;
        }
        Ok(())
    }

    fn add_ruling(&self, request: i64, n: i64, judged: &Judged, ruling: &Written) -> Result<(), Error> {
        let texts = ruling.texts.row(self.db)?;
        self.db
            .prepare_cached(
                "INSERT INTO ruling (request, n, at, cause, disposition, facts, ruling, rules, office, program,
                 rule_text, ordered_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            )?
            .execute(params![
                request,
                n,
                self.at,
                self.message,
                judged.request.disposition.as_str(),
                judged.request.facts,
                ruling.found,
                judged.ruling.rules,
                self.office,
                env!("CARGO_PKG_VERSION"),
                texts,
                self.by,
            ])?;
        for rival in &judged.rivals {
            self.db
                .prepare_cached("INSERT OR IGNORE INTO ruling_rival (request, n, rival) VALUES (?1, ?2, ?3)")?
                .execute(params![request, n, rival])?;
        }
        Ok(())
    }

    pub fn hold(&self, hold: &Hold) -> Result<(), Error> {
        let request = hold.request.as_deref().map(|reference| self.request(reference)).transpose()?;
        let about = About { message: Some(self.message), request, letter: None };
        open_hold(self.db, about, &hold.code, &hold.words, self.at, self.by)
    }

    pub fn request(&self, reference: &str) -> Result<i64, Error> {
        self.db
            .prepare_cached("SELECT id FROM request WHERE reference = ?1")?
            .query_row([reference], |row| row.get(0))
            .optional()?
            .ok_or_else(|| Error::Other(format!("request {reference} is not in the store")))
    }

    fn journal(&self, event: &Event, request: i64) -> Result<(), Error> {
        let about = About { message: Some(self.message), request: Some(request), letter: None };
        journal::append(self.db, self.at, event, about, self.by)
    }
}

/// Opens a hold, with its journal line; `by` is who ordered what led to it, where a person did.
pub(super) fn open_hold(
    db: &Connection,
    about: About,
    code: &str,
    words: &str,
    at: &str,
    by: Option<&str>,
) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO hold (message, request, letter, code, words, opened) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![about.message, about.request, about.letter, code, words, at])?;
    journal::append(db, at, &Event::Held(code.to_owned()), about, by)
}

/// Settles a message as held without an outcome. Says whether it was waiting.
pub(super) fn hold_message(
    db: &Connection,
    id: i64,
    code: &str,
    words: &str,
    at: &str,
) -> Result<bool, Error> {
    let changed = db
        .prepare_cached(
            "UPDATE message SET state = 'held', settled = ?2, disposition = 'held' WHERE id = ?1 AND state = 'kept'",
        )?
        .execute(params![id, at])?;
    if changed == 1 {
        open_hold(db, About { message: Some(id), ..About::default() }, code, words, at, None)?;
    }
    Ok(changed == 1)
}

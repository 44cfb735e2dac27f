//! Letters: written by a settlement, booked before a connection is opened (T3), closed after it (T4).

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::journal::{self, About, Event};
use super::settle::open_hold;
use super::{Booked, Closed, End, Error, stamp};
use crate::desk::Outgoing;

/// Characters of a server's words that are kept.
const LONGEST_WORDS: usize = 300;

/// Writes a letter into the outbox; `by` is who ordered what it tells, where a person did.
pub(super) fn write(
    db: &Connection,
    message: i64,
    outgoing: &Outgoing,
    at: &str,
    by: Option<&str>,
) -> Result<(), Error> {
    let letter = &outgoing.letter;
    let id = insert(
        db,
        &New {
            message: Some(message),
            template: letter.template.stem(),
            language: &word(&letter.language)?,
            message_id: &outgoing.envelope.message_id,
            recipients: &serde_json::to_string(&letter.to)?,
            subject: &letter.subject,
            requests: &serde_json::to_string(&outgoing.requests)?,
            held: outgoing.held.as_deref(),
            bytes: &outgoing.bytes,
            at,
        },
    )?;
    let about = About { message: Some(message), request: None, letter: Some(id) };
    journal::append(db, at, &Event::LetterWritten, about, by)?;
    if let Some(code) = &outgoing.held {
        open_hold(db, about, code, &why_held(code), at, by)?;
    }
    Ok(())
}

fn why_held(code: &str) -> String {
    match code {
        "on-release" => "It goes out only when a person has released it: read it, then release or close it.",
        "ceiling" => {
            "This correspondent has had as many letters today as the desk allows: see whether a machine answers."
        }
        "breaker" => "The breaker of the desk has tripped: look for a loop, then release the letters.",
        _ => "This letter waits for a person.",
    }
    .to_owned()
}

/// A value that serde writes as one word.
fn word(value: &impl serde::Serialize) -> Result<String, Error> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Err(Error::Other(format!("`{other}` is not one word"))),
    }
}

struct New<'a> {
    message: Option<i64>,
    template: &'a str,
    language: &'a str,
    message_id: &'a str,
    recipients: &'a str,
    subject: &'a str,
    requests: &'a str,
    held: Option<&'a str>,
    bytes: &'a [u8],
    at: &'a str,
}

fn insert(db: &Connection, new: &New<'_>) -> Result<i64, Error> {
    db.prepare_cached(
        "INSERT INTO letter (message, template, language, message_id, recipients, subject, requests, written, since,
         state, held, next) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?10, ?8)",
    )?
    .execute(params![
        new.message,
        new.template,
        new.language,
        new.message_id,
        new.recipients,
        new.subject,
        new.requests,
        new.at,
        if new.held.is_some() { "held" } else { "due" },
        new.held,
    ])?;
    let id = db.last_insert_rowid();
    db.prepare_cached("INSERT INTO letter_bytes (letter, bytes) VALUES (?1, ?2)")?
        .execute(params![id, new.bytes])?;
    Ok(id)
}

/// Writes a letter to our own staff. One of this Message-ID that is there already is left as it is.
pub(super) fn write_staff_letter(
    db: &Connection,
    message_id: &str,
    to: &[String],
    bytes: &[u8],
    at: &str,
) -> Result<bool, Error> {
    let known: Option<i64> = db
        .prepare_cached("SELECT id FROM letter WHERE message_id = ?1")?
        .query_row([message_id], |row| row.get(0))
        .optional()?;
    if known.is_some() {
        return Ok(false);
    }
    let recipients = serde_json::to_string(to)?;
    let id = insert(
        db,
        &New {
            message: None,
            template: "staff",
            language: "en",
            message_id,
            recipients: &recipients,
            subject: "",
            requests: "[]",
            held: None,
            bytes,
            at,
        },
    )?;
    let about = About { letter: Some(id), ..About::default() };
    journal::write(db, at, &Event::LetterWritten, about)?;
    let told = db
        .prepare_cached("UPDATE notice SET told = ?1 WHERE taken IS NOT NULL AND told IS NULL")?
        .execute([at])?;
    journal::write(db, at, &Event::StaffTold(u32::try_from(told).unwrap_or(u32::MAX)), about)?;
    Ok(true)
}

/// T3: books an attempt for letters that are due: those that fell due first, and of those the ones written first.
pub(super) fn book(db: &Connection, now: DateTime<Utc>, limit: usize) -> Result<Vec<Booked>, Error> {
    let now = stamp::text(now);
    let mut due = db.prepare_cached(
        "SELECT l.id, l.attempts, l.recipients, l.message_id, l.since, b.bytes, l.message
         FROM letter l JOIN letter_bytes b ON b.letter = l.id
         WHERE l.state = 'due' AND l.next <= ?1 ORDER BY l.next, l.id LIMIT ?2",
    )?;
    let mut booked = Vec::new();
    let mut rows = due.query(params![now, i64::try_from(limit).unwrap_or(i64::MAX)])?;
    while let Some(row) = rows.next()? {
        let attempts: u32 = row.get(1)?;
        let recipients: String = row.get(2)?;
        let since: String = row.get(4)?;
        let letter = Booked {
            id: row.get(0)?,
            attempt: attempts + 1,
            to: serde_json::from_str(&recipients)?,
            message_id: row.get(3)?,
            written: stamp::parse(&since)?,
            bytes: row.get(5)?,
        };
        booked.push((letter, row.get(6)?));
    }
    for (letter, message) in &booked {
        db.prepare_cached("INSERT INTO attempt (letter, n, booked) VALUES (?1, ?2, ?3)")?
            .execute(params![letter.id, letter.attempt, now])?;
        db.prepare_cached("UPDATE letter SET state = 'trying', attempts = ?2 WHERE id = ?1")?
            .execute(params![letter.id, letter.attempt])?;
        let about = About { message: *message, request: None, letter: Some(letter.id) };
        journal::write(db, &now, &Event::LetterBooked(letter.attempt), about)?;
    }
    Ok(booked.into_iter().map(|(letter, _)| letter).collect())
}

/// T4: closes attempts. One that is closed already is left as it is.
pub(super) fn close(db: &Connection, batch: &[Closed]) -> Result<(), Error> {
    for closed in batch {
        close_one(db, closed)?;
    }
    Ok(())
}

fn close_one(db: &Connection, closed: &Closed) -> Result<(), Error> {
    let at = stamp::text(closed.at);
    let words = one_line(&closed.words);
    let ending = match closed.end {
        End::Delivered => "delivered",
        End::Later { .. } => "later",
        End::Never => "never",
    };
    let changed = db
        .prepare_cached(
            "UPDATE attempt SET closed = ?3, ending = ?4, words = ?5
             WHERE letter = ?1 AND n = ?2 AND closed IS NULL",
        )?
        .execute(params![closed.id, closed.attempt, at, ending, words])?;
    if changed == 0 {
        return Ok(());
    }
    let message: Option<i64> = db
        .prepare_cached("SELECT message FROM letter WHERE id = ?1")?
        .query_row([closed.id], |row| row.get(0))?;
    let about = About { message, request: None, letter: Some(closed.id) };
    let (state, next, held, event) = match closed.end {
        End::Delivered => ("sent", at.clone(), None, Event::LetterDelivered(closed.attempt)),
        End::Later { next } => ("due", stamp::text(next), None, Event::LetterDeferred(closed.attempt)),
        End::Never => ("refused", at.clone(), Some("undeliverable"), Event::LetterRefused(closed.attempt)),
    };
    db.prepare_cached(
        "UPDATE letter SET state = ?2, next = ?3, held = ?4 WHERE id = ?1 AND state = 'trying'",
    )?
    .execute(params![closed.id, state, next, held])?;
    journal::write(db, &at, &event, about)?;
    match held {
        Some(code) => {
            open_hold(db, about, code, &format!("The letter could not be delivered: {words}"), &at, None)
        }
        None => Ok(()),
    }
}

/// A server's words on one line, at most 300 characters.
fn one_line(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_WORDS).collect()
}

/// Whether no letter is due by `now` or on its way.
pub(super) fn none_is_due(db: &Connection, now: DateTime<Utc>) -> Result<bool, Error> {
    Ok(db
        .prepare_cached(
            "SELECT NOT EXISTS (SELECT 1 FROM letter WHERE state = 'due' AND next <= ?1)
                AND NOT EXISTS (SELECT 1 FROM letter WHERE state = 'trying')",
        )?
        .query_row([stamp::text(now)], |row| row.get(0))?)
}

/// When the next letter is due.
pub(super) fn next_due(db: &Connection) -> Result<Option<DateTime<Utc>>, Error> {
    let next: Option<String> = db
        .prepare_cached("SELECT next FROM letter WHERE state = 'due' ORDER BY next LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    stamp::parse_option(next)
}

/// Makes a held or refused letter due, with a fresh time of trying; `event` says so in the journal. Says whether it was
/// one.
pub(super) fn release(
    db: &Connection,
    letter: i64,
    by: &str,
    event: &Event,
    at: &str,
) -> Result<bool, Error> {
    let message: Option<Option<i64>> = db
        .prepare_cached(
            "UPDATE letter SET state = 'due', held = NULL, since = ?2, next = ?2
             WHERE id = ?1 AND state IN ('held', 'refused') RETURNING message",
        )?
        .query_row(params![letter, at], |row| row.get(0))
        .optional()?;
    let Some(message) = message else { return Ok(false) };
    let about = About { message, request: None, letter: Some(letter) };
    journal::ordered(db, at, event, about, by)?;
    end_holds(db, letter, about, by, at)?;
    Ok(true)
}

/// Takes back the letters about `reference` alone that were not sent yet: it was judged anew by order.
pub(super) fn withdraw(db: &Connection, reference: &str, by: &str, at: &str) -> Result<(), Error> {
    let letters: Vec<(i64, Option<i64>)> = db
        .prepare_cached(
            "UPDATE letter SET held = 'withdrawn'
             WHERE state = 'held' AND held <> 'withdrawn' AND requests = ?1 RETURNING id, message",
        )?
        .query_map([serde_json::to_string(&[reference])?], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (letter, message) in letters {
        let about = About { message, request: None, letter: Some(letter) };
        journal::ordered(db, at, &Event::LetterWithdrawn, about, by)?;
        end_holds(db, letter, about, by, at)?;
    }
    Ok(())
}

/// Closes the open holds of a letter.
fn end_holds(db: &Connection, letter: i64, about: About, by: &str, at: &str) -> Result<(), Error> {
    let holds: Vec<i64> = db
        .prepare_cached(
            "UPDATE hold SET closed = ?2, closed_by = ?3 WHERE letter = ?1 AND closed IS NULL RETURNING id",
        )?
        .query_map(params![letter, at, by], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for hold in holds {
        journal::ordered(db, at, &Event::HoldClosed(hold), about, by)?;
    }
    Ok(())
}

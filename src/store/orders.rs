//! Orders of officers: left by a command in another process, carried out by the daemon.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

use super::journal::{self, About, Event};
use super::offices::FLIPPED;
use super::settle::open_hold;
use super::{Error, open, outbox, stamp};
use crate::desk::{Order, OrderKind};
use crate::letter::Template;
use crate::register::Disposition;

/// Leaves an order for the daemon, from another process; it waits when no daemon runs. Returns its number.
///
/// # Errors
/// See [`Error`]; also when what it names does not exist or is not held.
pub fn leave_order(dir: &Path, order: &Order) -> Result<i64, Error> {
    let db = open::visit(dir, true)?;
    if let Some(reason) = objection(&db, order)? {
        return Err(Error::Other(reason));
    }
    let body = serde_json::to_string(order)?;
    db.execute("INSERT INTO officer_order (body) VALUES (?1)", params![body])?;
    Ok(db.last_insert_rowid())
}

/// Why an order cannot be carried out, if it cannot.
pub(super) fn objection(db: &Connection, order: &Order) -> Result<Option<String>, Error> {
    Ok(match &order.what {
        OrderKind::ReleaseLetter { letter, nevertheless } => {
            let state: Option<String> = db
                .query_row("SELECT state FROM letter WHERE id = ?1", [letter], |row| row.get(0))
                .optional()?;
            match state.as_deref() {
                Some("held" | "refused") if *nevertheless => None,
                Some("held" | "refused") => outdated(db, *letter)?,
                Some(state) => Some(format!("letter {letter} is not held, it is {state}")),
                None => Some(format!("there is no letter {letter}")),
            }
        }
        OrderKind::CloseHold { hold } => {
            let closed: Option<bool> = db
                .query_row("SELECT closed IS NOT NULL FROM hold WHERE id = ?1", [hold], |row| row.get(0))
                .optional()?;
            match closed {
                Some(false) => None,
                Some(true) => Some(format!("hold {hold} is closed already")),
                None => Some(format!("there is no hold {hold}")),
            }
        }
        OrderKind::Amend { request, message } => amend_objection(db, request, *message)?,
        OrderKind::Judge { request } => match request_id(db, request)? {
            Some(id) => joined_to(db, id)?.map(|to| {
                format!("{request} was joined to {to} and stands for nothing: judge that one anew")
            }),
            None => Some(unknown(request)),
        },
        // Whether it can be is for the daemon to say, which loads the folder.
        OrderKind::TakeOver { .. } => None,
    })
}

/// Why a letter should not go out as it stands: it says of a request what no longer holds.
fn outdated(db: &Connection, letter: i64) -> Result<Option<String>, Error> {
    let mut query = db.prepare_cached(
        "SELECT q.reference, q.disposition, l.template, EXISTS (
             SELECT 1 FROM hold h WHERE h.request = q.id AND h.code = ?2 AND h.closed IS NULL), q.joined
         FROM letter l, json_each(l.requests) r JOIN request q ON q.reference = r.value
         WHERE l.id = ?1 ORDER BY q.id",
    )?;
    let mut rows = query.query(params![letter, FLIPPED])?;
    while let Some(row) = rows.next()? {
        let (reference, stands, template): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let joined: Option<String> = row.get(4)?;
        let why = if let Some(to) = joined {
            format!(
                "letter {letter} speaks of {reference}, which was joined to {to}; close it with `verbale held close`"
            )
        } else if row.get(3)? {
            format!(
                "by the rules in force {reference} would stand elsewhere than letter {letter} says; `verbale requests \
                 judge {reference}` judges it anew and takes this letter back"
            )
        } else if template == Template::Refusal.stem() && stands != Disposition::Declined.as_str() {
            format!(
                "letter {letter} refuses {reference}, which stands {stands}; close it with `verbale held close`"
            )
        } else {
            continue;
        };
        return Ok(Some(format!("{why}; with --nevertheless it is sent as it is")));
    }
    Ok(None)
}

fn request_id(db: &Connection, reference: &str) -> Result<Option<i64>, Error> {
    let mut query = db.prepare_cached("SELECT id FROM request WHERE reference = ?1")?;
    Ok(query.query_row([reference], |row| row.get(0)).optional()?)
}

/// The reference of the request to which this one was joined.
fn joined_to(db: &Connection, id: i64) -> Result<Option<String>, Error> {
    Ok(db.query_row("SELECT joined FROM request WHERE id = ?1", [id], |row| row.get(0))?)
}

fn unknown(reference: &str) -> String {
    format!("there is no request {reference}; `verbale requests` lists those that there are")
}

/// Why a message cannot be applied to a request.
fn amend_objection(db: &Connection, request: &str, message: i64) -> Result<Option<String>, Error> {
    let Some(id) = request_id(db, request)? else { return Ok(Some(unknown(request))) };
    let read: bool =
        db.query_row("SELECT EXISTS (SELECT 1 FROM reading WHERE message = ?1)", [message], |row| {
            row.get(0)
        })?;
    if !read {
        return Ok(Some(format!("there is no message {message} that could be read")));
    }
    if let Some(to) = joined_to(db, id)? {
        return Ok(Some(format!("{request} was joined to {to}: apply the message to that one")));
    }
    let made_by: i64 = db.query_row("SELECT message FROM request WHERE id = ?1", [id], |row| row.get(0))?;
    if made_by == message {
        return Ok(Some(format!(
            "message {message} is the note that made {request}: `verbale requests judge {request}` judges it anew by \
             the rules in force"
        )));
    }
    let applied: bool = db.query_row(
        "SELECT EXISTS (
             SELECT 1 FROM officer_order WHERE result = ?3 AND json_extract(body, '$.what.order') = 'amend'
             AND json_extract(body, '$.what.request') = ?1 AND json_extract(body, '$.what.message') = ?2)",
        params![request, message, CARRIED_OUT],
        |row| row.get(0),
    )?;
    Ok(applied.then(|| format!("message {message} was applied to {request} already")))
}

/// How many letters a message has led to.
pub(super) fn letters_of(db: &Connection, message: i64) -> Result<u32, Error> {
    Ok(db.query_row("SELECT count(*) FROM letter WHERE message = ?1", [message], |row| row.get(0))?)
}

/// The message that last spoke for a request: the answer that was applied to it last, else its note.
pub(super) fn spoke(db: &Connection, reference: &str) -> Result<Option<i64>, Error> {
    let mut query = db.prepare_cached(
        "SELECT coalesce((
             SELECT json_extract(body, '$.what.message') FROM officer_order
             WHERE result = ?2 AND json_extract(body, '$.what.order') = 'amend'
             AND json_extract(body, '$.what.request') = q.reference ORDER BY id DESC LIMIT 1), q.message)
         FROM request q WHERE q.reference = ?1",
    )?;
    Ok(query.query_row([reference, CARRIED_OUT], |row| row.get(0)).optional()?)
}

/// What is said of an order that was carried out.
const CARRIED_OUT: &str = "carried-out";

/// Ends an order that concerns `about`: carried out, or why not. False where it has ended before, and then nothing
/// follows from it: the day may have refused what the desk holds as waiting.
pub(super) fn end(
    db: &Connection,
    id: i64,
    at: &str,
    why_not: Option<&str>,
    about: About,
    by: &str,
) -> Result<bool, Error> {
    let ended = db
        .prepare_cached("UPDATE officer_order SET done = ?2, result = ?3 WHERE id = ?1 AND done IS NULL")?
        .execute(params![id, at, why_not.unwrap_or(CARRIED_OUT)])?;
    if ended == 0 {
        return Ok(false);
    }
    let event = match why_not {
        None => Event::OrderCarriedOut(id),
        Some(_) => Event::OrderRefused(id),
    };
    journal::ordered(db, at, &event, about, by)?;
    Ok(true)
}

/// What an order is about.
pub(super) fn concerns(db: &Connection, order: &Order) -> Result<About, Error> {
    let about = |row: &Row<'_>| Ok(About { message: row.get(0)?, request: row.get(1)?, letter: row.get(2)? });
    let found = match &order.what {
        OrderKind::ReleaseLetter { letter, .. } => {
            db.query_row("SELECT message, NULL, id FROM letter WHERE id = ?1", [letter], about).optional()?
        }
        OrderKind::CloseHold { hold } => db
            .query_row("SELECT message, request, letter FROM hold WHERE id = ?1", [hold], about)
            .optional()?,
        OrderKind::Amend { request, message } => {
            Some(About { message: Some(*message), request: request_id(db, request)?, letter: None })
        }
        OrderKind::Judge { request } => db
            .query_row("SELECT message, id, NULL FROM request WHERE reference = ?1", [request], about)
            .optional()?,
        OrderKind::TakeOver { .. } => None,
    };
    Ok(found.unwrap_or_default())
}

/// The orders that wait.
pub(super) fn waiting(db: &Connection) -> Result<Vec<(i64, String)>, Error> {
    Ok(db
        .prepare_cached("SELECT id, body FROM officer_order WHERE done IS NULL ORDER BY id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?)
}

/// The orders that wait and can be read, in their order.
pub(super) fn left(db: &Connection) -> Result<Vec<Order>, Error> {
    Ok(waiting(db)?.iter().filter_map(|(_, body)| serde_json::from_str(body).ok()).collect())
}

/// Whether orders wait (so that an empty look costs no commit).
pub(super) fn any(db: &Connection) -> Result<bool, Error> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM officer_order WHERE done IS NULL)")?
        .query_row([], |row| row.get(0))?)
}

/// Whether the desk judges what is ordered, and ends the order with what follows.
pub(super) fn is_judged(order: &Order) -> bool {
    matches!(order.what, OrderKind::Amend { .. } | OrderKind::Judge { .. })
}

/// Carries out the orders that wait, up to the first by which a folder is to come into force: what was ordered after it
/// waits until it is. Returns those that could be carried out.
pub(super) fn carry_out(db: &Connection, now: DateTime<Utc>) -> Result<Vec<Order>, Error> {
    let at = stamp::text(now);
    let mut carried_out = Vec::new();
    for (id, body) in waiting(db)? {
        let order: Order = match serde_json::from_str(&body) {
            Ok(order) => order,
            Err(error) => {
                let why = format!("the order cannot be read: {error}");
                end(db, id, &at, Some(&why), About::default(), "")?;
                continue;
            }
        };
        let objection = objection(db, &order)?;
        if objection.is_none() && is_judged(&order) {
            continue;
        }
        let about = concerns(db, &order)?;
        end(db, id, &at, objection.as_deref(), about, &order.by)?;
        match objection {
            None => {
                let takes_over = matches!(order.what, OrderKind::TakeOver { .. });
                carry_out_one(db, &order, &at)?;
                carried_out.push(order);
                if takes_over {
                    break;
                }
            }
            Some(why) if matches!(order.what, OrderKind::Judge { .. } | OrderKind::Amend { .. }) => {
                refused(db, about, &why, &at, &order.by)?;
            }
            // It was given when nothing spoke against it: who gave it must hear that it was not done.
            Some(why) if still_held(db, &order)? => refused(db, about, &why, &at, &order.by)?,
            Some(_) => {}
        }
    }
    Ok(carried_out)
}

/// Whether an order was to release a letter that is still held.
fn still_held(db: &Connection, order: &Order) -> Result<bool, Error> {
    let OrderKind::ReleaseLetter { letter, .. } = order.what else { return Ok(false) };
    let mut query = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM letter WHERE id = ?1 AND state IN ('held', 'refused'))",
    )?;
    Ok(query.query_row([letter], |row| row.get(0))?)
}

/// Holds what an order was about that could not be carried out, so that a person hears why.
pub(super) fn refused(db: &Connection, about: About, why: &str, at: &str, by: &str) -> Result<(), Error> {
    let about = About { letter: None, ..about };
    open_hold(
        db,
        about,
        "order-refused",
        &format!("The order could not be carried out: {why}."),
        at,
        Some(by),
    )
}

fn carry_out_one(db: &Connection, order: &Order, at: &str) -> Result<(), Error> {
    match &order.what {
        OrderKind::ReleaseLetter { letter, nevertheless } => {
            let event = match *nevertheless && outdated(db, *letter)?.is_some() {
                true => Event::ReleasedNevertheless,
                false => Event::Released,
            };
            outbox::release(db, *letter, &order.by, &event, at)?;
        }
        OrderKind::CloseHold { hold } => close_hold(db, *hold, &order.by, at)?,
        OrderKind::TakeOver { .. } | OrderKind::Amend { .. } | OrderKind::Judge { .. } => {}
    }
    Ok(())
}

/// Closes an open hold by order.
pub(super) fn close_hold(db: &Connection, hold: i64, by: &str, at: &str) -> Result<(), Error> {
    let about = db
        .prepare_cached(
            "UPDATE hold SET closed = ?2, closed_by = ?3 WHERE id = ?1 AND closed IS NULL
             RETURNING message, request, letter",
        )?
        .query_row(params![hold, at, by], |row| {
            Ok(About { message: row.get(0)?, request: row.get(1)?, letter: row.get(2)? })
        })?;
    journal::ordered(db, at, &Event::HoldClosed(hold), about, by)
}

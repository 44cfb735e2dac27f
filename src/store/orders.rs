//! Orders of officers: left by a command in another process, carried out by the daemon.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::journal::{self, About, Event};
use super::{Error, open, outbox, stamp};
use crate::desk::{Order, OrderKind};

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
        OrderKind::ReleaseLetter { letter } => {
            let state: Option<String> = db
                .query_row("SELECT state FROM letter WHERE id = ?1", [letter], |row| row.get(0))
                .optional()?;
            match state.as_deref() {
                Some("held" | "refused") => None,
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
        // Whether it can be is for the daemon to say, which loads the folder.
        OrderKind::TakeOver { .. } => None,
    })
}

/// Why a message cannot be applied to a request.
fn amend_objection(db: &Connection, request: &str, message: i64) -> Result<Option<String>, Error> {
    let known: Option<i64> = db
        .query_row("SELECT id FROM request WHERE reference = ?1", [request], |row| row.get(0))
        .optional()?;
    let Some(id) = known else {
        return Ok(Some(format!(
            "there is no request {request}; `verbale requests` lists those that there are"
        )));
    };
    let read: bool =
        db.query_row("SELECT EXISTS (SELECT 1 FROM reading WHERE message = ?1)", [message], |row| {
            row.get(0)
        })?;
    if !read {
        return Ok(Some(format!("there is no message {message} that could be read")));
    }
    let (made_by, joined): (i64, Option<String>) =
        db.query_row("SELECT message, joined FROM request WHERE id = ?1", [id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    if let Some(joined) = joined {
        return Ok(Some(format!("{request} was joined to {joined}: apply the message to that one")));
    }
    if made_by == message {
        return Ok(Some(format!("message {message} is the note that made {request}")));
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

/// How many letters answer a message so far.
pub(super) fn letters(db: &Connection, message: i64) -> Result<u32, Error> {
    Ok(db.query_row("SELECT count(*) FROM letter WHERE message = ?1", [message], |row| row.get(0))?)
}

/// What is said of an order that was carried out.
const CARRIED_OUT: &str = "carried-out";

/// Ends an order: carried out, or why not.
pub(super) fn end(db: &Connection, id: i64, at: &str, why_not: Option<&str>) -> Result<(), Error> {
    db.prepare_cached("UPDATE officer_order SET done = ?2, result = ?3 WHERE id = ?1")?.execute(params![
        id,
        at,
        why_not.unwrap_or(CARRIED_OUT)
    ])?;
    let event = match why_not {
        None => Event::OrderCarriedOut(id),
        Some(_) => Event::OrderRefused(id),
    };
    journal::write(db, at, &event, About::default())
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

/// Carries out the orders that wait; returns those that could be.
pub(super) fn carry_out(db: &Connection, now: DateTime<Utc>) -> Result<Vec<Order>, Error> {
    let at = stamp::text(now);
    let mut carried_out = Vec::new();
    for (id, body) in waiting(db)? {
        let order: Result<Order, _> = serde_json::from_str(&body);
        let objection = match &order {
            Ok(order) => objection(db, order)?,
            Err(error) => Some(format!("the order cannot be read: {error}")),
        };
        // The desk judges it, and ends the order with what follows.
        if let (None, Ok(Order { what: OrderKind::Amend { .. }, .. })) = (&objection, &order) {
            continue;
        }
        end(db, id, &at, objection.as_deref())?;
        if let (None, Ok(order)) = (objection, order) {
            carry_out_one(db, &order, &at)?;
            carried_out.push(order);
        }
    }
    Ok(carried_out)
}

fn carry_out_one(db: &Connection, order: &Order, at: &str) -> Result<(), Error> {
    match &order.what {
        OrderKind::ReleaseLetter { letter } => {
            outbox::release(db, *letter, &order.by, at)?;
        }
        OrderKind::CloseHold { hold } => {
            let about = db
                .prepare_cached(
                    "UPDATE hold SET closed = ?2, closed_by = ?3 WHERE id = ?1 AND closed IS NULL
                     RETURNING message, request, letter",
                )?
                .query_row(params![hold, at, order.by], |row| {
                    Ok(About { message: row.get(0)?, request: row.get(1)?, letter: row.get(2)? })
                })?;
            journal::write(db, at, &Event::HoldClosed(*hold), about)?;
        }
        OrderKind::TakeOver { .. } | OrderKind::Amend { .. } => {}
    }
    Ok(())
}

//! An answer that a person orders to be applied to a request: judgement, holds, letters and journal, all of it true
//! together with the order being carried out.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::journal::{self, About, Event};
use super::ruling::{self, Written};
use super::settle::{Context, open_hold};
use super::{Error, Store, orders, outbox, stamp};
use crate::desk::{Amended, Hold, Order, OrderKind};

/// An order to apply an answer, with what follows from it.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// The store's number of the order.
    pub order: i64,
    /// Who gave it.
    pub by: String,
    /// The store's number of the message that is applied.
    pub message: i64,
    /// What follows.
    pub amended: Amended,
    /// When.
    pub at: DateTime<Utc>,
    /// Hash of the desk folder that it was judged by.
    pub office: String,
}

impl Store {
    /// The orders to apply an answer to a request that wait, by their numbers.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn amendments(&self) -> Result<Vec<(i64, Order)>, Error> {
        if !self.writer.read(orders::any).await? {
            return Ok(Vec::new());
        }
        self.writer.read(waiting).await
    }

    /// Carries out an order to apply an answer, with its journal lines.
    ///
    /// # Errors
    /// Nothing of it is done then; the register must be loaded anew.
    pub async fn amend(&self, amendment: Amendment) -> Result<(), Error> {
        let amended = &amendment.amended;
        let judged = std::iter::once(&amended.judged).chain(&amended.anew);
        let rulings: Vec<_> =
            judged.map(|j| ruling::write(&j.ruling, &self.texts)).collect::<Result<_, _>>()?;
        self.writer.write(move |db| carry_out(db, &amendment, &rulings)).await
    }

    /// Ends an order to apply `message` that cannot be carried out, and holds the message with the reason.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn refuse_amendment(
        &self,
        order: i64,
        message: i64,
        words: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let words = words.to_owned();
        self.writer.write(move |db| refuse(db, order, message, &words, &stamp::text(at))).await
    }
}

/// The orders to apply an answer that wait, by their numbers.
fn waiting(db: &Connection) -> Result<Vec<(i64, Order)>, Error> {
    let all = orders::waiting(db)?.into_iter();
    let read = all.filter_map(|(id, body)| Some((id, serde_json::from_str::<Order>(&body).ok()?)));
    Ok(read.filter(|(_, order)| matches!(order.what, OrderKind::Amend { .. })).collect())
}

fn carry_out(db: &Connection, one: &Amendment, rulings: &[Written]) -> Result<(), Error> {
    let at = stamp::text(one.at);
    orders::end(db, one.order, &at, None)?;
    let context = Context { db, message: one.message, at: &at, office: &one.office };
    let amended = &one.amended;
    for (judged, ruling) in std::iter::once(&amended.judged).chain(&amended.anew).zip(rulings) {
        context.judge_anew(judged, ruling)?;
    }
    if let Some(joined) = &amended.joined {
        context.join(joined, &amended.judged.request.reference, &one.by)?;
    }
    amended.anew.iter().try_for_each(|judged| context.let_go(judged))?;
    let request = context.request(&amended.judged.request.reference)?;
    let open = holds(db, one.message, request)?;
    let of_it = |hold: &Hold| hold.request.as_ref() == Some(&amended.judged.request.reference);
    for (hold, about, code) in &open {
        // What the new judgement holds for the same reason stays as it is.
        if about.request.is_none() || !amended.holds.iter().any(|h| of_it(h) && h.code == *code) {
            close(db, *hold, &one.by, &at, *about)?;
        }
    }
    for hold in &amended.holds {
        let there = |(_, about, code): &(i64, About, String)| about.request.is_some() && *code == hold.code;
        if !of_it(hold) || !open.iter().any(there) {
            context.hold(hold)?;
        }
    }
    for outgoing in &amended.letters {
        outbox::write(db, one.message, outgoing, &at)?;
    }
    let about = About { message: Some(one.message), request: Some(request), letter: None };
    for withheld in &amended.withheld {
        journal::write(db, &at, &Event::LetterWithheld(withheld.code.clone()), about)?;
    }
    Ok(())
}

/// The open holds of the message and of the request, without those of letters.
fn holds(db: &Connection, message: i64, request: i64) -> Result<Vec<(i64, About, String)>, Error> {
    Ok(db
        .prepare_cached(
            "SELECT id, message, request, code FROM hold
             WHERE closed IS NULL AND letter IS NULL AND (request = ?2 OR (message = ?1 AND request IS NULL))",
        )?
        .query_map(params![message, request], |row| {
            let about = About { message: row.get(1)?, request: row.get(2)?, letter: None };
            Ok((row.get(0)?, about, row.get(3)?))
        })?
        .collect::<Result<_, _>>()?)
}

fn close(db: &Connection, hold: i64, by: &str, at: &str, about: About) -> Result<(), Error> {
    db.prepare_cached("UPDATE hold SET closed = ?2, closed_by = ?3 WHERE id = ?1")?
        .execute(params![hold, at, by])?;
    journal::write(db, at, &Event::HoldClosed(hold), about)
}

/// Holds a message of which an order could not be carried out, so that the person hears why.
fn refuse(db: &Connection, order: i64, message: i64, words: &str, at: &str) -> Result<(), Error> {
    orders::end(db, order, at, Some(words))?;
    let about = About { message: Some(message), ..About::default() };
    open_hold(db, about, "order-refused", &format!("The order could not be carried out: {words}."), at)
}

//! A request that a person orders to be judged anew, by an answer or by the rules in force: judgement, holds, letters and
//! journal, all of it true together with the order being carried out.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::journal::{self, About, Event};
use super::ruling::{self, Written};
use super::settle::Context;
use super::{Error, Store, orders, outbox, stamp};
use crate::desk::{Amended, Hold, Order, OrderKind};

/// An order by which a request is judged anew, with what follows from it.
#[derive(Debug, Clone)]
pub struct Amendment {
    /// The store's number of the order.
    pub order: i64,
    /// Who gave it.
    pub by: String,
    /// The store's number of the message that speaks for it: the answer that is applied, or whichever spoke last.
    pub message: i64,
    /// What follows.
    pub amended: Amended,
    /// When.
    pub at: DateTime<Utc>,
    /// Hash of the desk folder that it was judged by.
    pub office: String,
}

impl Store {
    /// The orders to judge a request anew that wait, by their numbers; none that was given after a folder was ordered to
    /// come into force that is not yet.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn amendments(&self) -> Result<Vec<(i64, Order)>, Error> {
        if !self.writer.read(orders::any).await? {
            return Ok(Vec::new());
        }
        self.writer.read(waiting).await
    }

    /// Carries out an order by which a request is judged anew, with its journal lines.
    ///
    /// # Errors
    /// Also when the order has ended already. Nothing of it is done then; the register must be loaded anew.
    pub async fn amend(&self, amendment: Amendment) -> Result<(), Error> {
        let amended = &amendment.amended;
        let judged = std::iter::once(&amended.judged).chain(&amended.anew);
        let rulings: Vec<_> =
            judged.map(|j| ruling::write(&j.ruling, &self.texts)).collect::<Result<_, _>>()?;
        self.writer.write(move |db| carry_out(db, &amendment, &rulings)).await
    }

    /// Ends an order that cannot be carried out, and holds what it is about with the reason; nothing where it has ended
    /// already.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn refuse_order(
        &self,
        id: i64,
        order: Order,
        words: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let words = words.to_owned();
        self.writer
            .write(move |db| {
                let (at, about) = (stamp::text(at), orders::concerns(db, &order)?);
                match orders::end(db, id, &at, Some(&words), about, &order.by)? {
                    true => orders::refused(db, about, &words, &at, &order.by),
                    false => Ok(()),
                }
            })
            .await
    }
}

/// The orders by which a request is judged anew that may be carried out, by their numbers.
fn waiting(db: &Connection) -> Result<Vec<(i64, Order)>, Error> {
    let all = orders::waiting(db)?.into_iter();
    let read = all.filter_map(|(id, body)| Some((id, serde_json::from_str::<Order>(&body).ok()?)));
    let now = read.take_while(|(_, order)| !matches!(order.what, OrderKind::TakeOver { .. }));
    Ok(now.filter(|(_, order)| orders::is_judged(order)).collect())
}

fn carry_out(db: &Connection, one: &Amendment, rulings: &[Written]) -> Result<(), Error> {
    let at = stamp::text(one.at);
    let amended = &one.amended;
    let context = Context { db, message: one.message, at: &at, office: &one.office, by: Some(&one.by) };
    let reference = &amended.judged.request.reference;
    let request = context.request(reference)?;
    let about = About { message: Some(one.message), request: Some(request), letter: None };
    if !orders::end(db, one.order, &at, None, about, &one.by)? {
        return Err(Error::Other("the order has ended already".into()));
    }
    for (judged, ruling) in std::iter::once(&amended.judged).chain(&amended.anew).zip(rulings) {
        context.judge_anew(judged, ruling)?;
    }
    // What waits says how the request stood before.
    outbox::withdraw(db, reference, &one.by, &at)?;
    if let Some(joined) = &amended.joined {
        context.join(joined, reference, &one.by)?;
    }
    amended.anew.iter().try_for_each(|judged| context.let_go(judged))?;
    let open = holds(db, one.message, request)?;
    let of_it = |hold: &Hold| hold.request.as_ref() == Some(&amended.judged.request.reference);
    for (hold, about, code) in &open {
        // What the new judgement holds for the same reason stays as it is.
        if about.request.is_none() || !amended.holds.iter().any(|h| of_it(h) && h.code == *code) {
            orders::close_hold(db, *hold, &one.by, &at)?;
        }
    }
    for hold in &amended.holds {
        let there = |(_, about, code): &(i64, About, String)| about.request.is_some() && *code == hold.code;
        if !of_it(hold) || !open.iter().any(there) {
            context.hold(hold)?;
        }
    }
    for outgoing in &amended.letters {
        outbox::write(db, one.message, outgoing, &at, Some(&one.by))?;
    }
    for withheld in &amended.withheld {
        journal::ordered(db, &at, &Event::LetterWithheld(withheld.code.clone()), about, &one.by)?;
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

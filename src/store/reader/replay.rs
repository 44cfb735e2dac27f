//! What is stored, as it is judged again: requests with their facts, messages with what was read in them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{OptionalExtension as _, Row, Transaction, params};

use super::{Reader, list_of, moment};
use crate::calendar::Zone;
use crate::desk::Understood;
use crate::message::{Digest, Message, Receipt};
use crate::office::Kept;
use crate::register::{Disposition, Request};
use crate::states::Code;
use crate::store::{Error, InForce, keep, offices, open};

/// A request by its numbers, with what groups it with its rivals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RequestKey {
    /// State and event, where both are known.
    pub rivals: Option<(Code, String)>,
    /// The event, where it is known.
    pub event: Option<String>,
    /// The store's number of the request; requests were settled in this order.
    pub id: i64,
    /// The store's number of its message.
    pub message: i64,
    /// When its message was received.
    pub received: chrono::DateTime<chrono::Utc>,
}

/// A request as it stands, with the facts of its ruling in force.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRequest {
    /// The store's number.
    pub id: i64,
    /// The store's number of its message.
    pub message: i64,
    /// As the register has it; its `facts` are those of the ruling, as JSON.
    pub request: Request,
}

/// A message with what was read in it, not yet parsed.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredMessage {
    /// The store's number.
    pub id: i64,
    /// Moment of receipt.
    pub receipt: Receipt,
    /// Whether only its headers were kept.
    pub too_large: bool,
    /// When it was settled.
    pub settled: chrono::DateTime<chrono::Utc>,
    extracted: String,
    reading: String,
    filing: String,
}

impl StoredMessage {
    /// What the worker made of it, and what was understood.
    ///
    /// # Errors
    /// When another version of the program wrote it in another form.
    pub fn open(&self) -> Result<(Message, Understood), Error> {
        let message = serde_json::from_str(&self.extracted)?;
        let reading = serde_json::from_str(&self.reading)?;
        let filing = serde_json::from_str(&self.filing)?;
        Ok((message, Understood { reading, filing }))
    }
}

/// The store's number of a ruling; later ones are greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RulingId(pub(in crate::store) i64);

/// While it lives, its reader sees the store as it was when the reader first looked.
#[derive(Debug)]
pub struct AtOneMoment<'r>(#[expect(dead_code, reason = "kept for what its end does")] Transaction<'r>);

impl Reader {
    /// Lets all that is read until the returned value is dropped be of one moment, whatever is written meanwhile.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn at_one_moment(&self) -> Result<AtOneMoment<'_>, Error> {
        Ok(AtOneMoment(self.db.unchecked_transaction()?))
    }

    /// The last ruling that was made; before all others where there is none.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn ruled_until(&self) -> Result<RulingId, Error> {
        Ok(RulingId(self.db.query_row("SELECT ifnull(max(id), 0) FROM ruling", [], |row| row.get(0))?))
    }

    /// What became of an officer's order: `carried-out`, or why not; none while it waits.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn order_result(&self, order: i64) -> Result<Option<String>, Error> {
        let found: Option<Option<String>> = self
            .db
            .query_row("SELECT result FROM officer_order WHERE id = ?1", [order], |row| row.get(0))
            .optional()?;
        Ok(found.flatten())
    }

    /// The desk folder that is in force, as far as the store knows.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn in_force(&self) -> Result<Option<InForce>, Error> {
        offices::in_force(&self.db)
    }

    /// Every desk folder that came into force, in order.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn offices(&self) -> Result<Vec<InForce>, Error> {
        offices::history(&self.db)
    }

    /// The desk folder of this hash as it was kept; none where it is not.
    ///
    /// # Errors
    /// Also when what was kept is damaged.
    pub fn kept_office(&self, hash: &str) -> Result<Option<Kept>, Error> {
        offices::kept(&self.db, hash)
    }

    /// The time zones that were kept: of the names in `versions` the version named there, of others the newest.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn kept_zones(&self, versions: &BTreeMap<String, String>) -> Result<Vec<Zone>, Error> {
        offices::zones(&self.db, versions)
    }

    /// Every request that was not joined to another, those that are rivals side by side and in the order in which they were settled.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn request_keys(&self) -> Result<Vec<RequestKey>, Error> {
        let mut keys = self.list(
            "SELECT id, message, state, event, received FROM request WHERE joined IS NULL",
            params![],
            |row| {
                let (state, event): (Option<String>, Option<String>) = (row.get(2)?, row.get(3)?);
                let rivals = state.as_deref().and_then(Code::new).zip(event.clone());
                Ok(RequestKey {
                    rivals,
                    event,
                    id: row.get(0)?,
                    message: row.get(1)?,
                    received: moment(row, 4)?,
                })
            },
        )?;
        keys.sort();
        Ok(keys)
    }

    /// One request as it stands.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn stored_request(&self, id: i64) -> Result<Option<StoredRequest>, Error> {
        let mut query = self.db.prepare_cached(
            "SELECT q.id, q.message, q.reference, m.sha256, q.state, q.event, q.received, q.of_record, q.counts,
                    q.disposition, r.facts
             FROM request q JOIN message m ON m.id = q.message JOIN ruling r ON r.request = q.id AND r.n = q.rulings
             WHERE q.id = ?1",
        )?;
        let mut rows = query.query([id])?;
        rows.next()?.map(stored_request).transpose()
    }

    /// The requests of one message as they stand, in order.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn requests_of(&self, message: i64) -> Result<Vec<StoredRequest>, Error> {
        let ids: Vec<i64> =
            self.list("SELECT id FROM request WHERE message = ?1 ORDER BY id", params![message], |row| {
                Ok(row.get(0)?)
            })?;
        ids.into_iter().filter_map(|id| self.stored_request(id).transpose()).collect()
    }

    /// Messages of which a request was joined to another.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn joined_messages(&self) -> Result<BTreeSet<i64>, Error> {
        let all: Vec<i64> =
            self.list("SELECT message FROM request WHERE joined IS NOT NULL", params![], |row| {
                Ok(row.get(0)?)
            })?;
        Ok(all.into_iter().collect())
    }

    /// The requests to which answers were applied, as they stand, by the message that made them.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn amended(&self) -> Result<BTreeMap<i64, Vec<Request>>, Error> {
        let ids: Vec<i64> = self.list(
            "SELECT DISTINCT q.id FROM officer_order o
             JOIN request q ON q.reference = json_extract(o.body, '$.what.request')
             WHERE o.result = 'carried-out' AND json_extract(o.body, '$.what.order') = 'amend' ORDER BY q.id",
            params![],
            |row| Ok(row.get(0)?),
        )?;
        let mut amended: BTreeMap<i64, Vec<Request>> = BTreeMap::new();
        for id in ids {
            if let Some(stored) = self.stored_request(id)? {
                amended.entry(stored.message).or_default().push(stored.request);
            }
        }
        Ok(amended)
    }

    /// The numbers of all messages that were understood, in order.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn understood_messages(&self) -> Result<Vec<i64>, Error> {
        self.list("SELECT message FROM reading ORDER BY message", params![], |row| Ok(row.get(0)?))
    }

    /// One message with what was read in it.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn stored_message(&self, id: i64) -> Result<Option<StoredMessage>, Error> {
        let mut query = self.db.prepare_cached(
            "SELECT m.id, m.sha256, m.raw_size, m.too_large, m.received, m.received_from, m.settled, r.extracted,
                    r.reading, r.filing
             FROM message m JOIN reading r ON r.message = m.id WHERE m.id = ?1",
        )?;
        let mut rows = query.query([id])?;
        rows.next()?.map(stored_message).transpose()
    }

    /// Messages that were answered by this template; with a language, only those answered in it.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn answered_by(&self, template: &str, language: Option<&str>) -> Result<Vec<i64>, Error> {
        self.list(
            "SELECT DISTINCT message FROM letter
             WHERE message IS NOT NULL AND template = ?1 AND (?2 IS NULL OR language = ?2) ORDER BY message",
            params![template, language],
            |row| Ok(row.get(0)?),
        )
    }

    /// The letters that a message led to and that were not taken back: template, whether it was delivered, to whom.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn letters_stored(&self, message: i64) -> Result<Vec<(String, bool, Vec<String>)>, Error> {
        self.list(
            "SELECT template, state = 'sent', recipients FROM letter
             WHERE message = ?1 AND held IS NOT 'withdrawn' ORDER BY id",
            params![message],
            |row| Ok((row.get(0)?, row.get(1)?, list_of(row, 2)?)),
        )
    }

    /// The references of the rivals that ruling `n` of a request took into account.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn rivals(&self, reference: &str, n: u32) -> Result<Vec<String>, Error> {
        self.list(
            "SELECT rival FROM ruling_rival
             WHERE request = (SELECT id FROM request WHERE reference = ?1) AND n = ?2 ORDER BY rival",
            params![reference, n],
            |row| Ok(row.get(0)?),
        )
    }

    /// When the oldest message was fetched that still waits to be settled.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn oldest_waiting(&self) -> Result<Option<chrono::DateTime<chrono::Utc>>, Error> {
        let oldest: Option<String> = self
            .db
            .query_row("SELECT min(fetched) FROM message WHERE state = 'kept'", [], |row| row.get(0))
            .optional()?
            .flatten();
        crate::store::stamp::parse_option(oldest)
    }
}

fn stored_request(row: &Row<'_>) -> Result<StoredRequest, Error> {
    let state: Option<String> = row.get(4)?;
    let disposition: String = row.get(9)?;
    let disposition: Disposition = open::disposition(&disposition)?;
    Ok(StoredRequest {
        id: row.get(0)?,
        message: row.get(1)?,
        request: Request {
            reference: row.get(2)?,
            message: row.get(3)?,
            state: state.as_deref().and_then(Code::new),
            event: row.get(5)?,
            received: moment(row, 6)?,
            of_record: row.get(7)?,
            counts: row.get(8)?,
            disposition,
            facts: row.get(10)?,
        },
    })
}

fn stored_message(row: &Row<'_>) -> Result<StoredMessage, Error> {
    let (size, stamp): (i64, String) = (row.get(2)?, row.get(5)?);
    Ok(StoredMessage {
        id: row.get(0)?,
        receipt: Receipt {
            sha256: Digest(row.get(1)?),
            size: size.unsigned_abs(),
            received: moment(row, 4)?,
            received_from: keep::stamp_of(&stamp)?,
        },
        too_large: row.get(3)?,
        settled: moment(row, 6)?,
        extracted: row.get(7)?,
        reading: row.get(8)?,
        filing: row.get(9)?,
    })
}

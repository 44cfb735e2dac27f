//! T1: raw messages, and what waits to be settled.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::fresh::Fresh;
use super::journal::{self, About, Event};
use super::{Error, Incoming, Place, Store, Waiting, raw, stamp};
use crate::message::{Digest, Receipt, ReceivedFrom};

/// Keeps a batch. For each the store's number, and whether it is new.
pub(super) fn keep(db: &Connection, batch: &[Incoming]) -> Result<Vec<(i64, bool)>, Error> {
    batch.iter().map(|incoming| keep_one(db, incoming)).collect()
}

fn keep_one(db: &Connection, incoming: &Incoming) -> Result<(i64, bool), Error> {
    let mailbox = mailbox(db, &incoming.place)?;
    let known: Option<i64> = db
        .prepare_cached("SELECT message FROM place WHERE mailbox = ?1 AND uid = ?2")?
        .query_row(params![mailbox, incoming.place.uid], |row| row.get(0))
        .optional()?;
    if let Some(message) = known {
        return Ok((message, false));
    }
    let receipt = &incoming.receipt;
    let fetched = stamp::text(incoming.fetched);
    let added = db
        .prepare_cached(
            "INSERT INTO message (sha256, size, raw_size, too_large, received, received_from, fetched, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'kept') ON CONFLICT (sha256) DO NOTHING",
        )?
        .execute(params![
            receipt.sha256.0,
            number(incoming.size),
            number(receipt.size),
            incoming.too_large,
            stamp::text(receipt.received),
            stamp_name(receipt.received_from),
            fetched,
        ])?;
    let is_new = added == 1;
    let message = if is_new {
        let id = db.last_insert_rowid();
        if incoming.raw.len() <= raw::INLINE {
            db.prepare_cached("INSERT INTO raw (message, bytes) VALUES (?1, ?2)")?
                .execute(params![id, incoming.raw])?;
        }
        id
    } else {
        db.prepare_cached("SELECT id FROM message WHERE sha256 = ?1")?
            .query_row(params![receipt.sha256.0], |row| row.get(0))?
    };
    db.prepare_cached("INSERT INTO place (mailbox, uid, message) VALUES (?1, ?2, ?3)")?.execute(params![
        mailbox,
        incoming.place.uid,
        message
    ])?;
    let event = if is_new { Event::Kept } else { Event::KnownAgain };
    journal::write(db, &fetched, &event, About { message: Some(message), ..About::default() })?;
    Ok((message, is_new))
}

fn mailbox(db: &Connection, place: &Place) -> Result<i64, Error> {
    if let Some(id) = find_mailbox(db, &place.account, &place.folder, place.uidvalidity)? {
        return Ok(id);
    }
    db.prepare_cached("INSERT INTO mailbox (account, folder, uidvalidity) VALUES (?1, ?2, ?3)")?
        .execute(params![place.account, place.folder, place.uidvalidity])?;
    Ok(db.last_insert_rowid())
}

fn find_mailbox(
    db: &Connection,
    account: &str,
    folder: &str,
    uidvalidity: u32,
) -> Result<Option<i64>, Error> {
    Ok(db
        .prepare_cached("SELECT id FROM mailbox WHERE account = ?1 AND folder = ?2 AND uidvalidity = ?3")?
        .query_row(params![account, folder, uidvalidity], |row| row.get(0))
        .optional()?)
}

impl Store {
    /// The account that the mail of this store comes from, if any was named yet.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn account(&self) -> Result<Option<String>, Error> {
        self.writer.read(account).await
    }

    /// Accepts that mail comes from this account from now on; `by` is who ordered it, where there was another.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn accept(&self, account: String, by: Option<String>, at: DateTime<Utc>) -> Result<(), Error> {
        self.writer.write(move |db| accept(db, &account, by.as_deref(), at)).await
    }
}

/// The account that the mail of this store comes from: the one that was last accepted, else that of the last mail.
pub(super) fn account(db: &Connection) -> Result<Option<String>, Error> {
    Ok(db
        .prepare_cached(
            "SELECT coalesce((SELECT CAST(value AS TEXT) FROM meta WHERE name = 'mailbox'),
                 (SELECT account FROM mailbox ORDER BY id DESC LIMIT 1))",
        )?
        .query_row([], |row| row.get(0))?)
}

/// Accepts that mail comes from this account from now on.
fn accept(db: &Connection, account: &str, by: Option<&str>, at: DateTime<Utc>) -> Result<(), Error> {
    if by.is_some() {
        journal::append(db, &stamp::text(at), &Event::MailboxAccepted, About::default(), by)?;
    }
    db.prepare_cached("INSERT OR REPLACE INTO meta (name, value) VALUES ('mailbox', CAST(?1 AS BLOB))")?
        .execute([account])?;
    Ok(())
}

/// UIDs known for a folder of an account.
pub(super) fn known(
    db: &Connection,
    account: &str,
    folder: &str,
    uidvalidity: u32,
) -> Result<BTreeSet<String>, Error> {
    let Some(mailbox) = find_mailbox(db, account, folder, uidvalidity)? else { return Ok(BTreeSet::new()) };
    let mut uids = db.prepare_cached("SELECT uid FROM place WHERE mailbox = ?1 ORDER BY uid")?;
    let uids = uids.query_map([mailbox], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(uids)
}

/// A waiting message whose bytes were not read or not checked yet: `waiting.raw` is empty.
pub(super) struct Unread {
    pub waiting: Waiting,
    /// The bytes as the database has them; `None` where they are a file.
    pub inline: Option<Vec<u8>>,
}

/// Whether no message waits.
pub(super) fn none_waits(db: &Connection) -> Result<bool, Error> {
    Ok(db
        .prepare_cached("SELECT NOT EXISTS (SELECT 1 FROM message WHERE state = 'kept')")?
        .query_row([], |r| r.get(0))?)
}

/// Up to `limit` waiting messages by moment of receipt, without `not_these`: one, then more up to `bytes` in all.
/// First those whose bytes were still at hand, then those whose bytes the caller must read or check.
pub(super) fn waiting(
    db: &Connection,
    limit: usize,
    bytes: u64,
    not_these: &[i64],
    fresh: &Fresh,
) -> Result<(Vec<Waiting>, Vec<Unread>), Error> {
    let mut query = db.prepare_cached(
        "SELECT id, sha256, raw_size, too_large, received, received_from, fetched FROM message
         WHERE state = 'kept' ORDER BY received, id",
    )?;
    let mut inline = db.prepare_cached("SELECT bytes FROM raw WHERE message = ?1")?;
    let not_these: BTreeSet<i64> = not_these.iter().copied().collect();
    let (mut whole, mut unread) = (Vec::new(), Vec::new());
    let mut taken = 0;
    let mut rows = query.query([])?;
    while whole.len() + unread.len() < limit {
        let Some(row) = rows.next()? else { break };
        let id = row.get(0)?;
        if not_these.contains(&id) {
            continue;
        }
        let size: i64 = row.get(2)?;
        taken += size.unsigned_abs();
        if whole.len() + unread.len() > 0 && taken > bytes {
            break;
        }
        let received: String = row.get(4)?;
        let stamp: String = row.get(5)?;
        let fetched: String = row.get(6)?;
        let waiting = Waiting {
            id,
            raw: Vec::new(),
            too_large: row.get(3)?,
            receipt: Receipt {
                sha256: Digest(row.get(1)?),
                size: size.unsigned_abs(),
                received: stamp::parse(&received)?,
                received_from: stamp_of(&stamp)?,
            },
            fetched: stamp::parse(&fetched)?,
        };
        match fresh.take(&waiting.receipt.sha256.0) {
            Some(raw) => whole.push(Waiting { raw, ..waiting }),
            None => unread.push(Unread { waiting, inline: inline.query_row([id], |r| r.get(0)).optional()? }),
        }
    }
    Ok((whole, unread))
}

/// SQLite's integers are signed; no mail has 2^63 bytes.
pub(super) fn number(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

const STAMPS: [(ReceivedFrom, &str); 6] = [
    (ReceivedFrom::InternalDate, "internal_date"),
    (ReceivedFrom::ReceivedHeader, "received_header"),
    (ReceivedFrom::FileName, "file_name"),
    (ReceivedFrom::FileTime, "file_time"),
    (ReceivedFrom::Option, "option"),
    (ReceivedFrom::Now, "now"),
];

fn stamp_name(from: ReceivedFrom) -> &'static str {
    STAMPS.iter().find(|(stamp, _)| *stamp == from).map_or("now", |(_, name)| name)
}

pub(super) fn stamp_of(name: &str) -> Result<ReceivedFrom, Error> {
    STAMPS
        .iter()
        .find(|(_, known)| *known == name)
        .map(|(stamp, _)| *stamp)
        .ok_or_else(|| Error::Other(format!("`{name}` in the table `message` is not a kind of stamp")))
}

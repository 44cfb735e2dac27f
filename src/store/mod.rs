//! SQLite: the only place that knows SQL; speaks in the domain's words. Synchronous inside; callers talk to one
//! writer thread that shares one durable commit among all that wait (each message in its own savepoint).

mod amend;
mod error;
mod fresh;
mod journal;
mod keep;
mod notices;
mod offices;
mod open;
mod orders;
mod outbox;
mod raw;
mod reader;
mod ruling;
mod settle;
mod stamp;
mod values;
mod writer;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::Zone;
use crate::desk::{Notice, Order};
use crate::office::Kept;
use crate::register::Register;

pub use amend::Amendment;
pub use error::Error;
pub use journal::{Entry, Event};

pub use offices::InForce;
pub use open::daemon_pid;
pub use orders::leave_order;
pub use reader::{
    AtOneMoment, AttemptRow, Counts, HoldDetail, HoldRow, JournalRow, JournalWanted, LetterRow, MessageRow,
    Reader, RequestDetail, RequestKey, RequestRow, RequestsWanted, RulingId, RulingRow, StoredMessage,
    StoredRequest,
};

pub use values::{Booked, Closed, End, Incoming, Place, Settled, Settlement, Waiting};

/// A handle to the writer thread. Cheap to clone. When the last one is dropped, what waits is written, the database
/// closed and the lock given up.
#[derive(Debug, Clone)]
pub struct Store {
    dir: Arc<PathBuf>,
    writer: Arc<writer::Writer>,
    texts: Arc<ruling::Remembered>,
    fresh: Arc<fresh::Fresh>,
}

/// What the store knows when it is opened.
#[derive(Debug)]
pub struct Opened {
    /// The handle.
    pub store: Store,
    /// The register, built from the requests and letters.
    pub register: Register,
    /// The desk's secret, made at the first opening.
    pub secret: Vec<u8>,
}

impl Store {
    /// Opens the store in `dir` (made if absent), takes its lock, brings the schema up to date, removes raw files
    /// that no message speaks of, and makes attempts that were cut off (booked, not closed) due again.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn open(dir: &Path, now: DateTime<Utc>) -> Result<Opened, Error> {
        let lock = open::lock(dir)?;
        let mut db = open::database(dir)?;
        let secret = open::secret(&db)?;
        open::recover(&mut db, now)?;
        raw::remove_orphans(dir, &db)?;
        let register = open::register(&db)?;
        let writer = writer::Writer::start(db, lock)?;
        Ok(Opened {
            store: Self {
                dir: Arc::new(dir.to_owned()),
                writer: Arc::new(writer),
                texts: Arc::default(),
                fresh: Arc::default(),
            },
            register,
            secret,
        })
    }

    /// Durable commits since the store was opened.
    pub fn commits(&self) -> u64 {
        self.writer.commits()
    }

    /// T1: keeps raw messages, durably. A place or content that is known already is no error and makes no second
    /// message. Returns, for each, the store's number and whether it is new.
    ///
    /// # Errors
    /// Nothing of the batch is kept then.
    pub async fn keep(&self, batch: Vec<Incoming>) -> Result<Vec<(i64, bool)>, Error> {
        let large = batch.iter().any(|incoming| incoming.raw.len() > raw::INLINE);
        let batch = if large { self.write_files(batch).await? } else { batch };
        let fresh = Arc::clone(&self.fresh);
        let sums: Vec<String> = batch.iter().map(|incoming| incoming.receipt.sha256.0.clone()).collect();
        // They stand there before the commit: afterwards the desk might have asked for them already.
        let kept = self.writer.write(move |db| {
            let kept = keep::keep(db, &batch)?;
            let new = batch.into_iter().zip(&kept).filter(|(_, (_, is_new))| *is_new);
            new.for_each(|(incoming, _)| fresh.add(incoming));
            Ok(kept)
        });
        let kept = kept.await;
        if kept.is_err() {
            sums.iter().for_each(|sum| drop(self.fresh.take(sum)));
        }
        kept
    }

    /// Large raw messages become files before the commit that speaks of them, beside the writer thread, so that
    /// nothing else waits for them.
    async fn write_files(&self, batch: Vec<Incoming>) -> Result<Vec<Incoming>, Error> {
        let dir = Arc::clone(&self.dir);
        aside(move || {
            for incoming in batch.iter().filter(|incoming| incoming.raw.len() > raw::INLINE) {
                raw::write(&dir, &incoming.receipt.sha256.0, &incoming.raw)?;
            }
            Ok(batch)
        })
        .await
    }

    /// UIDs known for this account, folder and UIDVALIDITY.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn known(
        &self,
        account: &str,
        folder: &str,
        uidvalidity: u32,
    ) -> Result<BTreeSet<String>, Error> {
        let (account, folder) = (account.to_owned(), folder.to_owned());
        self.writer.read(move |db| keep::known(db, &account, &folder, uidvalidity)).await
    }

    /// Up to `limit` messages that wait to be settled, by moment of receipt, leaving out `not_these`: one, and then
    /// more as long as all of them together have at most `bytes` bytes. Those read back from the disk were checked
    /// against their sum; one that is damaged or gone is held (`raw-damaged`) and left out.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn waiting(
        &self,
        limit: usize,
        bytes: u64,
        not_these: Vec<i64>,
    ) -> Result<Vec<Waiting>, Error> {
        let fresh = Arc::clone(&self.fresh);
        let (mut whole, unread) =
            self.writer.read(move |db| keep::waiting(db, limit, bytes, &not_these, &fresh)).await?;
        if unread.is_empty() {
            return Ok(whole);
        }
        let dir = Arc::clone(&self.dir);
        let (read, damaged) = aside(move || {
            let mut read = Vec::with_capacity(unread.len());
            let mut damaged = Vec::new();
            for keep::Unread { waiting, inline } in unread {
                match raw::load(&dir, &waiting.receipt.sha256.0, inline) {
                    Ok(raw) => read.push(Waiting { raw, ..waiting }),
                    Err(error) => damaged.push((waiting.id, waiting.fetched, error.to_string())),
                }
            }
            Ok((read, damaged))
        })
        .await?;
        whole.extend(read);
        whole.sort_by_key(|waiting| (waiting.receipt.received, waiting.id));
        for (id, at, words) in damaged {
            tracing::error!(message = id, "{words}");
            self.hold_message(id, "raw-damaged", &words, at).await?;
        }
        Ok(whole)
    }

    /// T2: settles a batch in one durable commit, each message in its own savepoint. Returns for each how it ended:
    /// one that fails takes no other with it.
    ///
    /// # Errors
    /// Nothing of the batch is settled then; the register must be loaded anew.
    pub async fn settle_each(&self, batch: Vec<Settlement>) -> Result<Vec<Settled>, Error> {
        let ready: Vec<_> = batch.into_iter().map(|one| settle::Ready::new(one, &self.texts)).collect();
        self.writer.write(move |db| settle::settle(db, ready)).await
    }

    /// [`Self::settle_each`], where only success matters: whether each was settled by this call (one that was
    /// settled before is left as it is; one that failed is told to the log and still waits).
    ///
    /// # Errors
    /// Nothing of the batch is settled then; the register must be loaded anew.
    pub async fn settle(&self, batch: Vec<Settlement>) -> Result<Vec<bool>, Error> {
        let ids: Vec<i64> = batch.iter().map(|settlement| settlement.id).collect();
        let ends = self.settle_each(batch).await?;
        for (id, end) in ids.iter().zip(&ends) {
            if let Settled::Failed(reason) = end {
                tracing::error!(message = id, %reason, "not settled");
            }
        }
        Ok(ends.iter().map(|end| *end == Settled::Now).collect())
    }

    /// Settles a message as held without an outcome: for the panic fence, and where no worker could open it. Says
    /// whether it was still waiting.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn hold_message(
        &self,
        id: i64,
        code: &str,
        words: &str,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let (code, words) = (code.to_owned(), words.to_owned());
        self.writer.write(move |db| settle::hold_message(db, id, &code, &words, &stamp::text(at))).await
    }

    /// T3: books an attempt for up to `limit` letters that are due: those that fell due first, and of those the
    /// ones written first.
    ///
    /// # Errors
    /// Nothing is booked then.
    pub async fn book(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<Booked>, Error> {
        // An empty look costs no commit.
        let next = self.next_due().await?;
        if limit == 0 || next.is_none_or(|next| now < next) {
            return Ok(Vec::new());
        }
        self.writer.write(move |db| outbox::book(db, now, limit)).await
    }

    /// T4: closes attempts. One that is closed already is left as it is.
    ///
    /// # Errors
    /// Nothing is closed then; close them again, or the letters are repeated with the same Message-ID.
    pub async fn close(&self, batch: Vec<Closed>) -> Result<(), Error> {
        self.writer.write(move |db| outbox::close(db, &batch)).await
    }

    /// When the next letter is due, if any waits.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>, Error> {
        self.writer.read(outbox::next_due).await
    }

    /// Whether no order waits, nothing waits to be settled and (unless letters are not sent at all) no letter is due now
    /// or on its way. Letters that wait for a later attempt are no work of now.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn is_idle(&self, now: DateTime<Utc>, silent: bool) -> Result<bool, Error> {
        self.writer
            .read(move |db| {
                let settled = !orders::any(db)? && keep::none_waits(db)?;
                Ok(settled && (silent || outbox::none_is_due(db, now)?))
            })
            .await
    }

    /// The register as the store has it now. Letters are counted by days of UTC.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn register(&self) -> Result<Register, Error> {
        self.writer.read(open::register).await
    }

    /// Takes orders that officers left ([`leave_order`]) and carries them out, each with its journal line.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn carry_out_orders(&self, now: DateTime<Utc>) -> Result<Vec<Order>, Error> {
        if !self.writer.read(orders::any).await? {
            return Ok(Vec::new());
        }
        self.writer.write(move |db| orders::carry_out(db, now)).await
    }

    /// Keeps a desk folder with its time zones, once for ever, and writes down that it is in force from now on by the
    /// order of `by`.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn put_in_force(
        &self,
        kept: Kept,
        zones: Vec<Zone>,
        by: &str,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        let by = by.to_owned();
        self.writer.write(move |db| offices::put_in_force(db, &kept, &zones, &by, at)).await
    }

    /// Keeps time zones as the tz database has them now.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn keep_zones(&self, zones: Vec<Zone>) -> Result<(), Error> {
        self.writer.write(move |db| offices::keep_zones(db, &zones)).await
    }

    /// Holds (`rules-changed`) the requests that stand elsewhere than the rules in force would put them, given by
    /// reference with words for a person, and closes the holds of those that no longer do. What was ruled after `seen`
    /// is left alone: the comparison did not know of it.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn list_flipped(
        &self,
        flipped: Vec<(String, String)>,
        seen: RulingId,
        at: DateTime<Utc>,
    ) -> Result<(), Error> {
        self.writer.write(move |db| offices::list_flipped(db, &flipped, seen, &stamp::text(at))).await
    }

    /// A look into the store beside the writer.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn reader(&self) -> Result<Reader, Error> {
        Reader::open(&self.dir)
    }

    /// Writes lines of the daemon into the journal.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn note(&self, entries: Vec<Entry>) -> Result<(), Error> {
        self.writer.write(move |db| journal::note(db, &entries)).await
    }

    /// Puts notices of the daemon into the queue for staff (those of outcomes are put there by [`Self::settle`]).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn add_notices(&self, notices: Vec<Notice>, at: DateTime<Utc>) -> Result<(), Error> {
        self.writer.write(move |db| notices::add(db, &notices, &stamp::text(at))).await
    }

    /// Takes the notices that wait, unless some were taken less than `min_gap` ago. They count as told when
    /// [`Self::write_staff_letter`] is called; until then the next opening of the store hands them out anew.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn take_notices(&self, now: DateTime<Utc>, min_gap: TimeDelta) -> Result<Vec<Notice>, Error> {
        self.writer.write(move |db| notices::take(db, now, min_gap)).await
    }

    /// Writes a letter to our own staff into the outbox; it goes the way of all letters. Says whether it is new.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn write_staff_letter(
        &self,
        message_id: &str,
        to: Vec<String>,
        bytes: Vec<u8>,
        at: DateTime<Utc>,
    ) -> Result<bool, Error> {
        let message_id = message_id.to_owned();
        self.writer
            .write(move |db| outbox::write_staff_letter(db, &message_id, &to, &bytes, &stamp::text(at)))
            .await
    }
}

/// Runs file work beside the tasks that wait for the network.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|e| Err(Error::Other(format!("file work ended early: {e}"))))
}

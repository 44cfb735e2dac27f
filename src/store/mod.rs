//! SQLite: the only place that knows SQL; speaks in the domain's words. Synchronous inside; callers talk to one
//! writer thread that shares one durable commit among all that wait (each message in its own savepoint).

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::desk::{Order, Outcome};
use crate::message::{Message, Receipt};
use crate::register::Register;

/// Where the mailbox has a message: the identity by which it is never fetched twice.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// `imaps://user@host` or `maildir:PATH`.
    pub account: String,
    /// Folder, such as `INBOX`.
    pub folder: String,
    /// UIDVALIDITY; 0 for Maildir.
    pub uidvalidity: u32,
    /// UID as decimal text, or the base name of the Maildir file (before `:`).
    pub uid: String,
}

/// A message as it came from the mailbox.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// Where it is.
    pub place: Place,
    /// Raw bytes; only the header section when `too_large`.
    pub raw: Vec<u8>,
    /// Bytes of the whole message (more than `raw.len()` when `too_large`).
    pub size: u64,
    /// Whether the body was left on the server.
    pub too_large: bool,
    /// Moment of receipt and its source.
    pub receipt: Receipt,
    /// When we fetched it.
    pub fetched: DateTime<Utc>,
}

/// A message that was kept and not settled yet.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The store's number.
    pub id: i64,
    /// Raw bytes.
    pub raw: Vec<u8>,
    /// See [`Incoming`].
    pub too_large: bool,
    /// Moment of receipt.
    pub receipt: Receipt,
    /// When it was fetched.
    pub fetched: DateTime<Utc>,
}

/// What became of one waiting message; the whole of it becomes true together or not at all (T2).
#[derive(Debug)]
pub struct Settlement {
    /// The store's number of the message.
    pub id: i64,
    /// What the worker made of it, kept for replaying rules.
    pub message: Message,
    /// What follows.
    pub outcome: Outcome,
    /// The desk's clock.
    pub at: DateTime<Utc>,
    /// Hash of the whole desk folder.
    pub office: String,
}

/// A letter whose attempt is booked (T3): only now may a connection be opened.
#[derive(Debug, Clone)]
pub struct Booked {
    /// The store's number.
    pub id: i64,
    /// This attempt, from 1.
    pub attempt: u32,
    /// Envelope recipients.
    pub to: Vec<String>,
    /// Message-ID without angle brackets.
    pub message_id: String,
    /// When it was written.
    pub written: DateTime<Utc>,
    /// Exact bytes.
    pub bytes: Vec<u8>,
}

/// How an attempt ended (T4).
#[derive(Debug, Clone)]
pub struct Closed {
    /// The store's number of the letter.
    pub id: i64,
    /// The attempt.
    pub attempt: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// How.
    pub end: End,
    /// The server's words, on one line, at most 300 characters.
    pub words: String,
}

/// The ends of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// The server took it.
    Delivered,
    /// Try again then.
    Later {
        /// Next attempt.
        next: DateTime<Utc>,
    },
    /// Held for a person with the server's words.
    Never,
}

/// What can go wrong in the store.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The disk is full; nothing was changed; try again when there is space.
    #[error("the disk that holds the store is full")]
    Full,
    /// Another daemon holds the store.
    #[error("another verbale daemon uses this store ({0})")]
    InUse(PathBuf),
    /// Anything else.
    #[error("store: {0}")]
    Other(String),
}

/// A handle to the writer thread. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Store {}

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
    /// Opens the store in `dir` (made if absent), takes its lock, brings the schema up to date, marks attempts
    /// that were cut off (booked, not closed) as due again.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn open(dir: &Path, now: DateTime<Utc>) -> Result<Opened, Error> {
        let _ = (dir, now);
        Err(Error::Other("not written yet".into()))
    }

    /// T1: keeps raw messages, durably. A place or content that is known already is no error and makes no second
    /// message. Returns, for each, the store's number and whether it is new.
    ///
    /// # Errors
    /// Nothing of the batch is kept then.
    pub async fn keep(&self, batch: Vec<Incoming>) -> Result<Vec<(i64, bool)>, Error> {
        let _ = batch;
        Ok(Vec::new())
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
    ) -> Result<std::collections::BTreeSet<String>, Error> {
        let _ = (account, folder, uidvalidity);
        Ok(Default::default())
    }

    /// Up to `limit` messages that wait to be settled, by moment of receipt, leaving out `not_these`.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn waiting(&self, limit: usize, not_these: Vec<i64>) -> Result<Vec<Waiting>, Error> {
        let _ = (limit, not_these);
        Ok(Vec::new())
    }

    /// T2: settles a batch in one durable commit, each message in its own savepoint. Returns for each whether it
    /// was settled (a message that was settled before is left as it is).
    ///
    /// # Errors
    /// Nothing of the batch is settled then; the register must be loaded anew.
    pub async fn settle(&self, batch: Vec<Settlement>) -> Result<Vec<bool>, Error> {
        let _ = batch;
        Ok(Vec::new())
    }

    /// T3: books an attempt for up to `limit` letters that are due.
    ///
    /// # Errors
    /// Nothing is booked then.
    pub async fn book(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<Booked>, Error> {
        let _ = (now, limit);
        Ok(Vec::new())
    }

    /// T4: closes attempts.
    ///
    /// # Errors
    /// Nothing is closed then; close them again, or the letters are repeated with the same Message-ID.
    pub async fn close(&self, batch: Vec<Closed>) -> Result<(), Error> {
        let _ = batch;
        Ok(())
    }

    /// When the next letter is due, if any waits.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>, Error> {
        Ok(None)
    }

    /// The register as the store has it now.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn register(&self) -> Result<Register, Error> {
        Ok(Register::default())
    }

    /// Takes orders that officers left ([`leave_order`]) and carries them out, each with its journal line.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn carry_out_orders(&self, now: DateTime<Utc>) -> Result<Vec<Order>, Error> {
        let _ = now;
        Ok(Vec::new())
    }
}

/// Leaves an order for the daemon, from another process.
///
/// # Errors
/// See [`Error`]; also when what it names does not exist or is not held.
pub fn leave_order(dir: &Path, order: &Order) -> Result<(), Error> {
    let _ = (dir, order);
    Ok(())
}

//! What goes into the store and comes out of it on the walk of a message.

use chrono::{DateTime, Utc};

use crate::desk::Outcome;
use crate::message::Message;
use crate::message::Receipt;

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
    /// When it was written, or released by a person: the time of trying counts from here.
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

/// How the settlement of one message ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settled {
    /// It is settled by this call.
    Now,
    /// It was settled or held before, and is left as it is.
    Before,
    /// It could not be settled, for this reason, and still waits; nothing of it was changed. The register that
    /// it was handled by may be ahead of the store: load it anew, handle the message again, and if it fails then
    /// too, [`Store::hold_message`](crate::store::Store::hold_message).
    Failed(String),
}

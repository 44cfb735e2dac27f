//! What the commands get to see: plain rows.

use std::path::PathBuf;

use chrono::{DateTime, Utc};

use crate::desk::Withheld;

/// A request, as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestRow {
    /// Our reference.
    pub reference: String,
    /// State's code, where known.
    pub state: Option<String>,
    /// Event's id, where known.
    pub event: Option<String>,
    /// `registered`, `incomplete`, `declined` or `held`; `joined` of one that ended as part of another.
    pub disposition: String,
    /// When its message was received.
    pub received: DateTime<Utc>,
    /// Whether the sender is of record.
    pub of_record: bool,
    /// The store's number of its message.
    pub message: i64,
    /// The reference of the request to which an officer joined it.
    pub joined: Option<String>,
}

/// Which requests; `None` is any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestsWanted {
    /// Disposition.
    pub disposition: Option<String>,
    /// Event's id.
    pub event: Option<String>,
    /// State's code.
    pub state: Option<String>,
}

/// A request with all that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct RequestDetail {
    /// The request.
    pub request: RequestRow,
    /// Its message.
    pub message: MessageRow,
    /// Its judgements, first to last.
    pub rulings: Vec<RulingRow>,
    /// Letters that answer its message.
    pub letters: Vec<LetterRow>,
    /// Its holds, and those of its whole message, open and closed.
    pub holds: Vec<HoldRow>,
}

/// A judgement.
#[derive(Debug, Clone, PartialEq)]
pub struct RulingRow {
    /// From 1.
    pub n: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// The message that led to it.
    pub cause: i64,
    /// What it came to.
    pub disposition: String,
    /// [`crate::rules::Facts`] as JSON.
    pub facts: String,
    /// [`crate::rules::Ruling`] as JSON.
    pub ruling: String,
    /// Hash of the rule set.
    pub rules: String,
    /// Hash of the desk folder.
    pub office: String,
    /// Version of the program.
    pub program: String,
    /// The officer by whose order it was made, where one ordered it.
    pub ordered_by: Option<String>,
}

/// A message with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageRow {
    /// The store's number.
    pub id: i64,
    /// Sum of its bytes.
    pub sha256: String,
    /// Bytes of the whole message.
    pub size: u64,
    /// When it was received.
    pub received: DateTime<Utc>,
    /// When it was fetched.
    pub fetched: DateTime<Utc>,
    /// `kept`, `settled` or `held`.
    pub state: String,
    /// What became of it; `None` while it waits.
    pub disposition: Option<String>,
    /// First address of From; empty before it is settled.
    pub sender: String,
    /// Subject; empty before it is settled.
    pub subject: String,
    /// References of the requests that it made.
    pub requests: Vec<String>,
    /// Letters that answer it.
    pub letters: Vec<LetterRow>,
    /// Letters that were not written, with the reason.
    pub withheld: Vec<Withheld>,
    /// The reasons of the findings that its requests do not meet, one sentence each.
    pub why: Vec<String>,
    /// What a person must act on, open and closed.
    pub holds: Vec<HoldRow>,
    /// The raw message, where it is a file of its own.
    pub raw_path: Option<PathBuf>,
}

/// A letter of the outbox.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterRow {
    /// The store's number.
    pub id: i64,
    /// The message answered; `None` for a letter to our own staff.
    pub message: Option<i64>,
    /// Template's stem, or `staff`.
    pub template: String,
    /// Language.
    pub language: String,
    /// Message-ID without angle brackets.
    pub message_id: String,
    /// Addresses.
    pub to: Vec<String>,
    /// Subject.
    pub subject: String,
    /// References that it speaks of.
    pub requests: Vec<String>,
    /// When it was written.
    pub written: DateTime<Utc>,
    /// `due`, `trying`, `sent`, `held` or `refused`.
    pub state: String,
    /// Why it is held.
    pub held: Option<String>,
    /// Attempts so far.
    pub attempts: u32,
    /// When the next attempt is due (in state `due`), else when the last one ended.
    pub next: DateTime<Utc>,
}

/// An attempt to deliver a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttemptRow {
    /// From 1.
    pub n: u32,
    /// When it was booked.
    pub booked: DateTime<Utc>,
    /// When it was closed.
    pub closed: Option<DateTime<Utc>>,
    /// `delivered`, `later`, `never`, `unknown`.
    pub ending: Option<String>,
    /// The server's words.
    pub words: String,
}

/// Something that waits, or waited, for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoldRow {
    /// The store's number.
    pub id: i64,
    /// The message concerned.
    pub message: Option<i64>,
    /// Reference of the request concerned.
    pub request: Option<String>,
    /// The letter concerned.
    pub letter: Option<i64>,
    /// Why, as a code.
    pub code: String,
    /// Why and what to do.
    pub words: String,
    /// Since when.
    pub opened: DateTime<Utc>,
    /// Until when.
    pub closed: Option<DateTime<Utc>>,
    /// Who closed it.
    pub closed_by: Option<String>,
}

/// A hold with what it concerns.
#[derive(Debug, Clone, PartialEq)]
pub struct HoldDetail {
    /// The hold.
    pub hold: HoldRow,
    /// Its message.
    pub message: Option<MessageRow>,
    /// Its letter with the exact bytes.
    pub letter: Option<(LetterRow, Vec<u8>)>,
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// Its number; numbers only grow.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// Event's code ([`crate::store::Event::code`]).
    pub event: String,
    /// The store's number of the message.
    pub message: Option<i64>,
    /// Reference of the request.
    pub request: Option<String>,
    /// The store's number of the letter.
    pub letter: Option<i64>,
    /// Codes and numbers.
    pub detail: String,
    /// The officer who ordered it, where one did.
    pub by: Option<String>,
}

/// Which lines of the journal; `None` is any.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JournalWanted {
    /// Not before.
    pub since: Option<DateTime<Utc>>,
    /// Before.
    pub until: Option<DateTime<Utc>>,
    /// Of this request, its message and the letters that answer it.
    pub request: Option<String>,
}

/// How much there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// Messages that wait.
    pub kept: u64,
    /// Messages with an outcome.
    pub settled: u64,
    /// Messages held without one.
    pub held: u64,
    /// Requests.
    pub requests: u64,
    /// Holds that are open.
    pub holds: u64,
    /// Letters by state.
    pub letters: std::collections::BTreeMap<String, u64>,
}

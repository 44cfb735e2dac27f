//! The journal: append-only and for ever. Numbers, hashes and codes; never names, addresses, subjects or passport
//! data of who writes or travels. What an officer ordered is written with who ordered it. Each line is written in the
//! same transaction as what it records.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::{Error, stamp};
use crate::desk;
use crate::register;

/// What the journal can say; a closed set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A message was kept (T1).
    Kept,
    /// A message that we hold was found at another place, or again after UIDVALIDITY changed.
    KnownAgain,
    /// A message was settled (T2).
    Settled(desk::Disposition),
    /// A request was made and judged.
    Judged(register::Disposition),
    /// A request was judged anew because of another message.
    JudgedAnew(register::Disposition),
    /// A request was joined to the one of this reference, by order.
    Joined(String),
    /// A letter was written into the outbox.
    LetterWritten,
    /// A letter was not written, for this reason.
    LetterWithheld(String),
    /// An attempt was booked (T3).
    LetterBooked(u32),
    /// The server took the letter (T4).
    LetterDelivered(u32),
    /// The attempt failed; it will be repeated (T4).
    LetterDeferred(u32),
    /// The attempt failed for good (T4).
    LetterRefused(u32),
    /// An attempt was booked and never closed: the daemon was cut off. The letter is due again, with the same
    /// Message-ID.
    OutcomeUnknown(u32),
    /// A message, request or letter is held, for this reason.
    Held(String),
    /// A held letter was released.
    Released,
    /// A held letter was released although it says of a request what no longer holds.
    ReleasedNevertheless,
    /// A letter that was not sent yet was taken back, because its request was judged anew by order.
    LetterWithdrawn,
    /// A hold was closed.
    HoldClosed(i64),
    /// An officer's order was carried out.
    OrderCarriedOut(i64),
    /// An officer's order could not be carried out.
    OrderRefused(i64),
    /// The breaker of the whole desk tripped.
    BreakerTripped,
    /// The breaker was put back.
    BreakerReset,
    /// This desk folder (by hash) is in force.
    OfficeInForce(String),
    /// A desk folder was refused; the last good one stays in force.
    OfficeRefused,
    /// The daemon began.
    Started,
    /// The daemon stopped in good order.
    Stopped,
    /// The server has and we hold different numbers of messages.
    MailboxDiffers {
        /// The server has.
        server_has: u64,
        /// We hold.
        we_hold: u64,
    },
    /// Mail comes from another mailbox than before, as somebody accepted.
    MailboxAccepted,
    /// No mail can be taken in, for this reason.
    IntakeStopped(String),
    /// Mail is taken in again.
    IntakeResumed,
    /// A letter to staff was written, about so many notices.
    StaffTold(u32),
}

impl Event {
    /// The event's code, in kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::KnownAgain => "known-again",
            Self::Settled(_) => "settled",
            Self::Judged(_) => "judged",
            Self::JudgedAnew(_) => "judged-anew",
            Self::Joined(_) => "joined",
            Self::LetterWritten => "letter-written",
            Self::LetterWithheld(_) => "letter-withheld",
            Self::LetterBooked(_) => "letter-booked",
            Self::LetterDelivered(_) => "letter-delivered",
            Self::LetterDeferred(_) => "letter-deferred",
            Self::LetterRefused(_) => "letter-refused",
            Self::OutcomeUnknown(_) => "outcome-unknown",
            Self::Held(_) => "held",
            Self::Released => "released",
            Self::ReleasedNevertheless => "released-nevertheless",
            Self::LetterWithdrawn => "letter-withdrawn",
            Self::HoldClosed(_) => "hold-closed",
            Self::OrderCarriedOut(_) => "order-carried-out",
            Self::OrderRefused(_) => "order-refused",
            Self::BreakerTripped => "breaker-tripped",
            Self::BreakerReset => "breaker-reset",
            Self::OfficeInForce(_) => "office-in-force",
            Self::OfficeRefused => "office-refused",
            Self::Started => "started",
            Self::Stopped => "stopped",
            Self::MailboxDiffers { .. } => "mailbox-differs",
            Self::MailboxAccepted => "mailbox-accepted",
            Self::IntakeStopped(_) => "intake-stopped",
            Self::IntakeResumed => "intake-resumed",
            Self::StaffTold(_) => "staff-told",
        }
    }

    /// What more there is to say, as codes and numbers; empty where there is nothing.
    pub fn detail(&self) -> String {
        match self {
            Self::Settled(disposition) => message_disposition(*disposition).to_owned(),
            Self::Judged(disposition) | Self::JudgedAnew(disposition) => disposition.as_str().to_owned(),
            Self::LetterWithheld(code) | Self::Held(code) | Self::IntakeStopped(code) => only_code(code),
            Self::Joined(to) => only_code(&to.to_lowercase()).to_uppercase(),
            Self::OfficeInForce(hash) => only_code(hash),
            Self::LetterBooked(n)
            | Self::LetterDelivered(n)
            | Self::LetterDeferred(n)
            | Self::LetterRefused(n)
            | Self::OutcomeUnknown(n)
            | Self::StaffTold(n) => n.to_string(),
            Self::HoldClosed(id) | Self::OrderCarriedOut(id) | Self::OrderRefused(id) => id.to_string(),
            Self::MailboxDiffers { server_has, we_hold } => format!("{server_has}/{we_hold}"),
            _ => String::new(),
        }
    }
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub event: Event,
    /// The store's number of the message concerned.
    pub message: Option<i64>,
    /// The store's number of the request concerned.
    pub request: Option<i64>,
    /// The store's number of the letter concerned.
    pub letter: Option<i64>,
}

impl Entry {
    /// A line that concerns the desk as a whole.
    pub fn of_desk(at: DateTime<Utc>, event: Event) -> Self {
        Self { at, event, message: None, request: None, letter: None }
    }
}

/// What a line is about.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct About {
    pub message: Option<i64>,
    pub request: Option<i64>,
    pub letter: Option<i64>,
}

/// Appends a line. `at` is a stamp of [`super::stamp`].
pub(super) fn write(db: &Connection, at: &str, event: &Event, about: About) -> Result<(), Error> {
    append(db, at, event, about, None)
}

/// Appends a line of what `by` ordered.
pub(super) fn ordered(db: &Connection, at: &str, event: &Event, about: About, by: &str) -> Result<(), Error> {
    append(db, at, event, about, Some(by))
}

/// Appends a line of what somebody may have ordered.
pub(super) fn append(
    db: &Connection,
    at: &str,
    event: &Event,
    about: About,
    by: Option<&str>,
) -> Result<(), Error> {
    db.prepare_cached(
        "INSERT INTO journal (at, event, message, request, letter, detail, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        at,
        event.code(),
        about.message,
        about.request,
        about.letter,
        event.detail(),
        by.filter(|by| !by.is_empty())
    ])?;
    Ok(())
}

/// Appends lines of the daemon.
pub(super) fn note(db: &Connection, entries: &[Entry]) -> Result<(), Error> {
    for entry in entries {
        let about = About { message: entry.message, request: entry.request, letter: entry.letter };
        write(db, &stamp::text(entry.at), &entry.event, about)?;
    }
    Ok(())
}

/// A disposition as the contract writes it.
pub(super) fn message_disposition(disposition: desk::Disposition) -> &'static str {
    match disposition {
        desk::Disposition::Registered => "registered",
        desk::Disposition::Incomplete => "incomplete",
        desk::Disposition::Declined => "declined",
        desk::Disposition::Held => "held",
        desk::Disposition::Recorded => "recorded",
        desk::Disposition::Ignored => "ignored",
    }
}

/// Codes come from rules and workers as text: what does not look like one is not let into the journal.
fn only_code(text: &str) -> String {
    let plain = |b: &u8| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'-';
    if text.len() <= 64 && text.as_bytes().iter().all(plain) {
        text.to_owned()
    } else {
        "not-a-code".to_owned()
    }
}

//! The spine: what the desk does with what happens, on one screen.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::Moment;
use crate::letter::{Envelope, Letter};
use crate::matching::Filing;
use crate::message::{Message, Receipt};
use crate::office::Office;
use crate::reading::Reading;
use crate::register::{Register, Request};
use crate::rules::{Facts, Ruling};

/// What can start the walk.
#[derive(Debug, Clone)]
pub enum Trigger<'a> {
    /// A message was kept, and its papers are ready.
    Kept(Kept<'a>),
    /// An officer gave an order.
    Order(Order),
}

/// A message that was kept.
#[derive(Debug, Clone)]
pub struct Kept<'a> {
    /// As the worker understood it.
    pub message: &'a Message,
    /// When and how it came.
    pub receipt: &'a Receipt,
    /// Whether only its headers were kept, because it is larger than the desk allows.
    pub too_large: bool,
}

/// An officer's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// What is to be done.
    pub what: OrderKind,
    /// Who gave it, as the operating system or the officer says.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// The orders there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "order")]
pub enum OrderKind {
    /// A held letter is to go out.
    ReleaseLetter {
        /// The store's number of the letter.
        letter: i64,
    },
    /// A held message or request has been dealt with by a person.
    CloseHold {
        /// The store's number of the hold.
        hold: i64,
    },
}

/// What became of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Disposition {
    /// All its requests are complete, eligible and in time.
    Registered,
    /// The mission was asked for something.
    Incomplete,
    /// A refusal is proposed.
    Declined,
    /// A person must act.
    Held,
    /// Noted; answered only where a template says so.
    Recorded,
    /// Never answered.
    Ignored,
}

/// Everything that follows from one message; the edges carry it out in one savepoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// What became of it.
    pub disposition: Disposition,
    /// What it says.
    pub reading: Reading,
    /// Where it belongs.
    pub filing: Filing,
    /// Requests that it makes.
    pub requests: Vec<Judged>,
    /// Requests of other messages that were judged anew because of it, where the disposition changed.
    pub rejudged: Vec<Judged>,
    /// Letters to write into the outbox.
    pub letters: Vec<Outgoing>,
    /// Letters *not* written, with the reason (`automatic-mark`, `before-start`, `own-address`, …).
    pub withheld: Vec<Withheld>,
    /// What a person must act on.
    pub holds: Vec<Hold>,
    /// What staff should hear by mail.
    pub notices: Vec<Notice>,
}

/// A request with its judgement.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// Year and number of its reference.
    pub number: (i32, u32),
    /// As the register keeps it.
    pub request: Request,
    /// What it was judged by.
    pub facts: Facts,
    /// The judgement.
    pub ruling: Ruling,
}

/// A letter with its exact bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct Outgoing {
    /// As text.
    pub letter: Letter,
    /// What ties it to the message.
    pub envelope: Envelope,
    /// What goes over the wire, CRLF line ends.
    pub bytes: Vec<u8>,
    /// References of the requests that it speaks of.
    pub requests: Vec<String>,
    /// Why it waits for a person (`on-release`, `ceiling`, `breaker`), or `None` to go out.
    pub held: Option<HoldCode>,
}

/// A letter that was not written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Reason code in kebab-case.
    pub code: String,
    /// One sentence for a person.
    pub words: String,
}

/// Something that waits for a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// The request concerned; `None` for the whole message.
    pub request: Option<String>,
    /// Why, as a code.
    pub code: HoldCode,
    /// Why and what to do, one sentence for a person.
    pub words: String,
}

/// Why something is held: short codes in kebab-case, such as `sender-authentic`, `enquiry`, `unreadable`,
/// `too-large`, `panic`, `ceiling`, `breaker`, `on-release`, `undeliverable`.
pub type HoldCode = String;

/// Something that staff should hear by mail at once, at a bounded rate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Kind in kebab-case: `held-near-deadline`, `breaker-tripped`, `intake-stopped`, `disk-nearly-full`,
    /// `rules-refused`.
    pub kind: String,
    /// One sentence, without personal data.
    pub words: String,
}

/// Handles one kept message. Total and pure: same input, same outcome.
pub fn handle(
    _kept: &Kept<'_>,
    _register: &Register,
    _office: &Office,
    _secret: &[u8],
    _moment: Moment,
) -> Option<Outcome> {
    None
}

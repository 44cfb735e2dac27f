//! The spine: what the desk does with what happens, on one screen.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::Moment;
use crate::letter::{Envelope, Letter};
use crate::matching::{self, Filing};
use crate::message::{Message, Receipt};
use crate::office::Office;
use crate::reading::{self, Fact, Reading};
use crate::register::{self, Register, Request};
use crate::rules::{self, Facts, Ruling};

mod address;
mod answered;
mod course;
mod judgement;
mod answer;
mod amend;
mod again;
pub mod rehearsal;

pub use again::again;
pub use amend::{Amended, amend};
pub use course::Course;
pub use judgement::paper_kinds;

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

/// What a judgement and its letter depend on beside the message.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// What the office knows of requests and letters so far.
    pub register: &'a Register,
    /// The desk folder in force.
    pub office: &'a Office,
    /// From which Message-IDs are derived.
    pub secret: &'a [u8],
    /// The one clock reading of the step.
    pub moment: Moment,
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
        /// Also where it says of a request what no longer holds.
        #[serde(default)]
        nevertheless: bool,
    },
    /// A held message or request has been dealt with by a person.
    CloseHold {
        /// The store's number of the hold.
        hold: i64,
    },
    /// What a held message says is applied to a request, which is judged anew ([`amend`]).
    Amend {
        /// The reference of the request.
        request: String,
        /// The store's number of the message.
        message: i64,
    },
    /// A request is judged anew by the rules in force ([`again()`]).
    Judge {
        /// Its reference.
        request: String,
    },
    /// The desk folder as it is saved comes into force, if it is still the one that was shown.
    TakeOver {
        /// Its hash.
        office: String,
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
    /// References of the other requests of its State for its event that it was compared with, in order.
    pub rivals: Vec<String>,
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
    /// `rules-refused`, `rules-saved`, `rules-broken`.
    pub kind: String,
    /// One sentence, without personal data.
    pub words: String,
}

/// What a message says and where it belongs, as far as it tells by itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    /// What it says.
    pub reading: Reading,
    /// Where it belongs.
    pub filing: Filing,
}

/// The first half of the spine: all of it that needs no register, so that messages can be understood side by side.
/// Total and pure.
pub fn understand(message: &Message, receipt: &Receipt, office: &Office) -> Understood {
    let reading = read(message, receipt, office);
    let filing = matching::file(message, &reading, &office.rulebook.events, &office.index, &office.senders);
    Understood { reading, filing }
}

/// What a message says to this office, which knows its calendar: what a meeting is called ("RVR-1") is the number of no
/// note.
fn read(message: &Message, receipt: &Receipt, office: &Office) -> Reading {
    let mut reading = reading::read(message, receipt, &office.states);
    if reading.note_reference.value().is_some_and(|number| office.index.is_event(number)) {
        reading.note_reference = Fact::Missing;
    }
    reading
}

/// The second half: handles one kept message that was understood, one after another, in the order of receipt. Total
/// and pure: same input, same outcome.
///
/// Orders of officers do not pass here: most release a letter or close a hold, which changes no judgement, so the
/// store carries them out ([`Order`]); an answer that is applied by order goes through [`amend()`], a request that is
/// judged anew through [`again()`].
pub fn handle(kept: &Kept<'_>, understood: Understood, basis: Basis<'_>) -> Outcome {
    let Understood { reading, mut filing } = understood;
    filing.look_up(kept.message, &reading, basis.register);
    filing.answers = answered::answered(&reading, &filing, basis.register);
    let course = course::of(kept, &reading, &filing, basis.office);
    let judged = match course {
        Course::Judge => judgement::requests(kept, &reading, &filing, basis),
        _ => judgement::Requests::default(),
    };
    let disposition = course.disposition(&judged.new);
    let answer = answer::write(
        &answer::About {
            kept,
            reading: &reading,
            filing: &filing,
            course: &course,
            disposition,
            requests: &judged.new,
            completes: false,
        },
        0,
        basis,
    );
    let holds = holds(&course, &judged, &answer);
    let notices = notices(&holds, &judged, &answer, kept, basis.office);
    Outcome {
        disposition,
        reading,
        filing,
        requests: judged.new,
        rejudged: judged.anew,
        letters: answer.letters,
        withheld: answer.withheld,
        holds,
        notices,
    }
}

/// Takes an outcome into the register, as the store does when it settles it.
pub fn absorb(register: &mut Register, outcome: &Outcome, moment: Moment) {
    for judged in outcome.requests.iter().chain(&outcome.rejudged) {
        register.put(judged.number.0, judged.number.1, judged.request.clone());
    }
    put_letters(register, &outcome.letters, moment);
}

/// Takes a request that was judged anew by order into the register, as the store does when it carries the order out.
pub fn absorb_amended(register: &mut Register, amended: &Amended, moment: Moment) {
    if let Some(joined) = &amended.joined {
        register.join(joined, &amended.judged.request.reference);
    }
    for judged in std::iter::once(&amended.judged).chain(&amended.anew) {
        register.put(judged.number.0, judged.number.1, judged.request.clone());
    }
    put_letters(register, &amended.letters, moment);
}

fn put_letters(register: &mut Register, letters: &[Outgoing], moment: Moment) {
    for letter in letters {
        let id = &letter.envelope.message_id;
        for to in &letter.letter.to {
            register.put_letter(id, &to.to_lowercase(), &letter.requests, moment.0, letter.held.is_some());
        }
    }
}

/// One hold for each finding by which a person must act on a request, of this message or of another that was judged anew
/// because of it; else one for the message.
fn holds(course: &Course, requests: &judgement::Requests, answer: &answer::Answer) -> Vec<Hold> {
    let mut holds = Vec::new();
    if let Course::Hold { code, words } = course {
        holds.push(Hold { request: None, code: code.clone(), words: words.clone() });
    }
    holds.extend(requests.new.iter().chain(&requests.anew).flat_map(holds_of));
    holds.extend(answer.holds.iter().cloned());
    holds
}

/// What holds a request, one for each rule; none where it does not stand `held`.
fn holds_of(judged: &Judged) -> Vec<Hold> {
    let held = judged.ruling.disposition == register::Disposition::Held;
    let findings = judged.ruling.findings.iter().filter(|f| held && f.effect == rules::Effect::Hold);
    let hold = |finding: &rules::Finding| Hold {
        request: Some(judged.request.reference.clone()),
        code: finding.rule.clone(),
        words: finding.reason.clone(),
    };
    findings.map(hold).collect()
}

/// Staff hear at once of what is held while a deadline is near, and of a tripped breaker.
fn notices(
    holds: &[Hold],
    judged: &judgement::Requests,
    answer: &answer::Answer,
    kept: &Kept<'_>,
    office: &Office,
) -> Vec<Notice> {
    let mut notices = answer.notices.clone();
    let received = kept.receipt.received;
    let near = chrono::TimeDelta::days(office.policy.near_deadline_days.into());
    let named: Vec<&str> =
        judged.new.iter().chain(&judged.anew).filter_map(|j| j.request.event.as_deref()).collect();
    let closing = office
        .rulebook
        .events
        .values()
        .filter(|e| named.is_empty() || named.contains(&e.id.as_str()))
        .filter_map(|e| e.deadline.as_ref().map(|d| (d.closes, &e.id)))
        .filter(|(closes, _)| *closes >= received && *closes - received <= near)
        .min();
    if let (false, Some((closes, event))) = (holds.is_empty(), closing) {
        let codes: std::collections::BTreeSet<&str> = holds.iter().map(|h| h.code.as_str()).collect();
        notices.push(Notice {
            kind: "held-near-deadline".into(),
            words: format!(
                "A message received at {} is held ({}); {event} closes at {}. See `verbale held`.",
                received.format("%Y-%m-%d %H:%M UTC"),
                codes.into_iter().collect::<Vec<_>>().join(", "),
                closes.format("%Y-%m-%d %H:%M UTC"),
            ),
        });
    }
    notices
}

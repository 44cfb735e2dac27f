//! Which course a message takes, before any rule is asked: judged, held, recorded or ignored.

use crate::desk::{Disposition, HoldCode, Judged, Kept};
use crate::matching::Filing;
use crate::office::Office;
use crate::reading::{Fact, Form, Kind, Reading};
use crate::register;

/// The course of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Course {
    /// It asks for support: the rules are asked.
    Judge,
    /// A person must act.
    Hold {
        /// Why, as a code.
        code: HoldCode,
        /// Why and what to do.
        words: String,
    },
    /// Noted; `answer` says whether a template speaks to it.
    Record {
        /// Whether it offers or asks about a contribution.
        contribution: bool,
    },
    /// A machine, or ourselves: never answered.
    Ignore {
        /// Why, as a code.
        code: &'static str,
    },
}

impl Course {
    /// What becomes of the message: the gravest of its requests, where it is judged.
    pub(super) fn disposition(&self, requests: &[Judged]) -> Disposition {
        match self {
            Self::Hold { .. } => Disposition::Held,
            Self::Record { .. } => Disposition::Recorded,
            Self::Ignore { .. } => Disposition::Ignored,
            Self::Judge => {
                let has = |wanted| requests.iter().any(|j| j.ruling.disposition == wanted);
                if requests.is_empty() || has(register::Disposition::Held) {
                    Disposition::Held
                } else if has(register::Disposition::Declined) {
                    Disposition::Declined
                } else if has(register::Disposition::Incomplete) {
                    Disposition::Incomplete
                } else {
                    Disposition::Registered
                }
            }
        }
    }
}

/// Chooses the course.
pub(super) fn of(kept: &Kept<'_>, reading: &Reading, filing: &Filing, office: &Office) -> Course {
    let headers = &kept.message.headers;
    if filing.is_ours {
        return Course::Ignore { code: "our-own-letter" };
    }
    if let [from] = headers.from.as_slice()
        && office.policy.own_addresses.contains(&from.address.to_lowercase())
    {
        return Course::Ignore { code: "own-address" };
    }
    if kept.too_large {
        return hold(
            "too-large",
            "The message is larger than the desk opens; its body is still in the mailbox.",
        );
    }
    if let Some(code) = kept.message.troubles.first() {
        let words = format!("The message could not be opened ({code}); look at the original in the mailbox.");
        return hold("unreadable", &words);
    }
    let kind = reading.kind.value().copied();
    let ours = filing.concerns.join(", ");
    let answers = || {
        let ours = filing.answers.join(", ");
        hold("answer", &format!("It answers ours about {ours}: read it, and apply what it says or brings."))
    };
    let marked = !headers.automatic_marks().is_empty();
    match kind {
        Some(Kind::Automatic) => return Course::Ignore { code: "automatic" },
        _ if marked && !speaks_as_note(reading) => return Course::Ignore { code: "automatic-mark" },
        // What completes a request is written as formally as the request was, and is none.
        Some(Kind::Request) if !filing.answers.is_empty() => return answers(),
        Some(Kind::Request) if reading.kind.is_certain() => return Course::Judge,
        _ => {}
    }
    // What could not be read is mostly why it is not clear what the message wants; a line that seems to ask for support
    // is not the note that it covers.
    if !reading.troubles.is_empty() && !speaks_as_note(reading) {
        return hold("papers-unread", &reading.troubles.join(" "));
    }
    if kind == Some(Kind::Request) {
        return Course::Judge;
    }
    // Who was asked for something writes few words, and sends the paper.
    let tells = matches!(kind, None | Some(Kind::Other | Kind::Attendance)) || !reading.kind.is_certain();
    if tells && !filing.answers.is_empty() {
        return answers();
    }
    if !reading.kind.is_certain() {
        return hold("kind-unclear", "It is not clear what the message wants; a person must read it.");
    }
    match kind {
        Some(Kind::Contribution) => Course::Record { contribution: true },
        Some(Kind::Amendment) => hold(
            "amendment",
            &match ours.as_str() {
                "" => "The note changes an earlier request; apply it by hand.".to_owned(),
                ours => format!("The note changes an earlier request, {ours}; apply it by hand."),
            },
        ),
        Some(Kind::Withdrawal) => hold(
            "withdrawal",
            &match ours.as_str() {
                "" => "The note takes a request back; apply it by hand.".to_owned(),
                ours => format!("The note takes a request back, {ours}; apply it by hand."),
            },
        ),
        Some(Kind::Enquiry) => hold("enquiry", "The message asks a question; answer it by hand."),
        _ => Course::Record { contribution: false },
    }
}

/// Whether a note or formal letter of a State stands in the message, whatever marks its mail carries.
fn speaks_as_note(reading: &Reading) -> bool {
    let formal = matches!(reading.form.value(), Some(Form::NoteVerbale | Form::Letter));
    formal && !matches!(reading.state, Fact::Missing)
}

fn hold(code: &str, words: &str) -> Course {
    Course::Hold { code: code.to_owned(), words: words.to_owned() }
}

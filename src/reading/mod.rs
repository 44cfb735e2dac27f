//! Message and text of its papers → facts, each with the words it was read from.
//!
//! Reading cannot fail: it returns what it understood and what troubled it. It never guesses; what it is not
//! sure of carries a low confidence and stands in [`Reading::doubts`].

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::message::{Digest, Message, Receipt, TextBy};
use crate::states::{Code, Language, States};

/// A value with the words it was read from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quoted<T> {
    /// What was understood.
    pub value: T,
    /// 0.0 to 1.0. Below [`CERTAIN`] a person should look.
    pub confidence: f32,
    /// Where.
    pub place: Place,
    /// The words, on one line.
    pub words: String,
}

/// The confidence from which a fact needs no second look.
pub const CERTAIN: f32 = 0.8;

/// A place in a message.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// `body`, `subject`, `header`, or a paper's file name.
    pub document: String,
    /// Page, from 1.
    pub page: u32,
}

/// A fact: said once or in agreement, not said, or said in ways that exclude each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(tag = "status", rename_all = "lowercase")]
pub enum Fact<T> {
    /// Said.
    Stated(Quoted<T>),
    /// Not said.
    #[default]
    Missing,
    /// Said in ways that exclude each other; all of them.
    Conflicting {
        /// What was said, in the order of the text.
        candidates: Vec<Quoted<T>>,
    },
}

impl<T> Fact<T> {
    /// The value, when stated.
    pub fn value(&self) -> Option<&T> {
        self.quoted().map(|q| &q.value)
    }

    /// The value with its words, when stated.
    pub fn quoted(&self) -> Option<&Quoted<T>> {
        match self {
            Self::Stated(q) => Some(q),
            _ => None,
        }
    }

    /// Whether it is stated with at least [`CERTAIN`] confidence.
    pub fn is_certain(&self) -> bool {
        self.quoted().is_some_and(|q| q.confidence >= CERTAIN)
    }
}

/// What a message is, by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Asks for support.
    Request,
    /// Changes an earlier request: replaces, corrects or ranks the nominee.
    Amendment,
    /// Takes a request back.
    Withdrawal,
    /// Offers or asks about giving money.
    Contribution,
    /// Asks something.
    Enquiry,
    /// Announces who comes, asks for nothing.
    Attendance,
    /// Auto-reply, bounce, read receipt.
    Automatic,
    /// Newsletters, spam, thanks, circulars.
    Other,
}

impl Kind {
    /// As the contract writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Amendment => "amendment",
            Self::Withdrawal => "withdrawal",
            Self::Contribution => "contribution",
            Self::Enquiry => "enquiry",
            Self::Attendance => "attendance",
            Self::Automatic => "automatic",
            Self::Other => "other",
        }
    }
}

/// The form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Third person with courtesy formulas.
    NoteVerbale,
    /// A formal first-person letter, signed.
    Letter,
    /// Ordinary e-mail.
    Message,
}

impl Form {
    /// As the contract writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoteVerbale => "note_verbale",
            Self::Letter => "letter",
            Self::Message => "message",
        }
    }
}

/// The office that issues a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Permanent mission in New York.
    NewYork,
    /// Permanent mission in Geneva.
    Geneva,
    /// Permanent mission in Vienna.
    Vienna,
    /// A ministry or other authority in the capital.
    Capital,
    /// An embassy or office elsewhere.
    Other,
}

impl Channel {
    /// As the contract writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NewYork => "new_york",
            Self::Geneva => "geneva",
            Self::Vienna => "vienna",
            Self::Capital => "capital",
            Self::Other => "other",
        }
    }
}

/// Gender, only where a title, ending, article or pronoun tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Gender {
    /// A woman.
    F,
    /// A man.
    M,
}

/// A government representative named in a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traveller {
    /// As printed, in its case and order, without courtesy or professional title.
    pub name: String,
    /// Only where words tell it.
    pub gender: Option<Gender>,
    /// Post and institution as printed.
    pub function: Option<String>,
    /// Whether the post is one of a government: Yes, No, or None where the words do not tell.
    pub government: Option<bool>,
}

/// Several meetings of a series at once, or one by its place in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stretch {
    /// "all rounds".
    All,
    /// "the six rounds": so many, not said which.
    Count(u32),
    /// "the next round", "the next two rounds".
    Next(u32),
    /// "the remaining rounds", "the forthcoming rounds".
    Rest,
    /// "the last of the sessions", "the last two sessions".
    Last(u32),
}

/// Words that may say which event is meant; [`crate::matching`] compares them with the calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EventClue {
    /// Days named (one, or first and last), with year where given or inferred.
    pub first_day: Option<NaiveDate>,
    /// Last day of the span.
    pub last_day: Option<NaiveDate>,
    /// "fifth session" → 5.
    pub ordinal: Option<u32>,
    /// Whether the sentence does something about the meeting: asks support for it, announces, withdraws.
    pub acts: bool,
    /// Whether it stands in quoted history and not in what the sender writes now.
    #[serde(default)]
    pub history: bool,
    /// Whether it neither names a meeting by such a word nor does anything about one: a place or a theme may stand there.
    #[serde(default)]
    pub aside: bool,
    /// Several meetings of a series at once, or one by its place in time.
    #[serde(default)]
    pub stretch: Option<Stretch>,
    /// The sentence of its document, from 1; 0 where it stands in a list, a table or a form. What two sentences name is less
    /// surely meant together.
    #[serde(default)]
    pub said_in: u32,
    /// The day on which the mail came: what is over then is not asked for.
    #[serde(default)]
    pub said_on: NaiveDate,
    /// The sentence or clause around, on one line.
    pub sentence: String,
    /// Its telling words, folded and parted by blanks: titles, cities and abbreviations are searched among them.
    pub words: String,
    /// The byte of `words` at which its own begin, behind those that lead its list in.
    #[serde(default)]
    pub own_from: usize,
    /// Where.
    pub place: Place,
}

/// What a paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PaperKind {
    /// The note.
    Note,
    /// A passport page.
    Passport,
    /// A form.
    Form,
    /// A curriculum vitae.
    Cv,
    /// A visa.
    Visa,
    /// Bank details.
    Bank,
    /// Anything else.
    Other,
}

impl PaperKind {
    /// As the contract writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Passport => "passport",
            Self::Form => "form",
            Self::Cv => "cv",
            Self::Visa => "visa",
            Self::Bank => "bank",
            Self::Other => "other",
        }
    }
}

/// A paper as understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperReading {
    /// File name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// What it is.
    pub kind: PaperKind,
    /// Pages.
    pub pages: u32,
    /// How its text was had.
    pub text_by: TextBy,
    /// Sum of its bytes.
    pub sha256: Digest,
}

/// The names of the fields in `doubts` and `facts`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Kind of message.
    Kind,
    /// Form of document.
    Form,
    /// Language.
    Language,
    /// State that issues it.
    State,
    /// Office that issues it.
    Channel,
    /// Its reference.
    NoteReference,
    /// Its date.
    NoteDate,
    /// Events concerned.
    Events,
    /// Travellers.
    Travellers,
}

/// What one message says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// Kind of message.
    pub kind: Fact<Kind>,
    /// Form of the document that speaks.
    pub form: Fact<Form>,
    /// Language of the document that speaks.
    pub language: Fact<Language>,
    /// The State that issues the note.
    pub state: Fact<Code>,
    /// The office that issues it.
    pub channel: Fact<Channel>,
    /// As printed, without its label.
    pub note_reference: Fact<String>,
    /// The date printed on the note.
    pub note_date: Fact<NaiveDate>,
    /// In the note's order.
    pub travellers: Vec<Quoted<Traveller>>,
    /// Words that may say which events are meant, the strongest first.
    pub clues: Vec<EventClue>,
    /// The document in which the note stands: `body` or a paper's name; `None` when nothing speaks.
    pub speaks: Option<String>,
    /// Papers, in the message's order.
    pub papers: Vec<PaperReading>,
    /// Fields that a person should look at (events are added by matching).
    pub doubts: BTreeSet<Field>,
    /// Why something could not be read, one sentence each, for a person.
    pub troubles: Vec<String>,
}

mod evidence;
pub(crate) mod words;
mod lexicon;
mod sought;
mod turns;
pub(crate) mod wording;
mod net;
pub(crate) mod sentences;
mod stems;
mod topics;
pub(crate) mod ordinals;
mod dates;
mod phrases;
mod senses;
pub(crate) mod tenor;
mod courtesies;
mod quoted;
mod translation;
mod reference;
mod note_date;
mod language;
mod form;
mod travellers;
mod kind;
mod issuer;
mod papers;
mod sheets;
mod doubts;
mod document;
mod boxes;
mod leaders;
pub(crate) mod clues;

pub use evidence::{Considered, Evidence, Ground};

#[cfg(test)]
mod tests;

/// Reads a message. Total: it never fails and never panics.
///
/// `receipt.received` serves only to settle a numeric date that can be read in two ways and years left out.
pub fn read(message: &Message, receipt: &Receipt, states: &States) -> Reading {
    document::read(message, receipt, states, None)
}

/// What a message was judged by: all that was weighed.
pub fn evidence(message: &Message, receipt: &Receipt, states: &States) -> Evidence {
    let mut evidence = Evidence::default();
    document::read(message, receipt, states, Some(&mut evidence));
    evidence
}

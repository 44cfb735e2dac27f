//! Ruling and templates → letters → exact bytes. The one door to the template engine (`template.rs`) and to
//! lettre's builder (`compose.rs`).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::calendar::{Deadline, Zone};
use crate::diagnostic::{Diagnostic, Source};
use crate::register::{Disposition, Event};
use crate::rules::{Finding, Send, Sources};
use crate::states::Language;

/// Which letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Template {
    /// The one answer to a message whose requests were registered, lack something, or are put before the desk.
    Acknowledgement,
    /// "Your message was received": says nothing of the matter.
    Receipt,
    /// The refusal of one request; waits for release.
    Refusal,
    /// The procedure for contributions.
    Contribution,
    /// The message was too large to be opened.
    TooLarge,
}

impl Template {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Acknowledgement, Self::Receipt, Self::Refusal, Self::Contribution, Self::TooLarge];

    /// The stem of its files: `templates/acknowledgement.en.txt`.
    pub fn stem(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::Receipt => "receipt",
            Self::Refusal => "refusal",
            Self::Contribution => "contribution",
            Self::TooLarge => "too-large",
        }
    }
}

/// Everything that a template may say. Facts of the note have passed [`quotable`].
#[derive(Debug, Clone)]
pub struct Matter<'a> {
    /// When the message was received; in a letter on an answer, when that of the request was.
    pub received: DateTime<Utc>,
    /// When the answer was received that was applied to the request of which the letter speaks.
    pub answer_received: Option<DateTime<Utc>>,
    /// The day of the letter.
    pub today: NaiveDate,
    /// The desk's own zone.
    pub zone: &'a Zone,
    /// The note's own reference, as printed.
    pub note_reference: Option<String>,
    /// The note's date.
    pub note_date: Option<NaiveDate>,
    /// The subject of the message.
    pub subject: Option<String>,
    /// Whether a permanent mission wrote, which the letter may then address as such.
    pub mission: bool,
    /// Sum of the raw message.
    pub message_sha256: String,
    /// (name, sum) of each attachment.
    pub papers: Vec<(Option<String>, String)>,
    /// The requests that the letter speaks of; empty for a receipt.
    pub requests: Vec<RequestMatter<'a>>,
    /// What documents are called in other languages than English.
    pub sources: &'a Sources,
    /// Bytes above which a message is not opened (for [`Template::TooLarge`]).
    pub max_message: u64,
}

/// One request in a letter.
#[derive(Debug, Clone)]
pub struct RequestMatter<'a> {
    /// Our reference.
    pub reference: String,
    /// Short name of the State in the language of the letter, without article ("Niger"): it stands after a label.
    pub state: Option<String>,
    /// The event, where known.
    pub event: Option<&'a Event>,
    /// Days that the note names and on which no event of the calendar meets, first and last.
    pub unlisted_days: Option<(NaiveDate, NaiveDate)>,
    /// A meeting that the note calls by its title while it names other days, with these days.
    pub titled: Option<(&'a Event, (NaiveDate, NaiveDate))>,
    /// The event's own zone.
    pub event_zone: Option<&'a Zone>,
    /// Names of the travellers.
    pub travellers: Vec<String>,
    /// Where the request stands.
    pub disposition: Disposition,
    /// The deadline that applied.
    pub deadline: Option<&'a Deadline>,
    /// The findings that are not met, with their sentences for letters.
    pub findings: Vec<&'a Finding>,
    /// The rules that look at the closing day, by their ids.
    pub of_closing_day: BTreeSet<&'a str>,
    /// The last letter to the same address about the same request, if one went out.
    pub earlier: Option<Earlier>,
}

/// A letter that went out before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The day that it bears.
    pub date: NaiveDate,
    /// The reference that it bears.
    pub reference: String,
}

/// A letter as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// Which template.
    pub template: Template,
    /// In which language.
    pub language: Language,
    /// Addresses, normally one.
    pub to: Vec<String>,
    /// At once or on release.
    pub send: Send,
    /// One line.
    pub subject: String,
    /// Plain text, lines ending in `\n`.
    pub text: String,
    /// Names of attached files.
    pub attachments: Vec<String>,
}

/// The office as it signs and sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// Name of the office, by language; English is always there.
    pub office: BTreeMap<Language, String>,
    /// Name of the fund, by language; English is always there.
    pub fund: BTreeMap<Language, String>,
    /// Display name and address that letters come from.
    pub sender: (String, String),
    /// Prefix of our references, such as `GCM`.
    pub prefix: String,
    /// Contacts for contributions, one line each.
    pub contacts: Vec<String>,
}

/// The checked templates of a desk.
#[derive(Debug)]
pub struct Templates {
    inner: template::Environment,
}

mod compose;
mod context;
mod dates;
mod of;
mod quote;
mod samples;
mod scan;
mod template;
#[cfg(test)]
mod tests;
mod typeset;
mod wrap;

pub use compose::{Envelope, compose, compose_staff, message_id, readable};

impl Templates {
    /// Parses every `templates/*.txt` among `sources`, and renders each with sample matter, so that an unknown
    /// placeholder is found now. Every template of [`Template::ALL`] must exist in English.
    ///
    /// # Errors
    /// Every mistake, with file and place.
    pub fn load(sources: &[Source], identity: &Identity) -> Result<(Self, Vec<Diagnostic>), Vec<Diagnostic>> {
        template::load(sources, identity).map(|(inner, notices)| (Self { inner }, notices))
    }

    /// The languages in which `template` exists.
    pub fn languages(&self, template: Template) -> Vec<Language> {
        self.inner.languages(template)
    }

    /// Subject and text of a letter. `language` must be one of [`Self::languages`].
    ///
    /// # Errors
    /// What the template could not say; nothing may be sent then.
    pub fn render(
        &self,
        template: Template,
        language: Language,
        identity: &Identity,
        matter: &Matter<'_>,
    ) -> Result<(String, String), String> {
        self.inner.render(template, language, identity, matter)
    }
}

/// A stranger's words as they may stand in our letter: one line, at most 120 characters, no addresses, no links,
/// no control or bidi characters; else `None`.
pub fn quotable(words: &str) -> Option<String> {
    quote::quotable(words)
}

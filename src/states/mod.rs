//! The dated world: States, the lists they stand on and the names they bear, each as of a day.

pub(crate) mod fold;
mod names;
mod renamed;
pub(crate) mod table;

#[cfg(test)]
pub(crate) mod tests;

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use names::{Mention, NameForm};
pub use renamed::Renamed;
pub use table::load;

/// An ISO 3166-1 alpha-3 code; the European Union is `EUE`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Code([u8; 3]);

impl Code {
    /// Three capital letters, else `None`.
    pub fn new(text: &str) -> Option<Self> {
        let bytes: [u8; 3] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    /// The three letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<Code> for String {
    fn from(code: Code) -> Self {
        code.as_str().to_owned()
    }
}

impl TryFrom<String> for Code {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::new(&text).ok_or_else(|| format!("`{text}` is not three capital letters"))
    }
}

/// One of the six official languages of the United Nations, as ISO 639-1 writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// French.
    Fr,
    /// Spanish.
    Es,
    /// Arabic.
    Ar,
    /// Russian.
    Ru,
    /// Chinese.
    Zh,
}

impl Language {
    /// All six.
    pub const ALL: [Self; 6] = [Self::En, Self::Fr, Self::Es, Self::Ar, Self::Ru, Self::Zh];

    /// Its two letters.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::Es => "es",
            Self::Ar => "ar",
            Self::Ru => "ru",
            Self::Zh => "zh",
        }
    }

    /// From its two letters.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.code() == code)
    }
}

/// Yes, No or Unknown. Unknown asks or refers to a person; it never grants, refuses or skips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// It cannot be told.
    Unknown,
}

/// What a State is to the United Nations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A Member State.
    Member,
    /// A State that observes.
    Observer,
    /// An organisation that takes part, such as the European Union.
    Organisation,
}

impl Kind {
    /// As `states.csv` and conditions write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Observer => "observer",
            Self::Organisation => "organisation",
        }
    }
}

/// One State.
#[derive(Debug, Clone)]
pub struct State {
    /// Its code.
    pub code: Code,
    /// Its ISO 3166-1 alpha-2 code in lower case, which is its domain on the Internet; empty where there is none.
    pub iso2: String,
    /// Member, observer or organisation.
    pub kind: Kind,
    /// Whether United Nations text puts "the" before the short English name ("the Niger").
    pub article_en: bool,
    /// Regional group, or empty where there is none.
    pub regional_group: String,
}

/// A State's membership of a list. Ends are exclusive: a State that graduates on 4 June is listed on 3 June.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// First day, or `None` where it is not dated but held.
    pub start: Option<NaiveDate>,
    /// First day on which it no longer holds.
    pub end: Option<NaiveDate>,
    /// Whether a person must decide (sources disagree).
    pub review: bool,
    /// Whether the end may be put off: from then on a person must decide.
    pub deferrable: bool,
    /// The source of the entry.
    pub source: String,
}

/// States, lists and names, loaded from `rules/states.csv`, `rules/lists/*.csv` and `rules/names.csv`.
#[derive(Debug)]
pub struct States {
    states: BTreeMap<Code, State>,
    lists: BTreeMap<String, BTreeMap<Code, Vec<Membership>>>,
    names: names::Names,
}

impl States {
    /// The State of this code.
    pub fn get(&self, code: Code) -> Option<&State> {
        self.states.get(&code)
    }

    /// All States, by code.
    pub fn iter(&self) -> impl Iterator<Item = &State> {
        self.states.values()
    }

    /// The names of the lists, such as `ldc`.
    pub fn lists(&self) -> impl Iterator<Item = &str> {
        self.lists.keys().map(String::as_str)
    }

    /// The entries of the lists, with the list and the State of each.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Code, &Membership)> {
        self.lists.iter().flat_map(|(list, entries)| {
            entries.iter().flat_map(move |(code, of)| of.iter().map(move |one| (list.as_str(), *code, one)))
        })
    }

    /// Whether `code` stands on `list` on `day`, with the entry that says so. Unknown are a list that does not exist, an
    /// entry marked for review, and one that has ended where its end may have been put off since.
    pub fn on_list(&self, list: &str, code: Code, day: NaiveDate) -> (Answer, Option<&Membership>) {
        let Some(list) = self.lists.get(list) else { return (Answer::Unknown, None) };
        let begun = || list.get(&code).into_iter().flatten().filter(|m| m.start.is_none_or(|s| s <= day));
        let holds = |m: &&Membership| m.end.is_none_or(|end| day < end);
        match begun().find(holds) {
            Some(m) if m.review => (Answer::Unknown, Some(m)),
            Some(m) => (Answer::Yes, Some(m)),
            // The General Assembly put off the day on which a State left more than once, and the file may not know it yet.
            None => match begun().find(|m| m.deferrable) {
                Some(m) => (Answer::Unknown, Some(m)),
                None => (Answer::No, None),
            },
        }
    }

    /// The lists by name, and whether `code` stands on each, as of the days of receipt and of the event; Unknown where
    /// the two differ or an entry is marked for review.
    pub fn standing(
        &self,
        code: Code,
        receipt: NaiveDate,
        event: Option<NaiveDate>,
    ) -> BTreeMap<String, Answer> {
        let on = |list: &str, day| self.on_list(list, code, day).0;
        self.lists()
            .map(|list| {
                let at_receipt = on(list, receipt);
                let at_event = event.map_or(at_receipt, |day| on(list, day));
                (list.to_owned(), if at_receipt == at_event { at_receipt } else { Answer::Unknown })
            })
            .collect()
    }

    /// The official name of `code` in `language` on `day`: "the Republic of Kenya" in its long form.
    pub fn name_on(&self, code: Code, language: Language, form: NameForm, day: NaiveDate) -> Option<&str> {
        self.names.official(code, language, form, day)
    }

    /// Every State named in `text`, longest names first, without overlaps, in the order of the text.
    pub fn mentions(&self, text: &str) -> Vec<Mention> {
        self.names.mentions(text)
    }

    /// The States with whose short name `letters` begins, written as one word ("costarica"), with what is behind it; the
    /// longest name first.
    pub(crate) fn begun<'t>(&self, letters: &'t str) -> impl Iterator<Item = (Code, &'t str)> {
        self.names.begun(letters)
    }

    /// Every capital that `text`, which was folded before, names, in its order, as a mention of its State.
    pub(crate) fn capitals(&self, text: &str, folded: &fold::Folded) -> Vec<Mention> {
        self.names.capitals(text, folded)
    }

    /// The same as [`Self::mentions`], in one range of a text that was folded before.
    pub(crate) fn mentions_in(
        &self,
        text: &str,
        folded: &fold::Folded,
        range: std::ops::Range<usize>,
    ) -> Vec<Mention> {
        self.names.mentions_in(text, folded, range)
    }
}

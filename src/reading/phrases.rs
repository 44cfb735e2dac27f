//! The words by which notes say what they are, as data: by language and sense.
//!
//! A phrase is compared in folded form (no case, no accents, one space). It begins at the beginning of a word; it
//! ends at the end of one unless it ends in `*`. Chinese has no word boundaries, and Arabic writes particles on.
//! The tables hold turns of diplomatic prose, never words of a particular fund or sample.

mod ar;
mod en;
mod es;
mod fr;
mod offices;
mod others;
mod ru;
mod zh;

use std::sync::LazyLock;

use crate::reading::turns::{Turns, beginnings};
use crate::states::Language;
use crate::states::fold::Folded;

/// What a phrase is a sign of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Sense {
    /// "presents its compliments".
    Opening,
    /// "avails itself of this opportunity".
    Closing,
    /// "Note verbale" as a heading or a name.
    NamesNote,
    /// "Excellency,".
    Salutation,
    /// "I have the honour".
    FirstPerson,
    /// "I have the honour": no ordinary mail says so.
    Honour,
    /// "Please accept, Excellency, the assurances".
    LetterClose,
    /// "Dear colleagues", "Best regards".
    Ordinary,
    /// "Permanent Mission of".
    Mission,
    /// "Ministry of Foreign Affairs of".
    Ministry,
    /// "Embassy of".
    Embassy,
    /// "Permanent Representative of", in a signature.
    Representative,
    /// "on behalf of the Government of".
    Government,
    /// "to the United Nations".
    UnitedNations,
    /// Geneva.
    Geneva,
    /// Vienna.
    Vienna,
    /// New York.
    NewYork,
    /// "request", "would be grateful".
    Asking,
    /// "travel support", "air ticket".
    Support,
    /// "does not request", "at its own expense".
    NoSupport,
    /// "its note No."; an earlier paper of the same sender.
    Earlier,
    /// "will be replaced by", "instead of".
    Replacing,
    /// "withdraw", "no longer able to attend".
    Withdrawing,
    /// "no replacement".
    NoReplacement,
    /// "in case", "should he".
    Conditional,
    /// "contribute to the fund", "pledge".
    Giving,
    /// "USD", "euros".
    Money,
    /// "whether", "clarification".
    Enquiring,
    /// "will attend", "will be represented by".
    Attending,
    /// "out of office", "undeliverable".
    Machine,
    /// "to all Permanent Missions".
    ToAll,
    /// "in our capacity as co-facilitators".
    Facilitating,
    /// Ticket, allowance, expenses: what a journey costs, whoever pays.
    Costs,
    /// "expresses its gratitude for the support".
    Thanking,
    /// "unsubscribe".
    Newsletter,
    /// Passport page.
    Passport,
    /// Form to fill in.
    Form,
    /// Curriculum vitae.
    Cv,
    /// Visa.
    Visa,
    /// Bank details.
    Bank,
}

/// A phrase found in a document: bytes of its folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub sense: Sense,
    /// `None` for a language that is not one of the six.
    pub language: Option<Language>,
    pub start: usize,
    pub end: usize,
}

#[derive(Clone, Copy)]
struct Row {
    sense: Sense,
    language: Option<Language>,
    /// Whether the word may go on after the phrase.
    open: bool,
}

/// The turns of one language.
///
/// Phrases of a sense, parted by `|`; a sense may have several rows.
type Table = &'static [(Sense, &'static str)];

/// A new turn of phrase is a new entry in the table of its language, nothing else.
const TABLES: &[(Option<Language>, Table)] = &[
    (Some(Language::En), en::TABLE),
    (Some(Language::En), offices::EN),
    (Some(Language::Fr), fr::TABLE),
    (Some(Language::Fr), offices::FR),
    (Some(Language::Es), es::TABLE),
    (Some(Language::Es), offices::ES),
    (Some(Language::Ar), ar::TABLE),
    (Some(Language::Ar), offices::AR),
    (Some(Language::Ru), ru::TABLE),
    (Some(Language::Ru), offices::RU),
    (Some(Language::Zh), zh::TABLE),
    (Some(Language::Zh), offices::ZH),
    (None, others::TABLE),
];

static PHRASES: LazyLock<Turns<Row>> = LazyLock::new(|| {
    let mut rows = Vec::new();
    for (language, table) in TABLES {
        for (sense, phrases) in *table {
            for phrase in phrases.split('|') {
                let words = phrase.strip_suffix('*');
                let row = Row { sense: *sense, language: *language, open: words.is_some() };
                rows.push((Folded::new(words.unwrap_or(phrase)).into_text(), row));
            }
        }
    }
    Turns::of(rows)
});

/// Every phrase in `folded`, in the order of its beginning. One turn may carry several senses.
pub(super) fn find(folded: &Folded) -> Vec<Hit> {
    let text = folded.text();
    let phrases = &*PHRASES;
    let mut hits: Vec<Hit> = Vec::new();
    for start in beginnings(text) {
        phrases.at(text, start, |end, row| {
            if starts_word(text, start) && (row.open || ends_word(text, end)) {
                hits.push(Hit { sense: row.sense, language: row.language, start, end });
            }
        });
    }
    hits.sort_by_key(|h| (h.start, std::cmp::Reverse(h.end), h.sense));
    hits
}

fn starts_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    before.is_none_or(|c| !c.is_alphanumeric() || bounds_itself(c))
}

fn ends_word(text: &str, at: usize) -> bool {
    let after = text.get(at..).and_then(|t| t.chars().next());
    let last = text.get(..at).and_then(|t| t.chars().next_back());
    after.is_none_or(|c| !c.is_alphanumeric() || bounds_itself(c))
        || last.is_none_or(|c| !c.is_alphanumeric())
}

/// Scripts in which a phrase may begin or end within what is written together.
fn bounds_itself(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{3000}'..='\u{9fff}')
}

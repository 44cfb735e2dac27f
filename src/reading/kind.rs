//! What a message wants: evidence is gathered from its sentences, persons and build, and weighed.
//!
//! ```text
//! words -> stems and phrases -> senses of a sentence -> evidence of a message -> network -> kind, how sure, by which words
//!   '---------------------------------------------------------^
//! ```
//! The network that weighs (`learned.net`) is learned from the labelled mail of `tests/corpus/tune` and `hands` by `tests/corpus/learn.py`. The evidence is
//! named in words, so that `verbale read --evidence` can say why a message is taken for what it is.

mod broadcast;
mod evidence;
mod polite;
mod wording;

use std::ops::Range;
use std::sync::LazyLock;

use crate::message::Message;
use crate::reading::document::Document;
use crate::reading::net::{Net, Units};
use crate::reading::phrases::Sense;
use crate::reading::stems::Stem;
use crate::reading::travellers::Tally;
use crate::reading::{EventClue, Ground, Kind, Quoted};
use evidence::{Clue, Name};

/// What was judged, and by which words.
pub(super) struct Verdict {
    pub kind: Kind,
    pub confidence: f32,
    /// A circular to all missions: whoever speaks there asks for nothing.
    pub circular: bool,
    /// A newsletter or advertisement.
    pub bulk: bool,
    words: Range<usize>,
    /// What was weighed, and what the network made of it; empty where marks or an address to all decided.
    clues: Vec<Clue>,
    units: Option<Units>,
}

impl Verdict {
    fn new(kind: Kind, confidence: f32, words: Range<usize>) -> Self {
        Self { kind, confidence, circular: false, bulk: false, words, clues: Vec::new(), units: None }
    }

    /// What was weighed, and how it told.
    pub(super) fn grounds(&self, document: &Document) -> Vec<Ground> {
        let towards: Vec<Vec<f32>> = (0..KINDS.len())
            .map(|kind| self.units.as_ref().map(|units| NET.towards(units, kind)).unwrap_or_default())
            .collect();
        let worth = |row: Option<usize>, kind: usize| {
            row.zip(towards.get(kind)).map_or(0.0, |(row, towards)| NET.worth(towards, row))
        };
        // Clues that are new are worth nothing until they are learned, and are learned from here.
        placed(&self.clues)
            .map(|(clue, row)| Ground {
                name: clue.name.to_string(),
                value: clue.value,
                telling: (0..).zip(KINDS).map(|(k, kind)| (kind, worth(row, k) * clue.value)).collect(),
                words: document.quoted_folded((), 1.0, clue.words.clone()).words,
            })
            .collect()
    }

    /// Every turn that could be learned from, where anything was weighed.
    pub(super) fn turns(&self, speaking: &Document, subject: &Document) -> Vec<String> {
        if self.clues.is_empty() { Vec::new() } else { wording::all(speaking, subject) }
    }

    /// As a fact of `document`.
    pub(super) fn quoted(&self, document: &Document) -> Quoted<Kind> {
        document.quoted_folded(self.kind, self.confidence, self.words.clone())
    }
}

/// When what the message speaks of takes place: thanks and claims speak of what is over, requests of what is to come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Times {
    /// A day that is not over when the mail is written.
    pub coming: bool,
    /// The sentence that does something (asks, announces) names such a day.
    pub acts_on_coming: bool,
    /// Days are named, and all are over.
    pub over: bool,
    /// A sentence that does something names a day that is over, and none does of a coming one.
    pub acts_on_over: bool,
}

impl Times {
    /// Of the clues of the text, found with the day of the mail.
    pub(super) fn of(clues: &[EventClue]) -> Self {
        let dated = || clues.iter().filter_map(|c| Some((c.last_day? >= c.said_on, c.acts)));
        let coming = dated().any(|(coming, _)| coming);
        let acts_on_coming = dated().any(|(coming, acts)| coming && acts);
        let over = !coming && dated().next().is_some();
        let acts_on_over = !acts_on_coming && dated().any(|(coming, acts)| !coming && acts);
        Self { coming, acts_on_coming, over, acts_on_over }
    }
}

/// Judges the message. `unread` tells that a paper which may be the note has no text.
pub(super) fn judge(
    message: &Message,
    speaking: &Document,
    body: &Document,
    subject: &Document,
    persons: Tally,
    times: Times,
    unread: bool,
) -> Verdict {
    let formal =
        speaking.has(Sense::Opening) || speaking.has(Sense::LetterClose) && speaking.has(Sense::Salutation);
    if let Some(verdict) = broadcast::automatic(message, speaking, body, subject, formal) {
        return verdict;
    }
    if let Some(words) = broadcast::circular(speaking) {
        return Verdict { circular: true, ..Verdict::new(Kind::Other, 0.95, words) };
    }
    let listed = message
        .headers
        .marks
        .iter()
        .any(|(n, v)| n.starts_with("list-") || n == "precedence" && v.contains("bulk"));
    if !formal && (speaking.count(Sense::Newsletter) >= 2 || listed && speaking.has(Sense::Newsletter)) {
        let words = speaking.first(Sense::Newsletter).map_or(0..0, |h| h.start..h.end);
        return Verdict { bulk: true, ..Verdict::new(Kind::Other, 0.9, words) };
    }
    let mut clues = evidence::gather(message, speaking, subject, persons, times, unread);
    clues.extend(evidence::pairs(speaking));
    clues.extend(wording::gather(speaking, subject));
    let verdict = weigh(clues);
    if unread && !formal {
        // Whatever the covering line says, the note itself has not been read.
        return Verdict { confidence: verdict.confidence.min(0.5), ..verdict };
    }
    verdict
}

/// The kinds, in the order in which the network tells them.
const KINDS: [Kind; 8] = [
    Kind::Request,
    Kind::Amendment,
    Kind::Withdrawal,
    Kind::Contribution,
    Kind::Enquiry,
    Kind::Attendance,
    Kind::Automatic,
    Kind::Other,
];

/// What each clue is worth, learned by `tests/corpus/learn.py`.
static NET: LazyLock<Net> = LazyLock::new(|| Net::of(include_str!("kind/learned.net")));

/// The clues with their rows in the network.
fn placed(clues: &[Clue]) -> impl Iterator<Item = (&Clue, Option<usize>)> {
    clues.iter().enumerate().map(|(k, clue)| {
        let row = match clue.name {
            Name::Then(first, second) => PAIRS.of(first, second),
            Name::Turn(row) => Some(row),
            _ => FIXED.get(k).copied().flatten(),
        };
        (clue, row)
    })
}

/// The rows of the clues that are always gathered, in their order.
static FIXED: LazyLock<Vec<Option<usize>>> = LazyLock::new(|| {
    let nothing = Document::new("body", String::new());
    let (persons, times) = (Tally::default(), Times::default());
    let clues = evidence::gather(&Message::default(), &nothing, &nothing, persons, times, false);
    clues.iter().map(|clue| NET.row(&clue.name.to_string())).collect()
});

/// For each two kinds of words their row and one more, 0 where nothing is learned.
struct Pairs(Vec<u16>);

impl Pairs {
    fn of(&self, first: Stem, second: Stem) -> Option<usize> {
        self.0.get(Self::place(first, second))?.checked_sub(1).map(usize::from)
    }

    fn place(first: Stem, second: Stem) -> usize {
        first as usize * Stem::ALL.len() + second as usize
    }
}

static PAIRS: LazyLock<Pairs> = LazyLock::new(|| {
    let mut places = vec![0; Stem::ALL.len() * Stem::ALL.len()];
    for (first, second) in
        Stem::ALL.iter().flat_map(|first| Stem::ALL.iter().map(move |second| (*first, *second)))
    {
        let row = NET.row(&Name::Then(first, second).to_string()).and_then(|row| u16::try_from(row + 1).ok());
        places.get_mut(Pairs::place(first, second)).into_iter().for_each(|place| *place = row.unwrap_or(0));
    }
    Pairs(places)
});

/// The kind for which most speaks, how sure (the share that the model gives it), and the words that told most for it.
fn weigh(clues: Vec<Clue>) -> Verdict {
    let units = NET.units(placed(&clues).filter_map(|(clue, row)| Some((row?, clue.value))));
    let sums: Vec<f32> = NET.sums(&units).collect();
    let most = sums.iter().copied().fold(f32::MIN, f32::max);
    let best = sums.iter().position(|s| *s >= most).unwrap_or(0);
    let kind = KINDS.get(best).copied().unwrap_or(Kind::Other);
    let all: f32 = sums.iter().map(|s| (s - most).exp()).sum();
    let towards = NET.towards(&units, best);
    // A sentence shows more to a person than two of its words.
    let strongest = |turns: bool| {
        let shown = placed(&clues)
            .filter(|(clue, _)| !clue.words.is_empty() && matches!(clue.name, Name::Turn(_)) == turns);
        let told =
            shown.filter_map(|(clue, row)| Some((NET.worth(&towards, row?) * clue.value, &clue.words)));
        told.max_by(|a, b| a.0.total_cmp(&b.0)).filter(|(told, _)| *told > 0.0)
    };
    let words = strongest(false).or_else(|| strongest(true)).map_or(0..0, |(_, words)| words.clone());
    Verdict { clues, units: Some(units), ..Verdict::new(kind, 1.0 / all, words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_clue_is_known_to_the_network() {
        let nothing = Document::new("body", String::new());
        let (persons, times) = (Tally::default(), Times::default());
        let clues = evidence::gather(&Message::default(), &nothing, &nothing, persons, times, false);
        for clue in clues {
            assert!(NET.row(&clue.name.to_string()).is_some(), "{}: run tests/corpus/learn.py", clue.name);
        }
    }
}

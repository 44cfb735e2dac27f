//! The words themselves: what a message is written in, word by word and by twos, weighed where kinds of words are too
//! coarse ("in lieu of", "no longer able"). Which of them tell anything is learned; the others are
//! passed by. How much a message has of them must not matter, so all that it has weigh as much together in each.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::reading::document::Document;
use crate::reading::kind::NET;
use crate::reading::kind::evidence::{Clue, Name};
use crate::reading::wording::{self, Learned};

/// What all turns of a message weigh together: the length of the vector of their values.
const WEIGHT: f32 = 10.0;
/// Turns that a message must have to weigh so much: a line of few words tells little.
const ENOUGH: usize = 50;

/// In the order of the network, whose first clues they are: nothing sorts before their quotes.
static LEARNED: LazyLock<Learned> = LazyLock::new(|| {
    let turns = NET.names().iter().map_while(|name| name.strip_prefix('"')?.strip_suffix('"'));
    Learned::of(turns.map(|text| (0, text)))
});

/// The learned turns of a message, each once.
pub(super) fn gather(speaking: &Document, subject: &Document) -> Vec<Clue> {
    let mut found: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    for document in [speaking, subject] {
        LEARNED.each(0, &document.words(), |row, words| {
            // What the subject says stands nowhere in the document that speaks.
            let words = if std::ptr::eq(document, speaking) { words } else { 0..0 };
            found.entry(row).or_insert(words);
        });
    }
    #[allow(clippy::cast_precision_loss, reason = "some hundreds")]
    let value = WEIGHT / (found.len().max(ENOUGH) as f32).sqrt();
    found.into_iter().map(|(row, words)| Clue { name: Name::Turn(row), value, words }).collect()
}

/// A learned turn in its quotes, by its row.
pub(super) fn text(row: usize) -> &'static str {
    NET.names().get(row).copied().unwrap_or_default()
}

/// Every turn of a message, learned or not: what learning begins with.
pub(super) fn all(speaking: &Document, subject: &Document) -> Vec<String> {
    let mut found: Vec<String> =
        [speaking, subject].into_iter().flat_map(|d| wording::all(&d.words())).collect();
    found.sort_unstable();
    found.dedup();
    found
}

//! What the words of a clause tell beside the meeting that they name, whatever the language: that it is asked for, is not,
//! is paid at home, is over.

use crate::reading::phrases::Sense::{self, *};
use crate::reading::stems::{Stem, Stems};
use crate::reading::words::Word;
use crate::reading::{senses, topics};

/// Senses that the stems of a clause may have together.
const SENSES: [Sense; 12] = [
    Support,
    NoSupport,
    Asking,
    Costs,
    NoReplacement,
    Replacing,
    Withdrawing,
    Conditional,
    Earlier,
    Enquiring,
    Attending,
    Giving,
];

/// What can be told: each has a number below this, and a name.
pub(crate) const COUNT: usize = Stem::ALL.len() + SENSES.len() + ABOUT;
const ABOUT: usize = topics::ALL.len() + topics::NEAR.len();

/// The numbers of what `words` tell, which stand in `sentence`.
pub(crate) fn of(words: &[Word<'_>], sentence: &str) -> Vec<usize> {
    let stems = Stems::of(words);
    let told = senses::of(&stems, false).senses;
    let topics = topics::of(words, sentence);
    let set = |bits: u64, count: usize| (0..count).filter(move |k| bits & (1 << k) != 0);
    let senses = SENSES.iter().enumerate().filter(|(_, sense)| told & (1 << **sense as u32) != 0);
    set(stems.bits(), Stem::ALL.len())
        .chain(senses.map(|(k, _)| Stem::ALL.len() + k))
        .chain(set(topics, ABOUT).map(|k| Stem::ALL.len() + SENSES.len() + k))
        .collect()
}

/// What a number stands for.
pub(crate) fn name(number: usize) -> String {
    let senses = Stem::ALL.len();
    let about = senses + SENSES.len();
    let near = about + topics::ALL.len();
    if let Some(stem) = Stem::ALL.get(number) {
        return format!("says {stem:?}");
    }
    if let Some(sense) = number.checked_sub(senses).and_then(|k| SENSES.get(k)) {
        return format!("means {sense:?}");
    }
    if let Some(topic) = number.checked_sub(about).and_then(|k| topics::ALL.get(k)) {
        return format!("topic {topic:?}");
    }
    let pair = number.checked_sub(near).and_then(|k| topics::NEAR.get(k));
    pair.map_or_else(String::new, |(a, b)| format!("topic {a:?} near {b:?}"))
}

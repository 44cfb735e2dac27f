//! Meetings whose noun was said before: "at the fourth round ...; at the fifth ...", "la ronda de marzo ... A la de abril".

use crate::reading::dates;
use crate::reading::ordinals::{elliptic, is_meeting};
use crate::reading::words::Word;

/// Sentences behind that of the noun in which it may be left out.
pub(super) const NEAR: u32 = 2;
/// Words between what stands for the noun and the days.
const BETWEEN: usize = 3;

/// The last word for a meeting among `words`.
pub(super) fn noun<'w, 't>(words: &'w [Word<'t>]) -> Option<&'w Word<'t>> {
    words.iter().rev().find(|w| is_meeting(w.folded))
}

/// Whether `words` count or date a meeting without its noun.
pub(super) fn leaves_out(words: &[Word]) -> bool {
    if noun(words).is_some() {
        return false;
    }
    (0..words.len()).any(|k| elliptic(words, k).is_some()) || {
        let mut spans = dates::in_words(words);
        dates::add_bare_months(words, &mut spans);
        spans.iter().any(|span| stands_for(words, words.partition_point(|w| w.at < span.range.start)))
    }
}

/// Whether a word that stands for a noun leads in the days at `at`: "the one of", "celle du", "la del", "تلك".
fn stands_for(words: &[Word], at: usize) -> bool {
    let from = at.saturating_sub(BETWEEN);
    let before = words.get(from..at).unwrap_or_default();
    before.iter().enumerate().any(|(k, word)| {
        let of = |next: &Word| matches!(next.folded, "de" | "del" | "do" | "da" | "que");
        let article = matches!(word.folded, "la" | "el" | "las" | "los" | "a" | "o");
        article && before.get(k + 1).is_some_and(of)
            || matches!(
                word.folded,
                "one" | "ones" | "that" | "those" | "celle" | "celui" | "celles" | "ceux" | "تلك" | "ذلك"
            )
    })
}

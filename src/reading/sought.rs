//! Phrases that are sought within a text, all of them in one pass. They mean what they say to the letter: blanks count, and
//! the text is folded by whoever asks.

use aho_corasick::{AhoCorasick, MatchKind};

/// Phrases, any of which will do.
#[derive(Debug)]
pub(super) struct Sought(Option<AhoCorasick>);

impl Sought {
    /// From phrases parted by `|`.
    pub(super) fn of(phrases: &str) -> Self {
        Self::each(phrases.split('|'))
    }

    /// From phrases.
    pub(super) fn each<'p>(phrases: impl IntoIterator<Item = &'p str>) -> Self {
        let phrases = phrases.into_iter().filter(|phrase| !phrase.is_empty());
        Self(AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(phrases).ok())
    }

    /// Whether one of them stands in `text`.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.first_in(text).is_some()
    }

    /// Where the first of them begins.
    pub(super) fn first_in(&self, text: &str) -> Option<usize> {
        self.0.as_ref()?.find(text).map(|found| found.start())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_phrase_counts_whichever_it_is() {
        let sought = Sought::of(" whose | dont |其费用|не ");
        assert_eq!(sought.first_in("Ms. A dont le billet, whose fare"), Some(5));
        assert_eq!(sought.first_in("其费用"), Some(0));
        assert!(!sought.is_in("whosever") && !sought.is_in("") && !Sought::of("").is_in("a"));
    }
}

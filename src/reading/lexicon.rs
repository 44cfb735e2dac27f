//! Words and beginnings of words with what they mean, found in few steps: every word of a document is asked for.

use crate::states::fold::Folded;

/// Places of the table; a power of two.
const PLACES: usize = 2048;

/// A table of folded words. A word with `*` at its end stands for all that begin with it; one word may be there
/// several times with several meanings.
#[derive(Debug)]
pub(super) struct Lexicon<M> {
    /// Where the entries of each place begin in `entries`, and, last, where they end.
    starts: Vec<u32>,
    entries: Vec<Entry<M>>,
}

#[derive(Debug)]
struct Entry<M> {
    /// The first eight bytes, with zeros where there are fewer, and which of them count.
    head: u64,
    mask: u64,
    word: String,
    open: bool,
    meaning: M,
}

impl<M: Copy> Lexicon<M> {
    /// From words parted by white space, each list with its meaning. Beginnings have at least three bytes.
    pub(super) fn of<'w>(lists: impl IntoIterator<Item = (M, &'w str)>) -> Self {
        let mut placed: Vec<(usize, Entry<M>)> = Vec::new();
        for (meaning, list) in lists {
            for word in list.split_whitespace() {
                let (word, open) = word.strip_suffix('*').map_or((word, false), |w| (w, true));
                let word = Folded::new(word).into_text();
                debug_assert!(!open || word.len() >= 3, "{word}");
                let mask = match (open, word.len()) {
                    (true, length @ 1..8) => u64::MAX >> (64 - 8 * length),
                    _ => u64::MAX,
                };
                placed.push((place(&word), Entry { head: head(&word), mask, word, open, meaning }));
            }
        }
        placed.sort_by_key(|(place, _)| *place);
        let before = |place| placed.partition_point(|(p, _)| *p < place) as u32;
        let starts = (0..=PLACES).map(before).collect();
        Self { starts, entries: placed.into_iter().map(|(_, entry)| entry).collect() }
    }

    /// Every meaning of a folded word.
    #[inline]
    pub(super) fn of_word(&self, word: &str) -> impl Iterator<Item = M> {
        let place = place(word);
        let at = |k: usize| self.starts.get(k).map_or(0, |s| *s as usize);
        let here = self.entries.get(at(place)..at(place + 1)).unwrap_or_default();
        let head = head(word);
        here.iter()
            .filter(move |e| {
                // Of most words the first bytes tell; no word has zeros in it.
                head & e.mask == e.head
                    && (e.word.len() <= 8 && (e.open || word.len() == e.word.len())
                        || if e.open { word.starts_with(e.word.as_str()) } else { word == e.word })
            })
            .map(|e| e.meaning)
    }

    /// Its first meaning.
    #[inline]
    pub(super) fn get(&self, word: &str) -> Option<M> {
        self.of_word(word).next()
    }
}

impl Lexicon<()> {
    /// Words that are known, and mean nothing else.
    pub(super) fn words(list: &str) -> Self {
        Self::of([((), list)])
    }

    /// Whether a folded word is among them.
    #[inline]
    pub(super) fn has(&self, word: &str) -> bool {
        self.get(word).is_some()
    }
}

/// The first eight bytes, with zeros where there are fewer.
#[inline]
fn head(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if let Some(eight) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*eight);
    }
    bytes.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte))
}

/// By the first three bytes.
#[inline]
fn place(word: &str) -> usize {
    let byte = |k| word.as_bytes().get(k).map_or(0, |b| usize::from(*b));
    (byte(0).wrapping_mul(131) ^ byte(1).wrapping_mul(31) ^ byte(2).wrapping_mul(7)) % PLACES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_and_beginnings_open() {
        let lexicon = Lexicon::of([(1, "Réunion* tour"), (2, "tour مؤتمر ne"), (3, "réun*")]);
        let all = |word| lexicon.of_word(word).collect::<Vec<_>>();
        assert_eq!(all("reunions"), [1, 3]);
        assert_eq!(all("tour"), [1, 2]);
        assert!(all("tours").is_empty());
        assert_eq!(all("موتمر"), [2]);
        assert_eq!((lexicon.get("ne"), lexicon.get("n"), lexicon.get("")), (Some(2), None, None));
    }
}

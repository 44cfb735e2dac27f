//! Turns of one or several words with what they mean, found where words begin. Most words begin none, and are passed
//! by in a step; an automaton would look at every letter of them.

use std::ops::Range;

/// Places of a table; a power of two.
const PLACES: usize = 8192;

/// A table of folded turns. One turn may be there several times with several meanings.
#[derive(Debug)]
pub(super) struct Turns<M> {
    /// Turns of one to three bytes, which are few, and of more: each placed by as many of its first bytes.
    tables: [Table<M>; 4],
}

/// Turns that are placed by as many of their first bytes.
#[derive(Debug)]
struct Table<M> {
    /// Where the turns of each place begin in `heads` and `turns`, and, last, where they end; of an empty table nothing.
    starts: Vec<u16>,
    heads: Vec<Head>,
    turns: Vec<(String, M)>,
}

/// The first eight bytes of a turn, or all of it where it has fewer.
#[derive(Debug)]
struct Head {
    bytes: u64,
    mask: u64,
}

impl<M> Table<M> {
    /// Of turns that have at least `of` bytes.
    fn new(of: usize, turns: Vec<(String, M)>) -> Self {
        let mut placed: Vec<(usize, String, M)> = turns
            .into_iter()
            .map(|(turn, meaning)| (place(head(turn.as_bytes()), of), turn, meaning))
            .collect();
        // What begins alike stays in the order in which it was given.
        placed.sort_by_key(|(place, ..)| *place);
        let before = |place| placed.partition_point(|(p, ..)| *p < place);
        let before = |place| u16::try_from(before(place)).unwrap_or(u16::MAX);
        let starts = if placed.is_empty() { Vec::new() } else { (0..=PLACES).map(before).collect() };
        let heads = placed
            .iter()
            .map(|(_, turn, _)| {
                let missing = 8_usize.saturating_sub(turn.len()) as u32;
                Head { bytes: head(turn.as_bytes()), mask: u64::MAX >> (8 * missing) }
            })
            .collect();
        let turns = placed.into_iter().map(|(_, turn, meaning)| (turn, meaning)).collect();
        Self { starts, heads, turns }
    }

    /// Where the turns stand that may begin with `bytes`.
    #[inline]
    fn near(&self, bytes: u64, of: usize) -> Range<usize> {
        let place = place(bytes, of);
        let start = |k: usize| self.starts.get(k).map_or(0, |s| usize::from(*s));
        start(place)..start(place + 1)
    }
}

impl<M: Copy> Turns<M> {
    /// From folded turns, at most 65,535 of a length.
    pub(super) fn of(turns: impl IntoIterator<Item = (String, M)>) -> Self {
        let mut sorted: [Vec<(String, M)>; 4] = Default::default();
        for (turn, meaning) in turns {
            let of = turn.len().min(4);
            if let Some(own) = of.checked_sub(1).and_then(|k| sorted.get_mut(k)) {
                own.push((turn, meaning));
            }
        }
        let mut of = 0;
        let tables = sorted.map(|own| {
            of += 1;
            Table::new(of, own)
        });
        Self { tables }
    }

    /// Every turn that stands at byte `at` of the folded `text`: the byte after its last, and its meaning.
    #[inline]
    pub(super) fn at(&self, text: &str, at: usize, mut found: impl FnMut(usize, M)) {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let bytes = head(rest);
        for (table, of) in self.tables.iter().zip(1..) {
            let here = table.near(bytes, of);
            let heads = table.heads.get(here.clone()).unwrap_or_default();
            let turns = table.turns.get(here).unwrap_or_default();
            for (head, (turn, meaning)) in heads.iter().zip(turns) {
                // No text has zeros in it that a turn would have.
                if bytes & head.mask == head.bytes && (turn.len() <= 8 || rest.starts_with(turn.as_bytes())) {
                    found(at + turn.len(), *meaning);
                }
            }
        }
    }
}

/// The first eight bytes, with zeros where there are fewer.
#[inline]
fn head(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*eight);
    }
    bytes.iter().rev().fold(0, |head, byte| head << 8 | u64::from(*byte))
}

/// By the first `of` bytes.
#[inline]
fn place(head: u64, of: usize) -> usize {
    let first = head & (u64::MAX >> (64 - 8 * of));
    (first.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 51) as usize
}

/// Where in a folded text a turn may begin: at words, at each Chinese character, and anywhere in an Arabic word, which
/// has its particles written on.
pub(super) fn beginnings(text: &str) -> impl Iterator<Item = usize> {
    let mut within = false;
    text.char_indices().filter_map(move |(at, c)| {
        let arabic = matches!(c, '\u{600}'..='\u{6ff}');
        let begins = !within || arabic;
        within = match c {
            'a'..='z' | '0'..='9' => true,
            ' ' => false,
            '\u{3000}'..='\u{9fff}' => false,
            _ => !arabic && c.is_alphanumeric(),
        };
        begins.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_are_found_where_words_begin() {
        let turns = ["on", "on behalf of", "half", "о", "会议", "بعث"].map(str::to_owned);
        let turns = Turns::of(turns.into_iter().zip(0..));
        let text = "on behalf of, 2on 加会议 والبعثة о";
        let mut found = Vec::new();
        for at in beginnings(text) {
            turns.at(text, at, |end, meaning| found.push((text.get(at..end).unwrap_or(""), meaning)));
        }
        assert_eq!(found, [("on", 0), ("on behalf of", 1), ("会议", 4), ("بعث", 5), ("о", 3)]);
    }

    proptest::proptest! {
        #[test]
        fn all_and_only_what_stands_there(text in "(a|b|on|ab|é|中| ){0,24}", turns in proptest::collection::vec("(a|b|on|é|中| ){1,5}", 1..6)) {
            let table = Turns::of(turns.iter().cloned().zip(0_usize..));
            for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
                let mut found = Vec::new();
                table.at(&text, at, |_, k| found.push(k));
                found.sort_unstable();
                let wanted: Vec<usize> = (0..turns.len())
                    .filter(|k| turns.get(*k).is_some_and(|t| text.get(at..).is_some_and(|r| r.starts_with(t.as_str()))))
                    .collect();
                proptest::prop_assert_eq!(found, wanted);
            }
        }
    }
}

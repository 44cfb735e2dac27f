//! Turns of one or several words with what they mean, found where words begin. Most words begin none, and are passed
//! by in a step; an automaton would look at every letter of them.

/// Places of the table; a power of two.
const PLACES: usize = 2048;

/// A table of folded turns. One turn may be there several times with several meanings.
#[derive(Debug)]
pub(super) struct Turns<M> {
    /// Where the turns of each place begin in `heads` and `turns`, and, last, where they end.
    starts: Vec<u32>,
    heads: Vec<Head>,
    turns: Vec<(String, M)>,
    /// Turns of one byte, which are few.
    letters: Vec<(u8, M)>,
}

/// The first four bytes of a turn, or all of it where it has fewer.
#[derive(Debug)]
struct Head {
    bytes: u32,
    mask: u32,
}

impl<M: Copy> Turns<M> {
    /// From folded turns.
    pub(super) fn of(turns: impl IntoIterator<Item = (String, M)>) -> Self {
        let mut letters = Vec::new();
        let mut placed: Vec<(usize, String, M)> = Vec::new();
        for (turn, meaning) in turns {
            match turn.as_bytes() {
                [] => {}
                [letter] => letters.push((*letter, meaning)),
                bytes => placed.push((place(head(bytes)), turn, meaning)),
            }
        }
        // What begins alike stays in the order in which it was given.
        placed.sort_by_key(|(place, ..)| *place);
        let before = |place| placed.partition_point(|(p, ..)| *p < place) as u32;
        let starts = (0..=PLACES).map(before).collect();
        let heads = placed
            .iter()
            .map(|(_, turn, _)| {
                let missing = 4_usize.saturating_sub(turn.len()) as u32;
                Head { bytes: head(turn.as_bytes()), mask: u32::MAX >> (8 * missing) }
            })
            .collect();
        let turns = placed.into_iter().map(|(_, turn, meaning)| (turn, meaning)).collect();
        Self { starts, heads, turns, letters }
    }

    /// Every turn that stands at byte `at` of the folded `text`: the byte after its last, and its meaning.
    #[inline]
    pub(super) fn at<'a>(&'a self, text: &'a str, at: usize) -> impl Iterator<Item = (usize, M)> + 'a {
        let rest = text.as_bytes().get(at..).unwrap_or_default();
        let bytes = head(rest);
        let place = place(bytes);
        let start = |k: usize| self.starts.get(k).map_or(0, |s| *s as usize);
        let here = start(place)..start(place + 1);
        let heads = self.heads.get(here.clone()).unwrap_or_default();
        let turns = self.turns.get(here).unwrap_or_default();
        let letter = rest.first();
        let letters = self.letters.iter().filter(move |(l, _)| Some(l) == letter);
        let longer = heads
            .iter()
            .zip(turns)
            .filter(move |(head, (turn, _))| {
                bytes & head.mask == head.bytes && rest.starts_with(turn.as_bytes())
            })
            .map(move |(_, (turn, meaning))| (at + turn.len(), *meaning));
        letters.map(move |(_, meaning)| (at + 1, *meaning)).chain(longer)
    }
}

/// The first four bytes, with zeros where there are fewer.
#[inline]
fn head(bytes: &[u8]) -> u32 {
    if let Some(four) = bytes.first_chunk::<4>() {
        return u32::from_le_bytes(*four);
    }
    bytes.iter().rev().fold(0, |head, byte| head << 8 | u32::from(*byte))
}

/// By the first two bytes.
#[inline]
fn place(head: u32) -> usize {
    let (first, second) = (head & 0xff, head >> 8 & 0xff);
    (first.wrapping_mul(67) ^ second.wrapping_mul(3)) as usize % PLACES
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
        let found: Vec<(&str, i32)> = beginnings(text)
            .flat_map(|at| {
                turns.at(text, at).map(move |(end, meaning)| (text.get(at..end).unwrap_or(""), meaning))
            })
            .collect();
        assert_eq!(found, [("on", 0), ("on behalf of", 1), ("会议", 4), ("بعث", 5), ("о", 3)]);
    }

    proptest::proptest! {
        #[test]
        fn all_and_only_what_stands_there(text in "(a|b|on|ab|é|中| ){0,24}", turns in proptest::collection::vec("(a|b|on|é|中| ){1,5}", 1..6)) {
            let table = Turns::of(turns.iter().cloned().zip(0_usize..));
            for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
                let mut found: Vec<usize> = table.at(&text, at).map(|(_, k)| k).collect();
                found.sort_unstable();
                let wanted: Vec<usize> = (0..turns.len())
                    .filter(|k| turns.get(*k).is_some_and(|t| text.get(at..).is_some_and(|r| r.starts_with(t.as_str()))))
                    .collect();
                proptest::prop_assert_eq!(found, wanted);
            }
        }
    }
}

//! What speaks for a person's being one of those whom a message is about: the part that the turns give, the turns
//! themselves, how the name was found, where it stands, and what part the others play. What each is worth for each kind
//! of message says [`weights`](super::weights), learned by `tests/corpus/learn.py`.

use crate::reading::stems::Stem;
use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::travellers::said::{self, Said};
use crate::reading::travellers::{Candidate, Part, Piece, Shape, piece_at};
use crate::reading::words::fold;

/// What is known of a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Clues {
    /// Bits by the order of [`name`].
    told: u128,
    /// Kinds of words around the name, bits by [`Stem`], in the order of [`WHERE`].
    words: [u64; WHERE.len()],
}

/// Where kinds of words stand that tell something of a person.
const WHERE: [&str; 5] = ["before", "just before", "just behind", "behind", "in the lead"];

const CUES: [Cue; 21] = [
    Cue::Nominating,
    Cue::Naming,
    Cue::Attending,
    Cue::ReplacedBy,
    Cue::InPlace,
    Cue::Replaced,
    Cue::Unable,
    Cue::Withdrawing,
    Cue::Recalling,
    Cue::Now,
    Cue::Alternate,
    Cue::Conditional,
    Cue::Own,
    Cue::Other,
    Cue::Speaking,
    Cue::Journey,
    Cue::Deciding,
    Cue::Had,
    Cue::Coming,
    Cue::Writer,
    Cue::Borne,
];
const PARTS: [Part; 8] = [
    Part::Mentioned,
    Part::Other,
    Part::Writer,
    Part::Alternate,
    Part::Nominated,
    Part::Own,
    Part::Successor,
    Part::Gone,
];
/// What is said of the person itself, behind its part.
const OWN: [&str; 20] = [
    "titled",
    "labelled",
    "untitled",
    "weak",
    "recalled",
    "told by a label",
    "a post",
    "one word",
    "gender told",
    "first",
    "last",
    "post before",
    "set aside by a label",
    "paid by another by a label",
    "above the courtesies",
    "at the foot",
    "item of a list",
    "under a lead",
    "named again",
    "amid prose",
];
/// What the others are.
const OTHERS: [&str; 7] = [
    "another comes in place",
    "another is surely nominated",
    "another goes",
    "another is gone",
    "another has a post",
    "alone",
    "alternate to another",
];
/// What clauses say of the person alone, in the order of [`said::ALL`].
const SAID: [&str; 8] = [
    "asked for by name",
    "supported by name",
    "paid by another",
    "withdrawn by name",
    "comes by name",
    "changed by name",
    "conditional by name",
    "stays by name",
];
const BEFORE: usize = 0;
const AFTER: usize = BEFORE + CUES.len();
const LEAD: usize = AFTER + CUES.len();
const NEXT: usize = LEAD + CUES.len();
const PART: usize = NEXT + CUES.len();
const SELF: usize = PART + PARTS.len();
const OTHER: usize = SELF + OWN.len();
const ALONE: usize = OTHER + OTHERS.len();
const COUNT: usize = ALONE + SAID.len();

/// Bytes between a turn and the name that it touches: room for a title.
const NEAR: usize = 24;

/// The name of a clue, by its bit.
fn name(bit: usize) -> String {
    let cue = |base: usize| CUES.get(bit - base).map_or_else(String::new, |c| format!("{c:?}"));
    match bit {
        ..AFTER => format!("{} before", cue(BEFORE)),
        AFTER..LEAD => format!("{} behind", cue(AFTER)),
        LEAD..NEXT => format!("{} in the lead", cue(LEAD)),
        NEXT..PART => format!("{} just before", cue(NEXT)),
        PART..SELF => PARTS.get(bit - PART).map_or_else(String::new, |p| format!("part {p:?}")),
        SELF..OTHER => OWN.get(bit - SELF).map_or_else(String::new, |n| (*n).to_owned()),
        OTHER..ALONE => OTHERS.get(bit - OTHER).map_or_else(String::new, |n| (*n).to_owned()),
        _ => SAID.get(bit - ALONE).map_or_else(String::new, |n| (*n).to_owned()),
    }
}

/// The name of a kind of word at a place.
fn word_name(place: usize, stem: usize) -> String {
    let stem = Stem::ALL.get(stem).map_or_else(String::new, |s| format!("{s:?}"));
    format!("word {stem} {}", WHERE.get(place).copied().unwrap_or_default())
}

impl Clues {
    fn has(&self, bit: usize) -> bool {
        self.told & (1 << bit) != 0
    }

    /// All of them, by their bits in the order of [`every`].
    pub(super) fn bits(self) -> impl Iterator<Item = usize> {
        let told = (0..COUNT).filter(move |bit| self.has(*bit));
        let words = self.words.into_iter().enumerate().flat_map(|(place, bits)| {
            let there = move |stem: &usize| bits & (1 << stem) != 0;
            (0..Stem::ALL.len()).filter(there).map(move |stem| WORDS + place * Stem::ALL.len() + stem)
        });
        told.chain(words)
    }

    /// Notes what a clause says of the person alone.
    pub(super) fn say(&mut self, what: Said) {
        let at = said::ALL.iter().position(|s| *s == what).unwrap_or_default();
        self.told |= 1 << (ALONE + at);
    }

    /// The names of all of them.
    pub(super) fn names(self) -> Vec<String> {
        let bits: Vec<usize> = self.bits().collect();
        every().enumerate().filter(|(bit, _)| bits.contains(bit)).map(|(_, name)| name).collect()
    }

    /// What either has.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.told |= other.told;
        self.words.iter_mut().zip(other.words).for_each(|(own, bits)| *own |= bits);
        self
    }

    /// What `other` has not.
    pub(super) fn without(mut self, other: Self) -> Self {
        self.told &= !other.told;
        self.words.iter_mut().zip(other.words).for_each(|(own, bits)| *own &= !bits);
        self
    }

    /// Of two mentions of one person.
    pub(super) fn with(self, other: Self) -> Self {
        let again = OWN.iter().position(|n| *n == "named again").map_or(0, |at| 1 << (SELF + at));
        let both = self.and(other);
        Self { told: both.told | again, ..both }
    }
}

/// What stands around one mention: turns before it in its sentence and behind it, up to the persons next to it, and
/// those of the sentence that leads its list in. `joined` is what stands around the person before: where no turn parts
/// the two, what is said before the first is said of both.
pub(super) fn around(
    one: &Candidate,
    next: Option<usize>,
    previous: Option<(usize, Part)>,
    joined: Clues,
    (turns, words): (&[Found], &[(usize, Stem)]),
    pieces: &[Piece],
    (above, below): (bool, bool),
) -> Clues {
    let Some(piece) = piece_at(pieces, one.start) else { return Clues::default() };
    let lead = piece.lead.and_then(|l| pieces.get(l));
    let begin = previous.map_or(piece.range.start, |(at, _)| at.max(piece.range.start));
    let end = next.unwrap_or(piece.range.end).min(piece.range.end);
    let mut clues = 0_u128;
    let note = |from: usize, to: usize, base: usize| {
        let mut clues = 0_u128;
        let first = turns.partition_point(|t| t.start < from);
        for turn in turns.iter().skip(first).take_while(|t| t.start < to) {
            let Mark::Cue(cue) = turn.mark else { continue };
            if let Some(at) = CUES.iter().position(|c| *c == cue) {
                clues |= 1 << (base + at);
            }
        }
        clues
    };
    clues |= note(begin, one.start, BEFORE);
    let other =
        previous.is_some_and(|(_, part)| matches!(part, Part::Other | Part::Writer | Part::Mentioned));
    let parted = begin == piece.range.start || clues != 0 || other;
    clues |= note(one.name.end, end, AFTER);
    if let Some(lead) = lead {
        clues |= note(lead.range.start, lead.range.end, LEAD);
    }
    // Of several turns before a name the nearest is its own: "in place of Mr. A, Ms. B".
    let nearest = turns.iter().take(turns.partition_point(|t| t.start < one.start)).rev();
    let nearest = nearest.take_while(|t| t.start >= begin).find_map(|t| match t.mark {
        Mark::Cue(cue) if t.end + NEAR >= one.start => CUES.iter().position(|c| *c == cue),
        _ => None,
    });
    if let Some(at) = nearest {
        clues |= 1 << (NEXT + at);
    }
    if !parted {
        let bits = |base: usize| ((1 << CUES.len()) - 1) << base;
        clues |= joined.told & (bits(BEFORE) | bits(NEXT));
    }
    let mut own = |name: &str, told: bool| {
        if let Some(at) = OWN.iter().position(|n| *n == name).filter(|_| told) {
            clues |= 1 << (SELF + at);
        }
    };
    own("above the courtesies", above);
    own("at the foot", below);
    own("item of a list", piece.item);
    own("under a lead", piece.lead.is_some());
    own("amid prose", one.shape == Shape::Bare);
    Clues { told: clues, words: words_around(one, (begin, end), piece, lead, words) }
}

/// Words that join two persons of one clause; Chinese and Arabic write them on to the next.
const JOINTS: [&str; 8] = ["and", "et", "y", "e", "и", "with", "con", "avec"];
/// Bytes between two persons that are joined: room for a post.
const BETWEEN: usize = 160;

/// "Mr. A and Ms. B will no longer attend": what stands behind the last of several who are joined is said of each.
pub(super) fn share_behind(text: &str, all: &mut [Candidate], pieces: &[Piece]) {
    let bits = |base: usize| ((1_u128 << CUES.len()) - 1) << base;
    for k in (1..all.len()).rev() {
        let (before, from) = all.split_at_mut(k);
        let (Some(one), Some(next)) = (before.last_mut(), from.first()) else { continue };
        let together = piece_at(pieces, one.start)
            .zip(piece_at(pieces, next.start))
            .is_some_and(|(a, b)| a.range == b.range);
        let gap = text.get(one.name.end..next.start).unwrap_or_default().trim();
        // "y con la Licenciada": an article may stand behind it.
        let joined = gap.split_whitespace().rev().take(3).any(|w| JOINTS.contains(&fold(w).as_str()))
            || gap.ends_with(['和', '及', '与', '與', '、', 'و'])
            || matches!(gap, "," | "،" | "&");
        let (own, other) = (one.clues.told, next.clues.told);
        // What parts the two says something of one of them.
        let parted = own & bits(AFTER) != 0 || other & bits(BEFORE) & !own != 0;
        if !together || !joined || parted || gap.len() > BETWEEN {
            continue;
        }
        one.clues.told |= other & bits(AFTER);
        for (own, other) in one.clues.words.iter_mut().zip(next.clues.words).skip(2).take(2) {
            *own |= other;
        }
        if one.part == Part::Mentioned && one.told.is_none() {
            (one.part, one.weak) = (next.part, true);
        }
    }
}

/// Kinds of words nearest to a name that still tell of it.
const NEAREST: usize = 3;

/// The kinds of words about a name: `begin` and `end` are where those of the persons next to it leave off.
fn words_around(
    one: &Candidate,
    (begin, end): (usize, usize),
    piece: &Piece,
    lead: Option<&Piece>,
    words: &[(usize, Stem)],
) -> [u64; WHERE.len()] {
    let within = |from: usize, to: usize| {
        let first = words.partition_point(|(at, _)| *at < from);
        let last = words.partition_point(|(at, _)| *at < to);
        words.get(first..last.max(first)).unwrap_or_default()
    };
    let bits = |words: &[(usize, Stem)]| words.iter().fold(0, |bits, (_, stem)| bits | 1 << *stem as u32);
    let nearest = |words: &[(usize, Stem)], from_end: bool| {
        let mut places: Vec<usize> = words.iter().map(|(at, _)| *at).collect();
        places.dedup();
        if from_end {
            places.reverse();
        }
        let there: Vec<usize> = places.into_iter().take(NEAREST).collect();
        words
            .iter()
            .filter(|(at, _)| there.contains(at))
            .fold(0, |bits, (_, stem)| bits | 1_u64 << *stem as u32)
    };
    let own = within(begin, one.start);
    let behind = within(one.name.end, end);
    [
        bits(within(piece.range.start, one.start)),
        nearest(own, true),
        nearest(behind, false),
        bits(behind),
        lead.map_or(0, |lead| bits(within(lead.range.start, lead.range.end))),
    ]
}

/// All that is known of each of `all`, one entry a person.
pub(super) fn gather(all: &[Candidate]) -> Vec<Clues> {
    let last = all.len().saturating_sub(1);
    let each = all.iter().enumerate().map(|(k, one)| {
        let mut clues = one.clues;
        if let Some(at) = PARTS.iter().position(|p| *p == one.part) {
            clues.told |= 1 << (PART + at);
        }
        let own = [
            one.shape == Shape::Titled,
            one.shape == Shape::Labelled,
            one.shape == Shape::Untitled,
            one.weak,
            one.recalled,
            one.told.is_some(),
            one.function.is_some(),
            !one.text.contains([' ', '·', '・']) && one.text.is_ascii(),
            one.gender.is_some(),
            k == 0,
            k == last,
            one.post_before,
            matches!(one.told, Some(Part::Other | Part::Alternate)),
            one.told == Some(Part::Own),
        ];
        for (at, told) in own.into_iter().enumerate() {
            clues.told |= u128::from(told) << (SELF + at);
        }
        let another = |test: &dyn Fn(&Candidate) -> bool| {
            all.iter().enumerate().any(|(other, c)| other != k && test(c))
        };
        let others = [
            another(&|c| c.part == Part::Successor),
            another(&|c| c.part == Part::Nominated && !c.weak),
            another(&|c| c.part == Part::Nominated && c.weak),
            another(&|c| c.part == Part::Gone),
            another(&|c| c.function.is_some()),
            all.len() == 1,
            one.part == Part::Alternate
                && (is_called_alternate(clues) || one.told == Some(Part::Alternate))
                && another(&|c| matches!(c.part, Part::Nominated | Part::Successor)),
        ];
        for (at, told) in others.into_iter().enumerate() {
            clues.told |= u128::from(told) << (OTHER + at);
        }
        clues
    });
    each.collect()
}

/// Whether a turn beside the name says "alternate"; a condition gives the same part.
fn is_called_alternate(clues: Clues) -> bool {
    let at = CUES.iter().position(|c| *c == Cue::Alternate).unwrap_or(0);
    clues.has(BEFORE + at) || clues.has(AFTER + at)
}

/// What holds for everybody.
pub(super) const EVERYBODY: usize = COUNT;
/// The kinds of words follow.
const WORDS: usize = COUNT + 1;

/// Every clue there is, by its bit.
pub(super) fn every() -> impl Iterator<Item = String> {
    let words = (0..WHERE.len()).flat_map(|place| (0..Stem::ALL.len()).map(move |s| word_name(place, s)));
    (0..COUNT).map(name).chain(std::iter::once("everybody".to_owned())).chain(words)
}

const _: () = assert!(COUNT < 128, "more clues than bits");

//! What speaks for a person's being one of those whom a message is about: the part that the turns give, the turns
//! themselves, how the name was found, where it stands, and what part the others play. What each is worth for each kind
//! of message says [`weights`](super::weights), learned by `tests/corpus/learn.py`.

use crate::reading::Kind;
use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::travellers::weights::WEIGHTS;
use crate::reading::travellers::{Candidate, Part, Piece, Shape, piece_at};

/// Bits by the order of [`name`].
pub(super) type Clues = u128;

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
const OWN: [&str; 15] = [
    "titled",
    "labelled",
    "untitled",
    "weak",
    "recalled",
    "told by a label",
    "a post",
    "one word",
    "gender told",
    "at the foot",
    "item of a list",
    "under a lead",
    "named again",
    "first",
    "last",
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
const BEFORE: usize = 0;
const AFTER: usize = BEFORE + CUES.len();
const LEAD: usize = AFTER + CUES.len();
const NEXT: usize = LEAD + CUES.len();
const PART: usize = NEXT + CUES.len();
const SELF: usize = PART + PARTS.len();
const OTHER: usize = SELF + OWN.len();
const COUNT: usize = OTHER + OTHERS.len();

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
        _ => OTHERS.get(bit - OTHER).map_or_else(String::new, |n| (*n).to_owned()),
    }
}

/// The names of all clues in `clues`.
pub(super) fn names(clues: Clues) -> Vec<String> {
    (0..COUNT).filter(|bit| clues & (1 << bit) != 0).map(name).collect()
}

/// What stands around one mention: turns before it in its sentence and behind it, up to the persons next to it, and
/// those of the sentence that leads its list in. `joined` is what stands around the person before: where no turn parts
/// the two, what is said before the first is said of both.
pub(super) fn around(
    one: &Candidate,
    next: Option<usize>,
    previous: Option<(usize, Part)>,
    joined: Clues,
    turns: &[Found],
    pieces: &[Piece],
    below: bool,
) -> Clues {
    let Some(piece) = piece_at(pieces, one.start) else { return 0 };
    let lead = piece.lead.and_then(|l| pieces.get(l));
    let begin = previous.map_or(piece.range.start, |(at, _)| at.max(piece.range.start));
    let end = next.unwrap_or(piece.range.end).min(piece.range.end);
    let mut clues: Clues = 0;
    let note = |from: usize, to: usize, base: usize| {
        let mut clues: Clues = 0;
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
        clues |= joined & (bits(BEFORE) | bits(NEXT));
    }
    let mut own = |name: &str, told: bool| {
        if let Some(at) = OWN.iter().position(|n| *n == name).filter(|_| told) {
            clues |= 1 << (SELF + at);
        }
    };
    own("at the foot", below);
    own("item of a list", piece.item);
    own("under a lead", piece.lead.is_some());
    clues
}

/// Two mentions of one person.
pub(super) fn of_both(a: Clues, b: Clues) -> Clues {
    let again = OWN.iter().position(|n| *n == "named again").map_or(0, |at| 1 << (SELF + at));
    a | b | again
}

/// All that is known of each of `all`, one entry a person.
pub(super) fn gather(all: &[Candidate]) -> Vec<Clues> {
    let last = all.len().saturating_sub(1);
    let each = all.iter().enumerate().map(|(k, one)| {
        let mut clues = one.clues;
        if let Some(at) = PARTS.iter().position(|p| *p == one.part) {
            clues |= 1 << (PART + at);
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
        ];
        for (at, told) in own.into_iter().enumerate() {
            clues |= u128::from(told) << (SELF + at);
        }
        clues |= u128::from(k == 0) << (SELF + 13) | u128::from(k == last) << (SELF + 14);
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
                && is_called_alternate(clues)
                && another(&|c| matches!(c.part, Part::Nominated | Part::Successor)),
        ];
        for (at, told) in others.into_iter().enumerate() {
            clues |= u128::from(told) << (OTHER + at);
        }
        clues
    });
    each.collect()
}

/// Whether a turn beside the name says "alternate"; a condition gives the same part.
fn is_called_alternate(clues: Clues) -> bool {
    let at = CUES.iter().position(|c| *c == Cue::Alternate).unwrap_or(0);
    clues & (1 << (BEFORE + at) | 1 << (AFTER + at)) != 0
}

/// How likely a message of this kind is about the person: 0 to 1.
pub(super) fn share(clues: Clues, kind: Kind) -> f32 {
    let column = match kind {
        Kind::Request => 0,
        Kind::Amendment => 1,
        Kind::Withdrawal => 2,
        Kind::Attendance => 3,
        _ => return 0.0,
    };
    let worth = |(bit, row): (usize, &Option<[f32; 4]>)| {
        let told = bit == COUNT || clues & (1 << bit) != 0;
        row.filter(|_| told).and_then(|row| row.get(column).copied()).unwrap_or(0.0)
    };
    let sum: f32 = TABLE.iter().enumerate().map(worth).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// The weights by bit, and behind them what holds for everybody; `None` for a clue of which nothing has been learned.
static TABLE: std::sync::LazyLock<Vec<Option<[f32; 4]>>> = std::sync::LazyLock::new(|| {
    let row = |name: &str| WEIGHTS.iter().find(|(n, _)| *n == name).map(|(_, row)| *row);
    (0..COUNT).map(name).chain(std::iter::once("everybody".to_owned())).map(|name| row(&name)).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_weight_has_its_clue() {
        let known: Vec<String> = (0..COUNT).map(name).collect();
        for (name, _) in WEIGHTS.iter().filter(|(n, _)| *n != "everybody") {
            assert!(known.iter().any(|k| k == name), "{name}: run tests/corpus/learn.py");
        }
        const { assert!(COUNT < 128) };
    }
}

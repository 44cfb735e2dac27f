//! What a sentence does, by the stems of its words and how near they stand: "defray the cost of his journey" is support
//! though no table has that turn.
//!
//! The tables of phrases know fixed turns; this knows kinds of words. Chinese writes without spaces and is left to the
//! phrases.

mod ar;
mod en;
mod es;
mod fr;
mod ru;

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::phrases::Sense;
use crate::reading::words::{Sort, Word};

/// A kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stem {
    /// Pays, helps, supports.
    Pay,
    /// What a journey costs.
    Travel,
    /// Money for a journey, whoever pays.
    Cost,
    /// The fund.
    Fund,
    /// Receives from the fund.
    Benefit,
    /// Wishes, asks, proposes.
    Wish,
    /// "not", "without", "no".
    Not,
    /// A payer at home: the Government, its own budget.
    Home,
    /// "own", "propre", "собственный".
    Alone,
    /// "by", "à la charge de", "на счет": leads the payer in.
    By,
    /// Comes in place of another, or puts right.
    Replace,
    /// Takes back.
    Withdraw,
    /// "its", "our", "previous".
    Own,
    /// A note, letter or request.
    Paper,
    /// Attends, represents.
    Attend,
    /// "whether", "clarify".
    Ask,
    /// Contributes, pledges.
    Give,
}

use Stem::*;

/// A new word of a language is a new entry in its table, nothing else.
static STEMS: LazyLock<Lexicon<Stem>> =
    LazyLock::new(|| Lexicon::of([en::TABLE, fr::TABLE, es::TABLE, ar::TABLE, ru::TABLE].concat()));

/// Words within which two stems belong together.
const NEAR: usize = 14;

/// The senses of a sentence, as bits by [`Sense`].
pub(super) fn senses(words: &[Word<'_>]) -> u64 {
    let found: Vec<(usize, Stem)> = words
        .iter()
        .enumerate()
        .filter(|(_, w)| w.sort == Sort::Letters)
        .flat_map(|(k, w)| STEMS.of_word(w.folded).map(move |s| (k, s)))
        .collect();
    if found.is_empty() {
        return 0;
    }
    let all = |stem: Stem| found.iter().filter(move |(_, s)| *s == stem).map(|(k, _)| *k);
    let has = |stem: Stem| all(stem).next().is_some();
    // Two stems on different words, at most `most` apart.
    let near =
        |a: Stem, b: Stem, most: usize| all(a).any(|x| all(b).any(|y| x != y && x.abs_diff(y) <= most));
    // `b` within `most` words after `a`.
    let then = |a: Stem, b: Stem, most: usize| all(a).any(|x| all(b).any(|y| y > x && y - x <= most));
    let mut bits = 0_u64;
    let mut mark = |sense: Sense, told: bool| {
        if told {
            bits |= 1 << sense as u32;
        }
    };
    let support = near(Pay, Travel, NEAR)
        || near(Pay, Fund, NEAR)
        || near(Benefit, Fund, NEAR)
        || near(Wish, Fund, NEAR) && has(Travel);
    mark(Sense::Support, support);
    mark(Sense::Asking, has(Wish));
    // "borne by the Government"; "at its own expense"; "the Government will cover the ticket".
    let borne =
        all(Pay).any(|p| all(By).any(|b| b > p && b - p <= 3 && all(Home).any(|h| h > b && h - b <= 4)));
    let home = borne && has(Travel) && !has(Fund)
        || near(Alone, Cost, 3)
        || then(Home, Pay, 4) && near(Pay, Cost, 6) && !has(Fund) && !has(Wish);
    // "no support is requested", "does not seek assistance".
    let refused = then(Not, Pay, 4) && has(Wish)
        || then(Not, Wish, 3) && (has(Pay) || has(Fund))
        || then(Not, Fund, 4) && has(Wish);
    mark(Sense::NoSupport, home || refused);
    mark(Sense::Replacing, has(Replace) && (has(Attend) || has(Paper) || has(Own)));
    mark(Sense::Withdrawing, near(Withdraw, Paper, 8) || near(Withdraw, Attend, 6));
    mark(Sense::Earlier, near(Own, Paper, 3));
    mark(Sense::Enquiring, has(Ask));
    mark(Sense::Costs, has(Travel) && has(Fund) || has(Cost));
    mark(Sense::Attending, near(Attend, Attend, 12) || near(Attend, Wish, 4));
    mark(Sense::Giving, near(Give, Fund, 12) && !has(Attend));
    bits
}

//! What a sentence does, by the stems of its words and how near they stand: "defray the cost of his journey" is support
//! though no table has that turn.
//!
//! The tables of phrases know fixed turns; this knows kinds of words. Chinese has no spaces: its words are sought among
//! the characters of the sentence, two of which count as far as one word of the others.
//!
//! Longer than 400 lines because each kind of word has its line of explanation.

mod ar;
mod en;
mod es;
mod fr;
mod ru;
mod zh;

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::phrases::Sense;
use crate::reading::words::{Sort, Word};

/// A kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stem {
    /// Pays: covers, defrays, finances, bears.
    Pay,
    /// "take" of "take care of", "prendre en charge", "взять на себя".
    Take,
    /// What stands behind it: "care", "charge", "себя".
    Charge,
    /// Does something that may be paying: provides, arranges, meets.
    Provide,
    /// Helps: supports, assists, facilitates.
    Help,
    /// What a journey costs: ticket, fare, allowance, expenses.
    Cost,
    /// Journey, passage, participation: what support is for.
    Travel,
    /// The fund.
    Fund,
    /// Receives from the fund, avails itself.
    Benefit,
    /// A place, seat or list that can be sponsored.
    Seat,
    /// What a circular offers: facility, scheme, its paragraph.
    Offer,
    /// Requests, seeks, applies.
    Wish,
    /// Hopes, would be grateful, kindly.
    Polite,
    /// "could", "may", "possible".
    May,
    /// Nominates, proposes, submits a name.
    Name,
    /// Needs, requires.
    Need,
    /// Budget and means, when they are wanting.
    Means,
    /// Exhausted, insufficient, limited.
    Scarce,
    /// "not", "no", "without a".
    Not,
    /// "without".
    Without,
    /// "longer", "plus", "ya", "finally", "unfortunately": what was is no more.
    Longer,
    /// "if", "provided".
    If,
    /// A payer at home: the Government, its own budget.
    Home,
    /// "own", "propre", "собственный".
    Alone,
    /// "ourselves", "сами".
    Selves,
    /// "by", "à la charge de", "на счет": leads the payer in.
    By,
    /// Comes in place of another.
    Replace,
    /// Puts right: corrects, amends; misspelt, erroneous.
    Correct,
    /// Takes back: withdraws, rescinds.
    Withdraw,
    /// Ends: cancels, annuls, is void, is moot.
    Cancel,
    /// Strikes out, frees, removes.
    Drop,
    /// Cannot, is prevented.
    Unable,
    /// "previous", "dated", "with reference to".
    Former,
    /// "its", "our".
    Own,
    /// A note, letter, request or nomination.
    Paper,
    /// Attends, takes part, represents, comes.
    Attend,
    /// Is going to: "will", "is to".
    Will,
    /// Attends in the future, in one word.
    Attends,
    /// A delegation.
    Delegation,
    /// Consists of, is headed by.
    Compose,
    /// Clarifies, enquires: always a question.
    Ask,
    /// Informs, confirms, tells.
    Tell,
    /// Knows, learns.
    Know,
    /// "whether", "when", "how", "what".
    Which,
    /// What is asked about: deadline, procedure, criteria, status.
    Matter,
    /// Contributes, pledges, donates.
    Give,
    /// Pays over: transfers, remits, allocates.
    Transfer,
    /// Sums and currencies.
    Sum,
    /// "from", "du", "del": leads in who gives.
    From,
    /// "in favour of", "au profit du": the gift goes there.
    Toward,
    /// "at the expense of", "on the account of".
    Account,
    /// Registers, accredits, notifies, sends: names follow.
    Announce,
    /// Receives a mail: "if you have received this in error".
    Got,
    /// The United Nations: who is to pay when the Government does not.
    Nations,
    /// "able", "pourra": with "not" the same as `Unable`.
    Able,
    /// "back": what is taken back is withdrawn.
    Back,
    /// Goes on with: proceeds, processes, considers; with "not" a withdrawal.
    Proceed,
    /// Moves to another meeting or person: carries over, transfers.
    Shift,
    /// Small words by which a language is known.
    Small,
}

use Stem::*;

/// The kinds of words that tell something by themselves.
#[rustfmt::skip]
pub(super) const TELLING: [Stem; 55] = [
    Pay, Take, Charge, Provide, Help, Cost, Travel, Fund, Benefit, Seat,
    Offer, Wish, Polite, May, Name, Need, Means, Scarce, Not, Without,
    Longer, If, Alone, Selves, By, Replace, Correct, Withdraw, Cancel, Drop,
    Unable, Former, Own, Paper, Attend, Will, Attends, Delegation, Compose, Ask,
    Tell, Know, Which, Matter, Give, Transfer, Sum, From, Toward, Account,
    Announce, Got, Able, Proceed, Shift,
];

/// A new word of a language is a new entry in its table, nothing else.
static STEMS: LazyLock<Lexicon<(usize, Stem)>> = LazyLock::new(|| {
    let tables = [en::TABLE, fr::TABLE, es::TABLE, ar::TABLE, ru::TABLE];
    let rows = |(k, table): (usize, &[(Stem, &'static str)])| {
        table.iter().map(move |(stem, words)| ((k, *stem), *words)).collect::<Vec<_>>()
    };
    Lexicon::of(tables.into_iter().enumerate().flat_map(rows))
});

/// Languages in Latin letters, the first of `STEMS`: which of them a sentence is written in, its small words tell.
const LATIN: usize = 3;

/// Words within which two stems belong together.
const NEAR: usize = 14;

/// The stems of a sentence with their places: two steps a word, one a Chinese character.
struct Found(Vec<(usize, Stem)>);

impl Found {
    fn of(words: &[Word<'_>]) -> Self {
        let mut told = Vec::new();
        let mut found = Vec::new();
        let mut small = [0_u32; LATIN];
        let mut place = 0;
        let mut characters = zh::Run::default();
        for (k, word) in words.iter().enumerate() {
            if word.sort != Sort::Letters {
                if ['$', '€', '£', '¥'].iter().any(|sign| word.is_sign(*sign)) {
                    found.push((place, Sum));
                }
                place += 2;
                characters.end(&mut found);
                continue;
            }
            if zh::is_han(word.folded) {
                characters.push(word.folded, place);
                place += word.folded.chars().count();
                continue;
            }
            characters.end(&mut found);
            if !counts(word, words.get(k + 1)) {
                let mut hear = |(language, stem): (usize, Stem)| match small.get_mut(language) {
                    Some(count) if stem == Small => *count += 1,
                    Some(_) => told.push((place, language, stem)),
                    None => found.push((place, stem)),
                };
                STEMS.of_word(word.folded).for_each(&mut hear);
                for bare in ar::without_particles(word.folded) {
                    STEMS.of_word(bare).for_each(&mut hear);
                }
            }
            place += 2;
        }
        characters.end(&mut found);
        let most = small.iter().copied().max().unwrap_or_default();
        let spoken = |language: usize| small.get(language).is_some_and(|count| *count == most);
        found.extend(told.into_iter().filter(|(_, l, _)| spoken(*l)).map(|(at, _, stem)| (at, stem)));
        let mut found = Self(found);
        found.join(Take, Charge, 4, Pay);
        found.join(Not, Able, 5, Unable);
        found.join(Take, Back, 5, Withdraw);
        found
    }

    /// Where `b` stands within `most` words after (or, of `Take`, about) `a`, `both` stands.
    fn join(&mut self, a: Stem, b: Stem, most: usize, both: Stem) {
        let behind = |x: usize, y: usize| if a == Take { x != y } else { y > x };
        let joined: Vec<usize> = self
            .all(b)
            .filter(|y| self.all(a).any(|x| behind(x, *y) && x.abs_diff(*y) <= 2 * most))
            .collect();
        self.0.extend(joined.into_iter().map(|at| (at, both)));
    }

    fn all(&self, stem: Stem) -> impl Iterator<Item = usize> {
        self.0.iter().filter(move |(_, s)| *s == stem).map(|(at, _)| *at)
    }

    fn has(&self, stem: Stem) -> bool {
        self.all(stem).next().is_some()
    }

    fn any(&self, stems: &[Stem]) -> bool {
        stems.iter().any(|s| self.has(*s))
    }

    /// Two stems on different words, at most `most` words apart.
    fn near(&self, a: Stem, b: Stem, most: usize) -> bool {
        self.all(a).any(|x| self.all(b).any(|y| x != y && x.abs_diff(y) <= 2 * most))
    }

    fn near_any(&self, a: Stem, others: &[Stem], most: usize) -> bool {
        others.iter().any(|b| self.near(a, *b, most))
    }

    /// `b` within `most` words after `a`.
    fn then(&self, a: Stem, b: Stem, most: usize) -> bool {
        self.all(a).any(|x| self.all(b).any(|y| y > x && y - x <= 2 * most))
    }

    fn then_any(&self, a: Stem, others: &[Stem], most: usize) -> bool {
        others.iter().any(|b| self.then(a, *b, most))
    }
}

/// Whether "no" or "n" leads in a number: "No. 37", "n° 117".
fn counts(word: &Word<'_>, next: Option<&Word<'_>>) -> bool {
    matches!(word.folded, "no" | "n" | "nr" | "nos")
        && next.is_some_and(|n| {
            matches!(n.sort, Sort::Number(..)) || n.is_sign('.') || n.is_sign('\u{b0}') || n.is_sign(':')
        })
}

/// What a sentence has.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Told {
    /// Bits by [`Sense`].
    pub senses: u64,
    /// Bits by [`Stem`].
    stems: u64,
}

impl Told {
    pub(super) fn says(self, stem: Stem) -> bool {
        self.stems & (1 << stem as u32) != 0
    }
}

/// The senses and stems of a sentence.
pub(super) fn of(words: &[Word<'_>]) -> Told {
    let found = Found::of(words);
    if found.0.is_empty() {
        return Told::default();
    }
    let stems = found.0.iter().fold(0, |bits, (_, stem)| bits | 1_u64 << *stem as u32);
    let mut bits = 0_u64;
    let mut mark = |sense: Sense, told: bool| {
        if told {
            bits |= 1 << sense as u32;
        }
    };
    let question = words.iter().rev().take(3).any(|w| ['?', '؟', '？'].iter().any(|sign| w.is_sign(*sign)));
    let lacks = found.near_any(Means, &[Scarce, Not], 8)
        || found.near(Cost, Scarce, 6)
        || found.near_any(Unable, &[Cost, Means, Pay], 6);
    let helpless = found.then_any(Without, &[Fund, Help, Pay], 7) && found.any(&[Unable, Not]);
    let support = supports(&found) || helpless;
    let refused = refuses(&found, lacks || helpless);
    mark(Sense::Support, support || lacks && found.any(&[Cost, Travel, Fund]));
    mark(Sense::NoSupport, refused);
    mark(Sense::Asking, asks(&found, support, question));
    mark(Sense::Costs, found.has(Cost) || found.has(Travel) && found.has(Fund));

    let no_other = found.all(Not).any(|not| {
        let going = |until: usize| {
            [Attend, Travel].iter().any(|s| found.all(*s).any(|at| at > not && at < until))
                || found.all(Unable).any(|at| at + 4 > not && at < until)
        };
        found.all(Replace).any(|r| r > not && r - not <= 10 && !going(r))
    });
    mark(Sense::NoReplacement, no_other);
    let replaces = found.has(Replace) && found.any(&[Attend, Attends, Travel, Paper, Name, Will, Delegation]);
    let corrects = found.near_any(Correct, &[Paper, Name, Seat], 8) || found.near(Correct, Attend, 4);
    let moved = found.near_any(Shift, &[Seat, Help, Paper], 6) && !found.has(Sum);
    let corrects = corrects && !found.near(Correct, Got, 7);
    mark(Sense::Replacing, (replaces || corrects || moved) && !no_other);

    let fails = found.then_any(Unable, &[Attend, Travel], 6) || found.near(Unable, Attends, 4);
    let stays = (found.then_any(Not, &[Attend, Attends, Travel], 4) || found.then(Not, Need, 3))
        && found.near(Not, Longer, 6);
    let withdraws = found.near_any(Withdraw, &[Paper, Name, Seat, Attend, Travel, Help], 8)
        || found.near_any(Cancel, &[Paper, Name, Travel, Cost, Seat], 8)
        || found.near_any(Drop, &[Seat, Name], 6)
        || found.then(Not, Proceed, 4) && found.near(Proceed, Paper, 6)
        || (fails || stays) && !lacks && !helpless;
    mark(Sense::Withdrawing, withdraws);
    mark(Sense::Conditional, found.then_any(If, &[Unable, Cancel, Drop, Withdraw], 8));

    mark(Sense::Earlier, found.near(Former, Paper, 5) || found.near(Own, Paper, 2));
    let told = found.then(Tell, Which, 7) || found.then(Know, Which, 7) || found.near(Know, Matter, 8);
    mark(Sense::Enquiring, found.has(Ask) || told || question);
    let attends = found.has(Attends)
        || found.then_any(Will, &[Attend], 4)
        || found.then(Tell, Attend, 4)
        || found.near_any(Announce, &[Attend, Seat], 6)
        || found.near(Delegation, Compose, 8);
    mark(Sense::Attending, attends);
    mark(Sense::Giving, gives(&found));
    Told { senses: bits, stems }
}

/// Somebody is to pay a journey, or the fund is to help.
fn supports(found: &Found) -> bool {
    found.near_any(Pay, &[Cost, Travel, Fund], NEAR)
        || found.near_any(Help, &[Cost, Fund], NEAR)
        || found.near(Help, Travel, 9)
        || found.near_any(Provide, &[Cost], 8)
        || found.near_any(Fund, &[Benefit, Cost, Need], NEAR)
        || found.near_any(Fund, &[Wish, Name, Polite], NEAR) && found.any(&[Travel, Attend])
        || found.near_any(Seat, &[Pay, Benefit], 6)
        || found.near_any(Seat, &[Fund, Help], 5)
        || found.near(Benefit, Offer, 10)
        || found.near_any(Benefit, &[Cost, Travel], 5)
        || found.near(Charge, Fund, 4)
        || found.near(Name, Cost, 5)
        || found.near(Need, Cost, 10)
        || found.near(Need, Help, 6)
        || found.near(Polite, Cost, 12)
        || found.then(Help, Cost, 3)
        || found.near_any(Wish, &[Cost], 6)
}

/// The support is asked for.
fn asks(found: &Found, support: bool, question: bool) -> bool {
    found.any(&[Wish, Name, Need])
        || found.then(Help, Cost, 3)
        || found.has(Polite)
        || found.near(Benefit, Offer, 10)
        || found.then_any(May, &[Pay], 5)
        || support && (question || found.any(&[If, May]))
}

/// "borne by the Government"; "at its own expense"; "no support is requested"; "without recourse to the Fund". `wanting`
/// tells that means are wanting at home.
fn refuses(found: &Found, wanting: bool) -> bool {
    let wished = found.any(&[Wish, Need, Polite, If, May]);
    let borne = [Pay, Provide, Cost].iter().any(|pay| {
        found.all(*pay).any(|p| {
            found.all(By).any(|b| b > p && b - p <= 8 && found.all(Home).any(|h| h > b && h - b <= 8))
        })
    });
    let journey = found.any(&[Travel, Cost, Attend]);
    let wants = found.then_any(Need, &[Cost, Help, Pay, Fund], 8);
    let home = borne && journey && !found.has(Fund) && !wants
        || found.then_any(Account, &[Home, Alone], 3) && journey && !wanting
        || found.has(Cost) && found.then(Pay, By, 3) && !found.has(Fund) && !wished
        || found.near_any(Alone, &[Cost, Means], 4) && !found.near(Alone, Not, 6) && !found.has(Scarce)
        || found.near_any(Selves, &[Cost, Pay], 8)
        || home_pays(found)
            && found.near(Pay, Cost, 8)
            && !found.any(&[Fund, Wish, Unable, If])
            && !found.then(Not, Pay, 4);
    let refused = found.then_any(Not, &[Pay, Help], 4) && found.any(&[Wish, Need])
        || found.then_any(Not, &[Wish, Need], 6) && found.any(&[Pay, Help, Fund])
        || found.then(Not, Fund, 4) && found.has(Wish);
    let apart = found.then_any(Without, &[Fund, Help, Wish], 6) && !found.has(Unable);
    home || (refused || apart) && !wanting
}

/// "the Government will cover", not "the Government hopes that the United Nations cover".
fn home_pays(found: &Found) -> bool {
    found.all(Home).any(|home| {
        let other = |until: usize| {
            [Nations, Wish, Polite].iter().any(|s| found.all(*s).any(|at| at > home && at < until))
        };
        found.all(Pay).any(|pay| pay > home && pay - home <= 10 && !other(pay))
    })
}

/// A gift to the fund, not one of it.
fn gives(found: &Found) -> bool {
    let to_fund = |give: Stem, most: usize| {
        found.all(give).any(|g| {
            found.all(Fund).any(|f| {
                let out = found.all(From).any(|o| {
                    let toward = found.all(Toward).any(|t| t < o && o - t <= 4);
                    o < f && f - o <= 8 && (o > g || g > f) && !toward
                });
                f.abs_diff(g) <= 2 * most && !out
            })
        })
    };
    to_fund(Give, NEAR)
        || found.near(Give, Sum, 8) && !found.has(Cost)
        || found.has(Sum) && to_fund(Transfer, NEAR)
        || found.near(Transfer, Sum, 4) && !found.any(&[Cost, Wish, Need, Benefit])
}

#[cfg(test)]
mod tests;

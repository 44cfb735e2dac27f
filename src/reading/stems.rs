//! Kinds of words, by their stems, and how near they stand: "defray the cost of his journey" tells of paying and of a
//! journey though no table has that turn.
//!
//! The tables of phrases know fixed turns; this knows kinds of words. Chinese has no spaces: its words are sought among
//! the characters of the sentence, two of which count as far as one word of the others.

mod ar;
mod en;
mod es;
mod fr;
mod ru;
mod zh;

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};

/// A kind of word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    /// "who", "whose": leads in what is said beside.
    Relative,
    /// A minister, ambassador, president: who decides more often than travels.
    Chief,
    /// Signs.
    Sign,
    /// A delegate, candidate, expert.
    Delegate,
    /// "on behalf", "upon the advice", "by decision of".
    Advice,
}

impl Stem {
    /// All of them, by their numbers.
    #[rustfmt::skip]
    pub(super) const ALL: [Self; 64] = [
        Self::Pay, Self::Take, Self::Charge, Self::Provide, Self::Help, Self::Cost, Self::Travel, Self::Fund, Self::Benefit, Self::Seat,
        Self::Offer, Self::Wish, Self::Polite, Self::May, Self::Name, Self::Need, Self::Means, Self::Scarce, Self::Not, Self::Without,
        Self::Longer, Self::If, Self::Home, Self::Alone, Self::Selves, Self::By, Self::Replace, Self::Correct, Self::Withdraw, Self::Cancel,
        Self::Drop, Self::Unable, Self::Former, Self::Own, Self::Paper, Self::Attend, Self::Will, Self::Attends, Self::Delegation, Self::Compose,
        Self::Ask, Self::Tell, Self::Know, Self::Which, Self::Matter, Self::Give, Self::Transfer, Self::Sum, Self::From, Self::Toward,
        Self::Account, Self::Announce, Self::Got, Self::Nations, Self::Able, Self::Back, Self::Proceed, Self::Shift, Self::Small, Self::Relative, Self::Chief, Self::Sign, Self::Delegate, Self::Advice,
    ];
}

use Stem::*;

/// The kinds of words that tell something by themselves.
#[rustfmt::skip]
pub(super) const TELLING: [Stem; 60] = [
    Pay, Take, Charge, Provide, Help, Cost, Travel, Fund, Benefit, Seat,
    Offer, Wish, Polite, May, Name, Need, Means, Scarce, Not, Without,
    Longer, If, Alone, Selves, By, Replace, Correct, Withdraw, Cancel, Drop,
    Unable, Former, Own, Paper, Attend, Will, Attends, Delegation, Compose, Ask,
    Tell, Know, Which, Matter, Give, Transfer, Sum, From, Toward, Account,
    Announce, Got, Able, Proceed, Shift, Relative, Chief, Sign, Delegate, Advice,
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

/// A kind of word where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    /// Its place in the sentence: two steps a word, one a Chinese character.
    place: usize,
    /// What it is.
    pub stem: Stem,
    /// Byte of the folded text.
    pub at: usize,
}

/// The stems of a sentence by their places.
#[derive(Debug, Clone, Default)]
pub(super) struct Stems(Vec<Said>);

impl Stems {
    /// Of the words of one sentence.
    pub(super) fn of(words: &[Word<'_>]) -> Self {
        let mut told = Vec::new();
        let mut found = Vec::new();
        let mut small = [0_u32; LATIN];
        let mut place = 0;
        let mut characters = zh::Run::default();
        for (k, word) in words.iter().enumerate() {
            let at = word.at;
            if word.sort != Sort::Letters {
                if ['$', '€', '£', '¥'].iter().any(|sign| word.is_sign(*sign)) {
                    found.push(Said { place, stem: Sum, at });
                }
                place += 2;
                characters.end(&mut found);
                continue;
            }
            if zh::is_han(word.folded) {
                characters.push(word.folded, place, at);
                place += word.folded.chars().count();
                continue;
            }
            characters.end(&mut found);
            if !counts(word, words.get(k + 1)) {
                let mut hear = |(language, stem): (usize, Stem)| match small.get_mut(language) {
                    Some(count) if stem == Small => *count += 1,
                    Some(_) => told.push((language, Said { place, stem, at })),
                    None => found.push(Said { place, stem, at }),
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
        found.extend(told.into_iter().filter(|(language, _)| spoken(*language)).map(|(_, said)| said));
        let mut found = Self(found);
        found.join(Take, Charge, 4, Pay);
        found.join(Not, Able, 5, Unable);
        found.join(Take, Back, 5, Withdraw);
        found.0.sort_unstable();
        found.0.dedup();
        found
    }

    /// Where `b` stands within `most` words after (or, of `Take`, about) `a`, `both` stands.
    fn join(&mut self, a: Stem, b: Stem, most: usize, both: Stem) {
        let behind = |x: usize, y: usize| if a == Take { x != y } else { y > x };
        let there = |y: usize| self.all(a).any(|x| behind(x, y) && x.abs_diff(y) <= 2 * most);
        let joined = self.0.iter().filter(|said| said.stem == b && there(said.place));
        let joined: Vec<Said> = joined.map(|said| Said { stem: both, ..*said }).collect();
        self.0.extend(joined);
    }

    /// Those in some bytes of the folded text.
    pub(super) fn within(&self, range: &std::ops::Range<usize>) -> Self {
        Self(self.0.iter().filter(|said| range.contains(&said.at)).copied().collect())
    }

    /// What is said, in its order.
    pub(super) fn said(&self) -> &[Said] {
        &self.0
    }

    /// The places of a stem.
    pub(super) fn all(&self, stem: Stem) -> impl Iterator<Item = usize> {
        self.0.iter().filter(move |said| said.stem == stem).map(|said| said.place)
    }

    /// Bits by [`Stem`].
    pub(super) fn bits(&self) -> u64 {
        self.0.iter().fold(0, |bits, said| bits | 1 << said.stem as u32)
    }

    /// The pairs of stems of which the second stands within `most` words behind the first.
    pub(super) fn pairs(&self, most: usize) -> impl Iterator<Item = (&Said, &Said)> {
        self.0.iter().enumerate().flat_map(move |(k, first)| {
            let behind = self.0.iter().skip(k + 1).filter(|second| second.place > first.place);
            behind
                .take_while(move |second| second.place - first.place <= 2 * most)
                .map(move |second| (first, second))
        })
    }

    /// Whether it has the stem.
    pub(super) fn has(&self, stem: Stem) -> bool {
        self.all(stem).next().is_some()
    }

    /// Whether it has one of them.
    pub(super) fn any(&self, stems: &[Stem]) -> bool {
        stems.iter().any(|s| self.has(*s))
    }

    /// Two stems on different words, at most `most` words apart.
    pub(super) fn near(&self, a: Stem, b: Stem, most: usize) -> bool {
        self.all(a).any(|x| self.all(b).any(|y| x != y && x.abs_diff(y) <= 2 * most))
    }

    /// The same with one of several.
    pub(super) fn near_any(&self, a: Stem, others: &[Stem], most: usize) -> bool {
        others.iter().any(|b| self.near(a, *b, most))
    }

    /// `b` within `most` words after `a`.
    pub(super) fn then(&self, a: Stem, b: Stem, most: usize) -> bool {
        self.all(a).any(|x| self.all(b).any(|y| y > x && y - x <= 2 * most))
    }

    /// The same with one of several.
    pub(super) fn then_any(&self, a: Stem, others: &[Stem], most: usize) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stem_stands_at_its_number() {
        assert!(Stem::ALL.iter().enumerate().all(|(number, stem)| *stem as usize == number));
    }
}

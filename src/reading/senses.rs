//! What a sentence does, by the stems of its words and how near they stand: "defray the cost of his journey" is support
//! though no table has that turn.

use crate::reading::phrases::Sense;
use crate::reading::stems::Stem::{self, *};
use crate::reading::stems::Stems;

/// Words within which two stems belong together.
const NEAR: usize = 14;

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

/// The senses that follow from the stems of a sentence; `question` tells that it ends as one.
pub(super) fn of(found: &Stems, question: bool) -> Told {
    let stems = found.bits();
    if stems == 0 {
        return Told::default();
    }
    let mut bits = 0_u64;
    let mut mark = |sense: Sense, told: bool| {
        if told {
            bits |= 1 << sense as u32;
        }
    };
    let lacks = found.near_any(Means, &[Scarce, Not], 8)
        || found.near(Cost, Scarce, 6)
        || found.near_any(Unable, &[Cost, Means, Pay], 6);
    let helpless = found.then_any(Without, &[Fund, Help, Pay], 7) && found.any(&[Unable, Not]);
    let support = supports(found) || helpless;
    let refused = refuses(found, lacks || helpless);
    mark(Sense::Support, support || lacks && found.any(&[Cost, Travel, Fund]));
    mark(Sense::NoSupport, refused);
    mark(Sense::Asking, asks(found, support, question));
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
    mark(Sense::Giving, gives(found));
    Told { senses: bits, stems }
}

/// Somebody is to pay a journey, or the fund is to help.
fn supports(found: &Stems) -> bool {
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
fn asks(found: &Stems, support: bool, question: bool) -> bool {
    found.any(&[Wish, Name, Need])
        || found.then(Help, Cost, 3)
        || found.has(Polite)
        || found.near(Benefit, Offer, 10)
        || found.then_any(May, &[Pay], 5)
        || support && (question || found.any(&[If, May]))
}

/// "borne by the Government"; "at its own expense"; "no support is requested"; "without recourse to the Fund". `wanting`
/// tells that means are wanting at home.
fn refuses(found: &Stems, wanting: bool) -> bool {
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
        // "sus pasajes los paga la OIM", "расходы несет направляющая сторона"
        || found.near(Cost, Pay, 6)
            && found.then(Pay, Home, 3)
            && !found.any(&[Fund, Nations, Wish, Need, Polite, If, May, Name])
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
fn home_pays(found: &Stems) -> bool {
    found.all(Home).any(|home| {
        let other = |until: usize| {
            [Nations, Wish, Polite].iter().any(|s| found.all(*s).any(|at| at > home && at < until))
        };
        found.all(Pay).any(|pay| pay > home && pay - home <= 10 && !other(pay))
    })
}

/// A gift to the fund, not one of it.
fn gives(found: &Stems) -> bool {
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

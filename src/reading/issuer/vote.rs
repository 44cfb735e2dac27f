//! Whose a mail is by all its signs together: for each State that anything names, how likely it is the writer's.

use std::collections::BTreeSet;

use crate::reading::Considered;
use crate::reading::document::Document;
use crate::reading::issuer::own_words::{own_ministry, signing_office};
use crate::reading::issuer::sender;
use crate::reading::issuer::signs::{Sign, Signs};
use crate::reading::issuer::weights::WEIGHTS;
use crate::reading::{CERTAIN, Channel, Fact, Quoted};
use crate::states::Code;

/// What no office says is doubted, however likely it is: a person looks.
const MOST: f32 = CERTAIN - 0.05;
/// A State that is less likely is not shown.
const LEAST: f32 = 0.18;

/// A State that signs name.
#[derive(Debug)]
pub(super) struct Weighed<'s> {
    state: Code,
    /// How likely it is the writer's, 0 to 1.
    share: f32,
    clues: Vec<String>,
    signs: Vec<&'s Sign>,
}

impl Weighed<'_> {
    /// For learning.
    pub(super) fn considered(&self) -> Considered {
        Considered {
            name: self.state.as_str().to_owned(),
            share: self.share,
            clues: self.clues.clone(),
            turns: Vec::new(),
        }
    }
}

/// Where the office of the writer is named, the surest first.
const NEAREST: [&str; 12] = [
    "office, signs",
    "signs, office",
    "office",
    "introduces, office",
    "sender, office",
    "signs, office elsewhere",
    "signs, own line",
    "signs",
    "signs, capital",
    "office in the covering mail",
    "prose, office",
    "sender, capital",
];

/// Every State that a sign names with what tells for it, the likeliest first.
pub(super) fn weigh(signs: &Signs) -> Vec<Weighed<'_>> {
    let states = signs.by_state();
    let others = states.len();
    let signer =
        states.iter().find(|(_, s)| s.iter().any(|s| s.how == "signs, office")).map(|(code, _)| *code);
    let mut all: Vec<Weighed<'_>> = states
        .into_iter()
        .map(|(state, signs)| {
            let another = signer.is_some_and(|signer| signer != state);
            let clues = clues(&signs, others, another);
            let sum: f32 = clues.iter().map(|clue| worth(clue)).sum();
            let share = 1.0 / (1.0 + (-sum).exp());
            Weighed { state, share, clues, signs }
        })
        .collect();
    all.sort_by(|a, b| b.share.total_cmp(&a.share).then(a.state.cmp(&b.state)));
    all
}

/// The likeliest State, and through which office it writes; nothing of that where the words of an office say it.
pub(super) fn told(
    weighed: &[Weighed<'_>],
    body: &Document,
    address: Option<&str>,
) -> Option<(Quoted<Code>, Fact<Channel>)> {
    let best = weighed.first().filter(|best| best.share >= LEAST)?;
    let nearest = NEAREST.iter().find_map(|how| best.signs.iter().find(|s| s.how == *how));
    let strongest =
        nearest.or_else(|| best.signs.iter().max_by(|a, b| worth(a.how).total_cmp(&worth(b.how))))?;
    // Of an office that is named in the way of notes its own words tell where it is.
    let placed = nearest.is_some_and(|s| s.how.starts_with("office") && s.office.is_some());
    let office = NEAREST.iter().find_map(|how| best.signs.iter().find(|s| s.how == *how)?.office);
    let office = office.or_else(|| signing_office(body));
    let by_address = address.and_then(sender::office);
    // "mission@pm-geneva": a mission is in New York unless something names its town.
    let office = match (office, by_address) {
        (Some(Channel::NewYork) | None, Some(town @ (Channel::Geneva | Channel::Vienna))) => Some(town),
        (office, by_address) => office.or(by_address).or_else(|| own_ministry(body)),
    };
    let state = Quoted { confidence: best.share.min(MOST), ..strongest.state.clone() };
    let channel = office.filter(|_| !placed).map_or(Fact::Missing, |value| {
        let Quoted { place, words, .. } = state.clone();
        Fact::Stated(Quoted { value, confidence: 0.5, place, words })
    });
    Some((state, channel))
}

/// What tells for one of the States that are named.
fn clues(signs: &[&Sign], states: usize, another: bool) -> Vec<String> {
    let mut clues: BTreeSet<&str> = signs.iter().map(|sign| sign.how).collect();
    let ways = clues.len();
    clues.insert("named");
    if states == 1 {
        clues.insert("alone");
    }
    if another {
        clues.insert("another signs");
    }
    if ways > 1 {
        clues.insert("in two ways");
    }
    if ways > 2 {
        clues.insert("in three ways");
    }
    clues.into_iter().map(str::to_owned).collect()
}

fn worth(clue: &str) -> f32 {
    WEIGHTS
        .binary_search_by(|(name, _)| (*name).cmp(clue))
        .ok()
        .and_then(|at| WEIGHTS.get(at))
        .map_or(0.0, |w| w.1)
}

//! How likely a message is about each of those who are named in it: what each clue is worth, learned by
//! `tests/corpus/learn.py`.

use std::collections::BTreeMap;

use crate::reading::Kind;
use crate::reading::travellers::Candidate;
use crate::reading::travellers::evidence::{Clues, EVERYBODY, every};
use crate::reading::travellers::neighbours::WEIGHTS as NEIGHBOURS;
use crate::reading::travellers::weights::WEIGHTS;
use crate::reading::travellers::wording::Wording;

/// How likely a message of this kind is about each of `all`, of whom `clues` tell: 0 to 1. What is known of the person
/// before, of the one behind and of any other tells as well: "Mr. A, and failing him Ms. B".
pub(super) fn of(all: &[Candidate], clues: &[Clues], wording: &Wording<'_>, kind: Kind) -> Vec<f32> {
    let column = match kind {
        Kind::Request => 0,
        Kind::Amendment => 1,
        Kind::Withdrawal => 2,
        Kind::Attendance => 3,
        _ => return vec![0.0; all.len()],
    };
    let each = all.iter().zip(clues).enumerate().map(|(k, (one, own))| {
        let beside = |k: Option<usize>| k.and_then(|k| clues.get(k)).map(|clues| clues.bits());
        let others = clues.iter().enumerate().filter(|(other, _)| *other != k);
        let another = others.fold(Clues::default(), |sum, (_, clues)| sum.and(*clues)).without(*own);
        let own = own.bits().chain([EVERYBODY]).map(|bit| TABLE.own(bit, column));
        let mut sum = own.sum::<f32>() + wording.worth(one).get(column).copied().unwrap_or_default();
        for (place, bits) in [beside(k.checked_sub(1)), beside(k.checked_add(1))].into_iter().enumerate() {
            sum += bits
                .into_iter()
                .flat_map(|bits| bits.chain([EVERYBODY]))
                .map(|bit| TABLE.beside(bit, place))
                .sum::<f32>();
        }
        sum += another.bits().map(|bit| TABLE.beside(bit, 2)).sum::<f32>();
        1.0 / (1.0 + (-sum).exp())
    });
    each.collect()
}

/// What each clue is worth; nothing where nothing has been learned of it.
struct Worth {
    /// By bit, for requests, amendments, withdrawals and attendance.
    own: Vec<[f32; 4]>,
    /// By bit, of the person before, of the one behind, of any other.
    beside: Vec<[f32; 3]>,
}

impl Worth {
    fn own(&self, bit: usize, column: usize) -> f32 {
        self.own.get(bit).and_then(|row| row.get(column)).copied().unwrap_or_default()
    }

    fn beside(&self, bit: usize, place: usize) -> f32 {
        self.beside.get(bit).and_then(|row| row.get(place)).copied().unwrap_or_default()
    }
}

static TABLE: std::sync::LazyLock<Worth> = std::sync::LazyLock::new(|| {
    let own: BTreeMap<&str, [f32; 4]> = WEIGHTS.iter().copied().collect();
    let beside: BTreeMap<&str, [f32; 3]> = NEIGHBOURS.iter().copied().collect();
    Worth {
        own: every().map(|n| own.get(n.as_str()).copied().unwrap_or_default()).collect(),
        beside: every().map(|n| beside.get(n.as_str()).copied().unwrap_or_default()).collect(),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_weight_has_its_clue() {
        let known: Vec<String> = every().collect();
        let weights = WEIGHTS.iter().map(|(n, _)| *n).chain(NEIGHBOURS.iter().map(|(n, _)| *n));
        for name in weights {
            assert!(known.iter().any(|k| k == name), "{name}: run tests/corpus/learn.py");
        }
    }
}

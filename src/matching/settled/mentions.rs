//! Meetings that are named beside what a note asks for.

use chrono::NaiveDate;

use crate::matching::events::{self, Meant, One};
use crate::matching::index::Index;
use crate::matching::settled::Told;
use crate::reading::{EventClue, Fact, Quoted};

/// Whether one of the clues plainly names a meeting to come that `found` does not hold: a second one that is asked for in
/// other words, or one that is only spoken of; a person looks.
pub(super) fn names_another(all: &[&Told<'_>], found: &Fact<Vec<String>>) -> bool {
    let known = found.value().map(Vec::as_slice).unwrap_or_default();
    all.iter().any(|told| match &told.meant {
        Meant::One { one, .. } => {
            one.firm && one.by_days && one.is_sure() && !one.over && !known.contains(&one.id)
        }
        _ => false,
    })
}

/// "To be present at the Vienna session. ... support for Mr. X, who leaves on 2 September": the one meeting that is plainly
/// named, where the days of the request are those of a journey to it.
pub(super) fn beside(
    all: &[&Told<'_>],
    days: (NaiveDate, NaiveDate),
    index: &Index,
) -> Option<Fact<Vec<String>>> {
    let named: Vec<(&One, &EventClue)> = all
        .iter()
        .filter_map(|told| match &told.meant {
            Meant::One { one, .. } if one.firm && one.is_sure() && !one.over => Some((one, told.clue)),
            _ => None,
        })
        .collect();
    let (one, clue) = named.first()?;
    let alone = named.iter().all(|(other, _)| other.id == one.id);
    let entry = index.entries.iter().find(|entry| entry.id == one.id)?;
    let journey = entry.start.checked_sub_days(events::AROUND)? <= days.0
        && days.1 <= entry.end.checked_add_days(events::AROUND)?;
    (alone && journey).then(|| {
        Fact::Stated(Quoted {
            value: vec![one.id.clone()],
            confidence: one.confidence,
            place: clue.place.clone(),
            words: clue.sentence.clone(),
        })
    })
}

//! Meetings told by their place in a series: all of them, the next, the rest.

use std::collections::BTreeMap;

use crate::matching::events::evidence::Evidence;
use crate::matching::events::{Meant, is_month};
use crate::matching::index::{Entry, Index};
use crate::reading::{EventClue, Stretch};

/// The events of the series that the clue names which stand at `placed`. `None` where no series, or several, are
/// named, or nothing stands there.
pub(super) fn meant(placed: Stretch, clue: &EventClue, weighed: &[Evidence], index: &Index) -> Option<Meant> {
    let mut groups: BTreeMap<&str, f32> = BTreeMap::new();
    for evidence in weighed.iter().filter(|e| e.series) {
        let Some(group) = index.entries.get(evidence.at as usize).and_then(|e| e.group.as_deref()) else {
            continue;
        };
        let score = evidence.words() + if evidence.city { 0.5 } else { 0.0 };
        let best = groups.entry(group).or_insert(score);
        *best = best.max(score);
    }
    let (group, score) = groups.iter().max_by(|a, b| a.1.total_cmp(b.1))?;
    if groups.iter().any(|(other, s)| other != group && s >= score) {
        return None;
    }
    let mut members: Vec<&Entry> =
        index.entries.iter().filter(|e| e.group.as_deref() == Some(group) && e.number.is_some()).collect();
    members.sort_by_key(|e| (e.start, e.number));
    let ahead: Vec<&Entry> = members.iter().filter(|e| e.end >= clue.said_on).copied().collect();
    // "the next round, that of March": the month tells which.
    let month = clue.first_day.zip(clue.last_day).filter(|days| is_month(*days));
    let held: Vec<&Entry> = month.map_or_else(Vec::new, |(first, last)| {
        ahead.iter().filter(|e| e.start <= last && first <= e.end).copied().collect()
    });
    if let [one] = held.as_slice()
        && matches!(placed, Stretch::Next(1) | Stretch::Last(1))
    {
        let reason = format!("{}: told by its series and month.", one.id);
        return Some(Meant::All { ids: vec![one.id.clone()], confidence: 0.7, reason });
    }
    let as_many = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let (found, confidence) = match placed {
        Stretch::All if ahead.len() == members.len() => (members, 0.84),
        Stretch::All | Stretch::Rest => (ahead, 0.7),
        Stretch::Count(n) | Stretch::Next(n)
            if n > 1 && as_many(n) == members.len() && ahead.len() == members.len() =>
        {
            (members, 0.84)
        }
        Stretch::Count(n) if as_many(n) == ahead.len() => (ahead, 0.7),
        Stretch::Count(n) => (ahead.into_iter().take(as_many(n)).collect(), 0.5),
        Stretch::Next(n) => {
            let coming = ahead.into_iter().filter(|e| e.start > clue.said_on);
            (coming.take(as_many(n)).collect(), 0.7)
        }
        Stretch::Last(n) => {
            let skipped = ahead.len().saturating_sub(as_many(n));
            (ahead.into_iter().skip(skipped).collect(), 0.6)
        }
    };
    if found.is_empty() {
        return None;
    }
    let ids: Vec<String> = found.iter().map(|e| e.id.clone()).collect();
    let reason = format!("{}: told by the place in the series.", ids.join(", "));
    Some(Meant::All { ids, confidence, reason })
}

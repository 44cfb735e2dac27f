//! What all clues of a message say together: which events it concerns, and where they leave it to a person.

use chrono::NaiveDate;

use crate::matching::Unlisted;
use crate::matching::events::{self, Meant};
use crate::matching::index::Index;
use crate::reading::ordinals;
use crate::reading::{CERTAIN, EventClue, Fact, Quoted};

/// Clues that are looked at; the strongest come first.
const CLUES: usize = 24;

/// One event that clues named.
struct Named<'c> {
    id: String,
    confidence: f32,
    by_days: bool,
    by_words: bool,
    /// Whether it was over when the mail came.
    over: bool,
    /// Whether more than words of a theme tell it.
    firm: bool,
    clue: &'c EventClue,
}

/// The events that a note concerns. Clauses in which the note asks or announces decide; where they name no
/// event, any mention does, then words that are said by the way, then what is answered. A guess or an event that is
/// over gives way to a sure one in the next rank, which stays in doubt.
pub(super) fn concerned(
    all: &[EventClue],
    index: &Index,
    reasons: &mut Vec<String>,
    unlisted: &mut Option<Unlisted>,
) -> Fact<Vec<String>> {
    let tier = |of: fn(&EventClue) -> bool| all.iter().filter(move |c| of(c)).take(CLUES).collect::<Vec<_>>();
    let tiers = [
        tier(|c| c.acts && !c.history && !c.aside),
        tier(|c| !c.acts && !c.history && !c.aside),
        tier(|c| !c.history && c.aside),
        tier(|c| c.history),
    ];
    let mut notes = Vec::new();
    let mut unplaced = false;
    let mut guess: Option<Settled> = None;
    for (rank, tier) in tiers.iter().enumerate() {
        let mut found = settle(tier, index, reasons, &mut notes);
        // Days said by the way may be those of a journey: they tell a meeting or nothing.
        found.unplaced &= rank < 2;
        if let (None, Some(reason), true) = (&*unlisted, notes.first(), rank < 2) {
            let days = found.unplaced_days;
            *unlisted = Some(Unlisted { days, reason: reason.clone() });
        }
        // Said by the way, or by whoever wrote first.
        if let (Fact::Stated(q), true) = (&mut found.fact, rank > 1) {
            q.confidence = q.confidence.min(CERTAIN - 0.1);
        }
        // Days of the request that the calendar does not know: another mention is not what it asks for.
        unplaced |= found.unplaced;
        match &mut guess {
            None if found.fact.is_certain() && !found.over => {
                let rest = tiers.get(rank + 1..2).unwrap_or_default();
                return match rest.iter().any(|tier| names_another(tier, &found.fact, index)) {
                    true => doubted(found.fact),
                    false => found.fact,
                };
            }
            None if found.fact != Fact::Missing => guess = Some(found),
            None => {}
            Some(guess) => guess.hear(found),
        }
        // What is over was attended: what is said by the way may name the meeting to come.
        if unplaced && guess.is_none() || guess.as_ref().is_some_and(|guess| !guess.over) && rank > 0 {
            break;
        }
    }
    if let Some(guess) = guess {
        return guess.fact;
    }
    reasons.append(&mut notes);
    if reasons.is_empty() {
        reasons.push("No words name an event of the calendar.".to_owned());
    }
    Fact::Missing
}

/// Whether one of the clues plainly names a meeting to come that `found` does not hold: a second one that is asked for in
/// other words, or one that is only spoken of; a person looks.
fn names_another(clues: &[&EventClue], found: &Fact<Vec<String>>, index: &Index) -> bool {
    let known = found.value().map(Vec::as_slice).unwrap_or_default();
    clues.iter().any(|clue| match events::meant(clue, index) {
        Meant::One { id, confidence, by_days, firm, over, .. } => {
            firm && by_days && confidence >= CERTAIN && !over && !known.contains(&id)
        }
        _ => false,
    })
}

/// As far as a person confirms it.
fn doubted(found: Fact<Vec<String>>) -> Fact<Vec<String>> {
    match found {
        Fact::Stated(q) => Fact::Stated(Quoted { confidence: q.confidence.min(CERTAIN - 0.05), ..q }),
        other => other,
    }
}

/// What clues of one rank say together.
struct Settled {
    fact: Fact<Vec<String>>,
    /// Whether one of them named days that no event has.
    unplaced: bool,
    /// The first such days.
    unplaced_days: Option<(NaiveDate, NaiveDate)>,
    /// Whether all that they name was over when the mail came.
    over: bool,
}

impl Settled {
    /// Takes up what the next rank says.
    fn hear(&mut self, next: Self) {
        let Fact::Stated(other) = next.fact else { return };
        match &mut self.fact {
            Fact::Stated(own) if own.value == other.value => {
                own.confidence = own.confidence.max(other.confidence.min(CERTAIN - 0.05));
            }
            // A sure mention is likelier than a guess; a person looks.
            Fact::Stated(own)
                if other.confidence >= CERTAIN && own.confidence < 0.7 || self.over && !next.over =>
            {
                *own = Quoted { confidence: other.confidence.min(CERTAIN - 0.1), ..other };
            }
            // Two meetings of which one is over: it was attended.
            Fact::Conflicting { candidates }
                if candidates.iter().all(|c| c.value.len() == 1)
                    && candidates.iter().any(|c| other.value.iter().all(|id| c.value.contains(id))) =>
            {
                self.fact = Fact::Stated(Quoted { confidence: other.confidence.min(CERTAIN - 0.1), ..other });
            }
            _ => {}
        }
    }
}

fn settle(
    clues: &[&EventClue],
    index: &Index,
    reasons: &mut Vec<String>,
    notes: &mut Vec<String>,
) -> Settled {
    let mut named: Vec<Named<'_>> = Vec::new();
    let mut open: Vec<(Vec<String>, bool, String, &EventClue)> = Vec::new();
    let mut torn: Vec<(String, String, String, &EventClue)> = Vec::new();
    let mut unplaced = false;
    let mut unplaced_days = None;
    for clue in clues {
        match events::meant(clue, index) {
            Meant::One { id, confidence, by_days, by_words, over, firm, reason } => {
                match named.iter_mut().find(|n| n.id == id) {
                    Some(known) => {
                        known.by_days |= by_days;
                        known.by_words |= by_words;
                        known.firm |= firm;
                        // Days in one sentence and number or title in another support each other.
                        let both = known.by_days && known.by_words;
                        let sum = if both { known.confidence.max(confidence) + 0.1 } else { confidence };
                        known.confidence = known.confidence.max(sum).min(0.98);
                    }
                    None => named.push(Named { id, confidence, by_days, by_words, over, firm, clue }),
                }
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
            Meant::All { ids, confidence, reason } => {
                for id in ids {
                    if !named.iter().any(|n| n.id == id) {
                        named.push(Named {
                            id,
                            confidence,
                            by_days: false,
                            by_words: true,
                            over: false,
                            firm: true,
                            clue,
                        });
                    }
                }
                reasons.push(reason);
            }
            Meant::Several { ids, weak, reason } => open.push((ids, weak, reason, clue)),
            Meant::Torn { by_days, by_words, reason } => torn.push((by_days, by_words, reason, clue)),
            Meant::Nothing { reason } => {
                // "She is ready to travel from 1 December" is the day of no meeting.
                unplaced |= reason.is_some()
                    && (clue.ordinal.is_some() || clue.words.split(' ').any(ordinals::is_meeting));
                let days = clue.first_day.map(|first| (first, clue.last_day.unwrap_or(first)));
                unplaced_days = unplaced_days.or(days.filter(|_| reason.is_some()));
                notes.extend(reason);
            }
        }
    }
    for (by_days, by_words, reason, clue) in torn {
        // The rows of a table share their words: where the one that they name has days of its own, these are another's.
        let settled = |n: &Named<'_>| n.id == by_words && n.by_days && n.confidence >= CERTAIN;
        if !named.iter().any(settled) {
            open.push((vec![by_days, by_words], false, reason, clue));
        } else if !named.iter().any(|n| n.id == by_days) {
            reasons.push(reason);
            let (confidence, over) = (CERTAIN - 0.05, false);
            named.push(Named {
                id: by_days,
                confidence,
                by_days: true,
                by_words: true,
                over,
                firm: true,
                clue,
            });
        }
    }
    // A meeting that is over is recalled, where one is named that is still to come.
    if named.iter().any(|n| !n.over) {
        named.retain(|n| !n.over);
    }
    // A theme alone may be that of a post; where a meeting is plainly named it is no second one, but a person looks.
    let mut dropped = false;
    if named.iter().any(|n| n.firm && n.confidence >= CERTAIN) {
        let before = named.len();
        named.retain(|n| n.firm);
        dropped = named.len() < before;
    }
    let over = !named.is_empty() && named.iter().all(|n| n.over);
    let sure = named.iter().any(|n| n.confidence >= CERTAIN);
    // What one sentence leaves open another may have settled.
    open.retain(|(ids, weak, ..)| {
        (!sure || !*weak) && !named.iter().any(|n| n.confidence >= CERTAIN && ids.contains(&n.id))
    });
    if let Some((_, _, reason, _)) = open.first() {
        reasons.push(reason.clone());
        let mut candidates: Vec<Quoted<Vec<String>>> = Vec::new();
        // Beside meetings that are named the likeliest of those left open is meant as well.
        let top = open.iter().filter_map(|(ids, ..)| ids.first());
        let both: Vec<String> = named.iter().map(|n| &n.id).chain(top).cloned().collect();
        if let Some(first) = named
            .first()
            .filter(|n| n.firm && open.iter().all(|(ids, weak, ..)| !weak && !ids.contains(&n.id)))
        {
            candidates.push(quoted(both, 0.55, first.clue));
        }
        let all = named.iter().map(|n| (&n.id, n.confidence, n.clue));
        let opened = open.iter().flat_map(|(ids, _, _, clue)| ids.iter().map(move |id| (id, 0.5, *clue)));
        for (id, confidence, clue) in all.chain(opened) {
            if !candidates.iter().any(|c| c.value.contains(id)) {
                // The likeliest stands first.
                let most = if candidates.is_empty() { 0.5 } else { 0.45 };
                candidates.push(quoted(vec![id.clone()], confidence.min(most), clue));
            }
        }
        return Settled { fact: Fact::Conflicting { candidates }, unplaced, unplaced_days, over };
    }
    // Days alone of one event and words alone of another: the note contradicts itself.
    let days_only = named.iter().find(|n| n.by_days && !n.by_words);
    let words_only = named.iter().find(|n| n.by_words && !n.by_days);
    if let (Some(a), Some(b)) = (days_only, words_only) {
        reasons.push(format!("The days are those of {}, the words name {}.", a.id, b.id));
        let candidates =
            named.iter().map(|n| quoted(vec![n.id.clone()], n.confidence.min(0.5), n.clue)).collect();
        return Settled { fact: Fact::Conflicting { candidates }, unplaced, unplaced_days, over };
    }
    // A sure event silences guesses.
    if named.iter().any(|n| n.confidence >= CERTAIN) {
        // A number that another sentence gives is no mere guess: a person looks.
        dropped |=
            named.iter().any(|n| n.confidence < CERTAIN && !n.by_days && n.clue.ordinal.is_some() && !n.over);
        named.retain(|n| n.confidence >= CERTAIN || n.by_days);
    } else if named.len() > 1 && named.iter().any(|n| n.clue.stretch.is_none()) {
        let candidates = named.iter().map(|n| quoted(vec![n.id.clone()], n.confidence, n.clue)).collect();
        return Settled { fact: Fact::Conflicting { candidates }, unplaced, unplaced_days, over };
    }
    let Some(first) = named.first() else {
        return Settled { fact: Fact::Missing, unplaced, unplaced_days, over };
    };
    let mut confidence = named.iter().map(|n| n.confidence).fold(1.0, f32::min);
    if unplaced {
        // One of the meetings that it names is not in the calendar.
        reasons.append(notes);
        confidence = confidence.min(CERTAIN - 0.2);
    }
    if dropped {
        confidence = confidence.min(CERTAIN - 0.05);
    }
    let ids = named.iter().map(|n| n.id.clone()).collect();
    Settled { fact: Fact::Stated(quoted(ids, confidence, first.clue)), unplaced, unplaced_days, over }
}

fn quoted(ids: Vec<String>, confidence: f32, clue: &EventClue) -> Quoted<Vec<String>> {
    Quoted { value: ids, confidence, place: clue.place.clone(), words: clue.sentence.clone() }
}

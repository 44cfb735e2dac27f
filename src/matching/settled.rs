//! What all clues of a message say together: which events it concerns, and where they leave it to a person.

mod mentions;

use chrono::NaiveDate;

use crate::matching::Unlisted;
use crate::matching::events::{self, Called, Meant, One};
use crate::matching::index::Index;
use crate::matching::settled::mentions::{beside, names_another};
use crate::reading::ordinals;
use crate::reading::{CERTAIN, EventClue, Fact, Quoted};

/// Clues that are looked at; the strongest come first.
const CLUES: usize = 24;

/// A clue, and which event it means.
pub(super) struct Told<'c> {
    pub(super) clue: &'c EventClue,
    pub(super) meant: Meant,
    /// Other events that it calls by something of theirs.
    pub(super) also: Vec<(String, Called)>,
}

impl<'c> Told<'c> {
    /// Each of `clues`, those of one rank no more than are looked at.
    pub(super) fn all(clues: &'c [EventClue], index: &Index) -> Vec<Self> {
        let mut seen = [0; 4];
        let heeded = clues.iter().filter(|clue| {
            let of_rank = seen.get_mut(rank_of(clue));
            of_rank.is_some_and(|n| {
                *n += 1;
                *n <= CLUES
            })
        });
        heeded
            .map(|clue| {
                let (meant, also) = events::meant(clue, index);
                Self { clue, meant, also }
            })
            .collect()
    }
}

/// What a clause does comes before what it mentions, what is said by the way, and what is answered.
pub(super) fn rank_of(clue: &EventClue) -> usize {
    match clue {
        EventClue { history: true, .. } => 3,
        EventClue { aside: true, .. } => 2,
        EventClue { acts: true, .. } => 0,
        _ => 1,
    }
}

/// One event that clues named: what they say together, and the first of them.
struct Named<'c> {
    one: One,
    clue: &'c EventClue,
    /// Where it was named, again and again: the document and the sentence of it.
    said: Vec<(&'c str, u32)>,
}

impl<'c> Named<'c> {
    fn of(one: One, clue: &'c EventClue) -> Self {
        Self { one, clue, said: vec![(&clue.place.document, clue.said_in)] }
    }
}

/// Whether some meeting is named only in sentences that name none of the others: it may be told as something that is to be
/// known, that is seen to elsewhere, that comes later.
fn told_apart(named: &[Named]) -> bool {
    let mut rest: Vec<&Named> = named.iter().collect();
    let mut joined: Vec<&Named> = rest.drain(..rest.len().min(1)).collect();
    loop {
        let before = rest.len();
        let (near, far): (Vec<&Named>, Vec<&Named>) = rest
            .into_iter()
            .partition(|n| joined.iter().any(|known| n.said.iter().any(|place| known.said.contains(place))));
        joined.extend(near);
        rest = far;
        if rest.is_empty() || rest.len() == before {
            return !rest.is_empty();
        }
    }
}

/// The events that a note concerns. Clauses in which the note asks or announces decide; where they name no
/// event, any mention does, then words that are said by the way, then what is answered. A guess or an event that is
/// over gives way to a sure one in the next rank, which stays in doubt. What `changes` an earlier paper gives days of
/// journeys that are no meeting's, and names the meeting by the way.
pub(super) fn concerned(
    all: &[Told<'_>],
    changes: bool,
    index: &Index,
    reasons: &mut Vec<String>,
    unlisted: &mut Option<Unlisted>,
) -> Fact<Vec<String>> {
    let tiers = [0, 1, 2, 3].map(|rank| all.iter().filter(|t| rank_of(t.clue) == rank).collect::<Vec<_>>());
    let mut notes = Vec::new();
    let mut unplaced = false;
    let mut guess: Option<Settled> = None;
    for (rank, tier) in tiers.iter().enumerate() {
        let mut found = settle(tier, reasons, &mut notes);
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
        let found_days = found.unplaced_days.filter(|_| found.unplaced);
        // Days of the request that the calendar does not know: another mention is not what it asks for.
        let before = unplaced;
        unplaced |= found.unplaced;
        match &mut guess {
            None if found.fact.is_certain() && !found.over => {
                let rest = tiers.get(rank + 1..2).unwrap_or_default();
                return match before
                    || found.told_apart
                    || rest.iter().any(|tier| names_another(tier, &found.fact))
                {
                    true => doubted(found.fact),
                    false => found.fact,
                };
            }
            None if found.fact != Fact::Missing => guess = Some(found),
            None => {}
            Some(guess) => guess.hear(found),
        }
        let days = found_days.filter(|_| guess.is_none() && rank == 0);
        if let Some(fact) = days.and_then(|days| beside(tiers.get(1)?, days, index)) {
            return doubted(fact);
        }
        // What is over was attended: what is said by the way may name the meeting to come.
        if unplaced && guess.is_none() && !changes
            || guess.as_ref().is_some_and(|guess| !guess.over) && rank > 0
        {
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
    /// Whether more than words of a theme tells any of it: a post may bear these as well.
    firm: bool,
    /// Whether sentences that have nothing to do with one another name several.
    told_apart: bool,
}

impl Settled {
    /// Takes up what the next rank says.
    fn hear(&mut self, next: Self) {
        let Fact::Stated(other) = next.fact else { return };
        match &mut self.fact {
            Fact::Stated(own) if own.value == other.value => {
                own.confidence = own.confidence.max(other.confidence.min(CERTAIN - 0.05));
            }
            // A sure mention is likelier than a guess, or than words of a theme that an address may bear; a person looks.
            Fact::Stated(own)
                if other.confidence >= CERTAIN && own.confidence < if self.firm { 0.7 } else { CERTAIN }
                    || self.over && !next.over =>
            {
                *own = Quoted { confidence: other.confidence.min(CERTAIN - 0.1), ..other };
            }
            // "designated Dr. X, Director of Human Rights and Inclusion", and before it the meeting by its days.
            Fact::Conflicting { .. } if !self.firm && other.confidence >= CERTAIN && !next.over => {
                self.fact = Fact::Stated(Quoted { confidence: other.confidence.min(CERTAIN - 0.1), ..other });
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

/// What clues of one rank name, before it is decided what they mean together.
#[derive(Default)]
struct Heard<'c> {
    named: Vec<Named<'c>>,
    /// Several events between which nobody can tell; whether only the series or a common theme is named; why.
    open: Vec<(Vec<String>, bool, String, &'c EventClue)>,
    /// The event of the days, that of the words, why.
    torn: Vec<(String, String, String, &'c EventClue)>,
    /// Meetings of a series, told together by their place in it in a clause that asks for none of them.
    by_the_way: Vec<Named<'c>>,
    unplaced: bool,
    unplaced_days: Option<(NaiveDate, NaiveDate)>,
}

impl<'c> Heard<'c> {
    /// Takes up what `clue` says.
    fn hear(&mut self, told: &Told<'c>, reasons: &mut Vec<String>, notes: &mut Vec<String>) {
        let clue = told.clue;
        match told.meant.clone() {
            Meant::One { one, reason } => {
                self.name(one, clue);
                if !reasons.contains(&reason) {
                    reasons.push(reason);
                }
            }
            Meant::All { ids, confidence, reason } => {
                for id in ids {
                    if !self.named.iter().any(|n| n.one.id == id) {
                        let one =
                            One { id, confidence, by_days: false, by_words: true, over: false, firm: true };
                        let told = if clue.acts { &mut self.named } else { &mut self.by_the_way };
                        told.push(Named::of(one, clue));
                    }
                }
                reasons.push(reason);
            }
            Meant::Several { ids, weak, reason } => self.open.push((ids, weak, reason, clue)),
            Meant::Torn { by_days, by_words, reason } => self.torn.push((by_days, by_words, reason, clue)),
            Meant::Nothing { reason } => {
                // "She is ready to travel from 1 December" is the day of no meeting.
                self.unplaced |= reason.is_some()
                    && (clue.ordinal.is_some() || clue.words.split(' ').any(ordinals::is_meeting));
                let days = clue.first_day.map(|first| (first, clue.last_day.unwrap_or(first)));
                self.unplaced_days = self.unplaced_days.or(days.filter(|_| reason.is_some()));
                notes.extend(reason);
            }
        }
    }

    fn name(&mut self, one: One, clue: &'c EventClue) {
        let Some(Named { one: known, said, .. }) = self.named.iter_mut().find(|n| n.one.id == one.id) else {
            self.named.push(Named::of(one, clue));
            return;
        };
        said.push((&clue.place.document, clue.said_in));
        known.by_days |= one.by_days;
        known.by_words |= one.by_words;
        known.firm |= one.firm;
        // Days in one sentence and number or title in another support each other.
        let both = known.by_days && known.by_words;
        let sum = if both { known.confidence.max(one.confidence) + 0.1 } else { one.confidence };
        known.confidence = known.confidence.max(sum).min(0.98);
    }

    /// The rows of a table share their words: where the event that they name has days of its own, other days are
    /// another's; else nobody can tell.
    fn mend_torn(&mut self, reasons: &mut Vec<String>) {
        for (by_days, by_words, reason, clue) in std::mem::take(&mut self.torn) {
            let settled = |n: &Named<'_>| n.one.id == by_words && n.one.by_days && n.one.is_sure();
            if !self.named.iter().any(settled) {
                self.open.push((vec![by_days, by_words], false, reason, clue));
            } else if !self.named.iter().any(|n| n.one.id == by_days) {
                reasons.push(reason);
                let (confidence, over) = (CERTAIN - 0.05, false);
                let one = One { id: by_days, confidence, by_days: true, by_words: true, over, firm: true };
                self.named.push(Named::of(one, clue));
            }
        }
    }

    /// What is named and left open, where a person must choose: the likeliest first.
    fn candidates(&self) -> Vec<Quoted<Vec<String>>> {
        let mut candidates: Vec<Quoted<Vec<String>>> = Vec::new();
        // Beside meetings that are named the likeliest of those left open is meant as well.
        let top = self.open.iter().filter_map(|(ids, ..)| ids.first());
        let both: Vec<String> = self.named.iter().map(|n| &n.one.id).chain(top).cloned().collect();
        let apart =
            |n: &&Named<'_>| self.open.iter().all(|(ids, weak, ..)| !weak && !ids.contains(&n.one.id));
        if let Some(first) = self.named.first().filter(|n| n.one.firm).filter(apart) {
            candidates.push(quoted(both, 0.55, first.clue));
        }
        let all = self.named.iter().map(|n| (&n.one.id, n.one.confidence, n.clue));
        let opened =
            self.open.iter().flat_map(|(ids, _, _, clue)| ids.iter().map(move |id| (id, 0.5, *clue)));
        for (id, confidence, clue) in all.chain(opened) {
            if !candidates.iter().any(|c| c.value.contains(id)) {
                let most = if candidates.is_empty() { 0.5 } else { 0.45 };
                candidates.push(quoted(vec![id.clone()], confidence.min(most), clue));
            }
        }
        candidates
    }
}

/// What the clues of one rank mean together.
fn settle(all: &[&Told<'_>], reasons: &mut Vec<String>, notes: &mut Vec<String>) -> Settled {
    let mut heard = Heard::default();
    for told in all {
        heard.hear(told, reasons, notes);
    }
    heard.mend_torn(reasons);
    let named = &mut heard.named;
    // "It is not possible to meet the journey of officials for each round": where one is named by its days, it is meant.
    let mut dropped = !heard.by_the_way.is_empty();
    if !named.iter().any(|n| n.one.by_days && n.one.is_sure()) {
        named.append(&mut heard.by_the_way);
        dropped = false;
    }
    // A meeting that is over is recalled, where one is named that is still to come.
    if named.iter().any(|n| !n.one.over) {
        // "... followed the first two rounds": so is what is counted with it, where another has days of its own.
        let recalled: Vec<&str> =
            named.iter().filter(|n| n.one.over && !n.one.by_days).map(|n| n.clue.sentence.as_str()).collect();
        let with_it = |n: &Named<'_>| !n.one.by_days && recalled.contains(&n.clue.sentence.as_str());
        let own = named.iter().any(|n| !n.one.over && n.one.by_days && n.one.is_sure());
        let counted: Vec<bool> = named.iter().map(|n| own && !n.one.over && with_it(n)).collect();
        dropped |= counted.contains(&true);
        let mut counted = counted.into_iter();
        named.retain(|n| !(counted.next().unwrap_or_default() || n.one.over));
    }
    // A theme alone may be that of a post; where a meeting is plainly named it is no second one, but a person looks.
    if named.iter().any(|n| n.one.firm && n.one.is_sure()) {
        let before = named.len();
        named.retain(|n| n.one.firm);
        dropped |= named.len() < before;
    }
    let over = !named.is_empty() && named.iter().all(|n| n.one.over);
    let sure = named.iter().any(|n| n.one.is_sure());
    // What one sentence leaves open another may have settled.
    heard.open.retain(|(ids, weak, ..)| {
        (!sure || !*weak) && !named.iter().any(|n| n.one.is_sure() && ids.contains(&n.one.id))
    });
    let (unplaced, unplaced_days) = (heard.unplaced, heard.unplaced_days);
    let firm = named.iter().any(|n| n.one.firm) || heard.open.iter().any(|(_, weak, ..)| !weak);
    let settled = |fact| Settled { fact, unplaced, unplaced_days, over, firm, told_apart: false };
    if let Some((_, _, reason, _)) = heard.open.first() {
        reasons.push(reason.clone());
        return settled(Fact::Conflicting { candidates: heard.candidates() });
    }
    let named = &mut heard.named;
    // Days alone of one event and words alone of another: the note contradicts itself.
    let days_only = named.iter().find(|n| n.one.by_days && !n.one.by_words);
    let words_only = named.iter().find(|n| n.one.by_words && !n.one.by_days);
    let each = |n: &Named<'_>, most: f32| quoted(vec![n.one.id.clone()], n.one.confidence.min(most), n.clue);
    if let (Some(a), Some(b)) = (days_only, words_only) {
        reasons.push(format!("The days are those of {}, the words name {}.", a.one.id, b.one.id));
        let candidates = named.iter().map(|n| each(n, 0.5)).collect();
        return settled(Fact::Conflicting { candidates });
    }
    // "3rd | 3–6 April", and in the next row "4th | 14–18 May": each has days of its own, and none excludes the other.
    let rows = named.iter().all(|n| n.one.by_days && n.clue.said_in == 0);
    // A sure event silences guesses.
    if sure {
        // A number that another sentence gives is no mere guess: a person looks.
        dropped |= named
            .iter()
            .any(|n| !n.one.is_sure() && !n.one.by_days && n.clue.ordinal.is_some() && !n.one.over);
        named.retain(|n| n.one.is_sure() || n.one.by_days);
    } else if named.len() > 1 && !rows && named.iter().any(|n| n.clue.stretch.is_none()) {
        let candidates = named.iter().map(|n| each(n, 1.0)).collect();
        return settled(Fact::Conflicting { candidates });
    }
    let Some(first) = named.first() else {
        return settled(Fact::Missing);
    };
    let mut confidence = named.iter().map(|n| n.one.confidence).fold(1.0, f32::min);
    if unplaced {
        // One of the meetings that it names is not in the calendar.
        reasons.append(notes);
        confidence = confidence.min(CERTAIN - 0.2);
    }
    if dropped {
        confidence = confidence.min(CERTAIN - 0.05);
    }
    let ids = named.iter().map(|n| n.one.id.clone()).collect();
    let fact = Fact::Stated(quoted(ids, confidence, first.clue));
    Settled { told_apart: told_apart(named), ..settled(fact) }
}

pub(super) fn quoted(ids: Vec<String>, confidence: f32, clue: &EventClue) -> Quoted<Vec<String>> {
    Quoted { value: ids, confidence, place: clue.place.clone(), words: clue.sentence.clone() }
}

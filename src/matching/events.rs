//! Which event a clue means: days first, then number and series, city, title and other names.
//!
//! Days decide what is possible: a clue with days can only mean an event that meets on them, and an event that
//! the calendar does not hold is not forced on its neighbour. Words choose among the possible ones and confirm
//! them. Where the days point to one event and the words to another, nobody guesses.

mod evidence;
mod grounds;
mod stretch;

use chrono::{Datelike as _, Days, NaiveDate};

pub(super) use crate::matching::events::evidence::Called;
use crate::matching::events::evidence::{ByDays, ByTime, Evidence, weigh};
use crate::matching::events::grounds::grounds_in_words;
use crate::matching::index::Index;
use crate::reading::{CERTAIN, EventClue};

/// An event that a clue names, and how sure that is.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct One {
    pub id: String,
    pub confidence: f32,
    /// Whether days alone or words alone tell it.
    pub by_days: bool,
    pub by_words: bool,
    /// Whether it was over when the mail came.
    pub over: bool,
    /// Whether days, number, name or town tell it: more than words of a theme, which a post may bear as well.
    pub firm: bool,
}

impl One {
    pub fn is_sure(&self) -> bool {
        self.confidence >= CERTAIN
    }
}

/// What one clue says.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meant {
    /// This event, because of this.
    One { one: One, reason: String },
    /// All of these, told by their place in a series.
    All { ids: Vec<String>, confidence: f32, reason: String },
    /// One of these, nobody can tell which.
    Several {
        ids: Vec<String>,
        /// Whether only the series or a common theme is named.
        weak: bool,
        reason: String,
    },
    /// The days are those of one, the words name another.
    Torn { by_days: String, by_words: String, reason: String },
    /// None that the calendar holds.
    Nothing { reason: Option<String> },
}

/// The days that a clue names, first and last.
fn days_of(clue: &EventClue) -> Option<(NaiveDate, NaiveDate)> {
    clue.first_day.map(|first| (first, clue.last_day.unwrap_or(first)))
}

/// The one event that a clue calls by number, name or title while it names days on which that event does not meet, with
/// these days: "the session on smuggling, on 11 and 12 September", which meets on the 4th and 5th.
pub(super) fn titled(clue: &EventClue, index: &Index) -> Option<(String, (NaiveDate, NaiveDate))> {
    // Days that are over are those of an earlier paper.
    let span = days_of(clue).filter(|span| !is_month(*span) && span.1 > clue.said_on)?;
    let named = |e: &Evidence| e.days == ByDays::Silent && (e.number || e.name || e.title >= 0.6);
    let called: Vec<Evidence> = weigh_all(clue, index).into_iter().filter(named).collect();
    match without_days(&called, false, clue.ordinal, index) {
        Meant::One { one, .. } => Some((one.id, span)),
        _ => None,
    }
}

/// How the words and days of a clue speak for each event that shares anything with it.
fn weigh_all(clue: &EventClue, index: &Index) -> Vec<Evidence> {
    let said = index.known(&clue.words);
    let cities = index.cities_in(&said);
    let span = days_of(clue);
    let mut candidates: Vec<u32> = index.sharing(&said).collect();
    candidates.extend(clue.ordinal.iter().flat_map(|n| index.numbered(*n)));
    if let Some((first, last)) = span {
        let first = first.checked_sub_days(AROUND).unwrap_or(first);
        candidates.extend(index.meeting(first, last.checked_add_days(AROUND).unwrap_or(last)));
    }
    candidates.sort_unstable();
    candidates.dedup();
    let weighed = candidates.into_iter().filter_map(|at| {
        let entry = index.entries.get(at as usize)?;
        Some(weigh(at, entry, clue, span, &said, &cities, index))
    });
    weighed.collect()
}

/// Reads one clue against the calendar: what it means, and which other events it calls by something of theirs.
pub(super) fn meant(clue: &EventClue, index: &Index) -> (Meant, Vec<(String, Called)>) {
    let weighed = weigh_all(clue, index);
    let meant = of_weighed(clue, &weighed, index);
    let ids: Vec<&String> = match &meant {
        Meant::One { one, .. } => vec![&one.id],
        Meant::All { ids, .. } | Meant::Several { ids, .. } => ids.iter().collect(),
        Meant::Torn { by_days, by_words, .. } => vec![by_days, by_words],
        // Days that no event has.
        Meant::Nothing { reason: Some(_) } => return (meant, Vec::new()),
        Meant::Nothing { reason: None } => Vec::new(),
    };
    let entry = |id: &&String| index.entries.iter().find(|e| e.id == **id);
    // Sessions of one conference bear its name together, and a number is that of one meeting.
    let groups: Vec<&String> = ids.iter().filter_map(entry).filter_map(|e| e.group.as_ref()).collect();
    let counted = ids.iter().filter_map(entry).any(|e| e.number == clue.ordinal);
    let called = weighed.iter().filter_map(|e| Some((index.entries.get(e.at as usize)?, e.calls()?)));
    let others = called
        .filter(|(entry, by)| {
            !ids.contains(&&entry.id)
                && match by {
                    Called::Number => !counted,
                    Called::Name => !entry.group.as_ref().is_some_and(|g| groups.contains(&g)),
                }
        })
        .map(|(entry, by)| (entry.id.clone(), by))
        .collect();
    (meant, others)
}

fn of_weighed(clue: &EventClue, weighed: &[Evidence], index: &Index) -> Meant {
    let span = days_of(clue);
    let told = match span {
        Some(span) if !is_month(span) => match with_days(weighed, span, index) {
            // A day that is over and no event's is that of an earlier paper.
            Meant::Nothing { reason: Some(_) } if span.1 <= clue.said_on => {
                without_days(weighed, false, clue.ordinal, index)
            }
            Meant::Nothing { reason } => around(weighed, span, index)
                .or_else(|| despite_days(weighed, clue.ordinal, index))
                .unwrap_or(Meant::Nothing { reason }),
            meant => meant,
        },
        Some(_) => match without_days(weighed, true, clue.ordinal, index) {
            // The month may be that of something else that is spoken of.
            Meant::Nothing { reason: None } => match without_days(weighed, false, clue.ordinal, index) {
                Meant::One { one, reason } => {
                    let confidence = one.confidence.min(CERTAIN - 0.05);
                    Meant::One { one: One { confidence, ..one }, reason }
                }
                other => other,
            },
            told => told,
        },
        None => without_days(weighed, false, clue.ordinal, index),
    };
    match (told, clue.stretch) {
        (
            told @ (Meant::Nothing { reason: None }
            | Meant::Several { weak: true, .. }
            | Meant::One { one: One { firm: false, .. }, .. }),
            Some(placed),
        ) => stretch::meant(placed, clue, weighed, index).unwrap_or(told),
        (told, _) => told,
    }
}

/// Days of a journey around a meeting: who arrives the day before, or stays until the day after.
pub(super) const AROUND: Days = Days::new(4);

/// The one event that number and series name, though the days named are not its days: a person looks.
fn despite_days(weighed: &[Evidence], ordinal: Option<u32>, index: &Index) -> Option<Meant> {
    let numbered: Vec<Evidence> = weighed.iter().filter(|e| e.number).copied().collect();
    match without_days(&numbered, false, ordinal, index) {
        Meant::One { one, reason } => {
            Some(Meant::One { one: One { confidence: 0.5, by_days: true, ..one }, reason })
        }
        _ => None,
    }
}

/// The one event just before or after these days, where its town or name is told as well.
fn around(weighed: &[Evidence], (first, last): (NaiveDate, NaiveDate), index: &Index) -> Option<Meant> {
    let near = |e: &&Evidence| {
        let Some(entry) = index.entries.get(e.at as usize) else { return false };
        let (from, to) = (entry.start.checked_sub_days(AROUND), entry.end.checked_add_days(AROUND));
        (e.telling_city || e.number || e.name || e.title >= 0.6)
            && !e.other_number
            && from.is_some_and(|from| from <= first)
            && to.is_some_and(|to| last <= to)
    };
    let mut found = weighed.iter().filter(near);
    let (one, none) = (found.next()?, found.next());
    if none.is_some() {
        return None;
    }
    let id = id(one, index);
    let reason = format!(
        "{id}: it meets within days of {}, {}.",
        days_in_words((first, last)),
        grounds_in_words(one).join(", ")
    );
    let over = one.time == ByTime::Over;
    let one = One { id, confidence: 0.65, by_days: true, by_words: true, over, firm: true };
    Some(Meant::One { one, reason })
}

fn is_month((first, last): (NaiveDate, NaiveDate)) -> bool {
    first.day() == 1
        && last.month() == first.month()
        && last.checked_add_days(Days::new(1)).is_some_and(|n| n.day() == 1)
}

fn best(weighed: &[Evidence], by: impl Fn(&Evidence) -> f32) -> Option<(Evidence, Vec<Evidence>)> {
    let top = weighed.iter().map(&by).fold(f32::MIN, f32::max);
    let mut near: Vec<Evidence> = weighed.iter().filter(|e| by(e) > top - 0.75).copied().collect();
    let first = near.iter().position(|e| by(e) >= top)?;
    let first = near.remove(first);
    Some((first, near))
}

fn id(evidence: &Evidence, index: &Index) -> String {
    index.entries.get(evidence.at as usize).map(|e| e.id.clone()).unwrap_or_default()
}

pub(super) fn days_in_words((first, last): (NaiveDate, NaiveDate)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// A clue that names days.
fn with_days(weighed: &[Evidence], span: (NaiveDate, NaiveDate), index: &Index) -> Meant {
    let shown = days_in_words(span);
    let possible: Vec<Evidence> = weighed.iter().filter(|e| e.days != ByDays::Silent).copied().collect();
    let Some((top, near)) = best(&possible, Evidence::score) else {
        let reason = Some(format!("No event of the calendar meets on {shown}."));
        return Meant::Nothing { reason };
    };
    // Words that plainly name an event of other days.
    let elsewhere = weighed
        .iter()
        .filter(|e| e.days == ByDays::Silent && e.words() >= 3.0 && e.words() > top.words() + 1.5)
        // The days and the town together outweigh a name that another meeting bears as well.
        .filter(|e| top.days != ByDays::Exact || !top.telling_city || e.city || e.number)
        .max_by(|a, b| a.words().total_cmp(&b.words()));
    if let Some(other) = elsewhere {
        let (by_days, by_words) = (id(&top, index), id(other, index));
        let reason = format!("The days {shown} are those of {by_days}, the words name {by_words}.");
        return Meant::Torn { by_days, by_words, reason };
    }
    // "speaks in the first panel" of the meeting that title and days name: a person looks.
    let plainly = top.days >= ByDays::Within
        && (top.name || top.title >= 0.4 || top.theme() >= 3.0 || top.telling_city);
    if top.other_number && !plainly {
        let reason = Some(format!(
            "{} meets on {shown}, but the note gives another number of the series.",
            id(&top, index)
        ));
        return Meant::Nothing { reason };
    }
    let tied: Vec<String> = near.iter().filter(|e| e.days >= top.days).map(|e| id(e, index)).collect();
    if !tied.is_empty() {
        let ids: Vec<String> = std::iter::once(id(&top, index)).chain(tied).collect();
        let reason = format!("{} meet on {shown}, and nothing tells them apart.", ids.join(", "));
        return Meant::Several { ids, weak: false, reason };
    }
    let told = top.words();
    let in_words = if told >= 2.0 {
        0.25
    } else if told >= 1.0 {
        0.15
    } else {
        told * 0.05
    };
    let confidence: f32 = match top.days {
        ByDays::Exact => 0.7 + if top.city { 0.2 } else { 0.0 } + in_words,
        ByDays::Within => 0.55 + if top.city { 0.2 } else { 0.0 } + in_words,
        _ => 0.4 + if top.city { 0.1 } else { 0.0 } + if told >= 2.0 { 0.15 } else { 0.0 },
    };
    let confidence =
        if top.other_city { confidence.min(0.75) - if told >= 2.0 { 0.0 } else { 0.3 } } else { confidence };
    let confidence = if top.other_number { confidence.min(CERTAIN - 0.2) } else { confidence };
    let mut grounds = vec![match top.days {
        ByDays::Exact => format!("it meets on {shown}"),
        ByDays::Within => format!("{shown} is among its days"),
        _ => format!("its days overlap {shown}"),
    }];
    grounds.extend(grounds_in_words(&top));
    let reason = format!("{}: {}.", id(&top, index), grounds.join(", "));
    let one = One {
        id: id(&top, index),
        confidence: confidence.min(0.98),
        by_days: true,
        // A series that is named beside its own days contradicts nobody.
        by_words: told >= 1.0,
        over: top.time == ByTime::Over,
        firm: true,
    };
    Meant::One { one, reason }
}

/// A clue without days, or with a month.
fn without_days(weighed: &[Evidence], month: bool, ordinal: Option<u32>, index: &Index) -> Meant {
    let possible: Vec<Evidence> = weighed
        .iter()
        .filter(|e| !e.other_number && (!month || e.days == ByDays::Month))
        .filter(|e| is_told(e, ordinal, index))
        .copied()
        .collect();
    let Some((top, near)) = best(&possible, Evidence::score) else {
        return Meant::Nothing { reason: None };
    };
    // Only the calendar's order speaks for it: others that are to come fit the words as well.
    let placed = |e: &Evidence| e.words() + if e.city { 1.5 } else { 0.0 };
    let rivals = possible.iter().filter(|e| e.at != top.at && e.time != ByTime::Over);
    let mut rivals: Vec<&Evidence> = rivals.filter(|e| placed(e) > placed(&top) - 0.75).collect();
    let over = near.iter().filter(|e| e.time == ByTime::Over);
    rivals.extend(over);
    if !rivals.is_empty() {
        // A mere mention of a common theme is no statement; a number that several series have is.
        let ids: Vec<String> = std::iter::once(&top).chain(rivals).map(|e| id(e, index)).collect();
        let group = |e: &Evidence| index.entries.get(e.at as usize).and_then(|e| e.group.as_deref());
        let of_one_series =
            group(&top).is_some() && !top.number && possible.iter().all(|e| group(e) == group(&top));
        let weak = !top.is_firm() || of_one_series;
        if ids.len() > 4 && !top.series {
            return Meant::Nothing { reason: None };
        }
        let reason =
            format!("The words fit {} equally; {} is the likeliest.", ids.join(", "), id(&top, index));
        return Meant::Several { ids, weak, reason };
    }
    let placed = top.city || top.days == ByDays::Month;
    // A town where most meetings are held stands in the address of every note.
    let apart = top.telling_city || top.days == ByDays::Month;
    let mut confidence: f32 = if top.number {
        0.85
    } else if top.name || top.title >= 0.6 || top.theme() >= 4.0 {
        0.84
    } else if top.theme() >= 3.2 {
        0.7
    } else if top.title >= 0.4 {
        0.65
    } else if top.series && placed || top.title >= 0.2 && apart {
        0.72
    } else {
        0.5
    };
    if top.city {
        confidence += 0.1;
    }
    if top.days == ByDays::Month {
        confidence += if top.telling_city { 0.25 } else { 0.1 };
    }
    if top.other_city {
        confidence = confidence.min(CERTAIN - 0.3);
    }
    // Another town of the calendar is named beside it: it may be a second meeting, or the way there.
    let beside = |e: &&Evidence| {
        e.at != top.at && e.telling_city && !e.city_of(&top, index) && e.time == ByTime::Ahead
    };
    if top.telling_city && weighed.iter().any(|e| beside(&e)) {
        confidence = confidence.min(CERTAIN - 0.05);
    }
    // What is over may be spoken of, and is not often asked for.
    if top.time == ByTime::Over && !top.number && !top.name {
        confidence = confidence.min(CERTAIN - 0.1);
    }
    let reason = format!("{}: {}.", id(&top, index), grounds_in_words(&top).join(", "));
    let one = One {
        id: id(&top, index),
        confidence: confidence.min(0.95),
        by_days: false,
        by_words: true,
        over: top.time == ByTime::Over,
        firm: top.is_firm(),
    };
    Meant::One { one, reason }
}

/// Whether words, city and month tell enough for an event to be meant at all.
fn is_told(evidence: &Evidence, ordinal: Option<u32>, index: &Index) -> bool {
    let told = evidence.words();
    let month = evidence.days == ByDays::Month;
    if ordinal.is_some() && told < 1.5 {
        return false;
    }
    told >= 1.9
        || told >= 1.0 && (evidence.city || month || evidence.bare_number)
        || evidence.telling_city && (month || evidence.time == ByTime::Ahead)
        // "the July session in New York".
        || (evidence.city || evidence.time == ByTime::Ahead && !evidence.other_city) && month && evidence.of_series && index.entries.get(evidence.at as usize).is_some_and(|e| e.group.is_some())
}

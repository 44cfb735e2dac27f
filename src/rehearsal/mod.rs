//! Edited rules over everything that is stored, without touching anything: which requests would stand elsewhere, by
//! which rule, and which letters would read otherwise ([`crate::desk::rehearsal`] judges, this module brings the rows).

mod anew;
mod edit;
mod letters;
mod side_by_side;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use crate::desk::rehearsal::{self, Change, Depth, RuleChange, Standing, Subject, Verdict};
use crate::office::{Kept, Office};
use crate::register::{Disposition, Request};
use crate::rules::Effect;
use crate::store::{Error, Reader, RequestKey};

use edit::Edit;
pub use letters::{MessageLetters, Written};

/// Requests that are judged together by one thread, and then again.
const BATCH: usize = 64;

/// One of the two folders.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Its office.
    pub office: &'a Office,
    /// Its files.
    pub kept: &'a Kept,
}

/// What is to be rehearsed.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    /// Only requests for events that are not over on this day.
    pub open_on: Option<NaiveDate>,
    /// Leaves the letters out.
    pub without_letters: bool,
    /// Threads that judge.
    pub threads: usize,
}

/// A request that stands elsewhere in the store than the edited rules would put it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Flip {
    /// Its reference.
    pub reference: String,
    /// Where it stands.
    pub stands: Disposition,
    /// Where the edited rules would put it.
    pub would: Disposition,
    /// The rules by which they would.
    pub rules: Vec<String>,
}

/// What an edit would change.
#[derive(Debug, Default)]
pub struct Report {
    /// How deep the edit goes.
    pub depth: Option<Depth>,
    /// Requests that are stored, judged or not.
    pub stored: usize,
    /// Requests that were judged.
    pub requests: usize,
    /// Requests of which something changes, with the store's number of their message: first those that would stand
    /// elsewhere, then those of which a rule says something else; by reference.
    pub changes: Vec<(i64, Change)>,
    /// Messages of which a letter changes.
    pub letters: Vec<MessageLetters>,
    /// Requests that stand elsewhere than the edited rules would put them, whatever the rules in force say.
    pub flips: Vec<Flip>,
    /// References of requests that could not be judged: their facts have the form of another program, or the program
    /// failed on them.
    pub not_judged: Vec<String>,
    /// Batches on which the program failed.
    pub failed: usize,
}

impl Report {
    /// Whether anything changes.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.letters.is_empty()
    }
}

/// Where a request stands in the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Stored, and the same request on both sides.
    Both,
    /// Stored; by the edited folder its message makes others.
    Before,
    /// Made only by the edited folder.
    After,
}

/// A request on its way to a judge.
struct Item {
    place: Place,
    message: i64,
    /// The store's number; none of one that only the edited folder makes.
    id: Option<i64>,
    /// `facts` holds the facts as JSON.
    request: Request,
}

/// What came of a group of rivals.
#[derive(Default)]
struct Found<'o> {
    requests: usize,
    changes: Vec<(i64, Change)>,
    /// Requests whose letters may change, with what each side makes of them.
    flagged: Vec<(i64, String, [Option<Verdict<'o>>; 2])>,
    flips: Vec<Flip>,
    not_judged: Vec<String>,
}

/// Rehearses `after` against `before` over the store.
///
/// # Errors
/// The store cannot be read.
pub fn of_store(reader: &Reader, before: Side<'_>, after: Side<'_>, wish: &Wish) -> Result<Report, Error> {
    // What is settled meanwhile would otherwise be seen in part: a request as it was, its rival as it became.
    let _moment = reader.at_one_moment()?;
    let edit = Edit::new(before, after);
    let mut keys = reader.request_keys()?;
    let stored = keys.len();
    if let Some(day) = wish.open_on {
        keys.retain(|key| edit.is_open(key, day));
    }
    let anew = match edit.reach.deepest() {
        Depth::Judging => BTreeMap::new(),
        _ => anew::made(reader, &keys, &edit, wish)?,
    };
    let mut answered = BTreeSet::new();
    if wish.open_on.is_none() && !wish.without_letters {
        for (template, language) in &edit.templates {
            answered.extend(reader.answered_by(template, language.as_deref())?);
        }
    }
    let groups = grouped(keys, &anew);
    let (found, failed) = side_by_side::judge(
        wish.threads,
        |send| {
            let mut batch = Vec::new();
            let mut size = 0;
            for group in groups {
                let items = loaded(reader, group, &anew)?;
                size += items.len();
                batch.push(items);
                if size >= BATCH {
                    size = 0;
                    if !send(std::mem::take(&mut batch)) {
                        break;
                    }
                }
            }
            send(batch);
            Ok::<_, Error>(())
        },
        |batch: Vec<Vec<Item>>| {
            let mut found = Found::default();
            batch.into_iter().for_each(|group| judge(group, &edit, &answered, &mut found));
            found
        },
    )?;
    let mut report = Report { depth: Some(edit.reach.deepest()), stored, failed, ..Report::default() };
    let mut flagged: BTreeMap<i64, letters::Verdicts<'_>> = BTreeMap::new();
    for some in found {
        report.requests += some.requests;
        report.changes.extend(some.changes);
        report.flips.extend(some.flips);
        report.not_judged.extend(some.not_judged);
        for (message, reference, sides) in some.flagged {
            flagged.entry(message).or_default().put(reference, sides);
        }
    }
    report.changes = joined(std::mem::take(&mut report.changes));
    report.flips.sort();
    report.not_judged.sort();
    if !wish.without_letters {
        // What was answered and made no request; and what would make others.
        let whole = edit.identity && wish.open_on.is_none();
        let understood = if whole { reader.understood_messages()? } else { Vec::new() };
        for message in understood.into_iter().chain(answered).chain(anew.keys().copied()) {
            flagged.entry(message).or_default();
        }
        report.letters = letters::of_store(reader, &edit, flagged, &anew, wish)?;
    }
    Ok(report)
}

/// Rivals in one group, everything else by itself, in the order in which they were settled.
fn grouped(keys: Vec<RequestKey>, anew: &anew::Made) -> Vec<Vec<Ticket>> {
    /// Whose group a ticket belongs to, and when it was received.
    type Grouped = (Option<(crate::states::Code, String)>, i64, Ticket);
    let mut tickets: Vec<Grouped> = Vec::with_capacity(keys.len());
    for key in keys {
        let place = if anew.contains_key(&key.message) { Place::Before } else { Place::Both };
        tickets.push((key.rivals, key.id, Ticket::Stored(key.id, place)));
    }
    for (message, made) in anew {
        for (at, one) in made.iter().enumerate() {
            let rivals = one.request.state.zip(one.request.event.clone());
            // What has no number yet comes after what has one.
            let order = one.id.unwrap_or(i64::MAX);
            tickets.push((rivals, order, Ticket::Made(*message, at)));
        }
    }
    tickets.sort();
    let mut groups: Vec<Vec<Ticket>> = Vec::with_capacity(tickets.len());
    let mut last = None;
    for (rivals, _, ticket) in tickets {
        match groups.last_mut() {
            Some(group) if rivals.is_some() && rivals == last => group.push(ticket),
            _ => groups.push(vec![ticket]),
        }
        last = rivals;
    }
    groups
}

/// A request that is still to be brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ticket {
    Stored(i64, Place),
    /// Message, and place among what it makes.
    Made(i64, usize),
}

fn loaded(reader: &Reader, group: Vec<Ticket>, anew: &anew::Made) -> Result<Vec<Item>, Error> {
    let mut items = Vec::with_capacity(group.len());
    for ticket in group {
        match ticket {
            Ticket::Stored(id, place) => {
                // Deleted meanwhile: nothing to judge.
                let Some(stored) = reader.stored_request(id)? else { continue };
                items.push(Item { place, message: stored.message, id: Some(id), request: stored.request });
            }
            Ticket::Made(message, at) => {
                let Some(made) = anew.get(&message).and_then(|all| all.get(at)) else { continue };
                items.push(Item { place: Place::After, message, id: made.id, request: made.request.clone() });
            }
        }
    }
    Ok(items)
}

/// Judges one group on both sides.
fn judge<'o>(group: Vec<Item>, edit: &Edit<'o>, answered: &BTreeSet<i64>, found: &mut Found<'o>) {
    let mut known: Vec<(Item, Subject)> = Vec::with_capacity(group.len());
    for mut item in group {
        match serde_json::from_str(&item.request.facts) {
            Ok(facts) => {
                item.request.facts = String::new();
                let request = item.request.clone();
                known.push((item, Subject { request, facts }));
            }
            Err(_) => found.not_judged.push(item.request.reference),
        }
    }
    let side = |not: Place, office| {
        let there: Vec<usize> =
            known.iter().enumerate().filter(|(_, (item, _))| item.place != not).map(|(at, _)| at).collect();
        let subjects: Vec<&Subject> = there.iter().filter_map(|at| known.get(*at).map(|(_, s)| s)).collect();
        let standing = rehearsal::stand(&subjects, office);
        there.into_iter().zip(standing).collect::<BTreeMap<usize, Standing<'_>>>()
    };
    let before = side(Place::After, edit.before.office);
    // Rules that are the same say the same.
    let after = (!edit.judges_alike).then(|| side(Place::Before, edit.after.office));
    let after = after.as_ref().unwrap_or(&before);
    for (at, (item, subject)) in known.iter().enumerate() {
        let (was, would) = (before.get(&at), after.get(&at));
        found.requests += usize::from(item.place != Place::After);
        let stands = item.id.map(|_| item.request.disposition).filter(|_| item.place != Place::After);
        if let (Some(stands), Some(would)) = (stands, would)
            && would.disposition != stands
        {
            found.flips.push(flip(subject, stands, would));
        }
        if let (Some(was), Some(would)) = (was, would) {
            let rules = rehearsal::differing(&was.weights, &would.weights);
            if answered.contains(&item.message) || edit.touches(&subject.request, was, would, &rules) {
                let reference = subject.request.reference.clone();
                found.flagged.push((item.message, reference, [Some(was.verdict()), Some(would.verdict())]));
            }
        } else {
            let reference = subject.request.reference.clone();
            let sides = [was.map(Standing::verdict), would.map(Standing::verdict)];
            found.flagged.push((item.message, reference, sides));
        }
        let sides = [was.map(|s| (s, edit.before.office)), would.map(|s| (s, edit.after.office))];
        found.changes.extend(rehearsal::change(subject, stands, sides).map(|change| (item.message, change)));
    }
}

fn flip(subject: &Subject, stands: Disposition, would: &Standing<'_>) -> Flip {
    let gravest = would.weights.iter().map(|w| w.effect).max().unwrap_or(Effect::None);
    let decide = would.weights.iter().filter(|w| w.effect == gravest && gravest > Effect::Note);
    Flip {
        reference: subject.request.reference.clone(),
        stands,
        would: would.disposition,
        rules: decide.map(|w| w.rule.to_owned()).collect(),
    }
}

/// Puts together what each side said of a request that the edited folder files elsewhere.
fn joined(mut changes: Vec<(i64, Change)>) -> Vec<(i64, Change)> {
    changes.sort_by(|(m, a), (n, b)| {
        (&a.reference, a.after.is_some(), m).cmp(&(&b.reference, b.after.is_some(), n))
    });
    let mut all: Vec<(i64, Change)> = Vec::with_capacity(changes.len());
    for (message, change) in changes {
        match all.last_mut() {
            Some((_, last))
                if last.reference == change.reference && last.after.is_none() && change.before.is_none() =>
            {
                let (one, other) = (last.clone(), change);
                let same_place = one.state == other.state && one.event == other.event;
                *last = one.joined(other);
                if same_place {
                    last.filed = None;
                }
            }
            _ => all.push((message, change)),
        }
    }
    all.iter_mut().for_each(|(_, change)| change.rules.retain(RuleChange::counts));
    // What came together again and says the same is no change, unless it is filed elsewhere.
    all.retain(|(_, c)| c.flips() || !c.rules.is_empty() || c.deadline.is_some() || c.filed.is_some());
    // What matters most stands first.
    all.sort_by_key(|(_, c)| (!c.flips(), c.rules.is_empty()));
    all
}

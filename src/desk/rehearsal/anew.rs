//! A message read or filed again where an edit reaches so far.

use std::collections::BTreeSet;

use crate::desk::rehearsal::{Depth, Subject};
use crate::desk::{self, Course, Kept, Understood, course, judgement};
use crate::matching;
use crate::message::{Message, Receipt};
use crate::office::Office;
use crate::register::Request;
use crate::rules::{self, Facts, Known};

/// What a message says by another office, where that differs from what it says by the one before; `stored` is what
/// was settled. `None` where the edit changes nothing, even if this program understands it otherwise than the one
/// that settled it.
pub fn understood_anew(
    message: &Message,
    receipt: &Receipt,
    stored: &Understood,
    offices: [&Office; 2],
    depth: Depth,
) -> Option<Understood> {
    let [before, after] = offices;
    let new = understood(message, receipt, stored, after, depth);
    let old = || understood(message, receipt, stored, before, depth);
    (!same(&new, stored) && !same(&new, &old())).then_some(new)
}

fn same(one: &Understood, other: &Understood) -> bool {
    one.reading == other.reading
        && one.filing.events == other.filing.events
        && one.filing.sender == other.filing.sender
}

fn understood(
    message: &Message,
    receipt: &Receipt,
    stored: &Understood,
    office: &Office,
    depth: Depth,
) -> Understood {
    let reading = match depth {
        Depth::Reading => desk::read(message, receipt, office),
        _ => stored.reading.clone(),
    };
    let mut filing =
        matching::file(message, &reading, &office.rulebook.events, &office.index, &office.senders);
    filing.answers_ours.clone_from(&stored.filing.answers_ours);
    filing.is_ours = stored.filing.is_ours;
    filing.concerns.clone_from(&stored.filing.concerns);
    filing.answers.clone_from(&stored.filing.answers);
    Understood { reading, filing }
}

/// The requests that a message makes by the office after the edit, where the edit makes them others than before:
/// for another State or event, or by facts that the files could not bring up to date ([`Subject::seen_by`]). Their
/// requests hold the facts as JSON, as stored ones do. `amended` are those of its requests, as they stand, to which a
/// person applied answers: what came with these stays.
pub fn made_anew(
    kept: &Kept<'_>,
    stored: &Understood,
    amended: &[Request],
    offices: [&Office; 2],
    depth: Depth,
) -> Option<Vec<Subject>> {
    if depth == Depth::Judging {
        return None;
    }
    let [before, after] = offices;
    let understood = |office: &Office| understood(kept.message, kept.receipt, stored, office, depth);
    let new = understood(after);
    // The common case: the note is filed as it was, and nothing else that goes into facts was edited.
    if depth == Depth::Filing && only_filed_otherwise(before, after) && same(&new, stored) {
        return None;
    }
    let (old, mut new) = (subjects(kept, &understood(before), before), subjects(kept, &new, after));
    let equal = |(one, other): (&Subject, &Subject)| {
        let whose =
            |s: &Subject| (s.request.state, s.request.event.clone(), s.request.of_record, s.request.counts);
        let request = &other.facts.request;
        let rivals = (request.earlier, request.rivals, request.rivals_of_record);
        whose(one) == whose(other) && one.seen_by(after, rivals) == other.facts
    };
    let equal = old.len() == new.len() && old.iter().zip(&new).all(equal);
    if equal {
        return None;
    }
    for stands in amended {
        carry_over(stands, &old, &mut new, after);
    }
    for subject in &mut new {
        subject.request.facts = serde_json::to_string(&subject.facts).unwrap_or_default();
    }
    Some(new)
}

/// Puts what answers brought to the request that `stands` into the one that the edit makes of its note: of each thing
/// that a note says, the edit's where it changed what the note says, else that which stands; papers one by one.
fn carry_over(stands: &Request, old: &[Subject], new: &mut [Subject], after: &Office) {
    let Ok(had) = serde_json::from_str::<Facts>(&stands.facts) else { return };
    // An answer may have told the event, so a note with one request is the same whatever its event.
    let place = |subjects: &[Subject], event: &Option<String>| {
        let same = subjects.iter().position(|subject| subject.request.event == *event);
        same.or((subjects.len() == 1).then_some(0))
    };
    let Some(was) = place(old, &stands.event).and_then(|at| old.get(at)) else { return };
    let Some(would) = place(new, &was.request.event).and_then(|at| new.get_mut(at)) else { return };
    let (was, facts) = (&was.facts, &mut would.facts);
    facts.note.form = edited(&was.note.form, &facts.note.form, &had.note.form);
    facts.note.channel = edited(&was.note.channel, &facts.note.channel, &had.note.channel);
    facts.note.unread_papers =
        edited(&was.note.unread_papers, &facts.note.unread_papers, &had.note.unread_papers);
    facts.note.unknown_papers =
        edited(&was.note.unknown_papers, &facts.note.unknown_papers, &had.note.unknown_papers);
    facts.note.doubts = one_by_one(&was.note.doubts, &facts.note.doubts, &had.note.doubts);
    facts.note.papers = one_by_one(&was.note.papers, &facts.note.papers, &had.note.papers);
    facts.request.papers = match (&was.request.papers, &facts.request.papers, &had.request.papers) {
        (Known::Value(was), Known::Value(now), Known::Value(had)) => Known::Value(one_by_one(was, now, had)),
        (was, now, had) => edited(was, now, had),
    };
    facts.request.travellers =
        edited(&was.request.travellers, &facts.request.travellers, &had.request.travellers);
    facts.state.code = edited(&was.state.code, &facts.state.code, &had.state.code);
    facts.event.id = edited(&was.event.id, &facts.event.id, &had.event.id);
    would.request.state = judgement::value(&facts.state.code);
    if matches!(facts.event.id, Known::Value(_)) {
        would.request.event = judgement::value(&facts.event.id);
    }
    judgement::refresh(facts, would.request.event.as_deref(), after);
    facts.request.missing_papers =
        rules::missing_papers(&facts.event.papers, &facts.request.papers, facts.note.unknown_papers);
}

/// What the edit says where it changed what the note says, else what stands.
fn edited<T: PartialEq + Clone>(was: &T, now: &T, had: &T) -> T {
    if was == now { had.clone() } else { now.clone() }
}

/// What stands, with what the edit adds to the note's and without what it takes away.
fn one_by_one(was: &BTreeSet<String>, now: &BTreeSet<String>, had: &BTreeSet<String>) -> BTreeSet<String> {
    let gone: BTreeSet<String> = was.difference(now).cloned().collect();
    had.difference(&gone).chain(now.difference(was)).cloned().collect()
}

/// Whether two folders with the same states and names give a message that they file alike the same requests, with facts
/// that [`Subject::seen_by`] brings up to date.
fn only_filed_otherwise(before: &Office, after: &Office) -> bool {
    before.policy == after.policy
        && before.zone == after.zone
        && before.rulebook.papers == after.rulebook.papers
}

/// The requests that a message makes, not yet judged: one for each event, as [`crate::desk::handle`] makes them.
/// Empty where it makes none.
fn subjects(kept: &Kept<'_>, understood: &Understood, office: &Office) -> Vec<Subject> {
    let Understood { reading, filing } = understood;
    if course::of(kept, reading, filing, office) != Course::Judge {
        return Vec::new();
    }
    // Rules are asked and rivals compared when its group stands.
    let made = |event| {
        let (request, facts) = judgement::unjudged(kept, reading, filing, event, office);
        Subject { request, facts }
    };
    judgement::events(filing).into_iter().map(made).collect()
}

//! An answer applied to the request that it concerns, by order of a person: what it says takes the place of what was
//! said before, what it brings is added, and the request is judged anew.

use std::collections::BTreeSet;

use crate::desk::answer::{self, About};
use crate::desk::judgement;
use crate::desk::{Basis, Course, Hold, Judged, Kept, Outgoing, Understood, Withheld, holds_of};
use crate::matching::Filing;
use crate::reading::Reading;
use crate::register::{Register, Request};
use crate::rules::{self, EventFacts, Facts, Known};

/// What follows from an answer that is applied; the edges carry it out in one savepoint.
#[derive(Debug, Clone, PartialEq)]
pub struct Amended {
    /// The request with its new judgement.
    pub judged: Judged,
    /// The reference of the request that the message had made and that ends now, joined to this one.
    pub joined: Option<String>,
    /// Others that were judged anew because of it, where the disposition changed.
    pub anew: Vec<Judged>,
    /// What was taken from the answer, one phrase each, for a person.
    pub taken: Vec<String>,
    /// Letters to the sender of the answer; each waits for release.
    pub letters: Vec<Outgoing>,
    /// Letters that are not written.
    pub withheld: Vec<Withheld>,
    /// What a person must act on by the new judgement.
    pub holds: Vec<Hold>,
}

/// What a request stands on.
///
/// # Errors
/// When another version of the program wrote it in a form that this one does not know.
pub(super) fn facts_of(request: &Request) -> Result<Facts, String> {
    serde_json::from_str(&request.facts).map_err(|_| {
        let reference = &request.reference;
        format!("the facts of {reference} were written by another version of the program; act on it by hand")
    })
}

/// Applies `answer`, as it was understood, to `request`. `before` is how many letters the same message has led to, by
/// which the next are numbered. Pure: it is carried out by the store.
///
/// # Errors
/// Why it cannot be applied, one sentence for a person.
pub fn amend(
    request: &Request,
    (answer, understood): (&Kept<'_>, &Understood),
    before: u32,
    basis: Basis<'_>,
) -> Result<Amended, String> {
    let office = basis.office;
    let mut facts = facts_of(request)?;
    let Understood { reading, filing } = understood;
    let gone = joined(request, answer, basis.register)?;
    let named = match filing.events.value() {
        Some(ids) if filing.events.is_certain() && ids.len() == 1 => ids.first().cloned(),
        _ => None,
    };
    let event = named.clone().or_else(|| request.event.clone());
    let said = judgement::facts(answer, reading, filing, event.as_deref(), office);
    let there = there_already(&facts, &said, named.as_deref());
    let taken = take(&mut facts, said, reading, named.as_deref())?;
    // A message that made a request is joined even where it brings nothing new: its own must not stand against this one.
    if taken.is_empty() && gone.is_none() {
        return Err(there);
    }
    judgement::refresh(&mut facts, event.as_deref(), office);
    let state = judgement::value(&facts.state.code).or(request.state);
    let after = Request { state, event, ..request.clone() };
    facts.request.missing_papers =
        rules::missing_papers(&facts.event.papers, &facts.request.papers, facts.note.unknown_papers);
    let spoken = (answer, reading, filing);
    let first = before.saturating_add(1);
    let amended = follow((request, gone), after, facts, spoken, first, basis);
    Ok(Amended { taken, ..amended })
}

/// What follows when `after`, which was `before`, is judged by `facts`: its judgement, those of its rivals, what a person
/// must act on, and the letters to the sender of the message that speaks for it, numbered from `first`. `gone` is one that
/// is joined to it and stands against nobody any more.
pub(super) fn follow(
    (before, gone): (&Request, Option<&Request>),
    after: Request,
    mut facts: Facts,
    (kept, reading, filing): (&Kept<'_>, &Reading, &Filing),
    first: u32,
    basis: Basis<'_>,
) -> Amended {
    let Basis { register, office, moment, .. } = basis;
    let mut rivals = judgement::rivals(&after, register);
    rivals.retain(|rival| gone.is_none_or(|gone| gone.reference != rival.reference));
    let compared = rivals.iter().map(|rival| rival.reference.clone()).collect();
    judgement::compare(&mut facts, &after, rivals);
    let number = judgement::number_of(&before.reference);
    let judged = Judged { rivals: compared, ..judgement::judged(number, after, facts, office, moment) };
    let mut anew = judgement::anew(&judged, gone, basis);
    let place = |request: &Request| (request.state, request.event.clone());
    if place(&judged.request) != place(before) {
        let left: Vec<&Request> = std::iter::once(before).chain(gone).collect();
        anew.extend(judgement::without(before, &left, basis));
    }
    if let Some(gone) = gone.filter(|gone| ![place(&judged.request), place(before)].contains(&place(gone))) {
        anew.extend(judgement::without(gone, &[gone], basis));
    }
    let course = Course::Judge;
    let requests = std::slice::from_ref(&judged);
    let disposition = course.disposition(requests);
    // The letter says of the request what its first note says, whichever message speaks for it now.
    let completes = before.message != kept.receipt.sha256.0;
    let about = About { kept, reading, filing, course: &course, disposition, requests, completes };
    let mut answer = answer::write(&about, first, basis);
    for letter in &mut answer.letters {
        letter.held.get_or_insert_with(|| "on-release".to_owned());
    }
    let mut holds: Vec<Hold> = std::iter::once(&judged).chain(&anew).flat_map(holds_of).collect();
    holds.extend(answer.holds);
    let joined = gone.map(|gone| gone.reference.clone());
    let (letters, withheld) = (answer.letters, answer.withheld);
    Amended { judged, joined, anew, taken: Vec::new(), letters, withheld, holds }
}

/// The request that the message made by itself and that ends when it is applied to `request`: the only one, or of several
/// the one for the same event.
fn joined<'r>(
    request: &Request,
    answer: &Kept<'_>,
    register: &'r Register,
) -> Result<Option<&'r Request>, String> {
    let made = register.requests().filter(|one| one.message == answer.receipt.sha256.0);
    let made: Vec<&Request> = made.filter(|one| register.joined_to(&one.reference).is_none()).collect();
    match made.as_slice() {
        [] => Ok(None),
        [only] => Ok(Some(only)),
        several => {
            let of_event = several.iter().find(|one| one.event == request.event);
            of_event.copied().map(Some).ok_or_else(|| {
                let names: Vec<&str> = several.iter().map(|one| one.reference.as_str()).collect();
                format!(
                    "it made {}, none of them for the event of {}",
                    names.join(" and "),
                    request.reference
                )
            })
        }
    }
}

/// Why nothing is taken from an answer: what it says stands in the request already, or it says nothing of all this.
fn there_already(facts: &Facts, said: &Facts, named: Option<&str>) -> String {
    let mut there = Vec::new();
    let came = match &said.request.papers {
        Known::Value(came) => came,
        _ => &said.note.papers,
    };
    if !came.is_empty() {
        // What is no paper that rules know is told only where nothing else is.
        let known = came.iter().filter(|kind| came.len() == 1 || *kind != "other").cloned();
        let kinds = known.collect::<Vec<_>>().join(", ");
        there.push(format!("papers ({kinds}) that the request has already"));
    }
    if said.note.unknown_papers > 0 {
        there.push(format!("{} papers of which it is not known what they are", said.note.unknown_papers));
    }
    if matches!(&said.request.travellers, Known::Value(who) if !who.is_empty())
        && said.request.travellers == facts.request.travellers
    {
        there.push("the travellers that the request names".to_owned());
    }
    if named.is_some_and(|id| facts.event.id == Known::Value(id.to_owned())) {
        there.push("the meeting that the request is for".to_owned());
    }
    if there.is_empty() {
        return "the message says nothing that a request is judged by: no paper, no traveller, no meeting"
            .into();
    }
    format!("the message brings nothing new: it has {}", there.join(", and "))
}

/// Takes into `facts` what an answer says; returns it in words.
fn take(
    facts: &mut Facts,
    said: Facts,
    reading: &Reading,
    named: Option<&str>,
) -> Result<Vec<String>, String> {
    let mut taken = Vec::new();
    let settled = |facts: &mut Facts, field: &str| facts.note.doubts.retain(|doubt| doubt != field);
    match (&facts.state.code, &said.state.code) {
        (Known::Value(one), Known::Value(other)) if one != other => {
            return Err(format!("the message speaks for {other}, and the request is that of {one}"));
        }
        (Known::Missing | Known::Doubtful, Known::Value(state)) => {
            taken.push(format!("the State, {state}"));
            facts.state.code = Known::Value(*state);
            settled(facts, "state");
        }
        _ => {}
    }
    if let Some(id) = named
        && facts.event.id != Known::Value(id.to_owned())
    {
        taken.push(format!("the meeting, {id}"));
        facts.event = EventFacts { id: Known::Value(id.to_owned()), ..EventFacts::default() };
        settled(facts, "events");
    }
    let verbale = Known::Value("note_verbale".to_owned());
    if facts.note.form != verbale && said.note.form == verbale {
        taken.push("that it is a note verbale".to_owned());
        facts.note.form = said.note.form;
        facts.note.channel = said.note.channel;
        settled(facts, "form");
    }
    if let Known::Value(travellers) = &said.request.travellers
        && !travellers.is_empty()
        && facts.request.travellers != said.request.travellers
    {
        let names: Vec<&str> = travellers.iter().map(|t| t.name.as_str()).collect();
        taken.push(format!("who travels, {}", names.join(", ")));
        facts.request.travellers = said.request.travellers;
        settled(facts, "travellers");
    }
    take_papers(facts, &said.note.papers, said.note.unknown_papers, &said.request.papers, &mut taken);
    if said.note.unread_papers > 0 {
        facts.note.unread_papers = facts.note.unread_papers.saturating_add(said.note.unread_papers);
        taken.push(format!("{} papers that could not be read", said.note.unread_papers));
    } else if !reading.papers.is_empty() && facts.note.unread_papers > 0 {
        // What was sent again can be read; a person has seen to it that it is the same.
        facts.note.unread_papers = 0;
        facts.note.unknown_papers = 0;
        taken.push("papers that can be read, in place of those that could not".to_owned());
    }
    Ok(taken)
}

fn take_papers(
    facts: &mut Facts,
    kinds: &BTreeSet<String>,
    unknown: u32,
    papers: &Known<BTreeSet<String>>,
    taken: &mut Vec<String>,
) {
    facts.note.unknown_papers = facts.note.unknown_papers.saturating_add(unknown);
    let came = match papers {
        Known::Value(came) => came,
        _ => kinds,
    };
    let there = match &mut facts.request.papers {
        Known::Value(there) => there,
        other => {
            *other = Known::Value(facts.note.papers.clone());
            let Known::Value(there) = other else { return };
            there
        }
    };
    let new: Vec<String> = came.difference(there).cloned().collect();
    if !new.is_empty() {
        taken.push(format!("papers: {}", new.join(", ")));
    }
    there.extend(new);
    facts.note.papers.extend(kinds.iter().cloned());
    if facts.note.unknown_papers > 0 {
        facts.request.papers = Known::Doubtful;
    }
}

//! A message read or filed again where an edit reaches so far.

use crate::desk::rehearsal::{Depth, Subject};
use crate::desk::{Course, Kept, Understood, course, judgement};
use crate::matching;
use crate::message::{Message, Receipt};
use crate::office::Office;
use crate::reading;

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
        Depth::Reading => reading::read(message, receipt, &office.states),
        _ => stored.reading.clone(),
    };
    let mut filing =
        matching::file(message, &reading, &office.rulebook.events, &office.index, &office.senders);
    filing.answers_ours.clone_from(&stored.filing.answers_ours);
    filing.is_ours = stored.filing.is_ours;
    filing.concerns.clone_from(&stored.filing.concerns);
    Understood { reading, filing }
}

/// The requests that a message makes by the office after the edit, where the edit makes them others than before:
/// for another State or event, or by facts that the files could not bring up to date ([`Subject::seen_by`]). Their
/// requests hold the facts as JSON, as stored ones do.
pub fn made_anew(
    kept: &Kept<'_>,
    stored: &Understood,
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
    for subject in &mut new {
        subject.request.facts = serde_json::to_string(&subject.facts).unwrap_or_default();
    }
    Some(new)
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

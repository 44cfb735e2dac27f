//! A message read or filed again where an edit reaches so far.

use crate::calendar::Moment;
use crate::desk::rehearsal::{Depth, Subject};
use crate::desk::{Course, Kept, Understood, course, judgement};
use crate::matching;
use crate::message::{Message, Receipt};
use crate::office::Office;
use crate::reading;
use crate::register::Register;

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
    let same = |one: &Understood, other: &Understood| {
        one.reading == other.reading
            && one.filing.events == other.filing.events
            && one.filing.sender == other.filing.sender
    };
    let [before, after] = offices;
    let new = understood(message, receipt, stored, after, depth);
    let old = || understood(message, receipt, stored, before, depth);
    (!same(&new, stored) && !same(&new, &old())).then_some(new)
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
/// for another State or event, or by facts that the files could not bring up to date ([`Subject::seen_by`]).
pub fn made_anew(
    kept: &Kept<'_>,
    stored: &Understood,
    offices: [&Office; 2],
    depth: Depth,
) -> Option<Vec<Subject>> {
    let [before, after] = offices;
    let made = |office: &Office| {
        let understood = understood(kept.message, kept.receipt, stored, office, depth);
        subjects(kept, &understood, office)
    };
    let (old, new) = (made(before), made(after));
    let same = |(one, other): (&Subject, &Subject)| {
        let whose =
            |s: &Subject| (s.request.state, s.request.event.clone(), s.request.of_record, s.request.counts);
        let request = &other.facts.request;
        let rivals = (request.earlier, request.rivals, request.rivals_of_record);
        whose(one) == whose(other) && one.seen_by(after, rivals) == other.facts
    };
    let equal = old.len() == new.len() && old.iter().zip(&new).all(same);
    (!equal).then_some(new)
}

/// The requests that a message makes, not yet judged: one for each event, as [`crate::desk::handle`] makes them.
/// Empty where it makes none.
fn subjects(kept: &Kept<'_>, understood: &Understood, office: &Office) -> Vec<Subject> {
    let Understood { reading, filing } = understood;
    if course::of(kept, reading, filing, office) != Course::Judge {
        return Vec::new();
    }
    // Judged against an empty register; the rivals are compared when the group stands.
    let judged = judgement::requests(
        kept,
        reading,
        filing,
        &Register::default(),
        office,
        Moment(kept.receipt.received),
    );
    judged.new.into_iter().map(|j| Subject { request: j.request, facts: j.facts }).collect()
}

//! A request judged anew by the rules in force, by order of a person, after these were edited: from what its note said
//! and what was applied to it since, with what the files say of its State and event now.

use crate::desk::amend::{facts_of, follow};
use crate::desk::{Amended, Basis, Kept, Understood, Withheld, judgement};
use crate::matching;
use crate::register::{Disposition, Request};
use crate::rules::{Known, Ruling};

/// Judges `request` anew by the office of `basis`. `spoken` is the message that last spoke for it, as it was understood: its note, or
/// the answer that was applied to it; the letter goes to its sender. `before` is how many letters that message has led to,
/// `last` the ruling in force. Pure: it is carried out by the store.
///
/// # Errors
/// Why it is not judged anew, one sentence for a person.
pub fn again(
    request: &Request,
    (kept, understood): (&Kept<'_>, &Understood),
    before: u32,
    last: Option<&Ruling>,
    basis: Basis<'_>,
) -> Result<Amended, String> {
    let office = basis.office;
    let mut facts = facts_of(request)?;
    let Understood { reading, filing } = understood;
    let mut filing = filing.clone();
    let mut taken = Vec::new();
    let mut after = request.clone();
    if request.event.is_none() {
        // The meeting may be in the calendar by now, or be called as the note calls it.
        let filed =
            matching::file(kept.message, reading, &office.rulebook.events, &office.index, &office.senders);
        if let (true, Some([id])) = (filed.events.is_certain(), filed.events.value().map(Vec::as_slice)) {
            taken.push(format!("the meeting, {id}"));
            after.event = Some(id.clone());
            facts.event.id = Known::Value(id.clone());
            facts.event.why = None;
            facts.note.doubts.remove("events");
            (filing.events, filing.reasons, filing.unlisted) = (filed.events.clone(), filed.reasons, None);
        }
    }
    judgement::refresh(&mut facts, after.event.as_deref(), office);
    let first = before.saturating_add(1);
    let spoken = (kept, reading, &filing);
    let mut amended = follow((request, None), after, facts, spoken, first, basis);
    amended.taken = taken;
    let ruling = &amended.judged.ruling;
    let same = |last: &Ruling| {
        (last.disposition, &last.deadline, &last.findings)
            == (ruling.disposition, &ruling.deadline, &ruling.findings)
    };
    if last.is_some_and(same) {
        return Err(format!(
            "by the rules in force it stands {}, as it stands, for the same reasons",
            request.disposition.as_str()
        ));
    }
    if amended.judged.request.disposition == Disposition::Held {
        // A receipt would tell the mission nothing: the person who decides what is held writes then.
        amended.letters.clear();
        let words = "It is held for a person; a letter follows when that is decided.";
        amended.withheld.push(Withheld { code: "held-anew".into(), words: words.into() });
    }
    Ok(amended)
}

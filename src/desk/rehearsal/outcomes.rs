//! A folder of mail through the whole desk twice, by two offices, and what differs.

use super::letters::letter_change;
use super::{Change, LetterChange, RuleChange, Standing, Subject, change};
use crate::calendar::Moment;
use crate::desk::{self, Basis, Judged, Kept, Outcome};
use crate::office::Office;
use crate::register::Register;
use crate::rules::Weight;

/// The desk's work of one office on the messages so far.
#[derive(Debug, Default)]
struct Work {
    register: Register,
    /// The requests of each message, with their latest ruling.
    judged: Vec<Vec<Judged>>,
    outcomes: Vec<Outcome>,
}

/// What differs between two offices on the same mail.
#[derive(Debug, Default)]
pub struct Replay {
    /// Requests with the place of their message.
    pub changes: Vec<(usize, Change)>,
    /// Letters with the place of their message.
    pub letters: Vec<(usize, LetterChange)>,
    /// What becomes of a message as a whole, where that differs.
    pub dispositions: Vec<(usize, [desk::Disposition; 2])>,
    /// Requests that the office before makes.
    pub requests: usize,
}

/// Runs `mail`, in the order of receipt, through the desk by `before` and by `after`, each with a register of its own.
pub fn replay(mail: &[Kept<'_>], before: &Office, after: &Office) -> Replay {
    let [was, would] = [before, after].map(|office| {
        let mut work = Work::default();
        mail.iter().for_each(|kept| work.handle(kept, office));
        work
    });
    let mut replay = Replay { requests: was.judged.iter().map(Vec::len).sum(), ..Replay::default() };
    let sides = was.judged.iter().zip(&would.judged).zip(was.outcomes.iter().zip(&would.outcomes));
    for (place, ((old, new), (one, other))) in sides.enumerate() {
        let changes = requests(old, new, [before, after]);
        replay.changes.extend(changes.into_iter().map(|change| (place, change)));
        if one.disposition != other.disposition {
            replay.dispositions.push((place, [one.disposition, other.disposition]));
        }
        let mut left: Vec<_> = one.letters.iter().map(|l| &l.letter).collect();
        for letter in other.letters.iter().map(|l| &l.letter) {
            let same = left.iter().position(|l| l.template == letter.template).map(|at| left.remove(at));
            if same != Some(letter) {
                let change = letter_change(same.cloned().map(Ok), Some(Ok(letter.clone())), true);
                replay.letters.extend(change.map(|c| (place, c)));
            }
        }
        let gone = left.into_iter().filter_map(|l| letter_change(Some(Ok(l.clone())), None, true));
        replay.letters.extend(gone.map(|c| (place, c)));
    }
    replay
}

impl Work {
    fn handle(&mut self, kept: &Kept<'_>, office: &Office) {
        // As a trial: letters are dated by the moment of receipt.
        let moment = Moment(kept.receipt.received);
        let understood = desk::understand(kept.message, kept.receipt, office);
        let outcome = desk::handle(
            kept,
            understood,
            Basis { register: &self.register, office, secret: b"rehearsal", moment },
        );
        desk::absorb(&mut self.register, &outcome, moment);
        for again in &outcome.rejudged {
            let all = self.judged.iter_mut().flatten();
            for judged in all.filter(|j| j.request.reference == again.request.reference) {
                *judged = again.clone();
            }
        }
        self.judged.push(outcome.requests.clone());
        self.outcomes.push(outcome);
    }
}

/// The requests of one message, paired by their event.
fn requests(old: &[Judged], new: &[Judged], [before, after]: [&Office; 2]) -> Vec<Change> {
    let mut left: Vec<&Judged> = new.iter().collect();
    let mut changes = Vec::new();
    for one in old {
        let same = left.iter().position(|j| j.request.event == one.request.event);
        // A note that names one event, before and after, is the same request for another event.
        let same = same.or((old.len() == 1 && left.len() == 1).then_some(0));
        let other = same.map(|at| left.remove(at));
        let was = (&standing(one), before);
        let found = match other {
            Some(other)
                if other.request.state == one.request.state && other.request.event == one.request.event =>
            {
                change(&subject(one), None, [Some(was), Some((&standing(other), after))])
            }
            Some(other) => {
                let half = change(&subject(one), None, [Some(was), None]);
                half.zip(change(&subject(other), None, [None, Some((&standing(other), after))]))
                    .map(|(one, other)| one.joined(other))
            }
            None => change(&subject(one), None, [Some(was), None]),
        };
        changes.extend(found);
    }
    changes.extend(
        left.into_iter().filter_map(|j| change(&subject(j), None, [None, Some((&standing(j), after))])),
    );
    changes.iter_mut().for_each(|change| change.rules.retain(RuleChange::counts));
    changes
}

fn subject(judged: &Judged) -> Subject {
    Subject { request: judged.request.clone(), facts: judged.facts.clone() }
}

fn standing(judged: &Judged) -> Standing<'_> {
    let weights = judged.ruling.findings.iter();
    Standing {
        disposition: judged.ruling.disposition,
        weights: weights.map(|f| Weight { rule: &f.rule, answer: f.answer, effect: f.effect }).collect(),
        facts: judged.facts.clone(),
    }
}

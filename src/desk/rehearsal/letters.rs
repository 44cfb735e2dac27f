//! The letters of one message, written by two offices and compared line by line.

use serde::Serialize;

use crate::calendar::Moment;
use crate::desk::answer::{About, drafts};
use crate::desk::rehearsal::{Rivals, diff};
use crate::desk::{Course, Judged, Kept, Understood, course};
use crate::letter::Letter;
use crate::office::Office;
use crate::register::{Disposition, Request};
use crate::rules::{self, Effect, Facts, Weight};
use crate::states::Language;

/// A letter that would be written otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterChange {
    /// Which letter.
    pub template: String,
    /// In which language, by the edited folder where both write it.
    pub language: Language,
    /// `new`, `gone`, `differs` or `fails`.
    pub what: &'static str,
    /// Subject, way of sending and text, line by line: `- ` only by the folder in force, `+ ` only by the edited one.
    pub lines: Vec<String>,
}

/// One side of a comparison of letters.
#[derive(Debug)]
pub struct Writer<'a> {
    /// What the message says to this office.
    pub understood: &'a Understood,
    /// Its requests as this office rules them ([`ruled`]), in the order of the message.
    pub requests: Vec<Judged>,
    /// The office.
    pub office: &'a Office,
}

/// What letters speak of in the judgement of a request.
#[derive(Debug, Clone)]
pub struct Verdict<'o> {
    /// Where it would stand.
    pub disposition: Disposition,
    /// The rules that stop it; empty for most.
    pub stops: Vec<Weight<'o>>,
    /// What it was compared with.
    pub rivals: Rivals,
}

impl<'o> Verdict<'o> {
    /// That of a judgement.
    pub fn new(disposition: Disposition, weights: &[Weight<'o>], rivals: Rivals) -> Self {
        let stops = weights.iter().filter(|weight| weight.effect > Effect::Note).copied().collect();
        Self { disposition, stops, rivals }
    }
}

/// A request as letters speak of it. `facts` are those that `office` sees; they are looked at only where a rule stops
/// it.
pub fn ruled(request: &Request, facts: Facts, verdict: &Verdict<'_>, office: &Office) -> Judged {
    let mut ruling = rules::spoken(verdict.disposition, &verdict.stops, &facts, &office.rulebook);
    let event = request.event.as_deref().and_then(|id| office.rulebook.events.get(id));
    ruling.deadline = event.and_then(|event| event.deadline.clone());
    let request = Request {
        reference: request.reference.clone(),
        message: request.message.clone(),
        event: request.event.clone(),
        disposition: verdict.disposition,
        // Letters do not speak of them.
        facts: String::new(),
        ..*request
    };
    Judged { number: (0, 0), request, facts, ruling, rivals: Vec::new() }
}

/// Writes the letters of one message on both sides, and says which differ, with `lines` also in which lines. Ceilings
/// are not asked: they depend on the day, not on the folder.
pub fn letters(
    kept: &Kept<'_>,
    before: &Writer<'_>,
    after: &Writer<'_>,
    moment: Moment,
    lines: bool,
) -> Vec<LetterChange> {
    let [mut was, would] = [before, after].map(|side| written(kept, side, moment));
    let mut changes = Vec::new();
    for letter in would {
        let kind = |l: &Result<Letter, String>| l.as_ref().ok().map(|l| l.template);
        let place = was.iter().position(|l| kind(l) == kind(&letter));
        let old = place.map(|place| was.remove(place));
        if old.as_ref() != Some(&letter) {
            changes.extend(letter_change(old, Some(letter), lines));
        }
    }
    changes.extend(was.into_iter().filter_map(|old| letter_change(Some(old), None, lines)));
    changes
}

pub(super) fn letter_change(
    before: Option<Result<Letter, String>>,
    after: Option<Result<Letter, String>>,
    lines: bool,
) -> Option<LetterChange> {
    let what = match (&before, &after) {
        (_, Some(Err(_))) => "fails",
        (Some(Ok(_)), None) => "gone",
        (Some(Ok(_)), Some(_)) => "differs",
        (_, Some(Ok(_))) => "new",
        _ => return None,
    };
    let known = [&after, &before].into_iter().flatten().find_map(|l| l.as_ref().ok());
    let (template, language) = known.map_or(("letter", Language::En), |l| (l.template.stem(), l.language));
    let lines = match lines {
        true => {
            let [before, after] = [before, after].map(|letter| letter.map_or_else(Vec::new, lines_of));
            diff::lines(&before, &after)
        }
        false => Vec::new(),
    };
    Some(LetterChange { template: template.to_owned(), language, what, lines })
}

fn lines_of(letter: Result<Letter, String>) -> Vec<String> {
    match letter {
        Ok(letter) => {
            let send = match letter.send {
                rules::Send::AtOnce => "goes at once",
                rules::Send::OnRelease => "waits for release",
            };
            let head =
                [format!("To: {} ({send})", letter.to.join(", ")), format!("Subject: {}", letter.subject)];
            head.into_iter().chain(letter.text.lines().map(str::to_owned)).collect()
        }
        Err(words) => vec![format!("(cannot be written: {words})")],
    }
}

fn written(kept: &Kept<'_>, side: &Writer<'_>, moment: Moment) -> Vec<Result<Letter, String>> {
    let Understood { reading, filing } = side.understood;
    let course = course::of(kept, reading, filing, side.office);
    let requests = if course == Course::Judge { side.requests.as_slice() } else { &[] };
    let disposition = course.disposition(requests);
    let about = About { kept, reading, filing, course: &course, disposition, requests, completes: false };
    drafts(&about, side.office, moment, None)
        .letters
        .into_iter()
        .map(|l| l.map(|(letter, _)| letter))
        .collect()
}

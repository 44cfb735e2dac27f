//! What other rules would make of what is stored: the same judgement and the same letters, by two offices, compared.
//! Pure, like all of the desk; nothing here is ever settled.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::calendar::{Deadline, Moment};
use crate::desk::answer::{About, drafts};
use crate::desk::{Course, Disposition, Judged, Kept, Understood, course, judgement};
use crate::letter::Letter;
use crate::matching;
use crate::message::{Message, Receipt};
use crate::office::Office;
use crate::reading;
use crate::register::{self, Register, Request};
use crate::rules::{self, Effect, Facts, Weight};
use crate::states::{Answer, Code, Language};

mod diff;
mod outcomes;
#[cfg(test)]
mod tests;

pub use outcomes::{Replay, replay};

/// How much of a stored request an edit can touch, from the least to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// Rules, deadlines, lists, templates: the stored facts are judged.
    Judging,
    /// Also which event and which sender a note has: it is filed anew from what was read.
    Filing,
    /// Also what a note says: it is read anew from the texts that the workers took out of the mail.
    Reading,
}

/// How deep an edit goes that turned `before` into `after`. `files` are the paths of the files that differ.
pub fn depth<'f>(before: &Office, after: &Office, files: impl Iterator<Item = &'f str>) -> Depth {
    let judging = |path: &str| {
        let named = [
            "rules/checks.toml",
            "rules/events.toml",
            "rules/papers.toml",
            "rules/priority.toml",
            "rules/costs.toml",
            "rules/cases.toml",
            "rules/holidays.csv",
            "rules/missions.csv",
            "rules/sources.csv",
        ];
        named.contains(&path) || path.starts_with("rules/lists/") || path.starts_with("templates/")
    };
    let mut papers = false;
    for path in files {
        // Whatever is not known to leave the reading alone is taken to change it.
        if !judging(path) {
            return Depth::Reading;
        }
        // What a paper is may be told by its words, which stand with the mail.
        papers |= path == "rules/papers.toml";
    }
    let senders =
        before.senders != after.senders || before.policy.trusted_relays != after.policy.trusted_relays;
    if papers || senders || !same_meetings(before, after) { Depth::Filing } else { Depth::Judging }
}

/// Whether the calendars give notes the same events to find, and ask for the same papers: deadlines, coverage and caps
/// set aside.
fn same_meetings(before: &Office, after: &Office) -> bool {
    let bare = |event: &register::Event| register::Event {
        covered: Answer::Unknown,
        coverage_source: String::new(),
        max_per_state: 0,
        terms: register::Terms { papers: event.terms.papers.clone(), ..register::Terms::default() },
        deadline: None,
        venue: None,
        zone: String::new(),
        ..event.clone()
    };
    let (one, other) = (&before.rulebook.events, &after.rulebook.events);
    one.len() == other.len() && one.values().zip(other.values()).all(|(a, b)| bare(a) == bare(b))
}

/// A request to be judged by two offices.
#[derive(Debug, Clone)]
pub struct Subject {
    /// As the register has it; `facts` may be empty.
    pub request: Request,
    /// What it was judged by.
    pub facts: Facts,
}

impl Subject {
    /// The facts as `office` sees them, with what the register said of rivals.
    pub fn seen_by(&self, office: &Office, rivals: Rivals) -> Facts {
        let mut facts = self.facts.clone();
        judgement::refresh(&mut facts, self.request.event.as_deref(), office);
        (facts.request.earlier, facts.request.rivals, facts.request.rivals_of_record) = rivals;
        facts
    }
}

/// Earlier rivals, all rivals, and whether all of them are of record.
pub type Rivals = (u32, u32, bool);

/// What one office makes of a request.
#[derive(Debug)]
pub struct Standing<'o> {
    /// Where it would stand.
    pub disposition: register::Disposition,
    /// What each rule says of it.
    pub weights: Vec<Weight<'o>>,
    /// The facts as this office sees them.
    pub facts: Facts,
}

impl Standing<'_> {
    /// What it was compared with.
    pub fn rivals(&self) -> Rivals {
        let request = &self.facts.request;
        (request.earlier, request.rivals, request.rivals_of_record)
    }
}

/// Judges `group` by `office` in the order in which they were settled, each with the others as its rivals, just as the
/// desk does message by message. They are all the requests of one State for one event, or one request without either.
pub fn stand<'o>(group: &[&Subject], office: &'o Office) -> Vec<Standing<'o>> {
    let mut register = Register::default();
    let mut standing: Vec<Standing<'o>> = Vec::with_capacity(group.len());
    for (place, subject) in group.iter().enumerate() {
        let mut request = Request { facts: String::new(), ..subject.request.clone() };
        let mut facts = subject.facts.clone();
        judgement::refresh(&mut facts, request.event.as_deref(), office);
        let rivals = judgement::rivals(&request, &register);
        let places: Vec<usize> = rivals
            .iter()
            .filter_map(|rival| group.iter().position(|s| s.request.reference == rival.reference))
            .collect();
        judgement::compare(&mut facts, &request, rivals);
        let (disposition, weights) = rules::weigh(&facts, &office.rulebook);
        standing.push(Standing { disposition, weights, facts });
        request.disposition = disposition;
        if request.counts && disposition != register::Disposition::Declined {
            for rival in places {
                judge_anew(rival, group, &request, &register, office, &mut standing);
            }
        }
        if group.len() > 1 {
            register.put(0, 0, request);
            for (subject, stands) in group.iter().zip(&standing).take(place) {
                let now = Request {
                    disposition: stands.disposition,
                    facts: String::new(),
                    ..subject.request.clone()
                };
                register.put(0, 0, now);
            }
        }
    }
    standing
}

/// The rival at `place` judged anew because of `new`; as at the desk, only where its disposition changes.
fn judge_anew<'o>(
    place: usize,
    group: &[&Subject],
    new: &Request,
    register: &Register,
    office: &'o Office,
    standing: &mut [Standing<'o>],
) {
    let (Some(subject), Some(stands)) = (group.get(place), standing.get_mut(place)) else { return };
    let mut facts = stands.facts.clone();
    let mut others = judgement::rivals(&subject.request, register);
    others.push(new);
    judgement::compare(&mut facts, &subject.request, others);
    let (disposition, weights) = rules::weigh(&facts, &office.rulebook);
    if disposition != stands.disposition {
        *stands = Standing { disposition, weights, facts };
    }
}

/// What a rule says on one side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// Whether its requirement is met.
    pub answer: Answer,
    /// What follows.
    pub effect: Effect,
    /// Which clause decided, with which values.
    pub reason: String,
}

/// A rule that says something else; `None` where it is not asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleChange {
    /// Its id.
    pub rule: String,
    /// By the rules in force.
    pub before: Option<Said>,
    /// By the edited ones.
    pub after: Option<Said>,
}

impl RuleChange {
    /// Whether it is a change: a rule that only one side asks counts where it has an effect.
    pub fn counts(&self) -> bool {
        match (&self.before, &self.after) {
            (Some(one), Some(other)) => (one.answer, one.effect) != (other.answer, other.effect),
            (Some(one), None) | (None, Some(one)) => one.effect != Effect::None,
            (None, None) => false,
        }
    }
}

/// A request of which something would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Our reference; of a request that only the edited rules would make, the message that would make it.
    pub reference: String,
    /// The State, where known.
    pub state: Option<Code>,
    /// The event's id, where known.
    pub event: Option<String>,
    /// When its message was received.
    pub received: DateTime<Utc>,
    /// Where it stands in the store.
    pub stands: Option<register::Disposition>,
    /// Where the rules in force put it; `None` where they make no such request.
    pub before: Option<register::Disposition>,
    /// Where the edited rules would put it.
    pub after: Option<register::Disposition>,
    /// The rules that say something else, in the order of the rule file, those that decide first.
    pub rules: Vec<RuleChange>,
    /// State and event before and after, where the note would be filed otherwise.
    pub filed: Option<[String; 2]>,
    /// Both deadlines, where they differ.
    pub deadline: Option<(Option<Deadline>, Option<Deadline>)>,
}

impl Change {
    /// Whether the disposition changes.
    pub fn flips(&self) -> bool {
        self.before != self.after
    }

    /// Joins what one side makes of a request and what the other makes of it for another State or event.
    #[must_use]
    pub fn joined(self, after: Self) -> Self {
        let place = |c: &Self| {
            let state = c.state.map_or_else(|| "State unknown".to_owned(), |s| s.to_string());
            format!("{state} · {}", c.event.as_deref().unwrap_or("event unknown"))
        };
        let filed = Some([place(&self), place(&after)]);
        let mut rules = self.rules;
        for new in after.rules {
            match rules.iter_mut().find(|rule| rule.rule == new.rule) {
                Some(rule) => rule.after = new.after,
                None => rules.push(new),
            }
        }
        rules.retain(RuleChange::counts);
        Self { before: self.before, stands: self.stands.or(after.stands), rules, filed, ..after }
    }
}

/// Which rules say something else. A rule that only one side asks counts where it has an effect.
pub fn differing<'w>(before: &[Weight<'w>], after: &[Weight<'w>]) -> Vec<&'w str> {
    // The common case, and a cheap one: the same rules in the same order say the same.
    if before == after {
        return Vec::new();
    }
    let of =
        |side: &[Weight<'w>], rule: &str| side.iter().find(|w| w.rule == rule).map(|w| (w.answer, w.effect));
    let differs = |rule: &str| match (of(before, rule), of(after, rule)) {
        (Some(one), Some(other)) => one != other,
        (Some((_, effect)), None) | (None, Some((_, effect))) => effect != Effect::None,
        (None, None) => false,
    };
    let all = after.iter().chain(before.iter().filter(|w| of(after, w.rule).is_none()));
    let mut rules: Vec<&str> = all.map(|w| w.rule).filter(|rule| differs(rule)).collect();
    let gravest = |rule: &str| of(after, rule).map(|(_, e)| e).max(of(before, rule).map(|(_, e)| e));
    rules.sort_by_key(|rule| std::cmp::Reverse(gravest(rule)));
    rules
}

/// What changes of one request, in words; `None` where nothing does.
pub fn change(
    subject: &Subject,
    stands: Option<register::Disposition>,
    sides: [Option<(&Standing<'_>, &Office)>; 2],
) -> Option<Change> {
    let [before, after] = sides;
    let (was, would) = (before.map(|(s, _)| s.disposition), after.map(|(s, _)| s.disposition));
    let rules = match (before, after) {
        (Some((was, _)), Some((would, _))) => differing(&was.weights, &would.weights),
        // All of them: they are compared when the other half is found.
        (Some((one, _)), None) | (None, Some((one, _))) => one.weights.iter().map(|w| w.rule).collect(),
        (None, None) => return None,
    };
    let closes = |side: Option<(&Standing<'_>, &Office)>| {
        let event = subject.request.event.as_deref()?;
        side?.1.rulebook.events.get(event)?.deadline.clone()
    };
    let deadlines = (closes(before), closes(after));
    let deadline = (before.is_some() && after.is_some() && deadlines.0 != deadlines.1).then_some(deadlines);
    if was == would && rules.is_empty() && deadline.is_none() {
        return None;
    }
    let findings = |side: Option<(&Standing<'_>, &Office)>| match side {
        Some((standing, office)) if !rules.is_empty() => {
            rules::judge(&standing.facts, &office.rulebook, Moment(subject.request.received)).findings
        }
        _ => Vec::new(),
    };
    let (old, new) = (findings(before), findings(after));
    let said = |findings: &[rules::Finding], rule: &str| {
        let finding = findings.iter().find(|f| f.rule == rule)?;
        Some(Said { answer: finding.answer, effect: finding.effect, reason: finding.reason.clone() })
    };
    Some(Change {
        reference: subject.request.reference.clone(),
        state: subject.request.state,
        event: subject.request.event.clone(),
        received: subject.request.received,
        stands,
        before: was,
        after: would,
        rules: rules
            .iter()
            .map(|rule| RuleChange {
                rule: (*rule).to_owned(),
                before: said(&old, rule),
                after: said(&new, rule),
            })
            .collect(),
        filed: None,
        deadline,
    })
}

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
    /// Its requests with the facts as this office sees them, in the order of the message.
    pub requests: Vec<Subject>,
    /// The office.
    pub office: &'a Office,
}

/// Writes the letters of one message on both sides, and says which differ. Ceilings are not asked: they depend on the
/// day, not on the folder.
pub fn letters(
    kept: &Kept<'_>,
    before: &Writer<'_>,
    after: &Writer<'_>,
    moment: Moment,
) -> Vec<LetterChange> {
    let [mut was, would] = [before, after].map(|side| written(kept, side, moment));
    let mut changes = Vec::new();
    for letter in would {
        let kind = |l: &Result<Letter, String>| l.as_ref().ok().map(|l| l.template);
        let place = was.iter().position(|l| kind(l) == kind(&letter));
        let old = place.map(|place| was.remove(place));
        if old.as_ref() != Some(&letter) {
            changes.extend(letter_change(old, Some(letter)));
        }
    }
    changes.extend(was.into_iter().filter_map(|old| letter_change(Some(old), None)));
    changes
}

fn letter_change(
    before: Option<Result<Letter, String>>,
    after: Option<Result<Letter, String>>,
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
    let [before, after] = [before, after].map(|letter| letter.map_or_else(Vec::new, lines));
    Some(LetterChange { template: template.to_owned(), language, what, lines: diff::lines(&before, &after) })
}

fn lines(letter: Result<Letter, String>) -> Vec<String> {
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
    let requests: Vec<Judged> = match course {
        Course::Judge => side.requests.iter().map(|s| judged(s, side.office, moment)).collect(),
        _ => Vec::new(),
    };
    let disposition: Disposition = course.disposition(&requests);
    let about = About { kept, reading, filing, course: &course, disposition, requests: &requests };
    drafts(&about, side.office, moment).letters.into_iter().map(|l| l.map(|(letter, _)| letter)).collect()
}

fn judged(subject: &Subject, office: &Office, moment: Moment) -> Judged {
    judgement::judged((0, 0), subject.request.clone(), subject.facts.clone(), office, moment)
}

/// The deadline, reasons and all: the whole ruling of `facts` by `office`, as the desk makes it.
pub fn ruling(request: &Request, facts: &Facts, office: &Office, moment: Moment) -> rules::Ruling {
    judgement::judged((0, 0), request.clone(), facts.clone(), office, moment).ruling
}

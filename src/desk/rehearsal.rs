//! What other rules would make of what is stored: the same judgement and the same letters, by two offices, compared.
//! Pure, like all of the desk; nothing here is ever settled.

use crate::calendar::Moment;
use crate::desk::judgement;
use crate::message::Message;
use crate::office::Office;
use crate::register::{self, Register, Request};
use crate::rules::{self, Facts, Weight};
use crate::states::{Answer, Renamed};

mod diff;
mod change;
mod anew;
mod letters;
mod outcomes;
#[cfg(test)]
mod tests;

pub use anew::{made_anew, understood_anew};
pub use change::{Change, RuleChange, Said, change, differing};
pub use letters::{LetterChange, Verdict, Writer, letters, ruled};
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

/// How far an edit reaches.
#[derive(Debug, Clone)]
pub struct Reach {
    /// Whether every message must be filed anew.
    filing: bool,
    /// Where messages must be read anew.
    reading: Renamed,
}

impl Reach {
    /// How far the edit reaches that turned `before` into `after`. `files` are the paths of the files that differ.
    pub fn new<'f>(before: &Office, after: &Office, files: impl Iterator<Item = &'f str>) -> Self {
        let mut papers = false;
        let mut known = true;
        for path in files {
            let judging = JUDGING.contains(&path) || path.starts_with("rules/lists/");
            // What a paper is may be told by its words, which stand with the mail.
            papers |= path == "rules/papers.toml";
            // Whatever is not known to leave the reading alone is taken to change it.
            known &= judging || NAMING.contains(&path) || path.starts_with("templates/");
        }
        let senders =
            before.senders != after.senders || before.policy.trusted_relays != after.policy.trusted_relays;
        let reading = if known { before.states.renamed(&after.states) } else { Renamed::everything() };
        Self { filing: papers || senders || !same_meetings(before, after), reading }
    }

    /// The deepest that it goes in any message.
    pub fn deepest(&self) -> Depth {
        match (self.reading.is_nothing(), self.filing) {
            (false, _) => Depth::Reading,
            (true, true) => Depth::Filing,
            (true, false) => Depth::Judging,
        }
    }

    /// How deep it goes in this message.
    pub fn of(&self, message: &Message) -> Depth {
        let headers = &message.headers;
        let senders = headers.from.iter().chain(&headers.reply_to);
        let texts = senders.flat_map(|sender| [&sender.name, &sender.address]);
        let texts = texts.chain([&headers.subject, &message.body]);
        let papers = message.papers.iter().flat_map(|paper| std::iter::once(&paper.name).chain(&paper.pages));
        match self.reading.may_stand_in(texts.chain(papers).map(String::as_str)) {
            true => Depth::Reading,
            false if self.filing => Depth::Filing,
            false => Depth::Judging,
        }
    }
}

/// Files that stored facts are judged by.
const JUDGING: [&str; 9] = [
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
/// Files that say how States are called: [`crate::states::States::renamed`] tells what follows.
const NAMING: [&str; 3] = ["rules/states.csv", "rules/names.csv", "rules/ambiguous.csv"];

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

impl<'o> Standing<'o> {
    /// As far as letters speak of it.
    pub fn verdict(&self) -> Verdict<'o> {
        Verdict::new(self.disposition, &self.weights, self.rivals())
    }

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

/// The deadline, reasons and all: the whole ruling of `facts` by `office`, as the desk makes it.
pub fn ruling(request: &Request, facts: &Facts, office: &Office, moment: Moment) -> rules::Ruling {
    judgement::judged((0, 0), request.clone(), facts.clone(), office, moment).ruling
}

//! Facts and Rulebook → Ruling.

use std::collections::BTreeMap;

use crate::calendar::Moment;
use crate::register::Disposition;
use crate::rules::checks::{Check, PLACEHOLDERS};
use crate::rules::{Effect, Facts, Finding, Known, Rulebook, Ruling, Send};
use crate::states::{Answer, Language};

/// How the reason of a check begins that waits for another.
pub(super) const WAITS: &str = "Not asked before";

/// Judges one request. Every rule in force on the day of receipt (in the desk's zone) is asked; the order of
/// effects decides: hold, decline, ask, else registered. Total. A request received on a day without any rule is
/// held, because nothing has looked at it.
///
/// The moment is not asked: a ruling depends on the receipt, never on when somebody looked.
pub fn judge(facts: &Facts, book: &Rulebook, _moment: Moment) -> Ruling {
    let asked = asked(facts, book);
    let mut findings: Vec<Finding> =
        asked.iter().map(|(check, answer)| finding(check, *answer, facts, book, &asked)).collect();
    if findings.is_empty() {
        findings.push(no_rules(book.rules.zone.date_of(facts.note.received)));
    }
    let deadline = match &facts.event.id {
        Known::Value(id) => book.events.get(id).and_then(|event| event.deadline.clone()),
        _ => None,
    };
    let disposition = disposition(findings.iter().map(|finding| finding.effect));
    Ruling { disposition, findings, deadline, rules: book.hash.clone() }
}

/// What one rule says of one request, without the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight<'a> {
    /// The rule's id.
    pub rule: &'a str,
    /// Whether the requirement is met.
    pub answer: Answer,
    /// What follows here.
    pub effect: Effect,
}

/// The same judgement as [`judge`], without reasons, sources and sentences: for comparing many.
pub fn weigh<'a>(facts: &Facts, book: &'a Rulebook) -> (Disposition, Vec<Weight<'a>>) {
    let asked = asked(facts, book);
    let mut weights: Vec<Weight<'a>> = asked
        .iter()
        .map(|(check, answer)| {
            let (answer, effect) = match (waits(check, *answer, &asked), answer) {
                (Some(_), _) => (Answer::Unknown, Effect::Note),
                (None, answer) => (*answer, effect(check, *answer)),
            };
            Weight { rule: &check.id, answer, effect }
        })
        .collect();
    if weights.is_empty() {
        weights.push(Weight { rule: NO_RULES, answer: Answer::Unknown, effect: Effect::Hold });
    }
    (disposition(weights.iter().map(|weight| weight.effect)), weights)
}

/// The ruling of which `weights` are left, as far as letters speak of it: findings without reasons, for writing many
/// letters. What a person reads of a ruling is [`judge`]'s.
pub fn spoken(disposition: Disposition, weights: &[Weight<'_>], facts: &Facts, book: &Rulebook) -> Ruling {
    let findings =
        weights.iter().map(|weight| match book.rules.checks.iter().find(|c| c.id == weight.rule) {
            Some(check) => told(check, weight.answer, weight.effect, String::new(), facts, book),
            None => no_rules(book.rules.zone.date_of(facts.note.received)),
        });
    Ruling { disposition, findings: findings.collect(), deadline: None, rules: book.hash.clone() }
}

/// What [`judge`] finds by these rules alone, in the order of the rule file.
pub fn findings(facts: &Facts, book: &Rulebook, rules: &[&str]) -> Vec<Finding> {
    let asked = asked(facts, book);
    if asked.is_empty() && rules.contains(&NO_RULES) {
        return vec![no_rules(book.rules.zone.date_of(facts.note.received))];
    }
    let wanted = asked.iter().filter(|(check, _)| rules.contains(&check.id.as_str()));
    wanted.map(|(check, answer)| finding(check, *answer, facts, book, &asked)).collect()
}

/// The rules in force on the day of receipt, with their answers.
fn asked<'a>(facts: &Facts, book: &'a Rulebook) -> Vec<(&'a Check, Answer)> {
    let day = book.rules.zone.date_of(facts.note.received);
    let in_force = book.rules.checks.iter().filter(|check| check.in_force(day));
    in_force.map(|check| (check, check.require.answer(facts))).collect()
}

/// The check that must be met before this one speaks: it has already asked or held.
fn waits<'a>(check: &'a Check, answer: Answer, asked: &[(&Check, Answer)]) -> Option<&'a String> {
    check.after.iter().find(|id| {
        answer != Answer::Yes && asked.iter().any(|(before, came)| before.id == **id && *came != Answer::Yes)
    })
}

/// What follows from an answer of a check that waits for nothing.
fn effect(check: &Check, answer: Answer) -> Effect {
    match answer {
        Answer::Yes => Effect::None,
        Answer::No => check.otherwise,
        Answer::Unknown => check.unknown,
    }
}

/// The id under which a day without rules is told.
const NO_RULES: &str = "rules-in-force";

fn disposition(effects: impl Iterator<Item = Effect>) -> Disposition {
    match effects.max() {
        Some(Effect::Hold) => Disposition::Held,
        Some(Effect::Decline) => Disposition::Declined,
        Some(Effect::Ask) => Disposition::Incomplete,
        _ => Disposition::Registered,
    }
}

fn finding(
    check: &Check,
    answer: Answer,
    facts: &Facts,
    book: &Rulebook,
    asked: &[(&Check, Answer)],
) -> Finding {
    let waits = waits(check, answer, asked);
    let because = check.require.explain(facts, &book.rules.zone);
    let (answer, effect, reason) = match (waits, answer) {
        (Some(before), _) => {
            (Answer::Unknown, Effect::Note, format!("{WAITS} `{before}` is met: {because}."))
        }
        (None, Answer::Yes) => (answer, Effect::None, format!("Met: {because}.")),
        (None, Answer::No) => (answer, check.otherwise, format!("Not met: {because}.")),
        (None, Answer::Unknown) => match (&check.unknown_reason, check.unknown) {
            (Some(reason), Effect::Note) => {
                (answer, Effect::Note, format!("Unknown: {because}; only noted, because {reason}."))
            }
            _ => (answer, check.unknown, format!("Unknown: {because}.")),
        },
    };
    told(check, answer, effect, reason, facts, book)
}

fn told(
    check: &Check,
    answer: Answer,
    effect: Effect,
    reason: String,
    facts: &Facts,
    book: &Rulebook,
) -> Finding {
    Finding {
        rule: check.id.clone(),
        answer,
        effect,
        reason,
        source: check.source.clone(),
        letter: letter(check, effect, facts, book),
        send: check.send,
    }
}

/// The sentences of a check that speaks, with what the request lacks filled in. Where that is not known there is none,
/// and the letter fails with the reason ([`unfilled`]): a person writes it.
fn letter(check: &Check, effect: Effect, facts: &Facts, book: &Rulebook) -> BTreeMap<Language, String> {
    if !matches!(effect, Effect::Ask | Effect::Decline) || check.letter.values().all(|s| !s.contains('{')) {
        return check.letter.clone();
    }
    let filled = check.letter.iter().filter_map(|(language, sentence)| {
        let mut sentence = sentence.clone();
        for (name, _) in PLACEHOLDERS {
            let place = format!("{{{name}}}");
            if sentence.contains(&place) {
                sentence = sentence.replace(&place, &filling(name, *language, facts, book)?);
            }
        }
        Some((*language, sentence))
    });
    filled.collect()
}

fn filling(name: &str, language: Language, facts: &Facts, book: &Rulebook) -> Option<String> {
    match (name, &facts.request.missing_papers, &facts.event.late_to, &facts.event.max_per_state) {
        ("missing_papers", Known::Value(ids), _, _) => book.papers.titles(ids, language),
        ("late_to", _, Known::Value(id), _) => Some(book.events.get(id)?.title(language).to_owned()),
        ("max_per_state", _, _, Known::Value(most)) => Some(most.to_string()),
        _ => None,
    }
}

/// Why the sentences of `rule` cannot be filled for this request, where they cannot: what they name is not known.
pub fn unfilled(facts: &Facts, book: &Rulebook, rule: &str) -> Option<String> {
    let check = book.rules.checks.iter().find(|check| check.id == rule)?;
    let said = |name: &str| check.letter.values().any(|sentence| sentence.contains(&format!("{{{name}}}")));
    let open =
        |name: &str| check.letter.keys().any(|language| filling(name, *language, facts, book).is_none());
    let (name, _) = PLACEHOLDERS.iter().find(|(name, _)| said(name) && open(name))?;
    let why = match *name {
        "late_to" => "no later event was open when the note came",
        "max_per_state" => "it is not known how many delegates this event has room for",
        _ => "it is not known for sure which papers are missing",
    };
    Some(format!("the sentence of rule `{rule}` says {{{name}}}, and {why}"))
}

fn no_rules(day: chrono::NaiveDate) -> Finding {
    Finding {
        rule: NO_RULES.to_owned(),
        answer: Answer::Unknown,
        effect: Effect::Hold,
        reason: format!("No rule was in force on {day}, the day of receipt."),
        source: "the desk's rules/checks.toml".to_owned(),
        letter: BTreeMap::new(),
        send: Send::OnRelease,
    }
}

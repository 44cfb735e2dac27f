//! `rules/cases.toml`: whole requests, and where they must stand by all the rules together.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveTime, TimeDelta};

use crate::calendar::{Moment, Zone};
use crate::diagnostic::did_you_mean;
use crate::register::Event;
use crate::rules::checks::{Checks, effect};
use crate::rules::examples::changed;
use crate::rules::form::{Desk, Form};
use crate::rules::shape::{self, Shape};
use crate::rules::{Effect, EventFacts, Facts, Known, Rulebook, judge};
use crate::states::{Code, State, States};

/// What cases are read and judged with.
pub(super) struct Around<'a> {
    /// What they are judged by; None where another file has mistakes.
    pub book: Option<&'a Rulebook>,
    /// The ids of the events where there is no book; empty where they are not known.
    pub events: BTreeSet<String>,
    /// None where checks.toml could not be read.
    pub checks: Option<&'a Checks>,
    pub lists: &'a BTreeSet<String>,
    pub zone: &'a Zone,
    pub states: Option<&'a States>,
}

impl Around<'_> {
    fn events(&self) -> Vec<&str> {
        match self.book {
            Some(book) => book.events.keys().map(String::as_str).collect(),
            None => self.events.iter().map(String::as_str).collect(),
        }
    }

    /// The facts of a case that says nothing, as far as they are known.
    fn base(&self) -> Facts {
        self.checks.map_or_else(|| Facts::start(None, self.lists, self.zone), |checks| checks.start.clone())
    }
}

/// Runs every case, and says which checks none of them shows at work. A case with a mistake keeps no other from running;
/// without a book the cases are only read.
pub(super) fn run(desk: &mut Desk<'_>, root: &Form<'_, '_>, file: &'static Shape, around: &Around<'_>) {
    root.only(file, desk);
    let states = around.states;
    let mut shown = BTreeSet::new();
    // A name that there is not, is told where it stands first.
    let mut strange = BTreeSet::new();
    for mut case in root.tables("case", desk) {
        if let Some((name, _)) = case.needed("name", "what happens, in a few words", desk) {
            case.what = format!("case \"{name}\"");
        }
        case.only(&shape::CASE, desk);
        case.needed("why", "one sentence that says why this is right", desk);
        case.missing("expect", "\"registered\", \"incomplete\", \"declined\" or \"held\"", desk);
        let expect = case.word("expect", &["registered", "incomplete", "declined", "held"], desk);
        let before = desk.found.len();
        let mut named = true;
        let event = event(desk, &case, around, &mut |name| {
            named = false;
            strange.insert(name)
        });
        let start = match (around.book, event) {
            (Some(book), Some(event)) => start(event, book, around.base()),
            _ => around.base(),
        };
        let mut facts = changed(desk, &case, start);
        let sound = before == desk.found.len();
        let mut state = None;
        if let Some((code, span)) = case.text("state", desk) {
            state = Code::new(&code).and_then(|code| states?.get(code));
            if state.is_none() && states.is_some() {
                desk.error(
                    span,
                    "unknown-state",
                    format!("no State has the code `{code}`"),
                    "write a code of rules/states.csv, such as \"KEN\"",
                );
            }
        }
        let wanted = findings(desk, &case, around.checks, &mut |name| {
            named = false;
            strange.insert(name)
        });
        shown.extend(wanted.keys().cloned());
        let (Some(book), Some(expect), true) = (around.book, expect, named && before == desk.found.len())
        else {
            continue;
        };
        late(&mut facts, book);
        if let Some(state) = state {
            stand(&mut facts, state, states, book);
        }
        // What the case says goes before what lists and calendar say.
        if sound {
            facts = changed(desk, &case, facts);
        }
        judged(desk, &case, &facts, book, (expect, &wanted));
    }
    let Some(book) = around.book else { return };
    let never = book.rules.checks.iter().filter(|check| !shown.contains(&check.id));
    let never: Vec<String> = never.map(|check| format!("`{}`", check.id)).collect();
    if !never.is_empty() {
        let message = format!("no case shows these checks at work: {}", never.join(", "));
        let help = "add a [[case]] whose `findings` name them: then their loss would be noticed";
        desk.notice(0..0, "no-case", message, help);
    }
}

/// Tells where a case stands otherwise than it expects.
fn judged(
    desk: &mut Desk<'_>,
    case: &Form<'_, '_>,
    facts: &Facts,
    book: &Rulebook,
    (expect, wanted): (&str, &BTreeMap<String, Effect>),
) {
    let ruling = judge(facts, book, Moment(facts.note.received));
    let found: BTreeMap<String, Effect> = ruling
        .findings
        .iter()
        .filter(|f| f.effect != Effect::None && !f.waits())
        .map(|f| (f.rule.clone(), f.effect))
        .collect();
    let disposition = ruling.disposition.as_str();
    if disposition == expect && found == *wanted {
        return;
    }
    let key = if disposition == expect { "findings" } else { "expect" };
    let span = case.get(key).or(case.get("expect")).map_or(case.span.clone(), toml::Spanned::span);
    let message = format!(
        "{} expects {expect} by {} and finds {disposition} by {}",
        case.what,
        told(wanted),
        told(&found)
    );
    let reasons: Vec<String> = ruling
        .findings
        .iter()
        .filter(|f| found.contains_key(&f.rule) != wanted.contains_key(&f.rule))
        .map(|f| format!("{}: {}", f.rule, f.reason.trim_end_matches('.')))
        .collect();
    let help = match reasons.is_empty() {
        true => "correct the rules, or the case if the rules are right".to_owned(),
        false => format!("{}; correct the rules, or the case if they are right", reasons.join("; ")),
    };
    desk.error(span, "case-fails", message, help);
}

/// The event that a case names; None also where it is not known what there is. `is_news` says whether a strange name was not
/// told before.
fn event<'a>(
    desk: &mut Desk<'_>,
    case: &Form<'_, '_>,
    around: &Around<'a>,
    is_news: &mut dyn FnMut(String) -> bool,
) -> Option<&'a Event> {
    let (id, span) = case.text("event", desk)?;
    let known = around.events();
    if !known.is_empty() && !known.contains(&id.as_str()) && is_news(format!("event {id}")) {
        let help = match did_you_mean(&id, known.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => "write the id of an event of rules/events.toml".to_owned(),
        };
        let message = format!("there is no event called \"{id}\", for which {} asks", case.what);
        desk.error(span, "unknown-event", message, help);
    }
    around.book?.events.get(&id)
}

/// The facts that a case of another event starts from: received nine days before it closes, or at noon UTC of the
/// thirtieth day before it begins.
fn start(event: &Event, book: &Rulebook, mut facts: Facts) -> Facts {
    facts.note.received = match &event.deadline {
        Some(deadline) => deadline.closes - TimeDelta::days(9),
        None => (event.start - TimeDelta::days(30)).and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12),
    };
    facts.note.received_spread = (facts.note.received, facts.note.received);
    facts.event = EventFacts::of(event, &book.rules.zone, &facts.state.lists, facts.note.received);
    facts
}

/// Makes `state` the one that asks, on the lists on which it stands on the day of receipt and of the event.
fn stand(facts: &mut Facts, state: &State, states: Option<&States>, book: &Rulebook) {
    let event = match &facts.event.start {
        Known::Value(day) => Some(*day),
        _ => None,
    };
    facts.state.code = Known::Value(state.code);
    facts.state.group = Known::Value(state.regional_group.clone());
    facts.state.kind = Known::Value(state.kind.as_str().to_owned());
    if let Some(states) = states {
        let day = book.rules.zone.date_of(facts.note.received);
        facts.state.lists = states.standing(state.code, day, event);
    }
    if let Known::Value(id) = &facts.event.id
        && let Some(event) = book.events.get(id)
    {
        facts.event.max_per_state = event.max_for(&facts.state.lists).map_or(Known::Doubtful, Known::Value);
        facts.event.open_lists = event.open_lists(&facts.state.lists);
    }
}

/// Which later event takes a late note depends on the moment of receipt.
fn late(facts: &mut Facts, book: &Rulebook) {
    if let Known::Value(id) = &facts.event.id
        && let Some(event) = book.events.get(id)
    {
        let later = event.late_to(facts.note.received);
        facts.event.late_to = later.map_or(Known::Missing, |id| Known::Value(id.to_owned()));
    }
}

fn findings(
    desk: &mut Desk<'_>,
    case: &Form<'_, '_>,
    checks: Option<&Checks>,
    is_news: &mut dyn FnMut(String) -> bool,
) -> BTreeMap<String, Effect> {
    let mut wanted = BTreeMap::new();
    let Some(form) = case.table("findings", desk) else { return wanted };
    let ids: Option<Vec<&str>> = checks.and_then(Checks::ids).map(Iterator::collect);
    for key in form.table.keys() {
        let id: &str = key.get_ref();
        if let Some(ids) = ids.as_ref().filter(|ids| !ids.contains(&id)) {
            if !is_news(format!("check {id}")) {
                continue;
            }
            let help = match did_you_mean(id, ids.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "write the id of a check of rules/checks.toml".to_owned(),
            };
            desk.error(key.span(), "unknown-check", format!("there is no check called `{id}`"), help);
            continue;
        }
        if let Some(word) = form.word(id, &["decline", "ask", "hold", "note"], desk) {
            wanted.insert(id.to_owned(), effect(word));
        }
    }
    wanted
}

fn told(findings: &BTreeMap<String, Effect>) -> String {
    if findings.is_empty() {
        return "no finding".to_owned();
    }
    let each = findings.iter().map(|(id, effect)| format!("{id} ({})", effect.as_str()));
    each.collect::<Vec<_>>().join(", ")
}

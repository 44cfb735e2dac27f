//! What a colleague would say of the rules as a whole: what nobody asks about, what contradicts, where a day or a
//! language has no word.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Source};
use crate::rules::Effect;
use crate::rules::checks::{Check, Checks, PLACEHOLDERS};
use crate::rules::costs::Costs;
use crate::rules::events::Calendar;
use crate::rules::expr::{Expr, Vocabulary, together};
use crate::rules::form::Desk;
use crate::rules::papers::Papers;
use crate::rules::priority::{Measure, Priority, Quota};
use crate::states::{Answer, Language};

mod across;

pub(super) use self::across::{of_events, of_holidays, of_list, of_sources};

/// Situations that are tried for pairs of checks, all together: a second glance, not a proof.
const PAIRS: usize = 100_000;

/// Languages in which the desk writes letters: those of its acknowledgement and refusal.
pub(super) fn languages(sources: &[Source]) -> BTreeSet<Language> {
    let of = |source: &Source| {
        let name = source.path.strip_prefix("templates/")?;
        let mut parts = name.split('.');
        matches!(parts.next()?, "acknowledgement" | "refusal").then_some(())?;
        Language::from_code(parts.next()?)
    };
    sources.iter().filter_map(of).collect()
}

fn without(said: &BTreeMap<Language, String>, languages: &BTreeSet<Language>) -> Vec<&'static str> {
    languages.iter().filter(|l| !said.contains_key(l)).map(|l| l.code()).collect()
}

/// Of checks.toml.
pub(super) fn of_checks(
    desk: &mut Desk<'_>,
    checks: &Checks,
    calendar: Option<&Calendar>,
    words: &Vocabulary,
    languages: &BTreeSet<Language>,
) {
    // A file with mistakes is mended first.
    if desk.is_broken() {
        return;
    }
    let span = |check: &Check| checks.spans.get(&check.id).cloned().unwrap_or(0..0);
    for check in &checks.all {
        let speaks =
            [check.otherwise, check.unknown].iter().any(|e| matches!(e, Effect::Ask | Effect::Decline));
        let silent = without(&check.letter, languages);
        if speaks && !silent.is_empty() {
            let message = format!("check `{}` has no sentence in {}", check.id, silent.join(", "));
            let help = "letters in these languages take the English sentence; add it to [check.letter]";
            desk.notice(span(check), "no-sentence", message, help);
        }
    }
    nowhere(desk, checks);
    contradictions(desk, checks, words);
    days_without_rules(desk, checks);
    if let Some(calendar) = calendar {
        not_asked(desk, checks, calendar);
    }
}

/// A sentence that names the later event, of a check that is asked also where none is open.
fn nowhere(desk: &mut Desk<'_>, checks: &Checks) {
    let find = |id: &String| checks.all.iter().find(|check| check.id == *id);
    let asks = |check: &Check| check.require.names().contains(&"event.late_to");
    for check in &checks.all {
        let names = check.letter.values().any(|sentence| sentence.contains("{late_to}"));
        if names && !check.after.iter().filter_map(find).any(asks) {
            let span = checks.spans.get(&check.id).cloned().unwrap_or(0..0);
            let message = format!(
                "check `{}` writes {{late_to}}, and is asked also where no later event is open: such a request is held",
                check.id
            );
            let help = "let it wait (`after`) for a check that requires has(event.late_to) of late notes: docs/rules.md, \
                        \"Let late notes be considered for a later meeting\"";
            desk.notice(span, "no-later-event", message, help);
        }
    }
}

/// Two requirements in force at the same time that nothing can meet together, or that are one.
fn contradictions(desk: &mut Desk<'_>, checks: &Checks, words: &Vocabulary) {
    let mut left = PAIRS;
    for (at, check) in checks.all.iter().enumerate() {
        for other in checks.all.iter().skip(at + 1).filter(|other| other.period.meets(&check.period)) {
            let Some(found) = together(&check.require, &other.require, words, &mut left) else { continue };
            let span = checks.spans.get(&other.id).cloned().unwrap_or(0..0);
            if !found.both {
                let message = format!("checks `{}` and `{}` can never be met together", check.id, other.id);
                desk.error(
                    span,
                    "conflicting-checks",
                    message,
                    "correct one of them: as they stand no request passes",
                );
            } else if !found.differ && check.otherwise != other.otherwise {
                let message = format!(
                    "checks `{}` and `{}` require the same, and one says {}, the other {}",
                    check.id,
                    other.id,
                    check.otherwise.as_str(),
                    other.otherwise.as_str()
                );
                desk.error(span, "conflicting-effects", message, "keep one of them");
            } else if !found.differ {
                let message = format!("checks `{}` and `{}` require the same", check.id, other.id);
                desk.notice(span, "same-requirement", message, "keep one of them");
            }
        }
    }
}

/// A day on which no check is in force holds every request.
fn days_without_rules(desk: &mut Desk<'_>, checks: &Checks) {
    let always = checks.all.iter().any(|c| c.period.from.is_none() && c.period.to.is_none());
    if always || checks.all.is_empty() {
        return;
    }
    if let Some(first) = checks.all.iter().map(|c| c.period.from).min().flatten() {
        let message = format!("no check is in force before {first}");
        desk.notice(
            0..0,
            "no-rules",
            message,
            "a note received then is held; leave `from` out where a rule always held",
        );
    }
    let mut ends: Vec<_> = checks.all.iter().filter_map(|c| c.period.to).collect();
    ends.sort_unstable();
    ends.dedup();
    for end in ends {
        let Some(next) = end.succ_opt() else { continue };
        if !checks.all.iter().any(|check| check.in_force(next)) {
            let message = format!("no check is in force on {next}, the day after {end}");
            desk.notice(
                0..0,
                "no-rules",
                message,
                "a note received then is held; begin the next rule on that day",
            );
        }
    }
}

/// What the calendar lays down and no check looks at.
fn not_asked(desk: &mut Desk<'_>, checks: &Checks, calendar: &Calendar) {
    let mut asked: BTreeSet<&str> = checks.all.iter().flat_map(|check| check.require.names()).collect();
    // A sentence that names the fact to the mission looks at it too.
    for (name, fact) in PLACEHOLDERS {
        if checks
            .all
            .iter()
            .flat_map(|check| check.letter.values())
            .any(|sentence| sentence.contains(&format!("{{{name}}}")))
        {
            asked.insert(fact);
        }
    }
    let events = || calendar.events.values();
    for (there, names, what) in [
        (events().any(|e| e.deadline.is_some()), &["event.deadline"][..], "sets closing days"),
        (events().any(|e| e.covered != Answer::Yes), &["event.covered"], "has events that are not covered"),
        (events().any(|e| !e.terms.papers.is_empty()), &["request.missing_papers"], "requires papers"),
        (
            events().any(|e| !e.terms.max_by_list.is_empty()),
            &["event.max_per_state"],
            "limits delegates by list",
        ),
        (
            events().any(|e| !e.terms.late_to.is_empty()),
            &["event.late_to"],
            "names later events for late notes",
        ),
    ] {
        if there && names.iter().all(|name| !asked.contains(name)) {
            let message =
                format!("rules/events.toml {what}, and no check looks at `{}`", names.join("` or `"));
            desk.notice(0..0, "not-asked", message, "add a check, or nothing follows from it");
        }
    }
}

/// Of events.toml and papers.toml: what letters print and a language has no word for. Told once for each file.
pub(super) fn of_titles(desk: &mut Desk<'_>, calendar: &Calendar, languages: &BTreeSet<Language>) {
    if desk.is_broken() {
        return;
    }
    let mut untitled = calendar.events.values().filter(|e| e.covered == Answer::Yes).filter_map(|event| {
        let silent = without(&event.titles, languages);
        (!silent.is_empty()).then_some((event, silent))
    });
    if let Some((event, silent)) = untitled.next() {
        let more = untitled.count();
        let others = if more == 0 { String::new() } else { format!(", and {more} more") };
        let message = format!("covered event `{}` has no title in {}{others}", event.id, silent.join(", "));
        let span = calendar.spans.get(&event.id).cloned().unwrap_or(0..0);
        desk.notice(span, "no-title", message, "letters in these languages print the English title");
    }
}

/// Of papers.toml.
pub(super) fn of_papers(
    papers: &Papers,
    calendar: &Calendar,
    languages: &BTreeSet<Language>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut remark = |code, message: String, help: &str| {
        found.push(Diagnostic::notice("rules/papers.toml", code, message).help(help));
    };
    for (id, paper) in &papers.all {
        let silent = without(&paper.title, languages);
        if !silent.is_empty() {
            let message = format!("paper `{id}` has no title in {}", silent.join(", "));
            remark("no-title", message, "letters in these languages ask for it in English");
        }
        if !calendar.events.values().any(|e| e.terms.papers.contains(id)) {
            let message = format!("no event requires paper `{id}`");
            remark("paper-not-required", message, "name it in `papers` of rules/events.toml");
        }
    }
    found
}

/// Lists that nothing looks at, told at the file of each.
pub(super) fn unused_lists<'a>(
    words: &'a Vocabulary,
    checks: &Checks,
    calendar: &Calendar,
    priority: Option<&Priority>,
) -> Vec<&'a str> {
    let mut used: BTreeSet<String> = checks.all.iter().flat_map(|check| check.require.lists()).collect();
    used.extend(calendar.events.values().flat_map(|e| e.terms.max_by_list.keys().cloned()));
    if let Some(priority) = priority {
        for criterion in &priority.criteria {
            if let Measure::When(when) = &criterion.measure {
                used.extend(when.lists());
            }
        }
        used.extend(priority.quotas.iter().filter_map(Quota::condition).flat_map(Expr::lists));
    }
    words.lists.iter().filter(|list| !used.contains(*list)).map(String::as_str).collect()
}

/// Of costs.toml: covered events to whose place no journey is counted.
pub(super) fn of_costs(desk: &mut Desk<'_>, costs: &Costs, calendar: &Calendar) {
    let mut told = BTreeSet::new();
    for event in calendar.events.values().filter(|e| e.covered == Answer::Yes) {
        let Some(place) = calendar.place_of.get(&event.id) else { continue };
        if !costs.knows(place, event.start) && told.insert(place.clone()) {
            let message =
                format!("there is no fare or no allowance for \"{place}\", where `{}` meets", event.id);
            desk.notice(0..0, "no-cost", message, "add [[fare]] and [[allowance]] for that place");
        }
    }
}

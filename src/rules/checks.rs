//! `rules/checks.toml`: from text to [`Check`]s, with every example run.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::NaiveDate;

use crate::calendar::Zone;
use crate::diagnostic::did_you_mean;
use crate::register::Events;
use crate::rules::examples::{changed, examples};
use crate::rules::expr::{Expr, Mistake, Vocabulary, compile, possible};
use crate::rules::form::{Desk, Form, Period, inside};
use crate::rules::shape::{self, Shape};
use crate::rules::sources;
use crate::rules::{Effect, Facts, Send};
use crate::states::{Answer, Language};

mod sentences;

pub(super) use self::sentences::PLACEHOLDERS;

/// One rule.
#[derive(Debug)]
pub(super) struct Check {
    pub id: String,
    pub source: String,
    /// First and last day of receipt on which it is in force.
    pub period: Period,
    pub require: Expr,
    /// The condition as staff wrote it.
    pub written: String,
    /// Ids of checks that must be met before this one speaks.
    pub after: Vec<String>,
    pub otherwise: Effect,
    pub unknown: Effect,
    pub unknown_reason: Option<String>,
    pub send: Send,
    pub letter: BTreeMap<Language, String>,
}

/// A check as it may be shown beside its finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Portrait<'a> {
    /// The condition as staff wrote it.
    pub require: &'a str,
    /// First day of receipt on which it is in force.
    pub from: Option<NaiveDate>,
    /// Last day of receipt on which it is in force.
    pub to: Option<NaiveDate>,
}

impl Check {
    pub fn portrait(&self) -> Portrait<'_> {
        Portrait { require: &self.written, from: self.period.from, to: self.period.to }
    }

    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.period.holds(day)
    }
}

/// What conditions and examples are read with.
pub(super) struct Around<'a> {
    pub words: &'a Vocabulary,
    /// Those without mistakes.
    pub events: &'a Events,
    /// Whether these are all: the calendar has no mistakes.
    pub all_events: bool,
    /// The desk's zone.
    pub zone: &'a Zone,
}

/// The checks of a file, with the places of their ids, and the facts that examples start from.
#[derive(Debug)]
pub(super) struct Checks {
    pub all: Vec<Check>,
    pub spans: BTreeMap<String, Range<usize>>,
    pub all_named: bool,
    pub start: Facts,
    /// Whether that is where the examples of this file start: not where the event that they mean could not be read.
    pub start_is_known: bool,
}

impl Checks {
    /// The ids that the file gives, also to checks with mistakes; None where one could not be read.
    pub fn ids(&self) -> Option<impl Iterator<Item = &str>> {
        self.all_named.then(|| self.spans.keys().map(String::as_str))
    }
}

pub(super) fn read(
    desk: &mut Desk<'_>,
    root: &Form<'_, '_>,
    file: &'static Shape,
    around: &Around<'_>,
) -> Checks {
    root.only(file, desk);
    let defaults = root.table("defaults", desk);
    let mut start = None;
    if let Some(defaults) = &defaults {
        defaults.only(&shape::CHECK_DEFAULTS, desk);
        start = defaults.text("event", desk).and_then(|(id, span)| {
            let event = around.events.get(&id);
            let known = &around.words.events;
            if !known.is_empty() && !known.contains(&id) {
                let help = match did_you_mean(&id, known.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None => "write the id of an event of rules/events.toml".to_owned(),
                };
                let message =
                    format!("there is no event called \"{id}\", from which examples and cases could start");
                desk.error(span, "unknown-event", message, help);
            }
            event
        });
    }
    let start_named = start.is_some();
    let first = || around.events.values().filter(|e| e.covered == Answer::Yes && e.deadline.is_some());
    let start = start.or_else(|| first().min_by_key(|e| (e.start, &e.id)));
    let start_is_known = around.all_events || start_named;
    let mut start = Facts::start(start, &around.words.lists, around.zone);
    if let Some(defaults) = &defaults {
        start = changed(desk, defaults, start);
    }
    let forms = root.tables("check", desk);
    if forms.is_empty() {
        desk.error(
            0..0,
            "missing-key",
            "there is no check in this file".into(),
            "write [[check]] with id, source, require, otherwise",
        );
    }
    let mut checks: Vec<Check> = Vec::new();
    let mut ids: BTreeMap<String, Range<usize>> = BTreeMap::new();
    let all_named = forms.iter().all(|form| form.get("id").is_some_and(|id| id.get_ref().is_str()));
    for form in forms {
        let check = one(desk, form, defaults.as_ref(), around.words, &start, &checks, &mut ids);
        checks.extend(check);
    }
    Checks { all: checks, spans: ids, all_named, start, start_is_known }
}

pub(super) fn effect(word: &str) -> Effect {
    match word {
        "decline" => Effect::Decline,
        "ask" => Effect::Ask,
        "hold" => Effect::Hold,
        _ => Effect::Note,
    }
}

fn one(
    desk: &mut Desk<'_>,
    mut form: Form<'_, '_>,
    defaults: Option<&Form<'_, '_>>,
    words: &Vocabulary,
    start: &Facts,
    earlier: &[Check],
    ids: &mut BTreeMap<String, Range<usize>>,
) -> Option<Check> {
    let id = form.id("check", desk);
    if let Some((id, span)) = &id
        && ids.insert(id.clone(), span.clone()).is_some()
    {
        desk.error(
            span.clone(),
            "duplicate-id",
            format!("there are two checks called `{id}`"),
            "give one of them another id",
        );
    }
    form.only(&shape::CHECK, desk);
    let fallback = |key: &'static str| match defaults {
        Some(defaults) if form.get(key).is_none() && defaults.get(key).is_some() => defaults,
        _ => &form,
    };
    let source = sources::needed(
        fallback("source"),
        "source",
        "the document and paragraph that lay the rule down",
        desk,
    );
    let period = form.period(desk);
    if form.get("otherwise").is_none() {
        form.missing(
            "otherwise",
            "what follows when the requirement is not met: \"decline\", \"ask\", \"hold\" or \"note\"",
            desk,
        );
    }
    let otherwise = form.word("otherwise", &["decline", "ask", "hold", "note"], desk).map(effect);
    let unknown = unknown(desk, &form, fallback("unknown"));
    let unknown_reason = form.text("unknown_reason", desk).map(|(text, _)| text);
    if unknown == Some(Effect::Note) && unknown_reason.is_none() {
        form.missing(
            "unknown_reason",
            "unknown = \"note\" lets the request pass, so say why that is safe",
            desk,
        );
    }
    let send = match fallback("send").word("send", &["at-once", "on-release"], desk) {
        Some("at-once") => Send::AtOnce,
        _ => Send::OnRelease,
    };
    let before = desk.found.len();
    let letter = form.languages("letter", desk);
    let letter_read = desk.found.len() == before;
    sentences::placeholders(desk, &form, unknown);
    let speaks = |e: &Option<Effect>| matches!(e, Some(Effect::Ask | Effect::Decline));
    if (speaks(&otherwise) || speaks(&unknown)) && letter_read && !letter.contains_key(&Language::En) {
        let message = format!("{} writes to the mission and has no English sentence", form.what);
        desk.error(form.span.clone(), "missing-letter", message, "add [check.letter] with en = \"…\"");
    }
    let after = after(desk, &form, earlier, ids);
    let written = form.needed(
        "require",
        "the requirement as a condition, such as \"note.form == 'note_verbale'\"",
        desk,
    );
    let require = written.as_ref().and_then(|(text, span)| condition(desk, text, span, words));
    if let Some(require) = &require {
        constant(desk, &form, require, words);
    }
    examples(desk, &form, require.as_ref(), start);
    Some(Check {
        id: id?.0,
        source: source?.0,
        period,
        require: require?,
        written: written?.0,
        after,
        otherwise: otherwise?,
        unknown: unknown?,
        unknown_reason,
        send,
        letter,
    })
}

fn unknown(desk: &mut Desk<'_>, form: &Form<'_, '_>, holder: &Form<'_, '_>) -> Option<Effect> {
    match holder.get("unknown") {
        None => {
            form.missing(
                "unknown",
                "what follows when it cannot be told: \"ask\", \"hold\" or \"note\"",
                desk,
            );
            None
        }
        Some(value) if value.get_ref().as_str() == Some("decline") => {
            let message = format!("{} declines what it does not know", form.what);
            desk.error(
                value.span(),
                "unknown-declines",
                message,
                "write \"hold\" or \"ask\": an unknown never declines",
            );
            None
        }
        Some(_) => holder.word("unknown", &["ask", "hold", "note"], desk).map(effect),
    }
}

/// A check may wait for others above it, and only for such as never let a request pass when they are not met;
/// so what it keeps to itself is always said by another.
fn after(
    desk: &mut Desk<'_>,
    form: &Form<'_, '_>,
    earlier: &[Check],
    ids: &BTreeMap<String, Range<usize>>,
) -> Vec<String> {
    let mut found = Vec::new();
    let own = form.get("id").and_then(|id| id.get_ref().as_str()).unwrap_or_default();
    for (id, span) in form.strings("after", desk) {
        match earlier.iter().find(|check| check.id == id) {
            Some(check) if check.otherwise == Effect::Note || check.unknown == Effect::Note => {
                let message = format!("{} waits for `{id}`, which only notes", form.what);
                desk.error(
                    span,
                    "unsafe-after",
                    message,
                    "wait only for checks that ask, decline or hold, both when not met and when unknown",
                );
            }
            Some(_) => found.push(id),
            // It stands above, with mistakes of its own.
            None if ids.contains_key(&id) && id != own => {}
            None if id == own => {
                let message = format!("{} waits for itself", form.what);
                desk.error(span, "unknown-check", message, "name a check that stands earlier in this file");
            }
            None => {
                let message = format!("{} waits for `{id}`, which does not stand above it", form.what);
                desk.error(span, "unknown-check", message, "name a check that stands earlier in this file");
            }
        }
    }
    found
}

pub(super) fn condition(
    desk: &mut Desk<'_>,
    text: &str,
    span: &Range<usize>,
    words: &Vocabulary,
) -> Option<Expr> {
    compiled(desk, text, span, compile(text, words))
}

/// Reports the mistakes of a condition at their places.
pub(super) fn compiled(
    desk: &mut Desk<'_>,
    text: &str,
    span: &Range<usize>,
    found: Result<Expr, Vec<Mistake>>,
) -> Option<Expr> {
    match found {
        Ok(expr) => Some(expr),
        Err(mistakes) => {
            for mistake in mistakes {
                let place = inside(desk.text, span, text, &mistake.span);
                desk.error(
                    place,
                    mistake.code,
                    mistake.message,
                    mistake.help.unwrap_or_else(|| "see docs/rules.md".into()),
                );
            }
            None
        }
    }
}

/// A requirement that everything meets, or nothing, was meant otherwise.
fn constant(desk: &mut Desk<'_>, form: &Form<'_, '_>, require: &Expr, words: &Vocabulary) {
    let Some(possible) = possible(require, words) else { return };
    let span = form.get("require").map_or(form.span.clone(), toml::Spanned::span);
    if !possible.yes {
        let message = format!("{} can never be met, whatever a note says", form.what);
        desk.error(
            span,
            "never-met",
            message,
            "two parts of the condition exclude each other; correct one of them",
        );
    } else if !possible.no && !possible.unknown {
        let message = format!("{} is always met, whatever a note says", form.what);
        desk.error(
            span,
            "always-met",
            message,
            "it looks for something that cannot be otherwise; correct the condition",
        );
    }
}

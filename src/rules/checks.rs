//! `rules/checks.toml`: from text to [`Check`]s, with every example run.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;
use toml::de::DeValue;

use crate::calendar::Zone;
use crate::rules::expr::{Expr, compile};
use crate::rules::form::{Desk, Form, inside};
use crate::rules::{Effect, Facts, Send};
use crate::states::{Answer, Language};

/// One rule.
#[derive(Debug)]
pub(super) struct Check {
    pub id: String,
    pub source: String,
    /// First day of receipt on which it is in force.
    pub from: Option<NaiveDate>,
    /// Last day of receipt on which it is in force.
    pub to: Option<NaiveDate>,
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
        Portrait { require: &self.written, from: self.from, to: self.to }
    }

    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

pub(super) const KEYS: [&str; 12] = [
    "id",
    "source",
    "from",
    "to",
    "require",
    "after",
    "otherwise",
    "unknown",
    "unknown_reason",
    "send",
    "letter",
    "example",
];

pub(super) fn read(desk: &mut Desk<'_>, root: &Form<'_, '_>, lists: &BTreeSet<String>) -> Vec<Check> {
    root.only(&["defaults", "check"], desk);
    let defaults = root.table("defaults", desk);
    if let Some(defaults) = &defaults {
        defaults.only(&["source", "unknown", "send"], desk);
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
    let mut ids: BTreeSet<String> = BTreeSet::new();
    for form in forms {
        let check = one(desk, form, defaults.as_ref(), lists, &checks, &mut ids);
        checks.extend(check);
    }
    checks
}

fn effect(word: &str) -> Effect {
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
    lists: &BTreeSet<String>,
    earlier: &[Check],
    ids: &mut BTreeSet<String>,
) -> Option<Check> {
    let id = form.needed("id", "a short name in kebab-case", desk);
    if let Some((id, span)) = &id {
        form.what = format!("check `{id}`");
        if !ids.insert(id.clone()) {
            desk.error(
                span.clone(),
                "duplicate-id",
                format!("there are two checks called `{id}`"),
                "give one of them another id",
            );
        }
        if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
            desk.error(
                span.clone(),
                "bad-id",
                format!("`{id}` is not in kebab-case"),
                "use small letters, digits and `-` only",
            );
        }
    }
    form.only(&KEYS, desk);
    let fallback = |key: &'static str| match defaults {
        Some(defaults) if form.get(key).is_none() && defaults.get(key).is_some() => defaults,
        _ => &form,
    };
    let source =
        fallback("source").needed("source", "the document and paragraph that lay the rule down", desk);
    let (from, to) = (form.day("from", desk), form.day("to", desk));
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        let span = form.get("to").map_or(form.span.clone(), toml::Spanned::span);
        desk.error(
            span,
            "bad-dates",
            format!("{} ends on {to}, before it begins on {from}", form.what),
            "`to` is the last day of receipt on which it is in force",
        );
    }
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
    let letter = form.languages("letter", desk);
    let speaks = |e: &Option<Effect>| matches!(e, Some(Effect::Ask | Effect::Decline));
    if (speaks(&otherwise) || speaks(&unknown)) && !letter.contains_key(&Language::En) {
        let message = format!("{} writes to the mission and has no English sentence", form.what);
        desk.error(form.span.clone(), "missing-letter", message, "add [check.letter] with en = \"…\"");
    }
    let after = after(desk, &form, earlier, ids);
    let written = form.needed(
        "require",
        "the requirement as a condition, such as \"note.form == 'note_verbale'\"",
        desk,
    );
    let require = written.as_ref().and_then(|(text, span)| condition(desk, text, span, lists));
    examples(desk, &form, require.as_ref(), lists);
    Some(Check {
        id: id?.0,
        source: source?.0,
        from,
        to,
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
fn after(desk: &mut Desk<'_>, form: &Form<'_, '_>, earlier: &[Check], ids: &BTreeSet<String>) -> Vec<String> {
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
            None if ids.contains(&id) && id != own => {}
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

fn condition(desk: &mut Desk<'_>, text: &str, span: &Range<usize>, lists: &BTreeSet<String>) -> Option<Expr> {
    match compile(text, lists) {
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

fn examples(desk: &mut Desk<'_>, form: &Form<'_, '_>, require: Option<&Expr>, lists: &BTreeSet<String>) {
    let mut expected = BTreeSet::new();
    for mut example in form.tables("example", desk) {
        example.what = format!("an example of {}", form.what);
        example.only(&["facts", "missing", "doubtful", "expect", "why"], desk);
        example.needed("why", "one sentence that says why the answer is right", desk);
        if example.get("expect").is_none() {
            example.missing("expect", "\"yes\", \"no\" or \"unknown\"", desk);
        }
        let Some(expect) = example.word("expect", &["yes", "no", "unknown"], desk) else { continue };
        expected.insert(expect);
        let before = desk.found.len();
        let mut facts = Facts::meeting_all();
        facts.state.lists = lists.iter().map(|list| (list.clone(), Answer::Yes)).collect();
        for (key, doubtful) in [("missing", false), ("doubtful", true)] {
            for (path, span) in example.strings(key, desk) {
                if !facts.obscure(&path, doubtful) {
                    let message = format!("`{path}` is no fact that can be {key}");
                    desk.error(span, "unknown-name", message, "docs/rules.md lists the facts");
                }
            }
        }
        if let Some(changes) = example.table("facts", desk) {
            change(desk, &mut facts, "", &changes);
        }
        let (Some(require), true) = (require, before == desk.found.len()) else { continue };
        let found = match require.answer(&facts) {
            Answer::Yes => "yes",
            Answer::No => "no",
            Answer::Unknown => "unknown",
        };
        if found != expect {
            let span = example.get("expect").map_or(example.span.clone(), toml::Spanned::span);
            let message = format!(
                "{} expects {expect} and finds {found}: {}",
                example.what,
                require.explain(&facts, &Zone::utc())
            );
            desk.error(
                span,
                "example-fails",
                message,
                "change the condition, or the example if the condition is right",
            );
        }
    }
    for (answer, words) in [("yes", "meets"), ("no", "does not meet")] {
        if !expected.contains(answer) {
            let message = format!("{} has no example that {words} it", form.what);
            desk.error(
                form.span.clone(),
                "missing-example",
                message,
                format!("add [[check.example]] with expect = \"{answer}\""),
            );
        }
    }
}

/// Sets the facts of an example: `note.form = "letter"`, nested tables and dotted keys alike.
fn change(desk: &mut Desk<'_>, facts: &mut Facts, prefix: &str, changes: &Form<'_, '_>) {
    for (key, value) in changes.table {
        let path = format!("{prefix}{}", key.get_ref());
        match value.get_ref() {
            DeValue::Table(table) => {
                let inner = Form::new(table, value.span(), changes.what.clone());
                change(desk, facts, &format!("{path}."), &inner);
            }
            leaf => {
                if let Err((message, help)) = facts.set(&path, leaf) {
                    desk.error(value.span(), "bad-example", message, help);
                }
            }
        }
    }
}

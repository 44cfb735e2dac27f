//! Examples: a few facts, and what a condition must answer; they are run whenever the files are read.

use std::collections::BTreeSet;

use toml::de::DeValue;

use crate::calendar::Zone;
use crate::rules::Facts;
use crate::rules::expr::Expr;
use crate::rules::form::{Desk, Form};
use crate::rules::shape;
use crate::states::Answer;

/// Runs the examples of `form`; there must be one each way.
pub(super) fn examples(desk: &mut Desk<'_>, form: &Form<'_, '_>, require: Option<&Expr>, start: &Facts) {
    let mut expected = BTreeSet::new();
    // What an example expects that cannot be read is told there, and not that there is no such example.
    let mut unread = false;
    for mut example in form.tables("example", desk) {
        example.what = format!("an example of {}", form.what);
        example.only(&shape::EXAMPLE, desk);
        example.needed("why", "one sentence that says why the answer is right", desk);
        if example.get("expect").is_none() {
            example.missing("expect", "\"yes\", \"no\" or \"unknown\"", desk);
        }
        let Some(expect) = example.word("expect", &["yes", "no", "unknown"], desk) else {
            unread = true;
            continue;
        };
        expected.insert(expect);
        let before = desk.found.len();
        let facts = changed(desk, &example, start.clone());
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
        if !expected.contains(answer) && !unread {
            let message = format!("{} has no example that {words} it", form.what);
            let table = form.what.split(' ').next().unwrap_or_default();
            desk.error(
                form.span.clone(),
                "missing-example",
                message,
                format!("add [[{table}.example]] with expect = \"{answer}\""),
            );
        }
    }
}

/// The facts of an example: those it starts from, without what it takes away, and with what it says.
pub(super) fn changed(desk: &mut Desk<'_>, example: &Form<'_, '_>, mut facts: Facts) -> Facts {
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
    facts
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

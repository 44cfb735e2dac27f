//! What changes of one request, and by which rule.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::calendar::Deadline;
use crate::desk::rehearsal::{Standing, Subject};
use crate::office::Office;
use crate::register;
use crate::rules::{self, Effect, Weight};
use crate::states::{Answer, Code};

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
    // Both sides list most rules at the same place; only the others are looked for.
    let of = |side: &[Weight<'w>], at: usize, rule: &str| {
        let there = side.get(at).filter(|w| w.rule == rule);
        there.or_else(|| side.iter().find(|w| w.rule == rule)).map(|w| (w.answer, w.effect))
    };
    let new = after.iter().enumerate().filter_map(|(at, would)| {
        let was = of(before, at, would.rule);
        let differs = was.map_or(would.effect != Effect::None, |was| was != (would.answer, would.effect));
        differs.then(|| (would.rule, Some(would.effect).max(was.map(|(_, effect)| effect))))
    });
    let gone = before.iter().enumerate().filter_map(|(at, was)| {
        let asked = of(after, at, was.rule).is_some();
        (!asked && was.effect != Effect::None).then_some((was.rule, Some(was.effect)))
    });
    let mut rules: Vec<(&str, Option<Effect>)> = new.chain(gone).collect();
    rules.sort_by_key(|(_, gravest)| std::cmp::Reverse(*gravest));
    rules.into_iter().map(|(rule, _)| rule).collect()
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
            rules::findings(&standing.facts, &office.rulebook, &rules)
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

//! What an edit changed, and what it can reach.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};

use crate::desk::rehearsal::{Reach, Standing};
use crate::register::Request;
use crate::rehearsal::Side;
use crate::rules::Effect;
use crate::states::Code;
use crate::store::RequestKey;

/// A request without an event is open for so long.
const OPEN_WITHOUT_EVENT: TimeDelta = TimeDelta::days(180);

/// What the two folders have and have not in common.
pub(super) struct Edit<'a> {
    pub before: Side<'a>,
    pub after: Side<'a>,
    pub reach: Reach,
    /// States that letters call otherwise.
    pub called: BTreeSet<Code>,
    /// Events that read otherwise in a letter.
    pub events: BTreeSet<String>,
    /// Rules whose words for letters differ.
    pub rules: BTreeSet<String>,
    /// Templates that differ: stem, and the language where both have it.
    pub templates: Vec<(String, Option<String>)>,
    /// The office itself writes otherwise: every letter may differ.
    pub identity: bool,
    /// Only letters were edited: both sides judge alike.
    pub judges_alike: bool,
}

impl<'a> Edit<'a> {
    pub fn new(before: Side<'a>, after: Side<'a>) -> Self {
        let (old, new) = (before.office, after.office);
        let paths: BTreeSet<&str> =
            before.kept.files.iter().chain(&after.kept.files).map(|file| file.path.as_str()).collect();
        let differing: Vec<&str> =
            paths.into_iter().filter(|path| before.kept.file(path) != after.kept.file(path)).collect();
        let ids = old.rulebook.events.keys().chain(new.rulebook.events.keys());
        let events = ids.filter(|id| old.rulebook.events.get(*id) != new.rulebook.events.get(*id));
        let templates = differing.iter().filter_map(|path| {
            let (stem, language) = path.strip_prefix("templates/")?.strip_suffix(".txt")?.split_once('.')?;
            let both = before.kept.file(path).is_some() && after.kept.file(path).is_some();
            Some((stem.to_owned(), both.then(|| language.to_owned())))
        });
        Self {
            reach: Reach::new(old, new, differing.iter().copied()),
            called: old.states.called_otherwise(&new.states),
            events: events.cloned().collect(),
            rules: old.rulebook.reworded(&new.rulebook),
            templates: templates.collect(),
            identity: old.identity != new.identity
                || old.rulebook.sources != new.rulebook.sources
                || old.policy != new.policy
                || old.zone != new.zone
                || differing.contains(&"rules/papers.toml"),
            judges_alike: differing.iter().all(|path| path.starts_with("templates/")),
            before,
            after,
        }
    }

    /// Whether there is still something to decide about a request on `day`.
    pub fn is_open(&self, key: &RequestKey, day: NaiveDate) -> bool {
        let sides = [self.before, self.after];
        match &key.event {
            Some(id) => {
                let mut events = sides.iter().filter_map(|side| side.office.rulebook.events.get(id));
                events.any(|event| event.end >= day)
            }
            None => key.received.date_naive() + OPEN_WITHOUT_EVENT >= day,
        }
    }

    /// Whether a letter about this request may read otherwise.
    pub fn touches(
        &self,
        request: &Request,
        before: &Standing<'_>,
        after: &Standing<'_>,
        rules: &[&str],
    ) -> bool {
        let speaks = |effect: Effect| matches!(effect, Effect::Ask | Effect::Decline | Effect::Hold);
        let both = || before.weights.iter().chain(&after.weights);
        self.identity
            || before.disposition != after.disposition
            || both().any(|w| speaks(w.effect) && (rules.contains(&w.rule) || self.rules.contains(w.rule)))
            || request.event.as_ref().is_some_and(|event| self.events.contains(event))
            || request.state.is_some_and(|state| self.called.contains(&state))
    }
}

//! The rule files, from text to a checked [`Rulebook`].

use std::collections::{BTreeMap, BTreeSet};

use crate::calendar::Zone;
use crate::diagnostic::{Diagnostic, Source};
use crate::rules::Rulebook;
use crate::states::States;

/// The rules of `checks.toml`.
#[derive(Debug)]
pub(super) struct Rules {}

pub(super) fn load(
    _sources: &[Source],
    _states: &States,
    _zone: &Zone,
    _zones: &BTreeMap<String, Zone>,
) -> Result<(Rulebook, Vec<Diagnostic>), Vec<Diagnostic>> {
    Err(vec![Diagnostic::error("rules/checks.toml", "missing-file", "not written yet")])
}

pub(super) fn zone_names(_sources: &[Source]) -> BTreeSet<String> {
    BTreeSet::new()
}

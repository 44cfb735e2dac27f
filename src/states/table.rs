//! `states.csv`, `names.csv` and the lists, from text to [`States`].

use crate::diagnostic::{Diagnostic, Source};
use crate::states::States;

/// Loads the world from `rules/states.csv`, `rules/names.csv`, `rules/ambiguous.csv` and `rules/lists/*.csv`
/// among `sources`.
///
/// # Errors
/// Every mistake found, by file and place.
pub fn load(_sources: &[Source]) -> Result<States, Vec<Diagnostic>> {
    Err(vec![Diagnostic::error("rules/states.csv", "missing-file", "not written yet")])
}

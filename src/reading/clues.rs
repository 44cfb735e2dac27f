//! Words that may say which event is meant.

use chrono::NaiveDate;

use crate::reading::EventClue;

/// Finds the clues in `text` (one document, lines joined with `\n`, pages with form feed). `near` settles years
/// that are left out: the first such day on or after it.
pub(super) fn find(_text: &str, _document: &str, _near: NaiveDate) -> Vec<EventClue> {
    Vec::new()
}

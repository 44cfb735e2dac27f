//! The persons for whom a note asks support.

use crate::reading::{Quoted, Traveller};

/// Finds the travellers that `text` (one document, lines joined with `\n`, pages with form feed) names, in its order.
pub(super) fn find(_text: &str, _document: &str) -> Vec<Quoted<Traveller>> {
    Vec::new()
}

//! What a person says of a message of the corpus.

use std::path::Path;

use serde_json::Value;

/// A label: the keys of `verbale read --json`, the carrier of the document that speaks, and the kinds of papers.
pub(super) struct Gold {
    /// The keys of the contract.
    pub facts: Value,
    /// `text`, `html`, `pdf`, `scan`, ...
    pub carrier: String,
    /// Nothing can be read (a password, damage): the program must say so and claim nothing.
    pub unreadable: bool,
}

impl Gold {
    pub(super) fn load(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).unwrap();
        let facts: Value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let carrier = facts["carrier"].as_str().unwrap_or_else(|| panic!("{}: no carrier", path.display()));
        Self {
            carrier: carrier.to_owned(),
            unreadable: facts["unreadable"].as_bool().unwrap_or(false),
            facts,
        }
    }

    /// Whether the document that speaks is a picture.
    pub(super) fn is_recognised(&self) -> bool {
        matches!(self.carrier.as_str(), "scan" | "photo")
    }

    /// The language, or `none`.
    pub(super) fn language_name(&self) -> String {
        self.facts["language"].as_str().unwrap_or("none").to_owned()
    }
}

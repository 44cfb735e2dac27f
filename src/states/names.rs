//! Names of States in many languages: found in text, and given for a day.

use std::ops::Range;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::states::{Code, Language};

/// Which form of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NameForm {
    /// "Niger".
    Short,
    /// "Republic of the Niger".
    Long,
}

/// A place in a text that names a State, or several that bear the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The States that the words can mean, best first; more than one is ambiguous.
    pub states: Vec<Code>,
    /// The words as they stand in the text.
    pub words: String,
    /// Language of the name that matched, as `names.csv` has it.
    pub language: String,
    /// Whether the words may not decide alone: demonyms, common words, acronyms.
    pub weak: bool,
}

/// One row of `names.csv`.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub code: Code,
    pub language: String,
    /// short, long, genitive, former, alias or demonym.
    pub form: String,
    pub name: String,
    /// For former and genitive names: what they are built on.
    pub base: String,
    /// First day on which a former name no longer holds.
    pub until: Option<NaiveDate>,
}

/// All names, with an index for finding them.
#[derive(Debug, Default)]
pub(super) struct Names {
    rows: Vec<Name>,
}

impl Names {
    pub(super) fn new(rows: Vec<Name>) -> Self {
        Self { rows }
    }

    /// The former name of the base with the smallest `until` after `day`, else the current one.
    pub(super) fn official(
        &self,
        code: Code,
        language: Language,
        form: NameForm,
        day: NaiveDate,
    ) -> Option<&str> {
        let base = match form {
            NameForm::Short => "short",
            NameForm::Long => "long",
        };
        let of_state = || self.rows.iter().filter(|n| n.code == code && n.language == language.code());
        of_state()
            .filter(|n| n.form == "former" && n.base == base && n.until.is_some_and(|u| day < u))
            .min_by_key(|n| n.until)
            .or_else(|| of_state().find(|n| n.form == base))
            .map(|n| n.name.as_str())
    }

    pub(super) fn mentions(&self, _text: &str) -> Vec<Mention> {
        Vec::new()
    }
}

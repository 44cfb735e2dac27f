//! The documents that lay rules down: one name for all letters, or one for each language.
//!
//! Rulings keep the English name, which is the key to the others.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::Source;
use crate::rules::form::{Desk, Form};
use crate::states::Language;

/// What documents are called in letters, by their English name and the language.
pub type Sources = BTreeMap<String, BTreeMap<Language, String>>;

/// The files whose sources stand in letters.
const FILES: [&str; 2] = ["rules/checks.toml", "rules/events.toml"];

/// A source that must be there: a string, or a table with at least the English name. Returns the English one.
pub(super) fn needed(
    form: &Form<'_, '_>,
    key: &str,
    why: &str,
    desk: &mut Desk<'_>,
) -> Option<(String, Range<usize>)> {
    let Some(value) = form.get(key).filter(|value| value.get_ref().is_table()) else {
        return form.needed(key, why, desk);
    };
    let english = form.languages(key, desk).remove(&Language::En);
    if english.is_none() {
        let message = format!("`{key}` of {} has no English name", form.what);
        desk.error(
            value.span(),
            "missing-key",
            message,
            "write { en = \"…\", fr = \"…\" }: English is needed",
        );
    }
    Some((english?, value.span()))
}

/// Every source of `files` that has a name by language.
pub(super) fn read(files: &[Source]) -> Sources {
    let mut found = Sources::new();
    for file in files.iter().filter(|file| FILES.contains(&file.path.as_str())) {
        let (tree, _) = DeTable::parse_recoverable(&file.text);
        walk(tree.get_ref(), &mut found);
    }
    found
}

fn walk(table: &DeTable<'_>, found: &mut Sources) {
    for (key, value) in table {
        match value.get_ref() {
            DeValue::Table(names) if key.get_ref().ends_with("source") => {
                let said = |language: Language| {
                    let text = names.get(language.code())?.get_ref().as_str()?;
                    Some((language, text.split_whitespace().collect::<Vec<_>>().join(" ")))
                };
                let mut names: BTreeMap<Language, String> =
                    Language::ALL.into_iter().filter_map(said).collect();
                if let Some(english) = names.remove(&Language::En) {
                    found.entry(english).or_default().extend(names);
                }
            }
            DeValue::Table(inner) => walk(inner, found),
            DeValue::Array(all) => {
                all.iter().filter_map(|one| one.get_ref().as_table()).for_each(|inner| walk(inner, found));
            }
            _ => {}
        }
    }
}

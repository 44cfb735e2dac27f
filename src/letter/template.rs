//! Templates: parsed, checked, filled. The one door to minijinja.

use crate::diagnostic::{Diagnostic, Source};
use crate::letter::{Identity, Matter, Template};
use crate::states::Language;

#[derive(Debug)]
pub(super) struct Environment {}

pub(super) fn load(
    _sources: &[Source],
    _identity: &Identity,
) -> Result<(Environment, Vec<Diagnostic>), Vec<Diagnostic>> {
    Ok((Environment {}, Vec::new()))
}

impl Environment {
    pub(super) fn languages(&self, _template: Template) -> Vec<Language> {
        vec![Language::En]
    }

    pub(super) fn render(
        &self,
        _template: Template,
        _language: Language,
        _identity: &Identity,
        _matter: &Matter<'_>,
    ) -> Result<(String, String), String> {
        Err("not written yet".into())
    }
}

pub(super) fn quotable(words: &str) -> Option<String> {
    Some(words.to_owned())
}

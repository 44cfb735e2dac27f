//! `rules/papers.toml`: papers that can be required beside the note, and how they are told.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::expr::PAPERS;
use crate::rules::form::{Desk, Form};
use crate::rules::shape::{self, Shape};
use crate::states::Language;
use crate::states::fold::Folded;

/// One kind of paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Paper {
    pub title: BTreeMap<Language, String>,
    names: Vec<String>,
    words: Vec<String>,
    least: usize,
    in_note: bool,
}

/// The papers of a desk by id.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Papers {
    pub(super) all: BTreeMap<String, Paper>,
}

/// A paper that came with a message.
#[derive(Debug, Clone, Copy)]
pub struct CamePaper<'a> {
    /// What reading takes it for: `note`, `passport`, … `other`.
    pub kind: &'a str,
    /// Its file name.
    pub name: &'a str,
    /// Its text.
    pub pages: &'a [String],
    /// Whether its text could be read in full.
    pub read: bool,
    /// Whether it could be opened at all: a scan without text can, a locked or damaged file cannot.
    pub opened: bool,
}

impl Papers {
    /// Kinds and ids of the papers that came, and how many could not be told: neither by text nor, where they could be
    /// opened, by name.
    pub fn told<'a>(&self, came: impl IntoIterator<Item = CamePaper<'a>>) -> (BTreeSet<String>, u32) {
        let mut told = BTreeSet::new();
        let mut unknown = 0;
        for paper in came {
            let name = folded(paper.name);
            let text = if self.all.is_empty() { String::new() } else { folded(&paper.pages.join("\n")) };
            let own: Vec<&String> = self
                .all
                .iter()
                .filter(|(_, of)| of.is(&name, &text, paper.kind == "note"))
                .map(|(id, _)| id)
                .collect();
            let named = paper.kind != "other" || !own.is_empty();
            // A note that could not be read may say anything; a locked file may be anything.
            let by_name = named && paper.opened && paper.kind != "note";
            if !paper.read && !by_name {
                unknown += 1;
                continue;
            }
            told.extend(own.into_iter().cloned());
            told.insert(paper.kind.to_owned());
        }
        (told, unknown)
    }

    /// As letters ask for these papers: their titles in `language`, else in English; `None` where one has none.
    pub(super) fn titles(&self, ids: &BTreeSet<String>, language: Language) -> Option<String> {
        let title = |id: &String| {
            let titles = &self.all.get(id)?.title;
            titles.get(&language).or_else(|| titles.get(&Language::En)).cloned()
        };
        let titles: Vec<String> = ids.iter().map(title).collect::<Option<_>>()?;
        let join = match language {
            Language::Ar => "؛ ",
            Language::Zh => "；",
            _ => "; ",
        };
        (!titles.is_empty()).then(|| titles.join(join))
    }
}

impl Paper {
    fn is(&self, name: &str, text: &str, note: bool) -> bool {
        if note && !self.in_note {
            return false;
        }
        let there = self.words.iter().filter(|words| holds(text, words)).count();
        !note && self.names.iter().any(|word| holds(name, word))
            || !self.words.is_empty() && there >= self.least
    }
}

/// Text as it is compared: without case, accents and runs of white space; marks and underlines part words.
fn folded(text: &str) -> String {
    let plain = Folded::new(text);
    let parted = plain.text().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' });
    parted.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `words` stand in `text` as whole words; in scripts without spaces, at all.
fn holds(text: &str, words: &str) -> bool {
    let spaced = words.chars().all(|c| c < '\u{2e80}');
    text.match_indices(words).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        let after = text.get(at + words.len()..).and_then(|t| t.chars().next());
        !spaced || [before, after].into_iter().flatten().all(|c| c == ' ')
    })
}

pub(super) fn read(desk: &mut Desk<'_>, root: &Form<'_, '_>, file: &'static Shape) -> Papers {
    root.only(file, desk);
    let mut papers = Papers::default();
    for mut form in root.tables("paper", desk) {
        let Some((id, span)) = form.id("paper", desk) else { continue };
        form.only(&shape::PAPER, desk);
        form.needed("source", "where it is laid down that it is required", desk);
        let title = form.languages("title", desk);
        if !title.contains_key(&Language::En) {
            form.missing("title", "at least { en = \"…\" }, as letters ask for it", desk);
        }
        let mut texts = |key| -> Vec<String> {
            let mut all = Vec::new();
            for (text, span) in form.strings(key, desk) {
                let text = folded(&text);
                if text.chars().count() < 2 {
                    let message = format!("`{key}` of {} holds a word of fewer than two letters", form.what);
                    desk.error(span, "empty-name", message, "it would be found in every paper; write more");
                    continue;
                }
                all.push(text);
            }
            all
        };
        let (names, words) = (texts("names"), texts("words"));
        if names.is_empty() && words.is_empty() && !PAPERS.contains(&id.as_str()) {
            form.missing(
                "names",
                "words that tell it in a file's name; and `words` for those in its text",
                desk,
            );
        }
        let least = form.number("least", desk).unwrap_or(1);
        if usize::try_from(least).is_ok_and(|least| least == 0 || least > words.len().max(1)) {
            let span = form.get("least").map_or(form.span.clone(), toml::Spanned::span);
            let message = format!("{} wants {least} of its {} words", form.what, words.len());
            desk.error(span, "bad-number", message, "write a number from 1 to the number of `words`");
        }
        let in_note = form.truth("in_note", desk).unwrap_or(false);
        let paper = Paper { title, names, words, least: usize::try_from(least).unwrap_or(1), in_note };
        if papers.all.insert(id.clone(), paper).is_some() {
            let message = format!("there are two papers called `{id}`");
            desk.error(span, "duplicate-id", message, "give one of them another id");
        }
    }
    papers
}

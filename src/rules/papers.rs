//! `rules/papers.toml`: papers that can be required beside the note, and how they are told.

use std::collections::{BTreeMap, BTreeSet};

use crate::rules::Known;
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
    /// Whether name and text must both tell it.
    both: bool,
    in_note: bool,
}

/// The papers of a desk by id.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Papers {
    pub(super) all: BTreeMap<String, Paper>,
    /// Whether the file holds one whose id could not be read.
    pub(super) unnamed: bool,
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
            // What the desk's own words tell is not of another kind too.
            if own.is_empty() || paper.kind != OTHER {
                told.insert(paper.kind.to_owned());
            }
            told.extend(own.into_iter().cloned());
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
            Language::Fr => " ; ",
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
        let by_name = !note && self.names.iter().any(|word| holds(name, word));
        let by_text = !self.words.is_empty() && there >= self.least;
        if self.both { by_name && by_text } else { by_name || by_text }
    }
}

/// A paper that was read and is of no kind that anybody has words for.
pub(super) const OTHER: &str = "other";

/// Of the papers that an event requires, those that did not come; `unknown` papers may be any of them, and so may one that was
/// read and told by no words: that it did not come is said to no mission while a person has not looked at it.
pub fn missing_papers(
    required: &Known<BTreeSet<String>>,
    there: &Known<BTreeSet<String>>,
    unknown: u32,
) -> Known<BTreeSet<String>> {
    match (required, there) {
        (Known::Value(required), _) if required.is_empty() => Known::Value(BTreeSet::new()),
        (Known::Value(required), Known::Value(there)) => {
            let missing: BTreeSet<String> = required.difference(there).cloned().collect();
            let told = unknown == 0 && !there.contains(OTHER);
            if missing.is_empty() || told { Known::Value(missing) } else { Known::Doubtful }
        }
        (Known::Missing, _) => Known::Missing,
        _ => Known::Doubtful,
    }
}

/// Text as it is compared: without case, accents and runs of white space; marks and underlines part words.
fn folded(text: &str) -> String {
    let plain = Folded::new(text);
    let parted = plain.text().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' });
    parted.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `words` stand in `text` as whole words, each in singular or plural; in scripts without spaces, at all. A
/// paper that is only announced is not there: "the certificate of full powers will follow".
fn holds(text: &str, words: &str) -> bool {
    if words.chars().any(|c| c >= '\u{2e80}') {
        let behind = |at: usize| text.get(at + words.len()..).unwrap_or_default();
        let announced = |at: usize| {
            let next: String = behind(at).chars().take(REACH).collect();
            ["另行", "另寄", "随后", "将送", "补交"].iter().any(|words| next.contains(words))
        };
        return text.match_indices(words).any(|(at, _)| !announced(at));
    }
    let wanted: Vec<&str> = words.split(' ').map(singular).collect();
    let there: Vec<&str> = text.split(' ').map(singular).collect();
    let announced = |at: usize| {
        let next = there.iter().skip(at + wanted.len()).take(REACH).copied().collect::<Vec<_>>().join(" ");
        ANNOUNCED.iter().any(|words| format!(" {next} ").contains(&format!(" {words} ")))
    };
    let mut windows = there.windows(wanted.len().max(1)).enumerate();
    !wanted.is_empty() && windows.any(|(at, window)| window == wanted && !announced(at))
}

/// Words, or characters of Chinese, behind the name of a paper in which it may be said that it is still to come.
const REACH: usize = 5;
/// Turns by which a paper is announced, as they are compared.
const ANNOUNCED: [&str; 26] = [
    "will follow",
    "to follow",
    "shall follow",
    "will be sent",
    "will be forwarded",
    "will be transmitted",
    "will be submitted",
    "will be provided",
    "is being prepared",
    "suivra",
    "suivront",
    "sera transmi",
    "sera transmise",
    "sera envoye",
    "sera envoyee",
    "sera adresse",
    "sera adressee",
    "se enviara",
    "se remitira",
    "sera enviado",
    "sera remitido",
    "будет направлен",
    "будет направлено",
    "будет представлен",
    "سيرسل",
    "سترسل",
];

/// A folded word without the ending by which most plurals of English, French and Spanish differ. Short words keep theirs: they
/// differ by it.
fn singular(word: &str) -> &str {
    let stem = word.strip_suffix('s').or_else(|| word.strip_suffix('x')).unwrap_or(word);
    if stem.chars().count() > 3 { stem } else { word }
}

/// Words that stand in the names and texts of papers of every kind, a vaccination certificate as well as one of full
/// powers, as they are compared.
const COMMON: [&str; 27] = [
    "annex",
    "annexe",
    "anexo",
    "application",
    "attachment",
    "carta",
    "certificado",
    "certificat",
    "certificate",
    "certification",
    "copia",
    "copie",
    "copy",
    "document",
    "documento",
    "file",
    "form",
    "formulaire",
    "formulario",
    "letter",
    "lettre",
    "page",
    "paper",
    "scan",
    "справка",
    "شهادة",
    "证明",
];

pub(super) fn read(desk: &mut Desk<'_>, root: &Form<'_, '_>, file: &'static Shape) -> Papers {
    root.only(file, desk);
    let mut papers = Papers::default();
    for mut form in root.tables("paper", desk) {
        let Some((id, span)) = form.id("paper", desk) else {
            papers.unnamed = true;
            continue;
        };
        form.only(&shape::PAPER, desk);
        form.needed("source", "where it is laid down that it is required", desk);
        let title = form.needed_languages("title", desk);
        let both = form.truth("both", desk).unwrap_or(false);
        let mut texts = |key| -> Vec<String> {
            let mut all = Vec::new();
            for (text, span) in form.strings(key, desk) {
                let text = folded(&text);
                if text.chars().count() < 2 {
                    let message = format!("`{key}` of {} holds a word of fewer than two letters", form.what);
                    desk.error(span, "empty-name", message, "it would be found in every paper; write more");
                    continue;
                }
                if COMMON.contains(&text.as_str()) && !both {
                    let message =
                        format!("`{key}` of {} holds \"{text}\", which other papers bear too", form.what);
                    let help = "write more words of its title; or `names`, `words` and both = true";
                    desk.notice(span, "common-word", message, help);
                }
                all.push(text);
            }
            all
        };
        let (names, words) = (texts("names"), texts("words"));
        if names.is_empty() && words.is_empty() && !PAPERS.contains(&id.as_str()) {
            let message = format!("{} has no words that tell it", form.what);
            let help = "add `names`: words that tell it in a file's name; and `words` for those in its text";
            desk.error(form.span.clone(), "missing-key", message, help);
        }
        if both && (names.is_empty() || words.is_empty()) {
            let span = form.get("both").map_or(form.span.clone(), toml::Spanned::span);
            let message = format!("{} wants both and has only one of `names` and `words`", form.what);
            desk.error(span, "missing-key", message, "write both lists, or take `both` out");
        }
        let least = form.number("least", desk).unwrap_or(1);
        if usize::try_from(least).is_ok_and(|least| least == 0 || least > words.len().max(1)) {
            let span = form.get("least").map_or(form.span.clone(), toml::Spanned::span);
            let message = format!("{} wants {least} of its {} words", form.what, words.len());
            desk.error(span, "bad-number", message, "write a number from 1 to the number of `words`");
        }
        let in_note = form.truth("in_note", desk).unwrap_or(false);
        let paper = Paper { title, names, words, least: usize::try_from(least).unwrap_or(1), both, in_note };
        if papers.all.insert(id.clone(), paper).is_some() {
            let message = format!("there are two papers called `{id}`");
            desk.error(span, "duplicate-id", message, "give one of them another id");
        }
    }
    papers
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::rules::shape;

    #[test]
    fn a_paper_is_told_by_its_name_by_its_text_or_where_wanted_by_both() {
        let alone = "names = [\"full powers\"]\nwords = [\"grants full powers\"]";
        let both = "names = [\"certificate\"]\nwords = [\"full powers\"]\nboth = true";
        for (rule, name, text, there) in [
            (alone, "Full_Powers.pdf", "…", true),
            (alone, "scan0001.txt", "FULL POWERS. The Minister hereby grants full powers to Ms. X", true),
            (alone, "vaccination certificate.pdf", "Yellow fever", false),
            (both, "certificate.pdf", "The Minister grants full powers", true),
            (both, "vaccination certificate.pdf", "Yellow fever", false),
            (both, "scan0001.pdf", "The Minister grants full powers", false),
            (
                alone,
                "cover letter.txt",
                "An act that grants full powers will follow under separate cover.",
                false,
            ),
            (alone, "lettre.txt", "L'acte \"grants full powers\" sera transmis par courrier.", false),
            (
                alone,
                "letter.txt",
                "The act grants full powers to Ms. Ana Duro. Her passport will follow.",
                true,
            ),
            (alone, "scan0001.pdf", "CERTIFICATE\nIt GRANTS FULL POWER to", true),
            (alone, "scan0001.pdf", "It grants the fullest powers to", false),
        ] {
            let text_of = format!("[[paper]]\nid = \"powers\"\ntitle.en = \"x\"\nsource = \"y\"\n{rule}\n");
            let (mut desk, tree) = Desk::open("rules/papers.toml", &text_of);
            let root = Form::new(tree.get_ref(), 0..0, "this file");
            let papers = read(&mut desk, &root, &shape::file("papers").unwrap().root);
            assert!(desk.found.is_empty(), "{:?}", desk.found);
            let pages = [text.to_owned()];
            let paper = CamePaper { kind: "other", name, pages: &pages, read: true, opened: true };
            let came = papers.told([paper]).0;
            assert_eq!(came.contains("powers"), there, "{rule}: {name}");
            assert_eq!(came.contains(OTHER), !there, "what its words tell is no other paper: {rule}: {name}");
        }
    }

    #[test]
    fn what_did_not_come_is_not_said_while_a_paper_came_that_nothing_tells() {
        let set =
            |words: &[&str]| Known::Value(words.iter().map(|w| (*w).to_owned()).collect::<BTreeSet<_>>());
        let required = set(&["certificate"]);
        for (there, unknown, missing) in [
            (set(&["note"]), 0, required.clone()),
            (set(&["note", "passport"]), 0, required.clone()),
            (set(&["note", "other"]), 0, Known::Doubtful),
            (set(&["note"]), 1, Known::Doubtful),
            (set(&["note", "other", "certificate"]), 0, set(&[])),
        ] {
            assert_eq!(missing_papers(&required, &there, unknown), missing, "{there:?} {unknown}");
        }
    }
}

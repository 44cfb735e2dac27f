//! Names of States in many languages: found in text, and given for a day.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, Input, MatchKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::states::fold::Folded;
use crate::states::renamed::Given;
use crate::states::{Code, Language};

/// Which form of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
    /// Whether the words may not decide alone: demonyms, common words, acronyms, several States with one name.
    pub weak: bool,
}

/// One row of `names.csv`.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub code: Code,
    pub language: String,
    /// short, long, genitive, former, alias, demonym or capital.
    pub form: String,
    pub name: String,
    /// For former and genitive names: what they are built on.
    pub base: String,
    /// First day on which a former name no longer holds.
    pub until: Option<NaiveDate>,
    /// Code of the source.
    pub source: String,
}

/// One row of `ambiguous.csv`.
#[derive(Debug, Clone)]
pub(super) struct Ambiguous {
    /// exact, usage, contained, near, decoy or word.
    pub kind: String,
    pub name: String,
    pub states: Vec<Code>,
    pub default: Option<Code>,
}

/// What a pattern of the automaton means.
#[derive(Debug, PartialEq, Eq)]
struct Meaning {
    /// Empty for a decoy: the words are passed over.
    states: Vec<Code>,
    /// Index of the row that gives the language.
    language: String,
    weak: bool,
    /// Capitals only ("STP"), or at least one capital ("Chad"), or as it comes (Arabic, demonyms in French).
    capitals: Capitals,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Capitals {
    Any,
    Some,
    All,
}

/// All names, with an index for finding them in text and one for giving them out.
#[derive(Debug, Default)]
pub(super) struct Names {
    rows: Vec<Name>,
    official: BTreeMap<(Code, String), Vec<usize>>,
    /// What names a State.
    named: Finder,
    /// Capitals: who writes from one is of its State, and many others speak of it.
    capitals: Finder,
    /// Short names in Latin letters, folded and written as one word, as addresses have them.
    joined: BTreeMap<String, Code>,
}

/// Finds names in text.
#[derive(Debug, Default)]
struct Finder {
    automaton: Option<AhoCorasick>,
    /// Folded, in order; `meanings` go with them.
    patterns: Vec<String>,
    meanings: Vec<Meaning>,
}

impl Names {
    pub(super) fn new(rows: Vec<Name>, ambiguous: &[Ambiguous]) -> Self {
        let mut official: BTreeMap<(Code, String), Vec<usize>> = BTreeMap::new();
        for (index, row) in rows.iter().enumerate() {
            if matches!(row.form.as_str(), "short" | "long" | "former") {
                official.entry((row.code, row.language.clone())).or_default().push(index);
            }
        }
        let (towns, names): (Vec<&Name>, Vec<&Name>) = rows.iter().partition(|row| row.form == "capital");
        let mut named = patterns(&names);
        mark(&mut named, ambiguous);
        let (named, capitals) = (Finder::new(named), Finder::new(patterns(&towns)));
        let short =
            rows.iter().filter(|r| r.form == "short" && ["en", "fr", "es"].contains(&r.language.as_str()));
        let joined = short
            .map(|r| (Folded::new(&r.name).text().chars().filter(|c| c.is_alphabetic()).collect(), r.code))
            .filter(|(name, _): &(String, Code)| name.len() >= 4)
            .collect();
        Self { rows, official, named, capitals, joined }
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
        let indices = self.official.get(&(code, language.code().to_owned()))?;
        let of_state = || indices.iter().filter_map(|i| self.rows.get(*i));
        of_state()
            .filter(|n| n.form == "former" && n.base == base && n.until.is_some_and(|u| day < u))
            .min_by_key(|n| n.until)
            .or_else(|| of_state().find(|n| n.form == base))
            .map(|n| n.name.as_str())
    }

    /// The folded names that `other` does not find, or takes otherwise, and those that only it finds.
    pub(super) fn differing<'n>(&'n self, other: &'n Self) -> Vec<&'n str> {
        let meant = |names: &'n Self| -> BTreeMap<&'n str, &'n Meaning> {
            let of = |finder: &'n Finder| finder.patterns.iter().map(String::as_str).zip(&finder.meanings);
            of(&names.capitals).chain(of(&names.named)).collect()
        };
        let (old, new) = (meant(self), meant(other));
        let gone = old.iter().filter(|(name, meaning)| new.get(*name) != Some(*meaning));
        gone.chain(new.iter().filter(|(name, _)| !old.contains_key(*name))).map(|(name, _)| *name).collect()
    }

    /// What [`Self::official`] chooses from, by State.
    pub(super) fn given(&self) -> Given<'_> {
        let mut given = Given::new();
        for ((code, _), rows) in &self.official {
            let rows = rows.iter().filter_map(|at| self.rows.get(*at));
            given.entry(*code).or_default().extend(rows.map(|row| {
                (row.language.as_str(), row.form.as_str(), row.base.as_str(), row.until, row.name.as_str())
            }));
        }
        given
    }

    pub(super) fn mentions(&self, text: &str) -> Vec<Mention> {
        self.named.mentions_in(text, &Folded::new(text), 0..usize::MAX)
    }

    /// Those that lie in `range` of the folded text.
    pub(super) fn mentions_in(&self, original: &str, folded: &Folded, range: Range<usize>) -> Vec<Mention> {
        self.named.mentions_in(original, folded, range)
    }

    /// The States with whose short name `letters`, a word of an address, begins, with what is behind it; the longest first.
    pub(super) fn begun<'t>(&self, letters: &'t str) -> impl Iterator<Item = (Code, &'t str)> {
        (4..=letters.len()).rev().filter_map(move |end| {
            let (name, rest) = letters.split_at_checked(end)?;
            Some((*self.joined.get(name)?, rest))
        })
    }

    /// The capitals of States that are named.
    pub(super) fn capitals(&self, text: &str, folded: &Folded) -> Vec<Mention> {
        self.capitals.mentions_in(text, folded, 0..usize::MAX)
    }
}

/// What each folded name means.
fn patterns(rows: &[&Name]) -> BTreeMap<String, Meaning> {
    let mut patterns: BTreeMap<String, Meaning> = BTreeMap::new();
    for row in rows {
        let capitals = capitals(&row.name);
        let weak = capitals == Capitals::All || row.form == "demonym" || row.source == "rule-noart";
        let meaning = patterns.entry(Folded::new(&row.name).text().to_owned()).or_insert_with(|| Meaning {
            states: Vec::new(),
            language: row.language.clone(),
            weak: true,
            capitals,
        });
        if !meaning.states.contains(&row.code) {
            meaning.states.push(row.code);
        }
        meaning.weak &= weak;
        meaning.capitals = meaning.capitals.min(capitals);
    }
    patterns
}

impl Finder {
    fn new(patterns: BTreeMap<String, Meaning>) -> Self {
        let (patterns, meanings): (Vec<String>, Vec<Meaning>) = patterns.into_iter().unzip();
        // A contiguous NFA: a DFA over 5,000 names in six scripts would take tens of megabytes for little speed.
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(&patterns)
            .ok();
        Self { automaton, patterns, meanings }
    }

    /// Those that lie in `range` of the folded text.
    fn mentions_in(&self, original: &str, folded: &Folded, range: Range<usize>) -> Vec<Mention> {
        let Some(finder) = &self.automaton else { return Vec::new() };
        let text = folded.text();
        let end = range.end.min(text.len());
        let mut from = range.start;
        let mut found = Vec::new();
        while from < end {
            let Some(hit) = finder.find(Input::new(text).range(from..end)) else { break };
            let meaning = self.meanings.get(hit.pattern().as_usize());
            let words = folded.span(hit.range(), original);
            let written = original.get(words.clone()).unwrap_or_default();
            let fits = meaning.filter(|m| on_boundaries(text, hit.range()) && m.capitals.fit(written));
            let Some(meaning) = fits else {
                // Not a name here; another may begin inside it.
                from = text.ceil_char_boundary(hit.start() + 1);
                continue;
            };
            from = hit.end();
            if meaning.states.is_empty() {
                continue;
            }
            let lowered = meaning.capitals == Capitals::Some && !written.chars().any(char::is_uppercase);
            found.push(Mention {
                span: words,
                states: meaning.states.clone(),
                words: written.split_whitespace().collect::<Vec<_>>().join(" "),
                language: meaning.language.clone(),
                weak: meaning.weak || lowered,
            });
        }
        found
    }
}

/// Brings what `ambiguous.csv` says into the patterns.
fn mark(patterns: &mut BTreeMap<String, Meaning>, ambiguous: &[Ambiguous]) {
    for row in ambiguous {
        // "Niger / Nigeria" names a pair to beware of; each is a name of its own. A decoy with two names has both.
        for name in row.name.split(" / ") {
            let folded = Folded::new(name).text().to_owned();
            match (row.kind.as_str(), patterns.get_mut(&folded)) {
                ("decoy", None) => {
                    let capitals = capitals(name);
                    patterns.insert(
                        folded,
                        Meaning { states: Vec::new(), language: String::new(), weak: true, capitals },
                    );
                }
                ("exact", Some(meaning)) => {
                    let missing: Vec<_> =
                        row.states.iter().filter(|s| !meaning.states.contains(s)).copied().collect();
                    meaning.states.extend(missing);
                    meaning.weak = true;
                }
                ("usage", Some(meaning)) => {
                    // The official bearer first; the words alone still leave a choice when there are several.
                    let mut states: Vec<Code> = row.default.into_iter().collect();
                    states.extend(row.states.iter().filter(|s| Some(**s) != row.default));
                    meaning.states = states;
                }
                ("word", Some(meaning)) => meaning.weak = true,
                ("near", Some(meaning)) if !row.name.contains(" / ") => meaning.weak = true,
                _ => {}
            }
        }
    }
    for meaning in patterns.values_mut() {
        if meaning.states.len() > 1
            && !ambiguous.iter().any(|a| a.kind == "usage" && a.states == meaning.states)
        {
            meaning.weak = true;
        }
    }
}

impl Capitals {
    fn fit(self, written: &str) -> bool {
        match self {
            Self::All => !written.chars().any(char::is_lowercase),
            Self::Any | Self::Some => true,
        }
    }
}

fn capitals(name: &str) -> Capitals {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let acronym = letters().count() <= 6 && letters().all(char::is_uppercase) && !name.contains(' ');
    if acronym && letters().next().is_some() {
        Capitals::All
    } else if letters().any(char::is_uppercase) {
        Capitals::Some
    } else {
        Capitals::Any
    }
}

/// Whether a match stands alone as words. Chinese has no boundaries; Arabic writes "and", "for" and "in" on to
/// the next word, and Latin and Cyrillic letters, digits and underscores bound each other.
fn on_boundaries(text: &str, range: Range<usize>) -> bool {
    let mut before = text.get(..range.start).unwrap_or_default().chars().rev();
    let mut after = text.get(range.end..).unwrap_or_default().chars();
    let hit = text.get(range).unwrap_or_default();
    let (Some(first), Some(last)) = (hit.chars().next(), hit.chars().next_back()) else { return false };
    let left = match before.next() {
        Some(c) if joined(c, first) => {
            is_arabic(first)
                && matches!(c, 'و' | 'ل' | 'ب' | 'ك' | 'ف')
                && before.next().is_none_or(|b| !is_arabic(b))
        }
        _ => true,
    };
    left && after.next().is_none_or(|c| !joined(last, c))
}

fn joined(a: char, b: char) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    word(a) && word(b) && !is_han(a) && !is_han(b)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}')
}

//! `states.csv`, `names.csv`, `ambiguous.csv` and the lists, from text to [`States`].

pub(crate) mod rows;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, Source, did_you_mean};
use crate::states::fold::Folded;
use crate::states::names::{Ambiguous, Name, Names};
use crate::states::{Code, Kind, Membership, State, States};
use rows::{Row, Table};

const STATES: &str = "rules/states.csv";
const NAMES: &str = "rules/names.csv";
const AMBIGUOUS: &str = "rules/ambiguous.csv";
const LISTS: &str = "rules/lists/";

const FORMS: [&str; 7] = ["short", "long", "genitive", "former", "alias", "demonym", "capital"];
const BASES: [&str; 5] = ["", "short", "long", "former", "alias"];
const LANGUAGES: [&str; 10] = ["en", "fr", "es", "ar", "ru", "zh", "pt", "de", "it", "rm"];
const AMBIGUITIES: [&str; 6] = ["exact", "usage", "contained", "near", "decoy", "word"];

/// Loads the world from `rules/states.csv`, `rules/names.csv`, `rules/ambiguous.csv` and `rules/lists/*.csv`
/// among `sources`. Other sources are passed over.
///
/// # Errors
/// Every mistake found, by file and place.
pub fn load(sources: &[Source]) -> Result<States, Vec<Diagnostic>> {
    let mut mistakes = Vec::new();
    let states = states(sources, &mut mistakes);
    let known = Known { states: &states };
    let rows = names(sources, &known, &mut mistakes);
    let ambiguous = ambiguous(sources, &known, &mut mistakes);
    let mut lists = BTreeMap::new();
    for source in sources {
        let name = source.path.strip_prefix(LISTS).and_then(|n| n.strip_suffix(".csv"));
        if let Some(name) = name.filter(|n| !n.is_empty() && !n.contains('/')) {
            lists.insert(name.to_owned(), list(source, &known, &mut mistakes));
        }
    }
    if mistakes.is_empty() {
        Ok(States { states, lists, names: Names::new(rows, &ambiguous) })
    } else {
        Err(mistakes)
    }
}

struct Known<'a> {
    states: &'a BTreeMap<Code, State>,
}

impl Known<'_> {
    /// The code in `column`, or a diagnostic with the nearest one.
    fn code(&self, row: &Row<'_>, column: &str, mistakes: &mut Vec<Diagnostic>) -> Option<Code> {
        let text = row.get(column);
        let code = Code::new(text).filter(|c| self.states.contains_key(c));
        if code.is_none() {
            mistakes.push(self.unknown(row, column, text));
        }
        code
    }

    fn unknown(&self, row: &Row<'_>, column: &str, text: &str) -> Diagnostic {
        let codes = self.states.keys().map(Code::as_str);
        let near = did_you_mean(&text.to_uppercase(), codes).map(|c| format!("did you mean `{c}`?"));
        let help = near.unwrap_or_else(|| format!("write one of the codes of `{STATES}`"));
        row.error(column, "unknown-state", format!("no State has the code `{text}`")).help(help)
    }
}

fn required<'a>(sources: &'a [Source], path: &str, mistakes: &mut Vec<Diagnostic>) -> Option<&'a Source> {
    let source = sources.iter().find(|s| s.path == path);
    if source.is_none() {
        mistakes.push(
            Diagnostic::error(path, "missing-file", "the file is not there")
                .help("`verbale init` writes a fresh one to copy from"),
        );
    }
    source
}

fn states(sources: &[Source], mistakes: &mut Vec<Diagnostic>) -> BTreeMap<Code, State> {
    let mut states = BTreeMap::new();
    let Some(source) = required(sources, STATES, mistakes) else { return states };
    let Some(table) = Table::new(source, &["iso3", "kind", "art_en", "regional_group"], mistakes) else {
        return states;
    };
    for row in table.rows(mistakes) {
        let Some(code) = Code::new(row.get("iso3")) else {
            let words = format!("`{}` is not a code of three capital letters", row.get("iso3"));
            mistakes.push(
                row.error("iso3", "bad-code", words).help("write the ISO 3166-1 alpha-3 code, such as `KEN`"),
            );
            continue;
        };
        let kind = match row.get("kind") {
            "member" => Kind::Member,
            "observer" => Kind::Observer,
            "organisation" => Kind::Organisation,
            other => {
                mistakes.push(row.one_of("kind", other, &["member", "observer", "organisation"]));
                continue;
            }
        };
        if !matches!(row.get("art_en"), "" | "the") {
            mistakes.push(row.one_of("art_en", row.get("art_en"), &["the"]));
        }
        let article_en = row.get("art_en") == "the";
        let state = State {
            code,
            iso2: row.get("iso2").to_lowercase(),
            kind,
            article_en,
            regional_group: row.get("regional_group").to_owned(),
        };
        if states.insert(code, state).is_some() {
            mistakes.push(
                row.error("iso3", "duplicate", format!("`{code}` stands here a second time"))
                    .help("keep one of the rows"),
            );
        }
    }
    states
}

fn names(sources: &[Source], known: &Known<'_>, mistakes: &mut Vec<Diagnostic>) -> Vec<Name> {
    let mut names = Vec::new();
    let Some(source) = required(sources, NAMES, mistakes) else { return names };
    let columns = ["iso3", "lang", "form", "name", "base", "until", "source"];
    let Some(table) = Table::new(source, &columns, mistakes) else { return names };
    for row in table.rows(mistakes) {
        let code = known.code(&row, "iso3", mistakes);
        let fine = row.check("lang", &LANGUAGES, mistakes)
            & row.check("form", &FORMS, mistakes)
            & row.check("base", &BASES, mistakes);
        let until = row.date("until", mistakes);
        if Folded::new(row.get("name")).text().trim().chars().count() < 2 {
            mistakes.push(row.error(
                "name",
                "empty-name",
                "a name of fewer than two letters would match everywhere",
            ));
            continue;
        }
        if row.get("form") != "former" && row.get("form") != "genitive" && until.is_some() {
            let words = "only a former name (or its genitive) has an end".to_owned();
            mistakes.push(
                row.error("until", "date-not-expected", words)
                    .help("leave `until` empty, or write `former` as the form"),
            );
        }
        if let (Some(code), true) = (code, fine) {
            names.push(Name {
                code,
                language: row.get("lang").to_owned(),
                form: row.get("form").to_owned(),
                name: row.get("name").to_owned(),
                base: row.get("base").to_owned(),
                until,
                source: row.get("source").to_owned(),
            });
        }
    }
    names
}

fn ambiguous(sources: &[Source], known: &Known<'_>, mistakes: &mut Vec<Diagnostic>) -> Vec<Ambiguous> {
    let mut rows = Vec::new();
    let Some(source) = required(sources, AMBIGUOUS, mistakes) else { return rows };
    let Some(table) = Table::new(source, &["kind", "lang", "name", "iso3s", "default"], mistakes) else {
        return rows;
    };
    for row in table.rows(mistakes) {
        row.check("kind", &AMBIGUITIES, mistakes);
        let mut states = Vec::new();
        for text in row.get("iso3s").split_whitespace() {
            match Code::new(text).filter(|c| known.states.contains_key(c)) {
                Some(code) => states.push(code),
                None => mistakes.push(known.unknown(&row, "iso3s", text)),
            }
        }
        let default =
            if row.get("default").is_empty() { None } else { known.code(&row, "default", mistakes) };
        rows.push(Ambiguous {
            kind: row.get("kind").to_owned(),
            name: row.get("name").to_owned(),
            states,
            default,
        });
    }
    rows
}

fn list(
    source: &Source,
    known: &Known<'_>,
    mistakes: &mut Vec<Diagnostic>,
) -> BTreeMap<Code, Vec<Membership>> {
    let mut list: BTreeMap<Code, Vec<Membership>> = BTreeMap::new();
    let Some(table) = Table::new(source, &["state", "start", "end", "status", "source"], mistakes) else {
        return list;
    };
    for row in table.rows(mistakes) {
        let code = known.code(&row, "state", mistakes);
        row.check("status", &["member", "review", "deferrable"], mistakes);
        let (start, end) = (row.date("start", mistakes), row.date("end", mistakes));
        if let (Some(start), Some(end)) = (start, end)
            && end <= start
        {
            let words = format!("the membership ends on {end}, before or when it starts on {start}");
            mistakes.push(
                row.error("end", "end-before-start", words)
                    .help("the end is the first day on which it no longer holds"),
            );
        }
        if row.get("source").trim().is_empty() {
            let words = "the entry names no source".to_owned();
            mistakes.push(
                row.error("source", "no-source", words)
                    .help("write where it is laid down, such as `A/RES/2768 (XXVI)`"),
            );
        }
        if row.get("status") == "deferrable" && end.is_none() {
            let words = "there is no end that could be put off".to_owned();
            mistakes.push(
                row.error("status", "no-end", words)
                    .help("write the day in `end`, or `member` as the status"),
            );
        }
        let Some(code) = code else { continue };
        let entry = Membership {
            start,
            end,
            review: row.get("status") == "review",
            deferrable: row.get("status") == "deferrable",
            source: row.get("source").to_owned(),
        };
        let others = list.entry(code).or_default();
        if others.iter().any(|other| overlap(other, &entry)) {
            let words = format!("`{code}` is already on the list for some of these days");
            mistakes.push(
                row.error("state", "duplicate", words)
                    .help("end the earlier entry first, or remove one of them"),
            );
        }
        others.push(entry);
    }
    list
}

fn overlap(a: &Membership, b: &Membership) -> bool {
    let before = |end: Option<NaiveDate>, start: Option<NaiveDate>| matches!((end, start), (Some(e), Some(s)) if e <= s);
    !before(a.end, b.start) && !before(b.end, a.start)
}

//! Damage to the rules of the sample desk, one at a time, and whether examples, cases or `check` notice. The table is
//! printed: `cargo test --test suite mutation -- --nocapture`.

use std::collections::BTreeMap;
use std::path::Path;

use verbale::diagnostic::{Severity, Source};
use verbale::folder::{self, Desk};
use verbale::rules;

/// One damaged file.
struct Damage {
    kind: &'static str,
    what: String,
    path: &'static str,
    text: String,
}

const CHECKS: &str = "rules/checks.toml";
const EVENTS: &str = "rules/events.toml";

fn sources(root: &Path) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in ["rules", "rules/lists", "templates"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The tables `[[name]]` of a file, each with its whole text.
fn tables<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let mark = format!("[[{name}]]\n");
    let starts: Vec<usize> = text
        .match_indices(&mark)
        .map(|(at, _)| at)
        .filter(|at| *at == 0 || text[..*at].ends_with('\n'))
        .collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(from, to)| &text[*from..to]).collect()
}

fn line<'t>(table: &'t str, key: &str) -> Option<&'t str> {
    table.lines().find(|line| line.starts_with(&format!("{key} = ")))
}

/// A day later and a day earlier.
fn moved(date: &str) -> [String; 2] {
    let day: chrono::NaiveDate = date.parse().unwrap();
    [day.succ_opt().unwrap().to_string(), day.pred_opt().unwrap().to_string()]
}

fn turned(require: &str) -> Vec<String> {
    let turns = [
        (" == ", " != "),
        (" <= ", " > "),
        (" <= ", " < "),
        (" >= ", " < "),
        (" > ", " <= "),
        (" > ", " >= "),
    ];
    let mut all: Vec<String> = turns
        .iter()
        .filter(|(from, _)| require.contains(from))
        .map(|(from, to)| require.replacen(from, to, 1))
        .collect();
    if all.is_empty() {
        let inner = require.trim_start_matches("require = \"").trim_end_matches('"');
        all.push(format!("require = \"!({inner})\""));
    }
    for (from, to) in [(" && ", " || "), (" || ", " && "), (".all(", ".exists(")] {
        if require.contains(from) {
            all.push(require.replacen(from, to, 1));
        }
    }
    all
}

fn damages(sources: &[Source]) -> Vec<Damage> {
    let of = |path: &str| sources.iter().find(|s| s.path == path).unwrap().text.as_str();
    let (checks, events) = (of(CHECKS), of(EVENTS));
    let mut found = Vec::new();
    for table in tables(checks, "check") {
        let id = line(table, "id").unwrap().trim_start_matches("id = ").trim_matches('"').to_owned();
        let mut add = |kind, what: String, now: String| {
            let text = checks.replacen(table, &now, 1);
            assert_ne!(text, checks, "{id}: {what} changes nothing");
            found.push(Damage { kind, what: format!("{id}: {what}"), path: CHECKS, text });
        };
        let require = line(table, "require").unwrap();
        for to in turned(require) {
            add("comparison turned", to.clone(), table.replacen(require, &to, 1));
        }
        for (from, to) in [
            ("'developing'", "'ldc'"),
            ("'new_york'", "'geneva'"),
            ("'note_verbale'", "'letter'"),
            ("'pass'", "'fail'"),
        ] {
            if require.contains(from) {
                add(
                    "list swapped",
                    format!("{from} to {to}"),
                    table.replacen(require, &require.replacen(from, to, 1), 1),
                );
            }
        }
        for key in ["otherwise", "unknown"] {
            let was = line(table, key).unwrap();
            let effects = if key == "otherwise" {
                &["decline", "ask", "hold", "note"][..]
            } else {
                &["ask", "hold", "note"]
            };
            for effect in effects.iter().filter(|effect| !was.contains(**effect)) {
                let now = format!("{key} = \"{effect}\"");
                add("effect changed", now.clone(), table.replacen(was, &now, 1));
            }
        }
        add("rule removed", "removed".to_owned(), String::new());
    }
    for table in tables(events, "event").into_iter().filter(|table| table.contains("covered = \"yes\"")) {
        let id = line(table, "id").unwrap().trim_start_matches("id = ").trim_matches('"').to_owned();
        for key in ["start", "deadline"] {
            let Some(was) = line(table, key) else { continue };
            let at = was.find("20").unwrap();
            let date = &was[at..at + 10];
            for to in moved(date) {
                let now = table.replacen(was, &was.replacen(date, &to, 1), 1);
                let what = format!("{id}: {key} {date} to {to}");
                found.push(Damage {
                    kind: "date moved",
                    what,
                    path: EVENTS,
                    text: events.replacen(table, &now, 1),
                });
            }
        }
    }
    for days in ["20", "22"] {
        let text = events.replacen("deadline_days = 21", &format!("deadline_days = {days}"), 1);
        found.push(Damage {
            kind: "date moved",
            what: format!("deadline_days 21 to {days}"),
            path: EVENTS,
            text,
        });
    }
    found
}

/// What notices the damage: an error, or a remark that was not there before.
fn noticed(desk: &Desk, sources: &[Source], damage: &Damage, before: &[String]) -> Option<&'static str> {
    let damaged: Vec<Source> = sources
        .iter()
        .map(|s| {
            if s.path == damage.path {
                Source { path: s.path.clone(), text: damage.text.clone() }
            } else {
                s.clone()
            }
        })
        .collect();
    match rules::load(&damaged, &desk.office.states, &desk.office.zone, &desk.office.zones) {
        Err(found) => found.iter().any(|d| d.severity == Severity::Error).then_some("error"),
        Ok((_, notices)) => notices.iter().any(|n| !before.contains(&n.message)).then_some("notice"),
    }
}

#[test]
fn damage_to_the_sample_desk_is_noticed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = folder::load(root).unwrap();
    let sources = sources(root);
    let (_, notices) =
        rules::load(&sources, &desk.office.states, &desk.office.zone, &desk.office.zones).unwrap();
    let before: Vec<String> = notices.into_iter().map(|n| n.message).collect();
    let damages = damages(&sources);
    let mut table: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut survivors = Vec::new();
    for damage in &damages {
        let row = table.entry(damage.kind).or_default();
        row[0] += 1;
        match noticed(&desk, &sources, damage, &before) {
            Some("error") => row[1] += 1,
            Some(_) => row[2] += 1,
            None => survivors.push(format!("{}: {}", damage.kind, damage.what)),
        }
    }
    println!("{:<20} {:>6} {:>8} {:>8} {:>9}", "damage", "tried", "errors", "notices", "survived");
    for (kind, [tried, errors, notices]) in &table {
        println!("{kind:<20} {tried:>6} {errors:>8} {notices:>8} {:>9}", tried - errors - notices);
    }
    println!("survivors:\n  {}", survivors.join("\n  "));
    assert_eq!(table.len(), 5, "five ways of damage");
    let share = 100 * (damages.len() - survivors.len()) / damages.len();
    println!("{share} % of {} are noticed", damages.len());
    assert!(share >= 95, "only {share} %");
}

//! `tests/broken/NN-slug/`: desks with mistakes, and what `verbale check` says of each.
//!
//! A folder holds only the files that differ from the sample desk; `x.csv.append` is added to the end of `x.csv`.
//! `expected.txt` holds every error, and the notices about the files of the folder that the sample desk does not get. `UPDATE=1` rewrites it: read the
//! messages aloud before committing them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use verbale::diagnostic::{Diagnostic, Severity};
use verbale::folder;

const CASES: &str = "rules/cases.toml";

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(root).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()).collect();
    cases.sort();
    cases
}

/// The files of a case by their paths in the desk, appended ones with their base.
fn files(case: &Path) -> BTreeMap<String, PathBuf> {
    fn walk(dir: &Path, root: &Path, found: &mut BTreeMap<String, PathBuf>) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, found);
            } else if path.file_name().is_some_and(|n| n != "expected.txt" && n != "why.txt") {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, path);
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(case, case, &mut found);
    found
}

/// `file:line:col: error[code]: message`, then `help: …`; columns count characters.
fn line(desk: &Path, diagnostic: &Diagnostic) -> String {
    let text = std::fs::read_to_string(desk.join(&diagnostic.file)).unwrap_or_default();
    let mut place = diagnostic.file.clone();
    if let Some(span) = diagnostic.span {
        assert!(span.start <= span.end && span.end <= text.len(), "{diagnostic:?} lies outside the file");
        let before = text.get(..span.start).unwrap_or_else(|| panic!("{diagnostic:?} splits a character"));
        assert!(text.get(span.start..span.end).is_some(), "{diagnostic:?} splits a character");
        let row = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        write!(place, ":{row}:{column}").unwrap();
    }
    let kind = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Notice => "notice",
    };
    let mut lines = format!("{place}: {kind}[{}]: {}\n", diagnostic.code, diagnostic.message);
    if let Some(help) = &diagnostic.help {
        writeln!(lines, "help: {help}").unwrap();
    }
    lines
}

/// What is remarked of the sample desk itself.
fn of_the_sample() -> Vec<String> {
    let desk = tempfile::tempdir().unwrap();
    folder::sample::write(desk.path()).unwrap();
    folder::load(desk.path()).unwrap().notices.into_iter().map(|n| n.message).collect()
}

fn said_of(case: &Path, of_the_sample: &[String]) -> String {
    let desk = tempfile::tempdir().unwrap();
    folder::sample::write(desk.path()).unwrap();
    let mut changed = Vec::new();
    for (name, from) in files(case) {
        let bytes = std::fs::read(from).unwrap();
        let base = name.strip_suffix(".append").unwrap_or(&name).to_owned();
        let to = desk.path().join(&base);
        if base == name {
            std::fs::create_dir_all(to.parent().unwrap()).unwrap();
            std::fs::write(to, bytes).unwrap();
        } else {
            let mut whole = std::fs::read(&to).unwrap();
            whole.extend(bytes);
            std::fs::write(to, whole).unwrap();
        }
        changed.push(base);
    }
    // The sample's cases name what stands in the sample's rules.
    let replaced = |name: &str| case.join(name).exists();
    if (replaced("rules/checks.toml") || replaced("rules/events.toml"))
        && !changed.contains(&CASES.to_owned())
    {
        std::fs::remove_file(desk.path().join(CASES)).unwrap();
    }
    let found = match folder::load(desk.path()) {
        Ok(desk) => desk.notices,
        Err(found) => found,
    };
    let news = |d: &&Diagnostic| changed.contains(&d.file) && !of_the_sample.contains(&d.message);
    let told = found.iter().filter(|d| d.severity == Severity::Error || news(d));
    told.map(|d| line(desk.path(), d)).collect()
}

#[test]
fn every_broken_desk_gets_its_exact_diagnosis() {
    let update = std::env::var_os("UPDATE").is_some();
    let cases = cases();
    assert!(cases.len() >= 90, "only {} broken desks", cases.len());
    let mut wrong = Vec::new();
    let of_the_sample = of_the_sample();
    for case in cases {
        let found = said_of(&case, &of_the_sample);
        let file = case.join("expected.txt");
        let expected = std::fs::read_to_string(&file).unwrap_or_default();
        if found.is_empty() {
            wrong.push(format!("{}: nothing was found", case.display()));
        } else if found != expected && update {
            std::fs::write(&file, found).unwrap();
        } else if found != expected {
            wrong.push(format!("{}\n--- expected\n{expected}--- found\n{found}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}\nUPDATE=1 rewrites expected.txt", wrong.join("\n"));
}

/// What an officer reads has no jargon of the program, and every error says what to do.
#[test]
fn every_error_says_what_to_do() {
    for case in cases() {
        let expected = std::fs::read_to_string(case.join("expected.txt")).unwrap();
        let lines: Vec<&str> = expected.lines().collect();
        for (at, line) in lines.iter().enumerate().filter(|(_, l)| l.contains("error[")) {
            // The grammar of TOML is told by its parser.
            if line.contains("error[toml") {
                continue;
            }
            let next = lines.get(at + 1).copied().unwrap_or_default();
            assert!(next.starts_with("help: "), "{}: no help after\n{line}", case.display());
        }
    }
}

/// A desk to which notes come from Geneva says so once, and all its examples and cases start from there.
#[test]
fn examples_and_cases_start_from_what_the_desk_says_once() {
    let desk = tempfile::tempdir().unwrap();
    let languages = [verbale::states::Language::En].into();
    folder::sample::write_desk(desk.path(), &folder::sample::Which::Blank(languages)).unwrap();
    for file in ["rules/checks.toml", CASES] {
        let path = desk.path().join(file);
        let text = std::fs::read_to_string(&path).unwrap();
        let turned = text.replace("new_york", "¤").replace("geneva", "new_york").replace('¤', "geneva");
        std::fs::write(&path, turned).unwrap();
    }
    let mistakes = || folder::load(desk.path()).err().unwrap_or_default();
    assert_eq!(mistakes(), Vec::new());
    // Without that line they start from New York.
    let path = desk.path().join("rules/checks.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.starts_with("facts = { note.channel = \"geneva\" }   #")).collect();
    assert_eq!(lines.len() + 1, text.lines().count());
    std::fs::write(&path, lines.join("\n")).unwrap();
    assert!(mistakes().len() > 10);
}

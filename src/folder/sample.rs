//! The desks carried inside the program: `init` writes them; `demo` runs on the sample and on the bundled mailbox.

use std::collections::BTreeSet;
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::rules::schema;
use crate::rules::shape::{self, KEPT_FOR_LATER};
use crate::states::Language;

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static BLANK: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/desks/blank");
static MAILBOX: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/mailbox");
static DESK: &str = include_str!("../../desk.toml");

/// A desk that can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// The sample: the fund of the migration compact, with its whole calendar.
    Sample,
    /// That of a fund to be, which writes its letters in these languages: one meeting, and `EDIT` at what is to be put in
    /// its place. English is always among them.
    Blank(BTreeSet<Language>),
}

/// The languages in which the blank desk can write letters.
pub fn languages() -> BTreeSet<Language> {
    BLANK
        .files()
        .chain(BLANK.dirs().flat_map(Dir::files))
        .filter_map(|file| template_language(file.path()))
        .collect()
}

/// The language of a template, by its name.
fn template_language(path: &Path) -> Option<Language> {
    let name = path.strip_prefix("templates").ok()?.to_str()?.strip_suffix(".txt")?;
    Language::from_code(name.rsplit_once('.')?.1)
}

/// Writes the sample desk into `dir` and returns the number of files.
///
/// # Errors
/// A file cannot be written.
pub fn write(dir: &Path) -> std::io::Result<usize> {
    write_desk(dir, &Which::Sample)
}

/// Writes this desk into `dir` and returns the number of files.
///
/// # Errors
/// A file cannot be written.
pub fn write_desk(dir: &Path, which: &Which) -> std::io::Result<usize> {
    std::fs::create_dir_all(dir)?;
    let mut written = 0;
    match which {
        Which::Sample => {
            std::fs::write(dir.join("desk.toml"), DESK)?;
            written += 1;
            for (name, folder) in [("rules", &RULES), ("templates", &TEMPLATES)] {
                let to = dir.join(name);
                std::fs::create_dir_all(&to)?;
                folder.extract(&to)?;
                written += count(folder);
            }
        }
        Which::Blank(languages) => {
            written += write_blank(dir, &BLANK, languages)?;
            // Every list that is kept up to date; those that no rule of the blank desk asks are marked.
            for list in RULES.get_dir("lists").into_iter().flat_map(Dir::files) {
                let to = dir.join("rules").join(list.path());
                if !to.exists() {
                    let text =
                        [KEPT_FOR_LATER.as_bytes(), b": no rule asks this list yet\n", list.contents()]
                            .concat();
                    std::fs::write(to, text)?;
                    written += 1;
                }
            }
        }
    }
    // What editors complete from; `verbale schema` prints the same.
    let to = dir.join("schemas");
    std::fs::create_dir_all(&to)?;
    for file in &shape::FILES {
        let text = serde_json::to_string_pretty(&schema::of(file)).unwrap_or_default();
        std::fs::write(to.join(format!("{}.json", file.name)), text + "\n")?;
        written += 1;
    }
    Ok(written)
}

/// Writes the files of `from`, without what is in other languages than these.
fn write_blank(dir: &Path, from: &Dir<'_>, languages: &BTreeSet<Language>) -> std::io::Result<usize> {
    let mut written = 0;
    let others: Vec<&str> =
        Language::ALL.iter().filter(|l| !languages.contains(l)).map(|l| Language::code(*l)).collect();
    for file in from.files() {
        if template_language(file.path()).is_some_and(|language| !languages.contains(&language)) {
            continue;
        }
        let to = dir.join(file.path());
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder)?;
        }
        match file.contents_utf8().filter(|_| to.extension().is_some_and(|e| e == "toml")) {
            Some(text) => std::fs::write(&to, without(text, &others))?,
            None => std::fs::write(&to, file.contents())?,
        }
        written += 1;
    }
    for folder in from.dirs() {
        written += write_blank(dir, folder, languages)?;
    }
    Ok(written)
}

/// `text` without words in these languages: lines `fr = "…"`, and `, fr = "…"` within a line.
fn without(text: &str, languages: &[&str]) -> String {
    let mut lines = String::new();
    for line in text.split_inclusive('\n') {
        if languages.iter().any(|code| line.starts_with(&format!("{code} = \""))) {
            continue;
        }
        let mut line = line.to_owned();
        for code in languages {
            let begin = format!(", {code} = \"");
            while let Some((before, after)) = line.split_once(&begin) {
                let Some((_, rest)) = after.split_once('"') else { break };
                line = format!("{before}{rest}");
            }
        }
        lines.push_str(&line);
    }
    lines
}

/// Makes the sample desk in `dir` believe this mail server, whose marks the bundled mail bears.
///
/// # Errors
/// desk.toml cannot be written.
pub fn trust(dir: &Path, host: &str) -> std::io::Result<()> {
    let mut text = DESK.to_owned();
    for setting in ["authentication_results", "relays"] {
        text = text.replace(&format!("\n{setting} = []"), &format!("\n{setting} = [\"{host}\"]"));
    }
    std::fs::write(dir.join("desk.toml"), text)
}

/// Writes the bundled mailbox into `dir` as a Maildir.
///
/// # Errors
/// A file cannot be written.
pub fn deliver(dir: &Path) -> std::io::Result<()> {
    for part in ["tmp", "new", "cur"] {
        std::fs::create_dir_all(dir.join(part))?;
    }
    for file in MAILBOX.files() {
        let name = file.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // The delivery stamp, 10 August 2017, serves only where a message has no Received line of a trusted host.
        std::fs::write(dir.join("new").join(format!("1502323200.{name}.fund.example")), file.contents())?;
    }
    Ok(())
}

fn count(folder: &Dir<'_>) -> usize {
    folder.files().count() + folder.dirs().map(count).sum::<usize>()
}

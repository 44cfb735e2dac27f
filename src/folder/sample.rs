//! The desks carried inside the program: `init` writes them; `demo` runs on the sample and on the bundled mailbox.

use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::rules::schema;
use crate::rules::shape;

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static BLANK: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/desks/blank");
static MAILBOX: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/demo/mailbox");
static DESK: &str = include_str!("../../desk.toml");

/// A desk that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The sample: the fund of the migration compact, with its whole calendar.
    Sample,
    /// That of a fund to be: one meeting, and `EDIT` at what is to be put in its place.
    Blank,
}

/// Writes the sample desk into `dir` and returns the number of files.
///
/// # Errors
/// A file cannot be written.
pub fn write(dir: &Path) -> std::io::Result<usize> {
    write_desk(dir, Which::Sample)
}

/// Writes this desk into `dir` and returns the number of files.
///
/// # Errors
/// A file cannot be written.
pub fn write_desk(dir: &Path, which: Which) -> std::io::Result<usize> {
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
        Which::Blank => {
            BLANK.extract(dir)?;
            written += count(&BLANK);
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

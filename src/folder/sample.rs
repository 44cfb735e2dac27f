//! The sample desk, carried inside the program: `init` writes it, `demo` runs on it.

use std::path::Path;

use include_dir::{Dir, include_dir};

static RULES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/rules");
static TEMPLATES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/templates");
static DESK: &str = include_str!("../../desk.toml");

/// Writes the sample desk into `dir` and returns the number of files.
///
/// # Errors
/// A file cannot be written.
pub fn write(dir: &Path) -> std::io::Result<usize> {
    std::fs::create_dir_all(dir)?;
    let mut written = 1;
    std::fs::write(dir.join("desk.toml"), DESK)?;
    for (name, folder) in [("rules", &RULES), ("templates", &TEMPLATES)] {
        let to = dir.join(name);
        std::fs::create_dir_all(&to)?;
        folder.extract(&to)?;
        written += count(folder);
    }
    Ok(written)
}

fn count(folder: &Dir<'_>) -> usize {
    folder.files().count() + folder.dirs().map(count).sum::<usize>()
}

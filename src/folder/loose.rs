//! The texts of a desk folder before anything is made of them: from the disk, from another folder laid over it, or from
//! a revision of its history.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::diagnostic::{Diagnostic, Source};
use crate::folder::revision;

/// Text files above this size are not staff's.
const MAX_FILE: u64 = 8 << 20;

/// The folders of a desk and the endings of the files in them that count.
const FOLDERS: [(&str, [&str; 2]); 3] =
    [("rules", ["toml", "csv"]), ("rules/lists", ["csv", "csv"]), ("templates", ["txt", "txt"])];

/// The texts of a desk folder.
#[derive(Debug, Clone)]
pub struct Loose {
    /// Paths in desk.toml are relative to this folder.
    pub(super) dir: PathBuf,
    pub(super) desk_toml: Source,
    pub(super) sources: Vec<Source>,
}

impl Loose {
    /// The desk folder `dir` as it lies on the disk.
    ///
    /// # Errors
    /// Files that are missing or cannot be read.
    pub fn of(dir: &Path) -> Result<Self, Vec<Diagnostic>> {
        let (desk_toml, sources) = sources(dir)?;
        Ok(Self { dir: dir.to_owned(), desk_toml, sources })
    }

    /// The text of the file at this path; empty where there is none.
    pub fn text(&self, path: &str) -> String {
        let all = self.sources.iter().chain([&self.desk_toml]);
        all.into_iter()
            .find(|source| source.path == path)
            .map(|source| source.text.clone())
            .unwrap_or_default()
    }

    /// The desk folder `desk` with the folder `edited` in place of its own files: a whole desk folder, one that has
    /// only `rules/` or `templates/`, or such a `rules` folder itself.
    ///
    /// # Errors
    /// As [`Self::of`]; also when `edited` holds none of these.
    pub fn with(desk: &Path, edited: &Path) -> Result<Self, Vec<Diagnostic>> {
        if edited.join("desk.toml").is_file() {
            return Self::of(edited);
        }
        let whole = Self::of(desk)?;
        let rules = ["checks.toml", "events.toml"].iter().any(|name| edited.join(name).is_file());
        let parts: Vec<(&str, PathBuf)> = if rules {
            vec![("rules", edited.to_owned())]
        } else {
            ["rules", "templates"]
                .map(|part| (part, edited.join(part)))
                .into_iter()
                .filter(|(_, p)| p.is_dir())
                .collect()
        };
        if parts.is_empty() {
            let words = format!("`{}` holds no rules and no templates", edited.display());
            let help = "name a desk folder, or a folder with rules/ or templates/, or a rules folder";
            return Err(vec![
                Diagnostic::error(edited.display().to_string(), "missing-folder", words).help(help),
            ]);
        }
        let mut sources = whole.sources;
        let mut diagnostics = Vec::new();
        for (part, place) in parts {
            let below = format!("{part}/");
            sources.retain(|source| !source.path.starts_with(&below));
            for (folder, endings) in
                FOLDERS.iter().filter(|(folder, _)| *folder == part || folder.starts_with(&below))
            {
                let inner = folder.strip_prefix(part).unwrap_or_default().trim_start_matches('/');
                gather(&place.join(inner), folder, endings, &mut sources, &mut diagnostics);
            }
        }
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        if diagnostics.is_empty() { Ok(Self { sources, ..whole }) } else { Err(diagnostics) }
    }

    /// The desk folder `dir` as the revision `name` of its history has it.
    ///
    /// # Errors
    /// There is no such revision, or no desk folder in it; git's own words are told.
    pub fn at_revision(dir: &Path, name: &str) -> Result<Self, Vec<Diagnostic>> {
        let files = revision::files(dir, name)
            .map_err(|words| vec![Diagnostic::error("desk.toml", "revision", words)])?;
        let mut desk_toml = None;
        let mut sources = Vec::new();
        let mut diagnostics = Vec::new();
        for (path, bytes) in files {
            if path != "desk.toml" && !is_wanted(&path) {
                continue;
            }
            match utf8(&path, bytes) {
                Ok(source) if path == "desk.toml" => desk_toml = Some(source),
                Ok(source) => sources.push(source),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        sources.sort_by(|a, b| a.path.cmp(&b.path));
        match desk_toml {
            Some(desk_toml) if diagnostics.is_empty() => Ok(Self { dir: dir.to_owned(), desk_toml, sources }),
            Some(_) => Err(diagnostics),
            None => {
                let words = format!("the revision `{name}` has no desk.toml in this folder");
                Err(vec![Diagnostic::error("desk.toml", "revision", words)])
            }
        }
    }
}

/// Sizes and times of the files that count: two that are equal were taken of the same texts, unless somebody forged
/// the clock. Cheap enough to be taken every few seconds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamps(Vec<(PathBuf, u64, Option<SystemTime>)>);

impl Stamps {
    /// Of the desk folder `dir`, whether it is whole or not.
    pub fn of(dir: &Path) -> Self {
        let mut files = vec![dir.join("desk.toml")];
        for (folder, endings) in FOLDERS {
            let entries = std::fs::read_dir(dir.join(folder)).into_iter().flatten().flatten();
            files.extend(
                entries.filter(|e| counts(&e.file_name().to_string_lossy(), &endings)).map(|e| e.path()),
            );
        }
        files.sort();
        let stamp = |path: PathBuf| {
            let data = std::fs::metadata(&path).ok()?;
            Some((path, data.len(), data.modified().ok()))
        };
        Self(files.into_iter().filter_map(stamp).collect())
    }
}

/// Whether a path relative to the desk folder is one of its text files.
fn is_wanted(path: &str) -> bool {
    let Some((folder, name)) = path.rsplit_once('/') else { return false };
    FOLDERS.iter().any(|(f, endings)| *f == folder && counts(name, endings))
}

/// Editors leave `.x.swp` and `x~` behind.
fn counts(name: &str, endings: &[&str]) -> bool {
    !name.starts_with('.')
        && endings.iter().any(|e| name.strip_suffix(e).is_some_and(|stem| stem.ends_with('.')))
}

pub(super) fn desk_toml(dir: &Path) -> Result<Source, Vec<Diagnostic>> {
    text(&dir.join("desk.toml"), "desk.toml").map_err(|d| {
        let help = format!("`verbale init {}` writes a fresh desk folder", dir.display());
        vec![d.help(help)]
    })
}

/// desk.toml, and all text files of `rules/`, `rules/lists/` and `templates/`, sorted by path.
fn sources(dir: &Path) -> Result<(Source, Vec<Source>), Vec<Diagnostic>> {
    let desk_toml = desk_toml(dir)?;
    let mut diagnostics = Vec::new();
    let mut sources = Vec::new();
    for (folder, endings) in FOLDERS {
        let there = gather(&dir.join(folder), folder, &endings, &mut sources, &mut diagnostics);
        if !there && folder != "rules/lists" {
            let words = format!("the folder `{folder}` is missing");
            diagnostics.push(Diagnostic::error(folder, "missing-folder", words));
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    if diagnostics.is_empty() { Ok((desk_toml, sources)) } else { Err(diagnostics) }
}

/// Reads the files of `place`, which stands for `folder` of a desk. Says whether there is such a folder.
fn gather(
    place: &Path,
    folder: &str,
    endings: &[&str],
    sources: &mut Vec<Source>,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let Ok(entries) = std::fs::read_dir(place) else { return false };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if counts(&name, endings) && entry.path().is_file() {
            match text(&entry.path(), &format!("{folder}/{name}")) {
                Ok(source) => sources.push(source),
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
    }
    true
}

fn text(full: &Path, path: &str) -> Result<Source, Diagnostic> {
    let size = std::fs::metadata(full).map_or(0, |m| m.len());
    if size > MAX_FILE {
        return Err(too_large(path, size));
    }
    let bytes = std::fs::read(full).map_err(|error| {
        Diagnostic::error(path, "missing-file", format!("`{path}` cannot be read: {error}"))
    })?;
    utf8(path, bytes)
}

fn too_large(path: &str, size: u64) -> Diagnostic {
    Diagnostic::error(path, "too-large", format!("`{path}` has {} MiB; is it a text file?", size >> 20))
}

fn utf8(path: &str, bytes: Vec<u8>) -> Result<Source, Diagnostic> {
    if bytes.len() as u64 > MAX_FILE {
        return Err(too_large(path, bytes.len() as u64));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Diagnostic::error(path, "not-utf-8", format!("`{path}` is not UTF-8 text (byte {at})"))
            .help("save it as UTF-8 in your editor")
    })?;
    // Some editors put a byte-order mark in front.
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(Source { path: path.to_owned(), text })
}

//! Confined children that open hostile bytes: mail, HTML, papers. What comes back is plain, bounded, owned data.
//!
//! A child is our own binary, started with the hidden command `worker`. It confines itself (`confine`) before it
//! reads one byte, then answers frames (`frame`) on its standard streams until they close. A PDF is opened by
//! `pdftotext` as a child of the child, which inherits the confinement. `pool` keeps the children, bounds their
//! time and replaces those that die.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize};

mod archive;
mod bidi;
mod bytes;
mod cfb;
mod charset;
mod child;
mod cmap;
mod confine;
mod doc;
mod docx;
mod flowed;
mod frame;
mod html;
mod kind;
mod layout;
mod mail;
mod ocr;
mod odt;
mod paper;
mod pdf;
mod pool;
mod rtf;
mod smime;
mod strokes;
mod table;
mod tnef;
mod tool;
pub mod unconfined;
mod xml;

pub use child::serve;
pub use pool::{Workers, confinement, trials};

/// What a child may use up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Wall-clock time for one message with its papers.
    pub time: Duration,
    /// Address space in bytes.
    pub memory: u64,
    /// Bytes of text taken from one paper (and from the body).
    pub text: u64,
    /// Pages read of one paper.
    pub pages: u32,
    /// Papers opened of one message.
    pub papers: u32,
    /// Further wall-clock time for reading the scans of one message.
    pub scan_time: Duration,
    /// Scanned pages read of one paper.
    pub scan_pages: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(20),
            memory: 1 << 30,
            text: 2 << 20,
            pages: 100,
            papers: 50,
            scan_time: Duration::from_secs(120),
            scan_pages: 20,
        }
    }
}

impl Limits {
    /// As arguments of the hidden command, read back by [`Limits::parse`].
    fn arguments(&self) -> [String; 7] {
        [
            format!("time={}", self.time.as_millis()),
            format!("memory={}", self.memory),
            format!("text={}", self.text),
            format!("pages={}", self.pages),
            format!("papers={}", self.papers),
            format!("scan_time={}", self.scan_time.as_millis()),
            format!("scan_pages={}", self.scan_pages),
        ]
    }

    /// From `name=number` arguments; what is missing or wrong keeps its default.
    fn parse(arguments: &[String]) -> Self {
        let mut limits = Self::default();
        for (name, value) in arguments.iter().filter_map(|a| a.split_once('=')) {
            let Ok(number) = value.parse::<u64>() else { continue };
            let small = u32::try_from(number).unwrap_or(u32::MAX);
            match name {
                "time" => limits.time = Duration::from_millis(number),
                "memory" => limits.memory = number,
                "text" => limits.text = number,
                "pages" => limits.pages = small,
                "papers" => limits.papers = small,
                "scan_time" => limits.scan_time = Duration::from_millis(number),
                "scan_pages" => limits.scan_pages = small,
                _ => {}
            }
        }
        limits
    }
}

/// How children are confined on this host.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Confinement {
    /// Whether landlock is in force.
    pub landlock: bool,
    /// Whether the seccomp filter is in force.
    pub seccomp: bool,
    /// What is missing and how to get it; empty when all is well.
    pub missing: Vec<String>,
}

/// One forbidden thing that a child tried in order to prove its confinement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// What was tried: `read-passwd`, `write-tmp`, `open-socket`, `signal-parent`.
    pub what: String,
    /// Whether the kernel refused it with EACCES or EPERM.
    pub refused: bool,
    /// The kernel's words.
    pub words: String,
}

/// The version of what [`Workers::extract`] makes of the same bytes; stored beside it.
pub const EXTRACTOR: u32 = 2;

/// What can read scans on this host.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scanning {
    /// The languages that scans are read in, by their English names.
    pub languages: Vec<&'static str>,
    /// Packages to install for the others.
    pub missing: Vec<String>,
}

/// Looks along `PATH` for what reads scans.
pub fn scanning() -> Scanning {
    let folders: Vec<PathBuf> =
        std::env::var_os("PATH").map(|p| std::env::split_paths(&p).collect()).unwrap_or_default();
    let mut found = Scanning::default();
    if tool(&folders, "pdftoppm").is_none() {
        found.missing.push("poppler-utils".to_owned());
    }
    let installed = tool(&folders, "tesseract").map(|t| ocr::languages(&t));
    if installed.is_none() {
        found.missing.push("tesseract-ocr".to_owned());
    }
    let installed = installed.unwrap_or_default();
    for (model, package, reads) in ocr::WANTED {
        if installed.iter().any(|l| l == model) {
            found.languages.extend(reads);
        } else {
            found.missing.push(format!("tesseract-ocr-{package}"));
        }
    }
    found
}

/// Where `name` lies in `folders`.
fn tool(folders: &[PathBuf], name: &str) -> Option<PathBuf> {
    folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file())
}

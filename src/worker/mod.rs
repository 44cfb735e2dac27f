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
mod confine;
mod doc;
mod docx;
mod flowed;
mod frame;
mod html;
mod kind;
mod layout;
mod mail;
mod odt;
mod paper;
mod pdf;
mod pool;
mod rtf;
mod smime;
mod tnef;
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
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(20), memory: 1 << 30, text: 2 << 20, pages: 100, papers: 50 }
    }
}

impl Limits {
    /// As arguments of the hidden command, read back by [`Limits::parse`].
    fn arguments(&self) -> [String; 5] {
        [
            format!("time={}", self.time.as_millis()),
            format!("memory={}", self.memory),
            format!("text={}", self.text),
            format!("pages={}", self.pages),
            format!("papers={}", self.papers),
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

/// Where `name` lies in `folders`.
fn tool(folders: &[PathBuf], name: &str) -> Option<PathBuf> {
    folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file())
}

//! Confined children that open hostile bytes: mail, HTML, papers. What comes back is plain, bounded, owned data.

use std::path::PathBuf;
use std::time::Duration;

use crate::message::Message;

/// What a child may use up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Wall-clock time for one message or paper.
    pub time: Duration,
    /// Address space in bytes.
    pub memory: u64,
    /// Bytes of text taken from one paper.
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

/// How children are confined on this host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confinement {
    /// Whether landlock is in force.
    pub landlock: bool,
    /// Whether the seccomp filter is in force.
    pub seccomp: bool,
    /// What is missing and how to get it; empty when all is well.
    pub missing: Vec<String>,
}

/// A pool of confined children of our own binary. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Workers {}

/// The version of what [`Workers::extract`] makes of the same bytes; stored beside it.
pub const EXTRACTOR: u32 = 1;

impl Workers {
    /// A pool of up to `size` children of `program` (our own binary, which knows the hidden `worker` command).
    /// Children start when first needed and end after a while without work.
    pub fn new(program: PathBuf, limits: Limits, size: usize) -> Self {
        let _ = (program, limits, size);
        Self {}
    }

    /// Opens one raw message with all its papers. A message that kills or stalls its child comes back with
    /// `troubles` (`parser-died`, `too-slow`) and whatever could be had; other messages are not delayed.
    ///
    /// # Errors
    /// Only when no child can be started at all: try again later.
    pub async fn extract(&self, raw: Vec<u8>) -> Result<Message, std::io::Error> {
        let _ = raw;
        Ok(Message::default())
    }
}

/// What is in force on this host, found by trying it in a child of `program`.
pub async fn confinement(program: &std::path::Path) -> Confinement {
    let _ = program;
    Confinement { landlock: false, seccomp: false, missing: Vec::new() }
}

/// The child: confines itself, then answers requests on standard input until it closes. Called by `main` for the
/// hidden command `worker`.
pub fn serve() -> std::process::ExitCode {
    std::process::ExitCode::FAILURE
}

//! Where letters go: an SMTP relay or a folder of files. Three verdicts: Delivered, Later, Never.

use std::path::PathBuf;
use std::time::Duration;

use crate::mailbox::Tls;

/// Where letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settings {
    /// An SMTP relay.
    Smtp(SmtpSettings),
    /// A folder; each letter becomes one `.eml` file, written whole or not at all.
    Files(PathBuf),
}

/// An SMTP relay.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// More certificates to trust, as PEM.
    pub ca: Option<Vec<u8>>,
    /// User name and password, where the relay wants them.
    pub login: Option<(String, String)>,
    /// The name we greet with (EHLO).
    pub hello: String,
    /// Time limit for one network operation.
    pub timeout: Duration,
    /// Connections at the same time, when there is much to send.
    pub connections: usize,
}

impl std::fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "smtp {}:{}", self.host, self.port)
    }
}

/// What became of an attempt, with the server's words on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The server took responsibility.
    Delivered(String),
    /// Worth another try: 4xx, no connection, no answer in time (also after DATA, where the server may have it).
    Later(String),
    /// 5xx, or an address that cannot be written to.
    Never(String),
}

/// One way out. Not shared: each sender task has its own.
#[derive(Debug)]
pub struct Courier {}

impl Courier {
    /// Nothing is opened yet.
    pub fn new(settings: Settings) -> Self {
        let _ = settings;
        Self {}
    }

    /// Sends one letter from `from` (envelope sender; empty for the null sender) to `to`. Opens a connection where
    /// none is open, retries once on a fresh one when a kept connection turns out dead before anything was said.
    pub async fn send(&mut self, from: &str, to: &[String], message_id: &str, bytes: &[u8]) -> Verdict {
        let _ = (from, to, message_id, bytes);
        Verdict::Later("not written yet".into())
    }

    /// Says QUIT where a connection is open.
    pub async fn rest(&mut self) {}
}

/// The pause before attempt `attempt + 1`: grows from half a minute to hours.
pub fn pause(attempt: u32) -> Duration {
    let _ = attempt;
    Duration::from_secs(30)
}

/// How long a letter is tried before it is held for a person.
pub const GIVE_UP: Duration = Duration::from_secs(3 * 24 * 3600);

//! Where mail comes from: IMAP or a Maildir. The mailbox is left untouched. The one door to async-imap and to
//! tokio-rustls.

mod bound;
mod fetch;
mod imap;
mod maildir;
mod name;
mod received;
mod tls;
mod wire;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

pub use self::maildir::unreadable;
use crate::store::Incoming;

/// Which mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settings {
    /// An IMAP account.
    Imap(ImapSettings),
    /// A Maildir that another program fills.
    Maildir {
        /// The folder that holds `new/` and `cur/`.
        path: PathBuf,
        /// Pause between two looks.
        poll: Duration,
    },
}

impl Settings {
    /// The mailbox as the store knows it.
    pub fn account(&self) -> String {
        match self {
            Self::Imap(imap) => imap.account(),
            Self::Maildir { path, .. } => maildir::account(path),
        }
    }
}

/// An IMAP account.
#[derive(Clone, PartialEq, Eq)]
pub struct ImapSettings {
    /// Host name or address.
    pub host: String,
    /// Port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// More certificates to trust, as PEM.
    pub ca: Option<Vec<u8>>,
    /// User name.
    pub user: String,
    /// Password.
    pub password: String,
    /// Folder, normally `INBOX`.
    pub folder: String,
    /// Whether to use IDLE where the server offers it.
    pub idle: bool,
    /// Pause between polls.
    pub poll: Duration,
    /// Time limit for one network operation.
    pub timeout: Duration,
}

impl std::fmt::Debug for ImapSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "imap {}@{}:{}/{}", self.user, self.host, self.port, self.folder)
    }
}

impl ImapSettings {
    /// The account as the store knows it. How the connection is protected is no part of it, so that better
    /// protection does not make every message a new one.
    fn account(&self) -> String {
        let host = self.host.to_lowercase();
        match self.port {
            143 | 993 => format!("imap://{}@{host}", self.user),
            port => format!("imap://{}@{host}:{port}", self.user),
        }
    }

    fn trouble(&self, what: &str) -> Error {
        Error::Mailbox(format!("the mail server {}:{} {what}", self.host, self.port))
    }

    fn silent(&self) -> Error {
        self.trouble(&format!(
            "did not answer in time (limit {} s and what the size asks)",
            self.timeout.as_secs_f64()
        ))
    }

    fn lost(&self, why: &std::io::Error) -> Error {
        self.trouble(&format!("broke the connection ({why})"))
    }
}

/// How a connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// TLS from the first byte.
    Implicit,
    /// STARTTLS, required.
    StartTls,
    /// Clear text (to loopback, unless the desk allows otherwise).
    None,
}

/// What one pass found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pass {
    /// Messages that the server has.
    pub server_has: u64,
    /// Messages of those that we hold.
    pub we_hold: u64,
    /// Messages fetched and kept in this pass.
    pub fetched: u64,
}

/// Why a pass ended early. The connection is dropped; connect again after a pause.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The server, the network or the folder.
    #[error("{0}")]
    Mailbox(String),
    /// The store would not keep a batch.
    #[error(transparent)]
    Store(#[from] crate::store::Error),
}

/// What a mailbox asks of the store, so that it needs to know nothing else of it.
pub trait Keeper {
    /// UIDs known for this account, folder and UIDVALIDITY.
    fn known(
        &mut self,
        account: &str,
        folder: &str,
        uidvalidity: u32,
    ) -> impl Future<Output = Result<BTreeSet<String>, crate::store::Error>> + Send;
    /// Keeps a batch, durably, before it returns.
    fn keep(&mut self, batch: Vec<Incoming>) -> impl Future<Output = Result<(), crate::store::Error>> + Send;
}

/// A mailbox, connected or not.
#[derive(Debug)]
pub struct Mailbox(Kind);

#[derive(Debug)]
enum Kind {
    Imap(Box<imap::Account>),
    Maildir { maildir: maildir::Maildir, poll: Duration },
}

impl Mailbox {
    /// Nothing is opened yet. `max_message`: bytes above which only headers are fetched. `trusted_relays`: hosts
    /// (lower case) whose Received lines give the moment of receipt for a Maildir.
    pub fn new(settings: Settings, max_message: u64, trusted_relays: Vec<String>) -> Self {
        Self(match settings {
            Settings::Imap(imap) => Kind::Imap(Box::new(imap::Account::new(imap, max_message))),
            Settings::Maildir { path, poll } => {
                Kind::Maildir { maildir: maildir::Maildir::new(path, max_message, trusted_relays), poll }
            }
        })
    }

    /// Connects where needed, then fetches everything that is not known, in batches. On a new connection, every
    /// quarter of an hour and when messages left the folder everything is compared; in between only what came.
    ///
    /// # Errors
    /// After an error the next pass connects anew.
    pub async fn pass<K: Keeper>(&mut self, keeper: &mut K) -> Result<Pass, Error> {
        match &mut self.0 {
            Kind::Imap(account) => account.pass(keeper).await,
            Kind::Maildir { maildir, .. } => maildir.pass(keeper).await,
        }
    }

    /// Waits until something may have come: IDLE where offered (not longer than the poll's pause), else the
    /// poll's pause. Cancel-safe: when it is dropped during IDLE the connection is given up and made anew.
    ///
    /// # Errors
    /// The connection was lost.
    pub async fn wait(&mut self) -> Result<(), Error> {
        match &mut self.0 {
            Kind::Imap(account) => account.wait().await,
            Kind::Maildir { poll, .. } => {
                tokio::time::sleep(*poll).await;
                Ok(())
            }
        }
    }
}

/// The pause before connecting again after so many failures in a row: from 1 s, doubled each time, to 5 minutes;
/// spread by up to a quarter, always alike for the same number, so that desks do not come back in step.
pub fn reconnect_pause(failures: u32) -> Duration {
    let doubled = 1000_u64.saturating_mul(1 << failures.saturating_sub(1).min(10));
    let spread = u64::from(failures.wrapping_mul(2_654_435_761) >> 16) % 250;
    Duration::from_millis((doubled + doubled * spread / 1000).clamp(1000, 300_000))
}

/// Bytes of a header section that are kept at most, where the body is not.
const HEADERS_AT_MOST: usize = 256 * 1024;

/// How many bytes of `raw` are its header section with the empty line, at most [`HEADERS_AT_MOST`].
fn header_section(raw: &[u8]) -> usize {
    let head = raw.get(..HEADERS_AT_MOST).unwrap_or(raw);
    let mut at = 0;
    for line in head.split_inclusive(|b| *b == b'\n') {
        at += line.len();
        if line == b"\n" || line == b"\r\n" {
            break;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_stay_within_bounds() {
        let pauses: Vec<u64> = (0..100).map(|n| reconnect_pause(n).as_secs()).collect();
        assert_eq!(pauses.first(), Some(&1));
        assert_eq!(pauses.get(20..).map(|late| late.iter().all(|s| *s == 300)), Some(true));
        assert!(pauses.windows(2).all(|w| w.first() <= w.last()), "{pauses:?}");
    }

    #[test]
    fn the_header_section_ends_at_the_empty_line() {
        for (raw, end) in
            [("A: b\r\n\r\nbody\r\n\r\n", 8), ("A: b\n\nbody", 6), ("A: b", 4), ("", 0), ("\n", 1)]
        {
            assert_eq!(header_section(raw.as_bytes()), end, "{raw:?}");
        }
        assert_eq!(header_section(&vec![b'a'; HEADERS_AT_MOST * 2]), HEADERS_AT_MOST);
    }

    #[test]
    fn settings_never_show_the_password() {
        let settings = ImapSettings {
            host: "mail.example".into(),
            port: 993,
            tls: Tls::Implicit,
            ca: None,
            user: "desk".into(),
            password: "hidden-word".into(),
            folder: "INBOX".into(),
            idle: true,
            poll: Duration::from_secs(1),
            timeout: Duration::from_secs(1),
        };
        assert!(
            !format!("{settings:?} {:?}", Mailbox::new(Settings::Imap(settings.clone()), 1, vec![]))
                .contains("hidden")
        );
    }
}

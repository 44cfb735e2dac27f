//! A Maildir that another program fills. Nothing in it is moved, renamed or changed.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::fetch::{BATCH_BYTES, BATCH_MESSAGES};
use super::{Error, HEADERS_AT_MOST, Keeper, Pass, header_section, received};
use crate::message::{Digest, Receipt, ReceivedFrom};
use crate::store::{Incoming, Place};

/// Files of a Maildir: base name (up to the colon, the same for the message's whole life) to where it lies now.
type Files = BTreeMap<String, PathBuf>;

/// A Maildir and what of it is too large or to be believed.
#[derive(Debug, Clone)]
pub(super) struct Maildir {
    path: PathBuf,
    max_message: u64,
    trusted_relays: Vec<String>,
}

/// What was read for some names.
#[derive(Default)]
struct Read {
    messages: Vec<Incoming>,
    gone: u64,
}

/// The Maildir as the store knows it.
pub(super) fn account(path: &Path) -> String {
    format!("maildir:{}", path.display())
}

impl Maildir {
    pub fn new(path: PathBuf, max_message: u64, trusted_relays: Vec<String>) -> Self {
        Self { path, max_message, trusted_relays }
    }

    fn account(&self) -> String {
        account(&self.path)
    }

    /// See [`super::Mailbox::pass`].
    pub async fn pass<K: Keeper>(&self, keeper: &mut K) -> Result<Pass, Error> {
        let this = self.clone();
        let files = blocking(move || this.list()).await?;
        let known = keeper.known(&self.account(), "INBOX", 0).await?;
        let mut server_has = files.len() as u64;
        let missing: Files = files.into_iter().filter(|(name, _)| !known.contains(name)).collect();
        let mut we_hold = server_has - missing.len() as u64;
        let (mut fetched, mut kept) = (0, Vec::new());
        let mut rest = missing.into_iter().collect::<Vec<_>>().into_iter();
        loop {
            let previous = std::mem::take(&mut kept);
            let count = previous.len() as u64;
            let this = self.clone();
            let (stored, read) = futures_util::future::join(
                async { if previous.is_empty() { Ok(()) } else { keeper.keep(previous).await } },
                blocking(move || {
                    let read = this.read_some(&mut rest)?;
                    Ok((read, rest))
                }),
            )
            .await;
            stored?;
            (fetched, we_hold) = (fetched + count, we_hold + count);
            let (read, left) = read?;
            rest = left;
            server_has = server_has.saturating_sub(read.gone);
            kept = read.messages;
            if rest.len() == 0 {
                break;
            }
        }
        if !kept.is_empty() {
            let count = kept.len() as u64;
            keeper.keep(kept).await?;
            (fetched, we_hold) = (fetched + count, we_hold + count);
        }
        Ok(Pass { server_has, we_hold, fetched })
    }

    /// The files of `new/` and `cur/`. `new/` is read first: a file that moves meanwhile is seen twice, not missed.
    fn list(&self) -> Result<Files, Error> {
        let mut files = Files::new();
        for sub in ["new", "cur"] {
            let dir = self.path.join(sub);
            let trouble = |e: std::io::Error| Error::Mailbox(trouble(&self.path, sub, &e));
            for entry in std::fs::read_dir(&dir).map_err(trouble)? {
                let entry = entry.map_err(trouble)?;
                // A name that is no text is written out, so that its message is not passed over.
                let name = entry
                    .file_name()
                    .into_string()
                    .unwrap_or_else(|name| name.as_encoded_bytes().escape_ascii().to_string());
                // A link, pipe or folder is no message; opening a pipe would wait for ever.
                let file = entry.file_type().is_ok_and(|t| t.is_file());
                if !name.starts_with('.') && file {
                    files.insert(base(&name).to_owned(), entry.path());
                }
            }
        }
        Ok(files)
    }

    /// Reads files until a batch is full or none is left.
    fn read_some(&self, rest: &mut impl Iterator<Item = (String, PathBuf)>) -> Result<Read, Error> {
        let (mut read, mut bytes, mut looked_at) = (Read::default(), 0, 0);
        let mut again = None;
        while looked_at < BATCH_MESSAGES && bytes < BATCH_BYTES {
            let Some((name, path)) = rest.next() else { break };
            looked_at += 1;
            let mut found = self.read(&name, &path);
            if found.as_ref().is_err_and(|e| e.kind() == ErrorKind::NotFound) {
                // Another program moved it from new/ to cur/, changed its flags, or took it away.
                // The folder is listed again once for a batch, not once for each file of a busy folder.
                if again.is_none() {
                    again = Some(self.list()?);
                }
                if let Some(moved) = again.as_ref().and_then(|files: &Files| files.get(&name)) {
                    found = self.read(&name, moved);
                }
            }
            match found {
                Ok(message) => {
                    bytes += message.raw.len() as u64;
                    read.messages.push(message);
                }
                Err(e) if e.kind() == ErrorKind::NotFound => read.gone += 1,
                Err(e) => {
                    tracing::warn!(file = name, "a message in the Maildir cannot be read ({e}); tried again")
                }
            }
        }
        Ok(read)
    }

    fn read(&self, name: &str, path: &Path) -> std::io::Result<Incoming> {
        let file = std::fs::File::open(path)?;
        let about = file.metadata()?;
        let (mut raw, mut size) = (Vec::new(), about.len());
        let cap =
            if size > self.max_message { HEADERS_AT_MOST as u64 } else { self.max_message.saturating_add(1) };
        file.take(cap).read_to_end(&mut raw)?;
        size = size.max(raw.len() as u64);
        let too_large = size > self.max_message;
        if too_large {
            raw.truncate(header_section(&raw));
        }
        let now = Utc::now();
        let (received, received_from) = match received::moment(&raw, &self.trusted_relays) {
            Some(moment) => (moment, ReceivedFrom::ReceivedHeader),
            None => match (stamp(name), about.modified()) {
                (Some(moment), _) => (moment, ReceivedFrom::FileName),
                (None, Ok(written)) => (written.into(), ReceivedFrom::FileTime),
                (None, Err(_)) => (now, ReceivedFrom::Now),
            },
        };
        let receipt = Receipt { sha256: Digest::of(&raw), size: raw.len() as u64, received, received_from };
        let place =
            Place { account: self.account(), folder: "INBOX".into(), uidvalidity: 0, uid: name.to_owned() };
        Ok(Incoming { place, raw, size, too_large, receipt, fetched: now })
    }
}

/// Why mail cannot be taken from the Maildir `path`, and what to do; None where its folders can be read.
pub fn unreadable(path: &Path) -> Option<String> {
    ["new", "cur"]
        .iter()
        .find_map(|sub| std::fs::read_dir(path.join(sub)).err().map(|error| trouble(path, sub, &error)))
}

fn trouble(path: &Path, sub: &str, error: &std::io::Error) -> String {
    let what = match error.kind() {
        ErrorKind::NotFound => {
            format!("there is no folder {sub}/ in it; correct the path, or make its folders new, cur and tmp")
        }
        _ => format!("{sub}/: {error}; check the path and its permissions"),
    };
    format!("the Maildir {} cannot be read: {what}", path.display())
}

/// The name that stays when flags change.
fn base(name: &str) -> &str {
    name.split(':').next().unwrap_or(name)
}

/// The delivery stamp: seconds before the first dot.
fn stamp(name: &str) -> Option<DateTime<Utc>> {
    let seconds = name.split('.').next()?;
    let plausible = seconds.len() >= 9 && seconds.bytes().all(|b| b.is_ascii_digit());
    DateTime::from_timestamp(plausible.then(|| seconds.parse().ok())??, 0)
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(_) => Err(Error::Mailbox("reading the Maildir was broken off".into())),
    }
}

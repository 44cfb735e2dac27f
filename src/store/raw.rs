//! Raw messages: small ones inside the database, large ones as files `raw/ab/<sha256>`, written whole and durably
//! before the commit that speaks of them. (Large blobs inside SQLite cost four times as much.)

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::{Connection, OptionalExtension as _};

use super::Error;
use crate::message::Digest;

/// Bytes up to which a raw message stands inside the database.
pub(super) const INLINE: usize = 64 * 1024;

/// Where the raw message of this sum is, when it is a file.
pub(super) fn path(dir: &Path, sha256: &str) -> PathBuf {
    dir.join("raw").join(sha256.get(..2).unwrap_or("xx")).join(sha256)
}

/// Writes a raw message as a file, durably. One that is there with the right size is left as it is.
pub(super) fn write(dir: &Path, sha256: &str, bytes: &[u8]) -> Result<(), Error> {
    static ATTEMPT: AtomicU64 = AtomicU64::new(0);
    if sha256.len() != 64 || !sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Error::Other("a raw message without a proper sum".into()));
    }
    let target = path(dir, sha256);
    let Some(shelf) = target.parent() else { return Err(Error::Other("no folder for raw messages".into())) };
    if make_dir(shelf)? {
        sync_dir(&dir.join("raw"))?;
    }
    let there = fs::metadata(&target).is_ok_and(|m| m.is_file() && m.len() == bytes.len() as u64);
    if !there {
        let draft = shelf.join(format!("{sha256}.{}.tmp", ATTEMPT.fetch_add(1, Ordering::Relaxed)));
        let written = write_new(&draft, bytes).and_then(|()| fs::rename(&draft, &target));
        if let Err(error) = written {
            let _ = fs::remove_file(&draft);
            return Err(error.into());
        }
    }
    // Also where it was there: another batch may have renamed it a moment ago.
    Ok(sync_dir(shelf)?)
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn sync_dir(dir: &Path) -> io::Result<()> {
    File::open(dir)?.sync_all()
}

/// Makes a folder that only we may enter; says whether it is new.
pub(super) fn make_dir(dir: &Path) -> io::Result<bool> {
    if dir.is_dir() {
        return Ok(false);
    }
    DirBuilder::new().recursive(true).mode(0o700).create(dir)?;
    Ok(true)
}

/// Checks raw bytes (those of the database, else of the file) against their sum.
pub(super) fn load(dir: &Path, sha256: &str, inline: Option<Vec<u8>>) -> Result<Vec<u8>, Error> {
    let from_file = inline.is_none();
    let bytes = match inline {
        Some(bytes) => bytes,
        None => {
            let path = path(dir, sha256);
            fs::read(&path).map_err(|e| {
                Error::Other(format!("the raw message {} cannot be read: {e}", path.display()))
            })?
        }
    };
    if Digest::of(&bytes).0 != sha256 {
        let place =
            if from_file { path(dir, sha256).display().to_string() } else { "the table `raw`".into() };
        return Err(Error::Other(format!(
            "the raw message {sha256} in {place} is damaged: its bytes no longer have that sum; restore it from a \
             backup or from the mailbox"
        )));
    }
    Ok(bytes)
}

/// Removes files that no message speaks of: drafts, and files whose commit never came. Returns how many.
pub(super) fn remove_orphans(dir: &Path, db: &Connection) -> Result<u64, Error> {
    let mut removed = 0;
    let mut known = db.prepare("SELECT 1 FROM message WHERE sha256 = ?1")?;
    for shelf in fs::read_dir(dir.join("raw"))? {
        let shelf = shelf?.path();
        if !shelf.is_dir() {
            continue;
        }
        for file in fs::read_dir(&shelf)? {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            let found: Option<i64> = known.query_row([&name], |row| row.get(0)).optional()?;
            if found.is_none() {
                fs::remove_file(file.path())?;
                removed += 1;
            }
        }
    }
    Ok(removed)
}

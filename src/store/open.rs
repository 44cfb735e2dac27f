//! Opening: the lock, the schema, what a crash left behind, and the register.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, params};
use rusqlite_migration::{M, Migrations};
use rustix::fs::{FlockOperation, flock};

use super::journal::{self, About, Event};
use super::{Error, raw, stamp};
use crate::register::{Disposition, Register, Request};
use crate::states::Code;

/// The steps of the schema; a step that was released is never changed.
const STEPS: [&str; 5] = [
    include_str!("schema/0001.sql"),
    include_str!("schema/0002.sql"),
    include_str!("schema/0003.sql"),
    include_str!("schema/0004.sql"),
    include_str!("schema/0005.sql"),
];

/// The database's name in the store's folder.
const DATABASE: &str = "verbale.db";

/// How long a statement waits for an officer's command that writes at the same moment.
const PATIENCE: Duration = Duration::from_secs(10);

/// The migrations.
pub(super) fn migrations() -> Migrations<'static> {
    Migrations::new(STEPS.iter().map(|sql| M::up(sql)).collect())
}

/// Makes the folder where needed and takes its lock for this process.
pub(super) fn lock(dir: &Path) -> Result<File, Error> {
    raw::make_dir(dir).map_err(|e| match Error::from(e) {
        Error::Full => Error::Full,
        other => Error::Other(format!("the folder {} cannot be made: {other}", dir.display())),
    })?;
    let path = dir.join("lock");
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(&path)
        .map_err(|e| Error::Other(format!("{} cannot be opened: {e}", path.display())))?;
    if flock(&file, FlockOperation::NonBlockingLockExclusive).is_err() {
        let mut pid = String::new();
        let _ = file.read_to_string(&mut pid);
        let pid = if pid.trim().is_empty() { "unknown" } else { pid.trim() }.to_owned();
        return Err(Error::InUse { dir: dir.to_owned(), pid });
    }
    // The number serves only the message above; on a full disk the lock holds without it.
    let _ =
        file.set_len(0).and_then(|()| file.rewind()).and_then(|()| writeln!(file, "{}", std::process::id()));
    Ok(file)
}

/// Opens the database for the writer, with the schema of today.
pub(super) fn database(dir: &Path) -> Result<Connection, Error> {
    raw::make_dir(&dir.join("raw"))?;
    let path = dir.join(DATABASE);
    // Made here, so that nobody else may read it; SQLite gives its other files the same mode.
    OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&path)?;
    let mut db = Connection::open_with_flags(&path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE))?;
    db.busy_timeout(PATIENCE)?;
    db.pragma_update(None, "journal_mode", "WAL")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    db.pragma_update(None, "foreign_keys", "ON")?;
    db.pragma_update(None, "temp_store", "MEMORY")?;
    db.pragma_update(None, "cache_size", -8192)?;
    // Fewer, larger checkpoints (16 MiB); the file is cut back to that size afterwards.
    db.pragma_update(None, "wal_autocheckpoint", 4096)?;
    db.pragma_update(None, "journal_size_limit", 16 << 20)?;
    db.set_prepared_statement_cache_capacity(128);
    migrations().to_latest(&mut db).map_err(|e| match e {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        other => Error::Other(format!(
            "the schema of {} could not be brought up to date: {other}; a database of a newer program needs that \
             program",
            path.display()
        )),
    })?;
    Ok(db)
}

/// Opens the database of another process' store, to read it or to leave an order.
pub(super) fn visit(dir: &Path, write: bool) -> Result<Connection, Error> {
    let path = dir.join(DATABASE);
    if !path.is_file() {
        return Err(Error::Other(format!("there is no store in {}; `verbale run` makes one", dir.display())));
    }
    let mode = if write { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let db = Connection::open_with_flags(&path, flags(mode))?;
    db.busy_timeout(PATIENCE)?;
    db.pragma_update(None, "foreign_keys", "ON")?;
    db.pragma_update(None, "synchronous", "FULL")?;
    let version: i64 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if usize::try_from(version).ok() != Some(STEPS.len()) {
        return Err(Error::Other(format!(
            "the store in {} has schema step {version}, this program knows step {}; use the program that the daemon \
             runs",
            dir.display(),
            STEPS.len()
        )));
    }
    Ok(db)
}

fn flags(mode: OpenFlags) -> OpenFlags {
    // One thread uses a connection at a time, so SQLite's own mutexes are not needed.
    mode | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// The desk's secret, made at the first opening.
pub(super) fn secret(db: &Connection) -> Result<Vec<u8>, Error> {
    let known: Option<Vec<u8>> =
        db.query_row("SELECT value FROM meta WHERE name = 'secret'", [], |row| row.get(0)).optional()?;
    if let Some(secret) = known {
        return Ok(secret);
    }
    let mut secret = vec![0; 32];
    getrandom::fill(&mut secret).map_err(|e| Error::Other(format!("no randomness for the secret: {e}")))?;
    db.execute("INSERT INTO meta (name, value) VALUES ('secret', ?1)", params![secret])?;
    Ok(secret)
}

/// Makes good what a crash left: attempts that were booked and never closed, notices that were taken and not told.
pub(super) fn recover(db: &mut Connection, now: DateTime<Utc>) -> Result<(), Error> {
    let now = stamp::text(now);
    let change = db.transaction()?;
    let cut_off: Vec<(i64, u32)> = change
        .prepare("SELECT id, attempts FROM letter WHERE state = 'trying' ORDER BY id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (letter, n) in cut_off {
        change.execute(
            "UPDATE attempt SET closed = ?3, ending = 'unknown' WHERE letter = ?1 AND n = ?2 AND closed IS NULL",
            params![letter, n, now],
        )?;
        change.execute("UPDATE letter SET state = 'due', next = ?2 WHERE id = ?1", params![letter, now])?;
        let about = About { letter: Some(letter), ..About::default() };
        journal::write(&change, &now, &Event::OutcomeUnknown(n), about)?;
    }
    change.execute("UPDATE notice SET taken = NULL WHERE taken IS NOT NULL AND told IS NULL", [])?;
    Ok(change.commit()?)
}

/// The register as the tables have it. Days of letters are days of UTC.
pub(super) fn register(db: &Connection) -> Result<Register, Error> {
    let mut register = Register::default();
    let mut requests = db.prepare_cached(
        "SELECT q.year, q.number, q.reference, m.sha256, q.state, q.event, q.received, q.of_record, q.disposition,
                r.facts, q.counts, q.joined
         FROM request q JOIN message m ON m.id = q.message JOIN ruling r ON r.request = q.id AND r.n = q.rulings
         ORDER BY q.id",
    )?;
    let mut rows = requests.query([])?;
    let mut joined: Vec<(String, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        let state: Option<String> = row.get(4)?;
        let request = Request {
            reference: row.get(2)?,
            message: row.get(3)?,
            state: state.as_deref().map(code).transpose()?,
            event: row.get(5)?,
            received: stamp::parse(row.get_ref(6)?.as_str().map_err(rusqlite::Error::from)?)?,
            of_record: row.get(7)?,
            counts: row.get(10)?,
            disposition: disposition(row.get_ref(8)?.as_str().map_err(rusqlite::Error::from)?)?,
            facts: row.get(9)?,
        };
        if let Some(to) = row.get(11)? {
            joined.push((request.reference.clone(), to));
        }
        register.put(row.get(0)?, row.get(1)?, request);
    }
    joined.iter().for_each(|(one, to)| register.join(one, to));
    let mut letters = db.prepare_cached(
        "SELECT message_id, recipients, written, requests,
             (id, written) IN (SELECT letter, opened FROM hold WHERE letter IS NOT NULL)
         FROM letter ORDER BY id",
    )?;
    let mut rows = letters.query([])?;
    while let Some(row) = rows.next()? {
        let recipients: Vec<String> =
            serde_json::from_str(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?;
        let correspondent = recipients.first().map(|a| a.to_lowercase()).unwrap_or_default();
        let written = stamp::parse(row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?;
        let message_id = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let requests: Vec<String> =
            serde_json::from_str(row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?)?;
        register.put_letter(message_id, &correspondent, &requests, written, row.get(4)?);
    }
    Ok(register)
}

fn code(text: &str) -> Result<Code, Error> {
    Code::new(text)
        .ok_or_else(|| Error::Other(format!("`{text}` in the table `request` is not a State's code")))
}

/// A request's disposition from its word.
pub(super) fn disposition(word: &str) -> Result<Disposition, Error> {
    [Disposition::Registered, Disposition::Incomplete, Disposition::Declined, Disposition::Held]
        .into_iter()
        .find(|d| d.as_str() == word)
        .ok_or_else(|| Error::Other(format!("`{word}` in the table `request` is not a disposition")))
}

/// The process that holds the lock of the store in `dir`, if any.
///
/// # Errors
/// The lock file cannot be opened.
pub fn daemon_pid(dir: &Path) -> Result<Option<u32>, Error> {
    let path = dir.join("lock");
    let Ok(mut file) = File::open(&path) else { return Ok(None) };
    if flock(&file, FlockOperation::NonBlockingLockShared).is_ok() {
        return Ok(None);
    }
    let mut pid = String::new();
    file.read_to_string(&mut pid)?;
    Ok(pid.trim().parse().ok())
}

//! Desk folders that were in force, kept once each by their hash, with the time zones of their day.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::journal::{self, About, Event};
use super::settle::OURSELVES;
use super::{Error, RulingId, settle, stamp};
use crate::calendar::Zone;
use crate::diagnostic::Source;
use crate::message::Digest;
use crate::office::{Kept, PARTICULARS};

/// A desk folder that came into force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InForce {
    /// Its hash.
    pub office: String,
    /// Since when.
    pub at: DateTime<Utc>,
    /// By whose order; `start` where it came with the first start of the store.
    pub by: String,
}

/// Keeps a folder and its zones, unless they are kept already, and writes down that it is in force from `at` on.
pub(super) fn put_in_force(
    db: &Connection,
    kept: &Kept,
    zones: &[Zone],
    by: &str,
    at: DateTime<Utc>,
) -> Result<(), Error> {
    let (hash, at) = (kept.hash(), stamp::text(at));
    let mut text =
        db.prepare_cached("INSERT INTO kept_text (sha256, text) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?;
    let texts = kept.files.iter().map(|file| &file.text).chain([&kept.particulars]);
    for part in texts {
        text.execute(params![Digest::of(part.as_bytes()).0, part])?;
    }
    db.prepare_cached("INSERT INTO kept_office (hash, manifest) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![hash, kept.manifest()])?;
    keep_zones(db, zones)?;
    db.prepare_cached("INSERT INTO in_force (office, at, by) VALUES (?1, ?2, ?3)")?
        .execute(params![hash, at, by])?;
    journal::ordered(db, &at, &Event::OfficeInForce(hash), About::default(), by)
}

/// Keeps zones as the tz database has them now, unless this version of them is kept already.
pub(super) fn keep_zones(db: &Connection, zones: &[Zone]) -> Result<(), Error> {
    for zone in zones {
        db.prepare_cached(
            "INSERT INTO kept_zone (name, version, body) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )?
        .execute(params![zone.name, zone.version, serde_json::to_string(zone)?])?;
    }
    Ok(())
}

/// The code under which requests are held that the rules in force would put elsewhere.
pub(super) const FLIPPED: &str = "rules-changed";

/// Holds the requests that stand elsewhere than the rules in force would put them, each with words for a person, and
/// closes the holds of those that no longer do. What a person closed in the same words stays closed, unless the request
/// was ruled anew since. `seen` is the last ruling when they were looked at: what was ruled later is left alone.
pub(super) fn list_flipped(
    db: &Connection,
    flipped: &[(String, String)],
    seen: RulingId,
    at: &str,
) -> Result<(), Error> {
    let open: Vec<(i64, String, String)> = db
        .prepare_cached(
            "SELECT h.id, q.reference, h.words FROM hold h JOIN request q ON q.id = h.request
             WHERE h.code = ?1 AND h.closed IS NULL",
        )?
        .query_map([FLIPPED], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    let wanted: BTreeMap<&str, &str> = flipped.iter().map(|(r, w)| (r.as_str(), w.as_str())).collect();
    for (id, reference, words) in &open {
        if wanted.get(reference.as_str()) != Some(&words.as_str()) {
            let about = db
                .prepare_cached(
                    "UPDATE hold SET closed = ?2, closed_by = ?3 WHERE id = ?1 RETURNING message, request, letter",
                )?
                .query_row(params![id, at, OURSELVES], |row| {
                    Ok(About { message: row.get(0)?, request: row.get(1)?, letter: row.get(2)? })
                })?;
            journal::write(db, at, &Event::HoldClosed(*id), about)?;
        }
    }
    for (reference, words) in wanted {
        let about: Option<(i64, i64)> = db
            .prepare_cached(
                "SELECT id, message FROM request q WHERE reference = ?1 AND joined IS NULL
                 AND NOT EXISTS (SELECT 1 FROM ruling r WHERE r.request = q.id AND r.id > ?2)",
            )?
            .query_row(params![reference, seen.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((request, message)) = about else { continue };
        let last: Option<(String, Option<String>, bool)> = db
            .prepare_cached(
                "SELECT words, closed_by, closed IS NOT NULL AND EXISTS (
                     SELECT 1 FROM ruling r WHERE r.request = ?1 AND r.at >= hold.closed)
                 FROM hold WHERE request = ?1 AND code = ?2 ORDER BY id DESC LIMIT 1",
            )?
            .query_row(params![request, FLIPPED], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let known = last.is_some_and(|(said, by, ruled_since)| {
            said == words && by.as_deref() != Some(OURSELVES) && !ruled_since
        });
        if !known {
            let about = About { message: Some(message), request: Some(request), letter: None };
            settle::open_hold(db, about, FLIPPED, words, at, None)?;
        }
    }
    Ok(())
}

/// The folder that came into force last; none in a store that an older program made.
pub(super) fn in_force(db: &Connection) -> Result<Option<InForce>, Error> {
    Ok(history(db)?.pop())
}

/// Every folder that came into force, in order.
pub(super) fn history(db: &Connection) -> Result<Vec<InForce>, Error> {
    let mut query = db.prepare_cached("SELECT office, at, by FROM in_force ORDER BY id")?;
    let mut rows = query.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let at: String = row.get(1)?;
        all.push(InForce { office: row.get(0)?, at: stamp::parse(&at)?, by: row.get(2)? });
    }
    Ok(all)
}

/// The folder of this hash, checked against it; none where it is not kept.
pub(super) fn kept(db: &Connection, hash: &str) -> Result<Option<Kept>, Error> {
    let manifest: Option<String> = db
        .prepare_cached("SELECT manifest FROM kept_office WHERE hash = ?1")?
        .query_row([hash], |row| row.get(0))
        .optional()?;
    let Some(manifest) = manifest else { return Ok(None) };
    let damaged = |what: &str| {
        Error::Other(format!(
            "the kept desk folder {hash} is damaged ({what}); restore the store from its backup"
        ))
    };
    let mut particulars = None;
    let mut files = Vec::new();
    for line in manifest.lines() {
        let (path, sum) = line.rsplit_once(' ').ok_or_else(|| damaged("its manifest"))?;
        let text: String = db
            .prepare_cached("SELECT text FROM kept_text WHERE sha256 = ?1")?
            .query_row([sum], |row| row.get(0))
            .optional()?
            .ok_or_else(|| damaged(path))?;
        if path == PARTICULARS {
            particulars = Some(text);
        } else {
            files.push(Source { path: path.to_owned(), text });
        }
    }
    let kept = Kept { particulars: particulars.ok_or_else(|| damaged(PARTICULARS))?, files };
    if kept.hash() == hash { Ok(Some(kept)) } else { Err(damaged("its sum")) }
}

/// The time zones that were kept: of each name the one of the wanted version, else the newest that was kept.
pub(super) fn zones(db: &Connection, wanted: &BTreeMap<String, String>) -> Result<Vec<Zone>, Error> {
    let mut query = db.prepare_cached("SELECT name, version, body FROM kept_zone ORDER BY rowid")?;
    let mut rows = query.query([])?;
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (name, version, body): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if wanted.get(&name).is_none_or(|wanted| *wanted == version) || !found.contains_key(&name) {
            found.insert(name, body);
        }
    }
    found.values().map(|body| Ok(serde_json::from_str(body)?)).collect()
}

//! What staff should hear by mail, at a bounded rate.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension as _, params};

use super::{Error, stamp};
use crate::desk::Notice;

/// Notices in one letter at most; the others come with the next.
const IN_ONE_LETTER: i64 = 50;

/// Puts notices into the queue. One that waits there already in the same words is not put twice.
pub(super) fn add(db: &Connection, notices: &[Notice], at: &str) -> Result<(), Error> {
    for notice in notices {
        db.prepare_cached(
            "INSERT INTO notice (at, kind, words) SELECT ?1, ?2, ?3 WHERE NOT EXISTS
             (SELECT 1 FROM notice WHERE taken IS NULL AND kind = ?2 AND words = ?3)",
        )?
        .execute(params![at, notice.kind, notice.words])?;
    }
    Ok(())
}

/// Takes the notices that wait, unless some were taken less than `min_gap` ago. They count as told when a letter to
/// staff is written; until then an opening of the store hands them out anew.
pub(super) fn take(db: &Connection, now: DateTime<Utc>, min_gap: TimeDelta) -> Result<Vec<Notice>, Error> {
    let last: Option<String> = db
        .prepare_cached("SELECT max(taken) FROM notice WHERE taken IS NOT NULL")?
        .query_row([], |row| row.get(0))
        .optional()?
        .flatten();
    if stamp::parse_option(last)?.is_some_and(|last| now < last + min_gap) {
        return Ok(Vec::new());
    }
    let waiting: Vec<(i64, Notice)> = db
        .prepare_cached("SELECT id, kind, words FROM notice WHERE taken IS NULL ORDER BY id LIMIT ?1")?
        .query_map([IN_ONE_LETTER], |row| {
            Ok((row.get(0)?, Notice { kind: row.get(1)?, words: row.get(2)? }))
        })?
        .collect::<Result<_, _>>()?;
    let at = stamp::text(now);
    for (id, _) in &waiting {
        db.prepare_cached("UPDATE notice SET taken = ?2 WHERE id = ?1")?.execute(params![id, at])?;
    }
    Ok(waiting.into_iter().map(|(_, notice)| notice).collect())
}

//! The read side for the commands: works while the daemon runs and when it does not; changes nothing.

mod ordered;
mod replay;
mod rows;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension as _, Row, ToSql, params};

pub use replay::{AtOneMoment, RequestKey, RulingId, StoredMessage, StoredRequest};
pub use rows::{
    AttemptRow, Counts, HoldDetail, HoldRow, JournalRow, JournalWanted, LetterRow, MessageRow, RequestDetail,
    RequestRow, RequestsWanted, RulingRow,
};

use super::{Error, open, raw, ruling, stamp};
use crate::message::Message;
use crate::rules::{Effect, Ruling};

const REQUEST: &str = "SELECT q.reference, q.state, q.event, CASE WHEN q.joined IS NULL THEN q.disposition ELSE 'joined' END AS stands, \
     q.received, q.of_record, q.message, q.joined FROM request q";
const LETTER: &str = "SELECT id, message, template, language, message_id, recipients, subject, requests, written, \
                      state, held, attempts, next FROM letter";
const HOLD: &str = "SELECT h.id, h.message, q.reference, h.letter, h.code, h.words, h.opened, h.closed, h.closed_by \
                    FROM hold h LEFT JOIN request q ON q.id = h.request";
const MESSAGE: &str = "SELECT m.id, m.sha256, m.size, m.received, m.fetched, m.state, m.disposition, m.sender, \
                       m.subject, r.withheld, EXISTS (SELECT 1 FROM raw WHERE raw.message = m.id) \
                       FROM message m LEFT JOIN reading r ON r.message = m.id";

/// A look into the store.
#[derive(Debug)]
pub struct Reader {
    dir: PathBuf,
    db: Connection,
}

impl Reader {
    /// Opens the store in `dir` for reading; needs no lock.
    ///
    /// # Errors
    /// When there is no store, or one of another schema.
    pub fn open(dir: &Path) -> Result<Self, Error> {
        Ok(Self { dir: dir.to_owned(), db: open::visit(dir, false)? })
    }

    /// Requests by moment of receipt.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn requests(&self, wanted: &RequestsWanted) -> Result<Vec<RequestRow>, Error> {
        self.list(
            &format!(
                "{REQUEST} WHERE (?1 IS NULL OR stands = ?1) AND (?2 IS NULL OR q.event = ?2)
                 AND (?3 IS NULL OR q.state = ?3) ORDER BY q.received, q.id"
            ),
            params![wanted.disposition, wanted.event, wanted.state],
            request,
        )
    }

    /// The request of this reference with all that belongs to it.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn request(&self, reference: &str) -> Result<Option<RequestDetail>, Error> {
        let Some(request) = self.request_row(reference)? else { return Ok(None) };
        let rulings = self.list(
            "SELECT r.n, r.at, r.cause, r.disposition, r.facts, r.ruling, r.rules, r.office, r.program, t.body,
                    r.ordered_by
             FROM ruling r LEFT JOIN rule_text t ON t.id = r.rule_text
             WHERE r.request = (SELECT id FROM request WHERE reference = ?1) ORDER BY r.n",
            params![reference],
            judgement,
        )?;
        let message = self.message(request.message)?.ok_or_else(|| {
            Error::Other(format!("message {} of request {reference} is gone", request.message))
        })?;
        // And those to who sent an answer that was applied to it.
        let mut letters = message.letters.clone();
        letters.extend(self.list(
            &format!(
                "{LETTER} WHERE message <> ?2 AND message IN (SELECT cause FROM ruling WHERE request =
                 (SELECT id FROM request WHERE reference = ?1)) AND EXISTS (
                 SELECT 1 FROM json_each(letter.requests) WHERE value = ?1) ORDER BY id"
            ),
            params![reference, request.message],
            letter,
        )?);
        let holds = self.list(
            &format!("{HOLD} WHERE q.reference = ?1 OR (h.message = ?2 AND h.request IS NULL) ORDER BY h.id"),
            params![reference, request.message],
            hold,
        )?;
        Ok(Some(RequestDetail { request, message, rulings, letters, holds }))
    }

    /// Messages by moment of receipt.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn messages(&self) -> Result<Vec<MessageRow>, Error> {
        let rows = self.list(&format!("{MESSAGE} ORDER BY m.received, m.id"), params![], |r| self.bare(r))?;
        rows.into_iter().map(|row| self.fill(row)).collect()
    }

    /// One message.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn message(&self, id: i64) -> Result<Option<MessageRow>, Error> {
        let rows = self.list(&format!("{MESSAGE} WHERE m.id = ?1"), params![id], |r| self.bare(r))?;
        rows.into_iter().next().map(|row| self.fill(row)).transpose()
    }

    /// The raw bytes of a message, checked against their sum.
    ///
    /// # Errors
    /// Also when the bytes are damaged or gone.
    pub fn raw(&self, message: i64) -> Result<Vec<u8>, Error> {
        let (sha256, inline): (String, Option<Vec<u8>>) = self
            .db
            .query_row(
                "SELECT m.sha256, r.bytes FROM message m LEFT JOIN raw r ON r.message = m.id WHERE m.id = ?1",
                [message],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?
            .ok_or_else(|| Error::Other(format!("there is no message {message}")))?;
        raw::load(&self.dir, &sha256, inline)
    }

    /// What the worker made of a message, and the version of the worker.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn extracted(&self, message: i64) -> Result<Option<(Message, u32)>, Error> {
        let found: Option<(String, u32)> = self
            .db
            .query_row("SELECT extracted, extractor FROM reading WHERE message = ?1", [message], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        found.map(|(json, version)| Ok((serde_json::from_str(&json)?, version))).transpose()
    }

    /// Open holds, the oldest first; with `all` the closed ones too.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn holds(&self, all: bool) -> Result<Vec<HoldRow>, Error> {
        self.list(&format!("{HOLD} WHERE ?1 OR h.closed IS NULL ORDER BY h.id"), params![all], hold)
    }

    /// One hold with what it concerns.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn hold(&self, id: i64) -> Result<Option<HoldDetail>, Error> {
        let found = self.list(&format!("{HOLD} WHERE h.id = ?1"), params![id], hold)?;
        let Some(hold) = found.into_iter().next() else { return Ok(None) };
        let message = hold.message.map(|id| self.message(id)).transpose()?.flatten();
        let letter = hold.letter.map(|id| self.letter(id)).transpose()?.flatten();
        Ok(Some(HoldDetail { hold, message, letter }))
    }

    /// Letters that are not sent, in the order of writing; with `all` the sent ones too.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn outbox(&self, all: bool) -> Result<Vec<LetterRow>, Error> {
        self.list(&format!("{LETTER} WHERE ?1 OR state <> 'sent' ORDER BY id"), params![all], letter)
    }

    /// One letter with its exact bytes.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn letter(&self, id: i64) -> Result<Option<(LetterRow, Vec<u8>)>, Error> {
        let found = self.list(&format!("{LETTER} WHERE id = ?1"), params![id], letter)?;
        let Some(letter) = found.into_iter().next() else { return Ok(None) };
        let bytes =
            self.db.query_row("SELECT bytes FROM letter_bytes WHERE letter = ?1", [id], |row| row.get(0))?;
        Ok(Some((letter, bytes)))
    }

    /// The attempts to deliver a letter.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn attempts(&self, letter: i64) -> Result<Vec<AttemptRow>, Error> {
        self.list(
            "SELECT n, booked, closed, ending, words FROM attempt WHERE letter = ?1 ORDER BY n",
            params![letter],
            |row| {
                Ok(AttemptRow {
                    n: row.get(0)?,
                    booked: moment(row, 1)?,
                    closed: stamp::parse_option(row.get(2)?)?,
                    ending: row.get(3)?,
                    words: row.get(4)?,
                })
            },
        )
    }

    /// Lines of the journal, in order.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn journal(&self, wanted: &JournalWanted) -> Result<Vec<JournalRow>, Error> {
        self.list(
            "SELECT j.id, j.at, j.event, j.message, q.reference, j.letter, j.detail, j.by
             FROM journal j LEFT JOIN request q ON q.id = j.request
             WHERE (?1 IS NULL OR j.at >= ?1) AND (?2 IS NULL OR j.at < ?2) AND (?3 IS NULL OR
               q.reference = ?3 OR (j.request IS NULL AND
               j.message = (SELECT message FROM request WHERE reference = ?3)))
             ORDER BY j.id",
            params![wanted.since.map(stamp::text), wanted.until.map(stamp::text), wanted.request],
            |row| {
                Ok(JournalRow {
                    id: row.get(0)?,
                    at: moment(row, 1)?,
                    event: row.get(2)?,
                    message: row.get(3)?,
                    request: row.get(4)?,
                    letter: row.get(5)?,
                    detail: row.get(6)?,
                    by: row.get(7)?,
                })
            },
        )
    }

    /// How much there is.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn counts(&self) -> Result<Counts, Error> {
        let number = |sql: &str| -> Result<u64, Error> {
            let n: i64 = self.db.query_row(sql, [], |row| row.get(0))?;
            Ok(n.unsigned_abs())
        };
        let letters = self.list("SELECT state, count(*) FROM letter GROUP BY state", params![], |row| {
            let n: i64 = row.get(1)?;
            Ok((row.get(0)?, n.unsigned_abs()))
        })?;
        Ok(Counts {
            kept: number("SELECT count(*) FROM message WHERE state = 'kept'")?,
            settled: number("SELECT count(*) FROM message WHERE state = 'settled'")?,
            held: number("SELECT count(*) FROM message WHERE state = 'held'")?,
            requests: number("SELECT count(*) FROM request")?,
            holds: number("SELECT count(*) FROM hold WHERE closed IS NULL")?,
            letters: letters.into_iter().collect(),
        })
    }

    fn list<T>(
        &self,
        sql: &str,
        values: &[&dyn ToSql],
        make: impl Fn(&Row<'_>) -> Result<T, Error>,
    ) -> Result<Vec<T>, Error> {
        let mut query = self.db.prepare_cached(sql)?;
        let mut rows = query.query(values)?;
        let mut made = Vec::new();
        while let Some(row) = rows.next()? {
            made.push(make(row)?);
        }
        Ok(made)
    }

    /// A message without its requests, letters and holds.
    fn bare(&self, row: &Row<'_>) -> Result<MessageRow, Error> {
        let sha256: String = row.get(1)?;
        let size: i64 = row.get(2)?;
        let inline: bool = row.get(10)?;
        Ok(MessageRow {
            id: row.get(0)?,
            raw_path: (!inline).then(|| raw::path(&self.dir, &sha256)),
            sha256,
            size: size.unsigned_abs(),
            received: moment(row, 3)?,
            fetched: moment(row, 4)?,
            state: row.get(5)?,
            disposition: row.get(6)?,
            sender: row.get(7)?,
            subject: row.get(8)?,
            requests: Vec::new(),
            letters: Vec::new(),
            withheld: row
                .get::<_, Option<String>>(9)?
                .map_or(Ok(Vec::new()), |w| serde_json::from_str(&w))?,
            why: Vec::new(),
            holds: Vec::new(),
        })
    }

    fn fill(&self, mut row: MessageRow) -> Result<MessageRow, Error> {
        let id = row.id;
        row.requests =
            self.list("SELECT reference FROM request WHERE message = ?1 ORDER BY id", params![id], |row| {
                Ok(row.get(0)?)
            })?;
        let rulings: Vec<String> = self.list(
            "SELECT r.ruling, t.body, r.disposition, r.rules
             FROM request q JOIN ruling r ON r.request = q.id AND r.n = q.rulings
             LEFT JOIN rule_text t ON t.id = r.rule_text
             WHERE q.message = ?1 ORDER BY q.id",
            params![id],
            |row| ruled(row, [0, 1, 2, 3]),
        )?;
        for ruling in rulings {
            // One that another version of the program wrote in another form is shown by `requests` as it stands.
            let Ok(ruling) = serde_json::from_str::<Ruling>(&ruling) else { continue };
            let unmet = ruling.findings.into_iter().filter(|f| f.effect > Effect::Note);
            row.why.extend(unmet.map(|f| format!("{}: {}", f.rule, f.reason)));
        }
        row.letters = self.list(&format!("{LETTER} WHERE message = ?1 ORDER BY id"), params![id], letter)?;
        row.holds = self.list(&format!("{HOLD} WHERE h.message = ?1 ORDER BY h.id"), params![id], hold)?;
        Ok(row)
    }
}

fn moment(row: &Row<'_>, column: usize) -> Result<chrono::DateTime<chrono::Utc>, Error> {
    let text: String = row.get(column)?;
    stamp::parse(&text)
}

fn list_of(row: &Row<'_>, column: usize) -> Result<Vec<String>, Error> {
    let text: String = row.get(column)?;
    Ok(serde_json::from_str(&text)?)
}

fn request(row: &Row<'_>) -> Result<RequestRow, Error> {
    Ok(RequestRow {
        reference: row.get(0)?,
        state: row.get(1)?,
        event: row.get(2)?,
        disposition: row.get(3)?,
        received: moment(row, 4)?,
        of_record: row.get(5)?,
        message: row.get(6)?,
        joined: row.get(7)?,
    })
}

/// The ruling of a row, whose columns hold what was found, the texts of the rules, disposition and rule set.
fn ruled(row: &Row<'_>, [found, texts, disposition, rules]: [usize; 4]) -> Result<String, Error> {
    let texts: Option<String> = row.get(texts)?;
    let (disposition, rules): (String, String) = (row.get(disposition)?, row.get(rules)?);
    Ok(ruling::read(row.get(found)?, texts.as_deref(), &disposition, &rules))
}

fn judgement(row: &Row<'_>) -> Result<RulingRow, Error> {
    Ok(RulingRow {
        n: row.get(0)?,
        at: moment(row, 1)?,
        cause: row.get(2)?,
        disposition: row.get(3)?,
        facts: row.get(4)?,
        ruling: ruled(row, [5, 9, 3, 6])?,
        rules: row.get(6)?,
        office: row.get(7)?,
        program: row.get(8)?,
        ordered_by: row.get(10)?,
    })
}

fn letter(row: &Row<'_>) -> Result<LetterRow, Error> {
    Ok(LetterRow {
        id: row.get(0)?,
        message: row.get(1)?,
        template: row.get(2)?,
        language: row.get(3)?,
        message_id: row.get(4)?,
        to: list_of(row, 5)?,
        subject: row.get(6)?,
        requests: list_of(row, 7)?,
        written: moment(row, 8)?,
        state: row.get(9)?,
        held: row.get(10)?,
        attempts: row.get(11)?,
        next: moment(row, 12)?,
    })
}

fn hold(row: &Row<'_>) -> Result<HoldRow, Error> {
    Ok(HoldRow {
        id: row.get(0)?,
        message: row.get(1)?,
        request: row.get(2)?,
        letter: row.get(3)?,
        code: row.get(4)?,
        words: row.get(5)?,
        opened: moment(row, 6)?,
        closed: stamp::parse_option(row.get(7)?)?,
        closed_by: row.get(8)?,
    })
}

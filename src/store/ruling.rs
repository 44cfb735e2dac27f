//! A ruling as a row. What its rules say of themselves (id, source, sentences for letters) is the same in thousands
//! of rulings and three quarters of each, so it stands once, in `rule_text`; the row holds what was found: answer,
//! effect and reason of each rule, in the same order.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};

use super::Error;
use crate::calendar::Deadline;
use crate::message::Digest;
use crate::register::Disposition;
use crate::rules::{Effect, Finding, Ruling, Send};
use crate::states::{Answer, Language};

/// Lists of texts that are remembered: one for each set of rules in force on the days of receipt at hand.
const REMEMBERED: usize = 8;

/// What one rule says of itself.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Text {
    rule: String,
    source: String,
    letter: BTreeMap<Language, String>,
    send: Send,
}

impl Text {
    fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.clone(),
            source: finding.source.clone(),
            letter: finding.letter.clone(),
            send: finding.send,
        }
    }

    fn is_of(&self, finding: &Finding) -> bool {
        self.rule == finding.rule
            && self.source == finding.source
            && self.letter == finding.letter
            && self.send == finding.send
    }
}

/// The texts of one ruling's rules, as `rule_text` has them.
#[derive(Debug)]
pub(super) struct Texts {
    each: Vec<Text>,
    sha256: Digest,
    body: String,
}

impl Texts {
    fn of(findings: &[Finding]) -> Result<Self, Error> {
        let each: Vec<Text> = findings.iter().map(Text::of).collect();
        let body = serde_json::to_string(&each)?;
        Ok(Self { each, sha256: Digest::of(body.as_bytes()), body })
    }

    fn are_of(&self, findings: &[Finding]) -> bool {
        self.each.len() == findings.len() && self.each.iter().zip(findings).all(|(t, f)| t.is_of(f))
    }

    /// The number of the row that holds them, which is added where there is none.
    pub fn row(&self, db: &Connection) -> Result<i64, Error> {
        let known: Option<i64> = db
            .prepare_cached("SELECT id FROM rule_text WHERE sha256 = ?1")?
            .query_row([&self.sha256.0], |row| row.get(0))
            .optional()?;
        if let Some(id) = known {
            return Ok(id);
        }
        db.prepare_cached("INSERT INTO rule_text (sha256, body) VALUES (?1, ?2)")?
            .execute(params![self.sha256.0, self.body])?;
        Ok(db.last_insert_rowid())
    }
}

/// The texts met last, so that they are not written out and summed for every ruling.
#[derive(Debug, Default)]
pub(super) struct Remembered(Mutex<VecDeque<Arc<Texts>>>);

impl Remembered {
    fn texts(&self, findings: &[Finding]) -> Result<Arc<Texts>, Error> {
        let mut met = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(texts) = met.iter().find(|texts| texts.are_of(findings)) {
            return Ok(Arc::clone(texts));
        }
        let texts = Arc::new(Texts::of(findings)?);
        met.truncate(REMEMBERED - 1);
        met.push_front(Arc::clone(&texts));
        Ok(texts)
    }
}

/// A ruling, ready to be written.
pub(super) struct Written {
    /// What stands in `rule_text`.
    pub texts: Arc<Texts>,
    /// What stands in `ruling.ruling`.
    pub found: String,
}

#[derive(Serialize)]
struct Found<'a> {
    findings: Vec<(Answer, Effect, &'a str)>,
    deadline: &'a Option<Deadline>,
}

#[derive(Deserialize)]
struct FoundAgain {
    findings: Vec<(Answer, Effect, String)>,
    deadline: Option<Deadline>,
}

/// Writes the JSON of a ruling.
pub(super) fn write(ruling: &Ruling, remembered: &Remembered) -> Result<Written, Error> {
    let findings = ruling.findings.iter().map(|f| (f.answer, f.effect, f.reason.as_str())).collect();
    Ok(Written {
        texts: remembered.texts(&ruling.findings)?,
        found: serde_json::to_string(&Found { findings, deadline: &ruling.deadline })?,
    })
}

/// The ruling of a row as [`Ruling`] in JSON: `texts` is the body of its `rule_text`, where it has one. What another
/// version of the program wrote in another form is handed out as it stands.
pub(super) fn read(found: String, texts: Option<&str>, disposition: &str, rules: &str) -> String {
    let Some(texts) = texts else { return found };
    match whole(&found, texts, disposition, rules).and_then(|ruling| serde_json::to_string(&ruling)) {
        Ok(ruling) => ruling,
        Err(_) => found,
    }
}

fn whole(found: &str, texts: &str, disposition: &str, rules: &str) -> Result<Ruling, serde_json::Error> {
    use serde::de::Error as _;
    let found: FoundAgain = serde_json::from_str(found)?;
    let texts: Vec<Text> = serde_json::from_str(texts)?;
    if texts.len() != found.findings.len() {
        return Err(serde_json::Error::custom("as many texts as findings were expected"));
    }
    let findings = texts.into_iter().zip(found.findings).map(|(text, (answer, effect, reason))| {
        let Text { rule, source, letter, send } = text;
        Finding { rule, answer, effect, reason, source, letter, send }
    });
    let disposition: Disposition = serde_json::from_value(disposition.into())?;
    Ok(Ruling {
        disposition,
        findings: findings.collect(),
        deadline: found.deadline,
        rules: rules.to_owned(),
    })
}

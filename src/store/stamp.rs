//! Moments as the tables hold them: `2017-08-19T03:59:59.000Z`, of one width, so that they sort as text.

use chrono::{DateTime, Datelike, SecondsFormat, Utc};

use super::Error;

/// `at` as text. Years that do not have four digits (no mail server says them) become the nearest that have.
pub(super) fn text(at: DateTime<Utc>) -> String {
    let year = at.year();
    let shown = match year {
        0..=9999 => Some(at),
        ..0 => DateTime::from_timestamp(-62_167_219_200, 0),
        _ => DateTime::from_timestamp(253_402_300_799, 0),
    };
    shown.unwrap_or(at).to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The moment that `text` says.
///
/// # Errors
/// When it does not parse: nobody guesses a date.
pub(super) fn parse(text: &str) -> Result<DateTime<Utc>, Error> {
    DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc)).map_err(|_| {
        Error::Other(format!("`{text}` is not a moment; the database was changed by another hand"))
    })
}

/// The moment in `text`, where there is one.
pub(super) fn parse_option(text: Option<String>) -> Result<Option<DateTime<Utc>>, Error> {
    text.as_deref().map(parse).transpose()
}

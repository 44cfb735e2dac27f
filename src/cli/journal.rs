//! `verbale journal`: the append-only record. It holds ids, hashes and codes, and of people only who ordered something.

use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde_json::json;

use crate::cli::clock::Clock;
use crate::cli::{Context, paint};
use crate::store::JournalWanted;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Only what concerns this request.
    #[arg(value_name = "REFERENCE")]
    request: Option<String>,
    /// From this day or moment on (UTC): 2017-08-18 or 2017-08-18T12:00:00Z.
    #[arg(long, value_parser = moment)]
    since: Option<DateTime<Utc>>,
    /// Up to this day or moment, exclusive (UTC).
    #[arg(long, value_parser = moment)]
    until: Option<DateTime<Utc>>,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let wanted = JournalWanted { since: options.since, until: options.until, request: options.request };
    let reader = context.reader()?;
    let rows = reader.journal(&wanted)?;
    let clock = Clock::of(&reader);
    if !context.json && !rows.is_empty() {
        anstream::println!("{}", paint::faint(&format!("moments in {}", clock.name())));
    }
    for row in &rows {
        if context.json {
            let detail: serde_json::Value =
                serde_json::from_str(&row.detail).unwrap_or_else(|_| json!(row.detail));
            anstream::println!(
                "{}",
                json!({"id": row.id, "at": row.at, "event": row.event, "message": row.message,
                    "request": row.request, "letter": row.letter, "detail": detail, "by": row.by})
            );
            continue;
        }
        let mut about = Vec::new();
        about.extend(row.message.map(|m| format!("message {m}")));
        about.extend(row.request.clone());
        about.extend(row.letter.map(|l| format!("letter {l}")));
        let by = row.by.as_ref().map(|by| format!("  by {}", paint::tame(by))).unwrap_or_default();
        let (at, detail) = (clock.second(row.at), paint::faint(&row.detail));
        anstream::println!("{at}  {:<19} {:<28} {detail}{by}", row.event, about.join(" "));
    }
    Ok(ExitCode::SUCCESS)
}

pub(super) fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Ok(day.and_time(NaiveTime::MIN).and_utc());
    }
    DateTime::parse_from_rfc3339(text)
        .map(|at| at.to_utc())
        .map_err(|_| "write a day (2017-08-18) or a moment (2017-08-18T12:00:00Z)".to_owned())
}

//! `verbale outbox`: letters on their way, or all of them.

use std::process::ExitCode;

use serde_json::json;

use crate::cli::clock::Clock;
use crate::cli::{Context, paint};

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Also letters that were delivered.
    #[arg(long)]
    all: bool,
    /// Show this letter, with every attempt and the server's words.
    #[arg(value_name = "NO")]
    letter: Option<i64>,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let reader = context.reader()?;
    let clock = Clock::of(&reader);
    if let Some(id) = options.letter {
        let Some((letter, bytes)) = reader.letter(id)? else {
            anyhow::bail!("there is no letter {id}; `verbale outbox --all` lists those that there are");
        };
        anstream::println!("{} {}", paint::strong(&format!("letter {id}")), letter.state);
        for attempt in reader.attempts(id)? {
            let end = attempt.ending.as_deref().unwrap_or("outcome unknown");
            let booked = clock.told(attempt.booked);
            anstream::println!("  attempt {} {booked}: {end} {}", attempt.n, paint::tame(&attempt.words));
        }
        anstream::println!();
        for line in crate::letter::readable(&bytes).lines() {
            anstream::println!("  │ {}", paint::tame(line));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let rows = reader.outbox(options.all)?;
    if context.json {
        for row in &rows {
            anstream::println!(
                "{}",
                json!({"id": row.id, "template": row.template, "language": row.language, "to": row.to,
                    "subject": row.subject, "requests": row.requests, "written": row.written, "state": row.state,
                    "held": row.held, "attempts": row.attempts, "next": row.next, "message_id": row.message_id})
            );
        }
        return Ok(ExitCode::SUCCESS);
    }
    if rows.is_empty() {
        anstream::println!("{} No letter is on its way.", paint::good("✓"));
        return Ok(ExitCode::SUCCESS);
    }
    let mut table = paint::table(&["no.", "letter", "to", "subject", "stands", "attempts"]);
    for row in &rows {
        let stands = match (&row.held, row.state.as_str()) {
            (Some(code), "held") => format!("held ({code})"),
            (_, "due") if row.attempts > 0 => format!("again at {} {}", clock.minute(row.next), clock.name()),
            (_, state) => state.to_owned(),
        };
        table.add_row([
            row.id.to_string(),
            format!("{} ({})", row.template, row.language),
            row.to.join(", "),
            paint::tame(&row.subject),
            stands,
            row.attempts.to_string(),
        ]);
    }
    anstream::println!("{table}");
    Ok(ExitCode::SUCCESS)
}

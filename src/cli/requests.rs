//! `verbale requests`: the requests, or one of them with its ruling, letters and history.

use std::process::ExitCode;

use serde_json::json;

use crate::cli::clock::Clock;
use crate::cli::{Context, paint};
use crate::rules::{Effect, Facts, Known, Ruling};
use crate::store::{HoldRow, RequestDetail, RequestRow, RequestsWanted, RulingRow};

mod amend;
mod judge;

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Options {
    #[command(subcommand)]
    what: Option<What>,
    /// Show this one in full, such as GCM-2017-0042.
    #[arg(value_name = "REFERENCE")]
    reference: Option<String>,
    /// Only these: registered, incomplete, declined or held.
    #[arg(long, value_parser = ["registered", "incomplete", "declined", "held"])]
    disposition: Option<String>,
    /// Only for this event.
    #[arg(long)]
    event: Option<String>,
    /// Only of this State (ISO 3166-1 alpha-3).
    #[arg(long)]
    state: Option<String>,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Apply an answer to a request: show what it would change and, with --yes, order it.
    Amend(amend::Options),
    /// Judge requests anew by the rules in force: show what would change and, with --yes, order it.
    Judge(judge::Options),
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    match &options.what {
        Some(What::Amend(options)) => return amend::run(context, options),
        Some(What::Judge(options)) => return judge::run(context, options),
        None => {}
    }
    let reader = context.reader()?;
    let clock = Clock::of(&reader);
    if let Some(reference) = &options.reference {
        let Some(detail) = reader.request(reference)? else {
            anyhow::bail!("there is no request {reference}; `verbale requests` lists those that there are");
        };
        let concerning = reader.holds_concerning(reference)?;
        if context.json {
            print_json(&detail, &concerning)?
        } else {
            show(&detail, &concerning, &clock)
        }
        return Ok(ExitCode::SUCCESS);
    }
    let wanted = RequestsWanted {
        disposition: options.disposition,
        event: options.event,
        state: options.state.map(|s| s.to_uppercase()),
    };
    let rows = reader.requests(&wanted)?;
    if context.json {
        for row in &rows {
            anstream::println!(
                "{}",
                json!({"reference": row.reference, "state": row.state, "event": row.event,
                    "disposition": row.disposition, "joined": row.joined, "received": row.received,
                    "of_record": row.of_record})
            );
        }
        return Ok(ExitCode::SUCCESS);
    }
    if rows.is_empty() {
        anstream::println!("No request yet.");
        return Ok(ExitCode::SUCCESS);
    }
    let mut table =
        paint::table(&["reference", "State", "event", &format!("received ({})", clock.name()), "stands"]);
    for row in &rows {
        table.add_row([
            row.reference.clone(),
            row.state.clone().unwrap_or_else(|| "?".into()),
            row.event.clone().unwrap_or_else(|| "?".into()),
            clock.second(row.received),
            stands(row),
        ]);
    }
    anstream::println!("{table}");
    Ok(ExitCode::SUCCESS)
}

/// Where a request stands, in a word, and of one that ended where it went.
fn stands(row: &RequestRow) -> String {
    match &row.joined {
        Some(to) => paint::standing(&format!("joined to {to}")),
        None => paint::standing(&row.disposition),
    }
}

fn print_json(detail: &RequestDetail, concerning: &[HoldRow]) -> anyhow::Result<()> {
    let rulings: Vec<serde_json::Value> = detail
        .rulings
        .iter()
        .map(|r| {
            let ruling: serde_json::Value = serde_json::from_str(&r.ruling).unwrap_or_default();
            let facts: serde_json::Value = serde_json::from_str(&r.facts).unwrap_or_default();
            json!({"n": r.n, "at": r.at, "cause": r.cause, "disposition": r.disposition, "rules": r.rules, "office": r.office, "ordered_by": r.ordered_by,
                "program": r.program, "ruling": ruling, "facts": facts})
        })
        .collect();
    let letters: Vec<serde_json::Value> = detail
        .letters
        .iter()
        .map(|l| json!({"id": l.id, "template": l.template, "to": l.to, "subject": l.subject, "state": l.state}))
        .collect();
    let answers: Vec<serde_json::Value> =
        concerning.iter().map(|h| json!({"hold": h.id, "message": h.message, "code": h.code})).collect();
    let request = &detail.request;
    anstream::println!(
        "{}",
        json!({"answers": answers, "reference": request.reference, "state": request.state, "event": request.event,
            "disposition": request.disposition, "joined": request.joined, "received": request.received,
            "of_record": request.of_record,
            "message": {"id": detail.message.id, "sha256": detail.message.sha256, "sender": detail.message.sender,
                "subject": detail.message.subject},
            "rulings": rulings, "letters": letters})
    );
    Ok(())
}

fn show(detail: &RequestDetail, concerning: &[HoldRow], clock: &Clock) {
    let request = &detail.request;
    anstream::println!("{}  {}", paint::strong(&request.reference), stands(request));
    let line = |label: &str, value: &str| anstream::println!("  {:<10} {}", label, paint::tame(value));
    line("State", request.state.as_deref().unwrap_or("unknown"));
    line("event", request.event.as_deref().unwrap_or("unknown"));
    line("travellers", &travellers(detail));
    line("received", &clock.told(request.received));
    line("from", &detail.message.sender);
    line("subject", &detail.message.subject);
    line("message", &format!("{} (sha256 {})", detail.message.id, detail.message.sha256));
    for row in &detail.rulings {
        let at = clock.told(row.at);
        let rules = row.rules.get(..12).unwrap_or(&row.rules);
        anstream::println!(
            "\n  {} {at}: {} (rules {rules}){}",
            paint::strong("ruled"),
            paint::standing(&row.disposition),
            because(row, request.message)
        );
        // A ruling that another version wrote is shown as it stands.
        let Ok(ruling) = serde_json::from_str::<Ruling>(&row.ruling) else {
            anstream::println!("    {}", row.ruling);
            continue;
        };
        for finding in &ruling.findings {
            let mark = match finding.effect {
                Effect::None => paint::good("✓"),
                Effect::Note => paint::faint("·"),
                Effect::Ask => paint::warn("?"),
                Effect::Hold => paint::warn("!"),
                Effect::Decline => paint::bad("✗"),
            };
            anstream::println!("    {mark} {:<26} {}", finding.rule, paint::tame(&finding.reason));
            if finding.effect > Effect::Note {
                anstream::println!("      {}", paint::faint(&format!("source: {}", finding.source)));
            }
        }
    }
    for letter in &detail.letters {
        let held = letter.held.as_deref().map(|h| format!(" ({h})")).unwrap_or_default();
        anstream::println!(
            "\n  {} {} {} to {}: {}{held}",
            paint::strong("letter"),
            letter.id,
            letter.template,
            letter.to.join(", "),
            letter.state
        );
    }
    for hold in detail.holds.iter().filter(|h| h.closed.is_none()) {
        let words = paint::tame(&hold.words);
        anstream::println!("\n  {} {} {}: {words}", paint::warn("held"), hold.id, hold.code);
    }
    for hold in concerning.iter().filter(|h| detail.holds.iter().all(|own| own.id != h.id)) {
        let Some(message) = hold.message else { continue };
        anstream::println!(
            "\n  {} message {message} ({}): {}",
            paint::warn("held"),
            hold.code,
            paint::tame(&hold.words)
        );
        let reference = &request.reference;
        anstream::println!(
            "    {}",
            paint::faint(&format!("verbale requests amend {reference} --from {message}"))
        );
    }
}

/// Why it was ruled anew, if it was.
fn because(row: &RulingRow, message: i64) -> String {
    let order = row.ordered_by.as_ref().map(|by| format!(", by order of {}", paint::tame(by)));
    let message = (row.cause != message).then(|| format!(", because of message {}", row.cause));
    [message, order].into_iter().flatten().collect()
}

/// Who travels, by the facts of the ruling in force.
fn travellers(detail: &RequestDetail) -> String {
    let facts = detail.rulings.last().and_then(|row| serde_json::from_str::<Facts>(&row.facts).ok());
    match facts.map(|facts| facts.request.travellers) {
        Some(Known::Value(all)) if !all.is_empty() => {
            all.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", ")
        }
        Some(Known::Doubtful) => "not sure; see `verbale why`".to_owned(),
        _ => "none named".to_owned(),
    }
}

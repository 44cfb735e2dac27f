//! `verbale reload`: shows what the saved folder would change for open requests, and puts it in force.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use crate::cli::clock::Clock;
use crate::cli::officer::By;
use crate::cli::rehearse::{self, Shown};
use crate::cli::{Context, check, opened, paint};
use crate::desk::{Order, OrderKind};
use crate::folder::Desk;
use crate::rehearsal::{self, Side, Wish};
use crate::store::{self, JournalWanted, Reader};

/// How long the daemon is given to answer an order; it looks every second.
const PATIENCE: Duration = Duration::from_secs(30);

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Put it in force without asking.
    #[arg(long, short)]
    yes: bool,
    #[command(flatten)]
    by: By,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<ExitCode> {
    let desk = context.load()?;
    let asks = !options.yes && std::io::stdin().is_terminal();
    // Nobody is asked in vain.
    let by = (options.yes || asks).then(|| options.by.name()).transpose()?;
    check::print(&context.desk, &desk.notices, context.json);
    let dir = desk.settings.store.clone();
    anyhow::ensure!(
        dir.exists(),
        "no daemon ran yet on the store {}; the folder comes into force at its first start",
        dir.display()
    );
    let reader = Reader::open(&dir)?;
    let same = show_change(&reader, &desk, context.json, by.is_none())?;
    let ordered = same || options.yes || (asks && confirmed()?);
    if !ordered {
        if !asks {
            let words = "not at a terminal: add --yes and --by NAME to put it in force; `verbale rehearse` shows each request";
            anstream::eprintln!("{} {words}", paint::bad("error:"));
        }
        anstream::eprintln!("{} nothing was put in force", paint::warn("note:"));
        return Ok(ExitCode::from(rehearse::USAGE));
    }
    let by = by.map_or_else(|| options.by.name(), Ok)?;
    let at = Utc::now();
    let hash = desk.office.hash.clone();
    let order = Order { what: OrderKind::TakeOver { office: hash.clone() }, by, at };
    let number = store::leave_order(&dir, &order)?;
    if store::daemon_pid(&dir)?.is_none() {
        anstream::println!(
            "{} No daemon runs now; it comes into force when one starts.",
            paint::warn("Ordered.")
        );
        return Ok(ExitCode::SUCCESS);
    }
    wait(&dir, &hash, number, at)
}

/// Shows what the saved folder changes for open requests, where nobody reads on (`brief`) only how many; says whether it is
/// the one in force already.
fn show_change(reader: &Reader, desk: &Desk, json: bool, brief: bool) -> anyhow::Result<bool> {
    let in_force = rehearse::in_force(Some(reader)).unwrap_or_else(|error| {
        anstream::eprintln!("{} {error:#}", paint::warn("warning:"));
        None
    });
    let Some(before) = in_force else {
        anstream::eprintln!(
            "{} the store does not know what is in force; nothing to compare",
            paint::warn("note:")
        );
        return Ok(false);
    };
    if before.kept.hash() == desk.office.hash {
        anstream::println!(
            "{} It is in force already; its settings are read anew.",
            paint::good("Unchanged.")
        );
        return Ok(true);
    }
    let open_on = Some(desk.office.zone.date_of(Utc::now()));
    let wish = Wish { open_on, threads: opened::cores(), ..Wish::default() };
    let after = Side { office: &desk.office, kept: &desk.kept };
    let report = rehearsal::of_store(reader, before.side(), after, &wish)?;
    let shown = Shown {
        json,
        all: false,
        brief,
        before: &before.name,
        after: "the folder as it is saved; open requests only",
    };
    rehearse::show_report(&report, &shown)?;
    if !json && report.changes.iter().any(|(_, change)| change.flips()) {
        anstream::println!(
            "\n{} No request is decided anew: those that would stand elsewhere are listed for a person (`verbale today`; `verbale requests judge --changed` judges them anew).",
            paint::strong("If put in force:")
        );
    }
    Ok(false)
}

/// Asks at a terminal.
fn confirmed() -> anyhow::Result<bool> {
    anstream::print!("\nPut it in force? [y/N] ");
    std::io::stdout().flush()?;
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// Waits until the daemon did it, or says why not.
fn wait(dir: &Path, hash: &str, order: i64, at: DateTime<Utc>) -> anyhow::Result<ExitCode> {
    let begun = Instant::now();
    let reader = Reader::open(dir)?;
    while begun.elapsed() < PATIENCE {
        if reader.order_result(order)?.is_some() {
            let since = JournalWanted { since: Some(at), ..JournalWanted::default() };
            let lines = reader.journal(&since)?;
            if lines.iter().any(|line| line.event == "office-refused") {
                anyhow::bail!(
                    "the daemon refused it, and the last good folder stays in force; its log says why"
                );
            }
            if reader.in_force()?.is_some_and(|now| now.office == hash) {
                anstream::println!(
                    "{} since {}.",
                    paint::good("In force"),
                    Clock::of(&reader).told(Utc::now())
                );
                return Ok(ExitCode::SUCCESS);
            }
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    anyhow::bail!("the daemon did not answer within {} seconds; the order waits for it", PATIENCE.as_secs())
}

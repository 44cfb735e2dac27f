//! `verbale demo`: the daemon on a bundled mailbox, needing nothing but the program.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::cli::clock::Clock;
use crate::cli::{Context, paint, program, run::start_log, runtime, warn_unconfined};
use crate::daemon::{self, Mode};
use crate::delivery;
use crate::folder::{self, sample};
use crate::mailbox;
use crate::store::{MessageRow, Reader};

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Where to work; made if it does not exist [default: a new folder below the system's temporary one]
    #[arg(value_name = "DIR")]
    dir: Option<PathBuf>,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    start_log(false);
    let dir = match options.dir {
        Some(dir) => dir,
        None => tempfile::Builder::new().prefix("verbale-demo-").tempdir()?.keep(),
    };
    anyhow::ensure!(
        !dir.join("desk").exists(),
        "{} holds a demo already; name another folder",
        dir.display()
    );
    let desk_dir = dir.join("desk");
    sample::write(&desk_dir)?;
    sample::trust(&desk_dir, "mx.fund.example")?;
    let mail = dir.join("Maildir");
    sample::deliver(&mail)?;
    let mut desk = folder::load(&desk_dir).map_err(|found| {
        super::check::print(&desk_dir, &found, false);
        anyhow::anyhow!("the bundled desk folder does not check")
    })?;
    desk.settings.mailbox = mailbox::Settings::Maildir { path: mail, poll: Duration::from_millis(200) };
    desk.settings.delivery = delivery::Settings::Files(dir.join("letters"));
    desk.settings.store = dir.join("store");
    desk.settings.unconfined = true;
    let store = desk.settings.store.clone();

    let runtime = runtime()?;
    let program = program()?;
    warn_unconfined(&runtime, &program);
    let mode = Mode { once: true, silent: false, other_mailbox: None, program, workers: 2 };
    runtime.block_on(daemon::run(
        desk_dir.clone(),
        desk,
        mode,
        Arc::new(Notify::new()),
        CancellationToken::new(),
    ))?;

    if context.json {
        for row in Reader::open(&store)?.messages()? {
            anstream::println!("{}", as_json(&row));
        }
        return Ok(ExitCode::SUCCESS);
    }
    show_messages(&store)?;
    let shown = |path: &Path| path.display().to_string();
    anstream::println!("\nThe letters that went out lie in {}", paint::strong(&shown(&dir.join("letters"))));
    anstream::println!("Look further:");
    let desk = shown(&desk_dir);
    let with = format!("VERBALE_STORE__PATH={} verbale --desk {desk}", shown(&store));
    anstream::println!("  {with} requests GCM-2017-0001");
    anstream::println!("  {with} held");
    anstream::println!("  {with} journal");
    Ok(ExitCode::SUCCESS)
}

/// Characters of an address that stand on one line of the table.
const ADDRESS: usize = 26;

/// The table of what became of each message, and why.
pub(super) fn show_messages(store: &Path) -> anyhow::Result<()> {
    let reader = Reader::open(store)?;
    let rows = reader.messages()?;
    let clock = Clock::of(&reader);
    if rows.is_empty() {
        anstream::println!("There is no message.");
        return Ok(());
    }
    anstream::println!("{}", paint::faint(&format!("moments in the desk's zone ({})", clock.name())));
    let mut table = paint::table(&["received", "from · subject", "stands", "request", "why", "letters"]);
    // Words of findings are long: the names of facts should not be cut to pieces.
    paint::at_least(&mut table, 4, 24);
    paint::at_least(&mut table, 5, 23);
    // An address is cut nowhere, as long as most are.
    let longest = rows.iter().map(|row| row.sender.chars().count()).max().unwrap_or(0).min(ADDRESS);
    paint::at_least(&mut table, 1, u16::try_from(longest).unwrap_or(0).saturating_add(2));
    for (column, characters) in [(0, 18), (2, 12), (3, 15)] {
        paint::at_least(&mut table, column, characters);
    }
    for row in &rows {
        table.add_row([
            clock.minute(row.received),
            format!("{}\n{}", paint::tame(&row.sender), paint::faint(&paint::tame(&row.subject))),
            row.disposition.as_deref().map_or_else(|| row.state.clone(), paint::standing),
            row.requests.join("\n"),
            why(row),
            letters(row),
        ]);
    }
    anstream::println!("{table}");
    Ok(())
}

fn why(row: &MessageRow) -> String {
    let mut lines: Vec<String> = row
        .holds
        .iter()
        .filter(|h| h.letter.is_none())
        .map(|h| format!("{}: {}", h.code, paint::tame(&h.words)))
        .collect();
    if lines.is_empty() {
        lines.extend(row.why.iter().map(|w| paint::tame(w)));
    }
    if lines.is_empty() {
        lines.extend(row.withheld.iter().map(|w| paint::tame(&w.words)));
    }
    lines.dedup();
    lines.join("\n")
}

fn letters(row: &MessageRow) -> String {
    let mut lines: Vec<String> = row
        .letters
        .iter()
        .map(|l| {
            let held = l.held.as_deref().filter(|_| l.state == "held");
            let stands = held.map_or_else(|| l.state.clone(), |code| format!("waits: {code}"));
            format!("{} ({}) {stands}", l.template, l.language)
        })
        .collect();
    lines.extend(row.withheld.iter().map(|w| paint::faint(&format!("none: {}", w.code))));
    lines.join("\n")
}

fn as_json(row: &MessageRow) -> serde_json::Value {
    serde_json::json!({"message": row.id, "received": row.received, "from": row.sender, "subject": row.subject,
        "disposition": row.disposition, "requests": row.requests, "why": why(row),
        "letters": row.letters.iter().map(|l| serde_json::json!({"template": l.template, "language": l.language,
            "state": l.state, "held": l.held})).collect::<Vec<_>>()})
}

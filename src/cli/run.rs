//! `verbale run`: the daemon.

use std::io::IsTerminal as _;
use std::process::ExitCode;
use std::sync::Arc;

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::cli::officer::By;
use crate::cli::{Context, check, count, demo, paint, program, runtime, warn_of};
use crate::daemon::{self, Ended, Mode};
use crate::folder::{self, Desk};
use crate::worker;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Do what there is to do, then end (for cron, and for trying out).
    #[arg(long)]
    once: bool,
    /// Fetch, read and judge into a store that is thrown away, send nothing, and show what would be answered.
    #[arg(long)]
    dry_run: bool,
    /// Go on with a store whose mail came from another mailbox: letters that are due in it go out.
    #[arg(long)]
    other_mailbox: bool,
    #[command(flatten)]
    by: By,
    /// Logs as JSON Lines.
    #[arg(long)]
    log_json: bool,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let runtime = runtime()?;
    let program = program()?;
    // What this host can do is asked while the folder is read: a daemon that starts has mail waiting.
    let scanning = runtime.spawn_blocking(check::scanning);
    let confinement = runtime.spawn({
        let program = program.clone();
        async move { worker::confinement(&program).await }
    });
    let mut desk = saved_or_last_good(context, &options)?;
    check::print(&context.desk, &desk.notices, false);
    start_log(options.log_json);
    anstream::eprintln!("{}", runtime.block_on(scanning)?);
    if !warn_of(&runtime.block_on(confinement)?) {
        anyhow::ensure!(
            desk.settings.unconfined,
            "this host cannot confine the programs that open papers (see above); set `unconfined = true` under \
             [papers] in desk.toml to accept that, or run on a kernel with landlock (5.13 or later)"
        );
    }
    // Held for its lifetime: the store of a dry run goes with it.
    let scratch = if options.dry_run { Some(tempfile::tempdir()?) } else { None };
    if let Some(scratch) = &scratch {
        desk.settings.store = scratch.path().join("store");
    }
    let store = desk.settings.store.clone();
    let mode = Mode {
        once: options.once || options.dry_run,
        silent: options.dry_run,
        other_mailbox: options.other_mailbox.then(|| options.by.name()).transpose()?,
        program,
        workers: std::thread::available_parallelism().map_or(2, usize::from),
    };
    let ended = runtime.block_on(until_stopped(context, desk, mode))?;
    if options.dry_run {
        anyhow::ensure!(
            ended == Ended::Read,
            "stopped before the mailbox was read: what a first run would do cannot be told"
        );
        anstream::println!(
            "{}",
            paint::strong("What a first run would do (nothing was sent, nothing was kept):")
        );
        demo::show_messages(&store)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The saved folder; where it has mistakes, the one in force, so that a slip in a file does not stop the mail.
fn saved_or_last_good(context: &Context, options: &Options) -> anyhow::Result<Desk> {
    let found = match folder::load(&context.desk) {
        Ok(desk) => return Ok(desk),
        Err(found) => found,
    };
    check::print(&context.desk, &found, false);
    let last_good = match folder::load_settings(&context.desk) {
        Ok(settings) if !options.dry_run => daemon::last_good(settings).unwrap_or_else(|why| {
            anstream::eprintln!("{} the folder in force cannot be used: {why}", paint::bad("error:"));
            None
        }),
        _ => None,
    };
    let desk = context.desk.display();
    match last_good {
        Some(good) => {
            let words = format!(
                "{}; the one in force is used: mend it, then `verbale reload --desk {desk}`",
                count(&found)
            );
            anstream::eprintln!("{} {words}", paint::warn("warning:"));
            Ok(good)
        }
        None => anyhow::bail!("{}; mend it and run `verbale check --desk {desk}`", count(&found)),
    }
}

/// Runs until SIGTERM or SIGINT; SIGHUP reloads.
async fn until_stopped(context: &Context, desk: Desk, mode: Mode) -> anyhow::Result<Ended> {
    let end = CancellationToken::new();
    let reload = Arc::new(Notify::new());
    let mut term = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut hup = signal(SignalKind::hangup())?;
    let daemon = daemon::run(context.desk.clone(), desk, mode, reload.clone(), end.clone());
    tokio::pin!(daemon);
    loop {
        tokio::select! {
            done = &mut daemon => return done,
            _ = term.recv() => end.cancel(),
            _ = interrupt.recv() => end.cancel(),
            _ = hup.recv() => reload.notify_one(),
        }
    }
}

/// Logs carry ids and masked addresses, never bodies. async-imap's trace prints passwords and whole messages, so
/// it is kept quiet whatever VERBALE_LOG asks.
pub(super) fn start_log(json: bool) {
    use tracing_subscriber::EnvFilter;
    let asked = std::env::var("VERBALE_LOG").unwrap_or_else(|_| "info".to_owned());
    let filter =
        EnvFilter::try_new(format!("{asked},async_imap=warn,imap_proto=warn,lettre=warn,rustls=warn"))
            .unwrap_or_else(|_| EnvFilter::new("info,async_imap=warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .with_ansi(std::io::stderr().is_terminal());
    // A second start within one process (the demo in tests) keeps the first log.
    let _already = if json { log.json().try_init() } else { log.compact().try_init() };
}

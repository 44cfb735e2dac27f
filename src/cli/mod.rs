//! The command line: one file per command.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::diagnostic::Diagnostic;
use crate::folder::{self, Desk};

mod attempt;
mod check;
mod clock;
mod contract;
mod demo;
mod held;
mod init;
mod journal;
mod officer;
mod opened;
mod outbox;
mod paint;
mod read;
mod rehearse;
mod reload;
mod requests;
mod run;
mod schema;
mod today;
mod why;

/// Reads, judges and answers the notes verbales that ask a fund for travel support.
#[derive(Debug, Parser)]
#[command(name = "verbale", version, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 done, 1 found problems, 2 wrong usage.\n\
    Any setting of desk.toml can be overridden: VERBALE_MAILBOX__IMAP__HOST=mail.example verbale run")]
pub struct Arguments {
    /// The desk folder (desk.toml, rules/, templates/).
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    desk: PathBuf,
    /// Machine-readable output: one JSON object a line.
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show the program at work on a bundled mailbox; needs nothing but the program.
    Demo(demo::Options),
    /// Write a fresh desk folder.
    Init(init::Options),
    /// Check the desk folder: every mistake by file, line and column, and what to write instead.
    Check,
    /// Print the JSON Schema of a rule file, for completion in editors.
    Schema(schema::Options),
    /// Say what a message says: facts, the words they come from, doubts.
    Read(read::Options),
    /// Try the whole chain on messages or folders of messages; stores and sends nothing.
    Try(attempt::Options),
    /// Run the daemon: watch the mailbox, register, answer.
    Run(run::Options),
    /// Show what edited rules would change, request by request, touching nothing.
    #[command(after_help = rehearse::HELP)]
    Rehearse(rehearse::Options),
    /// Show what the saved desk folder changes for open requests, and put it in force.
    Reload(reload::Options),
    /// Say why a request stands where it stands, by the rules of the day it was ruled.
    Why(why::Options),
    /// List what waits for a person today.
    Today(today::Options),
    /// List requests, or show one.
    Requests(requests::Options),
    /// List, show and release what waits for a person.
    Held(held::Options),
    /// List letters on their way (or all of them).
    Outbox(outbox::Options),
    /// Print the journal: what was received, decided and sent, and when.
    Journal(journal::Options),
}

/// What every command is given.
struct Context {
    desk: PathBuf,
    json: bool,
}

/// Runs the command line and returns its exit code.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let context = Context { desk: arguments.desk, json: arguments.json };
    let done = match arguments.command {
        Command::Demo(options) => demo::run(&context, options),
        Command::Init(options) => init::run(&context, options),
        Command::Check => check::run(&context),
        Command::Schema(options) => schema::run(options),
        Command::Read(options) => read::run(&context, options),
        Command::Try(options) => attempt::run(&context, options),
        Command::Run(options) => run::run(&context, options),
        Command::Rehearse(options) => rehearse::run(&context, options),
        Command::Reload(options) => reload::run(&context, &options),
        Command::Why(options) => why::run(&context, &options),
        Command::Today(options) => today::run(&context, &options),
        Command::Requests(options) => requests::run(&context, options),
        Command::Held(options) => held::run(&context, options),
        Command::Outbox(options) => outbox::run(&context, options),
        Command::Journal(options) => journal::run(&context, options),
    };
    match done {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("{} {error:#}", paint::bad("error:"));
            ExitCode::FAILURE
        }
    }
}

/// A reader such as `head` that has seen enough is no problem of ours.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}

impl Context {
    /// The desk folder as a checked value; its mistakes are printed.
    fn load(&self) -> anyhow::Result<Desk> {
        folder::load(&self.desk).map_err(|diagnostics| {
            check::print(&self.desk, &diagnostics, false);
            let desk = self.desk.display();
            anyhow::anyhow!("{}; mend it and run `verbale check --desk {desk}`", count(&diagnostics))
        })
    }

    /// Where the store of the desk is, from desk.toml alone.
    fn store(&self) -> anyhow::Result<PathBuf> {
        folder::store_path(&self.desk).map_err(|diagnostics| {
            check::print(&self.desk, &diagnostics, false);
            anyhow::anyhow!(
                "{} has no readable desk.toml; name the desk folder with --desk",
                self.desk.display()
            )
        })
    }

    /// The read side of the store.
    fn reader(&self) -> anyhow::Result<crate::store::Reader> {
        let dir = self.store()?;
        anyhow::ensure!(
            dir.exists(),
            "there is no store in {} yet: `verbale run` makes it when the first message arrives",
            dir.display()
        );
        Ok(crate::store::Reader::open(&dir)?)
    }
}

fn count(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|d| d.severity == crate::diagnostic::Severity::Error).count();
    match errors {
        1 => "the desk folder has 1 mistake".to_owned(),
        n => format!("the desk folder has {n} mistakes"),
    }
}

/// Our own program, which is also its confined children. Named by the running process where that can be: an upgrade
/// that replaces the file must not give an old daemon new children, which speak otherwise.
fn program() -> anyhow::Result<PathBuf> {
    let running = PathBuf::from("/proc/self/exe");
    if running.exists() {
        return Ok(running);
    }
    std::env::current_exe().map_err(|e| anyhow::anyhow!("cannot find my own program file: {e}"))
}

/// A runtime for the commands that open messages.
fn runtime() -> anyhow::Result<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}

/// Says on standard error when papers would be opened without full confinement.
fn warn_unconfined(runtime: &tokio::runtime::Runtime, program: &Path) -> bool {
    warn_of(&runtime.block_on(crate::worker::confinement(program)))
}

/// The same of what was found already.
fn warn_of(confinement: &crate::worker::Confinement) -> bool {
    for missing in &confinement.missing {
        anstream::eprintln!("{} {missing}", paint::warn("warning:"));
    }
    confinement.landlock
}

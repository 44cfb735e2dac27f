//! `verbale rehearse`: edited rules over all stored requests or a folder of mail, touching nothing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use chrono::DateTime;

use crate::cli::clock::Clock;
use crate::cli::{Context, attempt, check, count, opened, paint, program, runtime, warn_unconfined};
use crate::desk::Kept;
use crate::desk::rehearsal::{self as core, Replay};
use crate::diagnostic::{Diagnostic, Severity};
use crate::folder::{self, Loose, Settings};
use crate::office::{self, Office};
use crate::rehearsal::{self, Side, Wish};
use crate::store::{InForce, Reader};
use crate::worker::Workers;

mod show;

pub(super) use show::{Shown, answer_word, report as show_report};

pub(super) const HELP: &str = "Without PATH every stored request is judged by both folders; with PATH the messages there.\n\
    Without --rules and --revision the folder as it is saved is rehearsed against the one in force.\n\
    Exit codes: 0 nothing changes, 1 something changes (or the edited folder has mistakes), 2 wrong usage.";

/// Wrong usage, as clap says it.
pub(super) const USAGE: u8 = 2;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The edited folder: a whole desk folder, or one with rules/ or templates/, or a rules folder.
    #[arg(long, value_name = "DIR", conflicts_with = "revision")]
    rules: Option<PathBuf>,
    /// The desk folder as this revision of its git history has it.
    #[arg(long, value_name = "GITREV")]
    revision: Option<String>,
    /// Compare with this revision instead of the folder in force.
    #[arg(long, value_name = "GITREV")]
    against: Option<String>,
    /// Messages (.eml), or folders of them, instead of the store.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Judge the messages as if received then.
    #[arg(long, value_name = "RFC3339", requires = "paths")]
    received: Option<DateTime<chrono::FixedOffset>>,
    /// Show every request and letter, not only the first of them.
    #[arg(long)]
    all: bool,
}

/// A folder to compare, and what to call it.
pub(super) struct Named {
    pub office: Office,
    pub kept: office::Kept,
    pub name: String,
}

impl Named {
    pub fn side(&self) -> Side<'_> {
        Side { office: &self.office, kept: &self.kept }
    }
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let reader = context.store().ok().filter(|dir| dir.exists()).map(|dir| Reader::open(&dir)).transpose()?;
    if options.paths.is_empty() && reader.is_none() {
        return Ok(usage(
            "there is no store yet; name messages to rehearse on: verbale rehearse --rules DIR PATH",
        ));
    }
    let (loose, name) = match (&options.rules, &options.revision) {
        (Some(dir), _) => (Loose::with(&context.desk, dir), format!("the folder {}", dir.display())),
        (None, Some(revision)) => {
            (Loose::at_revision(&context.desk, revision), format!("the revision {revision}"))
        }
        (None, None) => (Loose::of(&context.desk), "the folder as it is saved".to_owned()),
    };
    let edited = options.rules.is_some() || options.revision.is_some();
    let (after, settings) = made(loose, name, &context.desk, context.json)?;
    let before = match (&options.against, in_force(reader.as_ref())?) {
        (Some(revision), _) => {
            let loose = Loose::at_revision(&context.desk, revision);
            made(loose, format!("the revision {revision}"), &context.desk, context.json)?.0
        }
        (None, Some(named)) => named,
        (None, None) if edited => {
            let loose = Loose::of(&context.desk);
            made(loose, "the folder as it is saved".to_owned(), &context.desk, context.json)?.0
        }
        (None, None) => {
            return Ok(usage(
                "nothing to compare with: name the edited rules (--rules, --revision) or --against",
            ));
        }
    };
    let shown = Shown {
        json: context.json,
        all: options.all,
        brief: false,
        before: &before.name,
        after: &after.name,
    };
    let empty = if options.paths.is_empty() {
        let reader = reader.context("there is no store yet")?;
        let wish = Wish { threads: opened::cores(), ..Wish::default() };
        let report = rehearsal::of_store(&reader, before.side(), after.side(), &wish)?;
        show::report(&report, &shown)?;
        report.is_empty()
    } else {
        let mut code = ExitCode::SUCCESS;
        let (replay, files) = on_mail(&options, before.side(), after.side(), &settings, &mut code)?;
        show::replay(&replay, &files, &shown);
        replay.changes.is_empty()
            && replay.letters.is_empty()
            && replay.dispositions.is_empty()
            && code == ExitCode::SUCCESS
    };
    Ok(if empty { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn usage(words: &str) -> ExitCode {
    anstream::eprintln!("{} {words}", paint::bad("error:"));
    ExitCode::from(USAGE)
}

/// The folder that is in force by the store, with its office; none in a store that does not know.
pub(super) fn in_force(reader: Option<&Reader>) -> anyhow::Result<Option<Named>> {
    let Some(reader) = reader else { return Ok(None) };
    let Some(in_force) = reader.in_force()? else { return Ok(None) };
    let Some(kept) = reader.kept_office(&in_force.office)? else { return Ok(None) };
    let office = folder::open_kept(&kept, &[]).map_err(|found| {
        check::print_of(&|path| kept.file(path).map(|f| f.text.clone()).unwrap_or_default(), &found, false);
        anyhow::anyhow!(
            "this program does not accept the folder in force, which an older one put there; name another with --against"
        )
    })?;
    Ok(Some(Named { name: since(&in_force, &office), office, kept }))
}

/// What to call the folder in force.
fn since(in_force: &InForce, office: &Office) -> String {
    let clock = Clock::in_zone(&office.zone);
    format!(
        "the folder in force since {} {} (by {})",
        clock.minute(in_force.at),
        clock.name(),
        paint::tame(&in_force.by)
    )
}

/// Makes an office of loose texts; mistakes are printed where they stand.
fn made(
    loose: Result<Loose, Vec<Diagnostic>>,
    name: String,
    desk: &Path,
    json: bool,
) -> anyhow::Result<(Named, Settings)> {
    let loose = loose.map_err(|found| {
        check::print(desk, &found, json);
        anyhow::anyhow!("{name} cannot be read")
    })?;
    let texts = loose.clone();
    let (parts, settings) = folder::load_office(loose).map_err(|found| {
        let (errors, _): (Vec<_>, Vec<_>) = found.into_iter().partition(|d| d.severity == Severity::Error);
        check::print_of(&|path| texts.text(path), &errors, json);
        anyhow::anyhow!("{name}: {}", count(&errors))
    })?;
    Ok((Named { office: parts.office, kept: parts.kept, name }, settings))
}

/// Both folders on the same mail; returns the files in the order of receipt.
fn on_mail(
    options: &Options,
    before: Side<'_>,
    after: Side<'_>,
    settings: &Settings,
    code: &mut ExitCode,
) -> anyhow::Result<(Replay, BTreeMap<usize, PathBuf>)> {
    let runtime = runtime()?;
    let program = program()?;
    warn_unconfined(&runtime, &program);
    let workers = Workers::new(program, settings.limits.clone(), opened::cores());
    let received = options.received.map(|r| r.to_utc());
    let files = attempt::files(&options.paths)?;
    let opened = opened::all(files, &after.office.policy, &workers, received, &runtime, code);
    let kept: Vec<Kept<'_>> = opened
        .iter()
        .map(|one| Kept { message: &one.message, receipt: &one.receipt, too_large: one.too_large })
        .collect();
    let replay = core::replay(&kept, before.office, after.office);
    let files = opened.iter().map(|one| one.path.clone()).enumerate().collect();
    Ok((replay, files))
}

/// How many requests and letters are shown unless all are wanted.
const FIRST: usize = 40;

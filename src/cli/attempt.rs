//! `verbale try PATH...`: the whole chain on messages or folders; stores and sends nothing.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use chrono::{DateTime, SubsecRound, Utc};

use crate::calendar::Moment;
use crate::cli::contract::try_object;
use crate::cli::{Context, paint, program, read, runtime, warn_unconfined};
use crate::desk::{self, Kept, Outcome};
use crate::message::{Digest, Message, Receipt, ReceivedFrom};
use crate::office::Policy;
use crate::register::Register;
use crate::worker::Workers;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Messages (.eml), or folders of them; a folder runs in the order of receipt.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Judge as if received then, such as 2017-08-18T23:59:59-04:00.
    #[arg(long, value_name = "RFC3339")]
    received: Option<DateTime<chrono::FixedOffset>>,
}

/// A message opened for a trial.
pub(super) struct Opened {
    pub path: PathBuf,
    pub message: Message,
    pub receipt: Receipt,
    pub too_large: bool,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let desk = context.load()?;
    let runtime = runtime()?;
    let program = program()?;
    warn_unconfined(&runtime, &program);
    let workers = Workers::new(program, desk.settings.limits.clone(), 2);
    let mut code = ExitCode::SUCCESS;
    let received = options.received.map(|r| r.to_utc());
    let opened = open(&options.paths, received, &desk.office.policy, &workers, &runtime, &mut code)?;
    let several = files(&options.paths)?.len() > 1;
    let mut register = Register::default();
    for one in &opened {
        // Letters are dated by the moment of receipt, so that a trial gives the same bytes every day.
        let moment = Moment(one.receipt.received);
        let kept = Kept { message: &one.message, receipt: &one.receipt, too_large: one.too_large };
        let understood = desk::understand(&one.message, &one.receipt, &desk.office);
        let outcome = desk::handle(&kept, understood, &register, &desk.office, b"trial", moment);
        desk::absorb(&mut register, &outcome, moment);
        if context.json {
            let mut object = try_object(&one.message, &one.receipt, &outcome);
            if let (true, Some(object)) = (several, object.as_object_mut()) {
                object.insert("file".into(), one.path.display().to_string().into());
            }
            anstream::println!("{}", serde_json::to_string(&object)?);
        } else {
            anstream::println!("{}", paint::strong(&format!("── {}", one.path.display())));
            read::show(&one.message, &outcome.reading, &outcome.filing, &desk);
            show(one, &outcome);
        }
    }
    Ok(code)
}

/// Opens messages and those in folders, by moment of receipt. One that cannot be read is told and left out, and makes
/// `code` a failure.
pub(super) fn open(
    paths: &[PathBuf],
    received: Option<DateTime<Utc>>,
    policy: &Policy,
    workers: &Workers,
    runtime: &tokio::runtime::Runtime,
    code: &mut ExitCode,
) -> anyhow::Result<Vec<Opened>> {
    let now = Utc::now();
    let mut opened = Vec::new();
    for path in files(paths)? {
        let raw = match std::fs::read(&path) {
            Ok(raw) => raw,
            Err(error) => {
                anstream::eprintln!("{} {}: {error}", paint::bad("error:"), path.display());
                *code = ExitCode::FAILURE;
                continue;
            }
        };
        let too_large = u64::try_from(raw.len())? > policy.max_message;
        let message = runtime.block_on(workers.extract(raw.clone()))?;
        let receipt = receipt(&raw, &message, received, &policy.trusted_relays, now);
        opened.push(Opened { path, message, receipt, too_large });
    }
    opened.sort_by(|a, b| (a.receipt.received, &a.path).cmp(&(b.receipt.received, &b.path)));
    Ok(opened)
}

/// The files named, and those in the folders named (not below them), sorted.
fn files(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut inside: Vec<PathBuf> = std::fs::read_dir(path)
            .with_context(|| format!("the folder {} cannot be read", path.display()))?
            .filter_map(|entry| entry.ok().map(|e| e.path()))
            .filter(|p| p.is_file() && !is_hidden(p))
            .filter(|p| p.extension().is_none_or(|e| e == "eml" || e == "msg" || e.len() > 4))
            .collect();
        anyhow::ensure!(!inside.is_empty(), "there is no message in the folder {}", path.display());
        inside.sort();
        files.append(&mut inside);
    }
    Ok(files)
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'))
}

/// The moment of receipt of a message that lies in a file: the option, else the topmost Received line (of a trusted
/// relay where the desk names any and one is there), else now.
pub(super) fn receipt(
    raw: &[u8],
    message: &Message,
    option: Option<DateTime<Utc>>,
    relays: &[String],
    now: DateTime<Utc>,
) -> Receipt {
    let lines = &message.headers.received;
    let trusted = lines.iter().find(|l| relays.contains(&l.by)).and_then(|l| l.at);
    let top = trusted.or_else(|| lines.first().and_then(|l| l.at));
    let (received, received_from) = match (option, top) {
        (Some(at), _) => (at, ReceivedFrom::Option),
        (None, Some(at)) => (at, ReceivedFrom::ReceivedHeader),
        (None, None) => (now, ReceivedFrom::Now),
    };
    Receipt {
        sha256: Digest::of(raw),
        size: u64::try_from(raw.len()).unwrap_or(u64::MAX),
        received: received.trunc_subsecs(0),
        received_from,
    }
}

fn show(one: &Opened, outcome: &Outcome) {
    let received = one.receipt.received.format("%Y-%m-%d %H:%M:%S UTC");
    let from = serde_json::to_string(&one.receipt.received_from).unwrap_or_default().replace('"', "");
    anstream::println!(
        "\n{} received {received} ({from})",
        paint::standing(&serde_json::to_string(&outcome.disposition).unwrap_or_default().replace('"', ""))
    );
    for judged in &outcome.requests {
        let request = &judged.request;
        let state = request.state.map_or_else(|| "State unknown".to_owned(), |s| s.to_string());
        let event = request.event.as_deref().unwrap_or("event unknown");
        anstream::println!(
            "  {} {state} · {event} · {}",
            paint::strong(&request.reference),
            judged.ruling.disposition.as_str()
        );
        for finding in &judged.ruling.findings {
            let effect = serde_json::to_string(&finding.effect).unwrap_or_default().replace('"', "");
            let answer = serde_json::to_string(&finding.answer).unwrap_or_default().replace('"', "");
            let line =
                format!("{:<26} {answer:<8} {effect:<8} {}", finding.rule, paint::tame(&finding.reason));
            let met = finding.effect == crate::rules::Effect::None;
            anstream::println!("    {}", if met { paint::faint(&line) } else { line });
        }
    }
    for hold in &outcome.holds {
        anstream::println!("  {} {}: {}", paint::warn("held"), hold.code, paint::tame(&hold.words));
    }
    for withheld in &outcome.withheld {
        anstream::println!(
            "  {} {}: {}",
            paint::faint("no letter"),
            withheld.code,
            paint::tame(&withheld.words)
        );
    }
    for out in &outcome.letters {
        let when = match out.held.as_deref() {
            None => "goes at once".to_owned(),
            Some(code) => format!("waits ({code})"),
        };
        anstream::println!("  {} to {}, {when}", paint::strong("letter"), out.letter.to.join(", "));
        anstream::println!("  │ Subject: {}\n  │", out.letter.subject);
        for line in out.letter.text.lines() {
            anstream::println!("  │ {}", paint::tame(line));
        }
    }
    anstream::println!();
}

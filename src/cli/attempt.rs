//! `verbale try PATH...`: the whole chain on messages or folders; stores and sends nothing.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use chrono::DateTime;

use crate::calendar::Moment;
use crate::cli::clock::Clock;
use crate::cli::contract::try_object;
use crate::cli::opened::{self, Opened};
use crate::cli::{Context, paint, program, read, runtime, warn_unconfined};
use crate::desk::{self, Basis, Judged, Kept, Outcome};
use crate::register::Register;
use crate::rules::Effect;
use crate::worker::Workers;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Messages (.eml), or folders of them; a folder runs in the order of receipt.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Judge as if received then, such as 2017-08-18T23:59:59-04:00.
    #[arg(long, value_name = "RFC3339")]
    received: Option<DateTime<chrono::FixedOffset>>,
    /// Only the table of what became of each message.
    #[arg(long)]
    short: bool,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let desk = context.load()?;
    let runtime = runtime()?;
    let program = program()?;
    warn_unconfined(&runtime, &program);
    let workers = Workers::new(program, desk.settings.limits.clone(), opened::cores());
    let files = files(&options.paths)?;
    let several = files.len() > 1;
    let received = options.received.map(|r| r.to_utc());
    let mut code = ExitCode::SUCCESS;
    let opened = opened::all(files, &desk.office.policy, &workers, received, &runtime, &mut code);
    let mut register = Register::default();
    let mut together = Vec::new();
    let mut changed: BTreeMap<String, Changed> = BTreeMap::new();
    for one in &opened {
        // Letters are dated by the moment of receipt, so that a trial gives the same bytes every day.
        let moment = Moment(one.receipt.received);
        let kept = Kept { message: &one.message, receipt: &one.receipt, too_large: one.too_large };
        let understood = desk::understand(&one.message, &one.receipt, &desk.office);
        let outcome = desk::handle(
            &kept,
            understood,
            Basis { register: &register, office: &desk.office, secret: b"trial", moment },
        );
        desk::absorb(&mut register, &outcome, moment);
        if context.json {
            let mut object = try_object(&one.message, &one.receipt, &outcome);
            if let (true, Some(object)) = (several, object.as_object_mut()) {
                object.insert("file".into(), one.path.display().to_string().into());
            }
            anstream::println!("{}", serde_json::to_string(&object)?);
        } else {
            if !options.short {
                anstream::println!("{}", paint::strong(&format!("── {}", one.path.display())));
                read::show(&one.message, &outcome.reading, &outcome.filing, &desk);
                show(one, &outcome, &Clock::in_zone(&desk.office.zone));
            }
            together.extend(rows(one, &outcome));
            let by = name(one);
            for judged in outcome.rejudged {
                let reference = judged.request.reference.clone();
                // Before the first that changed it, it stood as its own message had it.
                let by = changed.remove(&reference).map_or_else(|| by.clone(), |earlier| earlier.by);
                changed.insert(reference, Changed { judged, by });
            }
        }
    }
    if (several || options.short) && !context.json {
        anstream::println!("{}", table(together, &changed));
    }
    Ok(code)
}

/// The files named, and those in the folders named (not below them), sorted.
pub(super) fn files(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
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

/// A request that stands otherwise because of a message that came after its own.
struct Changed {
    judged: Judged,
    /// The name of the file of the first such message.
    by: String,
}

/// A line of the table that ends a trial of several: a request, or a message that makes none.
struct Row {
    name: String,
    /// As it was judged when its message was handled.
    judged: Option<Judged>,
    stands: String,
    by: String,
}

/// The lines of a message.
fn rows(one: &Opened, outcome: &Outcome) -> Vec<Row> {
    let row = |judged, stands, by| Row { name: name(one), judged, stands, by };
    if outcome.requests.is_empty() {
        let codes: Vec<&str> = outcome.holds.iter().map(|hold| hold.code.as_str()).collect();
        let stands = serde_json::to_string(&outcome.disposition).unwrap_or_default().replace('"', "");
        return vec![row(None, stands, codes.join(", "))];
    }
    let requests = outcome.requests.iter();
    requests.map(|judged| row(Some(judged.clone()), stands(judged), deciding(judged))).collect()
}

/// The table: each request as it stands at the end. A second note of a State for the same meeting changes the first, which
/// would else be shown as if nobody had written again.
fn table(rows: Vec<Row>, changed: &BTreeMap<String, Changed>) -> impl std::fmt::Display {
    let mut table = paint::table(&["message", "reference", "State", "event", "stands", "by"]);
    for Row { name, judged, stands: first, by } in rows {
        let Some(judged) = judged else {
            table.add_row([name, String::new(), String::new(), String::new(), paint::standing(&first), by]);
            continue;
        };
        let request = &judged.request;
        let (stands, by) = match changed.get(&request.reference) {
            Some(now) => (
                stands(&now.judged),
                format!("{}; it stood {first} before {}", deciding(&now.judged), now.by),
            ),
            None => (first, by),
        };
        table.add_row([
            name,
            request.reference.clone(),
            request.state.map(|state| state.to_string()).unwrap_or_default(),
            request.event.clone().unwrap_or_default(),
            paint::standing(&stands),
            by,
        ]);
    }
    table
}

/// The file's name.
fn name(one: &Opened) -> String {
    paint::tame(&one.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}

fn stands(judged: &Judged) -> String {
    judged.ruling.disposition.as_str().to_owned()
}

/// The rules by which a request stands where it does.
fn deciding(judged: &Judged) -> String {
    let deciding = judged.ruling.findings.iter().filter(|finding| finding.effect > Effect::Note);
    deciding.map(|finding| finding.rule.as_str()).collect::<Vec<_>>().join(", ")
}

fn show(one: &Opened, outcome: &Outcome, clock: &Clock) {
    let received = clock.told(one.receipt.received);
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
            let met = finding.effect == Effect::None;
            anstream::println!("    {}", if met { paint::faint(&line) } else { line });
        }
    }
    for judged in &outcome.rejudged {
        let reference = paint::strong(&judged.request.reference);
        anstream::println!(
            "  {reference}, of an earlier message, now stands {}",
            paint::standing(&stands(judged))
        );
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

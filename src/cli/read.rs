//! `verbale read FILE...`: what a message says. Needs no store, network or mailbox.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::StreamExt as _;

use crate::cli::contract::{Milliseconds, doubts, read_object};
use crate::cli::opened::{self, Opened};
use crate::cli::{Context, paint, program, runtime, warn_unconfined};
use crate::desk::{Understood, paper_kinds, understand};
use crate::folder::Desk;
use crate::matching::{self, Filing};
use crate::message::Message;
use crate::office::Office;
use crate::reading::{self, CERTAIN, Evidence, Fact, Field, Ground, Kind, Reading};
use crate::worker::Workers;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// Messages as files (.eml).
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Messages read side by side; the order of the answers stays that of the files.
    #[arg(long, value_name = "N", default_value_t = opened::cores(), value_parser = opened::jobs)]
    jobs: usize,
    /// Say how long each message took: opening it in the confined children, then reading it.
    #[arg(long)]
    timings: bool,
    /// Print the text that was taken from the body and each paper, instead of the facts.
    #[arg(long, conflicts_with = "timings")]
    text: bool,
    /// Say by what the kind of message was judged, and how much each told.
    #[arg(long, conflicts_with_all = ["timings", "text"])]
    evidence: bool,
}

/// A message that was read, and how long the reading alone took.
struct Done {
    opened: Opened,
    understood: Understood,
    reading: Duration,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    let desk = Arc::new(context.load()?);
    let runtime = runtime()?;
    let program = program()?;
    warn_unconfined(&runtime, &program);
    let workers = Arc::new(Workers::new(program, desk.settings.limits.clone(), options.jobs));
    let several = options.files.len() > 1;
    let now = chrono::Utc::now();
    let mut code = ExitCode::SUCCESS;
    let (theirs, helpers) = (Arc::clone(&desk), Arc::clone(&workers));
    let mut answers = std::pin::pin!(
        futures_util::stream::iter(options.files)
            .map(move |path| {
                let (desk, workers) = (Arc::clone(&theirs), Arc::clone(&helpers));
                in_a_task(async move {
                    let opened = opened::open(path, &desk.office.policy, &workers, None, now).await?;
                    let started = Instant::now();
                    let understood = understand(&opened.message, &opened.receipt, &desk.office);
                    Ok(Done { opened, understood, reading: started.elapsed() })
                })
            })
            .buffered(options.jobs)
    );
    runtime.block_on(async {
        while let Some(answer) = answers.next().await {
            let done = match answer? {
                Ok(done) => done,
                Err(error) => {
                    anstream::eprintln!("{} {error:#}", paint::bad("error:"));
                    code = ExitCode::FAILURE;
                    continue;
                }
            };
            let Done { opened, understood: Understood { reading, filing }, reading: took } = done;
            let times = options.timings.then(|| Milliseconds::new(opened.opening, took));
            if context.json {
                let mut object = read_object(&opened.message, &reading, &filing);
                object.file = several.then(|| opened.path.display().to_string());
                object.milliseconds = times;
                if options.evidence {
                    object.evidence = Some(evidence(&opened, &reading, &desk.office));
                }
                anstream::println!("{}", serde_json::to_string(&object)?);
                continue;
            }
            if several {
                anstream::println!("{}", paint::strong(&format!("── {}", opened.path.display())));
            }
            if options.text {
                show_text(&opened.message);
                continue;
            }
            show(&opened.message, &reading, &filing, &desk);
            if options.evidence {
                let evidence = evidence(&opened, &reading, &desk.office);
                show_evidence(&evidence, reading.kind.value().copied());
            }
            if let Some(times) = times {
                row("took", &times.to_string(), "");
            }
        }
        anyhow::Ok(())
    })?;
    Ok(code)
}

/// A task of its own, so that messages are read on all cores.
async fn in_a_task(
    work: impl Future<Output = anyhow::Result<Done>> + Send + 'static,
) -> anyhow::Result<anyhow::Result<Done>> {
    Ok(tokio::spawn(work).await?)
}

/// All that was weighed for a message.
fn evidence(opened: &Opened, reading: &Reading, office: &Office) -> Evidence {
    let evidence = reading::evidence(&opened.message, &opened.receipt, &office.states);
    Evidence { meetings: matching::considered(reading, &office.index), ..evidence }
}

/// What told for or against the kind that was chosen, the weightiest first; then who is named and which meetings, and
/// how likely the message is about each.
fn show_evidence(evidence: &Evidence, kind: Option<Kind>) {
    let told = |ground: &Ground| {
        ground.telling.iter().find(|(k, _)| Some(*k) == kind).map_or(0.0, |(_, weight)| *weight)
    };
    let mut found: Vec<(&Ground, f32)> =
        evidence.kind.iter().map(|g| (g, told(g))).filter(|(_, weight)| weight.abs() >= 0.1).collect();
    found.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    for (ground, weight) in found {
        row(&format!("{weight:+.2}"), &ground.name, &ground.words);
    }
    for one in evidence.persons.iter().chain(&evidence.meetings) {
        row(&format!("{:.0} %", 100.0 * one.share), &one.name, &one.clues.join(", "));
    }
}

/// What there was to read: the words that every fact is quoted from.
fn show_text(message: &Message) {
    anstream::println!("{}\n{}", paint::faint("── body"), paint::tame(&message.body));
    for paper in &message.papers {
        for (number, page) in paper.pages.iter().enumerate() {
            anstream::println!(
                "{}\n{}",
                paint::faint(&format!("── {}, page {}", paper.name, number + 1)),
                paint::tame(page)
            );
        }
    }
}

/// The note as a person would like to see it: facts beside the words, doubts in plain view.
pub(super) fn show(message: &Message, reading: &Reading, filing: &Filing, desk: &Desk) {
    let states = &desk.office.states;
    let headers = &message.headers;
    for from in &headers.from {
        row("from", &format!("{} <{}>", from.name, from.address), "");
    }
    row("subject", &headers.subject, "");
    fact_row("kind", &reading.kind, |k| k.as_str().to_owned());
    fact_row("form", &reading.form, |f| f.as_str().to_owned());
    fact_row("language", &reading.language, |l| l.code().to_owned());
    fact_row("state", &reading.state, |code| {
        let day = headers.date.map_or(chrono::NaiveDate::MIN, |d| d.date_naive());
        let name = states.name_on(*code, crate::states::Language::En, crate::states::NameForm::Short, day);
        format!("{code} {}", name.unwrap_or_default())
    });
    fact_row("channel", &reading.channel, |c| c.as_str().to_owned());
    fact_row("note reference", &reading.note_reference, String::clone);
    fact_row("note date", &reading.note_date, ToString::to_string);
    fact_row("events", &filing.events, |ids| ids.join(", "));
    if reading.travellers.is_empty() {
        row("traveller", &paint::faint("(none)"), "");
    }
    for traveller in &reading.travellers {
        let gender = traveller.value.gender.map_or("", |g| match g {
            reading::Gender::F => " (f)",
            reading::Gender::M => " (m)",
        });
        let function = traveller.value.function.as_deref().map(|f| format!(", {f}")).unwrap_or_default();
        let mark = if traveller.confidence < CERTAIN { " ?" } else { "" };
        row("traveller", &format!("{}{gender}{function}{mark}", traveller.value.name), &traveller.words);
    }
    let kinds = paper_kinds(message, reading, &desk.office);
    for ((paper, read), kinds) in message.papers.iter().zip(&reading.papers).zip(kinds) {
        let trouble = paper.trouble.as_ref().map(|t| paint::warn(&t.words)).unwrap_or_default();
        // What the desk's own papers.toml calls it says more than "other".
        let own: Vec<&str> = kinds.iter().map(String::as_str).filter(|kind| *kind != "other").collect();
        let kind = if own.is_empty() { read.kind.as_str().to_owned() } else { own.join(", ") };
        row("paper", &format!("{} ({kind}; {} page(s)) {trouble}", paper.name, paper.page_count), "");
    }
    let sender = &filing.sender;
    row(
        "sender",
        &format!("authentic: {:?}, of record: {:?}", sender.authentic, sender.of_record).to_lowercase(),
        "",
    );
    for mark in headers.automatic_marks() {
        row("automatic mark", &mark, "");
    }
    for trouble in message.troubles.iter().chain(&reading.troubles) {
        row(&paint::warn("trouble"), trouble, "");
    }
    let doubts = doubts(reading, filing);
    if doubts.contains(&Field::Events) {
        for reason in &filing.reasons {
            row(&paint::warn("about events"), &paint::tame(reason), "");
        }
    }
    if !doubts.is_empty() {
        let doubts: Vec<String> =
            doubts.iter().map(|d| serde_json::to_string(d).unwrap_or_default().replace('"', "")).collect();
        row(&paint::warn("look at"), &doubts.join(", "), "");
    }
}

fn fact_row<T>(label: &str, fact: &Fact<T>, shown: impl Fn(&T) -> String) {
    match fact {
        Fact::Stated(q) => {
            let mark = if q.confidence < CERTAIN { paint::warn(" ?") } else { String::new() };
            let place = if q.place.page > 1 {
                format!("{} p. {}", q.place.document, q.place.page)
            } else {
                q.place.document.clone()
            };
            row(label, &format!("{}{mark}", shown(&q.value)), &format!("{place}: {}", q.words));
        }
        Fact::Missing => row(label, &paint::faint("(not said)"), ""),
        Fact::Conflicting { candidates } => {
            for q in candidates {
                let words = format!("{}: {}", q.place.document, q.words);
                row(label, &format!("{} {}", shown(&q.value), paint::bad("conflict")), &words);
            }
        }
    }
}

fn row(label: &str, value: &str, words: &str) {
    let shortened: String = words.chars().take(90).collect();
    let words = if words.is_empty() {
        String::new()
    } else {
        paint::faint(&format!("  “{}”", paint::tame(&shortened)))
    };
    let pad =
        " ".repeat(15_usize.saturating_sub(anstream::adapter::strip_str(label).to_string().chars().count()));
    anstream::println!("{}{pad} {}{words}", paint::faint(label), value.replace('\n', " "));
}

//! `verbale held`: what waits for a person, why, and how it goes on.

use std::collections::BTreeMap;
use std::process::ExitCode;

use chrono::Utc;
use serde_json::json;

use crate::cli::{Context, paint};
use crate::desk::{Order, OrderKind};
use crate::store::{self, HoldRow, Reader};

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    #[command(subcommand)]
    what: Option<What>,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// List what is held (the default).
    List {
        /// Also what is no longer held.
        #[arg(long)]
        all: bool,
    },
    /// Show one, with its letter or message.
    Show {
        /// Number in the list.
        id: i64,
    },
    /// Send a held letter, or close the hold of a message that a person has dealt with.
    Release {
        /// Numbers in the list.
        #[arg(required = true)]
        ids: Vec<i64>,
        /// Who orders it; stands in the journal.
        #[arg(long, env = "USER")]
        by: String,
    },
    /// Close a hold without sending anything: its letter is kept and does not go out.
    Close {
        /// Numbers in the list.
        #[arg(required = true)]
        ids: Vec<i64>,
        /// Who orders it; stands in the journal.
        #[arg(long, env = "USER")]
        by: String,
    },
}

/// What is to become of what is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Release,
    Close,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    match options.what.unwrap_or(What::List { all: false }) {
        What::List { all } => list(context, all),
        What::Show { id } => show(context, id),
        What::Release { ids, by } => end(context, &ids, &by, Ending::Release),
        What::Close { ids, by } => end(context, &ids, &by, Ending::Close),
    }
}

fn list(context: &Context, all: bool) -> anyhow::Result<ExitCode> {
    let reader = context.reader()?;
    let rows = reader.holds(all)?;
    let ordered = ordered(&reader)?;
    if context.json {
        for row in &rows {
            anstream::println!("{}", as_json(row));
        }
        return Ok(ExitCode::SUCCESS);
    }
    if rows.is_empty() {
        anstream::println!("{} Nothing is held.", paint::good("✓"));
        return Ok(ExitCode::SUCCESS);
    }
    let mut table = paint::table(&["no.", "since (UTC)", "what", "why", "in words"]);
    for row in &rows {
        table.add_row([
            row.id.to_string(),
            row.opened.format("%Y-%m-%d %H:%M").to_string(),
            what(row),
            row.code.clone(),
            match ordered.of(row) {
                Some(by) => format!("ordered by {by}, waits for the daemon: {}", paint::tame(&row.words)),
                None => paint::tame(&row.words),
            },
        ]);
    }
    anstream::println!(
        "{table}\n{}",
        paint::faint("verbale held show NO · verbale held release NO · verbale held close NO")
    );
    Ok(ExitCode::SUCCESS)
}

/// Who ordered an end to what is held, where the daemon has not carried it out yet.
#[derive(Debug, Default)]
pub(super) struct Ordered {
    letters: BTreeMap<i64, String>,
    holds: BTreeMap<i64, String>,
    messages: BTreeMap<i64, String>,
}

impl Ordered {
    pub(super) fn of(&self, hold: &HoldRow) -> Option<&str> {
        let by = self.holds.get(&hold.id).or_else(|| match hold.letter {
            Some(letter) => self.letters.get(&letter),
            None => self.messages.get(&hold.message?),
        });
        by.map(String::as_str)
    }
}

/// The orders about what is held that wait for the daemon.
pub(super) fn ordered(reader: &Reader) -> anyhow::Result<Ordered> {
    let mut ordered = Ordered::default();
    for order in reader.waiting_orders()? {
        match order.what {
            OrderKind::ReleaseLetter { letter } => ordered.letters.insert(letter, order.by),
            OrderKind::CloseHold { hold } => ordered.holds.insert(hold, order.by),
            OrderKind::Amend { message, .. } => ordered.messages.insert(message, order.by),
            OrderKind::TakeOver { .. } => None,
        };
    }
    Ok(ordered)
}

fn show(context: &Context, id: i64) -> anyhow::Result<ExitCode> {
    let reader = context.reader()?;
    let Some(detail) = reader.hold(id)? else {
        anyhow::bail!("nothing is held under number {id}; `verbale held` lists what is");
    };
    let concerned = concerned(&reader, &detail.hold)?;
    if context.json {
        let mut value = as_json(&detail.hold);
        if let Some(object) = value.as_object_mut() {
            let text = detail.letter.as_ref().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned());
            let references: Vec<&String> = concerned.iter().map(|(reference, _)| reference).collect();
            object.insert("concerns".into(), json!(references));
            object.insert("letter_bytes".into(), json!(text));
            object.insert("sender".into(), json!(detail.message.as_ref().map(|m| &m.sender)));
            object.insert("subject".into(), json!(detail.message.as_ref().map(|m| &m.subject)));
        }
        anstream::println!("{value}");
        return Ok(ExitCode::SUCCESS);
    }
    let hold = &detail.hold;
    anstream::println!("{} {} {}", paint::strong(&format!("held {id}")), what(hold), paint::warn(&hold.code));
    anstream::println!("  {}", paint::tame(&hold.words));
    if let Some(message) = &detail.message {
        anstream::println!("  message {} from {}", message.id, paint::tame(&message.sender));
        anstream::println!("  subject {}", paint::tame(&message.subject));
        anstream::println!("  received {}", message.received.format("%Y-%m-%d %H:%M:%S UTC"));
        if !message.requests.is_empty() {
            anstream::println!("  requests {}", message.requests.join(", "));
        }
    }
    for (reference, message) in concerned {
        let Some(request) = reader.request(&reference)? else { continue };
        let row = &request.request;
        anstream::println!(
            "  {} {reference} ({}, {}), which stands {}",
            paint::strong("concerns"),
            row.state.as_deref().unwrap_or("?"),
            row.event.as_deref().unwrap_or("?"),
            paint::standing(&row.disposition)
        );
        anstream::println!(
            "    {}",
            paint::faint(&format!("verbale requests amend {reference} --from {message}"))
        );
    }
    if let Some((letter, bytes)) = &detail.letter {
        anstream::println!("\n{} to {}\n", paint::strong("letter"), letter.to.join(", "));
        for line in readable(bytes).lines() {
            anstream::println!("  │ {}", paint::tame(line));
        }
    } else if let Some(message) = &detail.message {
        show_message(&reader, message.id)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The requests that a held message concerns and did not make, each with the message's number.
fn concerned(reader: &Reader, hold: &HoldRow) -> anyhow::Result<Vec<(String, i64)>> {
    let (None, Some(message)) = (hold.letter, hold.message) else { return Ok(Vec::new()) };
    let Some(stored) = reader.stored_message(message)? else { return Ok(Vec::new()) };
    let made = reader.requests_of(message)?;
    let (_, understood) = stored.open()?;
    let mut concerns = understood.filing.concerns;
    concerns.retain(|reference| made.iter().all(|one| one.request.reference != *reference));
    Ok(concerns.into_iter().map(|reference| (reference, message)).collect())
}

/// The words of a message and its papers as they were read; where it could not be opened, its first lines as they came.
fn show_message(reader: &Reader, message: i64) -> anyhow::Result<()> {
    let opened = match reader.stored_message(message)? {
        Some(stored) => Some(stored.open()?.0),
        None => None,
    };
    let raw;
    let (title, text) = match &opened {
        Some(opened) => ("message, as it was read", opened.body.as_str()),
        None => {
            raw = String::from_utf8_lossy(&reader.raw(message)?).into_owned();
            ("original message", raw.as_str())
        }
    };
    anstream::println!("\n{}\n", paint::strong(title));
    for line in text.lines().take(SHOWN) {
        anstream::println!("  │ {}", paint::tame(line));
    }
    if text.lines().count() > SHOWN {
        anstream::println!("  … the rest is in the mailbox");
    }
    for paper in opened.iter().flat_map(|opened| &opened.papers) {
        let trouble = paper.trouble.as_ref().map(|t| format!(", {}", t.code)).unwrap_or_default();
        anstream::println!("  with {} ({} page(s){trouble})", paint::tame(&paper.name), paper.page_count);
    }
    Ok(())
}

/// Lines of a message that are shown.
const SHOWN: usize = 60;

/// Headers as sent, then the text with its transfer encoding undone, as far as our own letters use one.
fn readable(bytes: &[u8]) -> String {
    crate::letter::readable(bytes)
}

fn end(context: &Context, ids: &[i64], by: &str, ending: Ending) -> anyhow::Result<ExitCode> {
    let dir = context.store()?;
    let reader = context.reader()?;
    let mut code = ExitCode::SUCCESS;
    for id in ids {
        let Some(detail) = reader.hold(*id)?.filter(|d| d.hold.closed.is_none()) else {
            anstream::eprintln!("{} nothing is held under number {id}", paint::bad("error:"));
            code = ExitCode::FAILURE;
            continue;
        };
        let what = match (detail.hold.letter, ending) {
            (Some(letter), Ending::Release) => OrderKind::ReleaseLetter { letter },
            (_, _) => OrderKind::CloseHold { hold: *id },
        };
        store::leave_order(&dir, &Order { what, by: by.to_owned(), at: Utc::now() })?;
        let done = match (&detail.letter, ending) {
            (Some((letter, _)), Ending::Release) => {
                format!("the letter to {} goes out", letter.to.join(", "))
            }
            (Some((letter, _)), Ending::Close) => {
                format!("the letter to {} does not go out", letter.to.join(", "))
            }
            (None, _) => "marked as dealt with".to_owned(),
        };
        anstream::println!("{} {id}: {done} (by {by})", paint::good("ordered"));
    }
    if store::daemon_pid(&dir)?.is_none() {
        anstream::println!(
            "{} no daemon runs now; orders are carried out when it starts",
            paint::warn("note:")
        );
    }
    Ok(code)
}

fn what(row: &HoldRow) -> String {
    match (row.letter, &row.request, row.message) {
        (Some(letter), Some(request), _) => format!("letter {letter} ({request})"),
        (Some(letter), None, _) => format!("letter {letter}"),
        (None, Some(request), _) => request.clone(),
        (None, None, Some(message)) => format!("message {message}"),
        (None, None, None) => "desk".to_owned(),
    }
}

fn as_json(row: &HoldRow) -> serde_json::Value {
    json!({"id": row.id, "message": row.message, "request": row.request, "letter": row.letter, "code": row.code,
        "words": row.words, "opened": row.opened, "closed": row.closed, "closed_by": row.closed_by})
}

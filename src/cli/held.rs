//! `verbale held`: what waits for a person, why, and how it goes on.

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;

use chrono::Utc;
use serde_json::json;

use crate::cli::clock::Clock;
use crate::cli::officer::By;
use crate::cli::{Context, paint};
use crate::desk::{Order, OrderKind};
use crate::store::{self, HoldRow, LetterRow, Reader, RequestRow};

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
        /// Send a letter also where it says of a request what no longer holds; the journal says so.
        #[arg(long)]
        nevertheless: bool,
        #[command(flatten)]
        by: By,
    },
    /// Close a hold without sending anything: its letter is kept and does not go out.
    Close {
        /// Numbers in the list.
        #[arg(required = true)]
        ids: Vec<i64>,
        #[command(flatten)]
        by: By,
    },
}

/// What is to become of what is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Release { nevertheless: bool },
    Close,
}

pub(super) fn run(context: &Context, options: Options) -> anyhow::Result<ExitCode> {
    match options.what.unwrap_or(What::List { all: false }) {
        What::List { all } => list(context, all),
        What::Show { id } => show(context, id),
        What::Release { ids, nevertheless, by } => {
            end(context, &ids, &by.name()?, Ending::Release { nevertheless })
        }
        What::Close { ids, by } => end(context, &ids, &by.name()?, Ending::Close),
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
    let clock = Clock::of(&reader);
    let named = Named::of(&reader, all)?;
    let mut table = paint::table(&["no.", &format!("since ({})", clock.name()), "what", "why", "in words"]);
    // References and addresses should not be cut to pieces.
    paint::at_least(&mut table, 2, 30);
    for row in &rows {
        let words = match named.outdated(row) {
            Some(reference) => format!("{} {}", row.words, outdated(reference)),
            None => row.words.clone(),
        };
        table.add_row([
            row.id.to_string(),
            clock.minute(row.opened),
            paint::tame(&named.what(row)),
            row.code.clone(),
            match ordered.of(row) {
                Some(by) => format!("ordered by {by}, waits for the daemon: {}", paint::tame(&words)),
                None => paint::tame(&words),
            },
        ]);
    }
    anstream::println!(
        "{table}\n{}",
        paint::faint("verbale held show NO · verbale held release NO · verbale held close NO")
    );
    Ok(ExitCode::SUCCESS)
}

/// What is held, called by what an officer knows it by.
pub(super) struct Named {
    letters: BTreeMap<i64, LetterRow>,
    /// State and event of each request that is spoken of.
    requests: BTreeMap<String, RequestRow>,
    /// From whom each message that is held came.
    senders: BTreeMap<i64, String>,
    flipped: BTreeSet<String>,
}

impl Named {
    /// With `all` also of what is no longer held.
    pub fn of(reader: &Reader, all: bool) -> anyhow::Result<Self> {
        let letters: BTreeMap<_, _> = reader.outbox(all)?.into_iter().map(|row| (row.id, row)).collect();
        let holds = reader.holds(all)?;
        let mut wanted: BTreeSet<&str> = holds.iter().filter_map(|hold| hold.request.as_deref()).collect();
        let held = holds.iter().filter_map(|hold| letters.get(&hold.letter?));
        wanted.extend(held.flat_map(|letter| &letter.requests).map(String::as_str));
        let mut requests = BTreeMap::new();
        for reference in wanted {
            if let Some(row) = reader.request_row(reference)? {
                requests.insert(reference.to_owned(), row);
            }
        }
        let mut senders = BTreeMap::new();
        for message in holds.iter().filter(|hold| hold.letter.is_none()).filter_map(|hold| hold.message) {
            senders.insert(message, reader.sender(message)?.unwrap_or_default());
        }
        Ok(Self { letters, requests, senders, flipped: reader.flipped()?.into_iter().collect() })
    }

    /// `refusal of GCM-2017-0042 (NPL, HRC-36) to mission@nepal.example`
    pub fn what(&self, hold: &HoldRow) -> String {
        if let Some(letter) = hold.letter {
            return self
                .letters
                .get(&letter)
                .map_or_else(|| format!("letter {letter}"), |row| self.letter(row));
        }
        match (&hold.request, hold.message) {
            (Some(request), _) => self.request(request),
            (None, Some(message)) => match self.senders.get(&message).filter(|sender| !sender.is_empty()) {
                Some(sender) => format!("message {message} from {sender}"),
                None => format!("message {message}"),
            },
            (None, None) => "desk".to_owned(),
        }
    }

    /// Which letter it is: its kind, the requests that it speaks of, and to whom it would go.
    fn letter(&self, letter: &LetterRow) -> String {
        let requests: Vec<String> = letter.requests.iter().map(|reference| self.request(reference)).collect();
        let about = if requests.is_empty() { String::new() } else { format!(" of {}", requests.join(", ")) };
        format!("{}{about} to {}", letter.template, letter.to.join(", "))
    }

    /// A request with its State and event.
    pub fn request(&self, reference: &str) -> String {
        let Some(row) = self.requests.get(reference) else { return reference.to_owned() };
        let known: Vec<&str> = [&row.state, &row.event].into_iter().flatten().map(String::as_str).collect();
        match known.is_empty() {
            true => reference.to_owned(),
            false => format!("{reference} ({})", known.join(", ")),
        }
    }

    /// The request of which a held letter says what the rules in force no longer carry.
    pub fn outdated(&self, hold: &HoldRow) -> Option<&str> {
        let letter = self.letters.get(&hold.letter?)?;
        letter.requests.iter().map(String::as_str).find(|reference| self.flipped.contains(*reference))
    }
}

/// What to do about a letter of which the rules in force would have another.
pub(super) fn outdated(reference: &str) -> String {
    format!("The rules in force no longer carry it: verbale requests judge {reference}")
}

/// Who ordered an end to what is held, where the daemon has not carried it out yet.
#[derive(Debug, Default)]
pub(super) struct Ordered {
    letters: BTreeMap<i64, String>,
    holds: BTreeMap<i64, String>,
    messages: BTreeMap<i64, String>,
    requests: BTreeMap<String, String>,
}

impl Ordered {
    pub(super) fn of(&self, hold: &HoldRow) -> Option<&str> {
        let by = self.holds.get(&hold.id).or_else(|| match hold.letter {
            Some(letter) => self.letters.get(&letter),
            None => {
                let judged = hold.request.as_ref().and_then(|reference| self.requests.get(reference));
                judged.or_else(|| self.messages.get(&hold.message?))
            }
        });
        by.map(String::as_str)
    }
}

/// The orders about what is held that wait for the daemon.
pub(super) fn ordered(reader: &Reader) -> anyhow::Result<Ordered> {
    let mut ordered = Ordered::default();
    for order in reader.waiting_orders()? {
        match order.what {
            OrderKind::ReleaseLetter { letter, .. } => ordered.letters.insert(letter, order.by),
            OrderKind::CloseHold { hold } => ordered.holds.insert(hold, order.by),
            OrderKind::Amend { message, .. } => ordered.messages.insert(message, order.by),
            OrderKind::Judge { request } => ordered.requests.insert(request, order.by),
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
    let (named, clock) = (Named::of(&reader, true)?, Clock::of(&reader));
    let what = paint::tame(&named.what(hold));
    anstream::println!("{} {what} {}", paint::strong(&format!("held {id}")), paint::warn(&hold.code));
    anstream::println!("  {}", paint::tame(&hold.words));
    if let Some(reference) = named.outdated(hold) {
        anstream::println!("  {} {}", paint::warn("look:"), outdated(reference));
    }
    if let Some(message) = &detail.message {
        anstream::println!("  message {} from {}", message.id, paint::tame(&message.sender));
        anstream::println!("  subject {}", paint::tame(&message.subject));
        anstream::println!("  received {}", clock.told(message.received));
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
            (Some(letter), Ending::Release { nevertheless }) => {
                OrderKind::ReleaseLetter { letter, nevertheless }
            }
            (_, _) => OrderKind::CloseHold { hold: *id },
        };
        match store::leave_order(&dir, &Order { what, by: by.to_owned(), at: Utc::now() }) {
            Ok(_) => {}
            Err(store::Error::Other(why)) => {
                anstream::eprintln!("{} {id} is not ordered: {why}", paint::bad("error:"));
                code = ExitCode::FAILURE;
                continue;
            }
            Err(error) => return Err(error.into()),
        }
        let done = match (&detail.letter, ending) {
            (Some((letter, _)), Ending::Release { .. }) => {
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

fn as_json(row: &HoldRow) -> serde_json::Value {
    json!({"id": row.id, "message": row.message, "request": row.request, "letter": row.letter, "code": row.code,
        "words": row.words, "opened": row.opened, "closed": row.closed, "closed_by": row.closed_by})
}

//! `verbale today`: what waits for a person.

use std::collections::BTreeMap;
use std::process::ExitCode;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};

use crate::cli::clock::Clock;
use crate::cli::held::{Named, ordered, outdated};
use crate::cli::{Context, count, paint, rehearse};
use crate::diagnostic::Diagnostic;
use crate::folder;
use crate::states::Language;
use crate::store::{self, HoldRow, Reader, RequestRow, RequestsWanted};

/// A message that waits longer than this to be read is a problem.
const SLOW: TimeDelta = TimeDelta::minutes(15);
/// Lines of one kind that are shown; the others are counted.
const SHOWN: usize = 12;

#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// As on this day (2017-08-16) or at this moment (2017-08-16T09:00:00-04:00) instead of now: what waited then, as far
    /// as the store knows.
    #[arg(long, value_name = "WHEN", value_parser = super::journal::moment)]
    at: Option<DateTime<Utc>>,
}

/// Something that waits.
struct Item {
    /// `folder`, `flipped`, `deadline`, `letter`, `held`, `undecided`, `asked` or `mail`.
    kind: &'static str,
    /// How it stands before the words, such as the number of a hold.
    label: String,
    words: String,
    json: Value,
}

/// The headings, in the order in which a day is worked.
const HEADINGS: [(&str, &str); 8] = [
    ("mail", "Mail does not go as it should"),
    ("folder", "Rules and templates"),
    ("deadline", "Deadlines near"),
    ("flipped", "Stand elsewhere by the rules in force"),
    ("letter", "Letters that wait for you"),
    ("held", "Held for you"),
    ("undecided", "Stand held, and nothing is open about them"),
    ("asked", "Missions were asked, and have not answered"),
];

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<ExitCode> {
    let present = Utc::now();
    let now = options.at.unwrap_or(present);
    // What is so only now is not said of another day.
    let elsewhen = now != present;
    let mut items = Vec::new();
    let dir = context.store()?;
    let reader = dir.exists().then(|| Reader::open(&dir)).transpose()?;
    let clock = reader.as_ref().map_or_else(Clock::utc, Clock::of);
    folder_items(context, reader.as_ref(), (now, elsewhen), &clock, &mut items)?;
    if let Some(reader) = &reader {
        hold_items(reader, options.at, &mut items)?;
        if !elsewhen {
            mail_items(reader, now, &clock, &mut items)?;
        }
        if !elsewhen && store::daemon_pid(&dir)?.is_none() {
            let words = "no daemon runs: mail is neither fetched nor answered (verbale run)";
            push(&mut items, "mail", "daemon", words, json!({"code": "no-daemon"}));
        }
    }
    if context.json {
        for item in &items {
            let mut object = json!({"what": item.kind, "words": item.words});
            if let (Some(object), Value::Object(more)) = (object.as_object_mut(), &item.json) {
                object.extend(more.clone());
            }
            anstream::println!("{object}");
        }
        return Ok(ExitCode::SUCCESS);
    }
    anstream::println!("{}", paint::strong(&clock.day(now)));
    if elsewhen {
        let words = "as far as the store knows; requests are counted as they stand now, mail and the saved folder are left out";
        anstream::println!("{}", paint::faint(words));
    }
    if items.is_empty() {
        anstream::println!("{} Nothing waits for you.", paint::good("✓"));
    }
    for (kind, heading) in HEADINGS {
        let of: Vec<&Item> = items.iter().filter(|item| item.kind == kind).collect();
        if of.is_empty() {
            continue;
        }
        anstream::println!("\n{} ({})", paint::strong(heading), of.len());
        for item in of.iter().take(SHOWN) {
            let label = format!("{:<14}", item.label);
            anstream::println!(
                "  {}  {}",
                paint::warn(&label),
                paint::wrapped(&paint::tame(&item.words), 18)
            );
        }
        if of.len() > SHOWN {
            let more = format!("  … and {} more: verbale held", of.len() - SHOWN);
            anstream::println!("{}", paint::faint(&more));
        }
    }
    if items.iter().any(|item| item.kind == "flipped") {
        let hint = "verbale requests judge --changed (shows what follows; --yes orders it)";
        anstream::println!("\n{}", paint::faint(hint));
    }
    if items.iter().any(|item| matches!(item.kind, "flipped" | "letter" | "held")) {
        let hint =
            "verbale held show NO · verbale held release NO · verbale held close NO · verbale why REFERENCE";
        anstream::println!("\n{}", paint::faint(hint));
    }
    Ok(ExitCode::SUCCESS)
}

fn push(items: &mut Vec<Item>, kind: &'static str, label: &str, words: &str, json: Value) {
    items.push(Item { kind, label: label.to_owned(), words: words.to_owned(), json });
}

/// The saved folder beside the one in force, and the deadlines of the one in force.
fn folder_items(
    context: &Context,
    reader: Option<&Reader>,
    (now, elsewhen): (DateTime<Utc>, bool),
    clock: &Clock,
    items: &mut Vec<Item>,
) -> anyhow::Result<()> {
    let saved = folder::load(&context.desk);
    let in_force = reader.map(Reader::in_force).transpose()?.flatten();
    match (&saved, &in_force) {
        _ if elsewhen => {}
        (Err(found), _) => {
            let words = format!("{}; the folder in force stays: verbale check", count(found));
            push(items, "folder", "mistakes", &words, json!({"code": "mistakes"}));
        }
        (Ok(desk), Some(in_force)) if desk.office.hash != in_force.office => {
            let since = format!("{} {}", clock.minute(in_force.at), clock.name());
            let ordered = reader.map(Reader::waiting_take_over).transpose()?.flatten();
            let json =
                json!({"code": "not-in-force", "saved": desk.office.hash, "in_force": in_force.office});
            if let Some((_, order)) = ordered.filter(|(office, _)| *office == desk.office.hash) {
                let at = clock.minute(order.at);
                let words = format!(
                    "saved, checks, ordered by {} at {at}: it comes into force when the daemon runs, before any mail \
                     (in force since {since}, by {})",
                    order.by, in_force.by
                );
                push(items, "folder", "ordered", &words, json);
                return near(reader, &saved, now, items);
            }
            let words = format!(
                "saved, checks, not in force (in force since {since}, by {}): verbale rehearse, then verbale reload",
                in_force.by
            );
            push(items, "folder", "not in force", &words, json);
        }
        _ => {}
    }
    near(reader, &saved, now, items)
}

/// Deadlines near by the folder in force, else by the saved one.
fn near(
    reader: Option<&Reader>,
    saved: &Result<folder::Desk, Vec<Diagnostic>>,
    now: DateTime<Utc>,
    items: &mut Vec<Item>,
) -> anyhow::Result<()> {
    let kept = rehearse::in_force(reader).unwrap_or(None);
    let office = match (&kept, saved) {
        (Some(named), _) => &named.office,
        (None, Ok(desk)) => &desk.office,
        (None, Err(_)) => return Ok(()),
    };
    let near = TimeDelta::days(office.policy.near_deadline_days.into());
    let mut closing: Vec<_> = office
        .rulebook
        .events
        .values()
        .filter_map(|event| Some((event.deadline.as_ref()?, event)))
        .filter(|(deadline, _)| deadline.closes >= now && deadline.closes - now <= near)
        .collect();
    closing.sort_by_key(|(deadline, event)| (deadline.closes, event.id.clone()));
    let today = office.zone.date_of(now);
    let mut requests: BTreeMap<&str, Vec<RequestRow>> = BTreeMap::new();
    for event in office.rulebook.events.values().filter(|event| event.end >= today) {
        let wanted = RequestsWanted { event: Some(event.id.clone()), ..RequestsWanted::default() };
        let mut of_event = reader.map(|r| r.requests(&wanted)).transpose()?.unwrap_or_default();
        of_event.retain(|request| request.received <= now);
        requests.insert(&event.id, of_event);
    }
    for (deadline, event) in closing {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for request in requests.get(event.id.as_str()).into_iter().flatten() {
            *counts.entry(&request.disposition).or_default() += 1;
        }
        let each: Vec<String> = counts.iter().map(|(word, n)| format!("{n} {word}")).collect();
        let said = if each.is_empty() { "no request yet".to_owned() } else { each.join(", ") };
        let left = paint::span((deadline.closes - now).num_seconds());
        let local = office.zone.local(deadline.closes).format("%-d %B, %H:%M:%S");
        let title = event.title(Language::En);
        let words = format!("{title}: closes in {left} ({local} {}); {said}", office.zone.name);
        let json = json!({"event": event.id, "closes": deadline.closes, "requests": counts});
        push(items, "deadline", &event.id, &words, json);
    }
    // A hold that is closed decides nothing: who was not answered stays in sight.
    let mut over = Vec::new();
    for row in reader.map(Reader::held_and_closed).transpose()?.unwrap_or_default() {
        if row.received > now {
            continue;
        }
        let event = row.event.as_deref().and_then(|id| office.rulebook.events.get(id));
        if event.is_some_and(|event| event.end < today) {
            over.push(row.reference);
            continue;
        }
        let about =
            format!("{}, {}", row.state.as_deref().unwrap_or("?"), row.event.as_deref().unwrap_or("?"));
        let words =
            format!("{about}: its hold was closed, and it stands held: verbale why {}", row.reference);
        push(
            items,
            "undecided",
            &row.reference,
            &words,
            json!({"request": row.reference, "event": row.event}),
        );
    }
    if !over.is_empty() {
        let words = format!(
            "{} for meetings that are over stand held, their holds closed: verbale requests --disposition held",
            over.len()
        );
        push(items, "undecided", "over", &words, json!({"requests": over}));
    }
    for (event, requests) in requests {
        let asked: Vec<&str> =
            requests.iter().filter(|r| r.disposition == "incomplete").map(|r| r.reference.as_str()).collect();
        if !asked.is_empty() {
            let first = asked.iter().take(3).copied().collect::<Vec<_>>().join(", ");
            let more = if asked.len() > 3 { format!(" and {} more", asked.len() - 3) } else { String::new() };
            let words = format!("{first}{more}: verbale requests --event {event} --disposition incomplete");
            push(items, "asked", event, &words, json!({"event": event, "requests": asked}));
        }
    }
    Ok(())
}

/// Everything that is held, or was at that moment, by what a person has to do about it.
fn hold_items(reader: &Reader, at: Option<DateTime<Utc>>, items: &mut Vec<Item>) -> anyhow::Result<()> {
    let ordered = ordered(reader)?;
    let named = Named::of(reader, at.is_some())?;
    let waited = |hold: &HoldRow| {
        at.is_none_or(|at| hold.opened <= at && hold.closed.is_none_or(|closed| closed > at))
    };
    for hold in reader.holds(at.is_some())?.into_iter().filter(waited) {
        let kind = match (hold.code.as_str(), hold.letter) {
            ("rules-changed", _) => "flipped",
            ("undeliverable", _) => "mail",
            (_, Some(_)) => "letter",
            (_, None) => "held",
        };
        let words = match (hold.letter, hold.code.as_str()) {
            // One line tells which; that it waits for a release the heading says.
            (Some(_), "on-release") => named.what(&hold),
            _ => format!("{}: {}", named.what(&hold), hold.words),
        };
        let words = match named.outdated(&hold) {
            Some(reference) => format!("{words}. {}", outdated(reference)),
            None => words,
        };
        let words = match ordered.of(&hold) {
            Some(by) => format!("ordered by {by}, waits for the daemon: {words}"),
            None => words,
        };
        let json = json!({"hold": hold.id, "code": hold.code, "message": hold.message, "request": hold.request,
            "letter": hold.letter, "opened": hold.opened});
        push(items, kind, &format!("{} {}", hold.id, hold.code), &words, json);
    }
    Ok(())
}

/// Mail that waits on its way in or out.
fn mail_items(
    reader: &Reader,
    now: DateTime<Utc>,
    clock: &Clock,
    items: &mut Vec<Item>,
) -> anyhow::Result<()> {
    if let Some(oldest) = reader.oldest_waiting()?.filter(|oldest| now - *oldest > SLOW) {
        let waiting = reader.counts()?.kept;
        let since = format!("{} {}", clock.minute(oldest), clock.name());
        let words = format!("{waiting} messages wait to be read, the oldest since {since}");
        push(items, "mail", "unread", &words, json!({"code": "unread", "messages": waiting}));
    }
    let late: Vec<_> =
        reader.outbox(false)?.into_iter().filter(|l| l.state == "due" && l.attempts > 0).collect();
    if let Some(first) = late.first() {
        let last = reader.attempts(first.id)?.pop().map(|attempt| attempt.words).unwrap_or_default();
        let words =
            format!("{} letters are tried again; of letter {} the relay said: {last}", late.len(), first.id);
        push(items, "mail", "delayed", &words, json!({"code": "delayed", "letters": late.len()}));
    }
    Ok(())
}

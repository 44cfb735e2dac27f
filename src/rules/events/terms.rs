//! What a request for an event is measured by: caps by list, required papers, the later event for late notes; and the
//! sittings and examples of an event.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use crate::calendar::{Deadline, Zone};
use crate::diagnostic::did_you_mean;
use crate::register::{Event, Events, Later, Sitting, Terms};
use crate::rules::events::{Around, Calendar};
use crate::rules::expr::PAPERS;
use crate::rules::form::{Desk, Form, integer};
use crate::rules::shape;
use crate::states::Answer;

/// The later event for late notes as the file writes it.
#[derive(Debug, Clone)]
pub(super) struct Late {
    word: String,
    span: Range<usize>,
}

/// The terms of `form`, an event or the defaults; what it does not say is taken from `defaults`.
pub(super) fn read(desk: &mut Desk<'_>, form: &Form<'_, '_>, defaults: &Terms, around: &Around<'_>) -> Terms {
    let mut terms = defaults.clone();
    if let Some(caps) = form.table("max_by_list", desk) {
        terms.max_by_list.clear();
        for (key, value) in caps.table {
            let list = key.get_ref().to_string();
            if !around.lists.contains(&list) {
                let help = match did_you_mean(&list, around.lists.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => {
                        let all: Vec<&str> = around.lists.iter().map(String::as_str).collect();
                        format!("add rules/lists/{list}.csv, or use one of: {}", all.join(", "))
                    }
                };
                desk.error(key.span(), "unknown-list", format!("there is no list called '{list}'"), help);
                continue;
            }
            match integer(value.get_ref()).and_then(|n| u32::try_from(n).ok()) {
                Some(most) => {
                    terms.max_by_list.insert(list, most);
                }
                None => desk.wrong_type(value, &list, "a whole number"),
            }
        }
    } else if form.get("max_per_state").is_some() {
        // An event that sets its own number of delegates does not take the exceptions of the general one.
        terms.max_by_list.clear();
    }
    if form.get("papers").is_some() {
        terms.papers.clear();
        for (id, span) in form.strings("papers", desk) {
            if let Some(papers) = around.papers.filter(|papers| !papers.contains(&id)) {
                let help = match did_you_mean(&id, papers.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean \"{near}\"?"),
                    None if PAPERS.contains(&id.as_str()) => format!(
                        "the program knows the kind: add [[paper]] with id = \"{id}\", title and source to rules/papers.toml"
                    ),
                    None => format!("add [[paper]] with id = \"{id}\" to rules/papers.toml"),
                };
                desk.error(span, "unknown-paper", format!("there is no paper called \"{id}\""), help);
                continue;
            }
            terms.papers.insert(id);
        }
    }
    terms
}

/// What `form` says of late notes, else the default.
pub(super) fn late_to(desk: &mut Desk<'_>, form: &Form<'_, '_>, default: Option<&Late>) -> Option<Late> {
    match form.text("late_to", desk) {
        Some((word, span)) => Some(Late { word, span }),
        None => default.cloned(),
    }
}

/// Sets the later events of each event in `late`, once all are known; days end in `zone`.
pub(super) fn carry(desk: &mut Desk<'_>, calendar: &mut Calendar, late: Vec<(String, Late)>, zone: &Zone) {
    let mut found = Vec::new();
    let Calendar { events, ids, .. } = calendar;
    for (id, late) in late {
        let Some(event) = events.get(&id) else { continue };
        let later = match late.word.as_str() {
            "none" => continue,
            "next" => next(event, events),
            other => match events.get(other) {
                Some(other) if other.start <= event.start || other.covered == Answer::No => {
                    let message = format!(
                        "late notes for `{id}` cannot be considered for `{}`, which {}",
                        other.id,
                        if other.covered == Answer::No { "is not covered" } else { "does not begin later" }
                    );
                    desk.error(
                        late.span,
                        "bad-late-event",
                        message,
                        "name a later event that is covered, \"next\" or \"none\"",
                    );
                    continue;
                }
                Some(other) if other.deadline.is_some() && closes(other) <= closes(event) => {
                    let message = format!(
                        "late notes for `{id}` cannot be considered for `{}`, which takes no requests by then",
                        other.id
                    );
                    let help = "name an event that closes later, \"next\" or \"none\"";
                    desk.error(late.span, "bad-late-event", message, help);
                    continue;
                }
                Some(other) => vec![other],
                // It has mistakes of its own, or it is not known what there is.
                None if ids.is_empty() || ids.contains(other) => continue,
                None => {
                    let help = match did_you_mean(other, ids.iter().map(String::as_str)) {
                        Some(near) => format!("did you mean \"{near}\"?"),
                        None => "write the id of a later event, \"next\" or \"none\"".to_owned(),
                    };
                    desk.error(
                        late.span,
                        "unknown-event",
                        format!("there is no event called \"{other}\""),
                        help,
                    );
                    continue;
                }
            },
        };
        let later = later.into_iter().map(|e| Later { event: e.id.clone(), until: open_until(e, zone) });
        found.push((id, later.collect()));
    }
    for (id, later) in found {
        if let Some(event) = events.get_mut(&id) {
            event.terms.late_to = later;
        }
    }
}

fn closes(event: &Event) -> DateTime<Utc> {
    event.deadline.as_ref().map_or(DateTime::<Utc>::MAX_UTC, |d| d.closes)
}

/// The last second at which it takes requests.
fn open_until(event: &Event, zone: &Zone) -> DateTime<Utc> {
    let eve = event.start.pred_opt().unwrap_or(event.start);
    event.deadline.as_ref().map_or_else(|| zone.end_of_day(eve), |d| d.closes)
}

/// The later covered events of the same process that close later, the nearest first.
fn next<'e>(event: &Event, events: &'e Events) -> Vec<&'e Event> {
    let mut later: Vec<&Event> = events
        .values()
        .filter(|e| e.covered == Answer::Yes && e.process == event.process && e.start > event.start)
        .filter(|e| e.deadline.is_none() || closes(e) > closes(event))
        .collect();
    later.sort_by_key(|e| (e.start, &e.id));
    later
}

pub(super) fn sittings(
    desk: &mut Desk<'_>,
    form: &Form<'_, '_>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    days: &[(NaiveDate, Range<usize>)],
) -> Vec<Sitting> {
    let mut found = Vec::new();
    for mut sitting in form.tables("sitting", desk) {
        sitting.what = format!("a sitting of {}", form.what);
        sitting.only(&shape::SITTING, desk);
        if sitting.get("date").is_none() {
            sitting.missing("date", "a date such as 2017-09-04", desk);
        }
        let date = sitting.day("date", desk);
        let room = sitting.needed("room", "the hall or room", desk);
        let hours = sitting.text("hours", desk);
        if let Some((hours, span)) = &hours
            && !are_hours(hours)
        {
            let message = format!("\"{hours}\" is not the hours of a sitting");
            desk.error(span.clone(), "bad-hours", message, "write \"10:00-13:00\"");
        }
        let (Some(date), Some((room, _))) = (date, room) else { continue };
        let outside = start.is_some_and(|s| date < s) || end.is_some_and(|e| date > e);
        if outside || !days.is_empty() && !days.iter().any(|(day, _)| *day == date) {
            let span = sitting.get("date").map_or(sitting.span.clone(), toml::Spanned::span);
            let message = format!("{date} is no day of {}", form.what);
            desk.error(span, "bad-dates", message, "correct the day, or start, end and days of the event");
        }
        found.push(Sitting { date, room, hours: hours.map(|(hours, _)| hours) });
    }
    found
}

fn are_hours(hours: &str) -> bool {
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    hours
        .split_once('-')
        .is_some_and(|(from, to)| matches!((time(from), time(to)), (Some(f), Some(t)) if f < t))
}

/// Runs the examples of an event: moments of receipt, in time or late.
pub(super) fn examples(desk: &mut Desk<'_>, form: &Form<'_, '_>, closes: Option<&Deadline>, zone: &Zone) {
    for mut example in form.tables("example", desk) {
        example.what = format!("an example of {}", form.what);
        example.only(&shape::EVENT_EXAMPLE, desk);
        for key in ["received", "expect"] {
            if example.get(key).is_none() {
                example.missing(key, "a moment with its zone, and \"in-time\" or \"late\"", desk);
            }
        }
        let received = example.moment("received", desk);
        let expect = example.word("expect", &["in-time", "late"], desk);
        let (Some(received), Some(expect)) = (received, expect) else { continue };
        let span = example.get("expect").map_or(example.span.clone(), toml::Spanned::span);
        let found = match closes {
            Some(deadline) if received <= deadline.closes => "in-time",
            Some(_) => "late",
            None => "no closing day",
        };
        if found != expect {
            let shown = closes.map_or_else(
                || "it has none".to_owned(),
                |d| format!("it closes on {}", zone.local(d.closes).format("%-d %B %Y at %H:%M:%S")),
            );
            let message =
                format!("{} expects {expect} and finds {found}: {shown} in {}", example.what, zone.name);
            desk.error(
                span,
                "example-fails",
                message,
                "correct the closing day, or the example if the day is right",
            );
        }
    }
}

//! What a colleague would say of the calendar: overlaps, closing days on which nobody works, meetings without one.

use std::collections::BTreeMap;

use chrono::{Datelike, Weekday};

use crate::reading::ordinals;
use crate::register::Event;
use crate::rules::events::{Around, Calendar, Seen};
use crate::rules::form::Desk;
use crate::states::{Answer, Language};

/// Overlaps that are told one by one; a calendar with more of them is meant to be so.
const OVERLAPS: usize = 20;

pub(super) fn remark(desk: &mut Desk<'_>, calendar: &Calendar, around: &Around<'_>, seen: &Seen) {
    // A day that follows from a mistake is not meant.
    if desk.is_broken() {
        return;
    }
    overlaps(desk, calendar);
    same_titles(desk, calendar);
    for event in calendar.events.values() {
        let span = calendar.spans.get(&event.id).cloned().unwrap_or(0..0);
        match &event.deadline {
            Some(closes) => {
                let off = match (around.holidays.get(&closes.date), closes.date.weekday()) {
                    (Some(holiday), _) => Some(holiday.clone()),
                    (None, Weekday::Sat) => Some("a Saturday".to_owned()),
                    (None, Weekday::Sun) => Some("a Sunday".to_owned()),
                    _ => None,
                };
                if let Some(off) = off.filter(|_| seen.get(&event.id) != Some(&closes.date)) {
                    let message = format!("event `{}` closes on {}, {off}", event.id, closes.date);
                    let help = format!(
                        "no rule moves it; if that is meant, say that you have seen it: day_off_seen = {}",
                        closes.date
                    );
                    desk.notice(span.clone(), "closes-on-a-day-off", message, help);
                }
            }
            None if event.covered == Answer::Yes => {
                let message = format!("event `{}` is covered and has no closing day", event.id);
                let help = "give it a deadline with its source, or write deadline_days under [defaults]";
                desk.notice(span.clone(), "no-closing-day", message, help);
            }
            None => {}
        }
        let numbers: Vec<u32> = event.titles.values().flat_map(|title| ordinals::in_title(title)).collect();
        if let Some(number) = event.number.filter(|number| !numbers.is_empty() && !numbers.contains(number)) {
            let title = event.titles.get(&Language::En).map_or("", String::as_str);
            let message = format!("event `{}` has number = {number}, and the title \"{title}\"", event.id);
            let help = "correct one of them: notes name the meeting by either";
            desk.notice(span, "number-differs", message, help);
        }
    }
}

/// Two events of one name: no letter tells them apart, and no note but by its dates.
fn same_titles(desk: &mut Desk<'_>, calendar: &Calendar) {
    let mut titled: BTreeMap<String, &str> = BTreeMap::new();
    for event in calendar.events.values() {
        let Some(title) = event.titles.get(&Language::En) else { continue };
        let Some(other) = titled.insert(title.to_lowercase(), &event.id) else { continue };
        let span = calendar.spans.get(&event.id).cloned().unwrap_or(0..0);
        let message = format!("events `{other}` and `{}` have the same title, \"{title}\"", event.id);
        let help = "give each its own: letters call the meeting by it, and notes are told apart by it";
        desk.notice(span, "same-title", message, help);
    }
}

/// Two events of one process on the same days are easily taken for one another.
fn overlaps(desk: &mut Desk<'_>, calendar: &Calendar) {
    let mut all: Vec<&Event> = calendar.events.values().collect();
    all.sort_by_key(|event| (event.start, &event.id));
    let mut told = 0;
    for (at, event) in all.iter().enumerate() {
        for other in all.iter().skip(at + 1).take_while(|other| other.start <= event.end) {
            told += 1;
            let (first, second) = if event.id < other.id { (event, other) } else { (other, event) };
            let span = calendar.spans.get(&second.id).cloned().unwrap_or(0..0);
            let message = format!("events `{}` and `{}` overlap", first.id, second.id);
            desk.notice(span, "events-overlap", message, "nothing to do if both are held");
            if told == OVERLAPS {
                return;
            }
        }
    }
}

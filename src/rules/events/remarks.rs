//! What a colleague would say of the calendar: overlaps, closing days on which nobody works, meetings without one.

use chrono::{Datelike, Weekday};

use crate::register::Event;
use crate::rules::events::{Around, Calendar};
use crate::rules::form::Desk;
use crate::states::Answer;

/// Overlaps that are told one by one; a calendar with more of them is meant to be so.
const OVERLAPS: usize = 20;

pub(super) fn remark(desk: &mut Desk<'_>, calendar: &Calendar, around: &Around<'_>) {
    overlaps(desk, calendar);
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
                if let Some(off) = off {
                    let message = format!("event `{}` closes on {}, {off}", event.id, closes.date);
                    let help = "no rule moves it; nothing to do if the desk takes notes on that day";
                    desk.notice(span, "closes-on-a-day-off", message, help);
                }
            }
            None if event.covered == Answer::Yes => {
                let message = format!("event `{}` is covered and has no closing day", event.id);
                let help = "give it a deadline with its source, or write deadline_days under [defaults]";
                desk.notice(span, "no-closing-day", message, help);
            }
            None => {}
        }
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

//! `rules/events.toml`: the calendar of meetings, with their closing moments.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use chrono::NaiveDate;

use crate::calendar::{Deadline, Zone, deadline};
use crate::diagnostic::did_you_mean;
use crate::register::{Event, Events, Terms};
use crate::rules::form::{Desk, Form};
use crate::rules::shape::{self, Shape};
use crate::rules::sources;
use crate::states::{Answer, Language};

mod remarks;
mod terms;

struct Place {
    city: BTreeMap<Language, String>,
    names: Vec<String>,
    zone: String,
}

struct Defaults {
    days: Option<(u32, String)>,
    max_per_state: u32,
    terms: Terms,
    late_to: Option<terms::Late>,
}

/// What the calendar is read with.
pub(super) struct Around<'a> {
    /// The desk's zone, in which closing days end.
    pub zone: &'a Zone,
    /// The places' zones by name.
    pub zones: &'a BTreeMap<String, Zone>,
    /// Ids of the papers that can be required; None where that is not known.
    pub papers: Option<&'a BTreeSet<String>>,
    /// Names of the lists of States.
    pub lists: &'a BTreeSet<String>,
    /// Days on which the desk does not work, with their names.
    pub holidays: &'a BTreeMap<NaiveDate, String>,
}

/// The day of a closing day on which nobody works, once somebody has seen it.
type Seen = BTreeMap<String, NaiveDate>;

/// The calendar with the places of its parts in the file, for what is remarked later.
#[derive(Debug, Default)]
pub(super) struct Calendar {
    pub events: Events,
    pub spans: BTreeMap<String, Range<usize>>,
    /// Names of the places.
    pub places: BTreeSet<String>,
    /// The place of each event.
    pub place_of: BTreeMap<String, String>,
    /// The ids that the file gives, also to events with mistakes; none where one could not be read, or stands twice: then
    /// it is not known what there is.
    pub ids: BTreeSet<String>,
    /// The same of their processes.
    pub processes: BTreeSet<String>,
}

pub(super) fn read(
    desk: &mut Desk<'_>,
    root: &Form<'_, '_>,
    file: &'static Shape,
    around: &Around<'_>,
) -> Calendar {
    root.only(file, desk);
    let defaults = defaults(desk, root, around);
    let forms = root.tables("event", desk);
    let places = places(desk, root, around.zones);
    if forms.is_empty() {
        desk.error(
            0..0,
            "missing-key",
            "there is no event in this file".into(),
            "write [[event]] with id, process, title, start, end, place, covered",
        );
    }
    let all = |key| -> Option<Vec<String>> {
        forms.iter().map(|form| Some(form.get(key)?.get_ref().as_str()?.to_owned())).collect()
    };
    let ids = all("id").unwrap_or_default();
    let count = ids.len();
    let ids: BTreeSet<String> = ids.into_iter().collect();
    let mut calendar = Calendar {
        places: places.keys().cloned().collect(),
        ids: if ids.len() == count { ids } else { BTreeSet::new() },
        processes: all("process").unwrap_or_default().into_iter().collect(),
        ..Calendar::default()
    };
    let mut late = Vec::new();
    let mut seen = Seen::new();
    for form in forms {
        let day_off = form.day("day_off_seen", desk);
        let place = form.get("place").and_then(|p| p.get_ref().as_str()).unwrap_or_default().to_owned();
        let later = terms::late_to(desk, &form, defaults.late_to.as_ref());
        if let Some((event, span)) = one(desk, form, &defaults, &places, around) {
            if calendar.spans.insert(event.id.clone(), span.clone()).is_some() {
                desk.error(
                    span,
                    "duplicate-id",
                    format!("there are two events called `{}`", event.id),
                    "give one of them another id",
                );
                continue;
            }
            seen.extend(day_off.map(|day| (event.id.clone(), day)));
            late.extend(later.map(|later| (event.id.clone(), later)));
            calendar.place_of.insert(event.id.clone(), place);
            calendar.events.insert(event.id.clone(), event);
        }
    }
    terms::carry(desk, &mut calendar, late, around.zone);
    remarks::remark(desk, &calendar, around, &seen);
    calendar
}

/// Days before an event at which a closing day looks like a slip of the year.
const FAR: i64 = 300;
/// Days that look like a slip for a meeting.
const LONG: i64 = 62;

fn defaults(desk: &mut Desk<'_>, root: &Form<'_, '_>, around: &Around<'_>) -> Defaults {
    let mut found = Defaults { days: None, max_per_state: 1, terms: Terms::default(), late_to: None };
    let Some(form) = root.table("defaults", desk) else { return found };
    form.only(&shape::EVENT_DEFAULTS, desk);
    found.terms = terms::read(desk, &form, &Terms::default(), around);
    found.late_to = terms::late_to(desk, &form, None);
    if let Some(days) = form.number("deadline_days", desk) {
        let source = sources::needed(&form, "deadline_source", "the document that lays the rule down", desk);
        found.days = source.map(|(source, _)| (days, source));
    }
    if let Some(most) = form.number("max_per_state", desk) {
        found.max_per_state = most;
    }
    found
}

fn places(
    desk: &mut Desk<'_>,
    root: &Form<'_, '_>,
    zones: &BTreeMap<String, Zone>,
) -> BTreeMap<String, Option<Place>> {
    let mut found = BTreeMap::new();
    let Some(all) = root.table("place", desk) else { return found };
    for key in all.table.keys() {
        let Some(mut form) = all.table(key.get_ref(), desk) else { continue };
        form.what = format!("place `{}`", key.get_ref());
        form.only(&shape::PLACE, desk);
        let city = form.needed_languages("city", desk);
        let names = form.strings("other_names", desk).into_iter().map(|(name, _)| name).collect();
        let zone = form.needed("zone", "its time zone, such as \"Europe/Vienna\"", desk);
        if let Some((zone, span)) = &zone
            && !zones.contains_key(zone)
        {
            let help = match did_you_mean(zone, zones.keys().map(String::as_str)) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => "write a name of the tz database, such as \"Europe/Vienna\"".to_owned(),
            };
            desk.error(
                span.clone(),
                "unknown-zone",
                format!("there is no time zone called \"{zone}\""),
                help,
            );
        }
        found.insert(key.get_ref().to_string(), zone.map(|(zone, _)| Place { city, names, zone }));
    }
    found
}

fn one(
    desk: &mut Desk<'_>,
    mut form: Form<'_, '_>,
    defaults: &Defaults,
    places: &BTreeMap<String, Option<Place>>,
    around: &Around<'_>,
) -> Option<(Event, Range<usize>)> {
    let id = form.id("event", desk);
    form.only(&shape::EVENT, desk);
    let process = form.needed("process", "the process that it belongs to, such as \"GCM\"", desk);
    let titles = form.needed_languages("title", desk);
    for key in ["start", "end"] {
        if form.get(key).is_none() {
            form.missing(key, "a date such as 2017-09-04", desk);
        }
    }
    let (start, end) = (form.day("start", desk), form.day("end", desk));
    let days = form.days("days", desk);
    if let (Some(start), Some(end)) = (start, end) {
        if let Some(days) = Some((end - start).num_days()).filter(|days| *days > LONG) {
            let span = form.get("end").map_or(form.span.clone(), toml::Spanned::span);
            let message = format!("{} lasts {days} days, {start} to {end}", form.what);
            desk.notice(span, "long-event", message, "correct the dates, if it is a slip");
        }
        if end < start {
            let span = form.get("end").map_or(form.span.clone(), toml::Spanned::span);
            desk.error(
                span,
                "bad-dates",
                format!("{} ends on {end}, before it begins on {start}", form.what),
                "turn the dates round",
            );
        }
        for (day, span) in days.iter().filter(|(day, _)| end >= start && (*day < start || *day > end)) {
            desk.error(
                span.clone(),
                "bad-dates",
                format!("{day} lies outside {}, {start} to {end}", form.what),
                "correct the day, or start and end",
            );
        }
    }
    let place = place(desk, &form, places);
    if form.get("covered").is_none() {
        form.missing("covered", "whether the fund pays for it: \"yes\", \"no\" or \"unclear\"", desk);
    }
    let covered = form.word("covered", &["yes", "no", "unclear"], desk);
    let coverage = form.needed("coverage_source", "where it is laid down whether the fund pays for it", desk);
    let terms = terms::read(desk, &form, &defaults.terms, around);
    let programme = terms::sittings(desk, &form, start, end, &days);
    let closes = closing(desk, &form, start?, covered, defaults, around.zone);
    terms::examples(desk, &form, closes.as_ref(), around.zone);
    let strings = |key, desk: &mut Desk<'_>| form.strings(key, desk).into_iter().map(|(s, _)| s).collect();
    let (id, span) = id?;
    let place = place?;
    let event = Event {
        id,
        process: process?.0,
        series: strings("series", desk),
        number: form.number("number", desk),
        titles,
        other_names: strings("other_names", desk),
        start: start?,
        end: end?,
        days: days.into_iter().map(|(day, _)| day).collect(),
        city: place.city.clone(),
        place_names: place.names.clone(),
        zone: place.zone.clone(),
        venue: form.text("venue", desk).map(|(venue, _)| venue),
        covered: match covered? {
            "yes" => Answer::Yes,
            "no" => Answer::No,
            _ => Answer::Unknown,
        },
        coverage_source: coverage?.0,
        max_per_state: form.number("max_per_state", desk).unwrap_or(defaults.max_per_state),
        deadline: closes,
        terms,
        programme,
    };
    Some((event, span))
}

fn place<'p>(
    desk: &mut Desk<'_>,
    form: &Form<'_, '_>,
    places: &'p BTreeMap<String, Option<Place>>,
) -> Option<&'p Place> {
    let (name, span) = form.needed("place", "the name of a [place.…] of this file", desk)?;
    let found = places.get(&name);
    if found.is_none() {
        let help = match did_you_mean(&name, places.keys().map(String::as_str)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("add [place.{name}] with city and zone"),
        };
        desk.error(span, "unknown-place", format!("there is no place called \"{name}\""), help);
    }
    found?.as_ref()
}

/// What the fund does not pay for has no closing day, unless the file sets one.
fn closing(
    desk: &mut Desk<'_>,
    form: &Form<'_, '_>,
    start: NaiveDate,
    covered: Option<&str>,
    defaults: &Defaults,
    zone: &Zone,
) -> Option<Deadline> {
    let mut seen = None;
    let set = form.table_of("deadline", &shape::DEADLINE, desk).and_then(|mut set| {
        seen = set.day("instead_of", desk);
        set.what = format!("the deadline of {}", form.what);
        set.only(&shape::DEADLINE, desk);
        if set.get("date").is_none() {
            set.missing("date", "a date such as 2017-08-18", desk);
        }
        let source = sources::needed(&set, "source", "the document that sets the day", desk);
        let date = set.day("date", desk)?;
        if date > start {
            let span = set.get("date").map_or(set.span.clone(), toml::Spanned::span);
            desk.error(
                span,
                "bad-dates",
                format!("the deadline {date} of {} lies after its first day {start}", form.what),
                "correct the date",
            );
        }
        Some((date, source?.0))
    });
    let rule = defaults.days.as_ref().filter(|_| covered != Some("no"));
    let found = deadline(
        start,
        rule.map(|(days, source)| (*days, source.as_str())),
        set.as_ref().map(|(date, source)| (*date, source.as_str())),
        zone,
    )?;
    if let (Some(rule), Some(set)) = (&found.rule, &found.set)
        && rule.gives != set.date
        && seen != Some(rule.gives)
    {
        let span = form.get("deadline").map_or(form.span.clone(), toml::Spanned::span);
        let message = format!(
            "{} closes on {}, the day set for it; {} days before {} would be {}",
            form.what, set.date, rule.days, rule.before, rule.gives
        );
        let help = format!("if the source sets that day, add to it: instead_of = {}", rule.gives);
        desk.notice(span, "deadline-differs", message, help);
    }
    if let Some(days) = Some((start - found.date).num_days()).filter(|days| *days > FAR) {
        let span = form.get("deadline").map_or(form.span.clone(), toml::Spanned::span);
        let message =
            format!("{} closes on {}, {days} days before it begins on {start}", form.what, found.date);
        desk.notice(span, "deadline-far", message, "correct the year, if it is a slip");
    }
    if let Some(announced) = form.day("announced", desk)
        && found.date <= announced
    {
        let span = form.get("announced").map_or(form.span.clone(), toml::Spanned::span);
        let message = format!("{} closed on {}, and was announced on {announced}", form.what, found.date);
        desk.notice(
            span,
            "closed-before-announced",
            message,
            "set a deadline with its source, if there is one",
        );
    }
    Some(found)
}

/// The zones that the places name, whatever else is wrong with the file.
pub(super) fn zone_names(root: &toml::de::DeTable<'_>) -> BTreeSet<String> {
    let places = root.get("place").and_then(|p| p.get_ref().as_table());
    let zones = places.into_iter().flat_map(|places| places.values());
    zones
        .filter_map(|place| place.get_ref().as_table()?.get("zone")?.get_ref().as_str().map(str::to_owned))
        .collect()
}

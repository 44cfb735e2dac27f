//! `rules/costs.toml`: what a journey costs. Read, checked and explained here; no money is spent yet.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::diagnostic::did_you_mean;
use crate::register::Event;
use crate::rules::events::Calendar;
use crate::rules::expr::Vocabulary;
use crate::rules::form::{Desk, Form, Period};
use crate::rules::shape::{self, Shape};

/// One way there and back.
#[derive(Debug)]
struct Fare {
    place: String,
    /// From this State, else from any of this group, else from anywhere.
    state: Option<String>,
    group: Option<String>,
    amount: u32,
    source: String,
    period: Period,
}

/// What a day costs at a place.
#[derive(Debug)]
struct Allowance {
    place: String,
    per_day: u32,
    source: String,
    period: Period,
}

/// The whole file.
#[derive(Debug)]
pub struct Costs {
    /// ISO 4217.
    pub currency: String,
    /// What one journey may cost at most.
    pub most: Option<u32>,
    travel_days: u32,
    terminal: u32,
    fares: Vec<Fare>,
    allowances: Vec<Allowance>,
    /// The place of each event.
    place_of: BTreeMap<String, String>,
}

/// What a journey is expected to cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Estimate {
    /// In whole units of the currency.
    pub amount: u64,
    /// The sum in one sentence, with its sources.
    pub words: String,
    /// Whether it is more than one journey may cost.
    pub over: bool,
}

impl Costs {
    /// What the journey of a traveller from `state` (of regional `group`) to `event` is expected to cost; `None` where
    /// the file gives no fare or no allowance for it.
    pub fn estimate(&self, event: &Event, state: &str, group: &str) -> Option<Estimate> {
        let place = self.place_of.get(&event.id)?.as_str();
        let fares = || self.fares.iter().filter(|f| f.place == place && f.period.holds(event.start));
        let fare = fares()
            .find(|f| f.state.as_deref() == Some(state))
            .or_else(|| fares().find(|f| f.state.is_none() && f.group.as_deref() == Some(group)))
            .or_else(|| fares().find(|f| f.state.is_none() && f.group.is_none()))?;
        let allowance = self.allowances.iter().find(|a| a.place == place && a.period.holds(event.start))?;
        let days = u64::try_from((event.end - event.start).num_days() + 1).unwrap_or(1)
            + u64::from(self.travel_days);
        let amount = u64::from(fare.amount) + days * u64::from(allowance.per_day) + u64::from(self.terminal);
        let currency = &self.currency;
        let words = format!(
            "{currency} {amount}: {} for the journey ({}), {days} days at {} ({}), {} for the ways to airports",
            fare.amount, fare.source, allowance.per_day, allowance.source, self.terminal
        );
        Some(Estimate { amount, words, over: self.most.is_some_and(|most| amount > u64::from(most)) })
    }

    /// Whether the file says what a day costs at `place` on `day`.
    pub(super) fn knows(&self, place: &str, day: NaiveDate) -> bool {
        self.fares.iter().any(|f| f.place == place && f.period.holds(day))
            && self.allowances.iter().any(|a| a.place == place && a.period.holds(day))
    }
}

pub(super) fn read(
    desk: &mut Desk<'_>,
    root: &Form<'_, '_>,
    file: &'static Shape,
    words: &Vocabulary,
    calendar: &Calendar,
) -> Option<Costs> {
    let places = &calendar.places;
    root.only(file, desk);
    root.needed("source", "where the way of counting is laid down", desk);
    let currency = root.needed("currency", "three capital letters, such as \"USD\"", desk);
    if let Some((currency, span)) = &currency
        && !(currency.len() == 3 && currency.bytes().all(|b| b.is_ascii_uppercase()))
    {
        let message = format!("\"{currency}\" is no currency");
        desk.error(span.clone(), "bad-currency", message, "write its three capital letters, such as \"USD\"");
    }
    let mut strange = BTreeSet::new();
    let mut fares: Vec<Fare> = Vec::new();
    for form in root.tables("fare", desk) {
        let span = form.span.clone();
        let Some(fare) = fare(desk, &form, words, places, &mut strange) else { continue };
        let same = |o: &&Fare| {
            (&o.place, &o.state, &o.group) == (&fare.place, &fare.state, &fare.group)
                && o.period.meets(&fare.period)
        };
        if fares.iter().find(same).is_some() {
            let message =
                format!("there are two fares to \"{}\" for the same travellers and days", fare.place);
            desk.error(span, "duplicate", message, "keep one of them, or give them from and to");
        }
        fares.push(fare);
    }
    let mut allowances: Vec<Allowance> = Vec::new();
    for form in root.tables("allowance", desk) {
        form.only(&shape::ALLOWANCE, desk);
        let place = place(desk, &form, places, &mut strange);
        let per_day = needed_number(desk, &form, "per_day", "what a day costs there");
        let source = form.needed("source", "the document that sets it", desk);
        let period = form.period(desk);
        let (Some(place), Some(per_day), Some((source, _))) = (place, per_day, source) else { continue };
        if allowances.iter().any(|o| o.place == place && o.period.meets(&period)) {
            let message = format!("there are two allowances for \"{place}\" on the same days");
            desk.error(form.span.clone(), "duplicate", message, "keep one of them, or give them from and to");
        }
        allowances.push(Allowance { place, per_day, source, period });
    }
    for (key, empty) in [("fare", fares.is_empty()), ("allowance", allowances.is_empty())] {
        if empty && root.get(key).is_none() {
            root.missing(key, &format!("write [[{key}]]"), desk);
        }
    }
    Some(Costs {
        currency: currency?.0,
        most: root.number("most", desk),
        travel_days: root.number("travel_days", desk).unwrap_or_default(),
        terminal: root.number("terminal", desk).unwrap_or_default(),
        fares,
        allowances,
        place_of: calendar.place_of.clone(),
    })
}

fn fare(
    desk: &mut Desk<'_>,
    form: &Form<'_, '_>,
    words: &Vocabulary,
    places: &BTreeSet<String>,
    strange: &mut BTreeSet<String>,
) -> Option<Fare> {
    form.only(&shape::FARE, desk);
    let place = place(desk, form, places, strange);
    let mut from = |key, known: &BTreeSet<String>| {
        let (word, span) = form.text(key, desk)?;
        if !known.is_empty() && !known.contains(&word) {
            let help = match did_you_mean(&word, known.iter().map(String::as_str)) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => "see rules/states.csv".to_owned(),
            };
            desk.error(span, "unknown-state", format!("there is no {key} called \"{word}\""), help);
        }
        Some(word)
    };
    let (state, group) = (from("state", &words.states), from("group", &words.groups));
    if state.is_some() && group.is_some() {
        let message = "this fare is for one State and for a group".to_owned();
        desk.error(form.span.clone(), "bad-fare", message, "write one of `state` and `group`, or neither");
    }
    let amount = needed_number(desk, form, "amount", "there and back, in whole units of the currency");
    let source = form.needed("source", "who found out and when", desk);
    let period = form.period(desk);
    Some(Fare { place: place?, state, group, amount: amount?, source: source?.0, period })
}

fn needed_number(desk: &mut Desk<'_>, form: &Form<'_, '_>, key: &str, why: &str) -> Option<u32> {
    if form.get(key).is_none() {
        form.missing(key, why, desk);
    }
    form.number(key, desk)
}

/// The place of a fare or allowance; one that the calendar does not have is told once.
fn place(
    desk: &mut Desk<'_>,
    form: &Form<'_, '_>,
    places: &BTreeSet<String>,
    strange: &mut BTreeSet<String>,
) -> Option<String> {
    let (name, span) = form.needed("place", "the name of a [place.…] of rules/events.toml", desk)?;
    if !places.is_empty() && !places.contains(&name) && strange.insert(name.clone()) {
        let help = match did_you_mean(&name, places.iter().map(String::as_str)) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("add [place.{name}] to rules/events.toml, or take out what leads there"),
        };
        desk.notice(span, "unknown-place", format!("there is no place called \"{name}\""), help);
    }
    Some(name)
}

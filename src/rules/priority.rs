//! `rules/priority.toml`: who comes first when the money does not suffice, and how places are balanced. Read, checked
//! and explained here; nothing is ranked yet.
//!
//! Longer than 400 lines because criteria and quotas are read, checked against one another and told in one place.

use crate::rules::checks::{compiled, condition};
use crate::rules::examples::examples;
use crate::rules::expr::{Expr, Vocabulary, compile_order, together};
use crate::rules::form::{Desk, Form, Period};
use crate::rules::shape::{self, Shape};
use crate::rules::{Facts, Known};
use crate::states::Answer;

/// How criteria are put together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Each criterion breaks the ties of those above it.
    Order,
    /// The points of those that are met are added.
    Points,
}

/// What a criterion looks at.
#[derive(Debug)]
pub enum Measure {
    /// A condition: who meets it comes first, or gets the points.
    When(Expr),
    /// A value by which requests are put in order.
    By {
        /// The value.
        value: Expr,
        /// Whether the highest comes first.
        highest: bool,
    },
}

/// One criterion.
#[derive(Debug)]
pub struct Criterion {
    /// Its id.
    pub id: String,
    /// The document that lays it down.
    pub source: String,
    /// What it looks at.
    pub measure: Measure,
    /// As it is written in the file.
    pub written: String,
    /// What it counts, with [`Method::Points`].
    pub points: u32,
    period: Period,
}

/// How many places a quota is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// At least so many places.
    AtLeast(u32),
    /// At most so many places.
    AtMost(u32),
    /// At least so much of a hundred places.
    AtLeastPercent(u32),
    /// At most so much of a hundred places.
    AtMostPercent(u32),
    /// At least such a part of all places, `(1, 3)` for a third: exactly, where a percentage rounds.
    AtLeastPart(u32, u32),
    /// At most such a part of all places.
    AtMostPart(u32, u32),
}

/// Who counts towards a quota.
#[derive(Debug)]
pub enum Counted {
    /// Those who meet a condition.
    When {
        /// The condition.
        condition: Expr,
        /// As it is written in the file.
        written: String,
    },
    /// The States of each regional group by themselves: the quota holds for every one.
    EachGroup,
}

/// What those chosen must be together.
#[derive(Debug)]
pub struct Quota {
    /// Its id.
    pub id: String,
    /// The document that lays it down.
    pub source: String,
    /// Who counts towards it.
    pub counted: Counted,
    /// How many.
    pub share: Share,
}

/// The whole file.
#[derive(Debug)]
pub struct Priority {
    /// How criteria are put together.
    pub method: Method,
    /// In the order of the file.
    pub criteria: Vec<Criterion>,
    /// Whether every State that asks gets one place before any gets a second.
    pub first_per_state: bool,
    /// In the order of the file.
    pub quotas: Vec<Quota>,
}

impl Quota {
    /// The condition on those who count, where there is one.
    pub fn condition(&self) -> Option<&Expr> {
        match &self.counted {
            Counted::When { condition, .. } => Some(condition),
            Counted::EachGroup => None,
        }
    }
}

impl Priority {
    /// The file in sentences, one for each thing that it lays down, as a colleague would read it back.
    pub fn told(&self) -> Vec<String> {
        let mut told = Vec::new();
        if self.first_per_state {
            told.push("Every State that asks gets one place before any gets a second.".to_owned());
        }
        for (at, criterion) in self.criteria.iter().enumerate() {
            let by = match (&criterion.measure, self.method) {
                (Measure::When(_), Method::Order) => format!("first those with {}", criterion.written),
                (Measure::When(_), Method::Points) => {
                    let points = if criterion.points == 1 { "point" } else { "points" };
                    format!("{} {points} for {}", criterion.points, criterion.written)
                }
                (Measure::By { highest, .. }, _) => {
                    let end = if *highest { "highest" } else { "lowest" };
                    format!("by {}, the {end} first", criterion.written)
                }
            };
            let period = match (criterion.period.from, criterion.period.to) {
                (None, None) => String::new(),
                (from, to) => {
                    let day =
                        |day: Option<chrono::NaiveDate>| day.map_or("…".to_owned(), |d| d.to_string());
                    format!(", for notes of {} to {}", day(from), day(to))
                }
            };
            told.push(format!("{}. {}: {by}{period} ({}).", at + 1, criterion.id, criterion.source));
        }
        for quota in &self.quotas {
            let share = match quota.share {
                Share::AtLeast(n) => format!("at least {n} places"),
                Share::AtMost(n) => format!("at most {n} places"),
                Share::AtLeastPercent(n) => format!("at least {n} % of the places"),
                Share::AtMostPercent(n) => format!("at most {n} % of the places"),
                Share::AtLeastPart(part, of) => format!("at least {part}/{of} of the places"),
                Share::AtMostPart(part, of) => format!("at most {part}/{of} of the places"),
            };
            let whom = match &quota.counted {
                Counted::When { written, .. } => format!("those with {written}"),
                Counted::EachGroup => "the States of each regional group".to_owned(),
            };
            told.push(format!("{}: {share} to {whom} ({}).", quota.id, quota.source));
        }
        told
    }
}

pub(super) fn read(
    desk: &mut Desk<'_>,
    root: &Form<'_, '_>,
    file: &'static Shape,
    words: &Vocabulary,
    start: &Facts,
) -> Option<Priority> {
    root.only(file, desk);
    root.needed("source", "the document that lays the method down", desk);
    if root.get("method").is_none() {
        root.missing("method", "\"order\" or \"points\"", desk);
    }
    let method = match root.word("method", &["order", "points"], desk)? {
        "points" => Method::Points,
        _ => Method::Order,
    };
    let mut criteria: Vec<Criterion> = Vec::new();
    for form in root.tables("criterion", desk) {
        let Some(criterion) = criterion(desk, form, method, words, start) else { continue };
        if criteria.iter().any(|other| other.id == criterion.id) {
            let message = format!("there are two criteria called `{}`", criterion.id);
            desk.error(0..0, "duplicate-id", message, "give one of them another id");
        }
        if let Some(other) =
            criteria.iter().find(|o| o.written == criterion.written && o.period.meets(&criterion.period))
        {
            let message = format!("criteria `{}` and `{}` ask the same", other.id, criterion.id);
            desk.error(0..0, "same-criterion", message, "take one of them out");
        }
        criteria.push(criterion);
    }
    let mut quotas: Vec<Quota> = Vec::new();
    let mut first_per_state = false;
    if let Some(balance) = root.table("balance", desk) {
        balance.only(&shape::BALANCE, desk);
        first_per_state = balance.truth("first_per_state", desk).unwrap_or(false);
        if first_per_state {
            balance.needed("source", "the document that lays it down", desk);
        }
        for form in balance.tables("quota", desk) {
            let named = form.get("id").map_or(form.span.clone(), toml::Spanned::span);
            let Some(quota) = quota(desk, form, words) else { continue };
            if quotas.iter().any(|other| other.id == quota.id) {
                let message = format!("there are two quotas called `{}`", quota.id);
                desk.error(named, "duplicate-id", message, "give one of them another id");
            }
            quotas.push(quota);
        }
        let most = most_percent(&quotas, words, start);
        // A rounding of floats is no mistake of the desk: three thirds are all places.
        if most < 99.999_999 {
            let message = format!(
                "the quotas let at most {most:.0} % of the places go to all regional groups together"
            );
            desk.notice(
                balance.span.clone(),
                "quotas-leave-places",
                message,
                "the other places stay empty whoever asks; raise some of them, if that is not meant",
            );
        }
        let least: f64 = quotas.iter().map(least_percent).sum();
        // A rounding of floats is no mistake of the desk: three thirds are all places.
        if least > 100.000_001 && exclusive(&quotas, words) {
            let message = format!("the quotas want {least:.0} % of the places together");
            desk.error(
                balance.span.clone(),
                "quotas-exceed",
                message,
                "lower some of them: nobody counts towards two",
            );
        }
    }
    Some(Priority { method, criteria, first_per_state, quotas })
}

/// How much of a hundred places a quota wants for those who meet its condition; 0 where it sets no floor.
fn least_percent(quota: &Quota) -> f64 {
    match (&quota.counted, quota.share) {
        (Counted::When { .. }, Share::AtLeastPercent(n)) => f64::from(n),
        (Counted::When { .. }, Share::AtLeastPart(part, of)) => 100.0 * f64::from(part) / f64::from(of),
        _ => 0.0,
    }
}

/// How much of a hundred places all regional groups together may have at most: more than a hundred where a group has
/// no ceiling. `start` are the facts of a request that meets everything.
fn most_percent(quotas: &[Quota], words: &Vocabulary, start: &Facts) -> f64 {
    let ceiling = |share| match share {
        Share::AtMostPercent(n) => Some(f64::from(n)),
        Share::AtMostPart(part, of) => Some(100.0 * f64::from(part) / f64::from(of)),
        _ => None,
    };
    let of_group = |group: &String| {
        let mut facts = start.clone();
        facts.state.group = Known::Value(group.clone());
        let counts = |quota: &&Quota| match &quota.counted {
            Counted::EachGroup => true,
            // One that looks at something else leaves room for those of a group who do not meet it.
            Counted::When { condition, .. } => {
                condition.names().iter().all(|name| *name == "state.group")
                    && condition.lists().is_empty()
                    && condition.answer(&facts) == Answer::Yes
            }
        };
        let ceilings = quotas.iter().filter(counts).filter_map(|quota| ceiling(quota.share));
        ceilings.fold(f64::INFINITY, f64::min)
    };
    words.groups.iter().map(of_group).reduce(|a, b| a + b).unwrap_or(f64::INFINITY)
}

/// Whether nobody counts towards two of the quotas that want a share.
fn exclusive(quotas: &[Quota], words: &Vocabulary) -> bool {
    let shares: Vec<&Expr> =
        quotas.iter().filter(|q| least_percent(q) > 0.0).filter_map(Quota::condition).collect();
    shares.iter().enumerate().all(|(at, a)| {
        let apart = |b: &&Expr| together(a, b, words, &mut 10_000).is_some_and(|together| !together.both);
        shares.iter().skip(at + 1).all(apart)
    })
}

fn criterion(
    desk: &mut Desk<'_>,
    mut form: Form<'_, '_>,
    method: Method,
    words: &Vocabulary,
    start: &Facts,
) -> Option<Criterion> {
    let id = form.id("criterion", desk);
    form.only(&shape::CRITERION, desk);
    let source = form.needed("source", "the document and paragraph that lay it down", desk);
    let period = form.period(desk);
    let points = form.number("points", desk);
    match (method, points) {
        (Method::Points, None) => form.missing("points", "what it counts, because method = \"points\"", desk),
        (Method::Order, Some(_)) => {
            let span = form.get("points").map_or(form.span.clone(), toml::Spanned::span);
            let message = format!("{} has points, and method = \"order\" counts none", form.what);
            desk.error(span, "bad-criterion", message, "take them out, or write method = \"points\"");
        }
        _ => {}
    }
    let (when, by) = (form.text("when", desk), form.text("by", desk));
    let (measure, written) = match (when, by) {
        (Some((text, span)), None) => {
            let when = condition(desk, &text, &span, words);
            examples(desk, &form, when.as_ref(), start);
            (Measure::When(when?), text)
        }
        (None, Some((text, span))) => {
            if method == Method::Points {
                let message =
                    format!("{} puts requests in order, and method = \"points\" adds points", form.what);
                desk.error(span.clone(), "bad-criterion", message, "write `when`, or method = \"order\"");
            }
            if form.get("first").is_none() {
                form.missing("first", "\"lowest\" (the earliest date) or \"highest\"", desk);
            }
            let highest = form.word("first", &["lowest", "highest"], desk) == Some("highest");
            let value = compiled(desk, &text, &span, compile_order(&text, words));
            (Measure::By { value: value?, highest }, text)
        }
        (Some(_), Some((_, span))) => {
            let message = format!("{} has both `when` and `by`", form.what);
            desk.error(span, "two-ways", message, "keep one: `by` puts in order, `when` is a condition");
            return None;
        }
        (None, None) if form.get("by").is_some() => return None,
        (None, None) => {
            form.missing(
                "when",
                "a condition; or `by`, a value by which requests are put in order; one of the two",
                desk,
            );
            return None;
        }
    };
    let (id, _) = id?;
    Some(Criterion { id, source: source?.0, measure, written, points: points.unwrap_or_default(), period })
}

/// The keys of which a quota has one.
const SHARES: [&str; 6] =
    ["at_least", "at_most", "at_least_percent", "at_most_percent", "at_least_part", "at_most_part"];

fn quota(desk: &mut Desk<'_>, mut form: Form<'_, '_>, words: &Vocabulary) -> Option<Quota> {
    let id = form.id("quota", desk);
    form.only(&shape::QUOTA, desk);
    let source = form.needed("source", "the document and paragraph that lay it down", desk);
    let counted = match (form.get("when").is_some(), form.get("each").is_some()) {
        (_, false) => form
            .needed("when", "who counts towards it, such as \"state.group == 'African'\"; or `each`", desk)
            .and_then(|(text, span)| {
                Some(Counted::When { condition: condition(desk, &text, &span, words)?, written: text })
            }),
        (false, true) => form.word("each", &["state.group"], desk).map(|_| Counted::EachGroup),
        (true, true) => {
            let span = form.get("each").map_or(form.span.clone(), toml::Spanned::span);
            let message = format!("{} has both `when` and `each`", form.what);
            desk.error(span, "two-ways", message, "keep one: `each` is a quota for every regional group");
            None
        }
    };
    let mut shares = Vec::new();
    for (key, share) in [
        ("at_least", Share::AtLeast as fn(u32) -> Share),
        ("at_most", Share::AtMost),
        ("at_least_percent", Share::AtLeastPercent),
        ("at_most_percent", Share::AtMostPercent),
    ] {
        let before = desk.found.len();
        let Some(number) = form.number(key, desk) else {
            if let (true, Some(last)) = (key.ends_with("percent"), desk.found.get_mut(before)) {
                let part = key.replace("percent", "part");
                last.help = Some(format!(
                    "a percentage is a whole number from 0 to 100; an exact part is written as a fraction in quotes, \
                     as in {part} = \"2/5\" for two fifths"
                ));
            }
            continue;
        };
        if key.ends_with("percent") && number > 100 {
            let span = form.get(key).map_or(form.span.clone(), toml::Spanned::span);
            let message = format!("{} wants {number} of a hundred places", form.what);
            desk.error(span, "bad-number", message, "write a number from 0 to 100");
        }
        shares.push(share(number));
    }
    for (key, share) in
        [("at_least_part", Share::AtLeastPart as fn(u32, u32) -> Share), ("at_most_part", Share::AtMostPart)]
    {
        let Some((text, span)) = form.text(key, desk) else { continue };
        let part = text.split_once('/').and_then(|(part, of)| {
            let (part, of) = (part.trim().parse().ok()?, of.trim().parse().ok()?);
            (of > 0 && part <= of).then_some((part, of))
        });
        match part {
            Some((part, of)) => shares.push(share(part, of)),
            None => {
                let numbers = |text: &str| {
                    text.split_once('/').is_some_and(|(part, of)| {
                        part.trim().parse::<u32>().is_ok() && of.trim().parse::<u32>().is_ok()
                    })
                };
                let message = match numbers(&text) {
                    true => {
                        format!("{} wants the part {text:?} of the places: no part of a whole", form.what)
                    }
                    false => format!("`{key}` of {} is {text:?}, which is no fraction", form.what),
                };
                let help = "write a fraction of two whole numbers, at most 1, as \"2/5\" is two fifths";
                desk.error(span, "bad-number", message, help);
                return None;
            }
        }
    }
    let [share] = shares.as_slice() else {
        if !shares.is_empty() {
            let message = format!("{} says more than once how many", form.what);
            desk.error(form.span.clone(), "two-ways", message, "keep one; make a second quota for the other");
            return None;
        }
        if SHARES.iter().any(|key| form.get(key).is_some()) {
            return None;
        }
        let others =
            "or at_most, at_least_percent, at_most_percent, at_least_part, at_most_part: one of the six";
        form.missing("at_least", others, desk);
        return None;
    };
    Some(Quota { id: id?.0, source: source?.0, counted: counted?, share: *share })
}

//! How the words and days of one clue speak for one event.

use chrono::{Days, NaiveDate};

use crate::matching::events::is_month;
use crate::matching::index::{Entry, Index, Phrase, Said};
use crate::reading::EventClue;

/// How an event's days stand to the clue's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ByDays {
    Silent,
    Month,
    Overlap,
    Within,
    Exact,
}

/// How an event stands to the day on which the mail came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ByTime {
    Over,
    /// Within the months in which such requests come.
    Ahead,
    Later,
}

/// How long before a meeting support is asked for, at most as a rule.
const AHEAD: Days = Days::new(130);

/// How the words of a clue speak for an event.
#[derive(Debug, Clone, Copy)]
pub(super) struct Evidence {
    pub(super) at: u32,
    pub(super) days: ByDays,
    /// The clue's number is the event's, and its series is named.
    pub(super) number: bool,
    /// The clue's number is the event's, the series is not told.
    pub(super) bare_number: bool,
    /// The clue's number is another in the same series.
    pub(super) other_number: bool,
    pub(super) series: bool,
    /// A common word of its series stands there ("session" of "thematic session").
    pub(super) of_series: bool,
    pub(super) city: bool,
    pub(super) other_city: bool,
    /// The city is one where few of the calendar's meetings are held.
    pub(super) telling_city: bool,
    pub(super) time: ByTime,
    /// 0 to 1: the share of the title's weight that the sentence bears.
    pub(super) title: f32,
    /// What is said of the title in one breath ([`Index::theme`]), and whether near a word for a meeting.
    pub(super) theme: (f32, bool),
    pub(super) name: bool,
}

/// By what a clause that means one event calls another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::matching) enum Called {
    Name,
    Number,
}

impl Evidence {
    /// By what the clue calls it, if by anything that is its own.
    pub(super) fn calls(&self) -> Option<Called> {
        if self.name {
            return Some(Called::Name);
        }
        self.number.then_some(Called::Number)
    }

    /// How strongly words alone, without days and city, tell this event from all others.
    pub(super) fn words(&self) -> f32 {
        let mut score = 0.0;
        if self.number {
            score += 4.5;
        } else if self.bare_number {
            score += 1.5;
        } else if self.series {
            score += 1.0;
        } else if self.of_series {
            score += 0.3;
        }
        let theme = (self.title * 5.0).max(self.theme());
        score += if self.name { theme.clamp(3.5, 4.5) + 0.5 } else { theme };
        if self.other_number { score - 4.0 } else { score }
    }

    /// How strongly a theme said in one breath tells it.
    pub(super) fn theme(&self) -> f32 {
        match self.theme {
            (said, true) if said >= 2.7 => 4.0,
            (said, true) if said >= 1.8 => 3.2,
            (said, true) if said >= 1.3 => 2.2,
            (said, true) if said >= 0.9 => 1.5,
            (said, false) if said >= 2.7 => 2.6,
            (said, false) if said >= 1.8 => 1.9,
            (said, _) => said * 0.5,
        }
    }

    /// Whether it meets in the town of the other.
    pub(super) fn city_of(&self, other: &Self, index: &Index) -> bool {
        let cities =
            |e: &Self| index.entries.get(e.at as usize).map(|e| e.cities.as_slice()).unwrap_or_default();
        cities(self) == cities(other)
    }

    /// Whether more than words of a theme tell it.
    pub(super) fn is_firm(&self) -> bool {
        self.number || self.name || self.title >= 0.6 || self.days >= ByDays::Overlap || self.telling_city
    }

    pub(super) fn score(&self) -> f32 {
        let days = match self.days {
            ByDays::Silent => 0.0,
            ByDays::Month => 1.0,
            ByDays::Overlap => 2.0,
            ByDays::Within => 4.0,
            ByDays::Exact => 6.0,
        };
        let city = if self.city {
            1.5
        } else if self.other_city {
            -1.0
        } else {
            0.0
        };
        // Where the words fit several, the one that is coming is meant.
        let time = match self.time {
            _ if self.days >= ByDays::Within => 0.0,
            ByTime::Over => -1.5,
            ByTime::Ahead => 1.0,
            ByTime::Later => 0.0,
        };
        days + city + time + self.words()
    }
}

pub(super) fn weigh(
    at: u32,
    entry: &Entry,
    clue: &EventClue,
    span: Option<(NaiveDate, NaiveDate)>,
    said: &Said,
    cities: &[&Phrase],
    index: &Index,
) -> Evidence {
    let days = match span {
        None => ByDays::Silent,
        Some((first, last)) if last < entry.start || entry.end < first => ByDays::Silent,
        Some(span) if is_month(span) => ByDays::Month,
        Some((first, last)) if first == entry.start && last == entry.end => ByDays::Exact,
        Some((first, last)) if entry.start <= first && last <= entry.end => ByDays::Within,
        Some(_) => ByDays::Overlap,
    };
    let says = |word: &u32| said.word(*word);
    // The words of the series that set it apart; a series of common words must stand there whole.
    let series = entry.series.iter().any(|phrase| {
        let mut telling = phrase.iter().filter(|w| !index.is_generic(**w)).peekable();
        if telling.peek().is_some() { telling.all(says) } else { phrase.len() > 1 && said.phrase(phrase) }
    });
    let of_series = entry.series.iter().flatten().any(says);
    let equal = clue.ordinal.is_some() && clue.ordinal == entry.number;
    let other_number = clue.ordinal.is_some() && entry.number.is_some() && !equal && series;
    let city = entry.cities.iter().any(|c| cities.contains(&c));
    let telling_city = entry
        .cities
        .iter()
        .any(|c| cities.contains(&c) && c.iter().map(|w| index.weight(*w)).fold(0.0, f32::max) >= 0.4);
    let title = entry
        .titles
        .iter()
        .map(|title| {
            let borne = title.iter().filter(|w| says(w));
            let (count, borne) = borne.fold((0, 0.0), |(n, sum), w| (n + 1, sum + index.weight(*w)));
            // One shared word is chance, unless the whole title is one word.
            if count == 0 || count < 2.min(title.len()) {
                return 0.0;
            }
            let all: f32 = title.iter().map(|w| index.weight(*w)).sum();
            if all > 0.0 { borne / all.max(1.2) } else { 0.0 }
        })
        .fold(0.0, f32::max);
    let theme = entry
        .titles
        .iter()
        .map(|title| index.theme(title, said))
        .fold((0.0, false), |best, one| if (one.1, one.0) > (best.1, best.0) { one } else { best });
    let named = entry.names.iter().filter_map(|name| index.names(entry, name, said)).max();
    let name = named == Some(true);
    let theme = if named == Some(false) && theme.0 < 1.8 { (1.8, false) } else { theme };
    let time = if entry.end < clue.said_on {
        ByTime::Over
    } else if entry.start <= clue.said_on.checked_add_days(AHEAD).unwrap_or(NaiveDate::MAX) {
        ByTime::Ahead
    } else {
        ByTime::Later
    };
    Evidence {
        at,
        days,
        time,
        number: equal && series,
        bare_number: equal && !series,
        other_number,
        series,
        of_series,
        city,
        telling_city,
        other_city: !city && !cities.is_empty() && !entry.cities.is_empty(),
        title,
        theme,
        name,
    }
}

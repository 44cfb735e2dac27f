//! Dates, time zones as values, and the moments at which deadlines close.

use chrono::{DateTime, Days, FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The one clock reading of a step, made at the edge and handed down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment(pub DateTime<Utc>);

/// A time zone of the tz database as a plain value, with the version of the database it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Its name in the tz database, such as `America/New_York`.
    pub name: String,
    /// The version of the tz database, such as `2026f`; `unknown` where the system does not say.
    pub version: String,
    /// Seconds east of UTC before the first transition.
    pub first_offset: i32,
    /// (seconds since 1970 UTC, seconds east of UTC from then on), ascending.
    pub transitions: Vec<(i64, i32)>,
}

impl Zone {
    /// Coordinated Universal Time.
    pub fn utc() -> Self {
        Self { name: "UTC".into(), version: "none".into(), first_offset: 0, transitions: Vec::new() }
    }

    /// Seconds east of UTC at `at`.
    pub fn offset_at(&self, at: DateTime<Utc>) -> i32 {
        let after = self.transitions.partition_point(|(from, _)| *from <= at.timestamp());
        match after.checked_sub(1).and_then(|last| self.transitions.get(last)) {
            Some((_, offset)) => *offset,
            None => self.first_offset,
        }
    }

    /// `at` as a clock in this zone shows it.
    pub fn local(&self, at: DateTime<Utc>) -> DateTime<FixedOffset> {
        let utc = FixedOffset::east_opt(0);
        match FixedOffset::east_opt(self.offset_at(at)).or(utc) {
            Some(offset) => at.with_timezone(&offset),
            None => at.fixed_offset(),
        }
    }

    /// The day it is in this zone at `at`.
    pub fn date_of(&self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date_naive()
    }

    /// The first moment at which clocks in this zone show `local` or later. A time that clocks skip gives
    /// the moment after the gap; one that they show twice gives the first.
    pub fn first_moment_at(&self, local: NaiveDateTime) -> DateTime<Utc> {
        let as_utc = local.and_utc();
        let mut offsets: Vec<i32> =
            [-36, 0, 36].into_iter().map(|hours| self.offset_at(as_utc + TimeDelta::hours(hours))).collect();
        offsets.sort_unstable_by(|a, b| b.cmp(a));
        offsets.dedup();
        for offset in &offsets {
            let at = as_utc - TimeDelta::seconds(i64::from(*offset));
            if self.local(at).naive_local() >= local {
                // A gap: the first moment after it is the transition itself.
                let in_gap = self.local(at).naive_local() > local;
                let gap_end = self.transitions.iter().rev().find(|(from, _)| *from <= at.timestamp());
                return match (in_gap, gap_end) {
                    (true, Some((from, _))) => DateTime::from_timestamp(*from, 0).unwrap_or(at),
                    _ => at,
                };
            }
        }
        as_utc
    }

    /// The last second of `day` in this zone.
    pub fn end_of_day(&self, day: NaiveDate) -> DateTime<Utc> {
        let next = day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
        self.first_moment_at(next.and_time(chrono::NaiveTime::MIN)) - TimeDelta::seconds(1)
    }
}

/// The last moment for requests, with the sum that led to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The last day on which a request is in time.
    pub date: NaiveDate,
    /// The last second of that day in `zone`: a request received then is in time, one second later is not.
    pub closes: DateTime<Utc>,
    /// Name of the zone in which the day ends.
    pub zone: String,
    /// Version of the tz database that was used.
    pub tzdata: String,
    /// What the general rule gives.
    pub rule: Option<RuleSum>,
    /// The date set for this event, which overrides the rule in either direction.
    pub set: Option<SetDate>,
}

/// "21 days before 4 September is 14 August."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSum {
    /// Days before the event's first day.
    pub days: u32,
    /// The event's first day.
    pub before: NaiveDate,
    /// The day that this gives.
    pub gives: NaiveDate,
    /// The document that lays the rule down.
    pub source: String,
}

/// "For this event the circular sets 18 August."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetDate {
    /// The day set.
    pub date: NaiveDate,
    /// The document that sets it.
    pub source: String,
}

/// Computes the deadline of an event that begins on `start`. `None` when neither a rule nor a date is given.
pub fn deadline(
    start: NaiveDate,
    rule: Option<(u32, &str)>,
    set: Option<(NaiveDate, &str)>,
    zone: &Zone,
) -> Option<Deadline> {
    let rule = rule.and_then(|(days, source)| {
        let gives = start.checked_sub_days(Days::new(days.into()))?;
        Some(RuleSum { days, before: start, gives, source: source.to_owned() })
    });
    let set = set.map(|(date, source)| SetDate { date, source: source.to_owned() });
    let date = set.as_ref().map(|s| s.date).or(rule.as_ref().map(|r| r.gives))?;
    Some(Deadline {
        date,
        closes: zone.end_of_day(date),
        zone: zone.name.clone(),
        tzdata: zone.version.clone(),
        rule,
        set,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new_york() -> Zone {
        // 2017: EDT from 12 March 07:00 UTC, EST from 5 November 06:00 UTC.
        Zone {
            name: "America/New_York".into(),
            version: "test".into(),
            first_offset: -5 * 3600,
            transitions: vec![(1_489_302_000, -4 * 3600), (1_509_861_600, -5 * 3600)],
        }
    }

    #[test]
    fn a_date_set_for_an_event_overrides_the_rule() {
        let start = NaiveDate::from_ymd_opt(2017, 9, 4).unwrap();
        let set = NaiveDate::from_ymd_opt(2017, 8, 18).unwrap();
        let d = deadline(start, Some((21, "circular")), Some((set, "circular")), &new_york()).unwrap();
        assert_eq!(d.date, set);
        assert_eq!(d.rule.unwrap().gives, NaiveDate::from_ymd_opt(2017, 8, 14).unwrap());
        assert_eq!(d.closes.to_rfc3339(), "2017-08-19T03:59:59+00:00");
    }

    #[test]
    fn days_end_where_clocks_change() {
        let zone = new_york();
        let day = |m, d| NaiveDate::from_ymd_opt(2017, m, d).unwrap();
        assert_eq!(zone.end_of_day(day(3, 12)).to_rfc3339(), "2017-03-13T03:59:59+00:00");
        assert_eq!(zone.end_of_day(day(11, 5)).to_rfc3339(), "2017-11-06T04:59:59+00:00");
        let skipped = day(3, 12).and_hms_opt(2, 30, 0).unwrap();
        assert_eq!(zone.first_moment_at(skipped).to_rfc3339(), "2017-03-12T07:00:00+00:00");
        let twice = day(11, 5).and_hms_opt(1, 30, 0).unwrap();
        assert_eq!(zone.first_moment_at(twice).to_rfc3339(), "2017-11-05T05:30:00+00:00");
    }
}

//! Time zones from the system's tz database, as values: compiled-in data goes stale, and deadlines are decided by it.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::calendar::Zone;

/// Transitions are taken up to the end of this year; no deadline lies later.
const LAST_YEAR: i16 = 2100;

/// The zone of this name.
///
/// # Errors
/// The system does not know it.
pub(super) fn load(name: &str) -> Result<Zone, String> {
    let zone = TimeZone::get(name).map_err(|_| format!("the system's tz database has no zone `{name}`"))?;
    let first = Timestamp::MIN;
    let end = jiff::civil::date(LAST_YEAR, 12, 31)
        .at(0, 0, 0, 0)
        .to_zoned(TimeZone::UTC)
        .map_or(i64::MAX, |z| z.timestamp().as_second());
    let transitions = zone
        .following(first)
        .map(|t| (t.timestamp().as_second(), t.offset().seconds()))
        .take_while(|(at, _)| *at <= end)
        .collect();
    Ok(Zone {
        name: name.to_owned(),
        version: version(),
        first_offset: zone.to_offset(first).seconds(),
        transitions,
    })
}

/// The version of the system's tz database, as its files say it; `unknown` where they do not.
fn version() -> String {
    let places =
        ["/usr/share/zoneinfo/tzdata.zi", "/usr/share/zoneinfo/+VERSION", "/usr/share/zoneinfo/version"];
    places
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .filter_map(|text| text.lines().next().map(|l| l.trim_start_matches("# version").trim().to_owned()))
        .find(|version| !version.is_empty() && version.len() < 12)
        .unwrap_or_else(|| "unknown".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn new_york_in_august_is_four_hours_behind() {
        let zone = load("America/New_York").unwrap();
        let day = NaiveDate::from_ymd_opt(2017, 8, 18).unwrap();
        assert_eq!(zone.end_of_day(day).to_rfc3339(), "2017-08-19T03:59:59+00:00");
        assert_eq!(zone.offset_at(chrono::DateTime::UNIX_EPOCH), -5 * 3600);
    }

    #[test]
    fn a_name_that_is_none_is_refused() {
        assert!(load("America/Gotham").unwrap_err().contains("Gotham"));
    }
}

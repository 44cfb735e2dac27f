//! Dates, hours, spans of time and lists as a letter in each language writes them.
//!
//! A language without a form of its own here (Arabic, Russian, Chinese, until somebody who writes it has chosen
//! one) takes ISO 8601, which is never wrong.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use crate::states::Language;

const NBSP: char = '\u{a0}';

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_ES: [&str; 12] = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
];

fn month(language: Language, date: NaiveDate) -> &'static str {
    let months = match language {
        Language::Fr => &MONTHS_FR,
        Language::Es => &MONTHS_ES,
        _ => &MONTHS_EN,
    };
    months.get(date.month0() as usize).copied().unwrap_or("")
}

/// The day of the month; French counts the first with an ordinal.
fn day(language: Language, date: NaiveDate) -> String {
    match (language, date.day()) {
        (Language::Fr, 1) => "1er".into(),
        (_, day) => day.to_string(),
    }
}

fn has_forms(language: Language) -> bool {
    matches!(language, Language::En | Language::Fr | Language::Es)
}

/// "4 September 2017", "1er septembre 2017", "4 de septiembre de 2017".
pub(super) fn date(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Es => format!("{} de {}", date_no_year(language, date), date.year()),
        _ if has_forms(language) => format!("{} {}", date_no_year(language, date), date.year()),
        _ => date.to_string(),
    }
}

/// "4 September", "1er septembre", "4 de septiembre".
pub(super) fn date_no_year(language: Language, date: NaiveDate) -> String {
    match language {
        Language::Es => format!("{}{NBSP}de {}", day(language, date), month(language, date)),
        _ if has_forms(language) => format!("{}{NBSP}{}", day(language, date), month(language, date)),
        _ => date.to_string(),
    }
}

/// The days of a meeting: "4 and 5 September 2017", "4–8 June 2018", "du 31 mai au 2 juin 2018".
pub(super) fn span(language: Language, first: NaiveDate, last: NaiveDate) -> String {
    if last <= first {
        return date(language, first);
    }
    if !has_forms(language) {
        return format!("{first} – {last}");
    }
    let same_month = (first.year(), first.month()) == (last.year(), last.month());
    let neighbours = last - first == TimeDelta::days(1);
    // What stands of the first day: only as much as the second does not say again.
    let from = if same_month {
        day(language, first)
    } else if first.year() == last.year() {
        date_no_year(language, first)
    } else {
        date(language, first)
    };
    let until = date(language, last);
    match language {
        Language::Fr if neighbours => format!("{from} et {until}"),
        Language::Fr => format!("du {from} au {until}"),
        Language::Es if neighbours => format!("{from} y {until}"),
        Language::Es => format!("del {from} al {until}"),
        _ if neighbours => format!("{from} and {until}"),
        _ if same_month => format!("{from}–{until}"),
        _ => format!("{from} to {until}"),
    }
}

/// "18 August 2017 at 23:59 (New York time)".
pub(super) fn moment(language: Language, at: NaiveDateTime, city: &str) -> String {
    clock(language, at, city, false)
}

/// "18 August 2017 at 23:59:59 (New York time)": where a second decides.
pub(super) fn second(language: Language, at: NaiveDateTime, city: &str) -> String {
    clock(language, at, city, true)
}

fn clock(language: Language, at: NaiveDateTime, city: &str, seconds: bool) -> String {
    let date = date(language, at.date());
    let (hour, minute) = (at.hour(), at.minute());
    let with = |before: &str, after: &str| match seconds {
        true => format!("{before}{:02}{after}", at.second()),
        false => String::new(),
    };
    match language {
        Language::Fr => {
            let of = super::of::of(language, city);
            let rest = with(&format!("{NBSP}min{NBSP}"), &format!("{NBSP}s"));
            format!("{date} à {hour}{NBSP}h{NBSP}{minute:02}{rest} (heure {of})")
        }
        Language::Es => {
            let at_the = if hour == 1 { "a la" } else { "a las" };
            format!("{date} {at_the} {hour}.{minute:02}{}{NBSP}horas (hora de {city})", with(".", ""))
        }
        Language::En => format!("{date} at {hour:02}:{minute:02}{} ({city} time)", with(":", "")),
        _ => format!("{date} {hour:02}:{minute:02}{} ({city})", with(":", "")),
    }
}

/// The city by which a zone of the tz database is known.
pub(super) fn zone_city(language: Language, zone: &str) -> String {
    let last = zone.rsplit('/').next().unwrap_or(zone);
    let own = match (language, last) {
        (Language::Es, "New_York") => "Nueva York",
        (Language::Fr, "Vienna") => "Vienne",
        (Language::Es, "Vienna") => "Viena",
        (Language::Fr, "Addis_Ababa") => "Addis-Abeba",
        (Language::Es, "Addis_Ababa") => "Addis Abeba",
        (Language::Fr, "Beirut") => "Beyrouth",
        (Language::Fr, "Mexico_City") => "Mexico",
        (Language::Es, "Mexico_City") => "Ciudad de México",
        (Language::Es, "Paris") => "París",
        (Language::Es, "Rome") => "Roma",
        (Language::Fr, "London") => "Londres",
        (Language::Es, "London") => "Londres",
        (Language::Es, "Zurich") => "Zúrich",
        _ => return last.replace('_', " "),
    };
    own.to_owned()
}

/// A span of time in its two largest units: "3 days and 4 hours", "35 minutes", "5 seconds".
pub(super) fn margin(language: Language, seconds: i64) -> String {
    let all = seconds.unsigned_abs();
    if all == 0 {
        let words = match language {
            Language::Fr => "moins d’une seconde",
            Language::Es => "menos de un segundo",
            _ => "less than a second",
        };
        return words.to_owned();
    }
    let units = [all / 86_400, all / 3_600 % 24, all / 60 % 60, all % 60];
    // Seconds matter only where nothing larger is left to say.
    let largest = units.iter().position(|n| *n > 0).unwrap_or(3);
    let words: Vec<String> = units
        .iter()
        .enumerate()
        .skip(largest)
        .take(if largest < 3 { 2 } else { 1 })
        .filter(|(place, n)| **n > 0 || *place == largest)
        .filter(|(place, _)| *place < 3 || largest == 3)
        .map(|(place, n)| format!("{n}{NBSP}{}", unit(language, place, *n)))
        .collect();
    list(language, &words)
}

fn unit(language: Language, place: usize, n: u64) -> &'static str {
    // French counts nought and one as one.
    let one = if language == Language::Fr { n < 2 } else { n == 1 };
    let (singular, plural) = match (language, place) {
        (Language::Fr, 0) => ("jour", "jours"),
        (Language::Fr, 1) => ("heure", "heures"),
        (Language::Fr, 2) => ("minute", "minutes"),
        (Language::Fr, _) => ("seconde", "secondes"),
        (Language::Es, 0) => ("día", "días"),
        (Language::Es, 1) => ("hora", "horas"),
        (Language::Es, 2) => ("minuto", "minutos"),
        (Language::Es, _) => ("segundo", "segundos"),
        (_, 0) => ("day", "days"),
        (_, 1) => ("hour", "hours"),
        (_, 2) => ("minute", "minutes"),
        _ => ("second", "seconds"),
    };
    if one { singular } else { plural }
}

/// "A, B and C".
pub(super) fn list(language: Language, items: &[String]) -> String {
    let Some((last, before)) = items.split_last() else { return String::new() };
    if before.is_empty() {
        return last.clone();
    }
    let before = before.join(", ");
    match language {
        Language::Fr => format!("{before} et {last}"),
        Language::Es => format!("{before} {} {last}", spanish_and(last)),
        Language::En => format!("{before} and {last}"),
        _ => format!("{before}, {last}"),
    }
}

/// Spanish writes "e" before the sound of i, but not before a diphthong ("agua y hielo").
fn spanish_and(next: &str) -> &'static str {
    let next = next.to_lowercase();
    let i = next.starts_with('i') || next.starts_with('í') || next.starts_with("hi");
    let diphthong = ["ia", "ie", "io", "iu", "hia", "hie", "hio"].iter().any(|d| next.starts_with(d));
    if i && !diphthong { "e" } else { "y" }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use Language::{Ar, En, Es, Fr};

    fn ymd(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn plain(text: String) -> String {
        text.replace(NBSP, " ")
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let (first, fourth) = (ymd(2017, 9, 1), ymd(2017, 9, 4));
        assert_eq!(plain(date(En, fourth)), "4 September 2017");
        assert_eq!(plain(date(Fr, fourth)), "4 septembre 2017");
        assert_eq!(plain(date(Fr, first)), "1er septembre 2017");
        assert_eq!(plain(date(Es, fourth)), "4 de septiembre de 2017");
        assert_eq!(plain(date(Ar, fourth)), "2017-09-04");
        assert_eq!(plain(date_no_year(Es, fourth)), "4 de septiembre");
    }

    #[test]
    fn the_days_of_a_meeting_say_nothing_twice() {
        let cases = [
            (En, ymd(2017, 9, 4), ymd(2017, 9, 4), "4 September 2017"),
            (En, ymd(2017, 9, 4), ymd(2017, 9, 5), "4 and 5 September 2017"),
            (En, ymd(2018, 6, 4), ymd(2018, 6, 8), "4–8 June 2018"),
            (En, ymd(2018, 5, 28), ymd(2018, 6, 1), "28 May to 1 June 2018"),
            (En, ymd(2017, 12, 31), ymd(2018, 1, 1), "31 December 2017 and 1 January 2018"),
            (Fr, ymd(2017, 9, 4), ymd(2017, 9, 5), "4 et 5 septembre 2017"),
            (Fr, ymd(2018, 6, 1), ymd(2018, 6, 8), "du 1er au 8 juin 2018"),
            (Es, ymd(2017, 9, 4), ymd(2017, 9, 5), "4 y 5 de septiembre de 2017"),
            (Es, ymd(2018, 5, 28), ymd(2018, 6, 1), "del 28 de mayo al 1 de junio de 2018"),
        ];
        for (language, first, last, words) in cases {
            assert_eq!(plain(span(language, first, last)), words);
        }
    }

    #[test]
    fn a_moment_names_the_city_whose_clock_it_was() {
        let at = ymd(2017, 8, 18).and_hms_opt(23, 59, 59).unwrap();
        assert_eq!(plain(moment(En, at, "New York")), "18 August 2017 at 23:59 (New York time)");
        assert_eq!(plain(moment(Fr, at, "New York")), "18 août 2017 à 23 h 59 (heure de New York)");
        assert_eq!(plain(moment(Fr, at, "Addis-Abeba")), "18 août 2017 à 23 h 59 (heure d’Addis-Abeba)");
        assert_eq!(plain(second(En, at, "New York")), "18 August 2017 at 23:59:59 (New York time)");
        assert_eq!(plain(second(Fr, at, "Vienne")), "18 août 2017 à 23 h 59 min 59 s (heure de Vienne)");
        assert_eq!(
            plain(second(Es, at, "Viena")),
            "18 de agosto de 2017 a las 23.59.59 horas (hora de Viena)"
        );
        let one = ymd(2017, 8, 18).and_hms_opt(1, 5, 0).unwrap();
        assert_eq!(plain(moment(Es, one, "Viena")), "18 de agosto de 2017 a la 1.05 horas (hora de Viena)");
        assert_eq!(zone_city(Es, "America/New_York"), "Nueva York");
        assert_eq!(zone_city(En, "America/Argentina/Buenos_Aires"), "Buenos Aires");
        assert_eq!(zone_city(En, "UTC"), "UTC");
    }

    #[test]
    fn margins_have_two_units_at_most() {
        let cases = [
            (En, 0, "less than a second"),
            (En, 1, "1 second"),
            (Fr, 0, "moins d’une seconde"),
            (En, -35 * 60, "35 minutes"),
            (En, 61, "1 minute"),
            (En, 3 * 86_400 + 4 * 3_600 + 59, "3 days and 4 hours"),
            (En, 86_400 + 60, "1 day"),
            (En, 3_600 + 60, "1 hour and 1 minute"),
            (Fr, 86_400 + 3_600, "1 jour et 1 heure"),
            (Es, 2 * 86_400 + 3_600, "2 días y 1 hora"),
        ];
        for (language, seconds, words) in cases {
            assert_eq!(plain(margin(language, seconds)), words, "{seconds}");
        }
    }

    #[test]
    fn lists_end_with_and() {
        let items = |words: &[&str]| words.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>();
        assert_eq!(list(En, &items(&["A", "B", "C"])), "A, B and C");
        assert_eq!(list(Fr, &items(&["A", "B"])), "A et B");
        assert_eq!(list(Es, &items(&["Ana Ríos", "Íñigo Paz"])), "Ana Ríos e Íñigo Paz");
        assert_eq!(list(Es, &items(&["A", "hielo"])), "A y hielo");
        assert_eq!(list(En, &items(&["A"])), "A");
        assert_eq!(list(Ar, &items(&["A", "B"])), "A, B");
    }
}

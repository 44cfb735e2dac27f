//! Months of which recognition got a letter wrong: `25 ينار 2018`, `3 avrii 2017`.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// Months that one wrong letter makes no other word of.
const MONTHS: &str = "january february march april august september october november december \
    janvier février avril juillet septembre octobre novembre décembre \
    enero febrero marzo abril junio julio agosto septiembre setiembre octubre noviembre diciembre \
    января февраля марта апреля августа сентября октября ноября декабря \
    يناير فبراير أبريل إبريل يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر جانفي فيفري أفريل جويلية";

/// A day, a word and a year, with what may stand between them.
static DAY: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?P<before>\b\d{1,2}(?:er|st|nd|rd|th|º|°)?\.? (?:de )?)(?P<word>\p{L}{4,10})(?P<after>,? (?:del? )?20\d\d\b)").ok()
});
/// The same in the order of "April 13, 2017".
static MONTH: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?P<before>^|[\s,])(?P<word>\p{L}{4,10})(?P<after>\.? \d{1,2}(?:st|nd|rd|th)?, 20\d\d\b)")
        .ok()
});

/// The `text` with its months as they are printed.
pub(super) fn mended(text: &str) -> String {
    [&DAY, &MONTH].into_iter().filter_map(|form| form.as_ref()).fold(text.to_owned(), |text, form| {
        let better = |all: &Captures<'_>| {
            let part = |name| all.name(name).map_or("", |m| m.as_str());
            [part("before"), &month(part("word")).unwrap_or_else(|| part("word").to_owned()), part("after")]
                .concat()
        };
        form.replace_all(&text, better).into_owned()
    })
}

/// The one month that differs from `word` by a letter or two, with the capital that `word` has.
fn month(word: &str) -> Option<String> {
    let low = word.to_lowercase();
    // In a long one two may be wrong (`TANOARY`).
    let most = if low.chars().count() < 7 { 1 } else { 2 };
    let far = |month: &str| strsim::osa_distance(&low, month);
    let nearest = MONTHS.split_whitespace().map(far).min().filter(|least| *least <= most)?;
    let mut near = MONTHS.split_whitespace().filter(|month| far(month) == nearest);
    let (Some(one), None) = (near.next(), near.next()) else { return None };
    let mut letters = one.chars();
    let first = letters.next()?;
    let capital = word.starts_with(char::is_uppercase);
    let all = word.chars().skip(1).all(char::is_uppercase);
    Some(match (capital, all) {
        (true, true) => one.to_uppercase(),
        (true, false) => first.to_uppercase().chain(letters).collect(),
        _ => one.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn months_are_as_printed_where_a_day_and_a_year_stand_beside_them() {
        for (seen, meant) in [
            ("نيويورك في 25 ينار 2018", "نيويورك في 25 يناير 2018"),
            ("New York, le 3 avrii 2017", "New York, le 3 avril 2017"),
            ("24 TANOARY 2018", "24 JANUARY 2018"),
            ("Nueva York, 7 de agosio de 2017", "Nueva York, 7 de agosto de 2017"),
            ("Apri! 3, 2017, Septemher 13, 2017", "Apri! 3, 2017, September 13, 2017"),
            ("10 авгуета 2017 г.", "10 августа 2017 г."),
            ("1 FEBRUAKY 2018", "1 FEBRUARY 2018"),
        ] {
            assert_eq!(mended(seen), meant);
        }
        for same in
            ["4 juin 2018", "le 4 mars 2018", "12 agents 2017", "3 April 2018", "8 ноября 2017", "3 avril"]
        {
            assert_eq!(mended(same), same);
        }
    }
}

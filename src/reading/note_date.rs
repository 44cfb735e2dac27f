//! The date printed on a note: found by where it stands, read in six languages.

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};
use regex::Regex;

use crate::reading::document::Document;
use crate::reading::{CERTAIN, Fact, Quoted};

/// A date in folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub day: NaiveDate,
    /// Whether its numbers could mean another day as well.
    pub unsure: bool,
    pub start: usize,
    pub end: usize,
}

/// Months by their folded names; an abbreviation is a name of its own.
const MONTHS: [&str; 12] = [
    "january|janvier|enero|января|январь|يناير|كانون الثاني|jan|janv|ene",
    "february|fevrier|febrero|февраля|февраль|فبراير|شباط|feb|fevr|fev",
    "march|mars|marzo|марта|март|مارس|اذار|mar",
    "april|avril|abril|апреля|апрель|ابريل|نيسان|apr|avr|abr",
    "may|mai|mayo|мая|маи|مايو|ايار",
    "june|juin|junio|июня|июнь|يونيو|حزيران|jun",
    "july|juillet|julio|июля|июль|يوليو|تموز|jul|juil",
    "august|aout|agosto|августа|август|اغسطس|اب|aug|ago",
    "september|septembre|septiembre|setiembre|сентября|сентябрь|سبتمبر|ايلول|sept|sep|set",
    "october|octobre|octubre|октября|октябрь|اكتوبر|تشرين الاول|oct",
    "november|novembre|noviembre|ноября|ноябрь|نوفمبر|تشرين الثاني|nov",
    "december|decembre|diciembre|декабря|декабрь|ديسمبر|كانون الاول|dec|dic",
];

struct Forms {
    day_first: Regex,
    month_first: Regex,
    iso: Regex,
    numeric: Regex,
    chinese: Regex,
}

static FORMS: LazyLock<Option<Forms>> = LazyLock::new(|| {
    let mut names: Vec<&str> = MONTHS.iter().flat_map(|m| m.split('|')).collect();
    names.sort_by_key(|n| std::cmp::Reverse(n.len()));
    let months = names.join("|");
    let made = |pattern: &str| Regex::new(pattern).ok();
    Some(Forms {
        day_first: made(&format!(
            r"\b(\d{{1,2}})\s?(?:st|nd|rd|th|er|o|a|º|°)?\.?,? ?(?:day of |of |de |d'|-|/)? ?({months})\.?,? ?(?:of |de |del |-|/)? ?(\d{{4}})\b"
        ))?,
        month_first: made(&format!(r"\b({months})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (?:of )?(\d{{4}})\b"))?,
        iso: made(r"\b(\d{4})[-./](\d{1,2})[-./](\d{1,2})\b")?,
        numeric: made(r"\b(\d{1,2}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{4}|\d{2})\b")?,
        chinese: made(
            r"([\d〇○零一二三四五六七八九]{4}) ?年 ?([\d一二三四五六七八九十]{1,3}) ?月 ?([\d一二三四五六七八九十]{1,3}) ?[日号]",
        )?,
    })
});

/// Every date in `line` (folded). `mail` settles numeric dates that can be read in two ways: the way that falls in
/// the 60 days before it; if both do, or neither, day first and unsure.
pub(super) fn all(line: &str, mail: NaiveDate) -> Vec<Dated> {
    let Some(forms) = FORMS.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    if line.contains('年') {
        gather(&forms.chinese, line, &mut found, |a, b, c| Some((ymd(han(a)?, han(b)?, han(c)?)?, false)));
    }
    if !line.bytes().any(|b| b.is_ascii_digit()) {
        return found;
    }
    let number = |t: &str| t.parse::<u32>().ok();
    gather(&forms.day_first, line, &mut found, |d, m, y| {
        Some((ymd(number(y)?, month(m)?, number(d)?)?, false))
    });
    gather(&forms.month_first, line, &mut found, |m, d, y| {
        Some((ymd(number(y)?, month(m)?, number(d)?)?, false))
    });
    gather(&forms.iso, line, &mut found, |y, m, d| Some((ymd(number(y)?, number(m)?, number(d)?)?, false)));
    gather(&forms.numeric, line, &mut found, |a, b, y| {
        let year = number(y).map(|n| if n < 100 { 2000 + n } else { n })?;
        settle(ymd(year, number(b)?, number(a)?), ymd(year, number(a)?, number(b)?), mail)
    });
    found.sort_by_key(|d| d.start);
    found
}

fn gather(
    form: &Regex,
    line: &str,
    found: &mut Vec<Dated>,
    read: impl Fn(&str, &str, &str) -> Option<(NaiveDate, bool)>,
) {
    for captures in form.captures_iter(line) {
        let part = |i| captures.get(i).map_or("", |m| m.as_str());
        let Some(whole) = captures.get(0) else { continue };
        if found.iter().any(|f: &Dated| f.start < whole.end() && whole.start() < f.end) {
            continue;
        }
        if let Some((day, unsure)) = read(part(1), part(2), part(3)) {
            found.push(Dated { day, unsure, start: whole.start(), end: whole.end() });
        }
    }
}

fn settle(
    day_first: Option<NaiveDate>,
    month_first: Option<NaiveDate>,
    mail: NaiveDate,
) -> Option<(NaiveDate, bool)> {
    let fits = |d: NaiveDate| d <= mail && mail.checked_sub_days(Days::new(60)).is_none_or(|from| from <= d);
    match (day_first, month_first) {
        (Some(a), Some(b)) if a == b => Some((a, false)),
        (Some(a), Some(b)) => match (fits(a), fits(b)) {
            (true, false) => Some((a, false)),
            (false, true) => Some((b, false)),
            _ => Some((a, true)),
        },
        (Some(only), None) | (None, Some(only)) => Some((only, false)),
        (None, None) => None,
    }
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    (1945..2200).contains(&day.year()).then_some(day)
}

fn month(name: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|m| m.split('|').any(|n| n == name))?;
    u32::try_from(at + 1).ok()
}

/// Digits, or Chinese numerals: digit by digit for a year, with 十 for a month or a day.
fn han(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digit = |c: char| match c {
        '〇' | '○' | '零' => Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .and_then(|p| u32::try_from(p + 1).ok())
            .or(c.to_digit(10)),
    };
    match text.split_once('十') {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens.chars().next()?)? };
            let ones = ones.chars().next().map_or(Some(0), digit)?;
            Some(tens * 10 + ones)
        }
        None => text.chars().try_fold(0, |sum, c| Some(sum * 10 + digit(c)?)),
    }
}

/// Labels of the line that carries the note's date.
const LABELS: [&str; 10] =
    ["date", "dated", "fecha", "дата", "التاريخ", "بتاريخ", "日期", "le ", "fait a", "done at"];
/// Words that show that a line with a date is about a meeting or another paper.
const OTHER: [&str; 26] = [
    "session",
    "meeting",
    "conference",
    "reunion",
    "reunión",
    "round",
    "subject",
    "objet",
    "asunto",
    "birth",
    "naissance",
    "nacimiento",
    "passport",
    "passeport",
    "pasaporte",
    "expir",
    "deadline",
    "event",
    "travel",
    "resolution",
    "sent:",
    "event:",
    "from ",
    "departure",
    "arrival",
    "issue",
];

/// The date printed on the note.
pub(super) fn find(document: &Document, mail: NaiveDate) -> Fact<NaiveDate> {
    let mut found: Vec<Quoted<NaiveDate>> = Vec::new();
    for line in document.edges() {
        let text = line.folded.text();
        if text.len() > 160 || !(text.bytes().any(|b| b.is_ascii_digit()) || text.contains('年')) {
            continue;
        }
        let dates = all(text, mail);
        let (Some(date), 1) = (dates.first(), dates.len()) else { continue };
        let before = text.get(..date.start).unwrap_or_default().trim();
        let after = text.get(date.end..).unwrap_or_default().trim();
        let letters = before.chars().chain(after.chars()).filter(|c| c.is_alphabetic()).count();
        let labelled =
            LABELS.iter().any(|l| before.starts_with(l.trim()) || before.contains(&format!(" {}", l.trim())));
        if (!labelled && OTHER.iter().any(|w| before.contains(w) || after.contains(w)))
            || letters > 60
            || before.ends_with('-')
            || ["to", "au", "al", "and", "et", "y", "of"]
                .iter()
                .any(|w| before.split(' ').next_back() == Some(w))
        {
            continue;
        }
        let confidence = match (labelled, letters) {
            _ if date.unsure => 0.6,
            (true, ..=40) => 0.96,
            (_, ..=24) => 0.93,
            (_, ..=40) => 0.85,
            _ => 0.7,
        };
        found.push(document.quoted(date.day, confidence, line.range.clone()));
    }
    agree(found)
}

/// One value, or all of them where two sure ones exclude each other.
fn agree(mut found: Vec<Quoted<NaiveDate>>) -> Fact<NaiveDate> {
    let best = found.iter().map(|q| q.confidence).fold(0.0, f32::max);
    // A stray date in a line of other words does not weigh against one that stands alone.
    found.retain(|q| q.confidence >= best - 0.05 || best < CERTAIN);
    let mut different: Vec<Quoted<NaiveDate>> = Vec::new();
    for quoted in found {
        match different.iter_mut().find(|d| d.value == quoted.value) {
            Some(same) if same.confidence < quoted.confidence => *same = quoted,
            Some(_) => {}
            None => different.push(quoted),
        }
    }
    match different.len() {
        0 => Fact::Missing,
        1 => different.pop().map_or(Fact::Missing, Fact::Stated),
        _ => Fact::Conflicting { candidates: different },
    }
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic
)]
mod tests {
    use super::*;
    use crate::states::fold::Folded;

    #[test]
    fn dates_are_read_in_the_forms_of_six_languages() {
        let mail = NaiveDate::from_ymd_opt(2017, 8, 12).unwrap();
        for (text, expected) in [
            ("New York, 10 August 2017", "2017-08-10"),
            ("August 10th, 2017", "2017-08-10"),
            ("10th of August, 2017", "2017-08-10"),
            ("New York, le 1er août 2017", "2017-08-01"),
            ("Nueva York, 10 de agosto de 2017", "2017-08-10"),
            ("1º de agosto del 2017", "2017-08-01"),
            ("10 августа 2017 г.", "2017-08-10"),
            ("نيويورك، ١٠ آب/أغسطس ٢٠١٧", ""),
            ("١٠ أغسطس ٢٠١٧", "2017-08-10"),
            ("2017年8月10日", "2017-08-10"),
            ("二〇一七年八月十日", "2017-08-10"),
            ("二〇一七年十二月二十一日", "2017-12-21"),
            ("2017-08-10", "2017-08-10"),
            ("10.08.2017", "2017-08-10"),
            ("03/08/2017", "2017-08-03"),
            ("08/03/2017", "2017-08-03"),
            ("07/08/2017", "2017-08-07?"),
            ("13/07/17", "2017-07-13"),
            ("10-AUG-2017", "2017-08-10"),
            ("31 February 2017", ""),
            ("A/RES/71/280", ""),
        ] {
            let folded = Folded::new(text);
            let shown: Vec<_> = all(folded.text(), mail)
                .iter()
                .map(|d| format!("{}{}", d.day, if d.unsure { "?" } else { "" }))
                .collect();
            assert_eq!(shown.join(" "), expected, "{text}");
        }
    }
}

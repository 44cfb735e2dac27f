//! What is not TOML, in the words of staff: where, and how to write it instead. One mistake is told once, not in all the
//! places where the parser stumbles over it.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, Error};

use crate::diagnostic::Diagnostic;

/// Mistakes of one file that are told in one run.
const TOLD: usize = 20;

/// Parses `text`; what is not TOML is collected, and what could be read is returned.
pub fn parse<'t>(file: &str, text: &'t str) -> (Spanned<DeTable<'t>>, Vec<Diagnostic>) {
    let (tree, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return (tree, Vec::new());
    }
    // What follows an open bracket is nonsense to the parser. Words of several lines may hold brackets of their own.
    let open = if text.contains("\"\"\"") || text.contains("'''") { None } else { unclosed(text) };
    let before = open.as_ref().map_or(text.len(), |open| open.at);
    let mut found = Vec::new();
    let mut lines = BTreeSet::new();
    for error in errors.iter().filter(|error| error.span().is_none_or(|span| span.start < before)) {
        let line = error.span().map(|span| row(text, span.start));
        if line.is_none_or(|line| lines.insert(line)) {
            found.push(told(file, text, error));
        }
    }
    found.extend(open.map(|open| open.told(file, text)));
    found.truncate(TOLD);
    (tree, found)
}

/// The line of byte `at`, from 1.
fn row(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or(text).matches('\n').count() + 1
}

fn told(file: &str, text: &str, error: &Error) -> Diagnostic {
    let words = error.message().lines().next().unwrap_or_default().trim();
    let wrong = |message: String| Diagnostic::error(file, "toml-syntax", message);
    let Some(span) = error.span() else {
        return wrong(format!("this cannot be read: {words}"));
    };
    if words.starts_with("duplicate key") {
        let key = text.get(span.clone()).unwrap_or_default();
        let message = format!("`{key}` stands here a second time");
        let begin = text.get(..span.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        let help = match begin.trim_start().starts_with('[') {
            true => {
                format!("keep one of them; of several tables each begins with [[{key}]], in two brackets")
            }
            false => "keep one of them".to_owned(),
        };
        return wrong(message).at(span).help(help);
    }
    if words.starts_with("unclosed array table") || words.starts_with("unclosed table") {
        let help = "close it with as many brackets as it begins with: [name] or [[name]]";
        return wrong("the brackets of this heading are not closed".into()).at(span).help(help);
    }
    match value_at(text, span.start) {
        Some((key, value, place)) => match remedy(key, value) {
            Some((message, help)) => wrong(message).at(place).help(help),
            None => wrong(format!("this cannot be read: {words}")).at(span).help(GENERAL),
        },
        None if words.starts_with("key with no value") || words.starts_with("invalid unquoted key") => {
            wrong("there is no `=` between key and value".into()).at(span).help("write: key = \"words\"")
        }
        None => wrong(format!("this cannot be read: {words}")).at(span).help(GENERAL),
    }
}

const GENERAL: &str =
    "words stand in quotes, numbers and dates and true and false without: key = \"words\", key = 2018-10-15";

/// Key and value, as they stand, of the line or the part of a list or inline table that holds byte `at`.
fn value_at(text: &str, at: usize) -> Option<(&str, &str, Range<usize>)> {
    let from = text.get(..at)?.rfind('\n').map_or(0, |end| end + 1);
    let to = text.get(at..)?.find('\n').map_or(text.len(), |end| at + end);
    let line = text.get(from..to)?;
    let mut pieces = Vec::new();
    let mut begin = 0;
    let mut quote = None;
    for (place, letter) in line.char_indices() {
        match (quote, letter) {
            (None, '#') => {
                pieces.push(begin..place);
                begin = line.len();
                break;
            }
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), closes) if open == closes => quote = None,
            (None, ',' | '[' | ']' | '{' | '}') => {
                pieces.push(begin..place);
                begin = place + letter.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(begin..line.len());
    let piece = pieces.into_iter().find(|piece| from + piece.end >= at)?;
    let words = line.get(piece.clone())?;
    let (key, value) = match words.split_once('=') {
        Some((key, value)) => (key.trim(), value),
        // A part of a list has no key; a line that begins with a word is a key without its sign.
        None if piece.start == 0 && words.trim_start().starts_with(char::is_alphabetic) => return None,
        None => ("", words),
    };
    let start = from + piece.end - value.trim_start().len();
    let value = value.trim();
    (!value.is_empty()).then_some((key, value, start..start + value.len()))
}

/// What is wrong with a value, and how it is written.
fn remedy(key: &str, value: &str) -> Option<(String, String)> {
    let set = |value: &str| if key.is_empty() { value.to_owned() } else { format!("{key} = {value}") };
    if let Some(found) = date(value, &set) {
        return Some(found);
    }
    let plain = value.trim_matches(['“', '”', '„', '«', '»', '‘', '’', '"', '\'']).trim();
    if value.starts_with(['“', '”', '„', '«', '‘', '’']) {
        let message = format!("{value} stands in quotes of a word processor");
        return Some((message, format!("write {}", set(&format!("\"{plain}\"")))));
    }
    if value.starts_with('"') && value.matches('"').count() == 1 {
        let message = format!("the words that begin with {value} are not closed");
        return Some((message, format!("write {}", set(&format!("\"{plain}\"")))));
    }
    let low = value.to_lowercase();
    if ["true", "false"].contains(&low.as_str()) && low != value {
        return Some((format!("{value} has a capital letter"), format!("write {}", set(&low))));
    }
    // `1/3`, `33 %`, `33%`: what no number of these files holds.
    let sums = |c: char| c.is_ascii_digit() || matches!(c, '/' | ' ');
    if value.contains('/') && value.starts_with(|c: char| c.is_ascii_digit()) && value.chars().all(sums) {
        let message = format!("the part {value} stands without quotes");
        return Some((message, format!("write {}", set(&format!("\"{value}\"")))));
    }
    if let Some(number) = value.strip_suffix('%').map(str::trim)
        && number.parse::<f64>().is_ok()
    {
        let message = format!("`%` stands behind the number {number}");
        return Some((message, format!("write {}", set(number))));
    }
    if let Some((number, rest)) = value.split_once(' ')
        && number.chars().all(|c| c.is_ascii_digit())
    {
        let message = format!("`{rest}` stands behind the number");
        return Some((message, format!("write {}", set(number))));
    }
    if value.starts_with(char::is_alphabetic) {
        let message = format!("the words {value} stand without quotes");
        return Some((message, format!("write {}", set(&format!("\"{plain}\"")))));
    }
    None
}

/// The day that `value`, written otherwise than in these files, surely means.
pub fn day_meant(value: &str) -> Option<NaiveDate> {
    match year_month_day(value) {
        Some((year, month, day)) => NaiveDate::from_ymd_opt(year, month, day),
        None => in_words(value),
    }
}

/// The day that is written with the English name of its month.
fn in_words(value: &str) -> Option<NaiveDate> {
    let plain = value.replace(',', " ");
    let plain: Vec<&str> = plain.split_whitespace().collect();
    let plain = plain.join(" ");
    ["%d %B %Y", "%B %d %Y"].iter().find_map(|form| NaiveDate::parse_from_str(&plain, form).ok())
}

/// Year, month and day of what is written with points, strokes or dashes.
fn year_month_day(value: &str) -> Option<(i32, u32, u32)> {
    let parts: Vec<&str> = value.split(['.', '/', '-']).map(str::trim).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |part: &str| {
        (!part.is_empty() && part.len() <= 4 && part.chars().all(|d| d.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let (first, second, third) = (number(a)?, number(b)?, number(c)?);
    let (year, month, day) = match (a.len(), c.len()) {
        (4, _) => (first, second, third),
        // Month first is written with strokes; where both can be meant, the day is taken to come first.
        (_, 4) if value.contains('/') && second > 12 => (third, first, second),
        (_, 4) => (third, second, first),
        _ => return None,
    };
    Some((i32::try_from(year).ok()?, month, day))
}

/// A day that is written otherwise, or that no calendar has.
fn date(value: &str, set: &dyn Fn(&str) -> String) -> Option<(String, String)> {
    if let Some(meant) = in_words(value) {
        let help = format!("write {}: year, month, day", set(&meant.to_string()));
        return Some((format!("{value} is not how these files write a day"), help));
    }
    let (year, month, day) = year_month_day(value)?;
    // Day and month could be each other, and the year does not stand first to say how it is meant.
    let either_way = month <= 12 && day <= 12 && month != day && !value.starts_with(&year.to_string());
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(meant) if meant.to_string() != value => {
            let help = match either_way {
                true => format!(
                    "write {} if {} is meant: year, month, day",
                    set(&meant.to_string()),
                    meant.format("%-d %B %Y")
                ),
                false => format!("write {}: year, month, day", set(&meant.to_string())),
            };
            Some((format!("{value} is not how these files write a day"), help))
        }
        Some(_) => None,
        None => {
            let help = "write a day that there is, as year, month, day: 2018-10-15".to_owned();
            Some((format!("there is no day {value}"), help))
        }
    }
}

/// A bracket that nothing closes.
struct Open {
    at: usize,
    bracket: char,
}

impl Open {
    fn told(&self, file: &str, text: &str) -> Diagnostic {
        let line = row(text, self.at);
        let (what, close) = match self.bracket {
            '[' => ("list", ']'),
            _ => ("table", '}'),
        };
        Diagnostic::error(file, "toml-syntax", format!("the {what} that begins on line {line} is not closed"))
            .at(self.at..self.at + 1)
            .help(format!("write {close} behind its last part"))
    }
}

/// The outermost bracket of a value that is still open where the next key or heading begins, or at the end.
fn unclosed(text: &str) -> Option<Open> {
    let mut open: Vec<Open> = Vec::new();
    let mut place = 0;
    // Whether the value of a key was reached: the brackets of headings are none of a value.
    for line in text.split_inclusive('\n') {
        let begins = line.trim_start();
        let heading = begins.starts_with('[');
        if let Some(first) = open.first()
            && (starts_key(begins) && open.iter().all(|o| o.bracket == '[') || begins.starts_with("[["))
        {
            return Some(Open { at: first.at, bracket: first.bracket });
        }
        if open.is_empty() && heading {
            place += line.len();
            continue;
        }
        scan(line, place, &mut open);
        // Inline tables end with their line, so far as these files use them.
        if let Some(first) = open.first().filter(|first| first.bracket == '{') {
            return Some(Open { at: first.at, bracket: '{' });
        }
        place += line.len();
    }
    open.into_iter().next()
}

/// Takes up the brackets of a line, outside of words in quotes and of remarks.
fn scan(line: &str, place: usize, open: &mut Vec<Open>) {
    let mut quote = None;
    let mut escaped = false;
    for (at, letter) in line.char_indices() {
        match (quote, letter) {
            (Some('"'), '\\') if !escaped => {
                escaped = true;
                continue;
            }
            (Some(q), l) if q == l && !escaped => quote = None,
            (Some(_), _) => {}
            (None, '#') => return,
            (None, '"' | '\'') => quote = Some(letter),
            (None, '[' | '{') => open.push(Open { at: place + at, bracket: letter }),
            (None, ']' | '}') => {
                open.pop();
            }
            _ => {}
        }
        escaped = false;
    }
}

/// Whether a line sets a key: `name =`, `a.b =`.
fn starts_key(line: &str) -> bool {
    let Some((key, _)) = line.split_once('=') else { return false };
    let key = key.trim();
    !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn each_mistake_is_told_once_with_what_to_write() {
        for (text, place, message, help) in [
            ("a = 15.10.2018", 4, "15.10.2018 is not how", "write a = 2018-10-15: year"),
            ("a = 3.10.2018", 4, "3.10.2018 is not how", "write a = 2018-10-03 if 3 October 2018 is meant"),
            ("a = 10/15/2018", 4, "10/15/2018 is not how", "write a = 2018-10-15"),
            ("a = { b = 2018-7-2 } # x", 10, "2018-7-2 is not", "write b = 2018-07-02: year"),
            ("a = 2018-02-30", 4, "there is no day 2018-02-30", "write a day that there is"),
            ("a = [2018-04-09, 31.4.2018]", 17, "there is no day 31.4.2018", "write a day"),
            ("a = April 9 2018", 4, "April 9 2018 is not how", "write a = 2018-04-09"),
            ("a = 9 Apr 2018", 4, "9 Apr 2018 is not how", "write a = 2018-04-09"),
            ("a = in spring", 4, "the words in spring stand", "write a = \"in spring\""),
            ("a = “nairobi” # x", 4, "“nairobi” stands in quotes of", "write a = \"nairobi\""),
            ("a = 1/3", 4, "the part 1/3 stands without quotes", "write a = \"1/3\""),
            ("a = 33 %", 4, "`%` stands behind the number 33", "write a = 33"),
            ("a = True", 4, "True has a capital", "write a = true"),
            ("a = 28 days", 4, "`days` stands behind the number", "write a = 28"),
            ("a = \"nairobi\nb = 1", 4, "the words that begin with \"nairobi", "write a = \"nairobi\""),
            ("a = 1\na = 2", 6, "`a` stands here a second time", "keep one of them"),
            ("[[event]\na = 1", 8, "the brackets of this heading", "close it"),
            ("a \"yes\"", 2, "there is no `=`", "write: key"),
            ("a: \"yes\"", 3, "there is no `=`", "write: key"),
            ("x = 1\na = [\"b\", \"c\"\nd = 1\ne = 2", 10, "the list that begins on line 2", "write ]"),
            ("a = [\n  \"b\",\n\n[[c]]\nd = 1", 4, "the list that begins on line 1", "write ]"),
            ("a = { b = 1\nd = 1", 4, "the table that begins on line 1", "write }"),
        ] {
            let (_, found) = parse("f", text);
            assert_eq!(found.len(), 1, "{text}: {found:#?}");
            let one = &found[0];
            assert!(one.message.contains(message), "{text}: {one:#?}");
            assert!(one.help.as_ref().unwrap().contains(help), "{text}: {one:#?}");
            assert_eq!(one.span.unwrap().start, place, "{text}: {one:#?}");
        }
    }

    #[test]
    fn what_is_toml_has_no_mistake_and_nothing_makes_it_panic() {
        let whole = include_str!("../../rules/events.toml");
        assert!(parse("f", whole).1.is_empty());
        assert!(parse("f", "a = [\n  { b = 1 },\n  [2, 3], # ]\n]\nc = \"x [ y\"\n").1.is_empty());
        let part: String = whole.lines().take(60).flat_map(|line| [line, "\n"]).collect();
        for (at, _) in part.char_indices().step_by(31) {
            for odd in ["[", "{", "“", "\"", "=", "31.4.2018", "\n", "é"] {
                let (before, after) = part.split_at(at);
                let (_, found) = parse("f", &format!("{before}{odd}{after}"));
                assert!(found.len() <= TOLD);
            }
        }
    }
}

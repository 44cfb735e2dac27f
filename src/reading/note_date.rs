//! The date printed on a note: found by where it stands, read in six languages.

use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate};
use regex::Regex;

use crate::reading::dates::{self, Span};
use crate::reading::document::Document;
use crate::reading::lexicon::Lexicon;
use crate::reading::reference::{self, attached, itself, names_itself};
use crate::reading::sought::Sought;
use crate::reading::words::split;
use crate::reading::{CERTAIN, Fact, Quoted};
use crate::states::fold::Folded;

/// A date in folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Dated {
    day: NaiveDate,
    /// Whether its numbers could mean another day as well.
    unsure: bool,
    start: usize,
    end: usize,
}

/// The date in `line` that may be a note's own: the only one, a single day with its year. `mail` settles numeric
/// dates that can be read in two ways: the way that falls in the 60 days before it; if both do, or neither, day
/// first and unsure.
fn only(line: &Folded, mail: NaiveDate) -> Option<Dated> {
    let spans = dates::in_words(&split(line));
    let mut whole = spans.iter().filter(|s| !s.whole_month && s.first.year.is_some());
    let (Some(span), None) = (whole.next(), whole.next()) else { return None };
    let Span { range, first, last, other, .. } = span;
    let (day, unsure) = settle(first.date(), other.and_then(|(other, _)| other.date()), mail)?;
    let plausible = first == last && (1945..2200).contains(&day.year());
    plausible.then_some(Dated { day, unsure, start: range.start, end: range.end })
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

/// Labels of the line that carries the note's date.
const LABELS: [&str; 13] = [
    "date",
    "dated",
    "fecha",
    "дата",
    "التاريخ",
    "تاريخ",
    "بتاريخ",
    "日期",
    "le ",
    "fait a",
    "done at",
    "data",
    "datum",
];
/// Words that show that a line with a date is about a meeting or another paper.
static OTHER: LazyLock<Sought> = LazyLock::new(|| {
    Sought::each([
        "retour",
        "return",
        "salida",
        "llegada",
        "regreso",
        "arrivee",
        "vuelo",
        "сесси",
        "совещани",
        "заседани",
        "рожден",
        "паспорт",
        "الدورة",
        "الجلسة",
        "الميلاد",
        "会议",
        "出生",
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
        "valid",
        "valable",
        "действит",
        "صالح",
        "有效期",
        "caduc",
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
    ])
});

/// Beginnings of a line that gives the number of the note, and perhaps its date.
const NUMBERED: [&str; 7] = ["note", "ref", "no", "n°", "verbal note", "our ref", "diplomatic note"];

/// Words of a year that is written out.
static SPELLED: LazyLock<Sought> =
    LazyLock::new(|| Sought::each([" mil ", " mille ", " thousand ", " тысяч", "الفين", "twenty "]));

/// The date printed on the note.
pub(super) fn find(document: &Document, mail: NaiveDate) -> Fact<NaiveDate> {
    let edges = document.edges();
    let mut found: Vec<Quoted<NaiveDate>> = Vec::new();
    let mut broken = 0;
    let mut stamp_ends = None;
    for (k, line) in edges.iter().enumerate() {
        if line.range.start < broken {
            continue;
        }
        // A mail program may have broken the line in the middle of the date.
        if let Some(next) = edges.get(k + 1).filter(|next| next.range.start == line.range.end + 1)
            && let Some(whole) = document.text.get(line.range.start..next.range.end)
            && let whole = Folded::new(whole)
            && let seam = whole.at(line.original.len())
            && let Some(date) = only(&whole, mail)
            && date.start < seam
            && date.end > seam + 1
            && let Some(confidence) = weigh(&whole, date)
        {
            found.push(document.quoted(date.day, confidence, line.range.start..next.range.end));
            broken = next.range.end;
            continue;
        }
        // "RECEIVED" over "APR 17 2017": the day on which a stamp took it in.
        if is_stamp(line.folded) {
            stamp_ends = Some(line.range.end);
            continue;
        }
        if stamp_ends.is_some_and(|end| end + 2 >= line.range.start) {
            continue;
        }
        if let Some((day, confidence)) =
            of_line(line.folded, mail).or_else(|| beside_code(line.original, mail))
        {
            found.push(document.quoted(day, confidence, line.range.clone()));
        }
    }
    if found.is_empty()
        && stamp_ends.is_none()
        && let Some(last) = edges.last()
    {
        found.extend(in_last_sentence(document, last.range.end, mail));
    }
    if found.is_empty() {
        found.extend(beside_number(document, mail));
    }
    if found.is_empty() {
        found.extend(below_number(document, mail));
    }
    // "Né le 14 juillet 1976", "expires 10 Jan 2021": a note is not years older than its mail, nor long after it.
    let (kept, others): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|q| (-LATEST..OLDEST).contains(&(mail - q.value).num_days()));
    if kept.is_empty() {
        return agree(others.into_iter().filter_map(|q| of_this_year(q, mail)).collect());
    }
    agree(kept)
}

/// What a stamp says of a paper that came.
static CAME: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of([(
        (),
        "received recd recu recue arrive arrivee recibido recibida вх вход входящий получено поступило وارد الوارد استلم 收文 收讫",
    )])
});

/// Whether a line begins with what a stamp says of a paper that came, and says little else.
fn is_stamp(line: &Folded) -> bool {
    let first = line.text().split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    line.text().len() <= 60 && first.is_some_and(|word| CAME.of_word(word).next().is_some())
}

/// "31 August 2007" on a page that came on 1 September 2017: of Eastern figures recognition takes some for others, and a day
/// that is right but for its year is more likely than none. A person looks.
fn of_this_year(date: Quoted<NaiveDate>, mail: NaiveDate) -> Option<Quoted<NaiveDate>> {
    let value = date.value.with_year(mail.year())?;
    let near = (0..NEAR).contains(&(mail - value).num_days()) && date.confidence >= 0.85;
    near.then_some(Quoted { value, confidence: 0.5, ..date })
}

/// Days before its mail on which most notes are dated.
const NEAR: i64 = 60;
/// Days before its mail on which a note may be dated: one of last year may be sent again.
const OLDEST: i64 = 900;
/// Days behind its mail on which a note may be dated, by a slip of the pen or of a clock.
const LATEST: i64 = 400;

/// "by the present Note (77/MPM/2018, dated the 20th of February 2018)".
fn beside_number(document: &Document, mail: NaiveDate) -> Option<Quoted<NaiveDate>> {
    let text = document.folded.text();
    let head = text.get(..text.floor_char_boundary(1_200))?;
    // "The Permanent Mission (SLM/0918/18 of 23 January 2018) presents its compliments".
    let bracket = || head.find('(').filter(|at| *at < 300).map(|at| at + 1);
    let named = itself(head).or_else(bracket).map(|at| document.folded.origin(at));
    let named = named.or_else(|| attached(document).map(|range| range.start))?;
    let part = document.text.get(named..document.text.floor_char_boundary(named + 110))?;
    let part = part.split([')', '\n']).next()?;
    let date = only(&Folded::new(part), mail)?;
    let near = date.start <= 48;
    near.then(|| document.quoted(date.day, if date.unsure { 0.6 } else { 0.85 }, named..named + part.len()))
}

/// "Notre référence : 0233/RCA/MP-NY/17" with "Date : 28 avril 2017" below it, behind the courtesies of a form.
fn below_number(document: &Document, mail: NaiveDate) -> Option<Quoted<NaiveDate>> {
    let mut at = 0;
    let mut named = false;
    for line in document.text.split_inclusive('\n') {
        let range = at..at + line.trim_end().len();
        at += line.len();
        if line.trim().is_empty() || line.len() > 160 {
            continue;
        }
        let dated = || of_line(&Folded::new(line), mail).filter(|(_, confidence)| *confidence >= 0.9);
        if named && let Some((day, confidence)) = dated() {
            return Some(document.quoted(day, confidence, range));
        }
        named = names_itself(line);
    }
    None
}

/// "RL/MFA/022/'18      March 6, 2018": the date in one cell of a line, the number of the note in another.
fn beside_code(line: &str, mail: NaiveDate) -> Option<(NaiveDate, f32)> {
    let cells = reference::cells(line);
    let numbered = cells.len() > 1 && cells.iter().any(|(_, cell)| reference::is_numbered(cell));
    cells.iter().filter(|_| numbered).find_map(|(_, cell)| of_line(&Folded::new(cell), mail))
}

/// "4 April, Juche 106 (2017)", "10 August B.E. 2560 (2017)": the year of another era, with ours in brackets.
static ERA: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r",? (?:juche|b\.?\s?e\.?) \d{2,4},? \(((?:19|20)\d\d)\)").ok());

/// The date of a line, with the confidence that it is the note's own.
fn of_line(line: &Folded, mail: NaiveDate) -> Option<(NaiveDate, f32)> {
    let text = line.text();
    if text.len() <= 160
        && text.ends_with(')')
        && let Some(ours) = ERA.as_ref().filter(|era| era.is_match(text)).map(|era| era.replace(text, " $1"))
    {
        return of_line(&Folded::new(&ours), mail);
    }
    let may_be = text.len() <= 160
        && (text.bytes().any(|b| b.is_ascii_digit()) || text.contains('年') || SPELLED.is_in(text));
    let date = may_be.then(|| only(line, mail))??;
    Some((date.day, weigh(line, date)?))
}

/// Whether a line is one that bears the date of its paper: a town and a date, and no prose.
pub(super) fn is_dateline(line: &Folded, mail: NaiveDate) -> bool {
    of_line(line, mail).is_some_and(|(_, confidence)| confidence >= 0.85 || line.text().len() < 60)
}

/// The confidence that `date` is the date of the paper on which `line` stands, by the words around it.
fn weigh(line: &Folded, date: Dated) -> Option<f32> {
    let text = line.text();
    let before = text.get(..date.start).unwrap_or_default().trim();
    let after = text.get(date.end..).unwrap_or_default().trim();
    let letters = before.chars().chain(after.chars()).filter(|c| c.is_alphabetic()).count();
    let labelled =
        LABELS.iter().any(|l| before.starts_with(l.trim()) || before.contains(&format!(" {}", l.trim())));
    // "9 janvier 2018 08:41": a stamp of the post.
    let hour: String = after.trim_start_matches([' ', ',', 'a', 't']).chars().take(5).collect();
    if hour.starts_with(|c: char| c.is_ascii_digit()) && hour.contains(':') {
        return None;
    }
    // "Opening balance 1 Jan 2018   USD 214,880.17": a line of accounts.
    if ["usd", "eur", "chf", "us$", "$", "€"].iter().any(|sum| after.starts_with(sum)) {
        return None;
    }
    let last = before.split(' ').next_back().unwrap_or_default();
    if (!labelled && (OTHER.is_in(before) || OTHER.is_in(after)))
        || letters > 60
        || is_span(before)
        || ["to", "au", "al", "and", "et", "y"].contains(&last)
        || last == "of" && !NUMBERED.iter().any(|label| before.starts_with(label))
    {
        return None;
    }
    Some(match (labelled, letters) {
        _ if date.unsure => 0.6,
        (true, ..=40) => 0.96,
        (_, ..=24) => 0.93,
        (_, ..=40) => 0.85,
        _ => 0.7,
    })
}

/// Whether `before` leaves a span open: "4 -", not "PMSE/096/17 -".
fn is_span(before: &str) -> bool {
    let Some(first) = before.strip_suffix('-') else { return false };
    let word = first.trim_end().rsplit(' ').next().unwrap_or_default();
    word.is_empty() || first.ends_with(char::is_alphanumeric) || word.bytes().all(|b| b.is_ascii_digit())
}

/// "... the assurances of its highest consideration. New York, 3 May 2017": the date in the last paragraph itself.
fn in_last_sentence(document: &Document, end: usize, mail: NaiveDate) -> Option<Quoted<NaiveDate>> {
    let text = document.text.get(..end)?.trim_end();
    let paragraph = text.rfind("\n\n").unwrap_or(0);
    let at = paragraph + text.get(paragraph..)?.rfind(['.', '。']).map_or(0, |at| at);
    // A full stop behind the date itself ("2017 г.") is none before it.
    let at =
        if text.len() - at <= 4 { paragraph + text.get(paragraph..at)?.rfind(['.', '。'])? } else { at };
    let sentence = Folded::new(text.get(at..)?);
    let (day, confidence) = of_line(&sentence, mail)?;
    Some(document.quoted(day, confidence.min(0.85), at..text.len()))
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
mod tests;

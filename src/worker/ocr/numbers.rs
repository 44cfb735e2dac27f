//! Numbers on an Arabic page, read by other models, too.
//!
//! The Arabic model knows its letters best and its own digits badly (`١٣` became `٠٠١`, `٨٨/٢٠١٨` became `لمم`), and where
//! a page has European ones it joins or loses them. The model of the Arabic script and the Persian one read far more of
//! both kinds right, and the letters worse. So the lines with numbers or doubtful words are read by all of them; what two
//! see alike is believed, and where no two agree the number stands in doubt.

use std::ops::Range;

use super::figures;
use super::layout::rows;
use super::raster::Raster;
use super::tesseract::Word;
use super::zones::{LOST, beside, digit, has_digit, is_within, put, zones};
use crate::worker::pdf::is_arabic;

/// The other models, as tesseract names them, the better ones first.
pub const MODELS: [&str; 2] = ["Arabic", "fas"];
/// Words from this are writing, and no speck.
const WRITING: f32 = 60.0;
/// From this confidence European digits are believed that no other model sees alike.
const SURE: f32 = 85.0;
/// So many lines are read again, from the top: a list of a whole delegation would take as long as the page.
const LINES: usize = 14;
/// The confidence of a number that two models read alike.
const AGREED: f32 = 92.0;
/// The same of Eastern digits, where the third model read others: two are wrong together at times (`١` for `٦`).
const EASTERN: f32 = 80.0;
/// The confidence of a number that no two models read alike.
const ALONE: f32 = 55.0;

/// The rows of `page` in which `words` hold a number, or what may be one.
pub fn lines(words: &[Word], page: &Raster) -> Vec<Range<usize>> {
    let numbered = |line: &&[Word]| line.iter().any(|w| has_digit(&w.text) || w.confidence < LOST);
    let mut rows: Vec<Range<usize>> =
        words.chunk_by(|a, b| a.line == b.line).filter(numbered).map(|line| rows(line, page)).collect();
    rows.sort_by_key(|r| r.start);
    rows.truncate(LINES);
    rows
}

/// `words` with the numbers that most of the readings see: of `words` themselves and of `others`, the better models first; and
/// Eastern ones by the shapes of their figures on `page`.
pub fn settled(words: Vec<Word>, others: &[Vec<Word>], page: &Raster) -> Vec<Word> {
    let lines: Vec<&[Word]> = words.chunk_by(|a, b| a.line == b.line).collect();
    let of_lines = beside(&lines, others);
    let settled = lines.into_iter().zip(&of_lines).map(|(line, others)| match is_writing(line) {
        true => settled_line(line, others, page),
        false => line.to_vec(),
    });
    settled.collect::<Vec<_>>().concat()
}

/// Whether some word of `line` is surely one. What is seen in seals, signatures and specks has numbers, too.
fn is_writing(line: &[Word]) -> bool {
    line.iter().any(|w| w.confidence >= WRITING && w.text.chars().filter(|c| c.is_alphabetic()).count() >= 3)
}

fn settled_line(line: &[Word], others: &[Vec<Word>], page: &Raster) -> Vec<Word> {
    let mut rest = line.to_vec();
    for zone in zones(line, others) {
        let of =
            |words: &[Word]| words.iter().filter(|w| is_within(&zone, w)).cloned().collect::<Vec<Word>>();
        let readings: Vec<Vec<Word>> = others.iter().map(|other| of(other)).collect();
        let own = of(line);
        // These models know no Latin letters.
        if own.iter().any(|w| w.text.chars().filter(char::is_ascii_alphabetic).count() > 1) {
            continue;
        }
        let Some(mut best) = chosen(&own, &readings) else { continue };
        let said = plain(&best);
        let alike = readings.iter().chain([&own]).filter(|reading| plain(reading) == said).count();
        let id = line.first().map(|w| w.line).unwrap_or_default();
        let european = alike > 1 && best.iter().all(|w| is_number(&w.text) && !w.text.contains(is_eastern));
        if alike < readings.len() + 1
            && !european
            && let Some((text, seen)) = by_shape(line, &zone, &best, page)
        {
            let agreed = readings.iter().chain([&own]).any(|reading| plain(reading) == seen);
            let confidence = if agreed { AGREED } else { ALONE };
            // A label that stands in the same stretch stays.
            let (number, label): (Vec<Word>, Vec<Word>) = best.into_iter().partition(|w| has_digit(&w.text));
            let number = place_of(&number).map(|place| Word { text, confidence, place, line: id });
            best = label.into_iter().chain(number).collect();
        } else {
            for word in &mut best {
                word.line = id;
                word.text = as_printed(&word.text);
                word.confidence = match alike {
                    0 | 1 => ALONE,
                    2 if readings.len() > 1 && word.text.contains(is_eastern) => EASTERN,
                    _ => word.confidence.max(AGREED),
                };
            }
        }
        // Where none stood, before the words further left.
        let further = |w: &Word| w.left() < zone.start;
        put(&mut rest, &zone, best, &further);
    }
    rest
}

/// The number that stands in `zone` by the shapes of its figures, with the letters that `best` has before and behind it, and
/// as [`plain`] has it. `None` where other pieces stand among them, or letters that are no sign of a year.
fn by_shape(line: &[Word], zone: &Range<i32>, best: &[Word], page: &Raster) -> Option<(String, String)> {
    let near: Vec<&Word> =
        line.iter().chain(best).filter(|w| w.left() < zone.end && zone.start < w.right()).collect();
    let (top, bottom) =
        (near.iter().map(|w| w.top()).min()?, near.iter().map(|w| w.top() + w.height()).max()?);
    // The model may have left out its first or last figure: up to the words beside it.
    let side = bottom - top;
    let from = line.iter().map(Word::right).filter(|x| *x <= zone.start).max().unwrap_or(0);
    let to = line.iter().map(Word::left).filter(|x| *x >= zone.end).min().unwrap_or(i32::MAX);
    let (from, to) = (from.max(zone.start - side) + 1, to.min(zone.end + side) - 1);
    let span =
        |from: i32, to: i32| Some(usize::try_from(from.max(0)).ok()?..usize::try_from(to.max(0)).ok()?);
    let (rows, columns) = (span(top, bottom)?, span(from.min(zone.start), to.max(zone.end))?);
    let (seen, left, right) = figures::read(page, rows, columns)?;
    // "9" and "1" look alike in both kinds, a point and a nought everywhere.
    seen.contains(['٢', '٣', '٤', '٥', '٦', '٧', '٨']).then_some(())?;
    let year = seen.strip_prefix('٠').filter(|y| y.chars().count() == 4 && y.starts_with(['١', '٢']));
    let seen = year.unwrap_or(&seen);
    let (number, labels): (Vec<&Word>, Vec<&Word>) = best.iter().partition(|w| has_digit(&w.text));
    let text: String = number.iter().map(|w| as_printed(&w.text)).collect();
    let letters: String = text.chars().filter(|c| is_arabic(*c) && digit(*c).is_none()).collect();
    // Arabic runs to the left: what stands there is written behind the figures.
    let before = if right && labels.is_empty() { letters.starts_with('و').then_some("و")? } else { "" };
    let rest = letters.strip_prefix(before)?;
    let behind = match (left, rest) {
        (false, _) => "",
        (true, "م" | "ه" | "هـ") => rest,
        (true, _) => return None,
    };
    let number: String = seen.chars().filter_map(|c| digit(c).or(Some(c).filter(|c| *c == '/'))).collect();
    Some((format!("{before}{seen}{behind}"), format!("{before}{number}{behind}")))
}

/// What `words` cover: left, top, width and height.
fn place_of(words: &[Word]) -> Option<[i32; 4]> {
    let (left, top) = (words.iter().map(Word::left).min()?, words.iter().map(Word::top).min()?);
    let right = words.iter().map(Word::right).max()?;
    let bottom = words.iter().map(|w| w.top() + w.height()).max()?;
    Some([left, top, right - left, bottom - top])
}

/// The reading of a zone to be believed. `None` where the first is to stay as it is.
fn chosen(first: &[Word], readings: &[Vec<Word>]) -> Option<Vec<Word>> {
    let own = plain(first);
    let others: Vec<String> = readings.iter().map(|words| plain(words)).collect();
    if !own.is_empty() && others.contains(&own) {
        return Some(first.to_vec());
    }
    let alike =
        |(at, text): &(usize, &String)| has_digit(text) && others.iter().skip(at + 1).any(|o| o == *text);
    if let Some((at, _)) = others.iter().enumerate().find(alike) {
        return readings.get(at).cloned();
    }
    // No two agree: European digits as the first is sure of them, or the best of the others; else what looks most like a
    // number. The Persian model knows its own digits only.
    let sure = |words: &[Word]| words.iter().all(|w| w.confidence >= SURE);
    let european = |words: &[Word]| words.iter().all(|w| !w.text.contains(is_eastern));
    let well_formed = |words: &[Word]| !words.is_empty() && words.iter().all(|w| is_number(&w.text));
    let believed = |(at, words): &(usize, &Vec<Word>)| well_formed(words) && (*at == 0 || !european(words));
    match readings.iter().enumerate().find(believed) {
        Some((_, words)) if first.is_empty() || !sure(first) || !european(first) || !european(words) => {
            Some(words.clone())
        }
        _ if first.is_empty() => None,
        _ => Some(first.to_vec()),
    }
}

/// What is written in `words`, from the left to the right of the page, with European digits and no blanks.
fn plain(words: &[Word]) -> String {
    let mut words: Vec<&Word> = words.iter().collect();
    words.sort_by_key(|w| w.left());
    let text: String = words.iter().map(|w| w.text.as_str()).collect();
    let sign = |c: char| if c.is_alphanumeric() || c == '/' { Some(c) } else { None };
    as_printed(&text).chars().filter_map(sign).map(|c| digit(c).unwrap_or(c)).collect()
}

/// A digit that is none of the European ones.
fn is_eastern(c: char) -> bool {
    !c.is_ascii() && digit(c).is_some()
}

/// Whether `text` may be a number: digits of one kind, the signs that stand among them, and letters of an office.
fn is_number(text: &str) -> bool {
    let mut digits = text.chars().filter(|c| digit(*c).is_some());
    let Some(first) = digits.next() else { return false };
    digits.all(|c| c.is_ascii() == first.is_ascii())
        && text.chars().all(|c| digit(c).is_some() || is_arabic(c) || "/-–.,:;()،؛".contains(c))
        && text.matches('(').count() == text.matches(')').count()
}

/// What another model read, in the letters and digits of Arabic: the Persian ones look alike.
fn as_printed(text: &str) -> String {
    let arabic = |c: char| match c {
        '\u{6f0}'..='\u{6f9}' => char::from_u32(u32::from(c) - 0x6f0 + 0x660).unwrap_or(c),
        'ی' => 'ي',
        'ک' => 'ك',
        'ە' | 'ہ' => 'ه',
        c => c,
    };
    text.chars().map(arabic).collect()
}

#[cfg(test)]
mod tests {
    use super::super::layout::UNSURE;
    use super::*;

    fn word(text: &str, left: i32, width: i32, confidence: f32) -> Word {
        Word { text: text.to_owned(), confidence, place: [left, 0, width, 30], line: [1, 1, 1] }
    }

    fn blank() -> Raster {
        Raster::grey(1, 1, vec![255]).unwrap()
    }

    fn texts(words: &[Word]) -> Vec<&str> {
        words.iter().map(|w| w.text.as_str()).collect()
    }

    #[test]
    fn what_two_models_see_is_believed() {
        let first = vec![word("الرقم:", 300, 80, 95.0), word("لمم", 100, 150, 40.0)];
        let others = [
            vec![word("۸۸/۲۰۱۸", 98, 155, 80.0)],
            vec![word("ارقم:", 300, 80, 60.0), word("۸۸/۲۰۱۸", 101, 150, 70.0)],
        ];
        let read = settled(first, &others, &blank());
        assert_eq!(texts(&read), ["الرقم:", "٨٨/٢٠١٨"]);
        assert!(read.iter().all(|w| w.confidence >= UNSURE));
    }

    #[test]
    fn what_all_read_otherwise_stands_in_doubt() {
        let first = vec![word("التاريخ:", 300, 80, 95.0), word("٠٠١", 100, 50, 90.0)];
        let others = [vec![word("۱۳", 100, 50, 90.0)], vec![word("۱۴", 100, 50, 90.0)]];
        let read = settled(first, &others, &blank());
        assert_eq!(texts(&read), ["التاريخ:", "١٣"]);
        assert!(read.last().is_some_and(|w| w.confidence < UNSURE));
    }

    #[test]
    fn a_digit_that_one_model_sees_in_a_sure_word_is_none() {
        let first = vec![word("عدل", 100, 50, 95.0), word("شرف", 200, 50, 95.0)];
        let others = [vec![word("۱", 140, 8, 90.0)], vec![]];
        assert_eq!(texts(&settled(first, &others, &blank())), ["عدل", "شرف"]);
    }

    #[test]
    fn a_number_that_was_not_read_at_all_is_put_in() {
        let first = vec![word("التاريخ:", 300, 80, 95.0)];
        let others = [vec![word("15/11/2018", 100, 150, 95.0)], vec![word("15/11/2018", 100, 150, 95.0)]];
        assert_eq!(texts(&settled(first, &others, &blank())), ["التاريخ:", "15/11/2018"]);
    }
}

//! Numbers of notes among Latin and Cyrillic letters, read again, larger and by each model alone.
//!
//! A number follows no language: no dictionary of a model knows it (`SG/yk` became `SGIyk`), the models are unsure of it even
//! where they are right, and a line that holds little else was taken for dirt. What most of them see alike is believed; where
//! they differ it stands in doubt, and is kept where the differences are those of writing.

use super::mend;
use super::raster::Raster;
use super::stack::Area;
use super::tesseract::{Word, confidence, usual_height};
use super::zones::{beside, has_digit, is_within, put, zones};

/// The models that read Latin letters, as tesseract names them.
pub const LATIN: [&str; 3] = ["eng", "fra", "spa"];
/// The same of Cyrillic ones, and one more that sees figures only.
pub const CYRILLIC: [&str; 2] = ["rus", "eng"];
/// A number with letters or signs in it is believed without a second look from this confidence; another from less.
const SURE: f32 = 93.0;
const SURE_FIGURES: f32 = 85.0;
/// So many lines are read again, from the top.
const LINES: usize = 8;
/// The height, in pixels, of the words that models read best.
const TALL: f32 = 40.0;
/// The confidence of a number that most see alike and no two otherwise; that of one that two see otherwise; that of others.
const AGREED: f32 = 92.0;
const HALF: f32 = 80.0;
const ALONE: f32 = 55.0;
/// Signs of a number at least, of those read in places that may be dirt.
const SIGNS: usize = 5;
/// Two readings of writing have so much in common; of dirt each model makes something else.
const ALIKE: f64 = 0.7;

/// How much larger the lines of `words` should be to be read best.
pub fn scale(words: &[Word]) -> f32 {
    usual_height(words).map_or(1.0, |height| (TALL / height as f32).clamp(1.0, 2.0))
}

/// The places of `page` in which `words` hold a number that may have been misread; `by_pen` tells of a
/// word whether it is written by hand.
pub fn areas(words: &[Word], page: &Raster, by_pen: &dyn Fn(&Word) -> bool) -> Vec<Area> {
    let Some(tall) = usual_height(words) else { return Vec::new() };
    let lines = words.chunk_by(|a, b| a.line == b.line);
    let unsure = lines.filter(|line| line.iter().any(|w| w.height() < 3 * tall && is_unsure(w, by_pen)));
    let mut areas: Vec<Area> = unsure.map(|line| area(&level(line, by_pen), page, tall)).collect();
    areas.sort_by_key(|area| area.rows.start);
    areas.truncate(LINES);
    areas
}

fn is_unsure(word: &Word, by_pen: &dyn Fn(&Word) -> bool) -> bool {
    let figures = word.text.chars().filter(char::is_ascii_digit).count();
    let inner = word.text.trim_matches(|c: char| !c.is_alphanumeric());
    let is_code = inner.contains(|c: char| c.is_alphabetic() || matches!(c, '/' | '-' | '–' | '_'));
    figures > 1 && (word.confidence < if is_code { SURE } else { SURE_FIGURES } || by_pen(word))
}

/// The words of `line` on a level with those that are unsure: a speck far below is taken into a line at times.
fn level<'w>(line: &'w [Word], by_pen: &dyn Fn(&Word) -> bool) -> Vec<&'w Word> {
    let middle = |w: &Word| w.top() + w.height() / 2;
    let is_beside = |a: &Word, b: &Word| (a.top()..=a.top() + a.height()).contains(&middle(b));
    let unsure: Vec<&Word> = line.iter().filter(|w| is_unsure(w, by_pen)).collect();
    line.iter().filter(|w| unsure.iter().any(|u| is_beside(u, w) || is_beside(w, u))).collect()
}

fn area(line: &[&Word], page: &Raster, tall: i32) -> Area {
    let span = |from: i32, to: i32, end: usize| {
        let at = |x: i32| usize::try_from(x).unwrap_or(0).min(end);
        at(from - tall / 3)..at(to + tall / 3)
    };
    let sides = |side: fn(&Word) -> i32| line.iter().map(move |w| side(w));
    let (top, bottom) =
        (sides(Word::top).min().unwrap_or(0), sides(|w| w.top() + w.height()).max().unwrap_or(0));
    let (left, right) = (sides(Word::left).min().unwrap_or(0), sides(Word::right).max().unwrap_or(0));
    Area { rows: span(top, bottom, page.height), columns: span(left - tall, right + tall, page.width) }
}

/// `words` with the numbers that most of the readings see: of `words` themselves and of `others`;
/// `by_pen` as in [`areas`].
pub fn settled(words: Vec<Word>, others: &[Vec<Word>], by_pen: &dyn Fn(&Word) -> bool) -> Vec<Word> {
    let lines: Vec<&[Word]> = words.chunk_by(|a, b| a.line == b.line).collect();
    let of_lines = beside(&lines, others);
    let settled = lines.into_iter().zip(&of_lines).map(|(line, others)| {
        let read = others.iter().any(|other| !other.is_empty()) && line.iter().any(|w| is_unsure(w, by_pen));
        if read { settled_line(line, others, by_pen) } else { line.to_vec() }
    });
    settled.collect::<Vec<_>>().concat()
}

fn settled_line(line: &[Word], others: &[Vec<Word>], by_pen: &dyn Fn(&Word) -> bool) -> Vec<Word> {
    let mut rest = line.to_vec();
    for zone in zones(line, others) {
        let of =
            |words: &[Word]| words.iter().filter(|w| is_within(&zone, w)).cloned().collect::<Vec<Word>>();
        let own = of(line);
        if !own.iter().any(|w| is_unsure(w, by_pen)) {
            continue;
        }
        let others = others.iter().map(|other| of(other)).filter(|other| is_of_one_alphabet(&own, other));
        let others: Vec<Vec<Word>> = others.collect();
        let readings: Vec<Vec<Word>> = std::iter::once(own).chain(others).collect();
        if let Some(mut best) = chosen(&readings) {
            let id = line.first().map(|w| w.line).unwrap_or_default();
            for word in &mut best {
                word.line = id;
                // What is written by hand is looked at by a person.
                if by_pen(word) {
                    word.confidence = word.confidence.min(HALF);
                }
            }
            put(&mut rest, &zone, best, &|w| w.left() > zone.start);
        }
    }
    rest
}

/// Whether no letters of `other` are Latin where those of `own` are Cyrillic.
fn is_of_one_alphabet(own: &[Word], other: &[Word]) -> bool {
    let any = |words: &[Word], of: fn(char) -> bool| words.iter().any(|w| w.text.chars().any(of));
    !(any(own, |c| matches!(c, '\u{400}'..='\u{4ff}')) && any(other, |c| c.is_ascii_alphabetic()))
}

/// The reading to be believed, with the confidence that it deserves. `None` where the first is to stay as it is.
fn chosen(readings: &[Vec<Word>]) -> Option<Vec<Word>> {
    let said: Vec<String> =
        readings.iter().map(|words| plain(words)).filter(|text| !text.is_empty()).collect();
    let votes = |text: &str| said.iter().filter(|other| *other == text).count();
    let rank = |words: &Vec<Word>| (votes(&plain(words)) * 100) as f32 + confidence(words);
    let numbers = readings.iter().filter(|words| words.iter().any(|w| has_digit(&w.text)));
    let best = numbers.max_by(|a, b| rank(a).total_cmp(&rank(b)))?;
    let text = plain(best);
    let against = said.iter().filter(|other| **other != text).map(|other| votes(other)).max().unwrap_or(0);
    let confidence = match votes(&text) {
        n if n > 1 && against < 2 && (n > 2 || against == 0) => AGREED,
        n if n > 1 => HALF,
        _ if said.len() > 1 && is_writing(&said) => ALONE,
        _ => return None,
    };
    let sure = |word: &Word| if confidence < AGREED { confidence } else { word.confidence.max(confidence) };
    Some(best.iter().map(|word| Word { confidence: sure(word), ..word.clone() }).collect())
}

/// Whether two of the readings are so long and so near that they are of one number.
fn is_writing(said: &[String]) -> bool {
    let near = |a: &String| {
        said.iter()
            .any(|b| a != b && a.chars().count() >= SIGNS && strsim::normalized_levenshtein(a, b) >= ALIKE)
    };
    said.iter().any(near)
}

/// What is written in `words`, without blanks and most signs, as it will be mended.
fn plain(words: &[Word]) -> String {
    let mut words: Vec<&Word> = words.iter().collect();
    words.sort_by_key(|w| w.left());
    let text: String = words.iter().map(|w| w.text.as_str()).collect();
    let text = mend::codes::mended(&text).unwrap_or(text);
    text.chars().filter(|c| c.is_alphanumeric() || *c == '/').collect()
}

#[cfg(test)]
mod tests {
    use super::super::layout::UNSURE;
    use super::*;

    fn word(text: &str, left: i32, confidence: f32) -> Word {
        let width = 12 * i32::try_from(text.chars().count()).unwrap_or(0);
        Word { text: text.to_owned(), confidence, place: [left, 0, width, 30], line: [1, 1, 1] }
    }

    /// The line "N° ..." with its number as `own` and `others` read it, and with what confidence.
    fn read(own: (&str, f32), others: &[(&str, f32)]) -> (String, f32) {
        let label = word("N°", 40, 90.0);
        let first = vec![label.clone(), word(own.0, 100, own.1)];
        let others: Vec<Vec<Word>> =
            others.iter().map(|(text, sure)| vec![label.clone(), word(text, 101, *sure)]).collect();
        let words = settled(first, &others, &|_| false);
        let said: Vec<&str> = words.iter().map(|w| w.text.as_str()).collect();
        (said.join(" "), words.last().map_or(0.0, |w| w.confidence))
    }

    #[test]
    fn what_most_models_see_is_believed() {
        let others = [("2017-556/SG/yk", 30.0), ("2017-556/SG/yk", 60.0), ("2017-556/SGiyk", 20.0)];
        assert_eq!(read(("2017-556/SGIyk", 23.0), &others), ("N° 2017-556/SG/yk".to_owned(), HALF));
        let others = [("17-418/Migr.", 86.0), ("{7-418/Migr.", 27.0), ("17-418/Migr.", 67.0)];
        assert_eq!(read(("17-418/Mier.", 58.0), &others), ("N° 17-418/Migr.".to_owned(), HALF));
        let others = [("17-418/Migr.", 86.0), ("17-418/Migr.", 27.0), ("17-418/Migr.", 67.0)];
        assert_eq!(read(("17-418/Mier.", 58.0), &others), ("N° 17-418/Migr.".to_owned(), AGREED));
    }

    #[test]
    fn what_will_be_mended_alike_is_alike() {
        let others = [("0163/PM-TLINY/VII/17", 28.0), ("0163/PM-TL/NY/VI1/17", 84.0)];
        let (text, sure) = read(("0163/PM-TLINY/VII/17", 59.0), &others);
        assert!(text.starts_with("N° 0163/PM-TL") && sure == AGREED, "{text}");
    }

    #[test]
    fn what_all_read_otherwise_stands_in_doubt_and_dirt_stays_dirt() {
        let others = [("1588/MPT-NU/2017", 66.0), ("1583/MPT-NU/2017", 49.0), ("{58/MPT-NU/2017", 40.0)];
        let (text, sure) = read(("5%S/MPT-NU/2017", 25.0), &others);
        assert!(text == "N° 1588/MPT-NU/2017" && sure < UNSURE, "{text}");
        let dirt = [("Nan", 50.0), ("7", 0.0), ("8!27", 27.0)];
        assert_eq!(read(("D21x2", 18.0), &dirt), ("N° D21x2".to_owned(), 18.0));
    }

    #[test]
    fn a_number_that_is_sure_is_left_alone() {
        let others = [("9-1/2018", 90.0), ("9-1/2018", 90.0)];
        assert_eq!(read(("2-1/2018", 96.0), &others), ("N° 2-1/2018".to_owned(), 96.0));
    }
}

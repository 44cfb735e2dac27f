//! Where numbers stand in the lines of a page, in what several models read of it.

use std::ops::Range;

use super::tesseract::Word;

/// Words below this may be a number that was read as letters.
pub const LOST: f32 = 70.0;

/// For each of `lines` what each of `others` read at its height.
pub fn beside(lines: &[&[Word]], others: &[Vec<Word>]) -> Vec<Vec<Vec<Word>>> {
    let mut of_lines = vec![vec![Vec::new(); others.len()]; lines.len()];
    for (number, other) in others.iter().enumerate() {
        for word in other {
            let height = |line: &&[Word]| line.iter().map(|have| shared(have, word)).max().unwrap_or(0);
            // Of two that stand side by side the one that it lies in.
            let within = |line: &&[Word]| {
                let (from, to) = (line.iter().map(Word::left).min(), line.iter().map(Word::right).max());
                from.zip(to).is_some_and(|(from, to)| word.left() < to && from < word.right())
            };
            let near = |line| (4 * height(line) / word.height().max(1), within(line), height(line));
            let nearest =
                lines.iter().map(near).enumerate().max_by_key(|(at, near)| (*near, usize::MAX - at));
            if let Some((at, (.., height))) = nearest
                && 2 * height > word.height()
                && let Some(place) =
                    of_lines.get_mut(at).and_then(|line: &mut Vec<Vec<Word>>| line.get_mut(number))
            {
                place.push(word.clone());
            }
        }
    }
    of_lines
}

/// Rows that two words have in common.
fn shared(a: &Word, b: &Word) -> i32 {
    (a.top() + a.height()).min(b.top() + b.height()) - a.top().max(b.top())
}

/// Whether the middle of `word` lies in `zone`.
pub fn is_within(zone: &Range<i32>, word: &Word) -> bool {
    zone.contains(&(word.left() + (word.right() - word.left()) / 2))
}

/// Puts `best` in the place of what `line` has in `zone`; where it has nothing, before the first word that is `further`.
pub fn put(line: &mut Vec<Word>, zone: &Range<i32>, best: Vec<Word>, further: &dyn Fn(&Word) -> bool) {
    let place = line.iter().position(|w| is_within(zone, w));
    line.retain(|w| !is_within(zone, w));
    let further = || line.iter().position(further);
    let at = place.or_else(further).unwrap_or(line.len()).min(line.len());
    line.splice(at..at, best);
}

/// Where numbers stand in a line, from left to right: the stretches that words with digits cover in any reading. A digit
/// that one model alone sees where the first is sure of its letters is none.
pub fn zones(line: &[Word], others: &[Vec<Word>]) -> Vec<Range<i32>> {
    let numbers = |words: &[Word]| -> Vec<Range<i32>> {
        words.iter().filter(|w| has_digit(&w.text)).map(|w| w.left()..w.right()).collect()
    };
    let overlaps = |a: &Range<i32>, b: &Range<i32>| a.start < b.end && b.start < a.end;
    let own = numbers(line);
    let other: Vec<Vec<Range<i32>>> = others.iter().map(|words| numbers(words)).collect();
    let is_sure = |zone: &Range<i32>| {
        line.iter().any(|w| overlaps(zone, &(w.left()..w.right())) && w.confidence >= LOST)
    };
    let seen = |zone: &Range<i32>| other.iter().filter(|some| some.iter().any(|z| overlaps(z, zone))).count();
    let mut found: Vec<Range<i32>> = own.clone();
    for zone in other.iter().flatten() {
        if seen(zone) > 1 || own.iter().any(|z| overlaps(z, zone)) || !is_sure(zone) {
            found.push(zone.clone());
        }
    }
    found.sort_by_key(|z| z.start);
    let mut merged: Vec<Range<i32>> = Vec::new();
    for zone in found {
        match merged.last_mut() {
            Some(last) if zone.start < last.end => last.end = last.end.max(zone.end),
            _ => merged.push(zone),
        }
    }
    merged
}

/// `c` as a European digit.
pub fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(c) - 0x6f0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

pub fn has_digit(text: &str) -> bool {
    text.chars().any(|c| digit(c).is_some())
}

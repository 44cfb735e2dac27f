//! Arabic lines as poppler gives them, in the order in which they are spoken. Poppler marks runs against the direction of
//! the page, and leaves three things as they were drawn: the order of runs on a page that is mostly Latin, marks at the
//! ends of Latin runs, and the two letters of the ligature lam-alef.

use crate::worker::paper::is_mark;

const TO_LEFT: char = '\u{202b}';
const TO_RIGHT: char = '\u{202a}';
const BACK: char = '\u{202c}';

/// `page` without direction marks, its mixed lines in logical order.
pub fn logical(page: &str) -> String {
    if page.is_ascii() {
        return page.to_owned();
    }
    let mut out = String::with_capacity(page.len());
    for (number, line) in page.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
        }
        if line.contains(TO_LEFT) {
            spaced(&ordered(line), &mut out);
        } else {
            spaced(line, &mut out);
        }
    }
    out
}

/// The runs of one line in logical order.
fn ordered(line: &str) -> String {
    let runs = runs(line);
    let letters =
        |arabic: bool| line.chars().filter(|c| c.is_alphabetic() && is_arabic(*c) == arabic).count();
    let (arabic, other) = (letters(true), letters(false));
    // A run to the left that begins or ends beside others stands in a line that runs to the right.
    let mixed =
        runs.iter().any(|(kind, text)| *kind == Run::Plain && text.chars().any(char::is_alphanumeric));
    let words = runs.iter().map(|(kind, text)| match kind {
        Run::Within => turned(text),
        _ => text.clone(),
    });
    if mixed && arabic > other {
        let parts: Vec<String> = words.map(|w| w.trim().to_owned()).filter(|w| !w.is_empty()).collect();
        return parts.into_iter().rev().collect::<Vec<_>>().join(" ");
    }
    words.collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Run {
    /// In the direction of the page.
    Plain,
    /// To the left.
    Left,
    /// To the right within a run to the left.
    Within,
}

fn runs(line: &str) -> Vec<(Run, String)> {
    let mut found: Vec<(Run, String)> = Vec::new();
    let mut open: Vec<Run> = Vec::new();
    let mut begins = true;
    for c in line.chars() {
        match c {
            TO_LEFT => open.push(Run::Left),
            TO_RIGHT if open.contains(&Run::Left) => open.push(Run::Within),
            TO_RIGHT => open.push(Run::Plain),
            BACK => {
                open.pop();
            }
            c if is_mark(c) => continue,
            c => {
                let kind = open.last().copied().unwrap_or(Run::Plain);
                match found.last_mut().filter(|(last, _)| !begins && *last == kind) {
                    Some((_, text)) => text.push(c),
                    None => found.push((kind, c.to_string())),
                }
                begins = false;
                continue;
            }
        }
        begins = true;
        open.truncate(16);
    }
    found
}

/// A Latin run of an Arabic line: marks that were drawn behind it are spoken before it, and the other way round.
fn turned(run: &str) -> String {
    let core = run.trim_matches(|c: char| !c.is_alphanumeric());
    let Some((lead, trail)) = run.split_once(core).filter(|_| !core.is_empty()) else {
        return run.chars().rev().collect();
    };
    trail.chars().rev().chain(core.chars()).chain(lead.chars().rev()).collect()
}

/// Appends `line` without marks, with the space that is lost between an Arabic letter and a European digit, and with the
/// article before an alef, which is drawn as one sign with it, in its order.
fn spaced(line: &str, out: &mut String) {
    let (mut first, mut second) = (' ', ' ');
    for c in line.chars().filter(|c| !is_mark(*c)) {
        let letter = |c: char| is_arabic(c) && c.is_alphabetic();
        if letter(second) && c.is_ascii_digit() || second.is_ascii_digit() && letter(c) {
            out.push(' ');
        }
        // No word has two alefs in a row.
        if c == 'ل' && first == 'ا' && matches!(second, 'ا' | 'أ' | 'إ' | 'آ') {
            out.pop();
            out.push('ل');
            out.push(second);
            (first, second) = ('ل', second);
            continue;
        }
        out.push(c);
        (first, second) = (second, c);
    }
}

/// Letters and digits of the Arabic script, also as they are drawn.
pub fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::logical;

    #[test]
    fn arabic_lines_are_read_as_they_are_spoken() {
        let cases = [
            // From a page that is mostly Latin: the number was drawn left of the words before it.
            ("123/2017 \u{202b}تحياتها رقم\u{202c}", "تحياتها رقم 123/2017"),
            // From a page that is mostly Arabic.
            ("\u{202b}المرجع\u{202a}123/2017 :\u{202c}\u{202c}", "المرجع: 123/2017"),
            (
                "\u{202b}نيويورك\u{202a} 10 ،\u{202c}أغسطس \u{202a}2017\u{202c}\u{202c}",
                "نيويورك، 10 أغسطس 2017",
            ),
            ("\u{202b}سبتمبر \u{202a}.2017\u{202c}\u{202c}", "سبتمبر 2017."),
            ("\u{202b}السيد \u{202a}Ahmed Hassan\u{202c}\u{202c}", "السيد Ahmed Hassan"),
            // A name in Arabic within a Latin line stays where it is.
            ("Mr. Ahmed (\u{202b}أحمد\u{202c}) Hassan", "Mr. Ahmed (أحمد) Hassan"),
            ("\u{202b}لدى األمم واالتحاد واإلسالم\u{202c}", "لدى الأمم والاتحاد والإسالم"),
            ("Côte d’Ivoire", "Côte d’Ivoire"),
        ];
        for (drawn, spoken) in cases {
            assert_eq!(logical(drawn), spoken, "{drawn:?}");
        }
    }
}

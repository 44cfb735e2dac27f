//! The order of mixed lines: a page shows a line of Arabic from the right, with its figures from the left; notes are
//! read in the order in which they are *written* (UAX #9).

use unicode_normalization::UnicodeNormalization;

/// A line as it is seen, from the left, in the order in which it was written.
///
/// A line that is mostly Arabic was written from the right: it is turned round, and its figures and Latin words are
/// turned back. In any other line only the Arabic words are turned.
pub(super) fn from_sight(seen: &str) -> String {
    let text = turned_round(seen);
    if !text.chars().any(is_form) {
        return text;
    }
    // Forms of letters at the beginning, in the middle or at the end of a word; one sign for lam and alef.
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        if is_form(c) {
            out.extend(std::iter::once(c).nfkc());
        } else {
            out.push(c);
        }
        out
    })
}

fn is_form(c: char) -> bool {
    matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

fn turned_round(seen: &str) -> String {
    let right = seen.chars().filter(|c| is_arabic(*c) && c.is_alphabetic()).count();
    if right == 0 {
        return seen.chars().filter(|c| !super::paper::is_mark(*c)).collect();
    }
    let left = seen.chars().filter(|c| c.is_alphabetic() && !is_arabic(*c)).count();
    if left > right {
        return turned(seen, &|c| is_arabic(c) && c.is_alphabetic());
    }
    let back: String = seen.chars().rev().map(mirrored).collect();
    let text = turned(&back, &|c| c.is_numeric() || c.is_alphabetic() && !is_arabic(c));
    // Some fonts name the mirrored sign, some the one that is seen: an opening bracket opens.
    match (text.find('('), text.find(')')) {
        (Some(open), Some(close)) if close < open => {
            text.chars().map(|c| if matches!(c, '(' | ')') { mirrored(c) } else { c }).collect()
        }
        _ => text,
    }
}

/// Turns round every run of characters that `turns`, with the signs inside it: those that part the figures of one
/// number (UAX #9, common separators; a hyphen does not), and any between Latin words.
fn turned(text: &str, turns: &dyn Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run: Vec<char> = Vec::new();
    let mut loose: Vec<char> = Vec::new();
    for c in text.chars().filter(|c| !super::paper::is_mark(*c)) {
        if !turns(c) {
            if run.is_empty() {
                out.push(c);
            } else {
                loose.push(c);
            }
            continue;
        }
        let latin = c.is_alphabetic() || run.iter().any(|r| r.is_alphabetic());
        let separator = matches!(loose.as_slice(), [] | ['.' | ',' | '/' | ':' | '٫' | '٬']);
        let arabic = loose.iter().any(|l| is_arabic(*l) && l.is_alphabetic());
        if !run.is_empty() && !separator && (!latin || arabic || loose.len() > 2) {
            out.extend(run.drain(..).rev());
            out.extend(loose.drain(..));
        }
        run.append(&mut loose);
        run.push(c);
    }
    out.extend(run.drain(..).rev());
    out.extend(loose);
    out
}

fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        other => other,
    }
}

pub(super) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06ff}' | '\u{0750}'..='\u{077f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// A sign of a vowel or of doubling, which stands above or below its letter.
pub(super) fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{064b}'..='\u{0652}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_seen_are_turned_round() {
        let cases = [
            ("ن.م/٢١٤/٢٠١٧ :مقرلا", "الرقم: ٢١٤/٢٠١٧/م.ن"),
            ("ةثعبلا ةمئادلا", "الدائمة البعثة"),
            (".٢٠١٧ ربمتبس ٥و ٤ يموي", "يومي ٤ و٥ سبتمبر ٢٠١٧."),
            ("Permanent Mission ةثعبلا", "Permanent Mission البعثة"),
            ("New York, 4 – 5 September", "New York, 4 – 5 September"),
            ("UN 12/2017 مقر", "رقم UN 12/2017"),
            ("(2018 سرام 15-12) ةلوجلا", "الجولة (12-15 مارس 2018)"),
            (")2018 سرام 15-12( ةلوجلا", "الجولة (12-15 مارس 2018)"),
            ("ﻢﻣﻷا ﻯﺪﻟ", "لدى الأمم"),
        ];
        for (seen, wanted) in cases {
            assert_eq!(from_sight(seen), wanted);
        }
    }
}

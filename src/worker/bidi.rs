//! The order of mixed lines: a page shows a line of Arabic from the right, with its figures from the left; notes are
//! read in the order in which they are *written* (UAX #9).

use unicode_normalization::UnicodeNormalization;

/// A line as it is seen, from the left, in the order in which it was written.
///
/// A line that is mostly Arabic was written from the right: it is turned round, and its figures and Latin words are
/// turned back. In any other line only the Arabic words are turned.
pub(super) fn from_sight(seen: &str) -> String {
    let text = without_stretches(turned_round(seen));
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

/// Without the signs that a font names for the stroke by which a word is stretched to fill its line: "المتح%%دة".
fn without_stretches(text: String) -> String {
    if !text.contains('%') {
        return text;
    }
    let arabic = |c: Option<char>| c.is_some_and(|c| is_arabic(c) && c.is_alphabetic());
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once('%') {
        let after = behind.trim_start_matches('%');
        out.push_str(before);
        if !(arabic(out.chars().next_back()) && arabic(after.chars().next())) {
            out.extend(std::iter::repeat_n('%', 1 + behind.len() - after.len()));
        }
        rest = after;
    }
    out + rest
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
    let (seen, latin) = without_latin(seen);
    let back = backwards(&seen);
    let text = with_latin(&turned(&back, &|c| c.is_numeric() || c.is_alphabetic() && !is_arabic(c)), &latin);
    // Some fonts name the mirrored sign, some the one that is seen: an opening bracket opens.
    with_range(match (text.find('('), text.find(')')) {
        (Some(open), Some(close)) if close < open => {
            text.chars().map(|c| if matches!(c, '(' | ')') { mirrored(c) } else { c }).collect()
        }
        _ => text,
    })
}

/// `seen` from its end. A vowel sign stands behind the letter that bears it, in whichever order letters are told.
fn backwards(seen: &str) -> String {
    let mut out = String::with_capacity(seen.len());
    let mut signs: Vec<char> = Vec::new();
    for c in seen.chars().rev() {
        if is_vowel_sign(c) {
            signs.push(c);
        } else {
            out.push(mirrored(c));
            out.extend(signs.drain(..).rev());
        }
    }
    out.extend(signs.drain(..).rev());
    out
}

/// Stands for the first run of Latin letters; those that follow it, for the others.
const RUN: u32 = 0xf_0000;

/// A line with a sign for each run that begins with a Latin letter, and these runs: they were written from the left, with
/// all figures and signs in them ("SOM/UN/(2018)-022").
fn without_latin(seen: &str) -> (String, Vec<String>) {
    let mut out = String::with_capacity(seen.len());
    let mut runs: Vec<String> = Vec::new();
    // Whether the last run may go on with the next word.
    let mut open = false;
    for (k, word) in seen.split(' ').enumerate() {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        let latin = core.chars().next().is_some_and(|c| c.is_alphabetic() && !is_arabic(c));
        let arabic = word.chars().any(|c| is_arabic(c) && c.is_alphabetic());
        let (before, after) = word.split_once(core).unwrap_or((word, ""));
        match runs.last_mut() {
            Some(run) if open && !arabic && !core.is_empty() && before.is_empty() => {
                run.push(' ');
                run.push_str(core);
                out.push_str(after);
                open = after.is_empty();
                continue;
            }
            _ => {}
        }
        if k > 0 {
            out.push(' ');
        }
        open = latin && !arabic && after.is_empty();
        match (latin && !arabic)
            .then(|| u32::try_from(runs.len()).ok().and_then(|n| char::from_u32(RUN + n)))
            .flatten()
        {
            Some(sign) => {
                out.push_str(before);
                out.push(sign);
                out.push_str(after);
                runs.push(core.to_owned());
            }
            None => out.push_str(word),
        }
    }
    (out, runs)
}

fn with_latin(text: &str, runs: &[String]) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match u32::from(c).checked_sub(RUN).and_then(|n| runs.get(usize::try_from(n).ok()?)) {
            Some(run) => out.push_str(run),
            None => out.push(c),
        }
        out
    })
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

/// A line that begins with two days, the later one first: no Arabic letter stood before them, so they were set from the
/// left ("20-23 فبراير" in a cell of its own), and are turned back.
fn with_range(text: String) -> String {
    let end = text.find(|c: char| !(c.is_numeric() || matches!(c, '-' | '–'))).unwrap_or(text.len());
    let (range, rest) = text.split_at(end);
    let Some((first, second)) = range.split_once(['-', '–']) else { return text };
    let sign = if range.contains('–') { '–' } else { '-' };
    match (number(first), number(second)) {
        (Some(a), Some(b)) if a > b && a <= 31 => format!("{second}{sign}{first}{rest}"),
        _ => text,
    }
}

/// The number that figures of any script name.
fn number(figures: &str) -> Option<u32> {
    let value = |c: char| match u32::from(c) {
        n @ 0x30..=0x39 => Some(n - 0x30),
        n @ 0x660..=0x669 => Some(n - 0x660),
        n @ 0x6f0..=0x6f9 => Some(n - 0x6f0),
        _ => None,
    };
    let few = !figures.is_empty() && figures.chars().count() <= 2;
    few.then(|| figures.chars().try_fold(0, |n, c| Some(n * 10 + value(c)?))).flatten()
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
            ("SOM/UN/(2018)-022 مقر ةركذم", "مذكرة رقم SOM/UN/(2018)-022"),
            ("رياربف 23-20", "20-23 فبراير"),
            ("2018 رياربف 20-23", "20-23 فبراير 2018"),
        ];
        for (seen, wanted) in cases {
            assert_eq!(from_sight(seen), wanted);
        }
    }
}

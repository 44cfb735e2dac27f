//! What a reference looks like, and what only looks like one.

use crate::reading::dates;
use crate::reading::reference::days::{self, behind_date};
use crate::reading::words::{is_letter, split};

use crate::states::fold::Folded;

/// What ends a reference when it follows on its line, in lower case.
const ENDS: [&str; 29] = [
    "\t",
    "  ",
    ",",
    ";",
    "،",
    "，",
    "。",
    " | ",
    " dated",
    " date",
    " of ",
    " du ",
    " del ",
    " vom ",
    " de fecha",
    " fecha",
    " new york",
    " от ",
    " nueva york",
    " le ",
    " بتاريخ",
    " التاريخ",
    " المؤرخ",
    " مؤرخ",
    " القيد",
    " — التاريخ",
    " – التاريخ",
    " - n/",
    " - v/",
];

/// Remarks on the copy, which are no part of its number: "MGL/NV/2018-15（中文译本）", "2017-229 (reissued)".
const REMARKS: &str = "（中文|（译|（副本|(中文| (ترجمة";

/// The reference that `rest` begins with: to the end of the line, or to where something else begins.
pub(super) fn clean(rest: &str) -> Option<String> {
    let mut value = rest.trim_start_matches([' ', ':', '：', '.', '#', '°', 'º', '№', '-', '\t', '/']);
    // "Ref: No. 12/2017": a label within a label.
    for label in ["No.", "N°", "Nº", "No ", "no.", "N.º", "№", "NV No.", "Nr.", "Nro.", "NO.", "رقم "]
    {
        if let Some(inner) = value.strip_prefix(label) {
            value = inner.trim_start_matches([' ', ':', '.']);
        }
    }
    let lower = value.to_ascii_lowercase();
    // "88/EMB/17. Madrid, 3 de octubre": a sentence ends behind the number.
    let stop = lower
        .find(". ")
        .filter(|at| lower.get(..*at).is_some_and(|t| t.ends_with(|c: char| c.is_ascii_digit())));
    // "031/MPM-NY/18 - Pour attribution": what the paper is for.
    let remark = [" - ", " – ", " — "].iter().filter_map(|sign| {
        let (code, rest) = value.split_once(sign)?;
        let word = rest.split_whitespace().next()?;
        let plain = word.chars().count() > 3 && word.chars().skip(1).all(char::is_lowercase);
        (plain && code.contains('/') && code.contains(char::is_numeric)).then_some(code.len())
    });
    let dated = behind_date(value);
    let in_brackets = value.match_indices(" (").filter_map(|(at, sign)| {
        let word = value.get(at + sign.len()..)?.split([' ', ')', ',']).next()?;
        (word.chars().count() > 3 && word.chars().all(char::is_lowercase)).then_some(at)
    });
    let remarks = REMARKS.split('|').filter_map(|r| lower.find(r)).chain(in_brackets);
    let ends =
        ENDS.iter().filter_map(|e| lower.find(e)).chain(stop).chain(remark).chain(remarks).chain(dated);
    let end = ends.min().unwrap_or(value.len());
    let whole = value.get(..end)?.trim();
    let value = whole.trim_end_matches(['.', ':', '|', '*', '_', '-', '–', '—', '"', ' ', '/']);
    // "18-0931/AE/Fin.Dév.": the point belongs to what is shortened.
    let short = value.rsplit('/').next().is_some_and(is_abbreviated);
    let value = whole.get(..value.len() + 1).filter(|v| short && v.ends_with('.')).unwrap_or(value);
    // A note set off in quotation marks ends with its number: "18-019/RPM »".
    let value = if value.contains(['«', '“']) {
        value
    } else {
        value.trim_end_matches([' ', '\u{a0}', '»', '”'])
    };
    let inner = value.strip_prefix('(').and_then(|v| v.strip_suffix(')'));
    let value = inner.unwrap_or(value).trim();
    let value = if value.contains(['(', '（']) { value } else { value.trim_end_matches([')', '）']) };
    // "節略 第KMUN-41/17號"
    let counted = value.strip_prefix('第').and_then(|v| v.strip_suffix(['号', '號'])).map(str::trim);
    let value = counted.unwrap_or(value);
    (!value.is_empty()).then(|| value.to_owned())
}

/// "Fin.Dév": words of which points shorten at least the first; and "Migr", a word that breaks off.
fn is_abbreviated(part: &str) -> bool {
    let mut letters = part.chars();
    let word = letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase);
    let ends = part.to_lowercase().ends_with(|c: char| !"aeiouy".contains(c));
    let breaks_off = word && ends && (3..=5).contains(&part.chars().count());
    breaks_off || part.contains('.') && part.chars().all(|c| c.is_alphabetic() || c == '.')
}

/// Whether what follows a label may be a reference.
pub(super) fn is_reference(value: &str) -> bool {
    let words = value.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    value.chars().any(char::is_numeric)
        && value.chars().count() <= 48
        && words <= 6
        && !value.starts_with("A/RES")
        && !value.contains('@')
        && !value.starts_with('+')
        && !days::is_day(value)
        && (!value.starts_with('(') || in_brackets(value))
        // "Please take no. 2 (Ms. Thapa Magar) for your list": words in brackets are of no number.
        && !value.split_once(" (").is_some_and(|(_, inner)| {
            let inner = inner.split(')').next().unwrap_or_default();
            inner.contains(' ') && !inner.to_lowercase().starts_with("vol")
        })
        // "has reference to our Note No. 12", "رقم الجواز: P0441": what a second label stands in is none itself.
        && !value.contains(": ")
        && !value.split_whitespace().any(|w| matches!(w, "to" | "our" | "your" | "its" | "notre" | "votre" | "nuestra"))
        && value.split_whitespace().filter(|w| w.len() > 3 && w.chars().all(char::is_lowercase)).count() == 0
}

/// "(GEN)UN/2018/15": an office in brackets before the number.
fn in_brackets(code: &str) -> bool {
    let inner = code.strip_prefix('(').and_then(|c| c.split_once(')'));
    inner.is_some_and(|(office, rest)| {
        office.chars().count() <= 6
            && office.chars().all(|c| c.is_alphanumeric() || c == '-')
            && rest.contains(char::is_numeric)
    })
}

/// Beginnings of the symbols of United Nations documents.
const SYMBOLS: [&str; 8] = ["A/RES", "A/CONF", "A/7", "A/C.", "S/RES", "S/PV", "E/RES", "ST/"];

/// Words before numbers of another kind.
const CONTACTS: [&str; 22] = [
    "tel",
    "telephone",
    "fax",
    "phone",
    "mobile",
    "cell",
    "ext",
    "room",
    "suite",
    "floor",
    "apt",
    "box",
    "po",
    "p",
    "tél",
    "teléfono",
    "тел",
    "факс",
    "هاتف",
    "فاكس",
    "电话",
    "传真",
];

/// What a registry adds to a number, with the point that belongs to it: "PMZ/7/22/1 conf.".
const CLASSES: [&str; 6] = [" conf.", " confid.", " Conf.", " CONF.", " rev.", " corr."];

/// The code that `cell` is, when it is one and nothing else: `PMUN/NV/123/2017`, `S-DVAM-17-2214`, `#33/24817`.
pub(super) fn is_code(cell: &str) -> Option<String> {
    let cell = cell.trim().trim_start_matches(['#', '№', ' ']);
    let classed = CLASSES.iter().any(|class| cell.ends_with(class));
    let code = if classed { cell } else { cell.trim_end_matches(['.', ' ', '/', '-']) };
    let inner = code.strip_prefix(['(', '[']).and_then(|c| c.strip_suffix([')', ']']));
    let code = inner.unwrap_or(code).trim();
    // "Tel. 212-555-0147", "Room S-1234".
    let first = code.split([' ', '.', ':']).next().unwrap_or_default().to_lowercase();
    // "P.O. Box 12", but "P.312-ONU-17/41".
    let boxed = first != "p" || code.to_lowercase().starts_with("p.o") || code.starts_with("P ");
    if CONTACTS.contains(&first.as_str()) && boxed || days::is_day(code) {
        return None;
    }
    let digits = code.chars().filter(|c| c.is_numeric()).count();
    let letters = code.chars().filter(|c| is_letter(*c)).count();
    let slash = code.contains('/');
    // "DOC:12/4/2": capitals of an office, tied to their number.
    let office = code.split_once(':').is_none_or(|(office, number)| {
        slash
            && (2..=6).contains(&office.len())
            && office.bytes().all(|b| b.is_ascii_uppercase())
            && number.starts_with(|c: char| c.is_ascii_digit())
    });
    // "2017-08" is a month.
    let yearly = code.split_once('-').is_some_and(|(a, b)| is_yearly(a, b) || b.len() > 2 && is_yearly(b, a));
    let tied = slash
        || yearly
        || is_run(code)
        || is_spaced_run(code)
        || is_serial(code)
        || letters > 0 && code.contains(['-', '–', '—', '_'])
        || letters > 1 && is_dotted(code);
    let shaped = code.chars().all(|c| {
        c.is_alphanumeric()
            || matches!(c, '/' | '-' | '–' | '—' | '_' | '.' | ' ' | '(' | ')' | '&' | '№' | '\'' | '’' | ':')
    });
    let fits = shaped
        && office
        && tied
        && digits > 0
        && (digits + letters >= 4 || digits + letters == 3 && slash && !is_page(code))
        && !code.strip_prefix(['P', 'p']).is_some_and(|code| is_page(code.trim_start_matches(['.', ' '])))
        && code.chars().count() <= 40
        && code.split_whitespace().count() <= 5
        && (code.starts_with(char::is_alphanumeric) || in_brackets(code))
        && code.split_whitespace().all(|word| is_code_word(word, slash))
        && !SYMBOLS.iter().any(|s| code.starts_with(s))
        && !is_date(code)
        && !is_postal(code);
    fits.then(|| code.to_owned())
}

/// "33-2017": a number and its year.
fn is_yearly(number: &str, year: &str) -> bool {
    let figures = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let is_year = figures(year) && year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
    let serial = figures(number) && (1..=5).contains(&number.len());
    is_year && serial && !(number.len() == 4 && (number.starts_with("19") || number.starts_with("20")))
}

/// "ONU04187": an office and its number without a sign between; codes of the post have two letters.
fn is_run(code: &str) -> bool {
    let letters = code.bytes().take_while(u8::is_ascii_uppercase).count();
    let figures = code.get(letters..).unwrap_or_default();
    (3..=8).contains(&letters)
        && (4..=7).contains(&figures.len())
        && figures.bytes().all(|b| b.is_ascii_digit())
}

/// "ONU 02917": the same with a blank, where a nought shows that the number is none of a post or a street.
fn is_spaced_run(code: &str) -> bool {
    code.split_once(' ').is_some_and(|(office, number)| {
        (2..=8).contains(&office.len())
            && office.bytes().all(|b| b.is_ascii_uppercase())
            && (4..=6).contains(&number.len())
            && number.starts_with('0')
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// "17-391", "1129-17": a year of two figures and a number.
fn is_serial(code: &str) -> bool {
    let Some((first, second)) = code.split_once('-') else { return false };
    let (year, number) = if first.len() == 2 { (first, second) } else { (second, first) };
    let figures = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    year.len() == 2
        && figures(year)
        && ("10".."40").contains(&year)
        && (3..=5).contains(&number.len())
        && figures(number)
}

/// "1/2", "2/12": a page of its pages; a fax says "P.01/02".
fn is_page(code: &str) -> bool {
    let page = code.split_once('/').and_then(|(a, b)| Some((a.parse::<u32>().ok()?, b.parse::<u32>().ok()?)));
    page.is_some_and(|(page, pages)| page <= pages)
}

/// "723.1-SUI", "MP.ONU.118": points between its parts.
fn is_dotted(code: &str) -> bool {
    let parts: Vec<&str> = code.split('.').collect();
    parts.len() >= 2 && parts.iter().all(|p| !p.is_empty() && !p.contains(' '))
}

/// Whether a word may stand in a code: joined by slashes, with figures, or a few capitals. Chinese has no such words.
fn is_code_word(word: &str, slash: bool) -> bool {
    let lower = word.chars().filter(|c| c.is_lowercase()).count();
    let han = word.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c));
    let tied = word.contains(['/', '-', '–', '.']);
    let figures = word.chars().any(char::is_numeric);
    let arabic = word.chars().any(|c| ('\u{620}'..='\u{64a}').contains(&c));
    if han {
        // "维也纳/151/17": a town or office of few characters, tied to its number.
        return slash
            && figures
            && !word.ends_with(['号', '號', '年', '月', '日'])
            && word
                .split('/')
                .all(|part| part.chars().filter(|c| ('\u{3400}'..='\u{9fff}').contains(c)).count() <= 4);
    }
    if arabic {
        // Letters that stand for an office, not words; in one piece with its number it may name its town.
        let most = if slash && figures { 8 } else { 4 };
        return word
            .split(['/', '-', '.'])
            .all(|part| part.chars().filter(|c| ('\u{620}'..='\u{64a}').contains(c)).count() <= most);
    }
    if slash && word.contains('/') {
        return lower <= 12;
    }
    // "EPONUNY 0571/2018": letters of a whole mission.
    let office = slash && word.bytes().all(|b| b.is_ascii_uppercase()) && word.len() <= 9;
    let class = CLASSES.iter().any(|class| class.trim_start() == word);
    lower <= 2 && (tied || figures || office || word.chars().count() <= 6) || class
}

/// "3/08/2017", "10-08-17", "03.08.2017", "18/IX/2017".
fn is_date(code: &str) -> bool {
    let parts: Vec<&str> = code.split(['/', '-', '.']).map(str::trim).collect();
    let number = |p: &&str| !p.is_empty() && p.chars().all(char::is_numeric);
    let numbers: Vec<u32> = parts
        .iter()
        .filter(|p| number(p) && p.chars().count() <= 4)
        .map(|p| p.chars().filter_map(|c| c.to_digit(10)).fold(0, |n, d| n * 10 + d))
        .collect();
    let roman =
        parts.get(1).is_some_and(|p| !p.is_empty() && p.chars().all(|c| matches!(c, 'I' | 'V' | 'X')));
    match numbers.as_slice() {
        // "10-August-2017", "10-Aug-17": a month in letters.
        [day, year] if parts.len() == 3 && *day <= 31 && (*year <= 99 || (1990..2100).contains(year)) => {
            let month = parts
                .get(1)
                .is_some_and(|p| p.chars().count() >= 3 && p.chars().skip(1).all(char::is_lowercase));
            // "16/أغسطس/2017"
            let named = || dates::in_words(&split(&Folded::new(code))).iter().any(|s| s.first.year.is_some());
            roman || month || !code.is_ascii() && named()
        }
        [a, b, year] if parts.len() == 3 => {
            *a <= 31 && *b <= 31 && (*year <= 99 || (1990..2100).contains(year))
                || (1990..2100).contains(a) && *b <= 12 && *year <= 31
        }
        _ => false,
    }
}

/// "NY 10017-1234", "CH-1211", "PO-12": codes of the post.
fn is_postal(code: &str) -> bool {
    let letters: String = code.chars().take_while(char::is_ascii_alphabetic).collect();
    let rest = code.get(letters.len()..).unwrap_or_default().trim_start_matches([' ', '-']);
    let digits = |t: &str, least: usize, most: usize| {
        (least..=most).contains(&t.len()) && t.bytes().all(|b| b.is_ascii_digit())
    };
    let figures = match rest.split_once('-') {
        Some((zip, more)) => digits(zip, 5, 5) && digits(more, 4, 4),
        None => digits(rest, 4, 6),
    };
    (1..=2).contains(&letters.len()) && figures && !code.contains('/')
}

#[cfg(test)]
mod tests;

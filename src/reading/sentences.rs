//! Sentences of a page: cut at full stops before capitals, at blank lines, before list items and labels.

use std::ops::Range;

use crate::reading::words::is_letter;

/// Signs that mark an item of a list.
pub(super) const BULLETS: [char; 8] = ['-', '•', '*', '–', '—', '·', '▪', '‣'];

/// Whether a line is an item of a list.
pub(super) fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with(BULLETS)
        || line
            .strip_prefix('(')
            .and_then(|l| l.split_once(')'))
            .is_some_and(|(mark, _)| mark.chars().count() <= 4 && mark.chars().all(char::is_alphanumeric))
        || is_eastern_item(line)
        || beginning(line, 4).split_once(['.', ')']).is_some_and(|(mark, _)| {
            mark.len() <= 3 && !mark.is_empty() && mark.chars().all(|c| c.is_alphanumeric())
        })
}

/// The first bytes of a line, where the mark of an item stands.
fn beginning(line: &str, bytes: usize) -> &str {
    line.get(..line.floor_char_boundary(bytes)).unwrap_or_default()
}

/// "١-", "1- ", "一、", "（二）", "①", "أولاً -", "أ)": items as Arabic and Chinese count them.
fn is_eastern_item(line: &str) -> bool {
    let first = line.chars().next();
    if first.is_some_and(|c| matches!(c, '①'..='⑳' | '●' | '○' | '■' | '◆')) {
        return true;
    }
    let line = beginning(line.strip_prefix('（').unwrap_or(line), 40);
    let ordinal = ["أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "أولاً", "ثانياً", "ثالثاً", "رابعاً", "خامساً"];
    if line.split_once([':', '،']).is_some_and(|(mark, _)| ordinal.contains(&mark.trim())) {
        return true;
    }
    let Some((mark, rest)) = line.split_once(['、', '）', '-', '–', '.', ')', '．', '/']) else {
        return false;
    };
    let count = mark.trim_end().chars().count();
    let counts = |c: char| c.is_numeric() || "一二三四五六七八九十".contains(c);
    let arabic = |c: char| matches!(c, '\u{620}'..='\u{6ff}');
    let spaced = rest.starts_with([' ', '\u{3000}', '\t']) || !rest.starts_with(char::is_numeric);
    (1..=2).contains(&count) && mark.trim_end().chars().all(counts) && spaced
        || count == 1 && mark.chars().all(arabic) && rest.starts_with(' ')
        || ordinal.contains(&mark.trim())
}

/// Bytes of the longest sentence that is looked at as one: each word of it is compared with each other.
const LONGEST: usize = 4_000;

/// The sentences of a page, as bytes of the whole text.
pub(crate) type Page = Vec<Range<usize>>;

/// The pages of a text, which form feeds part, with their sentences.
pub(crate) fn pages(text: &str) -> Vec<Page> {
    let mut at = 0;
    let page = |page: &str| {
        let start = at;
        at += page.len() + 1;
        ranges(page).into_iter().map(|range| start + range.start..start + range.end).collect()
    };
    text.split('\u{c}').map(page).collect()
}

/// The sentences of a page, as bytes of it.
fn ranges(page: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut cut = |start: &mut usize, end: usize| {
        if page.get(*start..end).is_some_and(|s| !s.trim().is_empty()) {
            found.push(*start..end);
        }
        *start = end;
    };
    let mut word = 0_usize; // letters since the last space
    let mut last_lower = false;
    let mut line = 0_usize; // where the line begins
    let longest = page.split('\n').map(|l| l.trim().len()).max().unwrap_or_default().clamp(60, 160);
    for (at, c) in page.char_indices() {
        if c.is_ascii_alphabetic() {
            word += 1;
            last_lower = c.is_ascii_lowercase();
            continue;
        }
        let rest = || page.get(at + c.len_utf8()..).unwrap_or_default();
        match c {
            ' ' => word = 0,
            '\n' => {
                let this = page.get(line..at).unwrap_or_default();
                let short = this.trim().len() * 9 < longest * 4;
                line = at + 1;
                word = 0;
                let next = rest().split('\n').next().unwrap_or_default();
                // A short line before one that begins anew is a line of a letterhead, not a wrapped one.
                let anew = short && next.trim_start().chars().next().is_some_and(char::is_uppercase);
                if anew
                    || is_row(this, next)
                    || next.starts_with('>')
                    || next.trim_start().is_empty()
                    || is_item(next)
                    || is_labelled(next)
                {
                    cut(&mut start, at + 1);
                }
            }
            '.' | '!' | '?' | ';' => {
                let sentence_end = rest().chars().next().is_none_or(char::is_whitespace)
                    && rest()
                        .trim_start()
                        .chars()
                        .next()
                        .is_none_or(|c| !c.is_lowercase() && !c.is_ascii_digit())
                    && (c != '.'
                        || ((word > 3 || is_small(page.get(..at).unwrap_or_default()))
                            && last_lower
                            && !is_german_day(page.get(..at).unwrap_or_default(), rest())
                            && !is_short(page.get(..at).unwrap_or_default())
                            && !is_number(page.get(line..at).unwrap_or_default())));
                if sentence_end {
                    cut(&mut start, at + 1);
                }
            }
            '。' | '；' | '؛' | '؟' | '？' | '！' => cut(&mut start, at + c.len_utf8()),
            _ if is_letter(c) => {
                word += 1;
                // Arabic has no capitals, and words of it end sentences as small letters do.
                last_lower = c.is_lowercase() || matches!(c, '\u{620}'..='\u{6ff}');
            }
            _ if c.is_numeric() => {
                word += 4;
                last_lower = true;
            }
            _ if c.is_whitespace() => word = 0,
            _ => {}
        }
    }
    cut(&mut start, page.len());
    found
}

/// The sentences of a folded text, as bytes of it: it has lost its lines and capitals. A full stop after an initial, an
/// abbreviation or a short honorific does not end one; a mail without any stop is cut at [`LONGEST`].
pub(super) fn of_folded(text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let ends = match c {
            '。' | '؟' | '？' | '！' => true,
            '?' | '!' | '.' => {
                let word =
                    text.get(start..at).and_then(|t| t.rsplit([' ', '.', '(']).next()).unwrap_or_default();
                text.get(next..).is_none_or(|r| r.is_empty() || r.starts_with(' '))
                    && (c != '.' || word.chars().count() >= 4 || word.ends_with(|d: char| d.is_ascii_digit()))
                    && !matches!(
                        word,
                        "prof" | "messrs" | "hon'ble" | "amb" | "mlle" | "excmo" | "excma" | "lic."
                    )
            }
            ' ' => next - start > LONGEST,
            _ => false,
        };
        if ends {
            ranges.push(start..next);
            start = next;
        }
    }
    ranges.push(start..text.len());
    ranges
}

/// Whether `next` is another row of the table that `line` is a row of; one of labels and values is read as one.
fn is_row(line: &str, next: &str) -> bool {
    let borders = line.matches(" | ").count();
    borders >= 2 && next.matches(" | ").count() == borders
}

/// Whether a line begins with a short label ("Name: ...").
fn is_labelled(line: &str) -> bool {
    let head = line.get(..line.floor_char_boundary(41)).unwrap_or_default();
    let eastern = |c: char| matches!(c, '\u{620}'..='\u{6ff}' | '\u{3400}'..='\u{9fff}' | '【');
    head.split_once([':', '：']).is_some_and(|(l, value)| {
        let first = l.trim_start().chars().next();
        l.len() < 40
            && (first.is_some_and(char::is_uppercase)
                || first.is_some_and(eastern) && !value.trim().is_empty())
    })
}

/// "am 5. September": a German day, not the end of a sentence.
fn is_german_day(before: &str, after: &str) -> bool {
    let months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober"];
    before.ends_with(|c: char| c.is_ascii_digit())
        && months.iter().chain(&["November", "Dezember"]).any(|month| after.trim_start().starts_with(month))
}

/// Abbreviations of four letters and more that stand before a name.
fn is_short(before: &str) -> bool {
    [
        "Prof", "Messrs", "Engr", "Excmo", "Excma", "Srta", "Capt", "Mlle", "Mtro", "Mtra", "Abog", "Sgt",
        "Atty", "Licda", "Licdo", "Lcda", "Lcdo", "Surv", "Pharm", "Barr", "Arch", "Brig", "Cmdr", "Insp",
        "Supt", "Dipl", "Exmo", "Exma", "Retd", "Msgr", "Hajj", "Comm", "Gral", "Cnel", "Econ", "Mgtr",
        "Mons", "Tnte", "Adml", "Alhj",
    ]
    .iter()
    .any(|s| before.ends_with(s))
}

/// "him.", "us.", "ya.": a word of two or three small letters that is no abbreviation ends a sentence as longer ones do.
fn is_small(before: &str) -> bool {
    const ABBREVIATIONS: &str = "mr ms mrs dr dra drs sr sra st art ref réf no nos núm nr tel tél fax ext vol sec ch chs par al \
        cf vs viz pp ed eds éd op cit fig gen col lt sgt hon rev inc ltd co jr adv amb min max av bd env mme mgr lic \
        ing arq ud uds pág cap gr dn da mag ret rtd atn att attn арт г гг ул им тел стр др пр ст см зам нач тыс руб обл \
        пос гос доц исх вх тов млн св гр инж";
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'' && c != '’')
        .next()
        .unwrap_or_default();
    (2..=3).contains(&word.chars().count())
        && word.chars().all(char::is_lowercase)
        && !ABBREVIATIONS.split_whitespace().any(|short| short == word)
}

/// "1." at the beginning of a line counts an item.
fn is_number(line: &str) -> bool {
    line.len() <= 4 && line.trim().chars().all(|c| c.is_ascii_digit())
}

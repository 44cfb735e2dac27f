//! A note with a translation of itself, whole or of one sentence: "Courtesy translation", "(en français : ...)", or a second
//! text in another script with its own compliments. Like quoted history it is set apart: what the note says stands in its
//! first text, and the second repeats it with names written otherwise.

use std::ops::Range;

use crate::reading::phrases::{Hit, Sense};
use crate::reading::words::is_letter;
use crate::states::fold::Folded;

/// Beginnings of words that say "translation".
const WORDS: [&str; 11] = [
    "translation",
    "traduction",
    "traduccion",
    "traducao",
    "перевод",
    "译文",
    "譯文",
    "译本",
    "ترجمة",
    "الترجمة",
    "english text",
];
/// What leads a sentence in that is said again: "In English for convenience: ...".
const LEADS: [&str; 15] = [
    "in english",
    "in french",
    "in spanish",
    "english",
    "en anglais",
    "en francais",
    "en ingles",
    "en frances",
    "en espanol",
    "на английском",
    "по-английски",
    "中文",
    "英文",
    "بالانجليزية",
    "بالفرنسية",
];

/// The writing of a text, told by most of its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Arabic,
    Cyrillic,
    Han,
}

/// A part of the text that blank lines set apart.
struct Paragraph {
    range: Range<usize>,
    script: Option<Script>,
    /// Its first courtesy is the opening of a note.
    opens: bool,
    /// Behind a form feed.
    page: usize,
}

/// Parts `text` into what is said first and its translation; `None` where it has none. `hits` are those of `folded`.
pub(super) fn apart(text: &str, folded: &Folded, hits: &[Hit]) -> Option<(String, String)> {
    let openings: Vec<usize> =
        hits.iter().filter(|h| h.sense == Sense::Opening).map(|h| folded.origin(h.start)).collect();
    let all = paragraphs(text, &openings);
    let first = all.iter().position(|p| p.opens);
    let lead = match first {
        Some(first) => all.get(first).and_then(|p| p.script),
        None => script(text),
    }?;
    let mut cut: Vec<Range<usize>> = Vec::new();
    let mut k = 0;
    while let Some(one) = all.get(k) {
        let (at, behind) = (k, first.is_some_and(|first| k > first));
        k += 1;
        let words = text.get(one.range.clone()).unwrap_or_default();
        let marked = is_headed(words);
        // "Courtesy translation" in a paragraph of its own: the next is the translation.
        let alone = marked && words.chars().filter(|c| c.is_alphabetic()).count() < 60;
        let said = if alone && !one.opens { all.get(k).unwrap_or(one) } else { one };
        let other = said.script.is_some_and(|s| s != lead);
        if behind && (other && (marked || one.opens) || marked && repeats(all.get(at..), lead)) {
            // Its own letterhead stands above it.
            let same = |p: &&Paragraph| one.opens && p.script.is_some() && p.script == one.script && other;
            let above = all.get(first.unwrap_or(0) + 1..at).unwrap_or_default();
            let start = above.iter().rev().take_while(same).last().map_or(one.range.start, |p| p.range.start);
            // It goes on until the first writing comes back, or to the end of its page.
            let ends = |p: &&Paragraph| {
                if other { p.script == Some(lead) } else { p.page != one.page }
            };
            let behind = if std::ptr::eq(said, one) { k } else { k + 1 };
            let end = all.iter().skip(behind).find(ends).map_or(text.len(), |p| p.range.start);
            k = all.iter().position(|p| p.range.start >= end).unwrap_or(all.len());
            cut.push(start..end);
        } else if behind && one.script.is_some_and(|s| s != lead) && is_ended(words) {
            cut.push(one.range.clone());
        } else if let Some(inner) = led(words, lead).filter(|_| first.is_none_or(|first| at >= first)) {
            cut.push(one.range.start + inner.start..one.range.start + inner.end);
        }
    }
    let (mut kept, mut taken, mut at) = (String::new(), String::new(), 0);
    for range in &cut {
        kept.push_str(text.get(at..range.start).unwrap_or_default());
        taken.push_str(text.get(range.clone()).unwrap_or_default());
        taken.push('\n');
        at = at.max(range.end);
    }
    kept.push_str(text.get(at..).unwrap_or_default());
    (!cut.is_empty() && kept.chars().any(char::is_alphabetic)).then_some((kept, taken))
}

fn paragraphs(text: &str, openings: &[usize]) -> Vec<Paragraph> {
    let mut found = Vec::new();
    let (mut at, mut start, mut page) = (0, None, 0);
    let mut push = |range: Range<usize>, page: usize| {
        let opens = openings.iter().any(|o| range.contains(o));
        let script = script(text.get(range.clone()).unwrap_or_default());
        found.push(Paragraph { range, script, opens, page });
    };
    for line in text.split_inclusive(['\n', '\x0c']) {
        if line.trim().is_empty() || line.starts_with('\x0c') {
            if let Some(start) = start.take() {
                push(start..at, page);
            }
        } else {
            start = start.or(Some(at));
        }
        at += line.len();
        if line.ends_with('\x0c') {
            if let Some(start) = start.take() {
                push(start..at, page);
            }
            page += 1;
        }
    }
    if let Some(start) = start {
        push(start..at, page);
    }
    found
}

/// The writing of most letters of `text`; a sign of Chinese is as much as a syllable.
fn script(text: &str) -> Option<Script> {
    let mut counts = [(Script::Latin, 0), (Script::Arabic, 0), (Script::Cyrillic, 0), (Script::Han, 0)];
    for c in text.chars().filter(|c| is_letter(*c)) {
        let (of, worth) = match c {
            '\u{400}'..='\u{52f}' => (Script::Cyrillic, 1),
            '\u{620}'..='\u{6ff}' => (Script::Arabic, 1),
            '\u{3400}'..='\u{9fff}' => (Script::Han, 3),
            _ if c < '\u{250}' => (Script::Latin, 1),
            _ => continue,
        };
        counts.iter_mut().filter(|(s, _)| *s == of).for_each(|(_, n)| *n += worth);
    }
    counts.into_iter().filter(|(_, n)| *n > 0).max_by_key(|(_, n)| *n).map(|(s, _)| s)
}

/// Whether these few words say "translation".
fn says(words: &str) -> bool {
    // Prose need not be folded to be told from a few words.
    if words.len() > 240 {
        return false;
    }
    let folded = Folded::new(words);
    let text = folded.text();
    text.chars().count() <= 60
        && text.split(' ').count() <= 8
        && WORDS.iter().any(|w| {
            let begins = |at: usize| at == 0 || text.get(..at).is_some_and(|t| t.ends_with(' '));
            text.match_indices(w).any(|(at, _)| !w.is_ascii() || begins(at))
        })
        && !text.trim_end().ends_with(['.', ','])
}

/// Whether a paragraph stands under such words: on its first lines, or in brackets before its text.
fn is_headed(words: &str) -> bool {
    let rule = |line: &&str| !line.contains(char::is_alphabetic);
    let first = words.lines().map(str::trim).find(|l| !rule(l)).unwrap_or_default();
    let bracket = first.strip_prefix(['(', '（', '[']).and_then(|l| l.split_once([')', '）', ']']));
    match bracket {
        Some((inner, _)) => says(inner),
        None => says(first.trim_matches(|c: char| !c.is_alphanumeric())),
    }
}

/// "... (ترجمة غير رسمية)": whether a paragraph ends with such words in brackets.
fn is_ended(words: &str) -> bool {
    let inner = words.trim_end().trim_end_matches('.').strip_suffix([')', '）', ']']);
    inner.and_then(|w| w.rsplit_once(['(', '（', '['])).is_some_and(|(_, inner)| says(inner))
}

/// Whether the compliments come again in the same writing: of two languages that share it only the mark and the second
/// opening tell the translation.
fn repeats(rest: Option<&[Paragraph]>, lead: Script) -> bool {
    let near = rest.unwrap_or_default().iter().take(4);
    near.clone().any(|p| p.opens) && near.clone().all(|p| p.script.is_none_or(|s| s == lead))
}

/// "(en français : ...)", "In English for convenience: ...": the bracket, or the whole paragraph, in another writing.
fn led(words: &str, lead: Script) -> Option<Range<usize>> {
    let begin = words.len() - words.trim_start().len();
    let open = words.trim_start().strip_prefix(['(', '（', '[']);
    let inner = open.unwrap_or_else(|| words.trim_start());
    let head = inner.split_once([':', '：']).map(|(head, _)| head).filter(|head| head.len() <= 160);
    let head = head.map(Folded::new)?;
    let head = head.text().trim();
    let told = head.chars().count() <= 40 && LEADS.iter().any(|l| head.starts_with(l));
    let close =
        if open.is_some() { inner.find([')', '）', ']']).map(|at| at + 1) } else { Some(inner.len()) };
    let start = words.len() - inner.len();
    let end = start + close.filter(|_| told)?;
    let other = script(words.get(start..end)?).is_some_and(|s| s != lead);
    other.then_some(begin..end)
}

#[cfg(test)]
mod tests {
    use crate::reading::document::Document;

    #[test]
    fn the_first_text_speaks() {
        let english = "The Permanent Mission of Kenya presents its compliments to the Office and proposes Ms. Ana Duro.";
        let arabic = "تهدي البعثة الدائمة تحياتها إلى المكتب وترشح السيدة أنا دورو.";
        let french = "La Mission permanente présente ses compliments au Bureau et propose Mme Ana Duro.";
        let chinese = "常驻代表团向秘书处致意，并请资助安娜·杜罗女士。";
        for (text, kept) in [
            (
                format!("{chinese}\n\n(Unofficial translation)\n{english}\n\n8 February 2018"),
                format!("{chinese}\n\n"),
            ),
            (
                format!("{english}\n\nCourtesy translation\n\n{arabic}\n\nNew York"),
                format!("{english}\n\nNew York"),
            ),
            (format!("{english}\n\n（中文参考译文）{chinese}"), format!("{english}\n\n")),
            (
                format!("{english}\n\n{arabic} (ترجمة غير رسمية)\n\nNew York"),
                format!("{english}\n\nNew York"),
            ),
            (format!("{english}\n\n* * *\n(Traduction de courtoisie)\n\n{french}"), format!("{english}\n\n")),
            (format!("{arabic}\n\n{english}"), format!("{arabic}\n\n")),
            (format!("{arabic}\n\n(en français : une question)\n\nشكرا"), format!("{arabic}\n\n\n\nشكرا")),
        ] {
            let document = Document::new("body", text.clone());
            assert_eq!(document.text, kept, "{text}");
            assert!(!document.translation.trim().is_empty(), "{text}");
        }
        for text in [
            format!("(Unofficial translation)\n\n{english}"),
            format!("Dear colleagues, below is the note with courtesy translation.\n\n{english}"),
            format!("{english}\n\nNote No. 12\n\n{french}"),
            "REPUBLIQUE DU CONGO\n\n(перевод с французского)\n\nПредставительство свидетельствует свое уважение.".to_owned(),
        ] {
            assert_eq!(Document::new("body", text.clone()).text, text);
        }
    }
}

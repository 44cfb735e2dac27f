//! Names with a patronymic or initials, and the posts of Russian prose.

mod tables;

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::Gender;
use crate::reading::words::fold;

use super::{NO_NAMES, Name};
use tables::{PLACES, RUSSIAN_POSTS, WHOLE_PLACES};

/// A full name of the Russian kind: three words with a patronymic, or a surname with initials. The patronymic tells
/// the gender.
static RUSSIAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?P<before>(?:[\p{Lu}&&\p{Cyrillic}][\p{Cyrillic}'’-]+\s+){1,2})",
        r"(?P<patronymic>[\p{Lu}&&\p{Cyrillic}](?:[\p{Ll}&&\p{Cyrillic}]+|[\p{Lu}&&\p{Cyrillic}]+)(?:(?P<f>(?i:овн|евн|ичн)(?i:а|ы|е|у|ой))|(?P<m>(?i:ович|евич|ьич|мич|кич)(?i:а|у|ем|е)?))",
        r"|[\p{Lu}&&\p{Cyrillic}][\p{Ll}&&\p{Cyrillic}]+(?:\s|-)(?P<turkic>(?i:оглы|оглу|огли|углы|углу|угли|уулу|улы|заде|кызы|гызы|кизи)))",
        // Its end is what stands behind it: the fast automaton of the crate knows no end of a word beyond ASCII.
        r"(?:(?P<after>\s+[\p{Lu}&&\p{Cyrillic}][\p{Cyrillic}'’-]+)|[^\p{Cyrillic}\p{Latin}\d_-]|$)",
    ))
    .ok()
});

/// Every name with a patronymic in `text`, with the gender that it tells.
pub(in crate::reading::travellers) fn russian(text: &str) -> Vec<(Name, Option<Gender>)> {
    // The first byte of every Russian capital; nearly no text of the other languages has it.
    if !text.as_bytes().contains(&0xd0) {
        return Vec::new();
    }
    let Some(form) = RUSSIAN.as_ref() else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(captures) = form.captures_at(text, at) {
        at = captures.get(0).map_or(text.len(), |whole| whole.end());
        let (Some(patronymic), Some(before)) = (captures.name("patronymic"), captures.name("before")) else {
            continue;
        };
        // A post with a capital before the name is none of its words.
        let mut lead = before.as_str();
        while let Some((first, rest)) = lead.split_once(char::is_whitespace)
            && !rest.trim().is_empty()
            && (is_post_in_russian(first)
                || fold(first).starts_with("фонд")
                || NO_NAMES.get(&fold(first)).is_some())
        {
            lead = rest.trim_start();
        }
        // "Должность | Купревич Олег Станиславович": a surname may end like a patronymic, and what stands before it is none.
        if NO_NAMES.get(&fold(lead.trim_end())).is_some() {
            at = before.end();
            continue;
        }
        let start = before.end() - lead.len();
        // "Фамилия Имя Отчество" is whole; "Имя Отчество Фамилия" goes on.
        let end = match captures.name("after") {
            Some(last)
                if lead.split_whitespace().count() >= 2 || is_post_in_russian(last.as_str().trim()) =>
            {
                last.start()
            }
            Some(last) => last.end(),
            None => patronymic.end(),
        };
        let Some(spoken) = text.get(start..end) else { continue };
        if spoken.contains("\n\n") {
            continue;
        }
        let words: Vec<&str> = spoken.split_whitespace().collect();
        let feminine = |w: &str| ["кызы", "гызы", "кизи"].iter().any(|f| w.to_lowercase().contains(f));
        let gender = match (captures.name("f"), captures.name("m"), captures.name("turkic")) {
            (Some(_), ..) => Some(Gender::F),
            (_, Some(_), _) => Some(Gender::M),
            (.., Some(t)) if feminine(t.as_str()) => Some(Gender::F),
            (.., Some(t)) if t.as_str().to_lowercase() != "заде" => Some(Gender::M),
            _ => None,
        };
        found.push((Name { text: words.join(" "), start, end, count: words.len() }, gender));
    }
    let Some(form) = RUSSIAN_INITIALS.as_ref() else { return found };
    let mut at = 0;
    while let Some(whole) = form.find_at(text, at) {
        at = whole.end();
        let lead = whole.as_str().split([' ', '\u{a0}']).next().unwrap_or_default();
        let rest = text.get(whole.end()..).unwrap_or_default().trim_start_matches([' ', '\u{a0}']);
        let named = rest.starts_with(|c: char| c.is_uppercase())
            && rest.chars().nth(1).is_some_and(char::is_lowercase);
        // "МВД А.П. Лукашевича": initials behind an acronym are of the surname that follows.
        if lead.chars().all(char::is_uppercase) && lead.chars().count() <= 5 && named {
            at = whole.start() + lead.len();
            continue;
        }
        if is_post_in_russian(whole.as_str()) {
            continue;
        }
        let words: Vec<&str> = whole.as_str().split_whitespace().collect();
        found.push((Name { text: words.join(" "), start: whole.start(), end: whole.end(), count: 2 }, None));
    }
    found
}

/// A surname with two initials, on one line: "Саркисян А.Г.", "В.Г. Ладожский".
static RUSSIAN_INITIALS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const SURNAME: &str = r"[\p{Lu}&&\p{Cyrillic}][\p{Cyrillic}'’-]{2,}";
    Regex::new(&format!(r"{SURNAME}[ \u{{a0}}][\p{{Lu}}&&\p{{Cyrillic}}]\.[ \u{{a0}}]?[\p{{Lu}}&&\p{{Cyrillic}}]\.|\b[\p{{Lu}}&&\p{{Cyrillic}}]\.[ \u{{a0}}]?[\p{{Lu}}&&\p{{Cyrillic}}]\.[ \u{{a0}}]?{SURNAME}")).ok()
});

/// Whether a word of a Russian sentence belongs to a post. "Майоров" with a capital is a surname.
pub(in crate::reading::travellers) fn is_post_in_russian(word: &str) -> bool {
    if !word.starts_with(|c: char| matches!(c, '\u{400}'..='\u{4ff}')) {
        return false;
    }
    let folded = fold(word);
    let held = RUSSIAN_POSTS.iter().any(|p| folded.starts_with(p));
    const SURNAMES: [&str; 16] = [
        "ов",
        "ова",
        "ову",
        "овой",
        "овым",
        "ев",
        "ева",
        "еву",
        "евой",
        "евым",
        "енко",
        "чук",
        "цкий",
        "цкая",
        "цкого",
        "цкой",
    ];
    let named = word.starts_with(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase);
    held && !(named && SURNAMES.iter().any(|s| folded.ends_with(s)))
}

/// Whether a word of a Russian sentence is of a State, a place or an institution.
pub(in crate::reading::travellers) fn is_place(word: &str) -> bool {
    if !word.starts_with(|c: char| matches!(c, '\u{400}'..='\u{4ff}')) {
        return false;
    }
    let folded = fold(word);
    PLACES.iter().any(|p| folded.starts_with(p)) && !folded.ends_with("ова")
        || WHOLE_PLACES.contains(&folded.as_str())
}

/// A run of two to five words in capitals that are not of an institution or a place, from the first such word on.
fn run(words: &str) -> Option<&str> {
    let mut rest = words;
    let place = |w: &str| is_place(w) || is_post_in_russian(w);
    let adjective = |w: &str| {
        ["ской", "ского", "скому", "ском", "цкой", "ных", "ного", "ной", "ное", "ный", "ким", "кого"]
            .iter()
            .any(|e| fold(w).ends_with(e))
    };
    loop {
        let first = rest.split_whitespace().next()?;
        if NO_NAMES.get(&fold(first)).is_some() {
            rest = rest.trim_start().get(first.len()..)?.trim_start();
            continue;
        }
        let state = ["республик", "королевств", "государств"].iter().any(|s| fold(first).starts_with(s));
        if !place(first) && !adjective(first) {
            break;
        }
        rest = rest.trim_start().get(first.len()..)?.trim_start();
        // "Республики Таджикистан": the land goes with it.
        if state && let Some(land) = rest.split_whitespace().next() {
            rest = rest.get(land.len()..)?.trim_start();
        }
    }
    let count = rest.split_whitespace().count();
    ((2..=4).contains(&count) && !rest.split_whitespace().any(place)).then_some(rest)
}

/// Names without title or patronymic: behind a post ("сотрудницу Анну Керн,") or before one ("Анна Керн, атташе").
pub(in crate::reading::travellers) fn beside_posts(text: &str) -> Vec<Name> {
    // As above: nearly no text of the other languages has this byte.
    let russian = text.as_bytes().contains(&0xd0);
    let Some(form) = CAPITALS.as_ref().filter(|_| russian) else { return Vec::new() };
    let mut found = Vec::new();
    for whole in form.find_iter(text) {
        // "советник Посольства в Японии Холов Бахтиёр": behind "in" stands a land.
        let head = text.get(..whole.start()).unwrap_or_default();
        let within = ["в", "во", "при", "из"].iter().any(|p| head.split_whitespace().next_back() == Some(*p))
            && head.ends_with([' ', '\n', '\u{a0}']);
        let words = match whole.as_str().split_once(char::is_whitespace) {
            Some((_, rest)) if within => rest.trim_start(),
            _ => whole.as_str(),
        };
        let Some(name) = run(words) else { continue };
        let start = whole.end() - name.len();
        let after = text.get(whole.end()..).unwrap_or_default();
        let parted = after.trim_start_matches([' ', '\n']).trim_start_matches([',', '(', '–', '—', '-']);
        let sign = parted.len() < after.trim_start_matches([' ', '\n']).len();
        let post_after = sign
            && parted
                .split_whitespace()
                .take(2)
                .any(|w| w.starts_with(char::is_lowercase) && is_post_in_russian(w));
        let clause = text.get(..start).unwrap_or_default();
        let clause: String = clause.chars().rev().take(120).take_while(|c| !",.;:()»".contains(*c)).collect();
        let clause: String = clause.chars().rev().collect();
        let post_before =
            clause.split_whitespace().any(|w| w.starts_with(char::is_lowercase) && is_post_in_russian(w))
                && !clause.trim_end().ends_with("имени")
                && !clause.ends_with('\n')
                && !after.starts_with(" и ");
        if post_after || post_before {
            let words: Vec<&str> = name.split_whitespace().collect();
            found.push(Name { text: words.join(" "), start, end: whole.end(), count: words.len() });
        }
    }
    found
}

/// Words with capitals, particles of names between them, on one line or over one line break.
static CAPITALS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"[А-ЯЁҚҒҲӢӮҶІЇЄҐЎ][а-яёқғҳӣӯҷіїєґў'’]+(?:-[А-ЯЁ]?[а-яё]+)?(?:[ \u{a0}]*[ \u{a0}\n](?:(?:де|дер|лос|ла|ду|дос|дель|ди|дит|аль|эль|бин|ибн|бинт|ульд|фон|ван|да|оглы|кызы|уулу) ){0,2}(?:(?:аль|эль|ас|ат|ан|ад|ар|аш|аз|уль)-)?[А-ЯЁҚҒҲӢӮҶІЇЄҐЎ][А-ЯЁа-яёқғҳӣӯҷіїєґў'’-]+){1,5}",
    )
    .ok()
});

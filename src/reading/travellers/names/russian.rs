//! Names with a patronymic or initials, and the posts of Russian prose.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::Gender;
use crate::reading::words::fold;

use super::Name;

/// A full name of the Russian kind: three words with a patronymic, or a surname with initials. The patronymic tells
/// the gender.
static RUSSIAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?P<before>(?:[А-ЯЁ][А-ЯЁа-яё'’-]+\s+){1,2})",
        r"(?:[А-ЯЁ](?:[а-яё]+|[А-ЯЁ]+)(?:(?P<f>(?i:овн|евн|ичн)(?i:а|ы|е|у|ой))|(?P<m>(?i:ович|евич|ьич|мич|кич)(?i:а|у|ем|е)?))",
        r"|[А-ЯЁ][а-яё]+(?:\s|-)(?P<turkic>(?i:оглы|оглу|огли|углы|углу|уулу|улы|заде|кызы|гызы|кизи)))\b",
        r"(?P<after>\s+[А-ЯЁ][А-ЯЁа-яё'’-]+)?",
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
    for captures in form.captures_iter(text) {
        let (Some(all), Some(before)) = (captures.get(0), captures.name("before")) else { continue };
        // A post with a capital before the name is none of its words.
        let mut lead = before.as_str();
        while let Some((first, rest)) = lead.split_once(char::is_whitespace)
            && !rest.trim().is_empty()
            && is_post_in_russian(first)
        {
            lead = rest.trim_start();
        }
        let start = before.end() - lead.len();
        // "Фамилия Имя Отчество" is whole; "Имя Отчество Фамилия" goes on.
        let end = match captures.name("after") {
            Some(last)
                if lead.split_whitespace().count() >= 2 || is_post_in_russian(last.as_str().trim()) =>
            {
                last.start()
            }
            _ => all.end(),
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
    for whole in form.find_iter(text).filter(|m| !is_post_in_russian(m.as_str())) {
        let words: Vec<&str> = whole.as_str().split_whitespace().collect();
        found.push((Name { text: words.join(" "), start: whole.start(), end: whole.end(), count: 2 }, None));
    }
    found
}

/// A surname with two initials, on one line: "Саркисян А.Г.", "В.Г. Ладожский".
static RUSSIAN_INITIALS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const SURNAME: &str = r"[А-ЯЁ][А-ЯЁа-яё'’-]{2,}";
    Regex::new(&format!(r"{SURNAME}[ \u{{a0}}][А-ЯЁ]\.[ \u{{a0}}]?[А-ЯЁ]\.|\b[А-ЯЁ]\.[ \u{{a0}}]?[А-ЯЁ]\.[ \u{{a0}}]?{SURNAME}")).ok()
});

/// Stems of posts and institutions in Russian prose, folded.
const RUSSIAN_POSTS: &[&str] = &[
    "советник",
    "министр",
    "министер",
    "директор",
    "начальник",
    "заместител",
    "зам.",
    "секретар",
    "специалист",
    "эксперт",
    "руководител",
    "представител",
    "помощник",
    "инспектор",
    "консультант",
    "глава",
    "главы",
    "главу",
    "главн",
    "председател",
    "посол",
    "посла",
    "послу",
    "атташе",
    "сотрудни",
    "координатор",
    "первый",
    "первого",
    "второй",
    "второго",
    "третий",
    "третьего",
    "старш",
    "ведущ",
    "генеральн",
    "полковник",
    "подполковник",
    "майор",
    "управляющ",
    "профессор",
    "доцент",
    "ректор",
    "депутат",
    "член",
    "судья",
    "судьи",
    "судью",
    "прокурор",
    "уполномоченн",
    "референт",
    "аналитик",
    "менеджер",
    "юрист",
    "статс",
    "комиссар",
    "офицер",
    "капитан",
    "временн",
    "чрезвычайн",
    "постоянн",
    "департамент",
    "отдел",
    "управлени",
    "государственн",
    "научн",
    "консул",
    "вице",
    "служб",
    "комитет",
    "агентств",
];

/// Whether a word of a Russian sentence belongs to a post.
pub(in crate::reading::travellers) fn is_post_in_russian(word: &str) -> bool {
    let folded = fold(word);
    RUSSIAN_POSTS.iter().any(|p| folded.starts_with(p))
}

//! The post and institution around a name, whether they are of a government, and what they tell of gender.
//!
//! Longer than 400 lines because the words that lead to a post and that end it stand beside their use.

mod end;
mod eastern;
mod government;
mod lines;
mod said;

use crate::reading::Gender;
use crate::reading::travellers::candidates::begins_post;
use crate::reading::travellers::names;
use crate::reading::travellers::parts::without_remark;
use crate::reading::words::fold;
pub(super) use end::without_city;
use end::{held_together, is_enumeration, stop};
pub(super) use government::is_government;
use lines::goes_on_below;
pub(super) use said::said;

/// The post after a name that ends at `end`; `limit` is where its sentence ends, or the next person begins.
pub(super) fn after(text: &str, end: usize, limit: usize) -> Option<String> {
    let rest = text.get(end..limit)?;
    if let Some(post) = eastern::after(rest) {
        return post;
    }
    let near: String = rest.chars().take(300).collect();
    let near = near.split("\n\n").next().unwrap_or_default();
    let lines: Vec<&str> = near
        .lines()
        .enumerate()
        .take_while(|(k, l)| *k == 0 || goes_on_below(text, end, l))
        .map(|(_, l)| l)
        .collect();
    let near = lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    let near = near.trim_start_matches(['*', '"', '”', '»']).trim_start();
    let who = near.strip_prefix([',', ' ']).map(str::trim_start).and_then(|n| {
        introduced(n).filter(|_| !n.starts_with(char::is_uppercase) && n.starts_with(['q', 'w', 's', 'c']))
    });
    if let Some(post) = who.map(trimmed_to).filter(|p| p.chars().count() > 3) {
        return Some(post.to_owned());
    }
    let strong = near
        .strip_prefix([',', '،', '(', '–', '—', '|', '（', '，', '—'])
        .or_else(|| near.strip_prefix("- "))
        // "Ms. Duro : Legal Officer", "Ms. Duro        Labour Commissioner": a colon or a wide space parts as well.
        .or_else(|| near.strip_prefix(": ").filter(|post| begins_post(post)))
        .or_else(|| Some(near).filter(|post| rest.starts_with("   ") && begins_post(post)));
    let body = match strong {
        Some(body) => body.trim_start_matches(['(', '（', ' ', '—']),
        None => introduced(near)?,
    };
    let body = past_honours(body);
    let body = past_leads(body.trim_start());
    let end = stop(body);
    let post = trimmed(held_together(body.get(..end)?));
    // "Ministry of Labour, Maseru" at the end of its item is where the ministry is; in prose it is where the journey begins.
    let (above, below) = (text.get(..limit)?, text.get(limit..)?);
    let ends_line = above.ends_with('\n') || below.is_empty() || below.starts_with(['\n', '\r']);
    let filled = end == body.len() && rest.chars().count() < 300 && ends_line;
    let post = if filled { post } else { without_city(post) };
    let post = without_remark(post).to_owned();
    if !begins(&post) {
        return None;
    }
    let wordy = post.chars().count() > 2 && post.chars().any(char::is_alphabetic);
    let folded = fold(&post);
    let aside = ["alternate", "suppl", "suplente", "passport", "head of delegation"];
    let whole = [
        "government",
        "mission",
        "fund",
        "office",
        "ministry",
        "gouvernement",
        "gobierno",
        "titular",
        "titulaire",
        "principal",
        "first",
        "second",
        "third",
        "f",
        "m",
        "male",
        "female",
        "head",
    ];
    let post = eastern::without_part(&post).to_owned();
    // "Рахимзода Фаррух Саидович (глава делегации)": his post stands before him.
    let russian = post.starts_with(|c| matches!(c, '\u{400}'..='\u{4ff}'));
    let part = russian && eastern::is_part(&post);
    (wordy && !part && !aside.iter().any(|a| folded.starts_with(a)) && !whole.contains(&folded.as_str()))
        .then_some(post)
}

/// The post with which a paragraph begins, perhaps behind "who serves as".
pub(super) fn leading(paragraph: &str) -> Option<String> {
    let body = introduced(paragraph).or_else(|| Some(paragraph).filter(|p| begins_post(p)))?;
    let post = trimmed_to(body);
    (post.chars().count() > 3 && post.len() < body.len()).then(|| post.to_owned())
}

/// The post that fills these words, else as [`trimmed_to`].
pub(super) fn filling(body: &str) -> &str {
    if stop(body) == body.len() { trimmed(held_together(body)) } else { trimmed_to(body) }
}

/// The post that these words begin with, up to where it ends.
pub(super) fn trimmed_to(body: &str) -> &str {
    without_city(trimmed(held_together(body.get(..stop(body)).unwrap_or_default())))
}

/// Past what leads to a post and is none of it: "our ", "who is ", "он ", "notre ".
fn past_leads(body: &str) -> &str {
    const LEADS: [&str; 40] = [
        "ella es ",
        "él es ",
        "elle est ",
        "il est ",
        "he is ",
        "she is ",
        "is ",
        "es ",
        "est ",
        "он ",
        "она ",
        "a ",
        "an ",
        "un ",
        "une ",
        "una ",
        "the ",
        "le ",
        "la ",
        "el ",
        "l'",
        "l’",
        "currently ",
        "still ",
        "now ",
        "our ",
        "its ",
        "my ",
        "notre ",
        "nuestro ",
        "nuestra ",
        "su ",
        "son ",
        "sa ",
        "mon ",
        "ma ",
        "actuellement ",
        "qui est ",
        "quien es ",
        "who is ",
    ];
    LEADS.iter().fold(body, |b, lead| b.strip_prefix(lead).unwrap_or(b))
}

/// Past degrees and honours behind a name: "Esq.", "Ph.D.", "MP" with a comma; and past a courtesy that stands there.
fn past_honours(body: &str) -> &str {
    const HONOURS: [&str; 33] = [
        "mr", "mrs", "ms", "mme", "mlle", "sra", "srta", "esq", "phd", "jr", "sr", "mp", "mbe", "obe", "cbe",
        "cmg", "kc", "qc", "sc", "san", "md", "llm", "llb", "msc", "mba", "ma", "ba", "jp", "psc", "rtd",
        "retd", "ret'd", "dphil",
    ];
    let mut body = body;
    while let Some((first, rest)) = body.split_once([',', ')']) {
        let plain = fold(first).replace(['.', ' ', '('], "");
        if !HONOURS.contains(&plain.as_str()) {
            break;
        }
        body = rest.trim_start_matches([',', ' ']);
    }
    body
}

/// Without the joint that leads to the next person.
fn trimmed(post: &str) -> &str {
    const JOINTS: [&str; 21] = [
        "one", "un", "une", "uno", "and", "et", "y", "e", "or", "ou", "de", "du", "del", "la", "le", "el",
        "al", "for", "to", "also", "и",
    ];
    let mut post = post.trim().trim_end_matches([',', '*', ' ', '?', '!']);
    if !post.contains(['«', '“']) && post.matches('"').count() != 2 {
        post = post.trim_end_matches(['"', '»', '”', ' ']);
    }
    if !post.contains('(') {
        post = post.trim_end_matches([')', ',', ' ']);
    }
    while let Some((rest, last)) = post.rsplit_once(' ') {
        if !JOINTS.contains(&last) {
            break;
        }
        post = rest.trim_end_matches([',', ' ']);
    }
    post
}

/// Whether these words may begin a post: a capital, another script, or an office within the first words.
fn begins(post: &str) -> bool {
    let first = post.chars().next();
    if first.is_some_and(|c| matches!(c, '\u{400}'..='\u{4ff}')) {
        return post.split([' ', '-']).take(4).any(names::is_post_in_russian)
            || is_government(post).is_some();
    }
    let latin = first.is_some_and(|c| c.is_lowercase() && fold(&c.to_string()).is_ascii());
    !latin || post.split(' ').take(3).any(names::is_office)
}

/// "of the Ministry of ...", "from the Department of ...", or a post without a comma.
fn introduced(near: &str) -> Option<&str> {
    const WHO: [&str; 30] = [
        "que es ",
        "que é ",
        "que ocupa el cargo de ",
        "que trabaja como ",
        "qui est ",
        "who is ",
        "quien es ",
        "who serves as ",
        "who works as ",
        "who is serving as ",
        "serving as ",
        "working as ",
        "currently serving as ",
        "quien se desempeña como ",
        "que se desempeña como ",
        "quien ocupa el cargo de ",
        "quien ejerce como ",
        "qui occupe le poste de ",
        "qui occupe les fonctions de ",
        "qui exerce les fonctions de ",
        "qui occupe la fonction de ",
        "qui travaille comme ",
        "qui est actuellement ",
        "who is currently ",
        "quien actualmente es ",
        "que ocupa o cargo de ",
        "who holds the post of ",
        "who holds the position of ",
        "quien funge como ",
        "que exerce as funções de ",
    ];
    if let Some(rest) = WHO.iter().find_map(|w| near.strip_prefix(w)) {
        let bare = ["a ", "an ", "un ", "une ", "una ", "the ", "le ", "la ", "l'", "l’", "our ", "notre "];
        let rest = bare.iter().find_map(|a| rest.strip_prefix(a)).unwrap_or(rest);
        return rest.split([' ', '-', ',']).next().is_some_and(names::is_office).then_some(rest);
    }
    if let Some(post) = predicated(near) {
        return Some(post);
    }
    const LEADS: [&str; 12] = [
        "of the ",
        "from the ",
        "of our ",
        "of ",
        "from ",
        "du ",
        "de la ",
        "del ",
        "de l'",
        "de l’",
        "at the ",
        "au ",
    ];
    for lead in LEADS {
        if let Some(rest) = near.strip_prefix(lead) {
            let first = rest.split(' ').next().unwrap_or_default();
            return (names::is_office(first) || is_government(rest.get(..60).unwrap_or(rest)) == Some(true))
                .then_some(rest);
        }
    }
    let first = near.split(' ').next().unwrap_or_default();
    (first.starts_with(char::is_uppercase) && names::is_office(first)).then_some(near)
}

/// "Mrs Fakasori is the Deputy Director of our Immigration Division": the post that a sentence says of its subject.
fn predicated(near: &str) -> Option<&str> {
    const IS: [&str; 12] = [
        "is the ",
        "is our ",
        "is a ",
        "is an ",
        "is currently the ",
        "es la ",
        "es el ",
        "es nuestra ",
        "es nuestro ",
        "est le ",
        "est la ",
        "est notre ",
    ];
    /// Parts in the matter, which are no posts.
    const PARTS: &str = "focal|liaison|contact|delegate|representative|nominee|candidate|head of d|head of the d|leader|member|\
        titular|delegad|representant|delegu|candidat|chef de d|jefe de d|jefa de d|first|second|only|responsib|legal|official";
    let rest = IS.iter().find_map(|is| near.strip_prefix(is))?;
    let folded = fold(rest.get(..rest.floor_char_boundary(40)).unwrap_or(rest));
    let word = rest.split([' ', '-', ',']).next().unwrap_or_default();
    (names::is_office(word) && !PARTS.split('|').any(|p| folded.starts_with(p))).then_some(rest)
}

/// Words that stand in clauses and in no post: "the Mission would be grateful if the cost of Mr. A's ticket".
const VERBS: [&str; 18] = [
    "would", "should", "could", "will", "shall", "is", "are", "was", "were", "be", "if", "est", "serait",
    "sera", "es", "será", "sería", "fuera",
];
/// A post before a name has at most so many words.
const WORDS: usize = 22;

/// The post before a name: "the Director of Migration, Ms. X". `clause` ends where the title begins.
pub(super) fn before(clause: &str) -> Option<String> {
    let line = clause.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().rev().take(12).any(|c| matches!(c, '\u{400}'..='\u{4ff}')) {
        return before_in_russian(&line);
    }
    if line.trim_end_matches(['،', ',', ' ', '/', '-']).ends_with(names::is_arabic) {
        return eastern::before_in_arabic(&line);
    }
    // "the State Secretary of the Migration Service Mr. X": without a comma, behind an article.
    let parted = line.strip_suffix(',').or_else(|| line.strip_suffix('،'));
    let line = parted.unwrap_or(&line);
    // The last office word with a capital that begins the phrase: after an article, a preposition or nothing.
    let mut start = None;
    let mut lead = None;
    let mut at = 0;
    let mut opens = true;
    for word in line.split(' ') {
        let bare = word.trim_start_matches(['(', '"']);
        let low = word.to_lowercase();
        let bare = bare.rsplit_once(['\'', '’']).map_or(bare, |(_, b)| b);
        // "the Senior Assistant Secretary": words with capitals may stand before the office.
        let capital = bare.starts_with(char::is_uppercase);
        // "identified by Cabinet is the Secretary", "Mr. John Roe (Head)": what comes before is no part of it.
        if word.starts_with('(') || VERBS.contains(&low.as_str()) {
            (start, lead, opens) = (None, None, true);
            at += word.len() + 1;
            continue;
        }
        lead = lead.filter(|_| capital).or((opens && capital).then_some(at + word.len() - bare.len()));
        if capital && names::is_office(bare) && start.is_none() {
            start = lead;
        }
        opens = matches!(
            low.as_str(),
            "the"
                | "my"
                | "mon"
                | "ma"
                | "notre"
                | "nos"
                | "mi"
                | "nuestro"
                | "nuestra"
                | "sus"
                | "his"
                | "her"
                | "un"
                | "une"
                | "una"
                | "and"
                | "with"
                | "o"
                | "ao"
                | "pelo"
                | "seu"
                | "sua"
                | "nosso"
                | "nossa"
                | "its"
                | "our"
                | "for"
                | "of"
                | "le"
                | "la"
                | "du"
                | "de"
                | "del"
                | "el"
                | "al"
                | "son"
                | "sa"
                | "su"
                | "a"
                | "by"
                | "par"
                | "por"
        );
        if word.ends_with([',', ';', '.']) {
            opens = true;
            (start, lead) = (None, None);
        }
        at += word.len() + 1;
    }
    let post = line.get(start?..)?.trim();
    let whole = parted.is_some()
        || line.get(..start?).is_some_and(|l| {
            let lead = l.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
            ["the", "le", "la", "el", "al", "del", "du", "l'", "l’", "au", "o", "ao"].contains(&lead.as_str())
        });
    let word = post.split(' ').next().unwrap_or_default();
    (whole && (parted.is_some() || !names::is_institution(word)) && post.split(' ').count() <= WORDS)
        .then(|| post.to_owned())
}

/// "... начальника отдела Министерства труда" before the name: no comma parts them.
fn before_in_russian(line: &str) -> Option<String> {
    let clause = line.rsplit([';', ':', '(', ')']).next()?;
    let mut at = clause.len() - clause.trim_start().len();
    let (mut start, mut ranked) = (None, None);
    for word in clause.split_whitespace() {
        let here = at + clause.get(at..)?.find(word)?;
        if names::is_post_in_russian(word) {
            // "первый секретарь", "младшего советника"
            start = start.or(ranked).or(Some(here));
        } else if word.ends_with(',')
            && !is_enumeration(
                clause.get(..here + word.len()).unwrap_or_default().trim_end_matches(','),
                clause.get(here + word.len()..).unwrap_or_default().trim_start(),
            )
        {
            start = None;
        }
        let rank = ["перв", "втор", "треть", "трет", "главн", "старш", "младш", "ведущ", "временн"]
            .iter()
            .any(|r| fold(word).starts_with(r));
        ranked = rank.then_some(here);
        at = here + word.len();
    }
    let post = clause.get(start?..)?.trim().trim_end_matches([',', '–', '—', '-', ' ']);
    let post = ["г-на", "г-жи", "г-жу", "г-н", "г-жа"]
        .iter()
        .fold(post, |p, title| p.strip_suffix(title).unwrap_or(p).trim_end());
    (!post.is_empty() && post.split(' ').count() <= 16).then(|| post.to_owned())
}

/// Gender by the ending of the post: only feminine ones tell, masculine ones serve for both.
pub(super) fn gender(post: &str) -> Option<Gender> {
    const WOMEN: &[&str] = &[
        "conseillere",
        "directrice",
        "consejera",
        "directora",
        "embajadora",
        "asesora",
        "ambassadrice",
        "viceministra",
        "ministra",
        "jefa",
        "secretaria",
        "subsecretaria",
        "coordinadora",
        "coordinatrice",
        "encargada",
        "funcionaria",
        "inspectrice",
        "inspectora",
        "abogada",
        "subdirectora",
        "cheffe",
        "chargee",
        "attachee",
        "avocate",
        "presidenta",
        "presidente adjointe",
        "adjointe",
        "deleguee",
        "delegada",
        "experta",
        "experte",
        "agregada",
        "советница",
        "заведующая",
        "сотрудница",
        "заведующую",
        "сотрудницу",
        "начальница",
        "специалистка",
        "помощница",
        "представительница",
        "رييسة",
        "نايبة",
        "مسوولة",
        "منسقة",
        "خبيرة",
        "باحثة",
        "موظفة",
        "مساعدة",
        "مندوبة",
        "وكيلة",
        "سكرتيرة",
        "محامية",
        "قاضية",
        "مهندسة",
        "مكلفة",
        "المديرة",
        "المستشارة",
        "الرييسة",
        "المسوولة",
        "الخبيرة",
        "عضوة",
        "مفتشة",
        "ملحقة",
        "مشرفة",
        "استاذة",
        "مستشارة",
        "مديرة",
        "سفيرة",
        "وزيرة",
        "primera",
    ];
    let folded = fold(post);
    let words = folded.split([' ', ',', '-']).take(2);
    words.into_iter().any(|w| WOMEN.contains(&w)).then_some(Gender::F).filter(|_| {
        // "Secretaría de Estado" is an institution, not a woman.
        !post.to_lowercase().starts_with("secretaría")
    })
}

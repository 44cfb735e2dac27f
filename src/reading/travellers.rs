//! The persons for whom a note asks support: names led by a title, or standing behind a label.
//!
//! Not travellers: who signs, presents or receives the note, whom to ask, who is replaced, who pays for himself.

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::words::fold;
use crate::reading::{Gender, Place, Quoted, Traveller};

static TITLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)(?:^|[\s(:,;'’«/])(?P<t>(?:Mr|Mrs|Ms|Miss|Dr|Prof|Messrs|MM?|Mme|Mlle|Monsieur|Madame|Mademoiselle|Sra|Sr|Srta|Dra|Lic|Ing|
        Señora?|Doctora?|Sir|Professor|г-жа|г-же|г-жи|г-жу|г-н|г-ну|г-на|السيدة|السيد)\b\.?[\s\u{a0}]*)+(?P<n>)",
    )
    .ok()
});
static LABEL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?im)^[ \t\-•*]*(?:\d+[.)][ \t]*)?(?:full[ \t]+name|name(?:[ \t]+of[ \t]+(?:the[ \t]+)?(?:nominee|delegate|participant|representative))?|nominee|nom(?:[ \t]+et[ \t]+prénoms?)?|nom[ \t]+complet|nombre(?:[ \t]+completo)?|nombre[ \t]+y[ \t]+apellidos?)[ \t\u{a0}]*:[ \t]*").ok()
});
static FUNCTION: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?im)^[ \t\-•*]*(?:function|title|position|post|fonction|titre|poste|cargo|función|puesto)[ \t\u{a0}]*:[ \t]*([^\n]+)").ok()
});
/// Words just before a title that make its bearer somebody else.
static NOT_BEFORE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:dear|contact|attn\.?|attention|signed|alternates?(?: is)?|suppleante?|suplente|accompanied by|accompagnee? (?:de|par)|acompanad[oa] (?:de|por)|instead of|in place of|replacing|replaces?|to replace|replacement (?:of|for)|en remplacement de|au lieu de|remplacer|remplace|en lugar de|en sustitucion de|reemplazo de|sustituir a|reemplazar a|addressed to|a l'attention de|kind regards|regards)[\s:,]*(?:the |la |le |al |a |el )?(?:nomination of |candidature de )?(?:h\.?e\.? |s\.?e\.? )?$").ok()
});
/// Words soon after a name that do the same.
static NOT_AFTER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[^.;\n]{0,120}?(?:(?:will|shall|can) (?:now )?be replaced by|own expense|own cost|no longer (?:able|available)|propres frais|par ses propres moyens|sera remplacee? par|sera sustituid[oa] por|sera reemplazad[oa] por|por su cuenta|sus propios gastos|permanent representative|representante? permanente?)").ok()
});
/// Where a function ends.
static STOP: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\s*(?:[;:()\n]|\.(?:\s|$)|,?\s+(?:to (?:participate|attend|represent|take part|travel|enable)|for (?:his|her|their|the)\b|in order to|so (?:that|as)|who\b|will\b|as (?:its|the|a) |on the occasion|(?:and|et|y|e) (?:(?:Mr|Mrs|Ms|Dr|M|Mme|Mlle)\b|(?:de |a |al |del |la |el )*(?:Sra?|Dra?)\.)|pour (?:sa|son|participer|prendre|qu)|afin |en vue |à la (?:\d|première|deuxième|troisième|quatrième|cinquième|sixième|session|réunion)|aux fins|qui\b|lors |para (?:que|su|participar|asistir)|a fin de|con el fin|quien\b|en la (?:primera|segunda|tercera|cuarta|quinta|sexta|reunión|sesión)|has\b|is\b|holder\b|bearer\b|passport\b|titulaire|titular )|,\s+(?:to|pour|para|a|passport|born|n[ée]e?|nacid[oa]|holder|date|in)\b|,\s*$|$)").ok()
});

const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "do", "dos", "das", "la", "las", "los", "le", "van", "von", "der",
    "den", "ten", "bin", "bint", "ben", "ibn", "al", "el", "ould", "mint", "y", "e", "d", "abu", "abd", "ul",
    "ur", "zu", "af", "st",
];
const WOMEN: &[&str] = &[
    "mrs",
    "ms",
    "miss",
    "mme",
    "mlle",
    "madame",
    "mademoiselle",
    "sra",
    "srta",
    "senora",
    "doctora",
    "dra",
    "г-жа",
    "г-же",
    "г-жи",
    "г-жу",
    "السيدة",
];
const MEN: &[&str] =
    &["mr", "m", "monsieur", "sr", "senor", "sir", "messrs", "mm", "г-н", "г-ну", "г-на", "السيد"];
const GOVERNMENT: &[&str] = &[
    "minist",
    "government",
    "gouvernement",
    "gobierno",
    "embass",
    "ambassade",
    "embajada",
    "mission",
    "mision",
    "police",
    "policia",
    "parliament",
    "parlement",
    "parlamento",
    "congres",
    "senat",
    "department",
    "departement",
    "departamento",
    "directorate",
    "secretari",
    "immigration",
    "presidency",
    "presidence",
    "presidencia",
    "prime minister",
    "attorney",
    "fiscalia",
    "consul",
    "cancilleria",
    "министер",
];
const ELSEWHERE: &[&str] = &[
    "ngo",
    "non-governmental",
    "ong",
    "universi",
    "company",
    "foundation",
    "fondation",
    "fundacion",
    "association",
    "asociacion",
    " ltd",
    " inc",
    "s.a.",
];

/// Finds the travellers that `text` (one document, lines joined with `\n`, pages with form feed) names, in its order.
pub(super) fn find(text: &str, document: &str) -> Vec<Quoted<Traveller>> {
    let mut found: Vec<(usize, Quoted<Traveller>)> = Vec::new();
    let (Some(title), Some(label)) = (TITLE.as_ref(), LABEL.as_ref()) else { return Vec::new() };
    let quoted = |at: usize| {
        text.get(..at).and_then(|t| t.rsplit('\n').next()).is_some_and(|l| l.trim_start().starts_with('>'))
    };
    for hit in title.captures_iter(text) {
        let (Some(whole), Some(t)) = (hit.get(0), hit.name("t")) else { continue };
        let titles = fold(text.get(whole.start()..whole.end()).unwrap_or_default());
        if quoted(t.start()) || is_somebody_else(text, whole.start() + 1, whole.end()) {
            continue;
        }
        found.extend(person(text, whole.end(), whole.start(), &titles, document, 0.9));
    }
    for hit in label.find_iter(text) {
        if !quoted(hit.start())
            && !title.find_at(text, hit.end().saturating_sub(1)).is_some_and(|t| t.start() <= hit.end())
        {
            found.extend(person(text, hit.end(), hit.end(), "", document, 0.85));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    let mut kept: Vec<Quoted<Traveller>> = Vec::new();
    for (_, one) in found {
        // A second mention adds what the first left out; "Ms. Duro" is Ms. Ana Duro.
        let same = kept.iter_mut().find(|k| {
            let (long, short) = (fold(&k.value.name), fold(&one.value.name));
            short.split(' ').all(|w| long.split(' ').any(|l| l == w))
        });
        match same {
            Some(known) => {
                known.value.gender = known.value.gender.or(one.value.gender);
                if known.value.function.is_none() {
                    known.value.function = one.value.function;
                    known.value.government = one.value.government;
                }
            }
            None => kept.push(one),
        }
    }
    kept
}

fn is_somebody_else(text: &str, start: usize, end: usize) -> bool {
    let before: String = text.get(..start).unwrap_or_default().chars().rev().take(60).collect();
    let before = fold(&before.chars().rev().collect::<String>()).replace('\n', " ");
    let after = fold(&text.get(end..).unwrap_or_default().chars().take(200).collect::<String>());
    NOT_BEFORE.as_ref().is_some_and(|r| r.is_match(&before))
        || NOT_AFTER.as_ref().is_some_and(|r| r.is_match(&after))
}

/// The name that begins at `at`, with its post.
fn person(
    text: &str,
    at: usize,
    place: usize,
    titles: &str,
    document: &str,
    sure: f32,
) -> Option<(usize, Quoted<Traveller>)> {
    let rest = text.get(at..)?;
    let mut end = 0;
    let mut count = 0;
    let mut pos = 0;
    // At most eight words: capitals, initials and particles; a comma, a bracket or a plain word ends the name.
    while count < 8 {
        let tail = rest.get(pos..)?;
        let lead = tail.len() - tail.trim_start_matches([' ', '\u{a0}', '\n', '\r', '\t']).len();
        let breaks = tail.get(..lead).unwrap_or_default();
        if breaks.matches('\n').count() > usize::from(titles.len() > 1)
            || (count > 0 && breaks.contains('\t'))
        {
            break;
        }
        let word = tail
            .get(lead..)?
            .split([' ', '\u{a0}', '\n', '\r', '\t', ',', ';', ':', '(', ')', '،'])
            .next()
            .unwrap_or_default();
        let first = word.chars().next();
        let initial = word.chars().count() <= 3 && word.ends_with('.');
        let bare = if initial { word } else { word.trim_end_matches(['.', '"', '»']) };
        let particle = PARTICLES.contains(&fold(bare).trim_matches('\''));
        let capital = first.is_some_and(|c| c.is_uppercase() || (c.is_alphabetic() && !c.is_lowercase()));
        let elided = bare.starts_with("d'")
            || bare.starts_with("al-")
            || bare.starts_with("el-")
            || bare.starts_with("d’");
        if bare.is_empty()
            || !(capital || particle || elided)
            || !bare.chars().any(char::is_alphabetic)
            || bare.chars().any(|c| c.is_numeric())
        {
            break;
        }
        pos += lead + bare.len();
        count += 1;
        if capital || elided {
            end = pos;
        }
        if bare.len() < word.len()
            || rest.get(pos..).is_some_and(|r| r.starts_with([',', ';', ':', '(', ')', '،']))
        {
            break;
        }
    }
    let name = rest.get(..end)?.split_whitespace().collect::<Vec<_>>().join(" ");
    let folded = fold(&name);
    let office = [
        "minist",
        "permanent",
        "president",
        "ambassador",
        "secretary",
        "chair",
        "charge ",
        "director",
        "excellency",
    ];
    if name.chars().count() < 2 || office.iter().any(|o| folded.starts_with(o)) {
        return None;
    }
    let after = rest.get(end..)?;
    let function = post(after);
    let mut gender = told(titles);
    if gender.is_none() {
        gender = function.as_deref().and_then(by_ending);
    }
    let government = function.as_deref().and_then(is_government);
    let words = format!("{}{name}", text.get(place..at).unwrap_or_default())
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let page = 1 + u32::try_from(text.get(..at)?.matches('\u{c}').count()).unwrap_or(0);
    let value = Traveller { name, gender, function, government };
    Some((
        at,
        Quoted { value, confidence: sure, place: Place { document: document.to_owned(), page }, words },
    ))
}

fn told(titles: &str) -> Option<Gender> {
    titles.split(|c: char| !c.is_alphabetic() && c != '-').find_map(|t| {
        if WOMEN.contains(&t) { Some(Gender::F) } else { MEN.contains(&t).then_some(Gender::M) }
    })
}

fn by_ending(function: &str) -> Option<Gender> {
    let first = fold(function.split(' ').next().unwrap_or_default());
    ["conseillere", "directrice", "consejera", "directora", "embajadora", "asesora"]
        .contains(&first.as_str())
        .then_some(Gender::F)
}

/// ", Adviser at the Ministry of the Interior, to participate" → the post.
fn post(after: &str) -> Option<String> {
    let rest = after.strip_prefix([',', '،']).or_else(|| after.strip_prefix(" ("));
    if let Some(rest) = rest {
        let near: String = rest.chars().take(300).collect();
        let near = near.split("\n\n").next().unwrap_or_default();
        // The next item of a list is another person.
        let item = |l: &&str| {
            !l.trim_start().starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '•' | '*'))
        };
        let near: Vec<&str> = near.lines().take_while(item).collect();
        let near = near.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        let stop = STOP.as_ref()?.find(&near).map_or(near.len(), |m| m.start());
        let post = near.get(..stop)?.trim().trim_end_matches(',').to_owned();
        return (post.chars().count() > 2).then_some(post);
    }
    let lines: String = after.lines().take(6).collect::<Vec<_>>().join("\n");
    let hit = FUNCTION.as_ref()?.captures(&lines)?;
    hit.get(1).map(|m| m.as_str().trim().trim_end_matches('.').to_owned()).filter(|p| !p.is_empty())
}

fn is_government(function: &str) -> Option<bool> {
    let folded = fold(function);
    if ELSEWHERE.iter().any(|w| folded.contains(w)) {
        return Some(false);
    }
    GOVERNMENT.iter().any(|w| folded.contains(w)).then_some(true)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used)]
    use super::*;

    #[test]
    fn travellers_are_found_as_the_cases_say() {
        let cases = include_str!("../../tests/cases/travellers/cases.txt");
        let mut wrong = Vec::new();
        for line in cases.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
            let (text, wanted) = line.rsplit_once("=>").expect("an arrow");
            let got: Vec<String> = find(&text.trim().replace("\\n", "\n"), "body")
                .iter()
                .map(|t| {
                    let gender = match t.value.gender {
                        Some(Gender::F) => "f",
                        Some(Gender::M) => "m",
                        None => "-",
                    };
                    let government = t.value.government.map_or("?", |g| if g { "yes" } else { "no" });
                    format!(
                        "{} | {gender} | {} | {government}",
                        t.value.name,
                        t.value.function.as_deref().unwrap_or("-")
                    )
                })
                .collect();
            let got = if got.is_empty() { "none".to_owned() } else { got.join(" & ") };
            if got != wanted.trim() {
                wrong.push(format!("{text}\n  wanted {wanted}\n  got    {got}"));
            }
        }
        assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..proptest::prelude::ProptestConfig::with_cases(150) })]
        #[test]
        fn any_text_is_survived(text in "(\\PC{0,12}|Mr. |Mme |Name: |, |\n|Ana |de |É|> ){0,40}") {
            let _ = find(&text, "body");
        }
    }
}

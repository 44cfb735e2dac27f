//! "fifth session", "2e session", "quinta sesión", "Vth", "第五届": the number of a meeting in its series.

use std::sync::LazyLock;

use crate::reading::words::{Beginnings, Sort, Word};

/// A number of a meeting, and where it stands (bytes).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ordinal {
    pub number: u32,
    pub at: usize,
    pub end: usize,
}

/// Beginnings of the words for a meeting, without diacritics.
const MEETINGS: [&str; 34] = [
    "session",
    "sesion",
    "meeting",
    "reunion",
    "round",
    "ronda",
    "conferenc",
    "consultation",
    "consulta",
    "hearing",
    "audition",
    "audiencia",
    "negotiation",
    "negociation",
    "negociacion",
    "dialog",
    "workshop",
    "atelier",
    "taller",
    "seance",
    "cycle",
    "summit",
    "sommet",
    "cumbre",
    "stocktaking",
    "сесси",
    "заседани",
    "раунд",
    "совещани",
    "конференц",
    "دوره",
    "دورة",
    "جلسة",
    "اجتماع",
];

static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| Beginnings::of(&MEETINGS));

/// Whether a folded word is one for a meeting.
pub(super) fn is_meeting(word: &str) -> bool {
    let bare = word.strip_prefix("ال").unwrap_or(word);
    matches!(
        word,
        "届" | "会"
            | "轮"
            | "tour"
            | "forum"
            | "foro"
            | "مؤتمر"
            | "المؤتمر"
            | "event"
            | "evento"
            | "evenement"
    ) || BEGINNINGS.begin(bare)
}

/// "fifth", "cinquième", "quinta", "пятой", "الخامسة" (folded).
fn word_number(word: &str) -> Option<u32> {
    Some(match word {
        "first" | "premier" | "premiere" | "primer" | "primera" | "primero" | "الاولى" | "الاول" => {
            1
        }
        "second" | "deuxieme" | "seconde" | "segundo" | "segunda" | "الثانية" | "الثاني" => 2,
        "third" | "troisieme" | "tercer" | "tercera" | "tercero" | "الثالثة" | "الثالث" => 3,
        "fourth" | "quatrieme" | "cuarto" | "cuarta" | "الرابعة" | "الرابع" => 4,
        "fifth" | "cinquieme" | "quinto" | "quinta" | "الخامسة" | "الخامس" => 5,
        "sixth" | "sixieme" | "sexto" | "sexta" | "السادسة" | "السادس" => 6,
        "seventh" | "septieme" | "septimo" | "septima" | "السابعة" | "السابع" => 7,
        "eighth" | "huitieme" | "octavo" | "octava" | "الثامنة" | "الثامن" => 8,
        "ninth" | "neuvieme" | "noveno" | "novena" | "التاسعة" | "التاسع" => 9,
        "tenth" | "dixieme" | "decimo" | "decima" | "العاشرة" | "العاشر" => 10,
        "eleventh" | "onzieme" | "undecimo" | "undecima" | "decimoprimera" => 11,
        "twelfth" | "douzieme" | "duodecimo" | "duodecima" | "decimosegunda" => 12,
        "thirteenth" | "treizieme" | "decimotercera" => 13,
        "fourteenth" | "quatorzieme" | "decimocuarta" => 14,
        "fifteenth" | "quinzieme" | "decimoquinta" => 15,
        "sixteenth" | "seizieme" | "decimosexta" => 16,
        "twentieth" | "vingtieme" | "vigesimo" | "vigesima" => 20,
        "thirtieth" | "trentieme" => 30,
        _ => return russian(word),
    })
}

fn russian(word: &str) -> Option<u32> {
    let stems = ["перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"];
    let ending = ["ая", "ои", "ую", "ое", "ого", "ом", "ыи", "ии", "ья", "ью", "ье", "ьеи"];
    stems.iter().zip(1..).find_map(|(stem, number)| {
        word.strip_prefix(stem).filter(|rest| ending.contains(rest)).map(|_| number)
    })
}

fn tens(word: &str) -> Option<u32> {
    Some(match word {
        "twenty" | "vingt" => 20,
        "thirty" | "trente" => 30,
        "forty" | "quarante" => 40,
        "fifty" | "cinquante" => 50,
        "sixty" | "soixante" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// I to XXXIX, in capitals.
fn roman(text: &str) -> Option<u32> {
    let value = |c| match c {
        'i' => Some(1),
        'v' => Some(5),
        'x' => Some(10),
        _ => None,
    };
    let digits: Option<Vec<u32>> = text.chars().map(value).collect();
    let digits = digits.filter(|d| !d.is_empty() && d.len() <= 6)?;
    let mut total = 0_u32;
    for (k, digit) in digits.iter().enumerate() {
        if digits.get(k + 1).is_some_and(|next| next > digit) {
            total = total.checked_add(0)?.wrapping_sub(*digit);
        } else {
            total = total.wrapping_add(*digit);
        }
    }
    (1..=39).contains(&total).then_some(total)
}

/// The ordinal that begins at `k`: its number and how many words it is.
fn ordinal_at(words: &[Word], k: usize) -> Option<(u32, usize)> {
    let word = words.get(k)?;
    let next = words.get(k + 1);
    let tight = next.filter(|w| !w.spaced);
    match word.sort {
        Sort::Number(n @ 1..=999, 1..=3) => {
            let suffix = tight.map(|w| w.folded.as_ref()).unwrap_or_default();
            let sign = tight.is_some_and(|w| matches!(w.sort, Sort::Sign('ª' | 'º' | '°')));
            let dotted = tight.is_some_and(|w| w.is_sign('.'))
                && words
                    .get(k + 2)
                    .is_some_and(|w| matches!(w.sort, Sort::Sign('ª' | 'º')) || w.folded == "a");
            let ends = matches!(
                suffix,
                "st" | "nd"
                    | "rd"
                    | "th"
                    | "e"
                    | "eme"
                    | "ieme"
                    | "re"
                    | "ere"
                    | "er"
                    | "nde"
                    | "a"
                    | "o"
                    | "ra"
                    | "da"
                    | "ta"
                    | "届"
                    | "次"
                    | "轮"
                    | "я"
                    | "и"
                    | "ая"
                    | "ои"
                    | "го"
                    | "ую"
            );
            let hyphen = tight.is_some_and(|w| w.is_sign('-'))
                && words.get(k + 2).is_some_and(|w| {
                    matches!(w.folded.as_ref(), "я" | "и" | "ая" | "ои" | "го" | "ую" | "е" | "м")
                });
            (ends || sign).then_some((n, 2)).or_else(|| (dotted || hyphen).then_some((n, 3)))
        }
        Sort::Letters => {
            if let Some(n) = word_number(&word.folded) {
                return Some((n, 1));
            }
            if let Some(ten) = tens(&word.folded) {
                let at = k + 1 + usize::from(next.is_some_and(|w| w.is_sign('-')));
                let one = words.get(at).and_then(|w| word_number(&w.folded)).filter(|n| *n < 10)?;
                return Some((ten + one, at + 1 - k));
            }
            let stem =
                ["th", "st", "nd", "rd", "eme"].iter().find_map(|end| word.folded.strip_suffix(end))?;
            roman(stem).map(|n| (n, 1))
        }
        Sort::Number(..) | Sort::Sign(_) => None,
    }
}

/// Every number of a meeting: an ordinal with a word for a meeting within reach, or "session 5", "round II".
pub(super) fn find(words: &[Word]) -> Vec<Ordinal> {
    let mut found: Vec<Ordinal> = Vec::new();
    let mut k = 0;
    while let Some(word) = words.get(k) {
        let plain = after_meeting(words, k);
        let Some((number, len)) =
            ordinal_at(words, k).filter(|(_, len)| names_meeting(words, k, *len)).or(plain)
        else {
            k += 1;
            continue;
        };
        let end = words.get(k + len - 1).map_or(word.range.end, |w| w.range.end);
        found.push(Ordinal { number, at: word.range.start, end });
        k += len;
    }
    found
}

/// Whether a word for a meeting follows the ordinal within reach (or, in Arabic, stands just before it), and it
/// is not a session of the General Assembly, which numbers its years.
fn names_meeting(words: &[Word], k: usize, len: usize) -> bool {
    let arabic = words.get(k).is_some_and(|w| w.folded.starts_with("ال"));
    if arabic {
        return words.get(k.saturating_sub(4)..k).is_some_and(|b| b.iter().any(|w| is_meeting(&w.folded)));
    }
    // "届" and "轮" say it themselves.
    if words.get(k + 1).is_some_and(|w| matches!(w.folded.as_ref(), "届" | "轮" | "次")) {
        return true;
    }
    let after = words.get(k + len..).unwrap_or_default();
    let reach = after
        .iter()
        .take(9)
        .take_while(|w| !matches!(w.sort, Sort::Sign(';' | ':' | '.')))
        .position(|w| is_meeting(&w.folded));
    let Some(at) = reach else { return false };
    !after
        .iter()
        .skip(at + 1)
        .take(6)
        .any(|w| matches!(w.folded.as_ref(), "assembly" | "assemblee" | "asamblea"))
}

/// "session 5", "Round No. 2", "session thématique n° 5", "thematic session V".
fn after_meeting(words: &[Word], k: usize) -> Option<(u32, usize)> {
    let word = words.get(k)?;
    let mut back = k;
    while let Some(before) = back.checked_sub(1).and_then(|b| words.get(b)) {
        let small = matches!(
            before.folded.as_ref(),
            "no" | "n" | "number" | "numero" | "thematique" | "tematica" | "thematic"
        ) || matches!(before.sort, Sort::Sign('.' | '°' | 'º' | '#' | '№'));
        if !small {
            break;
        }
        back -= 1;
    }
    let noun = words.get(back.checked_sub(1)?)?;
    if !is_meeting(&noun.folded) || noun.folded.ends_with('s') && !noun.folded.ends_with("sess") {
        return None;
    }
    // Not "session 4-5 September" and not "meeting 10:00".
    let next = words.get(k + 1);
    let number = match word.sort {
        Sort::Number(n @ 1..=99, 1..=2) => n,
        Sort::Letters => return roman(&word.folded).filter(|_| word.folded != "i").map(|n| (n, 1)),
        _ => return None,
    };
    let date = next.is_some_and(|w| {
        matches!(w.sort, Sort::Sign('-' | '/' | '.' | ':'))
            && words.get(k + 2).is_some_and(|w| w.number().is_some())
            || (w.sort == Sort::Letters
                && back == k
                && !matches!(w.folded.as_ref(), "on" | "in" | "to" | "at" | "sur" | "a" | "en" | "sobre"))
    });
    (!date).then_some((number, 1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::reading::words::words;

    #[test]
    fn ordinals_need_a_meeting() {
        let cases: &[(&str, &[u32])] = &[
            ("the fifth informal thematic session", &[5]),
            ("the 5th informal thematic session", &[5]),
            ("the Vth session", &[5]),
            ("la 1re session thématique informelle", &[1]),
            ("la 2e session thématique", &[2]),
            ("la cinquième session", &[5]),
            ("la quinta sesión temática", &[5]),
            ("la 5.ª sesión", &[5]),
            ("the twenty-third round of talks", &[23]),
            ("the fifth and sixth thematic sessions", &[5, 6]),
            ("Session 5 on smuggling", &[5]),
            ("session thématique n° 5", &[5]),
            ("round II", &[2]),
            ("пятая неофициальная тематическая сессия", &[5]),
            ("5-я сессия", &[5]),
            ("الدورة المواضيعية غير الرسمية الخامسة", &[5]),
            ("第五次非正式专题会议", &[5]),
            ("the seventy-first session of the General Assembly", &[]),
            ("First Secretary at the Mission", &[]),
            ("the session 4-5 September 2017", &[]),
        ];
        for (text, wanted) in cases {
            let got: Vec<u32> = find(&words(text)).iter().map(|o| o.number).collect();
            assert_eq!(&got, wanted, "{text}");
        }
    }
}

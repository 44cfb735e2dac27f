//! "fifth session", "2e session", "quinta sesión", "Vth", "第五届": the number of a meeting in its series.

mod behind;
mod lists;
mod stretch;
mod title;

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::ordinals::behind::after_meeting;
pub(in crate::reading) use crate::reading::ordinals::lists::elliptic;
use crate::reading::ordinals::lists::{first_few, listed};
pub(super) use crate::reading::ordinals::stretch::stretch;
pub(crate) use crate::reading::ordinals::title::in_title;
use crate::reading::words::{Sort, Word};

/// A number of a meeting, and where it stands (bytes of the folded text).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ordinal {
    pub number: u32,
    pub at: usize,
    pub end: usize,
}

/// Words, with those in brackets, among which the meeting of a number is sought.
const BRACKETS: usize = 32;
/// Words for a meeting.
pub(super) const MEETINGS: &str = "session* sesion* meeting* reunion* round* ronda* conferenc* consultation* \
    consulta* hearing* audition* audiencia* negotiation* negociation* negociacion* serie series dialog* workshop* atelier* taller* \
    seance* cycle* summit* sommet* cumbre* stocktaking* tour forum foro event evento evenement сесси* заседани* раунд* \
    совещани* конференц* переговор* встреч* форум* جوله* الجوله* جول* الجول* لقاء مفاوض* المفاوض* sessao sessoes reuniao \
    reunioes negociaco* rodada* tagung* sitzung* konferenz* verhandlung* verhandlungsrunde* دوره* الدوره* دورة* الدورة* جلسة* الجلسة* اجتماع* الاجتماع* مؤتمر المؤتمر 届 会 轮 會 屆 輪 谈 談 \
    جولات الجولات دورات الدورات جلسات الجلسات حوار* الحوار* مشاور* المشاور* диалог* слушани* консультаци* форум* симпозиум* семинар* ورشه* الورشه* ندوه* الندوه*";

static MEETING: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of([((), MEETINGS)]));

/// Whether a folded word is one for a meeting.
pub(crate) fn is_meeting(word: &str) -> bool {
    let bare = |word: &'_ str| MEETING.get(word).is_some();
    // "للجولة": particles are written on in Arabic.
    bare(word)
        || word
            .strip_prefix(['ل', 'ب', 'و', 'ف', 'ك'])
            .is_some_and(|w| bare(w) || w.strip_prefix('ل').is_some_and(bare))
}

/// "fifth", "cinquième", "quinta", "пятой", "الخامسة".
static NUMBERS: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
    let lists = [
        (
            1,
            "first opening initial inaugural initiale inaugurale inicial erste* premier premiere primer primera primero primeiro primeira الأولى الأول والأولى للأولى اولي",
        ),
        (2, "second zweite* deuxieme seconde segundo segunda الثانية الثاني والثانية للثانية"),
        (
            3,
            "third dritte* troisieme tercer tercera tercero terceiro terceira الثالثة الثالث والثالثة للثالثة",
        ),
        (4, "fourth vierte* quatrieme cuarto cuarta الرابعة الرابع والرابعة للرابعة"),
        (5, "fifth funfte* cinquieme quinto quinta الخامسة الخامس والخامسة للخامسة"),
        (6, "sixth sechste* sixieme sexto sexta السادسة السادس والسادسة للسادسة"),
        (7, "seventh septieme septimo septima السابعة السابع"),
        (8, "eighth huitieme octavo octava الثامنة الثامن"),
        (9, "ninth neuvieme noveno novena التاسعة التاسع"),
        (10, "tenth dixieme decimo decima العاشرة العاشر"),
        (11, "eleventh onzieme undecimo undecima decimoprimera"),
        (12, "twelfth douzieme duodecimo duodecima decimosegunda"),
        (13, "thirteenth treizieme decimotercera"),
        (14, "fourteenth quatorzieme decimocuarta"),
        (15, "fifteenth quinzieme decimoquinta"),
        (16, "sixteenth seizieme decimosexta"),
        (20, "twentieth vingtieme vigesimo vigesima"),
        (30, "thirtieth trentieme"),
    ];
    let stems = ["перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят"];
    let endings = [
        "ая", "ой", "ую", "ое", "ого", "ом", "ый", "ий", "ья", "ью", "ье", "ьей", "ьем", "ьего", "ьему",
        "ьи", "ьих", "ьими", "ых", "ым", "ыми", "ому", "ей", "ем", "его", "ему", "ее", "ые",
    ];
    let russian: Vec<(u32, String)> = (1..)
        .zip(stems)
        .map(|(n, stem)| (n, endings.map(|ending| format!("{stem}{ending}")).join(" ")))
        .collect();
    Lexicon::of(lists.into_iter().chain(russian.iter().map(|(n, words)| (*n, words.as_str()))))
});

static TENS: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
    Lexicon::of([
        (20, "twenty vingt"),
        (30, "thirty trente"),
        (40, "forty quarante"),
        (50, "fifty cinquante"),
        (60, "sixty soixante"),
        (70, "seventy"),
        (80, "eighty"),
        (90, "ninety"),
    ])
});

/// I to XXXIX (folded).
fn roman(text: &str) -> Option<u32> {
    if text.is_empty() || text.len() > 6 {
        return None;
    }
    let mut total = 0;
    let mut after = 0;
    for byte in text.bytes().rev() {
        let value = match byte {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            _ => return None,
        };
        total += if value < after { -value } else { value };
        after = value;
    }
    u32::try_from(total).ok().filter(|n| (1..=39).contains(n))
}

/// A Chinese numeral that no unit follows ("第一至第三轮").
fn chinese_numeral(word: &str) -> Option<u32> {
    let at = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"].iter().position(|n| *n == word)?;
    u32::try_from(at + 1).ok()
}

/// Whether "第" stands before the number at `k`, or before those that it goes on ("第一、二轮").
fn is_numbered(words: &[Word], k: usize) -> bool {
    let before = words.get(k.saturating_sub(6)..k).unwrap_or_default();
    for word in before.iter().rev() {
        match word.sort {
            Sort::Letters if word.folded == "第" => return true,
            Sort::Number(..) | Sort::Sign('、' | ',' | '-') => {}
            Sort::Letters if matches!(word.folded, "和" | "及" | "至" | "到" | "轮" | "届" | "次" | "与") =>
                {}
            _ => return false,
        }
    }
    false
}

/// The ordinal that begins at `k`: its number and how many words it is.
fn ordinal_at(words: &[Word], k: usize) -> Option<(u32, usize)> {
    let word = words.get(k)?;
    let next = words.get(k + 1);
    let tight = next.filter(|w| !w.spaced);
    match word.sort {
        Sort::Number(n @ 1..=999, 1..=3) => {
            let suffix = tight.map(|w| w.folded).unwrap_or_default();
            let sign = tight.is_some_and(|w| w.is_sign('°'));
            let dotted = tight.is_some_and(|w| w.is_sign('.'))
                && words.get(k + 2).is_some_and(|w| matches!(w.folded, "a" | "o"));
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
            // "第五届" is one; "六轮谈判" counts them.
            let chinese = matches!(suffix, "届" | "次" | "轮" | "屆" | "輪");
            let counted = chinese && !is_numbered(words, k);
            let ends = (ends || chinese) && !counted;
            // "第一、第二轮", not "第12号照会".
            if !ends && is_numbered(words, k) {
                let other =
                    matches!(suffix, "号" | "號" | "条" | "條" | "段" | "页" | "款" | "项" | "次" | "委");
                return (!other && n < 40).then_some((n, 1));
            }
            let hyphen = tight.is_some_and(|w| w.is_sign('-'))
                && words
                    .get(k + 2)
                    .is_some_and(|w| matches!(w.folded, "я" | "и" | "ая" | "ои" | "го" | "ую" | "е" | "м"));
            (ends || sign).then_some((n, 2)).or_else(|| (dotted || hyphen).then_some((n, 3)))
        }
        Sort::Letters => {
            if let Some(n) = NUMBERS.get(word.folded) {
                return Some((n, 1));
            }
            // "首轮谈判"
            if word.folded == "首"
                && tight.is_some_and(|w| matches!(w.folded, "轮" | "届" | "次" | "輪" | "屆"))
            {
                return Some((1, 2));
            }
            if let Some(n) = chinese_numeral(word.folded).filter(|_| is_numbered(words, k)) {
                return Some((n, 1));
            }
            if let Some(ten) = TENS.get(word.folded) {
                let at = k + 1 + usize::from(next.is_some_and(|w| w.is_sign('-')));
                let one = words.get(at).and_then(|w| NUMBERS.get(w.folded)).filter(|n| *n < 10)?;
                return Some((ten + one, at + 1 - k));
            }
            // "V sesión temática".
            let alone = roman(word.folded).filter(|_| {
                let noun = next.is_some_and(|w| is_meeting(w.folded));
                noun && (word.folded.len() > 1 || matches!(word.folded, "v" | "i"))
            });
            if let Some(n) = alone {
                return Some((n, 1));
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
    // No number is one of a meeting where none is named.
    if !words.iter().any(|w| is_meeting(w.folded) || w.folded == "次") {
        return found;
    }
    let mut k = 0;
    let mut named = false; // a meeting, before this word
    while let Some(word) = words.get(k) {
        named |= is_meeting(word.folded);
        if let Some((count, len)) = first_few(words, k) {
            let noun = usize::from(is_meeting(word.folded)); // "الجولات الثلاث الأولى"
            let at = words.get(k + noun).map_or(word.at, |w| w.at);
            let end = words.get(k + len - 1).map_or(word.end, |w| w.end);
            // Each its own mark, so that none swallows the words around another.
            found.extend((1..=count).map(|number| Ordinal { number, at, end }));
            k += len;
            continue;
        }
        if let Some((numbers, len)) = listed(words, k) {
            let at = words.get(k + 1).map_or(word.end, |w| w.at);
            let end = words.get(k + len - 1).map_or(word.end, |w| w.end);
            found.extend(numbers.into_iter().map(|number| Ordinal { number, at, end }));
            k += len;
            continue;
        }
        let plain = after_meeting(words, k).or_else(|| elliptic(words, k).filter(|_| named));
        let Some((number, len)) =
            ordinal_at(words, k).filter(|(_, len)| names_meeting(words, k, *len)).or(plain)
        else {
            k += 1;
            continue;
        };
        let end = words.get(k + len - 1).map_or(word.end, |w| w.end);
        // "rounds one to three", "с первого по третий", "第一至第三轮": those between are meant.
        let from = found.last().filter(|last| last.number + 1 < number && number < last.number + 12);
        let through = from.filter(|last| {
            let start = words.partition_point(|w| w.at < last.end);
            leads_through(words.get(start..k).unwrap_or_default())
        });
        if let Some(last) = through.copied() {
            found.extend((last.number + 1..number).map(|number| Ordinal {
                number,
                at: word.at,
                end: word.at,
            }));
        }
        found.push(Ordinal { number, at: word.at, end });
        k += len;
    }
    found
}

/// Whether the words between two numbers say "to", with at most an article, a noun or a sign beside it.
fn leads_through(between: &[Word]) -> bool {
    let to = |w: &Word| {
        matches!(
            w.folded,
            "to" | "through"
                | "thru"
                | "until"
                | "a"
                | "al"
                | "au"
                | "hasta"
                | "по"
                | "до"
                | "الي"
                | "حتي"
                | "至"
                | "到"
        ) || matches!(w.sort, Sort::Sign('-' | '~' | '～'))
    };
    let small = |w: &Word| {
        is_meeting(w.folded)
            || matches!(w.folded, "the" | "la" | "le" | "el" | "l" | "inclusive" | "第" | "次")
            || matches!(w.sort, Sort::Sign('\''))
    };
    between.len() < 6 && between.iter().any(to) && between.iter().all(|w| to(w) || small(w))
}

/// Whether a word for a meeting follows the ordinal within reach (or, in Arabic, stands just before it), and it
/// is not a session of the General Assembly, which numbers its years.
fn names_meeting(words: &[Word], k: usize, len: usize) -> bool {
    let arabic = words.get(k).is_some_and(|w| w.folded.starts_with("ال") || w.folded.starts_with("وال"));
    if arabic {
        // "السكرتير الأول": a rank is counted.
        let rank = |w: &Word| {
            w.folded.contains("سكرتير") || w.folded.contains("مستشار") || w.folded.contains("نائب")
        };
        if k.checked_sub(1).and_then(|at| words.get(at)).is_some_and(rank) {
            return false;
        }
        return words.get(k.saturating_sub(6)..k).is_some_and(|b| b.iter().any(|w| is_meeting(w.folded)));
    }
    // "届" and "轮" say it themselves.
    if words.get(k + 1).is_some_and(|w| matches!(w.folded, "届" | "轮" | "次")) {
        return true;
    }
    // "las rondas primera a tercera": behind a noun for several.
    let behind = words.get(k.saturating_sub(8)..k).unwrap_or_default();
    let behind = behind
        .rsplit(|w| matches!(w.sort, Sort::Sign(c) if c != ',' && c != '\''))
        .next()
        .unwrap_or_default();
    let noun = behind.iter().rposition(|w| is_meeting(w.folded) && w.folded.ends_with('s'));
    if noun.is_some_and(|at| {
        let rest = behind.get(at + 1..).unwrap_or_default();
        rest.iter().all(|w| {
            leads_through(std::slice::from_ref(w))
                || NUMBERS.get(w.folded).is_some()
                || joins(w)
                || is_meeting(w.folded)
                || matches!(w.folded, "de" | "des" | "of")
        })
    }) {
        return true;
    }
    let mut after = words.get(k + len..).unwrap_or_default();
    // "5ta. sesión"
    if after.first().is_some_and(|w| w.is_sign('.') && !w.spaced) {
        after = after.get(1..).unwrap_or_default();
    }
    // "les cinquième (4-8 juin) et sixième (9-13 juillet) rounds": what stands in brackets is passed over.
    let mut within = false;
    let outside = after.iter().enumerate().take(BRACKETS).filter(|(_, w)| {
        let was = within;
        within = (within || w.is_sign('(')) && !w.is_sign(')');
        !was && !within
    });
    let reach = outside
        .take(9)
        .take_while(|(_, w)| !matches!(w.sort, Sort::Sign(';' | ':' | '.')))
        .find(|(_, w)| is_meeting(w.folded))
        .map(|(at, _)| at);
    let Some(at) = reach else { return false };
    !after.iter().skip(at + 1).take(6).any(|w| matches!(w.folded, "assembly" | "assemblee" | "asamblea"))
}

/// Words that join numbers.
fn joins(word: &Word) -> bool {
    matches!(word.folded, "and" | "et" | "y" | "e" | "и" | "the" | "la" | "le" | "el") || word.is_sign(',')
}

#[cfg(test)]
#[path = "ordinals_tests.rs"]
mod tests;

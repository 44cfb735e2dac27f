//! "all rounds", "the next session", "the six rounds", "the last of the sessions": meetings told by their place in a series.

use std::sync::LazyLock;

use crate::reading::Stretch;
use crate::reading::lexicon::Lexicon;
use crate::reading::ordinals::is_meeting;
use crate::reading::ordinals::lists::COUNTS;
use crate::reading::words::{Sort, Word};

/// What a word beside a meeting says of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    All,
    Next,
    Rest,
    Last,
    /// A stretch of time: "next month" is no next meeting.
    Time,
}

static PLACES: LazyLock<Lexicon<Place>> = LazyLock::new(|| {
    Lexicon::of([
        (
            Place::All,
            "all every each entire toutes tous chaque ensemble todas todos cada totalidad conjunto все всех всем всеми каждом каждого \
             جميع كل كافه بجميع لجميع بكافه 所 全 各 alle allen samtliche",
        ),
        (
            Place::Next,
            "next forthcoming upcoming coming prochain* proxim* venider* следующ* предстоящ* ближаиш* القادم* القادمه قادم* المقبل* مقبل* \
             التالي* 即 下 nachste* kommende*",
        ),
        (Place::Rest, "remaining outstanding restant* остальн* оставш* المتبقي* الباقي* 其 剩 余"),
        (Place::Last, "last final concluding dernier* ultim* последн* заключительн* الاخير* الختامي* 末"),
        (
            Place::Time,
            "day hour hours moment journee jour heures dia jornada hora horas день часть части يوم 天 month months week weeks year years days mois semaine* annee* jours mes meses semana* ano anos dias месяц* недел* год* дн* \
             شهر الشهر اسبوع الاسبوع عام العام سنه السنه ايام الايام 月 周 年",
        ),
    ])
});

/// Small numbers in words, as they count meetings ("six rounds", "шести раундах", "الجولات الست").
fn count(word: &Word) -> Option<u32> {
    match word.sort {
        Sort::Number(n @ 2..=12, 1..=2) => Some(n),
        Sort::Letters => COUNTS.get(word.folded).filter(|n| *n > 1).or(match word.folded {
            "both" | "оба" | "обоих" | "обеих" | "ambas" | "ambos" | "كلتا" | "كلا" => {
                Some(2)
            }
            "الست" | "سته" | "السته" => Some(6),
            "الخمس" | "خمسه" => Some(5),
            "الاربع" | "اربعه" => Some(4),
            "الثلاث" | "ثلاثه" => Some(3),
            _ => None,
        }),
        _ => None,
    }
}

/// Words behind a number of meetings that are listed further on.
const TOLD_BELOW: [&str; 20] = [
    "detallan",
    "indican",
    "siguientes",
    "senalan",
    "mencionan",
    "enumeran",
    "following",
    "below",
    "listed",
    "indicated",
    "named",
    "suivantes",
    "suivants",
    "apres",
    "indiquees",
    "следующих",
    "указанных",
    "перечисленных",
    "التالية",
    "المذكوره",
];

/// The place in a series that words tell, when a word for a meeting stands beside them.
pub(in crate::reading) fn stretch(words: &[Word]) -> Option<Stretch> {
    words.iter().enumerate().filter(|(_, w)| is_meeting(w.folded)).find_map(|(k, _)| beside(words, k))
}

/// The place told beside the meeting at `noun`: up to five words before it and three after it, without a sign between.
fn beside(words: &[Word], noun: usize) -> Option<Stretch> {
    let bound = |w: &&Word| !matches!(w.sort, Sort::Sign(c) if c != '-' && c != '\'');
    let before = words.get(noun.saturating_sub(5)..noun).unwrap_or_default();
    let from = before.iter().rposition(|w| !bound(&w)).map_or(0, |at| at + 1);
    let before = before.get(from..).unwrap_or_default();
    // Only up to the meeting before it.
    let from = before.iter().rposition(|w| is_meeting(w.folded)).map_or(0, |at| at + 1);
    let before = before.get(from..).unwrap_or_default();
    let after = words.get(noun + 1..).unwrap_or_default();
    // "not to the April round after all"
    let after: Vec<&Word> = after.iter().take_while(|w| bound(w) && w.folded != "after").take(3).collect();
    let place = |w: &Word| PLACES.get(w.folded);
    let timed = before.iter().any(|w| place(w) == Some(Place::Time));
    let said = |wanted: Place| {
        !timed && before.iter().any(|w| place(w) == Some(wanted))
            // Behind the noun an adjective stands at once, or behind one other ("la session thématique prochaine").
            || after.iter().position(|w| place(w) == Some(wanted)).is_some_and(|at| {
                at < 3 && !after.iter().take(at).any(|w| place(w) == Some(Place::Time) || w.number().is_some())
            })
    };
    // "六月份那一轮谈判": the number of a month counts no rounds.
    let dated = |k: usize| before.get(k + 1).is_some_and(|w| matches!(w.folded, "月" | "日" | "号" | "年"));
    let numbers = before.iter().enumerate().filter(|(k, w)| place(w).is_none() && !dated(*k));
    let many = numbers.map(|(_, w)| w).find_map(count).or_else(|| {
        after.first().filter(|w| w.sort == Sort::Letters && !w.folded.is_ascii()).and_then(|w| count(w))
    });
    // "two of the forthcoming sessions": which two is told elsewhere, if at all.
    let some = before.windows(2).any(|pair| match pair {
        [number, of] => {
            count(number).is_some() && ["of", "des", "de", "dos", "из", "من"].contains(&of.folded)
        }
        _ => false,
    });
    if some {
        return None;
    }
    let noun = words.get(noun)?.folded;
    let plural = noun.ends_with('s')
        || ["ы", "ов", "ах", "ам", "ами", "ии", "иях", "ات"].iter().any(|end| noun.ends_with(end));
    let chinese = matches!(noun, "轮" | "会" | "届" | "輪" | "會" | "屆");
    // "las dos rondas que se detallan", "cada una de las rondas que se indican": which they are is told below.
    let told_below = after.iter().any(|w| TOLD_BELOW.contains(&w.folded));
    if told_below {
        return None;
    }
    if said(Place::All) && (many.is_none() || plural) {
        return Some(many.map_or(Stretch::All, Stretch::Count));
    }
    if said(Place::Rest) && !chinese {
        return Some(Stretch::Rest);
    }
    if said(Place::Next) {
        return Some(match many {
            Some(n) => Stretch::Next(n),
            None if plural => Stretch::Rest,
            None => Stretch::Next(1),
        });
    }
    if said(Place::Last) {
        return Some(Stretch::Last(many.unwrap_or(1)));
    }
    many.filter(|n| (plural || chinese) && *n > 1).map(Stretch::Count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::words::split;
    use crate::states::fold::Folded;

    #[test]
    fn places_in_a_series() {
        let cases: &[(&str, Option<Stretch>)] = &[
            ("for all rounds of negotiation", Some(Stretch::All)),
            ("the forthcoming six rounds of negotiation", Some(Stretch::Next(6))),
            ("les six cycles de négociations", Some(Stretch::Count(6))),
            ("la próxima ronda", Some(Stretch::Next(1))),
            ("la session thématique prochaine", Some(Stretch::Next(1))),
            ("следующий раунд переговоров", Some(Stretch::Next(1))),
            ("الجولة القادمة من المفاوضات", Some(Stretch::Next(1))),
            ("la última de las sesiones temáticas", Some(Stretch::Last(1))),
            ("les deux dernières sessions", Some(Stretch::Last(2))),
            ("الجلسة المواضيعية الأخيرة", Some(Stretch::Last(1))),
            ("the remaining sessions", Some(Stretch::Rest)),
            ("por cada una de las rondas que se indican", None),
            ("下一轮谈判", Some(Stretch::Next(1))),
            ("the session to be held next month", None),
            ("the session", None),
            ("we cannot follow every day of the round", None),
            ("two of the forthcoming thematic sessions", None),
            ("deux des prochaines sessions", None),
        ];
        for (text, wanted) in cases {
            assert_eq!(stretch(&split(&Folded::new(text))), *wanted, "{text}");
        }
    }
}

//! Days told from the day of writing: "12 and 13 instant", "le mois prochain", "مطلع الشهر القادم", "下月".

use std::sync::LazyLock;

use chrono::{Datelike as _, Days, Months, NaiveDate};

use crate::reading::dates::{Day, Span};
use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};

/// Turns for the running month behind days, and for the coming one.
const THIS: &str = "instant|inst|of this month|this month|current month|courant|du mois courant|de ce mois|ce mois ci|du mois en cours|\
    del presente mes|del mes en curso|del corriente|de este mes|este mes|do corrente|сего месяца|с м|текущего месяца|этого месяца|\
    الجاري|من الشهر الجاري|هذا الشهر|الحالي|本 月|这 个 月";
const NEXT: &str = "proximo|of next month|next month|prox|du mois prochain|le mois prochain|mois prochain|del proximo mes|el proximo mes|\
    proximo mes|del mes proximo|mes que viene|mes entrante|следующего месяца|следующем месяце|будущего месяца|الشهر القادم|الشهر المقبل|\
    الشهر التالي|下 月|下 个 月|下 個 月";

/// Turns for the month of the days before.
const SAME: &str = "of the same month|same month|du meme mois|le meme mois|del mismo mes|mismo mes|do mesmo mes|того же месяца|\
    этого же месяца|من الشهر نفسه|من نفس الشهر|الشهر نفسه|同 月|同 年 同 月";

/// Which month a turn means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Which {
    /// So many months ahead of the running one.
    Ahead(u32),
    /// That of the days before.
    Same,
}

/// A turn: which month it means, and its words.
struct Turn {
    which: Which,
    words: Vec<&'static str>,
}

/// The turns, and by their first words the numbers of them.
static TURNS: LazyLock<(Lexicon<usize>, Vec<Turn>)> = LazyLock::new(|| {
    let turns: Vec<Turn> = [(Which::Ahead(0), THIS), (Which::Ahead(1), NEXT), (Which::Same, SAME)]
        .into_iter()
        .flat_map(|(which, list)| {
            list.split('|').map(move |turn| Turn { which, words: turn.split_whitespace().collect() })
        })
        .collect();
    let firsts = turns.iter().map(|turn| turn.words.first().copied().unwrap_or_default());
    (Lexicon::of(firsts.enumerate()), turns)
});

/// The turn that begins at `k`, of the running month before the coming one: which month it means, and how many words it
/// has.
fn turn(words: &[Word], k: usize) -> Option<(Which, usize)> {
    let first = words.get(k).filter(|w| w.sort == Sort::Letters)?;
    let (firsts, turns) = &*TURNS;
    let length = |turn: &Turn| {
        let mut at = k;
        for wanted in &turn.words {
            while at > k && words.get(at).is_some_and(|w| matches!(w.sort, Sort::Sign('.' | '-' | '\''))) {
                at += 1;
            }
            words.get(at).filter(|w| w.folded == *wanted)?;
            at += 1;
        }
        Some((turn.which, at - k))
    };
    firsts
        .of_word(first.folded)
        .filter_map(|number| length(turns.get(number)?))
        .max_by_key(|(which, len)| (std::cmp::Reverse(*which), *len))
}

/// Adds the days that are told by the running or the coming month, and that month where no days stand before it.
pub(super) fn of_this_month(words: &[Word], near: NaiveDate, spans: &mut Vec<Span>) {
    let mut k = 0;
    while k < words.len() {
        let Some((which, len)) = turn(words, k) else {
            k += 1;
            continue;
        };
        let taken = |at: usize| spans.iter().any(|s| s.range.contains(&at));
        let free = words.get(k).is_some_and(|w| !taken(w.at));
        let month = match which {
            Which::Ahead(months) => near.checked_add_months(Months::new(months)),
            Which::Same => words.get(k).and_then(|w| month_before(spans, w.at, near)),
        };
        if let Some(span) = month.filter(|_| free).and_then(|month| {
            days_before(words, k, month)
                .or_else(|| days_behind(words, k, k + len, month))
                .or_else(|| whole(words, k, len, month).filter(|_| len > 1))
        }) && !taken(span.range.start)
        {
            spans.push(span);
        }
        k += len;
    }
    weekdays(words, near, spans);
    // "мартовский раунд": the month as an adjective, where no other days are named.
    let cyrillic = |w: &&Word| matches!(w.folded.as_bytes().first(), Some(0xd0 | 0xd1));
    for word in words.iter().filter(cyrillic) {
        if !spans.is_empty() {
            break;
        }
        let month = (1..).zip(ADJECTIVES).find(|(_, stem)| word.folded.starts_with(stem)).map(|(n, _)| n);
        let Some(month) = month else { continue };
        let day = |day| Day { year: None, month, day };
        spans.push(Span {
            range: word.at..word.end,
            first: day(1),
            last: day(28),
            whole_month: true,
            other: None,
        });
    }
    spans.sort_by_key(|s| s.range.start);
}

/// The month of the last days before `at`; a year left out is that in which the month comes next.
fn month_before(spans: &[Span], at: usize, near: NaiveDate) -> Option<NaiveDate> {
    let last = spans.iter().filter(|s| s.range.end <= at).max_by_key(|s| s.range.end)?.last;
    let year = last.year.unwrap_or(near.year() + i32::from(last.month < near.month()));
    NaiveDate::from_ymd_opt(year, last.month, 1)
}

/// "Tuesday 20", "el próximo martes 20": the next such day that is one, where no other days are named.
fn weekdays(words: &[Word], near: NaiveDate, spans: &mut Vec<Span>) {
    if !spans.is_empty() {
        return;
    }
    for pair in words.windows(2) {
        let [name, day] = pair else { continue };
        let Some(number @ 1..=31) = day.number() else { continue };
        let of_week = WEEKDAYS.iter().position(|names| names.split(' ').any(|n| n == name.folded));
        let Some(of_week) = of_week else { continue };
        let mut days = (0..AHEAD).filter_map(|ahead| near.checked_add_days(Days::new(ahead)));
        let next = days.find(|d| d.day() == number && d.weekday().num_days_from_monday() as usize == of_week);
        let Some(day_of) = next.and_then(|date| day_of(date, number)) else { continue };
        spans.push(Span {
            range: name.at..day.end,
            first: day_of,
            last: day_of,
            whole_month: false,
            other: None,
        });
        return;
    }
}

/// Days ahead within which "Sunday 23" is looked for: each comes once in a few months.
const AHEAD: u64 = 120;

/// Days of the week from Monday, folded.
const WEEKDAYS: [&str; 7] = [
    "monday lundi lunes понедельник الاثنين",
    "tuesday mardi martes вторник الثلاثاء",
    "wednesday mercredi miercoles среду среда الاربعاء",
    "thursday jeudi jueves четверг الخميس",
    "friday vendredi viernes пятницу пятница الجمعه",
    "saturday samedi sabado субботу суббота السبت",
    "sunday dimanche domingo воскресенье الاحد",
];

/// Stems of Russian months as adjectives, folded.
const ADJECTIVES: [&str; 12] = [
    "январск",
    "февральск",
    "мартовск",
    "апрельск",
    "маиск",
    "июньск",
    "июльск",
    "августовск",
    "сентябрьск",
    "октябрьск",
    "ноябрьск",
    "декабрьск",
];

fn day_of(month: NaiveDate, day: u32) -> Option<Day> {
    let date = NaiveDate::from_ymd_opt(month.year(), month.month(), day)?;
    Some(Day { year: Some(date.year()), month: date.month(), day })
}

/// "12 and 13", "12-13", "٤ إلى ٦" just before word `k`.
fn days_before(words: &[Word], k: usize, month: NaiveDate) -> Option<Span> {
    let small = |w: &Word| {
        matches!(
            w.folded,
            "th" | "st"
                | "nd"
                | "rd"
                | "of"
                | "de"
                | "del"
                | "du"
                | "من"
                | "el"
                | "le"
                | "les"
                | "los"
                | "and"
                | "et"
                | "y"
                | "и"
                | "و"
        ) || matches!(w.folded, "to" | "al" | "a" | "au" | "الي" | "по" | "e" | "до" | "日" | "至" | "和")
            || matches!(w.sort, Sort::Sign('-' | ',' | '،'))
    };
    let mut from = k;
    let mut days: Vec<u32> = Vec::new();
    while let Some(word) = from.checked_sub(1).and_then(|b| words.get(b)) {
        match word.sort {
            Sort::Number(day @ 1..=31, 1..=2) => days.push(day),
            _ if small(word) && k - from < 10 => {}
            _ => break,
        }
        from -= 1;
    }
    let (last, first) = (*days.first()?, *days.last()?);
    let (first, last) = (first.min(last), first.max(last));
    let number = words.get(from..k)?.iter().find(|w| w.number().is_some())?;
    let end = words.get(k).map(|w| w.end)?;
    Some(Span {
        range: number.at..end,
        first: day_of(month, first)?,
        last: day_of(month, last)?,
        whole_month: false,
        other: None,
    })
}

/// "下月12日至13日": the days just behind the turn at `k`, from word `from`.
fn days_behind(words: &[Word], k: usize, from: usize, month: NaiveDate) -> Option<Span> {
    let day = |at: usize| {
        let day = words.get(at)?.number().filter(|d| (1..=31).contains(d))?;
        words.get(at + 1).filter(|w| matches!(w.folded, "日" | "号" | "號")).map(|w| (day, w.end, at + 2))
    };
    // "12至13日", "12日至13日".
    let plain = |at: usize| {
        words.get(at).and_then(Word::number).filter(|d| (1..=31).contains(d)).map(|d| (d, at + 1))
    };
    let to =
        |at: usize| words.get(at).is_some_and(|w| matches!(w.folded, "至" | "到" | "和") || w.is_sign('-'));
    let (first, last, end) = match (day(from), plain(from)) {
        (Some((first, end, next)), _) => match day(next + 1).filter(|_| to(next)) {
            Some((last, end, _)) => (first, last, end),
            None => (first, first, end),
        },
        (None, Some((first, next))) => {
            day(next + 1).filter(|_| to(next)).map(|(last, end, _)| (first, last, end))?
        }
        _ => return None,
    };
    Some(Span {
        range: words.get(k)?.at..end,
        first: day_of(month, first)?,
        last: day_of(month, last)?,
        whole_month: false,
        other: None,
    })
}

/// The month alone.
fn whole(words: &[Word], k: usize, len: usize, month: NaiveDate) -> Option<Span> {
    let first = month.with_day(1)?;
    let last = first.checked_add_months(Months::new(1))?.checked_sub_days(Days::new(1))?;
    Some(Span {
        range: words.get(k)?.at..words.get(k + len - 1)?.end,
        first: day_of(month, 1)?,
        last: day_of(month, last.day())?,
        whole_month: true,
        other: None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::reading::words::split;
    use crate::states::fold::Folded;

    #[test]
    fn days_of_the_running_and_the_coming_month() {
        let near = NaiveDate::from_ymd_opt(2017, 10, 3).unwrap();
        for (text, wanted) in [
            ("on 12 and 13 of this month", "2017-10-12 2017-10-13"),
            ("los días 12 y 13 del presente mes", "2017-10-12 2017-10-13"),
            ("يومي 12 و13 الجاري", "2017-10-12 2017-10-13"),
            ("12-13 сего месяца", "2017-10-12 2017-10-13"),
            ("in Bangkok early next month", "2017-11-01 2017-11-30"),
            ("下月12日至13日", "2017-11-12 2017-11-13"),
            ("مطلع الشهر القادم", "2017-11-01 2017-11-30"),
        ] {
            let folded = Folded::new(text);
            let mut spans = Vec::new();
            of_this_month(&split(&folded), near, &mut spans);
            let days = spans.first().and_then(|s| s.days(near)).unwrap();
            assert_eq!(format!("{} {}", days.0, days.1), wanted, "{text}");
        }
    }

    #[test]
    fn days_of_the_month_before() {
        let near = NaiveDate::from_ymd_opt(2018, 1, 11).unwrap();
        for text in [
            "el 5 de febrero, y la ronda del 20 al 23 del mismo mes",
            "le 5 février et les 20 et 23 du même mois",
        ] {
            let folded = Folded::new(text);
            let words = split(&folded);
            let mut spans = crate::reading::dates::in_words(&words);
            of_this_month(&words, near, &mut spans);
            let days = spans.last().and_then(|s| s.days(near)).unwrap();
            assert_eq!(format!("{} {}", days.0, days.1), "2018-02-20 2018-02-23", "{text}");
        }
    }
}

//! Days written out in Arabic and Russian, whose numbers are inflected: "الخامس عشر من أغسطس عام ألفين وسبعة عشر",
//! "двадцать пятое августа две тысячи семнадцатого года".

use std::sync::LazyLock;

use crate::reading::dates::{Day, Found, month_at};
use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};

/// Numbers by their stems: one to ten, eleven to nineteen in one word, tens.
static NUMBERS: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
    Lexicon::of([
        (1, "перво* первое الاول الحادي واحد الواحد"),
        (2, "второ* الثاني اثنين اثنان اثني اثنا اثنتين"),
        (3, "треть* الثالث ثلاثة ثلاث"),
        (4, "четверто* الرابع اربعة اربع"),
        (5, "пято* الخامس خمسة خمس"),
        (6, "шесто* السادس ستة ست"),
        (7, "седьмо* السابع سبعة سبع"),
        (8, "восьмо* الثامن ثمانية ثمان ثماني"),
        (9, "девято* التاسع تسعة تسع"),
        (10, "десято* العاشر عشرة عشر"),
        (11, "одиннадцат*"),
        (12, "двенадцат*"),
        (13, "тринадцат*"),
        (14, "четырнадцат*"),
        (15, "пятнадцат*"),
        (16, "шестнадцат*"),
        (17, "семнадцат*"),
        (18, "восемнадцат*"),
        (19, "девятнадцат*"),
        (20, "двадцат* العشرين العشرون عشرين عشرون"),
        (30, "тридцат* الثلاثين الثلاثون ثلاثين ثلاثون"),
    ])
});

fn of(word: Option<&Word>) -> Option<u32> {
    let word = word.filter(|w| w.sort == Sort::Letters)?.folded;
    // Arabic writes "and" on to the word.
    NUMBERS.get(word).or_else(|| NUMBERS.get(word.strip_prefix('و')?))
}

/// A number of one or two words at `at`, and where it ends.
fn number(words: &[Word], at: usize) -> Option<(u32, usize)> {
    let first = of(words.get(at))?;
    let next = of(words.get(at + 1));
    Some(match (first, next) {
        // "الخامس عشر", "الخامس والعشرين"
        (1..=9, Some(tens @ (10 | 20 | 30))) => (first + tens, at + 2),
        // "двадцать пятое"
        (20 | 30, Some(ones @ 1..=9)) => (first + ones, at + 2),
        _ => (first, at + 1),
    })
}

/// "ألفين وسبعة عشر", "две тысячи семнадцатого".
fn year(words: &[Word], at: usize) -> Option<(i32, usize)> {
    let folded = |k: usize| words.get(k).map(|w| w.folded);
    let after = match (folded(at)?, folded(at + 1)) {
        ("الفين" | "الفان" | "الفي", _) => at + 1,
        ("две" | "двух", Some("тысячи" | "тысяч")) => at + 2,
        _ => return None,
    };
    let (rest, end) = number(words, after)?;
    Some((i32::try_from(2000 + rest).ok()?, end))
}

/// A day in words, its month, and its year in words or figures.
pub(in crate::reading::dates) fn inflected(words: &[Word], at: usize) -> Option<Found> {
    // "the second week of March" is no day of it.
    let before = at.checked_sub(1).and_then(|k| words.get(k)).map_or("", |w| w.folded);
    if matches!(before, "الاسبوع" | "النصف" | "الثلث" | "الربع" | "الشهر" | "العقد")
    {
        return None;
    }
    let (day, end) = number(words, at)?;
    let skip = |mut at: usize| {
        while words.get(at).is_some_and(|w| {
            matches!(w.folded, "من" | "شهر" | "عام" | "لعام" | "سنة" | "في") || w.is_sign('،')
        }) {
            at += 1;
        }
        at
    };
    let end = skip(end);
    let (month, len) = month_at(words, end)?;
    let end = skip(end + len);
    let printed = words.get(end).and_then(Word::number).filter(|y| (1990..2100).contains(y));
    let (year, end) = match printed.and_then(|y| i32::try_from(y).ok()) {
        Some(year) => (Some(year), end + 1),
        None => year(words, end).map_or((None, end), |(year, end)| (Some(year), end)),
    };
    let day = Day::new(year, month, day)?;
    Some(Found::new(day, day, end))
}

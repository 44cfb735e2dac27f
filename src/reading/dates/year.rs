//! The year behind a day and its month.

use crate::reading::words::{Sort, Word};

/// A year at `at`, and where it ends ("2017", "de 2017", ", 2017", "del año 2017", "2017 г.").
pub(super) fn year_at(words: &[Word], at: usize) -> Option<(i32, usize)> {
    let mut at = at;
    // "B.E. 2560": the Buddhist era.
    let era = words.get(at..at + 4).is_some_and(|w| {
        matches!(w, [b, p, e, q] if b.folded == "b" && p.is_sign('.') && e.folded == "e" && q.is_sign('.'))
    });
    if let Some(Sort::Number(year @ 2443..=2743, 4)) = words.get(at + 4).map(|w| w.sort).filter(|_| era) {
        return i32::try_from(year - 543).ok().map(|y| (y, at + 5));
    }
    let mut steps = 0;
    while let Some(word) = words.get(at) {
        match word.sort {
            Sort::Number(year @ 1900..=2199, 4) => {
                // Not the first part of a reference or an ISO date.
                let glued = words.get(at + 1).is_some_and(|w| !w.spaced && matches!(w.sort, Sort::Sign('/')))
                    && words.get(at + 2).is_some_and(|w| w.number().is_some());
                return (!glued).then(|| i32::try_from(year).ok().map(|y| (y, at + 1))).flatten();
            }
            Sort::Sign(',') | Sort::Sign('،') if steps == 0 => {}
            // "10 de agosto de 2.017"
            Sort::Number(2, 1)
                if words.get(at + 1).is_some_and(|w| w.is_sign('.') && !w.spaced)
                    && words
                        .get(at + 2)
                        .is_some_and(|w| !w.spaced && matches!(w.sort, Sort::Number(_, 3))) =>
            {
                let rest = words.get(at + 2).and_then(Word::number).unwrap_or_default();
                return i32::try_from(2000 + rest).ok().filter(|y| *y < 2200).map(|y| (y, at + 3));
            }
            Sort::Letters
                if matches!(
                    word.folded,
                    "de" | "del"
                        | "ano"
                        | "of"
                        | "l"
                        | "an"
                        | "annee"
                        | "من"
                        | "عام"
                        | "لعام"
                        | "سنه"
                        | "سنة"
                        | "года"
                ) => {}
            // "19 Nov. '18"
            Sort::Sign('\'') => {
                let short = words.get(at + 1).filter(|w| !w.spaced).map(|w| w.sort);
                if let Some(Sort::Number(year @ 0..=99, 2)) = short {
                    return i32::try_from(2000 + year).ok().map(|y| (y, at + 2));
                }
            }
            _ => return None,
        }
        at += 1;
        steps += 1;
        // "le 4 janvier de l'an 2018"
        if steps > 4 {
            return None;
        }
    }
    None
}

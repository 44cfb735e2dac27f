//! A number behind the word for its meeting.

use crate::reading::ordinals::lists::COUNTS;
use crate::reading::ordinals::{is_meeting, names_meeting, ordinal_at, roman};
use crate::reading::words::{Sort, Word};

/// "for round one.", "round one (20-23 February)": "one" behind which no noun stands.
fn stands_alone(words: &[Word], k: usize) -> bool {
    words.get(k + 1).is_none_or(|w| {
        matches!(w.sort, Sort::Sign(_))
            || matches!(w.folded, "in" | "on" | "at" | "from" | "and" | "or" | "to" | "of")
    })
}

/// "session 5", "Round No. 2", "session thématique n° 5", "thematic session V".
pub(super) fn after_meeting(words: &[Word], k: usize) -> Option<(u32, usize)> {
    let word = words.get(k)?;
    let number = match word.sort {
        Sort::Number(n @ 1..=99, 1..=2) => n,
        // "Thematic Session Five".
        Sort::Letters if word.folded.is_ascii() && word.folded.len() > 2 => COUNTS
            .get(word.folded)
            .filter(|n| *n > 1 || stands_alone(words, k))
            .or_else(|| roman(word.folded))?,
        Sort::Letters if word.folded != "i" => roman(word.folded)?,
        _ => return None,
    };
    let mut back = k;
    while let Some(before) = back.checked_sub(1).and_then(|b| words.get(b)) {
        let small = matches!(
            before.folded,
            "no" | "n" | "number" | "numero" | "thematique" | "tematica" | "thematic"
        ) || matches!(before.sort, Sort::Sign('.' | '°' | '#'));
        if !small {
            break;
        }
        back -= 1;
    }
    let noun = words.get(back.checked_sub(1)?)?;
    if !is_meeting(noun.folded) || noun.folded.ends_with('s') && !noun.folded.ends_with("sess") {
        return None;
    }
    if word.sort == Sort::Letters {
        // "It went round three offices": they are counted.
        let counted = words.get(k + 1).is_some_and(|w| {
            w.sort == Sort::Letters && w.folded.len() > 3 && w.folded.ends_with('s') && !is_meeting(w.folded)
        });
        return (!counted).then_some((number, 1));
    }
    // "Reunión 1:  Segunda Ronda de Negociaciones": the number of a line, behind which the meeting stands with its own.
    let line = words.get(k + 1).is_some_and(|w| w.is_sign(':'))
        && ordinal_at(words, k + 2).is_some_and(|(_, len)| names_meeting(words, k + 2, len));
    if line {
        return None;
    }
    // Not "session 4-5 September" and not "meeting 10:00".
    let next = words.get(k + 1);
    let date = next.is_some_and(|w| {
        matches!(w.sort, Sort::Sign('-' | '/' | '.' | ':'))
            && words.get(k + 2).is_some_and(|w| w.number().is_some())
            || (w.sort == Sort::Letters
                && back == k
                && !matches!(w.folded, "on" | "in" | "to" | "at" | "sur" | "a" | "en" | "sobre"))
    });
    (!date).then_some((number, 1))
}

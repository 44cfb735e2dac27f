//! Several numbers at once ("the first two rounds", "rounds 1 and 2"), and one whose meeting was named before.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::ordinals::{NUMBERS, is_meeting, names_meeting, ordinal_at, roman};
use crate::reading::words::{Sort, Word};

/// Small numbers in words.
pub(super) static COUNTS: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
    Lexicon::of([
        (1, "one un une uno una"),
        (2, "two deux dos dois duas двух два две двумя الأوليين الأولتين 两 二"),
        (3, "three trois tres трех три тремя ثلاث 三"),
        (4, "four quatre cuatro quatro четырех четыре اربع 四"),
        (5, "five cinq cinco пяти пять خمس 五"),
        (6, "six seis шести шесть ست 六"),
    ])
});

/// A count at `k`, in words or figures.
fn count_at(words: &[Word], k: usize) -> Option<u32> {
    let word = words.get(k)?;
    match word.sort {
        Sort::Number(n @ 1..=6, 1) => Some(n),
        Sort::Letters => COUNTS.get(word.folded),
        _ => None,
    }
}

/// "the first two rounds", "les deux premières séries", "первых двух раундах", "前两轮": the count, and how many words.
pub(super) fn first_few(words: &[Word], k: usize) -> Option<(u32, usize)> {
    let word = words.get(k)?;
    let first = |w: &Word| {
        NUMBERS.get(w.folded) == Some(1)
            || matches!(
                w.folded,
                "premiers" | "premieres" | "primeros" | "primeras" | "primeiros" | "primeiras" | "первые"
            )
            || matches!(w.folded, "первых" | "первыми" | "первым" | "前" | "头" | "اول")
    };
    let (count, len) = if first(word) {
        (count_at(words, k + 1)?, 2)
    } else if words.get(k + 1).is_some_and(first) {
        (count_at(words, k)?, 2)
    } else if word.folded.starts_with("الجولا")
        || word.folded.starts_with("الدورا")
        || word.folded.starts_with("الجلسا")
        || word.folded.starts_with("الجولت")
        || word.folded.starts_with("الدورت")
        || word.folded.starts_with("الجلست")
    {
        // "الجولات الثلاث الأولى".
        let three = words.get(k + 2).is_some_and(|w| matches!(w.folded, "الاولي" | "الاول"));
        if let Some(count) =
            words.get(k + 1).and_then(|w| w.folded.strip_prefix("ال")).and_then(|w| COUNTS.get(w))
        {
            return three.then_some((count, 3));
        }
        let few = words.get(k + 1).is_some_and(|w| matches!(w.folded, "الاوليين" | "الاوليتين" | "الاولتين"));
        return few.then_some((2, 2));
    } else {
        return None;
    };
    let meant = count > 1 && names_meeting(words, k + 1, len - 1);
    meant.then_some((count, len))
}

/// "rounds 1 and 2", "rounds two and three", "sessions IV to VI": the numbers behind a word for several meetings.
pub(super) fn listed(words: &[Word], k: usize) -> Option<(Vec<u32>, usize)> {
    let noun = words.get(k)?;
    let several = matches!(noun.folded.chars().last(), Some('s' | 'ы' | 'и' | 'х' | 'м'));
    if !several || !is_meeting(noun.folded) {
        return None;
    }
    let mut at = k + 1;
    while words.get(at).is_some_and(|w| {
        matches!(w.folded, "no" | "nos" | "numbers" | "n")
            || matches!(w.sort, Sort::Sign('.' | '°' | '#' | '№'))
    }) {
        at += 1;
    }
    let number = |at: usize| {
        let word = words.get(at)?;
        count_at(words, at).filter(|_| word.sort != Sort::Letters || word.folded.len() > 2).or_else(|| {
            match word.sort {
                Sort::Number(n @ 1..=39, 1..=2) => Some(n),
                Sort::Letters => roman(word.folded),
                _ => None,
            }
        })
    };
    let mut found = vec![number(at)?];
    at += 1;
    loop {
        let joint = words.get(at)?;
        let through = matches!(joint.folded, "to" | "through" | "a" | "по") || joint.is_sign('-');
        let and = matches!(joint.folded, "and" | "et" | "y" | "e" | "и")
            || matches!(joint.sort, Sort::Sign(',' | '&'));
        let Some(next) =
            number(at + 1).filter(|next| (through || and) && found.last().is_some_and(|l| l < next))
        else {
            break;
        };
        match (through, found.last()) {
            (true, Some(last)) => found.extend(last + 1..=next),
            _ => found.push(next),
        }
        at += 2;
        if words.get(at).is_none() {
            break;
        }
    }
    // "sessions 4 and 5 September", "meetings 10:00".
    let next = words.get(at);
    let dated = next.is_some_and(|w| {
        w.sort == Sort::Letters
            && !matches!(
                w.folded,
                "of" | "on" | "in" | "to" | "at" | "de" | "des" | "sur" | "en" | "переговоров" | "and"
            )
            || matches!(w.sort, Sort::Sign(':' | '/' | '-'))
            || w.number().is_some()
    });
    (found.len() > 1 && !dated).then_some((found, at - k))
}

/// "... the fourth session, to attend the fifth one", "y cuál sería el plazo para la segunda?": a number that leaves
/// out the meeting named before.
pub(in crate::reading) fn elliptic(words: &[Word], k: usize) -> Option<(u32, usize)> {
    let article = words.get(k.checked_sub(1)?)?;
    if !matches!(article.folded, "the" | "la" | "le" | "el" | "a" | "en" | "во" | "в" | "на" | "l") {
        return None;
    }
    // "the meeting of the 4th" is a day.
    let day = k
        .checked_sub(2)
        .and_then(|b| words.get(b))
        .is_some_and(|w| matches!(w.folded, "of" | "on" | "from" | "by"));
    let (number, len) = ordinal_at(words, k).filter(|_| !day)?;
    let next = words.get(k + len);
    let ends = next.is_none_or(|w| {
        matches!(w.folded, "one" | "in" | "at" | "on" | "a" | "en" | "and" | "et" | "y")
            || matches!(w.sort, Sort::Sign(',' | '.' | '?' | ';' | ':' | '(' | ')'))
    });
    // "the Second and Third Committees": what follows the second number is what both count.
    let other = next.filter(|w| matches!(w.folded, "and" | "et" | "y")).and_then(|_| {
        let (_, second) = ordinal_at(words, k + len + 1)?;
        words.get(k + len + 1 + second).filter(|w| w.sort == Sort::Letters && !is_meeting(w.folded))
    });
    let counted = other.is_some_and(|w| w.folded.len() > 3 && w.folded.ends_with('s'));
    (ends && !counted).then_some((number, len))
}

//! Days written out: "diez de agosto de dos mil diecisiete", "le vingt et un septembre deux mille dix-sept".

mod inflected;

use std::sync::LazyLock;

pub(super) use crate::reading::dates::spelled::inflected::inflected;
use crate::reading::dates::{Day, Found, month_at};
use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};

static NUMBERS: LazyLock<Lexicon<u32>> = LazyLock::new(|| {
    Lexicon::of([
        (1, "uno un primero premier first primeiro um"),
        (2, "dos deux two dois second segundo deuxieme"),
        (3, "tres trois three third tercero troisieme"),
        (4, "cuatro quatre four fourth quatro quatrieme"),
        (5, "cinco cinq five fifth cinquieme"),
        (6, "seis six sixth sixieme"),
        (7, "siete sept seven seventh sete septieme"),
        (8, "ocho huit eight eighth oito huitieme"),
        (9, "nueve neuf nine ninth nove neuvieme"),
        (10, "diez dix ten tenth dez dixieme"),
        (11, "once onze eleven eleventh onzieme"),
        (12, "doce douze twelve twelfth doze douzieme"),
        (13, "trece treize thirteen thirteenth treze treizieme"),
        (14, "catorce quatorze fourteen fourteenth catorze quatorzieme"),
        (15, "quince quinze fifteen fifteenth quinzieme"),
        (16, "dieciseis seize sixteen sixteenth dezasseis dezesseis seizieme"),
        (17, "diecisiete seventeen seventeenth dezassete dezessete"),
        (18, "dieciocho eighteen eighteenth dezoito"),
        (19, "diecinueve nineteen nineteenth dezanove dezenove"),
        (20, "veinte vingt twenty twentieth vinte vingtieme"),
        (21, "veintiuno veintiun"),
        (22, "veintidos"),
        (23, "veintitres"),
        (24, "veinticuatro"),
        (25, "veinticinco"),
        (26, "veintiseis"),
        (27, "veintisiete"),
        (28, "veintiocho"),
        (29, "veintinueve"),
        (30, "treinta trente thirty thirtieth trinta trentieme"),
    ])
});

/// A number in words at `at`, and where it ends: tens and ones may be joined.
fn number(words: &[Word], at: usize) -> Option<(u32, usize)> {
    let of = |k: usize| words.get(k).filter(|w| w.sort == Sort::Letters).and_then(|w| NUMBERS.get(w.folded));
    let mut value = of(at)?;
    let mut end = at + 1;
    // "thirty-one", "vingt et un", "dix-sept", "treinta y uno".
    let mut next = end;
    while words.get(next).is_some_and(|w| w.is_sign('-') || matches!(w.folded, "et" | "y" | "e" | "and")) {
        next += 1;
    }
    if let Some(ones) = of(next).filter(|ones| *ones < 10 && matches!(value, 10 | 20 | 30)) {
        value += ones;
        end = next + 1;
    }
    Some((value, end))
}

/// "dos mil diecisiete", "deux mille dix-huit", "two thousand and seventeen".
fn year(words: &[Word], at: usize) -> Option<(i32, usize)> {
    let (thousands, end) = number(words, at)?;
    // "twenty seventeen"
    if thousands == 20
        && let Some((rest @ 10..=30, end)) = number(words, end)
    {
        return Some((i32::try_from(2000 + rest).ok()?, end));
    }
    let thousand = words.get(end).is_some_and(|w| matches!(w.folded, "mil" | "mille" | "thousand"));
    if thousands != 2 || !thousand {
        return None;
    }
    let after = end
        + 1
        + usize::from(words.get(end + 1).is_some_and(|w| matches!(w.folded, "and" | "e" | "y" | "et")));
    let (rest, end) = number(words, after).unwrap_or((0, end + 1));
    Some((i32::try_from(2000 + rest).ok()?, end))
}

/// A day in words with its month and year; the day or the year may be in figures, both only as days of a month that are
/// counted.
pub(super) fn spelled(words: &[Word], at: usize) -> Option<Found> {
    let raised = words
        .get(at + 1)
        .is_some_and(|w| matches!(w.folded, "er" | "ero" | "ro" | "th" | "st" | "nd" | "rd"));
    let figures = words.get(at).and_then(Word::number).filter(|d| (1..=31).contains(d));
    let figures = figures.map(|day| (day, at + 1 + usize::from(raised)));
    let (day, mut end) = number(words, at).or(figures)?;
    let skip = |mut at: usize| {
        while words.get(at).is_some_and(|w| {
            matches!(
                w.folded,
                "de" | "del"
                    | "of"
                    | "day"
                    | "dia"
                    | "dias"
                    | "jour"
                    | "jours"
                    | "du"
                    | "mes"
                    | "mois"
                    | "ano"
                    | "l"
                    | "an"
                    | "the"
                    | "year"
            ) || w.is_sign(',')
                || w.is_sign(')')
        }) {
            at += 1;
        }
        at
    };
    let from = end;
    end = skip(end);
    // "a los 10 días del mes de julio de 2017": no plain date, whose day and year are both in figures.
    let counted = words.get(from..end).is_some_and(|between| {
        between.iter().any(|w| matches!(w.folded, "dia" | "dias" | "day" | "jour" | "jours"))
    });
    let (month, len) = month_at(words, end)?;
    end = skip(end + len);
    let printed = words
        .get(end)
        .and_then(Word::number)
        .filter(|y| (1990..2100).contains(y) && (figures.is_none() || counted));
    let (year, end) = match printed {
        Some(year) => (i32::try_from(year).ok()?, end + 1),
        None => year(words, end)?,
    };
    let day = Day::new(Some(year), month, day)?;
    Some(Found::new(day, day, end))
}

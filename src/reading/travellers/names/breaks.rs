//! Whether a name goes on over the end of its line.

use crate::reading::travellers::names::{is_institution, is_office, is_particle};

/// "Ф.И.О. – Асанбекова Нургуль" over "Должность – начальник отдела": whether the line of the word at `at` has a label, as the
/// line of the name at `start` has, with the same sign.
pub(super) fn begins_label(text: &str, start: usize, at: usize) -> bool {
    let own = text.get(..start).and_then(|t| t.rsplit('\n').next()).unwrap_or_default().trim_end();
    let Some(sign) = [":", "–", "—", "-", "="].into_iter().find(|s| own.ends_with(s)) else {
        return false;
    };
    let line = text.get(at..).and_then(|t| t.split('\n').next()).unwrap_or_default();
    line.split_once(sign).is_some_and(|(label, value)| {
        (sign == ":" || label.ends_with(' '))
            && !value.trim().is_empty()
            && label.split_whitespace().count() <= 4
    })
}

/// "... sponsor  Mr. Ebrima" over "Lamin" over "Touray,  senior ...": whether the line that ends at `at` is the one word
/// that a second margin left of the line before, and goes on below.
pub(super) fn is_broken_twice(text: &str, at: usize) -> bool {
    let mut above = text.get(..at).unwrap_or_default().rsplit('\n');
    let (own, before) = (above.next().unwrap_or_default(), above.next().unwrap_or_default());
    let next = text.get(at..).unwrap_or_default().trim_start_matches([' ', '\r']).split('\n').nth(1);
    let next = next.unwrap_or_default();
    let width = |l: &str| l.trim().chars().count();
    !own.trim().is_empty()
        && !own.trim().contains(' ')
        && !own.starts_with(' ')
        && width(before) >= 50
        && width(next) >= 30
}

/// Whether the line that ends at `at` (white space may follow) is as long as lines of prose are: as those around it,
/// or, in a list, so long that a name may break there.
pub(super) fn is_margin(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
    let next = text.get(at..).and_then(|t| t.split('\n').nth(1)).unwrap_or_default();
    let label = next.split_once(':').is_some_and(|(l, _)| l.chars().count() <= 30);
    // Cells of a row stand far apart; what stands far from the mark of an item does not.
    let row = |l: &str| {
        let l = l.trim().trim_start_matches(|c: char| !c.is_alphabetic());
        let l = l
            .split_once([')', '.'])
            .map_or(l, |(mark, rest)| if mark.len() <= 4 { rest.trim_start() } else { l });
        l.contains("  ") || l.contains('\t') || l.contains('|')
    };
    // "    Mme HADIZA OUSMANE" and "    TCHANGARI,": set apart, and only the second line ends with a comma. What stands
    // under the text of an item stands under it: "1) Monsieur Barthélemy" over "   NGAÏKOSSET".
    let indent = |l: &str| {
        let bare = l.trim_start();
        let mark = bare.split_once(' ').filter(|(mark, _)| {
            mark.len() <= 4 && mark.ends_with([')', '.', '-', '•', '*']) && !mark.contains(char::is_uppercase)
        });
        l.len() - mark.map_or(bare, |(_, rest)| rest.trim_start()).len()
    };
    let mut words = next.trim().trim_end_matches(',').split(' ');
    let apart = indent(next) > 2 && indent(next) == indent(line) && next.trim().split(' ').count() <= 3;
    // "Wilfredo Choque" over "Mamani Quispe" over "Jefe de la Unidad": the post begins on the line behind the name.
    let third = text.get(at..).and_then(|t| t.split('\n').nth(2)).unwrap_or_default();
    let post = || indent(third) == indent(next) && third.trim().split(' ').next().is_some_and(is_office);
    // "    Madame Marie Guerda" and "    PIERRE-LOUIS": the family name in capitals on its own line.
    let capitals =
        |w: &str| w.chars().count() > 3 && w.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\''));
    let family = next.trim().split(' ').all(capitals) && !line.trim().split(' ').any(capitals);
    // "la candidature de" over "Madame Fatoumata Bintou" over "COULIBALY, Magistrate, ...": so it is in prose, too.
    let broken = next.trim_start().split_once(',').is_some_and(|(name, _)| {
        name.split(' ').count() <= 2 && name.split(' ').all(|w| capitals(w) && !is_office(w))
    });
    if broken && !line.trim().split(' ').any(capitals) && indent(next) == indent(line) {
        return true;
    }
    // "by Mr Hussain Zahir" over "Manik, Controller General of ...": in the middle of a sentence.
    let surname = next.trim_start().split_once(", ").is_some_and(|(name, post)| {
        let named = |w: &str| w.starts_with(char::is_uppercase) && !is_office(w) && !is_institution(w);
        name.split(' ').count() <= 2 && name.split(' ').all(named) && post.starts_with(char::is_alphabetic)
    });
    let amid = line.trim().split(' ').next().is_some_and(|w| w.starts_with(char::is_lowercase));
    if surname && amid && !line.contains([',', ':']) && indent(next) == indent(line) {
        return true;
    }
    if (next.trim_end().ends_with(',') || family || post())
        && !line.contains(',')
        && apart
        && words.all(|w| {
            (w.starts_with(char::is_uppercase) || is_particle(w)) && !is_office(w) && !is_institution(w)
        })
    {
        return true;
    }
    let width = |l: &str| l.trim().chars().count();
    let around = text.get(..at).unwrap_or_default().rsplit('\n').take(14);
    let below = text.get(at..).unwrap_or_default().split('\n').take(14);
    let longest = around.chain(below).map(width).max().unwrap_or_default().min(100);
    let own = width(line);
    own >= 34
        && own * 5 >= longest * 3
        && !label
        && !row(next)
        && (!row(line) || next.starts_with(char::is_alphabetic))
}

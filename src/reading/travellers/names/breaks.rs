//! Whether a name goes on over the end of its line.

use crate::reading::sentences::BULLETS;
use crate::reading::travellers::names::{is_courtesy, is_institution, is_office, is_particle};
use crate::reading::words::fold;

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

/// Whether a line is a label and its value: "Position: Principal Officer", "Position: | Principal Officer".
pub(super) fn is_label_line(line: &str) -> bool {
    let line = line.split('\n').next().unwrap_or_default();
    line.split_once(':').is_some_and(|(label, value)| {
        label.split_whitespace().count() <= 2
            && (label.split(' ').any(is_office) || value.trim_start().starts_with('|'))
    })
}

/// "... sponsor  Mr. Ebrima" over "Lamin" over "Touray,  senior ...": whether the line that ends at `at` is the one word
/// that a second margin left of the line before, and goes on below.
pub(super) fn is_broken_twice(text: &str, at: usize) -> bool {
    let mut above = text.get(..at).unwrap_or_default().rsplit('\n');
    let (own, before) = (above.next().unwrap_or_default(), above.next().unwrap_or_default());
    let next = text.get(at..).unwrap_or_default().trim_start_matches([' ', '\r']).split('\n').nth(1);
    let next = next.unwrap_or_default();
    !own.trim().is_empty()
        && !own.trim().contains(' ')
        && !own.starts_with(' ')
        && width(before) >= 50
        && width(next) >= 30
}

/// Whether the line that ends at `at` (white space may follow) may end in the middle of a name: it is as long as lines of
/// prose are, or what stands below it can only be the rest of one.
pub(super) fn is_margin(text: &str, at: usize) -> bool {
    let here = Break::at(text, at);
    here.parts_surname() || here.is_amid_sentence() || here.parts_lines_of_name() || here.is_at_margin()
}

/// The end of a line behind words of a name.
struct Break<'t> {
    text: &'t str,
    at: usize,
    line: &'t str,
    next: &'t str,
}

impl<'t> Break<'t> {
    fn at(text: &'t str, at: usize) -> Self {
        let line = text.get(..at).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
        let next = text.get(at..).and_then(|t| t.split('\n').nth(1)).unwrap_or_default();
        Self { text, at, line, next }
    }

    /// Both lines begin below each other.
    fn is_flush(&self) -> bool {
        indent(self.next) == indent(self.line)
    }

    /// "la candidature de" over "Madame Fatoumata Bintou" over "COULIBALY, Magistrate, ...": the family name in capitals
    /// begins the next line.
    fn parts_surname(&self) -> bool {
        let surname = self.next.trim_start().split_once(',').is_some_and(|(name, _)| {
            name.split(' ').count() <= 2 && name.split(' ').all(|w| in_capitals(w) && !is_office(w))
        });
        // Of pages the places of lines are lost: "▪ M. Malloum Bichara" over "DJIMASNGAR,".
        let item = self.line.trim_start().starts_with(BULLETS) && indent(self.next) == 0;
        surname && !self.line.trim().split(' ').any(in_capitals) && (self.is_flush() || item)
    }

    /// "by Mr Hussain Zahir" over "Manik, Controller General of ...": in the middle of a sentence; so is "Nourdine MHADJI" where
    /// the line above ends with "que Mr".
    fn is_amid_sentence(&self) -> bool {
        let surname = self.next.trim_start().split_once(", ").is_some_and(|(name, post)| {
            name.split(' ').count() <= 2
                && name.split(' ').all(is_named)
                && post.starts_with(char::is_alphabetic)
        });
        let above = self.text.get(..self.at).and_then(|t| t.rsplit('\n').nth(1)).unwrap_or_default();
        let titled = above.contains(' ')
            && above
                .trim_end()
                .rsplit(' ')
                .next()
                .is_some_and(|w| is_courtesy(&fold(w.trim_end_matches('.'))));
        let amid =
            titled || self.line.trim().split(' ').next().is_some_and(|w| w.starts_with(char::is_lowercase));
        surname && amid && !self.line.contains([',', ':']) && self.is_flush()
    }

    /// "    Mme HADIZA OUSMANE" over "    TCHANGARI,": set apart, and only the second line ends with a comma; also
    /// "    Madame Marie Guerda" over "    PIERRE-LOUIS", and "Wilfredo Choque" over "Mamani Quispe" over "Jefe de la Unidad".
    fn parts_lines_of_name(&self) -> bool {
        let next = self.next.trim();
        let apart = indent(self.next) > 2 && self.is_flush() && next.split(' ').count() <= 3;
        if !apart || self.line.contains(',') {
            return false;
        }
        let family = || next.split(' ').all(in_capitals) && !self.line.trim().split(' ').any(in_capitals);
        let post = || {
            let third = self.text.get(self.at..).and_then(|t| t.split('\n').nth(2)).unwrap_or_default();
            indent(third) == indent(self.next) && third.trim().split(' ').next().is_some_and(is_office)
        };
        (next.ends_with(',') || family() || post())
            && next.trim_end_matches(',').split(' ').all(|w| is_named(w) || is_particle(w))
    }

    /// The line is as long as those around it; or, in a list, so long that a name may break there.
    fn is_at_margin(&self) -> bool {
        let around = self.text.get(..self.at).unwrap_or_default().rsplit('\n').take(AROUND);
        let below = self.text.get(self.at..).unwrap_or_default().split('\n').take(AROUND);
        let longest = around.chain(below).map(width).max().unwrap_or_default().min(100);
        let own = width(self.line);
        let label = self.next.split_once(':').is_some_and(|(l, _)| l.chars().count() <= 30);
        own >= 34
            && own * 5 >= longest * 3
            && !label
            && !is_row(self.next)
            && (!is_row(self.line) || self.next.starts_with(char::is_alphabetic))
    }
}

/// Lines above and below a break by which its margin is judged.
const AROUND: usize = 14;

fn width(line: &str) -> usize {
    line.trim().chars().count()
}

/// Bytes before the text of a line. What stands under the text of an item stands under it, not under its mark:
/// "1) Monsieur Barthélemy" over "   NGAÏKOSSET".
fn indent(line: &str) -> usize {
    let bare = line.trim_start();
    let mark = bare.split_once(' ').filter(|(mark, _)| {
        mark.len() <= 4
            && (mark.ends_with([')', '.']) || mark.ends_with(BULLETS))
            && !mark.contains(char::is_uppercase)
    });
    line.len() - mark.map_or(bare, |(_, rest)| rest.trim_start()).len()
}

/// Whether cells of a table stand in the line: far apart, which the text of an item may be from its mark.
fn is_row(line: &str) -> bool {
    let bare = line.trim().trim_start_matches(|c: char| !c.is_alphabetic());
    let marked = bare.split_once([')', '.']).filter(|(mark, _)| mark.len() <= 4);
    let bare = marked.map_or(bare, |(_, rest)| rest.trim_start());
    bare.contains("  ") || bare.contains('\t') || bare.contains('|')
}

fn in_capitals(word: &str) -> bool {
    word.chars().count() > 3 && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\''))
}

/// Whether a word may be part of a name.
fn is_named(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !is_office(word) && !is_institution(word)
}

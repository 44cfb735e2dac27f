//! Given names behind the comma of a surname in capitals: "RIVAS POCASANGRE, Liduvina — Viceministra", "LAÍNEZ, Jimena"; and
//! names of this form that begin a line, which need nothing else to be known.

use crate::reading::sentences::BULLETS;
use crate::reading::travellers::candidates::bare::{is_institutional, leads_sentence};
use crate::reading::travellers::candidates::untitled::{is_place, names_place};
use crate::reading::travellers::candidates::{candidate, is_capital};
use crate::reading::travellers::names::{self, Name};
use crate::reading::travellers::{Candidate, MOST, Shape};
use crate::reading::words::fold;
use crate::states::States;

/// What may stand behind the given names; where a word follows at once they are none.
const CLOSES: [char; 10] = [',', ';', '.', '(', '\n', '|', '–', '—', '-', '*'];

/// The whole of a name whose surname is `name`, where given names follow it on its line.
pub(super) fn whole(text: &str, name: &Name, states: &States) -> Option<Name> {
    let shouted = name.text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let words = name.text.split_whitespace().count();
    if !shouted || words > 4 || name.text.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return None;
    }
    let rest = text.get(name.end..)?;
    let behind = rest.strip_prefix(',')?;
    let line = behind.split('\n').next()?;
    let given = names::at(text.get(..name.end + 1 + line.len())?, name.end + 1, false)?;
    let own: Vec<&str> = given.text.split(' ').collect();
    // "de los Ángeles" stands inside given names as well.
    let fits = own.iter().all(|w| {
        names::is_particle(w)
            || w.starts_with(char::is_uppercase)
                && w.contains(char::is_lowercase)
                && !is_place(&fold(w))
                && !is_institutional(&fold(w))
                && !leads_sentence(w)
    });
    let close = text.get(given.end..)?.trim_start_matches([' ', '\u{a0}', '\r']);
    let parted = close.is_empty() || close.starts_with(CLOSES) || text.get(given.end..)?.starts_with("  ");
    // "LAÍNEZ, San Salvador": where he comes from.
    let placed = is_capital(&given.text, states) || !states.mentions(&given.text).is_empty();
    (fits && parted && own.len() <= 4 && !placed).then(|| Name {
        text: format!("{}, {}", name.text, given.text),
        start: name.start,
        end: given.end,
        count: name.count + given.count,
    })
}

/// Bytes of a line at most that a name begins so.
const LINE: usize = 160;

/// Adds those that begin a line, save those that are known already.
pub(super) fn add(text: &str, states: &States, all: &mut Vec<Candidate>) {
    let mut at = 0;
    for line in text.split(['\n', '\u{c}']) {
        let begin = at;
        at += line.len() + 1;
        if all.len() >= 2 * MOST || line.len() > LINE || !line.contains(", ") {
            continue;
        }
        let mark =
            |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\t' | '.' | ')') || BULLETS.contains(&c);
        let start = begin + line.len() - line.trim_start_matches(mark).len();
        let Some(surname) = names::at(text, start, false).filter(|n| n.start == start) else { continue };
        // "NEW YORK, ...", "UN, ...": no surname is so short, or a town's.
        let plain = surname.text.split(' ').any(|w| w.chars().count() > 3) && !names_place(&surname.text);
        let Some(name) = whole(text, &surname, states).filter(|_| plain) else { continue };
        if !all.iter().any(|c| c.start.min(c.name.start) < name.end && name.start < c.name.end) {
            all.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        }
    }
}

//! Given names behind the comma of a surname in capitals: "RIVAS POCASANGRE, Liduvina — Viceministra", "LAÍNEZ, Jimena".

use crate::reading::travellers::candidates::bare::{is_institutional, leads_sentence};
use crate::reading::travellers::candidates::is_capital;
use crate::reading::travellers::candidates::untitled::is_place;
use crate::reading::travellers::names::{self, Name};
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

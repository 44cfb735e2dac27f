//! A rank of the foreign service right before a name, without a title: "la Primera Secretaria Liz Benítez Ayala", "our
//! Second Secretary Kofi Mensah".

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::travellers::candidates::bare::{is_institutional, leads_sentence};
use crate::reading::travellers::candidates::untitled::is_place;
use crate::reading::travellers::candidates::{candidate, is_quoted};
use crate::reading::travellers::{Candidate, MOST, Shape, names};
use crate::reading::words::fold;

/// A rank, and the blank behind it.
static RANKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?i)\b(?:(?:first|second|third) secretary|(?:minister[- ])?couns(?:ell|el)or|attach[ée]e?",
        r"|(?:premi(?:er|[èe]re)|deuxi[èe]me|seconde?|troisi[èe]me) secr[ée]taire|(?:ministre[- ])?conseill(?:er|[èe]re)",
        r"|(?:primera?|segund[oa]|tercera?) secretari[oa]|(?:ministr[oa] )?consejer[oa]|agregad[oa])[ \n]+",
    ))
    .ok()
});

/// Adds them to `all`, save those that are known already.
pub(super) fn add(text: &str, all: &mut Vec<Candidate>) {
    let Some(ranks) = RANKS.as_ref() else { return };
    let mut found = Vec::new();
    for rank in ranks.find_iter(text).take(MOST) {
        let start = rank.end();
        let Some(name) =
            names::at(text, start, true).filter(|n| n.start == start && (2..=5).contains(&n.count))
        else {
            continue;
        };
        let words = || name.text.split([' ', '-']);
        let first = words().next().unwrap_or_default();
        let plain =
            words().filter(|w| w.starts_with(char::is_uppercase) && w.contains(char::is_lowercase)).count()
                >= 2;
        let other = words().map(fold).any(|w| is_place(&w) || is_institutional(&w));
        let taken = all.iter().any(|c| c.start.min(c.name.start) < name.end && start < c.name.end);
        if plain && !other && !taken && !leads_sentence(first) && !is_quoted(text, start) {
            let post =
                text.get(rank.range()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            let one = candidate(rank.start(), name.start..name.end, name.text, Shape::Untitled);
            found.push(Candidate { function: Some(post), post_before: true, ..one });
        }
    }
    all.append(&mut found);
}

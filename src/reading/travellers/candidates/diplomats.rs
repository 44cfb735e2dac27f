//! A rank of the foreign service right before a name, without a title: "la Primera Secretaria Liz Benítez Ayala", "our
//! Second Secretary Kofi Mensah".

use std::ops::Range;
use std::sync::LazyLock;

use crate::reading::document::Document;
use crate::reading::lexicon::Lexicon;
use crate::reading::travellers::candidates::bare::{is_institutional, leads_sentence};
use crate::reading::travellers::candidates::untitled::names_place;
use crate::reading::travellers::candidates::{candidate, is_quoted};
use crate::reading::travellers::{Candidate, MOST, Shape, names};
use crate::reading::words::fold;

/// What a word of a rank needs before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rank {
    /// "first", "deuxième": is a rank with a secretary behind it.
    Ordinal,
    Secretary,
    /// "minister" may stand before a counsellor; alone it is a rank where it begins an item ("Ministro Xavier de la
    /// Torre, ...") and a member of a government elsewhere.
    Minister,
    /// Is a rank by itself.
    Alone,
}

/// Folded words of ranks.
static RANKS: LazyLock<Lexicon<Rank>> = LazyLock::new(|| {
    Lexicon::of([
        (
            Rank::Ordinal,
            "first second third premier premiere deuxieme second seconde troisieme primer primera segundo segunda \
             tercer tercera",
        ),
        (Rank::Secretary, "secretary secretaire secretario secretaria"),
        (Rank::Minister, "minister ministre ministro ministra"),
        (
            Rank::Alone,
            "counsellor counselor conseiller conseillere consejero consejera attache attachee agregado agregada",
        ),
    ])
});

/// Where the ranks of a document stand that a blank follows, as bytes of its text.
fn ranks(document: &Document) -> impl Iterator<Item = Range<usize>> {
    let words = document.words();
    let mut before: Option<(Rank, usize)> = None;
    let mut found = Vec::new();
    for word in words {
        // "minister-counsellor" is one rank.
        if word.is_sign('-') && !word.spaced {
            continue;
        }
        let rank = RANKS.get(word.folded);
        let start = match (rank, before.take()) {
            (Some(Rank::Secretary), Some((Rank::Ordinal, at)))
            | (Some(Rank::Alone), Some((Rank::Minister, at))) => Some(at),
            (Some(Rank::Alone | Rank::Minister), _) => Some(word.at),
            _ => None,
        };
        before = rank.map(|rank| (rank, word.at));
        found.extend(start.map(|start| start..word.end));
    }
    found.into_iter().map(|range| document.folded.span(range, &document.text))
}

/// Adds them to `all`, save those that are known already.
pub(super) fn add(document: &Document, all: &mut Vec<Candidate>) {
    let text = document.text.as_str();
    let mut found = Vec::new();
    for rank in ranks(document).take(MOST) {
        let behind = text.get(rank.end..).unwrap_or_default();
        let office = of_mission(behind);
        let behind = behind.get(office..).unwrap_or_default();
        let blank = office + behind.len() - behind.trim_start_matches([' ', '\n']).len();
        let word = fold(text.get(rank.clone()).unwrap_or_default());
        // "a la Directora de Asuntos Consulares, Ministra Lourdes Ayala": a rank of its foreign service, behind the post.
        let spanish = ["ministro", "ministra"].contains(&word.as_str());
        let behind_post = spanish && text.get(..rank.start).is_some_and(|t| t.trim_end().ends_with(','));
        if RANKS.get(&word) == Some(Rank::Minister) && !begins_item(text, rank.start) && !behind_post {
            continue;
        }
        let start = rank.end + blank;
        let Some(name) = names::at(text, start, true)
            .filter(|n| blank > 0 && n.start == start && (2..=5).contains(&n.count))
        else {
            continue;
        };
        let words = || name.text.split([' ', '-']);
        let first = words().next().unwrap_or_default();
        let plain =
            words().filter(|w| w.starts_with(char::is_uppercase) && w.contains(char::is_lowercase)).count()
                >= 2;
        let other = names_place(&name.text) || words().any(|w| is_institutional(&fold(w)));
        let taken = all.iter().any(|c| c.start.min(c.name.start) < name.end && start < c.name.end);
        if plain && !other && !taken && !leads_sentence(first) && !is_quoted(text, start) {
            let post =
                text.get(rank.clone()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
            let one = candidate(rank.start, name.start..name.end, name.text, Shape::Untitled);
            // Behind a post the rank is only a title.
            let function = (!behind_post).then_some(post);
            found.push(Candidate { post_before: function.is_some(), function, ..one });
        }
    }
    all.append(&mut found);
}

/// Bytes of the office that goes on a rank: "el Segundo Secretario de esta Misión, Biosmel Calderín".
fn of_mission(behind: &str) -> usize {
    let near = behind.get(..behind.floor_char_boundary(60)).unwrap_or_default();
    let Some((office, _)) = near.split_once(',') else { return 0 };
    let words: Vec<String> = office.split_whitespace().map(fold).collect();
    let of = words.first().is_some_and(|w| ["of", "in", "at", "de", "en", "a", "dans"].contains(&w.as_str()));
    let own = words.iter().any(|w| ["mission", "mision", "missao"].contains(&w.as_str()));
    if of && own && words.len() <= 5 { office.len() + 1 } else { 0 }
}

/// Whether nothing but the mark of an item stands before `at` on its line.
fn begins_item(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
    line.chars().filter(|c| c.is_alphabetic()).count() <= 1 && line.len() <= 8
}

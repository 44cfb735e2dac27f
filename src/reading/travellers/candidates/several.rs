//! Several names behind one plural title: "MM. A, directeur, B, chef de division, et C", "los compañeros A y B", "гг. А,
//! советник, и Б".

use std::sync::LazyLock;

use crate::reading::Gender;
use crate::reading::travellers::candidates::bare::{first_of_two, is_institutional, leads_sentence};
use crate::reading::travellers::candidates::untitled::is_place;
use crate::reading::travellers::cues::Found;
use crate::reading::travellers::names::{self, Name};
use crate::reading::travellers::{Candidate, Shape};
use crate::reading::words::fold;

use super::{candidate, past_titles};

/// Titles of more than one person, folded.
const PLURAL: &str = "mm|messrs|messieurs|mesdames|mesdemoiselles|mmes|senores|sres|senoras|sras|senoritas|companeros|companeras|\
    doctores|doctoras|dres|dras|licenciados|licenciadas|ingenieros|ingenieras|embajadores|гг|г-да|господа|господ|\
    господам|господами|السادة|السيدات|السيدين|السيدان|السيدتين|السيدتان|للسادة|للسيدين|للسيدتين";
/// What parts two of them.
const JOINTS: [&str; 10] = [", ", ",\n", " et ", " y ", " e ", " and ", " и ", "\net ", "\ny ", "\nи "];
/// Bytes of a sentence within which they are looked for.
const REACH: usize = 700;
/// Persons behind one title.
const MANY: usize = 8;

static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| PLURAL.split('|').map(fold).collect());

/// Whether a title is one of several persons.
pub(super) fn is_plural(title: &str) -> bool {
    FOLDED.contains(&fold(title.trim_end_matches('.')))
}

/// The others, from where the first one ends.
pub(super) fn others(text: &str, marks: &[Found], from: usize, gender: Option<Gender>) -> Vec<Candidate> {
    let rest = text.get(from..text.floor_char_boundary(from + REACH)).unwrap_or_default();
    let rest = rest.split("\n\n").next().unwrap_or_default();
    let rest = rest.get(..sentence(rest)).unwrap_or(rest);
    let mut joints: Vec<usize> =
        JOINTS.iter().flat_map(|j| rest.match_indices(j).map(|(at, _)| at + j.len())).collect();
    joints.sort_unstable();
    joints.dedup();
    let mut found: Vec<Candidate> = Vec::new();
    let mut end = 0;
    for at in joints {
        if at < end || found.len() >= MANY {
            continue;
        }
        let own = rest.get(at..).unwrap_or_default();
        // "et de B", "y la señora B" have a joint or a title of their own.
        let lead = ["et ", "y ", "e ", "and ", "и ", "de ", "d'", "d’", "a "];
        let lead = lead.iter().find(|l| own.starts_with(**l)).map_or(0, |l| l.len());
        let start = from + at + lead;
        if !text.get(start..).is_some_and(|t| t.starts_with(char::is_uppercase)) {
            continue;
        }
        // "Messrs. A and B and Ms. C": one with a title of her own.
        if past_titles(text, marks, start).2 {
            break;
        }
        let Some(name) = names::at(text, start, true).filter(|n| n.start == start && is_person(text, n))
        else {
            continue;
        };
        let name = first_of_two(text, name);
        end = name.end.saturating_sub(from);
        found.push(Candidate {
            gender,
            ..candidate(name.start, name.start..name.end, name.text, Shape::Titled)
        });
    }
    found
}

/// Where the sentence ends: at a full stop behind a word that is no abbreviation.
fn sentence(rest: &str) -> usize {
    let ends = rest.match_indices(['.', ';', ':']).find(|(at, sign)| {
        let word = rest.get(..*at).unwrap_or_default();
        let word = word.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let apart = rest.get(at + 1..).is_none_or(|t| t.is_empty() || t.starts_with(char::is_whitespace));
        apart && (*sign == ":" || word.chars().count() > 3)
    });
    ends.map_or(rest.len(), |(at, _)| at)
}

/// Two words with capitals at least, none of them of a place or an institution, and behind them a sign or a joint.
fn is_person(text: &str, name: &Name) -> bool {
    let words: Vec<&str> = name.text.split([' ', '-']).collect();
    let capitals =
        words.iter().filter(|w| w.starts_with(char::is_uppercase) && w.chars().count() > 1).count();
    let rest = text.get(name.end..).unwrap_or_default();
    let parted = rest.is_empty()
        || rest.starts_with([',', '(', ';', '.', '\n', '–', '—'])
        || JOINTS.iter().any(|j| rest.starts_with(j));
    capitals >= 2
        && parted
        && !words.first().is_some_and(|w| leads_sentence(w))
        && !words
            .iter()
            .any(|w| is_place(&fold(w)) || is_institutional(&fold(w)) || names::is_place_in_russian(w))
}

//! A name without a title beside a post: before it, behind it, or on the line above.

use crate::reading::travellers::candidates::bare::is_institutional;
use crate::reading::travellers::candidates::untitled::{begins_name, goes_on_post, is_place, names_place};
use crate::reading::travellers::candidates::{candidate, is_quoted};
use crate::reading::travellers::{Candidate, MOST, Shape, names};
use crate::reading::words::fold;

/// Bytes behind a sign that may tell a post.
const POST: usize = 300;
/// Bytes before a sign in which a post may begin.
const BEFORE: usize = 160;

/// "Byron Estuardo Xol, analista de la Dirección": two names or more in capitals, and behind a sign a post.
pub(super) fn before_posts(text: &str, all: &mut Vec<Candidate>) {
    let mut found = Vec::new();
    for (at, sign) in text.match_indices([',', '(', '–', '—']).take(20 * MOST) {
        if found.len() + all.len() >= 2 * MOST {
            break;
        }
        let begin = at + sign.len();
        let post = text.get(begin..text.floor_char_boundary(begin + POST)).unwrap_or_default();
        let post = post.trim_start_matches([' ', '\n', '\r']);
        let post = [
            "the ", "our ", "its ", "le ", "la ", "el ", "notre ", "nuestro ", "nuestra ", "su ", "l'", "l’",
            "a ", "une ", "un ", "una ",
        ]
        .iter()
        .find_map(|a| post.strip_prefix(a))
        .unwrap_or(post);
        if !(begins_post(post) || sign == "(" && tells_bearer(post)) {
            continue;
        }
        let end = text.get(..at).map_or(0, |t| t.trim_end().len());
        let Some(start) = begins_name(text, end).filter(|s| !goes_on_post(text, *s)) else { continue };
        let Some(name) = names::at(text, start, true).filter(|n| n.end == end && (2..=6).contains(&n.count))
        else {
            continue;
        };
        let line = text.get(..start).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
        let shouted = !post.split('\n').next().unwrap_or_default().contains(char::is_lowercase);
        // "El Pueblo, Presidente!": an article and one word are no name.
        let called = name.count == 2
            && ["El", "La", "Los", "Las", "Les", "The"]
                .iter()
                .any(|a| name.text.split(' ').next() == Some(*a));
        // "Office: Maldives Immigration, Male'"
        let last = name.text.rsplit(' ').next().map(fold).unwrap_or_default();
        let place = called || names_place(&name.text) || is_institutional(&last);
        if !shouted && !place && !line.trim_start().starts_with('>') {
            found.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        }
    }
    // A line for the name, the next for the post.
    let mut at = 0;
    for line in text.split(['\n', '\u{c}']).take(2_000) {
        let start = at + line.len() - line.trim_start().len();
        at += line.len() + 1;
        let bare = line.trim();
        if found.len() + all.len() >= 2 * MOST || bare.len() > 160 || !bare.starts_with(char::is_uppercase) {
            continue;
        }
        // "Orestes Valdivia Camejo        Embajador, Director de ...": a wide space parts the two on one line; so does the
        // sign between cells: "Rosario Undurraga | Sra., Directora de ...".
        if let Some((first, rest)) = bare.split_once("   ").or_else(|| bare.split_once(" | "))
            && (begins_post(rest.trim_start()) || tells_bearer(rest.trim_start()))
            && !names_place(first)
            && let Some(name) = names::at(text, start, false)
            && name.end == start + first.len()
            && (2..=6).contains(&name.count)
        {
            found.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
            continue;
        }
        let next = text.get(at..).unwrap_or_default().trim_start();
        let post = next.split('\n').next().unwrap_or_default();
        if !begins_post(post) || !post.contains(char::is_lowercase) {
            continue;
        }
        let placed = names_place(bare) || bare.split(' ').any(|w| matches!(fold(w).as_str(), "of" | "the"));
        // At the end of a mail such lines are its signature.
        let goes_on = next.lines().skip(1).take(40).any(|l| {
            let line = l.trim_end();
            line.chars().filter(|c| c.is_lowercase()).count() > 20 && line.ends_with(['.', '?', '!'])
        });
        if !goes_on {
            continue;
        }
        if placed {
            continue;
        }
        if let Some(name) = names::at(text, start, false)
            && name.end == start + bare.len()
            && (2..=6).contains(&name.count)
        {
            found.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        }
    }
    add_free(found, all);
}

/// "our Acting Director of Labour, Semese Tinilau": behind a post and a sign a name.
pub(super) fn behind_posts(text: &str, all: &mut Vec<Candidate>) {
    const ARTICLES: [&str; 20] = [
        "our ", "the ", "its ", "his ", "her ", "my ", "notre ", "le ", "la ", "l'", "l’", "son ", "sa ",
        "nuestro ", "nuestra ", "el ", "al ", "del ", "su ", "au ",
    ];
    let mut found = Vec::new();
    for (at, sign) in text.match_indices([',', '–', '—']).take(20 * MOST) {
        if found.len() + all.len() >= 2 * MOST {
            break;
        }
        let behind = text.get(at + sign.len()..).unwrap_or_default();
        if !behind.trim_start_matches([' ', '\n']).starts_with(char::is_uppercase)
            || behind.starts_with("\n\n")
        {
            continue;
        }
        let before = text.get(text.floor_char_boundary(at.saturating_sub(BEFORE))..at).unwrap_or_default();
        let clause = before.rsplit(['.', ';', ':', ',', '(', '|', '–', '—']).next().unwrap_or_default();
        if clause.contains("\n\n") || clause.trim().is_empty() {
            continue;
        }
        let titled = clause
            .match_indices([' ', '\n'])
            .map(|(gap, _)| clause.get(gap + 1..).unwrap_or_default())
            .any(|words| ARTICLES.iter().find_map(|a| words.strip_prefix(a)).is_some_and(begins_post));
        if !titled {
            continue;
        }
        let Some(name) = names::at(text, at + sign.len(), true).filter(|n| (2..=5).contains(&n.count)) else {
            continue;
        };
        let rest = text.get(name.end..).unwrap_or_default();
        let ends = rest.is_empty()
            || rest.starts_with(['.', ',', ';', ')', '\n', '–', '—', '?'])
            || rest.strip_prefix(' ').is_some_and(|r| r.starts_with(|c: char| c.is_lowercase() || c == '('));
        let last = name.text.rsplit(' ').next().map(fold).unwrap_or_default();
        if ends && !names_place(&name.text) && !is_institutional(&last) && !is_quoted(text, name.start) {
            found.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        }
    }
    add_free(found, all);
}

/// Adds those of `found` that stand where no other candidate does.
fn add_free(found: Vec<Candidate>, all: &mut Vec<Candidate>) {
    for one in found {
        if !all.iter().any(|c| c.start.min(c.name.start) < one.name.end && one.name.start < c.name.end) {
            all.push(one);
        }
    }
}

/// Whether a post begins here: "Director of ...", "Senior Migration Adviser", "Political Officer".
pub(in crate::reading::travellers) fn begins_post(words: &str) -> bool {
    // "Segunda Secretaria": counted, it is no secretariat.
    if let Some((first, next)) = words.split_once(' ')
        && ["prim", "segund", "tercer", "first", "second", "third", "premi", "deux", "trois"]
            .iter()
            .any(|count| fold(first).starts_with(count))
        && ["secretar", "secretair"].iter().any(|rank| fold(next).starts_with(rank))
    {
        return true;
    }
    for (k, word) in words.split([' ', '\n']).take(3).enumerate() {
        let bare = word.split([',', ')', '-', '.', ';']).next().unwrap_or_default();
        if names::is_office(bare) {
            // "Cyprus Police" is no post.
            let corps = [
                "police",
                "fund",
                "fonds",
                "fondo",
                "national",
                "international",
                "united",
                "states",
                "global",
            ];
            return !names::is_institution(bare) && (k == 0 || !corps.contains(&fold(bare).as_str()));
        }
        // Only words with capitals lead to the one that tells, and no sign parts them.
        if bare.len() < word.len() || !bare.starts_with(char::is_uppercase) || is_place(&fold(bare)) {
            return false;
        }
    }
    false
}

/// "(Ms.)", "(él es el encargado de ...)": whether a bracket says who bears the name before it.
fn tells_bearer(words: &str) -> bool {
    let word = words.split([' ', ')', '.', ',', '\n', '/']).next().unwrap_or_default();
    matches!(
        fold(word).as_str(),
        "ms" | "mr"
            | "mrs"
            | "mme"
            | "sra"
            | "sr"
            | "female"
            | "male"
            | "f"
            | "she"
            | "he"
            | "el"
            | "ella"
            | "elle"
            | "il"
    ) && (word.len() > 1 || words.get(word.len()..).is_some_and(|r| r.starts_with(')')))
}

//! Names without a title: after a turn, in a list under one, beside a post, and those that a short mention recalls.

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::travellers::candidates::{candidate, has_title, inverted, is_quoted, past_titles};
use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::travellers::{Candidate, MOST, Piece, Shape, names, posts};
use crate::reading::words::fold;
use crate::states::States;

/// Names without a title: right after a turn of nomination or replacement, and as items of a list under one.
pub(super) fn under_turns(
    text: &str,
    marks: &[Found],
    pieces: &[Piece],
    states: &States,
    all: &mut Vec<Candidate>,
) {
    let mut add = |at: usize, wraps: bool| {
        let name = names::at(text, at, wraps)?;
        let name = inverted::whole(text, &name, states).unwrap_or(name);
        let rest = text.get(name.end..).unwrap_or_default().trim_start_matches(['*', ' ']);
        let post = posts::after(text, name.end, text.len().min(text.floor_char_boundary(name.end + 200)));
        let parted =
            rest.is_empty() || rest.starts_with([',', '(', '–', '—', '-', ':', ';', '\n', '،', '|', '.']);
        let plain = name.count >= 2 && (parted || post.is_some() || rest.starts_with(char::is_lowercase));
        // Arabic has no capitals: there a post must follow, and no title stand inside.
        let arabic = name.text.starts_with(names::is_arabic);
        let signed = rest.starts_with(['،', ',', '(', '-', '–', '—', '\n']);
        let held = signed && post.is_some_and(|p| p.split(' ').next().is_some_and(names::is_post_in_arabic));
        let plain = plain && (!arabic || held && !has_title(text, marks, name.start, name.end));
        let plain = plain && !name.text.split(' ').any(names::is_place_in_russian);
        (plain && all.len() < 2 * MOST && !is_quoted(text, at)).then(|| {
            all.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        })
    };
    for mark in marks {
        let opens = matches!(
            mark.mark,
            Mark::Cue(
                Cue::Nominating
                    | Cue::Naming
                    | Cue::ReplacedBy
                    | Cue::Replaced
                    | Cue::Alternate
                    | Cue::Own
                    | Cue::Withdrawing
                    | Cue::Attending
                    | Cue::Coming
                    | Cue::Had
                    | Cue::InPlace
                    | Cue::Writer
            )
        );
        let gap = text.get(mark.end..).unwrap_or_default();
        // A heading in capitals ("REQUEST FOR TRAVEL SUPPORT") names nobody.
        let words = text.get(mark.start..mark.end).unwrap_or_default();
        let heading =
            words.len() > 3 && !words.contains(char::is_lowercase) && words.contains(char::is_uppercase);
        if opens && !heading && gap.starts_with([' ', '\n', '\'', '’', ':', ',']) {
            let lead = gap.len() - gap.trim_start_matches([' ', '\n', '\'', '’', ':', ',']).len();
            let words = text.get(mark.end + lead..).unwrap_or_default();
            // "ha comisionado a Édgar": over the preposition.
            let small = [
                "a ", "à ", "to ", "de ", "del ", "al ", "d'", "d’", "que ", "our ", "su ", "es ", "is ",
                "est ",
            ];
            let over = small.iter().find(|s| words.starts_with(**s)).map_or(0, |s| s.len());
            let (lead, words) = (lead + over, words.get(over..).unwrap_or_default());
            if words.starts_with(|c: char| c.is_uppercase() || names::is_arabic(c))
                && !past_titles(text, marks, mark.end + lead).2
            {
                add(mark.end + lead, true);
            }
        }
    }
    for piece in pieces.iter().filter(|p| p.item && p.lead.is_some()) {
        let line = text.get(piece.range.clone()).unwrap_or_default();
        let body = line.trim_start();
        let mark = body.trim_start_matches(|c: char| c.is_numeric() || "-•*–·(.)/ـ \t".contains(c));
        // "أ) ...", "(ب) ...", "а) ..."
        let lettered = mark.chars().next().filter(|c| !c.is_ascii() && c.is_alphabetic());
        let mark = lettered
            .and_then(|c| mark.get(c.len_utf8()..)?.strip_prefix([')', '-', '/', '.']))
            .map_or(mark, |m| m.trim_start_matches([' ', '\t']));
        // "A.", "b)": letters number too.
        let mark = match mark.split_once(['.', ')']) {
            Some((letter, rest)) if letter.len() == 1 && rest.starts_with([' ', '\t']) => rest.trim_start(),
            _ => mark,
        };
        let at = piece.range.start + line.len() - mark.len();
        if mark.starts_with(|c: char| c.is_uppercase() || names::is_arabic(c))
            && !past_titles(text, marks, at).2
        {
            add(at, false);
        }
    }
}

/// Whether the words at `start` go on a post: "Director of\nAliens Control, Directorate of Civil Registry".
pub(super) fn goes_on_post(text: &str, start: usize) -> bool {
    let before = text.get(text.floor_char_boundary(start.saturating_sub(60))..start).unwrap_or_default();
    // "Head, Diaspora Unit, Prime Minister's Office"
    let parted = before.trim_end().strip_suffix(',').and_then(|b| b.rsplit([' ', '\n']).next());
    if parted.is_some_and(names::is_office) {
        return true;
    }
    let mut words = before.split_whitespace().rev();
    let joint = words.next().is_some_and(|w| {
        matches!(
            w,
            "of" | "in"
                | "on"
                | "de"
                | "du"
                | "des"
                | "del"
                | "the"
                | "la"
                | "and"
                | "y"
                | "et"
                | "&"
                | "for"
                | "da"
                | "do"
                | "e"
        )
    });
    joint && words.find(|w| w.chars().count() > 3).is_some_and(names::is_office)
}

/// Where the words with capitals begin that end at `end`: on one line, or over one line break.
pub(super) fn begins_name(text: &str, end: usize) -> Option<usize> {
    let (mut at, mut start, mut breaks) = (end, None, 0);
    for _ in 0..8 {
        let before = text.get(..at)?;
        let rest = before.trim_end_matches([' ', '\u{a0}', '\n', '\r']);
        breaks += before.get(rest.len()..)?.matches('\n').count();
        if breaks > 1 || at < end && rest.len() == at {
            break;
        }
        let from = rest.rfind([' ', '\u{a0}', '\n', '\t', '(', '"', '«', '“', ':', '|', '\u{c}']);
        let from =
            from.map_or(0, |k| k + rest.get(k..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8));
        let word = rest.get(from..)?;
        let initial = word.ends_with('.') && word.chars().count() == 2;
        if word.is_empty() || !initial && word.ends_with(['.', ',', ';', ':', ')']) {
            break;
        }
        let capital = word.trim_start_matches(['\'', '’', '‘']).starts_with(char::is_uppercase);
        if !capital && !names::is_particle(word) || names::is_office(word) {
            break;
        }
        // "A Washington Umpiérrez": a preposition that begins the sentence.
        let leads = matches!(
            word,
            "A" | "De"
                | "Or"
                | "Et"
                | "Y"
                | "For"
                | "With"
                | "From"
                | "To"
                | "Pour"
                | "Para"
                | "Con"
                | "Avec"
        );
        if leads && start.is_some() {
            break;
        }
        if capital {
            start = Some(from);
        }
        at = from;
    }
    start
}

/// "Monsieur Nduwayezu" where "Déo-Guide NDUWAYEZU" stands before: the full name, wherever it was said first.
pub(super) fn antecedents(text: &str, all: &mut Vec<Candidate>) {
    let lone: Vec<(usize, String)> = all
        .iter()
        .filter(|c| c.shape == Shape::Titled && !c.text.contains(' '))
        .map(|c| (c.start, fold(&c.text)))
        .take(8)
        .collect();
    for (before, word) in lone {
        let known = all.iter().any(|c| c.text.contains(' ') && fold(&c.text).split(' ').any(|w| w == word));
        if known || word.chars().count() < 3 {
            continue;
        }
        let head =
            text.get(text.floor_char_boundary(before.saturating_sub(4_000))..before).unwrap_or_default();
        let shift = before - head.len();
        let mut at = 0;
        for token in head.split([' ', '\n', ',', '(', ')', '\u{a0}']) {
            let end = shift + at + token.len();
            at += token.len() + 1;
            if !token.starts_with(char::is_uppercase) || fold(token) != word {
                continue;
            }
            let Some(start) = begins_name(text, end) else { continue };
            // "l'OPC1 Déo-Guide": a rank with a number is no name.
            let name = names::at(text, start, true).filter(|n| n.count >= 2 && n.end >= end);
            let taken = |n: &names::Name| all.iter().any(|c| c.start < n.end && n.start < c.name.end);
            if let Some(name) = name.filter(|n| !taken(n)) {
                all.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
                break;
            }
        }
    }
}

/// Whether a word is of the places and days that notes are full of, and so of no name beside a post.
pub(in crate::reading::travellers) fn is_place(word: &str) -> bool {
    static WORDS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "new york geneva geneve ginebra genebra vienna vienne viena nations naciones nacoes street \
        avenue road floor city addis ababa abeba abeba puerto vallarta mexico nueva headquarters nairobi marrakech bangkok beirut beyrouth santiago monday \
        tuesday wednesday thursday friday lundi mardi mercredi jeudi vendredi lunes martes miercoles \
        jueves viernes compact pacte pacto palais",
        )
    });
    WORDS.has(word)
}

/// Whether a name of several words is that of a place or has one in it. "Santiago" before a surname is a given name.
pub(in crate::reading::travellers) fn names_place(name: &str) -> bool {
    let words: Vec<String> = name.split([' ', '-']).map(fold).collect();
    words.iter().enumerate().any(|(k, w)| is_place(w) && !(k == 0 && w == "santiago" && words.len() > 2))
}

//! What the layout tells of the part of a person: joined names, lines of one kind, headings over lists.

use crate::reading::sentences;
use crate::reading::travellers::parts::eastern;
use crate::reading::travellers::{Candidate, Part, Piece, Shape, forms, piece_at};

/// "Mr. A and Ms. B will attend": what is said of the last is said of all that are joined to it.
pub(in crate::reading::travellers) fn share(text: &str, all: &mut [Candidate], pieces: &[Piece]) {
    for k in (0..all.len().saturating_sub(1)).rev() {
        let Some((next, start, joined)) = all.get(k + 1).map(|n| (n.part, n.start, n.recalled)) else {
            continue;
        };
        let Some(one) = all.get_mut(k) else { continue };
        let end = piece_at(pieces, one.start).map_or(0, |p| p.range.end);
        let between = text.get(one.name.end..start).unwrap_or_default();
        let joint = between.len() < 160
            && (between.trim() == ","
                || between.split_whitespace().any(|w| matches!(w, "and" | "et" | "y" | "e" | "и" | "&"))
                || eastern::joins(between));
        if one.part == Part::Mentioned && next == Part::Nominated && start < end && joint {
            one.part = next;
            one.recalled = joined;
        }
    }
    // "Head: Ms. A" above "Members: Mr. B": lines of one layout, backwards.
    for k in (1..all.len()).rev() {
        let Some((part, start, weak)) = all.get(k).map(|n| (n.part, n.start, n.weak)) else { continue };
        let Some(one) = all.get_mut(k - 1) else { continue };
        let between = text.get(one.name.end..start).unwrap_or_default();
        if one.part == Part::Mentioned
            && part == Part::Nominated
            && one.shape == Shape::Titled
            && between.len() < 300
            && heads_line(text, start)
            && heads_line(text, one.start)
        {
            one.part = part;
            one.weak = weak;
        }
    }
    // The same forward, and for persons who head lines of one layout.
    for k in 1..all.len() {
        let Some(before) = all.get(k - 1).map(|b| (b.part, b.name.end, b.recalled, b.weak, b.start)) else {
            continue;
        };
        let (part, end, recalled, weak, start) = before;
        let Some(one) = all.get_mut(k) else { continue };
        let between = text.get(end..one.start).unwrap_or_default();
        let piece = piece_at(pieces, start).map_or(0, |p| p.range.end);
        let joint = one.start < piece
            && between.len() < 200
            && !between.contains(". ")
            && between.split_whitespace().next_back().is_some_and(|w| {
                matches!(w, "and" | "et" | "y" | "e" | "&" | "de" | "la" | "el") && w.len() < 4
            })
            && between.split_whitespace().rev().take(3).any(|w| matches!(w, "and" | "et" | "y" | "e" | "&"));
        let parallel = between.len() < 500 && heads_line(text, start) && heads_line(text, one.start);
        if one.part == Part::Mentioned
            && part == Part::Nominated
            && one.shape == Shape::Titled
            && (joint || parallel || one.start < piece && eastern::joins(between))
        {
            one.part = part;
            one.recalled = recalled;
            one.weak = weak;
        }
    }
}

/// Under headings of a list ("A. At Government expense", "B. To be sponsored") those whom the fund is not to pay.
pub(in crate::reading::travellers) fn headings(text: &str, all: &mut [Candidate]) {
    let mut told: Vec<(usize, bool)> = Vec::new();
    for (k, one) in all.iter().enumerate() {
        if !matches!(one.part, Part::Nominated | Part::Mentioned | Part::Own) || !heads_line(text, one.start)
        {
            continue;
        }
        let above =
            text.get(text.floor_char_boundary(one.start.saturating_sub(600))..one.start).unwrap_or_default();
        let shift = one.start - above.len();
        // Where the line of the person begins.
        let mut end = shift + above.rfind('\n').map_or(0, |at| at + 1);
        // The nearest line above without a person, beginning with a letter or number, or closed by a colon.
        for line in above.split('\n').rev().skip(1) {
            let start = (end - line.len()).saturating_sub(1).max(shift);
            let person = all.iter().any(|c| c.name.start >= start && c.name.start < end);
            end = start;
            let bare = line.trim();
            let numbered = sentences::is_item(bare) || bare.ends_with(':');
            if person || bare.is_empty() || !numbered || bare.chars().count() > 120 {
                continue;
            }
            if let Some(pays) = forms::fund_pays(bare) {
                told.push((k, pays));
            }
            break;
        }
    }
    if told.iter().any(|(_, pays)| *pays) && told.iter().any(|(_, pays)| !*pays) {
        for (k, pays) in told {
            if let Some(one) = all.get_mut(k) {
                one.part = if pays { Part::Nominated } else { Part::Own };
                one.weak = false;
            }
        }
    }
}

/// Whether a person stands at the beginning of a line, perhaps behind the mark of an item.
fn heads_line(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|t| t.rsplit(['\n', '\u{c}']).next()).unwrap_or_default();
    let bare = line.trim().trim_end_matches(['.', ')']);
    bare.chars().count() <= 2
        || !line.contains(char::is_alphabetic) && line.chars().count() < 40
        // "Barr. (Mrs.) Ngozi": titles before the one that leads the name.
        || line.split_whitespace().count() <= 2
            && line.split_whitespace().all(|w| w.chars().count() <= 7 && w.ends_with(['.', ')', '(']))
        || line.trim_end().ends_with(':') && line.chars().count() < 32
}

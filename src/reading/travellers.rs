//! The persons who travel: who is named, which part each plays in the note, and what the words around tell.
//!
//! ```text
//! marks (titles, turns, pronouns) -> candidates by shape -> the part of each -> one person per name -> those the
//! kind of message is about
//! ```
//! A turn governs the names that follow it in its sentence ("instead of", "please contact"), some look back
//! ("will be replaced by"); the items of a list stand under the sentence that leads it in. Confidence says what
//! the evidence is: a title under a turn of nomination is sure, a bare title elsewhere is looked at by a person.

mod cues;
mod forms;
mod names;
mod posts;

use std::ops::Range;

use crate::reading::document::Document;
use crate::reading::phrases::Sense;
use crate::reading::sentences;
use crate::reading::words::fold;
use crate::reading::{Gender, Kind, Quoted, Traveller};
use cues::{Cue, Found, Mark};

/// Persons looked at in one document; a note names few, and what names more is no note.
const MOST: usize = 120;

/// The part a person plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Named without a turn that says why.
    Mentioned,
    /// Speaks, signs, is addressed or to be contacted.
    Other,
    Alternate,
    Nominated,
    /// Pays for himself, or accompanies.
    Own,
    /// Comes in place of another.
    Successor,
    /// Goes: replaced, unable or withdrawn.
    Gone,
}

/// How a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Titled,
    Labelled,
    Untitled,
}

struct Candidate {
    /// Bytes from the title, and of the name.
    start: usize,
    name: Range<usize>,
    text: String,
    gender: Option<Gender>,
    function: Option<String>,
    shape: Shape,
    part: Part,
    /// Said as a recollection of an earlier note.
    recalled: bool,
}

/// A sentence, with the one that leads its list in.
struct Piece {
    range: Range<usize>,
    lead: Option<usize>,
    item: bool,
}

/// The travellers that the document names, in its order, as far as a message of this kind is about them.
pub(super) fn find(document: &Document, kind: Kind) -> Vec<Quoted<Traveller>> {
    if !matches!(kind, Kind::Request | Kind::Amendment | Kind::Withdrawal | Kind::Attendance) {
        return Vec::new();
    }
    let text = document.text.as_str();
    let marks = cues::find(&document.folded);
    let pieces = pieces(text);
    let mut all = candidates(text, &marks, &pieces);
    let turns: Vec<Found> = marks.iter().filter(|m| matches!(m.mark, Mark::Cue(_))).copied().collect();
    let turns = longest(turns);
    let foot = foot(document, &turns);
    let starts: Vec<usize> = all.iter().map(|c| c.start).collect();
    let mut before = Part::Mentioned;
    for (k, one) in all.iter_mut().enumerate() {
        let next = starts.get(k + 1).copied();
        let (part, recalled) = part(text, one, next, &turns, &pieces, before);
        let signs = foot.as_ref().is_some_and(|f| f.contains(&one.start)) && one.shape == Shape::Titled;
        one.part = if signs && part == Part::Mentioned { Part::Other } else { part };
        one.recalled = recalled;
        before = one.part;
        attributes(text, one, next, &marks, &pieces, &turns);
    }
    share(text, &mut all, &pieces);
    choose(together(all), kind).into_iter().map(|(one, sure)| quoted(document, one, sure)).collect()
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut at = 0;
    for page in text.split('\u{c}') {
        let mut lead = None;
        for range in sentences::ranges(page) {
            let sentence = page.get(range.clone()).unwrap_or_default();
            let item = sentences::is_item(sentence.trim_start_matches('\n'));
            let leads = sentence.trim_end().ends_with([':', '：']);
            let labelled = sentence.trim_start().split_once(':').is_some_and(|(l, _)| l.len() < 40);
            let own = (!leads && (item || labelled)).then_some(lead).flatten();
            if leads {
                lead = Some(found.len());
            } else if !item && !labelled {
                lead = None;
            }
            found.push(Piece { range: at + range.start..at + range.end, lead: own, item });
        }
        at += page.len() + 1;
    }
    found
}

fn piece_at(pieces: &[Piece], at: usize) -> Option<&Piece> {
    let k = pieces.partition_point(|p| p.range.end <= at);
    pieces.get(k).filter(|p| p.range.start <= at)
}

/// Of marks that overlap, the longest.
fn longest(found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for one in found {
        match kept.last_mut() {
            Some(last) if one.start < last.end => {
                if one.end - one.start > last.end - last.start {
                    *last = one;
                }
            }
            _ => kept.push(one),
        }
    }
    kept
}

/// From the closing courtesy to the end of its page, or to a heading that nominates (an annex).
fn foot(document: &Document, turns: &[Found]) -> Option<Range<usize>> {
    let close = [Sense::Closing, Sense::LetterClose];
    let last = document.hits.iter().rev().find(|h| close.contains(&h.sense));
    let start = last.map(|h| document.folded.origin(h.end))?;
    let rest = document.text.get(start..)?;
    let page = rest.find('\u{c}').map_or(document.text.len(), |at| start + at);
    let annex = turns
        .iter()
        .find(|t| t.start > start && matches!(t.mark, Mark::Cue(Cue::Nominating | Cue::Naming)))
        .map_or(page, |t| t.start);
    Some(start..page.min(annex))
}

/// Past titles and their points: where the name begins, the title's gender, and whether there was one.
fn past_titles(text: &str, marks: &[Found], at: usize) -> (usize, Option<Gender>, bool) {
    let (mut at, mut gender, mut any) = (at, None, false);
    for _ in 0..5 {
        let rest = text.get(at..).unwrap_or_default();
        let open =
            at + rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\n', '\r', '\t', '*', '.', '(']).len();
        let from = marks.partition_point(|m| m.start < open);
        let here = marks.iter().skip(from).take_while(|m| m.start == open);
        let title = here.filter(|m| is_title(text, m)).max_by_key(|m| m.end);
        let Some(title) = title else { break };
        if let Mark::Title(told) = title.mark {
            gender = gender.or(told);
        }
        any = true;
        at = title.end + usize::from(text.get(title.end..).is_some_and(|t| t.starts_with('.')));
    }
    (at, gender, any)
}

/// Whether the mark is written as a title: with a capital, save whole words and forms that are not ("la señora").
fn is_title(text: &str, found: &Found) -> bool {
    if !matches!(found.mark, Mark::Title(_)) {
        return false;
    }
    let word = text.get(found.start..found.end).unwrap_or_default();
    let lower = word.starts_with(char::is_lowercase);
    match fold(word).as_str() {
        "he" | "se" | "mm" => word.chars().all(char::is_uppercase),
        "m" | "don" | "dona" | "major" | "gen" | "col" | "maj" | "eng" | "ing" | "hon" | "brig" | "rev"
        | "lic" | "sir" | "capt" | "lt" | "amb" | "captain" | "colonel" | "ambassador" | "ambassadeur" => {
            !lower
        }
        _ => true,
    }
}

fn candidates(text: &str, marks: &[Found], pieces: &[Piece]) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::new();
    let skip = |at: usize| past_titles(text, marks, at).0;
    for entry in forms::find(text, &skip).into_iter().take(MOST) {
        let gender = entry.gender.or_else(|| {
            let from = text.get(..entry.start)?.rfind(['\n', ':', '|', '\u{c}']).map_or(0, |at| at + 1);
            past_titles(text, marks, from).1
        });
        all.push(Candidate {
            gender,
            function: entry.function,
            ..candidate(entry.start, entry.start..entry.end, entry.name, Shape::Labelled)
        });
    }
    let mut end = 0;
    for mark in marks.iter().filter(|m| matches!(m.mark, Mark::Title(_))) {
        if mark.start < end || all.len() >= MOST || !is_title(text, mark) || is_quoted(text, mark.start) {
            continue;
        }
        let (at, gender, _) = past_titles(text, marks, mark.start);
        // "Sex: M" at the end of a line leads no name.
        let valued = text.get(..mark.start).is_some_and(|t| t.trim_end_matches([' ', '\t']).ends_with(':'));
        if let Some(name) = names::at(text, at, !valued) {
            if valued && text.get(mark.start..name.start).is_some_and(|t| t.contains('\n')) {
                continue;
            }
            end = name.end;
            all.push(Candidate {
                gender,
                ..candidate(mark.start, name.start..name.end, name.text, Shape::Titled)
            });
        }
    }
    for (word, gender) in [("先生", Gender::M), ("女士", Gender::F), ("小姐", Gender::F), ("阁下", Gender::M)]
    {
        for (at, _) in text.match_indices(word).take(MOST) {
            let from = text.get(..at).and_then(|t| t.char_indices().rev().nth(48)).map_or(0, |(k, _)| k);
            let last = ["先生", "女士", "小姐"]
                .iter()
                .filter_map(|w| Some(from + text.get(from..at)?.rfind(w)? + w.len()))
                .max();
            if let Some((name, post)) = names::chinese(text, last.unwrap_or(from), at) {
                let one = candidate(name.start, name.start..at + word.len(), name.text, Shape::Titled);
                all.push(Candidate { gender: Some(gender), function: post, ..one });
            }
        }
    }
    untitled(text, marks, pieces, &mut all);
    all.sort_by_key(|c| (c.name.start, c.shape != Shape::Labelled));
    let mut kept: Vec<Candidate> = Vec::with_capacity(all.len());
    for one in all {
        match kept.last_mut() {
            Some(last) if one.name.start < last.name.end => last.gender = last.gender.or(one.gender),
            _ => kept.push(one),
        }
    }
    kept.truncate(MOST);
    kept
}

fn candidate(start: usize, name: Range<usize>, text: String, shape: Shape) -> Candidate {
    let (gender, function) = (None, None);
    Candidate { start, name, text, gender, function, shape, part: Part::Mentioned, recalled: false }
}

fn is_quoted(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
    line.trim_start().starts_with('>')
}

/// Names without a title: right after a turn of nomination or replacement, and as items of a list under one.
fn untitled(text: &str, marks: &[Found], pieces: &[Piece], all: &mut Vec<Candidate>) {
    let mut add = |at: usize, wraps: bool| {
        let name = names::at(text, at, wraps)?;
        let rest = text.get(name.end..).unwrap_or_default().trim_start_matches(['*', ' ']);
        let post = posts::after(text, name.end, text.len().min(floor(text, name.end + 200)));
        let parted =
            rest.is_empty() || rest.starts_with([',', '(', '–', '—', '-', ':', ';', '\n', '،', '|', '.']);
        let plain = name.count >= 2 && (parted || post.is_some() || rest.starts_with(char::is_lowercase));
        (plain && all.len() < 2 * MOST && !is_quoted(text, at)).then(|| {
            all.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        })
    };
    for mark in marks {
        let opens = matches!(
            mark.mark,
            Mark::Cue(
                Cue::Nominating | Cue::Naming | Cue::ReplacedBy | Cue::Replaced | Cue::Alternate | Cue::Own
            )
        );
        let gap = text.get(mark.end..).unwrap_or_default();
        if opens && gap.starts_with([' ', '\n', '\'', '’', ':', ',']) {
            let lead = gap.len() - gap.trim_start_matches([' ', '\n', '\'', '’', ':', ',']).len();
            let words = text.get(mark.end + lead..).unwrap_or_default();
            if words.starts_with(char::is_uppercase) && !past_titles(text, marks, mark.end + lead).2 {
                add(mark.end + lead, true);
            }
        }
    }
    for piece in pieces.iter().filter(|p| p.item && p.lead.is_some()) {
        let line = text.get(piece.range.clone()).unwrap_or_default();
        let body = line.trim_start();
        let mark = body.trim_start_matches(|c: char| c.is_ascii_digit() || "-•*–·(.) \t".contains(c));
        let at = piece.range.start + line.len() - mark.len();
        if mark.starts_with(char::is_uppercase) && !past_titles(text, marks, at).2 {
            add(at, false);
        }
    }
}

/// The part of one person: the turn that governs it, unless one after it looks back.
fn part(
    text: &str,
    one: &Candidate,
    next: Option<usize>,
    turns: &[Found],
    pieces: &[Piece],
    before: Part,
) -> (Part, bool) {
    let Some(piece) = piece_at(pieces, one.start) else { return (Part::Mentioned, false) };
    let lead = piece.lead.and_then(|l| pieces.get(l));
    let mut state = Part::Mentioned;
    let mut since = 0;
    let (mut recalled, mut conditional) = (false, false);
    let spans =
        lead.map(|l| l.range.clone()).into_iter().chain(std::iter::once(piece.range.start..one.start));
    for span in spans {
        let from = turns.partition_point(|t| t.start < span.start);
        for turn in turns.iter().skip(from).take_while(|t| t.start < span.end) {
            let Mark::Cue(cue) = turn.mark else { continue };
            // "Ms. A (alternate)" speaks of A alone.
            let aside = text.get(..turn.start).is_some_and(|t| t.ends_with('('));
            let near = turn.start.saturating_sub(since) < 50;
            state = match cue {
                Cue::Nominating => Part::Nominated,
                Cue::Naming if near && !matches!(state, Part::Mentioned | Part::Successor) => state,
                Cue::Naming => {
                    if state == Part::Successor {
                        state
                    } else {
                        Part::Nominated
                    }
                }
                Cue::Attending if state == Part::Mentioned => Part::Nominated,
                Cue::ReplacedBy => Part::Successor,
                Cue::Replaced | Cue::Withdrawing => Part::Gone,
                Cue::Alternate if !aside => Part::Alternate,
                Cue::Own if !aside => Part::Own,
                Cue::Other => Part::Other,
                Cue::Recalling => {
                    recalled = true;
                    state
                }
                Cue::Now => {
                    recalled = false;
                    if state == Part::Other { Part::Mentioned } else { state }
                }
                Cue::Conditional => {
                    conditional = true;
                    state
                }
                _ => state,
            };
            since = turn.end;
        }
    }
    if state == Part::Other && one.start.saturating_sub(since) > 160 {
        state = Part::Mentioned;
    }
    // "to replace Mr. A by Ms. B"
    let lead_in = fold(text.get(floor(text, one.start.saturating_sub(12))..one.start).unwrap_or_default());
    let lead_in = lead_in.trim_end().trim_end_matches([' ', ',']);
    if before == Part::Gone
        && state == Part::Gone
        && [" by", " with", " par", " por", " avec", " con", " на"].iter().any(|w| lead_in.ends_with(w))
    {
        state = Part::Successor;
    }
    if conditional {
        return (Part::Alternate, recalled);
    }
    let tail = tail_end(piece, one, next)..piece.range.end;
    let last = next.is_none_or(|n| n >= piece.range.end);
    let stop = if last { piece.range.end } else { next.unwrap_or(tail.end) };
    let from = turns.partition_point(|t| t.start < one.name.end);
    for turn in turns.iter().skip(from).take_while(|t| t.start < stop) {
        let Mark::Cue(cue) = turn.mark else { continue };
        let aside = text.get(..turn.start).is_some_and(|t| t.ends_with('('));
        let belongs = last || aside || stop.saturating_sub(turn.end) > 25;
        match cue {
            Cue::Conditional => break,
            Cue::Unable | Cue::ReplacedBy => return (Part::Gone, recalled),
            Cue::Withdrawing if last && recalled => return (Part::Gone, recalled),
            Cue::Replaced | Cue::InPlace => return (Part::Successor, recalled),
            Cue::Speaking => return (Part::Other, recalled),
            Cue::Alternate if belongs => return (Part::Alternate, recalled),
            // "accompanied by" looks ahead; "at his own expense" looks back.
            Cue::Own if belongs && !is_accompanied(text, turn) => return (Part::Own, recalled),
            Cue::Attending if matches!(state, Part::Mentioned) => state = Part::Nominated,
            _ => {}
        }
    }
    (state, recalled)
}

/// "Mr. A and Ms. B will attend": what is said of the last is said of all that are joined to it.
fn share(text: &str, all: &mut [Candidate], pieces: &[Piece]) {
    for k in (0..all.len().saturating_sub(1)).rev() {
        let Some((next, start, joined)) = all.get(k + 1).map(|n| (n.part, n.start, n.recalled)) else {
            continue;
        };
        let Some(one) = all.get_mut(k) else { continue };
        let end = piece_at(pieces, one.start).map_or(0, |p| p.range.end);
        let between = text.get(one.name.end..start).unwrap_or_default();
        let joint = between.len() < 160
            && between.split_whitespace().any(|w| matches!(w, "and" | "et" | "y" | "e" | "и" | "&" | ","));
        if one.part == Part::Mentioned && next == Part::Nominated && start < end && joint {
            one.part = next;
            one.recalled = joined;
        }
    }
}

fn tail_end(piece: &Piece, one: &Candidate, next: Option<usize>) -> usize {
    next.unwrap_or(piece.range.end).min(piece.range.end).max(one.name.end)
}

fn is_accompanied(text: &str, turn: &Found) -> bool {
    let word = fold(text.get(turn.start..turn.end).unwrap_or_default());
    ["accompa", "acompa", "together", "в сопров"].iter().any(|w| word.starts_with(w))
}

/// The nearest beginning of a character at or below `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|k| text.is_char_boundary(*k)).unwrap_or(0)
}

/// Post and gender, from the words around.
fn attributes(
    text: &str,
    one: &mut Candidate,
    next: Option<usize>,
    marks: &[Found],
    pieces: &[Piece],
    turns: &[Found],
) {
    let Some(piece) = piece_at(pieces, one.start) else { return };
    let tail = tail_end(piece, one, next);
    // "OKEYO Amina (Ms.), Director": a title in brackets behind the name.
    let mut end = one.name.end;
    let rest = text.get(end..).unwrap_or_default().trim_start_matches([' ', ',']);
    if let Some(inner) = rest.strip_prefix('(') {
        let (after, gender, any) = past_titles(text, marks, text.len() - inner.len());
        if any && text.get(after..).is_some_and(|t| t.starts_with(')')) {
            one.gender = one.gender.or(gender);
            end = after + 1;
        }
    }
    if one.function.is_none() {
        one.function = posts::after(text, end, tail.max(end));
    }
    if one.function.is_none() && one.shape == Shape::Labelled {
        one.function = posts::after(
            text,
            end,
            text.get(end..).and_then(|t| t.find('\n')).map_or(text.len(), |n| end + n),
        );
    }
    if one.function.is_none() {
        let from = turns.iter().rev().find(|t| t.end <= one.start && t.start >= piece.range.start);
        let from = from.map_or(piece.range.start, |t| t.end).max(one.start.saturating_sub(160));
        one.function = posts::before(text.get(floor(text, from)..one.start).unwrap_or_default());
    }
    if one.gender.is_none() && one.start > 0 {
        let near = fold(text.get(floor(text, one.start.saturating_sub(4))..one.start).unwrap_or_default());
        // "la Dra.", "el Ing.": the article before a title.
        one.gender = match near.split_whitespace().last() {
            Some("la") if one.shape == Shape::Titled => Some(Gender::F),
            Some("el" | "al" | "del") if one.shape == Shape::Titled => Some(Gender::M),
            _ => None,
        };
    }
    if one.gender.is_none() {
        one.gender = one.function.as_deref().and_then(posts::gender);
    }
    if one.gender.is_none() {
        let stop = next.unwrap_or(text.len()).min(one.name.end + 700);
        let from = marks.partition_point(|m| m.start < one.name.end);
        let told = marks.iter().skip(from).take_while(|m| m.start < stop).find_map(|m| match m.mark {
            Mark::Pronoun(gender) if !is_either(text, m) => Some(gender),
            _ => None,
        });
        one.gender = told;
    }
}

/// "his/her", "He" in "H.E.": says nothing.
fn is_either(text: &str, mark: &Found) -> bool {
    let slash = |t: Option<&str>, ends: bool| {
        t.is_some_and(|t| if ends { t.ends_with(['/', '(']) } else { t.starts_with(['/', '(', '.']) })
    };
    let word = text.get(mark.start..mark.end).unwrap_or_default();
    slash(text.get(..mark.start), true)
        || slash(text.get(mark.end..), false)
        || word == "HE"
        || text.get(mark.end..).is_some_and(|t| t.starts_with(" or "))
        || text.get(..mark.start).is_some_and(|t| t.ends_with(" or "))
}

/// One entry a person: a second mention adds what the first left out; "Ms. Duro" is Ms. Ana Duro.
fn together(all: Vec<Candidate>) -> Vec<Candidate> {
    let mut kept: Vec<(Candidate, Vec<String>)> = Vec::new();
    for one in all {
        let words: Vec<String> = fold(&one.text).split([' ', '-']).map(str::to_owned).collect();
        let within = |a: &[String], b: &[String]| a.iter().all(|w| b.contains(w));
        let same = kept.iter_mut().find(|(k, own)| {
            (within(&words, own) || within(own, &words) && own.len() > 1)
                && (k.gender.is_none() || one.gender.is_none() || k.gender == one.gender)
        });
        let Some((known, own)) = same else {
            kept.push((one, words));
            continue;
        };
        known.gender = known.gender.or(one.gender);
        if known.function.is_none() {
            known.function = one.function;
        }
        if words.len() > own.len() && one.shape == Shape::Titled {
            known.text = one.text;
            *own = words;
        }
        known.recalled &= one.recalled || one.part == Part::Mentioned;
        known.part = known.part.max(one.part);
    }
    kept.into_iter().map(|(one, _)| one).collect()
}

/// Those whom a message of this kind is about, each with its confidence.
fn choose(all: Vec<Candidate>, kind: Kind) -> Vec<(Candidate, f32)> {
    let has = |part: Part| all.iter().any(|c| c.part == part);
    let named_goes = has(Part::Gone);
    let comes = has(Part::Successor);
    let first_successor = all.iter().position(|c| c.part == Part::Successor).unwrap_or(usize::MAX);
    let nominated = has(Part::Nominated) || comes;
    let mut unsure = false;
    let mut chosen: Vec<(Candidate, f32)> = Vec::new();
    for (k, one) in all.into_iter().enumerate() {
        let mut sure = evidence(&one);
        let keep = match (kind, one.part) {
            (Kind::Request, Part::Nominated | Part::Successor) => true,
            (Kind::Request, Part::Gone) => {
                sure = sure.min(0.6);
                !nominated
            }
            (Kind::Amendment, Part::Successor) => true,
            (Kind::Amendment, Part::Nominated) => {
                if named_goes && one.recalled {
                    sure = sure.min(0.7);
                }
                // "support for Mr. A ... he will be replaced by Ms. B": the one named before is the one who goes.
                !comes || named_goes || k > first_successor && !one.recalled
            }
            (Kind::Withdrawal, Part::Gone) => true,
            (Kind::Withdrawal, Part::Nominated) => {
                unsure |= named_goes;
                !named_goes
            }
            (Kind::Attendance, Part::Nominated | Part::Successor | Part::Own) => true,
            (_, Part::Mentioned) if one.shape == Shape::Labelled => !nominated,
            (_, Part::Mentioned) => {
                sure = sure.min(0.55);
                // Somebody stands there without a turn that says why: a person looks.
                unsure |= one.shape == Shape::Titled;
                !nominated && !named_goes
            }
            _ => false,
        };
        if keep {
            chosen.push((one, sure));
        }
    }
    if unsure {
        chosen.iter_mut().for_each(|(_, sure)| *sure = sure.min(0.75));
    }
    chosen
}

fn evidence(one: &Candidate) -> f32 {
    match (one.shape, one.part) {
        (Shape::Titled, Part::Mentioned) => 0.55,
        (Shape::Titled, _) => 0.93,
        (Shape::Labelled, Part::Mentioned) => 0.82,
        (Shape::Labelled, _) => 0.88,
        (Shape::Untitled, _) if one.function.is_some() => 0.85,
        (Shape::Untitled, _) => 0.7,
    }
}

fn quoted(document: &Document, one: Candidate, sure: f32) -> Quoted<Traveller> {
    let government = one.function.as_deref().and_then(posts::is_government);
    let value = Traveller { name: one.text, gender: one.gender, function: one.function, government };
    document.quoted(value, sure, one.start..one.name.end)
}

#[cfg(test)]
#[path = "travellers/tests.rs"]
mod tests;

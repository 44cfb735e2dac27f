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
mod names;
mod posts;
mod forms;
mod candidates;
mod parts;
mod attributes;
mod choice;
mod evidence;
mod nameless;
mod pieces;
mod role;
mod said;
mod shares;
mod wording;
mod weights;
mod neighbours;
mod turns;

use std::ops::Range;

use crate::reading::document::Document;
use crate::reading::phrases::Sense;
use crate::reading::stems::Stem;
use crate::reading::words::fold;
use crate::reading::{Considered, Gender, Kind, Quoted, Traveller};
use crate::states::States;
use cues::{Cue, Found, Mark};
use pieces::{Piece, piece_at, pieces};
use wording::Wording;

/// Persons looked at in one document; a note names few, and what names more is no note.
const MOST: usize = 120;

/// The part a person plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Named without a turn that says why.
    Mentioned,
    /// Speaks, signs, is addressed or to be contacted.
    Other,
    /// Writes, and says who he is.
    Writer,
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
    /// Amid prose, by its capitals alone.
    Bare,
}

struct Candidate {
    /// Bytes from the title, and of the name.
    start: usize,
    name: Range<usize>,
    text: String,
    gender: Option<Gender>,
    function: Option<String>,
    /// Where he works, told apart from the post.
    institution: Option<String>,
    /// The function stands before the name: "the Minister of Labour, Mr. A".
    post_before: bool,
    shape: Shape,
    part: Part,
    /// The part that a label or a column tells.
    told: Option<Part>,
    /// A mark of the list or the head of a column tells the part, and that decides.
    marked: bool,
    /// Said as a recollection of an earlier note.
    recalled: bool,
    /// No turn says that he is nominated or supported, only that he goes.
    weak: bool,
    /// What else the words around tell.
    clues: evidence::Clues,
    /// The words about each of its mentions.
    wording: Vec<wording::Around>,
}

impl Candidate {
    /// "'Mamotlatsi Khaketla": the sign before the name belongs to it, where none behind it closes a quotation.
    fn take_apostrophe(&mut self, text: &str) {
        let before = text.get(..self.name.start).unwrap_or_default();
        let Some(sign) = before.chars().next_back().filter(|c| matches!(c, '\'' | '’' | '‘')) else {
            return;
        };
        let at = self.name.start - sign.len_utf8();
        let alone = text.get(..at).is_some_and(|t| t.is_empty() || t.ends_with([' ', '\n', '\t', '|', '(']));
        let behind = text.get(self.name.end..).unwrap_or_default();
        let closed = behind.chars().next().is_some_and(|c| matches!(c, '\'' | '’'));
        // Names of the Basotho begin so before a consonant.
        let begins = self.text.chars().next().is_some_and(|c| c.is_uppercase() && !"AEIOUY".contains(c));
        if alone && begins && !closed {
            self.name.start = at;
            self.start = self.start.min(at);
            self.text.insert(0, sign);
        }
    }
}

/// The persons whom a document names, each with his part; whom a message is about depends on its kind.
pub(super) struct Persons<'d> {
    all: Vec<Candidate>,
    wording: Wording<'d>,
    /// "2° à défaut, M. B": whether he is asked for as well, or only waits, is told by nobody.
    in_default: bool,
}

impl Persons<'_> {
    /// Whether nobody is named.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How many play each part: what a message wants shows in what happens to whom.
    pub(super) fn tally(&self) -> Tally {
        let count = |part: Part| self.all.iter().filter(|c| c.part == part).count();
        Tally {
            nominated: self.all.iter().filter(|c| c.part == Part::Nominated && !c.weak).count(),
            going: self.all.iter().filter(|c| c.part == Part::Nominated && c.weak).count(),
            successors: count(Part::Successor),
            gone: count(Part::Gone),
            own: count(Part::Own),
            mentioned: self.all.iter().filter(|c| c.part == Part::Mentioned).count(),
            labelled: self.all.iter().filter(|c| c.shape == Shape::Labelled).count(),
        }
    }

    /// The travellers, in the order of the document, as far as a message of this kind is about them.
    pub(super) fn travellers(self, document: &Document, kind: Kind) -> Travellers {
        let names: Vec<usize> = self.all.iter().map(|one| one.name.start).collect();
        let (chosen, unsure) = choice::choose(choice::together(self.all), &self.wording, kind);
        Travellers {
            unsure: unsure
                || self.in_default && kind == Kind::Request
                || !chosen.is_empty() && nameless::is_listed(&document.text, &names),
            list: chosen.into_iter().map(|(one, sure)| quoted(document, one, sure)).collect(),
        }
    }

    /// All who are named, with what told whether they travel.
    pub(super) fn considered(self, kind: Kind) -> Vec<Considered> {
        choice::considered(choice::together(self.all), &self.wording, kind)
    }
}

/// Whom a message is about.
pub(super) struct Travellers {
    pub list: Vec<Quoted<Traveller>>,
    /// Somebody was left out, or nobody found, of whom a person should make sure.
    pub unsure: bool,
}

/// Mentions of persons by the part they play.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// Nominated, or to be supported.
    pub nominated: usize,
    /// Only said to go.
    pub going: usize,
    pub successors: usize,
    pub gone: usize,
    /// Paying themselves.
    pub own: usize,
    /// Without a turn that says why.
    pub mentioned: usize,
    /// Behind a label ("Name:").
    pub labelled: usize,
}

/// The persons whom the document names.
pub(super) fn find<'d>(document: &'d Document, states: &States) -> Persons<'d> {
    let text = document.text.as_str();
    let marks = marks(document, states);
    let pieces = pieces(text, document.pages());
    let mut all = candidates::find(document, states, &marks, &pieces);
    all.iter_mut().for_each(|one| one.take_apostrophe(text));
    let turns: Vec<Found> = marks.iter().filter(|m| matches!(m.mark, Mark::Cue(_))).copied().collect();
    let mut turns = longest(turns);
    turns.retain(|turn| !parts::is_of_days(text, turn));
    let foot = foot(document, &turns);
    let signed = signatures(text);
    let courtesies = [Sense::Opening, Sense::Salutation];
    let head = document.hits.iter().find(|h| courtesies.contains(&h.sense));
    let head = head.map_or(0, |h| document.folded.origin(h.start));
    let starts: Vec<usize> = all.iter().map(|c| c.start).collect();
    let mut previous = None;
    let mut joined = evidence::Clues::default();
    let said = document.sentences().iter().flat_map(|sentence| sentence.stems.said());
    let mut words: Vec<(usize, Stem)> =
        said.map(|said| (document.folded.origin(said.at), said.stem)).collect();
    words.sort_unstable();
    for (k, one) in all.iter_mut().enumerate() {
        let next = starts.get(k + 1).copied();
        let (part, recalled, weak) = parts::of(text, one, next, &turns, &pieces, previous);
        if part == Part::Alternate && one.told.is_none() && is_conditional(&turns, previous, one.start) {
            one.told = Some(Part::Alternate);
        }
        let below = foot.iter().chain(&signed).any(|f| f.contains(&one.start));
        let signs = below && one.shape != Shape::Labelled;
        one.part = match one.told {
            Some(told) => told,
            None if signs && part == Part::Mentioned => Part::Other,
            None => part,
        };
        one.recalled = recalled;
        one.clues = evidence::around(
            one,
            next,
            previous,
            joined,
            (&turns, &words),
            &pieces,
            (one.start < head, below),
        );
        joined = one.clues;
        one.weak = weak && one.shape != Shape::Labelled;
        previous = Some((one.start, one.part));
        attributes::add(text, one, next, &marks, &pieces, &turns);
    }
    evidence::share_behind(text, &mut all, &pieces);
    parts::share(text, &mut all, &pieces);
    parts::headings(text, &mut all);
    parts::marked(text, &mut all);
    parts::items(text, &mut all);
    parts::columns(text, &mut all);
    parts::earlier(text, &mut all, &pieces, &turns);
    parts::paid(text, &mut all);
    parts::single_out(document, &pieces, &mut all);
    said::add(document, &pieces, &mut all);
    let in_default = all.iter().skip(1).any(|one| is_in_default(text, one));
    let wording = Wording::of(document, &mut all);
    Persons { all, wording, in_default }
}

/// Whether a name stands right behind words that make it the second choice.
fn is_in_default(text: &str, one: &Candidate) -> bool {
    const WORDS: [&str; 6] =
        ["a defaut", "a son defaut", "failing whom", "failing him", "failing her", "en su defecto"];
    let line = text.get(..one.start).and_then(|t| t.rsplit(['\n', '\u{c}']).next()).unwrap_or_default();
    let near = line.get(line.floor_char_boundary(line.len().saturating_sub(24))..).unwrap_or_default();
    let near = fold(near);
    WORDS.iter().any(|words| near.trim_end_matches([',', ' ', ':']).ends_with(words))
}

/// "Ms. A or, if the first is prevented, Mr. B": whether a condition stands between one who is named to travel and the next.
fn is_conditional(turns: &[Found], previous: Option<(usize, Part)>, start: usize) -> bool {
    let Some((before, Part::Nominated | Part::Successor)) = previous else { return false };
    let between = turns.iter().filter(|turn| turn.start > before && turn.end <= start);
    between.into_iter().any(|turn| turn.mark == Mark::Cue(Cue::Conditional))
}

/// Every turn and title of the tables, and the abbreviated titles that only their place tells.
fn marks(document: &Document, states: &States) -> Vec<Found> {
    let text = document.text.as_str();
    let mut marks = cues::find(&document.folded);
    for mark in &mut marks {
        // "Dª" folds to "da": the last letter may be shorter than it was.
        mark.end = text.ceil_char_boundary(mark.end);
    }
    let known = |at: usize| {
        let from = marks.partition_point(|m| m.start < at);
        marks.iter().skip(from).take_while(|m| m.start == at).any(|m| matches!(m.mark, Mark::Title(_)))
    };
    let short: Vec<Found> =
        candidates::short_titles(text, states).into_iter().filter(|m| !known(m.start)).collect();
    marks.extend(short);
    marks.sort_by_key(|m| (m.start, m.end));
    marks
}

/// Of marks that overlap, the longest.
fn longest(found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    for one in found {
        match kept.last_mut() {
            Some(last) if one.start < last.end => {
                let (new, old) = (one.end - one.start, last.end - last.start);
                let weight = |m: Mark| match m {
                    Mark::Cue(Cue::Journey) => 0,
                    Mark::Cue(Cue::Deciding) => 3,
                    Mark::Cue(Cue::Nominating) => 2,
                    _ => 1,
                };
                let said = weight(one.mark) > weight(last.mark);
                if new > old || new == old && said {
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

/// The short lines at the end of each page: who is named there, and of whom nothing is said, signs.
fn signatures(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for page in text.split('\u{c}') {
        let mut start = page.len();
        for line in page.split_inclusive('\n').rev() {
            let short = line.trim();
            if short.chars().count() >= 60
                || short.ends_with(['.', ',', ';', ':', '。', '：', '，', '；', '،', '؛'])
            {
                // A list under its lead is none.
                if short.ends_with([':', '：']) {
                    start = page.len();
                }
                break;
            }
            start -= line.len();
        }
        if start > 0 && start < page.len() {
            found.push(at + start..at + page.len());
        }
        at += page.len() + 1;
    }
    found
}

fn tail_end(piece: &Piece, one: &Candidate, next: Option<usize>) -> usize {
    next.unwrap_or(piece.range.end).min(piece.range.end).max(one.name.end)
}

fn quoted(document: &Document, one: Candidate, sure: f32) -> Quoted<Traveller> {
    let known = |words: &Option<String>| words.as_deref().unwrap_or_default().to_owned();
    let government = posts::is_government(&format!("{}, {}", known(&one.function), known(&one.institution)))
        .filter(|_| one.function.is_some());
    let function = one.function.map(|post| role::without(&post));
    let value = Traveller { name: one.text, gender: one.gender, function, government };
    document.quoted(value, sure, one.start..one.name.end)
}

#[cfg(test)]
#[path = "travellers/tests.rs"]
mod tests;

//! The part that each person plays, by the turns of the sentence around the name.

use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::travellers::names;
use crate::reading::travellers::{Candidate, Part, Piece, Shape, floor, piece_at};
use crate::reading::words::fold;

/// As far as an address or "the letter of" reaches, in bytes: over the office to the name in apposition.
const REACH: usize = 110;

/// The part of one person: the turn that governs it, unless one after it looks back.
pub(super) fn of(
    text: &str,
    one: &Candidate,
    next: Option<usize>,
    turns: &[Found],
    pieces: &[Piece],
    previous: Option<(usize, Part)>,
) -> (Part, bool, bool) {
    let Some(piece) = piece_at(pieces, one.start) else { return (Part::Mentioned, false, true) };
    let lead = piece.lead.and_then(|l| pieces.get(l));
    let mut state = Part::Mentioned;
    let mut since = 0;
    let (mut recalled, mut conditional, mut strong) = (false, false, false);
    let spans =
        lead.map(|l| l.range.clone()).into_iter().chain(std::iter::once(piece.range.start..one.start));
    for span in spans {
        let from = turns.partition_point(|t| t.start < span.start);
        for turn in turns.iter().skip(from).take_while(|t| t.start < span.end) {
            let Mark::Cue(cue) = turn.mark else { continue };
            // "Ms. A (alternate)" speaks of A alone.
            let aside = text.get(..turn.start).is_some_and(|t| t.ends_with('('));
            let near = turn.start.saturating_sub(since) < 50;
            strong |= match cue {
                Cue::Nominating | Cue::Deciding => true,
                Cue::Naming => !is_cost(text, turn),
                _ => false,
            };
            state = match cue {
                Cue::Nominating | Cue::Deciding => {
                    // "instead of Mr. A, named before, Ms. B is sent": said now.
                    recalled &= state != Part::Gone;
                    Part::Nominated
                }
                // Arabic says first that somebody is unable, then who.
                Cue::Unable
                    if one.start.saturating_sub(turn.end) < 4
                        && text.get(turn.start..).is_some_and(|t| t.starts_with(names::is_arabic)) =>
                {
                    Part::Gone
                }
                Cue::Naming if near && !matches!(state, Part::Mentioned | Part::Successor) => state,
                Cue::Naming => {
                    if state == Part::Successor {
                        state
                    } else {
                        Part::Nominated
                    }
                }
                Cue::Attending if state == Part::Mentioned => Part::Nominated,
                // "instead of Mr. A there will attend Ms. B": who was to go has been named already.
                Cue::Attending
                    if state == Part::Gone
                        && (previous.is_some_and(|(at, _)| at > since)
                            || turn.start.saturating_sub(since) > 60) =>
                {
                    Part::Successor
                }
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
            if cue != Cue::Journey {
                since = turn.end;
            }
        }
    }
    if state == Part::Other && one.start.saturating_sub(since) > REACH {
        state = Part::Mentioned;
    }
    // "to replace Mr. A by Ms. B"
    let lead_in = fold(text.get(floor(text, one.start.saturating_sub(12))..one.start).unwrap_or_default());
    let lead_in = lead_in.trim_end().trim_end_matches([' ', ',']);
    if previous.is_some_and(|(_, part)| part == Part::Gone)
        && state == Part::Gone
        && ([" by", " with", " par", " por", " avec", " con", " на", "为", "由"]
            .iter()
            .any(|w| lead_in.ends_with(w))
            || text.get(one.start..).is_some_and(|t| t.starts_with("بال")))
    {
        state = Part::Successor;
    }
    if conditional {
        return (Part::Alternate, recalled, !strong);
    }
    let tail = crate::reading::travellers::tail_end(piece, one, next)..piece.range.end;
    let last = next.is_none_or(|n| n >= piece.range.end);
    let stop = if last { piece.range.end } else { next.unwrap_or(tail.end) };
    let from = turns.partition_point(|t| t.start < one.name.end);
    for turn in turns.iter().skip(from).take_while(|t| t.start < stop) {
        let Mark::Cue(cue) = turn.mark else { continue };
        let aside = text.get(..turn.start).is_some_and(|t| t.ends_with('('));
        let belongs = last || aside || stop.saturating_sub(turn.end) > 25;
        match cue {
            Cue::Conditional => break,
            Cue::Unable | Cue::ReplacedBy => return (Part::Gone, recalled, !strong),
            Cue::Withdrawing if last && recalled => return (Part::Gone, recalled, !strong),
            Cue::Replaced | Cue::InPlace if state != Part::Gone => {
                return (Part::Successor, recalled, !strong);
            }
            Cue::Deciding if state == Part::Mentioned => return (Part::Other, recalled, !strong),
            Cue::Speaking => return (Part::Other, recalled, !strong),
            Cue::Alternate if belongs => return (Part::Alternate, recalled, !strong),
            // "accompanied by" looks ahead; "at his own expense" looks back.
            Cue::Own if belongs && !is_accompanied(text, turn) => return (Part::Own, recalled, !strong),
            Cue::Borne if belongs && !strong => return (Part::Own, recalled, !strong),
            Cue::Attending if matches!(state, Part::Mentioned) => state = Part::Nominated,
            _ => {}
        }
    }
    if state == Part::Mentioned && one.shape != Shape::Labelled {
        // Between the person before and the one after, so that it is said of this one.
        let begin = previous.map_or(piece.range.start, |(at, _)| at.max(piece.range.start));
        let from = turns.partition_point(|t| t.start < begin);
        let mut here = turns.iter().skip(from).take_while(|t| t.start < stop);
        if here.any(|t| t.mark == Mark::Cue(Cue::Journey)) {
            state = Part::Nominated;
        }
    }
    (state, recalled, !strong)
}

/// "Mr. A and Ms. B will attend": what is said of the last is said of all that are joined to it.
pub(super) fn share(text: &str, all: &mut [Candidate], pieces: &[Piece]) {
    for k in (0..all.len().saturating_sub(1)).rev() {
        let Some((next, start, joined)) = all.get(k + 1).map(|n| (n.part, n.start, n.recalled)) else {
            continue;
        };
        let Some(one) = all.get_mut(k) else { continue };
        let end = piece_at(pieces, one.start).map_or(0, |p| p.range.end);
        let between = text.get(one.name.end..start).unwrap_or_default();
        let joint = between.len() < 160
            && (between.trim() == ","
                || between.split_whitespace().any(|w| matches!(w, "and" | "et" | "y" | "e" | "и" | "&")));
        if one.part == Part::Mentioned && next == Part::Nominated && start < end && joint {
            one.part = next;
            one.recalled = joined;
        }
    }
}

/// "the travel of", "los gastos del": said of those as well whose costs the State bears.
fn is_cost(text: &str, turn: &Found) -> bool {
    let word = fold(text.get(turn.start..turn.end).unwrap_or_default());
    const COSTS: [&str; 21] = [
        "travel",
        "trip",
        "cost",
        "expens",
        "fare",
        "airfare",
        "ticket",
        "passage",
        "participa",
        "attend",
        "voyage",
        "deplacement",
        "frais",
        "billet",
        "viaje",
        "gastos",
        "pasaje",
        "boleto",
        "viagem",
        "расход",
        "поездк",
    ];
    COSTS.iter().any(|c| word.starts_with(c)) && !word.contains("support") && !word.contains("assist")
}

fn is_accompanied(text: &str, turn: &Found) -> bool {
    let word = fold(text.get(turn.start..turn.end).unwrap_or_default());
    ["accompa", "acompa", "together", "в сопров"].iter().any(|w| word.starts_with(w))
}

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
            let within = if state == Part::Other { 25 } else { 50 };
            let near = turn.start.saturating_sub(since) < within;
            if cue == Cue::Unable && is_of_money(text, turn) {
                continue;
            }
            recalled &= !is_asking(text, turn);
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
                Cue::Had => {
                    recalled = true;
                    if matches!(state, Part::Mentioned | Part::Other) { Part::Nominated } else { state }
                }
                Cue::ReplacedBy => Part::Successor,
                // "in his place Ms. B": with nobody between them it looks ahead.
                Cue::InPlace if looks_ahead(text, turn, one.start) && !between(previous, turn.end) => {
                    recalled = false;
                    Part::Successor
                }
                Cue::Coming if one.start.saturating_sub(turn.end) < REACH && !between(previous, turn.end) => {
                    recalled = false;
                    Part::Successor
                }
                Cue::Writer if one.start.saturating_sub(turn.end) < 8 && !between(previous, turn.end) => {
                    Part::Writer
                }
                Cue::Replaced | Cue::Withdrawing => Part::Gone,
                Cue::Alternate if is_of_post(text, turn) => state,
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
            if !matches!(cue, Cue::Journey | Cue::Recalling | Cue::Now | Cue::Conditional | Cue::Borne) {
                since = turn.end;
            }
        }
    }
    if state == Part::Other && one.start.saturating_sub(since) > REACH {
        state = Part::Mentioned;
    }
    // "substitute Ms. A for Mr. B": the first comes, the second goes.
    let said = turns.iter().rev().find(|t| t.end <= one.start && t.start >= piece.range.start);
    let exchanged = turns
        .iter()
        .rev()
        .filter(|t| t.end <= one.start && t.start >= piece.range.start)
        .find(|t| t.mark == Mark::Cue(Cue::Replaced))
        .map(|t| fold(text.get(t.start..t.end).unwrap_or_default()));
    let exchanged = exchanged.as_deref().unwrap_or_default();
    let ahead =
        next.map(|n| text.get(floor(text, n.saturating_sub(14))..n).unwrap_or_default().to_lowercase());
    let ahead = ahead.as_deref().unwrap_or_default().trim_end();
    if state == Part::Gone
        && !previous.is_some_and(|(at, _)| said.is_some_and(|s| at > s.start))
        && (exchanged.starts_with("substitut") && !exchanged.ends_with("for") && ahead.ends_with(" for")
            || exchanged.starts_with("substitu") && exchanged.ends_with('r') && ahead.ends_with(" à"))
    {
        state = Part::Successor;
    }
    // "not Ms. A any more but Mr. B"
    if state == Part::Gone
        && ["not ", "no ", "et non", "y no", "rather"].iter().any(|n| exchanged.starts_with(n))
        && previous.is_some_and(|(at, part)| {
            let between = text.get(at..one.start).unwrap_or_default();
            part == Part::Gone
                && between.split_whitespace().any(|w| matches!(w, "but" | "mais" | "sino" | "mas"))
        })
    {
        state = Part::Successor;
    }
    // "to replace Mr. A by Ms. B"
    let lead_in = fold(text.get(floor(text, one.start.saturating_sub(12))..one.start).unwrap_or_default());
    let lead_in = lead_in.trim_end().trim_end_matches([' ', ',']);
    if previous.is_some_and(|(_, part)| part == Part::Gone)
        && state == Part::Gone
        && ([" by", " with", " par", " por", " avec", " con", " pelo", " pela", " на", "为", "由"]
            .iter()
            .any(|w| lead_in.ends_with(w))
            || ["swap", "switch", "exchang", "chang"].iter().any(|w| exchanged.starts_with(w))
                && [" for", " to", " into"].iter().any(|w| lead_in.ends_with(w))
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
            Cue::Unable if is_of_money(text, turn) => {}
            Cue::InPlace if next.is_some_and(|n| n < piece.range.end && looks_ahead(text, turn, n)) => {}
            Cue::Had if state == Part::Mentioned => {
                return (Part::Nominated, true, !strong);
            }
            Cue::Unable | Cue::ReplacedBy => return (Part::Gone, recalled, !strong),
            Cue::Withdrawing if last && recalled => return (Part::Gone, recalled, !strong),
            Cue::Replaced | Cue::InPlace if state != Part::Gone => {
                return (Part::Successor, recalled, !strong);
            }
            Cue::Deciding if state == Part::Mentioned => return (Part::Other, recalled, !strong),
            Cue::Speaking => return (Part::Other, recalled, !strong),
            Cue::Alternate if belongs && is_of_post(text, turn) => {}
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

/// Whether a person was named after `at`.
fn between(previous: Option<(usize, Part)>, at: usize) -> bool {
    previous.is_some_and(|(start, _)| start >= at)
}

/// Whether "in his place" is said of the person at `start` behind it: near, and in the same clause.
fn looks_ahead(text: &str, turn: &Found, start: usize) -> bool {
    let Some(gap) = text.get(turn.end..start) else { return false };
    gap.len() < 90
        && !gap.split_whitespace().any(|w| matches!(w, "and" | "et" | "y" | "e" | "with" | "avec" | "con"))
        && !gap.contains(". ")
        && !gap.contains(';')
}

/// Whether a turn of naming asks ("requests", "sollicite"), and so is said now.
fn is_asking(text: &str, turn: &Found) -> bool {
    let asks = [
        "requests",
        "seek",
        "is sought",
        "sollicit",
        "solicit",
        "pede",
        "ruega",
        "are requested",
        "is requested",
    ];
    let word = fold(text.get(turn.start..turn.end).unwrap_or_default());
    turn.mark == Mark::Cue(Cue::Naming) && asks.iter().any(|a| word.starts_with(a))
}

/// Whether somebody is unable only for want of money ("cannot travel without the support of the fund", "unable to
/// cover", "ne pourra se faire que si", "sin el apoyo no puede viajar"): said of those whom the support is for.
fn is_of_money(text: &str, turn: &Found) -> bool {
    const UNLESS: [&str; 22] = [
        "without",
        "unless",
        "only if",
        "que si",
        "sans l",
        "sans le",
        "sans un",
        "sin el",
        "sin la",
        "sin apoyo",
        "sin ayuda",
        "salvo que",
        "a menos que",
        "a moins",
        "sem o",
        "sem a",
        "otherwise",
        "faute de",
        "por falta de",
        "for lack of",
        "for want of",
        "absence of funding",
    ];
    const PAYING: [&str; 38] = [
        "bear",
        "cover",
        "fund",
        "financ",
        "pay",
        "afford",
        "meet the",
        "meet all",
        "meet its",
        "meet his",
        "meet her",
        "defray",
        "raise",
        "provide",
        "sponsor",
        "shoulder",
        "couvrir",
        "prendre en charge",
        "prendre a sa charge",
        "supporter",
        "assumer",
        "degager",
        "mobiliser",
        "cubrir",
        "sufragar",
        "costear",
        "asumir",
        "solventar",
        "pagar",
        "afrontar",
        "hacerse cargo",
        "hacer frente",
        "faire face",
        "disponer",
        "custear",
        "suportar",
        "cobrir",
        "permettre",
    ];
    let end = floor(text, turn.end + 70);
    let after = fold(text.get(turn.end..end.max(turn.end)).unwrap_or_default());
    let clause = after.split(['.', ';']).next().unwrap_or_default();
    let before = fold(text.get(floor(text, turn.start.saturating_sub(80))..turn.start).unwrap_or_default());
    let before = before.rsplit(['.', ';']).next().unwrap_or_default();
    let head: String = clause.trim_start().chars().take(28).collect();
    UNLESS.iter().any(|u| clause.contains(u) || before.contains(u)) || PAYING.iter().any(|p| head.contains(p))
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
            && (joint || parallel)
        {
            one.part = part;
            one.recalled = recalled;
            one.weak = weak;
        }
    }
}

/// "cheffe suppléante de la section", "Deputy Head, reserve forces": said of a post and not of the person's turn.
fn is_of_post(text: &str, turn: &Found) -> bool {
    let head = text.get(..turn.start).unwrap_or_default().trim_end();
    let before = fold(head.rsplit([' ', '\n']).next().unwrap_or_default());
    let after = text.get(turn.end..).unwrap_or_default().trim_start();
    let joined = ["de ", "du ", "des ", "del ", "of ", "d'", "d’"].iter().any(|j| after.starts_with(j));
    const SENT: [&str; 18] = [
        "delegue",
        "deleguee",
        "membre",
        "candidat",
        "candidate",
        "delegate",
        "member",
        "delegado",
        "delegada",
        "miembro",
        "nominee",
        "representative",
        "participant",
        "candidato",
        "candidata",
        "as",
        "comme",
        "como",
    ];
    names::is_office(&before) && joined && !SENT.contains(&before.as_str())
}

/// Under headings of a list ("A. At Government expense", "B. To be sponsored") those whom the fund is not to pay.
pub(super) fn headings(text: &str, all: &mut [Candidate]) {
    let mut told: Vec<(usize, bool)> = Vec::new();
    for (k, one) in all.iter().enumerate() {
        if !matches!(one.part, Part::Nominated | Part::Mentioned | Part::Own) || !heads_line(text, one.start)
        {
            continue;
        }
        let above = text.get(floor(text, one.start.saturating_sub(600))..one.start).unwrap_or_default();
        let shift = one.start - above.len();
        let mut end = one.start;
        // The nearest line above without a person, beginning with a letter or number, or closed by a colon.
        for line in above.split('\n').rev().skip(1) {
            let start = (end - line.len()).saturating_sub(1).max(shift);
            let person = all.iter().any(|c| c.name.start >= start && c.name.start < end);
            end = start;
            let bare = line.trim();
            let numbered = crate::reading::sentences::is_item(bare) || bare.ends_with(':');
            if person || bare.is_empty() || !numbered || bare.chars().count() > 120 {
                continue;
            }
            if let Some(pays) = crate::reading::travellers::forms::fund_pays(bare) {
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
        || line.trim_end().ends_with(':') && line.chars().count() < 32
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

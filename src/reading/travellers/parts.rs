//! The part that each person plays, by the turns of the sentence around the name.

mod columns;
mod days;
mod earlier;
mod eastern;
mod funded;
mod layout;
mod marked;
mod only;
mod relative;

use std::sync::LazyLock;

use crate::reading::lexicon::Lexicon;
use crate::reading::sought::Sought;
use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::travellers::names;
use crate::reading::travellers::{Candidate, Part, Piece, Shape, piece_at};
use crate::reading::words::fold;
pub(super) use columns::columns;
pub(super) use days::is_of_days;
pub(super) use earlier::earlier;
pub(super) use funded::{items, remark, without_remark};
pub(super) use layout::{headings, share};
pub(super) use marked::marked;
pub(super) use only::single_out;
pub(super) use relative::paid;

/// How what is right is to be read where something was printed wrong.
static READ: LazyLock<Lexicon<()>> =
    LazyLock::new(|| Lexicon::words("read reads lire lease leer decir leia читать يقرا تقرا 改为 应为"));

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
    if eastern::is_addressed(text, one.start, one.name.end) {
        return (Part::Other, false, true);
    }
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
                Cue::Unable if eastern::leads(text, turn, one.start) && !between(previous, turn.end) => {
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
                Cue::Replaced if eastern::turns_round(text, turn) => Part::Successor,
                Cue::Replaced | Cue::Withdrawing => Part::Gone,
                Cue::Alternate if is_of_post(text, turn) => state,
                Cue::Alternate if !aside => Part::Alternate,
                Cue::Own if !aside && !eastern::is_denied(text, turn) => Part::Own,
                Cue::Other if eastern::is_office_of_contact(text, turn) => state,
                Cue::Other if opens_list(text, turn, one.start) => state,
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
    let ahead = next.map(|n| {
        text.get(text.floor_char_boundary(n.saturating_sub(14))..n).unwrap_or_default().to_lowercase()
    });
    let ahead = ahead.as_deref().unwrap_or_default().trim_end();
    if state == Part::Gone
        && previous.is_none_or(|(at, _)| said.is_none_or(|s| at <= s.start))
        && (exchanged.contains("substitut") && !exchanged.contains(" for") && ahead.ends_with(" for")
            || exchanged.contains("substitu") && exchanged.ends_with('r') && ahead.ends_with(" à"))
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
    // "instead of: Mr. A, read: Mr. B"
    if state == Part::Gone
        && previous.is_some_and(|(at, part)| {
            let between = fold(text.get(at..one.start).unwrap_or_default());
            part == Part::Gone && between.split(|c: char| !c.is_alphabetic()).any(|w| READ.has(w))
        })
    {
        state = Part::Successor;
    }
    // "to replace Mr. A by Ms. B"
    let lead_in =
        fold(text.get(text.floor_char_boundary(one.start.saturating_sub(12))..one.start).unwrap_or_default());
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
            Cue::Replaced if eastern::turns_round(text, turn) => return (Part::Gone, recalled, !strong),
            Cue::ReplacedBy if last && text.get(turn.start..turn.end) == Some("由") => {}
            Cue::Unable | Cue::ReplacedBy => return (Part::Gone, recalled, !strong),
            Cue::Other if eastern::is_contact(text, turn) && last => return (Part::Other, recalled, !strong),
            Cue::Own | Cue::Borne if eastern::is_denied(text, turn) => {}
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
        && !gap
            .split_whitespace()
            .any(|w| matches!(w, "and" | "et" | "y" | "e" | "with" | "avec" | "con" | "и"))
        && !gap.contains(". ")
        && !gap.contains([';', '。', '；', '؛'])
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
    static UNLESS: LazyLock<Sought> = LazyLock::new(|| {
        Sought::of(
            "without|unless|only if|que si|sans l|sans le|sans un|sin el|sin la|sin apoyo|sin ayuda|\
        salvo que|a menos que|a moins|sem o|sem a|otherwise|faute de|por falta de|for lack of|\
        for want of|absence of funding",
        )
    });
    static PAYING: LazyLock<Sought> = LazyLock::new(|| {
        Sought::of(
            "bear|cover|fund|financ|pay|afford|meet the|meet all|meet its|meet his|meet her|defray|raise|\
        provide|sponsor|shoulder|couvrir|prendre en charge|prendre a sa charge|supporter|assumer|\
        degager|mobiliser|cubrir|sufragar|costear|asumir|solventar|pagar|afrontar|hacerse cargo|\
        hacer frente|faire face|disponer|custear|suportar|cobrir|permettre",
        )
    });
    let end = text.floor_char_boundary(turn.end + 70);
    let after = fold(text.get(turn.end..end.max(turn.end)).unwrap_or_default());
    let clause = after.split(['.', ';']).next().unwrap_or_default();
    let before = fold(
        text.get(text.floor_char_boundary(turn.start.saturating_sub(80))..turn.start).unwrap_or_default(),
    );
    let before = before.rsplit(['.', ';']).next().unwrap_or_default();
    let head: String = clause.trim_start().chars().take(28).collect();
    UNLESS.is_in(clause)
        || UNLESS.is_in(before)
        || PAYING.is_in(&head)
        || eastern::is_of_money(before, clause, &head)
}

/// "designated by the Minister: Ms. A": behind the sign stands whom he chose, and not he.
fn opens_list(text: &str, turn: &Found, name: usize) -> bool {
    let words = text.get(turn.start..turn.end).unwrap_or_default();
    let between = text.get(turn.end..name).unwrap_or_default();
    let minister =
        fold(words).split(' ').next_back().is_some_and(|w| w.starts_with("minist") || w == "canciller");
    minister && between.contains([':', ';', '.'])
}

/// "cheffe suppléante de la section", "Deputy Head, reserve forces": said of a post and not of the person's turn.
fn is_of_post(text: &str, turn: &Found) -> bool {
    let head = text.get(..turn.start).unwrap_or_default().trim_end();
    let before = fold(head.rsplit([' ', '\n']).next().unwrap_or_default());
    let after = text.get(turn.end..).unwrap_or_default().trim_start();
    let joined = ["de ", "du ", "des ", "del ", "of ", "d'", "d’"].iter().any(|j| after.starts_with(j));
    static SENT: LazyLock<Lexicon<()>> = LazyLock::new(|| {
        Lexicon::words(
            "delegue deleguee membre candidat candidate delegate member delegado delegada miembro nominee \
        representative participant candidato candidata as comme como",
        )
    });
    names::is_office(&before) && joined && !SENT.has(&before)
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
    ["accompa", "acompa", "together", "в сопров", "сопров", "برفق", "يرافق", "陪同", "随行"]
        .iter()
        .any(|w| word.starts_with(w))
}

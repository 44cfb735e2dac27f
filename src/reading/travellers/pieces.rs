//! Sentences, each with the one that leads it in: by a colon, by words that hang, or because it is at no end.

use std::ops::Range;

use crate::reading::sentences::{self, Page};

/// A sentence, with the one that leads its list in.
pub(super) struct Piece {
    pub range: Range<usize>,
    pub lead: Option<usize>,
    pub item: bool,
}

/// The sentences of a text, in its order.
pub(super) fn pieces(text: &str, pages: &[Page]) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for page in pages {
        let (mut lead, mut led) = (None, false);
        for range in page {
            let sentence = text.get(range.clone()).unwrap_or_default();
            let item = sentences::is_item(sentence.trim_start_matches('\n'));
            let hangs = hangs_over(sentence, text.get(range.end..).unwrap_or_default());
            let leads = leads_in(sentence) || hangs.is_some();
            let labelled = sentence.trim_start().split_once([':', '：']).is_some_and(|(l, _)| l.len() < 40);
            // Items, labels and cells stand under their lead, and what follows it at once; prose ends it.
            let prose =
                !item && !labelled && (sentence.len() > 160 || sentence.trim_end().ends_with(['.', '。']));
            let own = (!leads && (led || !prose)).then_some(lead).flatten();
            // "The delegation: Mr. A; Ms. B": clauses of one list.
            let on = found.last().filter(|p: &&Piece| {
                let before = text.get(p.range.clone()).unwrap_or_default().trim_end();
                before.ends_with([';', '؛', '；'])
                    && (p.lead.is_some() || before.contains(": ") || before.contains('：'))
            });
            let own = own.or_else(|| on.map(|p| p.lead.unwrap_or(found.len() - 1)));
            led = leads;
            if leads {
                // "... of our delegate could be met. She is", and the name set apart: what is said of the delegate leads.
                let before = hangs == Some(Hanging::Verb) && !found.is_empty();
                lead = Some(found.len() - usize::from(before));
            } else if prose {
                lead = None;
            }
            found.push(Piece { range: range.clone(), lead: own, item });
        }
    }
    found
}

/// Whether a sentence leads a list in: by its sign, or by words that hang ("كل من", "следующих лиц").
fn leads_in(sentence: &str) -> bool {
    const HANGING: [&str; 14] = [
        "كل من",
        "وهم",
        "وهما",
        "وهي",
        "وهو",
        "السادة",
        "الآتي",
        "التالية",
        "следующих лиц",
        "следующие лица",
        "следующих делегатов",
        "следующих представителей",
        "如下",
        "名单",
    ];
    let end = sentence.trim_end();
    end.ends_with([':', '：']) || HANGING.iter().any(|h| end.ends_with(h))
}

/// How a sentence ends that goes on below a blank line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hanging {
    /// "The Ministry has designated in his stead"
    Prose,
    /// "She is"
    Verb,
}

/// Whether a sentence is at no end, and what follows it after a blank line is set apart.
fn hangs_over(sentence: &str, behind: &str) -> Option<Hanging> {
    const IS: &str = "is|are|est|sont|es|son|sera|será|é|namely|soit";
    let end = sentence.trim_end();
    let last = end.rsplit([' ', '\n']).next().unwrap_or_default();
    let small = |w: &str| w.starts_with(char::is_lowercase) && w.ends_with(char::is_alphabetic);
    let (blank, below) = behind.split_once('\n')?;
    let apart = below.trim_start_matches(['\n', '\r']).starts_with("   ");
    if !small(last) || !blank.trim().is_empty() || !apart {
        return None;
    }
    match end.split_whitespace().filter(|w| small(w)).count() {
        0..=3 => IS.split('|').any(|is| is == last).then_some(Hanging::Verb),
        _ => Some(Hanging::Prose),
    }
}

/// The sentence that holds the byte `at`.
pub(super) fn piece_at(pieces: &[Piece], at: usize) -> Option<&Piece> {
    let k = pieces.partition_point(|p| p.range.end <= at);
    pieces.get(k).filter(|p| p.range.start <= at)
}

//! Where words stand: in a heading, in a line of their own, near an office, behind a sentence.

use std::ops::Range;

use crate::reading::document::Document;
use crate::reading::phrases::Hit;
use crate::states::Mention;

/// Bytes of the longest line that may be a heading.
const HEADING: usize = 600;

/// Whether the line of `hit` is short, as those of a letterhead are, and no sentence.
pub(super) fn is_heading(document: &Document, hit: &Hit) -> bool {
    let start = document.folded.origin(hit.start);
    let text = document.text.as_str();
    let first = text.ceil_char_boundary(start.saturating_sub(HEADING));
    let last = text.floor_char_boundary(start + HEADING);
    let before = text.get(first..start).and_then(|t| t.rsplit(['\n', '\x0c']).next()).unwrap_or_default();
    let after = text.get(start..last).and_then(|t| t.split(['\n', '\x0c']).next()).unwrap_or_default();
    let sentence = |t: &str| t.contains(['。', '?', '？']) || t.contains(". ");
    before.chars().count() <= 70
        && before.chars().count() + after.chars().count() <= 150
        && !sentence(before)
        && !sentence(after)
        && !after.trim_end().ends_with(['。', '，', ','])
        && !before.contains(['，', '。', '；'])
}

/// Whether a sentence ends in `text`: a full stop that is not that of an abbreviation such as "St. Lucia".
pub(super) fn ends_sentence(text: &str) -> bool {
    text.contains('。')
        || text.match_indices(". ").any(|(at, _)| {
            let word = text.get(..at).and_then(|t| t.rsplit(' ').next()).unwrap_or_default();
            word.chars().count() > 3 || word.chars().all(|c| c.is_ascii_digit())
        })
}

/// "REPUBLIC OF KENYA\nPermanent Mission to the United Nations": the line above, and nothing else between.
pub(super) fn is_own_line(document: &Document, mention: &Mention, edge: usize) -> bool {
    let between = document.text.get(mention.span.end..edge).unwrap_or_default();
    between.len() <= 12
        && between.chars().all(|c| c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '–' | '—'))
}

/// Whether the mention follows the office's words with little between: "of the", "de la", "to the United Nations of".
pub(super) fn near(document: &Document, end: usize, mention: &Mention) -> bool {
    let from = document.folded.origin(end.min(document.folded.text().len().saturating_sub(1)));
    let between = document.text.get(from..mention.span.start).unwrap_or_default();
    let low = between.to_lowercase();
    // Another sentence, or the town where the office is, is no name of its State.
    between.len() <= 90
        && !low.contains(". ")
        && !low.contains("compliments")
        && between.split_whitespace().count() <= 9
        && ![
            "in ", "in the ", "at ", " à ", " en ", " en la ", " en el ", " au ", " aux ", " в ", " во ",
            " na ", " em ",
        ]
        .iter()
        .any(|w| low.ends_with(w))
        && !is_other_government(&low)
}

/// "ANT.: Invitación del Gobierno de México": whose invitation is answered.
fn is_other_government(between: &str) -> bool {
    let invites = ["invit", "host", "hôte", "anfitri", "приглаш", "دعوة"].iter().any(|w| between.contains(w));
    invites
        || ["governm", "gouvernem", "gobierno"].iter().any(|w| between.contains(w)) && between.contains(':')
}

/// Whether the mention ends an address: "Mukwati Building, Harare, Zimbabwe".
pub(super) fn ends_address(line: &str, mention: &Mention) -> bool {
    let line = line.trim_end().trim_end_matches('.');
    line.strip_suffix(mention.words.as_str()).is_some_and(|before| {
        before.trim_end().ends_with([',', '-', '–', '·', '|', '،']) && line.chars().count() <= 110
    })
}

/// "... and Permanent Mission to the United Nations Office": whether the words between two offices join them to one.
pub(super) fn goes_on(document: &Document, between: Range<usize>) -> bool {
    let original = document.folded.span(between.clone(), &document.text);
    let parted = document.text.get(original).is_none_or(|t| t.contains("\n\n"));
    let words = document.folded.text().get(between).unwrap_or_default();
    !parted
        && words.len() <= 120
        && [" and ", " & ", " et ", " y ", " e ", " и "].iter().any(|and| words.contains(and))
}

/// Whether the mention stands in a line below that of `hit`.
pub(super) fn is_below(document: &Document, hit: &Hit, mention: &Mention) -> bool {
    let from = document.folded.origin(hit.start);
    document.text.get(from..mention.span.start).is_some_and(|t| t.contains('\n'))
}

/// "吉里巴斯共和國常駐": between a short name and the office stands what kind of State it is.
pub(super) fn is_form_of_state(document: &Document, mention: &Mention, edge: usize) -> bool {
    let between = document.text.get(mention.span.end..edge).unwrap_or_default();
    ["共和国", "共和國", "王国", "王國", "独立国", "獨立國", "联邦", "聯邦", "国", "國", "公国", "公國"]
        .contains(&between)
}

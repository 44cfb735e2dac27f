//! Where words stand: in a heading, in a line of their own, near an office, behind a sentence.

use crate::reading::document::Document;
use crate::reading::phrases::Hit;
use crate::states::Mention;

/// Whether the line of `hit` is short, as those of a letterhead are, and no sentence.
pub(super) fn is_heading(document: &Document, hit: &Hit) -> bool {
    let start = document.folded.origin(hit.start);
    let before = document.text.get(..start).and_then(|t| t.rsplit(['\n', '\x0c']).next()).unwrap_or_default();
    let after = document.text.get(start..).and_then(|t| t.split(['\n', '\x0c']).next()).unwrap_or_default();
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
        && !["in ", "at ", " à ", " en "].iter().any(|w| low.ends_with(w))
}

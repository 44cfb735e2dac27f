//! What a machine sends, and what is meant for everybody: such a message asks this desk for nothing.

use std::ops::Range;

use crate::message::Message;
use crate::reading::Kind;
use crate::reading::document::Document;
use crate::reading::kind::Verdict;
use crate::reading::phrases::Sense;

pub(super) fn automatic(
    message: &Message,
    speaking: &Document,
    body: &Document,
    subject: &Document,
    formal: bool,
) -> Option<Verdict> {
    let marks = &message.headers.marks;
    let marked =
        |name: &str, value: &str| marks.iter().any(|(n, v)| n == name && v.to_lowercase().contains(value));
    let report = marked("content-type", "multipart/report");
    let replied =
        marked("auto-submitted", "auto-replied") || marked("x-autoreply", "") || marked("x-autorespond", "");
    let generated = marked("auto-submitted", "auto-generated");
    let null_sender = message.headers.return_path.as_deref() == Some("");
    let in_subject = subject.has(Sense::Machine);
    let head_end = 800.min(body.folded.text().len());
    let in_body = body.hits.iter().any(|h| h.sense == Sense::Machine && h.start < head_end);
    let words = speaking.first(Sense::Machine).map_or(0..0, |h| h.start..h.end);
    if report {
        return Some(Verdict::new(Kind::Automatic, 0.97, words));
    }
    if formal {
        // Scanners and group addresses set such marks too: a note that carries them is read.
        return None;
    }
    let sure = match (replied || generated || null_sender, in_subject, in_body) {
        (true, true, _) | (true, _, true) => 0.97,
        (_, true, true) => 0.95,
        (_, true, false) => 0.85,
        (false, false, true) if body.text.len() < 1_200 && body.count(Sense::Machine) >= 2 => 0.8,
        (true, ..) if replied && message.papers.is_empty() => 0.85,
        (true, ..) if null_sender && message.papers.is_empty() => 0.8,
        _ => return None,
    };
    Some(Verdict::new(Kind::Automatic, sure, words))
}

/// Words that show a paper meant for all missions, or one by which facilitators or presidents speak to them.
pub(super) fn circular(document: &Document) -> Option<Range<usize>> {
    let opening = document.first(Sense::Opening);
    let to_all = document.hits.iter().filter(|h| h.sense == Sense::ToAll);
    let letter = document.has(Sense::Salutation);
    for hit in to_all {
        let addressed = match opening {
            Some(o) => hit.start >= o.end && hit.start - o.end < 120,
            None => letter && (is_address_line(document, hit.start) || document.has(Sense::Facilitating)),
        };
        if addressed {
            return Some(hit.start..hit.end);
        }
    }
    let facilitating = document.first(Sense::Facilitating)?;
    (opening.is_none() && letter && speaks_first(document, facilitating.start))
        .then_some(facilitating.start..facilitating.end)
}

/// Whether the words before say "we" or "I": the facilitators themselves write.
fn speaks_first(document: &Document, at: usize) -> bool {
    let before = document.folded.text().get(..at).unwrap_or_default();
    let clause: String = before.chars().rev().take(60).collect::<Vec<_>>().into_iter().rev().collect();
    [" we ", " our", " my", " i ", "nous", "notre", " ma ", "nuestra", " mi ", "appointed"]
        .iter()
        .any(|w| clause.contains(w))
        || document.folded.text().get(at..).is_some_and(|t| {
            t.starts_with("in our")
                || t.starts_with("i have")
                || t.starts_with("we write")
                || t.starts_with("en n")
                || t.starts_with("in my")
        })
}

/// Whether the line begins with (or soon reaches) these words, as the address of a letter does.
fn is_address_line(document: &Document, at: usize) -> bool {
    let start = document.folded.origin(at);
    let line = document.text.get(..start).and_then(|t| t.rsplit(['\n', '\x0c']).next()).unwrap_or_default();
    line.trim_matches(['*', ' ', '_']).chars().count() <= 6
}

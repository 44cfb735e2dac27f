//! A note whose pages came as papers of their own: photographs or scans, one of each sheet.

use std::collections::BTreeSet;

use crate::message::Paper;
use crate::reading::PaperKind;
use crate::reading::document::Document;
use crate::reading::phrases::Sense;

/// Makes one document of the sheets of a note, in the place of the first. Which papers are its further sheets, by their
/// place among `papers`; what stands on them is said by the first.
pub(super) fn join(papers: &mut [(&Paper, Option<Document>)], kinds: &[PaperKind]) -> BTreeSet<usize> {
    let mut further = BTreeSet::new();
    for first in 0..papers.len() {
        if further.contains(&first) {
            continue;
        }
        let rest = papers.iter().zip(kinds).skip(first);
        let long = match rest.clone().next() {
            Some(((paper, document), _)) if begins(paper, document.as_ref()) => {
                sheets(paper, rest.skip(1).map(|((p, d), k)| (*p, d.as_ref(), *k)))
            }
            _ => 0,
        };
        if long == 0 {
            continue;
        }
        let all: Vec<&Paper> = papers.iter().skip(first).take(long + 1).map(|(paper, _)| *paper).collect();
        if let Some((_, document)) = papers.get_mut(first) {
            *document = Some(Document::of_sheets(&all));
        }
        further.extend(first + 1..=first + long);
    }
    further
}

/// How many of the papers behind `first` are further sheets of its note.
fn sheets<'p>(
    first: &Paper,
    rest: impl Iterator<Item = (&'p Paper, Option<&'p Document>, PaperKind)>,
) -> usize {
    let mut long = 0;
    for (paper, document, kind) in rest {
        let Some(document) = document.filter(|_| is_sheet(paper)) else { break };
        let closes = document.has(Sense::Closing);
        let speaks = document.has(Sense::Opening) || document.has(Sense::Salutation);
        let alike = is_numbered_like(&first.name, &paper.name);
        let nothing_else = matches!(kind, PaperKind::Note | PaperKind::Other);
        if speaks || !nothing_else || !(closes || alike) {
            break;
        }
        long += 1;
        if closes {
            break;
        }
    }
    long
}

/// One page that was recognised.
fn is_sheet(paper: &Paper) -> bool {
    paper.page_count == 1 && paper.recognition.is_some()
}

/// Whether a note begins on this sheet and does not end there.
fn begins(paper: &Paper, document: Option<&Document>) -> bool {
    is_sheet(paper) && document.is_some_and(|d| d.has(Sense::Opening) && !d.has(Sense::Closing))
}

/// "NV130_p1.jpg" and "NV130_p2.jpg": names that differ only in their figures.
fn is_numbered_like(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    one != other && plain(one) == plain(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Digest, Recognition, TextBy};

    fn sheet(name: &str, text: &str) -> Paper {
        Paper {
            name: name.into(),
            media_type: "image/jpeg".into(),
            sha256: Digest(String::new()),
            size: 0,
            pages: vec![text.to_owned()],
            page_count: 1,
            text_by: TextBy::Ocr,
            trouble: None,
            recognition: Some(Recognition { confidence: 95, pages: vec![1], ..Recognition::default() }),
        }
    }

    #[test]
    fn sheets_of_one_note_are_one_document() {
        let begins = "The Permanent Mission of Malawi presents its compliments to the Office and nominates:";
        let ends = "1. Mr. John Banda, Director\n\nThe Mission avails itself of this opportunity to renew to the Office \
                    the assurances of its highest consideration.";
        let passport =
            "P<MWIBANDA<<JOHN<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nA0211337<4MWI7612208M2109077<<<<<<<<<<<<<<04";
        let joined = |sheets: &[(&str, &str)]| {
            let papers: Vec<Paper> = sheets.iter().map(|(name, text)| sheet(name, text)).collect();
            let mut read: Vec<(&Paper, Option<Document>)> =
                papers.iter().map(|p| (p, Some(Document::new(&p.name, p.pages.concat())))).collect();
            let kinds: Vec<PaperKind> =
                read.iter().map(|(p, d)| crate::reading::papers::kind(p, d.as_ref())).collect();
            let further = join(&mut read, &kinds);
            let first = read.first().and_then(|(_, d)| d.as_ref()).map(|d| d.text.contains("Banda"));
            (further.into_iter().collect::<Vec<_>>(), first == Some(true))
        };
        assert_eq!(joined(&[("p1.jpg", begins), ("p2.jpg", ends)]), (vec![1], true));
        assert_eq!(joined(&[("p1.jpg", begins), ("p2.jpg", "1. Mr. John Banda")]), (vec![1], true));
        assert_eq!(joined(&[("p1.jpg", begins), ("p2.jpg", passport)]), (vec![], false));
        assert_eq!(joined(&[("a.jpg", &format!("{begins}\n{ends}")), ("b.jpg", ends)]), (vec![], true));
        assert_eq!(joined(&[("a.jpg", begins), ("b.jpg", "A view of the lake")]), (vec![], false));
    }
}

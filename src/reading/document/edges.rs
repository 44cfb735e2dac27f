//! The head and the foot of a document: where letterhead, number, date and signature stand.

use std::ops::Range;

use crate::reading::document::Document;
use crate::reading::phrases::Sense;
use crate::reading::reference;
use crate::states::fold::Folded;

/// Lines at the end of a document without closing courtesies where its date and number may stand.
const FOOT: usize = 7;

/// Lines above the compliments among which the number stands: number and date.
const DATED: usize = 2;

/// With these the words of a note or letter begin.
const HEADS: [Sense; 3] = [Sense::Opening, Sense::Salutation, Sense::FirstPerson];

/// What may stand before the title of whom a paper is addressed to, alone on its line, in lower case.
const ADDRESSED: [&str; 7] = ["à", "a", "to", "al", "a la", "to:", "attn:"];
/// As [`ADDRESSED`], at the end of the line.
const ATTENTION: &str = "l'attention de";

/// A line at the head or foot of a document.
pub(in crate::reading) struct Line<'a> {
    pub original: &'a str,
    pub folded: &'a Folded,
    /// Bytes of the document's text.
    pub range: Range<usize>,
}

impl Document {
    /// Original byte at which the courtesies begin: what stands above is the head of the paper.
    pub(in crate::reading) fn head_end(&self) -> usize {
        // "à Madame la Représentante spéciale": above the number an address, no salutation.
        let addressed = |at: usize| {
            let line = self.text.get(..at).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
            let low = line.trim().to_lowercase().replace('’', "'");
            ADDRESSED.contains(&low.as_str()) || low.ends_with(ATTENTION)
        };
        // "Madame la Représentante spéciale du Secrétaire général" over "Nations Unies": so is one without a sign at its
        // end, where another follows.
        let heads = self.hits.iter().filter(|h| HEADS.contains(&h.sense));
        let heads: Vec<(Sense, usize)> = heads.map(|h| (h.sense, self.folded.origin(h.start))).collect();
        let greets = |at: usize| {
            let line = self.text.get(at..).and_then(|t| t.split('\n').next()).unwrap_or_default();
            line.trim_end().ends_with([',', ':', '!', '،', '，', '：', '.', ';'])
        };
        let later =
            |at: usize| heads.iter().any(|(sense, k)| *k > at && (*sense != Sense::Salutation || greets(*k)));
        let head = heads.iter().find(|(sense, at)| {
            *sense != Sense::Salutation || !addressed(*at) && (greets(*at) || !later(*at))
        });
        let at = head.map(|(_, at)| *at);
        // "Dear Sir, note below please. ---- No. UN/MIG/074": a note pasted under a line has a head of its own.
        let pasted = self.first(Sense::Opening).map(|h| self.folded.origin(h.start));
        let pasted = pasted.zip(at).filter(|(opening, at)| {
            let between = self.text.get(*at..*opening).unwrap_or_default();
            // "السادة الكرام، ... رقم 18/052": or its number alone on a line, right above its compliments or, with its date, above
            // the paragraph of these.
            let numbered = |l: &&str| l.trim().chars().count() <= 40 && reference::is_numbered(l.trim());
            let paragraph = between.rfind("\n\n").and_then(|at| between.get(..at)).unwrap_or_default();
            let above = paragraph.lines().rev().filter(|l| !l.trim().is_empty()).take(DATED);
            if between.lines().next_back().iter().chain(above.collect::<Vec<_>>().iter()).any(numbered) {
                return true;
            }
            between
                .lines()
                .any(|l| l.trim().len() > 2 && l.trim().chars().all(|c| matches!(c, '-' | '=' | '*' | '_')))
        });
        pasted.map(|(opening, _)| opening).or(at).unwrap_or(self.text.len()).min(2_500)
    }

    /// The lines of the head (where letterhead, reference and date stand), then those below the last courtesy; of a
    /// document without one that we know, the last lines.
    pub(in crate::reading) fn edges(&self) -> Vec<Line<'_>> {
        let kept = self.edges.get_or_init(|| self.find_edges()).iter();
        kept.map(|(range, folded)| {
            let original = self.text.get(range.clone()).unwrap_or_default();
            Line { original, folded, range: range.clone() }
        })
        .collect()
    }

    fn find_edges(&self) -> Vec<(Range<usize>, Folded)> {
        let head = self.head_end();
        let close = [Sense::Closing, Sense::LetterClose];
        // A letter enclosed behind the note has its own courtesies, number and date.
        let enclosed = self.enclosed();
        let foot = self
            .hits
            .iter()
            .rev()
            .find(|h| close.contains(&h.sense) && enclosed.is_none_or(|at| h.start < at));
        let foot = foot.map(|h| self.folded.origin(h.end)).filter(|f| *f >= head);
        let mut lines = self.lines(0..head, 40);
        let end = match foot {
            Some(foot) => {
                // The courtesy itself runs to the end of its paragraph.
                let rest = self.text.get(foot..).unwrap_or_default();
                let ends = ["\n\n", ".\n", "。\n"].into_iter().filter_map(|end| rest.find(end));
                let paragraph = ends.min();
                paragraph.or_else(|| rest.find('\n')).map(|at| foot + at)
            }
            None if enclosed.is_none() => Some(self.last_lines(FOOT).max(head)),
            None => None,
        };
        if let Some(end) = end.filter(|end| *end < self.text.len()) {
            let page_end =
                self.text.get(end..).and_then(|t| t.find('\x0c')).map_or(self.text.len(), |at| end + at);
            let after = self.lines(end..page_end, 14).into_iter();
            lines.extend(after.take_while(|(_, line)| enclosed.is_none() || !begins_letterhead(line.text())));
        }
        lines
    }

    /// Where the last `count` lines begin that are not blank.
    pub(super) fn last_lines(&self, count: usize) -> usize {
        let (mut at, mut left) = (self.text.len(), count);
        for (k, line) in self.text.rsplit('\n').enumerate() {
            if left == 0 {
                break;
            }
            left -= usize::from(!line.trim().is_empty());
            at = at.saturating_sub(line.len() + usize::from(k > 0));
        }
        at
    }

    /// Folded byte at which a letter begins behind the courtesies of a note.
    pub(super) fn enclosed(&self) -> Option<usize> {
        let opening = self.first(Sense::Opening)?;
        let closing = self.hits.iter().find(|h| h.sense == Sense::Closing && h.start > opening.end)?;
        let letter = [Sense::Salutation, Sense::LetterClose];
        self.hits.iter().find(|h| letter.contains(&h.sense) && h.start > closing.end + 40).map(|h| h.start)
    }

    /// Up to `most` lines that are not blank and begin in `range`; one that the range cuts is cut.
    fn lines(&self, range: Range<usize>, most: usize) -> Vec<(Range<usize>, Folded)> {
        let mut at = range.start;
        let part = self.text.get(range).unwrap_or_default();
        let mut lines = Vec::new();
        for line in part.split(['\n', '\x0c']) {
            if !line.trim().is_empty() && lines.len() < most {
                lines.push((at..at + line.len(), Folded::new(line)));
            }
            at += line.len() + 1;
        }
        lines
    }
}

/// Whether a line names a ministry or another office at its beginning, as letterheads do.
fn begins_letterhead(line: &str) -> bool {
    let offices = "ministry|ministere|ministerio|министерство|وزار|department|office of the|\
                   directorate|republi|government|cabinet|embassy|ambassade|embajada";
    let line = line.trim_start();
    offices.split('|').any(|office| line.starts_with(office))
}

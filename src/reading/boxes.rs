//! Boxes to tick: what a form offers and nobody chose is not said.
//!
//! A form prints every meeting, every title and "yes" beside "no"; what counts is the sign before each of them. So options
//! whose box is empty are blotted out, byte for byte, before anything is read, where the form shows that boxes are ticked.

use std::ops::Range;

/// A box, ticked or not.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Mark {
    place: Range<usize>,
    ticked: bool,
    /// It can be nothing but a box: others are bullets of lists, too.
    sure: bool,
}

/// `text` without the options that were not chosen: blanks stand for them, so that every other byte keeps its place.
/// `None` where it has no ticked boxes.
pub(super) fn chosen(text: &str) -> Option<String> {
    let all = marks(text);
    if all.is_empty() {
        return None;
    }
    let lines = lines(text, &all);
    let sure = all.iter().any(|mark| mark.ticked && mark.sure);
    let mut blots = Vec::new();
    // Lines with boxes that stand together are one question, or several of one form.
    for group in lines.chunk_by(|a, b| !a.1.is_empty() && !b.1.is_empty()) {
        let marks = || group.iter().flat_map(|(_, marks)| marks.iter());
        let beside = group.iter().any(|(_, m)| m.iter().any(|m| m.ticked) && m.iter().any(|m| !m.ticked));
        let ticked = marks().any(|mark| mark.ticked && (beside || !is_bullet(text, mark)));
        let open = marks().any(|mark| !mark.ticked);
        if open && (ticked || sure && marks().all(|mark| mark.sure)) {
            for (range, marks) in group.iter().filter(|(_, marks)| !marks.is_empty()) {
                unchosen(text, range.clone(), marks, &mut blots);
            }
        }
    }
    (!blots.is_empty()).then(|| blotted(text, &blots))
}

/// The lines with words, and the boxes on each.
fn lines<'m>(text: &str, all: &'m [Mark]) -> Vec<(Range<usize>, &'m [Mark])> {
    let mut at = 0;
    let mut rest = all;
    let mut lines = Vec::new();
    for line in text.split_inclusive(['\n', '\u{c}']) {
        let range = at..at + line.trim_end().len();
        at += line.len();
        let (own, after) = rest.split_at(rest.partition_point(|mark| mark.place.start < at));
        rest = after;
        if !line.trim().is_empty() {
            lines.push((range, own));
        }
    }
    lines
}

/// What opens a box that is typed.
const TYPED: &[char] = &['[', '(', '（', '［'];

/// Whether a sign is a ticked box, and whether it is a box alone and no bullet.
fn sign(c: char) -> Option<(bool, bool)> {
    let (ticked, sure) = match c {
        '☐' | '\u{f0a8}' | '\u{f06f}' => (false, true),
        '☒' | '☑' | '⊠' | '⌧' | '🗹' | '🗷' | '\u{f0fe}' | '\u{f0fd}' => (true, true),
        '□' | '▢' | '◻' | '⬜' | '❏' | '❑' | '❒' | '○' | '◯' => (false, false),
        '■' | '▣' | '◼' | '⬛' | '●' | '◉' | '✓' | '✔' | '✗' | '✘' | '√' => {
            (true, false)
        }
        _ => return None,
    };
    Some((ticked, sure))
}

/// Whether a mark may as well stand before an item of a list.
fn is_bullet(text: &str, mark: &Mark) -> bool {
    text.get(mark.place.clone()).is_some_and(|sign| sign.contains(['■', '▣', '◼', '⬛', '●', '◉']))
}

/// The boxes of `text`.
fn marks(text: &str) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    // What a box is typed with, and the first bytes of all its signs: most of a text is neither.
    let begins = |byte: u8| matches!(byte, b'[' | b'(' | 0xe2 | 0xef | 0xf0);
    for (start, _) in text.bytes().enumerate().filter(|(_, byte)| begins(*byte)) {
        if marks.last().is_some_and(|mark| mark.place.end > start) {
            continue;
        }
        let Some(c) = text.get(start..).and_then(|rest| rest.chars().next()) else { continue };
        let behind = start + c.len_utf8();
        let mark = match sign(c) {
            Some((ticked, sure)) => Some((behind, ticked, sure)),
            None if TYPED.contains(&c) => typed(text.get(behind..).unwrap_or_default())
                .map(|(length, ticked)| (behind + length, ticked, false)),
            None => None,
        };
        if let Some((end, ticked, sure)) = mark {
            marks.push(Mark { place: start..end, ticked, sure });
        }
    }
    marks
}

/// Whether what follows a bracket is the rest of a box that is typed (`[x]`, `( )`), its length, and whether it is ticked.
fn typed(rest: &str) -> Option<(usize, bool)> {
    // No further than a box is wide: brackets that never close must not cost the line each.
    let near = rest.get(..rest.floor_char_boundary(12))?;
    let end = near.find([']', ')', '）', '］']).filter(|end| *end <= 6)?;
    let inner = rest.get(..end)?;
    let length = end + rest.get(end..)?.chars().next()?.len_utf8();
    match inner.trim_matches([' ', '_', '\u{a0}', '\u{3000}']) {
        "" => Some((length, false)),
        "x" | "X" | "×" | "х" | "Х" | "✓" | "✔" | "√" | "*" => Some((length, true)),
        _ => None,
    }
}

/// Adds to `blots` the boxes of one line, and the options of those that are empty.
fn unchosen(text: &str, line: Range<usize>, marks: &[Mark], blots: &mut Vec<Range<usize>>) {
    // Options do not reach over the border of a cell.
    for cell in cells(text, line) {
        let from = marks.partition_point(|mark| mark.place.start < cell.start);
        let to = marks.partition_point(|mark| mark.place.start < cell.end);
        let own = marks.get(from..to).unwrap_or_default();
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        let said = |range: Range<usize>| text.get(range).unwrap_or_default().trim();
        let before = said(cell.start..first.place.start);
        let behind = said(last.place.end..cell.end).trim_matches(['.', ',', ';', ')']);
        let asked = before.is_empty() || before.ends_with([':', '：', '?', '؟', '？']);
        // "Yes ☒ No ☐": the box stands behind its option.
        let ends_line = behind.is_empty() && !asked;
        for (k, mark) in own.iter().enumerate() {
            blots.push(mark.place.clone());
            if mark.ticked {
                continue;
            }
            let option = if ends_line {
                let from = k.checked_sub(1).and_then(|k| own.get(k)).map_or(cell.start, |m| m.place.end);
                from..mark.place.start
            } else {
                let to = own.get(k + 1).map_or(cell.end, |m| m.place.start);
                let words = text.get(mark.place.end..to).unwrap_or_default();
                // A wide gap parts what comes next from the last option.
                let gap = words.trim_start().find(WIDE).map(|at| at + words.len() - words.trim_start().len());
                mark.place.end..mark.place.end + gap.filter(|_| k + 1 == own.len()).unwrap_or(words.len())
            };
            blots.push(option);
        }
    }
}

/// So many blanks begin another column.
const WIDE: &str = "     ";

fn cells(text: &str, line: Range<usize>) -> Vec<Range<usize>> {
    let mut from = line.start;
    let words = text.get(line.clone()).unwrap_or_default();
    let mut cells = Vec::new();
    for (at, border) in words.match_indices(['|', '│', '\t']) {
        cells.push(from..line.start + at);
        from = line.start + at + border.len();
    }
    cells.push(from..line.end);
    cells
}

/// `text` with blanks for the bytes of `blots`; line ends stay.
fn blotted(text: &str, blots: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut sorted = blots.to_vec();
    sorted.sort_by_key(|blot| blot.start);
    let mut rest = sorted.iter().peekable();
    for (at, c) in text.char_indices() {
        while rest.next_if(|blot| blot.end <= at).is_some() {}
        match rest.peek() {
            Some(blot) if blot.start <= at && !matches!(c, '\n' | '\u{c}') => {
                out.extend(std::iter::repeat_n(' ', c.len_utf8()));
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::chosen;

    /// What stays, blanks taken together.
    fn stays(text: &str) -> String {
        let chosen = chosen(text).unwrap();
        assert_eq!(chosen.len(), text.len());
        let lines: Vec<String> =
            chosen.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        lines.join("\n").trim().to_owned()
    }

    #[test]
    fn options_without_a_tick_are_not_said() {
        assert_eq!(
            stays("Réunion : ☐ 20-23 février ☐ 12-15 mars ☒ 3-6 avril ☐ 14-18 mai"),
            "Réunion : 3-6 avril"
        );
        assert_eq!(
            stays("Financial assistance | ☐ requested ☒ not requested"),
            "Financial assistance | not requested"
        );
        assert_eq!(stays("Yes ☒ No ☐"), "Yes");
        assert_eq!(stays("Paid by us: [ ] yes [X] no"), "Paid by us: no");
        assert_eq!(stays("是否首次：□ 是 ☑ 否"), "是否首次： 否");
        assert_eq!(stays("☐ Round 3 (3–6 April)\n☒ Round 5 (4–8 June)\n\n☐ Round 6"), "Round 5 (4–8 June)");
        assert_eq!(stays("☐ M. ☒ Mme      Nom : Sow"), "Mme Nom : Sow");
        assert_eq!(stays("☒ Mme ☐ M.      Nom : Sow"), "Mme Nom : Sow");
    }

    #[test]
    fn endless_boxes_are_read_once() {
        for part in ["☐|☒", "( ) a (", "☒ a ☐ b", "[x]\n[ ]", "☐ a     "] {
            let text = part.repeat(400_000 / part.len());
            assert!(chosen(&text).is_none_or(|chosen| chosen.len() == text.len()));
        }
    }

    #[test]
    fn bullets_and_brackets_are_no_boxes() {
        for text in [
            "□ air ticket\n□ daily allowance",
            "● Ms. Sow\n\n○ Mr. Ba (b)",
            "the Trust Fund (TF) [sic]",
            "(x) of paragraph 5",
            "a list:\n■ first\nwords\n□ second",
        ] {
            assert_eq!(
                chosen(text).filter(|c| c.split_whitespace().ne(text.split_whitespace())),
                None,
                "{text}"
            );
        }
    }
}

//! Persons of a list with a mark, and the line that says what it means: "M. A, directeur (*)", "(*) prise en charge
//! demandée au Fonds".

use crate::reading::travellers::{Candidate, Part, forms};

/// Marks of footnotes; longer ones first.
const MARKS: [&str; 8] = ["(**)", "(*)", "(†)", "***", "**", "*", "†", "‡"];
/// Bytes before the line within which the list stands.
const REACH: usize = 2_000;
/// Bytes behind a name within which its mark stands.
const NEAR: usize = 260;

/// Those with the mark of a line about the fund travel at its expense, the others of the list do not.
pub(in crate::reading::travellers) fn marked(text: &str, all: &mut [Candidate]) {
    let mut at = 0;
    for line in text.split('\n') {
        let start = at + line.len() - line.trim_start().len();
        at += line.len() + 1;
        let own = line.trim();
        let Some(mark) = MARKS.iter().find(|mark| own.starts_with(**mark)) else { continue };
        let told = own.get(mark.len()..).unwrap_or_default().split(". ").next().unwrap_or_default();
        let Some(pays) = forms::fund_pays(told) else { continue };
        let listed: Vec<usize> = all
            .iter()
            .enumerate()
            .filter(|(_, c)| c.name.end <= start && start - c.name.end < REACH)
            .filter(|(_, c)| matches!(c.part, Part::Nominated | Part::Mentioned | Part::Own))
            .map(|(k, _)| k)
            .collect();
        let with: Vec<usize> = listed
            .iter()
            .copied()
            .filter(|k| {
                let Some(end) = all.get(*k).map(|c| c.name.end) else { return false };
                let next = all.get(k + 1).map_or(start, |n| n.start).min(start);
                let to = text.floor_char_boundary(next.min(end + NEAR)).max(end);
                let behind = text.get(end..to).unwrap_or_default();
                // The mark of the next item begins its line.
                let mut lines = behind.split("\n\n").next().unwrap_or_default().split('\n');
                let first = lines.next().unwrap_or_default().contains(mark);
                first || lines.any(|l| l.contains(mark) && !l.trim_start().starts_with(mark))
            })
            .collect();
        if with.is_empty() {
            continue;
        }
        for k in listed {
            let Some(one) = all.get_mut(k) else { continue };
            one.part = if with.contains(&k) == pays { Part::Nominated } else { Part::Own };
            one.told = Some(one.part);
            one.marked = one.part == Part::Nominated;
            one.weak = false;
        }
    }
}

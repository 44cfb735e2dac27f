//! What stands below: the post that labels tell below a sentence that names one person ("requests support for Ms. Duro ...",
//! then "Position: Director of Visas"), and lines over which a post goes on.

use super::labels::{Label, label};
use super::{Block, joined, leader};

/// Lines behind the name within which the labels may begin.
const LINES: usize = 12;
/// A label is no longer.
const HEAD: usize = 60;

/// The post and the institution that labels tell between `end`, where the name ends, and `limit`.
pub(in crate::reading::travellers) fn post_below(text: &str, end: usize, limit: usize) -> Option<String> {
    let mut told = Block::default();
    let mut start = end + text.get(end..limit)?.find('\n')? + 1;
    for _ in 0..LINES {
        let line = text.get(start..limit)?.split('\n').next()?;
        let after = start + line.len();
        let head = line.get(..line.floor_char_boundary(HEAD)).unwrap_or_default();
        let sign = head.find([':', '：']).filter(|_| !line.contains('|'));
        if let Some(known) = sign.and_then(|at| label(line.get(..at)?)) {
            let value = start + line.find([':', '：'])? + 1;
            let value = text.get(value..after + hanging(text, after))?.trim_start_matches('：').trim();
            match known {
                Label::Function | Label::Institution if !value.is_empty() => {
                    told.add(known, value, start, &|at| at, text);
                }
                // Another person's, or a payer's.
                Label::Name | Label::Given | Label::Family | Label::Other | Label::Kin | Label::Alternate => {
                    break;
                }
                _ => {}
            }
        }
        if after >= limit {
            break;
        }
        start = after + 1;
    }
    let post = told.function?;
    Some(match &told.institution {
        Some(institution) => joined(post, institution, told.institution_first),
        None => post,
    })
}

/// Bytes of the lines after `at` that hang under the value there: deeply indented, without a label of their own.
pub(super) fn hanging(text: &str, at: usize) -> usize {
    let mut length = 0;
    let value = text.get(..at).and_then(|t| t.rsplit('\n').next()).unwrap_or_default().trim_end();
    // "Ministry of" at the end of its line, or a line as long as the margin: it goes on below, indented or not.
    let open = value.ends_with([',', '-', '&'])
        || value.chars().count() >= 64
        || value.rsplit(' ').next().is_some_and(|w| {
            [
                "of", "de", "du", "des", "del", "the", "la", "et", "y", "and", "for", "pour", "para", "da",
                "do", "e", "à", "los", "las", "les",
            ]
            .contains(&w)
        });
    for (k, line) in text.get(at..).unwrap_or_default().split_inclusive('\n').skip(1).take(3).enumerate() {
        let indent = line.len() - line.trim_start().len();
        let labelled = line.contains([':', '|']) || leader(line).is_some();
        if indent < 8 && !(open && k == 0) || line.trim().is_empty() || labelled {
            break;
        }
        length += line.len();
    }
    if length == 0 { 0 } else { length + usize::from(text.get(at..).is_some_and(|t| t.starts_with('\n'))) }
}

//! Dots that lead from a label to its value (`Surname.........SOW`, `Nom et prénom ______ : SOW`).

use std::ops::Range;

/// So many signs in a row lead somewhere: an ellipsis has three.
const LEAST: usize = 4;
/// A label has at most so many characters.
const LABEL: usize = 60;

fn leads(c: char) -> bool {
    matches!(c, '.' | '_' | '…' | '·' | '․' | '‥')
}

/// `text` with a colon and blanks for each leader that has a label before it and a value behind, so that every other byte
/// keeps its place; `None` where it has none.
pub(super) fn without(text: &str) -> Option<String> {
    if !text.contains("....") && !text.contains("____") && !text.contains("……") && !text.contains("····")
    {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut changed = false;
    for line in text.split_inclusive(['\n', '\u{c}']) {
        match of_line(line) {
            Some(better) => {
                changed = true;
                out.push_str(&better);
            }
            None => out.push_str(line),
        }
    }
    changed.then_some(out)
}

fn of_line(line: &str) -> Option<String> {
    let runs = runs(line);
    // What nobody filled in ends with dots: "received on ........ file no. ........"
    if runs.is_empty() || runs.last().is_some_and(|run| !has_words(line, run.end..line.len())) {
        return None;
    }
    let mut out = String::with_capacity(line.len());
    let mut from = 0;
    for run in runs {
        let label = line.get(from..run.start).unwrap_or_default();
        out.push_str(label);
        let behind = line.get(run.end..).unwrap_or_default().trim_start();
        let named = label.trim_end().ends_with([':', '：']) || behind.starts_with([':', '：']);
        let short = label.chars().count() <= LABEL && label.contains(char::is_alphabetic);
        out.push(if named || !short { ' ' } else { ':' });
        out.push_str(&" ".repeat(run.len() - 1));
        from = run.end;
    }
    out.push_str(line.get(from..).unwrap_or_default());
    Some(out)
}

fn has_words(line: &str, range: Range<usize>) -> bool {
    line.get(range).is_some_and(|text| text.contains(char::is_alphanumeric))
}

/// Where the leaders of a line stand.
fn runs(line: &str) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut start = None;
    let ends = line.char_indices().chain([(line.len(), '\n')]);
    for (at, c) in ends {
        match (leads(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let run = line.get(from..at).unwrap_or_default();
                let signs: usize = run.chars().map(|c| if c == '…' { 3 } else { 1 }).sum();
                if signs >= LEAST {
                    runs.push(from..at);
                }
                start = None;
            }
            _ => {}
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::without;

    #[test]
    fn a_leader_is_a_colon() {
        for (form, read) in [
            ("Surname..........SOW\nPost held ....... Director", "Surname: SOW\nPost held : Director"),
            ("Nom ________ : SOW", "Nom : SOW"),
            ("Nom …… SOW Prénom …… Awa", "Nom : SOW Prénom : Awa"),
        ] {
            let without = without(form).unwrap();
            assert_eq!(without.len(), form.len());
            let lines: Vec<String> =
                without.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
            assert_eq!(lines.join("\n"), read);
        }
    }

    #[test]
    fn endless_leaders_are_read_once() {
        for part in ["....", "a....b", "_", "…… : "] {
            let text = part.repeat(400_000 / part.len());
            assert!(without(&text).is_none_or(|without| without.len() == text.len()));
        }
    }

    #[test]
    fn what_is_not_filled_in_and_an_ellipsis_stay() {
        for text in
            ["received on ........ file no. ........", "and so on... then", "________________\nSignature"]
        {
            assert_eq!(without(text), None, "{text}");
        }
    }
}

//! Names whose characters stand apart, as tables and forms set them: "贺  锋", "马 学 忠".

use super::{is_han, is_surname};

const BLANKS: [char; 3] = [' ', '\u{a0}', '\u{3000}'];

/// Where the name begins with which `part` ends: a family name and one or two characters more, each for itself.
pub(super) fn ending(part: &str) -> Option<usize> {
    let mut first = None;
    let mut at = part.trim_end_matches(BLANKS).len();
    for count in 1..=4 {
        let before = part.get(..at)?;
        let c = before.chars().next_back().filter(|c| is_han(*c))?;
        at -= c.len_utf8();
        let before = before.get(..at)?;
        let gap = before.len() - before.trim_end_matches(BLANKS).len();
        let alone = gap > 0 || before.is_empty() || before.ends_with('\n');
        if !alone || count > 3 {
            return first;
        }
        if count > 1 && is_surname(c) {
            first = Some(at);
        }
        at -= gap;
        if before.is_empty() || before.trim_end_matches(BLANKS).ends_with('\n') {
            return first;
        }
    }
    first
}

/// The name that begins `rest` and fills its line or is followed by a wide gap or a sign, and where it ends.
pub(super) fn beginning(rest: &str) -> Option<(String, usize)> {
    let mut end = 0;
    let mut count = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let sound = is_han(c) && (count > 0 || is_surname(c));
        let alone = chars.peek().is_none_or(|(_, next)| !is_han(*next));
        if !sound || !alone {
            break;
        }
        (end, count) = (at + c.len_utf8(), count + 1);
        let mut blanks = 0;
        while chars.next_if(|(_, next)| BLANKS.contains(next)).is_some() {
            blanks += 1;
        }
        // A wide gap parts the name from what stands beside it.
        if blanks == 0 || blanks > 2 {
            break;
        }
    }
    let name = rest.get(..end)?;
    let after = rest.get(end..)?.trim_start_matches(BLANKS);
    let whole = after.is_empty()
        || after.starts_with(['\n', '\r', '，', ',', '（', '(', '；', '|', '。'])
        || ["先生", "女士", "小姐", "同志"].iter().any(|c| after.starts_with(c));
    ((2..=3).contains(&count) && whole).then(|| printed(name).map(|name| (name, end))).flatten()
}

/// The name with one blank between its characters, where each of them stands for itself.
pub(super) fn printed(spoken: &str) -> Option<String> {
    let parts: Vec<&str> = spoken.split(BLANKS).filter(|p| !p.is_empty()).collect();
    let each = parts.iter().all(|p| p.chars().count() == 1 && p.chars().all(is_han));
    ((2..=4).contains(&parts.len()) && each).then(|| parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_words_set_apart() {
        for (part, name) in [
            ("团员  贺  锋", Some("贺  锋")),
            ("马 学 忠", Some("马 学 忠")),
            ("参赞 李\u{3000}明", Some("李\u{3000}明")),
            ("\n    郜 峰", Some("郜 峰")),
            ("外交部 王", None),
            ("贺锋", None),
            ("纽  约", None),
        ] {
            assert_eq!(ending(part).and_then(|at| part.get(at..)), name, "{part}");
        }
        assert_eq!(beginning("马 学 忠\n性别：男"), Some(("马 学 忠".to_owned(), 11)));
        assert_eq!(beginning("马 学 忠于"), None);
        assert_eq!(beginning("马学忠"), None);
    }
}

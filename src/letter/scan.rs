//! The names and filters that a template uses, with their places, in every branch: what a trial rendering of one
//! branch would not see.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::letter::context::{FILTERS, NAMES};

const WORDS: [&str; 14] = [
    "if", "elif", "else", "endif", "for", "in", "endfor", "and", "or", "not", "true", "false", "none", "loop",
];

/// Every unknown name and filter of `source`, and lines that would be glued to the next.
pub(super) fn scan(file: &str, source: &str) -> Vec<Diagnostic> {
    let mut found = glued(file, source);
    let mut declared: BTreeSet<String> = BTreeSet::new();
    for tag in tags(source) {
        let Some(text) = source.get(tag.clone()) else { continue };
        let mut declares = false;
        let mut filter = false;
        for token in tokens(text) {
            let Some(word) = text.get(token.clone()) else { continue };
            let place = tag.start + token.start..tag.start + token.end;
            if word == "|" {
                filter = true;
            } else if std::mem::take(&mut filter) {
                if !FILTERS.iter().any(|(name, _)| *name == word) {
                    let names = FILTERS.iter().map(|(name, _)| *name);
                    found.push(unknown(file, "unknown-filter", "filter", word, names).at(place));
                }
            } else if word == "for" {
                declares = true;
            } else if word == "in" {
                declares = false;
            } else if WORDS.contains(&word) || word.starts_with("loop.") {
            } else if declares {
                declared.insert(word.to_owned());
            } else if !known(word) && !declared.contains(word) {
                let names = NAMES.iter().map(|(name, _, _)| *name);
                found.push(unknown(file, "unknown-placeholder", "placeholder", word, names).at(place));
            }
        }
    }
    found
}

fn known(word: &str) -> bool {
    NAMES.iter().any(|(name, _, _)| *name == word)
}

fn unknown<'a>(
    file: &str,
    code: &'static str,
    what: &str,
    word: &str,
    names: impl Iterator<Item = &'a str> + Clone,
) -> Diagnostic {
    let diagnostic = Diagnostic::error(file, code, format!("there is no {what} `{word}`"));
    // A word cut short means what it begins; at equal nearness the end of a name says more than its middle.
    let begun = names.clone().filter(|n| n.len() <= word.len() + 1 && n.starts_with(word)).min();
    match begun.or_else(|| did_you_mean(word, names)) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic.help(format!("docs/templates.md lists every {what}")),
    }
}

/// The insides of `{{ }}` and `{% %}`, without comments.
fn tags(source: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = source.get(at..).and_then(|rest| rest.find('{')).map(|found| at + found) {
        let close = match source.get(open..open + 2) {
            Some("{{") => "}}",
            Some("{%") => "%}",
            Some("{#") => "#}",
            _ => {
                at = open + 1;
                continue;
            }
        };
        let Some(length) = source.get(open + 2..).and_then(|rest| rest.find(close)) else { break };
        if close != "#}" {
            tags.push(open + 2..open + 2 + length);
        }
        at = open + 2 + length + 2;
    }
    tags
}

/// A statement that is not ended, or an end of nothing: where, what, and what to do. None where all are paired.
pub(super) fn unpaired(source: &str) -> Option<(Range<usize>, String, String)> {
    let row = |at: usize| source.get(..at).unwrap_or(source).matches('\n').count() + 1;
    let mut open: Vec<(&str, Range<usize>)> = Vec::new();
    for tag in tags(source) {
        let whole = tag.start.saturating_sub(2)..tag.end + 2;
        let Some(text) =
            source.get(tag.clone()).filter(|_| source.get(whole.clone()).is_some_and(is_statement))
        else {
            continue;
        };
        let word = tokens(text).first().and_then(|token| text.get(token.clone())).unwrap_or_default();
        let begun = match word {
            "if" | "for" => {
                open.push((word, whole));
                continue;
            }
            "endif" => "if",
            "endfor" => "for",
            _ => continue,
        };
        match open.pop() {
            Some((word, _)) if word == begun => {}
            Some((word, place)) => {
                let message = format!("the `{{% {word} … %}}` of line {} is not ended", row(place.start));
                let help = format!(
                    "write {{% end{word} %}} before the {{% end{begun} %}} of line {}",
                    row(whole.start)
                );
                return Some((place, message, help));
            }
            None => {
                let message = format!("the `{{% end{begun} %}}` of line {} ends nothing", row(whole.start));
                let help = format!("take it out, or write the {{% {begun} … %}} that it ends");
                return Some((whole, message, help));
            }
        }
    }
    let (word, place) = open.pop()?;
    let message =
        format!("the `{{% {word} … %}}` of line {} is not ended, or one within it", row(place.start));
    Some((place, message, format!("write {{% end{word} %}} where it is to end")))
}

fn is_statement(tag: &str) -> bool {
    tag.starts_with("{%")
}

/// Words (with their dots) and `|`; strings and numbers are passed over.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c == '"' || c == '\'' {
            for (_, inner) in chars.by_ref() {
                if inner == c {
                    break;
                }
            }
        } else if c == '|' {
            tokens.push(start..start + 1);
        } else if c.is_alphanumeric() || c == '_' {
            let mut end = start + c.len_utf8();
            while let Some((at, next)) = chars.peek().copied() {
                if !(next.is_alphanumeric() || next == '_' || next == '.') {
                    break;
                }
                end = at + next.len_utf8();
                chars.next();
            }
            if !c.is_ascii_digit() {
                tokens.push(start..end);
            }
        }
    }
    tokens
}

/// A line feed after a block tag is dropped, so that tags can have lines of their own; after a tag that ends a
/// line with other words on it, this would glue the next line's first word to it.
fn glued(file: &str, source: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut lines = source.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let body = line.trim_end_matches(['\n', '\r']);
        let alone = body.trim_start().starts_with("{%") && body.matches("{%").count() == 1;
        let next_is_text = lines.peek().is_some_and(|next| !next.trim().is_empty());
        if body.ends_with("%}") && !alone && next_is_text {
            let tag = body.rfind("{%").unwrap_or(0);
            found.push(
                Diagnostic::error(
                    file,
                    "glued-line",
                    "the line after this tag would be glued to it, without a space",
                )
                .at(start + tag..start + body.len())
                .help("give the tag a line of its own, or move a word behind it"),
            );
        }
        start += line.len();
    }
    found
}

//! A post that a sentence of its own tells: "We send Ms. Duro. She is Director of Visas."

use std::sync::LazyLock;

use regex::Regex;

use crate::reading::travellers::candidates::begins_post;

use super::{past_leads, trimmed_to};

/// Pronouns with their verb, in small letters; a post must follow.
const IS: [&str; 33] = [
    "she is ",
    "he is ",
    "she's ",
    "he's ",
    "she’s ",
    "he’s ",
    "ella es ",
    "él es ",
    "elle est ",
    "il est ",
    "ela é ",
    "ele é ",
    "she remains ",
    "he remains ",
    "she serves as ",
    "he serves as ",
    "serves as ",
    "works as ",
    "holds the post of ",
    "holds the position of ",
    "holds the office of ",
    "ocupa el cargo de ",
    "desempeña el cargo de ",
    "se desempeña como ",
    "se desempeña actualmente como ",
    "ejerce como ",
    "occupe le poste de ",
    "occupe la fonction de ",
    "occupe les fonctions de ",
    "exerce les fonctions de ",
    "travaille comme ",
    "ocupa o cargo de ",
    "exerce as funções de ",
];
/// What leads to a post in Arabic: "وتشغل المعنية منصب مديرة الهجرة". It may begin the next paragraph.
static HOLDS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\sو?[تي](?:شغل|تولى|تقلد)\s((?:\S+\s){0,3}?)(?:منصب|وظيفة|مهام)\s").ok());
/// Bytes behind the name within which it may be said.
const REACH: usize = 320;

/// The post that a pronoun behind `name` tells, which ends at `end`, before `limit`.
pub(in crate::reading::travellers) fn said(
    text: &str,
    name: &str,
    end: usize,
    limit: usize,
) -> Option<String> {
    let near = |limit: usize| text.get(end..text.floor_char_boundary((end + REACH).min(limit)).max(end));
    if let Some(post) = near(text.len()).and_then(|near| held(near, name, limit.saturating_sub(end))) {
        return Some(post);
    }
    let near = near(limit)?;
    // "Ms. Duro\n\n...": another paragraph may speak of another.
    let near = near.split("\n\n").next()?.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut words = near.match_indices(' ').map(|(at, _)| at + 1).chain(std::iter::once(0));
    let body = words.find_map(|at| {
        let clause = near.get(at..)?;
        IS.iter().find_map(|is| {
            let head = clause.get(..is.len()).filter(|head| head.to_lowercase() == **is)?;
            let body = past_leads(clause.get(head.len()..)?);
            begins_post(body).then_some(body)
        })
    })?;
    // A paragraph that is cut may end amid a word.
    let post = trimmed_to(body);
    (post.chars().count() > 3 && (post.len() < body.len() || near.len() + 2 < REACH)).then(|| post.to_owned())
}

/// What is held in Arabic, by a pronoun or by the family name again: "وتشغل السيدة الحموري منصب مديرة".
fn held(near: &str, name: &str, limit: usize) -> Option<String> {
    let found = HOLDS.as_ref()?.captures(near)?;
    let (whole, who) = (found.get(0)?, found.get(1)?);
    let own = who.as_str().split_whitespace().any(|word| name.split_whitespace().any(|n| n == word));
    if whole.end() > limit && !own {
        return None;
    }
    let body = near.get(whole.end()..)?.split_whitespace().collect::<Vec<_>>().join(" ");
    let post = trimmed_to(&body);
    (post.chars().count() > 3 && post.len() < body.len()).then(|| post.to_owned())
}

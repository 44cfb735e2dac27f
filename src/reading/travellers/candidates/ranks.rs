//! Arabic posts in the place of a title: "المستشار مهند فاضل العاني", "عقيد شرطة/ التجاني الفاضل بابكر"; and names that fill
//! two lines below a title, or set apart within a sentence.

use crate::reading::travellers::candidates::apposed::begins_post;
use crate::reading::travellers::candidates::bare::is_institutional;
use crate::reading::travellers::candidates::candidate;
use crate::reading::travellers::candidates::several::is_plural;
use crate::reading::travellers::candidates::untitled::names_place;
use crate::reading::travellers::cues::Found;
use crate::reading::travellers::names::{self, Name};
use crate::reading::travellers::{Candidate, MOST, Shape};
use crate::reading::words::fold;

const BLANKS: [char; 2] = [' ', '\u{a0}'];

/// Adds those whom a post with its article leads, or one that a stroke parts from the name.
pub(super) fn add(text: &str, all: &mut Vec<Candidate>) {
    if !text.contains(names::is_arabic) {
        return;
    }
    let mut found: Vec<Candidate> = Vec::new();
    for (at, post) in words(text) {
        if found.len() >= MOST || !names::is_post_in_arabic(post) {
            continue;
        }
        let Some(start) = behind(text, at + post.len(), post) else { continue };
        let Some(name) = names::at(text, start, true).filter(|n| (2..=7).contains(&n.count)) else {
            continue;
        };
        let first = name.text.split(' ').next().unwrap_or_default();
        let taken = all.iter().chain(&found).any(|c| c.start.min(c.name.start) < name.end && at < c.name.end);
        if !taken && names::is_given_in_arabic(first) {
            found.push(candidate(at, name.start..name.end, name.text, Shape::Titled));
        }
    }
    all.append(&mut found);
}

/// The words of Arabic letters, each with its place.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split_inclusive(|c: char| !names::is_arabic(c) || c == '،').filter_map(move |part| {
        let start = at;
        at += part.len();
        let word = part.trim_end_matches(|c: char| !names::is_arabic(c) || c == '،');
        (!word.is_empty()).then_some((start, word))
    })
}

/// Where the name may begin behind a post: after the stroke that closes it, or after one with its article at once.
fn behind(text: &str, at: usize, post: &str) -> Option<usize> {
    let rest = text.get(at..)?;
    if let Some((more, name)) = rest.split_once('/')
        && more.split_whitespace().count() <= 2
        && more.chars().all(|c| names::is_arabic(c) && c != '،' || BLANKS.contains(&c))
    {
        return Some(at + rest.len() - name.len());
    }
    // "المستشار محمد علي", and not "وزير محمد": only with its article it stands as a title.
    let folded = fold(post);
    let titled = ["ال", "وال", "لل", "بال"].iter().any(|a| folded.starts_with(a));
    (titled && rest.starts_with(BLANKS)).then_some(at)
}

/// The name with the line below it, where the title has a line of its own and a bracket closes both: "السيدة", "فرحية عبد
/// القادر حاجي", "محمود شيخ نور", "(مستشارة ...".
pub(super) fn over_two_lines(text: &str, title: &Found, name: Name) -> Name {
    let line = text.get(..title.start).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
    let titles = text.get(title.start..name.start).unwrap_or_default();
    let word = titles.trim_end();
    let gap = titles.get(word.len()..).unwrap_or_default();
    let word = word.trim_end_matches('.');
    let alone = line.trim().is_empty() && !word.contains('\n') && gap.matches('\n').count() == 1;
    if let Some(whole) = set_apart(text, title.start, &name) {
        return whole;
    }
    if !alone || is_plural(word) {
        return name;
    }
    let mut below = text.get(name.end..).unwrap_or_default().splitn(3, '\n');
    let (Some(end), Some(second), Some(third)) = (below.next(), below.next(), below.next()) else {
        return name;
    };
    let start = name.end + end.len() + 1;
    let lead = second.len() - second.trim_start().len();
    let whole = names::at(text, start + lead, false).filter(|n| n.end == start + second.trim_end().len());
    match whole.filter(|_| end.trim().is_empty() && third.trim_start().starts_with('(')) {
        Some(more) => Name {
            text: format!("{} {}", name.text, more.text),
            start: name.start,
            end: more.end,
            count: name.count + more.count,
        },
        None => name,
    }
}

/// Blanks before the lines of a name that is set apart.
const INDENT: usize = 4;

/// "    Mrs. Comfort Weade" over "    Kollie-Tarpeh", set apart within a sentence: the name with its second line.
fn set_apart(text: &str, title: usize, name: &Name) -> Option<Name> {
    let line = text.get(..title)?.rsplit('\n').next()?;
    let (_, below) = text.get(name.end..)?.split_once('\n').filter(|(end, _)| end.trim().is_empty())?;
    let (second, rest) = below.split_once('\n')?;
    let lead = second.len() - second.trim_start().len();
    let apart = line.len() >= INDENT && line.trim().is_empty() && line.len() == lead;
    let above = text.get(..title - line.len())?;
    let third = rest.split('\n').next()?.trim();
    // "Mrs. Sabitri Kumari" over "Thapa Magar" over "Under Secretary": a post closes a name as a blank line does.
    let closed = third.is_empty() || name.count <= 2 && begins_post(third);
    if !apart || !hangs(above) || !closed {
        return None;
    }
    let start = text.len() - below.len() + lead;
    let more = names::at(text, start, false).filter(|n| n.end == start + second.trim().len())?;
    is_of_name(&more.text).then(|| Name {
        text: format!("{} {}", name.text, more.text),
        start: name.start,
        end: more.end,
        count: name.count + more.count,
    })
}

/// "concurrirá en su lugar la Señora", and below, set apart, "Itzel Damaris" over "Quintero Bonilla": the name of one or
/// two lines behind a title at `at` that ends its paragraph.
pub(super) fn displayed(text: &str, at: usize) -> Option<Name> {
    let (end, below) = text.get(at..)?.split_once('\n')?;
    let (blank, block) = below.split_once('\n')?;
    if !end.trim().is_empty() || !blank.trim().is_empty() {
        return None;
    }
    let mut whole: Option<Name> = None;
    let mut start = text.len() - block.len();
    for line in block.split('\n').take(3) {
        let own = line.trim();
        if own.is_empty() {
            break;
        }
        let lead = line.len() - line.trim_start().len();
        let name = names::at(text, start + lead, false).filter(|n| n.end == start + lead + own.len())?;
        // A line of prose that begins with a name is none that is set apart.
        if lead < INDENT && own.chars().count() > 40 || !is_of_name(&name.text) {
            return None;
        }
        whole = Some(match whole {
            None => name,
            Some(first) => Name {
                text: format!("{} {}", first.text, name.text),
                start: first.start,
                end: name.end,
                count: first.count + name.count,
            },
        });
        start += line.len() + 1;
    }
    whole.filter(|n| (2..=6).contains(&n.count))
}

/// Whether a blank line follows a sentence that is not at its end.
pub(in crate::reading::travellers) fn hangs(above: &str) -> bool {
    let end = above.trim_end();
    let blank = above.get(end.len()..).is_some_and(|gap| gap.matches('\n').count() >= 2);
    let word = end.rsplit([' ', '\n']).next().unwrap_or_default();
    let amid = word.starts_with(|c: char| c.is_lowercase() || names::is_arabic(c));
    blank && amid && word.ends_with(char::is_alphabetic)
}

fn is_of_name(name: &str) -> bool {
    !names_place(name) && !name.split([' ', '-']).any(|w| is_institutional(&fold(w)))
}

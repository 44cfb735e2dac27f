//! What the words around a person tell: post, institution, gender.

use crate::reading::Gender;
use crate::reading::travellers::candidates::{begins_post, hangs, past_titles};
use crate::reading::travellers::cues::{Found, Mark};
use crate::reading::travellers::{Candidate, Piece, Shape, forms, names, piece_at, posts, tail_end};
use crate::reading::words::fold;

/// Post and gender, from the words around.
pub(super) fn add(
    text: &str,
    one: &mut Candidate,
    next: Option<usize>,
    marks: &[Found],
    pieces: &[Piece],
    turns: &[Found],
) {
    let Some(piece) = piece_at(pieces, one.start) else { return };
    // A name may go on over what looks like the end of its sentence.
    let last = piece_at(pieces, one.name.end.saturating_sub(1)).unwrap_or(piece);
    let tail = tail_end(last, one, next);
    // "OKEYO Amina (Ms.), Director": a title in brackets behind the name.
    let mut end = one.name.end;
    let rest = text.get(end..).unwrap_or_default().trim_start_matches([' ', ',']);
    if let Some(inner) = rest.strip_prefix('(') {
        let (after, gender, any) = past_titles(text, marks, text.len() - inner.len());
        // "(female), Chief Employment Officer"
        if let Some((word, _)) = inner.split_once(')')
            && let Some(gender) = forms::told(word)
        {
            one.gender = one.gender.or(Some(gender));
            end = text.len() - inner.len() + word.len() + 1;
        } else if any && text.get(after..).is_some_and(|t| t.starts_with(')')) {
            one.gender = one.gender.or(gender);
            end = after + 1;
        }
    }
    // "Rosario Undurraga Vial | Sra., Directora": a title in the next cell.
    if let Some(cell) = rest.strip_prefix("| ") {
        let (after, gender, any) = past_titles(text, marks, text.len() - cell.len());
        if any && text.get(after..).is_some_and(|t| t.trim_start().starts_with([',', '|'])) {
            one.gender = one.gender.or(gender);
        }
    }
    end = past_designation(text, end);
    // Of a name that fills its line the post may begin the next, behind a dash that looks like an item.
    let fills = text.get(end..tail).is_some_and(|t| t.trim().is_empty());
    let eastern = one.text.starts_with(|c: char| c.is_alphabetic() && c >= '\u{400}');
    let tail = match next.unwrap_or(text.len()) {
        next if fills && eastern => next.min(text.floor_char_boundary(end + 400)),
        _ => tail,
    };
    if one.function.is_none() {
        one.function = posts::after(text, end, tail.max(end));
    }
    if one.function.is_none() {
        one.function = below(text, one, end, next).or_else(|| behind_display(text, end));
    }
    // "We send Ms. Duro. She is Director of Visas."
    if one.function.is_none() {
        let limit = next.unwrap_or(text.len());
        one.function =
            posts::said(text, &one.text, end, limit).or_else(|| forms::post_below(text, end, limit));
    }
    if one.function.is_none() && one.shape == Shape::Labelled {
        one.function = posts::after(
            text,
            end,
            text.get(end..).and_then(|t| t.find('\n')).map_or(text.len(), |n| end + n),
        );
    }
    if one.function.is_none() {
        let from = turns.iter().rev().find(|t| t.end <= one.start && t.start >= piece.range.start);
        let from = from.map_or(piece.range.start, |t| t.end).max(one.start.saturating_sub(240));
        let clause = text.get(text.floor_char_boundary(from)..one.start).unwrap_or_default();
        one.function = posts::before(clause);
        one.post_before = one.function.is_some();
    }
    if one.gender.is_none() && one.start > 0 {
        let near = fold(
            text.get(text.floor_char_boundary(one.start.saturating_sub(4))..one.start).unwrap_or_default(),
        );
        // "la Dra.", "el Ing.": the article before a title.
        one.gender = match near.split_whitespace().last() {
            Some("la") if one.shape == Shape::Titled => Some(Gender::F),
            Some("el" | "al" | "del") if one.shape == Shape::Titled => Some(Gender::M),
            _ => None,
        };
    }
    // "Chief Executive Officer, Ministry of Commerce (female)": in brackets behind the post.
    if one.gender.is_none() {
        let item = text.get(end..tail.max(end)).unwrap_or_default();
        let told = item.split('(').skip(1).filter_map(|inner| inner.split_once(')'));
        one.gender = told.map(|(word, _)| word).filter(|w| w.chars().count() > 1).find_map(forms::told);
    }
    if one.gender.is_none() {
        one.gender = one.function.as_deref().and_then(posts::gender);
    }
    if one.gender.is_none() {
        one.gender = by_surname(text, one);
    }
    if one.gender.is_none() {
        let stop = next.unwrap_or(text.len()).min(one.name.end + 700);
        let from = marks.partition_point(|m| m.start < one.name.end);
        let told = marks.iter().skip(from).take_while(|m| m.start < stop).find_map(|m| match m.mark {
            Mark::Pronoun(gender) if !is_either(text, m) => Some(gender),
            _ => None,
        });
        one.gender = told;
    }
}

/// "Mr. Peiris's designation (Additional Secretary)": past the words between name and post.
fn past_designation(text: &str, end: usize) -> usize {
    const WORDS: [&str; 8] =
        ["designation", "title", "function", "position", "post", "rank", "current designation", "job title"];
    let rest = text.get(end..).unwrap_or_default();
    let Some(own) = ["'s ", "’s "].iter().find_map(|s| rest.strip_prefix(s)) else { return end };
    let word = WORDS.iter().filter(|w| own.starts_with(**w)).max_by_key(|w| w.len());
    word.map_or(end, |w| text.len() - own.len() + w.len())
}

/// Characters of a line that its margin may have broken.
const MARGIN: usize = 68;

/// The post on the lines below a name that has its line for itself: up to three, the first begins with an office.
fn below(text: &str, one: &Candidate, end: usize, next: Option<usize>) -> Option<String> {
    let head = text.get(..one.start)?.rsplit('\n').next()?;
    let rest = text.get(end..)?;
    let (line, lines) = rest.split_once('\n')?;
    // "Head:   Ms. Duro" with the post under her name: in its column.
    let column = head.chars().count();
    let deep = lines.chars().take_while(|c| *c == ' ').count();
    let under = column >= 6 && deep.abs_diff(column) <= 1;
    // "Econ. Jorge Aulestia,": of a name behind a label the title stands before it.
    let title = head.trim().ends_with('.') && head.trim().chars().count() <= 8 && !head.trim().contains(' ');
    if head.trim().chars().count() > 3 && !under && !title
        || !line.trim_matches([' ', ',', '\r', '*']).is_empty()
    {
        return None;
    }
    let mut post: Vec<&str> = Vec::new();
    // "Ministry of Foreign" at the margin over "Affairs".
    let mut full = false;
    let mut at = end + line.len() + 1;
    for line in lines.split('\n').take(3) {
        let own = line.trim();
        let word = own.split([' ', '-', ',']).next().unwrap_or_default();
        // "Under-Secretary (Foreign Employment)"
        let whole = own.split([' ', ',']).next().unwrap_or_default();
        let office = whole.split('-').any(names::is_office);
        let first = post.is_empty();
        let on = !own.is_empty()
            && next.is_none_or(|n| n >= at + line.len())
            && !own.contains([':', '@'])
            && !own.starts_with(|c: char| c.is_ascii_digit() || "-•*–·>".contains(c))
            && !post.last().is_some_and(|p| p.ends_with('.'))
            // "Passport N 6120044"
            && (first || !own.contains(|c: char| c.is_ascii_digit()));
        let capital = own.starts_with(char::is_uppercase);
        // "Under Secretary, Foreign Employment and\nLabour Migration Section": a line that hangs goes on.
        let open = full
            || post.last().is_some_and(|p| {
                p.ends_with([',', '&', '-'])
                // "Vice Consul, Philippine" over "Embassy in Vienna"
                || p.rsplit_once(", ").is_some_and(|(_, last)| !last.contains(' '))
                || p.rsplit(' ').next().is_some_and(|w| {
                    ["and", "of", "for", "the", "de", "la", "des", "du", "y", "et", "del"].contains(&w)
                })
            });
        if !on
            || first && !office && !begins_post(own)
            || !first && capital && !open && !names::is_office(word)
        {
            break;
        }
        // "Under Secretary" over "Ministry of Labour".
        if !first && !open && names::is_institution(&fold(word)) {
            post.push(",");
        }
        post.push(own);
        full = line.trim_end().chars().count() >= MARGIN;
        at += line.len() + 1;
    }
    let post = post.join(" ").replace(" , ", ", ");
    let post = posts::filling(post.as_str());
    (post.chars().count() > 3).then(|| post.to_owned())
}

/// "She is", the name set apart, and then "who serves as Commissioner for ...": the post in the paragraph that goes on.
fn behind_display(text: &str, end: usize) -> Option<String> {
    let (line, below) = text.get(end..)?.split_once('\n')?;
    let (blank, next) = below.split_once('\n')?;
    if !line.trim_matches([' ', ',', '\r']).is_empty() || !blank.trim().is_empty() {
        return None;
    }
    // The block of the name hangs under a sentence that is at no end.
    let block = text.get(..end)?.rsplit("\n\n").next()?;
    let above = text.get(..end - block.len())?;
    if block.lines().count() > 2 || !hangs(above) && !ends_with_title(above) {
        return None;
    }
    let paragraph = next.split("\n\n").next()?.split_whitespace().collect::<Vec<_>>().join(" ");
    posts::leading(&paragraph)
}

/// "... concurrirá en su lugar la Señora"
fn ends_with_title(above: &str) -> bool {
    let word = above.trim_end().rsplit([' ', '\n']).next().unwrap_or_default();
    above.ends_with('\n') && names::is_courtesy(&fold(word.trim_end_matches('.')))
}

/// Gender by the "daughter of" or "son of" in a name, or by a Slavic surname. Of "-ова" only at the beginning of its line: elsewhere it may be a man's genitive.
fn by_surname(text: &str, one: &Candidate) -> Option<Gender> {
    let before = text.get(..one.name.start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let opens = !line.contains(char::is_alphabetic);
    one.text.to_lowercase().split([' ', '-', '.']).find_map(|word| {
        let says = |list: &[&str]| list.contains(&word);
        if says(&["кызы", "гызы", "кизи", "қызы", "kyzy", "qizi", "gyzy", "kizi", "bint", "binti", "mint"])
        {
            return Some(Gender::F);
        }
        if says(&["уулу", "оглы", "оглу", "огли", "улы", "ұлы", "uulu", "oglu", "ogly", "ogli"])
        {
            return Some(Gender::M);
        }
        let ends = |list: &[&str]| word.chars().count() > 4 && list.iter().any(|e| word.ends_with(e));
        if ends(&["ская", "цкая"]) || opens && ends(&["ова", "ева", "ёва"]) {
            Some(Gender::F)
        } else if ends(&["ский", "цкий", "ов", "ев", "ёв"]) {
            Some(Gender::M)
        } else {
            None
        }
    })
}

/// "his/her", "He" in "H.E.": says nothing.
fn is_either(text: &str, mark: &Found) -> bool {
    let slash = |t: Option<&str>, ends: bool| {
        t.is_some_and(|t| if ends { t.ends_with(['/', '(']) } else { t.starts_with(['/', '(', '.']) })
    };
    let word = text.get(mark.start..mark.end).unwrap_or_default();
    // "其他", "他人": others.
    let others = word == "他"
        && (text.get(..mark.start).is_some_and(|t| t.ends_with('其'))
            || text
                .get(mark.end..)
                .is_some_and(|t| t.starts_with(['人', '国', '國', '们', '們', '项', '处', '方'])));
    others
        || slash(text.get(..mark.start), true)
        || slash(text.get(mark.end..), false)
        || word == "HE"
        || text.get(mark.end..).is_some_and(|t| t.starts_with(" or "))
        || text.get(..mark.start).is_some_and(|t| t.ends_with(" or "))
}

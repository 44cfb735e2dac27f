//! Who may be meant: names behind a title, in a form or table, after a turn of nomination, in a list under one.

mod apposed;
mod bare;
mod diplomats;
mod inverted;
mod ranks;
mod several;
mod short;
mod titles;
mod untitled;

use std::ops::Range;

use crate::reading::document::Document;
pub(super) use crate::reading::travellers::candidates::apposed::begins_post;
pub(super) use crate::reading::travellers::candidates::ranks::hangs;
pub(super) use crate::reading::travellers::candidates::short::titles as short_titles;
pub(super) use crate::reading::travellers::candidates::titles::past_titles;
use crate::reading::travellers::candidates::titles::{is_given, is_title};
pub(super) use crate::reading::travellers::candidates::untitled::is_place;
use crate::reading::travellers::cues::{Cue, Found, Mark};
use crate::reading::travellers::evidence::Clues;
use crate::reading::travellers::names::Name;
use crate::reading::travellers::{Candidate, MOST, Part, Piece, Shape, forms, names, piece_at, posts};
use crate::reading::words::fold;
use crate::states::States;
use crate::states::fold::Folded;

pub(super) fn find(
    document: &Document,
    states: &States,
    marks: &[Found],
    pieces: &[Piece],
) -> Vec<Candidate> {
    let text = document.text.as_str();
    let mut all: Vec<Candidate> = Vec::new();
    let skip = |at: usize| past_titles(text, marks, at).0;
    let entries: Vec<forms::Entry> = forms::find(text, &skip).into_iter().take(MOST).collect();
    // A column of payers that tells the fund from others decides.
    let pays = |fund: bool| entries.iter().any(|entry| entry.paid == Some(fund));
    let decided = pays(true) && pays(false);
    for entry in entries {
        let gender = entry.gender.or_else(|| {
            let from = text.get(..entry.start)?.rfind(['\n', ':', '|', '\u{c}']).map_or(0, |at| at + 1);
            past_titles(text, marks, from).1
        });
        all.push(Candidate {
            gender,
            function: entry.function,
            institution: entry.institution,
            marked: decided && entry.paid.is_some(),
            told: match (entry.part, entry.paid) {
                (Some(part), _) => Some(part),
                (_, Some(true)) => Some(Part::Nominated),
                (_, Some(false)) => Some(Part::Own),
                _ => None,
            },
            ..candidate(entry.start, entry.start..entry.end, entry.name, Shape::Labelled)
        });
    }
    let mut end = 0;
    for mark in marks.iter().filter(|m| matches!(m.mark, Mark::Title(_))) {
        if mark.start < end || all.len() >= MOST || !is_title(text, mark) || is_quoted(text, mark.start) {
            continue;
        }
        if ends_line(text, marks, mark) {
            continue;
        }
        let (at, gender, _) = past_titles(text, marks, mark.start);
        // "Abdirahman Sheikh Nur": between the words of a name it is one of them.
        if is_given(text, mark) {
            continue;
        }
        // "Sex: M" at the end of a line leads no name.
        let valued = is_valued(text, mark.start);
        let displayed = ranks::displayed(text, at);
        if let Some(name) = displayed.or_else(|| names::at(text, at, !valued)) {
            let name = ranks::over_two_lines(text, mark, name);
            // "Comisario General de Migraciones": a rank inside a post, no title.
            if ["de ", "del ", "des ", "du ", "of ", "y ", "e "].iter().any(|p| name.text.starts_with(p)) {
                continue;
            }
            if valued && text.get(mark.start..name.start).is_some_and(|t| t.contains('\n')) {
                continue;
            }
            let plural = several::is_plural(text.get(mark.start..mark.end).unwrap_or_default());
            let name = if plural { bare::first_of_two(text, name) } else { name };
            end = name.end;
            if plural {
                all.extend(several::others(text, marks, name.end, gender));
            }
            all.push(Candidate {
                gender,
                ..candidate(mark.start, name.start..name.end, name.text, Shape::Titled)
            });
        }
    }
    for person in names::chinese(text, MOST).into_iter().take(2 * MOST) {
        let shape = if person.titled { Shape::Titled } else { Shape::Untitled };
        let one = candidate(person.name.start, person.name.start..person.end, person.name.text, shape);
        all.push(Candidate { gender: person.gender, function: person.post, ..one });
    }
    for (name, gender) in names::russian(text).into_iter().take(MOST) {
        let one = candidate(name.start, name.start..name.end, name.text, Shape::Titled);
        all.push(Candidate { gender, ..one });
    }
    for name in names::russian_beside_posts(text).into_iter().take(MOST) {
        all.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
    }
    given(text, marks, pieces, &mut all);
    ranks::add(text, &mut all);
    inverted::add(text, states, &mut all);
    untitled::under_turns(text, marks, pieces, states, &mut all);
    apposed::before_posts(text, &mut all);
    apposed::behind_posts(text, &mut all);
    untitled::antecedents(text, &mut all);
    diplomats::add(document, &mut all);
    bare::add(document, states, &mut all);
    // "le départ de Phnom Penh", "viaja desde La Paz la señora A": a town is no person, whatever leads to it.
    let town = |c: &Candidate| is_capital(&c.text, states) || is_stop(text, &c.name);
    all.retain(|c| !matches!(c.shape, Shape::Untitled | Shape::Bare) || !town(c));
    for one in &mut all {
        let name = Name { text: one.text.clone(), start: one.name.start, end: one.name.end, count: 1 };
        if let Some(whole) = inverted::whole(text, &name, states) {
            one.name = whole.start..whole.end;
            one.text = whole.text;
        }
    }
    all.sort_by_key(|c| (c.name.start, c.shape != Shape::Labelled));
    let mut kept: Vec<Candidate> = Vec::with_capacity(all.len());
    for one in all {
        match kept.last_mut() {
            Some(last) if one.name.start < last.name.end => {
                last.gender = last.gender.or(one.gender);
                if last.function.is_none() {
                    last.function = one.function;
                }
                // "г-н Эльчин Рауф оглы Гасымзаде": a patronymic is more than the words with capitals.
                if last.shape != Shape::Labelled
                    && one.name.start == last.name.start
                    && one.name.end > last.name.end
                {
                    last.name = one.name;
                    last.text = one.text;
                }
            }
            _ => kept.push(one),
        }
    }
    // "Уважаемая Елена Викторовна": who is addressed does not travel.
    kept.retain(|c| !fold(&c.text).starts_with("уважаем") && !fold(&c.text).starts_with("многоуважаем"));
    // "Puerto Vallarta", "New York" in the place of a name.
    let places = |text: &str| text.split([' ', '-']).all(|w| untitled::is_place(&fold(w)));
    kept.retain(|c| c.told.is_some() || !(places(&c.text) || is_route(&c.text)));
    // "Title | Mr" over "Position | Director", "Attorney IV": what asks for something else, and a number.
    let alone = |c: &Candidate| !c.text.contains(' ') && c.shape == Shape::Titled;
    let number = |text: &str| text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let heads = |c: &Candidate| c.shape != Shape::Titled && c.text.contains(' ') && forms::is_label(&c.text);
    kept.retain(|c| !(alone(c) && (number(&c.text) || forms::is_label(&c.text)) || heads(c)));
    kept.truncate(MOST);
    named_again(text, &mut kept);
    kept
}

/// "السيدة أبو الراغب تعتذر" behind "السيدة لينا منذر أبو الراغب": the family name stands again, and the word behind it
/// is a verb. Arabic has no capitals to tell; a family name with its article begins no other name.
fn named_again(text: &str, all: &mut [Candidate]) {
    let mut tails: Vec<Vec<String>> = Vec::new();
    for one in all {
        if !one.text.starts_with(names::is_arabic) {
            continue;
        }
        let words: Vec<String> = one.text.split(' ').map(fold).collect();
        let known = words.split_last().filter(|(_, own)| {
            let article = own.last().is_some_and(|w| w.starts_with("ال"));
            article && tails.iter().any(|tail| tail.len() > own.len() && tail.ends_with(own))
        });
        if known.is_some()
            && let Some(name) = text.get(one.name.clone())
            && let Some((own, _)) = name.trim_end().rsplit_once(char::is_whitespace)
        {
            one.name.end = one.name.start + own.trim_end().len();
            one.text = one.text.rsplit_once(' ').map_or_else(String::new, |(own, _)| own.to_owned());
        } else {
            tails.push(words);
        }
    }
}

/// "Labour Commissioner\nMs. Ana Duro": a rank that ends its line, and the next begins with a courtesy of its own.
fn ends_line(text: &str, marks: &[Found], title: &Found) -> bool {
    let rest = text.get(title.end..).unwrap_or_default();
    let next = rest.trim_start_matches([' ', '\r', '.']);
    let below = next.trim_start();
    let begins = || {
        let line = text.get(..title.start).and_then(|t| t.rsplit('\n').next());
        line.is_some_and(|l| l.trim().is_empty())
    };
    if !next.starts_with('\n') || begins() {
        return false;
    }
    let at = text.len() - below.len();
    let from = marks.partition_point(|m| m.start < at);
    marks.iter().skip(from).take_while(|m| m.start == at).any(|m| {
        let word = fold(text.get(m.start..m.end).unwrap_or_default());
        is_title(text, m) && names::is_courtesy(&word)
    })
}

/// Whether a label stands before `at` on its line: "Name: Mr."; not "(New York, 24-25 July 2017): Ms.", which is prose.
fn is_valued(text: &str, at: usize) -> bool {
    let line = text.get(..at).and_then(|t| t.rsplit('\n').next()).unwrap_or_default().trim();
    line.ends_with(':') && line.chars().count() <= 40
}

/// "Lima-Nueva York-Lima", "Monrovia/New York/Monrovia": a journey and the way back.
fn is_route(name: &str) -> bool {
    let mut stops = name.split(['/', '-', '–']).map(str::trim);
    let first = stops.next();
    first == stops.next_back() && first != Some(name)
}

/// "su pasaje San Salvador–Ciudad de México–Puerto Vallarta": what a dash ties to the next word is a town on the way.
fn is_stop(text: &str, name: &Range<usize>) -> bool {
    let behind = text.get(name.end..).and_then(|rest| rest.strip_prefix(['–', '—', '→']));
    behind.is_some_and(|next| next.starts_with(char::is_uppercase))
}

fn candidate(start: usize, name: Range<usize>, text: String, shape: Shape) -> Candidate {
    let (gender, function) = (None, None);
    Candidate {
        start,
        name,
        text,
        gender,
        function,
        shape,
        part: Part::Mentioned,
        institution: None,
        told: None,
        marked: false,
        recalled: false,
        weak: true,
        post_before: false,
        clues: Clues::default(),
        wording: Vec::new(),
    }
}

fn is_quoted(text: &str, at: usize) -> bool {
    let near = text.get(text.floor_char_boundary(at.saturating_sub(300))..at).unwrap_or_default();
    near.rsplit_once('\n').map_or(near, |(_, line)| line).trim_start().starts_with('>')
}

/// Whether a title stands in `start..end`.
fn has_title(text: &str, marks: &[Found], start: usize, end: usize) -> bool {
    let from = marks.partition_point(|m| m.start < start);
    marks.iter().skip(from).take_while(|m| m.start < end).any(|m| is_title(text, m))
}

/// Arabic names without a title, known by a given name of the table: before a post, as an item, behind a label, or
/// where a turn leads to them at once.
fn given(text: &str, marks: &[Found], pieces: &[Piece], all: &mut Vec<Candidate>) {
    for at in names::given_names(text).into_iter().take(MOST) {
        let Some(name) = names::at(text, at, true).filter(|n| (2..=7).contains(&n.count)) else { continue };
        let rest = text.get(name.end..).unwrap_or_default();
        let sign = rest
            .trim_start_matches(' ')
            .starts_with(['،', ',', '(', '-', '–', '—', '\n', '.', ';', '؛', '|']);
        let limit = text.floor_char_boundary(name.end + 200);
        let post = posts::after(text, name.end, limit)
            .is_some_and(|p| p.split_whitespace().next().is_some_and(names::is_post_in_arabic));
        let before = text.get(..at).unwrap_or_default().trim_end_matches([' ', '\u{a0}', '"', '«', '“']);
        let near = marks.partition_point(|m| m.start < at.saturating_sub(60));
        let led = marks.iter().skip(near).take_while(|m| m.start < at).any(|m| {
            matches!(
                m.mark,
                Mark::Cue(
                    Cue::Nominating
                        | Cue::Naming
                        | Cue::ReplacedBy
                        | Cue::Replaced
                        | Cue::Had
                        | Cue::Coming
                        | Cue::Attending
                        | Cue::Unable
                        | Cue::Withdrawing
                )
            ) && text
                .get(m.end..at)
                .is_some_and(|gap| gap.trim_matches([' ', ':', '"', '«', '“']).chars().count() <= 4)
        });
        let headed = before.ends_with(':')
            || piece_at(pieces, at).is_some_and(|p| {
                p.item
                    && text
                        .get(p.range.start..at)
                        .is_some_and(|t| t.chars().filter(|c| c.is_alphabetic()).count() <= 1)
            });
        if post || led || headed && sign {
            all.push(candidate(name.start, name.start..name.end, name.text, Shape::Untitled));
        }
    }
}

/// Whether a name begins with a capital of several words, or is nothing but one: "Lima" and "Sofia" are names as well.
fn is_capital(name: &str, states: &States) -> bool {
    let towns = states.capitals(name, &Folded::new(name));
    towns.iter().any(|town| town.span.start == 0 && (town.span.end == name.len() || town.words.contains(' ')))
}

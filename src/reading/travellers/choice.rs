//! Whom a message of its kind is about, and how sure that is.

use crate::reading::Kind;
use crate::reading::travellers::{Candidate, Part, Shape};
use crate::reading::words::fold;

/// One entry a person: a second mention adds what the first left out; "Ms. Duro" is Ms. Ana Duro.
pub(super) fn together(all: Vec<Candidate>) -> Vec<Candidate> {
    let mut kept: Vec<(Candidate, Vec<String>)> = Vec::new();
    for one in all {
        let words: Vec<String> =
            fold(&one.text).split([' ', '-', '·', '・', '•', '‧']).map(str::to_owned).collect();
        let within = |a: &[String], b: &[String]| a.iter().all(|w| b.iter().any(|o| is_same(w, o)));
        let same = kept.iter_mut().find(|(k, own)| {
            // A name and its correction are two.
            let parts = [k.part, one.part];
            let mended = parts.contains(&Part::Gone) && parts.contains(&Part::Successor) && *own != words;
            !mended
                && (within(&words, own) || within(own, &words) && own.len() > 1)
                && (k.gender.is_none() || one.gender.is_none() || k.gender == one.gender)
        });
        let Some((known, own)) = same else {
            kept.push((one, words));
            continue;
        };
        known.gender = known.gender.or(one.gender);
        if known.function.is_none() {
            known.function = one.function;
        }
        if words.len() > own.len() && one.shape == Shape::Titled {
            known.text = one.text;
            *own = words;
        }
        known.recalled &= one.recalled || one.part == Part::Mentioned;
        known.weak &= one.weak;
        known.part = known.part.max(one.part);
    }
    kept.into_iter().map(|(one, _)| one).collect()
}

/// Whether two words of names are one: equal, of one Russian stem in two cases, or the family name of a Chinese name.
fn is_same(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (first, second) = (a.chars().count(), b.chars().count());
    let (long, short) = if first >= second { (a, b) } else { (b, a) };
    let (count, least) = (first.max(second), first.min(second));
    match short.chars().next() {
        Some('\u{400}'..='\u{4ff}') => {
            let common = long.chars().zip(short.chars()).take_while(|(x, y)| x == y).count();
            least >= 4 && count.saturating_sub(least) <= 2 && common + 2 >= least && common >= 3
        }
        Some('\u{3400}'..='\u{9fff}') => least == 1 && (2..=3).contains(&count) && long.starts_with(short),
        _ => false,
    }
}

/// Those whom a message of this kind is about, each with its confidence.
pub(super) fn choose(all: Vec<Candidate>, kind: Kind) -> Vec<(Candidate, f32)> {
    let has = |part: Part| all.iter().any(|c| c.part == part);
    let named_goes = has(Part::Gone);
    let comes = has(Part::Successor);
    let first_successor = all.iter().position(|c| c.part == Part::Successor).unwrap_or(usize::MAX);
    let nominated = has(Part::Nominated) || comes;
    // Of an amendment: who is named now, beside those of whom an earlier paper spoke.
    let introduced = |c: &Candidate| match c.part {
        Part::Nominated => !c.recalled,
        Part::Mentioned => !c.recalled && c.shape != Shape::Untitled && c.function.is_some(),
        _ => false,
    };
    let fresh = all.iter().any(introduced);
    let fresh_nominated = all.iter().any(|c| c.part == Part::Nominated && !c.recalled);
    let somebody = all.iter().any(|c| {
        matches!(c.part, Part::Nominated | Part::Successor)
            || c.part == Part::Mentioned && c.shape != Shape::Untitled
    });
    let supported = all.iter().any(|c| c.part == Part::Nominated && !c.weak);
    // A name without a title, of whom nothing is said, counts only where nobody else does.
    let titled = all.iter().any(|c| c.part == Part::Mentioned && c.shape != Shape::Untitled);
    // Of several of whom nothing is said, those with a post: the others write or sign.
    let posted = all.iter().any(|c| c.part == Part::Mentioned && c.function.is_some());
    let mut unsure = false;
    let mut chosen: Vec<(Candidate, f32)> = Vec::new();
    for (k, one) in all.into_iter().enumerate() {
        let mut sure = evidence(&one);
        let keep = match (kind, one.part) {
            // "Ms. A will attend. Support is requested for Mr. B": who only goes may pay himself.
            (Kind::Request, Part::Nominated) if one.weak && supported => {
                unsure = true;
                false
            }
            (Kind::Request, Part::Nominated | Part::Successor) => true,
            (Kind::Request, Part::Gone) => {
                sure = sure.min(0.6);
                !nominated
            }
            (Kind::Amendment, Part::Successor) => true,
            (Kind::Amendment, Part::Nominated) => {
                if named_goes && one.recalled {
                    sure = sure.min(0.7);
                }
                // "support for Mr. A ... he will be replaced by Ms. B": the one named before is the one who goes.
                let told = !comes || named_goes || k > first_successor && !one.recalled;
                unsure |= told && !comes && !named_goes && one.recalled == fresh;
                told && !(one.recalled && fresh && !comes)
            }
            (Kind::Amendment, Part::Mentioned) if !comes && !fresh_nominated && (named_goes || fresh) => {
                sure = sure.min(0.6);
                introduced(&one)
            }
            (Kind::Request, Part::Writer) => {
                sure = sure.min(0.75);
                !somebody
            }
            (Kind::Withdrawal, Part::Gone) => true,
            (Kind::Withdrawal, Part::Nominated) => {
                unsure |= named_goes;
                !named_goes
            }
            (Kind::Attendance, Part::Nominated | Part::Successor | Part::Own) => true,
            (_, Part::Mentioned) if one.shape == Shape::Untitled && titled => false,
            (_, Part::Mentioned) if one.shape == Shape::Labelled => !nominated,
            (_, Part::Mentioned) => {
                sure = sure.min(0.55);
                // Somebody stands there without a turn that says why: a person looks.
                // Who is replaced need not be said to go.
                unsure |= one.shape == Shape::Titled && !(kind == Kind::Amendment && comes);
                !(nominated || named_goes || posted && one.function.is_none())
            }
            _ => false,
        };
        if keep {
            chosen.push((one, sure));
        }
    }
    // Two in an amendment, and no turn that says who comes: the last, and a person looks.
    if kind == Kind::Amendment && !comes && !named_goes && chosen.len() > 1 {
        unsure = true;
        let bare = |c: &Candidate| c.function.is_none();
        if chosen.iter().any(|(c, _)| !bare(c)) && chosen.iter().any(|(c, _)| bare(c)) {
            chosen.retain(|(c, _)| !bare(c));
        }
        if chosen.iter().all(|(c, _)| c.part == Part::Mentioned) && chosen.len() == 2 {
            chosen.remove(0);
        }
    }
    if unsure {
        chosen.iter_mut().for_each(|(_, sure)| *sure = sure.min(0.75));
    }
    chosen
}

fn evidence(one: &Candidate) -> f32 {
    match (one.shape, one.part) {
        (Shape::Titled, Part::Mentioned) => 0.55,
        (Shape::Titled, _) => 0.93,
        (Shape::Labelled, Part::Mentioned) => 0.82,
        (Shape::Labelled, _) => 0.88,
        (Shape::Untitled, _) if one.function.is_some() => 0.85,
        (Shape::Untitled, _) => 0.7,
    }
}

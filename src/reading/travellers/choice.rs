//! Whom a message of its kind is about, and how sure that is.

use crate::reading::travellers::wording::Wording;
use crate::reading::travellers::{Candidate, Part, Shape, evidence, shares};
use crate::reading::words::fold;
use crate::reading::{CERTAIN, Considered, Kind};

/// One entry a person: a second mention adds what the first left out; "Ms. Duro" is Ms. Ana Duro.
pub(super) fn together(all: Vec<Candidate>) -> Vec<Candidate> {
    let mut kept: Vec<(Candidate, Vec<String>)> = Vec::new();
    for one in all {
        // "贺 锋" is 贺锋: blanks part no words of a Chinese name.
        let chinese = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | ' ');
        let joined = if one.text.chars().all(chinese) { one.text.replace(' ', "") } else { fold(&one.text) };
        let words: Vec<String> = joined.split([' ', '-', '·', '・', '•', '‧']).map(str::to_owned).collect();
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
        if known.institution.is_none() {
            known.institution = one.institution;
        }
        if words.len() > own.len() && one.shape == Shape::Titled {
            known.text = one.text;
            *own = words;
        }
        known.recalled &= one.recalled || one.part == Part::Mentioned;
        known.weak &= one.weak;
        known.clues = known.clues.with(one.clues);
        known.wording.extend(one.wording);
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

/// From here somebody may be meant, and a person looks.
const MAYBE: f32 = 0.2;
/// From here somebody is shown where nobody else travels.
const PERHAPS: f32 = 0.35;

/// From here somebody who is named as an alternate travels beside another.
const ALTERNATE: f32 = 0.7;

/// Those whom a message of this kind is about, each with its confidence, and whether a person should look whether they
/// are all and none too many.
pub(super) fn choose(
    all: Vec<Candidate>,
    wording: &Wording<'_>,
    kind: Kind,
) -> (Vec<(Candidate, f32)>, bool) {
    let shares = shares::of(&all, &evidence::gather(&all), wording, kind);
    let shares = told_apart(&all, beside(&all, shares), kind);
    let most = shares.iter().copied().fold(0.0, f32::max);
    // Where nobody surely travels, who most likely does is shown, and doubted.
    let least = if most >= 0.5 { 0.5 } else { most.max(PERHAPS) };
    let unsure = shares.iter().any(|share| (MAYBE..CERTAIN).contains(share));
    let least = |one: &Candidate, share: f32| match one.part {
        Part::Alternate if share < most => least.max(ALTERNATE),
        _ => least,
    };
    let chosen =
        all.into_iter().zip(shares).filter(|(one, share)| *share >= least(one, *share) && *share > 0.0);
    let sure = |one: &Candidate, share: f32| {
        let sure = found(one).min(share);
        if unsure { sure.min(0.75) } else { sure }
    };
    (
        chosen
            .map(|(one, share)| {
                let sure = sure(&one, share);
                (one, sure)
            })
            .collect(),
        unsure,
    )
}

/// Where a mark or the head of a column says for whom the fund is to pay or who comes for another, that decides.
fn told_apart(all: &[Candidate], mut shares: Vec<f32>, kind: Kind) -> Vec<f32> {
    let travels = |part: Part| match kind {
        Kind::Request => Some(part == Part::Nominated || part == Part::Successor),
        // Who was an alternate may come now.
        Kind::Amendment if part == Part::Gone => Some(false),
        Kind::Amendment if part == Part::Successor => Some(true),
        _ => None,
    };
    let marked = all.iter().zip(shares.iter_mut()).filter(|(one, _)| one.marked);
    for (one, share) in marked {
        match travels(one.part) {
            Some(true) => *share = share.max(TOLD),
            Some(false) => *share = share.min(1.0 - TOLD),
            None => {}
        }
    }
    shares
}

/// How likely somebody travels at the fund's expense whom a mark tells.
const TOLD: f32 = 0.9;
/// From here somebody goes who is named in one breath with another that surely does.
const BESIDE: f32 = 0.35;
/// Bytes between two who are named in one breath: a post and an institution.
const BREATH: usize = 160;

/// What is said of one of a list is said of the next as well, unless something speaks against it.
fn beside(all: &[Candidate], mut shares: Vec<f32>) -> Vec<f32> {
    let alike = |a: &Candidate, b: &Candidate| {
        a.part == b.part
            && a.function.is_some() == b.function.is_some()
            && b.start.saturating_sub(a.name.end) <= BREATH
    };
    for (k, pair) in all.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let (Some(a), Some(b)) = (shares.get(k).copied(), shares.get(k + 1).copied()) else { continue };
        let (least, most, weaker) = if a < b { (a, b, k) } else { (b, a, k + 1) };
        // Of a form or a table even more so.
        let labelled = first.shape == Shape::Labelled && second.shape == Shape::Labelled;
        let from = if labelled { MAYBE } else { BESIDE };
        if (from..0.5).contains(&least) && most >= 0.75 && alike(first, second) {
            shares.get_mut(weaker).into_iter().for_each(|share| *share = 0.5);
        }
    }
    shares
}

/// All of them, with what told whether a message of this kind is about them.
pub(super) fn considered(all: Vec<Candidate>, wording: &Wording<'_>, kind: Kind) -> Vec<Considered> {
    let clues = evidence::gather(&all);
    let shares = shares::of(&all, &clues, wording, kind);
    let rows = all.into_iter().zip(clues).zip(shares);
    rows.map(|((one, clues), share)| {
        let turns = wording.all(&one);
        Considered { name: one.text, share, clues: clues.names(), turns }
    })
    .collect()
}

/// How sure the name itself is, by how it was found.
fn found(one: &Candidate) -> f32 {
    match one.shape {
        Shape::Titled => 0.93,
        Shape::Labelled => 0.88,
        Shape::Untitled if one.function.is_some() => 0.85,
        Shape::Untitled | Shape::Bare => 0.7,
    }
}

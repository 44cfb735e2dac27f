//! Which of the meetings that a message names it concerns.
//!
//! "The session of Geneva will be seen to by the Mission there": what is named is not yet asked for. The words about
//! each meeting, where it stands and what is said of the others are weighed together; what each is worth is learned by
//! `tests/corpus/learn.py`. Words of the calendar itself are not looked at, so that no meeting of one fund is learned.

mod weights;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::matching::events::{Called, Meant, One};
use crate::matching::index::Index;
use crate::matching::meetings::weights::{CLUES, KINDS, TURNS};
use crate::matching::settled::{Told, quoted, rank_of};
use crate::reading::tenor;
use crate::reading::wording::{self, Learned};
use crate::reading::{CERTAIN, Considered, Fact, Quoted, Reading};

/// A meeting that clues of a message name.
pub(super) struct Meeting<'t> {
    id: &'t str,
    /// The clues that name it; one that tells several of a series names none alone.
    said: Vec<(&'t Told<'t>, Option<&'t One>)>,
}

impl<'t> Meeting<'t> {
    /// Those that clues name, the surest rank first.
    pub(super) fn all(told: &'t [Told<'t>]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let mut name = |id: &'t str, said| match found.iter_mut().find(|m: &&mut Self| m.id == id) {
            Some(known) => known.said.push(said),
            None => found.push(Self { id, said: vec![said] }),
        };
        for told in told {
            match &told.meant {
                Meant::One { one, .. } => name(&one.id, (told, Some(one))),
                Meant::All { ids, .. } => ids.iter().for_each(|id| name(id, (told, None))),
                _ => {}
            }
            told.also.iter().for_each(|(id, _)| name(id, (told, None)));
        }
        found
    }

    fn has(&self, is: impl Fn(&Told<'_>, Option<&One>) -> bool) -> bool {
        self.said.iter().any(|(told, one)| is(told, *one))
    }

    fn asked(&self) -> bool {
        self.has(|told, _| rank_of(told.clue) == 0)
    }

    /// Whether a clause that means another calls it by this.
    fn called(&self, how: Called) -> bool {
        self.has(|told, _| told.also.iter().any(|(id, by)| id == self.id && *by == how))
    }

    /// Whether it stands in a list, a table or a form.
    fn in_row(&self) -> bool {
        self.has(|told, _| told.clue.said_in == 0 && rank_of(told.clue) < 2)
    }

    /// Whether one that travels is named with it.
    fn with_person(&self, reading: &Reading) -> bool {
        let names =
            |sentence: &str| reading.travellers.iter().any(|t| sentence.contains(t.value.name.as_str()));
        self.has(|told, _| names(&told.clue.sentence))
    }

    /// Where it is first named, among sentences.
    fn place(&self) -> Option<(u32, u32)> {
        let places = self.said.iter().filter(|(told, _)| rank_of(told.clue) < 2 && told.clue.said_in > 0);
        places.map(|(told, _)| (told.clue.place.page, told.clue.said_in)).min()
    }

    /// How it is named: whether asked for, by a number, with days.
    fn manner(&self) -> [bool; 3] {
        let days = |one: Option<&One>| one.is_some_and(|o| o.by_days);
        [self.asked(), self.has(|told, _| told.clue.ordinal.is_some()), self.has(|_, one| days(one))]
    }

    /// What is so of it, beside the others of `all`.
    fn clues(&self, all: &[Self], reading: &Reading) -> Vec<&'static str> {
        let others = || all.iter().filter(|m| m.id != self.id);
        let mut clues = vec!["named"];
        let mut add = |name, so: bool| {
            if so {
                clues.push(name);
            }
        };
        add("asked", self.asked());
        add("mentioned", self.has(|told, _| rank_of(told.clue) == 1));
        add("by the way", self.has(|told, _| rank_of(told.clue) == 2));
        add("answered", self.has(|told, _| rank_of(told.clue) == 3));
        add("only by the way", !self.has(|told, _| rank_of(told.clue) < 2));
        add("in a row", self.in_row());
        add("one of rows", self.in_row() && others().any(Self::in_row));
        add(
            "asked with days",
            self.has(|told, one| rank_of(told.clue) == 0 && one.is_some_and(|o| o.by_days)),
        );
        add(
            "mentioned with days",
            self.has(|told, one| rank_of(told.clue) == 1 && one.is_some_and(|o| o.by_days)),
        );
        add("never with days", !self.has(|_, one| one.is_some_and(|o| o.by_days)));
        add("days alone", !self.has(|_, one| one.is_none_or(|o| o.by_words)));
        add("sure", self.has(|_, one| one.is_some_and(One::is_sure)));
        add("theme alone", !self.has(|_, one| one.is_none_or(|o| o.firm)));
        add("over", self.has(|_, one| one.is_some_and(|o| o.over)));
        add("of a series", self.has(|told, _| matches!(told.meant, Meant::All { .. })));
        add("called by name", self.called(Called::Name));
        add("called by number", self.called(Called::Number));
        add("led in", self.has(|told, _| told.clue.own_from > 0));
        add("number", self.has(|told, one| one.is_some() && told.clue.ordinal.is_some()));
        add("in the subject", self.has(|told, _| told.clue.place.document == "subject"));
        add("often", self.said.len() > 2);
        add("twice", self.said.len() == 2);
        add("with a person", self.with_person(reading));
        let place = self.place();
        let behind = |m: &Self| m.place().zip(place).is_some_and(|(other, own)| other < own);
        let beside = |m: &Self| m.place().is_some() && m.place() == place;
        // "the second (12-15 March) and third (3-6 April) rounds": named in one breath and in one way.
        let alike = |m: &Self| beside(m) && m.manner() == self.manner();
        add("alone", others().next().is_none());
        add("several others", others().count() > 1);
        add("others asked", others().any(Self::asked));
        add("others with a person", others().any(|m| m.with_person(reading)));
        add("alone with a person", self.with_person(reading) && !others().any(|m| m.with_person(reading)));
        add("others in rows", others().any(Self::in_row));
        add("others over", others().any(|m| m.has(|_, one| one.is_some_and(|o| o.over))));
        add("behind others", others().any(behind));
        add("first", place.is_some() && !others().any(behind));
        add("beside others", others().any(beside));
        add("like those beside it", others().any(alike));
        add("unlike those beside it", others().any(|m| beside(m) && !alike(m)));
        clues
    }

    /// The words about it, each clause with the place that its rank has in [`WHERE`].
    fn clauses<'i>(
        &self,
        index: &'i Index,
    ) -> impl Iterator<Item = (usize, &'t Told<'t>, Vec<&'t str>)> + use<'_, 't, 'i> {
        self.said.iter().map(|(told, _)| {
            let own = told.clue.words.get(told.clue.own_from..).unwrap_or_default();
            (rank_of(told.clue), *told, masked(own, index))
        })
    }

    /// What the clauses tell beside it, as places in [`TENORS`].
    fn tenor(&self, index: &Index) -> Vec<usize> {
        let mut found: Vec<usize> = Vec::new();
        for (rank, told, words) in self.clauses(index) {
            let told = tenor::of(&wording::parted(&words), &told.clue.sentence);
            found.extend(told.into_iter().map(|number| rank * tenor::COUNT + number));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Every turn of words about it, learned or not: what learning begins with.
    fn turns(&self, index: &Index) -> Vec<String> {
        let of = |(rank, _, words): (usize, _, Vec<&str>)| {
            let turns = wording::all(&wording::parted(&words)).into_iter();
            turns.map(move |turn| format!("{}: {turn}", place(rank))).collect::<Vec<_>>()
        };
        let found: BTreeSet<String> = self.clauses(index).flat_map(of).collect();
        found.into_iter().collect()
    }

    /// How likely a message of this `kind` concerns it, 0 to 1.
    fn share(&self, clues: &[&str], kind: usize, index: &Index) -> f32 {
        let of_kind = |weights: &[f32; KINDS.len()]| weights.get(kind).copied().unwrap_or_default();
        let mut rows = Vec::new();
        for (rank, _, words) in self.clauses(index) {
            LEARNED.each(rank as u8, &wording::parted(&words), |row, _| rows.push(row));
        }
        rows.sort_unstable();
        rows.dedup();
        let of_clues: f32 = clues.iter().filter_map(|name| weights_of(name)).map(of_kind).sum();
        let of_tenor: f32 =
            self.tenor(index).into_iter().filter_map(|at| (*TENORS.get(at)?).map(of_kind)).sum();
        let of_turns: f32 = rows.into_iter().filter_map(|row| TURNS.get(row)).map(|(_, worth)| worth).sum();
        1.0 / (1.0 + (-(of_clues + of_tenor + of_turns)).exp())
    }
}

/// What told of each meeting that a message names whether the message concerns it.
pub(super) fn considered(told: &[Told<'_>], reading: &Reading, index: &Index) -> Vec<Considered> {
    let all = Meeting::all(told);
    let each = all.iter().map(|meeting| {
        let clues = meeting.clues(&all, reading);
        let tenor = meeting.tenor(index).into_iter().map(tenor_name);
        Considered {
            name: meeting.id.to_owned(),
            share: kind_of(reading).map_or(0.0, |kind| meeting.share(&clues, kind, index)),
            clues: clues.iter().map(|name| (*name).to_owned()).chain(tenor).collect(),
            turns: meeting.turns(index),
        }
    });
    each.collect()
}

/// What `found` by the ranks of the clues is once each meeting that is named has been weighed: what is likely concerned,
/// for a person to confirm wherever the two do not agree or it is not sure.
pub(super) fn weighed(
    found: Fact<Vec<String>>,
    told: &[Told<'_>],
    reading: &Reading,
    index: &Index,
    reasons: &mut Vec<String>,
) -> Fact<Vec<String>> {
    let Some(kind) = kind_of(reading) else { return found };
    let all = Meeting::all(told);
    let shares: Vec<(&Meeting<'_>, f32)> =
        all.iter().map(|m| (m, m.share(&m.clues(&all, reading), kind, index))).collect();
    let stated = found.value().cloned().unwrap_or_default();
    let is_stated = |m: &Meeting<'_>| stated.iter().any(|id| id == m.id);
    // What no clause names by itself is told by something else, and stays.
    let named = |id: &String| shares.iter().find(|(m, _)| m.id == id);
    let kept = stated.iter().filter(|id| named(id).is_none_or(|(_, share)| *share >= 0.5));
    let added = shares.iter().filter(|(m, share)| *share >= 0.5 && !is_stated(m));
    let ids: Vec<String> = kept.cloned().chain(added.map(|(m, _)| m.id.to_owned())).collect();
    let open = shares.iter().any(|(_, share)| (UNSURE..1.0 - UNSURE).contains(share));
    let doubted = |q: Quoted<Vec<String>>| Quoted { confidence: q.confidence.min(CERTAIN - 0.05), ..q };
    if ids.is_empty() || ids == stated {
        let agreed = ids == stated && !open;
        return match found {
            Fact::Stated(q) if !agreed => Fact::Stated(doubted(q)),
            found => found,
        };
    }
    for (meeting, _) in &shares {
        let is = ids.iter().any(|id| id == meeting.id);
        match (is_stated(meeting), is) {
            (true, false) => {
                reasons.push(format!("{} is named, and by its words not asked for.", meeting.id))
            }
            (false, true) => reasons.push(format!("{} is named, and by its words asked for.", meeting.id)),
            _ => {}
        }
    }
    // The words that are shown are those that name most surely what is kept.
    let sure = |one: &Option<&One>| one.map_or(0.0, |one| one.confidence);
    let first = ids.iter().find_map(named).and_then(|(meeting, _)| {
        let said = meeting.said.iter().rev();
        said.max_by(|(_, a), (_, b)| sure(a).total_cmp(&sure(b))).map(|(told, _)| told.clue)
    });
    match (found, first) {
        (Fact::Stated(q), Some(clue)) => Fact::Stated(doubted(quoted(ids, q.confidence, clue))),
        (Fact::Stated(q), None) => Fact::Stated(doubted(Quoted { value: ids, ..q })),
        // Nobody can tell which of several is meant, and the clauses name not each of them.
        (Fact::Conflicting { candidates }, _)
            if !candidates.iter().flat_map(|c| &c.value).all(|id| named(id).is_some()) =>
        {
            Fact::Conflicting { candidates }
        }
        (other, first) => first.map_or(other, |clue| Fact::Stated(quoted(ids, CERTAIN - 0.1, clue))),
    }
}

/// The words of a clue, those in place of which another calendar would have others as `#`.
fn masked<'w>(words: &'w str, index: &Index) -> Vec<&'w str> {
    let each = words.split(' ').zip(index.own(words));
    let mut masked: Vec<&str> =
        each.map(|(word, own)| if own && !SMALL.contains(word) { "#" } else { word }).collect();
    masked.dedup_by(|a, b| *a == "#" && *b == "#");
    masked
}

/// The column of the weights for a message of this kind; none where it concerns no meeting, or a person looks anyway.
fn kind_of(reading: &Reading) -> Option<usize> {
    KINDS.iter().position(|kind| reading.kind.value() == Some(kind))
}

/// Small words stand in names of meetings as well, and tell whether one is asked for: "para la cual no".
static SMALL: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let small = "no not non nor none for in on to at by of the and or pas ne n ni sans aucun aucune pour la le les de du des \
        au aux et ou sin ningun ninguna para a en y o el los las del por con не ни без для в на и или по с \
        لا لم لن ليس دون بدون غير في من الي على علي و او 不 未 无 無 非 没 沒 勿 和 与 及 或 在";
    small.split_whitespace().collect()
});

/// Shares between this and its complement are not sure.
const UNSURE: f32 = 0.1;

/// Ranks of clauses as they are named in what is learned.
const WHERE: [&str; 4] = ["asked", "mentioned", "by the way", "answered"];

fn place(rank: usize) -> &'static str {
    WHERE.get(rank).copied().unwrap_or_default()
}

/// The name of a place in [`TENORS`].
fn tenor_name(at: usize) -> String {
    format!("{}: {}", place(at / tenor::COUNT), tenor::name(at % tenor::COUNT))
}

fn weights_of(name: &str) -> Option<&'static [f32; KINDS.len()]> {
    let at = CLUES.binary_search_by_key(&name, |(name, _)| *name).ok()?;
    CLUES.get(at).map(|(_, weights)| weights)
}

/// For each rank what each [`tenor`] is worth there.
static TENORS: LazyLock<Vec<Option<&[f32; KINDS.len()]>>> =
    LazyLock::new(|| (0..WHERE.len() * tenor::COUNT).map(|at| weights_of(&tenor_name(at))).collect());

static LEARNED: LazyLock<Learned> = LazyLock::new(|| {
    Learned::of(TURNS.iter().map(|(text, _)| {
        let (place, turn) = text.split_once(": ").unwrap_or_default();
        (WHERE.iter().position(|w| *w == place).map_or(u8::MAX, |at| at as u8), turn)
    }))
});

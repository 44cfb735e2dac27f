//! Which answers a condition can give at all: every fact that it looks at is tried with every value that could make a
//! difference. Where that would be too many, or the condition counts (`+`, `-`), nothing is said.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::rules::expr::Vocabulary;
use crate::rules::expr::names::{NAMES, TRAVELLER, Type};
use crate::rules::expr::node::{Expr, Node};
use crate::rules::facts::Given;
use crate::rules::{Facts, Known, TravellerFacts};
use crate::states::Answer;

/// Situations that are tried for one condition.
const MOST: usize = 20_000;
/// Situations that are tried for two conditions together.
const MOST_TOGETHER: usize = 2_000;
/// Travellers that are tried alone.
const PERSONS: usize = 1_000;
/// Travellers that are tried in pairs.
const PAIRED: usize = 12;

/// The answers that occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Possible {
    /// Some situation meets it.
    pub yes: bool,
    /// Some does not.
    pub no: bool,
    /// In some it cannot be told.
    pub unknown: bool,
}

/// The answers that `expr` can give; `None` where that cannot be told.
pub fn possible(expr: &Expr, words: &Vocabulary) -> Option<Possible> {
    let looked = looked_at(&[expr])?;
    let mut found = Possible::default();
    every(&looked, words, MOST, |facts| {
        match expr.answer(facts) {
            Answer::Yes => found.yes = true,
            Answer::No => found.no = true,
            Answer::Unknown => found.unknown = true,
        }
        found != Possible { yes: true, no: true, unknown: true }
    })?;
    Some(found)
}

/// How two requirements go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Together {
    /// Some situation meets both.
    pub both: bool,
    /// Some situation answers them differently.
    pub differ: bool,
}

/// How `a` and `b` go together; `None` where that cannot be told or they look at nothing in common. `left` counts the
/// situations that may still be tried, over all the pairs of a file.
pub fn together(a: &Expr, b: &Expr, words: &Vocabulary, left: &mut usize) -> Option<Together> {
    let (of_a, of_b) = (a.looks_at(), b.looks_at());
    if of_a.iter().all(|fact| !of_b.contains(fact)) {
        return None;
    }
    let mut found = Together::default();
    every(&looked_at(&[a, b])?, words, MOST_TOGETHER.min(*left), |facts| {
        *left = left.saturating_sub(1);
        let (a, b) = (a.answer(facts), b.answer(facts));
        found.both |= a == Answer::Yes && b == Answer::Yes;
        found.differ |= a != b;
        !(found.both && found.differ)
    })?;
    Some(found)
}

/// What conditions look at, and the values that they name.
#[derive(Debug, Default)]
struct Looked {
    /// By path; lists as `state.lists.ldc`.
    facts: BTreeMap<String, Type>,
    items: BTreeSet<&'static str>,
    texts: BTreeSet<String>,
    numbers: BTreeSet<i64>,
    days: BTreeSet<NaiveDate>,
    moments: BTreeSet<DateTime<Utc>>,
    counted: bool,
    /// How often travellers are asked.
    eaches: usize,
}

fn looked_at(exprs: &[&Expr]) -> Option<Looked> {
    let mut looked = Looked::default();
    exprs.iter().for_each(|expr| walk(&expr.0, &mut looked));
    (!looked.counted).then_some(looked)
}

fn walk(node: &Node, looked: &mut Looked) {
    let mut fact = |path: &str, kind| looked.facts.insert(path.to_owned(), kind);
    match node {
        Node::Fact(name) | Node::Size(name) => drop(fact(name.path, name.kind)),
        Node::OnList(list) => drop(fact(&format!("state.lists.{list}"), Type::Lists)),
        Node::End { .. } => drop(fact("note.received_spread", Type::Timestamps)),
        Node::Each { body, .. } => {
            fact("request.travellers", Type::Travellers);
            looked.eaches += 1;
            walk(body, looked);
        }
        Node::InStrings(word, name) => {
            fact(name.path, Type::Strings);
            walk(word, looked);
        }
        Node::Item(name, _) => drop(looked.items.insert(name.path)),
        Node::Int(number) => drop(looked.numbers.insert(*number)),
        Node::Text(text) => drop(looked.texts.insert(text.clone())),
        Node::Date(day) => drop(looked.days.insert(*day)),
        Node::Timestamp(at) => drop(looked.moments.insert(*at)),
        Node::Bool(_) => {}
        Node::Duration(_) | Node::Sum { .. } => looked.counted = true,
        Node::Has(inner) | Node::Not(inner) => walk(inner, looked),
        Node::And(a, b) | Node::Or(a, b) | Node::Compare(_, a, b) | Node::Words(_, a, b) => {
            walk(a, looked);
            walk(b, looked);
        }
        Node::Choose(a, b, c) => [a, b, c].into_iter().for_each(|node| walk(node, looked)),
        Node::OneOf(item, all) => {
            walk(item, looked);
            all.iter().for_each(|node| walk(node, looked));
        }
    }
}

/// One value that a fact is tried with.
#[derive(Debug, Clone)]
enum Try {
    Given(Given),
    Lost { doubtful: bool },
    OnList(Answer),
}

/// Calls `see` with every situation until it returns false. `None`: there would be more than `most`.
fn every<'l>(
    looked: &'l Looked,
    words: &Vocabulary,
    most: usize,
    mut see: impl FnMut(&Facts) -> bool,
) -> Option<()> {
    let of = |(path, kind): (&'l String, &Type)| Some((path.as_str(), looked.tries(path, *kind, words)?));
    let tries: Vec<(&str, Vec<Try>)> = looked.facts.iter().map(of).collect::<Option<_>>()?;
    let mut situations: usize = 1;
    for (_, values) in &tries {
        situations = situations.checked_mul(values.len()).filter(|n| *n <= most && *n > 0)?;
    }
    let mut facts = Facts::meeting_all();
    let mut at = vec![0; tries.len()];
    tries.iter().for_each(|(path, values)| apply(&mut facts, path, values.first()));
    loop {
        if !see(&facts) {
            return Some(());
        }
        // The next situation differs in one fact, and in those before it that begin anew.
        let mut place = 0;
        loop {
            let Some(((path, values), at)) = tries.get(place).zip(at.get_mut(place)) else { return Some(()) };
            *at += 1;
            let over = *at == values.len();
            if over {
                *at = 0;
            }
            apply(&mut facts, path, values.get(*at));
            if !over {
                break;
            }
            place += 1;
        }
    }
}

fn apply(facts: &mut Facts, path: &str, value: Option<&Try>) {
    match value {
        Some(Try::Given(given)) => drop(facts.put(path, given.clone())),
        Some(Try::OnList(answer)) => {
            let list = path.strip_prefix("state.lists.").unwrap_or_default();
            facts.state.lists.insert(list.to_owned(), *answer);
        }
        Some(Try::Lost { doubtful }) => match path {
            // Taking these away takes others away, which are tried on their own.
            "state.code" => facts.state.code = lost(*doubtful),
            "event.id" => facts.event.id = lost(*doubtful),
            "event.papers" => facts.event.papers = lost(*doubtful),
            _ => drop(facts.obscure(path, *doubtful)),
        },
        None => {}
    }
}

fn lost<T>(doubtful: bool) -> Known<T> {
    if doubtful { Known::Doubtful } else { Known::Missing }
}

impl Looked {
    fn tries(&self, path: &str, kind: Type, words: &Vocabulary) -> Option<Vec<Try>> {
        let mut tries: Vec<Try> = match kind {
            Type::Bool => [true, false].map(|truth| Try::Given(Given::Truth(truth))).into(),
            Type::Int => self.some_numbers().map(|n| Try::Given(Given::Number(n))).collect(),
            Type::Text => {
                self.some_texts(path, words).into_iter().map(|t| Try::Given(Given::Text(t))).collect()
            }
            Type::Date => self.some_days().into_iter().map(|day| Try::Given(Given::Day(day))).collect(),
            Type::Timestamp => {
                self.some_moments().into_iter().map(|at| Try::Given(Given::Moment(at))).collect()
            }
            Type::Timestamps => {
                let all = self.some_moments();
                let later = |from| all.iter().filter(move |to| **to >= from).map(move |to| (from, *to));
                all.iter()
                    .flat_map(|from| later(*from))
                    .map(|(a, b)| Try::Given(Given::Moments(a, b)))
                    .collect()
            }
            Type::Strings => self.some_sets().into_iter().map(|set| Try::Given(Given::Texts(set))).collect(),
            Type::Lists => [Answer::Yes, Answer::No, Answer::Unknown].map(Try::OnList).into(),
            Type::Travellers => {
                self.some_travellers()?.into_iter().map(|all| Try::Given(Given::Travellers(all))).collect()
            }
            Type::Duration => Vec::new(),
        };
        if NAMES.iter().any(|name| name.path == path && !name.always) {
            tries.extend([false, true].map(|doubtful| Try::Lost { doubtful }));
        }
        Some(tries)
    }

    fn some_numbers(&self) -> impl Iterator<Item = u32> {
        let near = self.numbers.iter().flat_map(|n| [n.saturating_sub(1), *n, n.saturating_add(1)]);
        let all: BTreeSet<i64> = near.chain([0, 1, 2]).collect();
        all.into_iter().filter_map(|n| u32::try_from(n).ok())
    }

    /// The words that the fact can hold, those that the condition names, and one that it does not.
    fn some_texts(&self, path: &str, words: &Vocabulary) -> Vec<String> {
        let own = NAMES.iter().find(|name| name.path == path).map_or(&[][..], |name| name.words);
        if !own.is_empty() {
            return own.iter().map(|word| (*word).to_owned()).collect();
        }
        if path == "state.code" {
            let named = self.texts.iter().filter(|t| t.len() == 3).cloned();
            return named.chain(["ZZZ".to_owned()]).collect();
        }
        let known = words.of(path).filter(|known| !known.is_empty());
        let named = self.texts.iter().filter(|t| known.is_none_or(|known| known.contains(*t)));
        let mut all: Vec<String> = named.cloned().collect();
        let other = known.and_then(|known| known.iter().find(|t| !self.texts.contains(*t)));
        match (known, other) {
            (Some(_), Some(other)) => all.push(other.clone()),
            (Some(_), None) => {}
            // Words that begin, end or hold what is named; two parts may both be asked for.
            (None, _) => {
                let joined =
                    self.texts.iter().flat_map(|a| self.texts.iter().map(move |b| format!("{a}…{b}")));
                all.extend(joined.take(64));
                all.push("…".to_owned());
            }
        }
        all
    }

    fn some_days(&self) -> BTreeSet<NaiveDate> {
        let base = NaiveDate::from_ymd_opt(2017, 9, 4).into_iter();
        let named = self.days.iter().copied().chain(base);
        named.flat_map(|day| [day.pred_opt(), Some(day), day.succ_opt()]).flatten().collect()
    }

    fn some_moments(&self) -> BTreeSet<DateTime<Utc>> {
        let base = DateTime::from_timestamp(1_502_373_600, 0).into_iter();
        let named = self.moments.iter().copied().chain(base);
        named.flat_map(|at| [-1, 0, 1].map(|seconds| at + TimeDelta::seconds(seconds))).collect()
    }

    /// Every set of the words that the condition names, up to four of them, with and without another.
    fn some_sets(&self) -> Vec<BTreeSet<String>> {
        let mut sets = vec![BTreeSet::new(), BTreeSet::from(["note".to_owned()])];
        for word in self.texts.iter().take(4) {
            let with = |set: &BTreeSet<String>| set.iter().cloned().chain([word.clone()]).collect();
            let more: Vec<BTreeSet<String>> = sets.iter().map(with).collect();
            sets.extend(more);
        }
        let most = self.numbers.iter().max().map_or(1, |n| n.saturating_add(1)).min(8);
        let numbered = (1..=most).map(|n| (0..n).map(|n| format!("paper {n}")).collect());
        sets.extend(numbered);
        sets
    }

    /// Nobody, each person, every two persons, and as many as are counted.
    fn some_travellers(&self) -> Option<Vec<Vec<TravellerFacts>>> {
        let persons = self.some_persons()?;
        // Two persons matter where two questions are asked of them.
        if persons.len() > PAIRED && self.eaches > 1 {
            return None;
        }
        let mut all = vec![Vec::new()];
        all.extend(persons.iter().map(|person| vec![person.clone()]));
        if !self.items.is_empty() && persons.len() <= PAIRED {
            all.extend(persons.iter().flat_map(|a| persons.iter().map(|b| vec![a.clone(), b.clone()])));
        }
        let most = self.numbers.iter().filter_map(|n| usize::try_from(*n).ok()).max().unwrap_or(1).min(8) + 1;
        all.extend(persons.iter().take(2).flat_map(|one| (2..=most).map(|n| vec![one.clone(); n])));
        Some(all)
    }

    fn some_persons(&self) -> Option<Vec<TravellerFacts>> {
        let mut persons = vec![TravellerFacts { name: "…".to_owned(), ..TravellerFacts::default() }];
        for item in &self.items {
            let words = TRAVELLER.iter().find(|name| name.path == *item).map_or(&[][..], |name| name.words);
            let mut texts: Vec<Known<String>> = match words.is_empty() {
                true => self.some_texts(item, &Vocabulary::default()).into_iter().map(Known::Value).collect(),
                false => words.iter().map(|word| Known::Value((*word).to_owned())).collect(),
            };
            texts.extend([Known::Missing, Known::Doubtful]);
            let days: Vec<Known<NaiveDate>> = self
                .some_days()
                .into_iter()
                .map(Known::Value)
                .chain([Known::Missing, Known::Doubtful])
                .collect();
            let truths = [Known::Value(true), Known::Value(false), Known::Missing];
            let with = |person: &TravellerFacts| -> Vec<TravellerFacts> {
                let of = |text: &Known<String>| {
                    let mut person = person.clone();
                    match *item {
                        "gender" => person.gender = text.clone(),
                        "function" => person.function = text.clone(),
                        "passport" => person.passport = text.clone(),
                        "email" => person.email = text.clone(),
                        "telephone" => person.telephone = text.clone(),
                        "departure_city" => person.departure_city = text.clone(),
                        _ => {
                            if let Known::Value(name) = text {
                                person.name.clone_from(name);
                            }
                        }
                    }
                    person
                };
                match *item {
                    "government" => truths
                        .iter()
                        .map(|t| TravellerFacts { government: t.clone(), ..person.clone() })
                        .collect(),
                    "date_of_birth" => days
                        .iter()
                        .map(|d| TravellerFacts { date_of_birth: d.clone(), ..person.clone() })
                        .collect(),
                    _ => texts.iter().map(of).collect(),
                }
            };
            persons = persons.iter().flat_map(with).collect();
            if persons.len() > PERSONS {
                return None;
            }
        }
        Some(persons)
    }
}

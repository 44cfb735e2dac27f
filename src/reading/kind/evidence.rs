//! What speaks for a kind: the senses of each sentence, of the one that leads, and of the subject, what happens to the
//! persons, and the build of the message. Values only; what each is worth is learned.

use std::ops::Range;

use crate::message::Message;
use crate::reading::document::Document;
use crate::reading::kind::wording;
use crate::reading::kind::{Times, polite};
use crate::reading::phrases::Sense::{self, *};
use crate::reading::senses::{self, Told};
use crate::reading::stems::{self, Stem};
use crate::reading::topics::{self, Topic};
use crate::reading::travellers::Tally;

/// The senses that tell kinds apart.
const SENSES: [Sense; 15] = [
    Asking,
    Support,
    NoSupport,
    Earlier,
    Replacing,
    Withdrawing,
    NoReplacement,
    Conditional,
    Giving,
    Money,
    Enquiring,
    Attending,
    Costs,
    Thanking,
    Machine,
];

/// Senses that mean more in one sentence than apart.
const TOGETHER: [(Sense, Sense); 15] = [
    (Asking, Support),
    (Asking, NoSupport),
    (Asking, Attending),
    (Asking, Enquiring),
    (Support, Enquiring),
    (Support, Giving),
    (Support, Thanking),
    (Earlier, Replacing),
    (Earlier, Withdrawing),
    (Earlier, Asking),
    (Attending, Withdrawing),
    (Attending, Replacing),
    (Attending, NoSupport),
    (Conditional, Withdrawing),
    (Giving, Money),
];

/// What a clue is about.
#[derive(Debug, Clone, Copy)]
pub(super) enum Name {
    /// The sense occurs.
    Any(Sense),
    /// It occurs in the sentence that leads: the one of the courtesies, else the first that says anything.
    Leads(Sense),
    /// The share of telling sentences that have it.
    Throughout(Sense),
    /// The subject of the mail has it.
    Subject(Sense),
    /// One sentence has both.
    Both(Sense, Sense),
    /// The topic occurs.
    Topic(Topic),
    /// Two topics stand near each other.
    Near(Topic, Topic),
    /// A word of this kind occurs.
    Says(Stem),
    /// In one sentence the second kind of word stands soon behind the first.
    Then(Stem, Stem),
    /// The words of a learned turn occur: its row.
    Turn(usize),
    /// Anything else, in words.
    Fixed(&'static str),
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Any(sense) => write!(f, "{sense:?}"),
            Self::Leads(sense) => write!(f, "{sense:?} leads"),
            Self::Throughout(sense) => write!(f, "{sense:?} throughout"),
            Self::Subject(sense) => write!(f, "{sense:?} in the subject"),
            Self::Both(a, b) => write!(f, "{a:?} with {b:?}"),
            Self::Topic(topic) => write!(f, "topic {topic:?}"),
            Self::Near(a, b) => write!(f, "topic {a:?} near {b:?}"),
            Self::Says(stem) => write!(f, "word {stem:?}"),
            Self::Then(first, second) => write!(f, "{first:?} then {second:?}"),
            Self::Turn(row) => f.write_str(wording::text(*row)),
            Self::Fixed(words) => f.write_str(words),
        }
    }
}

/// One thing that speaks for or against kinds.
#[derive(Debug, Clone)]
pub(super) struct Clue {
    /// What it is, for people and for the table of weights.
    pub name: Name,
    /// 0 where it is not so; mostly 1 where it is.
    pub value: f32,
    /// The words that show it, bytes of the folded text; empty when it shows elsewhere.
    pub words: Range<usize>,
}

/// The senses of one sentence.
struct Sentence {
    range: Range<usize>,
    told: Told,
    senses: u64,
    topics: u64,
    asks: bool,
}

impl Sentence {
    fn has(&self, sense: Sense) -> bool {
        self.senses & (1 << sense as u32) != 0
    }

    fn is_about(&self, topic: Topic) -> bool {
        self.topics & (1 << topic as u32) != 0
    }

    /// Whether the sentence has the sense and does not deny it: "no support is requested" asks for none.
    fn claims(&self, sense: Sense) -> bool {
        self.has(sense) && !(self.has(NoSupport) && matches!(sense, Asking | Support | Costs))
    }
}

fn read_sentences(document: &Document) -> Vec<Sentence> {
    let mut hits = document.hits.iter().peekable();
    document
        .sentences()
        .iter()
        .map(|sentence| {
            let range = sentence.range.clone();
            let text = document.folded.text().get(range.clone()).unwrap_or_default();
            let asks = text.trim_end().ends_with(['?', '؟', '？']);
            let told = senses::of(&sentence.stems, asks);
            let mut senses = told.senses;
            while let Some(hit) = hits.next_if(|h| h.start < range.end) {
                senses |= 1_u64 << hit.sense as u32;
            }
            Sentence { told, topics: sentence.topics, asks, range, senses }
        })
        .collect()
}

/// Words within which the second of two kinds stands soon behind the first.
const SOON: usize = 8;

/// Which kinds of words stand soon behind which others, each pair once, with the first sentence that has it.
pub(super) fn pairs(speaking: &Document) -> Vec<Clue> {
    let mut found: Vec<(Stem, Stem, usize)> = Vec::new();
    for (k, sentence) in speaking.sentences().iter().enumerate() {
        found.extend(sentence.stems.pairs(SOON).map(|(first, second)| (first.stem, second.stem, k)));
    }
    found.sort_unstable();
    found.dedup_by_key(|(first, second, _)| (*first, *second));
    let words = |k: usize| speaking.sentences().get(k).map_or(0..0, |s| s.range.clone());
    let clue = |(first, second, k)| Clue { name: Name::Then(first, second), value: 1.0, words: words(k) };
    found.into_iter().map(clue).collect()
}

/// Everything else that is weighed, always the same things in the same order.
pub(super) fn gather(
    message: &Message,
    speaking: &Document,
    subject: &Document,
    persons: Tally,
    times: Times,
    unread: bool,
) -> Vec<Clue> {
    let all = read_sentences(speaking);
    let telling = |s: &&Sentence| SENSES.iter().any(|sense| s.has(*sense));
    let leading = all.iter().find(|s| s.has(Opening)).or_else(|| all.iter().find(telling));
    let telling = all.iter().filter(telling).count().max(1) as f32;
    let mut clues = Vec::with_capacity(200);
    let mut put = |name: Name, value: f32, words: Range<usize>| clues.push(Clue { name, value, words });
    let flag = |told: bool| f32::from(u8::from(told));
    for sense in SENSES {
        let own: Vec<&Sentence> = all.iter().filter(|s| s.claims(sense)).collect();
        let words = own.first().map_or(0..0, |s| s.range.clone());
        put(Name::Any(sense), flag(!own.is_empty()), words.clone());
        put(Name::Leads(sense), flag(leading.is_some_and(|s| s.has(sense))), words.clone());
        put(Name::Throughout(sense), own.len() as f32 / telling, words);
        put(Name::Subject(sense), flag(subject.has(sense)), 0..0);
    }
    for (a, b) in TOGETHER {
        let both = all.iter().find(|s| s.has(a) && s.has(b));
        put(Name::Both(a, b), flag(both.is_some()), both.map_or(0..0, |s| s.range.clone()));
    }
    let mut first = |name: &'static str, test: &dyn Fn(&Sentence) -> bool| {
        let found = all.iter().find(|s| test(s));
        put(Name::Fixed(name), flag(found.is_some()), found.map_or(0..0, |s| s.range.clone()));
    };
    first("asks for support", &|s| {
        s.has(Asking)
            && s.has(Support)
            && !s.has(NoSupport)
            && !s.has(Enquiring)
            && !s.has(Earlier)
            && !s.asks
    });
    first("asks politely to pay", &|s| {
        !s.has(Machine)
            && !s.has(NoSupport)
            && !s.has(Earlier)
            && (s.has(Support) || s.has(Enquiring) || s.asks)
            && polite::asks_to_pay(speaking.folded.text().get(s.range.clone()).unwrap_or_default())
    });
    let beside = [Topic::Entry, Topic::Rooms, Topic::Press, Topic::Trade];
    first("asks for what is no support", &|s| {
        s.has(Asking) && !s.has(Support) && !s.has(Costs) && beside.iter().any(|t| s.is_about(*t))
    });
    first("thanks for support", &|s| s.has(Support) && s.is_about(Topic::Thanks) && !s.has(Asking));
    first("thanks for what is over", &|s| s.is_about(Topic::Thanks) && s.is_about(Topic::After));
    first("complains", &|s| s.is_about(Topic::Overdue) && (s.has(Support) || s.has(Costs)) && !s.has(Asking));
    first("replaces, no condition", &|s| s.has(Replacing) && !s.has(Conditional) && !s.has(NoReplacement));
    first("withdraws, no condition", &|s| s.has(Withdrawing) && !s.has(Conditional));
    first("gives, asks nothing", &|s| s.has(Giving) && !s.has(Asking));
    first("comes, support not named", &|s| s.has(Attending) && !s.has(Support) && !s.has(Costs));
    first("a question", &|s| s.asks);
    first("a question of support", &|s| s.asks && (s.has(Support) || s.has(Costs)));
    let topics = topics::ALL.iter().map(|t| Name::Topic(*t));
    let topics = topics.chain(topics::NEAR.iter().map(|(a, b)| Name::Near(*a, *b)));
    for (bit, name) in topics.enumerate() {
        let found = all.iter().find(|s| s.topics & (1 << bit) != 0);
        put(name, flag(found.is_some()), found.map_or(0..0, |s| s.range.clone()));
    }
    for stem in stems::TELLING {
        let found = all.iter().find(|s| s.told.says(stem) && !s.has(NoSupport));
        put(Name::Says(stem), flag(found.is_some()), found.map_or(0..0, |s| s.range.clone()));
    }
    let questions = all.iter().filter(|s| s.asks || s.has(Enquiring)).count() as f32;
    put(Name::Fixed("questions throughout"), questions / telling, 0..0);
    let named = all.iter().any(|s| s.has(Support) || s.has(Costs));
    let asked = all.iter().any(|s| s.has(Asking) && (s.claims(Support) || s.claims(Costs)));
    put(Name::Fixed("support named, not asked"), flag(named && !asked), 0..0);
    let formal = speaking.has(Opening);
    let letter = speaking.has(LetterClose) && speaking.has(Salutation);
    let build = [
        ("a note", formal),
        ("a letter", letter && !formal),
        ("courtesies", speaking.has(Closing)),
        ("honour", speaking.has(Honour)),
        ("an ordinary mail", speaking.has(Ordinary)),
        ("in a paper", speaking.name != "body"),
        ("papers beside", message.papers.len() > usize::from(speaking.name != "body")),
        ("an unread paper", unread),
        ("a day to come", times.coming),
        ("acts on a day to come", times.acts_on_coming),
        ("days that are over", times.over),
        ("acts on a day that is over", times.acts_on_over),
        ("an answer", message.headers.subject.trim_start().to_lowercase().starts_with("re:")),
        ("an office speaks", speaking.has(Mission) || speaking.has(Ministry) || speaking.has(Embassy)),
        ("to all", speaking.has(ToAll)),
        ("facilitators", speaking.has(Facilitating)),
        ("advertises", speaking.has(Newsletter)),
        ("short", speaking.text.len() < 400),
        ("long", speaking.text.len() > 2_500),
        ("nothing told", all.iter().all(|s| SENSES.iter().all(|sense| !s.has(*sense)))),
    ];
    for (name, told) in build {
        put(Name::Fixed(name), flag(told), 0..0);
    }
    let parts = [
        ("persons nominated", persons.nominated),
        ("persons going", persons.going),
        ("persons successors", persons.successors),
        ("persons gone", persons.gone),
        ("persons paying themselves", persons.own),
        ("persons mentioned", persons.mentioned),
        ("persons labelled", persons.labelled),
    ];
    for (name, count) in parts {
        put(Name::Fixed(name), flag(count > 0), 0..0);
    }
    put(Name::Fixed("several nominated"), flag(persons.nominated + persons.going > 1), 0..0);
    let nobody = parts.iter().all(|(_, count)| *count == 0);
    put(Name::Fixed("nobody named"), flag(nobody), 0..0);
    clues
}

//! What a clause says of the one person it is about: "the ticket of Mr. A is paid by IOM, while Ms. B seeks the support of
//! the Fund", "c) Mr. C (his Ministry bears the costs)", "Hajia D is no more available".
//!
//! A clause is about whom it names, also by the family name alone, or, in brackets and behind a dash, about the last who
//! was named before. What a clause says of several at once is left to the turns around each.

mod places;

use std::ops::Range;

use crate::reading::Gender;
use crate::reading::document::{Document, Sentence};
use crate::reading::lexicon::Lexicon;
use crate::reading::phrases::Sense;
use crate::reading::senses;
use crate::reading::travellers::{Candidate, Part, Piece, names, piece_at};
use crate::reading::words::{Word, fold};

/// What may be said of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// His journey is to be paid, and that is asked for.
    Asked,
    /// Support for him is spoken of.
    Supported,
    /// Somebody else pays.
    Refused,
    /// He does not come.
    Withdrawn,
    /// He comes.
    Comes,
    /// Something of him is put right or exchanged.
    Changed,
    /// Only if something happens.
    Conditional,
    /// Nothing changes for him.
    Stays,
}

pub(super) const ALL: [Said; 8] = [
    Said::Asked,
    Said::Supported,
    Said::Refused,
    Said::Withdrawn,
    Said::Comes,
    Said::Changed,
    Said::Conditional,
    Said::Stays,
];

/// Words that part clauses.
static APART: std::sync::LazyLock<Lexicon<()>> = std::sync::LazyLock::new(|| {
    Lexicon::of([(
        (),
        "while whereas but however whilst tandis alors mais mientras pero sino enquanto тогда тем но بينما اما لكن غير 而 但",
    )])
});

/// What tells that nothing changes for somebody.
static STAYS: std::sync::LazyLock<Lexicon<()>> = std::sync::LazyLock::new(|| {
    Lexicon::of([(
        (),
        "stands stand remains remain unchanged unaffected maintained maintains inchange* maintenu* demeure reste mantiene mantienen \
         permanece invariable sigue остает* неизменн* прежн* силе بقاء يبقي تبقي كما ساري سارية 不变 仍 照旧 维持",
    )])
});

/// Words for one who was named before, with the gender that they tell.
static PRONOUNS: std::sync::LazyLock<Lexicon<Option<Gender>>> = std::sync::LazyLock::new(|| {
    Lexicon::of([
        (Some(Gender::F), "she her hers elle ella она ее нее ней 她"),
        (Some(Gender::M), "he his him himself il lui он его него нему им 他"),
        (
            None,
            "interesse interessee interesado interesada mencionada mencionado nominee delegate candidate officer \
             المذكور المذكورة المرشح المرشحة المعني المعنية 该员 该代表",
        ),
    ])
});

/// Persons in a document with whom it is worth telling apart.
const MANY: usize = 24;

/// Notes with each of `all` (in the order of the text) what clauses say of that person alone.
pub(super) fn add(document: &Document, pieces: &[Piece], all: &mut [Candidate]) {
    if !(2..=MANY).contains(&all.len()) {
        return;
    }
    let named = Named::of(document, all);
    let words = document.words();
    // Who was named in the sentence before.
    let mut before: Vec<usize> = Vec::new();
    for sentence in document.sentences() {
        let own = within(&words, &sentence.range);
        let mut last: Option<usize> = None;
        for clause in clauses(own) {
            let mut persons = named.of_words(clause.words);
            if persons.is_empty() && clause.aside {
                persons.extend(last);
            }
            last = persons.last().copied().or(last);
            match persons.as_slice() {
                [] => {
                    // "for the officer so marked (S/N 2)": the sentence says it, the bracket of whom.
                    let words = if clause.aside { own } else { clause.words };
                    let told = Told::of(sentence, words);
                    if (told.has(Said::Supported) || told.has(Said::Refused))
                        && let Some(picked) = Picked::of(words, &named, pieces, all)
                    {
                        picked.pay(all, told);
                    } else if let Some(one) = spoken_of(clause.words, &before, all) {
                        told.note(all, one);
                    }
                }
                [one] => Told::of(sentence, clause.words).note(all, *one),
                _ => each(sentence, clause.words, &named)
                    .into_iter()
                    .for_each(|(one, told)| told.note(all, one)),
            }
        }
        let here = named.of_words(own);
        // "His name may be struck off", and "He is on duty" behind it: still of the same.
        if !here.is_empty() || own.iter().all(|w| PRONOUNS.of_word(w.folded).next().is_none()) {
            before = here;
        }
    }
}

/// Of whom a pronoun speaks: the one of its gender among those who were named in the sentence before.
fn spoken_of(words: &[Word<'_>], before: &[usize], all: &[Candidate]) -> Option<usize> {
    let said: Vec<Option<Gender>> = words.iter().filter_map(|w| PRONOUNS.of_word(w.folded).next()).collect();
    if said.is_empty() {
        return None;
    }
    let gender = said.into_iter().flatten().next();
    let mut fits = before.iter().copied().filter(|k| {
        let own = all.get(*k).and_then(|c| c.gender);
        gender.is_none() || own.is_none() || own == gender
    });
    let one = fits.next()?;
    fits.next().is_none().then_some(one)
}

/// What a clause about several says of each, where it says something of everyone: "Ms. A is prevented, with the request
/// for Mr. B standing as it is", but not "Ms. A, Director, and Mr. B, Counsellor, are nominated".
fn each(sentence: &Sentence, words: &[Word<'_>], named: &Named) -> Vec<(usize, Told)> {
    let mut groups: Vec<(usize, Range<usize>)> = Vec::new();
    let mut from = 0;
    for part in words.split_inclusive(|w| [',', '،', '，'].iter().any(|sign| w.is_sign(*sign))) {
        let range = from..from + part.len();
        from = range.end;
        let persons = named.of_words(part);
        match (persons.as_slice(), groups.last_mut()) {
            ([], Some((_, group))) => group.end = range.end,
            ([], None) => {}
            ([one], Some((person, group))) if one == person => group.end = range.end,
            ([one], last) => {
                let start = if last.is_some() { range.start } else { 0 };
                groups.push((*one, start..range.end));
            }
            _ => return Vec::new(),
        }
    }
    let told = |range: Range<usize>| Told::of(sentence, words.get(range).unwrap_or_default());
    let each: Vec<(usize, Told)> = groups.into_iter().map(|(one, range)| (one, told(range))).collect();
    if each.iter().all(|(_, told)| *told != Told::default()) { each } else { Vec::new() }
}

/// What words say, bits by [`Said`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Told(u8);

impl Told {
    fn of(sentence: &Sentence, words: &[Word<'_>]) -> Self {
        let Some((first, last)) = words.first().zip(words.last()) else { return Self::default() };
        let senses = senses::of(&sentence.stems.within(&(first.at..last.end)), false).senses;
        let has = |sense: Sense| senses & (1 << sense as u32) != 0;
        let refused = has(Sense::NoSupport);
        let said = |said: Said| match said {
            Said::Asked => has(Sense::Support) && has(Sense::Asking) && !refused,
            Said::Supported => has(Sense::Support) && !refused,
            Said::Refused => refused,
            Said::Withdrawn => has(Sense::Withdrawing) && !has(Sense::Conditional),
            Said::Comes => has(Sense::Attending),
            Said::Changed => has(Sense::Replacing),
            Said::Conditional => has(Sense::Conditional),
            Said::Stays => words.iter().any(|w| STAYS.of_word(w.folded).next().is_some()),
        };
        Self(ALL.into_iter().filter(|s| said(*s)).fold(0, |bits, s| bits | 1 << s as u32))
    }

    fn has(self, said: Said) -> bool {
        self.0 & (1 << said as u32) != 0
    }

    fn note(self, all: &mut [Candidate], one: usize) {
        for said in ALL.into_iter().filter(|said| self.has(*said)) {
            all.get_mut(one).into_iter().for_each(|c| c.clues.say(said));
        }
    }
}

/// Whom a clause picks out by their place in the list before it, and the whole list.
struct Picked {
    meant: Vec<usize>,
    listed: Vec<usize>,
}

impl Picked {
    fn of(words: &[Word<'_>], named: &Named, pieces: &[Piece], all: &[Candidate]) -> Option<Self> {
        let at = words.first()?.at;
        let goes = |k: &usize| {
            let part = all.get(*k).map(|c| c.part);
            part.is_some_and(|part| matches!(part, Part::Nominated | Part::Mentioned | Part::Own))
        };
        let before =
            named.mentions.iter().enumerate().filter(|(k, (place, person))| *place < at && k == person);
        let mut listed: Vec<usize> = before.map(|(k, _)| k).filter(goes).collect();
        // Where there is a list, its items count, each with the first whom it names.
        let item = |k: &usize| {
            let piece = piece_at(pieces, all.get(*k)?.start)?;
            piece.item.then_some(piece.range.start)
        };
        if listed.iter().filter_map(item).count() > 1 {
            listed.retain(|k| item(k).is_some());
            listed.dedup_by_key(|k| item(k));
        }
        let meant = places::of(words, listed.len())?;
        let meant: Vec<usize> = meant.into_iter().filter_map(|place| listed.get(place).copied()).collect();
        (meant.len() < listed.len()).then_some(Self { meant, listed })
    }

    /// Who counts a list off tells apart: "support is requested for the first two" is for no other.
    fn pay(&self, all: &mut [Candidate], told: Told) {
        let supported = told.has(Said::Supported);
        for k in &self.listed {
            let Some(one) = all.get_mut(*k) else { continue };
            one.part = match (self.meant.contains(k), supported) {
                (true, true) => Part::Nominated,
                (true, false) | (false, true) if !one.marked => Part::Own,
                _ => continue,
            };
            one.told = Some(one.part);
            one.marked = one.part == Part::Nominated;
            one.weak = false;
        }
    }
}

/// A part of a sentence.
struct Clause<'w, 't> {
    words: &'w [Word<'t>],
    /// It stands in brackets or behind a dash: what it says is of whom was named before.
    aside: bool,
}

/// The clauses of a sentence: parted by semicolons, brackets, dashes between blanks, and words of contrast.
fn clauses<'w, 't>(words: &'w [Word<'t>]) -> Vec<Clause<'w, 't>> {
    let mut found = Vec::new();
    let (mut from, mut aside) = (0, false);
    for (k, word) in words.iter().enumerate() {
        let opens = ['(', '（', '–', '—', '['].iter().any(|sign| word.is_sign(*sign));
        let parts = [';', '；', '؛', ')', '）', ']', '。', ':', '：'].iter().any(|sign| word.is_sign(*sign));
        let contrast = APART.of_word(word.folded).next().is_some();
        if opens || parts || contrast {
            found.push(Clause { words: words.get(from..k).unwrap_or_default(), aside });
            (from, aside) = (k + usize::from(!contrast), opens);
        }
    }
    found.push(Clause { words: words.get(from..).unwrap_or_default(), aside });
    found.retain(|clause| !clause.words.is_empty());
    found
}

fn within<'w, 't>(words: &'w [Word<'t>], range: &Range<usize>) -> &'w [Word<'t>] {
    let place = |at: usize| words.partition_point(|w| w.at < at);
    words.get(place(range.start)..place(range.end)).unwrap_or_default()
}

/// The words of a name that tell it.
pub(super) fn parts(one: &Candidate) -> Vec<String> {
    let telling = |part: &&str| {
        // "del", "van", "بن": particles tell nobody.
        (part.chars().count() > 2 || !part.is_ascii())
            && !part.starts_with(char::is_lowercase)
            && !names::is_particle(part)
    };
    one.text.split([' ', '-', '·']).filter(telling).map(fold).collect()
}

/// Who is named where, and whose each part of a name is.
struct Named {
    /// By candidate, where it stands in the folded text and the first candidate of the same person.
    mentions: Vec<(usize, usize)>,
    /// Parts that only one person has.
    own: Vec<(String, usize)>,
    /// Chinese family names that only one person has, with the rest of the name.
    families: Vec<(String, String, usize)>,
}

impl Named {
    fn of(document: &Document, all: &[Candidate]) -> Self {
        let names: Vec<Vec<String>> = all.iter().map(parts).collect();
        let same = |k: usize, parts: &[String]| {
            let mut earlier = names.iter().take(k);
            earlier.position(|n| !parts.is_empty() && parts.iter().all(|p| n.contains(p))).unwrap_or(k)
        };
        let persons: Vec<usize> = names.iter().enumerate().map(|(k, parts)| same(k, parts)).collect();
        let mut own: Vec<(String, usize)> = Vec::new();
        for (name, person) in names.into_iter().zip(&persons) {
            own.extend(name.into_iter().map(|part| (part, *person)));
        }
        own.sort_unstable();
        own.dedup();
        let shared = |part: &str, person: usize| own.iter().any(|(p, other)| p == part && *other != person);
        let own = own.iter().filter(|(part, person)| !shared(part, *person)).cloned().collect();
        let in_chinese = |(one, person): (&Candidate, &usize)| {
            let (family, given) = names::in_chinese(&one.text)?;
            Some((family.to_owned(), given.to_owned(), *person))
        };
        let all_families: Vec<(String, String, usize)> =
            all.iter().zip(&persons).filter_map(in_chinese).collect();
        let shared =
            |family: &str, person: usize| all_families.iter().any(|(f, _, p)| f == family && *p != person);
        let families = all_families.iter().filter(|(family, _, p)| !shared(family, *p)).cloned().collect();
        let at = |one: &Candidate| document.folded.at(one.name.start);
        let mentions = all.iter().map(at).zip(persons).collect();
        Self { mentions, own, families }
    }

    /// Whom words name, also by a part of the name, each once; last who is named in full last.
    fn of_words(&self, words: &[Word<'_>]) -> Vec<usize> {
        let Some((first, last)) = words.first().zip(words.last()) else { return Vec::new() };
        let part = |word: &Word<'_>| self.own.iter().find(|(part, _)| part == word.folded).map(|(_, p)| *p);
        let mut found: Vec<usize> = words.iter().filter_map(part).collect();
        if !self.families.is_empty() {
            let text: String = words.iter().map(|w| w.folded).collect();
            // "欧阳参赞的旅费": the family name before a post.
            let again = |(family, given, person): &(String, String, usize)| {
                let said = text.match_indices(family.as_str()).any(|(at, _)| {
                    let rest = text.get(at + family.len()..).unwrap_or_default();
                    !rest.starts_with(given.as_str()) && names::begins_title_in_chinese(rest)
                });
                said.then_some(*person)
            };
            found.extend(self.families.iter().filter_map(again));
        }
        let range = first.at..last.end;
        let whole = self.mentions.iter().filter(|(at, _)| range.contains(at)).map(|(_, person)| *person);
        found.extend(whole);
        let mut each: Vec<usize> = Vec::new();
        for person in found.into_iter().rev() {
            if !each.contains(&person) {
                each.push(person);
            }
        }
        each.reverse();
        each
    }
}

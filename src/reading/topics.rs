//! What a message is about beside asking: somebody is prevented, does not go, gives a seat back; a procedure is asked
//! for; a candidature, a reception, a death. Words with their meaning by language; Chinese by parts of its sentences.

mod beside;
mod table;

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use crate::reading::lexicon::Lexicon;
use crate::reading::words::{Sort, Word};

/// What words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Topic {
    /// Illness, a new posting, duties at home: why somebody cannot go.
    Prevented,
    /// Goes, travels, comes, is sent.
    Goes,
    /// "not", "no longer", "nobody".
    Not,
    /// Releases, gives back, vacates.
    Releases,
    /// A seat, place or ticket that may be given back.
    Seat,
    /// Asked, wrote, submitted: in the past.
    Asked,
    /// Wants to know.
    Learn,
    /// Deadline, form, rules, account: what is asked about.
    Procedure,
    /// From now on, instead, in future, new.
    Henceforth,
    /// Spelling, name, passport, error: what is put right.
    Mistake,
    /// Places on a list, preference, priority.
    Ranking,
    /// A gift, an amount, a transfer, an account.
    Gift,
    /// The State pays: its own budget, its Treasury.
    OwnMeans,
    /// Takes note, thanks, conveys, transmits, congratulates.
    Courtesy,
    /// Candidature, election, vote.
    Candidature,
    /// Reception, national day, exhibition, holiday, closing of an office.
    Occasion,
    /// Death, mourning, condolences, disaster.
    Mourning,
    /// A new ambassador, staff, address, telephone.
    Staff,
    /// A statement, views, proposals for the text under negotiation.
    Views,
    /// Thanks for what was given.
    Thanks,
    /// Visas, accreditation, badges, invitations, protocol.
    Entry,
    /// Invoices, prices, bookings, subscriptions.
    Trade,
    /// What is over: took part, returned, was held.
    After,
    /// Unpaid, late, complained of, claimed back.
    Overdue,
    /// Rooms, interpretation, the floor, cars.
    Rooms,
    /// Press, surveys, studies, vacancies, courses.
    Press,
}

/// All, in the order of the evidence.
pub(super) const ALL: [Topic; 26] = [
    Topic::Prevented,
    Topic::Goes,
    Topic::Not,
    Topic::Releases,
    Topic::Seat,
    Topic::Asked,
    Topic::Learn,
    Topic::Procedure,
    Topic::Henceforth,
    Topic::Mistake,
    Topic::Ranking,
    Topic::Gift,
    Topic::OwnMeans,
    Topic::Courtesy,
    Topic::Candidature,
    Topic::Occasion,
    Topic::Mourning,
    Topic::Staff,
    Topic::Views,
    Topic::Thanks,
    Topic::Entry,
    Topic::Trade,
    Topic::After,
    Topic::Overdue,
    Topic::Rooms,
    Topic::Press,
];

/// Topics that mean more when they stand near each other, the first before the second.
pub(super) const NEAR: [(Topic, Topic); 9] = [
    (Topic::Not, Topic::Goes),
    (Topic::Releases, Topic::Seat),
    (Topic::Not, Topic::Seat),
    (Topic::Learn, Topic::Procedure),
    (Topic::Goes, Topic::OwnMeans),
    (Topic::Henceforth, Topic::Goes),
    (Topic::Thanks, Topic::After),
    (Topic::Not, Topic::Overdue),
    (Topic::After, Topic::Goes),
];

/// Words within which two topics belong together; a Chinese character counts as a word.
const WITHIN: usize = 6;

static WORDS: LazyLock<Lexicon<Topic>> =
    LazyLock::new(|| Lexicon::of([table::WORDS, beside::WORDS].concat()));

struct Parts {
    finder: AhoCorasick,
    topics: Vec<Topic>,
}

static PARTS: LazyLock<Option<Parts>> = LazyLock::new(|| {
    let rows = || {
        [table::CHINESE, beside::CHINESE]
            .into_iter()
            .flatten()
            .flat_map(|(topic, row)| row.split('|').map(move |p| (*topic, p)))
    };
    let finder = AhoCorasick::new(rows().map(|(_, part)| part)).ok()?;
    Some(Parts { finder, topics: rows().map(|(topic, _)| topic).collect() })
});

/// The topics of a sentence, as bits: those of [`ALL`], then those of [`NEAR`].
pub(super) fn of(words: &[Word<'_>], sentence: &str) -> u64 {
    let mut found: Vec<(usize, Topic)> = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, w)| w.sort == Sort::Letters) {
        for form in bare(word.folded) {
            WORDS.of_word(form).for_each(|topic| found.push((at, topic)));
        }
    }
    if sentence.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && let Some(parts) = PARTS.as_ref()
    {
        for hit in parts.finder.find_overlapping_iter(sentence) {
            let at = sentence.get(..hit.start()).map_or(0, |before| before.chars().count());
            found.extend(parts.topics.get(hit.pattern().as_usize()).map(|topic| (at, *topic)));
        }
    }
    let mut bits = found.iter().fold(0, |bits, (_, topic)| bits | 1 << *topic as u32);
    for (k, (first, second)) in NEAR.iter().enumerate() {
        let told = |topic: Topic| bits & 1 << topic as u32 != 0;
        let near = told(*first)
            && told(*second)
            && found.iter().any(|(a, t)| {
                t == first && found.iter().any(|(b, u)| u == second && b > a && b - a <= WITHIN)
            });
        bits |= u64::from(near) << (ALL.len() + k);
    }
    bits
}

/// The word, and what is left of an Arabic one without the particles that are written on.
fn bare(word: &str) -> impl Iterator<Item = &str> {
    let arabic = word.starts_with(|c: char| ('\u{620}'..='\u{64a}').contains(&c));
    let mut next = Some(word);
    std::iter::from_fn(move || {
        let own = next.take()?;
        if arabic {
            let rest = own.strip_prefix("ال").or_else(|| own.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك', 'س']));
            next = rest.filter(|r| r.chars().count() >= 3);
        }
        Some(own)
    })
}

//! Who issues the note: the State that presents its compliments, and through which office.

mod channel;
mod heading;
mod lines;
mod own_words;
mod sender;
mod signs;
mod vote;
mod weights;

use std::ops::Range;

use crate::message::Mailbox;
use crate::reading::document::Document;
use crate::reading::issuer::channel::channel_of;
use crate::reading::issuer::lines::{
    ends_sentence, goes_on, is_below, is_form_of_state, is_heading, is_own_line, near,
};
use crate::reading::issuer::signs::Signs;
use crate::reading::phrases::{Hit, Sense};
use crate::reading::{Channel, Considered, Fact, Quoted};
use crate::states::{Code, Kind, Language, Mention, States};

/// How sure a State must be for a mail that asks for nothing, which anybody may write, to be its.
pub(super) const LIKELY: f32 = 0.5;

/// State and office, as far as the words tell.
#[derive(Debug, Default)]
pub(super) struct Issuer {
    pub state: Fact<Code>,
    pub channel: Fact<Channel>,
    /// The States that were weighed, where no office says it.
    pub considered: Vec<Considered>,
}

/// Where in a document an office is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    /// The subject line or a signature in a mail.
    Mail,
    /// "Permanent Representative of X" below a letter.
    Signature,
    /// "on behalf of the Government of X".
    Government,
    /// "The Permanent Mission of X avails itself".
    Closing,
    /// Above the courtesies.
    Letterhead,
    /// "The Permanent Mission of X presents its compliments".
    Opening,
}

/// One office that is named, with the State beside it.
#[derive(Debug, Clone)]
struct Office {
    role: Role,
    sense: Sense,
    state: Option<Mention>,
    /// Bytes of the folded text: the words that name the office and what follows them.
    words: Range<usize>,
}

/// Finds the issuer. `others` are further documents with the courtesies of a note; body, subject and the sender's
/// display name serve only where the speaking document does not say.
pub(super) fn find(
    speaking: &Document,
    others: &[&Document],
    body: &Document,
    subject: &Document,
    sender: Option<&Mailbox>,
    states: &States,
) -> Issuer {
    let offices = offices(speaking, states);
    let mut best = state_of(speaking, &offices);
    let mut candidates: Vec<Quoted<Code>> = best.iter().cloned().collect();
    for other in others {
        if let Some(quoted) = state_of(other, &self::offices(other, states))
            && candidates.iter().all(|c| c.value != quoted.value)
            && quoted.confidence >= crate::reading::CERTAIN
        {
            candidates.push(quoted);
        }
    }
    if candidates.len() > 1 {
        let channel = channel_of(speaking, &offices);
        return Issuer { state: Fact::Conflicting { candidates }, channel, considered: Vec::new() };
    }
    let mut channel = channel_of(speaking, &offices);
    let mut considered = Vec::new();
    // Whom the prose of a mail names may be anybody's office.
    let says_it = |o: &Office| {
        o.role > Role::Signature || o.role == Role::Signature && speaking.has(Sense::LetterClose)
    };
    if !offices.iter().find(|o| o.state.is_some()).is_some_and(says_it) {
        let mut signs = Signs::default();
        if let Some(state) = best.take() {
            let below = offices.iter().any(|o| o.state.is_some() && o.role == Role::Signature);
            let how = if below { "office, signs" } else { "office" };
            signs.add(how, state, channel.value().copied());
        }
        signs.gather(speaking, body, subject, sender, states);
        let weighed = vote::weigh(&signs);
        considered = weighed.iter().map(vote::Weighed::considered).collect();
        let told = vote::told(&weighed, body, sender.map(|s| s.address.as_str()));
        let (state, office) = told.map_or((None, Fact::Missing), |(state, office)| (Some(state), office));
        best = state;
        // What the office itself says is surer than what all signs do, where both say the same.
        if best.is_none() || office != Fact::Missing && office.value() != channel.value() {
            channel = office;
        }
    }
    let organisation = best.as_ref().is_some_and(|q| is_organisation(q.value, states));
    Issuer {
        channel: match channel {
            _ if best.is_none() && offices.is_empty() => Fact::Missing,
            Fact::Stated(q) if organisation => {
                Fact::Stated(Quoted { confidence: q.confidence.min(0.75), ..q })
            }
            other => other,
        },
        state: best.map_or(Fact::Missing, |q| {
            let confidence = if organisation { q.confidence.min(0.75) } else { q.confidence };
            Fact::Stated(Quoted { confidence, ..q })
        }),
        considered,
    }
}

/// An organisation that speaks as States do is none: a person looks.
fn is_organisation(code: Code, states: &States) -> bool {
    states.get(code).is_some_and(|s| s.kind == Kind::Organisation)
}

/// Words for a ministry, folded.
const MINISTRIES: [&str; 5] = ["ministry", "ministere", "ministerio", "министерство", "وزارة"];

/// Every office named in `document`, best role first.
fn offices(document: &Document, states: &States) -> Vec<Office> {
    let named = [Sense::Mission, Sense::Ministry, Sense::Embassy, Sense::Representative, Sense::Government];
    let opening = document.first(Sense::Opening);
    let last = |sense| document.hits.iter().rev().find(|h| h.sense == sense);
    let closing = last(Sense::Closing);
    let end = last(Sense::LetterClose).or_else(|| last(Sense::Ordinary)).map(|h| h.end);
    let body_start = opening.map(|h| h.start).or_else(|| {
        let first = [Sense::Salutation, Sense::FirstPerson, Sense::Ordinary];
        document.hits.iter().find(|h| first.contains(&h.sense)).map(|h| h.start)
    });
    let mut offices: Vec<Office> = Vec::new();
    let mut covered = 0;
    for hit in document.hits.iter().filter(|h| named.contains(&h.sense)) {
        if hit.start < covered {
            continue;
        }
        covered = hit.end;
        let Some(role) = role(document, hit, opening, closing, body_start, end) else { continue };
        if (hit.sense == Sense::Government) != (role == Role::Government) {
            continue;
        }
        offices.push(office(document, hit, role, opening, states));
    }
    // "Le Ministère des Maliens de l'extérieur présente ses compliments": any ministry may speak.
    if let Some(opening) = opening.filter(|_| offices.iter().all(|o| o.role < Role::Letterhead)) {
        let start = document.folded.text().floor_char_boundary(opening.start.saturating_sub(420));
        let head = document.folded.text().get(start..opening.start).unwrap_or_default();
        let found = MINISTRIES.iter().filter_map(|word| Some((head.rfind(word)?, word.len()))).max();
        if let Some((at, len)) = found {
            let (start, end) = (start + at, start + at + len);
            let hit = Hit { sense: Sense::Ministry, language: None, start, end };
            offices.push(office(document, &hit, Role::Opening, Some(opening), states));
        }
    }
    // A letterhead of another institution, or one whose State stands in a line of its own.
    let told = |o: &Office| o.role >= Role::Closing && o.state.is_some();
    if !offices.iter().any(told)
        && let Some((hit, mention)) = heading::of(document, body_start, states)
    {
        match offices.iter_mut().find(|o| o.role >= Role::Letterhead) {
            Some(office) => office.state = Some(mention),
            None => offices.push(Office {
                role: Role::Letterhead,
                sense: hit.sense,
                state: Some(mention),
                words: hit.start..hit.end,
            }),
        }
    }
    offices.sort_by_key(|o| std::cmp::Reverse((o.role, o.state.is_some())));
    offices
}

fn role(
    document: &Document,
    hit: &Hit,
    opening: Option<&Hit>,
    closing: Option<&Hit>,
    body_start: Option<usize>,
    end: Option<usize>,
) -> Option<Role> {
    let text = document.folded.text();
    let before = text.get(..hit.start).unwrap_or_default();
    let addressed = [
        "to the ",
        "to all ",
        "to: ",
        "to ",
        "a la ",
        "a las ",
        "a l'",
        "aux ",
        "attn: ",
        "attention: ",
        "destinataire : ",
        "para: ",
        "al ",
        "aupres de la ",
        "ante la ",
        "к ",
        "向",
    ]
    .iter()
    .any(|w| before.ends_with(w) && !before.ends_with("according to "));
    // "cc: Permanent Mission of Botswana"
    let line = document.text.get(..document.folded.origin(hit.start)).and_then(|t| t.rsplit('\n').next());
    if line.is_some_and(|l| {
        let l = l.trim_start().to_lowercase();
        ["cc:", "cc ", "c.c.", "copy to", "copie", "copia", "copy:", "抄送", "копия"]
            .iter()
            .any(|c| l.starts_with(c))
    }) {
        return None;
    }
    if hit.sense == Sense::Government {
        let spoken = text.get(hit.start..hit.end).unwrap_or_default();
        let own = ["behalf", "nom du", "nombre", "my government"].iter().any(|w| spoken.contains(w));
        return own.then_some(Role::Government);
    }
    if let Some(opening) = opening {
        let near = hit.start < opening.start && opening.start - hit.start < 420;
        if near && is_last_before(document, hit, opening.start) && !addressed {
            return Some(Role::Opening);
        }
        // "تحية واحتراما من البعثة الدائمة": the compliments first, then whose they are.
        let of = ["من ", "of ", "of the ", "from the ", "de la ", "del ", "от "]
            .iter()
            .any(|w| before.ends_with(w));
        if hit.start >= opening.start
            && (hit.start < opening.end || of && hit.start - opening.end < 30)
            && !addressed
        {
            return Some(Role::Opening);
        }
        // Arabic says "presents the Permanent Mission of X": the office may stand between verb and compliments.
        if hit.start < opening.start {
            return (!addressed).then_some(Role::Letterhead);
        }
        if let Some(closing) = closing
            && hit.start < closing.start
            && closing.start - hit.start < 260
            && is_last_before(document, hit, closing.start)
            && !text.get(hit.end..closing.start).is_some_and(ends_sentence)
            && !addressed
        {
            return Some(Role::Closing);
        }
        return None;
    }
    // In the prose of a mail nothing is a letterhead.
    let heading = is_heading(document, hit);
    match (body_start, end) {
        (Some(start), _) if hit.start < start && heading => (!addressed).then_some(Role::Letterhead),
        (None, _) if hit.start < 200 && heading => (!addressed).then_some(Role::Letterhead),
        (_, Some(end)) if hit.start >= end => {
            Some(if hit.sense == Sense::Representative { Role::Signature } else { Role::Mail })
        }
        _ if closing.is_some_and(|c| hit.start < c.start && c.start - hit.start < 260) && !addressed => {
            Some(Role::Closing)
        }
        _ => (!addressed).then_some(Role::Mail),
    }
}

/// Whether no other office with a name of its own begins between `hit` and `at`.
fn is_last_before(document: &Document, hit: &Hit, at: usize) -> bool {
    let named = [Sense::Mission, Sense::Ministry, Sense::Embassy];
    !document.hits.iter().any(|h| {
        h.start > hit.end && h.start < at && named.contains(&h.sense) && !goes_on(document, hit.end..h.start)
    })
}

/// The office with the State that stands beside its words.
fn office(document: &Document, hit: &Hit, role: Role, opening: Option<&Hit>, states: &States) -> Office {
    let text = document.folded.text();
    let limit = match opening {
        Some(opening) if hit.start < opening.start => opening.start,
        _ => text.len(),
    };
    let stop = text.floor_char_boundary((hit.end + 170).min(limit));
    let after = hit.start.max(hit.end.saturating_sub(4))..stop;
    let mut mentions = states.mentions_in(
        &document.text,
        &document.folded,
        text.floor_char_boundary(after.start)..after.end,
    );
    mentions.retain(|m| near(document, hit.end, m));
    let mut state = mentions.into_iter().next();
    // "المملكة الأردنية الهاشمية\nوزارة العمل\nعمّان": the line above, and not a town below.
    if state.as_ref().is_some_and(|m| is_below(document, hit, m)) {
        let start = text.floor_char_boundary(hit.start.saturating_sub(90));
        let edge = document.folded.origin(hit.start);
        let before = states.mentions_in(&document.text, &document.folded, start..hit.start);
        let above = before.into_iter().next_back().filter(|m| !m.weak && is_own_line(document, m, edge));
        state = above.or(state);
    }
    // Chinese puts the State before the office; what stands behind is where it is stationed.
    let chinese = hit.language == Some(Language::Zh);
    let behind = if chinese { state.take() } else { None };
    // "外交部法律司 ... 墨西哥会议": only what follows at once.
    let behind = behind.filter(|m| {
        let from = document.folded.origin(hit.end.min(text.len().saturating_sub(1)));
        document
            .text
            .get(from..m.span.start)
            .is_some_and(|t| t.chars().filter(|c| c.is_alphanumeric()).count() == 0)
    });
    if state.is_none() {
        // "尼日尔共和国常驻联合国代表团", "Kenya Permanent Mission": the State stands before.
        let start = text.floor_char_boundary(hit.start.saturating_sub(90));
        let before = states.mentions_in(&document.text, &document.folded, start..hit.start);
        let edge = document.folded.origin(hit.start);
        // "乍得共和国驻中华人民共和国大使馆": who is stationed, not where.
        let stationed = before.iter().position(|m| {
            let between = document.text.get(m.span.end..edge).unwrap_or_default().trim_start();
            let name = !between.contains(['，', '。', '、', '；']);
            name && (between.starts_with('驻') || between.starts_with("常驻"))
        });
        let last = before.len().saturating_sub(1);
        state = before.into_iter().nth(stationed.unwrap_or(last)).filter(|m| {
            stationed.is_some()
                || edge.saturating_sub(m.span.end) <= 3
                || is_form_of_state(document, m, edge)
                || is_own_line(document, m, edge)
        });
    }
    let state = state.or(behind);
    Office { role, sense: hit.sense, state, words: hit.start..stop }
}

fn state_of(document: &Document, offices: &[Office]) -> Option<Quoted<Code>> {
    let best = offices.iter().find(|o| o.state.is_some())?;
    let mention = best.state.as_ref()?;
    let code = *mention.states.first()?;
    let mut confidence: f32 = match best.role {
        Role::Opening => 0.97,
        Role::Letterhead => 0.9,
        Role::Closing => 0.88,
        Role::Government => 0.82,
        // Below a letter's courtesies its signatory says whom he represents.
        Role::Signature if document.has(Sense::LetterClose) => 0.82,
        Role::Signature => 0.7,
        Role::Mail => 0.65,
    };
    if mention.states.len() > 1 {
        confidence = if mention.weak { 0.3 } else { confidence.min(0.81) };
    } else if mention.weak {
        // A common word in the very place where a State's name stands is that name.
        confidence = if best.role >= Role::Letterhead && !is_lower(&mention.words) {
            confidence.min(0.85)
        } else {
            0.5
        };
    }
    // Letterhead and courtesy that name different States: the courtesy speaks, a person looks.
    let differs = |o: &&Office| {
        matches!(o.role, Role::Letterhead | Role::Closing | Role::Opening)
            && o.state.as_ref().is_some_and(|m| !m.weak && !m.states.contains(&code))
    };
    if offices.iter().any(|o| differs(&o)) {
        confidence = confidence.min(0.7);
    }
    let start = document.folded.span(best.words.start..best.words.start + 1, &document.text).start;
    let range = start.min(mention.span.start)..mention.span.end.max(start);
    Some(document.quoted(code, confidence, range))
}

fn is_lower(words: &str) -> bool {
    !words.chars().any(char::is_uppercase) && words.is_ascii()
}

//! Weak evidence of who writes, where no office is named beside its State in the way of notes: the signature of an
//! ordinary mail, its introduction ("I am ... at ..."), its subject, the name and the address of its sender. Always
//! below certainty: a person looks.

use std::ops::Range;
use std::sync::LazyLock;

use crate::message::Mailbox;
use crate::reading::document::Document;
use crate::reading::issuer::sender;
use crate::reading::lexicon::Lexicon;
use crate::reading::phrases::Sense;
use crate::reading::words::{Sort, split};
use crate::reading::{Channel, Fact, Quoted};
use crate::states::fold::Folded;
use crate::states::{Code, Mention, States};

/// Lines at the end of a mail in which its writer signs.
const SIGNATURE: usize = 9;
/// Words that may stand between an office and its State.
const REACH: usize = 7;

static OFFICES: LazyLock<Lexicon<Channel>> = LazyLock::new(|| {
    Lexicon::of([
        (
            Channel::NewYork,
            "mission misión misiones missão missione постпредств* представительств* миссии миссия البعثة بعثة بعثتنا \
             الممثلية ممثلية الوفد 代 表 团 un onu оон unny pmun pmny delegation пп постпред*",
        ),
        (
            Channel::Other,
            "embassy ambassade embajada embaixada посольств* سفارة السفارة commission commissariat consulate consulat \
             consulado 使 馆",
        ),
        (
            Channel::Capital,
            "ministry ministère ministerio ministério министерств* وزارة الوزارة department directorate département \
             dirección direction departamento департамент* управлени* immigration migration migración migrations служб* \
             government gouvernement gobierno правительств* حكومة secretaría cancillería agency agence agencia агентств* \
             commissioner bureau دائرة مديرية هيئة 部 局 council prime presidency présidence presidencia police",
        ),
    ])
});

/// Turns with which a writer says who he is, folded.
const INTRODUCTIONS: [&str; 62] = [
    "i am ",
    "i'm ",
    "this is ",
    " here at ",
    " here from ",
    "writing from",
    "writing to you from",
    "write from",
    "write to you from",
    "greeting you from",
    "greetings from",
    "on behalf of",
    "my name is",
    "we are ",
    "we at ",
    "our mission",
    "my country",
    "our country",
    "our government",
    "je suis ",
    "nous sommes ",
    "ici ",
    "vous ecris de",
    "vous ecrivons de",
    "de la part d",
    "au nom d",
    "je m'appelle",
    "mon pays",
    "notre pays",
    "soy ",
    "somos ",
    "escribo de",
    "escribimos de",
    "en nombre d",
    "de parte d",
    "me llamo",
    "mi pais",
    "nuestro pais",
    "я ",
    "мы ",
    "вас беспокоит",
    "пишу ",
    "от имени",
    "меня зовут",
    "наша страна",
    "انا ",
    "نحن ",
    "اكتب اليكم",
    "اتواصل معكم",
    "نتواصل معكم",
    "اخاطبكم",
    "نكتب اليكم",
    "معكم ",
    "باسم ",
    "نيابة عن",
    "بلدنا",
    "我是",
    "我们是",
    "这里是",
    "我代表",
    "来自",
    "我在",
];

/// A State that something in the mail tells, and the office that is named with it.
pub(super) type Told = (Quoted<Code>, Option<Channel>);

/// The State and office that a mail's own end, its introduction, its subject or its sender tells.
pub(super) fn of(
    body: &Document,
    subject: &Document,
    sender: Option<&Mailbox>,
    states: &States,
) -> Option<Told> {
    // In a note the courtesies say who speaks; its tables and itineraries name other States.
    let said = if body.has(Sense::Opening) { None } else { spoken(body, states) };
    let named = sender.and_then(|s| sender::named(&s.name, states));
    let only = || if body.has(Sense::Opening) { None } else { alone(body, states) };
    let mut best = said.or_else(|| named.clone()).or_else(|| entitled(subject, states)).or_else(only);
    if let Some((_, channel @ None)) = &mut best {
        *channel = own_ministry(body);
    }
    let by_address = sender.and_then(|s| sender::addressed(&s.address, states));
    // Where nothing else tells it, an address is shown, and doubted.
    if best.is_none() && !body.has(Sense::Opening) {
        let told = sender.and_then(|s| Some((sender::by_domain(&s.address, states)?, s)));
        best = told.map(|(state, sender)| (sender::quoted(state, &sender.address), None));
    }
    if let Some((_, channel @ None)) = &mut best {
        *channel = sender.and_then(|s| sender::office(&s.address));
    }
    if let (Some((state, channel)), Some((name, office))) = (&mut best, named) {
        *channel = channel.or(office.filter(|_| state.value == name.value));
    }
    // An address alone decides nothing; one that agrees with the words makes them less weak.
    best.map(|(state, channel)| {
        let agrees = by_address == Some(state.value);
        let confidence = if agrees { (state.confidence + 0.1).min(0.7) } else { state.confidence };
        (Quoted { confidence, ..state }, channel)
    })
}

/// The State beside whose name an office stands in the signature.
pub(super) fn signed(body: &Document, states: &States) -> Option<Told> {
    let range = signature(&body.text)?;
    let part = body.text.get(range.clone())?;
    let mut mentions = states.mentions(part);
    mentions.retain(is_name);
    let (mention, office) = mentions.iter().find_map(|m| Some((m, office_beside(part, m)?)))?;
    let code = *mention.states.first()?;
    let start = range.start + mention.span.start;
    Some((body.quoted(code, 0.6, start..range.start + mention.span.end), Some(office)))
}

/// An office as far as weak evidence tells it, with the words that tell the State.
pub(super) fn channel(office: Channel, state: Option<&Quoted<Code>>) -> Fact<Channel> {
    let Some(Quoted { place, words, .. }) = state else { return Fact::Missing };
    Fact::Stated(Quoted { value: office, confidence: 0.5, place: place.clone(), words: words.clone() })
}

/// The one State that a mail names other than as a place ("in Mexico"), be it by the name of its people.
fn alone(body: &Document, states: &States) -> Option<Told> {
    let mut mentions = states.mentions(&body.text);
    mentions.retain(|m| {
        let before = body.text.get(..m.span.start).unwrap_or_default();
        is_name(m)
            && !is_place(before)
            && !is_of_person(before, body.text.get(m.span.end..).unwrap_or_default())
    });
    let first = mentions.first()?;
    let code = *first.states.first()?;
    mentions.iter().all(|m| m.states == first.states).then(|| {
        let office = signing_office(body);
        (body.quoted(code, 0.4, first.span.clone()), office)
    })
}

/// "Jordan Miller", "Michael Chad": a word with a capital stands beside it at once.
fn is_of_person(before: &str, after: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let next = after.strip_prefix(' ').is_some_and(capital);
    let line = before.rsplit('\n').next().unwrap_or_default();
    next || line
        .strip_suffix(' ')
        .and_then(|l| l.rsplit(' ').next())
        .is_some_and(|w| capital(w) && w.ends_with(char::is_alphanumeric))
}

/// "Our Ministry": the writer is in the capital, wherever its State is told.
fn own_ministry(body: &Document) -> Option<Channel> {
    let own = [
        "our ministry",
        "our department",
        "notre ministere",
        "nuestro ministerio",
        "nuestra cancilleria",
        "наше министерство",
        "нашего министерства",
        "нашем министерстве",
        "وزارتنا",
        "我们部",
        "我部",
    ];
    own.iter().any(|words| body.folded.text().contains(words)).then_some(Channel::Capital)
}

/// The town in a signature that names no office.
fn town(words: &Folded) -> Option<Channel> {
    let here = |towns: &[&str]| towns.iter().any(|town| words.text().contains(town));
    here(&["new york", "nueva york", "нью-иорк", "نيويورك", "纽约"]).then_some(Channel::NewYork)
}

/// The kind of office that the signature of a document names.
pub(super) fn signing_office(document: &Document) -> Option<Channel> {
    let part = document.text.get(signature(&document.text)?)?;
    offices(&Folded::new(part)).next()
}

/// Where the writer of a mail signs: behind its last sentence, at most some lines.
fn signature(text: &str) -> Option<Range<usize>> {
    let text = text.trim_end();
    let lines: Vec<&str> = text.rsplit('\n').filter(|l| !l.trim().is_empty()).take(SIGNATURE).collect();
    let start = text.len().saturating_sub(lines.iter().map(|l| l.len() + 1).sum::<usize>());
    let start = (start..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let begins = text.get(start..)?.rfind(".\n").map_or(start, |at| start + at);
    Some(begins..text.len())
}

/// What the body itself says: in its signature, then in its introduction.
fn spoken(body: &Document, states: &States) -> Option<Told> {
    let signed = signature(&body.text).into_iter();
    let introduced = introductions(body).into_iter();
    let mut second: Option<Told> = None;
    for range in signed.chain(introduced) {
        let Some(part) = body.text.get(range.clone()) else { continue };
        let mut mentions = states.mentions(part);
        mentions.retain(is_name);
        let beside = mentions.iter().find_map(|m| Some((m, office_beside(part, m)?)));
        if let Some((mention, office)) = beside {
            let code = *mention.states.first()?;
            let start = range.start + mention.span.start;
            let quoted = body.quoted(code, 0.6, start..range.start + mention.span.end);
            return Some((quoted, Some(office)));
        }
        // "D. Kpoto, Ministry of Justice, Monrovia": office and State are both there, if not side by side.
        // "Jordan Miller" alone is a person, "Lesotho" in a line of its own is none.
        if second.is_none()
            && let Some(mention) = only(mentions.into_iter().filter(|m| !m.weak).collect())
        {
            let folded = Folded::new(part);
            let office = offices(&folded).next().or_else(|| town(&folded));
            let own_line = part.lines().any(|l| l.trim() == mention.words);
            if office.is_some() || own_line {
                let code = *mention.states.first()?;
                let start = range.start + mention.span.start;
                let quoted = body.quoted(code, 0.5, start..range.start + mention.span.end);
                second = Some((quoted, office));
            }
        }
    }
    // "Liberia Immigration Service" anywhere, when no other State has an office in this mail.
    second.or_else(|| {
        let mut mentions = states.mentions(&body.text);
        mentions.retain(is_name);
        let mut beside: Vec<(Mention, Channel)> =
            mentions.into_iter().filter_map(|m| office_beside(&body.text, &m).map(|o| (m, o))).collect();
        let code = *beside.first()?.0.states.first()?;
        if beside.iter().any(|(m, _)| m.states.first() != Some(&code)) {
            return None;
        }
        let (mention, office) = beside.swap_remove(0);
        Some((body.quoted(code, 0.45, mention.span), Some(office)))
    })
}

/// The sentences in which the writer says who he is, as ranges of the text.
fn introductions(body: &Document) -> Vec<Range<usize>> {
    let text = body.folded.text();
    let mut found: Vec<Range<usize>> = INTRODUCTIONS
        .iter()
        .flat_map(|turn| text.match_indices(turn).map(|(at, _)| at))
        .filter(|at| {
            text.get(..*at).is_none_or(|t| !t.ends_with(|c: char| c.is_alphanumeric() && c.is_ascii()))
        })
        .map(|at| {
            let start = body.folded.origin(at);
            let rest = body.text.get(start..).unwrap_or_default();
            let ends = [". ", ".\n", "\n\n", "。", "? ", "! ", "؟"];
            let end = ends.iter().filter_map(|e| rest.find(e)).min().unwrap_or(rest.len());
            start..start + end
        })
        .collect();
    found.sort_by_key(|r| r.start);
    found
}

/// The office whose word stands in the line of a State's name with few words between, the nearest.
fn office_beside(text: &str, mention: &Mention) -> Option<Channel> {
    let before = text.get(..mention.span.start)?;
    let ends: &[char] = &['\n', '.', ';', '。', '?', '!'];
    let start = before.rfind(ends).map_or(0, |at| at + 1);
    let start = (start..=before.len()).find(|at| text.is_char_boundary(*at))?;
    let after = text.get(mention.span.end..)?;
    let end = mention.span.end + after.find(ends).unwrap_or(after.len());
    let near = |part: &str, from_end: bool| {
        let folded = Folded::new(part);
        let words = split(&folded);
        let letters = words.iter().filter(|w| w.sort == Sort::Letters);
        let found = |(distance, word): (usize, &crate::reading::words::Word)| {
            OFFICES.get(word.folded).map(|channel| (distance, channel))
        };
        if from_end {
            letters.rev().take(REACH).enumerate().find_map(found)
        } else {
            letters.take(REACH).enumerate().find_map(found)
        }
    };
    let left = near(text.get(start..mention.span.start)?, true);
    let right = near(text.get(mention.span.end..end)?, false);
    let channel = left.into_iter().chain(right).min_by_key(|(distance, _)| *distance)?.1;
    Some(placed(channel, &Folded::new(text.get(start..end)?)))
}

/// A mission in Geneva or Vienna, when its words name the town.
pub(super) fn placed(channel: Channel, words: &Folded) -> Channel {
    let says = |towns: &[&str]| towns.iter().any(|town| words.text().contains(town));
    match channel {
        Channel::NewYork if says(&["geneva", "geneve", "ginebra", "женев", "جنيف", "日内瓦"]) => {
            Channel::Geneva
        }
        Channel::NewYork
            if says(&["vienna", "vienne", "viena", "wien", "вена", "вене", "فيينا", "维也纳"]) =>
        {
            Channel::Vienna
        }
        other => other,
    }
}

/// The State in the subject, unless it is named as a place.
fn entitled(subject: &Document, states: &States) -> Option<Told> {
    let mention = only(states.mentions(&subject.text))?;
    if is_place(subject.text.get(..mention.span.start)?) {
        return None;
    }
    let code = *mention.states.first()?;
    Some((subject.quoted(code, 0.4, mention.span), None))
}

/// Whether what stands before a State's name makes it a place.
fn is_place(before: &str) -> bool {
    const NEAR: usize = 24;
    let near =
        before.char_indices().rev().nth(NEAR).map_or(before, |(at, _)| before.get(at..).unwrap_or(before));
    let before = Folded::new(near).into_text();
    if before.ends_with("chez nous en ") || before.ends_with("here in ") {
        return false;
    }
    let places = [
        "in ",
        "at ",
        "to ",
        "a ",
        "en ",
        "au ",
        "aux ",
        "в ",
        "во ",
        "в г. ",
        "في ",
        "الي ",
        "vers ",
        "meeting, ",
        "session, ",
    ];
    places.iter().any(|p| before == *p || before.ends_with(&format!(" {p}"))) || before.ends_with('在')
}

pub(super) fn offices(folded: &Folded) -> impl Iterator<Item = Channel> {
    split(folded).iter().filter_map(|w| OFFICES.get(w.folded)).collect::<Vec<_>>().into_iter()
}

/// Whether the words name one State and are no common word.
fn is_name(mention: &Mention) -> bool {
    let first = mention.words.chars().next();
    mention.states.len() == 1 && (!mention.weak || first.is_some_and(|c| c.is_uppercase() || c > '\u{5ff}'))
}

/// The one State that is named, when there is but one and its name is no common word.
pub(super) fn only(mut mentions: Vec<Mention>) -> Option<Mention> {
    mentions.retain(is_name);
    let first = mentions.first()?.states.clone();
    mentions.iter().all(|m| m.states == first).then(|| mentions.swap_remove(0))
}

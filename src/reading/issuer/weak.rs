//! Weak evidence of who writes, where no office is named beside its State: the signature of an ordinary mail, and
//! the display name of the sender. Always below certainty: a person looks.

use crate::reading::document::Document;
use crate::reading::lexicon::Lexicon;
use crate::reading::words::split;
use crate::reading::{Channel, Place, Quoted};
use crate::states::fold::Folded;
use crate::states::{Code, Mention, States};
use std::sync::LazyLock;

/// Lines at the end of a mail in which its writer signs.
const SIGNATURE: usize = 9;

static OFFICES: LazyLock<Lexicon<Channel>> = LazyLock::new(|| {
    Lexicon::of([
        (
            Channel::NewYork,
            "mission misión misiones missão постпредство представительство البعثة بعثة 代 表 团 un onu оон unny pmun pmny",
        ),
        (
            Channel::Other,
            "embassy ambassade embajada embaixada посольство سفارة السفارة commission commissariat consulate consulat",
        ),
        (
            Channel::Capital,
            "ministry ministère ministerio ministério министерств* وزارة الوزارة department directorate département \
             dirección direction departamento департамент* управлени* immigration migration migración migrations служб*",
        ),
    ])
});

/// The State and office that a mail's own end, an introduction ("I am ... at ...") or the sender's name tells.
pub(super) fn of(
    body: &Document,
    sender: Option<&str>,
    states: &States,
) -> Option<(Quoted<Code>, Option<Channel>)> {
    signed(body, states).or_else(|| named(sender?, states))
}

fn signed(body: &Document, states: &States) -> Option<(Quoted<Code>, Option<Channel>)> {
    let text = body.text.trim_end();
    let lines: Vec<&str> = text.rsplit('\n').filter(|l| !l.trim().is_empty()).take(SIGNATURE).collect();
    let signature = text.len().saturating_sub(lines.iter().map(|l| l.len() + 1).sum::<usize>());
    let signature = (signature..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let introduced = ["I am ", "I'm ", "je suis ", "Je suis ", "soy ", "Soy ", "Я ", "أنا "]
        .iter()
        .filter_map(|turn| body.text.find(turn))
        .min()
        .map(|at| at..body.text.get(at..).and_then(|t| t.find(". ")).map_or(text.len(), |end| at + end));
    // The signature begins behind the last sentence of the mail.
    let begins = body
        .text
        .get(signature..text.len())
        .and_then(|t| t.rfind(".\n"))
        .map_or(signature, |at| signature + at);
    [introduced, Some(begins..text.len())].into_iter().flatten().find_map(|range| {
        let part = body.text.get(range.clone())?;
        let folded = Folded::new(part);
        let office = offices(&folded).find(|c| *c == Channel::Capital)?;
        let mention = only(states.mentions(part))?;
        let code = *mention.states.first()?;
        let start = range.start + mention.span.start;
        let quoted = body.quoted(code, 0.6, start..range.start + mention.span.end);
        Some((quoted, Some(office)))
    })
}

fn named(sender: &str, states: &States) -> Option<(Quoted<Code>, Option<Channel>)> {
    let mention = only(states.mentions(sender))?;
    let code = *mention.states.first()?;
    let folded = Folded::new(sender);
    let says = |towns: &[&str]| towns.iter().any(|town| folded.text().contains(town));
    let channel = match offices(&folded).next() {
        Some(Channel::NewYork) if says(&["geneva", "geneve", "ginebra", "женев", "جنيف", "日内瓦"]) => {
            Some(Channel::Geneva)
        }
        Some(Channel::NewYork)
            if says(&["vienna", "vienne", "viena", "wien", "вена", "вене", "فيينا", "维也纳"]) =>
        {
            Some(Channel::Vienna)
        }
        other => other,
    };
    // "Jordan Miller" is a person; "Jordan Mission" is not.
    channel?;
    let place = Place { document: "header".to_owned(), page: 1 };
    Some((Quoted { value: code, confidence: 0.5, place, words: sender.to_owned() }, channel))
}

fn offices(folded: &Folded) -> impl Iterator<Item = Channel> {
    split(folded).iter().filter_map(|w| OFFICES.get(w.folded)).collect::<Vec<_>>().into_iter()
}

/// The one State that is named, when there is but one and its name is no common word.
fn only(mut mentions: Vec<Mention>) -> Option<Mention> {
    mentions.retain(|m| {
        m.states.len() == 1 && (!m.weak || m.words.chars().next().is_some_and(char::is_uppercase))
    });
    let first = mentions.first()?.states.clone();
    mentions.iter().all(|m| m.states == first).then(|| mentions.swap_remove(0))
}

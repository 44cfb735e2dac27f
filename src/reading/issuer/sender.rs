//! What the address of the sender tells of State and office. It proves nothing.

use crate::reading::Channel;
use crate::states::fold::Folded;
use crate::states::{Code, Kind, States};

/// The kind of office that the words of an address tell: "pmun", "geneva", "embassy", "mfa".
pub(super) fn office(address: &str) -> Option<Channel> {
    const WORDS: [(Channel, &str); 5] = [
        (Channel::Geneva, "geneva geneve ginebra gva genf"),
        (Channel::Vienna, "vienna vienne viena wien vie"),
        (Channel::Other, "embassy emb amb ambassade embajada embaixada consulate"),
        (
            Channel::Capital,
            "mfa mae mre minrel gov gob gouv go gub govt ministry ministere ministerio min interior labour immigration cancilleria",
        ),
        (Channel::NewYork, "un onu pmun mission missions unmission mision prun unny ny newyork"),
    ];
    let lower = address.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphabetic()).collect();
    WORDS
        .iter()
        .find(|(_, list)| list.split(' ').any(|word| words.contains(&word)))
        .map(|(channel, _)| *channel)
}

/// What may be written together behind a State in an address: "ugandamission", "fijiprun".
const BEHIND: [&str; 16] = [
    "mission", "mision", "pm", "pr", "un", "onu", "emb", "amb", "gov", "mfa", "mofa", "ny", "gva", "geneva",
    "rep", "del",
];

/// The States that parts of the address name, and how; `name` is that of the sender.
pub(super) fn addressed(address: &str, name: &str, states: &States) -> Vec<(Code, &'static str)> {
    let Some((local, domain)) = address.rsplit_once('@') else { return Vec::new() };
    let domain = domain.to_lowercase();
    let labels: Vec<&str> = domain.split('.').collect();
    let mut found = Vec::new();
    for (at, label) in labels.iter().enumerate() {
        let last = at + 1 == labels.len();
        for part in label.split(['-', '_']) {
            let own = |code: &str| {
                states.iter().find(|s| {
                    // ".com" is no top domain of the Comoros: there codes have two letters.
                    let long = || !last && s.code.as_str().eq_ignore_ascii_case(code);
                    s.kind != Kind::Organisation && (s.iso2.eq_ignore_ascii_case(code) || long())
                })
            };
            match own(part).filter(|_| !part.is_empty()) {
                Some(state) if last => found.push((state.code, "domain, top")),
                Some(state) => found.push((state.code, "domain, code")),
                None => {}
            }
        }
        if !last {
            found.extend(by_name(label, states).map(|code| (code, "domain, name")));
            found.extend(begun(label, states).map(|code| (code, "domain, name")));
            found.extend(capital(label, states).map(|code| (code, "domain, capital")));
        }
    }
    // "Jordan Miller <jordan.miller@...>" writes in his own name.
    let person = local.split(|c: char| !c.is_alphanumeric()).all(|word| {
        let word = Folded::new(word).into_text();
        Folded::new(name).text().split(' ').any(|of_name| of_name == word)
    });
    found.extend(by_name(local, states).filter(|_| !person).map(|code| (code, "local part, name")));
    found
}

/// A part of an address with its words apart.
fn spaced(part: &str) -> String {
    part.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect()
}

/// The one State whose name stands in a part of an address.
fn by_name(part: &str, states: &States) -> Option<Code> {
    let mentions = states.mentions(&spaced(part));
    let first =
        mentions.iter().find(|m| m.states.len() == 1 && m.words.len() >= 4)?.states.first().copied()?;
    mentions.iter().all(|m| m.states.first() == Some(&first)).then_some(first)
}

/// The State of the capital that a part of an address names.
fn capital(part: &str, states: &States) -> Option<Code> {
    let spaced = spaced(part);
    let folded = Folded::new(&spaced);
    states.capitals(&spaced, &folded).iter().find(|m| m.states.len() == 1)?.states.first().copied()
}

/// The State with whose name, written as one word, a part of an address begins: "costarica", "fijiprun".
fn begun(part: &str, states: &States) -> Option<Code> {
    let letters: String = part.chars().filter(|c| c.is_alphabetic()).collect();
    let whole = |rest: &str| rest.is_empty() || BEHIND.iter().any(|word| rest.starts_with(word));
    states.begun(&letters).find(|(_, rest)| whole(rest)).map(|(code, _)| code)
}

//! What the sender's name and address tell of State and office. Neither proves anything.

use crate::reading::issuer::BY_ADDRESS;
use crate::reading::issuer::weak::{Told, offices, only, placed};
use crate::reading::{Channel, Place, Quoted};
use crate::states::fold::Folded;
use crate::states::{Code, Kind, State, States};

/// The State and office in the name of the sender.
pub(super) fn named(sender: &str, states: &States) -> Option<Told> {
    let mention = only(states.mentions(sender))?;
    let code = *mention.states.first()?;
    let folded = Folded::new(sender);
    // "Jordan Miller" is a person; "Jordan Mission" is not.
    let channel = placed(offices(&folded).next()?, &folded);
    let place = Place { document: "header".to_owned(), page: 1 };
    Some((Quoted { value: code, confidence: 0.5, place, words: sender.to_owned() }, Some(channel)))
}

/// A State that only the address of the sender tells.
pub(super) fn quoted(state: Code, address: &str) -> Quoted<Code> {
    let place = Place { document: "header".to_owned(), page: 1 };
    Quoted { value: state, confidence: BY_ADDRESS, place, words: address.to_owned() }
}

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

/// The State whose domain the sender's address has, or whose name stands in its domain.
pub(super) fn by_domain(address: &str, states: &States) -> Option<Code> {
    let (_, domain) = address.rsplit_once('@')?;
    let top = domain.rsplit('.').next().unwrap_or_default().to_lowercase();
    let own = |s: &&State| s.kind != Kind::Organisation && !s.iso2.is_empty() && s.iso2 == top;
    let of_top = states.iter().find(own).map(|s| s.code);
    of_top.or_else(|| by_name(domain.split('.').next().unwrap_or_default(), states))
}

/// The same, or the State whose name stands elsewhere in the address. An address proves nothing.
pub(super) fn addressed(address: &str, states: &States) -> Option<Code> {
    let (local, _) = address.rsplit_once('@')?;
    by_domain(address, states).or_else(|| by_name(local, states))
}

/// The one State whose name stands in a part of an address.
fn by_name(part: &str, states: &States) -> Option<Code> {
    let spaced: String = part.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let mentions = states.mentions(&spaced);
    let first =
        mentions.iter().find(|m| m.states.len() == 1 && m.words.len() >= 4)?.states.first().copied()?;
    mentions.iter().all(|m| m.states.first() == Some(&first)).then_some(first)
}

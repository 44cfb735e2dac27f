//! What the sender's name and address tell of State and office. Neither proves anything.

use crate::reading::issuer::weak::{Told, offices, only, placed};
use crate::reading::{Place, Quoted};
use crate::states::fold::Folded;
use crate::states::{Code, Kind, States};

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

/// The State whose domain the sender's address has, or whose name stands in it. An address proves nothing.
pub(super) fn addressed(address: &str, states: &States) -> Option<Code> {
    let (local, domain) = address.rsplit_once('@')?;
    let top = domain.rsplit('.').next().unwrap_or_default().to_lowercase();
    let by_domain = states
        .iter()
        .find(|s| s.kind != Kind::Organisation && !s.iso2.is_empty() && s.iso2 == top)
        .map(|s| s.code);
    let spaced: String = [local, domain.split('.').next().unwrap_or_default()]
        .join(" ")
        .chars()
        .map(|c| if c.is_alphabetic() { c } else { ' ' })
        .collect();
    let by_name = || {
        let mentions = states.mentions(&spaced);
        let first =
            mentions.iter().find(|m| m.states.len() == 1 && m.words.len() >= 4)?.states.first().copied()?;
        mentions.iter().all(|m| m.states.first() == Some(&first)).then_some(first)
    };
    by_domain.or_else(by_name)
}

//! Everything in a mail that tells whose it is, where no note says so: an office in its prose, its signature, its
//! introduction, its subject, the name and the address of its sender, the capital that it is written from. Each alone
//! is weak; they are weighed together (`vote`).

use std::collections::{BTreeMap, BTreeSet};

use crate::message::Mailbox;
use crate::reading::document::Document;
use crate::reading::issuer::channel::channel_of;
use crate::reading::issuer::own_words::{introductions, office_beside, offices, placed, signature};
use crate::reading::issuer::{self, sender};
use crate::reading::{Channel, Place, Quoted};
use crate::states::fold::Folded;
use crate::states::{Code, Mention, States};

/// What in a mail names a State, and how.
#[derive(Debug, Clone)]
pub(super) struct Sign {
    /// The State; its confidence says nothing yet.
    pub state: Quoted<Code>,
    /// Where and how it is named, as the weights know it.
    pub how: &'static str,
    /// The office that is named with it.
    pub office: Option<Channel>,
}

/// All signs of all States.
#[derive(Debug, Default)]
pub(super) struct Signs(Vec<Sign>);

impl Signs {
    /// The signs of each State, in the order of the codes.
    pub(super) fn by_state(&self) -> BTreeMap<Code, Vec<&Sign>> {
        let mut states: BTreeMap<Code, Vec<&Sign>> = BTreeMap::new();
        for sign in &self.0 {
            states.entry(sign.state.value).or_default().push(sign);
        }
        states
    }

    /// An office that stands beside its State in the way of notes.
    pub(super) fn add(&mut self, how: &'static str, state: Quoted<Code>, office: Option<Channel>) {
        self.0.push(Sign { state, how, office });
    }

    /// What the mail says beside its offices: the document that speaks, the mail that it came with, subject and sender.
    pub(super) fn gather(
        &mut self,
        speaking: &Document,
        body: &Document,
        subject: &Document,
        sender: Option<&Mailbox>,
        states: &States,
    ) {
        for mail in [body, subject] {
            if !std::ptr::eq(mail, speaking) {
                let offices = issuer::offices(mail, states);
                if let Some(state) = issuer::state_of(mail, &offices) {
                    let office = channel_of(mail, &offices).value().copied();
                    self.add("office in the covering mail", state, office);
                }
            }
        }
        self.read(speaking, states);
        if !std::ptr::eq(body, speaking) {
            self.read(body, states);
        }
        self.read_subject(subject, states);
        if let Some(sender) = sender {
            self.read_sender(sender, states);
        }
    }

    /// What a document says: in its signature, in what introduces the writer, and in its prose.
    fn read(&mut self, document: &Document, states: &States) {
        let text = document.text.as_str();
        let signature = signature(text);
        let signed = signature.clone().and_then(|range| text.get(range)).unwrap_or_default();
        let own_lines: BTreeSet<&str> =
            signed.lines().map(|line| line.trim().trim_end_matches('.')).collect();
        let folded = Folded::new(signed);
        let signing = offices(&folded).next().map(|office| placed(office, &folded));
        let introductions = introductions(document);
        let named = states
            .mentions_in(text, &document.folded, 0..usize::MAX)
            .into_iter()
            .filter(is_name)
            .map(|m| (m, false));
        for (mention, capital) in
            named.chain(states.capitals(text, &document.folded).into_iter().map(|m| (m, true)))
        {
            let Some(code) = mention.states.first().filter(|_| mention.states.len() == 1) else { continue };
            let signs = signature.as_ref().is_some_and(|s| s.contains(&mention.span.start));
            let introduces = introductions.contain(mention.span.start);
            let office = office_beside(text, &mention);
            let how = match (signs, introduces, office.is_some()) {
                (true, _, true) => "signs, office",
                (true, _, false) if own_lines.contains(mention.words.as_str()) => "signs, own line",
                (true, _, false) if signing.is_some() => "signs, office elsewhere",
                (true, _, false) => "signs",
                (false, true, true) => "introduces, office",
                (false, true, false) => "introduces",
                (false, false, true) => "prose, office",
                (false, false, false) => "prose",
            };
            let before = text.get(..mention.span.start).unwrap_or_default();
            let after = text.get(mention.span.end..).unwrap_or_default();
            let place = is_place(before);
            let person = !capital && is_of_person(before, after);
            // "Jordan Miller" is of no State.
            if person && office.is_none() {
                continue;
            }
            let how = called(how, capital, mention.weak, place);
            // Where a capital stands, no office of its State does: it is the office of whoever writes from there.
            let office = office.or(signing.filter(|_| signs));
            self.add(how, document.quoted(*code, 0.0, mention.span), office);
        }
    }

    /// What the subject names.
    fn read_subject(&mut self, subject: &Document, states: &States) {
        for mention in states.mentions(&subject.text).into_iter().filter(is_name) {
            let Some(code) = mention.states.first() else { continue };
            let how = match is_place(subject.text.get(..mention.span.start).unwrap_or_default()) {
                true => "subject, as a place",
                false if mention.weak => "subject, a people",
                false => "subject",
            };
            self.add(how, subject.quoted(*code, 0.0, mention.span), None);
        }
    }

    /// What the name and the address of the sender tell.
    fn read_sender(&mut self, from: &Mailbox, states: &States) {
        let header = |value: Code, words: &str| Quoted {
            value,
            confidence: 0.0,
            place: Place { document: "header".to_owned(), page: 1 },
            words: words.to_owned(),
        };
        let folded = Folded::new(&from.name);
        let office = offices(&folded).next().map(|office| placed(office, &folded));
        for mention in states.mentions(&from.name).into_iter().filter(is_name) {
            let Some(code) = mention.states.first() else { continue };
            let before = from.name.get(..mention.span.start).unwrap_or_default();
            // "Jordan Miller" is a person; "Jordan Mission" is not.
            let person = is_of_person(before, from.name.get(mention.span.end..).unwrap_or_default());
            if person && office.is_none() {
                continue;
            }
            let how = if office.is_some() { "sender, office" } else { "sender" };
            self.add(how, header(*code, &from.name), office);
        }
        for mention in states.capitals(&from.name, &folded) {
            let Some(code) = mention.states.first().filter(|_| mention.states.len() == 1) else { continue };
            self.add("sender, capital", header(*code, &from.name), office.or(Some(Channel::Capital)));
        }
        let by_address = sender::office(&from.address);
        for (code, how) in sender::addressed(&from.address, &from.name, states) {
            self.add(how, header(code, &from.address), by_address);
        }
    }
}

/// One name for how a State is named.
fn called(how: &'static str, capital: bool, people: bool, place: bool) -> &'static str {
    match how {
        "prose" if capital && place => "prose, capital as a place",
        "prose" | "prose, office" if capital => "prose, capital",
        "prose" if place => "prose, as a place",
        "prose" if people => "prose, a people",
        "prose, office" if place => "prose, office, as a place",
        "introduces" | "introduces, office" if capital => "introduces, capital",
        "introduces" if people => "introduces, a people",
        "signs, office" if capital => "signs, office and capital",
        _ if capital => "signs, capital",
        other => other,
    }
}

/// "Jordan Miller", "Michael Chad": a word with a capital stands beside it at once.
fn is_of_person(before: &str, after: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let next = after.strip_prefix(' ').is_some_and(capital);
    next || before
        .strip_suffix(' ')
        .and_then(|l| l.rsplit([' ', '\n']).next())
        .is_some_and(|w| capital(w) && w.ends_with(char::is_alphanumeric))
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

/// Whether the words name one State and are no common word.
fn is_name(mention: &Mention) -> bool {
    let first = mention.words.chars().next();
    mention.states.len() == 1 && (!mention.weak || first.is_some_and(|c| c.is_uppercase() || c > '\u{5ff}'))
}

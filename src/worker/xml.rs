//! XML of word processors, walked as events. Entities beyond the five predefined are not expanded, so that there is no
//! bomb to go off; nesting is counted and bounded by who walks.

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::charset;

/// What a walker is told.
pub enum Step<'x> {
    /// An element begins; whether it is empty (then no `Close` follows).
    Open(&'x str, Attributes<'x>, bool),
    /// An element ends.
    Close(&'x str),
    /// Characters.
    Text(&'x str),
}

/// The attributes of an element.
pub struct Attributes<'x>(&'x BytesStart<'x>);

impl Attributes<'_> {
    /// The value of the attribute with this local name, as written.
    pub fn get(&self, name: &str) -> Option<String> {
        let found = self.0.attributes().flatten().find(|a| local(a.key.as_ref()) == name)?;
        Some(found.value.to_string())
    }

    /// Whether a Word on-off element is on (ECMA-376 17.17.4): it is unless its value says no.
    pub fn on(&self) -> bool {
        !self.get("val").is_some_and(|v| matches!(v.as_str(), "0" | "false" | "off"))
    }
}

/// Walks `xml` until it ends or `step` returns false; false where the XML is broken.
pub fn walk(xml: &[u8], mut step: impl FnMut(Step<'_>) -> bool) -> bool {
    let xml = charset::decode(xml, Some("utf-8"));
    let mut reader = Reader::from_str(&xml);
    reader.config_mut().check_end_names = false;
    let mut depth = 0_usize;
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) => return false,
        };
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        let go_on = match &event {
            Event::Start(tag) => step(Step::Open(local(tag.name().as_ref()), Attributes(tag), false)),
            Event::Empty(tag) => step(Step::Open(local(tag.name().as_ref()), Attributes(tag), true)),
            Event::End(tag) => step(Step::Close(local(tag.name().as_ref()))),
            Event::Text(text) => step(Step::Text(text)),
            Event::CData(text) => step(Step::Text(text)),
            Event::GeneralRef(reference) => match character(reference) {
                Some(c) => step(Step::Text(c.encode_utf8(&mut [0; 4]))),
                None => true,
            },
            // Files cut off on the way end within an element.
            Event::Eof => return depth == 0,
            _ => true,
        };
        if !go_on {
            return true;
        }
    }
}

/// The name without its prefix: writers differ in prefixes, not in names.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// Predefined entities and character references.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return Some(c);
    }
    match &**reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

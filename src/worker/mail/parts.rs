//! The parts of a parsed mail: their bytes, their charset, the words of the body.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use crate::worker::{charset, flowed, html};

/// The declared media type in lower case, or empty.
pub fn declared(part: &MessagePart<'_>) -> String {
    let Some(given) = part.content_type() else { return String::new() };
    let mut declared = given.ctype().to_ascii_lowercase();
    if let Some(subtype) = given.subtype() {
        declared.push('/');
        declared.push_str(&subtype.to_ascii_lowercase());
    }
    declared
}

/// The bytes of a part as decoded from the transfer encoding.
pub fn bytes_of<'m>(message: &'m Message<'_>, part: &'m MessagePart<'_>) -> Cow<'m, [u8]> {
    match &part.body {
        PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Cow::Borrowed(bytes),
        // An encoded enclosure was decoded into a message of its own.
        PartType::Message(inner) if part.encoding != Encoding::None => Cow::Borrowed(&inner.raw_message),
        _ => {
            let (from, to) = (part.offset_body as usize, part.offset_end as usize);
            let raw = message.raw_message.get(from..to).unwrap_or_default();
            let decoded = match part.encoding {
                _ if part.is_encoding_problem => None,
                Encoding::Base64 => base64_decode(raw),
                Encoding::QuotedPrintable => quoted_printable_decode(raw),
                Encoding::None => None,
            };
            decoded.map_or(Cow::Borrowed(raw), Cow::Owned)
        }
    }
}

/// The text of a text part, by its label or, where that is missing or wrong, by its bytes.
pub fn decoded<'m>(message: &Message<'_>, part: &MessagePart<'_>, text: &'m str) -> Cow<'m, str> {
    let label = part.content_type().and_then(|c| c.attribute("charset"));
    let utf8 = label.is_some_and(|l| l.eq_ignore_ascii_case("utf-8"));
    let ascii = label.is_none_or(|l| l.eq_ignore_ascii_case("us-ascii"));
    let shifted = text.contains(['\u{1b}', '\u{e}']);
    // The parser decoded it well already: nearly all mail.
    if !shifted && (utf8 && !text.contains('\u{fffd}') || (utf8 || ascii) && text.is_ascii()) {
        return Cow::Borrowed(text);
    }
    let bytes = bytes_of(message, part);
    let inside = if label.is_none() { charset_in(&bytes) } else { None };
    Cow::Owned(charset::decode(&bytes, label.or(inside.as_deref())).into_owned())
}

/// The charset that an HTML text names for itself.
fn charset_in(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1024))?).to_ascii_lowercase();
    let (_, after) = head.split_once("<meta").filter(|_| head.contains("<html") || head.contains("<head"))?;
    let (_, name) = after.split_once("charset=")?;
    let name = name.trim_start_matches(['"', '\'']);
    Some(name.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect())
}

/// The words of a mail: its text parts joined by a blank line, or its HTML, where the text says nothing or is only a
/// stub ("this message is in HTML"). And whether these are all words there.
pub fn body(message: &Message<'_>) -> (String, bool) {
    let plain = joined(message, &message.text_body);
    if message.html_body == message.text_body {
        return plain;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
    let said = letters(&plain.0);
    if said > STUB {
        return plain;
    }
    let rich = joined(message, &message.html_body);
    if letters(&rich.0) > 3 * said { rich } else { plain }
}

/// A text of fewer letters may be a stub for the HTML beside it.
const STUB: usize = 300;

fn joined(message: &Message<'_>, ids: &[u32]) -> (String, bool) {
    let (mut out, mut all) = (String::new(), true);
    for part in ids.iter().filter_map(|id| message.part(*id)) {
        let text = match &part.body {
            PartType::Text(text) => {
                let text = decoded(message, part, text);
                let attribute =
                    |name| part.content_type().and_then(|c| c.attribute(name)).unwrap_or_default();
                if attribute("format").eq_ignore_ascii_case("flowed") {
                    Cow::Owned(flowed::unflow(&text, attribute("delsp").eq_ignore_ascii_case("yes")))
                } else {
                    text
                }
            }
            PartType::Html(text) => {
                let (text, whole) = html::to_text(&decoded(message, part, text));
                all &= whole;
                Cow::Owned(text)
            }
            _ => continue,
        };
        if !out.trim_end().is_empty() {
            out.truncate(out.trim_end().len());
            out.push_str("\n\n");
        }
        out.push_str(&text);
    }
    (out, all)
}

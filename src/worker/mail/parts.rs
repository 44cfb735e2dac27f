//! The parts of a parsed mail: their bytes, their charset, the words of the body.

use std::borrow::Cow;

use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::decoders::{base64::base64_decode, charsets::map::charset_decoder};
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders, PartType};

use super::strip_tags;
use crate::worker::html;

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

/// The text of a text part. Without a (known) charset and not UTF-8, it is taken as windows-1252, which every
/// Western mail program that forgets the label means.
pub fn decoded<'m>(message: &Message<'_>, part: &MessagePart<'_>, text: &'m str) -> Cow<'m, str> {
    if !text.contains('\u{fffd}') {
        return Cow::Borrowed(text);
    }
    let label = part.content_type().and_then(|c| c.attribute("charset"));
    let known = label.and_then(|l| charset_decoder(l.as_bytes())).is_some();
    let us_ascii = label.is_some_and(|l| l.eq_ignore_ascii_case("us-ascii"));
    let bytes = bytes_of(message, part);
    match charset_decoder(b"windows-1252") {
        Some(decode) if (!known || us_ascii) && std::str::from_utf8(&bytes).is_err() => {
            Cow::Owned(decode(&bytes))
        }
        _ => Cow::Borrowed(text),
    }
}

/// The words of a mail: its text parts joined by a blank line, or, where they say nothing, its HTML.
pub fn body(message: &Message<'_>) -> String {
    let plain = joined(message, &message.text_body);
    if plain.trim().is_empty() && message.html_body != message.text_body {
        return joined(message, &message.html_body);
    }
    plain
}

fn joined(message: &Message<'_>, ids: &[u32]) -> String {
    let mut out = String::new();
    for part in ids.iter().filter_map(|id| message.part(*id)) {
        let text = match &part.body {
            PartType::Text(text) => {
                let text = decoded(message, part, text);
                let attribute =
                    |name| part.content_type().and_then(|c| c.attribute(name)).unwrap_or_default();
                if attribute("format").eq_ignore_ascii_case("flowed") {
                    Cow::Owned(html::unflow(&text, attribute("delsp").eq_ignore_ascii_case("yes")))
                } else {
                    text
                }
            }
            PartType::Html(text) => Cow::Owned(html::to_text(&decoded(message, part, text), strip_tags)),
            _ => continue,
        };
        if !out.trim_end().is_empty() {
            out.truncate(out.trim_end().len());
            out.push_str("\n\n");
        }
        out.push_str(&text);
    }
    out
}

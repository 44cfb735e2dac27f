//! Opaque S/MIME (RFC 8551): the mail stands inside a signature (CMS signed-data, RFC 5652), in DER or BER. The signature
//! itself is not judged here. Enveloped mail is locked to its addressee.

use super::paper::{Text, Within};

/// Values within values; CMS needs some eight to reach the content.
const DEEPEST: usize = 40;

const SIGNED: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
const ENVELOPED: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03";
const ENCRYPTED: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x06";
const AUTH_ENVELOPED: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x17";

const SEQUENCE: u8 = 0x30;
const OID: u8 = 0x06;
const EXPLICIT: u8 = 0xa0;
const OCTETS: u8 = 0x04;
const OCTETS_IN_PARTS: u8 = 0x24;

/// The mail within `bytes`.
pub fn text(bytes: &[u8]) -> Text {
    let Some((kind, content)) = content_info(bytes) else {
        return Text::none(
            "damaged",
            "This signed mail is damaged: ask the mission to send it again, unsigned.",
        );
    };
    match kind {
        SIGNED => {}
        ENVELOPED | ENCRYPTED | AUTH_ENVELOPED => {
            return Text::none(
                "encrypted",
                "This mail is encrypted (S/MIME) and cannot be read here: ask the mission to send it unencrypted.",
            );
        }
        _ => {
            return Text::none(
                "unsupported",
                "This S/MIME envelope is of a kind that is not read: ask the mission to send the mail without it.",
            );
        }
    }
    match signed_content(content) {
        Some(inner) if inner.is_empty() => Text::default(),
        Some(inner) => Text {
            within: vec![Within { bytes: inner, declared: MAIL.to_owned(), ..Within::default() }],
            ..Text::default()
        },
        None => {
            Text::none("damaged", "This signed mail is damaged: ask the mission to send it again, unsigned.")
        }
    }
}

/// The declared type of what a signature encloses.
pub const MAIL: &str = "message/rfc822";

/// Whether `bytes` are CMS at all: a sequence that begins with one of the object identifiers above.
pub fn is_cms(bytes: &[u8]) -> bool {
    bytes.first() == Some(&SEQUENCE)
        && bytes.get(..bytes.len().min(24)).unwrap_or_default().windows(7).any(|w| SIGNED.starts_with(w))
}

/// Kind and content of the outermost sequence.
fn content_info(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let outer = Value::first(bytes)?.expect(SEQUENCE)?;
    let kind = Value::first(outer.content)?.expect(OID)?;
    let content = Value::first(outer.content.get(kind.whole..)?)?.expect(EXPLICIT)?;
    Some((kind.content, content.content))
}

/// The octets that were signed; empty where they stand elsewhere (a detached signature).
fn signed_content(content: &[u8]) -> Option<Vec<u8>> {
    let mut rest = Value::first(content)?.expect(SEQUENCE)?.content;
    // A version number and a set of algorithms stand before it.
    for _ in 0..2 {
        rest = rest.get(Value::first(rest)?.whole..)?;
    }
    let enclosed = Value::first(rest)?.expect(SEQUENCE)?;
    let kind = Value::first(enclosed.content)?.expect(OID)?;
    let mut out = Vec::new();
    if let Some(explicit) = enclosed.content.get(kind.whole..).and_then(Value::first) {
        octets(Value::first(explicit.expect(EXPLICIT)?.content)?, 0, &mut out)?;
    }
    Some(out)
}

fn octets(value: Value<'_>, depth: usize, out: &mut Vec<u8>) -> Option<()> {
    match value.tag {
        OCTETS => out.extend_from_slice(value.content),
        OCTETS_IN_PARTS if depth < DEEPEST => {
            let mut rest = value.content;
            while !rest.is_empty() {
                let part = Value::first(rest)?;
                octets(Value { ..part }, depth + 1, out)?;
                rest = rest.get(part.whole..)?;
            }
        }
        _ => return None,
    }
    Some(())
}

/// A tag, its content, and how many bytes both take.
#[derive(Clone, Copy)]
struct Value<'b> {
    tag: u8,
    content: &'b [u8],
    whole: usize,
}

impl<'b> Value<'b> {
    fn first(bytes: &'b [u8]) -> Option<Self> {
        Self::nested(bytes, 0)
    }

    fn nested(bytes: &'b [u8], depth: usize) -> Option<Self> {
        let (tag, length) = (*bytes.first()?, *bytes.get(1)?);
        if length == 0x80 {
            return Self::indefinite(bytes, tag, depth);
        }
        let (head, length) = if length < 0x80 {
            (2, usize::from(length))
        } else {
            let count = usize::from(length & 0x7f);
            let digits = bytes.get(2..2_usize.checked_add(count).filter(|_| count <= 8)?)?;
            let length =
                digits.iter().try_fold(0_usize, |n, d| n.checked_mul(256)?.checked_add(usize::from(*d)))?;
            (2 + count, length)
        };
        let whole = head.checked_add(length)?;
        Some(Self { tag, content: bytes.get(head..whole)?, whole })
    }

    /// BER: the content ends at two noughts on its own level.
    fn indefinite(bytes: &'b [u8], tag: u8, depth: usize) -> Option<Self> {
        if depth > DEEPEST {
            return None;
        }
        let mut at = 2_usize;
        while bytes.get(at..at.checked_add(2)?)? != [0, 0] {
            at = at.checked_add(Self::nested(bytes.get(at..)?, depth + 1)?.whole)?;
        }
        Some(Self { tag, content: bytes.get(2..at)?, whole: at + 2 })
    }

    fn expect(self, tag: u8) -> Option<Self> {
        (self.tag == tag).then_some(self)
    }
}

//! A letter, its Message-ID and its date → exact bytes (RFC 5322). The one door to lettre's builder.

use std::time::SystemTime;

use chrono::Datelike;
use hmac::{Hmac, KeyInit, Mac};
use lettre::Address;
use lettre::message::header::{
    ContentTransferEncoding, ContentType, HeaderName, HeaderValue, MIME_VERSION_1_0,
};
use lettre::message::{Body, Mailbox, Message};
use sha2::{Digest, Sha256};

use crate::calendar::Moment;
use crate::letter::{Identity, Letter};
use crate::rules::Send;
use crate::states::Language;

/// Longest identifier of a stranger that is repeated in a header.
const LONGEST_ID: usize = 250;
/// Further references kept after the first one (RFC 5322 3.6.4 sets no bound, mail servers do).
const LAST_REFERENCES: usize = 10;

/// What ties a letter to the message that it answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Message-ID of the letter, without angle brackets.
    pub message_id: String,
    /// Message-ID of the message answered, without angle brackets.
    pub in_reply_to: Option<String>,
    /// References of the message answered, then its Message-ID; without angle brackets.
    pub references: Vec<String>,
}

/// The derived Message-ID of a letter: HMAC-SHA-256 under the desk's secret over the sum of the message answered,
/// the kind of letter and its number, so that a letter cannot be queued twice and nobody can guess it.
/// Half of the HMAC's 64 hexadecimal digits are kept.
pub fn message_id(secret: &[u8], message_sha256: &str, template: &str, number: u32, domain: &str) -> String {
    // The fields are parted by a byte that none of them holds.
    let said = [message_sha256.as_bytes(), template.as_bytes(), number.to_string().as_bytes()].join(&0u8);
    let sum: [u8; 32] = match Hmac::<Sha256>::new_from_slice(secret) {
        Ok(mut mac) => {
            mac.update(&said);
            mac.finalize().into_bytes().into()
        }
        // HMAC takes keys of every length; were that to change, this is still secret and still the same each time.
        Err(_) => Sha256::new().chain_update(secret).chain_update(&said).finalize().into(),
    };
    let hex: String = sum.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{hex}.{template}.{number}@{domain}")
}

/// The exact bytes of a letter, lines ending in CRLF. Same input, same bytes.
///
/// # Errors
/// What cannot stand in a header, such as an address that is none.
pub fn compose(
    letter: &Letter,
    envelope: &Envelope,
    identity: &Identity,
    moment: Moment,
) -> Result<Vec<u8>, String> {
    if !letter.attachments.is_empty() {
        return Err("letters with attachments cannot be composed yet".into());
    }
    // RFC 3834 5: an answer that no person touched is "auto-replied"; what a person released is not an answer by
    // machine, yet no machine may answer it. Precedence is left out: RFC 3834 3.1.8 calls it of no standard.
    let auto = match letter.send {
        Send::AtOnce => "auto-replied",
        Send::OnRelease => "auto-generated",
    };
    let said = Said {
        to: &letter.to,
        subject: &letter.subject,
        text: &letter.text,
        language: letter.language,
        auto,
    };
    write(&said, envelope, identity, moment)
}

/// The bytes of a letter to our own staff: one line for each notice.
///
/// # Errors
/// As [`compose`].
pub fn compose_staff(
    to: &str,
    lines: &[String],
    envelope: &Envelope,
    identity: &Identity,
    moment: Moment,
) -> Result<Vec<u8>, String> {
    let subject = format!("verbale: {} thing(s) need a person ({})", lines.len(), identity.prefix);
    let mut text = String::from("This desk tells its staff:\n\n");
    for line in lines {
        let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        text.push_str(&format!("- {line}\n"));
    }
    text.push_str("\nLook with: verbale held, verbale outbox, verbale journal\n");
    let to = [to.to_owned()];
    let said =
        Said { to: &to, subject: &subject, text: &text, language: Language::En, auto: "auto-generated" };
    write(&said, envelope, identity, moment)
}

/// A letter of ours as a person reads it: the headers as sent, the text with quoted-printable undone. For looking at
/// in a terminal; only for bytes that [`compose`] made.
pub fn readable(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    let Some((head, body)) = text.split_once("\n\n") else { return text };
    let body = body.replace("=\n", "");
    let mut plain: Vec<u8> = Vec::with_capacity(body.len());
    let mut rest = body.as_str();
    while let Some((before, after)) = rest.split_once('=') {
        plain.extend_from_slice(before.as_bytes());
        match after.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                plain.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                plain.push(b'=');
                rest = after;
            }
        }
    }
    plain.extend_from_slice(rest.as_bytes());
    format!("{head}\n\n{}", String::from_utf8_lossy(&plain))
}

/// What a letter says and to whom.
struct Said<'a> {
    to: &'a [String],
    subject: &'a str,
    text: &'a str,
    language: Language,
    auto: &'static str,
}

fn write(
    said: &Said<'_>,
    envelope: &Envelope,
    identity: &Identity,
    moment: Moment,
) -> Result<Vec<u8>, String> {
    if !safe_id(&envelope.message_id) {
        return Err("the letter's own Message-ID cannot stand in a header".into());
    }
    let (name, address) = &identity.sender;
    let from =
        Mailbox::new(Some(one_line(name, "the sender's name")?).filter(|n| !n.is_empty()), mailbox(address)?);
    let subject = one_line(said.subject, "the subject")?;
    let mut builder = Message::builder().from(from).subject(subject).date(date(moment)?);
    if said.to.is_empty() {
        return Err("the letter has no recipient".into());
    }
    for to in said.to {
        builder = builder.to(Mailbox::new(None, mailbox(to)?));
    }
    builder = builder.raw_header(raw("Message-ID", &format!("<{}>", envelope.message_id))?);
    if let Some(id) = envelope.in_reply_to.as_deref().filter(|id| safe_id(id)) {
        builder = builder.raw_header(raw("In-Reply-To", &format!("<{id}>"))?);
    }
    let references = thread(&envelope.references);
    if !references.is_empty() {
        builder = builder.raw_header(raw("References", &references.join("\r\n "))?);
    }
    let message = builder
        .raw_header(raw("Auto-Submitted", said.auto)?)
        .raw_header(raw("X-Auto-Response-Suppress", "All")?)
        .raw_header(raw("Content-Language", said.language.code())?)
        .header(MIME_VERSION_1_0)
        .header(ContentType::TEXT_PLAIN)
        .body(body(said.text)?)
        .map_err(|error| error.to_string())?;
    Ok(message.formatted())
}

/// Always quoted-printable: lines stay short whatever the relay, and Latin letters stay readable.
fn body(text: &str) -> Result<Body, String> {
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err("a control character stands in the text".into());
    }
    Body::new_with_encoding(text.to_owned(), ContentTransferEncoding::QuotedPrintable)
        .map_err(|_| "the text cannot be encoded".into())
}

/// RFC 5322 dates have four digits of year, and lettre's clock begins in 1970.
fn date(moment: Moment) -> Result<SystemTime, String> {
    if (1970..=9999).contains(&moment.0.year()) {
        Ok(SystemTime::from(moment.0))
    } else {
        Err(format!("{} cannot stand in a Date header", moment.0))
    }
}

fn one_line(text: &str, what: &str) -> Result<String, String> {
    if text.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return Err(format!("{what} holds a line break or control character"));
    }
    Ok(text.trim().to_owned())
}

/// A plain address; one that needs SMTPUTF8 is refused, since relays on the way may not take it.
fn mailbox(address: &str) -> Result<Address, String> {
    let wrong = || format!("`{}` is not an address that can be written to", address.escape_debug());
    if !address.is_ascii() || address.chars().any(|c| c.is_ascii_control() || c == ' ') || address.len() > 254
    {
        return Err(wrong());
    }
    address.parse().map_err(|_| wrong())
}

/// A header whose value is ASCII and holds no line break but our own folds.
fn raw(name: &'static str, value: &str) -> Result<HeaderValue, String> {
    let unfolded = value.replace("\r\n ", " ");
    if !unfolded.bytes().all(|b| b == b' ' || b.is_ascii_graphic()) {
        return Err(format!("the header {name} holds what may not stand there"));
    }
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|error| error.to_string())?;
    Ok(HeaderValue::dangerous_new_pre_encoded(name, unfolded, value.to_owned()))
}

/// Whether an identifier may be repeated: visible ASCII without angle brackets, one `@`-like length bound.
fn safe_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= LONGEST_ID
        && id.bytes().all(|b| b.is_ascii_graphic() && b != b'<' && b != b'>')
}

/// The first reference and the last ten, each in angle brackets, none twice in a row.
fn thread(references: &[String]) -> Vec<String> {
    let mut safe: Vec<&String> = references.iter().filter(|id| safe_id(id)).collect();
    safe.dedup();
    let skip = safe.len().saturating_sub(LAST_REFERENCES).max(1);
    safe.iter().take(1).chain(safe.iter().skip(skip)).map(|id| format!("<{id}>")).collect()
}

//! Header fields as [`Headers`] wants them. Each list is bounded: the fields are a stranger's.

use chrono::{DateTime, Utc};
use mail_parser::{Address, Header, HeaderValue, Host, Message};

use super::encoded;
use crate::message::{Headers, Mailbox, ReceivedLine};
use crate::worker::charset;
use crate::worker::paper::is_mark;

/// Addresses, ids, marks or trace lines kept of one message.
const MANY: usize = 500;
/// Characters of one value.
const LONG: usize = 2000;

/// The fields of `raw`, which the parser found at `fields`.
pub fn of(raw: &[u8], fields: &[Header<'_>]) -> Headers {
    let mut found = Headers::default();
    let mut subject = None;
    for field in fields {
        let name = field.name.as_str().to_ascii_lowercase();
        match name.as_str() {
            "from" => mailboxes(&field.value, &mut found.from),
            "reply-to" => mailboxes(&field.value, &mut found.reply_to),
            "to" => mailboxes(&field.value, &mut found.to),
            "cc" => mailboxes(&field.value, &mut found.cc),
            "subject" if subject.is_none() => {
                let read = line(field.value.as_text().unwrap_or_default());
                // A character cut in two by encoded words, or bytes without any: what they are shows only from
                // themselves.
                let broken = read.contains('\u{fffd}');
                subject = Some(if broken { line(&encoded::text(&value(raw, field))) } else { read });
            }
            "message-id" if found.message_id.is_none() => {
                found.message_id = ids(raw, field).into_iter().next();
            }
            "in-reply-to" => extend(&mut found.in_reply_to, ids(raw, field)),
            "references" => extend(&mut found.references, ids(raw, field)),
            "date" if found.date.is_none() => found.date = field.value.as_datetime().and_then(moment),
            "return-path" if found.return_path.is_none() => {
                let value = value(raw, field);
                let inner = value.rsplit_once('<').map_or(value.as_str(), |(_, v)| v);
                let inner = inner.split('>').next().unwrap_or_default();
                found.return_path = Some(inner.trim().to_owned());
            }
            "received" => extend(&mut found.received, [received(raw, field)]),
            "authentication-results" => extend(&mut found.authentication_results, [value(raw, field)]),
            "content-type" => {
                let value = value(raw, field);
                if value.to_ascii_lowercase().starts_with("multipart/report") {
                    extend(&mut found.marks, [(name, value)]);
                }
            }
            "auto-submitted"
            | "precedence"
            | "x-auto-response-suppress"
            | "x-autoreply"
            | "x-autorespond"
            | "x-loop"
            | "feedback-id" => extend(&mut found.marks, [(name, value(raw, field))]),
            list if list.starts_with("list-") => extend(&mut found.marks, [(name, value(raw, field))]),
            _ => {}
        }
    }
    found.subject = subject.unwrap_or_default();
    found
}

/// The head of an enclosed message as a person sees it.
pub fn lines(message: &Message<'_>) -> String {
    let mut out = String::new();
    let people = |address: Option<&Address<'_>>| {
        let mut found = Vec::new();
        if let Some(address) = address {
            each(address, &mut found);
        }
        let shown: Vec<String> = found
            .iter()
            .map(
                |m| if m.name.is_empty() { m.address.clone() } else { format!("{} <{}>", m.name, m.address) },
            )
            .collect();
        shown.join(", ")
    };
    let date = message.date().and_then(moment).map(|d| d.format("%Y-%m-%d %H:%M UTC").to_string());
    for (label, text) in [
        ("From", people(message.from())),
        ("To", people(message.to())),
        ("Date", date.unwrap_or_default()),
        ("Subject", line(message.subject().unwrap_or_default())),
    ] {
        if !text.is_empty() {
            out.push_str(&format!("{label}: {text}\n"));
        }
    }
    out
}

fn extend<T>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    let room = MANY.saturating_sub(list.len());
    list.extend(more.into_iter().take(room));
}

fn mailboxes(value: &HeaderValue<'_>, list: &mut Vec<Mailbox>) {
    if let Some(address) = value.as_address() {
        each(address, list);
    }
}

fn each(address: &Address<'_>, list: &mut Vec<Mailbox>) {
    let found = address.iter().map(|a| {
        let given = line(a.address.as_deref().unwrap_or_default());
        let address = match given.rsplit_once('@') {
            Some((local, domain)) => format!("{local}@{}", domain.to_lowercase()),
            None => given,
        };
        Mailbox { name: line(a.name.as_deref().unwrap_or_default()), address }
    });
    extend(list, found.filter(|m| !m.name.is_empty() || !m.address.is_empty()));
}

/// Message-IDs without angle brackets; where there are no brackets, the words.
fn ids(raw: &[u8], field: &Header<'_>) -> Vec<String> {
    let value = value(raw, field);
    let bracketed: Vec<String> = value
        .split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .map(|(id, _)| id.split_whitespace().collect::<String>())
        .filter(|id| !id.is_empty())
        .collect();
    if bracketed.is_empty() { value.split_whitespace().map(str::to_owned).collect() } else { bracketed }
}

fn received(raw: &[u8], field: &Header<'_>) -> ReceivedLine {
    let parsed = field.value.as_received();
    let by = match parsed.and_then(|r| r.by()) {
        Some(Host::Name(name)) => line(name).to_lowercase(),
        Some(Host::IpAddr(ip)) => ip.to_string(),
        None => {
            let value = value(raw, field);
            let mut words = value.split_whitespace().skip_while(|w| !w.eq_ignore_ascii_case("by"));
            words.nth(1).unwrap_or_default().trim_end_matches(';').to_lowercase()
        }
    };
    let late = || {
        let value = value(raw, field);
        let date = value.rsplit_once(';')?.1.trim();
        mail_parser::DateTime::parse_rfc822(date).as_ref().and_then(moment)
    };
    ReceivedLine { by, at: parsed.and_then(|r| r.date()).as_ref().and_then(moment).or_else(late) }
}

fn moment(date: &mail_parser::DateTime) -> Option<DateTime<Utc>> {
    date.is_valid().then(|| DateTime::from_timestamp(date.to_timestamp(), 0)).flatten()
}

/// The value of a field as it stands, unfolded (RFC 5322 §2.2.3).
fn value(raw: &[u8], field: &Header<'_>) -> String {
    let (from, to) = (field.offset_start as usize, field.offset_end as usize);
    let value = raw.get(from..to.min(from.saturating_add(4 * LONG))).unwrap_or_default();
    line(&charset::decode(value, None))
}

/// One line: white space of any kind becomes one space, controls and direction marks go.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(LONG));
    for c in text.trim().chars().take(LONG) {
        if c.is_whitespace() || c.is_control() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_mark(c) {
            out.push(c);
        }
    }
    out
}

//! Which messages are asked for together, and what comes back for them.

use std::collections::BTreeMap;

use async_imap::imap_proto::{AttributeValue, MessageSection, Response, SectionPath};
use chrono::{DateTime, Utc};

use super::name::uid_set;
use super::wire::{Done, Wire};
use super::{Error, HEADERS_AT_MOST, ImapSettings, header_section};
use crate::message::{Digest, Receipt, ReceivedFrom};
use crate::store::{Incoming, Place};

/// Messages and bytes in one batch.
pub(super) const BATCH_MESSAGES: usize = 64;
pub(super) const BATCH_BYTES: u64 = 8 * 1024 * 1024;

/// One command's (or, for a big message, a few commands') worth of messages, as (UID, announced size).
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Whole messages in one command.
    Whole(Vec<(u32, u64)>),
    /// One big message in slices.
    Sliced(u32, u64),
    /// Only the header sections.
    Headers(Vec<(u32, u64)>),
}

impl Asked {
    pub fn uids(&self) -> impl Iterator<Item = u32> {
        let (many, one) = match self {
            Self::Whole(many) | Self::Headers(many) => (many.as_slice(), None),
            Self::Sliced(uid, _) => (&[][..], Some(*uid)),
        };
        many.iter().map(|(uid, _)| *uid).chain(one)
    }
}

/// Divides messages, given in ascending UID, into batches of like kind in that order.
pub(super) fn batches(messages: &[(u32, u64)], max_message: u64) -> Vec<Asked> {
    let mut out: Vec<Asked> = Vec::new();
    let mut bytes = 0;
    for &(uid, size) in messages {
        if size > max_message {
            match out.last_mut() {
                Some(Asked::Headers(many)) if many.len() < BATCH_MESSAGES / 2 => many.push((uid, size)),
                _ => out.push(Asked::Headers(vec![(uid, size)])),
            }
        } else if size > BATCH_BYTES {
            out.push(Asked::Sliced(uid, size));
        } else {
            match out.last_mut() {
                Some(Asked::Whole(many)) if many.len() < BATCH_MESSAGES && bytes + size <= BATCH_BYTES => {
                    many.push((uid, size));
                    bytes += size;
                }
                _ => {
                    out.push(Asked::Whole(vec![(uid, size)]));
                    bytes = size;
                }
            }
        }
    }
    out
}

/// Where messages come from and what is too much.
pub(super) struct Source {
    pub account: String,
    pub folder: String,
    pub uidvalidity: u32,
    pub max_message: u64,
}

/// What the server said of one message so far; complete when it has both.
#[derive(Default)]
struct Part {
    date: Option<String>,
    body: Option<Vec<u8>>,
}

/// Fetches one batch. A message that the server does not hand out, or only in part, is not in the answer.
pub(super) async fn batch(
    wire: &mut Wire,
    settings: &ImapSettings,
    source: &Source,
    asked: &Asked,
) -> Result<BTreeMap<u32, Incoming>, Error> {
    match asked {
        Asked::Whole(many) => {
            let bytes = many.iter().map(|(_, size)| *size).sum();
            let parts = ask(wire, settings, many, "BODY.PEEK[]", bytes, None).await?;
            Ok(complete(parts, source, |_| None))
        }
        Asked::Headers(many) => {
            let bytes = many.len() as u64 * HEADERS_AT_MOST as u64;
            let item = format!("BODY.PEEK[HEADER]<0.{HEADERS_AT_MOST}>");
            let parts = ask(wire, settings, many, &item, bytes, Some(0)).await?;
            let sizes: BTreeMap<u32, u64> = many.iter().copied().collect();
            Ok(complete(parts, source, |uid| sizes.get(&uid).copied()))
        }
        Asked::Sliced(uid, size) => {
            let mut whole = Part::default();
            // The size that servers announce is an estimate with some: the end is where a slice is short and
            // the size is reached, or where nothing more comes.
            loop {
                let from = whole.body.as_ref().map_or(0, Vec::len) as u64;
                let item = format!("BODY.PEEK[]<{from}.{BATCH_BYTES}>");
                let offset = u32::try_from(from).ok();
                let mut parts = ask(wire, settings, &[(*uid, *size)], &item, BATCH_BYTES, offset).await?;
                let Some(Part { date, body: Some(slice) }) = parts.remove(uid) else {
                    return Ok(BTreeMap::new());
                };
                let come = slice.len() as u64;
                let last = come == 0 || (come < BATCH_BYTES && from + come >= *size);
                whole.date = whole.date.or(date);
                match &mut whole.body {
                    None => whole.body = Some(slice),
                    Some(body) => body.extend_from_slice(&slice),
                }
                if last || whole.body.as_ref().is_some_and(|b| b.len() as u64 > source.max_message) {
                    return Ok(complete(BTreeMap::from([(*uid, whole)]), source, |_| None));
                }
            }
        }
    }
}

/// One UID FETCH. `offset`: where a partial answer must begin to be the one that was asked for.
async fn ask(
    wire: &mut Wire,
    settings: &ImapSettings,
    messages: &[(u32, u64)],
    item: &str,
    bytes: u64,
    offset: Option<u32>,
) -> Result<BTreeMap<u32, Part>, Error> {
    let uids: Vec<u32> = messages.iter().map(|(uid, _)| *uid).collect();
    let mut parts: BTreeMap<u32, Part> = uids.iter().map(|uid| (*uid, Part::default())).collect();
    let command = format!("UID FETCH {} (UID INTERNALDATE {item})", uid_set(&uids));
    let headers = item.contains("HEADER");
    let done = wire
        .command(settings, &command, bytes, |response| {
            let Response::Fetch(_, attributes) = response else { return };
            let Some(part) = attributes.iter().find_map(uid).and_then(|uid| parts.get_mut(&uid)) else {
                return;
            };
            for attribute in attributes {
                match attribute {
                    AttributeValue::InternalDate(date) => part.date = Some(date.to_string()),
                    AttributeValue::BodySection { section, index, data: Some(data) }
                        if *index == offset
                            && part.body.is_none()
                            && headers
                                == matches!(section, Some(SectionPath::Full(MessageSection::Header)))
                            && (headers || section.is_none()) =>
                    {
                        part.body = Some(data.to_vec());
                    }
                    _ => {}
                }
            }
        })
        .await?;
    match done {
        // NO: some of them are gone (RFC 2180 §4.1.2); the others came.
        Done::Ok | Done::No(_) => Ok(parts),
        Done::Bad(words) => Err(settings.trouble(&format!("does not hand out messages ({words})"))),
    }
}

/// The UID among a message's attributes.
pub(super) fn uid(attribute: &AttributeValue<'_>) -> Option<u32> {
    match attribute {
        AttributeValue::Uid(uid) => Some(*uid),
        _ => None,
    }
}

/// Makes messages of the complete parts. `too_large`: the size of one whose body was left on the server.
fn complete(
    parts: BTreeMap<u32, Part>,
    source: &Source,
    too_large: impl Fn(u32) -> Option<u64>,
) -> BTreeMap<u32, Incoming> {
    let now = Utc::now();
    let whole = parts.into_iter().filter_map(|(uid, part)| match part {
        Part { date: Some(date), body: Some(raw) } => Some((uid, date, raw)),
        _ => None,
    });
    whole
        .map(|(uid, date, mut raw)| {
            let left = too_large(uid);
            let size = left.unwrap_or(raw.len() as u64);
            let too_large = size > source.max_message;
            if too_large {
                raw.truncate(header_section(&raw)); // also what turned out larger than announced
            }
            let internal = internal_date(&date);
            let receipt = Receipt {
                sha256: Digest::of(&raw),
                size: raw.len() as u64,
                received: internal.unwrap_or(now),
                received_from: if internal.is_some() {
                    ReceivedFrom::InternalDate
                } else {
                    ReceivedFrom::Now
                },
            };
            let place = Place {
                account: source.account.clone(),
                folder: source.folder.clone(),
                uidvalidity: source.uidvalidity,
                uid: uid.to_string(),
            };
            (uid, Incoming { place, raw, size, too_large, receipt, fetched: now })
        })
        .collect()
}

/// INTERNALDATE (RFC 3501, `date-time`), such as ` 7-Feb-1994 21:52:25 -0800`.
fn internal_date(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_str(text.trim(), "%d-%b-%Y %H:%M:%S %z").ok().map(|d| d.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn batches_are_bounded_by_count_and_bytes() {
        let small: Vec<(u32, u64)> = (1..=130).map(|uid| (uid, 4096)).collect();
        let sizes: Vec<usize> = batches(&small, 1 << 20).iter().map(|b| b.uids().count()).collect();
        assert_eq!(sizes, [64, 64, 2]);
        let mib = 1024 * 1024;
        let mixed = [(1, 5 * mib), (2, 4 * mib), (3, 9 * mib), (4, 100 * mib), (5, 200 * mib), (6, 1)];
        assert_eq!(
            batches(&mixed, 50 * mib),
            [
                Asked::Whole(vec![(1, 5 * mib)]),
                Asked::Whole(vec![(2, 4 * mib)]),
                Asked::Sliced(3, 9 * mib),
                Asked::Headers(vec![(4, 100 * mib), (5, 200 * mib)]),
                Asked::Whole(vec![(6, 1)]),
            ]
        );
    }

    #[test]
    fn internal_dates() {
        for (text, want) in [
            ("18-Aug-2017 23:40:10 -0400", Some("2017-08-19T03:40:10Z")),
            (" 7-Feb-1994 21:52:25 -0800", Some("1994-02-08T05:52:25Z")),
            ("soon", None),
        ] {
            assert_eq!(internal_date(text), want.map(|w| w.parse().unwrap()), "{text}");
        }
    }
}

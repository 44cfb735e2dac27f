//! Messages that an edit makes understood otherwise, and the requests that they would make.

use std::collections::BTreeMap;

use crate::desk::rehearsal::{self, Depth};
use crate::desk::{Kept, Understood};
use crate::message::Message;
use crate::register::Request;
use crate::rehearsal::{Edit, Wish, side_by_side};
use crate::store::{Error, Reader, RequestKey, StoredMessage};

/// A request that the edited folder makes.
#[derive(Debug, Clone)]
pub(super) struct One {
    /// The store's number of the request of this message that it stands for, where there is one.
    pub id: Option<i64>,
    /// With its facts as JSON.
    pub request: Request,
}

/// By the store's number of the message.
pub(super) type Made = BTreeMap<i64, Vec<One>>;

/// Messages that one thread understands in one go.
const BATCH: usize = 16;

/// Understands every message again, and returns those of which the edit makes something else.
pub(super) fn made(
    reader: &Reader,
    keys: &[RequestKey],
    edit: &Edit<'_>,
    wish: &Wish,
) -> Result<Made, Error> {
    let mut stored: BTreeMap<i64, Vec<(Option<String>, i64)>> = BTreeMap::new();
    for key in keys {
        stored.entry(key.message).or_default().push((key.event.clone(), key.id));
    }
    // A message of which a request ended as part of another stays filed as it is.
    let joined = reader.joined_messages()?;
    let amended = reader.amended()?;
    let mut messages: Vec<i64> = match wish.open_on {
        // Of the open ones only those that made a request: what is no request is not open.
        Some(_) => stored.keys().copied().collect(),
        None => reader.understood_messages()?,
    };
    messages.retain(|message| !joined.contains(message));
    let (all, _) = side_by_side::judge(
        wish.threads,
        |send| {
            for some in messages.chunks(BATCH) {
                let mut batch = Vec::with_capacity(some.len());
                for id in some {
                    batch.extend(reader.stored_message(*id)?);
                }
                if !send(batch) {
                    break;
                }
            }
            Ok::<_, Error>(())
        },
        |batch: Vec<StoredMessage>| {
            batch
                .iter()
                .filter_map(|message| {
                    let amended = amended.get(&message.id).map_or(&[][..], Vec::as_slice);
                    Some((message.id, requests(message, amended, edit)?))
                })
                .collect::<Vec<_>>()
        },
    )?;
    let mut made = Made::new();
    for (message, requests) in all.into_iter().flatten() {
        let mut left = stored.remove(&message).unwrap_or_default();
        let alone = left.len() == 1 && requests.len() == 1;
        let mut ones = Vec::with_capacity(requests.len());
        for mut request in requests {
            let same = left.iter().position(|(event, _)| *event == request.event).or(alone.then_some(0));
            let id = same.map(|at| left.remove(at).1);
            request.reference = match id {
                Some(id) => reader.stored_request(id)?.map(|r| r.request.reference).unwrap_or_default(),
                None => format!("message {message}, new"),
            };
            ones.push(One { id, request });
        }
        made.insert(message, ones);
    }
    Ok(made)
}

/// The requests of a message that the edit makes understood otherwise; `None` where it does not. `amended` are those to
/// which answers were applied.
fn requests(message: &StoredMessage, amended: &[Request], edit: &Edit<'_>) -> Option<Vec<Request>> {
    // What another program wrote in another form is told when its requests are judged.
    let (opened, stored) = message.open().ok()?;
    let kept = Kept { message: &opened, receipt: &message.receipt, too_large: message.too_large };
    let offices = [edit.before.office, edit.after.office];
    let subjects = rehearsal::made_anew(&kept, &stored, amended, offices, edit.reach.of(&opened))?;
    Some(subjects.into_iter().map(|subject| subject.request).collect())
}

/// What a message says by the edited folder, where the edit makes a difference.
pub(super) fn understood(
    message: &StoredMessage,
    opened: &Message,
    stored: &Understood,
    edit: &Edit<'_>,
) -> Option<Understood> {
    let depth = match edit.reach.deepest() {
        Depth::Judging => Depth::Judging,
        _ => edit.reach.of(opened),
    };
    if depth == Depth::Judging {
        return None;
    }
    let offices = [edit.before.office, edit.after.office];
    rehearsal::understood_anew(opened, &message.receipt, stored, offices, depth)
}

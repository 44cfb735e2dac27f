//! Kept messages → outcomes. Papers are opened side by side; what is ready is handled one after another in the order of
//! receipt and settled together in one durable commit. So that references are given in that order too, a message waits
//! for those received before it that are still being opened, but not for their scans, and for no other longer than
//! [`PATIENCE`]: a slow one delays nobody. Where nobody waits ([`crate::daemon::Mode::once`]) the order is kept whatever it
//! takes, over the whole pass.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use tokio::task::{JoinError, JoinSet};

use crate::calendar::Moment;
use crate::daemon::{Shared, rest, store_pause};
use crate::desk::{self, Amended, Basis, Kept, Order, OrderKind, Understood};
use crate::folder::Desk;
use crate::message::Message;
use crate::office::Office;
use crate::register::Register;
use crate::store::{self, Amendment, Reader, Settled, Settlement, Waiting};
use crate::worker::Workers;

/// Messages whose papers may be open at the same time, and that one commit may settle.
const BATCH: usize = 64;
/// Raw bytes of the messages in hand: bounds memory when every mail carries a large scan.
const BATCH_BYTES: u64 = 16 << 20;

/// How long a message is waited for by those received after it.
const PATIENCE: Duration = Duration::from_secs(3);

/// The place of a message in the order of receipt; of those received in the same moment, in the order in which they were
/// kept, which is that of the mailbox.
type Place = (DateTime<Utc>, i64);

/// A message in hand that is not handled yet.
struct InHand {
    /// Raw bytes.
    size: u64,
    order: Place,
    since: Instant,
    /// Whether only its scans are left to read.
    scanning: Arc<AtomicBool>,
}

/// A message that was opened and, unless the program failed on it, understood.
struct Ready {
    waiting: Waiting,
    message: Result<Message, std::io::Error>,
    /// With the desk folder that it was understood by.
    understood: Option<(Understood, Arc<Desk>)>,
}

/// The desk's state between two steps; all of it can be had again from the store.
struct Hands {
    register: Register,
    secret: Vec<u8>,
    opening: JoinSet<Ready>,
    /// Those being opened, and those that were and wait for one received before.
    in_hand: BTreeMap<i64, InHand>,
    opened: BTreeMap<Place, Ready>,
    /// Whether the order of receipt is kept whatever it takes.
    strictly: bool,
}

impl Hands {
    fn put(&mut self, ready: Result<Ready, JoinError>) -> Result<(), store::Error> {
        let ready =
            ready.map_err(|error| store::Error::Other(format!("a paper could not be opened: {error}")))?;
        self.opened.insert((ready.waiting.receipt.received, ready.waiting.id), ready);
        Ok(())
    }

    /// What is judged by beside the message.
    fn basis<'a>(&'a self, office: &'a Office, moment: Moment) -> Basis<'a> {
        Basis { register: &self.register, office, secret: &self.secret, moment }
    }

    /// Those that are being opened and that others wait for.
    fn waited_for(&self) -> impl Iterator<Item = &InHand> {
        let opening = self.in_hand.values().filter(|one| !self.opened.contains_key(&one.order));
        opening.filter(|one| {
            self.strictly || (!one.scanning.load(Ordering::Relaxed) && one.since.elapsed() < PATIENCE)
        })
    }

    /// The messages that may be handled now, in the order of receipt.
    fn due(&mut self) -> Vec<Ready> {
        let later = match self.waited_for().map(|one| one.order).min() {
            Some(first) => self.opened.split_off(&first),
            None => BTreeMap::new(),
        };
        let due: Vec<Ready> = std::mem::replace(&mut self.opened, later).into_values().collect();
        for ready in &due {
            self.in_hand.remove(&ready.waiting.id);
        }
        due
    }

    /// When the next of those that are waited for is waited for no longer, where anybody waits.
    fn patience_ends(&self) -> Option<Instant> {
        let waits = !self.opened.is_empty() && !self.strictly;
        self.waited_for().filter(|_| waits).map(|one| one.since + PATIENCE).min()
    }
}

pub(super) async fn run(
    shared: Shared,
    workers: Workers,
    register: Register,
    secret: Vec<u8>,
    strictly: bool,
) -> anyhow::Result<()> {
    let (in_hand, opened) = (BTreeMap::new(), BTreeMap::new());
    let mut hands = Hands { register, secret, opening: JoinSet::new(), in_hand, opened, strictly };
    let mut failures = 0;
    while !shared.end.is_cancelled() {
        let step = tokio::select! {
            step = step(&shared, &workers, &mut hands) => step,
            () = shared.end.cancelled() => break,
        };
        match step {
            Ok(()) => failures = 0,
            Err(error) => {
                failures += 1;
                tracing::error!(failures, %error, "the desk could not go on; nothing is lost, trying again");
                hands.opening.shutdown().await;
                hands.in_hand.clear();
                hands.opened.clear();
                rest(&shared, store_pause(failures)).await;
                // What was handled but not settled is forgotten; the store has the truth. Without it nothing is
                // judged: the register in memory may hold requests that do not exist.
                while !shared.end.is_cancelled() {
                    match shared.store.register().await {
                        Ok(register) => {
                            hands.register = register;
                            break;
                        }
                        Err(error) => {
                            failures += 1;
                            tracing::error!(failures, %error, "the register cannot be read; trying again");
                            rest(&shared, store_pause(failures)).await;
                        }
                    }
                }
            }
        }
    }
    Ok(())
}

/// Takes up what waits; then handles and settles what is open, or sees that more was kept.
async fn step(shared: &Shared, workers: &Workers, hands: &mut Hands) -> Result<(), store::Error> {
    judge_ordered(shared, hands).await?;
    take_up(shared, workers, hands).await?;
    let patience_ends = hands.patience_ends();
    tokio::select! {
        Some(first) = hands.opening.join_next() => hands.put(first)?,
        () = shared.kept.notified() => {}
        () = tokio::time::sleep_until(patience_ends.unwrap_or_else(Instant::now).into()),
            if patience_ends.is_some() => {}
    }
    while let Some(next) = hands.opening.try_join_next() {
        hands.put(next)?;
    }
    let due = hands.due();
    if due.is_empty() {
        return Ok(());
    }
    let desk = shared.desk.borrow().clone();
    let moment = Moment(Utc::now());
    let mut settlements = Vec::with_capacity(due.len());
    for Ready { waiting, message, understood } in due {
        let message =
            message.map_err(|e| store::Error::Other(format!("no confined child can be started: {e}")))?;
        // A desk folder that came into force in between reads the message anew.
        let understood = match understood {
            Some((understood, by)) if Arc::ptr_eq(&by, &desk) => Some(understood),
            Some(_) => fence(|| desk::understand(&message, &waiting.receipt, &desk.office)),
            None => None,
        };
        let kept = Kept { message: &message, receipt: &waiting.receipt, too_large: waiting.too_large };
        let outcome = understood.and_then(|understood| {
            fence(|| desk::handle(&kept, understood, hands.basis(&desk.office, moment)))
        });
        match outcome {
            Some(outcome) => {
                desk::absorb(&mut hands.register, &outcome, moment);
                let office = desk.office.hash.clone();
                settlements.push(Settlement { id: waiting.id, message, outcome, at: moment.0, office });
            }
            None => {
                tracing::error!(message = waiting.id, "a message made the program panic; it is held");
                let words =
                    "The program failed on this message; a person must read it, and the maintainers be told.";
                shared.store.hold_message(waiting.id, "panic", words, moment.0).await?;
            }
        }
        tokio::task::yield_now().await;
    }
    let ids: Vec<i64> = settlements.iter().map(|s| s.id).collect();
    let ends = shared.store.settle_each(settlements).await?;
    shared.due.notify_one();
    let mut failed = false;
    for (id, end) in ids.iter().zip(ends) {
        if let Settled::Failed(reason) = end {
            tracing::error!(message = id, %reason, "a message could not be settled; it is held");
            let words = "The program could not settle this message; a person must read it, and the maintainers be told.";
            shared.store.hold_message(*id, "not-settled", words, moment.0).await?;
            failed = true;
        }
    }
    if failed {
        // What was handled is ahead of what was settled.
        hands.register = shared.store.register().await?;
    }
    Ok(())
}

/// Judges the requests anew that officers ordered to be, by an answer or by the rules in force. It is done here and not
/// by the day, since it judges by the register. An order that cannot be carried out is refused, whatever the reason, so
/// that it stops no mail; only a disk or database that fails stops all.
async fn judge_ordered(shared: &Shared, hands: &mut Hands) -> Result<(), store::Error> {
    for (order, given) in shared.store.amendments().await? {
        let moment = Moment(Utc::now());
        match judge(shared, hands, order, &given, moment).await {
            Ok(()) => {
                tracing::info!(order, "a request is judged anew by order");
                shared.due.notify_one();
                // Others may stand elsewhere by it.
                shared.ruled.notify_one();
            }
            Err(Refused::Failed(error)) if error.is_fatal() => return Err(error),
            Err(refused) => {
                let words = refused.to_string();
                tracing::warn!(order, words, "an order cannot be carried out");
                shared.store.refuse_order(order, given, &words, moment.0).await?;
            }
        }
    }
    Ok(())
}

/// Why an order cannot be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// In one sentence for a person.
    #[error("{0}")]
    Because(String),
    /// The store.
    #[error(
        "what is kept of it cannot be used ({0}); read the message in the mailbox and tell the maintainers"
    )]
    Failed(#[from] store::Error),
}

/// Judges a request anew as it was ordered, and stores what follows.
async fn judge(
    shared: &Shared,
    hands: &mut Hands,
    order: i64,
    given: &Order,
    moment: Moment,
) -> Result<(), Refused> {
    let desk = shared.desk.borrow().clone();
    let reader = shared.store.reader()?;
    let (message, amended) = fence(|| by_order(&reader, &given.what, hands.basis(&desk.office, moment)))
        .ok_or_else(|| {
        Refused::Because("the program failed on it; the maintainers should be told".into())
    })??;
    let one = Amendment {
        order,
        by: given.by.clone(),
        message,
        amended: amended.clone(),
        at: moment.0,
        office: desk.office.hash.clone(),
    };
    // The register follows what is stored, never the other way round.
    shared.store.amend(one).await?;
    desk::absorb_amended(&mut hands.register, &amended, moment);
    Ok(())
}

/// What follows from an order to judge a request anew, and the store's number of the message that speaks for it. Nothing
/// is changed, so that it can be shown before it is ordered.
///
/// # Errors
/// Why it cannot be carried out.
pub fn by_order(reader: &Reader, order: &OrderKind, basis: Basis<'_>) -> Result<(i64, Amended), Refused> {
    let because = |words: &str| Refused::Because(words.into());
    let (reference, message) = match order {
        OrderKind::Amend { request, message } => (request, Some(*message)),
        OrderKind::Judge { request } => (request, reader.spoke(request)?),
        _ => return Err(because("it is no order to judge a request anew")),
    };
    let register = basis.register;
    let request = register.request(reference).ok_or_else(|| because("there is no such request"))?;
    if let Some(to) = register.joined_to(reference) {
        // Also where the order by which it was joined waited together with this one.
        return Err(Refused::Because(format!(
            "{reference} was joined to {to} and stands for nothing: give the order for that one"
        )));
    }
    let message = message.ok_or_else(|| because("there is no such request"))?;
    let stored = reader.stored_message(message)?.ok_or_else(|| because("there is no such message"))?;
    let (opened, understood) = stored.open()?;
    let kept = Kept { message: &opened, receipt: &stored.receipt, too_large: stored.too_large };
    let before = reader.letters_of(message)?;
    let spoken = (&kept, &understood);
    let amended = match order {
        OrderKind::Amend { .. } => desk::amend(request, spoken, before, basis),
        _ => {
            let last = reader.last_ruling(reference)?;
            desk::again(request, spoken, before, last.as_ref(), basis)
        }
    };
    Ok((message, amended.map_err(Refused::Because)?))
}

/// Hands waiting messages to the confined children, as many as may be in hand; many at a time, so that the store is
/// not asked again for each message that is settled.
async fn take_up(shared: &Shared, workers: &Workers, hands: &mut Hands) -> Result<(), store::Error> {
    // In the order of receipt over the whole pass: the mailbox may have it otherwise.
    if hands.strictly && shared.passed.borrow().is_none() {
        return Ok(());
    }
    let bytes = BATCH_BYTES.saturating_sub(hands.in_hand.values().map(|one| one.size).sum());
    if hands.in_hand.len() > BATCH / 2 || bytes < BATCH_BYTES / 2 {
        return Ok(());
    }
    let room = BATCH - hands.in_hand.len();
    let waiting = shared.store.waiting(room, bytes, hands.in_hand.keys().copied().collect()).await?;
    for waiting in waiting {
        let scanning = Arc::new(AtomicBool::new(false));
        let one = InHand {
            size: waiting.receipt.size,
            order: (waiting.receipt.received, waiting.id),
            since: Instant::now(),
            scanning: scanning.clone(),
        };
        hands.in_hand.insert(waiting.id, one);
        let kept = shared.kept.clone();
        let workers = workers.clone();
        let desk = shared.desk.borrow().clone();
        hands.opening.spawn(async move {
            let mut waiting = waiting;
            // The bytes are in the store; from here on only their sum is needed.
            let scans = move || {
                scanning.store(true, Ordering::Relaxed);
                kept.notify_one();
            };
            let message = workers.extract_telling(std::mem::take(&mut waiting.raw), scans).await;
            let understood = message
                .as_ref()
                .ok()
                .and_then(|message| fence(|| desk::understand(message, &waiting.receipt, &desk.office)))
                .map(|understood| (understood, desk));
            Ready { waiting, message, understood }
        });
    }
    Ok(())
}

/// The core is pure, so a panic in it leaves nothing half done: the message is held and the next one proceeds.
fn fence<T>(core: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(core)).ok()
}

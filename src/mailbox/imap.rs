//! An IMAP account: what is on the server against what we hold, and the difference fetched. Messages are named by
//! UID and nothing else, the folder is opened read-only (EXAMINE) and bodies are read with PEEK: nothing changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use async_imap::imap_proto::{AttributeValue, Response};
use tokio::time::Instant;

use super::fetch::{self, Asked, Source};
use super::name::{modified_utf7, uid_set};
use super::wire::{Done, Wire};
use super::{Error, ImapSettings, Keeper, Pass, Tls, tls};

/// Between two comparisons of everything on one connection.
const COMPARE_EVERY: Duration = Duration::from_secs(15 * 60);
/// A message that failed alone this often is asked for only once an hour, so that it does not stop the others.
const PATIENCE: u32 = 3;
const ASK_AGAIN: Duration = Duration::from_secs(60 * 60);
/// UIDs in one command; keeps the line under 8,000 bytes (RFC 7162 §4).
const IN_ONE_COMMAND: usize = 500;
/// Messages that a folder may have: a bound on what a lying server can make us remember.
const MOST_MESSAGES: usize = 5_000_000;
/// Longest IDLE before it is asked for anew (RFC 2177 allows 29 minutes; a dead path is noticed earlier).
const LONGEST_IDLE: Duration = Duration::from_secs(5 * 60);
/// Below this pause polling is quicker than IDLE: Dovecot tells of new mail half a second late.
const POLL_IS_QUICKER: Duration = Duration::from_secs(1);

/// An account, connected or not.
#[derive(Debug)]
pub(super) struct Account {
    settings: ImapSettings,
    max_message: u64,
    tls: Option<Arc<rustls::ClientConfig>>,
    open: Option<Open>,
    owed: Owed,
}

/// An open folder.
#[derive(Debug)]
struct Open {
    wire: Wire,
    uidvalidity: u32,
    compared: Option<Instant>,
    /// UIDs below this were listed.
    next: u64,
    /// Messages listed and still there.
    listed: u32,
    /// Those of them that we hold.
    held: u64,
    idle_refused: bool,
}

/// Messages that were asked for in vain, and how often each failed when asked for alone.
#[derive(Debug, Default)]
struct Owed {
    uidvalidity: u32,
    failed: BTreeMap<u32, (u32, Instant)>,
}

impl Owed {
    /// Whether it is time to ask (again) for this message.
    fn due(&self, uid: u32) -> bool {
        self.failed.get(&uid).is_none_or(|(times, since)| *times < PATIENCE || since.elapsed() >= ASK_AGAIN)
    }

    fn failed(&mut self, uid: u32, alone: bool) {
        let (times, since) = self.failed.entry(uid).or_insert((0, Instant::now()));
        *times += u32::from(alone);
        *since = Instant::now();
        if *times == PATIENCE {
            tracing::warn!(
                uid,
                "the mail server has this message and does not hand it out; it is asked for hourly"
            );
        }
    }
}

impl Account {
    pub fn new(settings: ImapSettings, max_message: u64) -> Self {
        Self { settings, max_message, tls: None, open: None, owed: Owed::default() }
    }

    /// See [`super::Mailbox::pass`]. The connection is taken out while it is at work, so that an error, or the
    /// dropping of this future, gives it up.
    pub async fn pass<K: Keeper>(&mut self, keeper: &mut K) -> Result<Pass, Error> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None => self.connect().await?,
        };
        let everything =
            open.wire.expunged || open.compared.is_none_or(|since| since.elapsed() >= COMPARE_EVERY);
        let mut missing = if everything {
            self.compare(&mut open, keeper).await?
        } else {
            self.newly_come(&mut open).await?
        };
        missing.retain(|uid, _| self.owed.due(*uid));
        let fetched = self.fetch(&mut open, keeper, missing).await?;
        let pass = Pass { server_has: u64::from(open.listed), we_hold: open.held, fetched };
        self.open = Some(open);
        Ok(pass)
    }

    async fn connect(&mut self) -> Result<Open, Error> {
        if self.settings.tls != Tls::None && self.tls.is_none() {
            self.tls = Some(tls::client_config(&self.settings)?);
        }
        let mut wire = Wire::open(&self.settings, self.tls.as_ref()).await?;
        wire.login(&self.settings).await?;
        Ok(Open { wire, uidvalidity: 0, compared: None, next: 1, listed: 0, held: 0, idle_refused: false })
    }

    /// Opens the folder anew and compares all of it with what the store knows. Returns what is missing.
    async fn compare<K: Keeper>(
        &mut self,
        open: &mut Open,
        keeper: &mut K,
    ) -> Result<BTreeMap<u32, u64>, Error> {
        let settings = &self.settings;
        let folder = modified_utf7(&settings.folder).replace('\\', r"\\").replace('"', "\\\"");
        (open.wire.uidvalidity, open.wire.exists) = (None, 0);
        if let Done::No(words) | Done::Bad(words) =
            open.wire.command(settings, &format!("EXAMINE \"{folder}\""), 0, |_| ()).await?
        {
            return Err(settings.trouble(&format!("does not open the folder {} ({words})", settings.folder)));
        }
        let Some(uidvalidity) = open.wire.uidvalidity else {
            return Err(
                settings.trouble("gives no UIDVALIDITY: its messages cannot be told apart for certain")
            );
        };
        if self.owed.uidvalidity != uidvalidity {
            self.owed = Owed { uidvalidity, failed: BTreeMap::new() };
        }
        open.wire.expunged = false;
        let exists = open.wire.exists;
        let there = if exists == 0 { BTreeSet::new() } else { list(open, settings, "1:*", exists).await? };
        let known = keeper.known(&settings.account(), &settings.folder, uidvalidity).await?;
        let missing: Vec<u32> =
            there.iter().copied().filter(|uid| !known.contains(&uid.to_string())).collect();
        open.uidvalidity = uidvalidity;
        open.listed = u32::try_from(there.len()).unwrap_or(u32::MAX);
        open.held = u64::from(open.listed).saturating_sub(missing.len() as u64);
        open.next = there.last().map_or(1, |last| u64::from(*last) + 1);
        open.compared = Some(Instant::now());
        self.owed.failed.retain(|uid, _| missing.binary_search(uid).is_ok());
        sizes(open, settings, &missing).await
    }

    /// What came since the last listing, and what is still owed.
    async fn newly_come(&mut self, open: &mut Open) -> Result<BTreeMap<u32, u64>, Error> {
        let settings = &self.settings;
        // The answer is waited for: in one write with a question, the question would be answered from before.
        open.wire.must(settings, "NOOP").await?;
        let mut ask: Vec<u32> = self.owed.failed.keys().copied().filter(|uid| self.owed.due(*uid)).collect();
        if open.wire.exists > open.listed
            && let Ok(next) = u32::try_from(open.next)
        {
            let more = open.wire.exists - open.listed;
            // `n:*` names the last message even where its UID is below n (RFC 3501 §6.4.8).
            let new: Vec<u32> = list(open, settings, &format!("{next}:*"), more)
                .await?
                .into_iter()
                .filter(|uid| *uid >= next)
                .collect();
            open.next = new.last().map_or(open.next, |last| u64::from(*last) + 1);
            open.listed = open.listed.saturating_add(u32::try_from(new.len()).unwrap_or(u32::MAX));
            if open.listed < open.wire.exists {
                open.compared = None; // the count and the list disagree: look at everything next time
            }
            ask.extend(new);
        }
        ask.sort_unstable();
        ask.dedup();
        sizes(open, settings, &ask).await
    }

    /// Fetches in batches; while one is fetched the one before is kept.
    async fn fetch<K: Keeper>(
        &mut self,
        open: &mut Open,
        keeper: &mut K,
        missing: BTreeMap<u32, u64>,
    ) -> Result<u64, Error> {
        let (odd, plain): (Vec<_>, Vec<_>) =
            missing.into_iter().partition(|(uid, _)| self.owed.failed.contains_key(uid));
        let mut batches = fetch::batches(&plain, self.max_message);
        for &(uid, size) in &odd {
            // What came neither with others nor alone may be larger than announced: in slices nothing can be.
            let alone_in_vain = self.owed.failed.get(&uid).is_some_and(|(times, _)| *times > 0);
            if alone_in_vain && size <= self.max_message {
                batches.push(Asked::Sliced(uid, size));
            } else {
                batches.extend(fetch::batches(&[(uid, size)], self.max_message));
            }
        }
        let source = Source {
            account: self.settings.account(),
            folder: self.settings.folder.clone(),
            uidvalidity: open.uidvalidity,
            max_message: self.max_message,
        };
        let (mut fetched, mut kept) = (0_u64, Vec::new());
        for batch in &batches {
            let previous = std::mem::take(&mut kept);
            let count = previous.len() as u64;
            let (stored, got) = futures_util::future::join(
                async { if previous.is_empty() { Ok(()) } else { keeper.keep(previous).await } },
                fetch::batch(&mut open.wire, &self.settings, &source, batch),
            )
            .await;
            stored?;
            (fetched, open.held) = (fetched + count, open.held + count);
            let got = got.inspect_err(|_| self.unanswered(batch, batch.uids()))?;
            let absent: Vec<u32> = batch.uids().filter(|uid| !got.contains_key(uid)).collect();
            self.owed.failed.retain(|uid, _| !got.contains_key(uid));
            kept = got.into_values().collect();
            if !absent.is_empty() {
                // Gone since the listing, or not handed out? Only what is still listed is owed to us.
                let looked = list(open, &self.settings, &uid_set(&absent), 0).await;
                let still = match looked {
                    Ok(still) => still,
                    Err(e) => {
                        keep_last(keeper, &mut kept).await?;
                        return Err(e);
                    }
                };
                let gone = absent.iter().filter(|uid| !still.contains(uid)).count();
                open.listed = open.listed.saturating_sub(u32::try_from(gone).unwrap_or(u32::MAX));
                self.owed.failed.retain(|uid, _| still.contains(uid) || !absent.contains(uid));
                self.unanswered(batch, absent.iter().copied().filter(|uid| still.contains(uid)));
            }
        }
        let count = keep_last(keeper, &mut kept).await?;
        open.held += count;
        Ok(fetched + count)
    }

    fn unanswered(&mut self, batch: &Asked, uids: impl Iterator<Item = u32>) {
        let alone = batch.uids().count() == 1;
        uids.for_each(|uid| self.owed.failed(uid, alone));
    }

    /// See [`super::Mailbox::wait`].
    pub async fn wait(&mut self) -> Result<(), Error> {
        let idle = self.open.as_ref().is_some_and(|open| {
            self.settings.idle
                && !open.idle_refused
                && self.settings.poll >= POLL_IS_QUICKER
                && open.wire.offers("IDLE")
        });
        if self.open.as_ref().is_some_and(|open| open.wire.exists > open.listed) {
            return Ok(()); // told of while we were at something else
        }
        if idle && let Some(mut open) = self.open.take() {
            // The poll's pause is an upper bound also here, for servers that forget to tell.
            if open.wire.idle(&self.settings, self.settings.poll.min(LONGEST_IDLE)).await? {
                self.open = Some(open);
                return Ok(());
            }
            tracing::info!("the mail server refuses IDLE; it is polled on this connection");
            open.idle_refused = true;
            self.open = Some(open);
        }
        tokio::time::sleep(self.settings.poll).await;
        Ok(())
    }
}

async fn keep_last<K: Keeper>(keeper: &mut K, kept: &mut Vec<crate::store::Incoming>) -> Result<u64, Error> {
    let count = kept.len() as u64;
    if count > 0 {
        keeper.keep(std::mem::take(kept)).await?;
    }
    Ok(count)
}

/// The UIDs that a set names. `expected`: about how many, for the time limit.
async fn list(
    open: &mut Open,
    settings: &ImapSettings,
    set: &str,
    expected: u32,
) -> Result<BTreeSet<u32>, Error> {
    let mut there = BTreeSet::new();
    let done = open
        .wire
        .command(settings, &format!("UID FETCH {set} (UID)"), u64::from(expected) * 64, |response| {
            if let Response::Fetch(_, attributes) = response
                && there.len() <= MOST_MESSAGES
            {
                there.extend(attributes.iter().find_map(fetch::uid));
            }
        })
        .await?;
    if there.len() > MOST_MESSAGES {
        return Err(settings.trouble(&format!(
            "lists more than {MOST_MESSAGES} messages in the folder {}: move old mail elsewhere",
            settings.folder
        )));
    }
    match done {
        Done::Ok => Ok(there),
        Done::No(words) | Done::Bad(words) => {
            Err(settings.trouble(&format!("does not list the folder {} ({words})", settings.folder)))
        }
    }
}

/// The size of each of these messages; 0 where the server does not say.
async fn sizes(open: &mut Open, settings: &ImapSettings, uids: &[u32]) -> Result<BTreeMap<u32, u64>, Error> {
    let mut sizes: BTreeMap<u32, u64> = uids.iter().map(|uid| (*uid, 0)).collect();
    for some in uids.chunks(IN_ONE_COMMAND) {
        let command = format!("UID FETCH {} (UID RFC822.SIZE)", uid_set(some));
        // A NO is no failure: what has no size is asked for all the same, and found to be gone then.
        open.wire
            .command(settings, &command, some.len() as u64 * 1024, |response| {
                let Response::Fetch(_, attributes) = response else { return };
                let Some(uid) = attributes.iter().find_map(fetch::uid) else { return };
                for attribute in attributes {
                    if let (AttributeValue::Rfc822Size(n), Some(size)) = (attribute, sizes.get_mut(&uid)) {
                        *size = u64::from(*n);
                    }
                }
            })
            .await?;
    }
    Ok(sizes)
}

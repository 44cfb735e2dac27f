//! Mailbox → store. A pass keeps everything that is not known yet, durably, and tells the server nothing.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use crate::daemon::{Shared, line, pause_after, rest, store_pause};
use crate::mailbox::{self, Keeper, Mailbox, Pass};
use crate::message::ReceivedFrom;
use crate::store::{self, Incoming};

/// How the last pass ended.
#[derive(Debug, Clone)]
pub(super) struct Passed {
    /// When a pass last succeeded.
    pub succeeded: Option<DateTime<Utc>>,
    /// Why the last one failed.
    pub error: Option<String>,
    /// Whether it is not tried again: [`super::Mode::once`].
    pub given_up: bool,
}

/// How often in a row the mailbox is tried where the daemon is to end by itself: one that a message breaks, or a network
/// that hiccups, is read at the next try; one that is not there at none.
const TRIES_AT_ONCE: u32 = 3;

/// The mailbox's way into the store.
struct Hand<'a> {
    shared: &'a Shared,
}

impl Keeper for Hand<'_> {
    async fn known(
        &mut self,
        account: &str,
        folder: &str,
        uidvalidity: u32,
    ) -> Result<BTreeSet<String>, store::Error> {
        self.shared.store.known(account, folder, uidvalidity).await
    }

    async fn keep(&mut self, batch: Vec<Incoming>) -> Result<(), store::Error> {
        // Whose moment nothing but the file tells; copied files are of now, and what they ask for may be late by that.
        let guessed: Vec<bool> = batch
            .iter()
            .map(|one| matches!(one.receipt.received_from, ReceivedFrom::FileTime | ReceivedFrom::Now))
            .collect();
        let kept = self.shared.store.keep(batch).await?;
        let guessed = kept.iter().zip(guessed).filter(|((_, new), guessed)| *new && *guessed).count();
        if guessed > 0 {
            tracing::warn!(
                messages = guessed,
                "taken as received when their files were written: no Received line of a host in [trust] relays tells more"
            );
        }
        if kept.iter().any(|(_, new)| *new) {
            self.shared.kept.notify_one();
        }
        Ok(())
    }
}

pub(super) async fn run(shared: Shared, once: bool) -> anyhow::Result<()> {
    let mut desk = shared.desk.clone();
    let mut failures = 0;
    let mut succeeded = None;
    let mut difference = 0;
    while !shared.end.is_cancelled() {
        let now = desk.borrow_and_update().clone();
        let policy = &now.office.policy;
        let mut mailbox =
            Mailbox::new(now.settings.mailbox.clone(), policy.max_message, policy.trusted_relays.clone());
        // Until the connection fails or another desk folder comes into force.
        loop {
            let mut hand = Hand { shared: &shared };
            let pass = tokio::select! {
                pass = mailbox.pass(&mut hand) => pass,
                () = shared.end.cancelled() => return Ok(()),
            };
            match pass {
                Ok(pass) => {
                    failures = 0;
                    succeeded = Some(Utc::now());
                    shared.passed.send_replace(Some(Passed { succeeded, error: None, given_up: false }));
                    shared.kept.notify_one();
                    difference = compare(&shared, pass, difference).await;
                }
                Err(error) => {
                    failures += 1;
                    let words = error.to_string();
                    let given_up =
                        once && failures >= TRIES_AT_ONCE && matches!(error, mailbox::Error::Mailbox(_));
                    match given_up {
                        true => tracing::error!(failures, error = %words, "the mailbox could not be read"),
                        false => {
                            tracing::warn!(failures, error = %words, "the mailbox could not be read; trying again");
                        }
                    }
                    shared.passed.send_replace(Some(Passed { succeeded, error: Some(words), given_up }));
                    shared.kept.notify_one();
                    if given_up {
                        // What was kept before is still judged and sent.
                        shared.end.cancelled().await;
                        return Ok(());
                    }
                    let pause = match error {
                        mailbox::Error::Store(_) => store_pause(failures),
                        mailbox::Error::Mailbox(_) => pause_after(failures),
                    };
                    rest(&shared, pause).await;
                    // The mailbox connects anew by itself, and remembers which message broke the connection;
                    // a new one would ask for it with all others for ever.
                    if shared.end.is_cancelled() || desk.has_changed().unwrap_or(true) {
                        break;
                    }
                    continue;
                }
            }
            tokio::select! {
                waited = mailbox.wait() => if let Err(error) = waited {
                    tracing::info!(%error, "the connection to the mailbox was lost; connecting again");
                },
                _ = desk.changed() => break,
                () = shared.end.cancelled() => return Ok(()),
            }
        }
    }
    Ok(())
}

/// "The server has N, we hold N": a difference is reported once, when it appears or changes.
async fn compare(shared: &Shared, pass: Pass, reported: u64) -> u64 {
    let difference = pass.server_has.saturating_sub(pass.we_hold);
    if difference != reported && difference > 0 {
        tracing::error!(
            server_has = pass.server_has,
            we_hold = pass.we_hold,
            "the mailbox has more than we hold"
        );
        let entry = line(store::Event::MailboxDiffers { server_has: pass.server_has, we_hold: pass.we_hold });
        if let Err(error) = shared.store.note(vec![entry]).await {
            tracing::warn!(%error, "the difference could not be written down");
        }
    }
    if pass.fetched > 0 {
        tracing::info!(
            fetched = pass.fetched,
            server_has = pass.server_has,
            we_hold = pass.we_hold,
            "mail kept"
        );
    }
    difference
}

//! Due letters → the wire. An attempt is booked before the connection opens and closed after it ended; several
//! connections share the work, and one that stalls delays only its own letter.

use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use tokio::sync::{Mutex, mpsc};

use crate::daemon::{Shared, delivery_settings, rest, store_pause};
use crate::delivery::{self, Courier, Verdict};
use crate::store::{Booked, Closed, End};

/// Letters booked and not yet closed.
const BATCH: usize = 64;
/// What is on the wire when the daemon is told to end may take so long to finish.
const LAST_WORDS: Duration = Duration::from_secs(5);
/// A connection without work is given up after this.
const IDLE: Duration = Duration::from_secs(10);

pub(super) async fn run(shared: Shared) -> anyhow::Result<()> {
    let (to_send, sending) = mpsc::channel::<Booked>(BATCH);
    let (to_close, closing) = mpsc::channel::<Closed>(BATCH);
    let sending = Arc::new(Mutex::new(sending));
    let mut loops = tokio::task::JoinSet::new();
    for _ in 0..connections(&shared) {
        loops.spawn(send(shared.clone(), sending.clone(), to_close.clone()));
    }
    drop(to_close);
    loops.spawn(close(shared.clone(), closing));
    book(&shared, to_send).await;
    // What is on the wire is finished and closed; what was only booked is due again at the next start.
    while loops.join_next().await.is_some() {}
    Ok(())
}

fn connections(shared: &Shared) -> usize {
    match delivery_settings(shared) {
        delivery::Settings::Smtp(smtp) => smtp.connections.max(1),
        delivery::Settings::Files(_) => 1,
    }
}

/// T3: books what is due, never more than the senders can soon take.
async fn book(shared: &Shared, to_send: mpsc::Sender<Booked>) {
    let mut failures = 0;
    while !shared.end.is_cancelled() {
        let room = to_send.capacity().max(1);
        match shared.store.book(Utc::now(), room).await {
            Ok(booked) if booked.is_empty() => {
                failures = 0;
                wait_for_due(shared).await;
            }
            Ok(booked) => {
                failures = 0;
                for letter in booked {
                    // A send fails only when the senders are gone, at the end.
                    if to_send.send(letter).await.is_err() {
                        return;
                    }
                }
            }
            Err(error) => {
                failures += 1;
                tracing::error!(failures, %error, "no letter can be booked; nothing is sent until it can");
                rest(shared, store_pause(failures)).await;
            }
        }
    }
}

async fn wait_for_due(shared: &Shared) {
    let pause = match shared.store.next_due().await {
        Ok(Some(at)) => (at - Utc::now()).to_std().unwrap_or_default(),
        _ => Duration::from_secs(3600),
    };
    tokio::select! {
        () = shared.due.notified() => {}
        () = tokio::time::sleep(pause) => {}
        () = shared.end.cancelled() => {}
    }
}

/// One connection: takes a letter, sends it, says how it ended.
async fn send(shared: Shared, letters: Arc<Mutex<mpsc::Receiver<Booked>>>, to_close: mpsc::Sender<Closed>) {
    let mut settings = delivery_settings(&shared);
    let mut courier = Courier::new(settings.clone());
    loop {
        let next = tokio::select! {
            next = async { tokio::time::timeout(IDLE, letters.lock().await.recv()).await } => next,
            () = shared.end.cancelled() => break,
        };
        let letter = match next {
            Ok(Some(letter)) => letter,
            Ok(None) => break,
            Err(_idle) => {
                courier.rest().await;
                continue;
            }
        };
        let now = delivery_settings(&shared);
        if now != settings {
            courier.rest().await;
            courier = Courier::new(now.clone());
            settings = now;
        }
        let from = shared.desk.borrow().office.identity.sender.1.clone();
        let retry = shared.desk.borrow().settings.retry;
        let sent = tokio::select! {
            verdict = courier.send(&from, &letter.to, &letter.message_id, &letter.bytes) => Some(verdict),
            () = out_of_patience(&shared) => None,
        };
        // Without a verdict the attempt stays open: the next start makes the letter due again.
        let Some(verdict) = sent else { break };
        if to_close.send(closed(&letter, &verdict, retry)).await.is_err() {
            break;
        }
    }
    courier.rest().await;
}

/// Ends some seconds after the daemon was told to: what is on the wire may finish, but a silent relay, whose final
/// answer is awaited for minutes, must not keep the daemon.
async fn out_of_patience(shared: &Shared) {
    shared.end.cancelled().await;
    tokio::time::sleep(LAST_WORDS).await;
}

fn closed(letter: &Booked, verdict: &Verdict, retry: Duration) -> Closed {
    let at = Utc::now();
    let (end, words) = delivery::next(verdict, letter.attempt, retry, letter.written, at);
    Closed { id: letter.id, attempt: letter.attempt, at, end, words }
}

/// T4: writes down how attempts ended, many in one commit. On a full disk it keeps them in hand until there is
/// space: forgetting one would send its letter twice.
async fn close(shared: Shared, mut closing: mpsc::Receiver<Closed>) {
    let mut batch = Vec::with_capacity(BATCH);
    while closing.recv_many(&mut batch, BATCH).await > 0 {
        for one in &batch {
            match &one.end {
                End::Delivered => tracing::debug!(letter = one.id, attempt = one.attempt, "delivered"),
                End::Later { next } => {
                    tracing::warn!(letter = one.id, attempt = one.attempt, %next, words = %one.words, "not delivered yet");
                }
                End::Never => {
                    tracing::error!(letter = one.id, words = %one.words, "held: cannot be delivered")
                }
            }
        }
        let mut failures = 0;
        while let Err(error) = shared.store.close(batch.clone()).await {
            failures += 1;
            tracing::error!(failures, %error, "the end of an attempt cannot be written down; trying again");
            rest(&shared, store_pause(failures)).await;
            if shared.end.is_cancelled() && failures > 3 {
                return;
            }
        }
        batch.clear();
        shared.due.notify_one();
    }
}

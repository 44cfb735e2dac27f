//! What happens without mail: officers' orders, a reload, notices to staff, a silent mailbox, a full disk.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;

use crate::calendar::Moment;
use crate::daemon::Shared;
use crate::daemon::in_force::InForce;
use crate::desk::{Notice, OrderKind};
use crate::letter::{self, Envelope};
use crate::store;

/// How often orders are looked for.
const TICK: Duration = Duration::from_secs(1);
/// Staff hear by mail at most once in this time; what comes in between stands in the next letter.
pub(super) const NOTICE_GAP: TimeDelta = TimeDelta::minutes(10);
/// A mailbox that could not be read for so long is told to staff.
const SILENCE: TimeDelta = TimeDelta::minutes(15);
/// Free space below which staff are told.
const LOW_DISK: u64 = 200 << 20;

/// Carries out the orders that wait; a folder that is ordered comes into force.
///
/// # Errors
/// Those of the store: the orders wait on.
pub(super) async fn carry_out_orders(
    shared: &Shared,
    force: &mut InForce,
    now: DateTime<Utc>,
) -> Result<(), store::Error> {
    loop {
        let orders = shared.store.carry_out_orders(now).await?;
        if orders.is_empty() {
            break;
        }
        tracing::info!(orders = orders.len(), "orders of officers carried out");
        shared.due.notify_one();
        // What was ordered after it is done by what it puts in force.
        for order in orders {
            if let OrderKind::TakeOver { office } = order.what {
                force.take_over(&order.by, Some(&office)).await;
            }
        }
    }
    if !shared.store.amendments().await?.is_empty() {
        // The desk carries these out.
        shared.kept.notify_one();
    }
    Ok(())
}

pub(super) async fn run(
    shared: Shared,
    mut force: InForce,
    reload: Arc<Notify>,
    secret: Vec<u8>,
) -> anyhow::Result<()> {
    let mut tick = tokio::time::interval(TICK);
    tick.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    let mut watcher = Watcher { silent_told: false, disk_told: false, started: Utc::now() };
    force.list_flipped().await;
    loop {
        tokio::select! {
            _ = tick.tick() => {}
            () = reload.notified() => force.take_over("signal", None).await,
            () = shared.ruled.notified() => force.list_flipped().await,
            () = shared.end.cancelled() => return Ok(()),
        }
        let now = Utc::now();
        if let Err(error) = carry_out_orders(&shared, &mut force, now).await {
            tracing::warn!(%error, "orders could not be carried out; trying again");
        }
        let mut notices = watcher.look(&shared, now);
        notices.extend(force.look(now).await);
        if !notices.is_empty()
            && let Err(error) = shared.store.add_notices(notices, now).await
        {
            tracing::warn!(%error, "a notice to staff could not be stored");
        }
        if let Err(error) = tell_staff(&shared, &secret, now).await {
            tracing::warn!(%error, "staff could not be told; trying again");
        }
    }
}

/// What was told already, so that it is told once.
struct Watcher {
    silent_told: bool,
    disk_told: bool,
    started: DateTime<Utc>,
}

impl Watcher {
    fn look(&mut self, shared: &Shared, now: DateTime<Utc>) -> Vec<Notice> {
        let mut notices = Vec::new();
        let passed = shared.passed.borrow().clone();
        let last = passed.as_ref().and_then(|p| p.succeeded).unwrap_or(self.started);
        let silent = now - last > SILENCE && passed.as_ref().is_some_and(|p| p.error.is_some());
        if silent && !self.silent_told {
            let error = passed.and_then(|p| p.error).unwrap_or_default();
            let desk = shared.desk.borrow();
            let zone = &desk.office.zone;
            let since = format!("{} {}", zone.local(last).format("%Y-%m-%d %H:%M"), zone.name);
            notices.push(Notice {
                kind: "intake-stopped".into(),
                words: format!("The mailbox could not be read since {since}: {error}"),
            });
        }
        self.silent_told = silent;
        let free = free_space(&shared.desk.borrow().settings.store);
        let low = free.is_some_and(|free| free < LOW_DISK);
        if low && !self.disk_told {
            notices.push(Notice {
                kind: "disk-nearly-full".into(),
                words: format!(
                    "The disk that holds the store has {} MiB left. Mail stays in the mailbox when it is full.",
                    free.unwrap_or_default() >> 20
                ),
            });
        }
        self.disk_told = low;
        for notice in &notices {
            tracing::error!(kind = %notice.kind, words = %notice.words, "staff should know");
        }
        notices
    }
}

/// Bytes that an unprivileged program may still write where `path` is.
fn free_space(path: &Path) -> Option<u64> {
    let stat = rustix::fs::statvfs(path).ok()?;
    Some(stat.f_bavail.saturating_mul(stat.f_frsize))
}

/// Writes one letter with all waiting notices, at a bounded rate.
async fn tell_staff(shared: &Shared, secret: &[u8], now: DateTime<Utc>) -> anyhow::Result<()> {
    let desk = shared.desk.borrow().clone();
    let Some(staff) = desk.office.policy.staff.clone() else { return Ok(()) };
    let notices = shared.store.take_notices(now, NOTICE_GAP).await?;
    if notices.is_empty() {
        return Ok(());
    }
    let identity = &desk.office.identity;
    let domain = identity.sender.1.rsplit_once('@').map_or("localhost", |(_, d)| d);
    let seed = format!("{}/{}", now.timestamp_micros(), notices.len());
    let envelope = Envelope {
        message_id: letter::message_id(secret, &seed, "staff", 0, domain),
        in_reply_to: None,
        references: Vec::new(),
    };
    let lines: Vec<String> = notices.iter().map(|n| format!("[{}] {}", n.kind, n.words)).collect();
    let bytes = letter::compose_staff(&staff, &lines, &envelope, identity, Moment(now))
        .map_err(anyhow::Error::msg)?;
    shared.store.write_staff_letter(&envelope.message_id, vec![staff], bytes, now).await?;
    shared.due.notify_one();
    Ok(())
}

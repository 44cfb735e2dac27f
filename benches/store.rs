//! What one text note of 4 KiB costs the store: T1, T2, T3 and T4 in batches of 64, durably (synchronous=FULL).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs
)]

#[path = "../src/store/tests/sample.rs"]
mod sample;

use std::sync::atomic::{AtomicU32, Ordering};

use divan::Bencher;
use divan::counter::ItemsCount;
use verbale::store::{Closed, End, Incoming, Settlement, Store};
use verbale::{desk, letter, matching, message, reading, register, rules, states, store};

const BATCH: u32 = 64;

fn main() {
    divan::main();
    processor_time();
}

async fn walk(store: &Store, batch: Vec<Incoming>, mut settlements: Vec<Settlement>) {
    let kept = store.keep(batch).await.unwrap();
    for (settlement, (id, _)) in settlements.iter_mut().zip(kept) {
        settlement.id = id;
    }
    assert!(store.settle(settlements).await.unwrap().into_iter().all(|settled| settled));
    let now = sample::moment(1 << 24);
    let booked = store.book(now, BATCH as usize).await.unwrap();
    assert_eq!(booked.len(), BATCH as usize);
    let closed = booked.iter().map(|l| Closed {
        id: l.id,
        attempt: l.attempt,
        at: now,
        end: End::Delivered,
        words: "250 2.0.0 Ok: queued as 4F2A".into(),
    });
    store.close(closed.collect()).await.unwrap();
}

fn matter(first: u32) -> (Vec<Incoming>, Vec<Settlement>) {
    let numbers = first..first + BATCH;
    let incoming = numbers.clone().map(|n| sample::incoming(n, 4096)).collect();
    (incoming, numbers.map(|n| sample::settlement(n, 0)).collect())
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().build().unwrap()
}

#[divan::bench]
fn four_transactions(bencher: Bencher<'_, '_>) {
    let dir = tempfile::tempdir_in(".").unwrap();
    let store = Store::open(dir.path(), sample::moment(0)).unwrap().store;
    let (runtime, next) = (runtime(), AtomicU32::new(1));
    bencher
        .counter(ItemsCount::new(BATCH))
        .with_inputs(|| matter(next.fetch_add(BATCH, Ordering::Relaxed)))
        .bench_local_values(|(incoming, settlements)| runtime.block_on(walk(&store, incoming, settlements)));
}

/// Processor time (user and system, both threads) rather than the wall's, which is mostly the disk's.
fn processor_time() {
    let dir = tempfile::tempdir_in(".").unwrap();
    let store = Store::open(dir.path(), sample::moment(0)).unwrap().store;
    let runtime = runtime();
    let rounds = 40;
    let prepared: Vec<_> = (0..rounds).map(|round| matter(round * BATCH + 1)).collect();
    let before = ticks();
    for (incoming, settlements) in prepared {
        runtime.block_on(walk(&store, incoming, settlements));
    }
    let spent = (ticks() - before) * 10_000 / u64::from(rounds * BATCH);
    println!("processor time: {spent} us for each message (T1 to T4, {} messages)", rounds * BATCH);
}

/// Clock ticks of this process (utime and stime of /proc/self/stat, 100 a second).
fn ticks() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = stat.rsplit_once(')').unwrap().1;
    after_name.split_whitespace().skip(11).take(2).map(|n| n.parse::<u64>().unwrap()).sum()
}

//! What the tests stand on: servers that they talk to, scripted ones and private instances of real ones; and for the
//! end-to-end tests a desk folder, the daemon as a child process, a mailbox to put mail into, a relay that misbehaves as
//! told, invented notes.

pub mod daemon;
pub mod desk;
pub mod dice;
pub mod dovecot;
pub mod generated;
pub mod mailbox;
pub mod notes;
pub mod papers;
pub mod postfix;
pub mod sink;
pub mod smtp_relay;
pub mod smtp_script;
pub mod small_disk;

use std::time::{Duration, Instant};

/// Whether the long forms are asked for (`VERBALE_LONG=1`).
pub fn long() -> bool {
    std::env::var_os("VERBALE_LONG").is_some_and(|v| v != "0")
}

/// `short` in the normal run, `long` with `VERBALE_LONG=1`.
pub fn size(short: usize, long_form: usize) -> usize {
    if long() { long_form } else { short }
}

/// A limit far above what any wait needs; it only ends a test that hangs.
pub fn patience() -> Duration {
    Duration::from_secs(if long() { 1800 } else { 120 })
}

/// Waits until `done`, looking often.
#[track_caller]
pub fn until(what: &str, mut done: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !done() {
        assert!(begun.elapsed() < patience(), "waited in vain: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

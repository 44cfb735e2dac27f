//! The raw bytes that this process kept a moment ago. The desk takes nearly every message right after it was kept;
//! reading its bytes back and summing them once more would cost as much as parsing it.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Incoming;

/// Bytes that may wait here. Where the desk lags behind the mailbox, the rest is read from the store when its turn
/// comes, and checked against its sum then.
pub(super) const MOST: usize = 8 << 20;

/// Raw bytes by their sum; nothing else can be found under it.
#[derive(Debug, Default)]
pub(super) struct Fresh(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    bytes: usize,
    raw: HashMap<String, Vec<u8>>,
}

impl Fresh {
    /// Puts the bytes of a message here that is about to be committed, if there is room.
    pub fn add(&self, incoming: Incoming) {
        let mut shelf = self.shelf();
        let bytes = shelf.bytes + incoming.raw.len();
        if bytes <= MOST && !shelf.raw.contains_key(&incoming.receipt.sha256.0) {
            shelf.bytes = bytes;
            shelf.raw.insert(incoming.receipt.sha256.0, incoming.raw);
        }
    }

    /// The bytes of this sum, which are here no longer.
    pub fn take(&self, sha256: &str) -> Option<Vec<u8>> {
        let mut shelf = self.shelf();
        let raw = shelf.raw.remove(sha256)?;
        shelf.bytes -= raw.len();
        if shelf.raw.is_empty() {
            shelf.raw.shrink_to_fit();
        }
        Some(raw)
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

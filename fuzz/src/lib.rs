//! What the targets share.

use std::sync::OnceLock;

use verbale::folder::{self, Desk};
use verbale::worker::{Limits, unconfined};

/// Opens `bytes` as a file of this name, by content.
pub fn file(bytes: &[u8], name: &str) {
    let limits = Limits { text: 256 << 10, ..Limits::default() };
    let _ = unconfined::file(bytes, "application/octet-stream", name, &limits);
}

/// libFuzzer ends the process at a panic. Those of a crate that we call are known, and caught where we call it: only ours end it.
pub fn only_our_panics() {
    let end = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        // Where the sources of other crates lie.
        if panic.location().is_none_or(|at| !at.file().contains("/registry/src/")) {
            end(panic);
        }
    }));
}

/// The sample desk.
pub fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| {
        let dir = tempfile::tempdir().expect("a folder");
        folder::sample::write(dir.path()).expect("the sample desk");
        folder::load(dir.path()).unwrap_or_else(|wrong| panic!("{wrong:?}"))
    })
}

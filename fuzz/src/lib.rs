//! What the targets share.

use std::sync::OnceLock;

use verbale::folder::{self, Desk};
use verbale::worker::{Limits, unconfined};

/// Opens `bytes` as a file of this name, by content.
pub fn file(bytes: &[u8], name: &str) {
    let limits = Limits { text: 256 << 10, ..Limits::default() };
    let _ = unconfined::file(bytes, "application/octet-stream", name, &limits);
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

//! A small disk that can be filled and freed: a tmpfs, where the tests run as root.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A mounted tmpfs; unmounted when dropped.
pub struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// `None`, loudly, where this host does not let us mount; a failure where it must (`VERBALE_REQUIRE_SERVERS`).
    pub fn new(size: &str) -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let size = format!("size={size}");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(dir.path()).output();
        if mounted.as_ref().is_ok_and(|out| out.status.success()) {
            return Some(Self(dir));
        }
        assert!(
            std::env::var_os("VERBALE_REQUIRE_SERVERS").is_none(),
            "no tmpfs can be mounted: {mounted:?}"
        );
        eprintln!("SKIPPED: a full disk cannot be tried here, mounting a tmpfs needs root");
        None
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    fn ballast(&self) -> PathBuf {
        self.path().join("ballast")
    }

    /// Leaves not one byte.
    pub fn fill(&self) {
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(self.ballast()).unwrap();
        for block in [65_536, 4096, 1] {
            while file.write_all(&vec![0; block]).is_ok() {}
        }
    }

    pub fn free(&self) {
        std::fs::remove_file(self.ballast()).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.path()).status();
    }
}

//! A disk that is really full: a small tmpfs, where the tests run as root.

use std::process::Command;

use super::*;

struct SmallDisk(TempDir);

impl SmallDisk {
    /// `None`, loudly, where this host does not let us mount.
    fn new(size: &str) -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        let size = format!("size={size}");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(dir.path()).status();
        if mounted.is_ok_and(|status| status.success()) {
            return Some(Self(dir));
        }
        eprintln!("SKIPPED: a full disk cannot be tried here, mounting a tmpfs needs root");
        None
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.0.path()).status();
    }
}

#[tokio::test]
async fn a_full_disk_changes_nothing_and_afterwards_all_goes_on() {
    let Some(disk) = SmallDisk::new("3m") else { return };
    let dir = &disk.0;
    let store = Store::open(&dir.path().join("store"), moment(0)).unwrap().store;
    keep_and_settle(&store, 1..3).await;
    let ballast = dir.path().join("ballast");
    let fill = || {
        use std::io::Write as _;
        let mut file = std::fs::OpenOptions::new().create(true).append(true).open(&ballast).unwrap();
        while file.write_all(&[0; 4096]).is_ok() {}
        while file.write_all(&[0; 1]).is_ok() {}
    };
    fill();
    let large = store.keep(vec![incoming(7, 300_000)]).await;
    assert_eq!(large, Err(Error::Full), "a raw file");
    // The log may have room for a few more; then it is full, for everything.
    let mut refused = 0;
    for n in 10..400 {
        match store.keep(vec![incoming(n, 30_000)]).await {
            Ok(_) => assert_eq!(refused, 0),
            Err(error) => {
                assert_eq!(error, Error::Full);
                refused += 1;
            }
        }
        if refused == 3 {
            break;
        }
    }
    assert_eq!(refused, 3);
    let reader = Reader::open(&dir.path().join("store")).unwrap();
    let before = reader.counts().unwrap();
    let (one, two) = tokio::join!(store.book(moment(90), 9), store.keep(vec![incoming(900, 40_000)]));
    assert!(one.is_err() || two.is_err());
    assert_eq!(
        store.known("imaps://desk@mail.example", "INBOX", 7).await.unwrap().len() as u64,
        before.kept + 2
    );

    std::fs::remove_file(&ballast).unwrap();
    store.keep(vec![incoming(7, 300_000), incoming(901, 4096)]).await.unwrap();
    let after = reader.counts().unwrap();
    assert_eq!(after.kept, before.kept + 2);
    let sound: String = store
        .writer
        .read(|db| Ok(db.query_row("PRAGMA integrity_check", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(sound, "ok");
}

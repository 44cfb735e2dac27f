//! What another process finds after each of T1 to T4: the files as they are at that moment, without a good end.

use std::path::Path;

use super::*;

/// The store's files as a crash would leave them now (the writer goes on, unharmed).
fn crashed(dir: &TempDir) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    copy_files(dir.path(), copy.path());
    copy
}

fn copy_files(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy_files(&entry.path(), &target);
        } else if !entry.file_name().to_string_lossy().ends_with("-shm") {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[tokio::test]
async fn each_transaction_survives_a_crash_right_after_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;

    store.keep(vec![incoming(1, 4096), incoming(2, 100_000)]).await.unwrap();
    let after_t1 = crashed(&dir);
    let again = Store::open(after_t1.path(), moment(5)).unwrap().store;
    let waiting = again.waiting(9, u64::MAX, vec![]).await.unwrap();
    assert_eq!(
        waiting.iter().map(|w| w.raw.clone()).collect::<Vec<_>>(),
        [incoming(1, 4096).raw, incoming(2, 100_000).raw]
    );

    store.settle(vec![settlement(1, 1)]).await.unwrap();
    let after_t2 = crashed(&dir);
    let opened = Store::open(after_t2.path(), moment(5)).unwrap();
    assert!(opened.register.request("GCM-2017-0001").is_some());
    assert!(opened.register.is_ours("letter-1@desk.example"));
    assert_eq!(opened.store.waiting(9, u64::MAX, vec![]).await.unwrap().len(), 1);
    assert_eq!(opened.store.next_due().await.unwrap(), Some(moment(3)));

    let booked = store.book(moment(5), 9).await.unwrap();
    let after_t3 = crashed(&dir);
    let again = Store::open(after_t3.path(), moment(6)).unwrap().store;
    let repeated = again.book(moment(6), 9).await.unwrap();
    assert_eq!(repeated[0].attempt, 2, "an attempt is never erased");
    assert_eq!(repeated[0].bytes, booked[0].bytes);
    assert_eq!(repeated[0].message_id, booked[0].message_id);
    assert!(codes(&after_t3).contains(&"outcome-unknown 1".to_owned()));
    let attempts = Reader::open(after_t3.path()).unwrap().attempts(1).unwrap();
    assert_eq!(attempts[0].ending.as_deref(), Some("unknown"));

    let end = Closed { id: 1, attempt: 1, at: moment(7), end: End::Delivered, words: "250 ok".into() };
    store.close(vec![end]).await.unwrap();
    let after_t4 = crashed(&dir);
    let again = Store::open(after_t4.path(), moment(8)).unwrap().store;
    assert!(again.book(moment(999), 9).await.unwrap().is_empty());
    assert_eq!(Reader::open(after_t4.path()).unwrap().counts().unwrap().letters["sent"], 1);
}

#[test]
fn a_second_daemon_is_told_who_holds_the_store() {
    let dir = tempfile::tempdir().unwrap();
    let first = Store::open(dir.path(), moment(0)).unwrap();
    let Err(Error::InUse { pid, .. }) = Store::open(dir.path(), moment(0)) else { panic!("two daemons") };
    assert_eq!(pid, std::process::id().to_string());
    drop(first);
    Store::open(dir.path(), moment(0)).unwrap();
}

//! What was kept a moment ago is handed out without the disk, once; whatever is not there comes from the disk, checked.

use super::sample::{incoming, moment, settlement};
use crate::store::fresh::{Fresh, MOST};
use crate::store::{Store, raw};

#[test]
fn bytes_are_handed_out_once_and_only_under_their_sum() {
    let fresh = Fresh::default();
    let one = incoming(1, 5000);
    fresh.add(one.clone());
    fresh.add(one.clone());
    assert_eq!(fresh.take(&incoming(2, 5000).receipt.sha256.0), None);
    assert_eq!(fresh.take(&one.receipt.sha256.0), Some(one.raw));
    assert_eq!(fresh.take(&one.receipt.sha256.0), None);
}

#[test]
fn the_room_is_bounded_what_came_first_stays_and_room_comes_back() {
    let fresh = Fresh::default();
    // A little more than a quarter each: three have room.
    let five: Vec<_> = (1..=5).map(|n| incoming(n, MOST / 4)).collect();
    for round in 0..3 {
        five.iter().cloned().for_each(|one| fresh.add(one));
        let there: Vec<bool> = five.iter().map(|one| fresh.take(&one.receipt.sha256.0).is_some()).collect();
        assert_eq!(there, [true, true, true, false, false], "round {round}");
    }
}

#[tokio::test]
async fn the_desk_gets_the_bytes_in_the_order_of_receipt_wherever_they_are() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    // Small ones and files in turn, the last ones received first.
    let sent: Vec<_> = (1..=6).rev().map(|n| incoming(n, if n % 2 == 0 { 200_000 } else { 3000 })).collect();
    store.keep(sent[..3].to_vec()).await.unwrap();
    // These are taken, and left again by a desk that failed.
    assert_eq!(store.waiting(9, u64::MAX, vec![]).await.unwrap().len(), 3);
    store.keep(sent[3..].to_vec()).await.unwrap();
    let waiting = store.waiting(9, u64::MAX, vec![]).await.unwrap();
    let got: Vec<_> = waiting.iter().map(|w| w.raw.clone()).collect();
    assert_eq!(got, sent.iter().rev().map(|one| one.raw.clone()).collect::<Vec<_>>());
    // A second message of the same content is none, and waits nowhere.
    let mut again = sent[0].clone();
    again.place.uid = "77".into();
    store.settle(vec![settlement(6, 1)]).await.unwrap();
    assert_eq!(store.keep(vec![again]).await.unwrap(), [(1, false)]);
    assert!(!store.waiting(9, u64::MAX, vec![]).await.unwrap().iter().any(|w| w.id == 1));
}

#[tokio::test]
async fn bytes_whose_commit_failed_are_no_message() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    // The second of a batch cannot be kept (its sum is none), so nothing of the batch is.
    let mut bad = incoming(2, 3000);
    bad.receipt.sha256.0 = "not a sum".into();
    assert!(store.keep(vec![incoming(1, 200_000), bad]).await.is_err());
    assert!(store.waiting(9, u64::MAX, vec![]).await.unwrap().is_empty());
    // Kept again, and damaged on the disk after the desk failed on it: the disk is asked, and found out.
    store.keep(vec![incoming(1, 200_000)]).await.unwrap();
    assert_eq!(store.waiting(9, u64::MAX, vec![]).await.unwrap().len(), 1);
    std::fs::write(raw::path(dir.path(), &incoming(1, 200_000).receipt.sha256.0), b"other").unwrap();
    assert!(store.waiting(9, u64::MAX, vec![]).await.unwrap().is_empty());
}

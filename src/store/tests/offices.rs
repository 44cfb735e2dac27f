//! Desk folders are kept whole, once, and for ever; open requests that they would put elsewhere are a set.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::sample::{incoming, moment, settlement};
use crate::calendar::Zone;
use crate::diagnostic::Source;
use crate::letter::Identity;
use crate::office::{Kept, Particulars, Policy};
use crate::states::Language;
use crate::store::{Reader, Store};

fn kept(checks: &str) -> Kept {
    let particulars = Particulars {
        identity: Identity {
            office: BTreeMap::from([(Language::En, "The office".to_owned())]),
            fund: BTreeMap::new(),
            sender: ("Desk".to_owned(), "desk@fund.example".to_owned()),
            prefix: "GCM".to_owned(),
            contacts: Vec::new(),
        },
        policy: Policy {
            start: NaiveDate::from_ymd_opt(2017, 8, 1).unwrap(),
            fallback_language: Language::En,
            own_addresses: Vec::new(),
            letters_per_correspondent: 10,
            breaker: 20,
            max_message: 1,
            trusted_relays: Vec::new(),
            staff: None,
            near_deadline_days: 7,
        },
        zone: "UTC".to_owned(),
        trusted_hosts: Vec::new(),
    };
    let file = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    Kept::new(&particulars, vec![file("templates/a.en.txt", "Subject: é"), file("rules/checks.toml", checks)])
}

fn zone(version: &str, offset: i32) -> Zone {
    Zone { version: version.to_owned(), first_offset: offset, ..Zone::utc() }
}

#[tokio::test]
async fn a_folder_comes_back_as_it_was_kept_and_each_text_stands_once() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    let (first, second) = (kept("a = 1"), kept("a = 2"));
    for (n, (kept, version)) in
        [(&first, "2017a"), (&second, "2017b"), (&first, "2017b")].into_iter().enumerate()
    {
        let at = moment(i64::try_from(n).unwrap());
        store
            .put_in_force(kept.clone(), vec![zone(version, n.try_into().unwrap())], "A. Clerk", at)
            .await
            .unwrap();
    }
    let reader = Reader::open(dir.path()).unwrap();
    assert_eq!(reader.kept_office(&first.hash()).unwrap().unwrap(), first);
    assert_eq!(reader.kept_office(&second.hash()).unwrap().unwrap(), second);
    assert_eq!(reader.kept_office(&"0".repeat(64)).unwrap(), None);
    let history: Vec<String> = reader.offices().unwrap().into_iter().map(|f| f.office).collect();
    assert_eq!(history, [first.hash(), second.hash(), first.hash()]);
    assert_eq!(reader.in_force().unwrap().unwrap().by, "A. Clerk");
    // What was kept of a version of the tz database stays as it was; without a wish the newest comes back.
    let wanted = |version: &str| BTreeMap::from([("UTC".to_owned(), version.to_owned())]);
    assert_eq!(reader.kept_zones(&wanted("2017a")).unwrap(), [zone("2017a", 0)]);
    assert_eq!(reader.kept_zones(&BTreeMap::new()).unwrap(), [zone("2017b", 1)]);
    let db = Connection::open(dir.path().join("verbale.db")).unwrap();
    let texts: i64 = db.query_row("SELECT count(*) FROM kept_text", [], |row| row.get(0)).unwrap();
    assert_eq!(texts, 4, "particulars, template, and two versions of the checks");
    for change in ["UPDATE kept_text SET text = ''", "DELETE FROM kept_office", "DELETE FROM in_force"] {
        assert!(db.execute(change, []).is_err(), "{change}");
    }
    // Another hand that goes around the triggers is noticed.
    db.execute_batch("DROP TRIGGER kept_text_no_update; UPDATE kept_text SET text = text || ' '").unwrap();
    assert!(reader.kept_office(&first.hash()).unwrap_err().to_string().contains("damaged"));
}

#[test]
fn the_order_of_files_does_not_change_the_hash() {
    let one = kept("a = 1");
    let particulars: Particulars = serde_json::from_str(&one.particulars).unwrap();
    let turned = Kept::new(&particulars, one.files.iter().rev().cloned().collect());
    assert_eq!(turned.hash(), one.hash());
}

#[tokio::test]
async fn flipped_requests_are_listed_as_a_set_and_what_a_person_closed_stays_closed() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    store.keep((1..=3).map(|n| incoming(n, 4096)).collect()).await.unwrap();
    for n in 1..=3 {
        store.settle(vec![settlement(n, n.into())]).await.unwrap();
    }
    let reader = Reader::open(dir.path()).unwrap();
    let listed = || -> BTreeSet<(String, String)> {
        let holds = reader.holds(false).unwrap();
        assert!(holds.iter().all(|h| h.code == "rules-changed"));
        holds.into_iter().map(|h| (h.request.unwrap(), h.words)).collect()
    };
    let pairs = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(n, words)| (format!("GCM-2017-000{n}"), (*words).to_owned())).collect()
    };
    let seen = reader.ruled_until().unwrap();
    let list = async |all: &[(&str, &str)]| store.list_flipped(pairs(all), seen, moment(9)).await.unwrap();
    list(&[("1", "declined"), ("2", "declined")]).await;
    list(&[("1", "declined"), ("2", "declined")]).await;
    assert_eq!(listed(), pairs(&[("1", "declined"), ("2", "declined")]).into_iter().collect());
    list(&[("2", "held"), ("3", "declined")]).await;
    assert_eq!(listed(), pairs(&[("2", "held"), ("3", "declined")]).into_iter().collect());
    assert_eq!(reader.holds(true).unwrap().len(), 4);
    // A person closes one: in the same words it does not come back, in others it does.
    let db = Connection::open(dir.path().join("verbale.db")).unwrap();
    db.execute("UPDATE hold SET closed = opened, closed_by = 'A. Clerk' WHERE words = 'held'", []).unwrap();
    list(&[("2", "held"), ("3", "declined")]).await;
    assert_eq!(listed(), pairs(&[("3", "declined")]).into_iter().collect());
    list(&[("2", "incomplete"), ("3", "declined")]).await;
    assert_eq!(listed(), pairs(&[("2", "incomplete"), ("3", "declined")]).into_iter().collect());
    // Put back by the rules and flipped again: that is news.
    list(&[]).await;
    assert!(listed().is_empty());
    list(&[("3", "declined")]).await;
    assert_eq!(listed().len(), 1);
}

/// Two moments of a clock do not tell which came first: what is ruled at 0 may be written after what looked at 9.
#[tokio::test]
async fn what_was_ruled_after_the_look_is_left_alone_and_a_look_is_of_one_moment() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    store.keep((1..=2).map(|n| incoming(n, 4096)).collect()).await.unwrap();
    store.settle(vec![settlement(1, 1)]).await.unwrap();
    let reader = Reader::open(dir.path()).unwrap();
    let seen = reader.ruled_until().unwrap();
    let look = reader.at_one_moment().unwrap();
    assert_eq!(reader.request_keys().unwrap().len(), 1);
    store.settle(vec![settlement(2, 2)]).await.unwrap();
    assert_eq!((reader.request_keys().unwrap().len(), reader.ruled_until().unwrap()), (1, seen));
    drop(look);
    assert_eq!(reader.request_keys().unwrap().len(), 2);
    assert!(reader.ruled_until().unwrap() > seen);

    let both = (1..=2).map(|n| (format!("GCM-2017-000{n}"), "declined".to_owned())).collect();
    store.list_flipped(both, seen, moment(9)).await.unwrap();
    let held: Vec<_> = reader.holds(false).unwrap().into_iter().filter_map(|hold| hold.request).collect();
    assert_eq!(held, ["GCM-2017-0001"]);
}

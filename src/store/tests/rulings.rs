//! Rulings come back as they were written, whatever form their rows have.

use rusqlite::Connection;

use super::sample::{incoming, judged, moment, settlement};
use crate::register::Disposition;
use crate::rules::{Effect, Ruling};
use crate::states::{Answer, Language};
use crate::store::{Reader, Settled, Store};

fn stored(dir: &tempfile::TempDir, reference: &str) -> Vec<Ruling> {
    let detail = Reader::open(dir.path()).unwrap().request(reference).unwrap().unwrap();
    detail.rulings.iter().map(|row| serde_json::from_str(&row.ruling).unwrap()).collect()
}

fn count(dir: &tempfile::TempDir, sql: &str) -> i64 {
    Connection::open(dir.path().join("verbale.db")).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[tokio::test]
async fn a_ruling_comes_back_whole_and_the_texts_of_its_rules_stand_once() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    store.keep((1..=12).map(|n| incoming(n, 4096)).collect()).await.unwrap();
    let mut wanted = Vec::new();
    // Twelve messages under two wordings in turn, each with reasons of its own; the third is judged anew.
    for n in 1..=12u32 {
        let mut one = settlement(n, n.into());
        let ruling = &mut one.outcome.requests[0].ruling;
        ruling.findings[3].reason = format!("Not met: the {n} words\u{2028}of \"the note\".");
        ruling.findings[3].answer = Answer::Unknown;
        ruling.findings[3].effect = Effect::Ask;
        if n % 2 == 0 {
            ruling.findings[3].source = "Terms of reference, paragraph 5".into();
            ruling.findings[3].letter.insert(Language::Fr, "l'intitulé".into());
        }
        if n == 12 {
            let sum = incoming(3, 4096).receipt.sha256.0;
            one.outcome.rejudged = vec![judged(3, &sum, Disposition::Held)];
        }
        wanted.push(one.outcome.requests[0].ruling.clone());
        assert_eq!(store.settle(vec![one]).await.unwrap(), [true]);
    }
    for (n, wanted) in (1..).zip(&wanted) {
        assert_eq!(stored(&dir, &format!("GCM-2017-{n:04}"))[0], *wanted);
    }
    assert_eq!(stored(&dir, "GCM-2017-0003")[1].disposition, Disposition::Held);
    assert_eq!(count(&dir, "SELECT count(*) FROM rule_text"), 2);
    assert!(count(&dir, "SELECT max(length(ruling)) FROM ruling") < 1000);
}

#[tokio::test]
async fn texts_that_were_undone_with_their_settlement_are_written_with_the_next() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    store.keep((1..=2).map(|n| incoming(n, 4096)).collect()).await.unwrap();
    let mut broken = settlement(1, 1);
    // The same Message-ID twice: the last statement of the settlement fails.
    let twice = broken.outcome.letters[0].clone();
    broken.outcome.letters.push(twice);
    let ends = store.settle_each(vec![broken, settlement(2, 2)]).await.unwrap();
    assert!(matches!(ends.as_slice(), [Settled::Failed(_), Settled::Now]), "{ends:?}");
    assert_eq!(stored(&dir, "GCM-2017-0002"), [settlement(2, 2).outcome.requests[0].ruling.clone()]);
}

#[tokio::test]
async fn a_whole_ruling_of_the_first_schema_is_read_as_it_stands() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    store.keep(vec![incoming(1, 4096)]).await.unwrap();
    store.settle(vec![settlement(1, 1)]).await.unwrap();
    drop(store);
    let whole = settlement(1, 1).outcome.requests[0].ruling.clone();
    let db = Connection::open(dir.path().join("verbale.db")).unwrap();
    let json = serde_json::to_string(&whole).unwrap();
    db.execute("UPDATE ruling SET ruling = ?1, rule_text = NULL", [&json]).unwrap();
    db.execute("DELETE FROM rule_text", []).unwrap();
    // The schema of that time, which the next opening brings up to date.
    db.execute_batch(
        "ALTER TABLE ruling DROP COLUMN ordered_by; ALTER TABLE journal DROP COLUMN by;
         ALTER TABLE ruling DROP COLUMN rule_text; DROP TABLE rule_text; DROP TABLE in_force;
         DROP TABLE kept_office; DROP TABLE kept_text; DROP TABLE kept_zone; DROP TABLE ruling_rival;
         ALTER TABLE request DROP COLUMN joined;
         PRAGMA user_version = 1",
    )
    .unwrap();
    drop(db);
    let again = Store::open(dir.path(), moment(9)).unwrap();
    assert_eq!(again.register.next_number(2017), 2);
    assert_eq!(stored(&dir, "GCM-2017-0001"), [whole]);
}

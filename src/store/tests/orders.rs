//! Orders of officers are carried out or refused, once.

use super::sample::{incoming, judged, moment, outgoing, settlement};
use crate::desk::{Amended, Hold, Order, OrderKind};
use crate::register::Disposition;
use crate::store::{Amendment, Closed, End, Reader, Store, leave_order};

#[tokio::test]
async fn orders_release_letters_and_close_holds() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    store.keep(vec![incoming(1, 100)]).await.unwrap();
    let mut held = settlement(1, 1);
    held.outcome.letters = vec![outgoing(1, Some("on-release"))];
    held.outcome.holds =
        vec![Hold { request: Some("GCM-2017-0001".into()), code: "enquiry".into(), words: "Answer.".into() }];
    store.settle(vec![held]).await.unwrap();
    assert!(store.book(moment(99), 9).await.unwrap().is_empty());

    let order = |what| Order { what, by: "Zoë O'Brien".into(), at: moment(50) };
    let release = order(OrderKind::ReleaseLetter { letter: 1, nevertheless: false });
    let close = order(OrderKind::CloseHold { hold: 1 });
    assert!(
        leave_order(dir.path(), &order(OrderKind::ReleaseLetter { letter: 7, nevertheless: false })).is_err()
    );
    leave_order(dir.path(), &release).unwrap();
    leave_order(dir.path(), &release).unwrap();
    leave_order(dir.path(), &close).unwrap();
    let carried_out = store.carry_out_orders(moment(60)).await.unwrap();
    assert_eq!(carried_out, [release.clone(), close.clone()], "the second release finds nothing held");
    assert!(store.carry_out_orders(moment(61)).await.unwrap().is_empty());
    assert!(leave_order(dir.path(), &close).is_err());

    let booked = store.book(moment(60), 9).await.unwrap();
    assert_eq!(booked[0].written, moment(60), "the time of trying counts from the release");
    let never = Closed { id: 1, attempt: 1, at: moment(61), end: End::Never, words: "550 no".into() };
    store.close(vec![never]).await.unwrap();
    let reader = Reader::open(dir.path()).unwrap();
    let open = reader.holds(false).unwrap();
    assert_eq!((open.len(), open[0].code.as_str()), (1, "undeliverable"));
    assert!(open[0].words.contains("550 no"));
    let detail = reader.hold(open[0].id).unwrap().unwrap();
    assert_eq!(detail.letter.unwrap().0.state, "refused");
    leave_order(dir.path(), &release).unwrap();
    store.carry_out_orders(moment(62)).await.unwrap();
    assert_eq!(store.book(moment(62), 9).await.unwrap()[0].attempt, 2);
}

/// The day and the desk both look at what was ordered: what one has ended, the other leaves.
#[tokio::test]
async fn an_order_ends_once() {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::open(dir.path(), moment(0)).unwrap().store;
    store.keep(vec![incoming(1, 4096)]).await.unwrap();
    store.settle(vec![settlement(1, 1)]).await.unwrap();
    let reader = Reader::open(dir.path()).unwrap();
    let order = Order {
        what: OrderKind::Judge { request: "GCM-2017-0001".into() },
        by: "A. Clerk".into(),
        at: moment(5),
    };
    let id = leave_order(dir.path(), &order).unwrap();
    assert_eq!(store.amendments().await.unwrap(), [(id, order.clone())]);
    for _ in 0..2 {
        store.refuse_order(id, order.clone(), "it was joined", moment(6)).await.unwrap();
    }
    let holds = reader.holds(false).unwrap();
    assert_eq!(holds.iter().map(|hold| hold.code.as_str()).collect::<Vec<_>>(), ["order-refused"]);

    let before = reader.ruled_until().unwrap();
    let sum = incoming(1, 4096).receipt.sha256.0;
    let amendment = Amendment {
        order: id,
        by: order.by.clone(),
        message: 1,
        amended: Amended {
            judged: judged(1, &sum, Disposition::Declined),
            joined: None,
            anew: Vec::new(),
            taken: Vec::new(),
            letters: vec![outgoing(2, None)],
            withheld: Vec::new(),
            holds: Vec::new(),
        },
        at: moment(7),
        office: "0b".repeat(32),
    };
    assert!(store.amend(amendment).await.is_err());
    assert_eq!(reader.ruled_until().unwrap(), before);
    let request = reader.requests(&Default::default()).unwrap().remove(0);
    assert_eq!(request.disposition, "registered");
    let ended = reader.journal(&Default::default()).unwrap().into_iter();
    assert_eq!(ended.filter(|line| line.event.starts_with("order-")).count(), 1);
}

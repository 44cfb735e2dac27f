//! Which document of a message speaks, and the facts that stand in it.

use std::collections::BTreeSet;

use crate::message::{Message, Receipt};
use crate::reading::{Fact, Reading, clues, travellers};
use crate::states::States;

pub(super) fn read(message: &Message, receipt: &Receipt, _states: &States) -> Reading {
    Reading {
        kind: Fact::Missing,
        form: Fact::Missing,
        language: Fact::Missing,
        state: Fact::Missing,
        channel: Fact::Missing,
        note_reference: Fact::Missing,
        note_date: Fact::Missing,
        travellers: travellers::find(&message.body, "body"),
        clues: clues::find(&message.body, "body", receipt.received.date_naive()),
        speaks: None,
        papers: Vec::new(),
        doubts: BTreeSet::new(),
        troubles: Vec::new(),
    }
}

//! What a person should look at.

use std::collections::BTreeSet;

use crate::reading::{Fact, Field, Form, Kind, Reading};

pub(super) fn doubt_if_other<T: PartialEq>(fact: &mut Fact<T>, other: &Fact<T>) {
    if let (Fact::Stated(own), Some(other)) = (fact, other.value())
        && own.value != *other
    {
        own.confidence = own.confidence.min(0.6);
    }
}

/// What a person should look at. `unread` tells that a paper which may be the note has no text: unless a note stands
/// elsewhere in the message, nothing that is missing is surely missing.
pub(super) fn doubts(reading: &Reading, unread: bool) -> BTreeSet<Field> {
    let mut doubts = BTreeSet::new();
    let formal = matches!(reading.form.value(), Some(Form::NoteVerbale | Form::Letter));
    let blind = unread && !formal;
    if blind {
        let all =
            [Field::Kind, Field::Form, Field::Language, Field::State, Field::Channel, Field::NoteReference];
        doubts.extend(all.into_iter().chain([Field::NoteDate, Field::Events, Field::Travellers]));
    }
    // A note that may have been meant otherwise may also name a meeting and delegates: as it was understood, it has none.
    let tells_nobody = matches!(reading.kind.value(), Some(Kind::Other | Kind::Enquiry | Kind::Contribution));
    if formal && tells_nobody && !reading.kind.is_certain() {
        doubts.extend([Field::Events, Field::Travellers]);
    }
    let asks = matches!(reading.kind.value(), Some(Kind::Request | Kind::Amendment | Kind::Withdrawal));
    let mut look = |field: Field, doubtful: bool| {
        if doubtful {
            doubts.insert(field);
        }
    };
    look(Field::Kind, !reading.kind.is_certain());
    look(Field::Form, !reading.form.is_certain());
    look(Field::Language, shaky(&reading.language));
    look(Field::State, shaky(&reading.state) || (asks || speaks(reading)) && reading.state == Fact::Missing);
    look(
        Field::Channel,
        shaky(&reading.channel)
            || reading.channel == Fact::Missing
                && (formal && speaks(reading) || reading.state != Fact::Missing && shaky(&reading.state)),
    );
    look(Field::NoteReference, shaky(&reading.note_reference));
    look(Field::NoteDate, shaky(&reading.note_date));
    let unsure = reading.travellers.iter().any(|t| t.confidence < crate::reading::CERTAIN);
    look(Field::Travellers, unsure || asks && reading.travellers.is_empty());
    doubts
}

/// Whether a State is expected to speak: in all that is not a circular, a newsletter or a machine's answer.
fn speaks(reading: &Reading) -> bool {
    !matches!(reading.kind.value(), None | Some(Kind::Automatic | Kind::Other))
}

/// Said, but not surely.
fn shaky<T>(fact: &Fact<T>) -> bool {
    match fact {
        Fact::Stated(_) => !fact.is_certain(),
        Fact::Missing => false,
        Fact::Conflicting { .. } => true,
    }
}

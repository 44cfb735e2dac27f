//! Invented messages and outcomes for the store's tests and its bench. The parent imports the rooms.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::desk::{Disposition, Judged, Outcome, Outgoing};
use super::letter::{Envelope, Letter, Template};
use super::matching::{Authentic, Filing, Sender};
use super::message::{Digest, Headers, Mailbox, Message, Receipt, ReceivedFrom};
use super::reading::{Fact, Reading};
use super::register::{self, Request};
use super::rules::{
    Effect, EventFacts, Facts, Finding, Known, NoteFacts, RequestFacts, Ruling, Send, SenderFacts, StateFacts,
};
use super::states::{Answer, Code, Language};
use super::store::{Incoming, Place, Settlement};

/// The clock of the tests.
pub fn moment(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_503_100_800, 0).unwrap() + TimeDelta::minutes(minutes)
}

/// Message `n`, about `size` bytes.
pub fn incoming(n: u32, size: usize) -> Incoming {
    let mut raw =
        format!("From: Ångström O'Brien <zoë.{n}@mission.example>\r\nSubject: Note {n}\r\n\r\n").into_bytes();
    while raw.len() < size {
        raw.extend_from_slice(
            b"The Permanent Mission presents its compliments and has the honour to inform.\r\n",
        );
    }
    Incoming {
        place: Place {
            account: "imaps://desk@mail.example".into(),
            folder: "INBOX".into(),
            uidvalidity: 7,
            uid: n.to_string(),
        },
        size: raw.len() as u64,
        too_large: false,
        receipt: Receipt {
            sha256: Digest::of(&raw),
            size: raw.len() as u64,
            received: moment(i64::from(n)),
            received_from: ReceivedFrom::InternalDate,
        },
        fetched: moment(i64::from(n) + 1),
        raw,
    }
}

/// What a worker makes of message `n`.
pub fn message(n: u32, body: usize) -> Message {
    Message {
        headers: Headers {
            from: vec![Mailbox {
                name: "Ångström O'Brien".into(),
                address: format!("zoë.{n}@mission.example"),
            }],
            subject: format!("Passport X{n:07} of Robert'); DROP TABLE journal;--"),
            ..Headers::default()
        },
        body: "The Permanent Mission presents its compliments. ".repeat(body / 48),
        ..Message::default()
    }
}

fn facts(n: u32) -> Facts {
    Facts {
        note: NoteFacts {
            kind: Known::Value("request".into()),
            form: Known::Value("note_verbale".into()),
            language: Known::Value("en".into()),
            channel: Known::Value("new_york".into()),
            reference: Known::Value(format!("NV/{n}/2017")),
            date: Known::Missing,
            received: moment(n.into()),
            received_spread: (moment(n.into()), moment(n.into())),
            papers: BTreeSet::new(),
            unread_papers: 0,
            unknown_papers: 0,
            state_pays: Known::Missing,
            automatic_marks: 0,
            doubts: BTreeSet::new(),
        },
        state: StateFacts {
            code: Known::Value(Code::new("NPL").unwrap()),
            lists: BTreeMap::from([("ldc".to_owned(), Answer::Yes)]),
            group: Known::Missing,
            kind: Known::Value("member".into()),
            supported_before: Known::Missing,
        },
        event: EventFacts { id: Known::Value("gcm-thematic-5".into()), ..EventFacts::default() },
        request: RequestFacts { rivals_of_record: true, ..RequestFacts::default() },
        sender: SenderFacts { authentic: "pass".into(), of_record: Known::Value(true), answerable: true },
    }
}

/// A request numbered `n` of the message `sum`, judged.
pub fn judged(n: u32, sum: &str, disposition: register::Disposition) -> Judged {
    let facts = facts(n);
    let finding = |rule: usize| Finding {
        rule: format!("rule-{rule}"),
        answer: Answer::Yes,
        effect: Effect::None,
        reason: "The requirement is met: the words say so.".into(),
        source: "Terms of reference, paragraph 4".into(),
        letter: BTreeMap::new(),
        send: Send::OnRelease,
    };
    Judged {
        number: (2017, n),
        request: Request {
            reference: format!("GCM-2017-{n:04}"),
            message: sum.to_owned(),
            state: Code::new("NPL"),
            event: Some("gcm-thematic-5".into()),
            received: moment(n.into()),
            of_record: true,
            counts: true,
            disposition,
            facts: serde_json::to_string(&facts).unwrap(),
        },
        facts,
        ruling: Ruling {
            disposition,
            findings: (0..12).map(finding).collect(),
            deadline: None,
            rules: "0a".repeat(32),
        },
        rivals: Vec::new(),
    }
}

/// The answer to message `n`.
pub fn outgoing(n: u32, held: Option<&str>) -> Outgoing {
    Outgoing {
        letter: Letter {
            template: Template::Acknowledgement,
            language: Language::En,
            to: vec![format!("Zoë.{n}@mission.example")],
            send: Send::AtOnce,
            subject: format!("GCM-2017-{n:04}: your note of Ångström"),
            text: String::new(),
            attachments: Vec::new(),
        },
        envelope: Envelope {
            message_id: format!("letter-{n}@desk.example"),
            in_reply_to: None,
            references: Vec::new(),
        },
        bytes: format!("Letter {n}\r\n").repeat(200).into_bytes(),
        requests: vec![format!("GCM-2017-{n:04}")],
        held: held.map(str::to_owned),
    }
}

/// One registered request and its acknowledgement, for message `n` that the store calls `id`.
pub fn settlement(n: u32, id: i64) -> Settlement {
    let sum = incoming(n, 4096).receipt.sha256.0;
    Settlement {
        id,
        message: message(n, 4000),
        outcome: Outcome {
            disposition: Disposition::Registered,
            reading: Reading {
                kind: Fact::Missing,
                form: Fact::Missing,
                language: Fact::Missing,
                state: Fact::Missing,
                channel: Fact::Missing,
                note_reference: Fact::Missing,
                note_date: Fact::Missing,
                travellers: Vec::new(),
                clues: Vec::new(),
                speaks: Some("body".into()),
                papers: Vec::new(),
                doubts: BTreeSet::new(),
                troubles: Vec::new(),
            },
            filing: Filing {
                unlisted: None,
                titled: None,
                events: Fact::Missing,
                sender: Sender { authentic: Authentic::Pass, of_record: Answer::Yes, recorded_for: None },
                answers_ours: Vec::new(),
                is_ours: false,
                concerns: Vec::new(),
                answers: Vec::new(),
                reasons: Vec::new(),
            },
            requests: vec![judged(n, &sum, register::Disposition::Registered)],
            rejudged: Vec::new(),
            letters: vec![outgoing(n, None)],
            withheld: Vec::new(),
            holds: Vec::new(),
            notices: Vec::new(),
        },
        at: moment(i64::from(n) + 2),
        office: "0b".repeat(32),
    }
}

//! What a text says: the reading of a body, against the sample desk.
#![no_main]

use verbale::desk;
use verbale::message::{Digest, Headers, Mailbox, Message, Receipt, ReceivedFrom};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (subject, body) = text.split_once('\n').unwrap_or(("", &text));
    let from = vec![Mailbox { name: String::new(), address: "mission@varia.example".to_owned() }];
    let headers = Headers { from, subject: subject.to_owned(), ..Headers::default() };
    let message = Message { headers, body: body.to_owned(), ..Message::default() };
    let received = chrono::DateTime::from_timestamp(1_502_370_000, 0).expect("a moment");
    let receipt = Receipt {
        sha256: Digest("0".repeat(64)),
        size: bytes.len() as u64,
        received,
        received_from: ReceivedFrom::Option,
    };
    let _ = desk::understand(&message, &receipt, &verbale_fuzz::desk().office);
});

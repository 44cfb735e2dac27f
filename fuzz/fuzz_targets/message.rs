//! A raw mail with its papers.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: verbale_fuzz::only_our_panics(),
    |bytes: &[u8]| {
        let _ = verbale::worker::unconfined::message(bytes, &verbale::worker::Limits::default(), None);
    }
);

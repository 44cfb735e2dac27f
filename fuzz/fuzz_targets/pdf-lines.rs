//! The lines that a page of a PDF draws, and the layout of its words about them.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = verbale::worker::unconfined::text("pdf-lines", bytes);
});

//! PDFs without poppler: the built-in crate. Its panics are known and caught; what counts is that nothing else happens.
#![no_main]

libfuzzer_sys::fuzz_target!(
    // libFuzzer ends the process at a panic; here a panic is an answer.
    init: std::panic::set_hook(Box::new(|_| {})),
    |bytes: &[u8]| verbale_fuzz::file(&[b"%PDF-1.4\n", bytes].concat(), "note.pdf")
);

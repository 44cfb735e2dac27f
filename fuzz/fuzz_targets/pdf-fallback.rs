//! PDFs without poppler: the built-in crate. Its panics are known and caught; what counts is that nothing else happens.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: verbale_fuzz::only_our_panics(),
    |bytes: &[u8]| verbale_fuzz::file(&[b"%PDF-1.4\n", bytes].concat(), "note.pdf")
);

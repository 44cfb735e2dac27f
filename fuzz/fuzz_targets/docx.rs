//! WordprocessingML.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = verbale::worker::unconfined::text("docx", bytes);
});

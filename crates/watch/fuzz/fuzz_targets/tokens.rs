//! Any text as a post, read by the plain tokeniser and by the quick one.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| nabat_watch_fuzz::tokens(data));

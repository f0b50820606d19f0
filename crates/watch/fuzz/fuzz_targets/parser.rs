//! Any text as a query.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| nabat_watch_fuzz::parser(data));

//! Any text as a query of each other tool.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| nabat_watch_fuzz::dialects(data));

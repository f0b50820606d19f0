//! Any queries on any post, answered together and one by one.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| nabat_watch_fuzz::engine(data));

//! Any queries on any post, answered by the engine and by the plain evaluator.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| nabat_watch_fuzz::engine(data));

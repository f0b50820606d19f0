//! Hostile files of the format `nabat`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| nabat_connectors_fuzz::read_file(Some("nabat"), data));

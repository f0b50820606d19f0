//! Hostile files whose format is recognised by their bytes, zipped ones too.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| nabat_connectors_fuzz::read_file(None, data));

//! Stories of what people bring and what networks answer, told at the public doors of the crate.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail as tests do, and clippy knows only the tests"
)]

mod feeds;
mod files;
mod hostile;
mod network_archives;
mod polling;
mod server;
mod tables;
mod webhooks;

use std::io::{Cursor, Write};

use nabat_connectors::files::{FileError, FileReader, Record};
use nabat_crisis::Timestamp;
use nabat_crisis::post::{Change, Item, PostEvent, Refusal, RefusalReason};

/// The instant at which everything in these stories is received.
fn now() -> Timestamp {
    "2026-03-10T12:00:00Z".parse().unwrap()
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Opens a file by its name and its bytes, as a person would.
fn open(name: &str, bytes: impl Into<Vec<u8>>) -> Result<FileReader, FileError> {
    FileReader::open(Cursor::new(bytes.into()), name, None, now())
}

/// All records of a file that is read to its end without an error, and the format it was taken for.
fn read(name: &str, bytes: impl Into<Vec<u8>>) -> (&'static str, Vec<Record>) {
    let file = open(name, bytes).unwrap();
    let format = file.format().name();
    (format, file.map(Result::unwrap).collect())
}

fn events(records: &[Record]) -> Vec<&PostEvent> {
    records.iter().filter_map(|record| record.outcome.as_ref().ok()).collect()
}

fn items(records: &[Record]) -> Vec<&Item> {
    events(records).into_iter().map(item).collect()
}

fn item(event: &PostEvent) -> &Item {
    match &event.change {
        Change::Created(item) | Change::Revised(item) => item,
        other => panic!("no item in {other:?}"),
    }
}

fn refusals(records: &[Record]) -> Vec<&Refusal> {
    records.iter().filter_map(|record| record.outcome.as_ref().err()).collect()
}

/// Where and why records were refused.
fn reasons(records: &[Record]) -> Vec<(u64, RefusalReason)> {
    refusals(records).into_iter().map(|refusal| (refusal.position, refusal.reason)).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut zipped = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    zipped.write_all(bytes).unwrap();
    zipped.finish().unwrap()
}

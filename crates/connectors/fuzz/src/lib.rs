//! What the fuzz targets do with the bytes they are given, and what must hold of the outcome.

use std::io::Cursor;

use nabat_connectors::files::{FileReader, Format, neutral};
use nabat_connectors::networks::feed::parse;
use nabat_crisis::Timestamp;
use nabat_crisis::post::{PostEvent, REFUSAL_SAMPLE_CHARS_MAX, Refusal};

/// An instant after all believable dates a fuzzer finds.
fn received_at() -> Timestamp {
    Timestamp::from_second(1_800_000_000).expect("a second of 2027")
}

/// Reads bytes as a file of a format, or of the one they look like.
pub fn read_file(format: Option<&str>, data: &[u8]) {
    let format = format.and_then(Format::from_name);
    let Ok(file) = FileReader::open(Cursor::new(data.to_vec()), "", format, received_at()) else { return };
    for record in file.filter_map(Result::ok) {
        check(&record.outcome);
    }
}

/// Reads bytes as a feed.
pub fn read_feed(data: &[u8]) {
    if let Ok(feed) = parse(data, None, "https://novosti.example/rss", received_at()) {
        feed.items.iter().for_each(check);
    }
}

/// What is taken can be exported and imported again; what is refused has a place and a short sample.
fn check(outcome: &Result<PostEvent, Refusal>) {
    match outcome {
        Ok(event) => {
            let mut line = Vec::new();
            neutral::write(event, &mut line).expect("memory takes every line");
            let line = String::from_utf8(line).expect("a line is text");
            assert_eq!(neutral::read_line(&line, received_at()).as_ref(), Ok(event));
        }
        Err(refusal) => {
            assert!(refusal.position > 0 && refusal.sample.chars().count() <= REFUSAL_SAMPLE_CHARS_MAX);
        }
    }
}

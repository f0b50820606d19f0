//! The neutral format: Nabat's own, one JSON object a line, described for others in `docs/formats.md`.
//!
//! What [`write`] writes, reading gives back as the same event, raw bytes included, and writing that again gives the same bytes:
//! an export is a full copy, and a promise.

mod read;
mod sketch;
mod write;

#[cfg(test)]
mod tests;

use nabat_crisis::Timestamp;
use nabat_crisis::post::{PostEvent, RAW_BYTES_MAX, RefusalReason};

pub use self::sketch::Sketch;
pub(super) use self::sketch::{Believed, Order, sketch};
pub use self::write::write;

use super::Definition;
use super::json_shape::{first_keys, have};
use super::records::{Reader, open};

/// Longest line. An exported line carries its raw record inside, and escaping makes six bytes of a control character.
const LINE_BYTES_MAX: usize = 8 * RAW_BYTES_MAX;

pub(super) const FORMAT: Definition = Definition {
    name: "nabat",
    extensions: &["jsonl", "ndjson"],
    extension_suffices: true,
    sniff: |head| have(&first_keys(head), &["network"]),
    help_key: "format-nabat",
    open: |input, received_at| Ok(open(input, received_at, LINE_BYTES_MAX, Reader::Sketched(read::event))),
};

/// Reads one line. `received_at` becomes the observed time when the line tells none.
///
/// # Errors
/// Why the line is not taken, and what precisely.
pub fn read_line(line: &str, received_at: Timestamp) -> Result<PostEvent, (RefusalReason, String)> {
    read::event(line, received_at).map_err(|refused| (refused.reason, refused.detail))
}

/// What a line tells at one glance; `None` when it must be read whole, by [`read_line`], to be taken or refused.
pub fn sketch_line(line: &str, received_at: Timestamp) -> Option<Sketch<'_>> {
    sketch(line, &Believed::of(received_at), &mut Order::default())
}

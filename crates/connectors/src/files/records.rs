//! Reading files whose records are JSON values: one a line, or inside one document.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use nabat_crisis::Timestamp;
use nabat_crisis::post::{PostEvent, RefusalReason};

use super::input::Input;
use super::json_shape::is_document;
use super::lines::{Line, Lines};
use super::neutral::{Believed, Order, sketch};
use super::{Outcome, Records, Skimmed, Wanted};
use crate::json_walk::{Found, Step, Walk, Wish};
use crate::record::{Read, Refused};

/// How a record becomes events.
#[derive(Clone, Copy)]
pub(super) enum Reader {
    /// One event each.
    One(fn(&str, Timestamp) -> Read<PostEvent>),
    /// One event each, in the neutral format, of which plain lines can be told at a glance.
    Sketched(fn(&str, Timestamp) -> Read<PostEvent>),
    /// Several, each with the piece of the record it came from.
    Many(fn(&str, Timestamp, &mut Sink<'_>)),
}

/// Takes the events of one record.
pub(super) type Sink<'a> = dyn FnMut(&str, Read<PostEvent>) + 'a;

/// Opens a file of one record a line, or of one document that is a list of records or a single one.
pub(super) fn open(
    input: Input,
    received_at: Timestamp,
    bytes_max: usize,
    reader: Reader,
) -> Box<dyn Records> {
    if is_document(input.head()) {
        open_document(input, received_at, bytes_max, reader, |path| match path {
            [] => Wish::EnterList,
            [Step::Element] => Wish::Take,
            _ => Wish::Pass,
        })
    } else {
        Box::new(LineRecords {
            lines: Lines::new(input.into_reader(), bytes_max),
            bytes_max,
            reader,
            received_at,
            order: Order::default(),
        })
    }
}

/// Opens a file of one document, whose records are at the places that `wish` takes.
pub(super) fn open_document(
    input: Input,
    received_at: Timestamp,
    bytes_max: usize,
    reader: Reader,
    wish: fn(&[Step]) -> Wish,
) -> Box<dyn Records> {
    let walk = Walk::new(input.into_reader(), bytes_max, wish);
    Box::new(DocumentRecords { walk, bytes_max, reader, received_at, n_records: 0 })
}

/// A record that is larger than allowed.
pub(super) fn too_large(bytes_max: usize) -> Refused {
    Refused::new(RefusalReason::TooLarge, format!("the record has more than {bytes_max} bytes"))
}

/// A file that ends inside a record.
pub(super) fn cut_short() -> Refused {
    Refused::new(RefusalReason::CutShort, "the file ends in the middle of a record")
}

/// The record as text.
pub(super) fn text_of(record: &[u8]) -> Read<&str> {
    // The quick check says only that something is wrong, the plain one what.
    simdutf8::basic::from_utf8(record).or_else(|_| {
        str::from_utf8(record).map_err(|error| Refused::new(RefusalReason::Encoding, error.to_string()))
    })
}

struct LineRecords {
    lines: Lines,
    bytes_max: usize,
    reader: Reader,
    received_at: Timestamp,
    order: Order,
}

impl Records for LineRecords {
    fn read_some(&mut self, outcomes: &mut VecDeque<Outcome>) -> io::Result<bool> {
        let Some(line) = self.lines.next()? else { return Ok(false) };
        let (reader, received_at) = (self.reader, self.received_at);
        take_line(line, self.bytes_max, outcomes, |text, sink| reader.read(text, received_at, sink));
        Ok(true)
    }

    fn skim(
        &mut self,
        n_max: usize,
        wanted: &mut Wanted<'_>,
        outcomes: &mut VecDeque<Outcome>,
    ) -> io::Result<Skimmed> {
        if !matches!(self.reader, Reader::Sketched(_)) {
            return self.read_some(outcomes).map(|more| Skimmed { n_passed: 0, more });
        }
        let believed = Believed::of(self.received_at);
        let (reader, received_at, order) = (self.reader, self.received_at, &mut self.order);
        for n_passed in 0..n_max {
            let Some(line) = self.lines.next()? else { return Ok(Skimmed { n_passed, more: false }) };
            let mut passed = false;
            take_line(line, self.bytes_max, outcomes, |text, sink| {
                passed = sketch(text, &believed, order).is_some_and(|sketch| !wanted(&sketch));
                if !passed {
                    reader.read(text, received_at, sink);
                }
            });
            if !passed {
                return Ok(Skimmed { n_passed, more: true });
            }
        }
        Ok(Skimmed { n_passed: n_max, more: true })
    }
}

/// Reads a line, or refuses it when it is no text.
fn take_line(
    line: Line<'_>,
    bytes_max: usize,
    outcomes: &mut VecDeque<Outcome>,
    read: impl FnOnce(&str, &mut Sink<'_>),
) {
    let refuse = |refused: Refused| (line.number, Err(refused.at(line.number, line.bytes)));
    if line.too_large {
        outcomes.push_back(refuse(too_large(bytes_max)));
        return;
    }
    match text_of(line.bytes) {
        Err(refused) => outcomes.push_back(refuse(refused)),
        Ok(text) => read(text, &mut |piece, read| {
            outcomes.push_back((
                line.number,
                read.map_err(|refused| of_line(refused, line.last).at(line.number, piece.as_bytes())),
            ));
        }),
    }
}

/// Only the last line of a file can have been cut; an earlier one that ends too soon is broken.
fn of_line(refused: Refused, last: bool) -> Refused {
    match refused.reason {
        RefusalReason::CutShort if !last => Refused { reason: RefusalReason::Syntax, ..refused },
        _ => refused,
    }
}

struct DocumentRecords<R> {
    walk: Walk<R>,
    bytes_max: usize,
    reader: Reader,
    received_at: Timestamp,
    n_records: u64,
}

impl<R: BufRead + Send> Records for DocumentRecords<R> {
    fn read_some(&mut self, outcomes: &mut VecDeque<Outcome>) -> io::Result<bool> {
        let refused = match self.walk.next()? {
            None => return Ok(false),
            Some(Found::Entered) => return Ok(true),
            Some(Found::TooLarge) => too_large(self.bytes_max),
            Some(Found::CutShort) => cut_short(),
            Some(Found::Value) => match text_of(self.walk.value()) {
                Err(refused) => refused,
                Ok(text) => {
                    let n_records = &mut self.n_records;
                    self.reader.read(text, self.received_at, &mut |piece, read| {
                        *n_records += 1;
                        let at = *n_records;
                        outcomes.push_back((
                            at,
                            read.map_err(|refused| of_line(refused, false).at(at, piece.as_bytes())),
                        ));
                    });
                    return Ok(true);
                }
            },
        };
        self.n_records += 1;
        outcomes.push_back((self.n_records, Err(refused.at(self.n_records, self.walk.value()))));
        Ok(true)
    }
}

impl Reader {
    fn read(self, record: &str, received_at: Timestamp, sink: &mut Sink<'_>) {
        match self {
            Self::One(read) | Self::Sketched(read) => sink(record, read(record, received_at)),
            Self::Many(read) => read(record, received_at, sink),
        }
    }
}

//! Files people bring: exports of networks, archives, tables.
//!
//! A file is read record by record in bounded memory, whatever its size, and may be gzip. Each record becomes an event or a refusal
//! with its place, reason and sample, so the counts of both add up to what the file holds.
//!
//! How to add a format:
//! 1. Write `files/<name>.rs` with a `pub(super) const FORMAT: Definition`: its short name, the endings of such files, the rule
//!    that recognises its first bytes, its help key, and the function that opens it.
//! 2. For a file of one JSON record a line or of one JSON document, give [`records::open`] a function from the bytes of a record
//!    to an event; for anything else implement [`Records`].
//! 3. Add it to [`ALL`]. Formats are tried in that order, so one whose rule is narrow stands before one whose rule is wide.
//! 4. Add the text of its help key to `locales/`, a row to `docs/formats.md`, and a story with an invented sample to `tests/it/`.

mod bluesky;
mod csv;
mod input;

mod json_shape;
mod lines;
mod mastodon;
pub mod neutral;
mod records;
mod telegram;
mod x_api;
mod x_archive;

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use nabat_crisis::Timestamp;
use nabat_crisis::post::{PostEvent, Refusal};

pub use self::input::HEAD_BYTES;
use self::input::Input;
pub use self::neutral::Sketch;

/// All formats, in the order in which they are tried.
const ALL: [&Definition; 7] = [
    &x_archive::FORMAT,
    &telegram::FORMAT,
    &bluesky::FORMAT,
    &neutral::FORMAT,
    &mastodon::FORMAT,
    &x_api::FORMAT,
    &csv::FORMAT,
];

/// What a format is.
struct Definition {
    /// Short name for the command line and addresses.
    name: &'static str,
    /// Endings of file names, without the dot, lower case.
    extensions: &'static [&'static str],
    /// Whether a file that ends so may be taken for this format when its beginning says nothing.
    extension_suffices: bool,
    /// Whether the first bytes look like it.
    sniff: fn(head: &[u8]) -> bool,
    /// Locale key of the text that says where people get such a file.
    help_key: &'static str,
    /// Starts reading.
    open: fn(Input, Timestamp) -> Result<Box<dyn Records>, FileError>,
}

/// The records of an opened file.
trait Records: Send {
    /// Reads on, and puts at least one outcome behind the others unless the file is over; `false` then.
    ///
    /// # Errors
    /// What reading gave; the file is then over.
    fn read_some(&mut self, outcomes: &mut VecDeque<Outcome>) -> io::Result<bool>;

    /// Passes over records that nobody wants, as far as a glance can tell, at most `n_max` of them, and reads the first other one
    /// as [`Records::read_some`] does.
    ///
    /// # Errors
    /// What reading gave; the file is then over.
    fn skim(
        &mut self,
        n_max: usize,
        wanted: &mut Wanted<'_>,
        outcomes: &mut VecDeque<Outcome>,
    ) -> io::Result<Skimmed> {
        let _ = (n_max, wanted);
        self.read_some(outcomes).map(|more| Skimmed { n_passed: 0, more })
    }
}

/// Says of a post that was seen at a glance whether it is to be read whole.
pub type Wanted<'w> = dyn FnMut(&Sketch<'_>) -> bool + 'w;

/// How far a file was skimmed.
struct Skimmed {
    n_passed: usize,
    /// Whether the file goes on.
    more: bool,
}

/// The place of a record in the file, and what became of it.
type Outcome = (u64, Result<PostEvent, Refusal>);

/// A file format.
#[derive(Clone, Copy)]
pub struct Format(&'static Definition);

impl Format {
    /// All formats, in the order in which they are tried.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.into_iter().map(Self)
    }

    /// Short name for the command line and addresses.
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Endings of file names, without the dot, lower case.
    pub fn extensions(self) -> &'static [&'static str] {
        self.0.extensions
    }

    /// Locale key of the text that says where people get such a file.
    pub fn help_key(self) -> &'static str {
        self.0.help_key
    }

    /// The format of that short name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|format| format.name() == name)
    }

    /// Recognises a format by the first bytes of a file ([`HEAD_BYTES`] are enough; gzip is looked into), else by its name.
    pub fn detect(name: &str, head: &[u8]) -> Option<Self> {
        Self::of_plain(name, &input::plain_head(head))
    }

    fn of_plain(name: &str, head: &[u8]) -> Option<Self> {
        let lower = name.to_lowercase();
        let plain_name = lower.strip_suffix(".gz").unwrap_or(&lower);
        let extension = plain_name.rsplit_once('.').map_or("", |(_, extension)| extension);
        Self::all().find(|format| (format.0.sniff)(head)).or_else(|| {
            Self::all().find(|format| format.0.extension_suffices && format.extensions().contains(&extension))
        })
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Format {}

impl std::fmt::Debug for Format {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// One record of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Its place in the file, from 1: the line, the row, or the number of the record.
    pub position: u64,
    /// Bytes taken from the file so far, as it lies there, zipped or not; some of them are still to be given out.
    pub bytes_read: u64,
    /// The event, or why it was not taken.
    pub outcome: Result<PostEvent, Refusal>,
}

/// Why a file cannot be read, or not further. Everything before was delivered.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The bytes do not come.
    #[error("failed to read the file; check that it is complete and try again")]
    Io(#[source] io::Error),
    /// Damaged gzip, or gzip that was cut.
    #[error("the gzip data is damaged or cut short; download or pack the file again")]
    Gzip(#[source] io::Error),
    /// Gzip that swells without measure.
    #[error(
        "{bytes_in} bytes of gzip swell to more than {bytes_out}, which no file of posts does; unpack it yourself if it is real"
    )]
    GzipBomb {
        /// Bytes of gzip read.
        bytes_in: u64,
        /// Bytes they became before we stopped.
        bytes_out: u64,
    },
    /// No format recognises it.
    #[error("the format of `{name}` is not recognised; name one of: {}", format_names())]
    UnknownFormat {
        /// Name of the file.
        name: String,
    },
    /// A table whose first row does not say which column holds the text.
    #[error("no column for the text among `{columns}`; name it `text`, `текст` or `treść` in the first row")]
    NoTextColumn {
        /// The first row, cut to 300 characters.
        columns: String,
    },
}

fn format_names() -> String {
    Format::all().map(Format::name).collect::<Vec<_>>().join(", ")
}

/// Reads a file record by record. After an error it is over.
pub struct FileReader {
    format: Format,
    records: Box<dyn Records>,
    taken: Arc<AtomicU64>,
    ready: VecDeque<Outcome>,
    finished: bool,
}

impl FileReader {
    /// Opens a file of a known format, or of the one that its first bytes or its name show. `received_at` becomes the observed time
    /// of events whose file tells none, and dates far behind it are not believed.
    ///
    /// # Errors
    /// [`FileError`] when the format is not recognised, or a table has no usable first row.
    pub fn open(
        reader: impl Read + Send + 'static,
        name: &str,
        format: Option<Format>,
        received_at: Timestamp,
    ) -> Result<Self, FileError> {
        let input = Input::open(reader);
        let format = format
            .or_else(|| Format::of_plain(name, input.head()))
            .ok_or_else(|| FileError::UnknownFormat { name: name.chars().take(200).collect() })?;
        let taken = input.counter();
        let records = (format.0.open)(input, received_at)?;
        Ok(Self { format, records, taken, ready: VecDeque::new(), finished: false })
    }

    /// The format it is read as.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Bytes taken from the file so far, as it lies there, zipped or not.
    pub fn bytes_read(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }
}

impl FileReader {
    /// The next record, or `None` in place of it after passing over `n_max` posts that `wanted` does not want. A post that it is not
    /// asked about is given out, as is every refusal: only plain posts of the neutral format are told at a glance.
    pub fn next_wanted(
        &mut self,
        n_max: usize,
        wanted: &mut Wanted<'_>,
    ) -> Option<Result<Option<Record>, FileError>> {
        let mut n_left = n_max.max(1);
        loop {
            if let Some((position, outcome)) = self.ready.pop_front() {
                return Some(Ok(Some(Record { position, bytes_read: self.bytes_read(), outcome })));
            }
            if self.finished {
                return None;
            }
            if n_left == 0 {
                return Some(Ok(None));
            }
            match self.records.skim(n_left, wanted, &mut self.ready) {
                Ok(skimmed) => {
                    n_left -= skimmed.n_passed;
                    self.finished = !skimmed.more;
                }
                Err(error) => {
                    self.finished = true;
                    return Some(Err(input::file_error(error)));
                }
            }
        }
    }
}

impl Iterator for FileReader {
    type Item = Result<Record, FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.next_wanted(usize::MAX, &mut |_| true)? {
                Ok(Some(record)) => return Some(Ok(record)),
                Ok(None) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

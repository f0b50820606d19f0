//! The bytes of a file, ready to be read: counted, unzipped, and as UTF-8.

use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use encoding_rs::Encoding;
use flate2::bufread::MultiGzDecoder;

use crate::encoding::{Transcoded, utf16_without_mark};
use crate::files::FileError;

/// Bytes of the beginning by which a format is recognised.
pub const HEAD_BYTES: usize = 64 * 1024;
/// Bytes read at a time.
const BUFFER_BYTES: usize = 256 * 1024;
/// How many bytes one byte of gzip may become in a whole file. Posts are written by people: real exports stay below 30, and even one
/// line repeated for ever stays near 250. Bombs reach the 1,032 that the method allows.
const GZIP_RATIO_MAX: u64 = 400;
/// Below this many unzipped bytes no ratio is a bomb: reading them takes a second and a fixed amount of memory.
const GZIP_BYTES_HARMLESS: u64 = 256 * 1024 * 1024;

/// An opened file.
pub(super) struct Input {
    reader: Box<dyn BufRead + Send>,
    head: Vec<u8>,
    taken: Arc<AtomicU64>,
}

impl Input {
    /// Opens what may be gzip, UTF-16, or start with a byte order mark.
    pub(super) fn open(reader: impl Read + Send + 'static) -> Self {
        let taken = Arc::new(AtomicU64::new(0));
        let mut counted = Counted { reader, taken: Arc::clone(&taken) };
        let start = Start::of(&mut counted, 2);
        let zipped = is_gzip(&start.bytes);
        let whole = BufReader::with_capacity(BUFFER_BYTES, start.and(counted));
        if zipped {
            Self::of_plain(Unzipped::new(whole, Arc::clone(&taken), GZIP_BYTES_HARMLESS), taken)
        } else {
            Self::of_plain(whole, taken)
        }
    }

    fn of_plain(mut reader: impl Read + Send + 'static, taken: Arc<AtomicU64>) -> Self {
        let start = Start::of(&mut reader, HEAD_BYTES);
        let (encoding, mark_bytes) = match Encoding::for_bom(&start.bytes) {
            Some((encoding, length)) => (encoding, length),
            None => (utf16_without_mark(&start.bytes).unwrap_or(encoding_rs::UTF_8), 0),
        };
        if encoding == encoding_rs::UTF_8 {
            let head = start.bytes[mark_bytes..].to_vec();
            let mut whole = BufReader::with_capacity(BUFFER_BYTES, start.and(reader));
            // The mark lies in the first piece, which is in memory already.
            skip_ready(&mut whole, mark_bytes);
            Self { reader: Box::new(whole), head, taken }
        } else {
            let whole = BufReader::with_capacity(BUFFER_BYTES, start.and(reader));
            Self::of_text(Transcoded::new(whole, encoding), taken)
        }
    }

    fn of_text(mut reader: impl Read + Send + 'static, taken: Arc<AtomicU64>) -> Self {
        let start = Start::of(&mut reader, HEAD_BYTES);
        let head = start.bytes.clone();
        Self { reader: Box::new(BufReader::with_capacity(BUFFER_BYTES, start.and(reader))), head, taken }
    }

    /// The first bytes, without a byte order mark.
    pub(super) fn head(&self) -> &[u8] {
        &self.head
    }

    /// The same input read from another eight-bit encoding.
    pub(super) fn read_as(self, encoding: &'static Encoding) -> Self {
        Self::of_text(Transcoded::new(self.reader, encoding), self.taken)
    }

    /// Counts the bytes taken from the file as it lies there, zipped or not.
    pub(super) fn counter(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.taken)
    }

    /// The bytes.
    pub(super) fn into_reader(self) -> Box<dyn BufRead + Send> {
        self.reader
    }
}

/// Whether bytes start like gzip.
pub(super) fn is_gzip(head: &[u8]) -> bool {
    head.starts_with(&[0x1f, 0x8b])
}

/// The beginning of a file as [`Input`] would give it, from the first bytes of the file.
pub(super) fn plain_head(head: &[u8]) -> Vec<u8> {
    Input::open(Cursor::new(head.to_vec())).head
}

/// Says what an error that reading gave means.
pub(super) fn file_error(error: io::Error) -> FileError {
    match error.downcast::<Bomb>() {
        Ok(bomb) => FileError::GzipBomb { bytes_in: bomb.bytes_in, bytes_out: bomb.bytes_out },
        Err(error) => match error.downcast::<BadGzip>() {
            Ok(bad) => FileError::Gzip(bad.0),
            Err(error) => FileError::Io(error),
        },
    }
}

fn skip_ready(reader: &mut BufReader<impl Read>, n_bytes: usize) {
    if n_bytes > 0 && reader.fill_buf().is_ok_and(|ready| ready.len() >= n_bytes) {
        reader.consume(n_bytes);
    }
}

/// The first bytes of a reader, and the error that came behind them, if one did: what lies before an error is still delivered.
struct Start {
    bytes: Vec<u8>,
    error: Option<io::Error>,
}

impl Start {
    fn of(reader: &mut impl Read, n_bytes: usize) -> Self {
        let mut bytes = Vec::new();
        let error = reader.take(n_bytes as u64).read_to_end(&mut bytes).err();
        Self { bytes, error }
    }

    /// These bytes, then their error or the rest.
    fn and<R: Read>(self, rest: R) -> impl Read + use<R> {
        Cursor::new(self.bytes).chain(ErrorFirst { error: self.error, rest })
    }
}

struct ErrorFirst<R> {
    error: Option<io::Error>,
    rest: R,
}

impl<R: Read> Read for ErrorFirst<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.error.take() {
            Some(error) => Err(error),
            None => self.rest.read(out),
        }
    }
}

struct Counted<R> {
    reader: R,
    taken: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.reader.read(out)?;
        self.taken.fetch_add(n as u64, Ordering::Relaxed);
        Ok(n)
    }
}

struct Unzipped<R> {
    decoder: MultiGzDecoder<R>,
    taken: Arc<AtomicU64>,
    n_bytes: u64,
    n_bytes_harmless: u64,
}

#[derive(Debug, thiserror::Error)]
#[error("{bytes_in} bytes of gzip become more than {bytes_out}")]
struct Bomb {
    bytes_in: u64,
    bytes_out: u64,
}

#[derive(Debug, thiserror::Error)]
#[error("damaged gzip")]
struct BadGzip(#[source] io::Error);

impl<R: BufRead> Unzipped<R> {
    /// `taken` counts the bytes of gzip.
    fn new(zipped: R, taken: Arc<AtomicU64>, n_bytes_harmless: u64) -> Self {
        Self { decoder: MultiGzDecoder::new(zipped), taken, n_bytes: 0, n_bytes_harmless }
    }
}

impl<R: BufRead> Read for Unzipped<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.decoder.read(out).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
                io::Error::other(BadGzip(error))
            }
            _ => error,
        })?;
        self.n_bytes += n as u64;
        let bytes_in = self.taken.load(Ordering::Relaxed);
        if self.n_bytes > self.n_bytes_harmless && self.n_bytes / GZIP_RATIO_MAX > bytes_in {
            return Err(io::Error::other(Bomb { bytes_in, bytes_out: self.n_bytes }));
        }
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut zipped = GzEncoder::new(Vec::new(), Compression::best());
        zipped.write_all(bytes).unwrap();
        zipped.finish().unwrap()
    }

    /// Unzips with a small measure of what is harmless.
    fn unzip(zipped: Vec<u8>) -> (usize, Option<FileError>) {
        let taken = Arc::new(AtomicU64::new(0));
        let counted = Counted { reader: Cursor::new(zipped), taken: Arc::clone(&taken) };
        let mut unzipped = Unzipped::new(BufReader::new(counted), taken, 100_000);
        let mut bytes = Vec::new();
        let error = unzipped.read_to_end(&mut bytes).err().map(file_error);
        (bytes.len(), error)
    }

    #[test]
    fn a_bomb_is_stopped_early_and_a_file_of_equal_lines_is_not() {
        let (n_bytes, error) = unzip(gzip(&vec![0; 400_000]).repeat(100));
        assert!(
            matches!(error, Some(FileError::GzipBomb { bytes_out, .. }) if bytes_out < 20_000_000),
            "{error:?}"
        );
        assert!(n_bytes < 20_000_000);
        let line = "{\"id\":1,\"network\":\"vk\",\"text\":\"Одно и то же сообщение, которое разослали тысячи раз подряд, чтобы казалось, \
                    будто его пишут разные люди\",\"published_at\":\"2026-03-02T10:00:00Z\"}\n";
        let (n_bytes, error) = unzip(gzip(line.repeat(2_000).as_bytes()));
        assert!(error.is_none(), "{error:?}");
        assert_eq!(n_bytes, line.len() * 2_000);
    }
}

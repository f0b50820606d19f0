//! Files of one record a line.

use std::io::{self, BufRead};

use memchr::memchr;

/// Reads lines in bounded memory.
pub(super) struct Lines {
    source: Box<dyn BufRead + Send>,
    bytes_max: usize,
    line: Vec<u8>,
    number: u64,
}

/// A line, without its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// From 1, counting empty lines too, as editors do.
    pub(super) number: u64,
    /// The whole line, or only its beginning when it is longer than allowed.
    pub(super) bytes: &'a [u8],
    /// Whether it is longer than allowed.
    pub(super) too_large: bool,
    /// Whether the file ended behind it without a line end, so it may have been cut.
    pub(super) last: bool,
}

impl Lines {
    /// Lines of at most `bytes_max` bytes.
    pub(super) fn new(source: Box<dyn BufRead + Send>, bytes_max: usize) -> Self {
        Self { source, bytes_max, line: Vec::new(), number: 0 }
    }

    /// The next line with something on it.
    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        loop {
            let Some((too_large, last)) = self.read_line()? else { return Ok(None) };
            self.number += 1;
            if too_large || !self.line.trim_ascii().is_empty() {
                let bytes = self.line.trim_ascii_end();
                return Ok(Some(Line { number: self.number, bytes, too_large, last }));
            }
        }
    }

    /// Reads up to the next line end; `None` at the end of the file.
    fn read_line(&mut self) -> io::Result<Option<(bool, bool)>> {
        self.line.clear();
        let mut too_large = false;
        let mut any = false;
        loop {
            let buffer = self.source.fill_buf()?;
            if buffer.is_empty() {
                return Ok(any.then_some((too_large, true)));
            }
            any = true;
            let end = memchr(b'\n', buffer);
            let piece = &buffer[..end.unwrap_or(buffer.len())];
            let room = self.bytes_max - self.line.len();
            too_large |= piece.len() > room;
            self.line.extend_from_slice(&piece[..piece.len().min(room)]);
            let length = piece.len() + usize::from(end.is_some());
            self.source.consume(length);
            if end.is_some() {
                return Ok(Some((too_large, false)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_as_editors_do_and_long_ones_are_passed_over_in_bounded_memory() {
        let file = b"one\r\n\n  \ntwo\n123456789\nthree".to_vec();
        let mut lines = Lines::new(Box::new(io::BufReader::with_capacity(3, io::Cursor::new(file))), 6);
        let mut seen = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            seen.push((
                line.number,
                String::from_utf8_lossy(line.bytes).into_owned(),
                line.too_large,
                line.last,
            ));
        }
        let line = |number, text: &str, too_large, last| (number, text.to_owned(), too_large, last);
        assert_eq!(
            seen,
            [
                line(1, "one", false, false),
                line(4, "two", false, false),
                line(5, "123456", true, false),
                line(6, "three", false, true)
            ]
        );
        assert!(lines.line.capacity() <= 16);
    }
}

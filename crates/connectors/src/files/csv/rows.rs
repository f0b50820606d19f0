//! The rows of a table as bytes, in bounded memory.
//!
//! A quoted cell may hold line ends, so one quote that is opened and never closed would swallow the rest of the file. When a row
//! grows past what a record may have, or the file ends inside it, only its first line is given up: what was read behind it is read
//! again with every line as a row, once, so the work stays linear.

use std::io::{self, BufRead};

use memchr::memchr;
use nabat_crisis::post::RAW_BYTES_MAX;

/// Reads rows.
pub(super) struct Rows {
    source: Box<dyn BufRead + Send>,
    separator: u8,
    row: Vec<u8>,
    /// Lines read behind an unclosed quote, to be read again one by one.
    again: Vec<u8>,
    again_from: usize,
    /// Whether the last of these lines was cut, being too large by itself.
    again_cut: bool,
    line: u64,
}

/// A row without its line end. `number` is the line it starts on, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row<'a> {
    Whole {
        number: u64,
        bytes: &'a [u8],
    },
    /// One line that is larger than allowed; only its beginning.
    TooLarge {
        number: u64,
        bytes: &'a [u8],
    },
    /// A line that opens a quote nobody closes.
    Unclosed {
        number: u64,
        bytes: &'a [u8],
    },
}

/// What reading one line gave.
enum LineEnd {
    /// The file was over.
    None,
    Whole,
    TooLarge,
}

impl Rows {
    pub(super) fn new(source: Box<dyn BufRead + Send>, separator: u8) -> Self {
        Self {
            source,
            separator,
            row: Vec::new(),
            again: Vec::new(),
            again_from: 0,
            again_cut: false,
            line: 0,
        }
    }

    /// The next row with something in it.
    pub(super) fn next(&mut self) -> io::Result<Option<Row<'_>>> {
        loop {
            self.row.clear();
            let number = self.line + 1;
            if self.again_from < self.again.len() {
                self.take_line_again();
                if self.row.trim_ascii().is_empty() {
                    continue;
                }
                let cut = self.again_cut && self.again_from == self.again.len();
                let open = Quotes::default().open_after(&self.row, self.separator);
                let bytes = self.row.trim_ascii_end();
                return Ok(Some(match (cut, open) {
                    (true, _) => Row::TooLarge { number, bytes },
                    (false, true) => Row::Unclosed { number, bytes },
                    (false, false) => Row::Whole { number, bytes },
                }));
            }
            match self.read_line()? {
                LineEnd::None => return Ok(None),
                LineEnd::TooLarge => return Ok(Some(Row::TooLarge { number, bytes: &self.row })),
                LineEnd::Whole => {}
            }
            if self.row.trim_ascii().is_empty() {
                continue;
            }
            if self.read_to_closing_quote()? {
                return Ok(Some(Row::Whole { number, bytes: trim_line_end(&self.row) }));
            }
            self.give_up_first_line();
            return Ok(Some(Row::Unclosed { number, bytes: self.row.trim_ascii_end() }));
        }
    }

    /// Reads lines behind the first until no quote is open; `false` when that does not happen within a record's size.
    fn read_to_closing_quote(&mut self) -> io::Result<bool> {
        let mut quotes = Quotes::default();
        let mut from = 0;
        while quotes.open_after(&self.row[from..], self.separator) {
            from = self.row.len();
            let end = self.read_line()?;
            self.again_cut = matches!(end, LineEnd::TooLarge);
            if !matches!(end, LineEnd::Whole) || self.row.len() > RAW_BYTES_MAX {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Leaves the first line in `row`, and puts those behind it aside.
    fn give_up_first_line(&mut self) {
        let end = memchr(b'\n', &self.row).map_or(self.row.len(), |at| at + 1);
        self.again.clear();
        self.again.extend_from_slice(&self.row[end..]);
        self.again_from = 0;
        self.row.truncate(end);
        let n_behind = memchr::memchr_iter(b'\n', &self.again).count()
            + usize::from(!self.again.is_empty() && !self.again.ends_with(b"\n"));
        self.line = self.line.saturating_sub(n_behind as u64);
    }

    fn take_line_again(&mut self) {
        let rest = &self.again[self.again_from..];
        let length = memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
        self.row.extend_from_slice(&rest[..length]);
        self.again_from += length;
        self.line += 1;
    }

    /// Adds the next line with its end to the row.
    fn read_line(&mut self) -> io::Result<LineEnd> {
        let start = self.row.len();
        let mut any = false;
        let mut too_large = false;
        loop {
            let buffer = self.source.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            if !any {
                self.line += 1;
                any = true;
            }
            let end = memchr(b'\n', buffer);
            let length = end.map_or(buffer.len(), |at| at + 1);
            let room = RAW_BYTES_MAX.saturating_sub(self.row.len() - start);
            too_large |= length > room;
            self.row.extend_from_slice(&buffer[..length.min(room)]);
            self.source.consume(length);
            if end.is_some() {
                break;
            }
        }
        Ok(match (any, too_large) {
            (false, _) => LineEnd::None,
            (true, true) => LineEnd::TooLarge,
            (true, false) => LineEnd::Whole,
        })
    }
}

fn trim_line_end(row: &[u8]) -> &[u8] {
    let row = row.strip_suffix(b"\n").unwrap_or(row);
    row.strip_suffix(b"\r").unwrap_or(row)
}

/// Where in the quoting of a row we are.
#[derive(Default)]
struct Quotes {
    open: bool,
    /// Behind a quote in an open cell: a second one makes a quote sign, anything else means the first closed the cell.
    maybe_closed: bool,
    inside_cell: bool,
}

impl Quotes {
    /// Whether a cell is still open after a piece of the row.
    fn open_after(&mut self, piece: &[u8], separator: u8) -> bool {
        for byte in piece {
            if self.open && !self.maybe_closed {
                self.maybe_closed = *byte == b'"';
                continue;
            }
            if self.maybe_closed {
                self.maybe_closed = false;
                if *byte == b'"' {
                    continue;
                }
                self.open = false;
            }
            // A quote opens a cell only at its beginning; elsewhere it is a sign like others.
            match *byte {
                b'"' if !self.inside_cell => {
                    self.open = true;
                    self.inside_cell = true;
                }
                b'\n' => self.inside_cell = false,
                other => self.inside_cell = other != separator,
            }
        }
        self.open && !self.maybe_closed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(table: &str, expected: &[(u64, &str, &str)]) {
        for piece in [1, 5, 1_000] {
            let source = io::BufReader::with_capacity(piece, io::Cursor::new(table.as_bytes().to_vec()));
            let mut rows = Rows::new(Box::new(source), b';');
            let mut seen = Vec::new();
            while let Some(row) = rows.next().unwrap() {
                let (what, number, bytes) = match row {
                    Row::Whole { number, bytes } => ("whole", number, bytes),
                    Row::TooLarge { number, bytes } => ("too large", number, bytes),
                    Row::Unclosed { number, bytes } => ("unclosed", number, bytes),
                };
                seen.push((number, what, String::from_utf8_lossy(bytes).into_owned()));
            }
            let expected: Vec<_> =
                expected.iter().map(|(number, what, row)| (*number, *what, (*row).to_owned())).collect();
            assert_eq!(seen, expected, "in pieces of {piece}");
        }
    }

    #[test]
    fn a_quoted_cell_may_hold_line_ends_separators_and_quotes() {
        check(
            "a;b\r\n\n1;\"раз\nдва; \"\"три\"\"\"\n2;5\" экран\n",
            &[(1, "whole", "a;b"), (3, "whole", "1;\"раз\nдва; \"\"три\"\"\""), (5, "whole", "2;5\" экран")],
        );
    }

    #[test]
    fn an_unclosed_quote_costs_its_line_and_not_the_rest_of_the_file() {
        check(
            "1;\"раз\n2;два\n\n3;три",
            &[(1, "unclosed", "1;\"раз"), (2, "whole", "2;два"), (4, "whole", "3;три")],
        );
    }
}

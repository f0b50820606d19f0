//! Walks through JSON of any size and hands out single values of it.
//!
//! Exports of networks are one JSON document of gigabytes: an object with lists of chats with lists of messages. This walk finds the
//! values at the places a reader names, by their brackets alone, and hands each over as its bytes, which `serde_json` then judges.
//! It holds one value at a time, at most as large as its reader allows; larger ones are passed over.
//!
//! What is wrong between the wanted values (a comma too many, a stray word) is forgiven, so that damage costs the values it hits
//! and not the rest of the file.

use std::io::{self, BufRead};

/// Longest key that is kept; keys that readers ask for are short words.
const KEY_BYTES_MAX: usize = 256;
/// Deepest nesting that is entered: no reader asks for more.
const DEPTH_MAX: usize = 16;

/// One step from the top of the document to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// The value of a key.
    Key(String),
    /// An element of a list.
    Element,
}

/// What the reader wants of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Its bytes.
    Take,
    /// Its members; a plain value is passed over.
    Enter,
    /// The members of a list; anything else is taken.
    EnterList,
    /// Nothing.
    Pass,
}

/// What the walk came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// A wanted value: its bytes are in [`Walk::value`], its place in [`Walk::path`].
    Value,
    /// An object or list that is entered; its place is in [`Walk::path`].
    Entered,
    /// A wanted value that is larger than allowed; its beginning is in [`Walk::value`].
    TooLarge,
    /// The document ends inside a value; its beginning is in [`Walk::value`] if it was wanted.
    CutShort,
}

/// A walk through a document, or through several in a row.
pub(crate) struct Walk<R> {
    source: R,
    wish: fn(&[Step]) -> Wish,
    value_bytes_max: usize,
    path: Vec<Step>,
    frames: Vec<Frame>,
    value: Vec<u8>,
    finished: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Object,
    List,
}

/// How far a scan for the end of a value has come.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl<R: BufRead> Walk<R> {
    /// Starts at the top. The top value has an empty path.
    pub(crate) fn new(source: R, value_bytes_max: usize, wish: fn(&[Step]) -> Wish) -> Self {
        Self {
            source,
            wish,
            value_bytes_max,
            path: Vec::new(),
            frames: Vec::new(),
            value: Vec::new(),
            finished: false,
        }
    }

    /// Where the found value is.
    pub(crate) fn path(&self) -> &[Step] {
        &self.path
    }

    /// The bytes of the found value.
    pub(crate) fn value(&self) -> &[u8] {
        &self.value
    }

    /// The next thing found, `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Found>> {
        while !self.finished {
            self.leave_value();
            let Some(byte) = self.peek_sign()? else {
                self.finished = true;
                self.value.clear();
                return Ok((!self.frames.is_empty()).then_some(Found::CutShort));
            };
            let found = match (self.frames.last(), byte) {
                (Some(_), b'}' | b']') => {
                    self.source.consume(1);
                    self.frames.pop();
                    None
                }
                (Some(Frame::Object), b'"') => self.member()?,
                // A stray word or bracket where a key should stand.
                (Some(Frame::Object), _) => {
                    self.value_to_its_end(byte, false)?;
                    None
                }
                (Some(Frame::List), _) => {
                    self.path.push(Step::Element);
                    self.at_value(byte)?
                }
                (None, _) => self.at_value(byte)?,
            };
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Drops the steps below the innermost entered frame: the path of a value is one step longer than its frame's.
    fn leave_value(&mut self) {
        self.path.truncate(self.frames.len().saturating_sub(1));
    }

    /// A key and its value.
    fn member(&mut self) -> io::Result<Option<Found>> {
        if let Some(cut) = self.value_to_its_end(b'"', true)? {
            return Ok(Some(cut));
        }
        let key = if self.value.len() <= KEY_BYTES_MAX {
            serde_json::from_slice(&self.value).unwrap_or_default()
        } else {
            String::new()
        };
        if self.peek_sign()? != Some(b':') {
            return Ok(None);
        }
        self.source.consume(1);
        let Some(byte) = self.peek_sign()? else { return Ok(None) };
        if byte == b'}' || byte == b']' {
            return Ok(None);
        }
        self.path.push(Step::Key(key));
        self.at_value(byte)
    }

    fn at_value(&mut self, byte: u8) -> io::Result<Option<Found>> {
        let wish = (self.wish)(&self.path);
        let entered = match (wish, byte) {
            (Wish::Enter, b'{') => Some(Frame::Object),
            (Wish::Enter | Wish::EnterList, b'[') => Some(Frame::List),
            _ => None,
        };
        if let Some(frame) = entered
            && self.frames.len() < DEPTH_MAX
        {
            self.source.consume(1);
            self.frames.push(frame);
            return Ok(Some(Found::Entered));
        }
        let take = matches!(wish, Wish::Take | Wish::EnterList);
        if let Some(cut) = self.value_to_its_end(byte, take)? {
            return Ok(Some(cut));
        }
        if !take {
            return Ok(None);
        }
        Ok(Some(if self.value.len() > self.value_bytes_max { Found::TooLarge } else { Found::Value }))
    }

    /// The next byte that is neither white space nor a comma, not consumed. Colons separate only inside objects.
    fn peek_sign(&mut self) -> io::Result<Option<u8>> {
        loop {
            let buffer = self.source.fill_buf()?;
            if buffer.is_empty() {
                return Ok(None);
            }
            match buffer.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',')) {
                Some(at) => {
                    let byte = buffer[at];
                    self.source.consume(at);
                    return Ok(Some(byte));
                }
                None => {
                    let length = buffer.len();
                    self.source.consume(length);
                }
            }
        }
    }

    /// Reads a value that starts with `first` to its end, keeping its bytes if `take`. `CutShort` when the document ends before.
    fn value_to_its_end(&mut self, first: u8, take: bool) -> io::Result<Option<Found>> {
        self.value.clear();
        let plain = !matches!(first, b'{' | b'[' | b'"');
        let mut scan = Scan::default();
        loop {
            let buffer = self.source.fill_buf()?;
            if buffer.is_empty() {
                self.finished = true;
                // A number or word at the very end is whole, unless it stands inside something.
                return Ok((!plain || !self.frames.is_empty()).then_some(Found::CutShort));
            }
            let end = if plain { end_of_plain(buffer, self.value.is_empty()) } else { scan.end_in(buffer) };
            let length = end.unwrap_or(buffer.len());
            keep(&mut self.value, &buffer[..length], if take { self.value_bytes_max } else { 0 });
            self.source.consume(length);
            if end.is_some() {
                return Ok(None);
            }
        }
    }
}

/// Keeps a piece of a value, or, once it is too large, only so much that this can be seen.
fn keep(value: &mut Vec<u8>, piece: &[u8], bytes_max: usize) {
    let room = (bytes_max + 1).saturating_sub(value.len());
    value.extend_from_slice(&piece[..piece.len().min(room)]);
}

/// Where a number or word ends in a buffer. The first byte of a value belongs to it whatever it is, so each step makes way.
fn end_of_plain(buffer: &[u8], at_start: bool) -> Option<usize> {
    let from = usize::from(at_start);
    let ends =
        |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b'}' | b']' | b'{' | b'[' | b'"');
    buffer.get(from..)?.iter().position(ends).map(|at| at + from)
}

impl Scan {
    /// Where the value ends in a buffer, behind its last byte.
    fn end_in(&mut self, buffer: &[u8]) -> Option<usize> {
        let mut at = 0;
        while at < buffer.len() {
            if self.escaped {
                self.escaped = false;
                at += 1;
                continue;
            }
            if self.in_string {
                at += memchr::memchr2(b'"', b'\\', &buffer[at..])?;
                self.escaped = buffer[at] == b'\\';
                self.in_string = self.escaped;
                at += 1;
                if !self.in_string && self.depth == 0 {
                    return Some(at);
                }
                continue;
            }
            match buffer[at] {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            at += 1;
            if self.depth == 0 && !self.in_string {
                return Some(at);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(path: &[Step]) -> Wish {
        match path {
            [] => Wish::Enter,
            [Step::Key(key)] if key == "items" => Wish::Enter,
            [Step::Key(key)] if key == "title" => Wish::Take,
            [Step::Key(key), Step::Element] if key == "items" => Wish::Take,
            _ => Wish::Pass,
        }
    }

    /// What is found, whatever the size of the pieces the document comes in.
    fn walk(document: &str) -> Vec<String> {
        let read = |piece: usize| {
            let mut walk = Walk::new(io::BufReader::with_capacity(piece, document.as_bytes()), 40, items);
            let mut found = Vec::new();
            while let Some(next) = walk.next().unwrap() {
                match next {
                    Found::Value => found.push(String::from_utf8_lossy(walk.value()).into_owned()),
                    Found::Entered => {}
                    Found::TooLarge => found.push("too large".to_owned()),
                    Found::CutShort => found.push("cut short".to_owned()),
                }
            }
            found
        };
        let whole = read(1_000_000);
        for piece in [1, 2, 3, 7] {
            assert_eq!(read(piece), whole, "in pieces of {piece}");
        }
        whole
    }

    #[test]
    fn the_wanted_values_are_found_wherever_brackets_and_quotes_hide() {
        let document = r#"{"skip":{"items":[1]},"title":"a]}\"{","items":[{"a":"}"}, [1,2],3 ,"x\\",null],"items2":[5]}"#;
        assert_eq!(walk(document), [r#""a]}\"{""#, r#"{"a":"}"}"#, "[1,2]", "3", r#""x\\""#, "null"]);
    }

    #[test]
    fn damage_costs_what_it_hits() {
        assert_eq!(
            walk(r#"{"items":[{"a":1},oops,{"b":2}],junk 5 {"x":1} "title":"t"}"#),
            [r#"{"a":1}"#, "oops", r#"{"b":2}"#, r#""t""#]
        );
        assert_eq!(walk(r#"{"items":[{"a":1},{"b":"#), [r#"{"a":1}"#, "cut short"]);
        assert_eq!(walk(r#"{"items":[1,2"#), ["1", "cut short"]);
        assert_eq!(walk(r#"{"items":[1,2]"#), ["1", "2", "cut short"]);
        assert_eq!(walk("{\"items\":[\"0123456789012345678901234567890123456789\",7]}"), ["too large", "7"]);
    }

    #[test]
    fn documents_in_a_row_are_walked_one_after_the_other() {
        assert_eq!(walk("{\"items\":[1]}\n{\"items\":[2]}{\"title\":3}"), ["1", "2", "3"]);
    }
}

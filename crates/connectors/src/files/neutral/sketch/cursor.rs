//! The signs of JSON in a line, one after the other; nothing for whatever is not plain.

use std::borrow::Cow;

use memchr::memchr2;

use crate::record::KEY_BYTES_MAX;

/// Where the reader stands in a line.
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Cursor<'a> {
    /// The next byte that is no space, without taking it.
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            let byte = *self.text.as_bytes().get(self.at)?;
            if !matches!(byte, b' ' | b'\t' | b'\n' | b'\r') {
                return Some(byte);
            }
            self.at += 1;
        }
    }

    /// The next byte that is no space.
    pub(super) fn byte(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    pub(super) fn expect(&mut self, expected: u8) -> Option<()> {
        (self.byte()? == expected).then_some(())
    }

    /// Nothing may follow.
    pub(super) fn end(&mut self) -> Option<()> {
        self.peek().is_none().then_some(())
    }

    /// A key and its colon.
    pub(super) fn key(&mut self) -> Option<&'a str> {
        let key = self.plain()?;
        self.expect(b':')?;
        Some(key)
    }

    /// A string without escapes.
    pub(super) fn plain(&mut self) -> Option<&'a str> {
        match self.string()? {
            Cow::Borrowed(text) => Some(text),
            Cow::Owned(_) => None,
        }
    }

    pub(super) fn plain_or_null(&mut self) -> Option<Option<&'a str>> {
        if self.peek()? == b'n' { self.null().map(|()| None) } else { self.plain().map(Some) }
    }

    pub(super) fn string_or_null(&mut self) -> Option<Option<Cow<'a, str>>> {
        if self.peek()? == b'n' { self.null().map(|()| None) } else { self.string().map(Some) }
    }

    pub(super) fn string(&mut self) -> Option<Cow<'a, str>> {
        self.expect(b'"')?;
        let rest = self.text.as_bytes().get(self.at..)?;
        let first = memchr2(b'"', b'\\', rest)?;
        if rest[first] == b'\\' {
            return self.escaped(first);
        }
        let text = self.cut(first)?;
        // Control characters may not stand in JSON as they are. Without a branch, so that many bytes are looked at at once.
        let controls = text.bytes().fold(false, |any, byte| any | (byte < 0x20));
        (!controls).then_some(Cow::Borrowed(text))
    }

    /// The next bytes as text, and past the quote behind them.
    pub(super) fn cut(&mut self, length: usize) -> Option<&'a str> {
        let text = self.text.get(self.at..self.at + length)?;
        self.at += length + 1;
        Some(text)
    }

    /// A string with escapes, the first of them at an offset.
    pub(super) fn escaped(&mut self, first: usize) -> Option<Cow<'a, str>> {
        let start = self.at - 1;
        let bytes = self.text.as_bytes();
        let mut at = self.at + first;
        loop {
            at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
            if bytes[at] == b'"' {
                break;
            }
            at += 2;
        }
        self.at = at + 1;
        serde_json::from_str(self.text.get(start..=at)?).ok().map(Cow::Owned)
    }

    pub(super) fn null(&mut self) -> Option<()> {
        self.peek()?;
        let rest = self.text.get(self.at..)?;
        rest.starts_with("null").then(|| self.at += 4)
    }

    /// A whole number from 0 on, or null.
    pub(super) fn count_or_null(&mut self) -> Option<Option<u64>> {
        if self.peek()? == b'n' { self.null().map(|()| None) } else { self.digits()?.parse().ok().map(Some) }
    }

    /// A whole number in the form in which it is printed.
    pub(super) fn digits(&mut self) -> Option<&'a str> {
        self.peek()?;
        let rest = self.text.as_bytes().get(self.at..)?;
        let length = rest.iter().position(|byte| !byte.is_ascii_digit())?;
        let as_printed = (1..=19).contains(&length) && (length == 1 || rest[0] != b'0');
        // A fraction or an exponent follows a number that is not whole.
        if !as_printed || matches!(rest[length], b'.' | b'e' | b'E') {
            return None;
        }
        let digits = self.text.get(self.at..self.at + length)?;
        self.at += length;
        Some(digits)
    }

    /// A key of an item: a string, or a whole number.
    pub(super) fn id(&mut self) -> Option<&'a str> {
        let id = if self.peek()? == b'"' { self.plain()? } else { self.digits()? };
        (id.len() <= KEY_BYTES_MAX && !id.trim().is_empty()).then_some(id)
    }

    pub(super) fn id_or_null(&mut self) -> Option<Option<&'a str>> {
        if self.peek()? == b'n' { self.null().map(|()| None) } else { self.id().map(Some) }
    }

    pub(super) fn empty_list(&mut self) -> Option<()> {
        if self.peek()? == b'n' {
            return self.null();
        }
        self.expect(b'[')?;
        self.expect(b']')
    }

    /// An object, field by field.
    pub(super) fn object(&mut self, mut read: impl FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.expect(b'{')?;
        if self.peek()? == b'}' {
            self.at += 1;
            return Some(());
        }
        loop {
            let key = self.key()?;
            read(self, key)?;
            match self.byte()? {
                b',' => {}
                b'}' => return Some(()),
                _ => return None,
            }
        }
    }
}

//! Bytes of unknown encoding to text.
//!
//! Web feeds and tables of the region come as windows-1251, windows-1250 and UTF-16, and often say nothing or something wrong.
//! The order of belief: a byte order mark, the pattern of UTF-16, well-formed UTF-8, the declaration, a statistical guess.
//! Well-formed UTF-8 goes before a declaration: a text in an eight-bit encoding with more than a few letters is never valid UTF-8,
//! while wrong declarations are common.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The whole text of some bytes. `declared` is what the transport or the document says, in order of belief.
/// Bytes that are wrong in the encoding become U+FFFD; the flag says whether there were any.
pub(crate) fn decode<'a>(bytes: &'a [u8], declared: &[&str]) -> (Cow<'a, str>, bool) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[length..]);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding.decode_without_bom_handling(bytes);
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return (Cow::Borrowed(text), false);
    }
    for label in declared {
        // UTF-16 was recognised above if it was there; a declared UTF-8 that is broken is mostly an eight-bit encoding.
        let encoding = Encoding::for_label(label.as_bytes())
            .filter(|encoding| *encoding != UTF_8 && *encoding != UTF_16LE && *encoding != UTF_16BE);
        if let Some((text, false)) = encoding.map(|encoding| encoding.decode_without_bom_handling(bytes)) {
            return (text, false);
        }
    }
    // A UTF-8 text that was cut in the middle of a letter, or has one broken byte among many good ones, is still UTF-8.
    if mostly_utf8(bytes) {
        return UTF_8.decode_without_bom_handling(bytes);
    }
    guess(bytes).decode_without_bom_handling(bytes)
}

/// The encoding of a text by its first bytes, when they cannot be UTF-8 that was merely cut.
/// `None` means: read it as UTF-8.
pub(crate) fn of_head(head: &[u8]) -> Option<&'static Encoding> {
    match str::from_utf8(head) {
        Ok(_) => None,
        // The head ends inside a letter.
        Err(error) if error.error_len().is_none() => None,
        Err(_) if mostly_utf8(head) => None,
        Err(_) => Some(guess(head)),
    }
}

/// UTF-16 of a document that begins with a Latin sign such as `<` or a Latin or Cyrillic letter, and has no mark.
pub(crate) fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(400) & !1];
    if head.len() < 4 {
        return None;
    }
    // Latin letters have a zero as high byte and Cyrillic ones a 4, and neither value occurs in text of other encodings.
    let looks_high = |byte: u8| byte == 0 || byte == 4;
    let n_high =
        |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| looks_high(**byte)).count();
    let n_units = head.len() / 2;
    let (even, odd) = (n_high(0), n_high(1));
    if odd * 10 >= n_units * 9 && even * 10 < n_units {
        Some(UTF_16LE)
    } else if even * 10 >= n_units * 9 && odd * 10 < n_units {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether the letters outside ASCII are well-formed UTF-8 with few exceptions (one in twenty, guess).
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        n_good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    n_good > n_bad * 20
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Turns a stream of some encoding into a stream of UTF-8, in bounded memory.
pub(crate) struct Transcoded<R> {
    source: R,
    decoder: Decoder,
    text: Vec<u8>,
    taken: usize,
    finished: bool,
}

/// Bytes of UTF-8 made at a time.
const TRANSCODED_BYTES: usize = 32 * 1024;

impl<R: BufRead> Transcoded<R> {
    /// A byte order mark of that encoding is dropped.
    pub(crate) fn new(source: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        Self { source, decoder, text: Vec::with_capacity(TRANSCODED_BYTES), taken: 0, finished: false }
    }

    fn refill(&mut self) -> io::Result<()> {
        while self.taken == self.text.len() && !self.finished {
            let source = self.source.fill_buf()?;
            self.finished = source.is_empty();
            self.text.resize(TRANSCODED_BYTES, 0);
            let (_, n_read, n_written, _) =
                self.decoder.decode_to_utf8(source, &mut self.text, self.finished);
            // With nothing left to read the decoder may still owe a replacement sign, for which there is always room.
            self.text.truncate(n_written);
            self.taken = 0;
            self.source.consume(n_read);
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Transcoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        self.refill()?;
        let ready = &self.text[self.taken..];
        let n = ready.len().min(out.len());
        out[..n].copy_from_slice(&ready[..n]);
        self.taken += n;
        Ok(n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{WINDOWS_1250, WINDOWS_1251};

    const RUSSIAN: &str = "Жители пишут, что в сыре нашли плесень, а магазин не отвечает уже второй день.";
    const POLISH: &str =
        "Mieszkańcy piszą, że w serze była pleśń, a sklep od dwóch dni nie odpowiada na żadne pytania.";

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn undeclared_eight_bit_texts_are_recognised_by_their_letters() {
        assert_eq!(decode(&WINDOWS_1251.encode(RUSSIAN).0, &[]).0, RUSSIAN);
        assert_eq!(decode(&WINDOWS_1250.encode(POLISH).0, &[]).0, POLISH);
    }

    #[test]
    fn utf_16_is_read_with_and_without_its_mark() {
        for little in [true, false] {
            let document = format!("<rss><title>{RUSSIAN}</title></rss>");
            assert_eq!(decode(&utf16(&document, little), &[]).0, document);
            let marked = format!("\u{feff}{document}");
            assert_eq!(decode(&utf16(&marked, little), &["utf-8"]).0, document);
        }
    }

    #[test]
    fn a_wrong_declaration_is_not_believed() {
        assert_eq!(decode(RUSSIAN.as_bytes(), &["windows-1251"]).0, RUSSIAN);
        assert_eq!(decode(&WINDOWS_1251.encode(RUSSIAN).0, &["utf-8"]).0, RUSSIAN);
        assert_eq!(decode(&WINDOWS_1251.encode(RUSSIAN).0, &["windows-1251"]).0, RUSSIAN);
        assert_eq!(decode(RUSSIAN.as_bytes(), &["utf-16"]).0, RUSSIAN);
    }

    #[test]
    fn one_broken_byte_does_not_make_a_utf_8_text_another_encoding() {
        let mut bytes = RUSSIAN.as_bytes().to_vec();
        bytes.push(0xff);
        assert_eq!(decode(&bytes, &[]), (Cow::Owned(format!("{RUSSIAN}\u{fffd}")), true));
    }

    #[test]
    fn a_long_stream_is_transcoded_piece_by_piece() {
        let long = RUSSIAN.repeat(300);
        let bytes = utf16(&long, true);
        let mut text = String::new();
        Transcoded::new(io::BufReader::with_capacity(7, &bytes[..]), UTF_16LE)
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, long);
    }
}

//! One pass over the bytes of a part of a post.

mod sign;

use super::table::{
    CYRILLIC, EMOJI, ENDS, ENDS_ADDRESS, FLAG_HALF, FOLDS, INVISIBLE, JOINS, LATIN, LATIN_SMALL, LEADS,
    PLAIN, SMALL, STARTS, Simple, Value,
};
use super::{
    Address, BYTES_MAX, Kept, Scanner, Sighting, Watch, Word, chunk, hash, hash_bytes, seed, show_text,
};
use crate::letters::{fold, join};
use crate::tokens::{Kind, is_stretched, squeezed, variants};

const FOLDED: Value = 0x1F_FFFF;
const UNDERSCORE: u32 = '_' as u32;

/// A place that one pass cannot read.
pub(super) struct TooStrange;

pub(super) struct Pass<'a, W> {
    pub(super) scanner: &'a mut Scanner,
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) part: u8,
    pub(super) watch: &'a mut W,
    /// The folded bytes of the word that is read, when they are not as in the text.
    pub(super) folded: &'a mut [u8; BYTES_MAX],
}

/// A character where the pass stands.
#[derive(Clone, Copy)]
struct Here {
    value: Value,
    code: u32,
    size: usize,
}

/// A word as it is read.
#[derive(Clone, Copy)]
struct Reading {
    /// How many bytes its folded letters take.
    n_bytes: usize,
    /// Where they start in the text; nowhere when they are in [`Pass::folded`].
    raw: Option<usize>,
    n_letters: usize,
    /// What its letters are, together.
    seen: Value,
    /// Whether a letter or digit stands twice in a row.
    doubled: bool,
    /// First byte behind its last letter.
    until: usize,
}

impl Reading {
    fn folded(until: usize) -> Self {
        Self { n_bytes: 0, raw: None, n_letters: 0, seen: 0, doubled: false, until }
    }
}

impl<W: Watch> Pass<'_, W> {
    pub(super) fn read(&mut self) -> Result<(), TooStrange> {
        let mut at = 0;
        // Whether the last letter goes on with a word: a sign behind it begins no hashtag.
        let mut inside_word = false;
        while at < self.bytes.len() {
            if let Some(end) = self.small_word(at) {
                // What ends such a word is no letter, so a space behind it is done with as well.
                let space = self.bytes.get(end) == Some(&b' ');
                (at, inside_word) = (end + usize::from(space), !space);
                continue;
            }
            let here = self.here(at);
            if here.value & STARTS != 0 {
                at = self.word(at, inside_word)?;
                inside_word = true;
                continue;
            }
            if here.value & (INVISIBLE | JOINS | EMOJI | FLAG_HALF | PLAIN) == 0 {
                let is_sign = here.code == '#' as u32 || here.code == '@' as u32;
                if is_sign && !inside_word {
                    let end = if here.code == '#' as u32 { self.tag(at)? } else { self.name(at)? };
                    if let Some((end, goes_on)) = end {
                        (at, inside_word) = (end, goes_on);
                        continue;
                    }
                }
                inside_word = false;
                at += here.size;
            } else if here.value & INVISIBLE != 0 {
                at += here.size;
            } else if here.value & JOINS != 0 {
                return Err(TooStrange);
            } else if here.value & PLAIN != 0 {
                // A mark that joins with nothing: no word starts with it.
                inside_word = true;
                at += here.size;
            } else {
                at = self.emoji(at, here)?;
                inside_word = false;
            }
        }
        Ok(())
    }

    #[inline(always)]
    fn here(&self, at: usize) -> Here {
        let byte = self.bytes[at];
        if byte < 0x80 {
            let code = u32::from(byte);
            return Here { value: self.scanner.table.near(code), code, size: 1 };
        }
        if byte < 0xE0 {
            let code = (u32::from(byte & 0x1F) << 6) | u32::from(self.bytes[at + 1] & 0x3F);
            return Here { value: self.scanner.table.near(code), code, size: 2 };
        }
        self.far(at)
    }

    fn far(&self, at: usize) -> Here {
        let c = self.text[at..].chars().next().unwrap_or('\0');
        Here { value: self.scanner.table.far(c), code: u32::from(c), size: c.len_utf8() }
    }

    /// The next character that is not invisible.
    fn visible(&self, mut at: usize) -> Option<(usize, Here)> {
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & INVISIBLE == 0 {
                return Some((at, here));
            }
            at += here.size;
        }
        None
    }

    /// Reads a word of small letters without marks that stands by itself, as most do, and returns its end.
    #[inline(always)]
    fn small_word(&mut self, start: usize) -> Option<usize> {
        let (simple, bytes) = (&self.scanner.table.simple, self.bytes);
        if simple[usize::from(bytes[start])] & (SMALL | LEADS) == 0 {
            return None;
        }
        let run = small_letters(simple, bytes, start);
        if run.end == start {
            return None;
        }
        let ends = bytes.get(run.end).is_none_or(|next| simple[usize::from(*next)] & ENDS != 0);
        let mixed = run.kinds & (LATIN_SMALL | LEADS) == LATIN_SMALL | LEADS;
        // A letter twice in a row may be stretched, and both `www` and `http` have one, so no web address begins with such a word.
        if !ends || mixed || run.doubled {
            return None;
        }
        let (hash, first) = hash_of_word(bytes, start, run.end - start);
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        self.sight(Kind::Word, hash, None, (place, place + 1), (start, run.end));
        let (text, sighting) = (&bytes[start..run.end], self.scanner.sightings.len() - 1);
        self.watch.word(&Word { hash, start: first, text, n_letters: run.n_letters, sighting });
        Some(run.end)
    }

    /// Reads the word that starts here, and returns where to go on.
    fn word(&mut self, start: usize, inside_word: bool) -> Result<usize, TooStrange> {
        let (word, at) = self.letters_of_word(start)?;
        if let Some(next) = self.bytes.get(at) {
            if *next == b':'
                && let Some(end) = self.address_at_word_end(&word, start, at)?
            {
                return Ok(end);
            }
            if *next == b'.'
                && !inside_word
                && self.bytes_of(&word) == b"www"
                && let Some(end) = self.address_end(at + 1)?
            {
                self.push_address(start, end);
                return Ok(end);
            }
        }
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        self.sight_word(&word, (place, place + 1), (start, word.until));
        // Behind invisible characters after the word, if there are any.
        Ok(at)
    }

    /// The folded bytes of a word; of one longer than [`BYTES_MAX`] nothing.
    #[inline(always)]
    fn bytes_of(&self, word: &Reading) -> &[u8] {
        match word.raw {
            Some(from) => self.bytes.get(from..from + word.n_bytes).unwrap_or_default(),
            None => self.folded.get(..word.n_bytes).unwrap_or_default(),
        }
    }

    /// Reads the letters of a word: small letters without marks as they stand, and the rest of the word, if there is any other letter in
    /// it, folded one by one.
    fn letters_of_word(&mut self, start: usize) -> Result<(Reading, usize), TooStrange> {
        let run = small_letters(&self.scanner.table.simple, self.bytes, start);
        let goes_on = match self.bytes.get(run.end) {
            None => false,
            Some(byte) if *byte < 0x80 => self.scanner.table.simple[usize::from(*byte)] & FOLDS != 0,
            Some(_) => self.here(run.end).value & (PLAIN | INVISIBLE | JOINS) != 0,
        };
        let word = Reading {
            n_bytes: run.end - start,
            raw: Some(start),
            n_letters: run.n_letters,
            seen: run.seen(),
            doubled: run.doubled,
            until: run.end,
        };
        if goes_on { self.letters_folded(word, start) } else { Ok((word, run.end)) }
    }

    /// Goes on with a word whose small letters were read, folding letter by letter.
    fn letters_folded(&mut self, word: Reading, start: usize) -> Result<(Reading, usize), TooStrange> {
        let mut at = word.until;
        let small = &self.bytes[start..at];
        let Some(room) = self.folded.get_mut(..small.len()) else { return Err(TooStrange) };
        room.copy_from_slice(small);
        let mut word = Reading { raw: None, ..word };
        let mut before = match small {
            [.., lead, last] if *last >= 0x80 => u32::from(lead & 0x1F) << 6 | u32::from(last & 0x3F),
            [.., last] => u32::from(*last),
            [] => 0,
        };
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & PLAIN == 0 {
                if here.value & (INVISIBLE | JOINS) != 0 {
                    return self.letters_with_care(start);
                }
                break;
            }
            self.push(&mut word, &mut before, here.value);
            at += here.size;
        }
        word.until = at;
        Ok((word, at))
    }

    /// The letters of a word with something invisible or a joining mark in it.
    #[cold]
    fn letters_with_care(&mut self, start: usize) -> Result<(Reading, usize), TooStrange> {
        let mut word = Reading::folded(start);
        let (mut at, mut last, mut before) = (start, 0, word);
        let mut base = None;
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & PLAIN != 0 {
                before = word;
                base = char::from_u32(here.code);
                self.push(&mut word, &mut last, here.value);
            } else if here.value & JOINS != 0 {
                // A second mark would join with what this one left.
                let (Some(letter), Some(mark)) = (base.take(), char::from_u32(here.code)) else {
                    return Err(TooStrange);
                };
                let table = self.scanner.table;
                match join(letter, mark).ok_or(TooStrange)? {
                    (letter, None) if table.far(letter) & PLAIN != 0 => {
                        word = Reading { doubled: true, ..before };
                        self.push(&mut word, &mut last, table.far(letter));
                    }
                    (_, Some(mark)) => {
                        self.push(&mut word, &mut last, (table.far(mark) & !JOINS) | PLAIN);
                    }
                    (_, None) => return Err(TooStrange),
                }
            } else if here.value & INVISIBLE == 0 {
                break;
            }
            at += here.size;
            if here.value & INVISIBLE == 0 {
                word.until = at;
            }
        }
        Ok((word, at))
    }

    /// Adds a letter to the folded bytes. Bytes beyond the room are counted and not kept.
    #[inline(always)]
    fn push(&mut self, word: &mut Reading, before: &mut Value, value: Value) {
        let letter = value & FOLDED;
        word.doubled |= std::mem::replace(before, letter) == letter;
        word.seen |= value;
        word.n_letters += 1;
        if letter < 0x80
            && let Some(place) = self.folded.get_mut(word.n_bytes)
        {
            *place = letter as u8;
            word.n_bytes += 1;
        } else if letter < 0x800
            && let Some([first, second]) = self.folded.get_mut(word.n_bytes..word.n_bytes + 2)
        {
            (*first, *second) = (0xC0 | (letter >> 6) as u8, 0x80 | (letter & 0x3F) as u8);
            word.n_bytes += 2;
        } else {
            let mut encoded = [0; 4];
            let encoded = char::from_u32(letter).unwrap_or('\0').encode_utf8(&mut encoded).as_bytes();
            if let Some(place) = self.folded.get_mut(word.n_bytes..word.n_bytes + encoded.len()) {
                place.copy_from_slice(encoded);
            }
            word.n_bytes += encoded.len();
        }
    }

    /// Sights a word whose letters were just read, and shows it.
    fn sight_word(&mut self, word: &Reading, places: (u32, u32), span: (usize, usize)) {
        let odd = word.seen & (LATIN | CYRILLIC) == LATIN | CYRILLIC || word.doubled;
        if odd || word.n_bytes > BYTES_MAX {
            return self.sight_odd_word(word, places, span);
        }
        let (hash, start) = match word.raw {
            Some(from) => hash_of_word(self.bytes, from, word.n_bytes),
            None => hash_of_word(self.folded, 0, word.n_bytes),
        };
        self.sight(Kind::Word, hash, None, places, span);
        self.show(word, hash, start);
    }

    fn show(&mut self, word: &Reading, hash: u64, start: u64) {
        let text = match word.raw {
            Some(from) => &self.bytes[from..from + word.n_bytes],
            None => &self.folded[..word.n_bytes],
        };
        let sighting = self.scanner.sightings.len() - 1;
        self.watch.word(&Word { hash, start, text, n_letters: word.n_letters, sighting });
    }

    /// A word that may be read in other ways as well, or is too long for its bytes to have been kept.
    fn sight_odd_word(&mut self, word: &Reading, places: (u32, u32), span: (usize, usize)) {
        if word.n_bytes > BYTES_MAX {
            let inside = &self.text[span.0..span.1];
            let text = fold(inside.strip_prefix(['#', '@']).unwrap_or(inside));
            self.sight(Kind::Word, hash(Kind::Word, &text), None, places, span);
            show_text(&text, self.scanner.sightings.len() - 1, self.watch);
            return self.other_readings(&text, places, span);
        }
        let (seen, bytes) = (word.seen, self.bytes_of(word));
        let (hash, start) = hash_of_word(bytes, 0, bytes.len());
        let tripled = word.doubled && has_triple(bytes);
        let text = (tripled || seen & (LATIN | CYRILLIC) == LATIN | CYRILLIC)
            .then(|| std::str::from_utf8(bytes).unwrap_or_default().to_owned());
        self.sight(Kind::Word, hash, None, places, span);
        self.show(word, hash, start);
        if let Some(text) = text {
            self.other_readings(&text, places, span);
        }
    }

    /// What a word of mixed alphabets looks like, and stretched words without their stretches.
    fn other_readings(&mut self, word: &str, places: (u32, u32), span: (usize, usize)) {
        let all = variants(word);
        for text in &all[1..] {
            let via = self.scanner.keep(text);
            self.sight(Kind::Word, hash(Kind::Word, text), via, places, span);
            show_text(text, self.scanner.sightings.len() - 1, self.watch);
        }
        if is_stretched(word) {
            let short = squeezed(word);
            let hash = hash(Kind::Squeezed, &short);
            let via = self.scanner.keep(&short);
            self.sight(Kind::Squeezed, hash, via, places, span);
            self.watch.other(hash, self.scanner.sightings.len() - 1);
        }
    }

    #[inline(always)]
    fn sight(&mut self, kind: Kind, hash: u64, kept: Kept, places: (u32, u32), span: (usize, usize)) {
        self.scanner.sightings.push(Sighting {
            hash,
            kind,
            kept,
            part: self.part,
            first: places.0,
            next: places.1,
            from: span.0 as u32,
            until: span.1 as u32,
        });
    }

    /// The end of an address whose `http` or `https` ends the word before a colon.
    #[cold]
    fn address_at_word_end(
        &mut self,
        word: &Reading,
        start: usize,
        colon: usize,
    ) -> Result<Option<usize>, TooStrange> {
        let bytes = self.bytes_of(word);
        if !(bytes.ends_with(b"http") || bytes.ends_with(b"https") || word.n_bytes > BYTES_MAX) {
            return Ok(None);
        }
        let mut at = colon;
        for sign in [':', '/', '/'] {
            match self.visible(at) {
                Some((place, here)) if here.code == u32::from(sign) => at = place + here.size,
                Some((_, here)) if here.value & JOINS != 0 => return Err(TooStrange),
                _ => return Ok(None),
            }
        }
        let Some(end) = self.address_end(at)? else { return Ok(None) };
        let is_whole = matches!(self.bytes_of(word), b"http" | b"https");
        if !is_whole {
            // People glue an address to the word before it; where it starts is found by the plain reading.
            return Err(TooStrange);
        }
        self.push_address(start, end);
        Ok(Some(end))
    }

    fn push_address(&mut self, from: usize, until: usize) {
        self.scanner.next_place += 1;
        self.scanner.addresses.push(Address { part: self.part, from: from as u32, until: until as u32 });
    }

    /// End of the address whose body starts here; nothing when it has none.
    fn address_end(&self, body: usize) -> Result<Option<usize>, TooStrange> {
        let (mut at, mut end) = (body, None);
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & JOINS != 0 {
                return Err(TooStrange);
            }
            if here.value & INVISIBLE == 0 {
                if here.value & ENDS_ADDRESS != 0 {
                    break;
                }
                end = Some(at + here.size);
            }
            at += here.size;
        }
        Ok(end)
    }

    /// Emoji take one place; so does a flag.
    fn emoji(&mut self, at: usize, here: Here) -> Result<usize, TooStrange> {
        let mut end = at + here.size;
        let (mut emoji, mut n_bytes) = ([0; 8], 0);
        let mut add = |value: Value| {
            let encoded =
                char::from_u32(value & FOLDED).unwrap_or('\0').encode_utf8(&mut emoji[n_bytes..]).len();
            n_bytes += encoded;
        };
        add(here.value);
        if let Some((next_at, next)) = self.visible(end) {
            if next.value & JOINS != 0 {
                return Err(TooStrange);
            }
            if here.value & FLAG_HALF != 0 && next.value & FLAG_HALF != 0 {
                add(next.value);
                end = next_at + next.size;
                if self.visible(end).is_some_and(|(_, after)| after.value & JOINS != 0) {
                    return Err(TooStrange);
                }
            }
        }
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        let hash = hash_bytes(seed(Kind::Emoji), &emoji, 0, n_bytes);
        self.sight(Kind::Emoji, hash, None, (place, place + 1), (at, end));
        self.watch.other(hash, self.scanner.sightings.len() - 1);
        Ok(end)
    }
}

/// Hash of a word's folded bytes, and the first eight of them.
#[inline(always)]
fn hash_of_word(bytes: &[u8], from: usize, n_bytes: usize) -> (u64, u64) {
    let until = from + n_bytes;
    (hash_bytes(seed(Kind::Word), bytes, from, until), chunk(bytes, from, until))
}

/// A run of small letters without marks, and digits.
struct SmallLetters {
    end: usize,
    n_letters: usize,
    kinds: Simple,
    doubled: bool,
}

impl SmallLetters {
    fn seen(&self) -> Value {
        let latin = if self.kinds & LATIN_SMALL != 0 { LATIN } else { 0 };
        latin | if self.kinds & LEADS != 0 { CYRILLIC } else { 0 }
    }
}

/// The run that starts here. This loop is what all posts pay for.
#[inline(always)]
fn small_letters(simple: &[Simple; 256], bytes: &[u8], start: usize) -> SmallLetters {
    let (mut end, mut n_letters, mut kinds, mut doubled, mut before) = (start, 0, 0, false, 0u8);
    while let Some(byte) = bytes.get(end) {
        let kind = simple[usize::from(*byte)];
        let mut letter = *byte;
        if kind & SMALL == 0 {
            if kind & LEADS == 0 {
                break;
            }
            letter = bytes.get(end + 1).copied().unwrap_or(0);
            if letter.wrapping_sub(if *byte == 0xD0 { 0xB0 } else { 0x80 }) >= 16 {
                break;
            }
            end += 1;
        }
        end += 1;
        kinds |= kind;
        doubled |= letter == before;
        before = letter;
        n_letters += 1;
    }
    SmallLetters { end, n_letters, kinds, doubled }
}

/// Whether a letter or digit stands three times in a row.
fn has_triple(word: &[u8]) -> bool {
    let Ok(word) = std::str::from_utf8(word) else { return false };
    let mut letters = ('\0', '\0');
    word.chars().any(|c| {
        let tripled = letters == (c, c);
        letters = (letters.1, c);
        tripled
    })
}

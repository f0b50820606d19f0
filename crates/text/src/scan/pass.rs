//! One pass over the bytes of a part of a post.

use super::table::{
    CYRILLIC, EMOJI, ENDS_ADDRESS, FLAG_HALF, INVISIBLE, JOINS, LATIN, LETTER, PLAIN, STARTS, UPPER, Value,
};
use super::{Address, Kept, LETTERS_MAX, Scanner, Sighting, Watch, Word, grown, hash, seed, watch_letters};
use crate::letters::{Class, Letter, fold, join};
use crate::tokens::{Kind, is_stretched, squeezed, tag_parts, variants};

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
    /// The letters of the word that is read, cut to 16 bits.
    pub(super) letters: &'a mut [u16; LETTERS_MAX],
}

/// A character where the pass stands.
#[derive(Clone, Copy)]
struct Here {
    value: Value,
    code: u32,
    size: usize,
}

/// A word as it is read. Its letters are in [`Pass::letters`].
#[derive(Clone, Copy)]
struct Reading {
    hash: u64,
    n: usize,
    /// What its letters are, together.
    seen: Value,
    /// Whether a letter or digit stands twice in a row.
    doubled: bool,
    /// First byte behind its last letter.
    until: usize,
}

impl Reading {
    fn at(until: usize) -> Self {
        Self { hash: seed(Kind::Word), n: 0, seen: 0, doubled: false, until }
    }
}

impl<W: Watch> Pass<'_, W> {
    pub(super) fn read(&mut self) -> Result<(), TooStrange> {
        let mut at = 0;
        // Whether the last letter goes on with a word: a sign behind it begins no hashtag.
        let mut inside_word = false;
        while at < self.bytes.len() {
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

    /// Reads the word that starts here, and returns where to go on.
    #[inline(always)]
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
                && self.is(&word, "www")
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

    /// Whether a word is this one; a short one in small ASCII letters.
    fn is(&self, word: &Reading, text: &str) -> bool {
        word.n == text.len()
            && text.bytes().zip(self.letters.iter()).all(|(wanted, letter)| u16::from(wanted) == *letter)
    }

    /// The loop that all posts pay for: a look into the table, a letter and a step of the hash. It keeps to what ordinary words are made
    /// of; a word with anything else in it is read again, with more care.
    #[inline(always)]
    fn letters_of_word(&mut self, start: usize) -> Result<(Reading, usize), TooStrange> {
        let (table, bytes) = (self.scanner.table, self.bytes);
        let (mut at, mut n, mut hash, mut seen) = (start, 0, seed(Kind::Word), 0);
        let (mut doubled, mut before) = (false, 0);
        let stop = loop {
            let Some(byte) = bytes.get(at) else { break 0 };
            let (value, size) = if *byte < 0x80 {
                (table.near(u32::from(*byte)), 1)
            } else if *byte < 0xE0 {
                let Some(second) = bytes.get(at + 1) else { break 0 };
                (table.near((u32::from(byte & 0x1F) << 6) | u32::from(second & 0x3F)), 2)
            } else {
                let here = self.far(at);
                (here.value, here.size)
            };
            if value & PLAIN == 0 {
                break value;
            }
            self.letters[n & (LETTERS_MAX - 1)] = value as u16;
            n += 1;
            seen |= value;
            doubled |= before == value & FOLDED;
            before = value & FOLDED;
            hash = grown(hash, value & FOLDED);
            at += size;
        };
        if stop & (INVISIBLE | JOINS) != 0 {
            return self.letters_with_care(start);
        }
        Ok((Reading { hash, n, seen, doubled, until: at }, at))
    }

    /// The letters of a word with something invisible or a joining mark in it.
    #[cold]
    fn letters_with_care(&mut self, start: usize) -> Result<(Reading, usize), TooStrange> {
        let mut word = Reading::at(start);
        let mut at = start;
        let mut before = word;
        let mut base = None;
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & PLAIN != 0 {
                before = word;
                base = char::from_u32(here.code);
                self.push(&mut word, here.value);
            } else if here.value & JOINS != 0 {
                // A second mark would join with what this one left.
                let (Some(letter), Some(mark)) = (base.take(), char::from_u32(here.code)) else {
                    return Err(TooStrange);
                };
                let table = self.scanner.table;
                match join(letter, mark).ok_or(TooStrange)? {
                    (letter, None) if table.far(letter) & PLAIN != 0 => {
                        word = before;
                        self.push(&mut word, table.far(letter));
                    }
                    (_, Some(mark)) => self.push(&mut word, (table.far(mark) & !JOINS) | PLAIN),
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

    #[inline(always)]
    fn push(&mut self, word: &mut Reading, value: Value) {
        word.doubled |= word.n > 0 && self.letters[(word.n - 1) & (LETTERS_MAX - 1)] == value as u16;
        self.letters[word.n & (LETTERS_MAX - 1)] = value as u16;
        word.n += 1;
        word.hash = grown(word.hash, value & FOLDED);
        word.seen |= value;
    }

    /// Sights a word whose letters were just read, and shows it.
    #[inline(always)]
    fn sight_word(&mut self, word: &Reading, places: (u32, u32), span: (usize, usize)) {
        self.sight(Kind::Word, word.hash, None, places, span);
        let mixed = word.seen & (LATIN | CYRILLIC) == LATIN | CYRILLIC;
        if mixed || word.n >= LETTERS_MAX || (word.doubled && self.is_tripled(word.n)) {
            return self.show_odd_word(word, places, span);
        }
        self.show(word);
    }

    /// Whether a letter or digit stands three times in a row.
    fn is_tripled(&self, n: usize) -> bool {
        let letters = &self.letters[..n.min(LETTERS_MAX)];
        letters.windows(3).any(|three| three[0] == three[1] && three[1] == three[2])
    }

    #[inline(always)]
    fn show(&mut self, word: &Reading) {
        let sighting = self.scanner.sightings.len() - 1;
        self.watch.word(&Word { hash: word.hash, letters: self.letters, n_letters: word.n, sighting });
    }

    /// A word that is read in other ways as well, or is too long for its letters to have been kept.
    #[cold]
    fn show_odd_word(&mut self, word: &Reading, places: (u32, u32), span: (usize, usize)) {
        let inside = &self.text[span.0..span.1];
        let text = fold(inside.strip_prefix(['#', '@']).unwrap_or(inside));
        if word.n < LETTERS_MAX {
            self.show(word);
        } else {
            watch_letters(text.chars().map(u32::from), self.scanner.sightings.len() - 1, self.watch);
        }
        self.other_readings(&text, places, span);
    }

    /// What a word of mixed alphabets looks like, and stretched words without their stretches.
    fn other_readings(&mut self, word: &str, places: (u32, u32), span: (usize, usize)) {
        let all = variants(word);
        for text in &all[1..] {
            let via = self.scanner.keep(text);
            self.sight(Kind::Word, hash(Kind::Word, text), via, places, span);
            watch_letters(text.chars().map(u32::from), self.scanner.sightings.len() - 1, self.watch);
        }
        if is_stretched(word) {
            let short = squeezed(word);
            let hash = hash(Kind::Squeezed, &short);
            let via = self.scanner.keep(&short);
            self.sight(Kind::Squeezed, hash, via, places, span);
            self.watch.other(hash);
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
        let ends = |text: &str| {
            let from = word.n.wrapping_sub(text.len());
            text.bytes().enumerate().all(|(at, wanted)| {
                self.letters[from.wrapping_add(at) & (LETTERS_MAX - 1)] == u16::from(wanted)
            })
        };
        if word.n < 4 || !(ends("http") || ends("https")) {
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
        let is_whole = self.is(word, "http") || self.is(word, "https");
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
        let mut hash = grown(seed(Kind::Emoji), here.value & FOLDED);
        if let Some((next_at, next)) = self.visible(end) {
            if next.value & JOINS != 0 {
                return Err(TooStrange);
            }
            if here.value & FLAG_HALF != 0 && next.value & FLAG_HALF != 0 {
                hash = grown(hash, next.value & FOLDED);
                end = next_at + next.size;
                if self.visible(end).is_some_and(|(_, after)| after.value & JOINS != 0) {
                    return Err(TooStrange);
                }
            }
        }
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        self.sight(Kind::Emoji, hash, None, (place, place + 1), (at, end));
        self.watch.other(hash);
        Ok(end)
    }

    /// Reads the body of a hashtag or name: its hash, and the word it is if no sign stands in it.
    #[inline(always)]
    fn body(&mut self, from: usize, kind: Kind) -> Result<Body, TooStrange> {
        let word = Reading::at(from);
        let mut body =
            Body { word, hash: seed(kind), signs: false, letters: false, capitals: false, goes_on: false };
        let mut at = from;
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & PLAIN != 0 {
                if body.word.until == from && here.value & STARTS == 0 {
                    break;
                }
                body.capitals |= here.value & UPPER != 0 && body.word.until > from;
                body.letters |= here.value & LETTER != 0;
                self.push(&mut body.word, here.value);
                body.goes_on = true;
            } else if here.value & INVISIBLE != 0 {
                at += here.size;
                continue;
            } else if here.value & JOINS != 0 {
                return Err(TooStrange);
            } else if here.code == UNDERSCORE {
                (body.signs, body.letters, body.goes_on) = (true, true, false);
            } else if kind == Kind::Name && here.code == u32::from('.') && body.word.until > from {
                let next = self.visible(at + 1).map(|(_, next)| next);
                if !next.is_some_and(|next| next.value & PLAIN != 0 || next.code == UNDERSCORE) {
                    break;
                }
                body.signs = true;
            } else {
                break;
            }
            body.hash = grown(body.hash, here.value & FOLDED);
            at += here.size;
            body.word.until = at;
        }
        Ok(body)
    }

    /// Reads the hashtag whose sign stands here: where it ends, and whether a word could go on there.
    fn tag(&mut self, sign: usize) -> Result<Option<(usize, bool)>, TooStrange> {
        let body = self.body(sign + 1, Kind::Tag)?;
        let end = body.word.until;
        if !body.letters {
            return Ok(None);
        }
        if body.signs || body.capitals {
            self.tag_in_parts(sign, &body);
            return Ok(Some((end, body.goes_on)));
        }
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        self.sight(Kind::Tag, body.hash, None, (place, place + 1), (sign, end));
        self.watch.other(body.hash);
        self.sight_word(&body.word, (place, place + 1), (sign, end));
        Ok(Some((end, body.goes_on)))
    }

    /// A hashtag with signs or capitals in it, which cut it into words.
    fn tag_in_parts(&mut self, sign: usize, body: &Body) {
        let mut letters = std::mem::take(&mut self.scanner.letters);
        self.letters_of_tag(sign + 1, body.word.until, &mut letters);
        let parts = tag_parts(&letters);
        let n_places = parts.len().max(1) as u32;
        let (first, span) = (self.scanner.next_place, (sign, body.word.until));
        let places = (first, first + n_places);
        self.sight(Kind::Tag, body.hash, None, places, span);
        self.watch.other(body.hash);
        if !body.signs {
            self.sight_word(&body.word, places, span);
        }
        if parts.len() > 1 || body.signs {
            for (index, part) in (first..).zip(parts) {
                let span = (letters[part.start].start as usize, letters[part.end - 1].end as usize);
                self.part(&letters[part], (index, index + 1), span);
            }
        }
        self.scanner.next_place = first + n_places;
        self.scanner.letters = letters;
    }

    /// The letters of a hashtag's body, in which nothing joins.
    fn letters_of_tag(&self, from: usize, until: usize, into: &mut Vec<Letter>) {
        into.clear();
        let mut at = from;
        while at < until {
            let here = self.here(at);
            let class = match here.value {
                value if value & LETTER != 0 => Class::Letter,
                value if value & STARTS != 0 => Class::Digit,
                value if value & PLAIN != 0 => Class::Mark,
                _ => Class::Separator,
            };
            if here.value & INVISIBLE == 0 {
                let folded = char::from_u32(here.value & FOLDED).unwrap_or('\0');
                let (start, upper) = (at as u32, here.value & UPPER != 0);
                into.push(Letter { folded, start, end: (at + here.size) as u32, class, upper });
            }
            at += here.size;
        }
    }

    /// Reads the name whose sign stands here, as [`Self::tag`] does.
    fn name(&mut self, sign: usize) -> Result<Option<(usize, bool)>, TooStrange> {
        let body = self.body(sign + 1, Kind::Name)?;
        let end = body.word.until;
        if end == sign + 1 {
            return Ok(None);
        }
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        self.sight(Kind::Name, body.hash, None, (place, place + 1), (sign, end));
        self.watch.other(body.hash);
        if !body.signs {
            self.sight_word(&body.word, (place, place + 1), (sign, end));
        }
        Ok(Some((end, body.goes_on)))
    }

    /// A part of a hashtag.
    fn part(&mut self, letters: &[Letter], places: (u32, u32), span: (usize, usize)) {
        let mut word = Reading::at(span.1);
        for letter in letters {
            let value = self.scanner.table.far(letter.folded);
            self.push(&mut word, value);
        }
        self.sight_word(&word, places, span);
    }
}

/// The body of a hashtag or name.
struct Body {
    /// The word it is, if no sign stands in it.
    word: Reading,
    hash: u64,
    /// Whether `_` or an inner dot stands in it.
    signs: bool,
    /// Whether something but digits stands in it.
    letters: bool,
    /// Whether a capital stands behind its first letter.
    capitals: bool,
    /// Whether a word could go on behind it.
    goes_on: bool,
}

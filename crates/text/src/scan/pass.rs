//! One pass over a part of a post: plain words by the bits of its blocks, all else character by character.

mod sign;

use super::blocks::{BLOCK, Block};
use super::table::{CYRILLIC, EMOJI, ENDS_ADDRESS, FLAG_HALF, INVISIBLE, JOINS, LATIN, PLAIN, STARTS, Value};
use super::{Address, Kept, SPELLED, Scanner, Sighting, hash_bytes, seed, spell, start_of};
use crate::letters::join;
use crate::tokens::{Kind, is_stretched, squeezed, variants};

const FOLDED: Value = 0x1F_FFFF;
const UNDERSCORE: u32 = '_' as u32;

/// A place that one pass cannot read.
pub(super) struct TooStrange;

pub(super) struct Pass<'a> {
    pub(super) scanner: &'a mut Scanner,
    pub(super) bytes: &'a [u8],
    pub(super) part: u8,
    /// Where the small letters of the part start among those of the post.
    pub(super) base: usize,
}

/// A character where the pass stands.
#[derive(Clone, Copy)]
struct Here {
    value: Value,
    code: u32,
    size: usize,
}

/// How far the part is read.
#[derive(Clone, Copy)]
struct Cursor {
    at: usize,
    /// Whether the last letter goes on with a word: a sign behind it begins no hashtag.
    inside_word: bool,
}

/// A word as it is read letter by letter.
#[derive(Clone, Copy)]
struct Reading {
    /// Where its folded letters start among the spelled texts; they are the last there.
    from: usize,
    /// What its letters are, together.
    seen: Value,
    /// First byte behind its last letter.
    until: usize,
}

/// A run of letters, signs and strange characters: its first byte, and the byte behind it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    from: u32,
    until: u32,
}

/// What goes on from one block to the next.
#[derive(Default)]
struct Carry {
    inside_run: bool,
    plain: bool,
    not_latin: bool,
    not_cyrillic: bool,
}

impl Carry {
    /// Adds the runs that end in a block. `from` is where the one that goes on from the block before starts.
    ///
    /// To tell plain words (of letters of one alphabet, with nothing to be read letter by letter), a one is added at the first byte of each
    /// run. It is carried through all bytes of a kind and comes out behind the run, if nothing of another kind stands in between.
    #[inline(always)]
    fn runs(&mut self, block: &Block, base: u32, mut from: u32, runs: &mut Vec<Run>, odd: &mut Odd) -> u32 {
        let before = block.runs << 1 | u64::from(self.inside_run);
        let (mut starts, mut ends) = (block.runs & !before, !block.runs & before);
        let through = |kind: u64, carry: &mut bool| {
            let (sum, over) = starts.overflowing_add(block.runs & !kind);
            let (sum, over_again) = sum.overflowing_add(u64::from(*carry));
            *carry = over | over_again;
            sum
        };
        let plain = through(block.odd | block.stretched, &mut self.plain);
        let not_cyrillic = through(block.cyrillic, &mut self.not_cyrillic);
        let not_latin = through(block.latin, &mut self.not_latin);
        let plain = plain & (not_cyrillic | not_latin);
        if !self.inside_run {
            from = base + starts.trailing_zeros();
            starts &= starts.wrapping_sub(1);
        }
        self.inside_run = block.runs >> (BLOCK - 1) != 0;
        let Some(room) = odd.room() else { return from };
        let mut n_odd = 0;
        while ends != 0 {
            let end = ends.trailing_zeros();
            room[n_odd % RUNS_MAX] = runs.len() as u32;
            n_odd += usize::from(plain >> end & 1 == 0);
            runs.push(Run { from, until: base + end });
            ends &= ends - 1;
            from = base + starts.trailing_zeros();
            starts &= starts.wrapping_sub(1);
        }
        odd.n += n_odd;
        from
    }
}

/// Most runs that end in a block.
const RUNS_MAX: usize = BLOCK / 2;

/// Numbers of runs that are no plain words, written without a question.
#[derive(Debug, Default)]
pub(super) struct Odd {
    numbers: Vec<u32>,
    n: usize,
}

impl Odd {
    /// Room for the runs of a block.
    #[inline(always)]
    fn room(&mut self) -> Option<&mut [u32; RUNS_MAX]> {
        if self.numbers.len() < self.n + RUNS_MAX {
            self.numbers.resize(self.n + RUNS_MAX, 0);
        }
        self.numbers[self.n..].first_chunk_mut()
    }
}

impl Pass<'_> {
    pub(super) fn read(&mut self) -> Result<(), TooStrange> {
        let mut runs = std::mem::take(&mut self.scanner.runs);
        let mut odd = std::mem::take(&mut self.scanner.odd_runs);
        runs.clear();
        odd.n = 0;
        let (mut carry, mut from) = (Carry::default(), 0);
        // A text has fewer bytes than fit in 32 bits.
        for (base, block) in (0..).step_by(BLOCK).zip(&self.scanner.blocks) {
            from = carry.runs(block, base, from, &mut runs, &mut odd);
        }
        let read = self.read_runs(&runs, &odd.numbers[..odd.n]);
        (self.scanner.runs, self.scanner.odd_runs) = (runs, odd);
        read
    }

    /// Reads all runs, of which the odd ones are no plain words.
    fn read_runs(&mut self, runs: &[Run], odd: &[u32]) -> Result<(), TooStrange> {
        let (mut cursor, mut next, mut odd) = (Cursor { at: 0, inside_word: false }, 0, odd.iter());
        loop {
            let until = odd.find(|odd| **odd as usize >= next).map_or(runs.len(), |odd| *odd as usize);
            if next < until {
                self.plain_words(&runs[next..until]);
            }
            let Some(run) = runs.get(until) else { return Ok(()) };
            self.run(run, &mut cursor)?;
            next = until + 1;
            // A hashtag, name or address may have taken in what follows, or its beginning.
            while let Some(run) = runs.get(next).filter(|run| (run.from as usize) < cursor.at) {
                self.run(run, &mut cursor)?;
                next += 1;
            }
        }
    }

    /// Words that are folded in their places.
    #[inline(always)]
    fn plain_words(&mut self, runs: &[Run]) {
        let Scanner { sightings, folded, next_place, .. } = &mut *self.scanner;
        let (base, part, place) = (self.base as u32, self.part, *next_place);
        let folded = folded.as_slice();
        *next_place += runs.len() as u32;
        sightings.extend(runs.iter().zip(place..).map(|(run, first)| {
            let text = Kept { from: base + run.from, n_bytes: run.until - run.from };
            let (text_from, n_bytes) = (text.from as usize, text.n_bytes as usize);
            let start = start_of(folded, text_from, n_bytes);
            let hash = hash_bytes(const { seed(Kind::Word) }, start, folded, text_from, n_bytes);
            let Run { from, until } = *run;
            Sighting { hash, start, text, first, next: first + 1, from, until, kind: Kind::Word, part }
        }));
    }

    /// The next place.
    #[inline(always)]
    fn take_place(&mut self) -> u32 {
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        place
    }

    /// A run that must be read character by character, from where the pass stands.
    #[inline(never)]
    fn run(&mut self, run: &Run, cursor: &mut Cursor) -> Result<(), TooStrange> {
        if cursor.at <= run.from as usize {
            *cursor = Cursor { at: run.from as usize, inside_word: false };
        }
        while cursor.at < run.until as usize {
            self.step(cursor)?;
        }
        Ok(())
    }

    /// Reads what starts where the pass stands.
    fn step(&mut self, cursor: &mut Cursor) -> Result<(), TooStrange> {
        let Cursor { at, inside_word } = *cursor;
        let here = self.here(at);
        *cursor = if here.value & STARTS != 0 {
            Cursor { at: self.word(at, inside_word)?, inside_word: true }
        } else if here.value & (INVISIBLE | JOINS | EMOJI | FLAG_HALF | PLAIN) == 0 {
            let sign = char::from_u32(here.code).filter(|_| !inside_word);
            let end = match sign {
                Some('#') => self.tag(at)?,
                Some('@') => self.name(at)?,
                Some(_) | None => None,
            };
            end.map_or(Cursor { at: at + here.size, inside_word: false }, |(at, inside_word)| Cursor {
                at,
                inside_word,
            })
        } else if here.value & INVISIBLE != 0 {
            Cursor { at: at + here.size, inside_word }
        } else if here.value & JOINS != 0 {
            return Err(TooStrange);
        } else if here.value & PLAIN != 0 {
            // A mark that joins with nothing: no word starts with it.
            Cursor { at: at + here.size, inside_word: true }
        } else {
            Cursor { at: self.emoji(at, here)?, inside_word: false }
        };
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
        let size = if self.bytes[at] < 0xF0 { 3 } else { 4 };
        let c = self.bytes.get(at..at + size).map(std::str::from_utf8);
        let c = c.and_then(|c| c.ok()?.chars().next()).unwrap_or('\0');
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
                && self.spelled(&word) == b"www"
                && let Some(end) = self.address_end(at + 1)?
            {
                self.push_address(start, end);
                return Ok(end);
            }
        }
        let place = self.take_place();
        self.sight_spelled(&word, (place, place + 1), (start, word.until));
        // Behind invisible characters after the word, if there are any.
        Ok(at)
    }

    /// The folded bytes of a word that was just read.
    fn spelled(&self, word: &Reading) -> &[u8] {
        self.scanner.spelled.get(word.from..).unwrap_or_default()
    }

    fn kept(&self, word: &Reading) -> Kept {
        let n_bytes = (self.scanner.spelled.len() - word.from) as u32;
        Kept { from: word.from as u32 | SPELLED, n_bytes }
    }

    fn reading(&self, until: usize) -> Reading {
        Reading { from: self.scanner.spelled.len(), seen: 0, until }
    }

    /// Reads the letters of a word: plain ones by stretches, others letter by letter.
    fn letters_of_word(&mut self, start: usize) -> Result<(Reading, usize), TooStrange> {
        let (mut word, mut at) = (self.reading(start), start);
        loop {
            let end = self.plain_end(at);
            if end > at {
                let inside = self.inside(at, end);
                word.seen |= if inside.latin != 0 { LATIN } else { 0 };
                word.seen |= if inside.cyrillic != 0 { CYRILLIC } else { 0 };
                let (base, scanner) = (self.base, &mut *self.scanner);
                scanner.spelled.extend_from_slice(&scanner.folded[base + at..base + end]);
                at = end;
            }
            if at >= self.bytes.len() {
                break;
            }
            let here = self.here(at);
            if here.value & PLAIN == 0 {
                if here.value & (INVISIBLE | JOINS) != 0 {
                    return self.letters_with_care(start, word.from);
                }
                break;
            }
            self.push(&mut word, here.value);
            at += here.size;
        }
        word.until = at;
        Ok((word, at))
    }

    /// The letters of a word with something invisible or a joining mark in it.
    #[cold]
    fn letters_with_care(&mut self, start: usize, from: usize) -> Result<(Reading, usize), TooStrange> {
        self.scanner.spelled.truncate(from);
        let mut word = self.reading(start);
        let mut at = start;
        let mut base = None;
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & PLAIN != 0 {
                base = char::from_u32(here.code).map(|letter| (letter, self.scanner.spelled.len()));
                self.push(&mut word, here.value);
            } else if here.value & JOINS != 0 {
                // A second mark would join with what this one left.
                let (Some((letter, letter_from)), Some(mark)) = (base.take(), char::from_u32(here.code))
                else {
                    return Err(TooStrange);
                };
                let table = self.scanner.table;
                match join(letter, mark).ok_or(TooStrange)? {
                    (letter, None) if table.far(letter) & PLAIN != 0 => {
                        self.scanner.spelled.truncate(letter_from);
                        self.push(&mut word, table.far(letter));
                    }
                    (_, Some(mark)) => {
                        self.push(&mut word, (table.far(mark) & !JOINS) | PLAIN);
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

    /// Adds a letter to the word that is read.
    #[inline(always)]
    fn push(&mut self, word: &mut Reading, value: Value) {
        let letter = value & FOLDED;
        word.seen |= value;
        let spelled = &mut self.scanner.spelled;
        if letter < 0x80 {
            spelled.push(letter as u8);
        } else if letter < 0x800 {
            spelled.extend_from_slice(&[0xC0 | (letter >> 6) as u8, 0x80 | (letter & 0x3F) as u8]);
        } else {
            let mut encoded = [0; 4];
            let encoded = char::from_u32(letter).unwrap_or('\0').encode_utf8(&mut encoded);
            spelled.extend_from_slice(encoded.as_bytes());
        }
    }

    /// Sights a word that was spelled.
    fn sight_spelled(&mut self, word: &Reading, places: (u32, u32), span: (usize, usize)) {
        let bytes = self.spelled(word);
        let is_odd = word.seen & (LATIN | CYRILLIC) == LATIN | CYRILLIC || may_be_stretched(bytes);
        let text = self.kept(word);
        self.sight_word(text, is_odd, places, span);
    }

    /// Sights a word. One of mixed alphabets is found by what it looks like too, a stretched one without its stretches.
    fn sight_word(&mut self, text: Kept, is_odd: bool, places: (u32, u32), span: (usize, usize)) {
        self.sight(Kind::Word, text, places, span);
        if is_odd {
            self.sight_other_readings(places, span);
        }
    }

    /// What the word that was just sighted may be read as too.
    #[cold]
    fn sight_other_readings(&mut self, places: (u32, u32), span: (usize, usize)) {
        let word = self.scanner.sightings.last().map_or("", |word| self.scanner.text(word)).to_owned();
        for text in &variants(&word)[1..] {
            let text = spell(&mut self.scanner.spelled, text);
            self.sight(Kind::Word, text, places, span);
        }
        if is_stretched(&word) {
            let text = spell(&mut self.scanner.spelled, &squeezed(&word));
            self.sight(Kind::Squeezed, text, places, span);
        }
    }

    fn sight(&mut self, kind: Kind, text: Kept, places: (u32, u32), span: (usize, usize)) {
        let (from, until) = (span.0 as u32, span.1 as u32);
        let (first, next) = places;
        let (bytes, text_from) = self.scanner.kept(text);
        let n_bytes = text.n_bytes as usize;
        let start = start_of(bytes, text_from, n_bytes);
        let hash = hash_bytes(seed(kind), start, bytes, text_from, n_bytes);
        let part = self.part;
        self.scanner.sightings.push(Sighting { hash, start, text, first, next, from, until, kind, part });
    }

    /// The end of an address whose `http` or `https` ends the word before a colon.
    #[cold]
    fn address_at_word_end(
        &mut self,
        word: &Reading,
        start: usize,
        colon: usize,
    ) -> Result<Option<usize>, TooStrange> {
        let bytes = self.spelled(word);
        if !(bytes.ends_with(b"http") || bytes.ends_with(b"https")) {
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
        let is_whole = matches!(self.spelled(word), b"http" | b"https");
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
        let mut emoji = self.reading(end);
        self.push(&mut emoji, here.value);
        if let Some((next_at, next)) = self.visible(end) {
            if next.value & JOINS != 0 {
                return Err(TooStrange);
            }
            if here.value & FLAG_HALF != 0 && next.value & FLAG_HALF != 0 {
                self.push(&mut emoji, next.value);
                end = next_at + next.size;
                if self.visible(end).is_some_and(|(_, after)| after.value & JOINS != 0) {
                    return Err(TooStrange);
                }
            }
        }
        let place = self.take_place();
        let text = self.kept(&emoji);
        self.sight(Kind::Emoji, text, (place, place + 1), (at, end));
        Ok(end)
    }
}

/// Whether a letter may stand three times in a row. Of most words this is told by sixteen bytes at once.
fn may_be_stretched(word: &[u8]) -> bool {
    const ONES: u128 = u128::from_le_bytes([0x01; 16]);
    if word.len() < 3 || word.len() > 16 {
        return word.len() > 16;
    }
    let [first, second] = start_of(word, 0, word.len());
    let both = u128::from(first) | u128::from(second) << 64;
    // The top bit of each byte that is the same as the one so many bytes behind it.
    let same = |n_behind: usize| {
        let differs = (both ^ both >> (8 * n_behind)) | u128::MAX << (8 * (word.len() - n_behind));
        differs.wrapping_sub(ONES) & !differs & ONES << 7
    };
    let (one, two) = (same(1), same(2));
    // Letters of more bytes begin with three ones; of these any word may be.
    let longer = both & both << 1 & both << 2 & ONES << 7;
    longer != 0 || one & one >> 8 != 0 || two & two >> 8 & two >> 16 & two >> 24 != 0
}

//! One pass over the bytes of a part of a post.

use super::table::{
    CYRILLIC, EMOJI, ENDS_ADDRESS, FLAG_HALF, INVISIBLE, JOINS, LATIN, LETTER, PLAIN, STARTS, UPPER, Value,
};
use super::{
    Address, STARTS_MAX, Scanner, Sighting, Via, Watch, Word, grown, hash, seed, slid_code, watch_letters,
};
use crate::letters::{Class, Letter, join};
use crate::tokens::{Kind, is_stretched, squeezed, tag_parts, variants};

const FOLDED: Value = 0x1F_FFFF;
const HTTP: u64 = window_of(*b"http");
const TTPS: u64 = window_of(*b"ttps");
const UNDERSCORE: u32 = '_' as u32;

/// A place that one pass cannot read.
pub(super) struct TooStrange;

const fn window_of(letters: [u8; 4]) -> u64 {
    (letters[0] as u64) << 48 | (letters[1] as u64) << 32 | (letters[2] as u64) << 16 | letters[3] as u64
}

pub(super) struct Pass<'a, W> {
    pub(super) scanner: &'a mut Scanner,
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) part: u8,
    pub(super) watch: &'a mut W,
}

/// A character where the pass stands.
#[derive(Clone, Copy)]
struct Here {
    value: Value,
    code: u32,
    size: usize,
}

/// A word as it is read.
struct Reading {
    hash: u64,
    window: u64,
    n: usize,
    starts: [u64; STARTS_MAX],
    /// What its letters are, together.
    seen: Value,
    first: u32,
    last: u32,
    /// Whether a letter stands three times in a row.
    stretched: bool,
    /// The hash without the last letter, which a mark may still change.
    before: u64,
    /// First byte behind its last letter.
    until: usize,
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
    fn word(&mut self, start: usize, inside_word: bool) -> Result<usize, TooStrange> {
        let (word, mut at) = self.letters_of_word(start)?;
        if let Some(next) = self.bytes.get(at) {
            if *next == b':'
                && (word.window == HTTP || word.window == TTPS)
                && let Some(end) = self.address_at_word_end(start, at)?
            {
                return Ok(end);
            }
            if *next == b'.'
                && word.n == 3
                && !inside_word
                && word.is_www()
                && let Some(end) = self.address_end(at + 1)?
            {
                self.push_address(start, end);
                return Ok(end);
            }
        }
        self.end_word(&word, start);
        // The place behind invisible characters after the word, if there are any.
        at = at.max(word.until);
        Ok(at)
    }

    #[inline(always)]
    fn letters_of_word(&mut self, start: usize) -> Result<(Reading, usize), TooStrange> {
        let mut word = Reading {
            hash: seed(Kind::Word),
            window: 0,
            n: 0,
            starts: [0; STARTS_MAX],
            seen: 0,
            first: 0,
            last: 0,
            stretched: false,
            before: 0,
            until: start,
        };
        let (mut at, mut base) = (start, 0);
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & PLAIN == 0 {
                if here.value & INVISIBLE != 0 {
                    at += here.size;
                    continue;
                }
                if here.value & JOINS == 0 {
                    break;
                }
                self.join(&mut word, base, here.code)?;
                at += here.size;
                word.until = at;
                // A second mark would join with what this one left.
                if self.visible(at).is_some_and(|(_, next)| next.value & JOINS != 0) {
                    return Err(TooStrange);
                }
                base = 0;
                continue;
            }
            at += here.size;
            word.until = at;
            base = here.code;
            self.push(&mut word, here.value);
        }
        word.starts[word.n.min(STARTS_MAX - 1)] = word.hash;
        Ok((word, at))
    }

    #[inline(always)]
    fn push(&mut self, word: &mut Reading, value: Value) {
        let letter = value & FOLDED;
        word.starts[word.n.min(STARTS_MAX - 1)] = word.hash;
        word.before = word.hash;
        word.hash = grown(word.hash, letter);
        word.window = slid_code(word.window, letter);
        word.seen |= value;
        word.n += 1;
        // The last three letters are the same when the last two and the two before them are.
        word.stretched |= (word.window ^ (word.window >> 16)) as u32 == 0 && word.n >= 3;
        if W::FOUR_LETTERS && word.n >= 4 {
            self.watch.four_letters(word.window);
        }
        word.last = letter;
        if word.n == 1 {
            word.first = letter;
        }
    }

    /// Joins a mark with the letter before it. Without such a letter the place is left to the plain reading.
    fn join(&mut self, word: &mut Reading, base: u32, mark: u32) -> Result<(), TooStrange> {
        // Four letters shown before they were joined cost a needless second look at most; the hash must be of the joined letter.
        let (Some(base), Some(mark)) = (char::from_u32(base).filter(|c| *c != '\0'), char::from_u32(mark))
        else {
            return Err(TooStrange);
        };
        let joined = join(base, mark).ok_or(TooStrange)?;
        let table = self.scanner.table;
        match joined {
            (letter, None) => {
                let value = table.far(letter);
                if value & PLAIN == 0 || word.n == 0 {
                    return Err(TooStrange);
                }
                word.n -= 1;
                word.hash = word.before;
                word.window >>= 16;
                self.push(word, value);
            }
            (_, Some(mark)) => {
                let value = table.far(mark);
                self.push(word, (value & !JOINS) | PLAIN);
            }
        }
        Ok(())
    }

    #[inline(always)]
    fn end_word(&mut self, word: &Reading, from: usize) {
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        self.sight(Kind::Word, word.hash, Via::Folding, (place, place + 1), (from, word.until));
        self.watch.word(&Word {
            hash: word.hash,
            starts: &word.starts,
            n_letters: word.n,
            first: word.first,
            last: word.last,
        });
        let mixed = word.seen & (LATIN | CYRILLIC) == LATIN | CYRILLIC;
        if mixed || word.stretched {
            let text = self.folded(from, word.until);
            self.other_readings(&text, (place, place + 1), (from, word.until));
        }
    }

    /// What a word of mixed alphabets looks like, and stretched words without their stretches.
    #[cold]
    fn other_readings(&mut self, word: &str, places: (u32, u32), span: (usize, usize)) {
        let all = variants(word);
        for text in &all[1..] {
            let letters: Vec<u32> = text.chars().map(u32::from).collect();
            let via = self.scanner.keep(text);
            self.sight(Kind::Word, hash(Kind::Word, text), via, places, span);
            watch_letters(&letters, self.watch);
        }
        if is_stretched(word) {
            let short = squeezed(word);
            let hash = hash(Kind::Squeezed, &short);
            let via = self.scanner.keep(&short);
            self.sight(Kind::Squeezed, hash, via, places, span);
            self.watch.other(hash);
        }
    }

    fn folded(&self, from: usize, until: usize) -> String {
        crate::letters::fold(&self.text[from..until])
    }

    #[inline(always)]
    fn sight(&mut self, kind: Kind, hash: u64, via: Via, places: (u32, u32), span: (usize, usize)) {
        self.scanner.sightings.push(Sighting {
            hash,
            kind,
            via,
            part: self.part,
            first: places.0,
            next: places.1,
            from: span.0 as u32,
            until: span.1 as u32,
        });
    }

    /// The end of an address whose `http` or `https` ends the word before a colon; the letters before them are a word of their own.
    #[cold]
    fn address_at_word_end(&mut self, start: usize, colon: usize) -> Result<Option<usize>, TooStrange> {
        let folded = self.folded(start, colon);
        let Some(before) = folded.strip_suffix("https").or_else(|| folded.strip_suffix("http")) else {
            return Ok(None);
        };
        let mut at = colon;
        for sign in [':', '/', '/'] {
            match self.visible(at) {
                Some((place, here)) if here.code == u32::from(sign) => at = place + here.size,
                Some((_, here)) if here.value & JOINS != 0 => return Err(TooStrange),
                _ => return Ok(None),
            }
        }
        let Some(end) = self.address_end(at)? else { return Ok(None) };
        if !before.is_empty() {
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
        self.sight(Kind::Emoji, hash, Via::Folding, (place, place + 1), (at, end));
        self.watch.other(hash);
        Ok(end)
    }

    /// Collects the letters of a hashtag's or name's body, and returns where they end.
    fn body(&mut self, from: usize, is_name: bool) -> Result<usize, TooStrange> {
        self.scanner.letters.clear();
        let (mut at, mut end) = (from, from);
        while at < self.bytes.len() {
            let here = self.here(at);
            if here.value & JOINS != 0 {
                return Err(TooStrange);
            }
            if here.value & INVISIBLE != 0 {
                at += here.size;
                continue;
            }
            let goes_on = here.value & PLAIN != 0 || here.code == UNDERSCORE;
            let starts = here.value & STARTS != 0 || here.code == UNDERSCORE;
            let inner_dot = || {
                is_name
                    && here.code == u32::from('.')
                    && self
                        .visible(at + 1)
                        .is_some_and(|(_, next)| next.value & PLAIN != 0 || next.code == UNDERSCORE)
            };
            let fits = if self.scanner.letters.is_empty() { starts } else { goes_on || inner_dot() };
            if !fits {
                break;
            }
            let class = match here.value {
                value if value & LETTER != 0 => Class::Letter,
                value if value & STARTS != 0 => Class::Digit,
                value if value & PLAIN != 0 => Class::Mark,
                _ => Class::Separator,
            };
            let folded = char::from_u32(here.value & FOLDED).unwrap_or('\0');
            let (start, upper) = (at as u32, here.value & UPPER != 0);
            at += here.size;
            end = at;
            self.scanner.letters.push(Letter { folded, start, end: at as u32, class, upper });
        }
        // A mark behind the last letter would have joined with it.
        Ok(end)
    }

    /// Reads the hashtag whose sign stands here: where it ends, and whether a word could go on there.
    fn tag(&mut self, sign: usize) -> Result<Option<(usize, bool)>, TooStrange> {
        let end = self.body(sign + 1, false)?;
        let letters = std::mem::take(&mut self.scanner.letters);
        let is_tag = letters.iter().any(|l| l.class == Class::Letter || l.folded == '_');
        if is_tag {
            self.push_tag(sign, end, &letters);
        }
        let goes_on = letters.last().is_some_and(|last| last.folded != '_');
        self.scanner.letters = letters;
        Ok(is_tag.then_some((end, goes_on)))
    }

    fn push_tag(&mut self, sign: usize, end: usize, letters: &[Letter]) {
        let parts = tag_parts(letters);
        let n_places = parts.len().max(1) as u32;
        let first = self.scanner.next_place;
        let places = (first, first + n_places);
        let tag = letters.iter().fold(seed(Kind::Tag), |hash, l| grown(hash, u32::from(l.folded)));
        self.sight(Kind::Tag, tag, Via::Folding, places, (sign, end));
        self.watch.other(tag);
        let one_word = letters.iter().all(|l| l.folded != '_');
        if one_word {
            self.word_of(letters, places, (sign, end));
        }
        if parts.len() > 1 || !one_word {
            for (index, part) in (first..).zip(parts) {
                let span = (letters[part.start].start as usize, letters[part.end - 1].end as usize);
                self.word_of(&letters[part], (index, index + 1), span);
            }
        }
        self.scanner.next_place = first + n_places;
    }

    /// Reads the name whose sign stands here, as [`Self::tag`] does.
    fn name(&mut self, sign: usize) -> Result<Option<(usize, bool)>, TooStrange> {
        let end = self.body(sign + 1, true)?;
        if self.scanner.letters.is_empty() {
            return Ok(None);
        }
        let letters = std::mem::take(&mut self.scanner.letters);
        let place = self.scanner.next_place;
        let places = (place, place + 1);
        let name = letters.iter().fold(seed(Kind::Name), |hash, l| grown(hash, u32::from(l.folded)));
        self.sight(Kind::Name, name, Via::Folding, places, (sign, end));
        self.watch.other(name);
        if letters.iter().all(|l| l.class.is_of_word()) {
            self.word_of(&letters, places, (sign, end));
        }
        self.scanner.next_place = place + 1;
        let goes_on = letters.last().is_some_and(|last| last.folded != '_');
        self.scanner.letters = letters;
        Ok(Some((end, goes_on)))
    }

    /// A word within a hashtag or name.
    fn word_of(&mut self, letters: &[Letter], places: (u32, u32), span: (usize, usize)) {
        let (mut hash, mut window, mut starts) = (seed(Kind::Word), 0, [0; STARTS_MAX]);
        let (mut latin, mut cyrillic, mut stretched) = (false, false, false);
        for (index, letter) in letters.iter().enumerate() {
            let folded = u32::from(letter.folded);
            starts[index.min(STARTS_MAX - 1)] = hash;
            hash = grown(hash, folded);
            window = slid_code(window, folded);
            stretched |= (window ^ (window >> 16)) as u32 == 0 && index >= 2;
            let value = self.scanner.table.far(letter.folded);
            latin |= value & LATIN != 0;
            cyrillic |= value & CYRILLIC != 0;
            if W::FOUR_LETTERS && index >= 3 {
                self.watch.four_letters(window);
            }
        }
        starts[letters.len().min(STARTS_MAX - 1)] = hash;
        self.sight(Kind::Word, hash, Via::Folding, places, span);
        let first = letters.first().map_or(0, |l| u32::from(l.folded));
        let last = letters.last().map_or(0, |l| u32::from(l.folded));
        self.watch.word(&Word { hash, starts: &starts, n_letters: letters.len(), first, last });
        if (latin && cyrillic) || stretched {
            let text: String = letters.iter().map(|l| l.folded).collect();
            self.other_readings(&text, places, span);
        }
    }
}

impl Reading {
    fn is_www(&self) -> bool {
        self.hash == (0..3).fold(seed(Kind::Word), |hash, _| grown(hash, 'w' as u32))
    }
}

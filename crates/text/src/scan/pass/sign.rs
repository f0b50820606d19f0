//! Hashtags and names: tokens that begin with a sign.

use super::super::Kept;
use super::super::blocks::{BLOCK, Block};
use super::super::table::{CYRILLIC, INVISIBLE, JOINS, LATIN, LETTER, PLAIN, STARTS, UPPER};
use super::{FOLDED, Pass, TooStrange, UNDERSCORE, may_be_stretched};
use crate::letters::{Class, Letter};
use crate::tokens::{Kind, tag_parts};

impl Pass<'_> {
    /// Reads the body of a hashtag or name of plain letters, which is folded in its place; nothing when it is not, or when there is none.
    fn plain_body(&self, from: usize, kind: Kind) -> Option<Body> {
        let (mut end, mut signs, mut goes_on) = (from, false, false);
        loop {
            let run_end = self.plain_end(end);
            goes_on |= run_end > end;
            end = run_end;
            match self.bytes.get(end) {
                Some(b'_') => (signs, goes_on, end) = (true, false, end + 1),
                Some(b'.') if kind == Kind::Name && end > from => match self.bytes.get(end + 1) {
                    // Whether it is an inner dot is worth a second look.
                    Some(next) if *next > b' ' => return None,
                    Some(_) | None => break,
                },
                // A letter that is not plain, or a mark of several bytes.
                Some(byte) if *byte >= 0x80 => return None,
                Some(_) | None => break,
            }
        }
        if end == from {
            return None;
        }
        let inside = self.inside(from, end);
        let (latin, cyrillic) = (inside.latin != 0, inside.cyrillic != 0);
        Some(Body {
            text: Kept { from: (self.base + from) as u32, n_bytes: (end - from) as u32 },
            until: end,
            signs,
            letters: latin || cyrillic || signs,
            capitals: kind == Kind::Tag && self.has_capitals(from, end),
            goes_on,
            is_odd: latin && cyrillic || inside.stretched != 0,
        })
    }

    /// End of the plain letters and digits that start here.
    pub(super) fn plain_end(&self, mut at: usize) -> usize {
        while let Some(block) = self.scanner.blocks.get(at / BLOCK) {
            let others = !(block.runs & !block.odd) >> (at % BLOCK);
            if others != 0 {
                return at + others.trailing_zeros() as usize;
            }
            at += BLOCK - at % BLOCK;
        }
        at
    }

    /// Whether a plain letter behind the first one is a capital.
    fn has_capitals(&self, from: usize, until: usize) -> bool {
        let second = from + if self.bytes[from] < 0x80 { 1 } else { 2 };
        let folded = self.scanner.folded.get(self.base + second..self.base + until);
        folded != self.bytes.get(second..until)
    }

    /// What stands in a stretch that is not empty; of several blocks together, so that bits say what there is, not where.
    pub(super) fn inside(&self, from: usize, until: usize) -> Block {
        let (first, last) = (from / BLOCK, (until - 1) / BLOCK);
        let mut seen = Block::default();
        for (number, block) in self.scanner.blocks[first..=last].iter().enumerate() {
            let mut inside = u64::MAX;
            if number == 0 {
                inside &= u64::MAX << (from % BLOCK);
            }
            if number == last - first {
                inside &= u64::MAX >> (BLOCK - 1 - (until - 1) % BLOCK);
            }
            seen.latin |= block.latin & inside;
            seen.cyrillic |= block.cyrillic & inside;
            seen.stretched |= block.stretched & inside;
        }
        seen
    }

    /// Reads the body of a hashtag or name.
    fn body(&mut self, from: usize, kind: Kind) -> Result<Body, TooStrange> {
        match self.plain_body(from, kind) {
            Some(body) => Ok(body),
            None => self.spelled_body(from, kind),
        }
    }

    fn spelled_body(&mut self, from: usize, kind: Kind) -> Result<Body, TooStrange> {
        let (mut word, mut at) = (self.reading(from), from);
        let (mut signs, mut letters, mut capitals, mut goes_on) = (false, false, false, false);
        while at < self.bytes.len() {
            let here = self.here(at);
            let first = word.until == from;
            if here.value & PLAIN != 0 {
                if first && here.value & STARTS == 0 {
                    break;
                }
                capitals |= here.value & UPPER != 0 && !first;
                letters |= here.value & LETTER != 0;
                goes_on = true;
            } else if here.value & INVISIBLE != 0 {
                at += here.size;
                continue;
            } else if here.value & JOINS != 0 {
                return Err(TooStrange);
            } else if here.code == UNDERSCORE {
                (signs, letters, goes_on) = (true, true, false);
            } else if kind == Kind::Name && here.code == u32::from('.') && !first {
                let next = self.visible(at + 1).map(|(_, next)| next);
                if !next.is_some_and(|next| next.value & PLAIN != 0 || next.code == UNDERSCORE) {
                    break;
                }
                signs = true;
            } else {
                break;
            }
            self.push(&mut word, here.value);
            at += here.size;
            word.until = at;
        }
        let (text, bytes) = (self.kept(&word), self.spelled(&word));
        let is_odd = word.seen & (LATIN | CYRILLIC) == LATIN | CYRILLIC || may_be_stretched(bytes);
        Ok(Body { text, until: word.until, signs, letters, capitals, goes_on, is_odd })
    }

    /// Reads the hashtag whose sign stands here: where it ends, and whether a word could go on there.
    pub(super) fn tag(&mut self, sign: usize) -> Result<Option<(usize, bool)>, TooStrange> {
        let body = self.body(sign + 1, Kind::Tag)?;
        if !body.letters {
            return Ok(None);
        }
        if body.signs || body.capitals {
            self.tag_in_parts(sign, &body);
            return Ok(Some((body.until, body.goes_on)));
        }
        let place = self.take_place();
        self.sight(Kind::Tag, body.text, (place, place + 1), (sign, body.until));
        self.sight_word(body.text, body.is_odd, (place, place + 1), (sign, body.until));
        Ok(Some((body.until, body.goes_on)))
    }

    /// A hashtag with signs or capitals in it, which cut it into words.
    fn tag_in_parts(&mut self, sign: usize, body: &Body) {
        let mut letters = std::mem::take(&mut self.scanner.letters);
        self.letters_of_tag(sign + 1, body.until, &mut letters);
        let parts = tag_parts(&letters);
        let n_places = parts.len().max(1) as u32;
        let (first, span) = (self.scanner.next_place, (sign, body.until));
        let places = (first, first + n_places);
        self.sight(Kind::Tag, body.text, places, span);
        if !body.signs {
            self.sight_word(body.text, body.is_odd, places, span);
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
    pub(super) fn name(&mut self, sign: usize) -> Result<Option<(usize, bool)>, TooStrange> {
        let body = self.body(sign + 1, Kind::Name)?;
        if body.until == sign + 1 {
            return Ok(None);
        }
        let place = self.take_place();
        self.sight(Kind::Name, body.text, (place, place + 1), (sign, body.until));
        if !body.signs {
            self.sight_word(body.text, body.is_odd, (place, place + 1), (sign, body.until));
        }
        Ok(Some((body.until, body.goes_on)))
    }

    /// A part of a hashtag.
    fn part(&mut self, letters: &[Letter], places: (u32, u32), span: (usize, usize)) {
        let mut word = self.reading(span.1);
        for letter in letters {
            let value = self.scanner.table.far(letter.folded);
            self.push(&mut word, value);
        }
        self.sight_spelled(&word, places, span);
    }
}

/// The body of a hashtag or name.
struct Body {
    text: Kept,
    /// First byte behind it.
    until: usize,
    /// Whether `_` or an inner dot stands in it.
    signs: bool,
    /// Whether something but digits stands in it.
    letters: bool,
    /// Whether a capital stands behind its first letter.
    capitals: bool,
    /// Whether a word could go on behind it.
    goes_on: bool,
    /// Whether the word it is may be read in another way as well.
    is_odd: bool,
}

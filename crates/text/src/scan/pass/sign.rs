//! Hashtags and names: tokens that begin with a sign.

use super::super::table::{FOLDS, INVISIBLE, JOINS, LATIN_SMALL, LEADS, LETTER, PLAIN, SMALL, STARTS, UPPER};
use super::super::{BYTES_MAX, Watch, hash_bytes, seed};
use super::{FOLDED, Pass, Reading, TooStrange, UNDERSCORE, small_letters};
use crate::letters::{Class, Letter};
use crate::tokens::{Kind, tag_parts};

impl<W: Watch> Pass<'_, W> {
    /// Reads the body of a hashtag or name that is folded as it stands; nothing when it is not, or when there is none.
    fn small_body(&self, from: usize, kind: Kind) -> Option<Body> {
        let (mut end, mut body) = (from, Body::at(from));
        loop {
            let run = small_letters(&self.scanner.table.simple, self.bytes, end);
            body.goes_on |= run.n_letters > 0;
            body.letters |= run.kinds & (LATIN_SMALL | LEADS) != 0;
            body.word.n_letters += run.n_letters;
            body.word.seen |= run.seen();
            body.word.doubled |= run.doubled;
            end = run.end;
            match self.bytes.get(end) {
                Some(b'_') => {
                    (body.signs, body.letters, body.goes_on) = (true, true, false);
                    end += 1;
                }
                Some(b'.') if kind == Kind::Name && end > from => match self.bytes.get(end + 1) {
                    Some(next) if self.scanner.table.simple[usize::from(*next)] & SMALL != 0 => {
                        body.signs = true;
                        end += 1;
                    }
                    // Whether it is an inner dot is worth a second look.
                    Some(next) if *next > b' ' => return None,
                    _ => break,
                },
                Some(byte) if *byte < 0x80 => {
                    if self.scanner.table.simple[usize::from(*byte)] & FOLDS != 0 {
                        return None;
                    }
                    break;
                }
                Some(_) if self.here(end).value & (PLAIN | INVISIBLE | JOINS) != 0 => return None,
                Some(_) | None => break,
            }
        }
        (body.word.until, body.word.raw, body.word.n_bytes) = (end, Some(from), end - from);
        (end > from && end - from <= BYTES_MAX).then_some(body)
    }

    /// Reads the body of a hashtag or name. Its folded bytes are those of the word it is, if no sign stands in it.
    fn body(&mut self, from: usize, kind: Kind) -> Result<Body, TooStrange> {
        if let Some(body) = self.small_body(from, kind) {
            return Ok(body);
        }
        let mut body = Body::at(from);
        let (mut at, mut before) = (from, 0);
        while at < self.bytes.len() {
            let here = self.here(at);
            let first = body.word.until == from;
            if here.value & PLAIN != 0 {
                if first && here.value & STARTS == 0 {
                    break;
                }
                body.capitals |= here.value & UPPER != 0 && !first;
                body.letters |= here.value & LETTER != 0;
                body.goes_on = true;
            } else if here.value & INVISIBLE != 0 {
                at += here.size;
                continue;
            } else if here.value & JOINS != 0 {
                return Err(TooStrange);
            } else if here.code == UNDERSCORE {
                (body.signs, body.letters, body.goes_on) = (true, true, false);
            } else if kind == Kind::Name && here.code == u32::from('.') && !first {
                let next = self.visible(at + 1).map(|(_, next)| next);
                if !next.is_some_and(|next| next.value & PLAIN != 0 || next.code == UNDERSCORE) {
                    break;
                }
                body.signs = true;
            } else {
                break;
            }
            self.push(&mut body.word, &mut before, here.value);
            at += here.size;
            body.word.until = at;
        }
        if body.word.n_bytes > BYTES_MAX {
            return Err(TooStrange);
        }
        Ok(body)
    }

    /// Hash of the body that was just read.
    fn hash_of(&self, body: &Body, kind: Kind) -> u64 {
        match body.word.raw {
            Some(from) => hash_bytes(seed(kind), self.bytes, from, from + body.word.n_bytes),
            None => hash_bytes(seed(kind), self.folded, 0, body.word.n_bytes),
        }
    }

    /// Reads the hashtag whose sign stands here: where it ends, and whether a word could go on there.
    pub(super) fn tag(&mut self, sign: usize) -> Result<Option<(usize, bool)>, TooStrange> {
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
        let hash = self.hash_of(&body, Kind::Tag);
        self.sight(Kind::Tag, hash, None, (place, place + 1), (sign, end));
        self.watch.other(hash, self.scanner.sightings.len() - 1);
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
        let hash = self.hash_of(body, Kind::Tag);
        self.sight(Kind::Tag, hash, None, places, span);
        self.watch.other(hash, self.scanner.sightings.len() - 1);
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
    pub(super) fn name(&mut self, sign: usize) -> Result<Option<(usize, bool)>, TooStrange> {
        let body = self.body(sign + 1, Kind::Name)?;
        let end = body.word.until;
        if end == sign + 1 {
            return Ok(None);
        }
        let place = self.scanner.next_place;
        self.scanner.next_place = place + 1;
        let hash = self.hash_of(&body, Kind::Name);
        self.sight(Kind::Name, hash, None, (place, place + 1), (sign, end));
        self.watch.other(hash, self.scanner.sightings.len() - 1);
        if !body.signs {
            self.sight_word(&body.word, (place, place + 1), (sign, end));
        }
        Ok(Some((end, body.goes_on)))
    }

    /// A part of a hashtag.
    fn part(&mut self, letters: &[Letter], places: (u32, u32), span: (usize, usize)) {
        let (mut word, mut before) = (Reading::folded(span.1), 0);
        for letter in letters {
            let value = self.scanner.table.far(letter.folded);
            self.push(&mut word, &mut before, value);
        }
        self.sight_word(&word, places, span);
    }
}

/// The body of a hashtag or name.
struct Body {
    /// The word it is, if no sign stands in it.
    word: Reading,
    /// Whether `_` or an inner dot stands in it.
    signs: bool,
    /// Whether something but digits stands in it.
    letters: bool,
    /// Whether a capital stands behind its first letter.
    capitals: bool,
    /// Whether a word could go on behind it.
    goes_on: bool,
}

impl Body {
    fn at(from: usize) -> Self {
        Self { word: Reading::folded(from), signs: false, letters: false, capitals: false, goes_on: false }
    }
}

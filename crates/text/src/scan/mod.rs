//! The tokens of a post by hash, in one pass over its bytes: what [`crate::tokens`] says, some twenty times faster.
//!
//! A stored query is compared with a post by the hashes of the post's words. So the scanner finds where each word ends, hashes its folded
//! bytes, eight at a time, and gives it to a [`Watch`] at once. Small letters without marks are folded as they stand, so most words are
//! never copied; the letters of others are folded by one look into a table each.
//!
//! [`crate::tokens::Tokens`] is the plain reading of the same rules. Where a text is too strange for one pass (a letter under two marks, a
//! mark without a letter, compatibility characters), the scanner hands that part to it; so both always give the same tokens, which a
//! property test and a fuzz target hold.

mod pass;
mod table;

use std::num::NonZeroU32;

use pass::Pass;
use table::Table;

use crate::letters::{Letter, READ_BYTES_MAX, fold};
use crate::tokens::{Kind, PLACES_BETWEEN_PARTS, Tokens};

pub(crate) use table::ends_address;

/// Bytes of a folded word that is shown without a copy; longer ones are copied.
const BYTES_MAX: usize = 256;

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Hash of no letters yet. Kinds differ in bytes all over it: in one byte alone, the tag `каша` would have the hash of a word of eight bytes
/// that differs from it in that byte only.
const fn seed(kind: Kind) -> u64 {
    0x517C_C1B7_2722_0A95 ^ (kind as u64).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// The first eight bytes of a stretch, in little-endian order, zeros behind its end.
#[inline(always)]
fn chunk(bytes: &[u8], from: usize, until: usize) -> u64 {
    let n = until - from;
    if n == 0 {
        return 0;
    }
    let whole = match bytes.get(from..from + 8) {
        Some(eight) => eight.try_into().map_or(0, u64::from_le_bytes),
        None => return short_chunk(&bytes[from..until]),
    };
    if n < 8 { whole & (u64::MAX >> (64 - 8 * n)) } else { whole }
}

/// The same at the end of a text, where eight bytes cannot be read.
fn short_chunk(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |chunk, byte| (chunk << 8) | u64::from(*byte))
}

/// Goes on with a hash over the bytes of a stretch, eight at a time.
#[inline(always)]
fn hash_bytes(mut hash: u64, bytes: &[u8], from: usize, until: usize) -> u64 {
    let mut at = from;
    while at < until {
        hash = (hash ^ chunk(bytes, at, until)).wrapping_mul(MULTIPLIER).rotate_left(23);
        at += 8;
    }
    // The last bytes of a chunk reach the low bits only by another step.
    (hash ^ (hash >> 32)).wrapping_mul(MULTIPLIER).rotate_left(23)
}

/// Hash of a folded text of a kind: the same on each machine. Not made to resist an attacker; compare the texts as well.
pub fn hash(kind: Kind, text: &str) -> u64 {
    hash_bytes(seed(kind), text.as_bytes(), 0, text.len())
}

/// The first eight bytes of a folded text, as [`Word::start`] has them.
pub fn start(text: &str) -> u64 {
    chunk(text.as_bytes(), 0, text.len())
}

/// A way to find a token, with its place in the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    /// Hash of kind and text, as [`hash`] gives it.
    pub hash: u64,
    /// What it is found as.
    pub kind: Kind,
    /// Where its text is, if not in the original.
    pub kept: Kept,
    /// The part of the post it stands in, as the caller numbered it.
    pub part: u8,
    /// First place it takes.
    pub first: u32,
    /// First place after it.
    pub next: u32,
    /// First byte in the original text of its part. The sign of a hashtag or name is included.
    pub from: u32,
    /// First byte after it in the original text of its part.
    pub until: u32,
}

/// Number of a text that the scanner keeps, since it cannot be read from the original: a reading of look-alikes, a stretched word cut, or
/// a strange text.
pub type Kept = Option<NonZeroU32>;

fn keep(kept: &mut Vec<Box<str>>, text: &str) -> Kept {
    kept.push(text.into());
    NonZeroU32::new(kept.len() as u32)
}

/// Compares without a copy; nothing when the span holds what must be composed or dropped, or a sign.
fn same_letters(span: &str, text: &str) -> Option<bool> {
    let table = Table::get();
    let (mut letters, mut same) = (text.chars(), true);
    for c in span.chars() {
        let value = table.far(c);
        // To the end, since a mark may still join with a letter that differs.
        if value & table::PLAIN == 0 {
            return None;
        }
        same &= letters.next().map(u32::from) == Some(value & 0x1F_FFFF);
    }
    Some(same && letters.next().is_none())
}

/// A word as the scanner gives it to a [`Watch`].
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    /// Its hash.
    pub hash: u64,
    /// The first eight bytes of its folded text, in little-endian order; zeros behind its end.
    pub start: u64,
    /// Its folded text.
    pub text: &'a [u8],
    /// How many letters it has.
    pub n_letters: usize,
    /// Which sighting of the post it is.
    pub sighting: usize,
}

/// What looks at the tokens while a post is scanned. Its methods are called for each token, so they must be quick.
pub trait Watch {
    /// A word.
    fn word(&mut self, word: &Word<'_>);
    /// A token that is no word, and which sighting of the post it is.
    fn other(&mut self, hash: u64, sighting: usize);
}

/// Scans posts. One value serves many: its memory is kept.
#[derive(Debug)]
pub struct Scanner {
    table: &'static Table,
    sightings: Vec<Sighting>,
    next_place: u32,
    letters: Vec<Letter>,
    plain: Tokens,
    kept: Vec<Box<str>>,
    addresses: Vec<Address>,
    /// First places of what stands beside the text.
    beside_starts: Vec<u32>,
}

/// A web address: nothing is found inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Address {
    /// The part of the post it stands in, as the caller numbered it.
    pub part: u8,
    /// First byte in the original text of its part.
    pub from: u32,
    /// First byte after it.
    pub until: u32,
}

impl Default for Scanner {
    fn default() -> Self {
        Self {
            table: Table::get(),
            sightings: Vec::new(),
            next_place: 0,
            letters: Vec::new(),
            plain: Tokens::default(),
            kept: Vec::new(),
            addresses: Vec::new(),
            beside_starts: Vec::new(),
        }
    }
}

impl Scanner {
    /// Forgets the post.
    pub fn clear(&mut self) {
        self.sightings.clear();
        self.kept.clear();
        self.addresses.clear();
        self.beside_starts.clear();
        self.next_place = 0;
    }

    /// What was seen, in rising order of first places.
    pub fn sightings(&self) -> &[Sighting] {
        &self.sightings
    }

    /// The web addresses of the post.
    pub fn addresses(&self) -> &[Address] {
        &self.addresses
    }

    /// How many places the post takes so far, those left free included.
    pub fn n_places(&self) -> u32 {
        self.next_place
    }

    /// Which of the hashtags and names that stand beside the text takes a place, counted from one.
    pub fn beside_number(&self, place: u32) -> Option<u32> {
        let number = self.beside_starts.partition_point(|start| *start <= place) as u32;
        (number > 0).then_some(number)
    }

    /// Scans a part of the post. Parts lie [`PLACES_BETWEEN_PARTS`] apart.
    pub fn add<W: Watch>(&mut self, part: u8, text: &str, watch: &mut W) {
        let text = &text[..text.floor_char_boundary(READ_BYTES_MAX)];
        self.leave_room();
        let (n_sightings, n_addresses) = (self.sightings.len(), self.addresses.len());
        let next_place = self.next_place;
        let mut folded = [0; BYTES_MAX];
        let mut pass = Pass { scanner: self, bytes: text.as_bytes(), text, part, watch, folded: &mut folded };
        if pass.read().is_err() {
            self.sightings.truncate(n_sightings);
            self.addresses.truncate(n_addresses);
            self.next_place = next_place;
            self.plain.clear();
            self.plain.add(part, text);
            self.take_plain(text, 0, watch);
        }
    }

    /// Adds a hashtag that stands beside the text, given without `#`, at the end of `beside`, where its original is found from then on.
    pub fn add_tag<W: Watch>(&mut self, part: u8, tag: &str, beside: &mut String, watch: &mut W) {
        self.leave_room();
        self.beside_starts.push(self.next_place);
        self.plain.clear();
        self.plain.add_tag(part, tag);
        let from = beside.len() as u32;
        beside.push_str(tag);
        self.take_plain(tag, from, watch);
    }

    /// Adds a name that stands beside the text, given without `@`, as [`Self::add_tag`] does.
    pub fn add_name<W: Watch>(&mut self, part: u8, name: &str, beside: &mut String, watch: &mut W) {
        self.leave_room();
        self.beside_starts.push(self.next_place);
        self.plain.clear();
        self.plain.add_name(part, name);
        let from = beside.len() as u32;
        beside.push_str(name);
        self.take_plain(name, from, watch);
    }

    /// The folded text of a sighting, from the original text of its part.
    pub fn text(&self, sighting: &Sighting, original: &str) -> String {
        let span = original.get(sighting.from as usize..sighting.until as usize).unwrap_or_default();
        // No word starts with a sign, so what does is a hashtag or a name with its sign.
        match self.kept_text(sighting) {
            Some(text) => text.to_owned(),
            None => fold(span.strip_prefix(['#', '@']).unwrap_or(span)),
        }
    }

    fn kept_text(&self, sighting: &Sighting) -> Option<&str> {
        self.kept.get(sighting.kept?.get() as usize - 1).map(|text| &**text)
    }

    /// Reads the folded text of a sighting into `into`, which is emptied first.
    pub fn read(&self, sighting: &Sighting, original: &str, into: &mut String) {
        into.clear();
        if sighting.kept.is_none()
            && sighting.kind == Kind::Word
            && let Some(span) = original.get(sighting.from as usize..sighting.until as usize)
        {
            for c in span.chars() {
                let value = self.table.far(c);
                if value & table::PLAIN == 0 {
                    into.clear();
                    break;
                }
                into.extend(char::from_u32(value & 0x1F_FFFF));
            }
        }
        if into.is_empty() {
            into.push_str(&self.text(sighting, original));
        }
    }

    /// Whether the folded text of a sighting is that. Plain words are compared without a copy.
    pub fn is(&self, sighting: &Sighting, text: &str, original: &str) -> bool {
        if sighting.kept.is_none()
            && sighting.kind == Kind::Word
            && let Some(span) = original.get(sighting.from as usize..sighting.until as usize)
        {
            // No word starts with a sign, and most are folded as they stand.
            let span = span.strip_prefix(['#', '@']).unwrap_or(span);
            if span == text {
                return true;
            }
            if let Some(same) = same_letters(span, text) {
                return same;
            }
        }
        self.text(sighting, original) == text
    }

    fn keep(&mut self, text: &str) -> Kept {
        keep(&mut self.kept, text)
    }

    fn leave_room(&mut self) {
        if self.next_place > 0 {
            self.next_place = self.next_place.saturating_add(PLACES_BETWEEN_PARTS);
        }
    }

    /// Takes over what the plain reading saw, its bytes counted from `base`.
    fn take_plain<W: Watch>(&mut self, original: &str, base: u32, watch: &mut W) {
        let place = self.next_place;
        for term in self.plain.terms() {
            if term.kind == Kind::Address {
                self.addresses.push(Address {
                    part: term.part,
                    from: term.from + base,
                    until: term.until + base,
                });
                continue;
            }
            let text = self.plain.text(term);
            let mut sighting = Sighting {
                hash: hash(term.kind, text),
                kind: term.kind,
                kept: None,
                part: term.part,
                first: place + term.first,
                next: place + term.next,
                from: term.from,
                until: term.until,
            };
            if self.text(&sighting, original) != text {
                sighting.kept = keep(&mut self.kept, text);
            }
            sighting.from += base;
            sighting.until += base;
            self.sightings.push(sighting);
            if term.kind == Kind::Word {
                show_text(text, self.sightings.len() - 1, watch);
            } else {
                watch.other(sighting.hash, self.sightings.len() - 1);
            }
        }
        self.next_place = place + self.plain.n_places();
    }
}

/// Shows a word by its folded text.
fn show_text<W: Watch>(text: &str, sighting: usize, watch: &mut W) {
    let (hash, n_letters) = (hash(Kind::Word, text), text.chars().count());
    watch.word(&Word { hash, start: start(text), text: text.as_bytes(), n_letters, sighting });
}

#[cfg(test)]
mod tests;

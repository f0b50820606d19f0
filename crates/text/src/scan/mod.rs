//! The tokens of a post by hash, in one pass over its bytes: what [`crate::tokens`] says, some fifty times faster.
//!
//! A stored query is compared with a post by the hashes of the post's words. So the scanner finds where each word ends and hashes its
//! folded bytes. Words of plain letters are found by sixteen bytes at once (`blocks`) and never looked at letter by letter; words with
//! other letters, hashtags, names, addresses and emoji are read character by character, by one look into a table each (`pass`).
//!
//! [`crate::tokens::Tokens`] is the plain reading of the same rules. Where a text is too strange for one pass (a letter under two marks, a
//! mark without a letter, compatibility characters), the scanner hands that part to it; so both always give the same tokens, which a
//! property test and a fuzz target hold.

mod blocks;
mod pass;
mod table;

use std::ops::Range;

use blocks::{Block, Padded};
use pass::{Odd, Pass, Run};
use table::Table;

use crate::letters::{Letter, READ_BYTES_MAX};
use crate::tokens::{Kind, PLACES_BETWEEN_PARTS, Tokens};

pub(crate) use table::ends_address;

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Hash of no letters yet. Kinds differ in bytes all over it: in one byte alone, the tag `каша` would have the hash of a word of eight bytes
/// that differs from it in that byte only.
const fn seed(kind: Kind) -> u64 {
    0x517C_C1B7_2722_0A95 ^ (kind as u64).wrapping_mul(0xD6E8_FEB8_6659_FD93)
}

/// What is kept of two times eight bytes when a text has so many.
static MASKS: [[u64; 2]; 17] = masks();

const fn masks() -> [[u64; 2]; 17] {
    let mut masks = [[0; 2]; 17];
    let mut n_bytes = 1;
    while n_bytes <= 16 {
        masks[n_bytes] = if n_bytes < 8 {
            [u64::MAX >> (64 - 8 * n_bytes), 0]
        } else if n_bytes == 8 {
            [u64::MAX, 0]
        } else {
            [u64::MAX, u64::MAX >> (128 - 8 * n_bytes)]
        };
        n_bytes += 1;
    }
    masks
}

/// The first sixteen bytes of a stretch in two little-endian numbers, zeros behind its end.
#[inline(always)]
fn start_of(bytes: &[u8], from: usize, n_bytes: usize) -> [u64; 2] {
    let Some(sixteen) = bytes.get(from..from + 16).and_then(|bytes| bytes.first_chunk::<16>()) else {
        return short_start(bytes.get(from..).unwrap_or_default(), n_bytes);
    };
    let both = u128::from_le_bytes(*sixteen);
    let [first, second] = MASKS[n_bytes.min(16)];
    [both as u64 & first, (both >> 64) as u64 & second]
}

/// The same at the end of a text, where sixteen bytes cannot be read.
#[cold]
fn short_start(bytes: &[u8], n_bytes: usize) -> [u64; 2] {
    let bytes = &bytes[..n_bytes.min(bytes.len())];
    let both = bytes.iter().rev().fold(0u128, |both, byte| both << 8 | u128::from(*byte));
    [both as u64, (both >> 64) as u64]
}

#[inline(always)]
fn mixed(hash: u64, eight: u64) -> u64 {
    (hash ^ eight).wrapping_mul(MULTIPLIER).rotate_left(23)
}

/// Hash of a stretch of folded bytes, of which the first sixteen are given: few words have more.
#[inline(always)]
fn hash_bytes(seed: u64, start: [u64; 2], bytes: &[u8], from: usize, n_bytes: usize) -> u64 {
    let mut hash = mixed(mixed(seed, start[0]), start[1]);
    if n_bytes > 16 {
        hash = hash_rest(hash, bytes.get(from..from + n_bytes).unwrap_or_default());
    }
    // The last bytes reach the low bits only by another step.
    mixed(hash ^ (hash >> 32), 0)
}

/// Goes on with a hash behind the first sixteen bytes.
#[cold]
fn hash_rest(hash: u64, bytes: &[u8]) -> u64 {
    let starts = (16..bytes.len()).step_by(8);
    starts.fold(hash, |hash, at| mixed(hash, start_of(bytes, at, (bytes.len() - at).min(8))[0]))
}

/// Hash of a folded text of a kind: the same on each machine. Not made to resist an attacker; compare the texts as well.
pub fn hash(kind: Kind, text: &str) -> u64 {
    let bytes = text.as_bytes();
    hash_bytes(seed(kind), start_of(bytes, 0, bytes.len()), bytes, 0, bytes.len())
}

/// The first eight bytes of a folded text in little-endian order, zeros behind its end.
pub fn start(text: &str) -> u64 {
    start_of(text.as_bytes(), 0, text.len())[0]
}

/// A way to find a token, with its place in the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    /// Hash of kind and text, as [`hash`] gives it.
    pub hash: u64,
    /// The first sixteen bytes of its folded text in two little-endian numbers, zeros behind its end.
    pub start: [u64; 2],
    /// Where its folded text is kept.
    text: Kept,
    /// First place it takes.
    pub first: u32,
    /// First place after it.
    pub next: u32,
    /// First byte in its part, as that was read: [`Scanner::span`] tells where that is in the original.
    from: u32,
    /// First byte after it.
    until: u32,
    /// What it is found as.
    pub kind: Kind,
    /// The part of the post it stands in, as the caller numbered it.
    pub part: u8,
}

impl Sighting {
    /// How many bytes its folded text has.
    #[inline(always)]
    pub fn n_bytes(&self) -> usize {
        self.text.n_bytes as usize
    }
}

/// A folded text that the scanner keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kept {
    /// First byte in [`Scanner::folded`], or, with [`SPELLED`] set, in [`Scanner::spelled`].
    from: u32,
    n_bytes: u32,
}

/// Set in the place of a text that was put together letter by letter. All parts of a post are far shorter than it.
const SPELLED: u32 = 1 << 31;

/// Bytes behind each folded text, so that any eight or sixteen bytes of it can be read at once.
pub const BEHIND: usize = 16;

/// Scans posts. One value serves many: its memory is kept.
#[derive(Debug)]
pub struct Scanner {
    table: &'static Table,
    sightings: Vec<Sighting>,
    next_place: u32,
    /// The parts of the post in small letters, byte for byte. Characters other than plain letters are anything.
    folded: Vec<u8>,
    n_folded: usize,
    /// Folded texts that are not as in `folded`.
    spelled: Vec<u8>,
    /// The part as it is read. It is as long as the original but for shortened letters.
    padded: Padded,
    /// The places of shortened letters, part by part.
    shortened: Vec<u32>,
    /// Per part, its number and which of `shortened` are its.
    parts: Vec<(u8, Range<usize>)>,
    blocks: Vec<Block>,
    runs: Vec<Run>,
    /// Which of the runs are no plain words.
    odd_runs: Odd,
    letters: Vec<Letter>,
    plain: Tokens,
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
            folded: Vec::new(),
            n_folded: 0,
            spelled: Vec::new(),
            padded: Padded::default(),
            shortened: Vec::new(),
            parts: Vec::new(),
            blocks: Vec::new(),
            runs: Vec::new(),
            odd_runs: Odd::default(),
            letters: Vec::new(),
            plain: Tokens::default(),
            addresses: Vec::new(),
            beside_starts: Vec::new(),
        }
    }
}

impl Scanner {
    /// Forgets the post.
    #[inline]
    pub fn clear(&mut self) {
        self.sightings.clear();
        self.spelled.clear();
        self.addresses.clear();
        self.beside_starts.clear();
        self.shortened.clear();
        self.parts.clear();
        self.next_place = 0;
        self.n_folded = 0;
    }

    /// What was seen, in rising order of first places.
    #[inline]
    pub fn sightings(&self) -> &[Sighting] {
        &self.sightings
    }

    /// The web addresses of the post.
    #[inline]
    pub fn addresses(&self) -> &[Address] {
        &self.addresses
    }

    /// How many places the post takes so far, those left free included.
    #[inline]
    pub fn n_places(&self) -> u32 {
        self.next_place
    }

    /// Which of the hashtags and names that stand beside the text takes a place, counted from one.
    pub fn beside_number(&self, place: u32) -> Option<u32> {
        let number = self.beside_starts.partition_point(|start| *start <= place) as u32;
        (number > 0).then_some(number)
    }

    /// The folded text of a sighting of this post.
    pub fn text(&self, sighting: &Sighting) -> &str {
        std::str::from_utf8(self.bytes(sighting)).unwrap_or_default()
    }

    /// The same in bytes.
    #[inline]
    pub fn bytes(&self, sighting: &Sighting) -> &[u8] {
        let (bytes, from) = self.kept(sighting.text);
        bytes.get(from..from + sighting.text.n_bytes as usize).unwrap_or_default()
    }

    /// The bytes of a sighting in the original text of its part. The sign of a hashtag or name is included.
    pub fn span(&self, sighting: &Sighting) -> Range<usize> {
        self.original(sighting.part, sighting.from)..self.original(sighting.part, sighting.until)
    }

    /// The byte in the original text of a part that is read as this one.
    fn original(&self, part: u8, byte: u32) -> usize {
        let known = self.parts.iter().find(|(number, _)| *number == part);
        let shortened = known.map_or([].as_slice(), |(_, range)| &self.shortened[range.clone()]);
        byte as usize + shortened.partition_point(|letter| *letter < byte)
    }

    /// The folded text of a sighting and at least [`BEHIND`] bytes behind it, which are anything.
    #[inline(always)]
    pub fn with_behind(&self, sighting: &Sighting) -> &[u8] {
        let (bytes, from) = self.kept(sighting.text);
        bytes.get(from..).unwrap_or_default()
    }

    #[inline(always)]
    fn kept(&self, text: Kept) -> (&[u8], usize) {
        let from = (text.from & !SPELLED) as usize;
        (if text.from & SPELLED == 0 { &self.folded } else { &self.spelled }, from)
    }

    /// Scans a part of the post. Parts lie [`PLACES_BETWEEN_PARTS`] apart.
    pub fn add(&mut self, part: u8, text: &str) {
        let text = &text[..text.floor_char_boundary(READ_BYTES_MAX)];
        self.leave_room();
        let (n_sightings, n_addresses) = (self.sightings.len(), self.addresses.len());
        let (next_place, n_shortened) = (self.next_place, self.shortened.len());
        let mut padded = std::mem::take(&mut self.padded);
        padded.fill(text.as_bytes(), &mut self.shortened);
        let base = self.fold(&padded);
        let read = Pass { scanner: self, bytes: padded.text(), part, base }.read();
        self.padded = padded;
        if read.is_err() {
            self.sightings.truncate(n_sightings);
            self.addresses.truncate(n_addresses);
            self.shortened.truncate(n_shortened);
            self.next_place = next_place;
            self.plain.clear();
            self.plain.add(part, text);
            self.take_plain(0);
        } else if self.shortened.len() > n_shortened {
            self.parts.push((part, n_shortened..self.shortened.len()));
            for number in n_addresses..self.addresses.len() {
                let Address { from, until, .. } = self.addresses[number];
                let original = |byte| self.original(part, byte) as u32;
                (self.addresses[number].from, self.addresses[number].until) =
                    (original(from), original(until));
            }
        }
        self.spelled.extend_from_slice(&[0; BEHIND]);
    }

    /// Reads a text into blocks, and its small letters to the end of those of the post. Returns where they start.
    fn fold(&mut self, text: &Padded) -> usize {
        /// Zeros in front of the letters, which tell their first one from what stood there.
        const FRONT: usize = 2;
        let from = self.n_folded;
        self.n_folded += FRONT + blocks::n_bytes(text.text().len()) + BEHIND;
        if self.folded.len() < self.n_folded {
            self.folded.resize(self.n_folded, 0);
        }
        blocks::read(text, &mut self.folded[from..], &mut self.blocks);
        from + FRONT
    }

    /// Adds a hashtag that stands beside the text, given without `#`, at the end of `beside`, where its original is found from then on.
    pub fn add_tag(&mut self, part: u8, tag: &str, beside: &mut String) {
        self.leave_room();
        self.beside_starts.push(self.next_place);
        self.plain.clear();
        self.plain.add_tag(part, tag);
        let from = beside.len() as u32;
        beside.push_str(tag);
        self.take_plain(from);
    }

    /// Adds a name that stands beside the text, given without `@`, as [`Self::add_tag`] does.
    pub fn add_name(&mut self, part: u8, name: &str, beside: &mut String) {
        self.leave_room();
        self.beside_starts.push(self.next_place);
        self.plain.clear();
        self.plain.add_name(part, name);
        let from = beside.len() as u32;
        beside.push_str(name);
        self.take_plain(from);
    }

    fn leave_room(&mut self) {
        if self.next_place > 0 {
            self.next_place = self.next_place.saturating_add(PLACES_BETWEEN_PARTS);
        }
    }

    /// Takes over what the plain reading saw, its bytes counted from `base`.
    fn take_plain(&mut self, base: u32) {
        let place = self.next_place;
        for term in self.plain.terms() {
            let (from, until) = (term.from + base, term.until + base);
            if term.kind == Kind::Address {
                self.addresses.push(Address { part: term.part, from, until });
                continue;
            }
            let text = self.plain.text(term);
            self.sightings.push(Sighting {
                hash: hash(term.kind, text),
                start: start_of(text.as_bytes(), 0, text.len()),
                text: spell(&mut self.spelled, text),
                first: place + term.first,
                next: place + term.next,
                from,
                until,
                kind: term.kind,
                part: term.part,
            });
        }
        self.next_place = place + self.plain.n_places();
        self.spelled.extend_from_slice(&[0; BEHIND]);
    }
}

/// Keeps a text among the spelled ones.
fn spell(spelled: &mut Vec<u8>, text: &str) -> Kept {
    let from = spelled.len() as u32 | SPELLED;
    spelled.extend_from_slice(text.as_bytes());
    Kept { from, n_bytes: text.len() as u32 }
}

#[cfg(test)]
mod tests;

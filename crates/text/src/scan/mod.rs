//! The tokens of a post by hash, in one pass over its bytes: what [`crate::tokens`] says, some twenty times faster.
//!
//! A stored query is compared with a post by the hashes of the post's words. So the scanner works out, letter by letter, one running hash
//! per word, and gives each token to a [`Watch`] as soon as it ends; nothing is copied. A folded letter is one look into a table.
//!
//! [`crate::tokens::Tokens`] is the plain reading of the same rules. Where a text is too strange for one pass (a letter under two marks, a
//! mark without a letter, compatibility characters), the scanner hands that part to it; so both always give the same tokens, which a
//! property test and a fuzz target hold.

mod pass;
mod table;

use pass::Pass;
use table::Table;

use crate::letters::{Letter, READ_BYTES_MAX, fold};
use crate::tokens::{Kind, PLACES_BETWEEN_PARTS, Tokens};

pub(crate) use table::ends_address;

/// How many beginnings of a word are kept with it: those of 0 to 6 letters, and one that means nothing.
pub const STARTS_MAX: usize = 8;

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Hash of no letters yet.
const fn seed(kind: Kind) -> u64 {
    0x517C_C1B7_2722_0A95 ^ ((kind as u64) << 56)
}

#[inline(always)]
fn grown(hash: u64, letter: u32) -> u64 {
    (hash ^ letter as u64).wrapping_mul(MULTIPLIER).rotate_left(23)
}

/// Hash of a folded text of a kind: the same on each machine. Not made to resist an attacker; compare the texts as well.
pub fn hash(kind: Kind, text: &str) -> u64 {
    text.chars().fold(seed(kind), |hash, c| grown(hash, u32::from(c)))
}

/// The last four letters, as [`Watch::four_letters`] gets them, when one more is read.
pub fn slid(window: u64, letter: char) -> u64 {
    slid_code(window, u32::from(letter))
}

#[inline(always)]
fn slid_code(window: u64, letter: u32) -> u64 {
    // Letters beyond 16 bits are cut: the window only filters.
    (window << 16) | u64::from(letter & 0xFFFF)
}

/// Hashes of the beginnings of a word, as [`Word::starts`] has them.
#[derive(Debug)]
pub struct Starts(u64);

impl Default for Starts {
    fn default() -> Self {
        Self(seed(Kind::Word))
    }
}

impl Starts {
    /// The hash of the beginning that ends with this letter.
    pub fn grow(&mut self, letter: char) -> u64 {
        self.0 = grown(self.0, u32::from(letter));
        self.0
    }
}

/// A way to find a token, with its place in the post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sighting {
    /// Hash of kind and text, as [`hash`] gives it.
    pub hash: u64,
    /// What it is found as.
    pub kind: Kind,
    /// How its text comes from the original.
    pub via: Via,
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

/// How the text of a token comes from the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// Folded.
    Folding,
    /// Another way: the scanner keeps it under this number. A reading of look-alikes, a stretched word cut, or a strange text.
    Kept(u32),
}

fn keep(kept: &mut Vec<Box<str>>, text: &str) -> Via {
    kept.push(text.into());
    Via::Kept(kept.len() as u32 - 1)
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
    /// Hashes of its beginnings: at index n that of its first n letters. Beyond its length they mean nothing.
    pub starts: &'a [u64; STARTS_MAX],
    /// How many letters it has.
    pub n_letters: usize,
    /// Its first folded letter.
    pub first: u32,
    /// Its last folded letter.
    pub last: u32,
}

/// What looks at the tokens while a post is scanned. All methods are called for each token, so they must be quick.
pub trait Watch {
    /// Whether four letters in a row are asked for.
    const FOUR_LETTERS: bool;
    /// Four letters in a row within a word.
    fn four_letters(&mut self, window: u64);
    /// A word.
    fn word(&mut self, word: &Word<'_>);
    /// A token that is no word.
    fn other(&mut self, hash: u64);
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
        let mut pass = Pass { scanner: self, bytes: text.as_bytes(), text, part, watch };
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
        match sighting.via {
            Via::Folding => fold(span.strip_prefix(['#', '@']).unwrap_or(span)),
            Via::Kept(number) => self.kept.get(number as usize).map(ToString::to_string).unwrap_or_default(),
        }
    }

    /// Reads the folded text of a sighting into `into`, which is emptied first.
    pub fn read(&self, sighting: &Sighting, original: &str, into: &mut String) {
        into.clear();
        if sighting.via == Via::Folding
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
        if sighting.via == Via::Folding
            && sighting.kind == Kind::Word
            && let Some(span) = original.get(sighting.from as usize..sighting.until as usize)
            && let Some(same) = same_letters(span, text)
        {
            return same;
        }
        self.text(sighting, original) == text
    }

    fn keep(&mut self, text: &str) -> Via {
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
                via: Via::Folding,
                part: term.part,
                first: place + term.first,
                next: place + term.next,
                from: term.from,
                until: term.until,
            };
            if self.text(&sighting, original) != text {
                sighting.via = keep(&mut self.kept, text);
            }
            sighting.from += base;
            sighting.until += base;
            self.sightings.push(sighting);
            if term.kind == Kind::Word {
                let letters: Vec<u32> = text.chars().map(u32::from).collect();
                watch_letters(&letters, watch);
            } else {
                watch.other(sighting.hash);
            }
        }
        self.next_place = place + self.plain.n_places();
    }
}

/// Gives a word to a watch, letter by letter.
fn watch_letters<W: Watch>(letters: &[u32], watch: &mut W) {
    let (mut hash, mut window, mut starts) = (seed(Kind::Word), 0, [0; STARTS_MAX]);
    for (index, letter) in letters.iter().enumerate() {
        starts[index.min(STARTS_MAX - 1)] = hash;
        hash = grown(hash, *letter);
        window = slid_code(window, *letter);
        if W::FOUR_LETTERS && index >= 3 {
            watch.four_letters(window);
        }
    }
    starts[letters.len().min(STARTS_MAX - 1)] = hash;
    let first = letters.first().copied().unwrap_or_default();
    let last = letters.last().copied().unwrap_or_default();
    watch.word(&Word { hash, starts: &starts, n_letters: letters.len(), first, last });
}

#[cfg(test)]
mod tests;

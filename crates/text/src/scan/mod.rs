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
use crate::look_alike::{all_cyrillic, all_latin};
use crate::tokens::{Kind, PLACES_BETWEEN_PARTS, Tokens, squeezed};

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

/// The last four letters before a place, as [`Watch::four_letters`] gets them.
pub fn four_letters(letters: [char; 4]) -> u64 {
    letters.into_iter().fold(0, |window, c| slid(window, u32::from(c)))
}

#[inline(always)]
fn slid(window: u64, letter: u32) -> u64 {
    // Letters beyond 16 bits are cut: the window only filters.
    (window << 16) | u64::from(letter & 0xFFFF)
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
    /// Its Latin look-alikes read as Cyrillic letters.
    Cyrillic,
    /// Its Cyrillic look-alikes read as Latin letters.
    Latin,
    /// Stretched letters cut to one.
    Squeezing,
    /// It was too strange to be read again: the scanner keeps it under this number.
    Kept(u32),
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
    /// Its last four folded letters.
    pub window: u64,
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
        }
    }
}

impl Scanner {
    /// Forgets the post.
    pub fn clear(&mut self) {
        self.sightings.clear();
        self.kept.clear();
        self.next_place = 0;
    }

    /// What was seen, in rising order of first places.
    pub fn sightings(&self) -> &[Sighting] {
        &self.sightings
    }

    /// Scans a part of the post. Parts lie [`PLACES_BETWEEN_PARTS`] apart.
    pub fn add<W: Watch>(&mut self, part: u8, text: &str, watch: &mut W) {
        let text = &text[..text.floor_char_boundary(READ_BYTES_MAX)];
        self.leave_room();
        let (n_sightings, next_place) = (self.sightings.len(), self.next_place);
        let mut pass = Pass { scanner: self, bytes: text.as_bytes(), text, part, watch };
        if pass.read().is_err() {
            self.sightings.truncate(n_sightings);
            self.next_place = next_place;
            self.plain.clear();
            self.plain.add(part, text);
            self.take_plain(text, 0, watch);
        }
    }

    /// Adds a hashtag that stands beside the text, given without `#`, at the end of `beside`, where its original is found from then on.
    pub fn add_tag<W: Watch>(&mut self, part: u8, tag: &str, beside: &mut String, watch: &mut W) {
        self.leave_room();
        self.plain.clear();
        self.plain.add_tag(part, tag);
        let from = beside.len() as u32;
        beside.push_str(tag);
        self.take_plain(tag, from, watch);
    }

    /// Adds a name that stands beside the text, given without `@`, as [`Self::add_tag`] does.
    pub fn add_name<W: Watch>(&mut self, part: u8, name: &str, beside: &mut String, watch: &mut W) {
        self.leave_room();
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
        let folded = || fold(span.strip_prefix(['#', '@']).unwrap_or(span));
        match sighting.via {
            Via::Folding => folded(),
            Via::Cyrillic => all_cyrillic(&folded()).unwrap_or_default(),
            Via::Latin => all_latin(&folded()).unwrap_or_default(),
            Via::Squeezing => squeezed(&folded()),
            Via::Kept(number) => self.kept.get(number as usize).map(ToString::to_string).unwrap_or_default(),
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
                sighting.via = Via::Kept(self.kept.len() as u32);
                self.kept.push(text.into());
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
        window = slid(window, *letter);
        if W::FOUR_LETTERS && index >= 3 {
            watch.four_letters(window);
        }
    }
    starts[letters.len().min(STARTS_MAX - 1)] = hash;
    let first = letters.first().copied().unwrap_or_default();
    watch.word(&Word { hash, starts: &starts, n_letters: letters.len(), first, window });
}

#[cfg(test)]
mod tests;

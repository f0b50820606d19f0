//! How common a word is, learned on the stream: in which share of all posts it stands. From it the engine chooses the rarest word of a
//! query to look for first, and a user is told "this would match about 3 % of all posts" before the query is saved.
//!
//! # Wanted
//! - Memory that never grows: two rows of counters, found by the hash of a word (a count-min sketch with conservative update).
//! - Never too small, except for what was forgotten: two words may share a counter, so a share may be too large and is never too small.
//! - Forgets: when [`N_POSTS_MAX`] posts were counted, all counters are halved, so that last year's words make room.
//! - The same posts in the same order give the same counters. Posts are chosen by the caller, who need not show all of them.
//!
//! # Design
//! A post counts once for each word, emoji, hashtag, name and squeezed word in it, by the hash that scanning it gives anyway
//! ([`nabat_text::scan::hash`]), once for each beginning of its words of [`PREFIX_LENGTHS`] letters, and once for each value of the fields
//! that a query can ask for and that say much: network, language, kind, sentiment, author, site.
//! A counter is shared by about two entries when all counters are halved. Both rows must err for a share to be too large, and the error is
//! then that of a rare word.

use nabat_text::letters::fold;
use nabat_text::scan::{Scanner, hash};
use nabat_text::tokens::Kind;

use super::query::Field;
use super::reading::{BESIDE, TEXT, TITLE};
use super::view::PostView;

mod estimate;

/// After so many posts all counters are halved. A counter never exceeds it, so 16 bits hold each.
pub const N_POSTS_MAX: u16 = u16::MAX;
/// With fewer posts nothing is said about how many posts a query would match.
pub const N_POSTS_MIN: u16 = 1_000;
/// Counters of a row: two rows take 2 MB.
const N_CELLS: usize = 1 << 19;
const N_ROWS: usize = 2;
/// Lengths of the beginnings of words that are counted, in letters. A longer beginning is as common as its longest counted one, or less.
const PREFIX_LENGTHS: [usize; 3] = [3, 4, 6];
/// Entries of one post that are counted. A longer post is no sample of what people write.
const ENTRIES_MAX: usize = 8_000;
/// First byte of what is stored.
const VERSION: u8 = 2;

/// In which share of posts each word stands.
#[derive(Debug)]
pub struct Frequencies {
    n_posts: u16,
    /// The rows one behind the other.
    cells: Box<[u16]>,
    scanner: Scanner,
    beside: String,
    entries: Vec<u64>,
}

/// Stored frequencies that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BrokenFrequencies {
    /// Written by another version; learn anew.
    #[error("word frequencies of version {0} cannot be read; they are learned anew from the stream")]
    Version(u8),
    /// Cut off, or with counters that no posts could have given.
    #[error("stored word frequencies are damaged at byte {0}; they are learned anew from the stream")]
    Damaged(usize),
}

impl Clone for Frequencies {
    /// What was learned; the memory for reading posts is each one's own.
    fn clone(&self) -> Self {
        Self { n_posts: self.n_posts, cells: self.cells.clone(), ..Self::default() }
    }
}

impl Default for Frequencies {
    fn default() -> Self {
        Self {
            n_posts: 0,
            cells: vec![0; N_CELLS * N_ROWS].into_boxed_slice(),
            scanner: Scanner::default(),
            beside: String::new(),
            entries: Vec::new(),
        }
    }
}

impl Frequencies {
    /// How many posts the shares are taken from: half of those before the last halving, and those since.
    pub fn n_posts(&self) -> u16 {
        self.n_posts
    }

    /// Counts a post.
    pub fn observe(&mut self, post: &PostView<'_>) {
        if self.n_posts == N_POSTS_MAX {
            self.halve();
        }
        self.n_posts += 1;
        self.read(post);
        let mut entries = std::mem::take(&mut self.entries);
        for entry in entries.drain(..) {
            self.count(entry);
        }
        self.entries = entries;
    }

    /// The share of posts that hold a term, from 0 to 1, by its hash ([`nabat_text::scan::hash`]). 0 for what was never met, and while
    /// no post was.
    pub fn share(&self, hash: u64) -> f64 {
        let count = places(hash).map(|place| self.cells[place]).into_iter().min().unwrap_or(0);
        f64::from(count) / f64::from(self.n_posts.max(1))
    }

    /// The share of posts that hold a word which starts so, from 0 to 1; at most that. 1 for a beginning of fewer letters than are counted.
    pub fn share_of_prefix(&self, prefix: &str) -> f64 {
        beginnings(prefix).last().map_or(1.0, |hash| self.share(hash ^ PREFIX_SEED))
    }

    /// The share of posts whose field has a value, from 0 to 1; 1 for a field that is not counted.
    pub fn share_of_field(&self, field: Field, value: &str) -> f64 {
        match field {
            Field::Network | Field::Lang | Field::Type | Field::Sentiment | Field::Author | Field::Site => {
                self.share(field_entry(field, value))
            }
            Field::Url | Field::Has => 1.0,
        }
    }

    /// The entries of a post, each once.
    fn read(&mut self, post: &PostView<'_>) {
        self.scanner.clear();
        self.beside.clear();
        self.entries.clear();
        if let Some(title) = post.title {
            self.scanner.add(TITLE, title);
        }
        self.scanner.add(TEXT, post.text);
        for tag in post.hashtags {
            self.scanner.add_tag(BESIDE, tag, &mut self.beside);
        }
        for name in post.mentions {
            self.scanner.add_name(BESIDE, name, &mut self.beside);
        }
        for sighting in self.scanner.sightings() {
            if self.entries.len() >= ENTRIES_MAX {
                break;
            }
            self.entries.push(sighting.hash);
            if sighting.kind == Kind::Word {
                let text = self.scanner.text(sighting);
                self.entries.extend(beginnings(text).map(|hash| hash ^ PREFIX_SEED));
            }
        }
        self.note_fields(post);
        self.entries.sort_unstable();
        self.entries.dedup();
    }

    fn note_fields(&mut self, post: &PostView<'_>) {
        let mut note = |field, value: &str| self.entries.push(field_entry(field, value));
        note(Field::Network, post.network);
        note(Field::Type, post.kind.name());
        if let Some(lang) = post.lang {
            note(Field::Lang, lang);
        }
        if let Some(sentiment) = post.sentiment {
            note(Field::Sentiment, sentiment.name());
        }
        for author in [post.author_handle, post.author_name, post.author_id].into_iter().flatten() {
            note(Field::Author, &fold(author.trim()));
        }
        // A site is found by each domain it lies in.
        let mut domain = post.site;
        while let Some(host) = domain {
            note(Field::Site, host);
            domain = host.split_once('.').map(|(_, wider)| wider);
        }
    }

    /// Raises only the counters that would become too small: the others are too large already.
    fn count(&mut self, entry: u64) {
        let places = places(entry);
        let least = places.map(|place| self.cells[place]).into_iter().min().unwrap_or(0);
        for place in places {
            self.cells[place] = self.cells[place].max(least.saturating_add(1));
        }
    }

    fn halve(&mut self) {
        self.n_posts /= 2;
        for cell in &mut self.cells {
            *cell /= 2;
        }
    }

    /// To be stored: the version, the number of posts, and the counters, zeros in runs. At most 3 MB, commonly a fifth of it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        bytes.extend(self.n_posts.to_le_bytes());
        let mut at = 0;
        while at < self.cells.len() {
            write_number(u32::from(self.cells[at]), &mut bytes);
            if self.cells[at] == 0 {
                let run =
                    self.cells[at..].iter().position(|cell| *cell != 0).unwrap_or(self.cells.len() - at);
                // There are far fewer than 2^32 counters.
                write_number(run as u32, &mut bytes);
                at += run;
            } else {
                at += 1;
            }
        }
        bytes
    }

    /// What [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`BrokenFrequencies`] when another version wrote it or it is damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BrokenFrequencies> {
        let (version, n_posts, mut rest) = match bytes {
            [version, low, high, rest @ ..] => (*version, u16::from_le_bytes([*low, *high]), rest),
            [] | [_] | [_, _] => return Err(BrokenFrequencies::Damaged(bytes.len())),
        };
        if version != VERSION {
            return Err(BrokenFrequencies::Version(version));
        }
        let mut read = Self { n_posts, ..Self::default() };
        let mut at = 0;
        while at < read.cells.len() {
            let broken = BrokenFrequencies::Damaged(bytes.len() - rest.len());
            let count = read_number(&mut rest).ok_or(broken)?;
            let n_cells = if count == 0 { read_number(&mut rest).ok_or(broken)? as usize } else { 1 };
            if count > u32::from(n_posts) || n_cells == 0 || n_cells > read.cells.len() - at {
                return Err(broken);
            }
            // Checked above: at most the number of posts, which has 16 bits.
            read.cells[at] = count as u16;
            at += n_cells;
        }
        if rest.is_empty() { Ok(read) } else { Err(BrokenFrequencies::Damaged(bytes.len() - rest.len())) }
    }
}

/// Hashes of the beginnings of a folded word that are counted, the shortest first.
fn beginnings(word: &str) -> impl Iterator<Item = u64> {
    let ends = PREFIX_LENGTHS.into_iter().map_while(|length| {
        let (last, letter) = word.char_indices().nth(length - 1)?;
        Some(last + letter.len_utf8())
    });
    ends.map(|end| hash(Kind::Word, &word[..end]))
}

/// Tells the beginning of words from the word of the same letters.
const PREFIX_SEED: u64 = 0x7072_6566_6978_0000;

/// Letter case of a value does not count, as in queries.
fn field_entry(field: Field, value: &str) -> u64 {
    let seed = mixed(0x6669_656C_6400_0000 | field as u64);
    value.bytes().fold(seed, |hash, byte| mixed(hash ^ u64::from(byte.to_ascii_lowercase())))
}

/// Where an entry is counted: one place in each row.
fn places(entry: u64) -> [usize; N_ROWS] {
    let mixed = mixed(entry);
    let first = mixed as usize % N_CELLS;
    let second = (mixed >> 32) as usize % N_CELLS;
    [first, N_CELLS + second]
}

/// Spreads the bits of a hash over all of it (the finaliser of splitmix64).
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^ (hash >> 31)
}

/// Seven bits a byte, the low ones first.
fn write_number(mut number: u32, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn read_number(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in (0..28).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests;

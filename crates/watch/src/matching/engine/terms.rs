//! The terms of all queries, each once: what is found at one place of a post, by the hash of its text.

use nabat_crisis::topic::QUERY_BYTES_MAX;
use nabat_text::letters::fold;
use nabat_text::scan::{hash, start};
use nabat_text::tokens::Kind;

use super::keys::{PREFIX_BYTES, first_byte, infix_bytes, infix_key, prefix_bytes, prefix_key, shape_key};
use crate::matching::expand::{Look, LookKind};

/// Number of a term.
pub(super) type TermId = u32;

/// What is asked of a term again and again, in one place of memory: with many queries, each look elsewhere waits for memory.
#[derive(Debug, Clone, Copy)]
struct Record {
    hash: u64,
    /// First byte of its text.
    from: u32,
    /// Bytes of its text; above them its kind.
    rest: u32,
}

/// A query has fewer bytes than this, so a term has.
const LENGTH: u32 = (1 << 20) - 1;

const _: () = assert!(QUERY_BYTES_MAX < LENGTH as usize);

impl Record {
    fn new(hash: u64, from: usize, kind: LookKind, text: &str) -> Self {
        // The texts of all queries stay below four gigabytes.
        Self { hash, from: from as u32, rest: text.len() as u32 & LENGTH | (kind as u32) << 24 }
    }

    fn kind(self) -> LookKind {
        LookKind::ALL[(self.rest >> 24 & 0x7F) as usize]
    }
}

/// All terms, and a table that finds them by hash.
#[derive(Debug, Default)]
pub(super) struct Terms {
    records: Vec<Record>,
    /// In how many leaves of queries each stands.
    uses: Vec<u32>,
    /// All texts one behind the other.
    texts: String,
    /// Numbers plus one by hash, open addressing; no more than half full.
    slots: Vec<u32>,
    pub(super) wildcards: Wildcards,
}

/// Terms with wildcards, by the part of them that posts are asked for.
#[derive(Debug, Default)]
pub(super) struct Wildcards {
    /// Hash of the beginning, term: sorted.
    pub(super) prefixes: Vec<(u64, TermId)>,
    /// Bytes in a row, term: sorted.
    pub(super) infixes: Vec<(u64, TermId)>,
    /// Length, first and last letter, term: sorted.
    pub(super) shapes: Vec<(u64, TermId)>,
    /// Bit n: some beginning of n bytes is asked for.
    pub(super) prefix_lengths: u32,
    /// Bit n: some infix is looked up by n bytes.
    pub(super) infix_lengths: u32,
    /// Bit n: the n-th way to see a shape is in use.
    pub(super) shape_ways: u32,
    /// Bit n: some shape has n letters; the last bit stands for all longer ones.
    pub(super) shape_lengths: u64,
}

/// How a term is found in a post.
pub(super) enum Way {
    /// By the hash of a token.
    Hash(u64),
    /// By the key of a word's beginning.
    Start(u64),
    /// By some bytes in a row.
    Bytes(u64),
    /// By the key of a word's length and ends.
    Shape(u64),
}

/// How a term is found in a post.
pub(super) fn way(kind: LookKind, text: &str) -> Way {
    match kind {
        LookKind::Word | LookKind::Capitalised => Way::Hash(hash(Kind::Word, text)),
        LookKind::Cased => Way::Hash(hash(Kind::Word, &fold(text))),
        LookKind::Emoji => Way::Hash(hash(Kind::Emoji, text)),
        LookKind::Tag => Way::Hash(hash(Kind::Tag, text)),
        LookKind::Name => Way::Hash(hash(Kind::Name, text)),
        LookKind::Squeezed => Way::Hash(hash(Kind::Squeezed, text)),
        LookKind::Prefix => by_start(text),
        LookKind::Infix => by_bytes(text),
        LookKind::Pattern => by_pattern(text),
    }
}

/// The key of a beginning.
fn by_start(text: &str) -> Way {
    Way::Start(prefix_key(start(text), prefix_bytes(text.len())))
}

/// The key of some bytes in a row.
fn by_bytes(text: &str) -> Way {
    Way::Bytes(infix_key(start(text), infix_bytes(text.len())))
}

/// A pattern is found by its beginning when that is long enough, else by some bytes in a row, else by its length and its ends.
fn by_pattern(text: &str) -> Way {
    let beginning = text.split('?').next().unwrap_or_default();
    if beginning.len() >= PREFIX_BYTES[0] && beginning.chars().count() >= 3 {
        return by_start(beginning);
    }
    match text.split('?').find(|run| run.chars().count() >= 4) {
        Some(run) => by_bytes(run),
        None => {
            let first = (!text.starts_with('?')).then(|| first_byte(text.as_bytes()));
            let last = (!text.ends_with('?')).then(|| text.as_bytes()[text.len() - 1]);
            Way::Shape(shape_key(text.chars().count(), first, last))
        }
    }
}

/// The letters in a row by which an infix, or a pattern that is found by letters in a row, is looked up.
pub(super) fn infix_of(text: &str) -> &str {
    text.split('?').find(|run| run.chars().count() >= 4).unwrap_or(text)
}

impl Terms {
    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    #[inline]
    pub(super) fn kind(&self, term: TermId) -> LookKind {
        self.records[term as usize].kind()
    }

    #[inline]
    pub(super) fn hash(&self, term: TermId) -> u64 {
        self.records[term as usize].hash
    }

    /// The part of a term's hash by which a post is asked for it quickly; of a wildcard, one that stands for all of them.
    pub(super) fn hash_part(&self, term: TermId) -> u32 {
        if is_wildcard(self.kind(term)) { WILDCARD_PART } else { hash_part(self.hash(term)) }
    }

    pub(super) fn uses(&self, term: TermId) -> u32 {
        self.uses[term as usize]
    }

    #[inline]
    pub(super) fn text(&self, term: TermId) -> &str {
        let record = self.records[term as usize];
        &self.texts[record.from as usize..(record.from + (record.rest & LENGTH)) as usize]
    }

    /// The number of a look; a new one when nobody asked for it before.
    pub(super) fn number(&mut self, look: &Look) -> TermId {
        let way = way(look.kind, &look.text);
        let (Way::Hash(hash) | Way::Start(hash) | Way::Bytes(hash) | Way::Shape(hash)) = way;
        // A wildcard is never found by hash, so its slot may lie anywhere else.
        let slot_hash = if is_wildcard(look.kind) { !hash ^ look.kind as u64 } else { hash };
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let mut at = self.slot(slot_hash);
        while self.slots[at] != 0 {
            let term = self.slots[at] - 1;
            if self.hash(term) == slot_hash && self.kind(term) == look.kind && self.text(term) == &*look.text
            {
                self.uses[term as usize] += 1;
                return term;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
        let term = self.len() as TermId;
        self.slots[at] = term + 1;
        self.records.push(Record::new(slot_hash, self.texts.len(), look.kind, &look.text));
        self.uses.push(1);
        self.texts.push_str(&look.text);
        match way {
            Way::Hash(_) => {}
            Way::Start(key) => self.wildcards.prefixes.push((key, term)),
            Way::Bytes(key) => self.wildcards.infixes.push((key, term)),
            Way::Shape(key) => self.wildcards.shapes.push((key, term)),
        }
        term
    }

    fn slot(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    fn grow(&mut self) {
        let n_slots = (self.slots.len() * 2).max(64);
        self.slots.clear();
        self.slots.resize(n_slots, 0);
        for term in 0..self.records.len() {
            let mut at = self.slot(self.records[term].hash);
            while self.slots[at] != 0 {
                at = (at + 1) & (n_slots - 1);
            }
            self.slots[at] = term as u32 + 1;
        }
    }

    /// Ends the building: memory is given back and wildcards are put in order.
    pub(super) fn finish(&mut self) {
        self.records.shrink_to_fit();
        self.texts.shrink_to_fit();
        let wildcards = &mut self.wildcards;
        wildcards.prefixes.sort_unstable();
        wildcards.infixes.sort_unstable();
        wildcards.shapes.sort_unstable();
        let text = |term: TermId| {
            let record = self.records[term as usize];
            &self.texts[record.from as usize..(record.from + (record.rest & LENGTH)) as usize]
        };
        for (_, term) in &wildcards.prefixes {
            let beginning = text(*term).split('?').next().unwrap_or_default();
            wildcards.prefix_lengths |= 1 << prefix_bytes(beginning.len());
        }
        for (_, term) in &wildcards.infixes {
            wildcards.infix_lengths |= 1 << infix_bytes(infix_of(text(*term)).len());
        }
        for (_, term) in &wildcards.shapes {
            let text = text(*term);
            let way = u32::from(!text.starts_with('?')) | u32::from(!text.ends_with('?')) << 1;
            wildcards.shape_ways |= 1 << way;
            wildcards.shape_lengths |= 1 << text.chars().count().min(63);
        }
    }

    /// Forgets how often terms are used, once the covers are chosen.
    pub(super) fn forget_uses(&mut self) {
        self.uses = Vec::new();
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        let wildcards = &self.wildcards;
        self.records.capacity() * size_of::<Record>()
            + self.uses.capacity() * 4
            + self.texts.capacity()
            + self.slots.capacity() * 4
            + (wildcards.prefixes.capacity() + wildcards.infixes.capacity() + wildcards.shapes.capacity())
                * 16
    }
}

/// The part of a hash by which a post is asked quickly.
#[inline(always)]
pub(super) fn hash_part(hash: u64) -> u32 {
    (hash >> 32) as u32
}

/// What wildcards have for it.
pub(super) const WILDCARD_PART: u32 = u32::MAX;

/// Whether a term is found by a part of a word, and not by its hash.
pub(super) fn is_wildcard(kind: LookKind) -> bool {
    match kind {
        LookKind::Prefix | LookKind::Infix | LookKind::Pattern => true,
        LookKind::Word
        | LookKind::Emoji
        | LookKind::Tag
        | LookKind::Name
        | LookKind::Squeezed
        | LookKind::Cased
        | LookKind::Capitalised => false,
    }
}

/// The terms of a key in a sorted list.
pub(super) fn of_key(list: &[(u64, TermId)], key: u64) -> impl Iterator<Item = TermId> {
    let from = list.partition_point(|(each, _)| *each < key);
    list[from..].iter().take_while(move |(each, _)| *each == key).map(|(_, term)| *term)
}

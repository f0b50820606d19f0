//! The first look at the tokens of a post: of most no query wants anything, and most of these were met before.

use std::ops::Range;
use std::sync::{Arc, Weak};

use nabat_text::scan::{Scanner, Sighting};
use nabat_text::tokens::Kind;

use super::filter::LettersFilter;
use super::index::Index;
use super::terms::{TermId, Terms, infix_of};

/// What lets words pass that a wildcard may take in.
#[derive(Debug, Default)]
pub(super) struct Glass {
    /// The first three letters of beginnings.
    starts: LettersFilter,
    /// Whether some beginning has three letters of several lengths: no word that starts with a longer letter is let go.
    odd_starts: bool,
    /// Three letters in a row of infixes, from their first and from their second letter on: of a word every second letter is asked.
    infixes: LettersFilter,
    /// The same letters, with where they stand: sorted.
    threes: Vec<(u64, Three)>,
}

/// Three letters of what stands in a row in an infix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Three {
    term: TermId,
    /// Bytes of the row before the letters: one letter or none.
    before: u32,
    /// First byte of the row in the term, and the byte behind it.
    row: [u32; 2],
}

/// Letters of an infix that were found in a word.
pub(super) struct Start {
    pub(super) term: TermId,
    /// The byte of the word at which the row of letters would start.
    pub(super) at: usize,
    /// The bytes of the term that are this row.
    pub(super) row: Range<usize>,
}

impl Glass {
    pub(super) fn new(terms: &Terms) -> Self {
        let wildcards = &terms.wildcards;
        let mut glass = Self::default();
        for (_, term) in &wildcards.prefixes {
            let text = terms.text(*term).split('?').next().unwrap_or_default().as_bytes();
            glass.odd_starts |= text[0] >= 0x80 && text.len() < 6;
            glass.starts.insert(beginning(eight(text, 0)));
        }
        for (_, term) in &wildcards.infixes {
            // Words of several alphabets, or with letters of three bytes, are always let pass.
            let text = terms.text(*term);
            let row = infix_of(text);
            let row_from = text.find(row).unwrap_or_default();
            // A query has far fewer bytes than fit in 32 bits.
            let places = [row_from as u32, (row_from + row.len()) as u32];
            let row = row.as_bytes();
            let n_letter_bytes = if row[0] < 0x80 { 1 } else { 2 };
            for from in [0, n_letter_bytes] {
                let three = eight(row, from) & mask(3 * n_letter_bytes);
                glass.infixes.insert(three);
                glass.threes.push((three, Three { term: *term, before: from as u32, row: places }));
            }
        }
        glass.threes.sort_unstable();
        glass
    }

    /// Shows where infixes may start in a word of letters of one length, each place of each infix once or twice; says whether the word is
    /// of such letters.
    pub(super) fn starts(&self, word: &[u8], mut show: impl FnMut(Start)) -> bool {
        let n_letter_bytes = match Width::of_text(word) {
            Width::One => 1,
            Width::Two => 2,
            Width::Mixed => return false,
        };
        for place in (0..(word.len() + 1).saturating_sub(3 * n_letter_bytes)).step_by(2 * n_letter_bytes) {
            let three = eight(word, place) & mask(3 * n_letter_bytes);
            if self.infixes.may_hold(three) {
                let from = self.threes.partition_point(|(each, _)| *each < three);
                for (_, found) in self.threes[from..].iter().take_while(|(each, _)| *each == three) {
                    if let Some(at) = place.checked_sub(found.before as usize) {
                        let row = found.row[0] as usize..found.row[1] as usize;
                        show(Start { term: found.term, at, row });
                    }
                }
            }
        }
        true
    }

    /// Bytes on the heap.
    pub(super) fn memory(&self) -> usize {
        self.starts.memory() + self.infixes.memory() + self.threes.capacity() * size_of::<(u64, Three)>()
    }
}

/// Eight bytes from a place on, zeros behind the end.
fn eight(bytes: &[u8], from: usize) -> u64 {
    if let Some(eight) = bytes.get(from..from + 8).and_then(|bytes| bytes.first_chunk()) {
        return u64::from_le_bytes(*eight);
    }
    bytes.iter().skip(from).take(8).rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte))
}

/// Keeps so many bytes, one to eight.
const fn mask(n_bytes: usize) -> u64 {
    u64::MAX >> (64 - 8 * n_bytes)
}

/// What tells the first three letters of a word: three bytes, or six if the first is of two.
#[inline(always)]
fn beginning(start: u64) -> u64 {
    start & if start & 0x80 == 0 { mask(3) } else { mask(6) }
}

/// Words of the last posts of which no query wants anything. Most words of a post were met before, so most are looked at once and not
/// again in each post.
#[derive(Debug, Default)]
pub(super) struct Ignored {
    /// Which queries they were looked at for.
    of: Weak<Index>,
    /// Hash and first eight bytes of a word, at the place its hash gives; another word of that place takes it over. Of words of at most
    /// sixteen bytes these two tell all letters, since the rest of the hash can be undone.
    words: Vec<[u64; 2]>,
}

impl Ignored {
    /// How many words are kept: 256 kB, a part of the second-nearest memory of a processor.
    const N_WORDS: usize = 1 << 14;
    const BYTES_MAX: usize = 16;

    /// Forgets all words if they were looked at for other queries.
    pub(super) fn turn_to(&mut self, index: &Arc<Index>) {
        // As long as this holds on to it, nothing else can lie where the index was.
        if !std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(index)) {
            self.of = Arc::downgrade(index);
            self.words.clear();
            self.words.resize(Self::N_WORDS, [0; 2]);
        }
    }

    #[inline(always)]
    fn place(token: &Sighting) -> usize {
        (token.hash >> 32) as usize % Self::N_WORDS
    }

    /// Notes a token of which nothing is wanted, if it is a word.
    pub(super) fn keep(&mut self, token: &Sighting) {
        if token.n_bytes() <= Self::BYTES_MAX && token.kind == Kind::Word {
            self.words[Self::place(token)] = [token.hash, token.start[0]];
        }
    }

    /// Puts the numbers of the tokens that are not ignored into `others`, in rising order.
    #[inline(always)]
    pub(super) fn others(&self, tokens: &[Sighting], others: &mut Vec<u32>) {
        others.resize(tokens.len(), 0);
        let Some(words) = self.words.first_chunk::<{ Self::N_WORDS }>() else { return };
        let mut n = 0;
        for (number, token) in (0..).zip(tokens) {
            let [hash, start] = words[Self::place(token)];
            let is_kept = (token.n_bytes() <= Self::BYTES_MAX) & (token.kind == Kind::Word);
            let ignored = (hash == token.hash) & (start == token.start[0]) & is_kept;
            others[n] = number;
            n += usize::from(!ignored);
        }
        others.truncate(n);
    }
}

/// What a token may be wanted for.
pub(super) const TERM: u8 = 1;
pub(super) const START: u8 = 2;
pub(super) const INFIX: u8 = 4;
pub(super) const SHAPE: u8 = 8;

#[inline(always)]
fn bit(holds: bool, bit: u8) -> u8 {
    if holds { bit } else { 0 }
}

impl Index {
    /// What each of some tokens may be wanted for. One loop a question: a processor guesses well what is always the same, and keeps in its
    /// registers what one question needs.
    pub(super) fn glance(&self, scanner: &Scanner, numbers: &[u32], kinds: &mut Vec<u8>) {
        let (wildcards, tokens) = (&self.terms.wildcards, scanner.sightings());
        let token = |number: &u32| &tokens[*number as usize];
        kinds.clear();
        kinds.extend(numbers.iter().map(|number| bit(self.filter.may_hold(token(number).hash), TERM)));
        if !wildcards.prefixes.is_empty() {
            for (kinds, number) in kinds.iter_mut().zip(numbers) {
                let token = token(number);
                *kinds |= bit(self.glass.may_have_beginning(token) & (token.kind == Kind::Word), START);
            }
        }
        if !wildcards.infixes.is_empty() || !wildcards.shapes.is_empty() {
            for (kinds, number) in kinds.iter_mut().zip(numbers) {
                let token = token(number);
                if token.kind == Kind::Word {
                    *kinds |= self.glass.inside(scanner, token, wildcards.shape_lengths);
                }
            }
        }
    }
}

impl Glass {
    #[inline(always)]
    fn may_have_beginning(&self, word: &Sighting) -> bool {
        let start = word.start[0];
        self.starts.may_hold(beginning(start)) | (self.odd_starts & (start & 0x80 != 0))
    }

    /// Whether an infix may stand in a word, by three letters at every second letter, and whether a shape may fit it.
    #[inline(always)]
    fn inside(&self, scanner: &Scanner, word: &Sighting, shape_lengths: u64) -> u8 {
        let width = Width::of(word);
        if width == Width::Mixed {
            return self.inside_strange(scanner, word, shape_lengths);
        }
        let two = width == Width::Two;
        let [first, second] = word.start;
        // Of letters of one byte from the first, the third, the fifth and the seventh on; of letters of two from the first, third, fifth.
        let (letters, shift) = if two { (mask(6), 32) } else { (mask(3), 16) };
        let third = first >> shift | if two { second << 32 } else { 0 };
        let fifth = if two { second } else { first >> 32 };
        let seventh = if two { second } else { first >> 48 | second << 16 };
        let holds = |eight: u64| self.infixes.may_hold(eight & letters);
        let infix = holds(first) | holds(third) | holds(fifth) | holds(seventh);
        let n_letters = if two { word.n_bytes() / 2 } else { word.n_bytes() };
        // The letters above reach to the ninth of one byte, and to the seventh of two.
        let infix =
            infix || (n_letters > 7 && self.stands_from(if two { 12 } else { 8 }, scanner, word, two));
        bit(infix, INFIX) | bit(shape_lengths >> n_letters.min(63) & 1 != 0, SHAPE)
    }

    /// Whether an infix may stand in a word from a byte on.
    #[inline(never)]
    fn stands_from(&self, from: usize, scanner: &Scanner, word: &Sighting, two: bool) -> bool {
        let (bytes, n_bytes) = (scanner.with_behind(word), word.n_bytes());
        let (letters, step) = if two { (6, 4) } else { (3, 2) };
        let mut places = (from..(n_bytes + 1).saturating_sub(letters)).step_by(step);
        places.any(|at| self.infixes.may_hold(eight(bytes, at) & mask(letters)))
    }

    /// The same of a long word or one with letters of several lengths.
    #[cold]
    fn inside_strange(&self, scanner: &Scanner, word: &Sighting, shape_lengths: u64) -> u8 {
        let text = scanner.bytes(word);
        let infix = match Width::of_text(text) {
            Width::One => self.stands_from(0, scanner, word, false),
            Width::Two => self.stands_from(0, scanner, word, true),
            Width::Mixed => true,
        };
        bit(infix, INFIX) | bit(shape_lengths >> n_letters_of(text).min(63) & 1 != 0, SHAPE)
    }
}

/// How many bytes the letters of a word take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Width {
    /// One each: Latin letters without marks, and digits.
    One,
    /// Two each: Cyrillic letters, and others of that length.
    Two,
    /// Not all the same, or more than two; or the word is long.
    Mixed,
}

impl Width {
    fn of_text(text: &[u8]) -> Self {
        if text.is_ascii() {
            Self::One
        } else if text.chunks(2).all(|pair| matches!(pair, [0xC0..0xE0, _])) {
            Self::Two
        } else {
            Self::Mixed
        }
    }

    /// Of the first sixteen bytes of a word; what stands behind them is taken to be of that width, or looked at closer.
    #[inline(always)]
    fn of(word: &Sighting) -> Self {
        /// Bits that tell bytes above 0x7F.
        const HIGH: u64 = 0x8080_8080_8080_8080;
        /// Bits that tell what bytes of several are, and what they are in four letters of two.
        const TWO: (u64, u64) = (0xC0E0_C0E0_C0E0_C0E0, 0x80C0_80C0_80C0_80C0);
        let ([first, second], n_bytes) = (word.start, word.n_bytes());
        let [in_first, in_second] = mask_of_two(n_bytes);
        let one = (first | second) & HIGH == 0;
        let two = (first & TWO.0 == TWO.1 & in_first) & (second & TWO.0 == TWO.1 & in_second);
        match (one | two) & (n_bytes <= 16) {
            true if one => Self::One,
            true => Self::Two,
            false => Self::Mixed,
        }
    }
}

/// Which of sixteen bytes a word of so many has.
#[inline(always)]
fn mask_of_two(n_bytes: usize) -> [u64; 2] {
    let in_first = if n_bytes < 8 { mask(n_bytes) } else { u64::MAX };
    let in_second = if n_bytes > 8 { mask((n_bytes - 8).min(8)) } else { 0 };
    [in_first, in_second]
}

/// How many letters a word has.
#[cold]
pub(super) fn n_letters_of(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

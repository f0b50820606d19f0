//! Keys by which wildcards are found: a beginning, four letters in a row, or the length and ends of a word.
//!
//! They are made of letters cut to 16 bits, as the scanner gives them. Whatever a key finds is compared in full before it counts.

/// Beginnings are looked up by so many letters: the longest of these that a wildcard has. Few lengths, since words pay for each.
pub(super) const PREFIX_LETTERS: [usize; 4] = [3, 4, 5, 6];

const PREFIX: u64 = 0xA076_1D64_78BD_642F;
const INFIX: u64 = 0xE703_7ED1_A0B4_28DB;
const SHAPE: u64 = 0x8EBC_6AF0_9C88_C6E3;

/// How many letters of a beginning of so many are looked up.
pub(super) fn prefix_length(n_letters: usize) -> usize {
    PREFIX_LETTERS.into_iter().rev().find(|length| *length <= n_letters).unwrap_or(PREFIX_LETTERS[0])
}

/// The letters of a folded text as keys are made of them.
pub(super) fn letters(text: &str) -> impl Iterator<Item = u16> {
    text.chars().map(|c| u32::from(c) as u16)
}

/// A beginning as it grows letter by letter.
#[derive(Clone, Copy)]
pub(super) struct Start(u64);

impl Start {
    /// The beginning of these letters.
    #[inline(always)]
    pub(super) fn of(letters: impl IntoIterator<Item = u16>) -> Self {
        letters.into_iter().fold(Self(PREFIX), Self::with)
    }

    /// The same with one letter more.
    #[inline(always)]
    pub(super) fn with(self, letter: u16) -> Self {
        Self((self.0 ^ u64::from(letter)).wrapping_mul(INFIX | 1).rotate_left(29))
    }

    /// The key of wildcards that are looked up by this beginning.
    #[inline(always)]
    pub(super) fn key(self) -> u64 {
        self.0
    }

    /// The key of all beginnings that start so: most words are let go after one look at it.
    #[inline(always)]
    pub(super) fn common_key(self) -> u64 {
        !self.0
    }
}

/// Four letters in a row, of which the last is new.
#[inline(always)]
pub(super) fn slid(window: u64, letter: u16) -> u64 {
    (window << 16) | u64::from(letter)
}

/// The key of a word of so many letters with this first and last one; either may be anything.
#[inline(always)]
pub(super) fn shape_key(n_letters: usize, first: Option<u16>, last: Option<u16>) -> u64 {
    let end = |letter: Option<u16>| letter.map_or(0, |letter| u64::from(letter) + 1);
    (end(first) << 20 ^ end(last) ^ (n_letters as u64) << 44 ^ SHAPE).wrapping_mul(PREFIX | 1).rotate_left(21)
}

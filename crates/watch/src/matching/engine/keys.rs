//! Keys by which wildcards are found: a beginning, or the length and ends of a word.

use nabat_text::scan::hash;
use nabat_text::tokens::Kind;

/// Beginnings are looked up by this many letters: the longest that a wildcard has. Few lengths, since each word pays for each.
pub(super) const PREFIX_LETTERS: [usize; 3] = [3, 4, 6];

const PREFIX: u64 = 0xA076_1D64_78BD_642F;
const INFIX: u64 = 0xE703_7ED1_A0B4_28DB;
const SHAPE: u64 = 0x8EBC_6AF0_9C88_C6E3;

/// How many letters of a beginning of so many are looked up.
pub(super) fn prefix_length(n_letters: usize) -> usize {
    PREFIX_LETTERS.into_iter().rev().find(|length| *length <= n_letters).unwrap_or(PREFIX_LETTERS[0])
}

/// The key of a beginning.
pub(super) fn prefix_key(start: &str) -> u64 {
    let length = prefix_length(start.chars().count());
    let end = start.char_indices().nth(length).map_or(start.len(), |(at, _)| at);
    start_key(hash(Kind::Word, &start[..end]))
}

/// The key of a beginning whose hash the scanner gives.
#[inline(always)]
pub(super) fn start_key(start: u64) -> u64 {
    (start ^ PREFIX).wrapping_mul(INFIX | 1)
}

/// The key of a word of so many letters with this first and last one; either may be anything.
#[inline(always)]
pub(super) fn shape_key(n_letters: usize, first: Option<u32>, last: Option<u32>) -> u64 {
    let ends = u64::from(first.map_or(0, |c| c + 1)) << 22 | u64::from(last.map_or(0, |c| c + 1));
    (ends ^ (n_letters as u64) << 44 ^ SHAPE).wrapping_mul(PREFIX | 1).rotate_left(21)
}

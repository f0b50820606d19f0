//! Keys by which wildcards are found: the first bytes of a word, some bytes in a row, or the length and ends of a word.
//!
//! They are made of folded bytes, as the scanner gives them. Whatever a key finds is compared in full before it counts.

/// Beginnings are looked up by so many bytes: the most of these that a wildcard has. Three letters are three bytes or, in Cyrillic, six.
pub(super) const PREFIX_BYTES: [usize; 4] = [3, 4, 6, 8];

const PREFIX: u64 = 0xA076_1D64_78BD_642F;
const SHAPE: u64 = 0x8EBC_6AF0_9C88_C6E3;

/// How many bytes of a beginning of so many are looked up.
pub(super) fn prefix_bytes(n_bytes: usize) -> usize {
    PREFIX_BYTES.into_iter().rev().find(|n| *n <= n_bytes).unwrap_or(PREFIX_BYTES[0])
}

/// The key of a beginning of so many bytes, of which the first eight are given.
#[inline(always)]
pub(super) fn prefix_key(start: u64, n_bytes: usize) -> u64 {
    let first = start & (u64::MAX >> (64 - 8 * n_bytes));
    (first ^ PREFIX ^ n_bytes as u64).wrapping_mul(SHAPE | 1).rotate_left(29)
}

/// How many bytes in a row an infix of so many is looked up by: enough to be rare, eight if it has them.
pub(super) fn infix_bytes(n_bytes: usize) -> usize {
    if n_bytes >= 8 { 8 } else { 4 }
}

/// What tells bytes in a row from others: of eight themselves, of four with a sign.
#[inline(always)]
pub(super) fn infix_key(first: u64, n_bytes: usize) -> u64 {
    if n_bytes == 8 { first } else { (first & 0xFFFF_FFFF) | 1 << 40 }
}

/// The key of a word of so many letters with this first and last one; either may be anything.
#[inline(always)]
pub(super) fn shape_key(n_letters: usize, first: Option<u8>, last: Option<u8>) -> u64 {
    let end = |byte: Option<u8>| byte.map_or(0, |byte| u64::from(byte) + 1);
    (end(first) << 20 ^ end(last) ^ (n_letters as u64) << 44 ^ SHAPE).wrapping_mul(PREFIX | 1).rotate_left(21)
}

/// The byte that tells most of a first letter: of two bytes the second.
#[inline(always)]
pub(super) fn first_byte(text: &[u8]) -> u8 {
    match text {
        [first, ..] if *first < 0x80 => *first,
        [_, second, ..] => *second,
        _ => 0,
    }
}

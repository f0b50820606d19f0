//! What each character is to the scanner, looked up instead of worked out.
//!
//! The tables are filled from [`crate::letters`] at first use, so the rules stand there only.

use std::sync::LazyLock;

use crate::letters::{Class, fold_char, is_invisible, stands_alone};
use crate::look_alike::{is_cyrillic, is_latin};

/// A character's folded letter (its low 21 bits) and what it is (the bits above).
pub(super) type Value = u32;

/// A letter, digit or mark that goes on with a word and joins with nothing.
pub(super) const PLAIN: Value = 1 << 21;
/// A word can start with it.
pub(super) const STARTS: Value = 1 << 22;
/// A capital.
pub(super) const UPPER: Value = 1 << 23;
pub(super) const LATIN: Value = 1 << 24;
pub(super) const CYRILLIC: Value = 1 << 25;
/// Dropped before anything else.
pub(super) const INVISIBLE: Value = 1 << 26;
/// Composition may join it with what stands before it.
pub(super) const JOINS: Value = 1 << 27;
pub(super) const EMOJI: Value = 1 << 28;
/// A letter, not a digit or mark: a hashtag needs one.
pub(super) const LETTER: Value = 1 << 29;
/// A web address ends before it.
pub(super) const ENDS_ADDRESS: Value = 1 << 30;
/// Half of a flag.
pub(super) const FLAG_HALF: Value = 1 << 31;

/// Characters below this are in the first table: Latin, Cyrillic, punctuation, arrows, signs.
const COMMON: usize = 0x3000;
/// The pictographs of the second table.
const PICTOGRAPHS: std::ops::Range<u32> = 0x1F000..0x1FB00;

/// Both tables.
#[derive(Debug)]
pub(super) struct Table {
    common: Box<[Value; COMMON]>,
    pictographs: Box<[Value]>,
}

impl Table {
    /// The tables of this process.
    pub(super) fn get() -> &'static Self {
        static TABLE: LazyLock<Table> = LazyLock::new(Table::new);
        &TABLE
    }

    fn new() -> Self {
        let mut common = Box::new([0; COMMON]);
        for (code, value) in (0..).zip(common.iter_mut()) {
            *value = char::from_u32(code).map_or(0, value_of);
        }
        let pictographs = PICTOGRAPHS.map(|code| char::from_u32(code).map_or(0, value_of)).collect();
        Self { common, pictographs }
    }

    /// The value of a character of one or two bytes.
    pub(super) fn near(&self, code: u32) -> Value {
        self.common[(code & 0x7FF) as usize]
    }

    /// The value of any character.
    pub(super) fn far(&self, c: char) -> Value {
        let code = u32::from(c);
        if let Some(value) = self.common.get(code as usize) {
            return *value;
        }
        let place = code.wrapping_sub(PICTOGRAPHS.start) as usize;
        self.pictographs.get(place).copied().unwrap_or_else(|| value_of(c))
    }
}

/// What the rules of letters say about a character.
fn value_of(c: char) -> Value {
    let folded = fold_char(c);
    let mut value = u32::from(folded);
    let mut set = |holds: bool, bit: Value| value |= if holds { bit } else { 0 };
    if is_invisible(c) {
        return u32::from(c) | INVISIBLE;
    }
    // An address ends at a character as it stands after composition, like everything else.
    set(ends_address(folded), ENDS_ADDRESS);
    set(is_latin(folded), LATIN);
    set(is_cyrillic(folded), CYRILLIC);
    set(c.is_uppercase(), UPPER);
    if !stands_alone(c) {
        return value | JOINS;
    }
    match Class::of(folded) {
        Class::Letter => value | PLAIN | STARTS | LETTER,
        Class::Digit => value | PLAIN | STARTS,
        Class::Mark => value | PLAIN,
        Class::Emoji => value | EMOJI,
        Class::FlagHalf => value | FLAG_HALF,
        Class::Separator => value,
    }
}

/// What ends a web address.
pub(crate) fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '<' | '>' | '"' | '\'' | '`' | '«' | '»' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚')
}

//! Slips: how people miss a word when they type it, or write it on purpose so that it is not found.
//!
//! All of it is made when a query is compiled, and never on the post; each slip is a word of its own to the engine. So each must earn its
//! place: slips are made for names (a word with a capital) of [`LETTERS_MIN`] letters or more, and never become an ordinary word.

mod edits;

pub use edits::{FUZZY_LETTERS_MAX, FUZZY_LETTERS_MIN, squeezed, within_one_edit};

/// Fewest letters of a word that has slips: shorter ones meet too many other words.
pub const LETTERS_MIN: usize = 4;

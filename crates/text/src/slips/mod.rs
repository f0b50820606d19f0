//! Slips: how people miss a word when they type it, write it in the other alphabet, or disguise it so that it is not found.
//!
//! All of it is made when a query is compiled, and never on the post; each slip is a word of its own to the engine. Here are the slips
//! themselves, text to text; [`crate::forms`] decides which words have them and gives each its reason.
//!
//! - [`to_latin`], [`to_cyrillic`]: the other alphabet, as people type it and not as ISO 9 wants it.
//! - [`in_other_layout`]: typed with the other keyboard layout switched on.
//! - [`disguised`]: digits and letters that look alike.
//! - [`without_marks`]: letters with marks beyond the Polish ones, which all words fold: Nestlé, Müller.
//! - [`within_one_edit`]: what `word~1` is compared with.
//!
//! Each takes a word as people write it and gives words in its letter case.

mod edits;
mod layout;
mod look_alike;
mod marks;
mod transliteration;

pub use edits::{FUZZY_LETTERS_MAX, FUZZY_LETTERS_MIN, within_one_edit};
pub use layout::in_other_layout;
pub use look_alike::disguised;
pub use marks::without_marks;
pub use transliteration::{to_cyrillic, to_latin};

/// Fewest letters of a word that has slips: shorter ones meet too many other words.
pub const LETTERS_MIN: usize = 4;
/// Most letters of a word that has slips: a longer one is no name, and would only cost memory.
pub const LETTERS_MAX: usize = 40;

/// A lower-case text in the letter case of a word: all capitals, a capital first, or small letters.
fn cased_like(word: &str, text: &str) -> String {
    let mut capitals = word.chars().map(char::is_uppercase);
    match (capitals.next(), capitals.next()) {
        (Some(true), Some(true)) => text.to_uppercase(),
        (Some(true), _) => {
            let mut letters = text.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

//! Polish: the forms of a word, of a phrase, and which words are ordinary ones.
//!
//! A paradigm is told from the ending, by rules, with short lists of what the rules would miss. A brand or a surname stands in no
//! dictionary, so a doubt is never decided: the word is read in each plausible way (Lidla and Lidlu, Jarosława and Jarosławia) and
//! the forms are put together. Too many forms that nobody writes cost nothing; a form of another word costs a false match, so no
//! word is derived from another (żabkowy), only inflected.
//!
//! - [`word`] keeps the capitals; [`sounds`] joins stems and endings; [`fleeting`] has the vowels that come and go.
//! - [`nouns`] and [`adjectives`] are the declensions; [`irregular`] the words without rules; [`unchanging`] those without cases.
//! - [`readings`] tells which declensions a word may have; [`phrases`] lets the words of a phrase agree.

mod adjectives;
mod first_names;
mod fleeting;
mod irregular;
mod nouns;
mod paradigm;
mod people;
mod phrases;
mod readings;
mod sounds;
mod unchanging;
mod word;

use crate::forms::{Case, Cell, Inflected, Number, Row};

use word::Word;

/// The rows of a phrase: in each row the words stand in one case and number, or stay as they are. The first row is the phrase as
/// written. Of several ways to read a phrase all are given.
pub fn inflect_phrase(words: &[&str]) -> Vec<Row> {
    phrases::rows(&words.iter().map(|word| Word::read(word)).collect::<Vec<_>>())
}

/// All forms of a word in all plausible declensions, the word itself first. Nothing is inflected but a word of Latin letters;
/// of a word in parts (Bielsko-Biała) the parts are.
pub fn inflect(written: &str) -> Vec<Inflected> {
    let word = Word::read(written);
    let nominative = Cell { case: Case::Nominative, number: Number::Singular };
    let mut forms = vec![Inflected { shown: word.written.clone(), cell: nominative }];
    for reading in readings::readings(&word) {
        for (cell, form) in reading.forms {
            let inflected = Inflected { shown: word.show(&form), cell };
            if !forms.contains(&inflected) {
                forms.push(inflected);
            }
        }
    }
    forms
}

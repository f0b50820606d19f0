//! Polish: the forms of a word, of a phrase, and which words are ordinary ones.
//!
//! A paradigm is told from the ending, by rules, with short lists of what the rules would miss. A brand or a surname stands in no
//! dictionary, so a doubt is never decided: the word is read in each plausible way (Lidla and Lidlu, Jarosława and Jarosławia) and
//! the forms are put together. Too many forms that nobody writes cost nothing; a form of another word costs a false match, so no
//! word is derived from another (żabkowy), only inflected.
//!
//! - `word` keeps the capitals; `sounds` joins stems and endings; `fleeting` has the vowels that come and go.
//! - `nouns` and `adjectives` are the declensions; `irregular` the words without rules; `unchanging` those without cases.
//! - `readings` tells which declensions a word may have, `consonants` and `people` what gender and whom it may name; `phrases` lets the words of a phrase agree.

mod adjectives;
mod consonants;
mod first_names;
mod fleeting;
mod irregular;
mod lists;
mod nouns;
mod ordinary;
mod paradigm;
mod people;
mod phrases;
mod readings;
mod sounds;
#[cfg(test)]
mod tests;
mod unchanging;
mod word;

use crate::forms::{Case, Cell, Inflected, Number, Row};

pub use ordinary::is_ordinary;

use word::Word;

/// Most forms of one cell of a word in parts: each part may have several, and they multiply.
const FORMS_OF_ROW_MAX: usize = 16;

/// Most parts of a word with hyphens that are inflected. Names have two or three; longer ones stay as written.
const PARTS_MAX: usize = 4;

/// The rows of a phrase: in each row the words stand in one case and number, or stay as they are. The first row is the phrase as
/// written. Of several ways to read a phrase all are given.
pub fn inflect_phrase(words: &[&str]) -> Vec<Row> {
    phrases::rows(&words.iter().map(|word| Word::read(word)).collect::<Vec<_>>())
}

/// All forms of a word in all plausible declensions, the word itself first. Nothing is inflected but a word of Latin letters;
/// of a word in parts (Bielsko-Biała) the parts are.
pub fn inflect(written: &str) -> Vec<Inflected> {
    let word = Word::read(written);
    if (1..PARTS_MAX).contains(&word.written.matches('-').count()) {
        return inflect_compound(&word);
    }
    let n_letters = word.lower.chars().count();
    let nominative = Cell { case: Case::Nominative, number: Number::Singular };
    let mut forms = vec![Inflected { shown: word.written.clone(), cell: nominative }];
    for reading in readings::readings(&word) {
        for (cell, form) in reading.forms {
            let inflected = Inflected { shown: word.show(&form), cell };
            // Al is no ale: words that are everywhere would drown what is looked for.
            let is_word_of_all_texts =
                n_letters <= 2 && form != word.lower && unchanging::is_function_word(&form);
            if !is_word_of_all_texts && !forms.contains(&inflected) {
                forms.push(inflected);
            }
        }
    }
    forms
}

/// The forms of a word in parts: the parts agree as the words of a phrase do, or each is inflected by itself (Bielska-Białej).
fn inflect_compound(word: &Word) -> Vec<Inflected> {
    let parts: Vec<&str> = word.written.split('-').filter(|part| !part.is_empty()).collect();
    let each: Vec<Vec<Inflected>> = parts.iter().map(|part| inflect(part)).collect();
    let mut rows = inflect_phrase(&parts);
    for case in paradigm::CASES {
        let cell = Cell { case, number: Number::Singular };
        let in_cell =
            |forms: &Vec<Inflected>| forms.iter().filter(|form| form.cell == cell).cloned().collect();
        rows.push(each.iter().map(in_cell).collect());
    }
    let mut forms = Vec::new();
    for row in rows {
        let Some(cell) = row.first().and_then(|place| place.first()).map(|form| form.cell) else { continue };
        for shown in joined(&row) {
            let inflected = Inflected { shown, cell };
            if !forms.contains(&inflected) {
                forms.push(inflected);
            }
        }
    }
    forms
}

/// The words that a row of parts makes.
fn joined(row: &Row) -> Vec<String> {
    let mut words = vec![String::new()];
    for (index, place) in row.iter().enumerate() {
        let hyphen = if index == 0 { "" } else { "-" };
        words = words
            .iter()
            .flat_map(|head| place.iter().map(move |form| format!("{head}{hyphen}{}", form.shown)))
            .take(FORMS_OF_ROW_MAX)
            .collect();
    }
    words
}

//! The forms of a word that people write: a query's word is expanded into them once, when the query is compiled, and never on the post.
//!
//! - [`of_word`], [`of_phrase`] and [`of_compound`] give all forms: inflected and slipped.
//! - [`inflected_of_word`], [`inflected_of_phrase`] and [`inflected_of_compound`] give the word and its inflected forms only.
//!
//! The alphabet of a word says which languages inflect it: Cyrillic Russian, Latin Polish and English. Digits and emoji stay as they
//! are. Each form stands once, with all its reasons: first the word as written, then its cases by number and case, then English forms,
//! then slips.
//!
//! A phrase is a list of rows, and a post holds the phrase when it holds some row: one of the forms of each place, in a row. The words
//! of a row agree in case and number, so that «Пётр Жук» never finds «Петров Жук». Rows that differ in one place only are one row.
//!
//! To add a language of forms: add it to [`Lang`], and to `LANGUAGES` in `languages.rs`, where the compiler
//! lists what it must answer.

mod gathering;
mod languages;
mod phrase;
mod remembered;
mod slipped;
#[cfg(test)]
mod tests;

use crate::letters::{composed, fold};
use crate::tokens::{plain_words, variants};
use gathering::Gathering;
use languages::LANGUAGES;
use phrase::Agreement;

/// Places of a phrase, each with the forms that may stand there.
pub type Places = Vec<Vec<Form>>;

/// One form of a word, and why it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Folded, as posts are compared.
    pub text: Box<str>,
    /// As people write it: with its capitals, ё and Polish letters.
    pub shown: Box<str>,
    /// Why it is looked for; at least one reason, the plainest first.
    pub reasons: Vec<Reason>,
    /// Whether it is also an ordinary word of its language (магнит, play): then only a capital tells the name.
    pub ordinary: bool,
}

impl Form {
    /// Whether only a capital tells it: a name in the other alphabet that is an ordinary word there (Ozon, but not the озон of chemists).
    pub fn needs_capital(&self) -> bool {
        self.ordinary && self.is_slip()
    }
}

/// Why a form is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// It is the word as written in the query.
    Written,
    /// A case and number of the word.
    Inflected(Lang, Cell),
    /// English plural or possessive.
    English(EnglishForm),
    /// Written in the other alphabet, or without its marks.
    Transliterated,
    /// Typed with the other keyboard layout switched on.
    Layout,
    /// With letters or digits that look alike.
    LookAlike,
    /// The user added it.
    Added,
}

/// A language whose words are inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Russian.
    Ru,
    /// Polish.
    Pl,
    /// English.
    En,
}

/// A cell of a paradigm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// Case.
    pub case: Case,
    /// Number.
    pub number: Number,
}

/// A case of Russian or Polish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// Who, what.
    Nominative,
    /// Of whom, of what.
    Genitive,
    /// To whom.
    Dative,
    /// Whom, what.
    Accusative,
    /// By whom, with what.
    Instrumental,
    /// About whom, where: the Russian prepositional, the Polish locative.
    Locative,
    /// Calling: Polish.
    Vocative,
}

/// Grammatical number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// One.
    Singular,
    /// Several.
    Plural,
}

/// An English form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EnglishForm {
    /// Several.
    Plural,
    /// Whose.
    Possessive,
}

/// A form as a paradigm gives it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inflected {
    /// As people write it.
    pub shown: String,
    /// Which cell it fills.
    pub cell: Cell,
}

/// All forms of a word as it is written in a query, or an emoji. The first is the word itself.
pub fn of_word(written: &str) -> Vec<Form> {
    remembered::of_word(written, || {
        let written = composed(written);
        let mut gathering = inflected(&written);
        slipped::add_slips(&written, &mut gathering);
        gathering.forms()
    })
}

/// The word and its inflected forms: no slips, no other alphabet.
pub fn inflected_of_word(written: &str) -> Vec<Form> {
    inflected(&composed(written)).forms()
}

fn inflected(written: &str) -> Gathering {
    let mut gathering = Gathering::default();
    gathering.add(written, Reason::Written);
    // A word that mixes two alphabets by mistake is inflected as the word that people see.
    let twins = variants(&fold(written));
    for (nth, spelling) in twins.iter().enumerate() {
        let spelling = if nth == 0 { written } else { spelling };
        for lang in LANGUAGES.into_iter().filter(|lang| lang.owns(spelling)) {
            for (shown, reason) in lang.forms(spelling) {
                gathering.add(&shown, reason);
            }
        }
    }
    gathering
}

/// All forms of a phrase: its rows, each with one place for each word. The words are as written in the query; one that is no single word
/// stands for itself. The first row holds the phrase as written.
pub fn of_phrase(words: &[&str]) -> Vec<Places> {
    if let [word] = words {
        return vec![vec![of_word(word)]];
    }
    remembered::of_phrase(words, || slipped_rows(&seen(words), Agreement::All))
}

/// The phrase and its inflected forms: no slips, no other alphabet.
pub fn inflected_of_phrase(words: &[&str]) -> Vec<Places> {
    phrase::joined(phrase::rows(&seen(words), Agreement::All))
}

/// All forms of a word with hyphens, apostrophes or dots in it: alternatives of places, its parts on places in a row, and the joined word
/// on one place as the last. It inflects as one word does: Альфа-Банка, Ростова-на-Дону.
/// `parts` may be folded; how they are written is taken from `written`, the whole word.
pub fn of_compound(parts: &[&str], written: &str) -> Vec<Places> {
    let parts = written_parts(parts, written);
    let rows = phrase::rows(&parts, Agreement::AsOneWord);
    let joined_word = with_joined(of_word(&parts.concat()), &rows);
    let mut alternatives = slipped_rows(&parts, Agreement::AsOneWord);
    alternatives.push(vec![joined_word]);
    alternatives
}

/// The compound and its inflected forms: no slips, no other alphabet.
pub fn inflected_of_compound(parts: &[&str], written: &str) -> Vec<Places> {
    let parts = written_parts(parts, written);
    let rows = phrase::rows(&parts, Agreement::AsOneWord);
    let joined_word = with_joined(inflected_of_word(&parts.concat()), &rows);
    let mut alternatives = phrase::joined(rows);
    alternatives.push(vec![joined_word]);
    alternatives
}

/// The forms of the joined word, with those of its parts put together: the parts tell more about how it inflects.
fn with_joined(forms: Vec<Form>, rows: &[Places]) -> Vec<Form> {
    let mut gathering = Gathering::from(forms);
    for row in rows {
        let shown: String = row.iter().filter_map(|place| place.first()).map(|form| &*form.shown).collect();
        let reasons = row.last().and_then(|place| place.first()).map(|form| form.reasons.clone());
        gathering.merge(Form::of(&shown, reasons.unwrap_or_default()));
    }
    gathering.forms()
}

fn slipped_rows(words: &[String], agreement: Agreement) -> Vec<Places> {
    let mut rows = phrase::rows(words, agreement);
    slipped::add_slips_to_rows(words, agreement, &mut rows);
    phrase::joined(rows)
}

fn seen(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| composed(word)).collect()
}

/// The parts as they stand in the whole word; as given, when the whole word does not have these parts.
fn written_parts(parts: &[&str], written: &str) -> Vec<String> {
    let words = plain_words(written);
    let same =
        words.len() == parts.len() && words.iter().zip(parts).all(|(word, part)| word.text == fold(part));
    if same {
        words.iter().map(|word| composed(&written[word.span.clone()])).collect()
    } else {
        parts.iter().map(|part| composed(part)).collect()
    }
}

/// A member of a phrase as it is written. One that is no single word (a compound) stands for itself.
fn written_only(word: &str) -> Vec<Form> {
    let reasons = vec![Reason::Written];
    let form = Form::of(word, reasons.clone());
    vec![form.unwrap_or_else(|| Form {
        text: fold(word).into(),
        shown: word.into(),
        reasons,
        ordinary: false,
    })]
}

/// A row of a phrase: one case and number, with the forms each of its words has there, one list per word, in the order of the words.
pub type Row = Vec<Vec<Inflected>>;

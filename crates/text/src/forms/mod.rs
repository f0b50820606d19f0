//! The forms of a word that people write: a query's word is expanded into them once, when the query is compiled, and never on the post.

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

/// A row of a phrase: one case and number, with the forms each of its words has there, one list per word, in the order of the words.
pub type Row = Vec<Vec<Inflected>>;

/// The forms of one word, as people write it.
pub fn of_word(written: &str) -> Vec<Form> {
    vec![written_form(written)]
}

/// The forms of words in a row: rows that agree, of places, of alternatives.
pub fn of_phrase(words: &[&str]) -> Vec<Vec<Vec<Form>>> {
    vec![words.iter().map(|word| of_word(word)).collect()]
}

/// The forms of a word with inner punctuation: its parts in a row, and the joined word.
pub fn of_compound(parts: &[&str], _written: &str) -> Vec<Vec<Vec<Form>>> {
    vec![parts.iter().map(|part| of_word(part)).collect(), vec![of_word(&parts.concat())]]
}

fn written_form(written: &str) -> Form {
    Form {
        text: crate::letters::fold(written).into(),
        shown: written.into(),
        reasons: vec![Reason::Written],
        ordinary: false,
    }
}

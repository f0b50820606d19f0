//! Forms as they are collected, and the gender that adjectives agree with.

use crate::forms::{Case, Cell, Number};

/// What an adjective beside a noun agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    /// pan, Wedel.
    Masculine,
    /// pani, Żabka.
    Feminine,
    /// miasto.
    Neuter,
    /// Plural only: Winiary.
    Plural,
}

/// One way to read a word: its gender and the forms it then has, in small letters.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    /// Gender of the noun.
    pub(super) gender: Gender,
    /// Whether the word is read as an adjective, and so seldom heads a phrase.
    pub(super) is_adjective: bool,
    /// Cells and the forms that fill them.
    pub(super) forms: Vec<(Cell, String)>,
}

/// All cases, in the order of the tables of this language.
pub(super) const CASES: [Case; 7] = [
    Case::Nominative,
    Case::Genitive,
    Case::Dative,
    Case::Accusative,
    Case::Instrumental,
    Case::Locative,
    Case::Vocative,
];

impl Reading {
    /// A reading without forms.
    pub(super) fn new(gender: Gender) -> Self {
        Self { gender, is_adjective: false, forms: Vec::new() }
    }

    /// Adds a form of the singular.
    pub(super) fn one(&mut self, case: Case, form: impl Into<String>) {
        self.add(Number::Singular, case, form.into());
    }

    /// Adds a form of the plural.
    pub(super) fn many(&mut self, case: Case, form: impl Into<String>) {
        self.add(Number::Plural, case, form.into());
    }

    /// Adds a form, once.
    pub(super) fn add(&mut self, number: Number, case: Case, form: String) {
        let entry = (Cell { case, number }, form);
        if !self.forms.contains(&entry) {
            self.forms.push(entry);
        }
    }

    /// Dative, instrumental and locative of the plural, which all nouns build alike.
    pub(super) fn many_oblique(&mut self, with: impl Fn(&str) -> String) {
        self.many(Case::Dative, with("om"));
        self.many(Case::Instrumental, with("ami"));
        self.many(Case::Locative, with("ach"));
    }

    /// The forms of one cell.
    pub(super) fn in_cell(&self, cell: Cell) -> Vec<String> {
        self.forms.iter().filter(|(of, _)| *of == cell).map(|(_, form)| form.clone()).collect()
    }
}

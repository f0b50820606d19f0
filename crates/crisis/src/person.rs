//! People who work with Nabat.

use crate::id::PersonId;
use crate::post::{name_in, value_in};

/// Languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Polish.
    Pl,
    /// Russian.
    Ru,
}

impl Language {
    /// All interface languages with their ISO 639-1 names.
    pub const ALL: [(Self, &'static str); 3] = [(Self::En, "en"), (Self::Pl, "pl"), (Self::Ru, "ru")];

    /// ISO 639-1 name.
    pub fn name(self) -> &'static str {
        name_in(&Self::ALL, self)
    }

    /// The language of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        value_in(&Self::ALL, name)
    }
}

/// Somebody who signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their number.
    pub id: PersonId,
    /// What they type to sign in.
    pub login: String,
    /// What others call them.
    pub name: String,
    /// Language of their interface.
    pub language: Language,
    /// Whether they may still sign in. People are switched off, never removed: what they did stays theirs.
    pub active: bool,
}

/// Who did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Nabat itself, by a rule.
    Nabat,
    /// A person.
    Person(PersonId),
}

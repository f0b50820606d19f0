//! The syntax tree of a query. Its shape is a promise to all that walk it: further syntax comes as further variants.

mod print;

use std::ops::Range;

use super::error::{QueryError, QueryWarning};
use super::parser;

/// Most words, tags, names and field values in a query (guess: a hundred times what people write, still read in milliseconds).
pub const TERMS_MAX: usize = 10_000;
/// Deepest nesting of brackets and NOTs. People write three; the limit keeps a hostile query from exhausting the stack.
pub const NESTING_MAX: usize = 50;
/// Fewest letters and digits before `*`: shorter ones take in a good part of all posts.
pub const PREFIX_LETTERS_MIN: usize = 3;

/// A query that can be used. Two queries are equal when their trees are, wherever their parts stand in the text.
#[derive(Debug, Clone)]
pub struct Query {
    /// The tree.
    pub root: Node,
    /// What its author should know.
    pub warnings: Vec<QueryWarning>,
}

impl Query {
    /// Reads a query, in time that grows with its length only.
    ///
    /// # Errors
    /// [`QueryError`] with the place and the kind of the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        parser::parse(text)
    }
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl Eq for Query {}

/// A part of a query and where it stands. Two nodes are equal when they ask the same, wherever they stand.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its bytes in the query, with the brackets around it, on character borders.
    pub span: Range<usize>,
    /// What it asks.
    pub expr: Expr,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        self.expr == other.expr
    }
}

impl Eq for Node {}

impl Node {
    /// Whether each post that answers it holds a positive term of it.
    pub fn is_required(&self) -> bool {
        match &self.expr {
            Expr::And(nodes) => nodes.iter().any(Self::is_required),
            Expr::Or(nodes) => nodes.iter().all(Self::is_required),
            Expr::Not(_) => false,
            Expr::Word(_) | Expr::Prefix(_) | Expr::Phrase(_) | Expr::Tag(_) | Expr::Name(_) => true,
            Expr::Field { field, .. } => match field {
                Field::Author => true,
                Field::Network | Field::Lang => false,
            },
        }
    }
}

/// What a node asks. All words are folded as [`nabat_text::letters`] says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// All of them; at least two.
    And(Vec<Node>),
    /// Any of them; at least two.
    Or(Vec<Node>),
    /// Not that.
    Not(Box<Node>),
    /// A word or an emoji.
    Word(Box<str>),
    /// A word that starts so.
    Prefix(Box<str>),
    /// Words on places in a row: at least two words, or one compound.
    Phrase(Vec<PhraseWord>),
    /// A whole hashtag, without `#`.
    Tag(Box<str>),
    /// A whole name, without `@`.
    Name(Box<str>),
    /// A field that has one of the values.
    Field {
        /// Which field.
        field: Field,
        /// The values, at least one.
        values: Vec<Box<str>>,
    },
}

/// A member of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhraseWord {
    /// A word or an emoji.
    Word(Box<str>),
    /// A word that starts so.
    Prefix(Box<str>),
    /// A word with hyphens, apostrophes or dots in it: its parts on places in a row, or the joined word on one.
    Compound {
        /// Its parts, at least two.
        parts: Vec<Box<str>>,
        /// Whether a `*` follows, so that the last part, or the joined word, is a beginning only.
        prefix: bool,
    },
}

/// What a query can ask of a post besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The author's handle, name or id as a whole.
    Author,
    /// The network.
    Network,
    /// The language as the source names it.
    Lang,
}

impl Field {
    /// All fields with their names.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Author, "author"), (Self::Network, "network"), (Self::Lang, "lang")];

    /// The name, without the colon.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The field of that name in any letter case; `source` is `network`.
    pub fn from_name(name: &str) -> Option<Self> {
        if name.eq_ignore_ascii_case("source") {
            return Some(Self::Network);
        }
        Self::ALL.into_iter().find(|(_, each)| name.eq_ignore_ascii_case(each)).map(|(field, _)| field)
    }
}

/// What other query languages have and this one does not. It is refused, so that nothing is read as something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unsupported {
    /// `NEAR/3`, `ONEAR/3`.
    Near,
    /// `"two words"~3`, `word~2`.
    Window,
    /// `*word`, `*word*`.
    Infix,
    /// `wor?`.
    SingleLetter,
    /// `=word`.
    Exact,
    /// `site:`.
    Site,
    /// `type:`.
    Type,
    /// `|`.
    Pipe,
}

impl Unsupported {
    /// All of them with their names, which the message `query-error-not-in-language` chooses by.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Near, "near"),
        (Self::Window, "window"),
        (Self::Infix, "infix"),
        (Self::SingleLetter, "single-letter"),
        (Self::Exact, "exact"),
        (Self::Site, "site"),
        (Self::Type, "type"),
        (Self::Pipe, "pipe"),
    ];

    /// Name in the message.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

const _: () = assert!(Field::ALL.len() == Field::Lang as usize + 1);
const _: () = assert!(Unsupported::ALL.len() == Unsupported::Pipe as usize + 1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_refused_syntax_have_names_of_their_own() {
        for (field, name) in Field::ALL {
            assert_eq!((field.name(), Field::from_name(&name.to_uppercase())), (name, Some(field)));
        }
        for (feature, name) in Unsupported::ALL {
            assert_eq!(feature.name(), name);
        }
        assert_eq!((Field::from_name("source"), Field::from_name("note")), (Some(Field::Network), None));
    }
}

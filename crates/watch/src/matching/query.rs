//! The syntax tree of a query. Its shape is a promise to all that walk it: further syntax comes as further variants.

mod print;
mod resolve;

use std::ops::Range;

use super::error::{QueryError, QueryWarning};
use super::parser;

/// Most words, tags, names and field values in a query (guess: a hundred times what people write, still read in milliseconds).
pub const TERMS_MAX: usize = 10_000;
/// Deepest nesting of brackets, NOTs and NEARs. People write three; the limit keeps a hostile query from exhausting the stack.
pub const NESTING_MAX: usize = 50;
/// Fewest letters and digits before `*`: shorter ones take in a good part of all posts.
pub const PREFIX_LETTERS_MIN: usize = 3;
/// Fewest letters and digits between two `*`.
pub const INFIX_LETTERS_MIN: usize = 4;
/// Fewest letters and digits beside `?`.
pub const PATTERN_LETTERS_MIN: usize = 2;
/// Fewest letters and digits before `~1`: of a shorter word one edit makes another word.
pub const FUZZY_LETTERS_MIN: usize = 5;
/// Most tokens between the sides of NEAR, and in a window beside its words: farther apart they have nothing to do with each other.
pub const DISTANCE_MAX: usize = 100;
/// Most words of a window: all their orders are tried.
pub const WINDOW_WORDS_MAX: usize = 16;

/// A query that can be used. Two queries are equal when their trees are, wherever their parts stand in the text.
#[derive(Debug, Clone)]
pub struct Query {
    /// The tree.
    pub root: Node,
    /// What its author should know.
    pub warnings: Vec<QueryWarning>,
    /// The words that inflect, as they stand in the text: where the page can offer to strike a form or to add one.
    pub places: Vec<WordPlace>,
}

impl Query {
    /// Reads a query, in time that grows with its length only.
    ///
    /// # Errors
    /// [`QueryError`] with the place and the kind of the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        parser::parse(text)
    }

    /// A query of a tree that was made by other means than reading.
    pub fn of(root: Node) -> Self {
        Self { root, warnings: Vec::new(), places: Vec::new() }
    }

    /// The query with its named parts in place of their `$names`, as if each stood there in brackets. All of a part takes the place of
    /// its `$name`. `parts` gives the query of a name; parts may use parts.
    ///
    /// # Errors
    /// [`QueryError`] at the `$name` that is unknown, uses itself, cannot stand there, or makes the query too large.
    pub fn resolve(&self, parts: &dyn Fn(&str) -> Option<Self>) -> Result<Self, QueryError> {
        resolve::resolve(self, parts)
    }

    /// The names of the parts it uses, each once, in rising order.
    pub fn part_names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.root.each(&mut |node| {
            if let Expr::Part(name) = &node.expr {
                names.push(&**name);
            }
        });
        names.sort_unstable();
        names.dedup();
        names
    }
}

impl PartialEq for Query {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
    }
}

impl Eq for Query {}

/// Where a word that inflects stands in the text of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordPlace {
    /// Its bytes with the list behind it.
    pub span: Range<usize>,
    /// The bytes of its list with the brackets, if it has one.
    pub list: Option<Range<usize>>,
    /// The word as it was typed, composed.
    pub written: Box<str>,
    /// Its parts when it has inner punctuation, folded.
    pub parts: Vec<Box<str>>,
    /// What its list says.
    pub choices: Choices,
}

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
    /// Whether each post that answers it holds a positive term of it. A part is trusted until its text stands in its place.
    pub fn is_required(&self) -> bool {
        match &self.expr {
            Expr::And(nodes) => nodes.iter().any(Self::is_required),
            Expr::Or(nodes) => nodes.iter().all(Self::is_required),
            Expr::Not(_) | Expr::Followers { .. } => false,
            Expr::Near { .. }
            | Expr::Sentence(_)
            | Expr::Word(_)
            | Expr::Phrase(_)
            | Expr::Window { .. }
            | Expr::Tag(_)
            | Expr::Name(_)
            | Expr::Part(_) => true,
            Expr::Field { field, .. } => match field {
                Field::Author | Field::Site => true,
                Field::Network | Field::Lang | Field::Url | Field::Type | Field::Has | Field::Sentiment => {
                    false
                }
            },
            Expr::Title(inside) => inside.is_required(),
        }
    }

    /// How many words, tags, names and field values it holds, as [`TERMS_MAX`] counts them.
    pub fn n_terms(&self) -> usize {
        match &self.expr {
            Expr::And(nodes) | Expr::Or(nodes) => nodes.iter().map(Self::n_terms).sum(),
            Expr::Not(node) | Expr::Title(node) => node.n_terms(),
            Expr::Near { sides, .. } | Expr::Sentence(sides) => sides.iter().map(Self::n_terms).sum(),
            Expr::Word(word) => word.how.n_terms(),
            Expr::Phrase(words) | Expr::Window { words, .. } => words.iter().map(PhraseWord::n_terms).sum(),
            Expr::Tag(_) | Expr::Name(_) | Expr::Followers { .. } | Expr::Part(_) => 1,
            Expr::Field { values, .. } => values.len(),
        }
    }

    /// Shows this node and all under it, the outer before the inner.
    pub fn each<'a>(&'a self, show: &mut dyn FnMut(&'a Self)) {
        show(self);
        match &self.expr {
            Expr::And(nodes) | Expr::Or(nodes) => nodes.iter().for_each(|node| node.each(show)),
            Expr::Not(node) | Expr::Title(node) => node.each(show),
            Expr::Near { sides, .. } | Expr::Sentence(sides) => {
                sides.iter().for_each(|node| node.each(show));
            }
            Expr::Word(_)
            | Expr::Phrase(_)
            | Expr::Window { .. }
            | Expr::Tag(_)
            | Expr::Name(_)
            | Expr::Field { .. }
            | Expr::Followers { .. }
            | Expr::Part(_) => {}
        }
    }
}

/// What a node asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expr {
    /// All of them; at least two.
    And(Vec<Node>),
    /// Any of them; at least two.
    Or(Vec<Node>),
    /// Not that.
    Not(Box<Node>),
    /// Both sides, by different tokens, with few tokens between them. A side is a word, phrase, window, tag, name, NEAR or OR of such.
    Near {
        /// The sides.
        sides: Box<[Node; 2]>,
        /// Most tokens between them.
        distance: u8,
        /// Whether the first side stands first.
        ordered: bool,
    },
    /// Both sides in one sentence, by different tokens. A side is what a side of NEAR is, or the first is another of these.
    Sentence(Box<[Node; 2]>),
    /// A word or an emoji.
    Word(Word),
    /// Words on places in a row: at least two words, or one compound.
    Phrase(Vec<PhraseWord>),
    /// Words in any order, by different tokens, in a stretch that holds few others.
    Window {
        /// The words, at least two.
        words: Vec<PhraseWord>,
        /// Most other tokens in the stretch.
        distance: u8,
    },
    /// A whole hashtag, without `#`, folded.
    Tag(Box<str>),
    /// A whole name, without `@`, folded.
    Name(Box<str>),
    /// A field that has one of the values.
    Field {
        /// Which field.
        field: Field,
        /// The values, at least one, as [`Field`] says.
        values: Vec<Box<str>>,
    },
    /// An author with so many followers.
    Followers {
        /// At least so many.
        min: Option<u64>,
        /// At most so many.
        max: Option<u64>,
    },
    /// Looked for in the title only: words, phrases, windows, tags, names, and OR of them.
    Title(Box<Node>),
    /// `$name`: the query of that name. Gone after [`Query::resolve`]; unresolved it finds nothing.
    Part(Box<str>),
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Folded as [`nabat_text::letters`] says. Of a pattern it holds the `?`.
    pub text: Box<str>,
    /// How it is looked for.
    pub how: How,
}

impl Word {
    /// A word that inflects, as a person writes it.
    pub fn forms(written: &str) -> Self {
        Self {
            text: nabat_text::letters::fold(written).into(),
            how: How::Forms { written: written.into(), choices: Choices::default() },
        }
    }

    /// A folded word that does not inflect.
    pub fn exact(text: &str) -> Self {
        Self { text: text.into(), how: How::Exact }
    }
}

/// How a word is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// In all its forms.
    Forms {
        /// As it was typed, composed: capitals and marks tell how it inflects.
        written: Box<str>,
        /// The forms that its author struck or added.
        choices: Choices,
    },
    /// This form only. Emoji are always looked for so.
    Exact,
    /// This form, with these capitals and marks only.
    Cased {
        /// As it was typed, composed.
        written: Box<str>,
    },
    /// A word that starts so.
    Prefix,
    /// A word that holds it.
    Infix,
    /// A word with any letter or digit at each `?`.
    Pattern,
    /// The word, or one that differs by one edit.
    Fuzzy,
}

impl How {
    fn n_terms(&self) -> usize {
        match self {
            Self::Forms { choices, .. } => 1 + choices.struck.len() + choices.added.len(),
            Self::Exact | Self::Cased { .. } | Self::Prefix | Self::Infix | Self::Pattern | Self::Fuzzy => 1,
        }
    }
}

/// What a word's own list says: `[-struck +added ^]`. The forms are folded, and joined by `-` where they have inner punctuation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// Forms that are not looked for.
    pub struck: Vec<Box<str>>,
    /// Forms that are looked for as well.
    pub added: Vec<Box<str>>,
    /// Whether only forms that start with a capital in the post are found.
    pub capitalised: bool,
}

/// A member of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhraseWord {
    /// A word or an emoji.
    Word(Word),
    /// A word with hyphens, apostrophes or dots in it: its parts on places in a row, or the joined word on one.
    Compound {
        /// Its parts, at least two, folded.
        parts: Vec<Box<str>>,
        /// How it is looked for.
        how: CompoundHow,
    },
}

impl PhraseWord {
    fn n_terms(&self) -> usize {
        match self {
            Self::Word(word) => word.how.n_terms(),
            Self::Compound { parts, how } => match how {
                CompoundHow::Forms { choices, .. } => {
                    parts.len() + choices.struck.len() + choices.added.len()
                }
                CompoundHow::Exact | CompoundHow::Prefix => parts.len(),
            },
        }
    }
}

/// How a word with inner punctuation is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompoundHow {
    /// In all its forms.
    Forms {
        /// As it was typed, composed.
        written: Box<str>,
        /// The forms that its author struck or added.
        choices: Choices,
    },
    /// This form only.
    Exact,
    /// The last part, or the joined word, is a beginning only.
    Prefix,
}

/// What a query can ask of a post besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The author's handle, name or id as a whole, folded.
    Author,
    /// The network's short name.
    Network,
    /// The language, as the source names it: a code of two letters.
    Lang,
    /// A host with its sub-domains, in lower case.
    Site,
    /// A piece of a web address in the text, of a link or of the permalink, in lower case.
    Url,
    /// The kind of item, by its name in files.
    Type,
    /// Something the post has besides words: one of [`HAS`].
    Has,
    /// What the post feels, by the name of a [`super::view::Sentiment`].
    Sentiment,
}

/// What `has:` can ask for.
pub const HAS: [&str; 9] =
    ["image", "video", "audio", "file", "link", "hashtag", "mention", "rating", "emoji"];

impl Field {
    /// All fields with their names.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::Author, "author"),
        (Self::Network, "network"),
        (Self::Lang, "lang"),
        (Self::Site, "site"),
        (Self::Url, "url"),
        (Self::Type, "type"),
        (Self::Has, "has"),
        (Self::Sentiment, "sentiment"),
    ];

    /// The names of all fields, also of those that are no lists of values.
    pub const NAMES: [&'static str; 10] =
        ["author", "network", "lang", "site", "url", "type", "has", "sentiment", "followers", "title"];

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

const _: () = assert!(Field::ALL.len() == Field::Sentiment as usize + 1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_have_names_of_their_own() {
        for (number, (field, name)) in Field::ALL.into_iter().enumerate() {
            assert_eq!((field.name(), Field::from_name(&name.to_uppercase())), (name, Some(field)));
            assert_eq!(Field::NAMES[number], name);
        }
        assert_eq!((Field::from_name("source"), Field::from_name("note")), (Some(Field::Network), None));
    }
}

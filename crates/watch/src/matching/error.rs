//! What is wrong with a query, where, and with which words, so that the messages can live in `locales/*/query.ftl`.
//!
//! To add a kind: a variant of [`QueryErrorKind`] at its end, a line in its `ALL` and in `arg_names`, and the message
//! `query-error-<name>` in each locale. The tests of this module fail until all are there.

use std::fmt;
use std::ops::Range;

/// Longest piece of a query that a message repeats, in characters.
const ARG_CHARS_MAX: usize = 60;

/// A query that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("query refused at bytes {}..{}: {}", span.start, span.end, kind.name())]
pub struct QueryError {
    /// The bytes of the query it is about, on character borders.
    pub span: Range<usize>,
    /// What is wrong.
    pub kind: QueryErrorKind,
    /// Named arguments of the message, those of [`QueryErrorKind::arg_names`].
    pub args: Vec<(&'static str, QueryArg)>,
}

impl QueryError {
    pub(super) fn new(kind: QueryErrorKind, span: Range<usize>) -> Self {
        Self { span, kind, args: Vec::new() }
    }

    pub(super) fn text(mut self, name: &'static str, value: &str) -> Self {
        let mut cut: String = value.chars().take(ARG_CHARS_MAX).collect();
        if cut.len() < value.len() {
            cut.push('…');
        }
        self.args.push((name, QueryArg::Text(cut)));
        self
    }

    pub(super) fn number(mut self, name: &'static str, value: usize) -> Self {
        self.args.push((name, QueryArg::Number(value as u64)));
        self
    }

    /// Key of the message in the locale files.
    pub fn key(&self) -> String {
        format!("query-error-{}", self.kind.name())
    }
}

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryArg {
    /// Words, most of them the user's own: text, never markup.
    Text(String),
    /// A count or a limit.
    Number(u64),
}

impl fmt::Display for QueryArg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
        }
    }
}

/// What can be wrong with a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QueryErrorKind {
    /// Nothing to search for.
    EmptyQuery,
    /// More bytes than a query may have.
    TooLong,
    /// More words, tags, names and field values than a query may have.
    TooManyTerms,
    /// Brackets or NOTs too deep inside one another.
    TooDeep,
    /// An opening bracket without its closing one.
    BracketNotClosed,
    /// A closing bracket without its opening one.
    BracketNotOpened,
    /// An opening quote without its closing one.
    QuoteNotClosed,
    /// A closing quote without its opening one.
    QuoteNotOpened,
    /// Brackets with nothing in them.
    EmptyBracket,
    /// Quotes with no word in them.
    EmptyPhrase,
    /// An operator with nothing before it.
    NothingBefore,
    /// An operator with nothing behind it.
    NothingAfter,
    /// A path with exclusions or filters only.
    NothingRequired,
    /// Too few letters beside `*` or `?`.
    WildcardTooShort,
    /// A `*` or `?` where none can stand.
    WildcardMisplaced,
    /// Not a hashtag.
    BadTag,
    /// Not a name.
    BadName,
    /// A field without a value right behind its colon.
    FieldValueMissing,
    /// Something else than values with OR between them in a field's brackets.
    FieldList,
    /// Not a language code.
    BadLanguage,
    /// Not a network's name.
    BadNetwork,
    /// A web address.
    WebAddress,
    /// A `*` before a word only.
    WildcardLeading,
    /// `=` and a wildcard at one word.
    ExactWildcard,
    /// A `=` before a bracket.
    ExactMisplaced,
    /// NEAR without a number, or with one that cannot be used.
    NearDistance,
    /// A side of NEAR or SENT that has no place in the text.
    NearOperand,
    /// A distance of a window that cannot be used.
    WindowDistance,
    /// More words than a window may have.
    WindowWords,
    /// A number of edits that cannot be used.
    FuzzyDistance,
    /// Too few letters before `~1`.
    FuzzyTooShort,
    /// Something else than `-form`, `+form` and `^` in the list of a word.
    WordList,
    /// A list behind what does not inflect.
    WordListMisplaced,
    /// Something else than one word in `{}`.
    CasedWord,
    /// A `<<<` without its `>>>`.
    CommentNotClosed,
    /// A `>>>` without its `<<<`.
    CommentNotOpened,
    /// A value that the field cannot have.
    BadValue,
    /// Not the name of a part.
    BadPart,
    /// A part that nobody has made.
    UnknownPart,
    /// A part that uses itself.
    PartCycle,
}

impl QueryErrorKind {
    /// All kinds with their names in locale keys and in the API.
    pub const ALL: [(Self, &'static str); 40] = [
        (Self::EmptyQuery, "empty-query"),
        (Self::TooLong, "too-long"),
        (Self::TooManyTerms, "too-many-terms"),
        (Self::TooDeep, "too-deep"),
        (Self::BracketNotClosed, "bracket-not-closed"),
        (Self::BracketNotOpened, "bracket-not-opened"),
        (Self::QuoteNotClosed, "quote-not-closed"),
        (Self::QuoteNotOpened, "quote-not-opened"),
        (Self::EmptyBracket, "empty-bracket"),
        (Self::EmptyPhrase, "empty-phrase"),
        (Self::NothingBefore, "nothing-before"),
        (Self::NothingAfter, "nothing-after"),
        (Self::NothingRequired, "nothing-required"),
        (Self::WildcardTooShort, "wildcard-too-short"),
        (Self::WildcardMisplaced, "wildcard-misplaced"),
        (Self::BadTag, "bad-tag"),
        (Self::BadName, "bad-name"),
        (Self::FieldValueMissing, "field-value-missing"),
        (Self::FieldList, "field-list"),
        (Self::BadLanguage, "bad-language"),
        (Self::BadNetwork, "bad-network"),
        (Self::WebAddress, "web-address"),
        (Self::WildcardLeading, "wildcard-leading"),
        (Self::ExactWildcard, "exact-wildcard"),
        (Self::ExactMisplaced, "exact-misplaced"),
        (Self::NearDistance, "near-distance"),
        (Self::NearOperand, "near-operand"),
        (Self::WindowDistance, "window-distance"),
        (Self::WindowWords, "window-words"),
        (Self::FuzzyDistance, "fuzzy-distance"),
        (Self::FuzzyTooShort, "fuzzy-too-short"),
        (Self::WordList, "word-list"),
        (Self::WordListMisplaced, "word-list-misplaced"),
        (Self::CasedWord, "cased-word"),
        (Self::CommentNotClosed, "comment-not-closed"),
        (Self::CommentNotOpened, "comment-not-opened"),
        (Self::BadValue, "bad-value"),
        (Self::BadPart, "bad-part"),
        (Self::UnknownPart, "unknown-part"),
        (Self::PartCycle, "part-cycle"),
    ];

    /// Name in locale keys and in the API.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Names of the arguments its message may use.
    pub fn arg_names(self) -> &'static [&'static str] {
        match self {
            Self::EmptyQuery
            | Self::BracketNotClosed
            | Self::BracketNotOpened
            | Self::QuoteNotClosed
            | Self::QuoteNotOpened
            | Self::EmptyBracket
            | Self::EmptyPhrase
            | Self::NothingRequired
            | Self::WebAddress
            | Self::ExactMisplaced
            | Self::WordListMisplaced
            | Self::CommentNotClosed
            | Self::CommentNotOpened => &[],
            Self::TooLong | Self::TooManyTerms | Self::TooDeep | Self::WindowWords => &["max"],
            Self::NothingBefore | Self::NothingAfter => &["operator"],
            Self::WildcardTooShort => &["wildcard", "text", "min"],
            Self::WildcardLeading => &["text", "suggestion"],
            Self::WildcardMisplaced
            | Self::ExactWildcard
            | Self::BadTag
            | Self::BadName
            | Self::BadLanguage
            | Self::BadNetwork
            | Self::FuzzyDistance
            | Self::WordList
            | Self::CasedWord
            | Self::BadPart => &["text"],
            Self::FuzzyTooShort => &["text", "min"],
            Self::NearDistance | Self::WindowDistance => &["text", "max"],
            Self::NearOperand => &["operator", "what"],
            Self::FieldValueMissing | Self::FieldList => &["field"],
            Self::BadValue => &["field", "text"],
            Self::UnknownPart | Self::PartCycle => &["name"],
        }
    }
}

// `name` looks a kind up by its number, so the list must be whole and in order; the order is checked by a test.
const _: () = assert!(QueryErrorKind::ALL.len() == QueryErrorKind::PartCycle as usize + 1);

/// Something a user should know about a query that is used all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryWarning {
    /// AND and OR stand beside each other without brackets.
    Mixed {
        /// The bytes of the query they stand in.
        span: Range<usize>,
        /// How it is read, with the brackets that were left out.
        reading: String,
    },
}

impl QueryWarning {
    /// Names of all warnings, as in locale keys.
    pub const NAMES: [&'static str; 1] = ["mixed"];

    /// Name in locale keys and in the API.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Mixed { .. } => Self::NAMES[0],
        }
    }

    /// Key of the message in the locale files.
    pub fn key(&self) -> String {
        format!("query-warning-{}", self.name())
    }

    /// The bytes of the query it is about, on character borders.
    pub fn span(&self) -> Range<usize> {
        match self {
            Self::Mixed { span, .. } => span.clone(),
        }
    }

    /// Named arguments of the message.
    pub fn args(&self) -> Vec<(&'static str, QueryArg)> {
        match self {
            Self::Mixed { reading, .. } => vec![("reading", QueryArg::Text(reading.clone()))],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_stands_at_its_own_number_and_has_a_name_of_its_own() {
        for (number, (kind, name)) in QueryErrorKind::ALL.into_iter().enumerate() {
            assert_eq!((kind as usize, kind.name()), (number, name));
            assert_eq!(QueryErrorKind::ALL.iter().filter(|(_, other)| *other == name).count(), 1);
        }
    }

    #[test]
    fn a_message_repeats_only_the_beginning_of_a_giant_word() {
        let error = QueryError::new(QueryErrorKind::BadTag, 0..1).text("text", &"ы".repeat(5_000));
        assert_eq!(error.args[0].1.to_string().chars().count(), ARG_CHARS_MAX + 1);
        assert_eq!(error.to_string(), "query refused at bytes 0..1: bad-tag");
    }
}

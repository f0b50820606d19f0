//! What can be said about a translation, and what refuses it. The messages live in `locales/*/dialect.ftl`.

use crate::matching::error::QueryErrorKind;

/// What a translation changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// The tool does not inflect words, so each is looked for in this form only.
    ExactWords,
    /// Two parts stand beside each other; the tool's help does not say what that means, and AND was read.
    BesideAnd,
    /// Two parts stand beside each other, which means OR to the tool.
    BesideOr,
    /// AND and OR stand beside each other without brackets; the tool's help does not say which comes first, and AND was read so.
    Mixed,
    /// A part that only moves a post up in the tool's list; it was left out.
    Optional,
    /// A weight, which only moves posts up in the tool's list; it was left out.
    Boost,
    /// Two or more wrong letters were allowed; we allow one.
    Fuzzy,
    /// A distance over three words or more: any order counts as near enough.
    WindowOrder,
    /// A distance whose price for another order is not told by the tool's help: any order counts as near enough.
    WindowUnclear,
    /// A distance that the tool counts from word to word; we count the words between.
    Distance,
    /// A word's end was asked for; we also find the letters inside a word.
    Suffix,
    /// Signs were dropped, since only letters and digits make words.
    Signs,
    /// A wildcard inside quotes was read as one.
    PhraseWildcard,
    /// The address of a post or a link: we look at the post's own address, its links and its words.
    Url,
    /// An author as a whole name.
    Author,
    /// A scope that is ours anyway or narrower.
    Scope,
    /// A field of the user's own index was read as ours of that name.
    Field,
    /// AND or NOT, which are words to the tool.
    OperatorWord,
    /// AND joins words of the same post.
    SamePost,
    /// Letters that may stand anywhere: we look inside words.
    Substring,
    /// Pictures or videos: other attachments do not count.
    Media,
    /// A word with a hyphen or another sign inside is looked for as words in a row.
    Compound,
}

impl NoteKind {
    /// All kinds with their names in locale keys and in the API, and the arguments their messages may use besides `tool`.
    pub const ALL: [(Self, &'static str, &'static [&'static str]); 22] = [
        (Self::ExactWords, "exact-words", &[]),
        (Self::BesideAnd, "beside-and", &[]),
        (Self::BesideOr, "beside-or", &[]),
        (Self::Mixed, "mixed", &[]),
        (Self::Optional, "optional", &["text"]),
        (Self::Boost, "boost", &["text"]),
        (Self::Fuzzy, "fuzzy", &["text"]),
        (Self::WindowOrder, "window-order", &["n"]),
        (Self::WindowUnclear, "window-unclear", &["n"]),
        (Self::Distance, "distance", &["text", "ours"]),
        (Self::Suffix, "suffix", &["text"]),
        (Self::Signs, "signs", &["text"]),
        (Self::PhraseWildcard, "phrase-wildcard", &[]),
        (Self::Url, "url", &[]),
        (Self::Author, "author", &[]),
        (Self::Scope, "scope", &["text"]),
        (Self::Field, "field", &["text", "ours"]),
        (Self::OperatorWord, "operator-word", &["text"]),
        (Self::SamePost, "same-post", &[]),
        (Self::Substring, "substring", &["text"]),
        (Self::Media, "media", &[]),
        (Self::Compound, "compound", &["text"]),
    ];

    /// Name in locale keys and in the API.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Names of the arguments its message may use, besides `tool`.
    pub fn arg_names(self) -> &'static [&'static str] {
        Self::ALL[self as usize].2
    }
}

const _: () = assert!(NoteKind::ALL.len() == NoteKind::Compound as usize + 1);

/// Why a query cannot be translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultKind {
    /// A sign or an operator that the tool's language does not have, or that ours cannot say.
    Sign,
    /// A field that has no counterpart.
    Field,
    /// A value of a field that has no counterpart.
    Value,
    /// A field without a value.
    ValueMissing,
    /// A regular expression.
    Regex,
    /// `*` inside a word, or `*` and `?` in one word.
    Pattern,
    /// A distance behind a bracket.
    GroupDistance,
    /// A bracket that only excludes, which finds nothing in the tool.
    OnlyNot,
    /// A range of something else than numbers of followers, or one that cannot be read.
    Range,
    /// A piece of text that is no part of one word.
    Substring,
    /// A comment that does not end.
    CommentNotClosed,
    /// NEAR without a number of words.
    NearNumber,
    /// Something that our own language refuses, with its own message.
    Query(QueryErrorKind),
}

impl FaultKind {
    /// All kinds of its own with their names in locale keys and in the API, and the arguments their messages may use besides
    /// `tool`; [`FaultKind::Query`] has the names, arguments and messages of [`QueryErrorKind`].
    pub const ALL: [(Self, &'static str, &'static [&'static str]); 12] = [
        (Self::Sign, "sign", &["text"]),
        (Self::Field, "field", &["text"]),
        (Self::Value, "value", &["text"]),
        (Self::ValueMissing, "value-missing", &["text"]),
        (Self::Regex, "regex", &["text"]),
        (Self::Pattern, "pattern", &["text"]),
        (Self::GroupDistance, "group-distance", &["text"]),
        (Self::OnlyNot, "only-not", &[]),
        (Self::Range, "range", &["text"]),
        (Self::Substring, "substring", &["text"]),
        (Self::CommentNotClosed, "comment-not-closed", &[]),
        (Self::NearNumber, "near-number", &["text"]),
    ];

    /// Name in locale keys and in the API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Query(kind) => kind.name(),
            own => Self::ALL.into_iter().find(|(kind, _, _)| *kind == own).map_or("", |(_, name, _)| name),
        }
    }
}

//! Mention × topics → matches: the query language, and the evaluator that every faster engine must agree with.
//!
//! # The language
//! `AND OR NOT` in capitals; a space is AND; `-x` is NOT; NOT binds before AND before OR; brackets. `"a phrase"`, also in «», „”, “”;
//! `prefix*` of three letters or more, alone or in a phrase; `#tag`, `@name`; `author:` `network:` (or `source:`) `lang:` with one
//! value or `field:(a OR b)`. Another `word:` is ordinary text, and so is punctuation. A word with inner punctuation (`T-Mobile`) is
//! the phrase of its parts; with hyphens, apostrophes or dots it is also the joined word.
//! A query needs a required positive term on every path. `author:` counts as one, so that an account can be watched by itself;
//! `network:` and `lang:` alone would take in nearly everything.
//!
//! What the language does not have is refused with its place and never read as something else ([`query::Unsupported`]): NEAR, `"…"~n`,
//! `*infix*`, `wor?`, `=exact`, `site:`, `type:`, `|`. Web addresses are refused as words, since no word is found inside an address.
//!
//! # The way of a query
//! `lexer` cuts the text into operators and leaves, `parser` applies the precedence and gives a [`query::Query`], `plan` expands it
//! into what is compared with a post, [`engine::Engine`] holds the plans of all topics, [`highlight`] says which bytes of a post made it
//! match. A fast engine replaces what is inside `Engine::matches`; `plan` stays as its oracle.
//!
//! # To add a kind of node
//! 1. Add the variant to [`query::Expr`] with a doc line that says what it finds. The compiler lists the matches to extend.
//! 2. Print it in `query/print.rs` so that what is printed reads back as the same tree.
//! 3. Read it in `lexer` (a leaf) or `parser` (an operator), and take its refusal out of [`query::Unsupported`].
//! 4. Say in `Node::is_required` whether it is a required positive term.
//! 5. Expand and evaluate it in `plan`; its occurrences are its highlights.
//! 6. Add it to the strategy in `tests/it/properties.rs`, and rows to the tables in `parser/tests.rs` and `engine/tests.rs`.
//!
//! # To add a field
//! 1. Add it to [`query::Field`] and its `ALL`, with its other spellings in [`query::Field::from_name`].
//! 2. Say in `lexer/field.rs` which values it takes.
//! 3. Add what it looks at to [`view::PostView`], and compare it in `plan`.
//! 4. Name it in the messages of `locales/*/query.ftl` that list the fields.

pub mod engine;
pub mod error;
pub mod frequency;
pub mod highlight;
mod lexer;
mod parser;
mod plan;
pub mod query;
mod reading;
pub mod view;

pub use engine::{Engine, Scratch};
pub use error::{QueryArg, QueryError, QueryErrorKind, QueryWarning};
pub use highlight::{Highlights, highlights};
pub use query::Query;
pub use view::PostView;

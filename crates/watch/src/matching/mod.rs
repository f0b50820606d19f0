//! Mention × topics → matches: the query language, and the evaluator that every faster engine must agree with.
//!
//! # The language
//! **Operators.** `AND OR NOT` in capitals; a space is AND, `|` is OR, `-x` is NOT; NOT binds before NEAR and SENT, these before AND, AND
//! before OR; brackets. `A NEAR/3 B`: at most three tokens between, in either order; `A ONEAR/3 B` (or `NEAR/3f`): A first; `A SENT B`: in one
//! sentence. Both sides are served by different tokens, and are words, wildcards, phrases, tags, names, NEARs, and OR of them. These three read
//! from left to right.
//!
//! **Words** are looked for in all their forms. `=word`: this form only; `{Word}`: with these capitals and marks only; `Word[-form +form ^]`
//! strikes a form, adds one, or wants a capital; `word~1`: one typing error, from five letters on. `prefix*` from three letters on, `*infix*`
//! from four, `wor?` for one letter or digit, with two others. `"a phrase"`, also in «», „”, “”; `="a phrase"` has exact words; `"a b"~3`: in any
//! order with at most three others among them. A word with inner punctuation (`T-Mobile`) is the phrase of its parts; with hyphens, apostrophes or
//! dots it is also the joined word. `#tag`, `@name` are whole.
//!
//! **Fields** `author: network:` (or `source:`) `lang: site: url: type: has: sentiment:` with one value or `field:(a OR b)`;
//! `followers:1000`, `followers:[1000 TO *]`; `title:` with a word, a phrase or `title:(a OR b)`. Another `word:` is ordinary text, and so is
//! punctuation.
//!
//! **Besides**, `<<< a comment >>>` between all of these, and `$name` for a part that several topics share ([`Query::resolve`]).
//!
//! A query needs a required positive term on every path. `author:` and `site:` count as one, so that an account or a site can be watched by
//! itself; the other fields alone would take in nearly everything. What cannot be read is refused with its place and never read as something
//! else. Web addresses are refused as words, since no word is found inside an address.
//!
//! # The way of a query
//! `lexer` cuts the text into operators and leaves, `parser` applies the precedence and gives a [`query::Query`], `expand` writes out
//! the forms of its words, [`engine::Engine`] holds the expanded queries of all topics, `plan` is the plain evaluator that the engine is held
//! against, [`highlight`] says which bytes of a post made it match, and [`explain`](mod@explain) why.
//!
//! # To add a kind of node
//! 1. Add the variant to [`query::Expr`] with a doc line that says what it finds. The compiler lists the matches to extend.
//! 2. Print it in `query/print.rs` so that what is printed reads back as the same tree.
//! 3. Read it in `lexer` (a leaf) or `parser` (an operator).
//! 4. Say in `Node::is_required` whether it is a required positive term, and in `parser::check_near_side` whether it has a place.
//! 5. Expand it in `expand`, evaluate it in `plan` and in the engine, mark it in `highlight`.
//! 6. Add it to the strategy in `tests/it/properties.rs`, and rows to the tables in `parser/tests.rs` and `plan/tests.rs`.
//!
//! # To add a field
//! 1. Add it to [`query::Field`] with its `ALL` and `NAMES`, with its other spellings in [`query::Field::from_name`].
//! 2. Say in `lexer/field.rs` which values it takes.
//! 3. Add what it looks at to [`view::PostView`], and compare it in `plan` and in the engine.
//! 4. Name it in the messages of `locales/*/query.ftl` that list the fields.

pub mod dialects;
pub mod engine;
pub mod error;
mod expand;
pub mod explain;
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
pub use explain::{branches, exclusions, explain, words};
pub use highlight::{Highlights, highlights};
/// The forms of a word, for whoever shows them.
pub use nabat_text::forms;
pub use plan::plainly_matches;
pub use query::Query;
pub use view::{PostView, Sentiment, site_of};

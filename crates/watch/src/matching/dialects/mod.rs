//! Queries of other tools in our language, so that nobody has to write theirs again when they move to Nabat.
//!
//! Nothing is guessed silently. What our language says exactly is translated; what it can only say nearly is translated with a
//! [`Note`] at its place that tells what changes; what it cannot say is refused there with a [`DialectFault`]. Where a tool's own
//! help leaves something open, a note tells how it was read. The precedence and the default operator of each tool are kept by
//! brackets. The tables of differences are in `docs/guide/*/queries.md`.
//!
//! # The way of a query
//! Each tool has a file that cuts its text into pieces. `operators` puts them together by the precedence that all but Lucene share,
//! `words` says a tool's words in ours, `tree` prints the result. What is printed must be a query of ours: it is read by
//! [`Query::parse`], and what that refuses is shown at the place of the source it came from.
//!
//! # To add a tool
//! 1. A file beside these with `read`, and its table of examples in `tests/`.
//! 2. A variant of [`Dialect`] and a line in its `ALL`; the compiler asks for the rest.
//! 3. What it cannot say exactly: a [`NoteKind`] or a [`FaultKind`] at its list's end, with the message in `locales/*/dialect.ftl`.
//! 4. Its table in `docs/guide/*/queries.md`.

mod brandwatch;
mod kinds;
mod lexer;
mod lucene;
mod operators;
mod powertrack;
mod ranges;
mod reader;
mod sentione;
mod tree;
mod words;
mod youscan;

use std::ops::Range;

use nabat_crisis::topic::QUERY_BYTES_MAX;

use self::reader::Reader;
use self::tree::{Printed, Said};
use super::Query;
use super::error::{QueryArg, QueryError, QueryErrorKind};

pub use self::kinds::{FaultKind, NoteKind};

/// Longest piece of a query that a message repeats, in characters.
const ARG_CHARS_MAX: usize = 60;

/// A tool whose queries are translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// Brandwatch Consumer Research.
    Brandwatch,
    /// YouScan.
    YouScan,
    /// SentiOne, simple and advanced queries.
    SentiOne,
    /// PowerTrack of Gnip, and the rules of the X API that grew from it.
    PowerTrack,
    /// Lucene's classic query parser, and `query_string` of Elasticsearch and OpenSearch.
    Lucene,
}

impl Dialect {
    /// All tools with their names in the API and on the command line, and their names as people know them.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Brandwatch, "brandwatch", "Brandwatch"),
        (Self::YouScan, "youscan", "YouScan"),
        (Self::SentiOne, "sentione", "SentiOne"),
        (Self::PowerTrack, "powertrack", "PowerTrack"),
        (Self::Lucene, "lucene", "Lucene"),
    ];

    /// Name in the API and on the command line.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// Name as people know it; it is the same in all languages.
    pub fn title(self) -> &'static str {
        Self::ALL[self as usize].2
    }

    /// The tool of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, each, _)| *each == name).map(|(dialect, _, _)| dialect)
    }

    fn read(self, reader: &mut Reader<'_>) -> Result<Option<Said>, DialectFault> {
        match self {
            Self::Brandwatch => brandwatch::read(reader),
            Self::YouScan => youscan::read(reader),
            Self::SentiOne => sentione::read(reader),
            Self::PowerTrack => powertrack::read(reader),
            Self::Lucene => lucene::read(reader),
        }
    }
}

const _: () = assert!(Dialect::ALL.len() == Dialect::Lucene as usize + 1);

/// A query of another tool in our language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// The query; [`Query::parse`] takes it.
    pub query: String,
    /// What its author should know, in the order of the places.
    pub notes: Vec<Note>,
}

/// What a translation changes, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The bytes of the source it is about, on character borders.
    pub span: Range<usize>,
    /// What it says.
    pub kind: NoteKind,
    /// Named arguments of the message, those of [`NoteKind::arg_names`].
    pub args: Vec<(&'static str, QueryArg)>,
}

impl Note {
    /// Key of the message in the locale files.
    pub fn key(&self) -> String {
        format!("dialect-note-{}", self.kind.name())
    }
}

/// A query of another tool that cannot be translated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("query not translated at bytes {}..{}: {}", span.start, span.end, kind.name())]
pub struct DialectFault {
    /// The bytes of the source it is about, on character borders.
    pub span: Range<usize>,
    /// What is wrong.
    pub kind: FaultKind,
    /// Named arguments of the message.
    pub args: Vec<(&'static str, QueryArg)>,
}

impl DialectFault {
    fn new(kind: FaultKind, span: Range<usize>) -> Self {
        Self { span, kind, args: Vec::new() }
    }

    /// A fault that our own language knows, too.
    fn query(kind: QueryErrorKind, span: Range<usize>) -> Self {
        Self::new(FaultKind::Query(kind), span)
    }

    fn text(mut self, name: &'static str, value: &str) -> Self {
        self.args.push((name, QueryArg::Text(shortened(value))));
        self
    }

    fn number(mut self, name: &'static str, value: u64) -> Self {
        self.args.push((name, QueryArg::Number(value)));
        self
    }

    /// Key of the message in the locale files.
    pub fn key(&self) -> String {
        match self.kind {
            FaultKind::Query(kind) => format!("query-error-{}", kind.name()),
            own => format!("dialect-error-{}", own.name()),
        }
    }
}

/// Translates a query of another tool, in time that grows with its length only.
///
/// # Errors
/// [`DialectFault`] with the place and the kind of the first thing that our language cannot say, or that the tool would refuse, too.
pub fn translate(dialect: Dialect, text: &str) -> Result<Translation, DialectFault> {
    if text.len() > QUERY_BYTES_MAX {
        let from = text.floor_char_boundary(QUERY_BYTES_MAX);
        return Err(DialectFault::query(QueryErrorKind::TooLong, from..text.len())
            .number("max", QUERY_BYTES_MAX as u64));
    }
    let mut reader = Reader::new(text);
    let tool = ("tool", QueryArg::Text(dialect.title().to_owned()));
    let said = dialect.read(&mut reader).map_err(|mut fault| {
        fault.args.push(tool.clone());
        fault
    })?;
    let Some(said) = said else {
        return Err(DialectFault::query(QueryErrorKind::EmptyQuery, 0..text.len()));
    };
    let mut printed = Printed::of(&said);
    if let Some(comments) = reader.take_comments() {
        printed.query.push(' ');
        printed.query.push_str(&comments);
    }
    if let Err(error) = Query::parse(&printed.query) {
        return Err(refused(error, &printed, &said));
    }
    let mut notes = reader.into_notes();
    for note in &mut notes {
        for (_, arg) in &mut note.args {
            if let QueryArg::Text(text) = arg {
                *text = shortened(text);
            }
        }
        note.args.push(tool.clone());
    }
    notes.sort_by_key(|note| (note.span.start, note.span.end));
    Ok(Translation { query: printed.query, notes })
}

/// What our language refuses in the translation, at the place of the source it came from.
fn refused(error: QueryError, printed: &Printed, said: &Said) -> DialectFault {
    let span = printed.origin(&error.span).unwrap_or_else(|| said.span.clone());
    DialectFault { span, kind: FaultKind::Query(error.kind), args: error.args }
}

fn shortened(text: &str) -> String {
    let mut cut: String = text.chars().take(ARG_CHARS_MAX).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}

#[cfg(test)]
mod tests;

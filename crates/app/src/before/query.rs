//! Reading a query, with what is wrong with it or worth knowing about it as messages with their places.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use nabat_watch::matching::forms::{Case, Cell, EnglishForm, Lang, Number, Reason};
use nabat_watch::matching::{Query, QueryArg, QueryError, QueryWarning};

/// What is wrong with a query, or what to know about it, and where: a message with its values and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryFault {
    /// Key of the message in the locale files, such as `query-error-empty-query`.
    pub key: String,
    /// Its name among messages of its kind.
    pub code: &'static str,
    /// Values for the message.
    pub args: Vec<(&'static str, String)>,
    /// The place, in UTF-16 units of the query, as browsers count.
    pub span: (usize, usize),
}

/// A message with its values, without a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Name of the message.
    pub code: &'static str,
    /// Values for the message.
    pub args: Vec<(&'static str, String)>,
}

/// Named parts by name, without `$`.
#[derive(Debug, Clone, Default)]
pub struct Parts(BTreeMap<String, Part>);

#[derive(Debug, Clone)]
struct Part {
    text: String,
    /// As written, with the `$names` in it; `None` when our own stored text can no longer be read.
    query: Option<Query>,
}

impl Parts {
    /// Parts with these names and texts. A text that cannot be read makes unreadable what uses it.
    pub fn new<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let read = |(name, text): (&str, &str)| {
            let part = Part { text: text.to_owned(), query: Query::parse(text).ok() };
            (name.to_owned(), part)
        };
        Self(texts.into_iter().map(read).collect())
    }

    /// The same with another text of one part, or one more.
    pub(super) fn with(&self, name: &str, text: &str) -> Result<Self, QueryFault> {
        let query = Query::parse(text).map_err(|error| of_error(text, &error))?;
        let mut parts = self.clone();
        parts.0.insert(name.to_owned(), Part { text: text.to_owned(), query: Some(query) });
        Ok(parts)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The text of a part.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|part| part.text.as_str())
    }

    /// The parts that name one themselves.
    pub(super) fn naming(&self, name: &str) -> impl Iterator<Item = &str> {
        let names_it =
            move |part: &Part| part.query.as_ref().is_some_and(|query| query.part_names().contains(&name));
        self.0.iter().filter(move |(_, part)| names_it(part)).map(|(each, _)| each.as_str())
    }

    /// All parts a query needs, also those that its parts name.
    pub(crate) fn needed(&self, query: &Query) -> BTreeSet<String> {
        let mut needed = BTreeSet::new();
        let mut names: Vec<String> = query.part_names().into_iter().map(str::to_owned).collect();
        while let Some(name) = names.pop() {
            let query = self.0.get(&name).and_then(|part| part.query.as_ref());
            if needed.insert(name) {
                names.extend(query.into_iter().flat_map(Query::part_names).map(str::to_owned));
            }
        }
        needed
    }

    /// A query with its parts in place.
    pub(crate) fn resolve(&self, query: &Query) -> Result<Query, QueryError> {
        query.resolve(&|name| self.0.get(name).and_then(|part| part.query.clone()))
    }
}

/// A query that can be used, its parts put in, with what to know about it; or what is wrong with it.
pub(crate) fn checked(query: &str, parts: &Parts) -> Result<(Query, Vec<QueryFault>), QueryFault> {
    let read =
        Query::parse(query).and_then(|read| parts.resolve(&read)).map_err(|error| of_error(query, &error))?;
    let warning = |warning: &QueryWarning| {
        fault(query, warning.key(), warning.name(), &warning.args(), &warning.span())
    };
    let warnings = read.warnings.iter().map(warning).collect();
    Ok((read, warnings))
}

fn of_error(query: &str, error: &QueryError) -> QueryFault {
    fault(query, error.key(), error.kind.name(), &error.args, &error.span)
}

/// A message about a place of a query.
pub(super) fn fault(
    query: &str,
    key: String,
    code: &'static str,
    args: &[(&'static str, QueryArg)],
    span: &Range<usize>,
) -> QueryFault {
    let args = args.iter().map(|(name, arg)| (*name, arg.to_string())).collect();
    QueryFault { key, code, args, span: in_utf16(query, span) }
}

/// Bytes of a query as UTF-16 units, as browsers count.
pub(super) fn in_utf16(query: &str, span: &Range<usize>) -> (usize, usize) {
    let units = |end: usize| query.get(..end).map_or(0, |before| before.encode_utf16().count());
    (units(span.start), units(span.end))
}

/// Why a form is looked for, as a message.
pub(super) fn reason_note(reason: &Reason) -> Note {
    let (code, args) = match reason {
        Reason::Written => ("written", Vec::new()),
        Reason::Inflected(lang, cell) => ("inflected", inflected(*lang, *cell)),
        Reason::English(EnglishForm::Plural) => ("english", vec![("form", "plural".to_owned())]),
        Reason::English(EnglishForm::Possessive) => ("english", vec![("form", "possessive".to_owned())]),
        Reason::Transliterated => ("transliterated", Vec::new()),
        Reason::Layout => ("layout", Vec::new()),
        Reason::LookAlike => ("look-alike", Vec::new()),
        Reason::Added => ("added", Vec::new()),
    };
    Note { code, args }
}

fn inflected(lang: Lang, cell: Cell) -> Vec<(&'static str, String)> {
    let lang = match lang {
        Lang::Ru => "ru",
        Lang::Pl => "pl",
        Lang::En => "en",
    };
    let case = match cell.case {
        Case::Nominative => "nominative",
        Case::Genitive => "genitive",
        Case::Dative => "dative",
        Case::Accusative => "accusative",
        Case::Instrumental => "instrumental",
        Case::Locative => "locative",
        Case::Vocative => "vocative",
    };
    let number = match cell.number {
        Number::Singular => "singular",
        Number::Plural => "plural",
    };
    vec![("lang", lang.to_owned()), ("case", case.to_owned()), ("number", number.to_owned())]
}

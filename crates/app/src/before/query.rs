//! Reading a query, with what is wrong with it or worth knowing about it as messages with their places.

use std::collections::BTreeMap;

use nabat_watch::matching::{Query, QueryArg};

/// What is wrong with a query, or what to know about it, and where: a message with its values and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryFault {
    /// Name of the message: `query-error-<code>` or `query-warning-<code>`.
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
pub struct Parts(BTreeMap<String, Query>);

impl Parts {
    /// The parts that can be read; those that cannot are left out, and whoever names one is told that there is none.
    pub fn new<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let read = |(name, text): (&'a str, &'a str)| Some((name.to_owned(), Query::parse(text).ok()?));
        Self(texts.into_iter().filter_map(read).collect())
    }
}

/// A query that can be used, its parts put in, or what is wrong with it.
pub(crate) fn checked(
    query: &str,
    _parts: &Parts,
) -> std::result::Result<(Query, Vec<QueryFault>), QueryFault> {
    match Query::parse(query) {
        Ok(parsed) => {
            let warnings = parsed
                .warnings
                .iter()
                .map(|warning| fault(query, warning.name(), &warning.args(), &warning.span()));
            let warnings = warnings.collect();
            Ok((parsed, warnings))
        }
        Err(error) => Err(fault(query, error.kind.name(), &error.args, &error.span)),
    }
}

fn fault(
    query: &str,
    code: &'static str,
    args: &[(&'static str, QueryArg)],
    span: &std::ops::Range<usize>,
) -> QueryFault {
    let args = args.iter().map(|(name, arg)| {
        let value = match arg {
            QueryArg::Text(text) => text.clone(),
            QueryArg::Number(number) => number.to_string(),
        };
        (*name, value)
    });
    QueryFault { code, args: args.collect(), span: in_utf16(query, span) }
}

pub(super) fn in_utf16(query: &str, span: &std::ops::Range<usize>) -> (usize, usize) {
    let units = |end: usize| query.get(..end).map_or(0, |before| before.encode_utf16().count());
    (units(span.start), units(span.end))
}

//! Queries of other tools, translated to ours.

use nabat_watch::matching::dialects::{Dialect, translate};

use super::query::{QueryFault, fault};

/// A query of another tool in our language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translated {
    /// The query in our language.
    pub query: String,
    /// What reads differently there; places are those of the original.
    pub notes: Vec<QueryFault>,
}

/// Names of the tools whose queries are translated.
pub fn dialects() -> impl Iterator<Item = &'static str> {
    Dialect::ALL.into_iter().map(|(_, name, _)| name)
}

/// A query in our language, with what came of its translation when it was written for another tool. A tool that nobody knows is none.
///
/// # Errors
/// Why it cannot be translated, and where.
pub(super) fn in_our_words(
    text: String,
    dialect: Option<&str>,
) -> Result<(String, Option<Translated>), QueryFault> {
    let Some(dialect) = dialect.and_then(Dialect::from_name) else { return Ok((text, None)) };
    let translation = translate(dialect, &text)
        .map_err(|error| fault(&text, error.key(), error.kind.name(), &error.args, &error.span))?;
    let notes = translation
        .notes
        .iter()
        .map(|note| fault(&text, note.key(), note.kind.name(), &note.args, &note.span))
        .collect();
    let query = translation.query;
    Ok((query.clone(), Some(Translated { query, notes })))
}

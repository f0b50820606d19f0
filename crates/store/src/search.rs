//! Search: the full-text index, the list of all words, and how a filter becomes a query to the index. The engine's own
//! full-text syntax is spoken only here.
//!
//! Wanted: a page of results costs the same whether the word is rare or common, newest first, in any language.
//! Design: the index knows for each word the places of its mentions, nothing else, and gives them in order of place without
//! reading them all. Topics, networks and languages are words too (with a mark that no text can hold), so any combination of
//! filters is one walk through sorted lists. A prefix becomes the list of known words that start so; only a prefix with more
//! than [`EXPANDED_MAX`] words is given to the engine as a prefix, which then reads all its places first.
//! Accepted losses: words of one or two letters match whole words only; a word counts to its first [`WORD_CHARS_MAX`] characters;
//! of an edited post the words of the shown version are found.

use std::collections::HashSet;
use std::collections::hash_map::RandomState;
use std::fmt::Write as _;
use std::hash::BuildHasher;

use nabat_crisis::id::TopicId;
use nabat_crisis::network::Network;

use crate::engine::{Tx, params};
use crate::error::StoreError;
use crate::page::rows;

/// Longest word in the index, in characters: longer ones are addresses and noise.
const WORD_CHARS_MAX: usize = 64;
/// Most words of a text in the index: a post of the longest kind has fewer.
const WORDS_MAX: usize = 20_000;
/// Most words in a search.
const SEARCHED_MAX: usize = 32;
/// Shortest word that is searched as a prefix, in characters.
const PREFIX_CHARS_MIN: usize = 3;
/// Most known words a prefix is expanded to: each costs a few lookups, a thousand of them about ten milliseconds.
const EXPANDED_MAX: usize = 1_000;
/// Starts the words that stand for topics, networks and languages. It is private use, so [`document`] leaves it in no text.
const MARK: char = '\u{e000}';

/// Words known to be in the list of all words, by their hashes.
#[derive(Default)]
pub(crate) struct KnownWords {
    hashes: HashSet<u64>,
    state: RandomState,
}

impl KnownWords {
    /// Hashes kept at most: about four megabytes.
    const MAX: usize = 200_000;

    /// Whether the word is met for the first time since the start or the last [`Self::forget`].
    fn meets(&mut self, word: &str) -> bool {
        if self.hashes.len() >= Self::MAX {
            self.hashes.clear();
        }
        self.hashes.insert(self.state.hash_one(word))
    }

    /// Forgets everything.
    pub(crate) fn forget(&mut self) {
        self.hashes.clear();
    }
}

/// A text as words with single spaces between them: letters and digits of any script.
pub(crate) fn document(search_text: &str) -> String {
    let mut document = String::with_capacity(search_text.len());
    for word in words(search_text).take(WORDS_MAX) {
        if !document.is_empty() {
            document.push(' ');
        }
        document.push_str(word);
    }
    document
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(cut)
}

fn cut(word: &str) -> &str {
    if word.len() <= WORD_CHARS_MAX {
        return word;
    }
    word.char_indices().nth(WORD_CHARS_MAX).map_or(word, |(end, _)| word.get(..end).unwrap_or(word))
}

/// What of a mention can be searched.
pub(crate) struct Searchable<'a> {
    /// Its text, through [`document`].
    pub(crate) document: &'a str,
    /// Its network.
    pub(crate) network: &'a str,
    /// Its language.
    pub(crate) lang: Option<&'a str>,
    /// All its topics.
    pub(crate) topics: &'a [i64],
}

/// Puts a mention into the index, in place of what stood there.
pub(crate) fn put(tx: &Tx<'_>, place: i64, what: &Searchable<'_>, fresh: bool) -> Result<(), StoreError> {
    for word in what.document.split(' ').filter(|word| !word.is_empty()) {
        if tx.words.borrow_mut().meets(word) {
            tx.run("INSERT INTO word (term) VALUES (?1) ON CONFLICT DO NOTHING", [word])?;
        }
    }
    let mut words = String::with_capacity(what.document.len() + 32);
    words.push_str(what.document);
    for mark in marks(None, Some(what.network), what.lang) {
        words.push(' ');
        words.push_str(&mark);
    }
    for topic in what.topics {
        words.push(' ');
        words.push_str(&topic_mark(*topic));
    }
    let sql = if fresh {
        "INSERT INTO word_index (rowid, words) VALUES (?1, ?2)"
    } else {
        "INSERT OR REPLACE INTO word_index (rowid, words) VALUES (?1, ?2)"
    };
    tx.run(sql, params![place, words])?;
    Ok(())
}

fn topic_mark(topic: i64) -> String {
    format!("{MARK}t{topic}")
}

fn marks(topic: Option<i64>, network: Option<&str>, lang: Option<&str>) -> Vec<String> {
    let mut marks: Vec<_> = topic.map(topic_mark).into_iter().collect();
    // The index splits at every ASCII sign that is not a letter or digit, so those of names are spelled out.
    let spelled = |name: &str| name.replace('-', "\u{e001}").replace('_', "\u{e002}");
    marks.extend(network.map(|name| format!("{MARK}n{}", spelled(name))));
    marks.extend(lang.map(|name| format!("{MARK}l{}", spelled(&document(name)))));
    marks
}

/// Whether there is anything to search for: signs alone are no words.
pub(crate) fn has_words(searched: &[String]) -> bool {
    searched.iter().any(|text| words(text).next().is_some())
}

/// What a filter asks of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Query {
    /// The filter needs no index.
    Everything,
    /// No mention can match: a word is not known at all.
    Nothing,
    /// This, in the engine's syntax.
    Match(String),
}

/// Makes the query of a filter. Words are folded prefixes, all of which must occur.
pub(crate) fn query(
    tx: &Tx<'_>,
    searched: &[String],
    topic: Option<TopicId>,
    network: Option<&Network>,
    lang: Option<&str>,
) -> Result<Query, StoreError> {
    let mut terms: Vec<_> = marks(topic.map(|id| id.0), network.map(Network::as_str), lang)
        .iter()
        .map(|mark| format!("\"{mark}\""))
        .collect();
    for word in searched.iter().flat_map(|text| words(text)).take(SEARCHED_MAX) {
        match term(tx, word)? {
            Some(term) => terms.push(term),
            None => return Ok(Query::Nothing),
        }
    }
    Ok(if terms.is_empty() { Query::Everything } else { Query::Match(terms.join(" AND ")) })
}

/// A searched word in the engine's syntax; `None` when no known word fits. Words hold only letters and digits, so quoting is safe.
fn term(tx: &Tx<'_>, word: &str) -> Result<Option<String>, StoreError> {
    if word.chars().count() < PREFIX_CHARS_MIN {
        return Ok(Some(format!("\"{word}\"")));
    }
    let known = starting_with(tx, word)?;
    Ok(match known.len() {
        0 => None,
        1..=EXPANDED_MAX => {
            let mut any = String::from("(");
            for (index, known) in known.iter().enumerate() {
                let or = if index == 0 { "" } else { " OR " };
                // Writing to a String cannot fail.
                let _ = write!(any, "{or}\"{known}\"");
            }
            any.push(')');
            Some(any)
        }
        _ => Some(format!("\"{word}\"*")),
    })
}

fn starting_with(tx: &Tx<'_>, prefix: &str) -> Result<Vec<String>, StoreError> {
    let after = format!("{prefix}{}", char::MAX);
    let sql = "SELECT term FROM word WHERE term >= ?1 AND term < ?2 ORDER BY term LIMIT ?3";
    tx.all(sql, params![prefix, after, rows(EXPANDED_MAX + 1)], |row| Ok(row.get(0)?))
}

/// Walks the places of a query from the newest, in `from..until`, as long as the reader answers `true`.
pub(crate) fn newest_first(
    tx: &Tx<'_>,
    query: &str,
    from: i64,
    until: i64,
    mut read: impl FnMut(i64) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let sql = "SELECT rowid FROM word_index WHERE word_index MATCH ?1 AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid DESC";
    tx.each(sql, params![query, from, until], |row| read(row.get(0)?))
}

/// The same from the oldest.
pub(crate) fn oldest_first(
    tx: &Tx<'_>,
    query: &str,
    from: i64,
    until: i64,
    mut read: impl FnMut(i64) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let sql = "SELECT rowid FROM word_index WHERE word_index MATCH ?1 AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid";
    tx.each(sql, params![query, from, until], |row| read(row.get(0)?))
}

/// How many mentions the index holds, for the check.
pub(crate) fn n_indexed(tx: &Tx<'_>) -> Result<i64, StoreError> {
    let n = tx.one("SELECT count(*) FROM word_index_docsize", [], |row| Ok(row.get(0)?))?;
    Ok(n.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_its_words_and_holds_no_mark_of_ours() {
        assert_eq!(document("  «молоко», \u{e000}t3 -- l'été #akcja_łódź "), "молоко t3 l été akcja łódź");
        assert_eq!(document(&"ж".repeat(100)).chars().count(), WORD_CHARS_MAX);
        let marks = marks(Some(3), Some("my-net"), Some("pt-BR"));
        assert_eq!(
            marks,
            ["\u{e000}t3", "\u{e000}nmy\u{e001}net", "\u{e000}lpt BR"].map(|m| m.replace(' ', ""))
        );
    }
}

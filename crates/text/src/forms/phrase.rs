//! The rows of a phrase.

use super::gathering::Gathering;
use super::languages::LANGUAGES;
use super::{Form, Lang, Places, Reason, written_only};
use crate::tokens::plain_words;

/// Which words of a phrase inflect together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    /// All of them, as their language wants it.
    All,
    /// They are the parts of a compound, which inflects as one word: mostly by its last part, and Ростов-на-Дону by its first.
    AsOneWord,
}

/// The phrase as written, and the rows of each language. A row with a place where nothing can stand is no row.
pub(super) fn rows(words: &[String], agreement: Agreement) -> Vec<Places> {
    let mut rows: Vec<Places> = vec![words.iter().map(|word| written_only(word)).collect()];
    for lang in LANGUAGES {
        rows.extend(rows_in(lang, words, agreement));
    }
    rows.retain(|row| row.iter().all(|place| !place.is_empty()));
    rows
}

/// The rows of one language. Words of another alphabet stay as written between its words: «Burger Кинга».
pub(super) fn rows_in(lang: Lang, words: &[String], agreement: Agreement) -> Vec<Places> {
    match agreement {
        Agreement::All => rows_of_all(lang, words),
        Agreement::AsOneWord => rows_of_compound(lang, words),
    }
}

fn rows_of_compound(lang: Lang, parts: &[String]) -> Vec<Places> {
    if !parts.iter().all(|part| lang.owns(part)) {
        return row_of_last(lang, parts).into_iter().collect();
    }
    let mut rows = Vec::new();
    for (shown, reason) in lang.forms(&parts.join("-")) {
        let inflected = plain_words(&shown);
        if inflected.len() == parts.len() {
            let places =
                inflected.into_iter().map(|part| gathered(vec![(shown[part.span].to_owned(), reason)]));
            rows.push(places.collect());
        }
    }
    rows
}

/// The row of a compound of two alphabets.
fn row_of_last(lang: Lang, parts: &[String]) -> Option<Places> {
    let (last, before) = parts.split_last().filter(|(last, _)| lang.owns(last))?;
    let mut row: Places = before.iter().map(|part| written_only(part)).collect();
    row.push(gathered(lang.forms(last)));
    Some(row)
}

fn rows_of_all(lang: Lang, words: &[String]) -> Vec<Places> {
    let own: Vec<&str> = words.iter().map(String::as_str).filter(|word| lang.owns(word)).collect();
    if own.is_empty() {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for row in lang.rows(&own) {
        let mut places = row.into_iter();
        rows.push(
            words
                .iter()
                .map(|word| match lang.owns(word).then(|| places.next()).flatten() {
                    Some(forms) => gathered(forms),
                    None => written_only(word),
                })
                .collect(),
        );
    }
    rows
}

fn gathered(forms: Vec<(String, Reason)>) -> Vec<Form> {
    let mut gathering = Gathering::default();
    for (shown, reason) in forms {
        gathering.add(&shown, reason);
    }
    gathering.forms()
}

/// The same phrases in fewer rows: rows that differ in one place only become one. A phrase with a single word that inflects is one row
/// then, which costs the engine one phrase and not fourteen.
pub(super) fn joined(mut rows: Vec<Places>) -> Vec<Places> {
    let mut at = 0;
    while at < rows.len() {
        let mut other = at + 1;
        let mut grew = false;
        while other < rows.len() {
            if n_different(&rows[at], &rows[other]) <= 1 {
                let row = rows.remove(other);
                for (place, forms) in rows[at].iter_mut().zip(row) {
                    add_forms(place, forms);
                }
                grew = true;
            } else {
                other += 1;
            }
        }
        // A grown row may now differ in one place only from one that was passed before.
        at = if grew { 0 } else { at + 1 };
    }
    rows
}

/// At how many places two rows have different words.
fn n_different(one: &Places, other: &Places) -> usize {
    if one.len() != other.len() {
        return usize::MAX;
    }
    one.iter().zip(other).filter(|(one, other)| !same_words(one, other)).count()
}

fn same_words(one: &[Form], other: &[Form]) -> bool {
    one.len() == other.len() && one.iter().all(|form| other.iter().any(|each| each.text == form.text))
}

fn add_forms(place: &mut Vec<Form>, forms: Vec<Form>) {
    for form in forms {
        match place.iter_mut().find(|each| each.text == form.text) {
            Some(same) => same.add_reasons(form.reasons),
            None => place.push(form),
        }
    }
}

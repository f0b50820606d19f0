//! Hand-written lists, kept as plain text and found by halving.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::letters::fold;

/// A list of words, each as written and as typed without Polish letters.
pub(super) type Words = LazyLock<BTreeSet<Box<str>>>;

/// A list of words with what belongs to each.
pub(super) type Pairs = LazyLock<BTreeMap<Box<str>, &'static str>>;

/// Reads words parted by white space.
pub(super) fn words(text: &'static str) -> BTreeSet<Box<str>> {
    text.split_whitespace().flat_map(|word| [word.into(), fold(word).into()]).collect()
}

/// Reads words parted by white space, only as written: where the twin without Polish letters would be another word (mają, Maja).
pub(super) fn as_written(text: &'static str) -> BTreeSet<Box<str>> {
    text.split_whitespace().map(Into::into).collect()
}

/// Reads pairs `word:what belongs to it`, parted by white space. Of two words that differ in their Polish letters only, each keeps
/// its own, and the first is meant where the letters are missing.
pub(super) fn pairs(text: &'static str) -> BTreeMap<Box<str>, &'static str> {
    let entries = || text.split_whitespace().filter_map(|entry| entry.split_once(':'));
    let mut pairs: BTreeMap<Box<str>, &'static str> =
        entries().map(|(word, value)| (word.into(), value)).collect();
    for (word, value) in entries() {
        pairs.entry(fold(word).into()).or_insert(value);
    }
    pairs
}

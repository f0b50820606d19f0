//! The words for people: the same keys with the same values in every language, each used, each plural complete.

use std::collections::{BTreeMap, BTreeSet};

use super::Fault;
use crate::tree::Tree;

mod usage;
mod words;

use usage::Usage;
use words::Words;

/// Interface languages, the one that keys are written in first.
const LANGUAGES: [&str; 3] = ["en", "pl", "ru"];
/// Categories that a plural needs, by language: Polish and Russian count 1, 2 to 4 and 5 differently.
/// Whole numbers never fall into their [other], so it may hold the words of [many].
const PLURALS: [(&str, &[&[&str]]); 3] = [
    ("en", &[&["one"], &["other"]]),
    ("pl", &[&["one"], &["few"], &["many", "other"]]),
    ("ru", &[&["one"], &["few"], &["many", "other"]]),
];

/// Compares the languages with each other and with the sources.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut languages = BTreeMap::new();
    for language in LANGUAGES {
        languages.insert(language, read(tree, language, &mut faults));
    }
    for (language, all_words) in &languages {
        for (other, theirs) in languages.iter().filter(|(other, _)| *other != language) {
            faults.extend(differences(all_words, other, theirs));
        }
        faults.extend(incomplete_plurals(language, all_words));
    }
    faults.extend(unused(tree, &languages["en"]));
    faults
}

/// All words of one language by key; a key that stands twice is a fault.
fn read<'a>(tree: &'a Tree, language: &str, faults: &mut Vec<Fault>) -> BTreeMap<String, Words<'a>> {
    let folder = format!("locales/{language}/");
    let mut all_words: BTreeMap<String, Words> = BTreeMap::new();
    for (path, text) in tree.texts(&["ftl"]).filter(|(path, _)| path.starts_with(&folder)) {
        for (key, found) in words::read(path, text, faults) {
            match all_words.get(&key) {
                Some(first) => {
                    let words = format!("`{key}` stands in {}:{} already", first.path, first.line_idx + 1);
                    faults.push(Fault::at(path, found.line_idx, words));
                }
                None => {
                    all_words.insert(key, found);
                }
            }
        }
    }
    all_words
}

/// Keys that another language lacks, keeps in another file, or gives other variables.
fn differences(ours: &BTreeMap<String, Words>, other: &str, theirs: &BTreeMap<String, Words>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (key, here) in ours {
        let file = here.path.rsplit('/').next().unwrap_or(here.path);
        match theirs.get(key) {
            None => {
                let words = format!("`{key}` is missing in locales/{other}/{file}");
                faults.push(Fault::at(here.path, here.line_idx, words));
            }
            Some(there) if !there.path.ends_with(&format!("/{file}")) => {
                let words =
                    format!("`{key}` stands in {} there: keep it in the file of the same name", there.path);
                faults.push(Fault::at(here.path, here.line_idx, words));
            }
            Some(there) => {
                let lacking: Vec<_> = here.variables.difference(&there.variables).copied().collect();
                if !lacking.is_empty() {
                    let words = format!("`{key}` says ${} and {} does not", lacking.join(", $"), there.path);
                    faults.push(Fault::at(here.path, here.line_idx, words));
                }
            }
        }
    }
    faults
}

/// Plurals that lack a category of the language.
fn incomplete_plurals(language: &str, all_words: &BTreeMap<String, Words>) -> Vec<Fault> {
    let needed = PLURALS.iter().find(|(name, _)| *name == language).map_or(&[][..], |(_, needed)| *needed);
    let mut faults = Vec::new();
    for (key, words) in all_words {
        for plural in &words.plurals {
            let has = |any_of: &[&str]| any_of.iter().any(|category| plural.contains(category));
            let lacking: Vec<_> =
                needed.iter().filter(|any_of| !has(any_of)).map(|any_of| any_of[0]).collect();
            if !lacking.is_empty() {
                let told =
                    format!("`{key}` counts without [{}], which this language needs", lacking.join("], ["));
                faults.push(Fault::at(words.path, words.line_idx, told));
            }
        }
    }
    faults
}

/// Keys that nothing uses, keys that are used and not there, and prefixes that no source spells.
fn unused(tree: &Tree, all_words: &BTreeMap<String, Words>) -> Vec<Fault> {
    let usage = Usage::read(tree);
    let referred: BTreeSet<&str> =
        all_words.values().flat_map(|words| words.references.iter().copied()).collect();
    let mut faults = usage.faults(|key| all_words.contains_key(key));
    for (key, words) in all_words {
        if !usage.uses(key) && !referred.contains(key.as_str()) {
            let told = format!("nothing uses `{key}`: remove it, or list its prefix in {}", usage::PREFIXES);
            faults.push(Fault::at(words.path, words.line_idx, told));
        }
    }
    faults
}

#[cfg(test)]
mod tests;

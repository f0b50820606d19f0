//! The checks of the house: what a compiler does not see and a reviewer should not have to.
//!
//! To add a check: write one file here with `pub(crate) fn check(tree: &Tree) -> Vec<Fault>` and its tests on made-up trees,
//! and add one line to [`ALL`]. A fault says what is wrong, where, and what to do about it.

use std::fmt;
use std::path::Path;

use anyhow::Result;

use crate::tree::Tree;

mod dependency_notes;
mod edges;
mod hygiene;
mod invariants;
mod leaks;
mod length;
mod links;
mod locales;
mod module_docs;
mod names;
mod purity;
mod rooms;
mod unfinished;

/// A check: what it holds, in a few words, and the check itself.
type Check = (&'static str, fn(&Tree) -> Vec<Fault>);

/// All checks.
const ALL: [Check; 13] = [
    ("edges between crates", edges::check),
    ("pure crates", purity::check),
    ("rooms and the map", rooms::check),
    ("dependencies with a reason", dependency_notes::check),
    ("module docs", module_docs::check),
    ("length of files", length::check),
    ("names", names::check),
    ("nothing unfinished", unfinished::check),
    ("locale keys", locales::check),
    ("links between documents", links::check),
    ("invariants and their tests", invariants::check),
    ("text hygiene", hygiene::check),
    ("nothing of this machine", leaks::check),
];

/// Extensions of the files that people write programs in.
const SOURCES: [&str; 6] = ["rs", "ts", "svelte", "mjs", "js", "css"];

/// So many faults of one check are shown: who has more mends these first.
const SHOWN_MAX: usize = 30;

/// Something that is not as the house wants it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fault {
    path: String,
    /// From 1; nothing when the whole file is meant.
    line: Option<usize>,
    words: String,
}

impl Fault {
    /// A fault of a whole file or folder.
    fn of(path: &str, words: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: None, words: words.into() }
    }

    /// A fault of one line, given from 0.
    fn at(path: &str, line_idx: usize, words: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line: Some(line_idx + 1), words: words.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.words),
            None => write!(f, "{}: {}", self.path, self.words),
        }
    }
}

/// Runs all checks over a checkout and says what they found. Returns whether they found nothing.
pub(crate) fn tell(root: &Path) -> Result<bool> {
    let tree = Tree::read(root)?;
    let mut n_faults = 0;
    for (name, check) in ALL {
        let mut faults = check(&tree);
        faults.sort();
        n_faults += faults.len();
        for fault in faults.iter().take(SHOWN_MAX) {
            println!("{fault}");
        }
        match faults.len() {
            0 => {}
            n if n > SHOWN_MAX => println!("{name}: {n} to put right, the first {SHOWN_MAX} shown"),
            n => println!("{name}: {n} to put right"),
        }
    }
    match n_faults {
        0 => println!("tidy: {} checks over {} files, nothing found", ALL.len(), tree.files().count()),
        n => println!("tidy: {n} to put right"),
    }
    Ok(n_faults == 0)
}

/// The faults of a check as a test compares them.
#[cfg(test)]
fn shown(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(Fault::to_string).collect()
}

//! Nothing is promised for later, nothing is skipped, and no lint is silenced without a reason.

use super::{Fault, SOURCES};
use crate::tree::Tree;

/// What a source must not hold, and what to do instead.
const FORBIDDEN: [(&str, &str); 12] = [
    ("#[allow(", "write `#[expect(lint, reason = \"…\")]`, which goes stale loudly"),
    ("#![allow(", "write `#![expect(lint, reason = \"…\")]`, which goes stale loudly"),
    ("TODO", "do it now, or write an issue"),
    ("FIXME", "mend it now, or write an issue"),
    ("XXX", "say what is meant"),
    ("todo!(", "do it now, or leave the seam out"),
    ("unimplemented!(", "do it now, or leave the seam out"),
    ("#[ignore", "a test runs always or is not there"),
    ("test.skip", "a test runs always or is not there"),
    ("test.fixme", "a test runs always or is not there"),
    ("describe.skip", "a test runs always or is not there"),
    (".only(", "all tests run, not one"),
];

/// Searches each source file but this one.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.texts(&SOURCES).filter(|(path, _)| *path != file!()) {
        for (word, instead) in FORBIDDEN.into_iter().filter(|(word, _)| text.contains(word)) {
            let lines = text.lines().enumerate().filter(|(_, line)| stands_in(line, word));
            faults
                .extend(lines.map(|(line_idx, _)| Fault::at(path, line_idx, format!("`{word}`: {instead}"))));
        }
    }
    faults
}

/// Whether a line holds the word, and not as a part of a longer one.
fn stands_in(line: &str, word: &str) -> bool {
    let is_letter = |c: char| c.is_alphanumeric() || c == '_';
    let whole = word.chars().all(is_letter);
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(is_letter);
        let after = line[at + word.len()..].chars().next().is_some_and(is_letter);
        !(whole && (before || after))
    })
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn promises_skipped_tests_and_silenced_lints_are_found() {
        let tree = Tree::of(&[
            ("crates/a.rs", "//! A.\n#[allow(dead_code)]\n// TODO: later.\n#[ignore]\nlet todos = TODOS;\n"),
            ("ui/tests/b.spec.ts", "test.skip('x', () => {});\n"),
            ("docs/c.md", "TODO is a word here.\n"),
        ]);
        let places: Vec<_> = check(&tree).into_iter().map(|fault| (fault.path, fault.line)).collect();
        let expected =
            [("crates/a.rs", 2), ("crates/a.rs", 3), ("crates/a.rs", 4), ("ui/tests/b.spec.ts", 1)];
        assert_eq!(places, expected.map(|(path, line)| (path.to_owned(), Some(line))));
    }

    #[test]
    fn a_fault_says_what_to_write_instead() {
        let tree = Tree::of(&[("crates/a.rs", "//! A.\n#![allow(dead_code)]\n")]);
        assert_eq!(
            shown(&check(&tree)),
            ["crates/a.rs:2: `#![allow(`: write `#![expect(lint, reason = \"…\")]`, which goes stale loudly"]
        );
    }
}

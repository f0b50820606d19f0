//! Files stay short enough to be read in one go.

use super::{Fault, SOURCES};
use crate::tree::Tree;

/// The most lines of a source file. Files aim at half of it.
const LINES_MAX: usize = 600;
/// Files that a program writes; nobody reads them.
const GENERATED: [&str; 1] = ["ui/src/api/schema.d.ts"];

/// Counts the lines of each source file.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.texts(&SOURCES) {
        let n_lines = text.lines().count();
        if n_lines > LINES_MAX && !GENERATED.contains(&path) {
            let words = format!(
                "has {n_lines} lines, more than {LINES_MAX}: split it where its subject splits; long tests go to tests.rs"
            );
            faults.push(Fault::of(path, words));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn a_file_of_six_hundred_lines_is_the_longest() {
        let (fits, long) = ("//\n".repeat(600), "//\n".repeat(601));
        let tree = Tree::of(&[
            ("crates/a.rs", &fits),
            ("ui/src/b.svelte", &long),
            ("ui/src/api/schema.d.ts", &long),
            ("docs/c.md", &long),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("ui/src/b.svelte: has 601 lines"), "{said:?}");
    }
}

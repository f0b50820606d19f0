//! Each test that docs/INVARIANTS.md names is there, so that a promise does not outlive its proof.

use std::collections::BTreeSet;

use super::Fault;
use crate::tree::Tree;

const PROMISES: &str = "docs/INVARIANTS.md";

/// Looks for every named test among the functions of all Rust files.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let Some(promises) = tree.text(PROMISES) else { return Vec::new() };
    let functions: BTreeSet<&str> = tree.texts(&["rs"]).flat_map(|(_, text)| functions(text)).collect();
    let mut faults = Vec::new();
    for (line_idx, line) in promises.lines().enumerate().filter(|(_, line)| line.starts_with("Shown by ")) {
        for name in line.split('`').skip(1).step_by(2).filter(|name| !functions.contains(name)) {
            faults.push(Fault::at(
                PROMISES,
                line_idx,
                format!("names the test `{name}`, which is not there"),
            ));
        }
    }
    faults
}

fn functions(text: &str) -> impl Iterator<Item = &str> {
    text.split("fn ").skip(1).filter_map(|rest| rest.split(['(', '<']).next())
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn a_promise_without_its_test_is_found() {
        let tree = Tree::of(&[
            (PROMISES, "- Held by `synchronous`.\n\nShown by `a_post_is_kept`, `a_post_is_found`.\n"),
            ("crates/store/tests/it/main.rs", "//! Stories.\n#[test]\nfn a_post_is_kept() {}\n"),
        ]);
        assert_eq!(
            shown(&check(&tree)),
            ["docs/INVARIANTS.md:3: names the test `a_post_is_found`, which is not there"]
        );
    }
}

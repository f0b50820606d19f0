//! Every Rust file says first what it is for.

use super::Fault;
use crate::tree::Tree;

/// Looks at the first line of each Rust file.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let silent = tree.texts(&["rs"]).filter(|(_, text)| !says_something(text));
    silent.map(|(path, _)| Fault::of(path, "does not open with `//!` and what the file is for")).collect()
}

fn says_something(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    first.strip_prefix("//!").is_some_and(|words| !words.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn a_file_that_says_nothing_about_itself_is_found() {
        let tree = Tree::of(&[
            ("crates/text/src/lib.rs", "//! Language analysis.\npub mod lang;\n"),
            ("crates/text/src/lang.rs", "use std::fmt;\n\n//! Too late.\n"),
            ("crates/text/src/empty.rs", "//!\n"),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("crates/text/src/empty.rs: "), "{said:?}");
        assert!(said[1].starts_with("crates/text/src/lang.rs: "), "{said:?}");
    }
}

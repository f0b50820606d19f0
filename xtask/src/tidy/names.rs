//! No file or module is called after nothing: what has no name has no place yet.

use super::{Fault, SOURCES};
use crate::tree::{Tree, extension};

/// Names that say "things".
const EMPTY_NAMES: [&str; 8] =
    ["util", "utils", "helper", "helpers", "common", "manager", "managers", "misc"];

/// Looks at the names of source files, of the folders they are in, and of modules inside Rust files.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.texts(&SOURCES) {
        let mut parts = path.split('/').map(|part| part.split('.').next().unwrap_or(part));
        if let Some(name) = parts.find(|part| EMPTY_NAMES.contains(&part.to_lowercase().as_str())) {
            faults.push(Fault::of(path, refusal(name)));
        }
        if extension(path) != "rs" {
            continue;
        }
        for (line_idx, line) in text.lines().enumerate() {
            if let Some(name) = module(line).filter(|name| EMPTY_NAMES.contains(name)) {
                faults.push(Fault::at(path, line_idx, refusal(name)));
            }
        }
    }
    faults
}

fn refusal(name: &str) -> String {
    format!(
        "`{name}` does not say what is inside: name it after what it does, or put its parts where they are used"
    )
}

/// The module a line opens inside its file.
fn module(line: &str) -> Option<&str> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let at = words.iter().position(|word| *word == "mod")?;
    let before_is_visibility = words[..at].iter().all(|word| word.starts_with("pub"));
    let opens_here = words.get(at + 2) == Some(&"{");
    (before_is_visibility && opens_here).then(|| words[at + 1])
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn files_folders_and_modules_named_after_nothing_are_found() {
        let tree = Tree::of(&[
            ("ui/src/helpers/a.ts", ""),
            ("crates/app/src/utils.rs", ""),
            ("crates/app/src/flow.rs", "//! Flow.\npub(crate) mod misc {\n}\n"),
            ("locales/en/common.ftl", ""),
            ("crates/app/src/commonplace.rs", "//! The word common is fine in words.\n"),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[0].starts_with("crates/app/src/flow.rs:2: `misc`"), "{said:?}");
        assert!(said[1].starts_with("crates/app/src/utils.rs: `utils`"), "{said:?}");
        assert!(said[2].starts_with("ui/src/helpers/a.ts: `helpers`"), "{said:?}");
    }
}

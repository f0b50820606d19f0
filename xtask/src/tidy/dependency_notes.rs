//! Each dependency stands once, in the root `Cargo.toml`, under a comment that says what for, and somebody uses it.

use std::collections::BTreeSet;

use super::Fault;
use super::edges::{dependencies, manifests, read};
use crate::tree::Tree;

const ROOT: &str = "Cargo.toml";
/// So many lines one comment may cover: more are a heap without reasons (our own rooms are nine).
const GROUP_LINES_MAX: usize = 9;

/// Looks at the root manifest's list and at the manifests of all rooms.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let Some(text) = tree.text(ROOT) else { return Vec::new() };
    let mut faults = uncommented(text);
    let mut used = BTreeSet::new();
    for (_, path) in manifests(tree) {
        // A manifest that cannot be read is told by the check of edges.
        let Ok(manifest) = read(tree, &path) else { continue };
        used.extend(dependencies(&manifest).into_iter().map(|(_, name)| name));
        faults.extend(elsewhere(tree.text(&path).unwrap_or_default(), &path));
    }
    let listed = lines(text).filter_map(|(line_idx, kind)| match kind {
        Line::Dependency(name) => Some((line_idx, name)),
        Line::Comment | Line::Blank => None,
    });
    for (line_idx, name) in listed {
        if !used.contains(name) {
            faults.push(Fault::at(ROOT, line_idx, format!("no crate uses `{name}`: remove the line")));
        }
    }
    faults
}

/// Dependencies without a comment above them.
fn uncommented(text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut n_covered = GROUP_LINES_MAX;
    for (line_idx, kind) in lines(text) {
        match kind {
            Line::Comment => n_covered = 0,
            Line::Blank => n_covered = GROUP_LINES_MAX,
            Line::Dependency(name) if n_covered >= GROUP_LINES_MAX => {
                let words = format!("`{name}` has no comment above it that says what it is for");
                faults.push(Fault::at(ROOT, line_idx, words));
            }
            Line::Dependency(_) => n_covered += 1,
        }
    }
    faults
}

/// Dependencies of a crate that do not point to the root's list.
fn elsewhere(text: &str, path: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut inside = false;
    for (line_idx, line) in text.lines().enumerate() {
        if line.starts_with('[') {
            inside = line.trim_end().ends_with("dependencies]");
        } else if inside && line.contains('=') && !line.starts_with('#') && !line.contains("workspace = true")
        {
            let words = "states a dependency of its own: put it into the root Cargo.toml and write `.workspace = true` here";
            faults.push(Fault::at(path, line_idx, words));
        }
    }
    faults
}

/// What a line of the root's list is.
enum Line<'a> {
    Comment,
    Blank,
    Dependency(&'a str),
}

/// The lines of `[workspace.dependencies]`; further lines of a long value are left out.
fn lines(text: &str) -> impl Iterator<Item = (usize, Line<'_>)> {
    let start = text.lines().position(|line| line.trim() == "[workspace.dependencies]");
    let inside = text.lines().enumerate().skip(start.map_or(usize::MAX, |line_idx| line_idx + 1));
    inside.take_while(|(_, line)| !line.starts_with('[')).filter_map(|(line_idx, line)| {
        let kind = match line.chars().next() {
            None => Line::Blank,
            Some('#') => Line::Comment,
            Some(' ' | ']' | '}') => return None,
            Some(_) => Line::Dependency(line.split(['=', '.', ' ']).next().unwrap_or_default()),
        };
        Some((line_idx, kind))
    })
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn a_comment_covers_the_lines_under_it_up_to_an_empty_one() {
        let tree = Tree::of(&[
            (
                ROOT,
                "[workspace.dependencies]\n# The runtime.\ntokio = \"1\"\ntokio-util = \"0.7\"\n\nserde = \"1\"\n\n[profile.dev]\nx = 1\n",
            ),
            (
                "crates/app/Cargo.toml",
                "[dependencies]\ntokio.workspace = true\ntokio-util.workspace = true\nserde.workspace = true\n",
            ),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said, ["Cargo.toml:6: `serde` has no comment above it that says what it is for"]);
    }

    #[test]
    fn a_dependency_nobody_uses_and_one_that_stands_elsewhere_are_found() {
        let tree = Tree::of(&[
            (ROOT, "[workspace.dependencies]\n# URLs.\nurl = \"2\"\n"),
            ("crates/app/Cargo.toml", "[package]\nname = \"app\"\n\n[dependencies]\nserde = \"1\"\n"),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].starts_with("crates/app/Cargo.toml:5: states a dependency of its own"), "{said:?}");
        assert_eq!(said[1], "Cargo.toml:3: no crate uses `url`: remove the line");
    }
}

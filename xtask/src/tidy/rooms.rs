//! The map tells the truth: docs/ARCHITECTURE.md names each crate, and each folder it names is there.

use super::Fault;
use super::edges::manifests;
use crate::tree::Tree;

/// The map of the house.
const MAP: &str = "docs/ARCHITECTURE.md";

/// Compares the map with the folders.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let Some(map) = tree.text(MAP) else {
        return vec![Fault::of(MAP, "is not there: it is the map that newcomers read first")];
    };
    let mut faults = Vec::new();
    for (room, manifest) in manifests(tree) {
        let folder = manifest.trim_end_matches("/Cargo.toml");
        if !map.contains(&format!("{folder}/")) {
            faults.push(Fault::of(
                MAP,
                format!("does not name `{folder}/`: add a line on what the room `{room}` is for"),
            ));
        }
    }
    for (line_idx, line) in map.lines().enumerate() {
        for folder in folders_in(line) {
            if !tree.has(folder) {
                let words = format!("names `{folder}`, which is not there: correct the map or the folder");
                faults.push(Fault::at(MAP, line_idx, words));
            }
        }
    }
    faults
}

/// Code spans of a line that end with `/` are folders, counted from the root. One with `<` or `*` is a pattern.
fn folders_in(line: &str) -> impl Iterator<Item = &str> {
    let spans = line.split('`').skip(1).step_by(2);
    spans.filter(|span| span.len() > 1 && span.ends_with('/') && !span.contains(['<', '*', ' ', '{']))
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn the_map_names_every_room_and_only_folders_that_are_there() {
        let tree = Tree::of(&[
            ("crates/text/Cargo.toml", ""),
            ("crates/store/Cargo.toml", ""),
            (
                MAP,
                "`crates/text/` language analysis.\nA network is `crates/x/<name>/`.\nSee `docs/plans/`.\n",
            ),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].contains("does not name `crates/store/`"), "{said:?}");
        assert!(said[1].contains(":3: names `docs/plans/`, which is not there"), "{said:?}");
    }

    #[test]
    fn a_house_without_a_map_is_told_so() {
        assert!(shown(&check(&Tree::of(&[])))[0].contains("newcomers"));
    }
}

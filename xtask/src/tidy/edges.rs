//! Which crate may use which: the table of the house, read from each crate's `Cargo.toml`.
//!
//! Dependencies, dev-dependencies and build-dependencies count alike: an edge that only a test draws still ties two rooms together.

use toml::Table;

use super::Fault;
use crate::tree::Tree;

/// What each room may use of ours. A new edge is a commit of its own that says why.
const ALLOWED: [(&str, &[&str]); 10] = [
    ("server", &["web", "app", "store", "connectors", "simulator"]),
    ("web", &["app", "crisis"]),
    ("app", &["watch", "crisis", "store", "connectors"]),
    ("watch", &["crisis", "text"]),
    ("simulator", &["connectors", "crisis"]),
    ("connectors", &["crisis"]),
    ("store", &["crisis"]),
    ("crisis", &[]),
    ("text", &[]),
    ("xtask", &["simulator", "connectors", "crisis", "watch"]),
];

/// What the names of our packages begin with.
const OURS: &str = "nabat-";

/// Compares every edge with [`ALLOWED`].
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (room, path) in manifests(tree) {
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == room) else {
            faults.push(Fault::of(
                &path,
                format!(
                    "the room `{room}` is not in the table: add what it may use to ALLOWED in {}",
                    file!()
                ),
            ));
            continue;
        };
        match read(tree, &path) {
            Ok(manifest) => faults.extend(edges(&manifest).into_iter().filter_map(|used| {
                (!allowed.contains(&used.as_str())).then(|| Fault::of(&path, refusal(&room, &used, allowed)))
            })),
            Err(fault) => faults.push(fault),
        }
    }
    faults
}

/// The rooms that have a manifest, with its path.
pub(super) fn manifests(tree: &Tree) -> Vec<(String, String)> {
    let rooms = tree.folders_with("crates", "Cargo.toml");
    let mut found: Vec<_> =
        rooms.map(|room| (room.to_owned(), format!("crates/{room}/Cargo.toml"))).collect();
    if tree.has("xtask/Cargo.toml") {
        found.push(("xtask".into(), "xtask/Cargo.toml".into()));
    }
    found
}

/// A manifest, or the fault that it cannot be read.
pub(super) fn read(tree: &Tree, path: &str) -> Result<Table, Fault> {
    let text = tree.text(path).ok_or_else(|| Fault::of(path, "is not there or is not text"))?;
    text.parse::<Table>().map_err(|error| Fault::of(path, format!("cannot be read: {}", error.message())))
}

/// Names of all packages a manifest uses, ours and others', with the section each stands in.
pub(super) fn dependencies(manifest: &Table) -> Vec<(&'static str, String)> {
    const SECTIONS: [&str; 3] = ["dependencies", "dev-dependencies", "build-dependencies"];
    let targets = manifest.get("target").and_then(|target| target.as_table());
    let by_target = targets.into_iter().flat_map(|table| table.values()).filter_map(|value| value.as_table());
    let mut found = Vec::new();
    for table in std::iter::once(manifest).chain(by_target) {
        for section in SECTIONS {
            let Some(listed) = table.get(section).and_then(|value| value.as_table()) else { continue };
            for (name, value) in listed {
                let renamed = value.get("package").and_then(|package| package.as_str());
                found.push((section, renamed.unwrap_or(name).to_owned()));
            }
        }
    }
    found
}

fn edges(manifest: &Table) -> Vec<String> {
    let ours =
        dependencies(manifest).into_iter().filter_map(|(_, name)| name.strip_prefix(OURS).map(str::to_owned));
    let mut rooms: Vec<_> = ours.collect();
    rooms.sort();
    rooms.dedup();
    rooms
}

fn refusal(room: &str, used: &str, allowed: &[&str]) -> String {
    let may = match allowed {
        [] => "nothing of ours".to_owned(),
        rooms => format!("only {}", rooms.join(", ")),
    };
    format!(
        "`{room}` uses `{used}`, and may use {may}: move the code to the room it belongs to, \
         or add the edge to ALLOWED in {} in a commit of its own that says why",
        file!()
    )
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn an_edge_of_the_table_is_fine_and_another_is_named_with_both_rooms() {
        let tree = Tree::of(&[
            (
                "crates/watch/Cargo.toml",
                "[dependencies]\nnabat-crisis.workspace = true\nnabat-text.workspace = true\n",
            ),
            (
                "crates/store/Cargo.toml",
                "[dependencies]\nnabat-app.workspace = true\nserde.workspace = true\n",
            ),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(
            said[0].starts_with("crates/store/Cargo.toml: `store` uses `app`, and may use only crisis"),
            "{said:?}"
        );
    }

    #[test]
    fn an_edge_that_only_a_test_or_one_system_draws_counts_too() {
        for section in ["dev-dependencies", "build-dependencies", "target.'cfg(unix)'.dependencies"] {
            let manifest = format!("[{section}]\nnabat-store.workspace = true\n");
            let tree = Tree::of(&[("crates/text/Cargo.toml", &manifest)]);
            let said = shown(&check(&tree));
            assert!(said[0].contains("`text` uses `store`, and may use nothing of ours"), "{said:?}");
        }
    }

    #[test]
    fn a_renamed_package_does_not_hide_its_edge() {
        let tree = Tree::of(&[(
            "crates/crisis/Cargo.toml",
            "[dependencies]\nfeeds = { package = \"nabat-connectors\" }\n",
        )]);
        assert!(shown(&check(&tree))[0].contains("`crisis` uses `connectors`"));
    }

    #[test]
    fn a_new_room_must_be_put_into_the_table() {
        let tree = Tree::of(&[("crates/forecast/Cargo.toml", "")]);
        assert!(shown(&check(&tree))[0].contains("the room `forecast` is not in the table"));
    }
}

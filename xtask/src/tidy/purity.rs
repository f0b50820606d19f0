//! Rooms without input, output, clock and chance, and dependencies that belong to one room only.
//!
//! Clippy refuses the forbidden calls of the standard library in a pure room by the room's `clippy.toml`;
//! here we see that the file stands there, and that no dependency brings the same in by another door.

use super::Fault;
use super::edges::{dependencies, manifests, read};
use crate::tree::Tree;

/// Rooms where time and chance come in as values.
const PURE: [&str; 3] = ["crisis", "text", "watch"];

/// Dependencies that do input or output, or bring a clock, threads or chance.
const IMPURE: [&str; 10] = [
    "tokio",
    "async-std",
    "reqwest",
    "rusqlite",
    "axum",
    "rand",
    "rand_chacha",
    "getrandom",
    "chrono",
    "tracing",
];

/// Dependencies that one room keeps to itself. Tests may use them as they like.
const RESERVED: [(&str, &str, &str); 2] = [
    ("reqwest", "connectors", "everything third-party is spoken to from there"),
    ("rusqlite", "store", "everything kept is kept there, one transaction per public method"),
];

/// Looks at the manifests of all rooms.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (room, path) in manifests(tree) {
        let pure = PURE.contains(&room.as_str());
        let bans = tree.text(&format!("crates/{room}/clippy.toml")).unwrap_or_default();
        if pure && !(bans.contains("SystemTime::now") && bans.contains("RandomState")) {
            faults.push(Fault::of(
                &format!("crates/{room}/clippy.toml"),
                format!("`{room}` is pure and its clippy.toml does not ban clock and chance: copy the one of crates/crisis"),
            ));
        }
        // A manifest that cannot be read is told by the check of edges.
        let Ok(manifest) = read(tree, &path) else { continue };
        for (section, name) in dependencies(&manifest) {
            if section == "dev-dependencies" {
                continue;
            }
            if pure && IMPURE.contains(&name.as_str()) {
                let words = format!(
                    "`{room}` is pure and uses `{name}`: decide here, act in `app`, and take time and chance as values"
                );
                faults.push(Fault::of(&path, words));
            }
            if let Some((_, keeper, why)) =
                RESERVED.iter().find(|(kept, keeper, _)| *kept == name && *keeper != room)
            {
                faults.push(Fault::of(
                    &path,
                    format!("`{room}` uses `{name}`, which only `{keeper}` may: {why}"),
                ));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    const BANS: &str =
        "disallowed-methods = [\"std::time::SystemTime::now\"]\ndisallowed-types = [\"RandomState\"]\n";

    #[test]
    fn a_pure_room_bans_the_clock_and_takes_no_dependency_that_brings_one() {
        let tree = Tree::of(&[
            (
                "crates/watch/Cargo.toml",
                "[dependencies]\ntokio.workspace = true\n[dev-dependencies]\nrand.workspace = true\n",
            ),
            ("crates/watch/clippy.toml", BANS),
            ("crates/text/Cargo.toml", ""),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said[0].contains("`text` is pure and its clippy.toml does not ban"), "{said:?}");
        assert!(said[1].contains("`watch` is pure and uses `tokio`"), "{said:?}");
    }

    #[test]
    fn only_connectors_speak_http_to_others() {
        let tree = Tree::of(&[
            ("crates/connectors/Cargo.toml", "[dependencies]\nreqwest.workspace = true\n"),
            ("crates/app/Cargo.toml", "[dependencies]\nreqwest.workspace = true\n"),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].contains("`app` uses `reqwest`, which only `connectors` may"), "{said:?}");
    }
}

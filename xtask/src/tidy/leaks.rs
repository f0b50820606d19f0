//! Nothing of the machine somebody works on gets into the repository: no home folders, no addresses of package mirrors.

use super::Fault;
use crate::tree::Tree;

/// Beginnings of paths that exist on one machine only. `/home/nabat` may stand in a manual, so the name is looked at too.
const PATHS: [&str; 8] =
    ["/home/", "/Users/", "C:\\Users\\", "/root/", "/work/", "/tmp/target", "/tmp/nabat", "/mnt/"];
/// Settings that point a package manager to a mirror.
const MIRRORS: [&str; 5] = ["replace-with", "registry=", "registry =", "index-url", "sparse+http"];
/// Hosts a lock file may name.
const PUBLIC_HOSTS: [&str; 4] =
    ["github.com/", "registry.npmjs.org/", "opencollective.com/", "index.crates.io/"];
/// Files that package managers write, where any other host is a mirror of ours.
const LOCK_FILES: [&str; 2] = ["Cargo.lock", "package-lock.json"];
/// Files that set package managers up.
const SETTINGS: [&str; 3] = [".npmrc", ".cargo/config.toml", ".yarnrc"];

/// Searches each text but this one.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, file) in tree.files().filter(|(path, _)| *path != file!()) {
        let Some(text) = file.text() else { continue };
        let name = path.rsplit('/').next().unwrap_or(path);
        for (line_idx, line) in text.lines().enumerate() {
            if let Some(found) = PATHS.iter().find(|prefix| names_path(line, prefix)) {
                let words = format!(
                    "holds a path of one machine (`{found}…`): take it as an argument or from the surroundings"
                );
                faults.push(Fault::at(path, line_idx, words));
            }
            let set = SETTINGS.iter().any(|settings| path.ends_with(settings));
            if set && MIRRORS.iter().any(|setting| line.contains(setting)) && !line.contains("omit-lockfile")
            {
                faults.push(Fault::at(
                    path,
                    line_idx,
                    "sets a package mirror: that belongs to the machine, not to the house",
                ));
            }
            if LOCK_FILES.contains(&name) && foreign_host(line) {
                faults.push(Fault::at(
                    path,
                    line_idx,
                    "names a package mirror: write the lock file against the public registry",
                ));
            }
        }
    }
    faults
}

/// Whether a path of this beginning stands in the line, and not as the middle of a longer one or as an address of the web.
fn names_path(line: &str, prefix: &str) -> bool {
    line.match_indices(prefix).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let begins = before.is_none_or(|c| {
            !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '}' | ')' | '~' | '*'))
        });
        let goes_on =
            line[at + prefix.len()..].chars().next().is_some_and(|c| c.is_alphanumeric() || c == '-');
        begins && (goes_on || !prefix.ends_with('/'))
    })
}

fn foreign_host(line: &str) -> bool {
    // Only addresses packages are fetched from: "funding" and the like are the authors' own.
    let fetched = line.contains("\"resolved\"") || line.starts_with("source = ");
    let host = line.split("://").nth(1);
    fetched && host.is_some_and(|host| !PUBLIC_HOSTS.iter().any(|public| host.starts_with(public)))
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn paths_of_one_machine_are_found_and_addresses_are_not() {
        let tree = Tree::of(&[(
            "docs/a.md",
            "Run `/home/anna/nabat/run`.\nSee https://site.example/home/news and `/api/v1/work/1`.\n../shared/work/x\n",
        )]);
        let said = shown(&check(&tree));
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("docs/a.md:1: holds a path of one machine"), "{said:?}");
    }

    #[test]
    fn a_package_mirror_is_found_in_locks_and_settings() {
        let tree = Tree::of(&[
            (
                "ui/package-lock.json",
                "\"resolved\": \"https://registry.npmjs.org/a/-/a-1.tgz\",\n\"resolved\": \"http://mirror.example/a.tgz\",\n",
            ),
            ("ui/.npmrc", "omit-lockfile-registry-resolved=true\nregistry=http://mirror.example/\n"),
            ("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\"\n"),
        ]);
        let places: Vec<_> = check(&tree).into_iter().map(|fault| (fault.path, fault.line)).collect();
        assert_eq!(places, [("ui/.npmrc".to_owned(), Some(2)), ("ui/package-lock.json".to_owned(), Some(2))]);
    }
}

//! Links between documents, and to folders, lead somewhere.

use super::Fault;
use crate::tree::Tree;

/// Follows each relative link of each Markdown file.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, text) in tree.texts(&["md"]) {
        for (line_idx, line) in text.lines().enumerate() {
            for target in targets(line).filter(|target| !leads_outside(target)) {
                let place = resolved(path, target);
                if !tree.has(&place) {
                    faults.push(Fault::at(
                        path,
                        line_idx,
                        format!("links to `{target}`, and `{place}` is not there"),
                    ));
                }
            }
        }
    }
    faults
}

/// Targets of the links and pictures in a line, without what stands after `#`.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ', '#']).next())
        .filter(|target| !target.is_empty())
}

/// Whether a link leaves the house: the web, or the data that lies beside a checkout.
fn leads_outside(target: &str) -> bool {
    target.contains("://") || target.starts_with("mailto:")
}

/// The path from the root that a link of a document means.
fn resolved(document: &str, target: &str) -> String {
    let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn a_link_to_nowhere_is_found() {
        let tree = Tree::of(&[
            (
                "README.md",
                "[map](docs/ARCHITECTURE.md#rooms) ![radar](docs/images/radar.png) [web](https://example.org)\n",
            ),
            ("docs/ARCHITECTURE.md", "[text](../crates/text/) and [here](#rooms)\n"),
            ("crates/text/src/lib.rs", ""),
        ]);
        let said = shown(&check(&tree));
        assert_eq!(
            said,
            ["README.md:1: links to `docs/images/radar.png`, and `docs/images/radar.png` is not there"]
        );
    }
}

//! Text files are plain: one kind of line end, no blanks at ends of lines, a last line that ends; and nothing is huge.

use super::Fault;
use crate::tree::{Tree, extension};

/// Texts that people write. Samples of foreign formats keep their own habits.
const WRITTEN: [&str; 17] = [
    "rs", "toml", "md", "ts", "svelte", "mjs", "js", "css", "ftl", "json", "html", "sh", "yml", "yaml",
    "sql", "txt", "svg",
];
/// Written texts without an extension.
const WRITTEN_NAMES: [&str; 4] = ["Makefile", ".ci/run", ".ci/prepare", ".gitignore"];
/// Folders of foreign bytes, kept exactly as a network or a feed gave them.
const SAMPLE_FOLDERS: [&str; 2] = ["samples", "corpus"];
/// The most bytes of a tracked file: a repository is cloned by everybody, for ever.
const FILE_BYTES_MAX: u64 = 1_000_000;

/// Looks at each file's size and at the line ends of written texts.
pub(crate) fn check(tree: &Tree) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (path, file) in tree.files() {
        if file.len > FILE_BYTES_MAX {
            let words = format!(
                "has {} bytes, more than {FILE_BYTES_MAX}: make it when it is needed, or keep it elsewhere",
                file.len
            );
            faults.push(Fault::of(path, words));
        } else if is_written(path) {
            match file.text() {
                Some(text) => faults.extend(unclean(path, text)),
                None => faults.push(Fault::of(path, "is not UTF-8 text")),
            }
        }
    }
    faults
}

fn is_written(path: &str) -> bool {
    let sample = path.split('/').any(|part| SAMPLE_FOLDERS.contains(&part));
    !sample && (WRITTEN.contains(&extension(path)) || WRITTEN_NAMES.contains(&path))
}

fn unclean(path: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    if !text.is_empty() && !text.ends_with('\n') {
        faults.push(Fault::of(path, "does not end with a line end"));
    }
    if text.ends_with("\n\n") {
        faults.push(Fault::of(path, "ends with empty lines"));
    }
    for (line_idx, line) in text.split('\n').enumerate() {
        if line.ends_with('\r') {
            faults.push(Fault::at(path, line_idx, "ends with CR LF: write LF alone"));
        } else if line.ends_with([' ', '\t']) {
            faults.push(Fault::at(path, line_idx, "has blanks at its end"));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::super::shown;
    use super::*;

    #[test]
    fn unclean_line_ends_are_found_where_people_write_and_kept_in_samples() {
        let tree = Tree::of(&[
            ("docs/a.md", "one \ntwo\r\nthree"),
            ("Makefile", "run:\n\ttrue\n\n"),
            ("crates/connectors/src/feeds/samples/b.txt", "one \r\n"),
        ]);
        let mut said = shown(&check(&tree));
        said.sort();
        assert_eq!(
            said,
            [
                "Makefile: ends with empty lines",
                "docs/a.md: does not end with a line end",
                "docs/a.md:1: has blanks at its end",
                "docs/a.md:2: ends with CR LF: write LF alone",
            ]
        );
    }

    #[test]
    fn a_file_over_a_megabyte_does_not_belong_here() {
        let tree = Tree::of(&[("docs/posts.csv", &"x".repeat(1_000_001))]);
        assert!(shown(&check(&tree))[0].contains("has 1000001 bytes"));
    }
}

//! The files of the house as the checks see them: what git tracks, and what it would track.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::run;

/// Bytes that are read of a file at most. Larger files are refused by a check, which needs only their length.
const READ_BYTES_MAX: u64 = 4 * 1024 * 1024;
/// Folders that are made, not written. They count only where there is no git to say so.
const MADE_FOLDERS: [&str; 7] =
    [".git", "target", "node_modules", "dist", "data", "test-results", "playwright-report"];

/// One file.
pub(crate) struct File {
    /// How long it is, in bytes.
    pub(crate) len: u64,
    /// Its bytes; none for a file longer than four megabytes.
    bytes: Vec<u8>,
}

/// All files of a folder by their path from it, with `/` between the parts.
pub(crate) struct Tree {
    files: BTreeMap<String, File>,
}

impl Tree {
    /// Reads the files of a checkout, also those that are not added yet. Without git every file counts but those in [`MADE_FOLDERS`].
    pub(crate) fn read(root: &Path) -> Result<Self> {
        let listed =
            run::kept(root, "git", &["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        let paths = match listed {
            Ok(bytes) => String::from_utf8_lossy(&bytes).split('\0').map(str::to_owned).collect(),
            Err(_) => walked(root)?,
        };
        let mut files = BTreeMap::new();
        for path in paths {
            let at = root.join(&path);
            // A file that git knows and a person has just removed is not there; a link is not ours to read.
            let Ok(metadata) = fs::symlink_metadata(&at) else { continue };
            if metadata.is_file() {
                let small = metadata.len() <= READ_BYTES_MAX;
                let bytes = if small { fs::read(&at) } else { Ok(Vec::new()) };
                let bytes = bytes.with_context(|| format!("failed to read `{path}`"))?;
                files.insert(path, File { len: metadata.len(), bytes });
            }
        }
        Ok(Self { files })
    }

    /// A made-up tree.
    #[cfg(test)]
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let file = |text: &str| File { len: text.len() as u64, bytes: text.as_bytes().to_vec() };
        Self { files: files.iter().map(|(path, text)| ((*path).to_owned(), file(text))).collect() }
    }

    /// All files, by path.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&str, &File)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// The text of a file, if it is there and is text.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).and_then(File::text)
    }

    /// The texts with one of these extensions, by path.
    pub(crate) fn texts<'a>(&'a self, extensions: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files()
            .filter(|(path, _)| extensions.contains(&extension(path)))
            .filter_map(|(path, file)| Some((path, file.text()?)))
    }

    /// The names right under a folder that hold a file of this name, as in `crates/*/Cargo.toml`.
    pub(crate) fn folders_with<'a>(
        &'a self,
        folder: &'a str,
        file: &'a str,
    ) -> impl Iterator<Item = &'a str> {
        self.files().filter_map(move |(path, _)| {
            let (name, rest) = path.strip_prefix(folder)?.strip_prefix('/')?.split_once('/')?;
            (rest == file).then_some(name)
        })
    }

    /// Whether a file or a folder with a file in it stands at this path.
    pub(crate) fn has(&self, path: &str) -> bool {
        let path = path.trim_end_matches('/');
        let folder = format!("{path}/");
        let first_inside = self.files.range(folder.clone()..).next();
        self.files.contains_key(path) || first_inside.is_some_and(|(inside, _)| inside.starts_with(&folder))
    }
}

impl File {
    /// Its text, if it is UTF-8 and was read.
    pub(crate) fn text(&self) -> Option<&str> {
        let whole = self.bytes.len() as u64 == self.len;
        std::str::from_utf8(&self.bytes).ok().filter(|text| whole && !text.contains('\0'))
    }
}

/// What stands after the last dot of a file's name, or nothing.
pub(crate) fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// All files under a folder but those in [`MADE_FOLDERS`].
fn walked(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let at = root.join(&folder);
        for entry in fs::read_dir(&at).with_context(|| format!("failed to list `{folder}`"))? {
            let entry = entry.with_context(|| format!("failed to list `{folder}`"))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
            if !entry.file_type().with_context(|| format!("failed to look at `{path}`"))?.is_dir() {
                found.push(path);
            } else if !MADE_FOLDERS.contains(&name.as_str()) {
                folders.push(path);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_there_when_a_file_lies_in_it() {
        let tree = Tree::of(&[("crates/text/src/lib.rs", ""), ("crates/text-more.md", "")]);
        assert!(tree.has("crates/text/src/") && tree.has("crates/text") && tree.has("crates/text-more.md"));
        assert!(!tree.has("crates/te") && !tree.has("crates/text-more") && !tree.has("ui"));
    }

    #[test]
    fn a_checkout_without_git_is_read_without_what_is_made_in_it() {
        let folder = tempfile::tempdir().unwrap();
        for path in ["docs/a.md", "target/debug/a.rs", "ui/node_modules/a.js", "Makefile"] {
            let at = folder.path().join(path);
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            fs::write(at, "a\n").unwrap();
        }
        let tree = Tree::read(folder.path()).unwrap();
        let paths: Vec<_> = tree.files().map(|(path, _)| path).collect();
        assert_eq!(paths, ["Makefile", "docs/a.md"]);
        assert_eq!(tree.text("docs/a.md"), Some("a\n"));
    }
}

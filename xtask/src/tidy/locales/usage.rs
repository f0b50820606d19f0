//! Which keys the sources use: by their whole name in quotation marks, or by a prefix that is listed with its values.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Fault;
use crate::tree::Tree;

/// The list of prefixes, which the browser app's own check reads too: `'prefix-': ['value', …]`, or `'prefix-': 'open'` for a
/// set without an end, whose keys are looked up before they are used.
pub(super) const PREFIXES: &str = "ui/scripts/word-prefixes.mjs";
/// Where keys are used.
const FOLDERS: [&str; 2] = ["ui/src/", "crates/"];
/// What may use them.
const EXTENSIONS: [&str; 3] = ["rs", "ts", "svelte"];
/// The browser app's functions that take a key.
const CALLS: [&str; 3] = ["t", "key", "has"];

/// What the sources spell.
#[derive(Default)]
pub(super) struct Usage<'a> {
    /// Quoted texts that could be keys.
    quoted: BTreeSet<&'a str>,
    /// Keys that a function for words is called with, with one place each.
    called: BTreeMap<&'a str, (&'a str, usize)>,
    /// Listed prefixes: their line, and their values unless the set is open.
    prefixes: BTreeMap<&'a str, (usize, Option<Vec<&'a str>>)>,
    /// Beginnings of quoted texts that go on as something put in at run time.
    openings: BTreeSet<&'a str>,
}

impl<'a> Usage<'a> {
    /// Reads the sources and the list of prefixes.
    pub(super) fn read(tree: &'a Tree) -> Self {
        let mut usage = Self { prefixes: listed(tree.text(PREFIXES).unwrap_or_default()), ..Self::default() };
        for (path, text) in tree.texts(&EXTENSIONS) {
            let is_code = path.contains("/src/") && !path.ends_with(".d.ts");
            if is_code && FOLDERS.iter().any(|folder| path.starts_with(folder)) {
                usage.gather(path, text);
            }
        }
        usage
    }

    /// Whether a source uses this key. An attribute is used with its message.
    pub(super) fn uses(&self, key: &str) -> bool {
        let message = key.split('.').next().unwrap_or(key);
        self.quoted.contains(message)
            || self.prefixes.iter().any(|(prefix, (_, values))| {
                let rest = message.strip_prefix(prefix);
                rest.is_some_and(|rest| values.as_ref().is_none_or(|values| values.contains(&rest)))
            })
    }

    /// Keys that the sources use and `known` has not, and prefixes that no source spells.
    pub(super) fn faults(&self, known: impl Fn(&str) -> bool) -> Vec<Fault> {
        let mut faults = Vec::new();
        for (key, (path, line_idx)) in &self.called {
            if !known(key) {
                faults.push(Fault::at(path, *line_idx, format!("uses `{key}`, which no language has")));
            }
        }
        for (prefix, (line_idx, values)) in &self.prefixes {
            if !self.openings.iter().any(|opening| opening.starts_with(prefix)) {
                let words = format!("no source puts a key together from `{prefix}`: remove the line");
                faults.push(Fault::at(PREFIXES, *line_idx, words));
            }
            for value in values.iter().flatten() {
                let key = format!("{prefix}{value}");
                if !known(&key) {
                    faults.push(Fault::at(
                        PREFIXES,
                        *line_idx,
                        format!("lists `{key}`, which no language has"),
                    ));
                }
            }
        }
        faults
    }

    fn gather(&mut self, path: &'a str, text: &'a str) {
        let mut line_idx = 0;
        for (at, letter) in text.char_indices() {
            match letter {
                '\n' => line_idx += 1,
                '"' | '\'' | '`' => self.gather_quoted(path, line_idx, text, at),
                _ => {}
            }
        }
    }

    /// What begins at a quotation mark. A mark that ends a text begins nothing that looks like a key, or does no harm.
    fn gather_quoted(&mut self, path: &'a str, line_idx: usize, text: &'a str, at: usize) {
        let rest = &text[at + 1..];
        let end =
            rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        match after.chars().next() {
            _ if run.is_empty() => {}
            Some('"' | '\'' | '`') => {
                self.quoted.insert(run);
                // Also `"told-".to_owned() + name`.
                self.openings.insert(run);
                if path.starts_with("ui/") && calls_for_words(&text[..at]) {
                    self.called.entry(run).or_insert((path, line_idx));
                }
            }
            Some('$' | '{') => {
                self.openings.insert(run);
            }
            _ => {}
        }
    }
}

/// Whether a text ends with the beginning of a call such as `t(`.
fn calls_for_words(before: &str) -> bool {
    let Some(before) = before.strip_suffix('(') else { return false };
    let start = before.rfind(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.')));
    CALLS.contains(&&before[start.map_or(0, |start| start + 1)..])
}

/// The prefixes of the list. A prefix is a quoted text before a colon; what is quoted after it are its values.
fn listed(text: &str) -> BTreeMap<&str, (usize, Option<Vec<&str>>)> {
    let mut prefixes: BTreeMap<&str, (usize, Option<Vec<&str>>)> = BTreeMap::new();
    let mut last = None;
    for (line_idx, line) in text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"))
    {
        let parts: Vec<&str> = line.split('\'').collect();
        for (part_idx, quoted) in parts.iter().enumerate().skip(1).step_by(2) {
            let after = parts.get(part_idx + 1).copied().unwrap_or_default();
            if after.trim_start().starts_with(':') {
                last = Some(*quoted);
                prefixes.insert(quoted, (line_idx, None));
            } else if let Some((_, values)) = last.and_then(|prefix| prefixes.get_mut(prefix))
                && *quoted != "open"
            {
                values.get_or_insert_default().push(quoted);
            }
        }
    }
    prefixes
}

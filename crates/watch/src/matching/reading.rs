//! A post as it was read once, for all the queries that look at it.

use nabat_text::letters::fold;
use nabat_text::tokens::{Kind, Term, Tokens, hash};

use super::view::PostView;

/// Parts of a post, as terms number them.
pub(super) const TITLE: u8 = 0;
pub(super) const TEXT: u8 = 1;
pub(super) const BESIDE: u8 = 2;

/// Fewest slots of the index; it grows with the post, so that slots are rarely shared.
const SLOTS_MIN: usize = 64;
/// No further term in a slot.
const END: u32 = u32::MAX;

/// The tokens of a post, its author's names, and an index of the terms. One value serves many posts: its memory is kept.
#[derive(Debug, Default)]
pub(super) struct Reading {
    tokens: Tokens,
    authors: Vec<String>,
    /// First term of each slot; a slot holds the terms whose hashes end alike.
    heads: Vec<u32>,
    /// The next term of the same slot, per term.
    nexts: Vec<u32>,
}

/// A stretch of a post that answers a part of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Occurrence {
    /// First place it takes.
    pub(super) first: u32,
    /// First place after it.
    pub(super) next: u32,
    /// The part of the post.
    pub(super) part: u8,
    /// First byte in the original of that part.
    pub(super) from: u32,
    /// First byte after it.
    pub(super) until: u32,
}

impl From<&Term> for Occurrence {
    fn from(term: &Term) -> Self {
        Self { first: term.first, next: term.next, part: term.part, from: term.from, until: term.until }
    }
}

/// What a term is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    kind: Kind,
    hash: u64,
    text: Box<str>,
}

impl Key {
    pub(super) fn new(kind: Kind, text: &str) -> Self {
        Self { kind, hash: hash(kind, text), text: text.into() }
    }
}

impl Reading {
    /// Reads a post. The author's names are folded only when some query asks for them.
    pub(super) fn read(&mut self, post: &PostView<'_>, with_authors: bool) {
        self.tokens.clear();
        if let Some(title) = post.title {
            self.tokens.add(TITLE, title);
        }
        self.tokens.add(TEXT, post.text);
        self.index();
        let n_inside = self.tokens.terms().len();
        for tag in post.hashtags {
            if !self.holds_in_text(Kind::Tag, tag) {
                self.tokens.add_tag(BESIDE, tag);
            }
        }
        for name in post.mentions {
            if !self.holds_in_text(Kind::Name, name) {
                self.tokens.add_name(BESIDE, name);
            }
        }
        if self.tokens.terms().len() > n_inside {
            self.index();
        }
        self.authors.clear();
        if with_authors {
            let names = [post.author_handle, post.author_name, post.author_id];
            self.authors.extend(names.into_iter().flatten().map(|name| fold(name.trim())));
        }
    }

    /// Most tags and names that a source gives stand in the text as well, and are not counted twice.
    fn holds_in_text(&self, kind: Kind, text: &str) -> bool {
        self.holds(&Key::new(kind, &fold(text)))
    }

    fn index(&mut self) {
        let terms = self.tokens.terms();
        let n_slots = (terms.len() * 2).next_power_of_two().max(SLOTS_MIN);
        self.heads.clear();
        self.heads.resize(n_slots, END);
        self.nexts.clear();
        self.nexts.resize(terms.len(), END);
        // From the last to the first, so that each slot gives its terms in rising order of places.
        for (index, term) in terms.iter().enumerate().rev() {
            let slot = slot(term.hash, n_slots);
            self.nexts[index] = std::mem::replace(&mut self.heads[slot], index as u32);
        }
    }

    /// The terms of a key, in rising order of places.
    fn terms<'a>(&'a self, key: &'a Key) -> impl Iterator<Item = &'a Term> {
        let terms = self.tokens.terms();
        let mut at = self.heads.get(slot(key.hash, self.heads.len())).copied().unwrap_or(END);
        std::iter::from_fn(move || {
            let term = terms.get(at as usize)?;
            at = self.nexts[at as usize];
            Some(term)
        })
        .filter(|term| term.hash == key.hash && term.kind == key.kind && self.tokens.text(term) == &*key.text)
    }

    fn terms_starting<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a Term> {
        self.tokens
            .terms()
            .iter()
            .filter(move |term| term.kind == Kind::Word && self.tokens.text(term).starts_with(prefix))
    }

    pub(super) fn holds(&self, key: &Key) -> bool {
        self.terms(key).next().is_some()
    }

    pub(super) fn holds_start(&self, prefix: &str) -> bool {
        self.terms_starting(prefix).next().is_some()
    }

    pub(super) fn is_author(&self, name: &str) -> bool {
        self.authors.iter().any(|author| author == name)
    }

    pub(super) fn find(&self, key: &Key, found: &mut Vec<Occurrence>) {
        found.extend(self.terms(key).map(Occurrence::from));
    }

    pub(super) fn find_start(&self, prefix: &str, found: &mut Vec<Occurrence>) {
        found.extend(self.terms_starting(prefix).map(Occurrence::from));
    }
}

fn slot(hash: u64, n_slots: usize) -> usize {
    (hash ^ (hash >> 32)) as usize & n_slots.saturating_sub(1)
}

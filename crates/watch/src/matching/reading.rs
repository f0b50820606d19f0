//! A post as it was read once, for all the queries that look at it.

use std::cell::Cell;

use nabat_text::letters::{Class, composed, fold};
use nabat_text::tokens::{Kind, Term, Tokens};

use super::expand::{Look, LookKind};
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
    /// The originals of what was read: number of the first term, and where the original starts in `originals`.
    sources: Vec<(usize, usize)>,
    originals: String,
    authors: Vec<String>,
    /// First term of each slot; a slot holds the terms whose hashes end alike.
    heads: Vec<u32>,
    /// The next term of the same slot, per term.
    nexts: Vec<u32>,
    /// How many terms and places were looked at, so that tests can hold the work within bounds.
    n_steps: Cell<u64>,
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

impl Reading {
    /// Reads a post.
    pub(super) fn read(&mut self, post: &PostView<'_>) {
        self.tokens.clear();
        self.sources.clear();
        self.originals.clear();
        if let Some(title) = post.title {
            self.source(title);
            self.tokens.add(TITLE, title);
        }
        self.source(post.text);
        self.tokens.add(TEXT, post.text);
        self.index();
        let n_inside = self.tokens.terms().len();
        for tag in post.hashtags {
            if !self.holds_in_text(LookKind::Tag, tag) {
                self.source(tag);
                self.tokens.add_tag(BESIDE, tag);
            }
        }
        for name in post.mentions {
            if !self.holds_in_text(LookKind::Name, name) {
                self.source(name);
                self.tokens.add_name(BESIDE, name);
            }
        }
        if self.tokens.terms().len() > n_inside {
            self.index();
        }
        self.authors.clear();
        let names = [post.author_handle, post.author_name, post.author_id];
        self.authors.extend(names.into_iter().flatten().map(|name| fold(name.trim())));
        self.n_steps.set(0);
    }

    fn source(&mut self, text: &str) {
        self.sources.push((self.tokens.terms().len(), self.originals.len()));
        self.originals.push_str(text);
    }

    /// Most tags and names that a source gives stand in the text as well, and are not counted twice.
    fn holds_in_text(&self, kind: LookKind, text: &str) -> bool {
        self.terms(&Look::new(kind, &fold(text))).next().is_some()
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

    /// The terms that a look finds, in rising order of places.
    fn terms<'a>(&'a self, look: &'a Look) -> Box<dyn Iterator<Item = &'a Term> + 'a> {
        let kind = match look.kind {
            LookKind::Word | LookKind::Cased | LookKind::Capitalised => Kind::Word,
            LookKind::Emoji => Kind::Emoji,
            LookKind::Tag => Kind::Tag,
            LookKind::Name => Kind::Name,
            LookKind::Squeezed => Kind::Squeezed,
            LookKind::Prefix | LookKind::Infix | LookKind::Pattern => {
                let words = self.tokens.terms().iter().filter(|term| term.kind == Kind::Word);
                return Box::new(words.filter(|term| {
                    self.step();
                    fits(look, self.tokens.text(term))
                }));
            }
        };
        let mut at = self.heads.get(slot(look.hash, self.heads.len())).copied().unwrap_or(END);
        let in_slot = std::iter::from_fn(move || {
            let (index, term) = (at as usize, self.tokens.terms().get(at as usize)?);
            self.step();
            at = self.nexts[index];
            Some((index, term))
        });
        let found = in_slot.filter(move |(index, term)| {
            term.hash == look.hash
                && term.kind == kind
                && match look.kind {
                    LookKind::Cased => self.written(*index, term) == *look.text,
                    LookKind::Capitalised => term.capital && self.tokens.text(term) == &*look.text,
                    _ => self.tokens.text(term) == &*look.text,
                }
        });
        Box::new(found.map(|(_, term)| term))
    }

    /// A term's word as it was written, composed.
    fn written(&self, index: usize, term: &Term) -> String {
        let source = self.sources.partition_point(|(first, _)| *first <= index).saturating_sub(1);
        let start = self.sources.get(source).map_or(0, |(_, start)| *start);
        let original =
            self.originals.get(start + term.from as usize..start + term.until as usize).unwrap_or_default();
        composed(original.trim_start_matches(['#', '@']))
    }

    /// Counts a term or a place that was looked at.
    pub(super) fn step(&self) {
        self.n_steps.set(self.n_steps.get() + 1);
    }

    /// How many terms and places were looked at since the post was read.
    #[cfg(test)]
    pub(super) fn n_steps(&self) -> u64 {
        self.n_steps.get()
    }

    pub(super) fn holds(&self, look: &Look, part: Option<u8>) -> bool {
        self.terms(look).any(|term| part.is_none_or(|part| term.part == part))
    }

    /// Adds the occurrences of a look, in the whole post or in one part of it.
    pub(super) fn find(&self, look: &Look, part: Option<u8>, found: &mut Vec<Occurrence>) {
        let terms = self.terms(look).filter(|term| part.is_none_or(|part| term.part == part));
        found.extend(terms.map(Occurrence::from));
    }

    /// Number of the sentence a place is in.
    pub(super) fn sentence(&self, place: u32) -> usize {
        self.tokens.sentence_starts().partition_point(|start| *start <= place)
    }

    pub(super) fn is_author(&self, name: &str) -> bool {
        self.authors.iter().any(|author| author == name)
    }

    /// Whether some token is of this kind.
    pub(super) fn has_kind(&self, kind: Kind) -> bool {
        self.tokens.terms().iter().any(|term| term.kind == kind)
    }

    /// Whether a web address in title or text holds this text, given in lower case.
    pub(super) fn holds_address(&self, text: &str) -> bool {
        let addresses = self.tokens.terms().iter().enumerate().filter(|(_, term)| term.kind == Kind::Address);
        addresses
            .map(|(index, term)| self.written(index, term))
            .any(|each| each.to_lowercase().contains(text))
    }
}

/// Whether a wildcard takes in a word.
fn fits(look: &Look, word: &str) -> bool {
    match look.kind {
        LookKind::Prefix => word.starts_with(&*look.text),
        LookKind::Infix => word.contains(&*look.text),
        LookKind::Pattern => {
            let mut letters = word.chars();
            let fits = look.text.chars().all(|wanted| {
                letters
                    .next()
                    .is_some_and(|c| if wanted == '?' { Class::of(c).starts_word() } else { c == wanted })
            });
            fits && letters.next().is_none()
        }
        _ => word == &*look.text,
    }
}

fn slot(hash: u64, n_slots: usize) -> usize {
    (hash ^ (hash >> 32)) as usize & n_slots.saturating_sub(1)
}

//! Queries made ready to be asked of each post. Nothing in it changes once it is built.

use std::collections::BTreeMap;

use nabat_crisis::id::TopicId;
use nabat_text::letters::fold;
use nabat_text::scan::{Watch, Word, start};

use super::cover::Covers;
use super::filter::{Filter, InfixFilter};
use super::keys::{first_byte, infix_key, prefix_key, shape_key, three_letters_key};
use super::program::{Code, Coder, FieldAsked, NODE, Op, Reference};
use super::terms::{TermId, Terms, Way, way};
use crate::matching::expand::Asked;
use crate::matching::query::Field;
use crate::matching::view::PostView;

/// A query's root when each post that holds one of its cover terms answers it.
const ALWAYS: Reference = u32::MAX;

/// Queries, by what they wait for.
#[derive(Debug, Default)]
pub(super) struct Index {
    topics: Vec<TopicId>,
    /// What each query asks, or [`ALWAYS`].
    roots: Vec<Reference>,
    pub(super) terms: Terms,
    pub(super) code: Code,
    pub(super) filter: Filter,
    pub(super) infixes: InfixFilter,
    /// Where the waiting queries of a term start; one more than there are terms.
    waiting_from: Vec<u32>,
    /// Numbers of queries, term by term.
    waiting: Vec<u32>,
    by_author: BTreeMap<Box<str>, Vec<u32>>,
    by_site: BTreeMap<Box<str>, Vec<u32>>,
}

impl Index {
    /// Makes queries ready.
    pub(super) fn new(queries: impl IntoIterator<Item = (TopicId, Asked)>) -> Self {
        let mut coder = Coder::default();
        let (mut topics, mut roots) = (Vec::new(), Vec::new());
        for (topic, asked) in queries {
            topics.push(topic);
            roots.push(coder.asked(&asked));
        }
        let (terms, code) = coder.finish();
        let mut index = Self { topics, roots, terms, code, ..Self::default() };
        index.choose_covers();
        index.terms.forget_uses();
        index.fill_filters();
        index
    }

    fn choose_covers(&mut self) {
        let mut pairs: Vec<(TermId, u32)> = Vec::new();
        for query in 0..self.roots.len() {
            let root = self.roots[query];
            let covers = Covers { terms: &self.terms, code: &self.code };
            // A query without a cover cannot be saved; it would be asked of no post.
            let Some(cover) = covers.of(root) else { continue };
            cover.terms.iter().for_each(|term| self.terms.await_term(*term));
            pairs.extend(cover.terms.iter().map(|term| (*term, query as u32)));
            for number in &cover.fields {
                let FieldAsked::Values(field, values) = &self.code.fields[*number as usize] else { continue };
                let waiting = if *field == Field::Author { &mut self.by_author } else { &mut self.by_site };
                for value in values {
                    waiting.entry(value.clone()).or_default().push(query as u32);
                }
            }
            let words_only = root & NODE == 0 || self.code.node(root).op == Op::AnyTerm;
            if words_only {
                self.roots[query] = ALWAYS;
            }
        }
        // Sorted by counting: there are many pairs, and terms are small numbers.
        let mut from = vec![0u32; self.terms.len() + 1];
        for (term, _) in &pairs {
            from[*term as usize + 1] += 1;
        }
        for term in 0..self.terms.len() {
            from[term + 1] += from[term];
        }
        let (mut next, mut waiting) = (from.clone(), vec![0; pairs.len()]);
        for (term, query) in pairs {
            let place = &mut next[term as usize];
            waiting[*place as usize] = query;
            *place += 1;
        }
        (self.waiting_from, self.waiting) = (from, waiting);
    }

    fn fill_filters(&mut self) {
        let covers = (0..self.terms.len() as TermId).filter(|term| self.terms.is_awaited(*term));
        let covers: Vec<TermId> = covers.collect();
        let mut filter = Filter::for_keys(covers.len());
        let n_infixes = self.terms.wildcards.infixes.len();
        let mut infixes = InfixFilter::for_keys(n_infixes);
        for term in covers {
            match way(self.terms.kind(term), self.terms.text(term)) {
                Way::Hash(key) | Way::Start(key) | Way::Shape(key) => filter.insert(key),
                Way::Bytes(_) => {}
            }
        }
        // Posts that are looked up are asked for all wildcards, so these filters know those that are no covers as well.
        for (key, _) in self.terms.wildcards.prefixes.iter().chain(&self.terms.wildcards.shapes) {
            filter.insert(*key);
        }
        for (_, term) in &self.terms.wildcards.prefixes {
            three_letters_key(start(self.terms.text(*term))).into_iter().for_each(|key| filter.insert(key));
        }
        for (key, _) in &self.terms.wildcards.infixes {
            infixes.insert(*key);
        }
        (self.filter, self.infixes) = (filter, infixes);
    }

    pub(super) fn n_queries(&self) -> usize {
        self.topics.len()
    }

    /// Whether it holds a topic.
    pub(super) fn holds(&self, topic: TopicId) -> bool {
        self.topics.contains(&topic)
    }

    pub(super) fn topic(&self, query: u32) -> TopicId {
        self.topics[query as usize]
    }

    /// What a query asks; nothing when its cover is all it asks.
    pub(super) fn root(&self, query: u32) -> Option<Reference> {
        Some(self.roots[query as usize]).filter(|root| *root != ALWAYS)
    }

    /// The queries that wait for a term.
    pub(super) fn waiting(&self, term: TermId) -> &[u32] {
        let term = term as usize;
        &self.waiting[self.waiting_from[term] as usize..self.waiting_from[term + 1] as usize]
    }

    /// Whether some query waits for the author or the site of a post.
    pub(super) fn awaits_fields(&self, post: &PostView<'_>) -> bool {
        let mut awaits = false;
        self.each_by_field(post, &mut |_| awaits = true);
        awaits
    }

    /// Shows the queries that wait for the author or the site of a post.
    pub(super) fn each_by_field(&self, post: &PostView<'_>, show: &mut dyn FnMut(u32)) {
        if !self.by_author.is_empty() {
            let names = [post.author_handle, post.author_name, post.author_id];
            for name in names.into_iter().flatten() {
                let queries = self.by_author.get(fold(name.trim()).as_str());
                queries.into_iter().flatten().for_each(|query| show(*query));
            }
        }
        if let Some(host) = post.site.filter(|_| !self.by_site.is_empty()) {
            let host = host.to_lowercase();
            let starts = std::iter::once(0).chain(host.match_indices('.').map(|(dot, _)| dot + 1));
            for start in starts {
                let queries = self.by_site.get(&host[start..]);
                queries.into_iter().flatten().for_each(|query| show(*query));
            }
        }
    }

    /// Bytes on the heap, as the allocator was asked for them.
    pub(super) fn memory(&self) -> usize {
        self.topics.capacity() * size_of::<TopicId>()
            + self.roots.capacity() * 4
            + self.terms.memory()
            + self.code.memory()
            + self.filter.memory()
            + self.infixes.memory()
            + (self.waiting_from.capacity() + self.waiting.capacity()) * 4
    }
}

/// Looks at the tokens of a post while it is scanned, and notes those that some query may wait for.
pub(super) struct Glance<'a, const INFIXES: bool> {
    pub(super) index: &'a Index,
    /// Numbers of the sightings whose hashes passed the filter.
    pub(super) plain: &'a mut Vec<u32>,
    /// Numbers of the sightings that a wildcard may take in.
    pub(super) wild: &'a mut Vec<u32>,
}

impl<const INFIXES: bool> Watch for Glance<'_, INFIXES> {
    #[inline(always)]
    fn word(&mut self, word: &Word<'_>) {
        self.other(word.hash, word.sighting);
        let wildcards = &self.index.terms.wildcards;
        let wild = (wildcards.prefix_lengths != 0 && self.may_have_prefix(word))
            || (wildcards.shape_lengths & 1 << word.n_letters.min(63) != 0 && self.may_have_shape(word))
            || (INFIXES && self.may_have_infix(word));
        if wild {
            self.wild.push(word.sighting as u32);
        }
    }

    #[inline(always)]
    fn other(&mut self, hash: u64, sighting: usize) {
        if self.index.filter.may_hold(hash) {
            self.plain.push(sighting as u32);
        }
    }
}

impl<const INFIXES: bool> Glance<'_, INFIXES> {
    #[inline(always)]
    fn may_have_prefix(&self, word: &Word<'_>) -> bool {
        three_letters_key(word.start).is_none_or(|key| self.index.filter.may_hold(key))
            && self.may_have_longer_prefix(word)
    }

    fn may_have_longer_prefix(&self, word: &Word<'_>) -> bool {
        let lengths = self.index.terms.wildcards.prefix_lengths;
        let holds = |n_bytes: usize| {
            lengths & 1 << n_bytes != 0
                && word.text.len() >= n_bytes
                && self.index.filter.may_hold(prefix_key(word.start, n_bytes))
        };
        // Three letters of Cyrillic are six bytes.
        let ascii = word.start & 0x80 == 0;
        holds(6) || holds(8) || (ascii && (holds(3) || holds(4)))
    }

    fn may_have_shape(&self, word: &Word<'_>) -> bool {
        let (ways, n) = (self.index.terms.wildcards.shape_ways, word.n_letters);
        let (first, last) = (Some(first_byte(word.text)), word.text.last().copied());
        let holds = |key: u64| self.index.filter.may_hold(key);
        (ways & 1 << 3 != 0 && holds(shape_key(n, first, last)))
            || (ways & 1 << 1 != 0 && holds(shape_key(n, first, None)))
            || (ways & 1 << 2 != 0 && holds(shape_key(n, None, last)))
            || (ways & 1 != 0 && holds(shape_key(n, None, None)))
    }

    #[inline(always)]
    fn may_have_infix(&self, word: &Word<'_>) -> bool {
        let lengths = self.index.terms.wildcards.infix_lengths;
        // Only words with Latin letters or digits have four letters in fewer than eight bytes.
        let some_short = word.text.len() < 2 * word.n_letters;
        (lengths & 1 << 4 != 0 && some_short && self.may_have_four_bytes(word.text))
            || (lengths & 1 << 8 != 0 && self.may_have_eight_bytes(word.text))
    }

    fn may_have_four_bytes(&self, text: &[u8]) -> bool {
        text.windows(4).any(|four| {
            let first = four.try_into().map_or(0, u32::from_le_bytes);
            starts_letter(four[0]) && self.index.infixes.may_hold(infix_key(u64::from(first), 4))
        })
    }

    fn may_have_eight_bytes(&self, text: &[u8]) -> bool {
        text.windows(8).any(|eight| {
            let first = eight.try_into().map_or(0, u64::from_le_bytes);
            starts_letter(eight[0]) && self.index.infixes.may_hold(infix_key(first, 8))
        })
    }
}

/// Whether a letter starts with a byte.
fn starts_letter(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

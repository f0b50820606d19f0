//! Queries made ready to be asked of each post. Nothing in it changes once it is built.

use std::collections::BTreeMap;

use nabat_crisis::id::TopicId;
use nabat_text::letters::fold;
use nabat_text::scan::{Watch, Word};

use super::cover::{Covers, Shares};
use super::filter::{Filter, InfixFilter};
use super::keys::{PREFIX_LETTERS, shape_key, start_key};
use super::program::{Code, Coder, FieldAsked, NODE, Op, Reference};
use super::terms::{TermId, Terms, Way, is_wildcard, way};
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
    /// Makes queries ready. `shares` tells how common a term is, if that is known.
    pub(super) fn new(queries: impl IntoIterator<Item = (TopicId, Asked)>, shares: &Shares<'_>) -> Self {
        let mut coder = Coder::default();
        let (mut topics, mut roots) = (Vec::new(), Vec::new());
        for (topic, asked) in queries {
            topics.push(topic);
            roots.push(coder.asked(&asked));
        }
        let (terms, code) = coder.finish();
        let mut index = Self { topics, roots, terms, code, ..Self::default() };
        index.choose_covers(shares);
        index.terms.forget_uses();
        index.fill_filters();
        index
    }

    fn choose_covers(&mut self, shares: &Shares<'_>) {
        let mut pairs: Vec<(TermId, u32)> = Vec::new();
        for query in 0..self.roots.len() {
            let root = self.roots[query];
            let covers = Covers { terms: &self.terms, code: &self.code, shares };
            // A query without a cover cannot be saved; it would be asked of no post.
            let Some(cover) = covers.of(root) else { continue };
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
        let covers = (0..self.terms.len() as TermId).filter(|term| !self.waiting(*term).is_empty());
        let covers: Vec<TermId> = covers.collect();
        let mut filter = Filter::for_keys(covers.len());
        let n_infixes = self.terms.wildcards.infixes.len();
        let mut infixes = InfixFilter::for_keys(n_infixes);
        for term in covers {
            match way(self.terms.kind(term), self.terms.text(term)) {
                Way::Hash(key) | Way::Start(key) | Way::Shape(key) => filter.insert(key),
                Way::FourLetters(_) => {}
            }
        }
        // Posts that are looked up are asked for all wildcards, so these filters know those that are no covers as well.
        for (key, _) in self.terms.wildcards.prefixes.iter().chain(&self.terms.wildcards.shapes) {
            filter.insert(*key);
        }
        for (window, _) in &self.terms.wildcards.infixes {
            infixes.insert(*window);
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

    /// Whether some query waits for a term of this hash.
    pub(super) fn awaits(&self, hash: u64) -> bool {
        self.terms
            .of_hash(hash)
            .any(|term| !is_wildcard(self.terms.kind(term)) && !self.waiting(term).is_empty())
    }

    /// Whether some query waits for an author or a site.
    pub(super) fn awaits_fields(&self) -> bool {
        !self.by_author.is_empty() || !self.by_site.is_empty()
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
    /// Hashes that passed the filter.
    pub(super) hashes: &'a mut Vec<u64>,
    /// Whether a wildcard may be met.
    pub(super) wildcard: bool,
}

impl<const INFIXES: bool> Watch for Glance<'_, INFIXES> {
    const FOUR_LETTERS: bool = INFIXES;

    #[inline(always)]
    fn four_letters(&mut self, window: u64) {
        self.wildcard |= self.index.infixes.may_hold(window);
    }

    #[inline(always)]
    fn word(&mut self, word: &Word<'_>) {
        self.other(word.hash);
        let wildcards = &self.index.terms.wildcards;
        if wildcards.prefix_lengths != 0 {
            for length in PREFIX_LETTERS {
                if word.n_letters >= length && wildcards.prefix_lengths & 1 << length != 0 {
                    self.wildcard |= self.index.filter.may_hold(start_key(word.starts[length]));
                }
            }
        }
        if wildcards.shape_ways != 0 {
            self.shapes(word);
        }
    }

    #[inline(always)]
    fn other(&mut self, hash: u64) {
        if self.index.filter.may_hold(hash) {
            self.hashes.push(hash);
        }
    }
}

impl<const INFIXES: bool> Glance<'_, INFIXES> {
    fn shapes(&mut self, word: &Word<'_>) {
        let ways = self.index.terms.wildcards.shape_ways;
        for way in (0..4).filter(|way| ways & 1 << way != 0) {
            let first = Some(word.first).filter(|_| way & 1 != 0);
            let last = Some(word.last).filter(|_| way & 2 != 0);
            self.wildcard |= self.index.filter.may_hold(shape_key(word.n_letters, first, last));
        }
    }
}

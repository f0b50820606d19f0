//! Queries made ready to be asked of each post. Nothing in it changes once it is built.

use std::collections::BTreeMap;

use nabat_crisis::id::TopicId;
use nabat_text::letters::fold;
use nabat_text::scan::hash;
use nabat_text::tokens::Kind;

use super::cover::Covers;
use super::filter::{Filter, LettersFilter};
use super::glance::Glass;
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
    pub(super) glass: Glass,
    /// Of the letters in a row by which infixes are looked up.
    pub(super) infixes: LettersFilter,
    /// Where the waiting queries of a term start; one more than there are terms.
    waiting_from: Vec<u32>,
    /// Numbers of queries, term by term.
    waiting: Vec<u32>,
    by_author: BTreeMap<Box<str>, Vec<u32>>,
    by_site: BTreeMap<Box<str>, Vec<u32>>,
    /// Of the hashes of awaited authors.
    authors: Filter,
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
        self.authors = Filter::for_keys(self.by_author.len());
        self.by_author.keys().for_each(|name| self.authors.insert(hash(Kind::Name, name)));
        let mut infixes = LettersFilter::default();
        self.terms.wildcards.infixes.iter().for_each(|(key, _)| infixes.insert(*key));
        self.infixes = infixes;
        (self.filter, self.glass) = (filter, Glass::new(&self.terms));
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

    /// Adds the queries that wait for the author or the site of a post.
    pub(super) fn by_field(&self, post: &PostView<'_>, folded: &mut String, queries: &mut Vec<u32>) {
        if !self.by_author.is_empty() {
            let names = [post.author_handle, post.author_name, post.author_id];
            for name in names.into_iter().flatten() {
                fold_into(name.trim(), folded);
                if self.authors.may_hold(hash(Kind::Name, folded)) {
                    queries.extend(self.by_author.get(folded.as_str()).into_iter().flatten());
                }
            }
        }
        if let Some(host) = post.site.filter(|_| !self.by_site.is_empty()) {
            let host = host.to_lowercase();
            let starts = std::iter::once(0).chain(host.match_indices('.').map(|(dot, _)| dot + 1));
            for start in starts {
                queries.extend(self.by_site.get(&host[start..]).into_iter().flatten());
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
            + self.glass.memory()
            + self.infixes.memory()
            + (self.waiting_from.capacity() + self.waiting.capacity()) * 4
    }
}

/// Folds a name; most are of plain Latin letters.
fn fold_into(name: &str, folded: &mut String) {
    folded.clear();
    if name.is_ascii() {
        folded.push_str(name);
        folded.make_ascii_lowercase();
    } else {
        folded.push_str(&fold(name));
    }
}

//! Queries made ready to be asked of each post. Nothing in it changes once it is built.

use std::collections::BTreeMap;

use nabat_crisis::id::TopicId;
use nabat_text::letters::fold;
use nabat_text::scan::hash;
use nabat_text::tokens::Kind;

use super::awaited::{Awaited, NEED_COVER_MAX, Need, Waiting};
use super::cover::Covers;
use super::filter::Filter;
use super::glance::Glass;
use super::program::{Code, Coder, FieldAsked, NODE, Op, Reference};
use super::terms::{TermId, Terms, is_wildcard};
use crate::matching::expand::Asked;
use crate::matching::frequency::Frequencies;
use crate::matching::query::Field;
use crate::matching::view::PostView;

/// A query's root when each post that holds one of its cover terms answers it.
const ALWAYS: Reference = u32::MAX;

/// No part of a query is known to hold.
pub(super) const NO_PART: u8 = u8::MAX;

/// Queries, by what they wait for.
#[derive(Debug, Default)]
pub(super) struct Index {
    topics: Vec<TopicId>,
    /// What each query asks, or [`ALWAYS`].
    roots: Vec<Reference>,
    /// Of each query that is an AND, the part that it waits for, or [`NO_PART`].
    answered: Vec<u8>,
    pub(super) terms: Terms,
    pub(super) code: Code,
    pub(super) filter: Filter,
    pub(super) glass: Glass,
    pub(super) awaited: Awaited,
    by_author: BTreeMap<Box<str>, Vec<u32>>,
    by_site: BTreeMap<Box<str>, Vec<u32>>,
    /// Of the hashes of awaited authors.
    authors: Filter,
}

impl Index {
    /// Makes queries ready.
    pub(super) fn new(
        queries: impl IntoIterator<Item = (TopicId, Asked)>,
        known: Option<&Frequencies>,
    ) -> Self {
        let mut coder = Coder::default();
        let (mut topics, mut roots) = (Vec::new(), Vec::new());
        for (topic, asked) in queries {
            topics.push(topic);
            roots.push(coder.asked(&asked));
        }
        let (terms, code) = coder.finish();
        let mut index = Self { topics, roots, terms, code, ..Self::default() };
        let covers = index.choose_covers(known);
        index.terms.forget_uses();
        index.fill_filters(&covers);
        index
    }

    /// Chooses what each query waits for, and returns all terms that are waited for.
    fn choose_covers(&mut self, known: Option<&Frequencies>) -> Vec<TermId> {
        let (mut waiting, mut needs) = (Vec::new(), vec![Need::default(); self.roots.len()]);
        self.answered = vec![NO_PART; self.roots.len()];
        for (query, needs) in needs.iter_mut().enumerate() {
            let root = self.roots[query];
            let covers = Covers::new(&self.terms, &self.code, known);
            // A query without a cover cannot be saved; it would be asked of no post.
            let Some(cover) = covers.of(root) else { continue };
            if let (Some(answered), ..=NEED_COVER_MAX) = (cover.answered, cover.terms.len()) {
                let need = covers.need(root, answered);
                *needs = Need::of(need.iter().map(|term| self.terms.hash_part(*term)).collect());
            }
            let is_and = root & NODE != 0 && self.code.node(root).op == Op::All;
            let answered = cover.answered.filter(|_| is_and && cover.fields.is_empty());
            self.answered[query] = answered.and_then(|part| u8::try_from(part).ok()).unwrap_or(NO_PART);
            waiting.extend(cover.terms.iter().map(|(term, alone)| Waiting {
                term: *term,
                query: query as u32,
                answers: *alone,
            }));
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
        let waiting = by_term(&waiting, self.terms.len());
        let terms = &self.terms;
        let hash_of = |term| (!is_wildcard(terms.kind(term))).then(|| terms.hash(term));
        self.awaited = Awaited::new(&waiting, &needs, hash_of);
        let mut covers: Vec<TermId> = waiting.into_iter().map(|waiting| waiting.term).collect();
        covers.dedup();
        covers
    }

    fn fill_filters(&mut self, covers: &[TermId]) {
        let mut filter = Filter::for_keys(covers.len());
        for term in covers.iter().filter(|term| !is_wildcard(self.terms.kind(**term))) {
            filter.insert(self.terms.hash(*term));
        }
        // Posts that are looked up are asked for all wildcards, so these filters know those that are no covers as well.
        for (key, _) in self.terms.wildcards.prefixes.iter().chain(&self.terms.wildcards.shapes) {
            filter.insert(*key);
        }
        self.authors = Filter::for_keys(self.by_author.len());
        self.by_author.keys().for_each(|name| self.authors.insert(hash(Kind::Name, name)));
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

    /// The part of a query that it waits for, if it is an AND.
    pub(super) fn answered(&self, query: u32) -> u8 {
        self.answered[query as usize]
    }

    /// Adds the queries that wait for the author or the site of a post.
    pub(super) fn by_field(&self, post: &PostView<'_>, folded: &mut String, queries: &mut Vec<u32>) {
        if !self.by_author.is_empty() {
            let names = [post.author_handle, post.author_name, post.author_id];
            for name in names.into_iter().flatten() {
                fold_into(name, folded);
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
            + self.answered.capacity()
            + self.terms.memory()
            + self.code.memory()
            + self.filter.memory()
            + self.glass.memory()
            + self.awaited.memory()
    }
}

/// Folds a name; most are of plain Latin letters.
fn fold_into(name: &str, folded: &mut String) {
    folded.clear();
    if name.is_ascii() {
        folded.push_str(name.trim_ascii());
        folded.make_ascii_lowercase();
    } else {
        folded.push_str(&fold(name.trim()));
    }
}

/// In rising order of terms, sorted by counting: there are many, and terms are small numbers.
fn by_term(waiting: &[Waiting], n_terms: usize) -> Vec<Waiting> {
    let mut next = vec![0u32; n_terms + 1];
    for each in waiting {
        next[each.term as usize + 1] += 1;
    }
    for term in 0..n_terms {
        next[term + 1] += next[term];
    }
    let mut sorted = vec![Waiting { query: 0, term: 0, answers: false }; waiting.len()];
    for each in waiting {
        let place = &mut next[each.term as usize];
        sorted[*place as usize] = *each;
        *place += 1;
    }
    sorted
}

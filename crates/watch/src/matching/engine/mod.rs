//! All topics' queries, ready to be asked of each post.
//!
//! # Wanted
//! Each post against every stored query: exact (the plain evaluator in [`super::plan`] is what it must agree with), about a microsecond for
//! post and ten thousand queries, live at once when a query changes, and with an end to the work whatever a query or a post holds.
//!
//! # How
//! 1. Each query is expanded into terms (`expand`) and written as flat code; parts that several queries share are written once (`program`).
//! 2. Of each query a *cover* is chosen: the rarest terms of which a post must hold one (`cover`). A filter knows the covers of all queries.
//! 3. A post is scanned once ([`nabat_text::scan`]). Words that the filter does not know are let go after one look; most posts end here.
//! 4. Else the post's words are looked up in the table of terms, and their texts are compared: a hash alone never makes a match (`met`).
//! 5. The queries that wait for one of these terms are answered from the places of terms (`answer`); shared parts are answered once.
//!
//! A changed query does not make all others be built anew: it goes into a small second index, and what it replaces is struck from the first.
//! Both are immutable and swapped as one value.
//!
//! # Accepted losses
//! A window of words that take several places, inside NEAR, is searched within a fixed number of steps.

mod answer;
mod awaited;
mod beside;
mod cover;
mod filter;
mod glance;
mod index;
mod keys;
mod met;
mod program;
mod terms;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use nabat_crisis::id::TopicId;
use nabat_text::letters::fold;
use nabat_text::scan::{Scanner, hash};
use nabat_text::tokens::Kind;

use answer::{Asking, Memory};
use beside::Fields;
use glance::Ignored;
use index::{Index, NO_PART};
use met::{Found, Held};

use super::expand::{Asked, expand};
use super::frequency::Frequencies;
use super::query::Query;
use super::reading::{BESIDE, TEXT, TITLE};
use super::view::PostView;

/// Most changed queries kept beside the large index: a few milliseconds to build anew.
const CHANGED_MAX: usize = 256;

/// The queries of all topics. Nothing in it changes: a changed topic makes a new engine, which shares nearly all with the old one and
/// replaces it whole.
#[derive(Debug, Clone, Default)]
pub struct Engine {
    all: Arc<Index>,
    /// Topics whose queries in `all` no longer count.
    gone: Arc<BTreeSet<TopicId>>,
    changed: Arc<Index>,
    /// What `changed` is built from.
    asked: Arc<BTreeMap<TopicId, Arc<Asked>>>,
}

/// Memory that is used again from post to post; each thread has its own.
#[derive(Debug, Default)]
pub struct Scratch {
    scanner: Scanner,
    found: Found,
    memory: Memory,
    /// For the large index, and for the one beside it.
    ignored: [Ignored; 2],
    /// Queries that wait for the author or the site of the post.
    by_field: Vec<u32>,
    /// Queries that the post may match, with the list they stand in and whether its term answers their part.
    to_ask: Vec<(u32, u32, bool)>,
    /// Per query, the number of the post it was asked of last.
    asked_of: Vec<u64>,
    post: u64,
    tally: Tally,
}

/// What was done over all posts so far, for measuring and for tests that hold the work within bounds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Posts with a word, author or site that some query waits for.
    pub n_asked: u64,
    /// Queries asked.
    pub n_queries: u64,
    /// Looks at terms and places to answer them.
    pub n_steps: u64,
}

impl Scratch {
    /// What was done so far.
    pub fn tally(&self) -> Tally {
        Tally { n_steps: self.memory.n_steps, ..self.tally }
    }
}

impl Engine {
    /// An engine for these topics, in any order, each once.
    pub fn new<'a>(topics: impl IntoIterator<Item = (TopicId, &'a Query)>) -> Self {
        Self::of(topics, None)
    }

    /// The same, knowing how common words are: queries wait for what is rare.
    pub fn knowing<'a>(topics: impl IntoIterator<Item = (TopicId, &'a Query)>, known: &Frequencies) -> Self {
        Self::of(topics, Some(known))
    }

    fn of<'a>(topics: impl IntoIterator<Item = (TopicId, &'a Query)>, known: Option<&Frequencies>) -> Self {
        let asked = topics.into_iter().map(|(topic, query)| (topic, expand(&query.root)));
        Self { all: Arc::new(Index::new(asked, known)), ..Self::default() }
    }

    /// The same engine with one query added or changed; soon enough for the next post.
    #[must_use]
    pub fn with(&self, topic: TopicId, query: &Query) -> Self {
        let mut asked = (*self.asked).clone();
        asked.insert(topic, Arc::new(expand(&query.root)));
        self.changed(topic, asked)
    }

    /// The same engine without a topic.
    #[must_use]
    pub fn without(&self, topic: TopicId) -> Self {
        let mut asked = (*self.asked).clone();
        asked.remove(&topic);
        self.changed(topic, asked)
    }

    fn changed(&self, topic: TopicId, asked: BTreeMap<TopicId, Arc<Asked>>) -> Self {
        let mut gone = (*self.gone).clone();
        gone.insert(topic);
        let queries = asked.iter().map(|(topic, asked)| (*topic, (**asked).clone()));
        let changed = Arc::new(Index::new(queries, None));
        Self { all: Arc::clone(&self.all), gone: Arc::new(gone), changed, asked: Arc::new(asked) }
    }

    /// Whether so many queries changed that a new engine of all queries should be built when there is time.
    pub fn is_worn(&self) -> bool {
        self.gone.len() >= CHANGED_MAX
    }

    /// How many topics it holds.
    pub fn n_topics(&self) -> usize {
        let gone = self.gone.iter().filter(|topic| self.all.holds(**topic)).count();
        self.all.n_queries() - gone + self.changed.n_queries()
    }

    /// Bytes on the heap.
    pub fn memory(&self) -> usize {
        self.all.memory() + self.changed.memory()
    }

    /// The topics a post matches, in rising order. `found` is emptied first.
    pub fn matches(&self, post: &PostView<'_>, scratch: &mut Scratch, found: &mut Vec<TopicId>) {
        found.clear();
        if self.all.n_queries() == 0 && self.changed.n_queries() == 0 {
            return;
        }
        let title_end = scratch.scan(post);
        scratch.ask(0, &self.all, post, title_end, found);
        if !self.gone.is_empty() {
            found.retain(|topic| !self.gone.contains(topic));
            scratch.ask(1, &self.changed, post, title_end, found);
        }
        if !found.is_sorted() {
            found.sort_unstable();
        }
    }
}

impl Scratch {
    /// Scans a post, and says where its title ends.
    fn scan(&mut self, post: &PostView<'_>) -> u32 {
        let Self { scanner, found, .. } = self;
        scanner.clear();
        let mut title_end = 0;
        if let Some(title) = post.title {
            scanner.add(TITLE, title);
            title_end = scanner.n_places();
        }
        scanner.add(TEXT, post.text);
        if !post.hashtags.is_empty() || !post.mentions.is_empty() {
            scan_beside(post, scanner, &mut found.beside);
        }
        title_end
    }

    /// Adds the topics of an index that a scanned post matches. `number` is 0 for the large index and 1 for the one beside it.
    fn ask(
        &mut self,
        number: usize,
        index: &Arc<Index>,
        post: &PostView<'_>,
        title_end: u32,
        topics: &mut Vec<TopicId>,
    ) {
        if index.n_queries() == 0 {
            return;
        }
        let Self { scanner, found, by_field, ignored, .. } = self;
        found.clear();
        by_field.clear();
        let ignored = &mut ignored[number];
        ignored.turn_to(index);
        index.by_field(post, &mut found.name, by_field);
        if found.look(index, scanner, ignored) || !by_field.is_empty() {
            self.answer(index, post, title_end, topics);
        }
    }

    /// Asks the queries that wait for what the post holds.
    fn answer(&mut self, index: &Index, post: &PostView<'_>, title_end: u32, topics: &mut Vec<TopicId>) {
        self.found.note_parts(self.scanner.sightings());
        if self.asked_of.len() < index.n_queries() {
            self.asked_of.resize(index.n_queries(), 0);
        }
        self.post += 1;
        self.to_ask.clear();
        self.found.awaited.sort_unstable();
        for tokens in self.found.awaited.chunk_by(|(a, _), (b, _)| a == b) {
            let list = tokens[0].0;
            self.memory.n_steps += index.awaited.n_numbers(list);
            let queries = index.awaited.queries(list, |part| self.found.may_hold(part));
            self.to_ask.extend(queries.map(|(query, answers)| (query, list, answers)));
        }
        if self.to_ask.is_empty() && self.by_field.is_empty() {
            return;
        }
        self.tally.n_asked += 1;
        self.found.index(self.scanner.sightings());
        self.memory.next_post(index.code.n_memos);
        let mut fields = Fields::new(post, &self.scanner);
        let held = Held { terms: &index.terms, scanner: &self.scanner, found: &self.found, post };
        let mut asking =
            Asking { code: &index.code, met: held, memory: &mut self.memory, title_end, beside: &mut fields };
        let waiting = self.to_ask.iter().map(|(query, list, answers)| (*query, Some(*list), *answers));
        let mut is_there = (0, false);
        for (query, list, answers) in waiting.chain(self.by_field.iter().map(|query| (*query, None, false))) {
            if self.asked_of[query as usize] == self.post {
                continue;
            }
            // A list is found by a hash, and the term of its hash is compared here, once for all its queries.
            if let Some(list) = list {
                if is_there.0 != list {
                    is_there = (
                        list,
                        self.found.tokens(list).any(|token| held.is_at(index.awaited.term(list), token)),
                    );
                }
                if !is_there.1 {
                    continue;
                }
            }
            self.asked_of[query as usize] = self.post;
            self.tally.n_queries += 1;
            let answered = if answers { index.answered(query) } else { NO_PART };
            if index.root(query).is_none_or(|root| asking.holds(root, answered)) {
                topics.push(index.topic(query));
            }
        }
    }
}

/// Scans the hashtags and names beside the text. Most of them stand in the text as well, and are not counted twice.
#[cold]
fn scan_beside(post: &PostView<'_>, scanner: &mut Scanner, beside: &mut String) {
    beside.clear();
    let n_inside = scanner.sightings().len();
    for (kind, texts) in [(Kind::Tag, post.hashtags), (Kind::Name, post.mentions)] {
        for text in texts {
            let folded = fold(text);
            let wanted = hash(kind, &folded);
            let inside = scanner.sightings()[..n_inside]
                .iter()
                .any(|each| each.kind == kind && each.hash == wanted && scanner.text(each) == folded);
            match kind {
                _ if inside => {}
                Kind::Tag => scanner.add_tag(BESIDE, text, beside),
                _ => scanner.add_name(BESIDE, text, beside),
            }
        }
    }
}

#[cfg(test)]
mod tests;

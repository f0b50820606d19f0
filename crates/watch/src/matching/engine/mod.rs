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
mod beside;
mod cover;
mod filter;
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
use index::{Glance, Index};
use met::{Found, Held};

use super::expand::{Asked, expand};
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
    /// Per query, the number of the post it was asked of last.
    asked_of: Vec<u64>,
    post: u64,
    tally: Tally,
}

/// What was done over all posts so far, for measuring and for tests that hold the work within bounds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Posts with a word that the filters let pass.
    pub n_glanced: u64,
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
        let asked = topics.into_iter().map(|(topic, query)| (topic, expand(&query.root)));
        Self { all: Arc::new(Index::new(asked)), ..Self::default() }
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
        let changed = Arc::new(Index::new(queries));
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
        ask(&self.all, post, scratch, found);
        if !self.gone.is_empty() {
            found.retain(|topic| !self.gone.contains(topic));
            ask(&self.changed, post, scratch, found);
        }
        if !found.is_sorted() {
            found.sort_unstable();
        }
    }
}

/// Adds the topics of an index that a post matches.
fn ask(index: &Index, post: &PostView<'_>, scratch: &mut Scratch, found: &mut Vec<TopicId>) {
    if index.n_queries() == 0 {
        return;
    }
    let title_end = if index.terms.wildcards.infixes.is_empty() {
        scan::<false>(index, post, scratch)
    } else {
        scan::<true>(index, post, scratch)
    };
    let Some(title_end) = title_end else { return };
    answer(index, post, title_end, scratch, found);
}

/// Scans a post; nothing when no query can match it, else where its title ends.
fn scan<const INFIXES: bool>(index: &Index, post: &PostView<'_>, scratch: &mut Scratch) -> Option<u32> {
    scratch.scanner.clear();
    scratch.found.clear();
    let Found { plain, wild, beside, .. } = &mut scratch.found;
    let mut glance = Glance::<INFIXES> { index, plain, wild };
    let mut title_end = 0;
    if let Some(title) = post.title {
        scratch.scanner.add(TITLE, title, &mut glance);
        title_end = scratch.scanner.n_places();
    }
    scratch.scanner.add(TEXT, post.text, &mut glance);
    if !post.hashtags.is_empty() || !post.mentions.is_empty() {
        scan_beside(post, &mut scratch.scanner, beside, &mut glance);
    }
    let passed = !scratch.found.plain.is_empty() || !scratch.found.wild.is_empty();
    scratch.tally.n_glanced += u64::from(passed);
    let awaited = passed && scratch.found.find_awaited(index, &scratch.scanner, post);
    (awaited || index.awaits_fields(post)).then_some(title_end)
}

/// Scans the hashtags and names beside the text. Most of them stand in the text as well, and are not counted twice.
#[cold]
fn scan_beside<const INFIXES: bool>(
    post: &PostView<'_>,
    scanner: &mut Scanner,
    beside: &mut String,
    glance: &mut Glance<'_, INFIXES>,
) {
    beside.clear();
    let n_inside = scanner.sightings().len();
    for (kind, texts) in [(Kind::Tag, post.hashtags), (Kind::Name, post.mentions)] {
        for text in texts {
            let (folded, original) =
                (
                    fold(text),
                    |part: u8| if part == TITLE { post.title.unwrap_or_default() } else { post.text },
                );
            let wanted = hash(kind, &folded);
            let inside = scanner.sightings()[..n_inside].iter().any(|each| {
                each.kind == kind && each.hash == wanted && scanner.is(each, &folded, original(each.part))
            });
            match kind {
                _ if inside => {}
                Kind::Tag => scanner.add_tag(BESIDE, text, beside, glance),
                _ => scanner.add_name(BESIDE, text, beside, glance),
            }
        }
    }
}

fn answer(
    index: &Index,
    post: &PostView<'_>,
    title_end: u32,
    scratch: &mut Scratch,
    found: &mut Vec<TopicId>,
) {
    scratch.found.index(scratch.scanner.sightings());
    scratch.post += 1;
    scratch.tally.n_asked += 1;
    scratch.memory.next_post(index.code.n_memos);
    if scratch.asked_of.len() < index.n_queries() {
        scratch.asked_of.resize(index.n_queries(), 0);
    }
    let mut fields = Fields::new(post, &scratch.scanner);
    let held = Held { terms: &index.terms, scanner: &scratch.scanner, found: &scratch.found, post };
    let mut asking =
        Asking { code: &index.code, met: held, memory: &mut scratch.memory, title_end, beside: &mut fields };
    let (asked_of, number, n_queries) = (&mut scratch.asked_of, scratch.post, &mut scratch.tally.n_queries);
    let mut ask = |query: u32| {
        if std::mem::replace(&mut asked_of[query as usize], number) == number {
            return;
        }
        *n_queries += 1;
        if index.root(query).is_none_or(|root| asking.holds(root)) {
            found.push(index.topic(query));
        }
    };
    for term in &scratch.found.awaited {
        index.waiting(*term).iter().for_each(|query| ask(*query));
    }
    index.each_by_field(post, &mut ask);
}

#[cfg(test)]
mod tests;

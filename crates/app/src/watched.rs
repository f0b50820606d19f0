//! The watched topics with their compiled queries, swapped whole when a topic changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use nabat_crisis::id::TopicId;
use nabat_crisis::post::Item;
use nabat_crisis::topic::Topic;
use nabat_store::QueryPart;
use nabat_watch::matching::{Engine, Highlights, PostView, Query, Scratch, highlights};

use crate::before::query::Parts;
use crate::learned::Learned;
use crate::{App, Result};

/// All topics, and the engine that finds those a post matches.
#[derive(Debug)]
pub struct Watched {
    topics: BTreeMap<TopicId, Arc<Kept>>,
    parts: Arc<Parts>,
    engine: Engine,
    learned: Arc<Learned>,
}

/// A topic with what was made of its query.
#[derive(Debug)]
struct Kept {
    topic: Topic,
    /// With its parts in place.
    query: Option<Query>,
    /// The named parts it needs.
    needs: BTreeSet<String>,
}

impl Kept {
    /// A stored query that cannot be read is our own broken data: it is logged as an error and matches nothing, so that one broken
    /// topic cannot silence the others.
    fn new(topic: Topic, parts: &Parts) -> Self {
        let read = Query::parse(&topic.query);
        let needs = read.as_ref().map(|query| parts.needed(query)).unwrap_or_default();
        let query = match read.and_then(|query| parts.resolve(&query)) {
            Ok(query) => Some(query),
            Err(fault) => {
                tracing::error!(topic.id = topic.id.0, fault = %fault, "a stored query cannot be read: its topic finds nothing until somebody saves it anew");
                None
            }
        };
        Self { topic, query, needs }
    }

    /// What the stream is asked for this topic; archived topics keep their names only.
    fn live(&self) -> Option<(TopicId, &Query)> {
        let query = self.query.as_ref().filter(|_| self.topic.archived_at.is_none());
        query.map(|query| (self.topic.id, query))
    }
}

/// Named parts as the store keeps them.
pub(crate) fn of_store(parts: &[QueryPart]) -> Parts {
    Parts::new(parts.iter().map(|part| (part.name.as_str(), part.query.as_str())))
}

impl Watched {
    /// Compiles the queries of topics that use no named parts.
    pub fn new(topics: Vec<Topic>) -> Self {
        Self::with_parts(topics, Parts::default(), Arc::new(Learned::from_kept(None)))
    }

    /// Compiles the queries of all topics.
    pub(crate) fn with_parts(topics: Vec<Topic>, parts: Parts, learned: Arc<Learned>) -> Self {
        let topics: BTreeMap<_, _> =
            topics.into_iter().map(|topic| (topic.id, Arc::new(Kept::new(topic, &parts)))).collect();
        let engine = Engine::new(topics.values().filter_map(|kept| kept.live()));
        Self { topics, parts: Arc::new(parts), engine, learned }
    }

    /// The same with one topic new or changed: only its query is compiled.
    fn with(&self, topic: Topic) -> Self {
        let kept = Arc::new(Kept::new(topic, &self.parts));
        let engine = match kept.live() {
            Some((id, query)) => self.engine.with(id, query),
            None => self.engine.without(kept.topic.id),
        };
        let mut topics = self.topics.clone();
        topics.insert(kept.topic.id, kept);
        Self { topics, parts: Arc::clone(&self.parts), engine, learned: Arc::clone(&self.learned) }
    }

    /// The same with an engine of one piece: each change adds a little to the work of every post.
    fn rebuilt(&self) -> Self {
        let engine = Engine::new(self.topics.values().filter_map(|kept| kept.live()));
        let (topics, parts) = (self.topics.clone(), Arc::clone(&self.parts));
        Self { topics, parts, engine, learned: Arc::clone(&self.learned) }
    }

    /// The engine.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The topics a post of the stream matches, as the engine says; some of these posts are learned from.
    pub fn matches(&self, post: &PostView<'_>, scratch: &mut Scratch, found: &mut Vec<TopicId>) {
        self.learn(post);
        self.engine.matches(post, scratch, found);
    }

    /// Learns from a post of the stream, as [`Watched::matches`] does: for posts that are counted and go no further.
    pub fn learn(&self, post: &PostView<'_>) {
        self.learned.observe(post);
    }

    /// A topic, archived or not.
    pub fn topic(&self, id: TopicId) -> Option<&Topic> {
        self.topics.get(&id).map(|kept| &kept.topic)
    }

    /// All topics by number, archived ones too.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.topics.values().map(|kept| &kept.topic)
    }

    /// A topic's query, its parts in place.
    pub fn query(&self, id: TopicId) -> Option<&Query> {
        self.topics.get(&id)?.query.as_ref()
    }

    /// A query as it was written, with its parts in place; `None` when it cannot be read any more.
    pub fn compiled(&self, query: &str) -> Option<Query> {
        Query::parse(query).and_then(|query| self.parts.resolve(&query)).ok()
    }

    /// The named parts that queries use.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// The topics that use a part, archived ones too, also through other parts.
    pub fn users_of(&self, part: &str) -> impl Iterator<Item = &Topic> {
        self.topics.values().filter(move |kept| kept.needs.contains(part)).map(|kept| &kept.topic)
    }

    /// What in an item made it match these topics: byte spans of its title and its text, merged and in order.
    pub fn highlights(&self, item: &Item, topics: &[TopicId]) -> Highlights {
        let view = PostView::from(item);
        let mut all = Highlights::default();
        for query in topics.iter().filter_map(|topic| self.query(*topic)) {
            let found = highlights(query, &view);
            all.title.extend(found.title);
            all.text.extend(found.text);
        }
        merge(&mut all.title);
        merge(&mut all.text);
        all
    }
}

fn merge(spans: &mut Vec<std::ops::Range<usize>>) {
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    spans.dedup_by(|next, kept| {
        let touches = next.start <= kept.end;
        if touches {
            kept.end = kept.end.max(next.end);
        }
        touches
    });
}

impl App {
    /// Reads the topics and named parts anew after parts changed; from here on the stream is matched against them. Whoever calls it
    /// holds [`crate::Shared::saving`].
    ///
    /// # Errors
    /// When they cannot be read.
    pub(crate) async fn reload_topics(&self) -> Result<()> {
        let parts = self.store.query_parts().await?;
        let topics = self.store.topics().await?;
        let learned = Arc::clone(&self.learned);
        // Compiling thousands of queries would hold up the threads that serve people.
        let watched =
            tokio::task::spawn_blocking(move || Watched::with_parts(topics, of_store(&parts), learned))
                .await
                .map_err(anyhow::Error::from)?;
        self.swap(watched);
        Ok(())
    }

    /// Puts one new or changed topic before the stream; from here on the stream is matched against it. Whoever calls it holds
    /// [`crate::Shared::saving`], so that no other change is lost.
    ///
    /// # Errors
    /// When something inside is broken.
    pub(crate) async fn put_topic(&self, topic: Topic) -> Result<()> {
        let watched = self.watched.load_full();
        let next = tokio::task::spawn_blocking(move || watched.with(topic));
        let next = next.await.map_err(anyhow::Error::from)?;
        let worn = next.engine.is_worn();
        self.swap(next);
        if worn {
            tokio::spawn(self.clone().rebuild());
        }
        Ok(())
    }

    /// Puts an engine of one piece in place of a worn one. It is built while others save; when one did meanwhile, it is left to the
    /// next save, since the stream must never meet an older query again.
    async fn rebuild(self) {
        let worn = self.watched.load_full();
        let seen = Arc::downgrade(&worn);
        let Ok(next) = tokio::task::spawn_blocking(move || worn.rebuilt()).await else { return };
        let _turn = self.saving.lock().await;
        if std::ptr::eq(seen.as_ptr(), Arc::as_ptr(&self.watched.load())) {
            self.swap(next);
        }
    }

    fn swap(&self, next: Watched) {
        let old = self.watched.swap(Arc::new(next));
        self.reruns.replaced(&old);
    }
}

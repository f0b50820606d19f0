//! The watched topics with their compiled queries, swapped whole when a topic changes.

use std::collections::BTreeMap;

use nabat_crisis::id::TopicId;
use nabat_crisis::post::Item;
use nabat_crisis::topic::Topic;
use nabat_watch::matching::{Engine, Highlights, PostView, Query, highlights};

use crate::before::query::Parts;
use crate::{App, Result};

/// All topics, and the engine that finds those a post matches.
#[derive(Debug)]
pub struct Watched {
    topics: BTreeMap<TopicId, Topic>,
    queries: BTreeMap<TopicId, Query>,
    parts: Parts,
    engine: Engine,
}

impl Watched {
    /// Compiles the queries of the topics that are watched; archived topics keep their names only.
    ///
    /// A stored query that no longer parses is our own broken data: it is logged as an error and matches nothing, so that one
    /// broken topic cannot silence the others.
    pub fn new(topics: Vec<Topic>) -> Self {
        let mut queries = BTreeMap::new();
        for topic in &topics {
            match Query::parse(&topic.query) {
                Ok(query) => drop(queries.insert(topic.id, query)),
                Err(fault) => {
                    tracing::error!(topic.id = topic.id.0, fault = %fault, "a stored query cannot be read: its topic finds nothing until somebody saves it anew")
                }
            }
        }
        let live = topics.iter().filter(|topic| topic.archived_at.is_none());
        let engine = Engine::new(live.filter_map(|topic| Some((topic.id, queries.get(&topic.id)?))));
        Self {
            topics: topics.into_iter().map(|topic| (topic.id, topic)).collect(),
            queries,
            parts: Parts::default(),
            engine,
        }
    }

    /// The engine.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// A topic, archived or not.
    pub fn topic(&self, id: TopicId) -> Option<&Topic> {
        self.topics.get(&id)
    }

    /// All topics by number, archived ones too.
    pub fn topics(&self) -> impl Iterator<Item = &Topic> {
        self.topics.values()
    }

    /// The named parts that queries use.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// A topic's compiled query.
    pub fn query(&self, id: TopicId) -> Option<&Query> {
        self.queries.get(&id)
    }

    /// A query as it was written, compiled; `None` when it cannot be read any more.
    pub fn compiled(&self, query: &str) -> Option<Query> {
        Query::parse(query).ok()
    }

    /// What in an item made it match these topics: byte spans of its title and its text, merged and in order.
    pub fn highlights(&self, item: &Item, topics: &[TopicId]) -> Highlights {
        let view = PostView::from(item);
        let mut all = Highlights::default();
        for query in topics.iter().filter_map(|topic| self.queries.get(topic)) {
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
    /// Reads the topics anew after one changed; from here on the stream is matched against them.
    ///
    /// # Errors
    /// When the topics cannot be read.
    pub async fn reload_topics(&self) -> Result<()> {
        let topics = self.store.topics().await?;
        let old = self.watched.swap(std::sync::Arc::new(Watched::new(topics)));
        self.reruns.replaced(&old);
        Ok(())
    }
}

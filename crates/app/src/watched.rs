//! The watched topics with their compiled queries, swapped whole when a topic changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::sync::{Arc, OnceLock};

use nabat_crisis::id::TopicId;
use nabat_crisis::post::Item;
use nabat_crisis::topic::Topic;
use nabat_store::QueryPart;
use nabat_watch::matching::frequency::N_POSTS_MIN;
use nabat_watch::matching::{Engine, Highlights, Marker, PostView, Query, Scratch};

use crate::before::query::Parts;
use crate::learned::Learned;
use crate::{App, Result};

/// All topics, and the engine that finds those a post matches.
#[derive(Debug)]
pub struct Watched {
    topics: BTreeMap<TopicId, Arc<Kept>>,
    parts: Arc<Parts>,
    engine: Engine,
    /// How many posts were learned from when the engine was built.
    n_known: u16,
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
    /// Shows why posts match, made when the first one is shown: lists show dozens of posts of few topics.
    marker: OnceLock<Marker>,
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
        Self { topic, query, needs, marker: OnceLock::new() }
    }

    fn marker(&self) -> Option<&Marker> {
        self.query.as_ref().map(|query| self.marker.get_or_init(|| Marker::new(query)))
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
        let (engine, n_known) = learned.engine(topics.values().filter_map(|kept| kept.live()));
        Self { topics, parts: Arc::new(parts), engine, n_known, learned }
    }

    /// The same with one topic new or changed: only its query is compiled.
    fn with(&self, topic: Topic) -> Self {
        let kept = Arc::new(Kept::new(topic, &self.parts));
        let engine = changed(&self.engine, &kept);
        let mut topics = self.topics.clone();
        topics.insert(kept.topic.id, kept);
        let (parts, learned) = (Arc::clone(&self.parts), Arc::clone(&self.learned));
        Self { topics, parts, engine, n_known: self.n_known, learned }
    }

    /// The same with an engine of one piece: each change adds a little to the work of every post.
    fn rebuilt(&self) -> Self {
        let (engine, n_known) = self.learned.engine(self.topics.values().filter_map(|kept| kept.live()));
        let (topics, parts) = (self.topics.clone(), Arc::clone(&self.parts));
        Self { topics, parts, engine, n_known, learned: Arc::clone(&self.learned) }
    }

    /// The same with the topics that were changed since in `latest`. Topics are archived and never go away.
    fn caught_up(mut self, latest: &Self) -> Self {
        for (id, kept) in &latest.topics {
            if self.topics.get(id).is_none_or(|known| !Arc::ptr_eq(known, kept)) {
                self.engine = changed(&self.engine, kept);
                self.topics.insert(*id, Arc::clone(kept));
            }
        }
        self
    }

    /// Whether a new engine would wait for rarer words: much more is known of the stream than when this one was built.
    fn is_outlearned(&self) -> bool {
        let n_known = self.learned.n_posts();
        n_known >= N_POSTS_MIN && n_known / 4 > self.n_known
    }

    /// The engine.
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The topics a post of the stream matches, as the engine says; some of these posts are learned from.
    pub fn matches(&self, post: &PostView<'_>, scratch: &mut Scratch, found: &mut Vec<TopicId>) {
        self.learned.observe(post);
        self.engine.matches(post, scratch, found);
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
        for marker in topics.iter().filter_map(|topic| self.topics.get(topic)?.marker()) {
            let found = marker.highlights(&view);
            all.title.extend(found.title);
            all.text.extend(found.text);
        }
        merge(&mut all.title);
        merge(&mut all.text);
        all
    }
}

/// An engine in which one topic is changed.
fn changed(engine: &Engine, kept: &Kept) -> Engine {
    match kept.live() {
        Some((id, query)) => engine.with(id, query),
        None => engine.without(kept.topic.id),
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
            self.rebuild_soon();
        }
        Ok(())
    }

    /// Builds a new engine if much was learned since this one was built.
    pub(crate) fn use_learned(&self) {
        if self.watched.load().is_outlearned() {
            self.rebuild_soon();
        }
    }

    fn rebuild_soon(&self) {
        if !self.rebuilding.swap(true, Ordering::AcqRel) {
            let app = self.clone();
            tokio::spawn(async move {
                if let Err(error) = app.rebuild().await {
                    tracing::error!(error = %crate::work::chain(&error), "the engine could not be built anew: matching goes on, a little slower");
                }
                app.rebuilding.store(false, Ordering::Release);
            });
        }
    }

    /// Puts an engine of one piece in place of a worn one. It is built while others save, and takes in what they saved.
    async fn rebuild(&self) -> Result<()> {
        let app = self.clone();
        let build = move || {
            let next = app.watched.load_full().rebuilt();
            // What was saved in the time of the building is mostly caught up before anybody has to wait.
            next.caught_up(&app.watched.load())
        };
        let next = tokio::task::spawn_blocking(build).await.map_err(anyhow::Error::from)?;
        let _turn = self.saving.lock().await;
        let latest = self.watched.load_full();
        // After a change of parts everything was built anew already.
        if Arc::ptr_eq(&next.parts, &latest.parts) {
            self.swap(next.caught_up(&latest));
        }
        Ok(())
    }

    fn swap(&self, next: Watched) {
        let old = self.watched.swap(Arc::new(next));
        self.reruns.replaced(&old);
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use nabat_crisis::topic::{AnswerPolicy, TopicKind};

    use super::*;

    fn topic(id: i64, query: &str) -> Topic {
        Topic {
            id: TopicId(id),
            name: query.to_owned(),
            kind: TopicKind::Brand,
            query: query.to_owned(),
            answers: AnswerPolicy::None,
            answer_within_minutes: 60,
            created_at: Timestamp::UNIX_EPOCH,
            archived_at: None,
        }
    }

    fn found(watched: &Watched, text: &str) -> Vec<i64> {
        let (mut scratch, mut found) = (Scratch::default(), Vec::new());
        watched.matches(&PostView { text, ..PostView::default() }, &mut scratch, &mut found);
        found.into_iter().map(|topic| topic.0).collect()
    }

    #[test]
    fn what_is_saved_while_the_engine_is_built_anew_is_live_before_and_after() {
        let before = Watched::new(vec![topic(1, "каша"), topic(2, "болт"), topic(3, "хлеб")]);
        let built = before.rebuilt();
        let archived = Topic { archived_at: Some(Timestamp::UNIX_EPOCH), ..topic(3, "хлеб") };
        let latest = before.with(topic(2, "гайка")).with(topic(4, "болт")).with(archived);
        let text = "в каше болт, гайка и хлеб";
        assert_eq!(found(&latest, text), [1, 2, 4]);
        let built = built.caught_up(&latest);
        assert_eq!(found(&built, text), [1, 2, 4]);
        assert_eq!(found(&built.rebuilt(), text), [1, 2, 4]);
        assert_eq!(built.topics().count(), 4, "the archived one keeps its name");
    }

    #[test]
    fn a_part_is_known_to_the_topics_that_use_it_also_through_another() {
        let parts = Parts::new([("metal", "болт OR гайка"), ("ours", "каша AND $metal")]);
        let topics = vec![topic(1, "$ours"), topic(2, "каша"), topic(3, "$nothing")];
        let watched = Watched::with_parts(topics, parts, Arc::new(Learned::from_kept(None)));
        assert_eq!(found(&watched, "в каше гайка"), [1, 2]);
        let users = |part: &str| watched.users_of(part).map(|topic| topic.id.0).collect::<Vec<_>>();
        assert_eq!((users("metal"), users("ours"), users("nothing")), (vec![1], vec![1], vec![3]));
        assert!(
            watched.query(TopicId(3)).is_none(),
            "nobody has made this part, and the others are not silenced"
        );
    }
}

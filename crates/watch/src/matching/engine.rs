//! All topics' queries, ready to be asked of each post. The seam that a faster engine fills: what is inside may change, what it answers
//! may not.

use nabat_crisis::id::TopicId;

use super::plan::Plan;
use super::query::Query;
use super::reading::Reading;
use super::view::PostView;

/// The queries of all topics. Nothing in it changes: a changed topic makes a new engine, which replaces the old one whole.
#[derive(Debug, Default)]
pub struct Engine {
    topics: Vec<(TopicId, Plan)>,
}

/// Memory that is used again from post to post; each thread has its own.
#[derive(Debug, Default)]
pub struct Scratch {
    reading: Reading,
}

impl Engine {
    /// An engine for these topics, in any order, each once.
    pub fn new<'a>(topics: impl IntoIterator<Item = (TopicId, &'a Query)>) -> Self {
        let mut topics: Vec<(TopicId, Plan)> =
            topics.into_iter().map(|(id, query)| (id, Plan::of(&query.root))).collect();
        topics.sort_by_key(|(id, _)| *id);
        Self { topics }
    }

    /// How many topics it holds.
    pub fn n_topics(&self) -> usize {
        self.topics.len()
    }

    /// The topics a post matches, in rising order. `found` is emptied first.
    pub fn matches(&self, post: &PostView<'_>, scratch: &mut Scratch, found: &mut Vec<TopicId>) {
        found.clear();
        scratch.reading.read(post);
        let holding = self.topics.iter().filter(|(_, plan)| plan.holds(post, &scratch.reading));
        found.extend(holding.map(|(id, _)| *id));
    }
}

#[cfg(test)]
mod tests;

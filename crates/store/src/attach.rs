//! History under a new or changed query: stored posts that match it now become mentions of its topic.
//!
//! They open no cases: old posts are past answering by a clock. Detection looks at them only when asked to.

use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::network::Network;

use crate::case_queue::{self, QueueCounts, Queued};
use crate::counter::Counts;
use crate::decide::Marks;
use crate::engine::{Store, Tx};
use crate::error::StoreError;
use crate::mention::{self, Known};
use crate::page::BULK_MAX;
use crate::{fault, stored};

/// Stored posts that match a topic now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attach {
    /// The topic.
    pub topic: TopicId,
    /// The mentions, at most 20,000.
    pub posts: Vec<MentionId>,
    /// Whether detection looks at them too.
    pub mark_detection: bool,
}

impl Store {
    /// Adds a topic to stored mentions; how many did not have it.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] for too many at once, [`StoreError::Missing`] for an unknown mention, [`StoreError::DiskFull`].
    pub async fn attach(&self, attach: Attach) -> Result<u64, StoreError> {
        if attach.posts.len() > BULK_MAX {
            return Err(StoreError::TooLarge { what: "mentions attached at once", max: BULK_MAX as u64 });
        }
        self.write(move |tx| {
            let mut counts = Counts::default();
            let mut queue = QueueCounts::default();
            let mut marks = Marks::default();
            let mut n_new = 0;
            for (index, id) in attach.posts.iter().enumerate() {
                let (known, uid) = mention::known_by_id(tx, *id)?
                    .ok_or(StoreError::Missing { what: "mention", id: id.0 })?;
                if !known.topics.contains(&attach.topic.0) {
                    let network = stored::network(uid.split_once(':').map_or("", |(network, _)| network))?;
                    add(tx, attach.topic.0, &known)?;
                    counts.add(attach.topic.0, known.published_at, &network);
                    if attach.mark_detection {
                        marks.touch(attach.topic.0, known.published_at);
                    }
                    enqueue(tx, &mut queue, attach.topic.0, &known, &network)?;
                    n_new += 1;
                }
                if index == attach.posts.len() / 2 {
                    fault::point(fault::MID_TRANSACTION);
                }
            }
            counts.flush(tx)?;
            queue.flush(tx)?;
            marks.flush(tx)?;
            Ok(n_new)
        })
        .await
    }
}

fn add(tx: &Tx<'_>, topic: i64, known: &Known) -> Result<(), StoreError> {
    let mut topics = known.topics.clone();
    topics.push(topic);
    topics.sort_unstable();
    mention::set_topics(tx, known.id, &topics)?;
    mention::insert_match(tx, topic, known.place)
}

/// A case that is open already belongs to the new topic as well.
fn enqueue(
    tx: &Tx<'_>,
    queue: &mut QueueCounts,
    topic: i64,
    known: &Known,
    network: &Network,
) -> Result<(), StoreError> {
    let Some(case) = case_queue::find(tx, known.id)? else { return Ok(()) };
    let queued =
        Queued { topics: &[], network: network.as_str(), lang: known.lang.as_deref(), place: known.place };
    case_queue::enqueue(tx, queue, &case, &queued, topic)
}

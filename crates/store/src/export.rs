//! Export: everything back as it was committed, event by event, with its raw bytes.

use jiff::Timestamp;
use nabat_crisis::id::TopicId;

use crate::engine::{Store, Tx};
use crate::error::StoreError;
use crate::event::{self, StoredEvent};
use crate::mention::read_topics;
use crate::page::{PAGE_MAX, bounded, rows};
use crate::stored::time;

/// Rows looked at for one page: bounds the time of a page when the filter lets little through.
const LOOKED_AT_MAX: usize = 10_000;

/// Which events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EventFilter {
    /// About mentions of this topic.
    pub topic: Option<TopicId>,
    /// About posts published at or after; of other events, their own time.
    pub from: Option<Timestamp>,
    /// The same, before.
    pub until: Option<Timestamp>,
}

/// Some events in the order of arrival.
#[derive(Debug, Clone, PartialEq)]
pub struct EventsPage {
    /// The events; there may be none before the end is reached.
    pub events: Vec<StoredEvent>,
    /// What to hand to the next call; `None` at the end.
    pub next: Option<i64>,
}

impl Store {
    /// Events after one, or from the first with 0, in the order of arrival.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn events_page(
        &self,
        after_seq: i64,
        limit: usize,
        filter: EventFilter,
    ) -> Result<EventsPage, StoreError> {
        let limit = bounded(limit, PAGE_MAX);
        self.read(move |tx| page(tx, after_seq, limit, &filter)).await
    }
}

fn page(tx: &Tx<'_>, after_seq: i64, limit: usize, filter: &EventFilter) -> Result<EventsPage, StoreError> {
    let sql = format!(
        "SELECT {}, m.topics, m.published_at FROM event e LEFT JOIN mention m ON m.id = e.mention \
         WHERE e.seq > ?1 ORDER BY e.seq LIMIT ?2",
        event::COLUMNS
    );
    let mut events = Vec::new();
    let (mut last, mut n_seen) = (after_seq, 0);
    tx.each(&sql, [after_seq, rows(LOOKED_AT_MAX)], |row| {
        let topics: Option<String> = row.get(15)?;
        let at = time(row.get::<_, Option<i64>>(16)?.map_or_else(|| row.get(4), Ok)?);
        last = row.get(0)?;
        n_seen += 1;
        if filter.lets_through(topics.as_deref(), at)? {
            events.push(event::read(row)?);
        }
        Ok(events.len() < limit)
    })?;
    let more = events.len() == limit || n_seen == LOOKED_AT_MAX;
    Ok(EventsPage { events, next: more.then_some(last) })
}

impl EventFilter {
    fn lets_through(&self, topics: Option<&str>, at: Timestamp) -> Result<bool, StoreError> {
        let of_topic = match self.topic {
            Some(topic) => read_topics(topics.unwrap_or_default())?.contains(&topic.0),
            None => true,
        };
        Ok(of_topic && self.from.is_none_or(|from| from <= at) && self.until.is_none_or(|until| at < until))
    }
}

//! Lists of mentions: newest first, by any filter, a page at a time.
//!
//! A filter by topic alone walks the matches of the topic, none walks all places, and any other walks the search index,
//! which knows networks and languages as words. All three give places in order, so a page costs what it shows.

use jiff::Timestamp;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::mention::Mention;
use nabat_crisis::network::Network;

use crate::engine::{Store, Tx, params};
use crate::error::StoreError;
use crate::page::{BULK_MAX, PAGE_MAX, Page, bounded, read_one, rows};
use crate::search::{self, Begin};
use crate::{mention, place};

/// Which mentions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MentionFilter {
    /// Of this topic.
    pub topic: Option<TopicId>,
    /// On this network.
    pub network: Option<Network>,
    /// In this language.
    pub lang: Option<String>,
    /// Published at or after.
    pub from: Option<Timestamp>,
    /// Published before.
    pub until: Option<Timestamp>,
    /// With words that begin so; folded, all of them.
    pub words: Vec<String>,
    /// Only those gone from their network, or only those still there.
    pub deleted: Option<bool>,
}

impl Store {
    /// Mentions, newest published first.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`], [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn mentions(
        &self,
        filter: MentionFilter,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<Mention>, StoreError> {
        self.page_of(filter, cursor, bounded(limit, PAGE_MAX)).await
    }

    /// All stored mentions, newest published first, in pages of up to 20,000: for the preview of a query.
    ///
    /// # Errors
    /// As [`Store::mentions`].
    pub async fn recent_mentions(
        &self,
        limit: usize,
        cursor: Option<String>,
    ) -> Result<Page<Mention>, StoreError> {
        self.page_of(MentionFilter::default(), cursor, bounded(limit, BULK_MAX)).await
    }

    /// All stored mentions by number after one, or from the first, up to 20,000 at once: for a query over history.
    ///
    /// # Errors
    /// As [`Store::mentions`].
    pub async fn scan(&self, after: Option<MentionId>, limit: usize) -> Result<Vec<Mention>, StoreError> {
        let (after, limit) = (after.map_or(0, |id| id.0), rows(bounded(limit, BULK_MAX)));
        self.read(move |tx| {
            let ids = "SELECT id FROM mention WHERE id > ?1 ORDER BY id LIMIT ?2";
            let ids = tx.all(ids, [after, limit], |row| Ok(MentionId(row.get(0)?)))?;
            mention::find_all(tx, &ids)
        })
        .await
    }

    async fn page_of(
        &self,
        filter: MentionFilter,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<Mention>, StoreError> {
        let before = read_one(cursor.as_deref())?;
        self.read(move |tx| {
            let places = places(tx, &filter, before, limit + 1)?;
            let page = Page::cut(places, limit, i64::to_string);
            let ids: Vec<_> = page.items.iter().map(|place| place::mention(*place)).collect();
            Ok(page.with(mention::find_all(tx, &ids)?))
        })
        .await
    }
}

/// Places of the filter's mentions, newest first.
fn places(
    tx: &Tx<'_>,
    filter: &MentionFilter,
    before: Option<i64>,
    limit: usize,
) -> Result<Vec<i64>, StoreError> {
    let from = filter.from.map_or(0, place::from);
    let until = filter.until.map_or(i64::MAX, place::until).min(before.unwrap_or(i64::MAX));
    let mut found = Vec::new();
    let exact = |at: Timestamp| {
        filter.from.is_none_or(|from| from <= at) && filter.until.is_none_or(|until| at < until)
    };
    let mut take = |place: i64| {
        // The ends of a place's range are whole seconds; the mention itself knows better.
        let whole = |at: Option<Timestamp>| at.is_none_or(|at| at.subsec_nanosecond() == 0);
        let fits = filter.deleted.is_none() && whole(filter.from) && whole(filter.until);
        if fits
            || fate(tx, place)?
                .is_some_and(|(at, gone)| exact(at) && filter.deleted.is_none_or(|want| want == gone))
        {
            found.push(place);
        }
        Ok(found.len() < limit)
    };
    let query = search::query(&filter.words, filter.topic, filter.network.as_ref(), filter.lang.as_deref());
    match query {
        Some(query) => search::walk(tx, &query, Begin::Newest, (from, until), &mut take)?,
        // The deleted ones are few and have an index of their own.
        None if filter.deleted == Some(true) => {
            let sql = "SELECT place, topics FROM mention WHERE deleted_at IS NOT NULL AND place >= ?1 AND place < ?2 \
                       ORDER BY place DESC";
            tx.each(sql, [from, until], |row| {
                let topics = mention::read_topics(&row.get::<_, String>(1)?)?;
                if filter.topic.is_none_or(|topic| topics.contains(&topic.0)) {
                    take(row.get(0)?)
                } else {
                    Ok(true)
                }
            })?;
        }
        None => match filter.topic {
            None => {
                let sql = "SELECT place FROM mention WHERE place >= ?1 AND place < ?2 ORDER BY place DESC";
                tx.each(sql, [from, until], |row| take(row.get(0)?))?;
            }
            Some(topic) => {
                let sql = "SELECT place FROM matched WHERE topic = ?1 AND place >= ?2 AND place < ?3 ORDER BY place DESC";
                tx.each(sql, params![topic.0, from, until], |row| take(row.get(0)?))?;
            }
        },
    }
    Ok(found)
}

/// When a mention was published, and whether it is gone.
fn fate(tx: &Tx<'_>, place: i64) -> Result<Option<(Timestamp, bool)>, StoreError> {
    let sql = "SELECT published_at, deleted_at IS NOT NULL FROM mention WHERE place = ?1";
    tx.one(sql, [place], |row| Ok((crate::stored::time(row.get(0)?), row.get(1)?)))
}

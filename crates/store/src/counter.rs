//! Counters: mentions of a topic by five minutes, by hour and network, and the facts of a window.
//!
//! Charts and detectors read the roll-ups, never the mentions; only the facts of one window are taken from the mentions themselves.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use nabat_crisis::bucket::{BUCKET_SECONDS, BUCKETS_PER_HOUR, Bucket};
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::network::Network;
use nabat_crisis::signal::Share;

use crate::engine::{Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{count, network};
use crate::{event, mention, place};

/// Authors named in the facts of a window.
const TOP_AUTHORS: usize = 10;
/// Posts named in the facts of a window.
const TOP_POSTS: usize = 5;

/// Mentions of a topic in one hour on one network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HourCount {
    /// Start of the hour.
    pub hour: Timestamp,
    /// Where.
    pub network: Network,
    /// How many.
    pub n_mentions: u64,
}

/// What a window of a topic holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WindowFacts {
    /// Mentions published in it.
    pub n_mentions: u64,
    /// Distinct authors; each unknown author counts as one.
    pub n_authors: u64,
    /// Mentions by network, most first.
    pub networks: Vec<Share>,
    /// Authors with the most mentions, most first, at most ten.
    pub top_authors: Vec<Share>,
    /// Posts with the most engagement, then followers, then the earliest, at most five.
    pub top_posts: Vec<MentionId>,
}

impl Store {
    /// Mentions of a topic by five-minute bucket in `from..until`, rising; empty buckets are left out.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn buckets(
        &self,
        topic: TopicId,
        from: Bucket,
        until: Bucket,
    ) -> Result<Vec<(Bucket, u64)>, StoreError> {
        self.read(move |tx| buckets(tx, topic, from, until)).await
    }

    /// The same for several topics.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn buckets_of(
        &self,
        topics: Vec<TopicId>,
        from: Bucket,
        until: Bucket,
    ) -> Result<BTreeMap<TopicId, Vec<(Bucket, u64)>>, StoreError> {
        self.read(move |tx| {
            topics.into_iter().map(|topic| Ok((topic, buckets(tx, topic, from, until)?))).collect()
        })
        .await
    }

    /// Mentions of a topic by hour and network, for the hours that begin in `from..until`, rising.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn hours_by_network(
        &self,
        topic: TopicId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<HourCount>, StoreError> {
        self.read(move |tx| hours_by_network(tx, topic, from, until)).await
    }

    /// The first bucket in which a topic was mentioned.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn first_bucket(&self, topic: TopicId) -> Result<Option<Bucket>, StoreError> {
        self.read(move |tx| {
            let sql = "SELECT bucket FROM bucket WHERE topic = ?1 ORDER BY bucket LIMIT 1";
            tx.one(sql, [topic.0], |row| Ok(Bucket(row.get(0)?)))
        })
        .await
    }

    /// What the mentions of a topic published in `from..until` are: who, where, which weigh most.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn window_facts(
        &self,
        topic: TopicId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<WindowFacts, StoreError> {
        self.read(move |tx| window_facts(tx, topic, from, until)).await
    }
}

/// Counts of one transaction, gathered in memory so that a counter is written once however many mentions it counts.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    buckets: BTreeMap<(i64, i64), i64>,
    hours: BTreeMap<(i64, i64, Network), i64>,
}

impl Counts {
    /// Counts one mention of a topic.
    pub(crate) fn add(&mut self, topic: i64, published_at: Timestamp, network: &Network) {
        let bucket = Bucket::of(published_at).0;
        *self.buckets.entry((topic, bucket)).or_default() += 1;
        let hour = bucket.div_euclid(BUCKETS_PER_HOUR);
        *self.hours.entry((topic, hour, network.clone())).or_default() += 1;
    }

    /// Writes them.
    pub(crate) fn flush(self, tx: &Tx<'_>) -> Result<(), StoreError> {
        for ((topic, bucket), n) in self.buckets {
            let sql = "INSERT INTO bucket (topic, bucket, n) VALUES (?1, ?2, ?3) \
                       ON CONFLICT (topic, bucket) DO UPDATE SET n = n + excluded.n";
            tx.run(sql, [topic, bucket, n])?;
        }
        for ((topic, hour, network), n) in self.hours {
            let sql = "INSERT INTO hour_network (topic, hour, network, n) VALUES (?1, ?2, ?3, ?4) \
                       ON CONFLICT (topic, hour, network) DO UPDATE SET n = n + excluded.n";
            tx.run(sql, params![topic, hour, network.as_str(), n])?;
        }
        Ok(())
    }
}

fn buckets(
    tx: &Tx<'_>,
    topic: TopicId,
    from: Bucket,
    until: Bucket,
) -> Result<Vec<(Bucket, u64)>, StoreError> {
    let sql =
        "SELECT bucket, n FROM bucket WHERE topic = ?1 AND bucket >= ?2 AND bucket < ?3 ORDER BY bucket";
    tx.all(sql, [topic.0, from.0, until.0], |row| Ok((Bucket(row.get(0)?), count(row.get(1)?))))
}

fn hours_by_network(
    tx: &Tx<'_>,
    topic: TopicId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<HourCount>, StoreError> {
    let seconds = BUCKET_SECONDS * BUCKETS_PER_HOUR;
    // The first hour that begins at or after an instant.
    let hour = |at: Timestamp| {
        let nanoseconds = i128::from(seconds) * 1_000_000_000;
        let hour = (at.as_nanosecond() + nanoseconds - 1).div_euclid(nanoseconds);
        i64::try_from(hour).unwrap_or(i64::MAX)
    };
    let sql = "SELECT hour, network, n FROM hour_network WHERE topic = ?1 AND hour >= ?2 AND hour < ?3 ORDER BY hour, network";
    tx.all(sql, [topic.0, hour(from), hour(until)], |row| {
        Ok(HourCount {
            hour: hour_start(row.get(0)?),
            network: network(&row.get::<_, String>(1)?)?,
            n_mentions: count(row.get(2)?),
        })
    })
}

/// A post by weight, the heaviest first in order.
type Weight = (std::cmp::Reverse<u64>, std::cmp::Reverse<u64>, i64);

#[derive(Default)]
struct Gathered {
    n_mentions: u64,
    n_unknown: u64,
    networks: BTreeMap<String, u64>,
    /// By network and the author's key: how many, and one of their mentions to take the name from.
    authors: BTreeMap<(String, String), (u64, MentionId)>,
    posts: Vec<Weight>,
}

impl Gathered {
    fn add(&mut self, place: i64, uid: &str, author: Option<String>, total: u64, followers: u64) {
        self.n_mentions += 1;
        let network = uid.split_once(':').map_or(uid, |(network, _)| network);
        match self.networks.get_mut(network) {
            Some(n) => *n += 1,
            None => {
                self.networks.insert(network.to_owned(), 1);
            }
        }
        match author {
            Some(author) => {
                let key = (network.to_owned(), author);
                self.authors.entry(key).or_insert((0, place::mention(place))).0 += 1;
            }
            None => self.n_unknown += 1,
        }
        let weight = (std::cmp::Reverse(total), std::cmp::Reverse(followers), place);
        let at = self.posts.partition_point(|each| *each < weight);
        if at < TOP_POSTS {
            self.posts.insert(at, weight);
            self.posts.truncate(TOP_POSTS);
        }
    }
}

fn window_facts(
    tx: &Tx<'_>,
    topic: TopicId,
    from: Timestamp,
    until: Timestamp,
) -> Result<WindowFacts, StoreError> {
    let mut gathered = Gathered::default();
    let sql = "SELECT x.place, m.uid, m.author, m.followers, m.likes, m.reposts, m.replies, m.views, m.published_at \
               FROM matched x JOIN mention m ON m.place = x.place WHERE x.topic = ?1 AND x.place >= ?2 AND x.place < ?3";
    tx.each(sql, [topic.0, place::from(from), place::until(until)], |row| {
        let published_at = crate::stored::time(row.get(8)?);
        if from <= published_at && published_at < until {
            let total = event::engagement(row, 4)?.total();
            let followers = row.get::<_, Option<i64>>(3)?.map_or(0, count);
            gathered.add(
                row.get(0)?,
                row.get_ref(1)?.as_str().unwrap_or_default(),
                row.get(2)?,
                total,
                followers,
            );
        }
        Ok(true)
    })?;
    let top_authors = top_authors(tx, &gathered)?;
    let mut networks: Vec<_> =
        gathered.networks.into_iter().map(|(name, n_mentions)| Share { name, n_mentions }).collect();
    networks.sort_by_key(|share| std::cmp::Reverse(share.n_mentions));
    Ok(WindowFacts {
        n_mentions: gathered.n_mentions,
        n_authors: gathered.n_unknown + gathered.authors.len() as u64,
        networks,
        top_authors,
        top_posts: gathered.posts.into_iter().map(|(_, _, place)| place::mention(place)).collect(),
    })
}

fn top_authors(tx: &Tx<'_>, gathered: &Gathered) -> Result<Vec<Share>, StoreError> {
    let mut authors: Vec<_> = gathered.authors.iter().collect();
    authors.sort_by_key(|(_, (n, _))| std::cmp::Reverse(*n));
    authors.truncate(TOP_AUTHORS);
    let mut shares = Vec::with_capacity(authors.len());
    for ((_, key), (n, id)) in authors {
        let shown = mention::find(tx, *id)?;
        let name = shown.as_ref().and_then(|mention| mention.item.author.shown()).unwrap_or(key);
        shares.push(Share { name: name.to_owned(), n_mentions: *n });
    }
    Ok(shares)
}

/// Start of an hour given by its number since the Unix epoch.
pub(crate) fn hour_start(hour: i64) -> Timestamp {
    Bucket(hour.saturating_mul(BUCKETS_PER_HOUR)).start()
}

/// Number of the hour that holds an instant, since the Unix epoch.
pub(crate) fn hour_of(at: Timestamp) -> i64 {
    Bucket::of(at).0.div_euclid(BUCKETS_PER_HOUR)
}

/// The instant so many minutes later, or the end of the calendar.
pub(crate) fn minutes_later(at: Timestamp, minutes: u32) -> Timestamp {
    at.checked_add(SignedDuration::from_mins(i64::from(minutes))).unwrap_or(Timestamp::MAX)
}

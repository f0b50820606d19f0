//! Samples: random matches of a topic that people mark as right or wrong, from which the precision of its query is estimated.
//!
//! A mark is never changed: whoever thinks better of it marks again, and the latest mark of a mention counts, whoever made it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use nabat_crisis::bucket::Bucket;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::mention::Mention;
use nabat_crisis::person::Actor;

use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::page::{PAGE_MAX, bounded, rows};
use crate::stored::{actor, count, ns, person, time};
use crate::topic::QueryVersionId;
use crate::{mention, place};

/// Number of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SampleId(pub i64);

/// Random matches of a topic, to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// Its number.
    pub id: SampleId,
    /// The topic.
    pub topic: TopicId,
    /// The query it was drawn for.
    pub version: QueryVersionId,
    /// The matches, in the order in which they were drawn.
    pub mentions: Vec<MentionId>,
    /// What people said of them, in order of time.
    pub marks: Vec<SampleMark>,
    /// When it was drawn.
    pub at: Timestamp,
    /// Who asked for it.
    pub by: Actor,
}

/// What a person said of one match.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleMark {
    /// The match.
    pub mention: MentionId,
    /// Whether it is about the topic.
    pub right: bool,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
}

/// The numbers an estimate of precision is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Precision {
    /// The sample.
    pub sample: SampleId,
    /// The query it was drawn for.
    pub version: QueryVersionId,
    /// Matches marked as right.
    pub n_right: u64,
    /// Matches marked as wrong.
    pub n_wrong: u64,
    /// When the latest mark was made.
    pub at: Timestamp,
}

impl Store {
    /// Keeps a sample of a topic.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] for more than a thousand mentions, [`StoreError::DiskFull`], engine failures.
    pub async fn put_sample(
        &self,
        topic: TopicId,
        version: QueryVersionId,
        mentions: Vec<MentionId>,
        by: Actor,
        at: Timestamp,
    ) -> Result<Sample, StoreError> {
        if mentions.len() > PAGE_MAX {
            return Err(StoreError::TooLarge { what: "mentions in a sample", max: PAGE_MAX as u64 });
        }
        self.write(move |tx| {
            let sql = "INSERT INTO sample (topic, version, at, person, mentions) VALUES (?1, ?2, ?3, ?4, ?5)";
            let numbers: Vec<_> = mentions.iter().map(|id| id.0).collect();
            let written = mention::write_topics(&numbers);
            let id = tx.insert(sql, params![topic.0, version.0, ns(at), person(by), written])?;
            Ok(Sample { id: SampleId(id), topic, version, mentions, marks: Vec::new(), at, by })
        })
        .await
    }

    /// A sample with its marks.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the row cannot be read, engine failures.
    pub async fn sample(&self, id: SampleId) -> Result<Option<Sample>, StoreError> {
        self.read(move |tx| find(tx, id)).await
    }

    /// Notes what a person says of a match; the sample with all marks. `None` when there is no such sample, or the mention is not in it.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn mark_sample(
        &self,
        id: SampleId,
        mention: MentionId,
        right: bool,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Sample>, StoreError> {
        self.write(move |tx| {
            let Some(mut sample) = find(tx, id)?.filter(|sample| sample.mentions.contains(&mention)) else {
                return Ok(None);
            };
            let sql =
                "INSERT INTO sample_mark (sample, mention, at, person, is_right) VALUES (?1, ?2, ?3, ?4, ?5)";
            tx.run(sql, params![id.0, mention.0, ns(at), person(by), right])?;
            sample.marks.push(SampleMark { mention, right, at, by });
            Ok(Some(sample))
        })
        .await
    }

    /// What people said of the latest marked sample of a topic. `None` until a match of one is marked.
    ///
    /// # Errors
    /// As [`Store::sample`].
    pub async fn precision(&self, topic: TopicId) -> Result<Option<Precision>, StoreError> {
        self.read(move |tx| {
            let sql = "SELECT id FROM sample s WHERE topic = ?1 \
                       AND EXISTS (SELECT 1 FROM sample_mark WHERE sample = s.id) ORDER BY id DESC LIMIT 1";
            let Some(id) = tx.one(sql, [topic.0], |row| Ok(SampleId(row.get(0)?)))? else { return Ok(None) };
            Ok(find(tx, id)?.and_then(|sample| sample.precision()))
        })
        .await
    }

    /// So many mentions of a topic, each equally likely, drawn by a seed: the same seed over the same store draws the same.
    /// All of them when there are fewer. At most a thousand.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn random_mentions(
        &self,
        topic: TopicId,
        n: usize,
        seed: u64,
    ) -> Result<Vec<Mention>, StoreError> {
        let n = bounded(n, PAGE_MAX);
        self.read(move |tx| mention::find_all(tx, &draw(tx, topic, n, seed)?)).await
    }
}

impl Sample {
    /// The latest mark of each match, counted.
    pub fn precision(&self) -> Option<Precision> {
        let latest: BTreeMap<_, _> = self.marks.iter().map(|mark| (mark.mention, mark.right)).collect();
        let n_right = latest.values().filter(|right| **right).count() as u64;
        Some(Precision {
            sample: self.id,
            version: self.version,
            n_right,
            n_wrong: latest.len() as u64 - n_right,
            at: self.marks.iter().map(|mark| mark.at).max()?,
        })
    }
}

fn find(tx: &Tx<'_>, id: SampleId) -> Result<Option<Sample>, StoreError> {
    let sql = "SELECT id, topic, version, at, person, mentions FROM sample WHERE id = ?1";
    let Some(sample) = tx.one(sql, [id.0], read)? else { return Ok(None) };
    let sql = "SELECT mention, is_right, at, person FROM sample_mark WHERE sample = ?1 ORDER BY id";
    let marks = tx.all(sql, [id.0], |row| {
        Ok(SampleMark {
            mention: MentionId(row.get(0)?),
            right: row.get(1)?,
            at: time(row.get(2)?),
            by: actor(row.get(3)?),
        })
    })?;
    Ok(Some(Sample { marks, ..sample }))
}

fn read(row: &Row<'_>) -> Result<Sample, StoreError> {
    Ok(Sample {
        id: SampleId(row.get(0)?),
        topic: TopicId(row.get(1)?),
        version: QueryVersionId(row.get(2)?),
        at: time(row.get(3)?),
        by: actor(row.get(4)?),
        mentions: mention::read_topics(&row.get::<_, String>(5)?)?.into_iter().map(MentionId).collect(),
        marks: Vec::new(),
    })
}

/// Draws places among the matches of a topic. The roll-up by five minutes says where each drawn number lies, so only the few
/// buckets that hold one are read.
fn draw(tx: &Tx<'_>, topic: TopicId, n: usize, seed: u64) -> Result<Vec<MentionId>, StoreError> {
    let sql = "SELECT bucket, n FROM bucket WHERE topic = ?1 ORDER BY bucket";
    let buckets = tx.all(sql, [topic.0], |row| Ok((Bucket(row.get(0)?), count(row.get(1)?))))?;
    let n_all = buckets.iter().map(|(_, n)| n).sum();
    let drawn = distinct(n_all, n, seed);
    let mut found: BTreeMap<u64, MentionId> = BTreeMap::new();
    let mut sorted: Vec<_> = drawn.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    sorted.reverse();
    let mut before = 0;
    for (bucket, n_here) in buckets {
        while let Some(number) = sorted.pop_if(|number| *number < before + n_here) {
            let sql = "SELECT place FROM matched WHERE topic = ?1 AND place >= ?2 AND place < ?3 \
                       ORDER BY place LIMIT 1 OFFSET ?4";
            let (from, until) = (place::from(bucket.start()), place::from(bucket.plus(1).start()));
            let offset = rows(usize::try_from(number - before).unwrap_or(usize::MAX));
            let place = tx.one(sql, [topic.0, from, until, offset], |row| Ok(row.get(0)?))?;
            found.extend(place.map(|place| (number, place::mention(place))));
        }
        before += n_here;
    }
    Ok(drawn.iter().filter_map(|number| found.get(number).copied()).collect())
}

/// `n` different numbers below `n_all` in a random order; all of them when there are fewer.
fn distinct(n_all: u64, n: usize, seed: u64) -> Vec<u64> {
    let mut state = seed;
    let mut drawn: Vec<u64> = Vec::with_capacity(n);
    // Floyd's way: each set is equally likely, and nothing is drawn twice.
    for last in n_all.saturating_sub(n as u64)..n_all {
        let number = next(&mut state) % (last + 1);
        let number = if drawn.contains(&number) { last } else { number };
        let at = usize::try_from(next(&mut state) % (drawn.len() as u64 + 1)).unwrap_or(0);
        drawn.insert(at, number);
    }
    drawn
}

/// The next number of SplitMix64 (Steele, Lea and Flood 2014): enough to draw by, and the same everywhere.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_drawn_about_equally_often_and_never_twice() {
        let mut n_drawn = [0; 10];
        for seed in 0..10_000 {
            let drawn = distinct(10, 3, seed);
            assert_eq!(drawn.iter().collect::<BTreeSet<_>>().len(), 3);
            drawn.iter().for_each(|number| n_drawn[*number as usize] += 1);
        }
        assert!(n_drawn.iter().all(|n| (2_800..3_200).contains(n)), "{n_drawn:?}");
        assert_eq!(distinct(2, 20, 7).into_iter().collect::<BTreeSet<_>>(), BTreeSet::from([0, 1]));
        assert!(distinct(0, 20, 7).is_empty());
    }
}

//! How right a topic is: people mark a random sample of its matches, and it gives an estimate with its interval.
//!
//! The interval is Wilson's (E. B. Wilson, JASA 22, 1927) at 95 %: unlike the textbook one it stays within 0 and 1, and is honest
//! when all of a small sample is right.

use std::collections::BTreeMap;

use jiff::Timestamp;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::person::Actor;
use nabat_store::{QueryVersion, QueryVersionId, Sample, SampleId};
use nabat_watch::matching::{Engine, PostView, Scratch};

use crate::views::MentionView;
use crate::{App, Refused, Result};

/// Mentions of a sample: marked in a few minutes, and enough to tell a good query from a bad one.
const N_SAMPLED: usize = 20;
/// Mentions drawn for it: some of them an earlier query found, and the one in force does not.
const N_DRAWN: usize = 1_000;
/// The 97.5 % point of the normal distribution, for an interval of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// A random sample of a topic's matches, with what people said of them.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleView {
    /// Its number.
    pub id: SampleId,
    /// When it was drawn.
    pub at: Timestamp,
    /// The query it was drawn for.
    pub query: String,
    /// The mentions, in random order.
    pub mentions: Vec<MentionView>,
    /// Mentions marked right or wrong.
    pub marks: Vec<(MentionId, bool)>,
}

/// How many of a topic's matches are right, as the marks say.
#[derive(Debug, Clone, PartialEq)]
pub struct Precision {
    /// Marked right.
    pub n_right: u64,
    /// Marked wrong.
    pub n_wrong: u64,
    /// The share that is right, 0 to 1.
    pub estimate: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// When the last mark was set.
    pub at: Timestamp,
    /// The query it was drawn for.
    pub query: String,
    /// Whether that query is in force.
    pub current: bool,
}

/// Wilson's interval for a share of which `n_right` of `n` were seen; the whole line when nothing was seen.
fn interval(n_right: u64, n: u64) -> (f64, f64) {
    if n == 0 {
        return (0.0, 1.0);
    }
    let (right, n) = (n_right as f64, n as f64);
    let share = right / n;
    let squared = Z * Z / n;
    let middle = (share + squared / 2.0) / (1.0 + squared);
    let half = Z / (1.0 + squared) * (share * (1.0 - share) / n + squared / (4.0 * n)).sqrt();
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

impl App {
    /// The newest sample of a topic that somebody has begun to mark.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn latest_sample(&self, topic: TopicId) -> Result<Option<SampleView>> {
        let Some(precision) = self.store.precision(topic).await? else { return Ok(None) };
        match self.store.sample(precision.sample).await? {
            Some(sample) => Ok(Some(self.sample_view(sample).await?)),
            None => Ok(None),
        }
    }

    /// Draws a random sample of the posts that a topic's query in force matches.
    ///
    /// # Errors
    /// [`Refused::NotFound`], [`Refused::NothingFound`] when the topic has matched nothing yet.
    pub async fn draw_sample(&self, topic: TopicId, by: Actor) -> Result<SampleView> {
        let versions = self.store.topic_versions(topic).await?;
        let version = versions.first().ok_or(Refused::NotFound)?.id;
        let watched = self.watched.load_full();
        let query = watched.query(topic).ok_or(Refused::NotFound)?;
        let engine = Engine::new([(topic, query)]);
        let (mut scratch, mut found) = (Scratch::default(), Vec::new());
        let seed =
            getrandom::u64().map_err(|error| anyhow::anyhow!("the machine gives no chance: {error}"))?;
        let mut drawn = self.store.random_mentions(topic, N_DRAWN, seed).await?;
        drawn.retain(|mention| {
            engine.matches(&PostView::from(&mention.item), &mut scratch, &mut found);
            !found.is_empty()
        });
        drawn.truncate(N_SAMPLED);
        if drawn.is_empty() {
            return Err(Refused::NothingFound);
        }
        let mentions = drawn.iter().map(|mention| mention.id).collect();
        let sample = self.store.put_sample(topic, version, mentions, by, self.clock.now()).await?;
        self.sample_view(sample).await
    }

    /// Marks a mention of a sample right or wrong; a later mark of the same mention counts instead. Gives the sample's precision.
    ///
    /// # Errors
    /// [`Refused::NotFound`] for a sample or a mention in it that is not there.
    pub async fn mark_sample(
        &self,
        topic: TopicId,
        sample: SampleId,
        mention: MentionId,
        right: bool,
        by: Actor,
    ) -> Result<Precision> {
        let known = self.store.sample(sample).await?.filter(|known| known.topic == topic);
        known.ok_or(Refused::NotFound)?;
        let marked = self.store.mark_sample(sample, mention, right, by, self.clock.now()).await?;
        let precision = marked.and_then(|marked| marked.precision()).ok_or(Refused::NotFound)?;
        self.with_interval(topic, precision).await
    }

    /// How right a topic is, by the newest sample that somebody has marked.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn precision(&self, topic: TopicId) -> Result<Option<Precision>> {
        match self.store.precision(topic).await? {
            Some(precision) => Ok(Some(self.with_interval(topic, precision).await?)),
            None => Ok(None),
        }
    }

    async fn with_interval(&self, topic: TopicId, marked: nabat_store::Precision) -> Result<Precision> {
        let versions = self.store.topic_versions(topic).await?;
        let n = marked.n_right + marked.n_wrong;
        let (low, high) = interval(marked.n_right, n);
        Ok(Precision {
            n_right: marked.n_right,
            n_wrong: marked.n_wrong,
            estimate: if n == 0 { 0.0 } else { marked.n_right as f64 / n as f64 },
            low,
            high,
            at: marked.at,
            query: query_of(&versions, marked.version),
            current: versions.first().is_some_and(|version| version.id == marked.version),
        })
    }

    async fn sample_view(&self, sample: Sample) -> Result<SampleView> {
        let versions = self.store.topic_versions(sample.topic).await?;
        let mentions = self.store.mentions_by_id(sample.mentions).await?.into_iter();
        let mut marks = BTreeMap::new();
        // A later mark of the same mention counts instead.
        marks.extend(sample.marks.iter().map(|mark| (mark.mention, mark.right)));
        Ok(SampleView {
            id: sample.id,
            at: sample.at,
            query: query_of(&versions, sample.version),
            mentions: mentions.map(|mention| self.with_spans(mention, Some(sample.topic))).collect(),
            marks: marks.into_iter().collect(),
        })
    }
}

fn query_of(versions: &[QueryVersion], id: QueryVersionId) -> String {
    versions.iter().find(|version| version.id == id).map(|version| version.query.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilsons_and_stays_between_none_and_all() {
        // Worked out apart from this program, to seven digits.
        for (n_right, n, low, high) in [
            (18, 20, 0.698_966_4, 0.972_133_5),
            (20, 20, 0.838_874_8, 1.0),
            (0, 20, 0.0, 0.161_125_2),
            (10, 20, 0.299_298_0, 0.700_702_0),
            (1, 1, 0.206_549_3, 1.0),
        ] {
            let found = interval(n_right, n);
            assert!(
                (found.0 - low).abs() < 1e-6 && (found.1 - high).abs() < 1e-6,
                "{n_right} of {n}: {found:?}"
            );
        }
        assert_eq!(interval(0, 0), (0.0, 1.0), "nothing marked, nothing known");
    }
}

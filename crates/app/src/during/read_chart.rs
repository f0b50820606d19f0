//! The chart of a topic: mentions, what was expected, and what rang.

use jiff::Timestamp;
use nabat_crisis::bucket::{BUCKET_SECONDS, BUCKETS_PER_HOUR, Bucket};
use nabat_crisis::id::{IncidentId, SignalId, TopicId};
use nabat_crisis::signal::Share;
use nabat_store::{IncidentFilter, SignalFilter};
use nabat_watch::detect::counts::Counts;
use nabat_watch::detect::mention_surge::{self, BASELINE_HOURS};

use crate::{App, Refused, Result};

/// Most points of a chart; more than pixels helps nobody.
const POINTS_MAX: i64 = 3_000;
/// Marks shown of each kind.
const MARKS_MAX: usize = 500;
/// Steps people may choose, in seconds: five minutes, an hour, a day.
const STEPS: [i64; 3] = [300, 3_600, 86_400];

/// A chart.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Seconds from point to point.
    pub step_seconds: i64,
    /// The points, in order of time.
    pub points: Vec<Point>,
    /// Signals, with their times.
    pub signals: Vec<(Timestamp, SignalId)>,
    /// Incidents, with the times they were opened.
    pub incidents: Vec<(Timestamp, IncidentId)>,
    /// Mentions by network, most first.
    pub networks: Vec<Share>,
}

/// A point of a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Start of the step.
    pub at: Timestamp,
    /// Mentions in the step.
    pub n: u64,
    /// Mentions expected in a step, by the seven days before it.
    pub expected: f64,
    /// Lower end of what is usual.
    pub low: f64,
    /// Upper end of what is usual.
    pub high: f64,
}

impl App {
    /// The chart of a topic from one instant to another, in steps of 300, 3,600 or 86,400 seconds.
    ///
    /// # Errors
    /// [`Refused::NotFound`], [`Refused::BadValue`] for another step or a span of more than 3,000 steps.
    pub async fn chart(
        &self,
        topic: TopicId,
        from: Timestamp,
        until: Timestamp,
        step_seconds: i64,
    ) -> Result<Chart> {
        if !STEPS.contains(&step_seconds) {
            return Err(Refused::BadValue("step"));
        }
        let n_points = (until.as_second().saturating_sub(from.as_second())) / step_seconds;
        if from >= until || n_points > POINTS_MAX {
            return Err(Refused::BadValue("from"));
        }
        self.store.topic(topic).await?.ok_or(Refused::NotFound)?;
        let first = Bucket(from.as_second().div_euclid(step_seconds) * (step_seconds / BUCKET_SECONDS));
        let last = Bucket::of(until);
        let known_from = first.plus(-(BASELINE_HOURS + 2) * BUCKETS_PER_HOUR);
        let known_since = self.store.first_bucket(topic).await?;
        let counts = Counts::new(known_since, self.store.buckets(topic, known_from, last.plus(1)).await?);
        let signals =
            SignalFilter { topic: Some(topic), incident: None, from: Some(from), until: Some(until) };
        let signals = self.store.signals(signals, None, MARKS_MAX).await?;
        let incidents =
            self.store.incidents(IncidentFilter { topic: Some(topic), open: None }, None, MARKS_MAX).await?;
        let within = |at: &Timestamp| (from..until).contains(at);
        Ok(Chart {
            step_seconds,
            points: points(&counts, first, last, step_seconds),
            signals: signals.items.iter().map(|stored| (stored.signal.said.at, stored.signal.id)).collect(),
            incidents: incidents
                .items
                .iter()
                .map(|incident| (incident.opened_at, incident.id))
                .filter(|(at, _)| within(at))
                .collect(),
            networks: self.network_shares(topic, from, until).await?,
        })
    }

    /// Mentions of a topic by network, most first.
    pub(crate) async fn network_shares(
        &self,
        topic: TopicId,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<Share>> {
        let mut shares: Vec<Share> = Vec::new();
        for hour in self.store.hours_by_network(topic, from, until).await? {
            match shares.iter_mut().find(|share| share.name == hour.network.as_str()) {
                Some(share) => share.n_mentions += hour.n_mentions,
                None => {
                    shares.push(Share { name: hour.network.as_str().to_owned(), n_mentions: hour.n_mentions })
                }
            }
        }
        shares.sort_by(|a, b| b.n_mentions.cmp(&a.n_mentions).then_with(|| a.name.cmp(&b.name)));
        Ok(shares)
    }
}

/// Points with the expected band: the mean of the week before, and twice the spread that chance alone would give (Poisson).
fn points(counts: &Counts, first: Bucket, last: Bucket, step_seconds: i64) -> Vec<Point> {
    let n_buckets = step_seconds / BUCKET_SECONDS;
    let hours = step_seconds as f64 / 3_600.0;
    let mut points = Vec::new();
    let mut bucket = first;
    while bucket <= last {
        let (n_known, hours_known, per_hour) =
            mention_surge::expected(counts, bucket.plus(BUCKETS_PER_HOUR - 1));
        // The rule's cautious floor for a young topic is no expectation of anybody: the chart shows the mean as far as it is known.
        let young = hours_known < mention_surge::YOUNG_HOURS as f64;
        let per_hour = if young { n_known as f64 / hours_known.max(1.0) } else { per_hour };
        let expected = per_hour * hours;
        let spread = 2.0 * expected.sqrt();
        let n = counts.between(bucket, bucket.plus(n_buckets));
        points.push(Point {
            at: bucket.start(),
            n,
            expected,
            low: (expected - spread).max(0.0),
            high: expected + spread,
        });
        bucket = bucket.plus(n_buckets);
    }
    points
}

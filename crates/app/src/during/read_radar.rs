//! The radar: per topic what is said now against what is usual, and what waits.

use std::collections::BTreeMap;

use jiff::Timestamp;
use nabat_crisis::bucket::{BUCKETS_PER_HOUR, Bucket};
use nabat_crisis::during::incident::IncidentStatus;
use nabat_crisis::id::{IncidentId, TopicId};
use nabat_crisis::topic::Topic;
use nabat_watch::detect::counts::Counts;
use nabat_watch::detect::mention_surge::{self, BASELINE_HOURS};

use super::read_cases::Waiting;
use super::read_incidents::IncidentView;
use crate::{App, Result};

/// Incidents shown on the radar, latest signal first; the list of incidents has them all, and every topic names its own.
const INCIDENTS_SHOWN_MAX: usize = 12;
/// Hours in a topic's small curve.
const CURVE_HOURS: i64 = 24;

/// Everything on the radar.
#[derive(Debug, Clone)]
pub struct Radar {
    /// When it was read.
    pub now: Timestamp,
    /// Topics that are watched.
    pub topics: Vec<RadarTopic>,
    /// What waits in the inbox.
    pub waiting: Waiting,
    /// Sources that are silent or cannot be read.
    pub n_source_alarms: u64,
    /// Open incidents, latest signal first.
    pub incidents: Vec<IncidentView>,
}

/// A topic on the radar.
#[derive(Debug, Clone)]
pub struct RadarTopic {
    /// The topic.
    pub topic: Topic,
    /// Mentions in the last hour.
    pub n_hour: u64,
    /// Mentions expected in an hour.
    pub expected_hour: f64,
    /// Mentions in the last 24 hours.
    pub n_day: u64,
    /// Mentions in each of the last 24 hours, oldest first.
    pub curve: Vec<u64>,
    /// Its open incident.
    pub incident: Option<(IncidentId, IncidentStatus)>,
    /// Its cases nobody has answered.
    pub n_unanswered: u64,
    /// When the oldest of them was published.
    pub oldest_waiting_at: Option<Timestamp>,
    /// Whether less than a day of it is known.
    pub young: bool,
}

impl App {
    /// Reads the radar.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn radar(&self) -> Result<Radar> {
        let now = self.clock.now();
        let watched = self.watched.load_full();
        let topics: Vec<&Topic> = watched.topics().filter(|topic| topic.archived_at.is_none()).collect();
        let running = Bucket::of(now);
        let from = running.plus(-(BASELINE_HOURS + 2) * BUCKETS_PER_HOUR);
        let ids: Vec<TopicId> = topics.iter().map(|topic| topic.id).collect();
        let mut known_since = BTreeMap::new();
        for id in &ids {
            known_since.insert(*id, self.store.first_bucket(*id).await?);
        }
        let mut buckets = self.store.buckets_of(ids, from, running.plus(1)).await?;
        let cases = self.store.case_counts(now).await?;
        let waiting: BTreeMap<TopicId, _> = cases.topics.iter().map(|topic| (topic.topic, topic)).collect();
        let open = self.open_incidents().await?;
        let shown = self.incident_views(open.iter().take(INCIDENTS_SHOWN_MAX).cloned().collect()).await?;
        let topics = topics.into_iter().map(|topic| {
            let known_since = known_since.get(&topic.id).copied().flatten();
            let counts = Counts::new(known_since, buckets.remove(&topic.id).unwrap_or_default());
            let hour = |back: i64| {
                counts.between(
                    running.plus(1 - (back + 1) * BUCKETS_PER_HOUR),
                    running.plus(1 - back * BUCKETS_PER_HOUR),
                )
            };
            let burning = open.iter().find(|incident| incident.topic == topic.id);
            RadarTopic {
                n_hour: hour(0),
                expected_hour: mention_surge::expected(&counts, running).2,
                n_day: (0..CURVE_HOURS).map(hour).sum(),
                curve: (0..CURVE_HOURS).rev().map(hour).collect(),
                incident: burning.map(|incident| (incident.id, incident.status)),
                n_unanswered: waiting.get(&topic.id).map_or(0, |cases| cases.n_unanswered),
                oldest_waiting_at: waiting.get(&topic.id).and_then(|cases| cases.oldest_waiting_at),
                young: mention_surge::is_young(&counts, running),
                topic: topic.clone(),
            }
        });
        let topics = topics.collect();
        let n_source_alarms =
            self.store.sources().await?.iter().filter(|source| source.trouble(now).is_some()).count() as u64;
        Ok(Radar { now, topics, waiting: Waiting::from(&cases), n_source_alarms, incidents: shown })
    }
}

//! Incidents and signals as pages show them.

use futures_util::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use nabat_crisis::bucket::{BUCKETS_PER_HOUR, Bucket};
use nabat_crisis::during::case::CaseState;
use nabat_crisis::during::incident::{Incident, TimelineEntry};
use nabat_crisis::id::{IncidentId, SignalId};
use nabat_crisis::signal::{Evidence, Share};
use nabat_store::{CaseFilter, IncidentFilter, SignalFilter, Span, StoredSignal};

use crate::views::{MentionView, Page};
use crate::{App, Refused, Result};

/// Signals shown in the incident room; an incident that rings more often has its story told by these.
const SIGNALS_MAX: usize = 100;
/// An incident's posts are counted until so long after its last signal; later posts of the topic are everyday talk.
const TAIL_HOURS: i64 = 24;

/// An incident with the numbers of its time.
#[derive(Debug, Clone)]
pub struct IncidentView {
    /// The incident.
    pub incident: Incident,
    /// Name of its topic.
    pub topic_name: String,
    /// Mentions of its topic in its time.
    pub n_mentions: u64,
    /// Mentions of its strongest hour.
    pub n_hour_peak: u64,
    /// Its cases that nobody has answered; counted to [`UNANSWERED_SHOWN_MAX`].
    pub n_unanswered: u64,
    /// Mentions by network, most first.
    pub networks: Vec<Share>,
    /// Its latest signal.
    pub latest: Option<StoredSignal>,
}

/// Unanswered cases of one incident are counted up to this number; "500 and more" says enough.
pub const UNANSWERED_SHOWN_MAX: usize = 500;

/// Networks of an incident are counted post by post up to so many mentions; beyond it by the hour, where the border hours do not show.
const COUNTED_EXACTLY_MAX: u64 = 1_000;

/// An incident with everything that happened.
#[derive(Debug, Clone)]
pub struct IncidentInFull {
    /// The incident.
    pub view: IncidentView,
    /// Its timeline, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// Its signals, newest first.
    pub signals: Vec<StoredSignal>,
    /// The posts with the most engagement of its latest signals.
    pub posts: Vec<MentionView>,
}

impl App {
    /// Incidents, newest first.
    ///
    /// # Errors
    /// [`Refused::BadValue`] for a cursor that cannot be used.
    pub async fn incidents(
        &self,
        filter: IncidentFilter,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<IncidentView>> {
        let page = self.store.incidents(filter, cursor, limit).await?;
        Ok(Page { items: self.incident_views(page.items).await?, next: page.next })
    }

    /// An incident in full.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn incident_in_full(&self, id: IncidentId) -> Result<IncidentInFull> {
        let incident = self.store.incident(id).await?.ok_or(Refused::NotFound)?;
        let filter = SignalFilter { incident: Some(id), ..SignalFilter::default() };
        let signals = self.store.signals(filter, None, SIGNALS_MAX).await?.items;
        let mut top = Vec::new();
        for signal in &signals {
            let Evidence::MentionSurge(surge) = &signal.signal.said.evidence;
            top.extend(
                surge.top_posts.iter().filter(|post| !top.contains(*post)).copied().collect::<Vec<_>>(),
            );
        }
        top.truncate(10);
        let topic = incident.topic;
        let posts = self.store.mentions_by_id(top).await?;
        Ok(IncidentInFull {
            timeline: self.store.timeline(id).await?,
            posts: posts.into_iter().map(|mention| self.with_spans(mention, Some(topic))).collect(),
            view: self.incident_view(incident).await?,
            signals,
        })
    }

    /// One signal with its top posts.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn signal_in_full(&self, id: SignalId) -> Result<(StoredSignal, Vec<MentionView>)> {
        let signal = self.store.signal(id).await?.ok_or(Refused::NotFound)?;
        let Evidence::MentionSurge(surge) = &signal.signal.said.evidence;
        let posts = self.store.mentions_by_id(surge.top_posts.clone()).await?;
        let topic = signal.signal.said.topic;
        Ok((signal, posts.into_iter().map(|mention| self.with_spans(mention, Some(topic))).collect()))
    }

    /// Signals, newest first.
    ///
    /// # Errors
    /// [`Refused::BadValue`] for a cursor that cannot be used.
    pub async fn signals(
        &self,
        filter: SignalFilter,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<StoredSignal>> {
        Ok(self.store.signals(filter, cursor, limit).await?.into())
    }

    /// An incident with the numbers of its time.
    pub(crate) async fn incident_view(&self, incident: Incident) -> Result<IncidentView> {
        let span = span_of(&incident);
        let until = span.until.unwrap_or(Timestamp::MAX);
        let filter = SignalFilter { incident: Some(incident.id), ..SignalFilter::default() };
        let latest = self.store.signals(filter, None, 1).await?.items.into_iter().next();
        let buckets =
            self.store.buckets(incident.topic, Bucket::of(span.from), Bucket::of(until).plus(1)).await?;
        let n_mentions: u64 = buckets.iter().map(|(_, n)| n).sum();
        let networks = if n_mentions <= COUNTED_EXACTLY_MAX {
            self.store.window_facts(incident.topic, span.from, until).await?.networks
        } else {
            self.network_shares(incident.topic, span.from, until).await?
        };
        let waiting = CaseFilter {
            states: vec![CaseState::New, CaseState::InWork],
            span: Some(span),
            ..CaseFilter::default()
        };
        Ok(IncidentView {
            topic_name: self
                .watched
                .load()
                .topic(incident.topic)
                .map(|topic| topic.name.clone())
                .unwrap_or_default(),
            n_mentions,
            n_hour_peak: strongest_hour(&buckets),
            n_unanswered: self.store.count_cases(waiting, UNANSWERED_SHOWN_MAX).await?,
            networks,
            latest,
            incident,
        })
    }

    /// The views of several incidents, in their order, read side by side.
    pub(crate) async fn incident_views(&self, incidents: Vec<Incident>) -> Result<Vec<IncidentView>> {
        try_join_all(incidents.into_iter().map(|incident| self.incident_view(incident))).await
    }

    /// The topic and time that an incident covers.
    pub(crate) async fn incident_span(&self, id: IncidentId) -> Result<Span> {
        let incident = self.store.incident(id).await?.ok_or(Refused::NotFound)?;
        Ok(span_of(&incident))
    }

    /// Open incidents of all topics, latest signal first.
    pub(crate) async fn open_incidents(&self) -> Result<Vec<Incident>> {
        let mut open = self.store.open_incidents().await?;
        open.sort_by_key(|incident| std::cmp::Reverse((incident.last_signal_at, incident.id)));
        Ok(open)
    }
}

/// Mentions of the strongest hour: twelve buckets in a row.
fn strongest_hour(buckets: &[(Bucket, u64)]) -> u64 {
    let (mut strongest, mut sum, mut first) = (0, 0, 0);
    for (bucket, n) in buckets {
        sum += n;
        while buckets[first].0.plus(BUCKETS_PER_HOUR) <= *bucket {
            sum -= buckets[first].1;
            first += 1;
        }
        strongest = strongest.max(sum);
    }
    strongest
}

fn span_of(incident: &Incident) -> Span {
    let tail = incident
        .last_signal_at
        .saturating_add(SignedDuration::from_hours(TAIL_HOURS))
        .unwrap_or(Timestamp::MAX);
    let until = incident.closed_at.map_or(tail, |closed| closed.min(tail));
    Span { topic: incident.topic, from: incident.from, until: Some(until.max(incident.last_signal_at)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strongest_hour_may_begin_in_any_bucket() {
        let buckets = [(0, 5), (6, 7), (11, 1), (12, 4), (40, 9)].map(|(bucket, n)| (Bucket(bucket), n));
        assert_eq!(strongest_hour(&buckets), 13, "buckets 0 to 11; the twelfth is the next hour's");
        assert_eq!(strongest_hour(&[]), 0);
    }
}

//! Incidents and signals as pages show them.

use jiff::{SignedDuration, Timestamp};
use nabat_crisis::bucket::Bucket;
use nabat_crisis::during::case::CaseState;
use nabat_crisis::during::incident::{Incident, TimelineEntry};
use nabat_crisis::id::{IncidentId, SignalId};
use nabat_crisis::signal::{Evidence, Share};
use nabat_store::{IncidentFilter, SignalFilter, Span, StoredSignal};

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
    /// Mentions of its strongest hour, of those that rang.
    pub n_hour_peak: u64,
    /// Its cases that nobody has answered; counted to [`UNANSWERED_SHOWN_MAX`].
    pub n_unanswered: u64,
    /// Mentions by network, most first.
    pub networks: Vec<Share>,
    /// Its latest signal.
    pub latest: Option<StoredSignal>,
}

/// Unanswered cases of one incident are counted up to this number; "500 and more" says enough.
pub const UNANSWERED_SHOWN_MAX: u64 = 500;

/// Networks of an incident are counted post by post up to so many mentions; beyond it by the hour, where the border hours do not show.
const COUNTED_EXACTLY_MAX: u64 = 5_000;

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
        let mut items = Vec::with_capacity(page.items.len());
        for incident in page.items {
            items.push(self.incident_view(incident).await?);
        }
        Ok(Page { items, next: page.next })
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
        let filter = SignalFilter { incident: Some(incident.id), ..SignalFilter::default() };
        let signals = self.store.signals(filter, None, SIGNALS_MAX).await?.items;
        let until = span.until.unwrap_or(Timestamp::MAX);
        let counted =
            self.store.buckets(incident.topic, Bucket::of(span.from), Bucket::of(until).plus(1)).await?;
        let n_mentions: u64 = counted.iter().map(|(_, n)| n).sum();
        let networks = if n_mentions <= COUNTED_EXACTLY_MAX {
            self.store.window_facts(incident.topic, span.from, until).await?.networks
        } else {
            self.network_shares(incident.topic, span.from, until).await?
        };
        let waiting = nabat_store::CaseFilter {
            states: vec![CaseState::New, CaseState::InWork],
            span: Some(span),
            ..Default::default()
        };
        let waiting = self
            .store
            .cases(waiting, nabat_store::CaseOrder::DueFirst, None, UNANSWERED_SHOWN_MAX as usize)
            .await?;
        Ok(IncidentView {
            topic_name: self
                .watched
                .load()
                .topic(incident.topic)
                .map(|topic| topic.name.clone())
                .unwrap_or_default(),
            n_mentions,
            n_hour_peak: signals
                .iter()
                .map(|signal| signal.signal.said.evidence.n_observed())
                .max()
                .unwrap_or_default(),
            n_unanswered: waiting.items.len() as u64,
            networks,
            latest: signals.into_iter().next(),
            incident,
        })
    }

    /// The topic and time that an incident covers.
    pub(crate) async fn incident_span(&self, id: IncidentId) -> Result<Span> {
        let incident = self.store.incident(id).await?.ok_or(Refused::NotFound)?;
        Ok(span_of(&incident))
    }

    /// Open incidents of all topics, latest signal first.
    pub(crate) async fn open_incident_views(&self) -> Result<Vec<IncidentView>> {
        let mut open = self.store.open_incidents().await?;
        open.sort_by_key(|incident| std::cmp::Reverse((incident.last_signal_at, incident.id)));
        let mut views = Vec::with_capacity(open.len().min(OPEN_SHOWN_MAX));
        for incident in open.into_iter().take(OPEN_SHOWN_MAX) {
            views.push(self.incident_view(incident).await?);
        }
        Ok(views)
    }
}

/// Open incidents on the radar; a house with more has another problem, and the list of incidents has them all.
const OPEN_SHOWN_MAX: usize = 30;

fn span_of(incident: &Incident) -> Span {
    let tail = incident
        .last_signal_at
        .saturating_add(SignedDuration::from_hours(TAIL_HOURS))
        .unwrap_or(Timestamp::MAX);
    let until = incident.closed_at.map_or(tail, |closed| closed.min(tail));
    Span { topic: incident.topic, from: incident.from, until: Some(until.max(incident.last_signal_at)) }
}

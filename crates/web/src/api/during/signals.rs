//! Signals: what rang, with the numbers that made it ring.

use axum::Json;
use axum::extract::{Path, Query, State};
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::views::{SignalFilter, StoredSignal};
use nabat_crisis::id::{IncidentId, SignalId, TopicId};
use nabat_crisis::signal::{Evidence, MentionSurge, Share};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::shape::{MentionBody, Page, PageQuery, limit};
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get))
}

/// A signal.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Signal)]
pub struct SignalBody {
    /// Its number.
    pub id: i64,
    /// The topic it is about.
    pub topic: i64,
    /// When it rang.
    pub at: Timestamp,
    /// The incident it opened or joined.
    pub incident: i64,
    /// The numbers that made it ring.
    pub evidence: EvidenceBody,
}

/// The numbers of a signal, by detector.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Evidence)]
#[serde(tag = "detector", rename_all = "snake_case")]
pub enum EvidenceBody {
    /// Many more mentions than usual.
    MentionSurge(MentionSurgeBody),
}

/// The last hour against the hourly mean of the seven days before it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = MentionSurge)]
pub struct MentionSurgeBody {
    /// Start of the observed hour.
    pub window_from: Timestamp,
    /// End of the observed hour.
    pub window_until: Timestamp,
    /// Mentions in the observed hour.
    pub n_observed: u64,
    /// Mentions in the baseline.
    pub n_baseline: u64,
    /// Hours of the baseline.
    pub baseline_hours: f64,
    /// Expected mentions an hour.
    pub expected_per_hour: f64,
    /// Observed by expected.
    pub ratio: f64,
    /// Least ratio that rings.
    pub ratio_threshold: f64,
    /// Distinct authors in the observed hour.
    pub n_authors: u64,
    /// Least authors that ring.
    pub n_authors_min: u64,
    /// Mentions by network, most first.
    pub networks: Vec<ShareBody>,
    /// Authors with the most mentions.
    pub top_authors: Vec<ShareBody>,
    /// Mentions with the most engagement.
    pub top_posts: Vec<i64>,
}

/// A name and its count.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShareBody {
    /// A network, an author. Data, never markup.
    pub name: String,
    /// Mentions.
    pub n_mentions: u64,
}

impl From<Share> for ShareBody {
    fn from(share: Share) -> Self {
        Self { name: share.name, n_mentions: share.n_mentions }
    }
}

impl From<MentionSurge> for MentionSurgeBody {
    fn from(surge: MentionSurge) -> Self {
        Self {
            window_from: surge.window_from,
            window_until: surge.window_until,
            n_observed: surge.n_observed,
            n_baseline: surge.n_baseline,
            baseline_hours: surge.baseline_hours,
            expected_per_hour: surge.expected_per_hour,
            ratio: surge.ratio,
            ratio_threshold: surge.ratio_threshold,
            n_authors: surge.n_authors,
            n_authors_min: surge.n_authors_min,
            networks: surge.networks.into_iter().map(ShareBody::from).collect(),
            top_authors: surge.top_authors.into_iter().map(ShareBody::from).collect(),
            top_posts: surge.top_posts.into_iter().map(|post| post.0).collect(),
        }
    }
}

impl From<StoredSignal> for SignalBody {
    fn from(stored: StoredSignal) -> Self {
        let said = stored.signal.said;
        Self {
            id: stored.signal.id.0,
            topic: said.topic.0,
            at: said.at,
            incident: stored.incident.0,
            evidence: match said.evidence {
                Evidence::MentionSurge(surge) => EvidenceBody::MentionSurge(surge.into()),
            },
        }
    }
}

/// A signal with its posts.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignalDetail {
    /// The signal.
    pub signal: SignalBody,
    /// The posts with the most engagement.
    pub posts: Vec<MentionBody>,
}

/// Which signals to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SignalQuery {
    /// Of one topic.
    pub topic: Option<i64>,
    /// Of one incident.
    pub incident: Option<i64>,
    /// From then on.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

/// Signals, newest first.
#[utoipa::path(get, path = "/signals", tag = "signals", params(SignalQuery, PageQuery), responses((status = 200, body = Page<SignalBody>)))]
async fn list(
    _caller: Caller,
    State(app): State<App>,
    Query(query): Query<SignalQuery>,
    Query(page): Query<PageQuery>,
) -> ApiResult<Json<Page<SignalBody>>> {
    let filter = SignalFilter {
        topic: query.topic.map(TopicId),
        incident: query.incident.map(IncidentId),
        from: query.from,
        until: query.until,
    };
    let found = app.signals(filter, page.cursor, limit(page.limit) as usize).await?;
    Ok(Json(Page { items: found.items.into_iter().map(SignalBody::from).collect(), next: found.next }))
}

/// One signal with its posts.
#[utoipa::path(get, path = "/signals/{id}", tag = "signals", params(("id" = i64, Path)), responses((status = 200, body = SignalDetail)))]
async fn get(_caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<SignalDetail>> {
    let (signal, posts) = app.signal_in_full(SignalId(id)).await?;
    Ok(Json(SignalDetail {
        signal: signal.into(),
        posts: posts.into_iter().map(MentionBody::from).collect(),
    }))
}

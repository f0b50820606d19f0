//! The chart of a topic.

use axum::Json;
use axum::extract::{Path, Query, State};
use jiff::Timestamp;
use nabat_app::App;
use nabat_crisis::id::TopicId;
use nabat_crisis::signal::Share;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(chart))
}

/// Which part of time, and how fine.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ChartQuery {
    /// From when.
    pub from: Timestamp,
    /// Until when, exclusive.
    pub until: Timestamp,
    /// Seconds from point to point: 300, 3600 or 86400.
    pub step: i64,
}

/// A chart.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Chart)]
pub struct ChartBody {
    /// Seconds from point to point.
    pub step_seconds: i64,
    /// The points, in order of time.
    pub points: Vec<PointBody>,
    /// What rang.
    pub marks: Vec<MarkBody>,
    /// Mentions by network, most first.
    pub networks: Vec<NetworkShare>,
}

/// A point of a chart.
#[derive(Debug, Serialize, ToSchema)]
pub struct PointBody {
    /// Start of the step.
    pub at: Timestamp,
    /// Mentions in the step.
    pub n: u64,
    /// Mentions expected in a step.
    pub expected: f64,
    /// Lower end of what is usual.
    pub low: f64,
    /// Upper end of what is usual.
    pub high: f64,
}

/// Something that rang.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkBody {
    /// When.
    pub at: Timestamp,
    /// `signal` or `incident`.
    #[schema(value_type = MarkKind)]
    pub kind: &'static str,
    /// Its number.
    pub id: i64,
}

/// What a mark stands for.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    /// A signal.
    Signal,
    /// An incident that was opened.
    Incident,
}

/// A network and its mentions.
#[derive(Debug, Serialize, ToSchema)]
pub struct NetworkShare {
    /// The network.
    pub name: String,
    /// Mentions.
    pub n: u64,
}

impl From<Share> for NetworkShare {
    fn from(share: Share) -> Self {
        Self { name: share.name, n: share.n_mentions }
    }
}

/// Mentions of a topic over time, with what was expected and what rang.
#[utoipa::path(get, path = "/topics/{id}/chart", tag = "topics", params(("id" = i64, Path), ChartQuery), responses((status = 200, body = ChartBody)))]
async fn chart(
    _caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
    Query(query): Query<ChartQuery>,
) -> ApiResult<Json<ChartBody>> {
    let chart = app.chart(TopicId(id), query.from, query.until, query.step).await?;
    let signals = chart.signals.into_iter().map(|(at, id)| MarkBody { at, kind: "signal", id: id.0 });
    let incidents = chart.incidents.into_iter().map(|(at, id)| MarkBody { at, kind: "incident", id: id.0 });
    Ok(Json(ChartBody {
        step_seconds: chart.step_seconds,
        marks: signals.chain(incidents).collect(),
        points: chart
            .points
            .into_iter()
            .map(|p| PointBody { at: p.at, n: p.n, expected: p.expected, low: p.low, high: p.high })
            .collect(),
        networks: chart.networks.into_iter().map(NetworkShare::from).collect(),
    }))
}

//! The radar: what burns, and what waits.

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::during::read_radar::RadarTopic;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::incidents::{IncidentBody, IncidentStatusName};
use crate::api::before::topics::TopicBody;
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(radar))
}

/// Everything on the radar.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Radar)]
pub struct RadarBody {
    /// When it was read.
    pub now: Timestamp,
    /// Topics that are watched.
    pub topics: Vec<RadarTopicBody>,
    /// Cases nobody has answered.
    pub unanswered: u64,
    /// Of these, cases whose clock has run out.
    pub late: u64,
    /// When the oldest of them was published.
    pub oldest_waiting_at: Option<Timestamp>,
    /// Sources that are silent or cannot be read.
    pub source_alarms: u64,
    /// Open incidents, latest signal first.
    pub incidents: Vec<IncidentBody>,
}

/// A topic on the radar.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RadarTopic)]
pub struct RadarTopicBody {
    /// The topic.
    pub topic: TopicBody,
    /// Mentions in the last hour.
    pub n_hour: u64,
    /// Mentions expected in an hour.
    pub expected_hour: f64,
    /// The first by the second.
    pub ratio: f64,
    /// Mentions in the last 24 hours.
    pub n_day: u64,
    /// Mentions in each of the last 24 hours, oldest first.
    pub spark: Vec<u64>,
    /// Its open incident.
    pub incident_id: Option<i64>,
    /// Where that incident stands.
    #[schema(value_type = Option<IncidentStatusName>)]
    pub incident_status: Option<&'static str>,
    /// Its cases nobody has answered.
    pub unanswered: u64,
    /// When the oldest of them was published.
    pub oldest_waiting_at: Option<Timestamp>,
    /// Whether less than a day of it is known, so that "expected" is a cautious guess.
    pub young: bool,
}

impl From<RadarTopic> for RadarTopicBody {
    fn from(topic: RadarTopic) -> Self {
        Self {
            n_hour: topic.n_hour,
            expected_hour: topic.expected_hour,
            ratio: topic.n_hour as f64 / topic.expected_hour,
            n_day: topic.n_day,
            spark: topic.curve,
            incident_id: topic.incident.map(|(id, _)| id.0),
            incident_status: topic.incident.map(|(_, status)| status.name()),
            unanswered: topic.n_unanswered,
            oldest_waiting_at: topic.oldest_waiting_at,
            young: topic.young,
            topic: topic.topic.into(),
        }
    }
}

/// The radar: each topic now against what is usual, open incidents, and what waits.
#[utoipa::path(get, path = "/radar", tag = "radar", responses((status = 200, body = RadarBody)))]
async fn radar(_caller: Caller, State(app): State<App>) -> ApiResult<Json<RadarBody>> {
    let radar = app.radar().await?;
    Ok(Json(RadarBody {
        now: radar.now,
        topics: radar.topics.into_iter().map(RadarTopicBody::from).collect(),
        unanswered: radar.waiting.n_unanswered,
        late: radar.waiting.n_late,
        oldest_waiting_at: radar.waiting.oldest_at,
        source_alarms: radar.n_source_alarms,
        incidents: radar.incidents.into_iter().map(IncidentBody::from).collect(),
    }))
}

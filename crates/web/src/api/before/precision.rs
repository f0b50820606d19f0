//! How right a topic is: people mark a random sample of its matches, and it gives an estimate with its interval.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::before::sample_topic::{Precision, SampleView};
use nabat_app::views::SampleId;
use nabat_crisis::id::{MentionId, TopicId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::shape::MentionBody;
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(latest, draw)).routes(routes!(mark)).routes(routes!(precision))
}

/// A random sample of a topic's matches.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Sample)]
pub struct SampleBody {
    /// Its number.
    pub id: i64,
    /// When it was drawn.
    pub at: Timestamp,
    /// The query it was drawn for.
    pub query: String,
    /// The mentions, in random order, with what made them match.
    pub mentions: Vec<MentionBody>,
    /// What people said of them.
    pub marks: Vec<MarkedBody>,
}

/// What somebody said of a mention of a sample.
#[derive(Debug, Serialize, ToSchema)]
pub struct MarkedBody {
    /// The mention.
    pub mention: i64,
    /// Whether it is about the topic.
    pub right: bool,
}

/// A mark to set.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SampleMark {
    /// The mention, one of the sample's.
    pub mention: i64,
    /// Whether it is about the topic.
    pub right: bool,
}

/// How many of a topic's matches are right, as the marks say.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Precision)]
pub struct PrecisionBody {
    /// Marked right.
    pub n_right: u64,
    /// Marked wrong.
    pub n_wrong: u64,
    /// The share that is right, 0 to 1.
    pub estimate: f64,
    /// Lower end of the 95 % interval by Wilson.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// When the last mark was set.
    pub at: Timestamp,
    /// The query it was drawn for.
    pub query: String,
    /// Whether that query is still in force.
    pub current: bool,
}

impl From<SampleView> for SampleBody {
    fn from(sample: SampleView) -> Self {
        let marks = sample.marks.into_iter();
        Self {
            id: sample.id.0,
            at: sample.at,
            query: sample.query,
            mentions: sample.mentions.into_iter().map(MentionBody::from).collect(),
            marks: marks.map(|(mention, right)| MarkedBody { mention: mention.0, right }).collect(),
        }
    }
}

impl From<Precision> for PrecisionBody {
    fn from(precision: Precision) -> Self {
        Self {
            n_right: precision.n_right,
            n_wrong: precision.n_wrong,
            estimate: precision.estimate,
            low: precision.low,
            high: precision.high,
            at: precision.at,
            query: precision.query,
            current: precision.current,
        }
    }
}

/// The newest sample of a topic that somebody has begun to mark; nothing when there is none.
#[utoipa::path(get, path = "/topics/{id}/sample", tag = "queries", params(("id" = i64, Path)), responses((status = 200, body = Option<SampleBody>)))]
async fn latest(
    _caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> ApiResult<Json<Option<SampleBody>>> {
    Ok(Json(app.latest_sample(TopicId(id)).await?.map(SampleBody::from)))
}

/// Draws 20 random matches of a topic, to be marked right or wrong.
#[utoipa::path(post, path = "/topics/{id}/sample", tag = "queries", params(("id" = i64, Path)), responses((status = 201, body = SampleBody)))]
async fn draw(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> ApiResult<(StatusCode, Json<SampleBody>)> {
    let sample = app.draw_sample(TopicId(id), caller.actor()).await?;
    Ok((StatusCode::CREATED, Json(sample.into())))
}

/// Marks a mention of a sample right or wrong; a later mark of the same mention counts instead. Gives the precision with it.
#[utoipa::path(post, path = "/topics/{id}/sample/{sample}/mark", tag = "queries", params(("id" = i64, Path), ("sample" = i64, Path)), request_body = SampleMark, responses((status = 200, body = PrecisionBody)))]
async fn mark(
    caller: Caller,
    State(app): State<App>,
    Path((id, sample)): Path<(i64, i64)>,
    Json(body): Json<SampleMark>,
) -> ApiResult<Json<PrecisionBody>> {
    let mention = MentionId(body.mention);
    let precision =
        app.mark_sample(TopicId(id), SampleId(sample), mention, body.right, caller.actor()).await?;
    Ok(Json(precision.into()))
}

/// How right a topic is, as far as people have marked; nothing when nobody has.
#[utoipa::path(get, path = "/topics/{id}/precision", tag = "queries", params(("id" = i64, Path)), responses((status = 200, body = Option<PrecisionBody>)))]
async fn precision(
    _caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> ApiResult<Json<Option<PrecisionBody>>> {
    Ok(Json(app.precision(TopicId(id)).await?.map(PrecisionBody::from)))
}

//! Topics: what is watched, with every query it ever had.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::before::save_topic::{Draft, VersionView};
use nabat_crisis::id::TopicId;
use nabat_crisis::person::Actor;
use nabat_crisis::topic::{AnswerPolicy, Topic, TopicKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(get, change))
        .routes(routes!(archive))
        .routes(routes!(restore))
        .routes(routes!(versions))
}

/// What a topic is about.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum TopicKindName {
    /// Our company or brand.
    Brand,
    /// One of our products.
    Product,
    /// A person of ours.
    Person,
    /// An account.
    Account,
    /// A hashtag.
    Hashtag,
    /// A competitor.
    Competitor,
    /// Our industry.
    Industry,
}

/// Which mentions need an answer.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswersName {
    /// Every mention by others that is not a bare repost.
    Every,
    /// Only what is said to us.
    Addressed,
    /// None.
    None,
}

/// A topic.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Topic)]
pub struct TopicBody {
    /// Its number.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// What it is about.
    #[schema(value_type = TopicKindName)]
    pub kind: &'static str,
    /// Its query, as written.
    pub query: String,
    /// Which mentions need an answer.
    #[schema(value_type = AnswersName)]
    pub answers: &'static str,
    /// The response clock, in minutes.
    pub answer_within_minutes: u32,
    /// Since when it is watched.
    pub created_at: Timestamp,
    /// Since when it is no longer watched.
    pub archived_at: Option<Timestamp>,
    /// How far the re-run over stored posts has come, while it runs.
    pub history: Option<HistoryBody>,
}

/// Progress of a re-run over stored posts.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryBody {
    /// Posts looked at.
    pub done: u64,
    /// Posts stored when it began.
    pub total: u64,
}

/// A topic as people write it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct TopicDraft {
    /// What people call it.
    pub name: String,
    /// What it is about.
    pub kind: TopicKindName,
    /// Its query.
    pub query: String,
    /// Which mentions need an answer; by default what fits the kind.
    pub answers: Option<AnswersName>,
    /// The response clock, in minutes; 60 by default.
    pub answer_within_minutes: Option<u32>,
    /// Why the query changes, for the list of its versions.
    pub why: Option<String>,
}

/// An earlier or present version of a query.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueryVersionBody {
    /// Since when it was in force.
    pub at: Timestamp,
    /// Who wrote it; nothing for Nabat itself.
    pub by: Option<i64>,
    /// That person's name.
    pub by_name: Option<String>,
    /// The query.
    pub query: String,
    /// Why it was changed, in the words of who did.
    pub why: String,
    /// Stored posts it brought; nothing until they are counted, for the first version, and where the next followed at once.
    pub n_brings: Option<u64>,
    /// Stored posts it lost; nothing until they are counted, for the first version, and where the next followed at once.
    pub n_loses: Option<u64>,
}

impl From<VersionView> for QueryVersionBody {
    fn from(version: VersionView) -> Self {
        Self {
            at: version.at,
            by: number_of(version.by),
            by_name: version.by_name,
            query: version.query,
            why: version.why,
            n_brings: version.n_brings,
            n_loses: version.n_loses,
        }
    }
}

/// The number of the person who did it; nothing for Nabat itself.
pub(crate) fn number_of(by: Actor) -> Option<i64> {
    match by {
        Actor::Person(person) => Some(person.0),
        Actor::Nabat => None,
    }
}

/// Which topics to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// Archived topics too.
    #[serde(default)]
    pub archived: bool,
}

impl TopicKindName {
    fn value(self) -> TopicKind {
        match self {
            Self::Brand => TopicKind::Brand,
            Self::Product => TopicKind::Product,
            Self::Person => TopicKind::Person,
            Self::Account => TopicKind::Account,
            Self::Hashtag => TopicKind::Hashtag,
            Self::Competitor => TopicKind::Competitor,
            Self::Industry => TopicKind::Industry,
        }
    }
}

impl AnswersName {
    fn value(self) -> AnswerPolicy {
        match self {
            Self::Every => AnswerPolicy::Every,
            Self::Addressed => AnswerPolicy::Addressed,
            Self::None => AnswerPolicy::None,
        }
    }
}

impl From<TopicDraft> for Draft {
    fn from(body: TopicDraft) -> Self {
        Self {
            name: body.name,
            kind: body.kind.value(),
            query: body.query,
            answers: body.answers.map(AnswersName::value),
            answer_within_minutes: body.answer_within_minutes,
            why: body.why.unwrap_or_default(),
        }
    }
}

impl From<Topic> for TopicBody {
    fn from(topic: Topic) -> Self {
        Self {
            id: topic.id.0,
            name: topic.name,
            kind: topic.kind.name(),
            query: topic.query,
            answers: topic.answers.name(),
            answer_within_minutes: topic.answer_within_minutes,
            created_at: topic.created_at,
            archived_at: topic.archived_at,
            history: None,
        }
    }
}

fn with_history(app: &App, topic: Topic) -> TopicBody {
    let history =
        app.reruns.progress(topic.id).map(|run| HistoryBody { done: run.n_done, total: run.n_total });
    TopicBody { history, ..TopicBody::from(topic) }
}

/// Topics, by name.
#[utoipa::path(get, path = "/topics", tag = "topics", params(ListQuery), responses((status = 200, body = Vec<TopicBody>)))]
async fn list(
    _caller: Caller,
    State(app): State<App>,
    Query(query): Query<ListQuery>,
) -> ApiResult<Json<Vec<TopicBody>>> {
    let watched = app.watched.load_full();
    let wanted = watched.topics().filter(|topic| query.archived || topic.archived_at.is_none());
    let mut topics: Vec<_> = wanted.map(|topic| with_history(&app, topic.clone())).collect();
    topics.sort_by_cached_key(|topic| (topic.archived_at.is_some(), topic.name.to_lowercase(), topic.id));
    Ok(Json(topics))
}

/// Adds a topic. It is live at once; stored posts are matched against it in the background.
#[utoipa::path(post, path = "/topics", tag = "topics", request_body = TopicDraft, responses((status = 201, body = TopicBody)))]
async fn add(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<TopicDraft>,
) -> ApiResult<(StatusCode, Json<TopicBody>)> {
    let topic = app.add_topic(body.into(), caller.actor()).await?;
    Ok((StatusCode::CREATED, Json(with_history(&app, topic))))
}

/// One topic.
#[utoipa::path(get, path = "/topics/{id}", tag = "topics", params(("id" = i64, Path)), responses((status = 200, body = TopicBody)))]
async fn get(_caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<TopicBody>> {
    let watched = app.watched.load_full();
    let topic = watched.topic(TopicId(id)).ok_or_else(ApiError::not_found)?;
    Ok(Json(with_history(&app, topic.clone())))
}

/// Changes a topic. Earlier versions of its query and what they found are kept.
#[utoipa::path(put, path = "/topics/{id}", tag = "topics", params(("id" = i64, Path)), request_body = TopicDraft, responses((status = 200, body = TopicBody)))]
async fn change(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
    Json(body): Json<TopicDraft>,
) -> ApiResult<Json<TopicBody>> {
    let topic = app.change_topic(TopicId(id), body.into(), caller.actor()).await?;
    Ok(Json(with_history(&app, topic)))
}

/// Stops watching a topic; what it found stays.
#[utoipa::path(post, path = "/topics/{id}/archive", tag = "topics", params(("id" = i64, Path)), responses((status = 200, body = TopicBody)))]
async fn archive(caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<TopicBody>> {
    Ok(Json(app.archive_topic(TopicId(id), caller.actor()).await?.into()))
}

/// Watches an archived topic again.
#[utoipa::path(post, path = "/topics/{id}/restore", tag = "topics", params(("id" = i64, Path)), responses((status = 200, body = TopicBody)))]
async fn restore(caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<TopicBody>> {
    let topic = app.restore_topic(TopicId(id), caller.actor()).await?;
    Ok(Json(with_history(&app, topic)))
}

/// Versions of a topic's query, newest first.
#[utoipa::path(get, path = "/topics/{id}/versions", tag = "topics", params(("id" = i64, Path)), responses((status = 200, body = Vec<QueryVersionBody>)))]
async fn versions(
    _caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> ApiResult<Json<Vec<QueryVersionBody>>> {
    let versions = app.topic_versions(TopicId(id)).await?;
    Ok(Json(versions.into_iter().map(QueryVersionBody::from).collect()))
}

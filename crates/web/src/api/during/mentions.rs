//! Mentions: posts that matched a topic.

use axum::Json;
use axum::extract::{Path, Query, State};
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::during::read_mentions::{Filter, Version};
use nabat_crisis::id::{IncidentId, MentionId, TopicId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::cases::CaseBody;
use crate::api::shape::{MentionBody, Page, PageQuery, limit};
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get))
}

/// Which mentions to list.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MentionQuery {
    /// Of one topic.
    pub topic: Option<i64>,
    /// Of one network.
    pub network: Option<String>,
    /// In one language.
    pub lang: Option<String>,
    /// Of one incident: its topic in its time.
    pub incident: Option<i64>,
    /// Published from then on.
    pub from: Option<Timestamp>,
    /// Published before.
    pub until: Option<Timestamp>,
    /// Containing words that begin so; letter case, ё and Polish letters do not matter.
    pub q: Option<String>,
}

impl From<MentionQuery> for Filter {
    fn from(query: MentionQuery) -> Self {
        Self {
            topic: query.topic.map(TopicId),
            network: query.network,
            lang: query.lang,
            incident: query.incident.map(IncidentId),
            from: query.from,
            until: query.until,
            search: query.q,
        }
    }
}

/// A version of a mention, or the fact that it disappeared or came back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Version)]
pub struct VersionBody {
    /// When.
    pub at: Timestamp,
    /// What happened.
    #[schema(value_type = VersionKind)]
    pub kind: &'static str,
    /// The words of a version.
    pub text: Option<String>,
}

/// What happened to a mention.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum VersionKind {
    /// It was published.
    Created,
    /// Its author changed it.
    Revised,
    /// It disappeared.
    Deleted,
    /// It came back.
    Restored,
}

impl From<Version> for VersionBody {
    fn from(version: Version) -> Self {
        Self { at: version.at, kind: version.kind, text: version.text }
    }
}

/// A mention in full.
#[derive(Debug, Serialize, ToSchema)]
pub struct MentionDetail {
    /// The mention.
    pub mention: MentionBody,
    /// Its versions, oldest first.
    pub versions: Vec<VersionBody>,
    /// Its case, if it needs an answer.
    pub case: Option<CaseBody>,
    /// Its thread as far as it matched, oldest first.
    pub thread: Vec<MentionBody>,
}

/// Mentions, newest first.
#[utoipa::path(get, path = "/mentions", tag = "mentions", params(MentionQuery, PageQuery), responses((status = 200, body = Page<MentionBody>)))]
async fn list(
    _caller: Caller,
    State(app): State<App>,
    Query(query): Query<MentionQuery>,
    Query(page): Query<PageQuery>,
) -> ApiResult<Json<Page<MentionBody>>> {
    let found = app.mentions(query.into(), page.cursor, limit(page.limit) as usize).await?;
    Ok(Json(Page { items: found.items.into_iter().map(MentionBody::from).collect(), next: found.next }))
}

/// One mention in full.
#[utoipa::path(get, path = "/mentions/{id}", tag = "mentions", params(("id" = i64, Path)), responses((status = 200, body = MentionDetail)))]
async fn get(_caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<MentionDetail>> {
    let full = app.mention_in_full(MentionId(id)).await?;
    let now = app.clock.now();
    Ok(Json(MentionDetail {
        mention: full.mention.into(),
        versions: full.versions.into_iter().map(VersionBody::from).collect(),
        case: full.case.map(|case| CaseBody::at(case, now)),
        thread: full.thread.into_iter().map(MentionBody::from).collect(),
    }))
}

//! Named parts of queries, `$name`: written once, used by many topics.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::before::save_part::PartView;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::before::topics::number_of;
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(put, delete))
}

/// A named part of queries.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = QueryPart)]
pub struct PartBody {
    /// Its name, without `$`.
    pub name: String,
    /// Its query, as written.
    pub query: String,
    /// When it was last changed.
    pub at: Timestamp,
    /// Who changed it; nothing for Nabat itself.
    pub by: Option<i64>,
    /// That person's name.
    pub by_name: Option<String>,
    /// Why it was last changed, in the words of who did.
    pub why: String,
    /// Topics that use it, archived ones too, also through other parts.
    pub used_by: Vec<i64>,
    /// Parts that name it themselves.
    pub used_by_parts: Vec<String>,
}

impl From<PartView> for PartBody {
    fn from(part: PartView) -> Self {
        Self {
            name: part.name,
            query: part.query,
            at: part.at,
            by: number_of(part.by),
            by_name: part.by_name,
            why: part.why,
            used_by: part.used_by.into_iter().map(|topic| topic.0).collect(),
            used_by_parts: part.used_by_parts,
        }
    }
}

/// A named part as people write it.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PartDraft {
    /// Its query.
    pub query: String,
    /// Why it changes.
    pub why: Option<String>,
}

/// Named parts, by name.
#[utoipa::path(get, path = "/query-parts", tag = "queries", responses((status = 200, body = Vec<PartBody>)))]
async fn list(_caller: Caller, State(app): State<App>) -> ApiResult<Json<Vec<PartBody>>> {
    Ok(Json(app.query_parts().await?.into_iter().map(PartBody::from).collect()))
}

/// Makes or changes a part; all topics that use it are live with it at once. Refused when one of them could no longer be read:
/// then `used_by` among the values of the fault says which topic, or which part as `$name`.
#[utoipa::path(put, path = "/query-parts/{name}", tag = "queries", params(("name" = String, Path)), request_body = PartDraft, responses((status = 200, body = PartBody)))]
async fn put(
    caller: Caller,
    State(app): State<App>,
    Path(name): Path<String>,
    Json(body): Json<PartDraft>,
) -> ApiResult<Json<PartBody>> {
    let part = app.save_part(name, body.query, body.why.unwrap_or_default(), caller.actor()).await?;
    Ok(Json(part.into()))
}

/// Deletes a part. Refused as `part-in-use` while a topic or another part uses it.
#[utoipa::path(delete, path = "/query-parts/{name}", tag = "queries", params(("name" = String, Path)), responses((status = 204)))]
async fn delete(caller: Caller, State(app): State<App>, Path(name): Path<String>) -> ApiResult<StatusCode> {
    app.delete_part(name, caller.actor()).await?;
    Ok(StatusCode::NO_CONTENT)
}

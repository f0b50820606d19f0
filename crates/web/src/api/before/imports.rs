//! Files: upload, progress, and the report of what was refused.

use std::collections::BTreeMap;

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use futures_util::StreamExt as _;
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::before::import_file::Failure;
use nabat_app::views::{Format, Import, ImportState};
use nabat_crisis::id::ImportId;
use serde::{Deserialize, Serialize};
use tokio::io::AsyncWriteExt as _;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::sources::RefusedBody;
use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};

/// Imports in the list.
const LIST_MAX: usize = 50;
/// Longest file name kept, in characters.
const NAME_CHARS_MAX: usize = 200;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, upload))
        .routes(routes!(get))
        .routes(routes!(refused))
        .routes(routes!(formats))
        .layer(axum::extract::DefaultBodyLimit::disable())
}

/// Where an import stands.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ImportStateName {
    /// It is being read.
    Running,
    /// It was read to its end.
    Done,
    /// It ended early; what came before is stored.
    Failed,
}

/// How an import went.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ImportReport)]
pub struct ImportBody {
    /// Its number.
    pub id: i64,
    /// Name of the file.
    pub name: String,
    /// Its format.
    pub format: Option<String>,
    /// Whether it was taken as history: no cases, no bell.
    pub history: bool,
    /// Where it stands.
    #[schema(value_type = ImportStateName)]
    pub state: &'static str,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
    /// Size of the file.
    pub bytes_total: Option<u64>,
    /// Bytes read and stored.
    pub bytes_done: u64,
    /// Records taken.
    pub n_accepted: u64,
    /// Of these, stored because they matched.
    pub n_matched: u64,
    /// Of these, known already.
    pub n_repeated: u64,
    /// Of these, about no topic.
    pub n_unmatched: u64,
    /// Records refused.
    pub n_refused: u64,
    /// Records refused, by reason.
    pub refused_by: BTreeMap<&'static str, u64>,
    /// Why it failed: a name with a message, `imports-failed-<code>`.
    pub error: Option<String>,
    /// The particulars of the failure.
    pub error_detail: Option<String>,
}

impl From<Import> for ImportBody {
    fn from(import: Import) -> Self {
        let (state, failure) = match &import.state {
            ImportState::Running => ("running", None),
            ImportState::Finished => ("done", None),
            ImportState::Failed { why } => ("failed", Some(Failure::from_stored(why))),
        };
        let (error, error_detail) = failure.map(|failure| (failure.code, failure.detail)).unzip();
        Self {
            id: import.id.0,
            name: import.name,
            format: Some(import.format).filter(|format| !format.is_empty()),
            history: import.quiet,
            state,
            started_at: import.started_at,
            finished_at: import.ended_at,
            bytes_total: import.n_bytes,
            bytes_done: import.n_bytes_done,
            n_accepted: import.n_accepted,
            n_matched: import.n_matched,
            n_repeated: import.n_repeated,
            n_unmatched: import.n_unmatched,
            n_refused: import.n_refused.values().sum(),
            refused_by: import.n_refused.iter().map(|(reason, n)| (reason.name(), *n)).collect(),
            error,
            error_detail,
        }
    }
}

/// A format that files may have.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormatBody {
    /// Its name; people see the message `format-<name>`.
    pub name: &'static str,
    /// How its files' names end.
    pub extensions: Vec<&'static str>,
}

/// How to take an upload.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct UploadQuery {
    /// Name of the file.
    pub name: String,
    /// Its format, or `auto`.
    pub format: Option<String>,
    /// Take it as history: it fills charts and baselines, opens no cases and rings nothing.
    #[serde(default)]
    pub history: bool,
}

/// Imports, newest first.
#[utoipa::path(get, path = "/imports", tag = "sources", responses((status = 200, body = Vec<ImportBody>)))]
async fn list(_caller: Caller, State(app): State<App>) -> ApiResult<Json<Vec<ImportBody>>> {
    let imports = app.store.imports(LIST_MAX).await.map_err(nabat_app::Refused::from)?;
    Ok(Json(imports.into_iter().map(ImportBody::from).collect()))
}

/// Takes a file of any size as the body of the request; reading it goes on in the background.
#[utoipa::path(post, path = "/imports", tag = "sources", params(UploadQuery), request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 202, body = ImportBody)))]
async fn upload(
    caller: Caller,
    State(app): State<App>,
    Query(query): Query<UploadQuery>,
    body: Body,
) -> ApiResult<(StatusCode, Json<ImportBody>)> {
    let name: String = query.name.chars().filter(|c| !c.is_control()).take(NAME_CHARS_MAX).collect();
    let format = match query.format.as_deref() {
        None | Some("auto" | "") => None,
        Some(format) => Some(Format::from_name(format).ok_or_else(|| ApiError::bad_value("format"))?),
    };
    if name.trim().is_empty() {
        return Err(ApiError::bad_value("name"));
    }
    let order = app.receive_upload(name, format, query.history, |path| write_all(path, body)).await?;
    let import = app.enter_import(&order, caller.actor()).await?;
    let order = app.place_upload(import.id, order).await?;
    app.spawn_upload(import.id, order);
    Ok((StatusCode::ACCEPTED, Json(import.into())))
}

async fn write_all(path: std::path::PathBuf, body: Body) -> anyhow::Result<()> {
    let mut file = tokio::fs::File::create(&path).await?;
    let mut stream = body.into_data_stream();
    while let Some(chunk) = stream.next().await {
        file.write_all(&chunk?).await?;
    }
    file.sync_all().await?;
    Ok(())
}

/// One import.
#[utoipa::path(get, path = "/imports/{id}", tag = "sources", params(("id" = i64, Path)), responses((status = 200, body = ImportBody)))]
async fn get(_caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<ImportBody>> {
    let import = app.store.import(ImportId(id)).await.map_err(nabat_app::Refused::from)?;
    Ok(Json(import.ok_or_else(ApiError::not_found)?.into()))
}

/// Samples of the records of an import that were refused, in order.
#[utoipa::path(get, path = "/imports/{id}/refused", tag = "sources", params(("id" = i64, Path)), responses((status = 200, body = Vec<RefusedBody>)))]
async fn refused(
    _caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> ApiResult<Json<Vec<RefusedBody>>> {
    let kept = app.store.import_refusals(ImportId(id)).await.map_err(nabat_app::Refused::from)?;
    Ok(Json(kept.into_iter().map(RefusedBody::from).collect()))
}

/// Formats that files may have.
#[utoipa::path(get, path = "/import-formats", tag = "sources", responses((status = 200, body = Vec<FormatBody>)))]
async fn formats(_caller: Caller) -> Json<Vec<FormatBody>> {
    Json(
        Format::all()
            .map(|format| FormatBody { name: format.name(), extensions: format.extensions().to_vec() })
            .collect(),
    )
}

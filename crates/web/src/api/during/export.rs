//! Everything out again, streamed: neutral JSONL with the whole history, or a list as CSV.

use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use futures_util::stream::{self, Stream};
use jiff::Timestamp;
use nabat_app::during::export::Span;
use nabat_app::during::read_mentions::Filter;
use nabat_app::{App, Refused};
use nabat_crisis::id::TopicId;
use serde::Deserialize;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::mentions::MentionQuery;
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(jsonl)).routes(routes!(csv))
}

/// Which posts to take out.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SpanQuery {
    /// Of one topic.
    pub topic: Option<i64>,
    /// Published from then on.
    pub from: Option<Timestamp>,
    /// Published before.
    pub until: Option<Timestamp>,
}

/// Posts with their whole history, one event per line; they can be imported again unchanged.
#[utoipa::path(get, path = "/export/mentions.jsonl", tag = "export", params(SpanQuery), responses((status = 200, content_type = "application/jsonl", body = String)))]
async fn jsonl(_caller: Caller, State(app): State<App>, Query(query): Query<SpanQuery>) -> Response {
    let span = Span { topic: query.topic.map(TopicId), from: query.from, until: query.until };
    let parts = stream::try_unfold(Some(0), move |after| {
        let app = app.clone();
        async move {
            let Some(after) = after else { return Ok::<_, Refused>(None) };
            let (lines, next) = app.export_jsonl(span, after).await?;
            Ok(Some((Bytes::from(lines), next)))
        }
    });
    file("nabat-mentions.jsonl", "application/jsonl; charset=utf-8", parts)
}

/// A list of mentions as CSV, safe to open in a spreadsheet.
#[utoipa::path(get, path = "/export/mentions.csv", tag = "export", params(MentionQuery), responses((status = 200, content_type = "text/csv", body = String)))]
async fn csv(
    _caller: Caller,
    State(app): State<App>,
    Query(query): Query<MentionQuery>,
) -> ApiResult<Response> {
    let filter = Filter::from(query);
    // The first part is read before the answer begins, so that a wrong filter is an error and not a broken file.
    let (first, next) = app.export_csv(filter.clone(), None).await?;
    let rest = stream::try_unfold(next, move |cursor| {
        let (app, filter) = (app.clone(), filter.clone());
        async move {
            let Some(cursor) = cursor else { return Ok::<_, Refused>(None) };
            let (rows, next) = app.export_csv(filter, Some(cursor)).await?;
            Ok(Some((Bytes::from(rows), next)))
        }
    });
    let parts = futures_util::StreamExt::chain(stream::iter([Ok(Bytes::from(first))]), rest);
    Ok(file("nabat-mentions.csv", "text/csv; charset=utf-8", parts))
}

fn file(
    name: &str,
    kind: &str,
    parts: impl Stream<Item = Result<Bytes, Refused>> + Send + 'static,
) -> Response {
    let headers =
        [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))];
    (headers, Body::from_stream(parts)).into_response()
}

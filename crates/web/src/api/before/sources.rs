//! Sources: where posts come from, and how well each is doing.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::before::add_source::Draft;
use nabat_crisis::id::SourceId;
use nabat_crisis::source::Source;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::caller::Caller;
use crate::error::ApiResult;

/// Gaps shown of a source.
const GAPS_MAX: usize = 100;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(change))
        .routes(routes!(poll))
        .routes(routes!(refused))
        .routes(routes!(gaps))
}

/// What a source is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKindName {
    /// A polled web feed.
    Feed,
    /// Imported files.
    Files,
    /// A file played in its own time.
    Replay,
    /// The invented world of the demo.
    Simulator,
}

/// What is wrong with a source.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceTroubleName {
    /// It gives nothing new for longer than it may.
    Silent,
    /// It cannot be read.
    Failing,
}

/// A source and its health.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Source)]
pub struct SourceBody {
    /// Its number.
    pub id: i64,
    /// What it is.
    #[schema(value_type = SourceKindName)]
    pub kind: &'static str,
    /// What people call it.
    pub name: String,
    /// Address of a feed.
    pub url: Option<String>,
    /// Minutes between polls.
    pub poll_minutes: u32,
    /// Minutes of silence that raise an alarm.
    pub silence_minutes: Option<u32>,
    /// Whether a person switched it off.
    pub paused: bool,
    /// When it was added.
    pub created_at: Timestamp,
    /// What is wrong with it, if anything.
    #[schema(value_type = Option<SourceTroubleName>)]
    pub trouble: Option<&'static str>,
    /// When its newest item was published.
    pub last_item_at: Option<Timestamp>,
    /// When it last gave a new item.
    pub last_new_at: Option<Timestamp>,
    /// Seconds between publication and our seeing it, for the newest item.
    pub lag_seconds: Option<i64>,
    /// Records taken.
    pub n_accepted: u64,
    /// Of these, stored because they matched.
    pub n_matched: u64,
    /// Of these, known already.
    pub n_repeated: u64,
    /// Records refused.
    pub n_refused: u64,
    /// Last time it was asked.
    pub last_poll_at: Option<Timestamp>,
    /// When it will be asked next.
    pub next_poll_at: Option<Timestamp>,
    /// Failed polls in a row.
    pub n_failures: u32,
    /// The last failure.
    pub last_error: Option<String>,
    /// Since when an alarm stands.
    pub alarm_since: Option<Timestamp>,
}

impl SourceBody {
    /// A source as it is at an instant.
    pub(crate) fn at(source: Source, now: Timestamp) -> Self {
        let trouble = source.trouble(now).map(nabat_crisis::source::SourceTrouble::name);
        let health = source.health;
        Self {
            id: source.id.0,
            kind: source.kind.name(),
            name: source.name,
            url: source.url,
            poll_minutes: source.poll_minutes,
            silence_minutes: source.silence_minutes,
            paused: source.paused,
            created_at: source.created_at,
            trouble,
            last_item_at: health.last_item_at,
            last_new_at: health.last_new_at,
            lag_seconds: health.lag_seconds,
            n_accepted: health.n_accepted,
            n_matched: health.n_matched,
            n_repeated: health.n_repeated,
            n_refused: health.n_refused,
            last_poll_at: health.last_poll_at,
            next_poll_at: health.next_poll_at,
            n_failures: health.n_failures,
            last_error: health.last_error,
            alarm_since: health.alarm_since,
        }
    }
}

/// A feed to add.
#[derive(Debug, Deserialize, ToSchema)]
pub struct FeedDraft {
    /// What people call it; by default the site's name.
    pub name: Option<String>,
    /// Its address.
    pub url: String,
    /// Minutes between polls; 10 by default.
    pub poll_minutes: Option<u32>,
    /// Minutes of silence that raise an alarm; a day by default, `null` for never.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<u32>)]
    pub silence_minutes: Option<Option<u32>>,
}

/// What changes about a source; what is missing stays.
#[derive(Debug, Deserialize, ToSchema)]
pub struct SourceChange {
    /// What people call it.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Minutes between polls.
    pub poll_minutes: Option<u32>,
    /// Minutes of silence that raise an alarm; `null` for never.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<u32>)]
    pub silence_minutes: Option<Option<u32>>,
    /// Whether it is switched off.
    pub paused: Option<bool>,
}

/// Tells a field that is `null` from one that is missing.
fn given<'de, D: Deserializer<'de>>(field: D) -> Result<Option<Option<u32>>, D::Error> {
    Option::<u32>::deserialize(field).map(Some)
}

/// A record that was refused.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Refused)]
pub struct RefusedBody {
    /// When.
    pub at: Timestamp,
    /// Its place in the file or feed.
    pub position: u64,
    /// Why: a name with a message.
    pub reason: &'static str,
    /// The particulars, for the technical reader.
    pub detail: String,
    /// The record's beginning. Data, never markup.
    pub sample: String,
}

/// A span of time of which a source gave nothing.
#[derive(Debug, Serialize, ToSchema)]
pub struct GapBody {
    /// In which network.
    pub network: String,
    /// First instant not covered.
    pub from: Timestamp,
    /// First instant covered again.
    pub until: Timestamp,
    /// Why, in the source's words.
    pub reason: String,
}

/// All sources.
#[utoipa::path(get, path = "/sources", tag = "sources", responses((status = 200, body = Vec<SourceBody>)))]
async fn list(_caller: Caller, State(app): State<App>) -> ApiResult<Json<Vec<SourceBody>>> {
    let now = app.clock.now();
    let sources = app.store.sources().await.map_err(nabat_app::Refused::from)?;
    Ok(Json(sources.into_iter().map(|source| SourceBody::at(source, now)).collect()))
}

/// Adds a feed; it is polled at once.
#[utoipa::path(post, path = "/sources", tag = "sources", request_body = FeedDraft, responses((status = 201, body = SourceBody)))]
async fn add(
    caller: Caller,
    State(app): State<App>,
    Json(body): Json<FeedDraft>,
) -> ApiResult<(StatusCode, Json<SourceBody>)> {
    let draft = Draft {
        name: body.name,
        url: Some(body.url),
        poll_minutes: body.poll_minutes,
        silence_minutes: body.silence_minutes,
        paused: None,
    };
    let source = app.add_feed(draft, caller.actor()).await?;
    Ok((StatusCode::CREATED, Json(SourceBody::at(source, app.clock.now()))))
}

/// Changes a source, or switches it off and on.
#[utoipa::path(patch, path = "/sources/{id}", tag = "sources", params(("id" = i64, Path)), request_body = SourceChange, responses((status = 200, body = SourceBody)))]
async fn change(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
    Json(body): Json<SourceChange>,
) -> ApiResult<Json<SourceBody>> {
    let draft = Draft {
        name: body.name,
        url: body.url,
        poll_minutes: body.poll_minutes,
        silence_minutes: body.silence_minutes,
        paused: body.paused,
    };
    let source = app.change_source(SourceId(id), draft, caller.actor()).await?;
    Ok(Json(SourceBody::at(source, app.clock.now())))
}

/// Asks a feed now.
#[utoipa::path(post, path = "/sources/{id}/poll", tag = "sources", params(("id" = i64, Path)), responses((status = 200, body = SourceBody)))]
async fn poll(_caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<SourceBody>> {
    let source = app.poll_now(SourceId(id)).await?;
    Ok(Json(SourceBody::at(source, app.clock.now())))
}

/// Samples of the records a source gave that were refused, newest first.
#[utoipa::path(get, path = "/sources/{id}/refused", tag = "sources", params(("id" = i64, Path)), responses((status = 200, body = Vec<RefusedBody>)))]
async fn refused(
    _caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> ApiResult<Json<Vec<RefusedBody>>> {
    let kept = app.store.refusals(SourceId(id)).await.map_err(nabat_app::Refused::from)?;
    Ok(Json(kept.into_iter().map(RefusedBody::from).collect()))
}

/// Spans of time of which a source gave nothing, newest first.
#[utoipa::path(get, path = "/sources/{id}/gaps", tag = "sources", params(("id" = i64, Path)), responses((status = 200, body = Vec<GapBody>)))]
async fn gaps(_caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<Vec<GapBody>>> {
    let gaps = app.gaps(SourceId(id), GAPS_MAX).await?;
    let bodies = gaps.into_iter().map(|gap| GapBody {
        network: gap.network.to_string(),
        from: gap.from,
        until: gap.until,
        reason: gap.reason,
    });
    Ok(Json(bodies.collect()))
}

impl From<nabat_app::views::KeptRefusal> for RefusedBody {
    fn from(kept: nabat_app::views::KeptRefusal) -> Self {
        let refusal = kept.refusal;
        Self {
            at: kept.at,
            position: refusal.position,
            reason: refusal.reason.name(),
            detail: refusal.detail,
            sample: refusal.sample,
        }
    }
}

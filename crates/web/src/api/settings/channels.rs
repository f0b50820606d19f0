//! Channels: where alerts go besides the browser.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use nabat_app::settings::channels::Change;
use nabat_app::views::Channel;
use nabat_app::{App, Refused};
use nabat_crisis::id::ChannelId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(change)).routes(routes!(test))
}

/// A webhook, without its secret.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Channel)]
pub struct ChannelBody {
    /// Its number.
    pub id: i64,
    /// What people call it.
    pub name: String,
    /// Where it goes.
    pub url: String,
    /// Whether it is switched on.
    pub enabled: bool,
    /// When it was added.
    pub created_at: Timestamp,
}

impl From<Channel> for ChannelBody {
    fn from(channel: Channel) -> Self {
        Self {
            id: channel.id.0,
            name: channel.name,
            url: channel.url,
            enabled: channel.enabled,
            created_at: channel.created_at,
        }
    }
}

/// A webhook to add.
#[derive(Deserialize, ToSchema)]
pub struct ChannelDraftBody {
    /// What people call it.
    pub name: String,
    /// Where it goes.
    pub url: String,
}

/// What changes about a webhook; what is missing stays.
#[derive(Deserialize, ToSchema)]
pub struct ChannelChange {
    /// What people call it.
    pub name: Option<String>,
    /// Where it goes.
    pub url: Option<String>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
}

/// A new webhook with its signing secret, shown this once.
#[derive(Serialize, ToSchema)]
pub struct NewChannel {
    /// The webhook.
    pub channel: ChannelBody,
    /// Its secret, as Standard Webhooks writes it.
    pub secret: String,
}

/// All webhooks.
#[utoipa::path(get, path = "/channels", tag = "alerts", responses((status = 200, body = Vec<ChannelBody>)))]
async fn list(_caller: Caller, State(app): State<App>) -> ApiResult<Json<Vec<ChannelBody>>> {
    let channels = app.store.channels().await.map_err(Refused::from)?;
    Ok(Json(channels.into_iter().map(ChannelBody::from).collect()))
}

/// Adds a webhook; its signing secret is shown this once.
#[utoipa::path(post, path = "/channels", tag = "alerts", request_body = ChannelDraftBody, responses((status = 201, body = NewChannel)))]
async fn add(
    caller: Caller,
    State(app): State<App>,
    Json(draft): Json<ChannelDraftBody>,
) -> ApiResult<(StatusCode, Json<NewChannel>)> {
    let (channel, secret) = app.add_webhook(&draft.name, &draft.url, caller.actor()).await?;
    Ok((
        StatusCode::CREATED,
        Json(NewChannel { channel: channel.into(), secret: secret.reveal().to_owned() }),
    ))
}

/// Changes a webhook, or switches it off and on.
#[utoipa::path(patch, path = "/channels/{id}", tag = "alerts", params(("id" = i64, Path)), request_body = ChannelChange, responses((status = 200, body = ChannelBody)))]
async fn change(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
    Json(change): Json<ChannelChange>,
) -> ApiResult<Json<ChannelBody>> {
    let change = Change { name: change.name, url: change.url, enabled: change.enabled };
    Ok(Json(app.change_webhook(ChannelId(id), change, caller.actor()).await?.into()))
}

/// Sends a test message to a webhook; the delivery log tells how it went.
#[utoipa::path(post, path = "/channels/{id}/test", tag = "alerts", params(("id" = i64, Path)), responses((status = 202)))]
async fn test(_caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<StatusCode> {
    app.test_webhook(ChannelId(id)).await?;
    Ok(StatusCode::ACCEPTED)
}

//! Tokens: keys that programs show to use the API.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use jiff::Timestamp;
use nabat_app::views::{ApiToken, TokenId};
use nabat_app::{App, Refused};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(revoke))
}

/// A token, without its key.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Token)]
pub struct TokenBody {
    /// Its number.
    pub id: i64,
    /// What it is for.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was used last.
    pub last_used_at: Option<Timestamp>,
}

impl From<ApiToken> for TokenBody {
    fn from(token: ApiToken) -> Self {
        Self {
            id: token.id.0,
            name: token.name,
            created_at: token.created_at,
            last_used_at: token.last_used_at,
        }
    }
}

/// A token to make.
#[derive(Deserialize, ToSchema)]
pub struct TokenDraft {
    /// What it is for.
    pub name: String,
}

/// A new token with its key, shown this once.
#[derive(Serialize, ToSchema)]
pub struct NewToken {
    /// The token.
    pub token: TokenBody,
    /// Its key.
    pub secret: String,
}

/// Tokens in force.
#[utoipa::path(get, path = "/tokens", tag = "tokens", responses((status = 200, body = Vec<TokenBody>)))]
async fn list(_caller: Caller, State(app): State<App>) -> ApiResult<Json<Vec<TokenBody>>> {
    let tokens = app.store.tokens().await.map_err(Refused::from)?;
    Ok(Json(tokens.into_iter().filter(|token| token.revoked_at.is_none()).map(TokenBody::from).collect()))
}

/// Makes a token; its key is shown this once. Only people make tokens.
#[utoipa::path(post, path = "/tokens", tag = "tokens", request_body = TokenDraft, responses((status = 201, body = NewToken)))]
async fn add(
    caller: Caller,
    State(app): State<App>,
    Json(draft): Json<TokenDraft>,
) -> ApiResult<(StatusCode, Json<NewToken>)> {
    let Caller::Person(_) = &caller else {
        return Err(ApiError::new(StatusCode::FORBIDDEN, "person-needed"));
    };
    let (token, key) = app.create_token(&draft.name, caller.actor()).await?;
    Ok((StatusCode::CREATED, Json(NewToken { token: token.into(), secret: key.0 })))
}

/// Revokes a token.
#[utoipa::path(delete, path = "/tokens/{id}", tag = "tokens", params(("id" = i64, Path)), responses((status = 204)))]
async fn revoke(caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<StatusCode> {
    let revoked =
        app.store.revoke_token(TokenId(id), caller.actor(), app.clock.now()).await.map_err(Refused::from)?;
    revoked.map(|_| StatusCode::NO_CONTENT).ok_or_else(ApiError::not_found)
}

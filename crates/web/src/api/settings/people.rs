//! People: who may sign in.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use nabat_app::settings::people::Change;
use nabat_app::{App, Refused};
use nabat_crisis::id::PersonId;
use nabat_crisis::person::Person;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::session::LanguageName;
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(change))
}

/// Somebody who signs in.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Person)]
pub struct PersonBody {
    /// Their number.
    pub id: i64,
    /// What they sign in with.
    pub login: String,
    /// What others call them.
    pub name: String,
    /// Language of their interface.
    #[schema(value_type = LanguageName)]
    pub language: &'static str,
    /// Whether they may sign in.
    pub active: bool,
}

impl From<Person> for PersonBody {
    fn from(person: Person) -> Self {
        Self {
            id: person.id.0,
            login: person.login,
            name: person.name,
            language: person.language.name(),
            active: person.active,
        }
    }
}

/// A person to add.
#[derive(Deserialize, ToSchema)]
pub struct PersonDraft {
    /// What others call them.
    pub name: String,
    /// What they sign in with.
    pub login: String,
    /// Their first password: ten characters at least.
    pub password: String,
    /// Their language.
    pub language: LanguageName,
}

/// What changes about a person; what is missing stays.
#[derive(Deserialize, ToSchema)]
pub struct PersonChangeRequest {
    /// What others call them.
    pub name: Option<String>,
    /// Their language.
    pub language: Option<LanguageName>,
    /// Whether they may sign in.
    pub active: Option<bool>,
    /// A new password.
    pub password: Option<String>,
}

/// All people, also those who may no longer sign in: what they did stays theirs.
#[utoipa::path(get, path = "/people", tag = "people", responses((status = 200, body = Vec<PersonBody>)))]
async fn list(_caller: Caller, State(app): State<App>) -> ApiResult<Json<Vec<PersonBody>>> {
    let people = app.store.people().await.map_err(Refused::from)?;
    Ok(Json(people.into_iter().map(PersonBody::from).collect()))
}

/// Adds a person.
#[utoipa::path(post, path = "/people", tag = "people", request_body = PersonDraft, responses((status = 201, body = PersonBody)))]
async fn add(
    caller: Caller,
    State(app): State<App>,
    Json(draft): Json<PersonDraft>,
) -> ApiResult<(StatusCode, Json<PersonBody>)> {
    let person = app
        .add_person(&draft.login, &draft.name, &draft.password, draft.language.value(), caller.actor())
        .await?;
    Ok((StatusCode::CREATED, Json(person.into())))
}

/// Changes a person, or switches them off and on.
#[utoipa::path(patch, path = "/people/{id}", tag = "people", params(("id" = i64, Path)), request_body = PersonChangeRequest, responses((status = 200, body = PersonBody)))]
async fn change(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
    Json(request): Json<PersonChangeRequest>,
) -> ApiResult<Json<PersonBody>> {
    let change = Change {
        name: request.name,
        language: request.language.map(LanguageName::value),
        active: request.active,
        password: request.password,
    };
    Ok(Json(app.change_person(PersonId(id), change, caller.actor()).await?.into()))
}

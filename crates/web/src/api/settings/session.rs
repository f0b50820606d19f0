//! Signing in and out, the first-run set-up, and one's own profile.

use axum::Json;
use axum::extract::State;
use axum::http::header::{ACCEPT_LANGUAGE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{AppendHeaders, IntoResponse};
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::settings::people::Change;
use nabat_app::settings::sign_in::{Key, SESSION_DAYS, SetUp};
use nabat_crisis::person::{Actor, Language, Person};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::people::PersonBody;
use crate::caller::{COOKIE_NAME, Caller, cookie};
use crate::error::{ApiError, ApiResult};
use crate::guard::from_our_pages;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read, sign_in, sign_out, change)).routes(routes!(set_up))
}

/// Languages of the interface.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum LanguageName {
    /// English.
    En,
    /// Polish.
    Pl,
    /// Russian.
    Ru,
}

impl LanguageName {
    /// The language it names.
    pub(crate) fn value(self) -> Language {
        match self {
            Self::En => Language::En,
            Self::Pl => Language::Pl,
            Self::Ru => Language::Ru,
        }
    }
}

/// Who is signed in, and what world this is.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Session)]
pub struct SessionBody {
    /// Who is signed in.
    pub person: Option<PersonBody>,
    /// Whether nobody has an account yet.
    pub setup_needed: bool,
    /// Whether this is the invented world.
    pub demo: bool,
    /// What the organisation is called; empty for strangers.
    pub organisation: String,
    /// Version of Nabat.
    pub version: &'static str,
    /// The time.
    pub now: Timestamp,
    /// World seconds per real second.
    pub speed: f64,
    /// Language for people who are not signed in.
    #[schema(value_type = LanguageName)]
    pub language: &'static str,
}

/// A login and a password.
#[derive(Deserialize, ToSchema)]
pub struct SignInRequest {
    /// The login.
    pub login: String,
    /// The password.
    pub password: String,
}

/// What the first person tells.
#[derive(Deserialize, ToSchema)]
pub struct SetUpRequest {
    /// What the organisation is called.
    pub organisation: String,
    /// The person's name.
    pub name: String,
    /// What they sign in with.
    pub login: String,
    /// Their password: ten characters at least.
    pub password: String,
    /// Their language.
    pub language: LanguageName,
}

/// What changes about oneself; what is missing stays.
#[derive(Deserialize, ToSchema)]
pub struct ProfileChange {
    /// What others call one.
    pub name: Option<String>,
    /// Language of the interface.
    pub language: Option<LanguageName>,
    /// A new password; ends all sessions but this one.
    pub password: Option<PasswordChange>,
}

/// The old and the new password.
#[derive(Deserialize, ToSchema)]
pub struct PasswordChange {
    /// The old one.
    pub old: String,
    /// The new one.
    pub new: String,
}

async fn body(app: &App, person: Option<Person>) -> ApiResult<Json<SessionBody>> {
    let house = app.house.load();
    Ok(Json(SessionBody {
        setup_needed: app.needs_set_up().await?,
        demo: app.demo,
        organisation: if person.is_some() { house.organisation.clone() } else { String::new() },
        version: env!("CARGO_PKG_VERSION"),
        now: app.clock.now(),
        speed: app.clock.speed(),
        language: house.language.name(),
        person: person.map(PersonBody::from),
    }))
}

/// A session cookie. `Secure` is left to the proxy that adds TLS: on loopback there is none.
fn cookie_header(
    key: &str,
    max_age_seconds: i64,
    headers: &HeaderMap,
) -> AppendHeaders<[(HeaderName, String); 1]> {
    let tls = headers.get("x-forwarded-proto").is_some_and(|proto| proto == "https");
    let secure = if tls { "; Secure" } else { "" };
    let value =
        format!("{COOKIE_NAME}={key}; Path=/; HttpOnly; SameSite=Strict; Max-Age={max_age_seconds}{secure}");
    AppendHeaders([(SET_COOKIE, value)])
}

fn ours(headers: &HeaderMap) -> ApiResult<()> {
    if from_our_pages(headers) {
        Ok(())
    } else {
        Err(ApiError::new(StatusCode::FORBIDDEN, "forbidden-origin"))
    }
}

fn signed_in(key: &Key, headers: &HeaderMap) -> AppendHeaders<[(HeaderName, String); 1]> {
    cookie_header(&key.0, SESSION_DAYS * 24 * 3_600, headers)
}

/// Who is signed in. In the demo, a stranger is let in as the invented person who speaks their browser's language.
#[utoipa::path(get, path = "/session", tag = "session", responses((status = 200, body = SessionBody)))]
async fn read(State(app): State<App>, headers: HeaderMap) -> ApiResult<axum::response::Response> {
    let person = match cookie(&headers) {
        Some(key) => app.who_has(&key).await?,
        None => None,
    };
    if person.is_none()
        && let Some(guest) = app.demo_person(&spoken(&headers)).await?
    {
        let key = app.start_session(&guest).await?;
        return Ok((signed_in(&key, &headers), body(&app, Some(guest)).await?).into_response());
    }
    Ok(body(&app, person).await?.into_response())
}

/// The languages a browser asks for, most wanted first, as far as we speak them.
fn spoken(headers: &HeaderMap) -> Vec<Language> {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let names = asked.split(',').filter_map(|part| part.split([';', '-']).next()).map(str::trim);
    names.filter_map(Language::from_name).collect()
}

/// Signs in; sets the session cookie.
#[utoipa::path(post, path = "/session", tag = "session", request_body = SignInRequest, responses((status = 200, body = SessionBody)))]
async fn sign_in(
    State(app): State<App>,
    headers: HeaderMap,
    Json(request): Json<SignInRequest>,
) -> ApiResult<impl IntoResponse> {
    ours(&headers)?;
    let (key, person) = app.sign_in(&request.login, &request.password).await?;
    Ok((signed_in(&key, &headers), body(&app, Some(person)).await?))
}

/// Signs out.
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204)))]
async fn sign_out(State(app): State<App>, headers: HeaderMap) -> ApiResult<impl IntoResponse> {
    ours(&headers)?;
    if let Some(key) = cookie(&headers) {
        app.sign_out(&key).await?;
    }
    Ok((StatusCode::NO_CONTENT, cookie_header("", 0, &headers)))
}

/// Changes one's own name, language or password.
#[utoipa::path(patch, path = "/session", tag = "session", request_body = ProfileChange, responses((status = 200, body = SessionBody)))]
async fn change(
    caller: Caller,
    State(app): State<App>,
    headers: HeaderMap,
    Json(request): Json<ProfileChange>,
) -> ApiResult<axum::response::Response> {
    let Caller::Person(person) = caller else {
        return Err(ApiError::new(StatusCode::FORBIDDEN, "person-needed"));
    };
    let change = Change {
        name: request.name,
        language: request.language.map(LanguageName::value),
        ..Change::default()
    };
    let changed = app.change_person(person.id, change, Actor::Person(person.id)).await?;
    let Some(password) = request.password else {
        return Ok(body(&app, Some(changed)).await?.into_response());
    };
    app.change_own_password(&person, &password.old, &password.new).await?;
    let key = app.start_session(&changed).await?;
    Ok((signed_in(&key, &headers), body(&app, Some(changed)).await?).into_response())
}

/// The first-run set-up: names the house, makes the first account, and signs it in.
#[utoipa::path(post, path = "/setup", tag = "session", request_body = SetUpRequest, responses((status = 200, body = SessionBody)))]
async fn set_up(
    State(app): State<App>,
    headers: HeaderMap,
    Json(request): Json<SetUpRequest>,
) -> ApiResult<impl IntoResponse> {
    ours(&headers)?;
    let set_up = SetUp {
        organisation: request.organisation,
        name: request.name,
        login: request.login,
        password: request.password,
        language: request.language.value(),
    };
    let person = app.set_up(set_up).await?;
    let key = app.start_session(&person).await?;
    Ok((signed_in(&key, &headers), body(&app, Some(person)).await?))
}

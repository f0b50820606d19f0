//! Who asks: a person with a session cookie, or a program with a bearer token.

use axum::extract::FromRequestParts;
use axum::http::header::{AUTHORIZATION, COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use nabat_app::App;
use nabat_app::settings::sign_in::Key;
use nabat_crisis::id::PersonId;
use nabat_crisis::person::{Actor, Person};

use crate::error::ApiError;
use crate::guard::from_our_pages;

/// Name of the session cookie.
pub(crate) const COOKIE_NAME: &str = "nabat_session";

/// Who asks. A handler that takes this is closed to everybody else.
#[derive(Debug)]
pub(crate) enum Caller {
    /// Somebody who signed in.
    Person(Person),
    /// A program, in the name of the person who made its token.
    Token(Option<PersonId>),
}

impl Caller {
    /// Who is written down as the one who did it.
    pub(crate) fn actor(&self) -> Actor {
        match self {
            Self::Person(person) => Actor::Person(person.id),
            Self::Token(Some(person)) => Actor::Person(*person),
            Self::Token(None) => Actor::Nabat,
        }
    }

    /// The person who answers for a step that only a named person may take.
    pub(crate) fn person(&self) -> Result<PersonId, ApiError> {
        match self.actor() {
            Actor::Person(id) => Ok(id),
            Actor::Nabat => Err(ApiError::new(StatusCode::FORBIDDEN, "person-needed")),
        }
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let stranger = || ApiError::new(StatusCode::UNAUTHORIZED, "not-signed-in");
        if let Some(key) = bearer(&parts.headers) {
            let token = app.token_of(&key).await?.ok_or_else(stranger)?;
            return Ok(Self::Token(token.by));
        }
        let key = cookie(&parts.headers).ok_or_else(stranger)?;
        let person = app.who_has(&key).await?.ok_or_else(stranger)?;
        let reads = matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
        if !reads && !from_our_pages(&parts.headers) {
            return Err(ApiError::new(StatusCode::FORBIDDEN, "forbidden-origin"));
        }
        Ok(Self::Person(person))
    }
}

/// The key of a bearer token.
fn bearer(headers: &HeaderMap) -> Option<Key> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, key) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| Key(key.trim().to_owned()))
}

/// The key in the session cookie.
pub(crate) fn cookie(headers: &HeaderMap) -> Option<Key> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(name, value)| *name == COOKIE_NAME && !value.is_empty())
        .map(|(_, value)| Key(value.to_owned()))
}

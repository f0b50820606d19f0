//! Errors as the API tells them: a code with its values, which the browser turns into a sentence.

use std::collections::BTreeMap;

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use nabat_app::Refused;
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::before::queries::QueryFaultBody;

/// What went wrong. Codes have a message in every interface language, as locale key `error-<code>`.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorBody {
    /// The error.
    pub error: ErrorDetail,
    /// For `bad-query`: what is wrong with the query, and where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<QueryFaultBody>,
}

/// A code and its values.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ErrorDetail {
    /// Stable name of the error.
    pub code: &'static str,
    /// Values for the sentence.
    pub args: BTreeMap<&'static str, String>,
}

/// An error on its way out.
#[derive(Debug)]
pub(crate) struct ApiError {
    status: StatusCode,
    code: &'static str,
    args: BTreeMap<&'static str, String>,
    fault: Option<Box<QueryFaultBody>>,
}

/// What handlers return.
pub(crate) type ApiResult<T> = Result<T, ApiError>;

impl ApiError {
    /// An error with a status and a code.
    pub(crate) fn new(status: StatusCode, code: &'static str) -> Self {
        Self { status, code, args: BTreeMap::new(), fault: None }
    }

    /// Nothing has that number.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// A value of the request cannot be used.
    pub(crate) fn bad_value(field: &'static str) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-value").with("field", field)
    }

    /// Adds a value for the sentence.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.args.insert(name, value.into());
        self
    }
}

impl From<Refused> for ApiError {
    fn from(refused: Refused) -> Self {
        let (status, code) = match &refused {
            Refused::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Refused::Conflict => (StatusCode::CONFLICT, "conflict"),
            Refused::WrongState => (StatusCode::CONFLICT, "wrong-state"),
            Refused::WordsMissing => (StatusCode::UNPROCESSABLE_ENTITY, "words-missing"),
            Refused::WordsTooLong => (StatusCode::UNPROCESSABLE_ENTITY, "words-too-long"),
            Refused::BadLink => (StatusCode::UNPROCESSABLE_ENTITY, "bad-link"),
            Refused::BadQuery(_) => (StatusCode::UNPROCESSABLE_ENTITY, "bad-query"),
            Refused::NameMissing => (StatusCode::UNPROCESSABLE_ENTITY, "name-missing"),
            Refused::NameTaken => (StatusCode::CONFLICT, "name-taken"),
            Refused::BadUrl => (StatusCode::UNPROCESSABLE_ENTITY, "bad-url"),
            Refused::BadValue(_) => (StatusCode::UNPROCESSABLE_ENTITY, "bad-value"),
            Refused::PasswordTooShort => (StatusCode::UNPROCESSABLE_ENTITY, "password-too-short"),
            Refused::WrongPassword => (StatusCode::FORBIDDEN, "wrong-password"),
            Refused::TooManyAttempts => (StatusCode::TOO_MANY_REQUESTS, "too-many-attempts"),
            Refused::SetUpDone => (StatusCode::CONFLICT, "setup-done"),
            Refused::LastPerson => (StatusCode::CONFLICT, "last-person"),
            Refused::PartInUse => (StatusCode::CONFLICT, "part-in-use"),
            Refused::NothingFound => (StatusCode::CONFLICT, "nothing-found"),
            Refused::StoreFull => (StatusCode::INSUFFICIENT_STORAGE, "store-full"),
            Refused::Broken(cause) => {
                tracing::error!(error = format!("{cause:#}"), "a request failed inside");
                (StatusCode::INTERNAL_SERVER_ERROR, "internal")
            }
        };
        let mut error = Self::new(status, code);
        match refused {
            Refused::BadValue(field) => error = error.with("field", field),
            Refused::BadQuery(fault) => error.fault = Some(Box::new(QueryFaultBody::from(*fault))),
            _ => {}
        }
        error
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let body = ErrorBody {
            error: ErrorDetail { code: self.code, args: self.args },
            fault: self.fault.map(|fault| *fault),
        };
        (self.status, Json(body)).into_response()
    }
}

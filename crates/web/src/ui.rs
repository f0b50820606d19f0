//! The browser app, embedded in the binary. Without Node it is not built, and the API says how to get it.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../../ui/dist"]
#[allow_missing = true]
struct Files;

/// Shown instead of the app when it was not built.
const NOT_BUILT: &str = "The API of Nabat is running, but this binary was built without the browser app.\n\
    To get it: install Node.js 20.19 or later, run `make build` in the source folder, and start nabat again.\n\
    The API is described at /api/v1/openapi.json\n";

/// Serves a file of the app; every other address is a page of the app, which reads it itself.
pub(crate) async fn serve(uri: Uri) -> Response {
    let path = uri.path().trim_start_matches('/');
    if let Some(response) = file(path) {
        return response;
    }
    // A missing script must not be answered with a page: the browser would run HTML as a script and say nothing useful.
    if path.starts_with("assets/") {
        return (StatusCode::NOT_FOUND, "no such file\n").into_response();
    }
    file("index.html").unwrap_or_else(|| (StatusCode::NOT_FOUND, NOT_BUILT).into_response())
}

fn file(path: &str) -> Option<Response> {
    let found = Files::get(path)?;
    let kind = mime_guess::from_path(path).first_or_octet_stream();
    // Names under assets/ carry a hash of their content and never change; all others may with the next version.
    let keep = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let kind = if kind.type_() == "text" { format!("{kind}; charset=utf-8") } else { kind.to_string() };
    Some(([(CONTENT_TYPE, kind), (CACHE_CONTROL, keep.to_owned())], found.data).into_response())
}

/// Whether there is an app to serve.
pub(crate) fn is_built() -> bool {
    Files::get("index.html").is_some()
}

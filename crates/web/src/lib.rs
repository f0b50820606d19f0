//! The HTTP face: the JSON API under `/api/v1/`, live updates, sign-in, the embedded browser app, and the operator's addresses.
//!
//! To add a page's data: one file under `api/` with its bodies and handlers, and one line in `api::routes`.

pub mod api;
mod caller;
mod error;
mod guard;
mod operator;
mod ui;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use nabat_app::App;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};

/// Largest JSON body; a query may have 100 kB. Uploads are streamed and have no limit but the disk.
const BODY_BYTES_MAX: usize = 512 * 1024;

/// The whole HTTP face over an app.
pub fn router(app: App) -> Router {
    let (api, _) = api::routes().split_for_parts();
    let live = NotForContentType::const_new("text/event-stream");
    Router::new()
        .nest("/api/v1", api.fallback(api::unknown))
        .merge(operator::routes())
        .fallback(ui::serve)
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(CompressionLayer::new().compress_when(SizeAbove::new(1_024).and(live)))
        .layer(middleware::from_fn(guard::headers))
        .with_state(app)
}

/// The API's description as OpenAPI 3.1 JSON.
///
/// # Errors
/// When it cannot be written as JSON, which would be a fault of ours.
pub fn openapi() -> anyhow::Result<String> {
    let mut text = api::description().to_pretty_json()?;
    text.push('\n');
    Ok(text)
}

/// Whether the browser app was built into this binary.
pub fn has_browser_app() -> bool {
    ui::is_built()
}

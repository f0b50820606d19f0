//! Addresses for whoever runs the machine: is it alive, is it ready, and numbers for Prometheus.

use std::fmt::Write as _;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use nabat_app::App;

use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> Router<App> {
    Router::new()
        .route("/-/healthy", get(healthy))
        .route("/-/ready", get(ready))
        .route("/metrics", get(metrics))
}

/// The process runs and answers.
async fn healthy() -> &'static str {
    "alive\n"
}

/// The store answers, so posts and people can be served.
async fn ready(State(app): State<App>) -> impl IntoResponse {
    match app.store.health().await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::error!(error = %error, "the store does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the store does not answer: see the log\n")
        }
    }
}

/// Numbers in the Prometheus text format. They name sources and topics, so a token or a session is needed.
async fn metrics(_caller: Caller, State(app): State<App>) -> ApiResult<impl IntoResponse> {
    let now = app.clock.now();
    let health = app.store.health().await.map_err(nabat_app::Refused::from)?;
    let waiting = app.waiting().await?;
    let open = app.store.open_incidents().await.map_err(nabat_app::Refused::from)?;
    let mut text = String::new();
    let mut gauge = |name: &str, help: &str, value: f64| {
        let _ = writeln!(text, "# HELP nabat_{name} {help}\n# TYPE nabat_{name} gauge\nnabat_{name} {value}");
    };
    gauge("mentions", "Mentions stored.", health.n_mentions as f64);
    gauge("events", "Post events stored.", health.n_events as f64);
    gauge("store_bytes", "Size of the store file.", health.db_bytes as f64);
    gauge("store_wal_bytes", "Size of the store's write-ahead log.", health.wal_bytes as f64);
    gauge("cases_unanswered", "Cases nobody has answered.", waiting.n_unanswered as f64);
    gauge("cases_late", "Unanswered cases whose clock has run out.", waiting.n_late as f64);
    let oldest = waiting.oldest_at.map_or(0.0, |at| now.duration_since(at).as_secs_f64());
    gauge("case_oldest_waiting_seconds", "Age of the oldest unanswered case.", oldest);
    gauge("incidents_open", "Open incidents.", open.len() as f64);
    gauge("pages_open", "Browser pages that listen for news.", app.news.n_listeners() as f64);
    let sources = app.store.sources().await.map_err(nabat_app::Refused::from)?;
    for (name, help) in [
        ("source_accepted_total", "Records a source gave."),
        ("source_refused_total", "Records of a source that were refused."),
    ] {
        let _ = writeln!(text, "# HELP nabat_{name} {help}\n# TYPE nabat_{name} counter");
        for source in &sources {
            let value = if name == "source_accepted_total" {
                source.health.n_accepted
            } else {
                source.health.n_refused
            };
            let _ = writeln!(
                text,
                "nabat_{name}{{source=\"{}\",kind=\"{}\"}} {value}",
                source.id,
                source.kind.name()
            );
        }
    }
    let _ = writeln!(
        text,
        "# HELP nabat_source_alarm Whether a source is silent or cannot be read.\n# TYPE nabat_source_alarm gauge"
    );
    for source in &sources {
        let _ = writeln!(
            text,
            "nabat_source_alarm{{source=\"{}\"}} {}",
            source.id,
            i32::from(source.trouble(now).is_some())
        );
    }
    Ok(([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text))
}

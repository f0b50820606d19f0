//! Live updates: what changed, as server-sent events. A page that was away fetches what is on its screen anew.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream::{self, Stream, StreamExt as _};
use nabat_app::news::News;
use nabat_app::{App, Result};
use serde_json::{Value, json};
use tokio::sync::broadcast::error::RecvError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::before::imports::ImportBody;
use super::settings::alerts::AlertBody;
use crate::caller::Caller;

/// How often an open page hears the time, so that a driven clock and its own agree.
const CLOCK_EVERY: Duration = Duration::from_secs(5);
/// How often a silent connection is kept alive; below the usual minute of proxies.
const ALIVE_EVERY: Duration = Duration::from_secs(20);

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(live))
}

/// What changed, as it changes: `hello`, `clock`, `mentions`, `case`, `cases`, `incident`, `alert`, `source`, `import`, `topic`,
/// and `behind` when the page read too slowly and must fetch everything anew.
#[utoipa::path(get, path = "/live", tag = "live", responses((status = 200, content_type = "text/event-stream", body = String)))]
async fn live(
    _caller: Caller,
    State(app): State<App>,
) -> Sse<impl Stream<Item = std::result::Result<Event, Infallible>>> {
    let heard = app.news.listen();
    let last_alert = app.store.latest_alert().await.ok().flatten().map(|alert| alert.0);
    let hello = json!({ "now": app.clock.now(), "speed": app.clock.speed(), "last_alert": last_alert });
    let first = stream::iter([event("hello", &hello)]);
    let news = stream::unfold((app.clone(), heard), |(app, mut heard)| async move {
        let events = match heard.recv().await {
            Ok(news) => told(&app, news).await,
            Err(RecvError::Lagged(_)) => vec![event("behind", &json!({}))],
            Err(RecvError::Closed) => return None,
        };
        Some((stream::iter(events), (app, heard)))
    });
    let clock = stream::unfold(app, |app| async move {
        tokio::time::sleep(CLOCK_EVERY).await;
        Some((event("clock", &json!({ "now": app.clock.now(), "speed": app.clock.speed() })), app))
    });
    let all = first.chain(stream::select(news.flatten(), clock));
    Sse::new(all.map(Ok)).keep_alive(KeepAlive::new().interval(ALIVE_EVERY))
}

fn event(name: &str, data: &Value) -> Event {
    Event::default().event(name).data(data.to_string())
}

/// The events a page hears of one piece of news. What cannot be read is left out: the page reads again when it needs it.
async fn told(app: &App, news: News) -> Vec<Event> {
    match events(app, news).await {
        Ok(events) => events,
        Err(error) => {
            tracing::warn!(error = %error, "news could not be told to an open page");
            vec![event("behind", &json!({}))]
        }
    }
}

async fn events(app: &App, news: News) -> Result<Vec<Event>> {
    Ok(match news {
        News::Mentions(topics) => {
            let topics: serde_json::Map<String, Value> =
                topics.into_iter().map(|(id, n)| (id.to_string(), n.into())).collect();
            vec![event("mentions", &json!({ "topics": topics })), waiting(app).await?]
        }
        News::Case(id) => {
            let state = app.store.case(id).await?.map(|view| view.case.state.name());
            vec![event("case", &json!({ "id": id.0, "state": state })), waiting(app).await?]
        }
        News::Incident(id) => {
            let incident = app.store.incident(id).await?;
            incident
                .map(|i| {
                    event("incident", &json!({ "id": id.0, "status": i.status.name(), "topic": i.topic.0 }))
                })
                .into_iter()
                .collect()
        }
        News::Alert(id) => {
            let view = app.alert_view(id).await?;
            let body = view.map(|view| AlertBody::at(view, app.clock.now()));
            body.map(|body| event("alert", &json!(body))).into_iter().collect()
        }
        News::Source(id) => {
            let source = app.store.source(id).await?;
            let trouble = source
                .and_then(|source| source.trouble(app.clock.now()))
                .map(nabat_crisis::source::SourceTrouble::name);
            vec![event("source", &json!({ "id": id.0, "trouble": trouble }))]
        }
        News::Import(id) => {
            let import = app.store.import(id).await?;
            import.map(|import| event("import", &json!(ImportBody::from(import)))).into_iter().collect()
        }
        News::Topic(id) => vec![event("topic", &json!({ "id": id.0 }))],
    })
}

async fn waiting(app: &App) -> Result<Event> {
    let waiting = app.waiting().await?;
    let body = json!({ "unanswered": waiting.n_unanswered, "late": waiting.n_late, "oldest_waiting_at": waiting.oldest_at });
    Ok(event("cases", &body))
}

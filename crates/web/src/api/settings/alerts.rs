//! Alerts that went out, and how each delivery is doing.

use axum::Json;
use axum::extract::{Query, State};
use jiff::Timestamp;
use nabat_app::during::read_alerts::AlertView;
use nabat_app::views::Delivery;
use nabat_app::{App, Refused};
use nabat_crisis::alert::AlertSubject;
use nabat_crisis::id::AlertId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::before::sources::SourceBody;
use crate::api::during::incidents::IncidentBody;
use crate::api::shape::{Page, PageQuery, limit};
use crate::caller::Caller;
use crate::error::ApiResult;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(alerts)).routes(routes!(deliveries))
}

/// Why an alert went out.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AlertReasonName {
    /// The first about it.
    First,
    /// It has grown.
    Grew,
    /// A person raised it.
    Escalated,
    /// Nobody has taken it yet.
    Repeat,
    /// It is over.
    Resolved,
    /// Somebody asked for a test.
    Test,
}

/// What an alert is about.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AlertSubjectName {
    /// An incident.
    Incident,
    /// A source.
    Source,
    /// The channel itself.
    Channel,
}

/// An alert.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Alert)]
pub struct AlertBody {
    /// Its number, rising with time.
    pub id: i64,
    /// When it was decided.
    pub at: Timestamp,
    /// Why it went out.
    #[schema(value_type = AlertReasonName)]
    pub reason: &'static str,
    /// What it is about.
    #[schema(value_type = AlertSubjectName)]
    pub subject: &'static str,
    /// The incident.
    pub incident: Option<IncidentBody>,
    /// The source.
    pub source: Option<SourceBody>,
}

impl AlertBody {
    /// An alert as it is at an instant.
    pub(crate) fn at(view: AlertView, now: Timestamp) -> Self {
        let said = view.alert.said;
        let subject = match said.subject {
            AlertSubject::Incident(_) => "incident",
            AlertSubject::Source(..) => "source",
            AlertSubject::Channel => "channel",
        };
        Self {
            id: view.alert.id.0,
            at: said.at,
            reason: said.reason.name(),
            subject,
            incident: view.incident.map(IncidentBody::from),
            source: view.source.map(|source| SourceBody::at(source, now)),
        }
    }
}

/// Which alerts to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AlertQuery {
    /// Only those after this number.
    pub after: Option<i64>,
    /// At most so many.
    pub limit: Option<u32>,
}

/// A message to one webhook and how it is doing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Delivery)]
pub struct DeliveryBody {
    /// Its number.
    pub id: i64,
    /// The alert.
    pub alert: i64,
    /// When the alert was decided.
    pub at: Timestamp,
    /// Why it went out.
    #[schema(value_type = AlertReasonName)]
    pub reason: &'static str,
    /// What it is about.
    #[schema(value_type = AlertSubjectName)]
    pub subject: &'static str,
    /// The webhook.
    pub channel: i64,
    /// Name of the webhook.
    pub channel_name: String,
    /// `waiting`, `delivered` or `failed`.
    #[schema(value_type = DeliveryStateName)]
    pub state: &'static str,
    /// Attempts so far.
    pub n_attempts: usize,
    /// When it is tried next.
    pub next_attempt_at: Option<Timestamp>,
    /// The attempts, oldest first.
    pub attempts: Vec<AttemptBody>,
}

/// How a delivery is doing.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryStateName {
    /// To be sent, or to be sent again.
    Waiting,
    /// Taken.
    Delivered,
    /// Given up.
    Failed,
}

/// An attempt to deliver.
#[derive(Debug, Serialize, ToSchema)]
pub struct AttemptBody {
    /// When.
    pub at: Timestamp,
    /// Whether the webhook took it.
    pub ok: bool,
    /// The HTTP status, if it answered.
    pub status: Option<u16>,
    /// What went wrong.
    pub detail: String,
}

fn delivery_body(delivery: Delivery, channel_name: String) -> DeliveryBody {
    let subject = match delivery.alert.said.subject {
        AlertSubject::Incident(_) => "incident",
        AlertSubject::Source(..) => "source",
        AlertSubject::Channel => "channel",
    };
    DeliveryBody {
        id: delivery.id.0,
        alert: delivery.alert.id.0,
        at: delivery.alert.said.at,
        reason: delivery.alert.said.reason.name(),
        subject,
        channel: delivery.channel.0,
        channel_name,
        state: delivery.state.name(),
        n_attempts: delivery.attempts.len(),
        next_attempt_at: delivery.next_at,
        attempts: delivery
            .attempts
            .into_iter()
            .map(|attempt| AttemptBody {
                at: attempt.at,
                ok: attempt.delivered,
                status: attempt.status,
                detail: attempt.detail,
            })
            .collect(),
    }
}

/// Alerts, newest first; with `after`, those a page has missed.
#[utoipa::path(get, path = "/alerts", tag = "alerts", params(AlertQuery), responses((status = 200, body = Vec<AlertBody>)))]
async fn alerts(
    _caller: Caller,
    State(app): State<App>,
    Query(query): Query<AlertQuery>,
) -> ApiResult<Json<Vec<AlertBody>>> {
    let now = app.clock.now();
    let views = app.alerts_after(query.after.map(AlertId), limit(query.limit) as usize).await?;
    Ok(Json(views.into_iter().map(|view| AlertBody::at(view, now)).collect()))
}

/// Deliveries, newest first, with every attempt.
#[utoipa::path(get, path = "/deliveries", tag = "alerts", params(PageQuery), responses((status = 200, body = Page<DeliveryBody>)))]
async fn deliveries(
    _caller: Caller,
    State(app): State<App>,
    Query(page): Query<PageQuery>,
) -> ApiResult<Json<Page<DeliveryBody>>> {
    let found =
        app.store.deliveries(None, page.cursor, limit(page.limit) as usize).await.map_err(Refused::from)?;
    let channels = app.store.channels().await.map_err(Refused::from)?;
    let name = |id| {
        channels
            .iter()
            .find(|channel| channel.id == id)
            .map(|channel| channel.name.clone())
            .unwrap_or_default()
    };
    let items = found.items.into_iter().map(|delivery| {
        let channel_name = name(delivery.channel);
        delivery_body(delivery, channel_name)
    });
    Ok(Json(Page { items: items.collect(), next: found.next }))
}

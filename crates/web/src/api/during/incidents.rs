//! Incidents: what the team works on.

use axum::Json;
use axum::extract::{Path, Query, State};
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::during::read_incidents::{IncidentInFull, IncidentView};
use nabat_app::views::IncidentFilter;
use nabat_crisis::during::incident::{ClosingReason, Happening, IncidentStatus, IncidentStep, TimelineEntry};
use nabat_crisis::id::{IncidentId, PersonId, TopicId};
use nabat_crisis::person::Actor;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::charts::NetworkShare;
use super::signals::SignalBody;
use crate::api::shape::{MentionBody, Page, PageQuery, limit};
use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(get)).routes(routes!(step))
}

/// Where an incident stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum IncidentStatusName {
    /// A detector rang; no person has judged it.
    Suspected,
    /// A person says it is real.
    Confirmed,
    /// It no longer grows.
    Contained,
    /// Over, for a reason.
    Closed,
}

/// Why an incident was closed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClosingReasonName {
    /// It is over.
    Resolved,
    /// There was no crisis.
    FalseAlarm,
    /// The growth was ours and wanted.
    Expected,
    /// Part of another incident.
    Duplicate,
}

/// An incident with the numbers of its time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Incident)]
pub struct IncidentBody {
    /// Its number.
    pub id: i64,
    /// The topic that burns.
    pub topic: i64,
    /// Name of the topic.
    pub topic_name: String,
    /// Where it stands.
    #[schema(value_type = IncidentStatusName)]
    pub status: &'static str,
    /// Who leads.
    pub owner: Option<i64>,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Start of the time it covers.
    pub from: Timestamp,
    /// When its latest signal came.
    pub last_signal_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// Mentions of its topic in its time.
    pub n_mentions: u64,
    /// Mentions of its strongest hour, of those that rang.
    pub n_hour_peak: u64,
    /// Its cases nobody has answered; 500 means 500 or more.
    pub unanswered: u64,
    /// Mentions by network, most first.
    pub networks: Vec<NetworkShare>,
    /// Its latest signal.
    pub latest: Option<SignalBody>,
}

impl From<IncidentView> for IncidentBody {
    fn from(view: IncidentView) -> Self {
        let incident = view.incident;
        Self {
            id: incident.id.0,
            topic: incident.topic.0,
            topic_name: view.topic_name,
            status: incident.status.name(),
            owner: incident.owner.map(|person| person.0),
            opened_at: incident.opened_at,
            from: incident.from,
            last_signal_at: incident.last_signal_at,
            closed_at: incident.closed_at,
            n_mentions: view.n_mentions,
            n_hour_peak: view.n_hour_peak,
            unanswered: view.n_unanswered,
            networks: view.networks.into_iter().map(NetworkShare::from).collect(),
            latest: view.latest.map(SignalBody::from),
        }
    }
}

/// An entry of an incident's timeline.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TimelineEntry)]
pub struct TimelineEntryBody {
    /// When.
    pub at: Timestamp,
    /// Who; nothing for Nabat itself.
    pub by: Option<i64>,
    /// What.
    #[schema(value_type = HappeningName)]
    pub what: &'static str,
    /// The words.
    pub words: String,
    /// Why it was closed, or why people were told.
    pub reason: Option<&'static str>,
    /// The signal that opened it or joined it.
    pub signal: Option<i64>,
    /// Who leads from then on.
    pub to: Option<i64>,
}

/// What happened in an incident.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HappeningName {
    /// A signal opened it.
    Opened,
    /// A further signal joined it.
    Signal,
    /// Somebody confirmed it.
    Confirm,
    /// Somebody says it no longer grows.
    Contain,
    /// Somebody closed it.
    Close,
    /// Somebody opened it again.
    Reopen,
    /// Somebody leads from now on.
    Own,
    /// A remark.
    Note,
    /// People were told.
    Told,
}

impl From<TimelineEntry> for TimelineEntryBody {
    fn from(entry: TimelineEntry) -> Self {
        let by = match entry.by {
            Actor::Person(person) => Some(person.0),
            Actor::Nabat => None,
        };
        let body = |what, words: String| Self {
            at: entry.at,
            by,
            what,
            words,
            reason: None,
            signal: None,
            to: None,
        };
        match entry.what {
            Happening::Opened(signal) => Self { signal: Some(signal.0), ..body("opened", String::new()) },
            Happening::SignalJoined(signal) => {
                Self { signal: Some(signal.0), ..body("signal", String::new()) }
            }
            Happening::Told(reason) => Self { reason: Some(reason.name()), ..body("told", String::new()) },
            Happening::Step(step) => match step {
                IncidentStep::Confirm { words } => body("confirm", words),
                IncidentStep::Contain { words } => body("contain", words),
                IncidentStep::Close { reason, words } => {
                    Self { reason: Some(reason.name()), ..body("close", words) }
                }
                IncidentStep::Reopen { words } => body("reopen", words),
                IncidentStep::Own(person) => Self { to: Some(person.0), ..body("own", String::new()) },
                IncidentStep::Note { words } => body("note", words),
            },
        }
    }
}

/// An incident with everything that happened.
#[derive(Debug, Serialize, ToSchema)]
pub struct IncidentDetail {
    /// The incident.
    pub incident: IncidentBody,
    /// Its timeline, oldest first.
    pub timeline: Vec<TimelineEntryBody>,
    /// Its signals, newest first.
    pub signals: Vec<SignalBody>,
    /// Posts with the most engagement of its signals.
    pub posts: Vec<MentionBody>,
}

impl From<IncidentInFull> for IncidentDetail {
    fn from(full: IncidentInFull) -> Self {
        Self {
            incident: full.view.into(),
            timeline: full.timeline.into_iter().map(TimelineEntryBody::from).collect(),
            signals: full.signals.into_iter().map(SignalBody::from).collect(),
            posts: full.posts.into_iter().map(MentionBody::from).collect(),
        }
    }
}

/// Which incidents to list.
#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct IncidentQuery {
    /// `open` or `closed`.
    pub status: Option<String>,
    /// Of one topic.
    pub topic: Option<i64>,
}

/// A step, and the status the person saw.
#[derive(Debug, Deserialize, ToSchema)]
pub struct IncidentStepRequest {
    /// What to do.
    #[serde(flatten)]
    pub step: IncidentStepBody,
    /// The status the person saw when they decided.
    pub seen: IncidentStatusName,
}

/// What to do with an incident.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum IncidentStepBody {
    /// It is real.
    Confirm {
        /// What makes one sure.
        #[serde(default)]
        words: String,
    },
    /// It no longer grows.
    Contain {
        /// What was done.
        #[serde(default)]
        words: String,
    },
    /// It is over.
    Close {
        /// Why.
        reason: ClosingReasonName,
        /// Why, in words.
        words: String,
    },
    /// It burns again.
    Reopen {
        /// Why.
        words: String,
    },
    /// Somebody leads from now on.
    Own {
        /// Who.
        to: i64,
    },
    /// A remark.
    Note {
        /// The remark.
        words: String,
    },
}

impl IncidentStatusName {
    fn value(self) -> IncidentStatus {
        match self {
            Self::Suspected => IncidentStatus::Suspected,
            Self::Confirmed => IncidentStatus::Confirmed,
            Self::Contained => IncidentStatus::Contained,
            Self::Closed => IncidentStatus::Closed,
        }
    }
}

impl From<IncidentStepBody> for IncidentStep {
    fn from(body: IncidentStepBody) -> Self {
        match body {
            IncidentStepBody::Confirm { words } => Self::Confirm { words },
            IncidentStepBody::Contain { words } => Self::Contain { words },
            IncidentStepBody::Close { reason, words } => {
                let reason = match reason {
                    ClosingReasonName::Resolved => ClosingReason::Resolved,
                    ClosingReasonName::FalseAlarm => ClosingReason::FalseAlarm,
                    ClosingReasonName::Expected => ClosingReason::Expected,
                    ClosingReasonName::Duplicate => ClosingReason::Duplicate,
                };
                Self::Close { reason, words }
            }
            IncidentStepBody::Reopen { words } => Self::Reopen { words },
            IncidentStepBody::Own { to } => Self::Own(PersonId(to)),
            IncidentStepBody::Note { words } => Self::Note { words },
        }
    }
}

/// Incidents, newest first.
#[utoipa::path(get, path = "/incidents", tag = "incidents", params(IncidentQuery, PageQuery), responses((status = 200, body = Page<IncidentBody>)))]
async fn list(
    _caller: Caller,
    State(app): State<App>,
    Query(query): Query<IncidentQuery>,
    Query(page): Query<PageQuery>,
) -> ApiResult<Json<Page<IncidentBody>>> {
    let open = match query.status.as_deref() {
        None | Some("") => None,
        Some("open") => Some(true),
        Some("closed") => Some(false),
        Some(_) => return Err(ApiError::bad_value("status")),
    };
    let filter = IncidentFilter { open, topic: query.topic.map(TopicId) };
    let found = app.incidents(filter, page.cursor, limit(page.limit) as usize).await?;
    Ok(Json(Page { items: found.items.into_iter().map(IncidentBody::from).collect(), next: found.next }))
}

/// One incident with everything that happened.
#[utoipa::path(get, path = "/incidents/{id}", tag = "incidents", params(("id" = i64, Path)), responses((status = 200, body = IncidentDetail)))]
async fn get(
    _caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
) -> ApiResult<Json<IncidentDetail>> {
    Ok(Json(app.incident_in_full(IncidentId(id)).await?.into()))
}

/// Takes a step with an incident. 409 when somebody else was faster.
#[utoipa::path(post, path = "/incidents/{id}/steps", tag = "incidents", params(("id" = i64, Path)), request_body = IncidentStepRequest, responses((status = 200, body = IncidentDetail)))]
async fn step(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
    Json(body): Json<IncidentStepRequest>,
) -> ApiResult<Json<IncidentDetail>> {
    app.step_incident(IncidentId(id), body.step.into(), body.seen.value(), caller.person()?).await?;
    Ok(Json(app.incident_in_full(IncidentId(id)).await?.into()))
}

//! The inbox: each mention that needs an answer, until it is answered, escalated or closed with a reason by a named person.

use axum::Json;
use axum::extract::{Path, Query, State};
use jiff::Timestamp;
use nabat_app::App;
use nabat_app::during::read_cases::{Filter, Waiting};
use nabat_app::views::{CaseEntry, CaseView};
use nabat_crisis::during::case::{CaseState, CaseStep, CloseReason};
use nabat_crisis::id::{IncidentId, MentionId, PersonId, TopicId};
use nabat_crisis::person::Actor;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::mentions::VersionBody;
use crate::api::shape::{MentionBody, Page, PageQuery, limit};
use crate::caller::Caller;
use crate::error::{ApiError, ApiResult};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(summary))
        .routes(routes!(get))
        .routes(routes!(step))
}

/// Where a case stands.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseStateName {
    /// Nobody has taken it.
    New,
    /// Somebody works on it.
    InWork,
    /// It was answered.
    Answered,
    /// It was handed to somebody who must decide.
    Escalated,
    /// It ended without an answer, for a reason.
    Closed,
}

/// Colour of a response clock.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClockName {
    /// More than half of the time is left.
    Calm,
    /// Less than half is left.
    Soon,
    /// The limit has passed.
    Late,
}

/// Why a case was closed without an answer.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CloseReasonName {
    /// It asks for nothing.
    NoAnswerNeeded,
    /// It is about something else.
    NotAboutUs,
    /// Advertising or nonsense.
    Spam,
    /// The same words by the same author, answered elsewhere.
    Duplicate,
    /// Answered on another network, by telephone, in private.
    SettledElsewhere,
    /// A provocation that an answer would feed.
    Provocation,
}

/// A case and its mention.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Case)]
pub struct CaseBody {
    /// Its number, the same as its mention's.
    pub id: i64,
    /// Where it stands.
    #[schema(value_type = CaseStateName)]
    pub state: &'static str,
    /// Who works on it, or did last.
    pub assignee: Option<i64>,
    /// When the response clock started.
    pub opened_at: Timestamp,
    /// When it runs out.
    pub due_at: Timestamp,
    /// When it was stopped.
    pub stopped_at: Option<Timestamp>,
    /// Its colour when this was read.
    #[schema(value_type = ClockName)]
    pub clock: &'static str,
    /// The mention.
    pub mention: MentionBody,
}

impl CaseBody {
    /// A case as it is at an instant.
    pub(crate) fn at(view: CaseView, now: Timestamp) -> Self {
        let case = view.case;
        Self {
            id: case.id.0,
            state: case.state.name(),
            assignee: case.assignee.map(|person| person.0),
            opened_at: case.opened_at,
            due_at: case.due_at,
            stopped_at: case.stopped_at,
            clock: case.clock(now).name(),
            mention: view.mention.into(),
        }
    }
}

/// A step in the history of a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CaseEntry)]
pub struct CaseEntryBody {
    /// When.
    pub at: Timestamp,
    /// Who; nothing for Nabat itself.
    pub by: Option<i64>,
    /// What: `assign`, `release`, `answer`, `escalate`, `close`, `reopen` or `note`.
    #[schema(value_type = CaseStepName)]
    pub step: &'static str,
    /// The words.
    pub words: String,
    /// Where the answer can be read.
    pub link: Option<String>,
    /// Why it was closed.
    #[schema(value_type = Option<CloseReasonName>)]
    pub reason: Option<&'static str>,
    /// To whom it was given.
    pub to: Option<i64>,
}

/// What was done with a case.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseStepName {
    /// Given to somebody.
    Assign,
    /// Put back.
    Release,
    /// Answered.
    Answer,
    /// Escalated.
    Escalate,
    /// Closed.
    Close,
    /// Taken up again.
    Reopen,
    /// Remarked.
    Note,
}

impl From<CaseEntry> for CaseEntryBody {
    fn from(entry: CaseEntry) -> Self {
        let by = match entry.by {
            Actor::Person(person) => Some(person.0),
            Actor::Nabat => None,
        };
        let body =
            |step, words: String| Self { at: entry.at, by, step, words, link: None, reason: None, to: None };
        match entry.step {
            CaseStep::Assign(person) => Self { to: Some(person.0), ..body("assign", String::new()) },
            CaseStep::Release => body("release", String::new()),
            CaseStep::Answer { link, words } => Self { link, ..body("answer", words) },
            CaseStep::Escalate { to, words } => {
                Self { to: to.map(|person| person.0), ..body("escalate", words) }
            }
            CaseStep::Close { reason, words } => Self { reason: Some(reason.name()), ..body("close", words) },
            CaseStep::Reopen { words } => body("reopen", words),
            CaseStep::Note { words } => body("note", words),
        }
    }
}

/// A case with everything that happened to it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseDetail {
    /// The case.
    pub case: CaseBody,
    /// Its steps, oldest first.
    pub history: Vec<CaseEntryBody>,
    /// Versions of its mention, oldest first.
    pub versions: Vec<VersionBody>,
    /// The thread of its mention as far as it matched, oldest first.
    pub thread: Vec<MentionBody>,
}

/// What waits.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseSummary {
    /// Cases nobody has answered.
    pub unanswered: u64,
    /// Of these, cases whose clock has run out.
    pub late: u64,
    /// When the oldest of them was published.
    pub oldest_waiting_at: Option<Timestamp>,
}

impl From<Waiting> for CaseSummary {
    fn from(waiting: Waiting) -> Self {
        Self { unanswered: waiting.n_unanswered, late: waiting.n_late, oldest_waiting_at: waiting.oldest_at }
    }
}

/// Which cases to list.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CaseQuery {
    /// Of one topic.
    pub topic: Option<i64>,
    /// Of one network.
    pub network: Option<String>,
    /// In one language.
    pub lang: Option<String>,
    /// In these states, separated by commas.
    pub state: Option<String>,
    /// Of one incident: its topic in its time.
    pub incident: Option<i64>,
    /// Of one person: a number, or `me`.
    pub assignee: Option<String>,
    /// Containing words that begin so; letter case, ё and Polish letters do not matter.
    pub q: Option<String>,
    /// `due` (first due first) or `newest`.
    pub order: Option<String>,
}

/// A step, and the state the person saw.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CaseStepRequest {
    /// What to do.
    #[serde(flatten)]
    pub step: CaseStepBody,
    /// The state the person saw when they decided.
    pub seen: CaseStateName,
}

/// What to do with a case.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum CaseStepBody {
    /// Give it to somebody.
    Assign {
        /// To whom.
        to: i64,
    },
    /// Put it back for anybody.
    Release,
    /// It was answered, confirmed by hand.
    Answer {
        /// Where the answer can be read.
        link: Option<String>,
        /// What was said.
        #[serde(default)]
        words: String,
    },
    /// Hand it to somebody who must decide.
    Escalate {
        /// To whom.
        to: Option<i64>,
        /// Why.
        words: String,
    },
    /// End it without an answer.
    Close {
        /// Why.
        reason: CloseReasonName,
        /// Why, in words.
        words: String,
    },
    /// Take it up again.
    Reopen {
        /// Why.
        words: String,
    },
    /// Remark something.
    Note {
        /// The remark.
        words: String,
    },
}

impl CaseStateName {
    fn value(self) -> CaseState {
        match self {
            Self::New => CaseState::New,
            Self::InWork => CaseState::InWork,
            Self::Answered => CaseState::Answered,
            Self::Escalated => CaseState::Escalated,
            Self::Closed => CaseState::Closed,
        }
    }
}

impl CloseReasonName {
    fn value(self) -> CloseReason {
        match self {
            Self::NoAnswerNeeded => CloseReason::NoAnswerNeeded,
            Self::NotAboutUs => CloseReason::NotAboutUs,
            Self::Spam => CloseReason::Spam,
            Self::Duplicate => CloseReason::Duplicate,
            Self::SettledElsewhere => CloseReason::SettledElsewhere,
            Self::Provocation => CloseReason::Provocation,
        }
    }
}

impl From<CaseStepBody> for CaseStep {
    fn from(body: CaseStepBody) -> Self {
        match body {
            CaseStepBody::Assign { to } => Self::Assign(PersonId(to)),
            CaseStepBody::Release => Self::Release,
            CaseStepBody::Answer { link, words } => Self::Answer {
                link: link.map(|link| link.trim().to_owned()).filter(|link| !link.is_empty()),
                words,
            },
            CaseStepBody::Escalate { to, words } => Self::Escalate { to: to.map(PersonId), words },
            CaseStepBody::Close { reason, words } => Self::Close { reason: reason.value(), words },
            CaseStepBody::Reopen { words } => Self::Reopen { words },
            CaseStepBody::Note { words } => Self::Note { words },
        }
    }
}

fn filter(query: CaseQuery, caller: &Caller) -> ApiResult<Filter> {
    let states = query.state.as_deref().unwrap_or_default().split(',').filter(|name| !name.is_empty());
    let states = states
        .map(|name| CaseState::from_name(name).ok_or_else(|| ApiError::bad_value("state")))
        .collect::<ApiResult<_>>()?;
    let assignee = match query.assignee.as_deref() {
        None | Some("") => None,
        Some("me") => Some(caller.person()?),
        Some(number) => Some(PersonId(number.parse().map_err(|_| ApiError::bad_value("assignee"))?)),
    };
    Ok(Filter {
        topic: query.topic.map(TopicId),
        network: query.network,
        lang: query.lang,
        states,
        incident: query.incident.map(IncidentId),
        assignee,
        search: query.q,
        newest_first: query.order.as_deref() == Some("newest"),
    })
}

/// Cases, first due first or newest first.
#[utoipa::path(get, path = "/cases", tag = "cases", params(CaseQuery, PageQuery), responses((status = 200, body = Page<CaseBody>)))]
async fn list(
    caller: Caller,
    State(app): State<App>,
    Query(query): Query<CaseQuery>,
    Query(page): Query<PageQuery>,
) -> ApiResult<Json<Page<CaseBody>>> {
    let filter = filter(query, &caller)?;
    let now = app.clock.now();
    let found = app.cases(filter, page.cursor, limit(page.limit) as usize).await?;
    Ok(Json(Page {
        items: found.items.into_iter().map(|case| CaseBody::at(case, now)).collect(),
        next: found.next,
    }))
}

/// How many cases wait, and since when.
#[utoipa::path(get, path = "/cases/summary", tag = "cases", responses((status = 200, body = CaseSummary)))]
async fn summary(_caller: Caller, State(app): State<App>) -> ApiResult<Json<CaseSummary>> {
    Ok(Json(app.waiting().await?.into()))
}

/// One case with everything that happened to it.
#[utoipa::path(get, path = "/cases/{id}", tag = "cases", params(("id" = i64, Path)), responses((status = 200, body = CaseDetail)))]
async fn get(_caller: Caller, State(app): State<App>, Path(id): Path<i64>) -> ApiResult<Json<CaseDetail>> {
    let full = app.case_in_full(MentionId(id)).await?;
    Ok(Json(CaseDetail {
        case: CaseBody::at(full.case, app.clock.now()),
        history: full.history.into_iter().map(CaseEntryBody::from).collect(),
        versions: full.mention.versions.into_iter().map(VersionBody::from).collect(),
        thread: full.mention.thread.into_iter().map(MentionBody::from).collect(),
    }))
}

/// Takes a step with a case. 409 when somebody else was faster.
#[utoipa::path(post, path = "/cases/{id}/steps", tag = "cases", params(("id" = i64, Path)), request_body = CaseStepRequest, responses((status = 200, body = CaseBody)))]
async fn step(
    caller: Caller,
    State(app): State<App>,
    Path(id): Path<i64>,
    Json(body): Json<CaseStepRequest>,
) -> ApiResult<Json<CaseBody>> {
    let view = app.step_case(MentionId(id), body.step.into(), body.seen.value(), caller.person()?).await?;
    Ok(Json(CaseBody::at(view, app.clock.now())))
}

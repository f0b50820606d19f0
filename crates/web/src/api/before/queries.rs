//! Queries while they are typed: what one would find, and what a change would bring and lose.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use jiff::Timestamp;
use jiff::civil::Date;
use nabat_app::App;
use nabat_app::before::compare_queries::Comparison;
use nabat_app::before::preview_query::{
    Ask, BranchCount, DayCount, ExclusionCount, FormCount, Preview, WordCount,
};
use nabat_app::before::query::{Note, QueryFault};
use nabat_app::before::translate_query::Translated;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::api::shape::MentionBody;
use crate::caller::Caller;
use crate::error::ApiResult;

/// Mentions shown, unless the request says otherwise.
const LIMIT_DEFAULT: usize = 20;
/// Most mentions shown.
const LIMIT_MAX: usize = 100;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(preview)).routes(routes!(compare))
}

/// A message with its values and its place in a query: what is wrong, what to know, what was changed.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueryFaultBody {
    /// Key of the message, such as `query-error-empty-query`, `query-warning-mixed`, `dialect-note-phrase`, `dialect-error-sign`.
    pub key: String,
    /// The end of the key: its name among messages of its kind.
    pub code: &'static str,
    /// Values for the message.
    pub args: BTreeMap<&'static str, String>,
    /// Start of the place, in UTF-16 units of the query.
    pub start: usize,
    /// End of the place, exclusive.
    pub end: usize,
}

impl From<QueryFault> for QueryFaultBody {
    fn from(fault: QueryFault) -> Self {
        Self {
            key: fault.key,
            code: fault.code,
            args: fault.args.into_iter().collect(),
            start: fault.span.0,
            end: fault.span.1,
        }
    }
}

/// A query language that is translated to ours.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DialectName {
    /// Brandwatch.
    Brandwatch,
    /// YouScan.
    Youscan,
    /// SentiOne.
    Sentione,
    /// The PowerTrack rules of Gnip and X.
    Powertrack,
    /// Lucene, Elasticsearch and OpenSearch.
    Lucene,
}

impl DialectName {
    fn name(self) -> &'static str {
        match self {
            Self::Brandwatch => "brandwatch",
            Self::Youscan => "youscan",
            Self::Sentione => "sentione",
            Self::Powertrack => "powertrack",
            Self::Lucene => "lucene",
        }
    }
}

/// A query to try.
#[derive(Debug, Deserialize, ToSchema)]
pub struct PreviewRequest {
    /// The query.
    pub query: String,
    /// Mentions to show; 20 by default, 100 at most.
    pub limit: Option<usize>,
    /// The tool the query was written for; it is translated first, and all else is about the translation.
    pub dialect: Option<DialectName>,
}

/// What a query finds among the newest stored posts.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Preview)]
pub struct PreviewBody {
    /// Why it cannot be read. When a translation was asked for and there is none, places are those of the query as sent.
    pub error: Option<QueryFaultBody>,
    /// What to know about it.
    pub warnings: Vec<QueryFaultBody>,
    /// Posts looked at.
    pub n_scanned: u64,
    /// Of these, posts that match.
    pub n_matched: u64,
    /// Whether all stored posts were looked at.
    pub complete: bool,
    /// When the oldest post looked at was published; nothing when there is none. Days before it are not known.
    pub scanned_from: Option<Timestamp>,
    /// The newest of those that match, with highlights.
    pub mentions: Vec<MentionBody>,
    /// Posts that match on each of the last 30 days (UTC), oldest first.
    pub days: Vec<DayBody>,
    /// Posts that match and are negative.
    pub n_negative: u64,
    /// Posts that match and of which it is known whether they are negative.
    pub n_with_sentiment: u64,
    /// The share of all posts of the stream that is expected to match, 0 to 1; nothing until the stream is known well enough.
    pub share: Option<f64>,
    /// What each branch of an OR brings.
    pub branches: Vec<BranchBody>,
    /// What each NOT removes.
    pub exclusions: Vec<ExclusionBody>,
    /// Words that inflect, with the forms that are looked for.
    pub words: Vec<WordBody>,
    /// The query in our language, when a dialect was given and it could be translated.
    pub translated: Option<TranslatedBody>,
}

/// Posts of a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct DayBody {
    /// The day in UTC, as `2026-11-20`.
    #[schema(value_type = String)]
    pub day: Date,
    /// Posts.
    pub n: u64,
}

/// A branch of an OR.
#[derive(Debug, Serialize, ToSchema)]
pub struct BranchBody {
    /// Start of its place, in UTF-16 units of the query.
    pub start: usize,
    /// End of its place, exclusive.
    pub end: usize,
    /// Posts it finds.
    pub n: u64,
    /// Posts that none of its neighbours finds.
    pub n_only: u64,
}

/// A NOT.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExclusionBody {
    /// Start of its place, in UTF-16 units of the query.
    pub start: usize,
    /// End of its place, exclusive.
    pub end: usize,
    /// Posts the query would find without it.
    pub n_removed: u64,
}

/// A word of a query that inflects.
#[derive(Debug, Serialize, ToSchema)]
pub struct WordBody {
    /// Start of its place, with its list, in UTF-16 units of the query.
    pub start: usize,
    /// End of its place, exclusive.
    pub end: usize,
    /// Start of the list `[…]` right behind it; nothing when it has none.
    pub list_start: Option<usize>,
    /// End of the list, exclusive.
    pub list_end: Option<usize>,
    /// The word as written.
    pub written: String,
    /// Whether only capitalised words count.
    pub capitalised: bool,
    /// Whether some form is also an ordinary word, so that only a capital tells the name.
    pub may_be_ordinary: bool,
    /// Its forms: generated, struck and added.
    pub forms: Vec<FormBody>,
}

/// A form of a word.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormBody {
    /// Folded, as posts are compared and as a list `[…]` names it.
    pub form: String,
    /// As people write it.
    pub shown: String,
    /// Whether the list strikes it.
    pub struck: bool,
    /// Whether the list adds it.
    pub added: bool,
    /// Whether it is also an ordinary word.
    pub ordinary: bool,
    /// Whether it is met with a capital only: a name that is an ordinary word in the other alphabet.
    pub capital_only: bool,
    /// Why it is looked for, the plainest reason first.
    pub reasons: Vec<ReasonBody>,
    /// Posts that match and hold this form.
    pub n: u64,
}

/// Why a form is looked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReasonBody {
    /// Name of the message: `query-reason-<code>`.
    pub code: &'static str,
    /// Values for the message.
    pub args: BTreeMap<&'static str, String>,
}

/// A query of another tool in our language.
#[derive(Debug, Serialize, ToSchema)]
pub struct TranslatedBody {
    /// The query in our language.
    pub query: String,
    /// What reads differently there; places are those of the query as sent.
    pub notes: Vec<QueryFaultBody>,
}

impl From<DayCount> for DayBody {
    fn from(day: DayCount) -> Self {
        Self { day: day.day, n: day.n }
    }
}

impl From<BranchCount> for BranchBody {
    fn from(branch: BranchCount) -> Self {
        Self { start: branch.span.0, end: branch.span.1, n: branch.n, n_only: branch.n_only }
    }
}

impl From<ExclusionCount> for ExclusionBody {
    fn from(exclusion: ExclusionCount) -> Self {
        Self { start: exclusion.span.0, end: exclusion.span.1, n_removed: exclusion.n_removed }
    }
}

impl From<WordCount> for WordBody {
    fn from(word: WordCount) -> Self {
        Self {
            start: word.span.0,
            end: word.span.1,
            list_start: word.list.map(|list| list.0),
            list_end: word.list.map(|list| list.1),
            written: word.written,
            capitalised: word.capitalised,
            may_be_ordinary: word.may_be_ordinary,
            forms: word.forms.into_iter().map(FormBody::from).collect(),
        }
    }
}

impl From<FormCount> for FormBody {
    fn from(form: FormCount) -> Self {
        Self {
            form: form.form,
            shown: form.shown,
            struck: form.struck,
            added: form.added,
            ordinary: form.ordinary,
            capital_only: form.capital_only,
            reasons: form.reasons.into_iter().map(ReasonBody::from).collect(),
            n: form.n,
        }
    }
}

impl From<Note> for ReasonBody {
    fn from(note: Note) -> Self {
        Self { code: note.code, args: note.args.into_iter().collect() }
    }
}

impl From<Translated> for TranslatedBody {
    fn from(translated: Translated) -> Self {
        Self {
            query: translated.query,
            notes: translated.notes.into_iter().map(QueryFaultBody::from).collect(),
        }
    }
}

impl From<Preview> for PreviewBody {
    fn from(preview: Preview) -> Self {
        let faults = |faults: Vec<QueryFault>| faults.into_iter().map(QueryFaultBody::from).collect();
        Self {
            error: preview.error.map(QueryFaultBody::from),
            warnings: faults(preview.warnings),
            n_scanned: preview.n_scanned,
            n_matched: preview.n_matched,
            complete: preview.complete,
            scanned_from: preview.scanned_from,
            mentions: preview.mentions.into_iter().map(MentionBody::from).collect(),
            days: preview.days.into_iter().map(DayBody::from).collect(),
            n_negative: preview.n_negative,
            n_with_sentiment: preview.n_with_sentiment,
            share: preview.share,
            branches: preview.branches.into_iter().map(BranchBody::from).collect(),
            exclusions: preview.exclusions.into_iter().map(ExclusionBody::from).collect(),
            words: preview.words.into_iter().map(WordBody::from).collect(),
            translated: preview.translated.map(TranslatedBody::from),
        }
    }
}

/// Two texts of a query to compare.
#[derive(Debug, Deserialize, ToSchema)]
pub struct CompareRequest {
    /// The query as it was.
    pub before: String,
    /// The query as it would be.
    pub after: String,
    /// Mentions to show of each side; 20 by default, 100 at most.
    pub limit: Option<usize>,
}

/// What a change of a query brings and loses among the newest stored posts.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Comparison)]
pub struct CompareBody {
    /// Why one of them cannot be read; `of` among its values says which, `before` or `after`.
    pub error: Option<QueryFaultBody>,
    /// Posts looked at.
    pub n_scanned: u64,
    /// Whether all stored posts were looked at.
    pub complete: bool,
    /// Posts that only the query after finds.
    pub n_brings: u64,
    /// Posts that only the query before finds.
    pub n_loses: u64,
    /// The newest that it brings, with what the query after finds in them.
    pub brings: Vec<MentionBody>,
    /// The newest that it loses, with what the query before found in them.
    pub loses: Vec<MentionBody>,
}

impl From<Comparison> for CompareBody {
    fn from(comparison: Comparison) -> Self {
        Self {
            error: comparison.error.map(QueryFaultBody::from),
            n_scanned: comparison.n_scanned,
            complete: comparison.complete,
            n_brings: comparison.n_brings,
            n_loses: comparison.n_loses,
            brings: comparison.brings.into_iter().map(MentionBody::from).collect(),
            loses: comparison.loses.into_iter().map(MentionBody::from).collect(),
        }
    }
}

fn limit(asked: Option<usize>) -> usize {
    asked.unwrap_or(LIMIT_DEFAULT).min(LIMIT_MAX)
}

/// What a query would find among the newest stored posts. A query that cannot be read is told in the answer, with its place.
#[utoipa::path(post, path = "/topics/preview", tag = "queries", request_body = PreviewRequest, responses((status = 200, body = PreviewBody)))]
async fn preview(
    _caller: Caller,
    State(app): State<App>,
    Json(body): Json<PreviewRequest>,
) -> ApiResult<Json<PreviewBody>> {
    let ask =
        Ask { query: body.query, dialect: body.dialect.map(DialectName::name), n_shown: limit(body.limit) };
    Ok(Json(app.preview_query(ask).await?.into()))
}

/// What a change of a query would bring and lose among the newest stored posts.
#[utoipa::path(post, path = "/topics/compare", tag = "queries", request_body = CompareRequest, responses((status = 200, body = CompareBody)))]
async fn compare(
    _caller: Caller,
    State(app): State<App>,
    Json(body): Json<CompareRequest>,
) -> ApiResult<Json<CompareBody>> {
    Ok(Json(app.compare_queries(body.before, body.after, limit(body.limit)).await?.into()))
}

//! What a query would find, while it is typed.

use std::sync::Arc;

use nabat_crisis::id::TopicId;
use nabat_crisis::mention::Mention;
use nabat_watch::matching::{Engine, PostView, Query, QueryArg, Scratch, highlights};

use crate::views::MentionView;
use crate::{App, Result};

/// Stored posts a preview looks at, newest first: what is done while somebody types must end before the next letter.
const SCANNED_MAX: usize = 6_000;
/// Posts read at once.
const CHUNK: usize = 2_000;

/// What is wrong with a query, or what to know about it, and where: a message with its values and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryFault {
    /// Name of the message: `query-error-<code>` or `query-warning-<code>`.
    pub code: &'static str,
    /// Values for the message.
    pub args: Vec<(&'static str, String)>,
    /// The place, in UTF-16 units of the query, as browsers count.
    pub span: (usize, usize),
}

/// What a query finds among the newest stored posts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Why it cannot be read.
    pub error: Option<QueryFault>,
    /// What to know about it.
    pub warnings: Vec<QueryFault>,
    /// Posts looked at.
    pub n_scanned: u64,
    /// Of these, posts that match.
    pub n_matched: u64,
    /// Whether all stored posts were looked at.
    pub complete: bool,
    /// The newest of those that match, with highlights.
    pub mentions: Vec<MentionView>,
}

/// A query that parses, or what is wrong with it.
pub(crate) fn checked(query: &str) -> std::result::Result<(Query, Vec<QueryFault>), QueryFault> {
    match Query::parse(query) {
        Ok(parsed) => {
            let warnings = parsed
                .warnings
                .iter()
                .map(|warning| fault(query, warning.name(), &warning.args(), &warning.span()));
            let warnings = warnings.collect();
            Ok((parsed, warnings))
        }
        Err(error) => Err(fault(query, error.kind.name(), &error.args, &error.span)),
    }
}

fn fault(
    query: &str,
    code: &'static str,
    args: &[(&'static str, QueryArg)],
    span: &std::ops::Range<usize>,
) -> QueryFault {
    let args = args.iter().map(|(name, arg)| {
        let value = match arg {
            QueryArg::Text(text) => text.clone(),
            QueryArg::Number(number) => number.to_string(),
        };
        (*name, value)
    });
    QueryFault { code, args: args.collect(), span: in_utf16(query, span) }
}

fn in_utf16(query: &str, span: &std::ops::Range<usize>) -> (usize, usize) {
    let units = |end: usize| query.get(..end).map_or(0, |before| before.encode_utf16().count());
    (units(span.start), units(span.end))
}

/// How many of these posts match, and the first of them with highlights.
fn found(query: &Query, mentions: Vec<Mention>, n_shown: usize) -> (u64, Vec<MentionView>) {
    let engine = Engine::new([(TopicId(0), query)]);
    let (mut scratch, mut topics) = (Scratch::default(), Vec::new());
    let (mut n_matched, mut shown) = (0, Vec::new());
    for mention in mentions {
        let view = PostView::from(&mention.item);
        engine.matches(&view, &mut scratch, &mut topics);
        if topics.is_empty() {
            continue;
        }
        n_matched += 1;
        if shown.len() < n_shown {
            let highlights = highlights(query, &view);
            shown.push(MentionView { mention, highlights });
        }
    }
    (n_matched, shown)
}

impl App {
    /// What a query would find among the newest stored posts; at most `limit` of them are shown.
    ///
    /// # Errors
    /// When the store cannot be read. A query that cannot be read is not an error here: it is told in the preview.
    pub async fn preview_query(&self, query: &str, limit: usize) -> Result<Preview> {
        let (query, warnings) = match checked(query) {
            Ok(read) => read,
            Err(fault) => return Ok(Preview { error: Some(fault), ..Preview::default() }),
        };
        let mut preview = Preview { warnings, complete: true, ..Preview::default() };
        let (query, mut cursor) = (Arc::new(query), None);
        loop {
            let page = self.store.recent_mentions(CHUNK, cursor).await?;
            let query = Arc::clone(&query);
            let n_shown = limit.saturating_sub(preview.mentions.len());
            preview.n_scanned += page.items.len() as u64;
            // Matching thousands of posts would hold up the threads that serve people.
            let found = tokio::task::spawn_blocking(move || found(&query, page.items, n_shown))
                .await
                .map_err(anyhow::Error::from)?;
            preview.n_matched += found.0;
            preview.mentions.extend(found.1);
            cursor = page.next;
            if cursor.is_none() {
                return Ok(preview);
            }
            if preview.n_scanned >= SCANNED_MAX as u64 {
                preview.complete = false;
                return Ok(preview);
            }
        }
    }
}

//! What a change of a query brings and loses.

use nabat_crisis::id::TopicId;
use nabat_crisis::mention::Mention;
use nabat_watch::matching::{Engine, PostView, Query, Scratch, highlights};

use super::query::{QueryFault, checked};
use crate::views::MentionView;
use crate::{App, Result};

/// What a change of a query brings and loses among the newest stored posts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Why one of them cannot be read.
    pub error: Option<QueryFault>,
    /// Posts looked at.
    pub n_scanned: u64,
    /// Whether all stored posts were looked at.
    pub complete: bool,
    /// Posts that only the query after finds.
    pub n_brings: u64,
    /// Posts that only the query before finds.
    pub n_loses: u64,
    /// The newest that it brings.
    pub brings: Vec<MentionView>,
    /// The newest that it loses.
    pub loses: Vec<MentionView>,
}

/// Posts a comparison looks at, newest first: nobody types meanwhile, so it may take a few preview's time.
const SCANNED_MAX: usize = 20_000;
/// The numbers of the two queries in their engine.
const BEFORE: TopicId = TopicId(0);
const AFTER: TopicId = TopicId(1);

/// Sorts posts into what a change brings and loses.
struct Comparing {
    before: Query,
    after: Query,
    engine: Engine,
    scratch: Scratch,
    found: Vec<TopicId>,
    n_shown: usize,
    comparison: Comparison,
}

impl Comparing {
    fn new(before: Query, after: Query, n_shown: usize) -> Self {
        let engine = Engine::new([(BEFORE, &before), (AFTER, &after)]);
        let (scratch, found, comparison) = Default::default();
        Self { before, after, engine, scratch, found, n_shown, comparison }
    }

    fn look(&mut self, mention: Mention) {
        let view = PostView::from(&mention.item);
        self.engine.matches(&view, &mut self.scratch, &mut self.found);
        let (query, n, shown) = match self.found.as_slice() {
            [only] if *only == AFTER => {
                (&self.after, &mut self.comparison.n_brings, &mut self.comparison.brings)
            }
            [only] if *only == BEFORE => {
                (&self.before, &mut self.comparison.n_loses, &mut self.comparison.loses)
            }
            _ => return,
        };
        *n += 1;
        if shown.len() < self.n_shown {
            let highlights = highlights(query, &view);
            shown.push(MentionView { mention, highlights });
        }
    }
}

impl App {
    /// What a change of a query would bring and lose among the newest stored posts; at most `n_shown` of each side are shown.
    ///
    /// # Errors
    /// When the store cannot be read. A query that cannot be read is told in the comparison, with `of` among its values.
    pub async fn compare_queries(&self, before: String, after: String, n_shown: usize) -> Result<Comparison> {
        let watched = self.watched.load_full();
        let of = |text: &str, which: &str| {
            checked(text, watched.parts()).map(|(query, _)| query).map_err(|mut fault| {
                fault.args.push(("of", which.to_owned()));
                Comparison { error: Some(fault), ..Comparison::default() }
            })
        };
        let (before, after) = match (of(&before, "before"), of(&after, "after")) {
            (Ok(before), Ok(after)) => (before, after),
            (Err(told), _) | (_, Err(told)) => return Ok(told),
        };
        let comparing = Comparing::new(before, after, n_shown);
        let (done, looked) = self.look_at_newest(SCANNED_MAX, comparing, Comparing::look).await?;
        Ok(Comparison { n_scanned: looked.n_scanned, complete: looked.complete, ..done.comparison })
    }
}

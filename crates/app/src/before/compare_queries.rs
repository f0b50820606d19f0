//! What a change of a query brings and loses.

use jiff::Timestamp;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::mention::Mention;
use nabat_store::Viewed;
use nabat_watch::matching::{Engine, Marker, PostView, Query, Scratch};

use super::query::{QueryFault, checked};
use crate::viewed::post_view;
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

/// Posts a comparison looks at, newest first: as many as the preview, so that both tell of the same posts.
const SCANNED_MAX: usize = 20_000;
/// The numbers of the two queries in their engine.
const BEFORE: TopicId = TopicId(0);
const AFTER: TopicId = TopicId(1);

/// Sorts posts into what a change brings and loses.
struct Comparing {
    engine: Engine,
    scratch: Scratch,
    found: Vec<TopicId>,
    brings: Vec<(Timestamp, MentionId)>,
    loses: Vec<(Timestamp, MentionId)>,
}

impl Comparing {
    fn new(before: &Query, after: &Query) -> Self {
        let engine = Engine::new([(BEFORE, before), (AFTER, after)]);
        let (scratch, found, brings, loses) = Default::default();
        Self { engine, scratch, found, brings, loses }
    }

    fn look(&mut self, viewed: &Viewed<'_>) {
        self.engine.matches(&post_view(viewed), &mut self.scratch, &mut self.found);
        let side = match self.found.as_slice() {
            [only] if *only == AFTER => &mut self.brings,
            [only] if *only == BEFORE => &mut self.loses,
            _ => return,
        };
        side.push((viewed.published_at, viewed.id));
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
            let read = checked(text, watched.parts()).map(|(query, _)| query);
            read.map_err(|mut fault| {
                fault.args.push(("of", which.to_owned()));
                Box::new(fault)
            })
        };
        let (before, after) = match (of(&before, "before"), of(&after, "after")) {
            (Ok(before), Ok(after)) => (before, after),
            (Err(fault), _) | (_, Err(fault)) => {
                return Ok(Comparison { error: Some(*fault), ..Comparison::default() });
            }
        };
        // A run over history waits until nobody holds the topics it replaced.
        drop(watched);
        let comparing = Comparing::new(&before, &after);
        let (done, scanned) = self.store.scan_recent(None, SCANNED_MAX, comparing, Comparing::look).await?;
        Ok(Comparison {
            error: None,
            n_scanned: scanned.n_scanned,
            complete: scanned.complete,
            n_brings: done.brings.len() as u64,
            n_loses: done.loses.len() as u64,
            brings: self.shown(&after, done.brings, n_shown).await?,
            loses: self.shown(&before, done.loses, n_shown).await?,
        })
    }

    /// The newest of these posts, with what a query finds in them.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) async fn shown(
        &self,
        query: &Query,
        mut posts: Vec<(Timestamp, MentionId)>,
        n_shown: usize,
    ) -> Result<Vec<MentionView>> {
        posts.sort_unstable_by(|one, other| other.cmp(one));
        let ids = posts.into_iter().take(n_shown).map(|(_, id)| id).collect();
        let mentions = self.store.mentions_by_id(ids).await?.into_iter();
        let marker = Marker::new(query);
        let view = |mention: Mention| {
            let highlights = marker.highlights(&PostView::from(&mention.item));
            MentionView { mention, highlights }
        };
        Ok(mentions.map(view).collect())
    }
}

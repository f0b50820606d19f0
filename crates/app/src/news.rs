//! News: what changed, told to every open page at once.
//!
//! News carries ids, not rows: a page fetches what it shows. A page that was away fetches everything on its screen anew.

use std::collections::BTreeMap;

use nabat_crisis::id::{AlertId, ImportId, IncidentId, MentionId, SourceId, TopicId};
use tokio::sync::broadcast;

/// News kept for a page that reads slowly; a page further behind is told to fetch everything anew.
const BACKLOG: usize = 512;

/// Something changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// New mentions, by topic.
    Mentions(BTreeMap<TopicId, u64>),
    /// A case took a step.
    Case(MentionId),
    /// An incident opened or changed.
    Incident(IncidentId),
    /// An alert for our own people.
    Alert(AlertId),
    /// A source changed.
    Source(SourceId),
    /// An import went on.
    Import(ImportId),
    /// A topic changed, or its re-run of history went on.
    Topic(TopicId),
}

/// Where news is told and heard.
#[derive(Debug, Clone)]
pub struct NewsDesk(broadcast::Sender<News>);

impl Default for NewsDesk {
    fn default() -> Self {
        Self(broadcast::Sender::new(BACKLOG))
    }
}

impl NewsDesk {
    /// Tells everybody who listens; nobody has to.
    pub fn tell(&self, news: News) {
        // An error only says that no page is open.
        let _ = self.0.send(news);
    }

    /// Listens from now on.
    pub fn listen(&self) -> broadcast::Receiver<News> {
        self.0.subscribe()
    }

    /// How many pages listen.
    pub fn n_listeners(&self) -> usize {
        self.0.receiver_count()
    }
}

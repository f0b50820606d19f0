//! What pages show, made from several stored things.

use nabat_crisis::during::case::Case;
use nabat_crisis::id::TopicId;
use nabat_crisis::mention::Mention;

use nabat_watch::matching::Highlights;

use crate::App;

// The web crate names these without knowing the rooms they come from.
pub use nabat_connectors::files::Format;
pub use nabat_store::{
    ApiToken, CaseEntry, Channel, Delivery, Import, ImportState, IncidentFilter, KeptRefusal, SampleId,
    SignalFilter, StoredSignal, TokenId,
};
pub use nabat_watch::detect::mention_surge::Rule as SurgeRule;

/// A mention with what made it match.
#[derive(Debug, Clone, PartialEq)]
pub struct MentionView {
    /// The mention.
    pub mention: Mention,
    /// Spans of its title and text that made it match, in bytes.
    pub highlights: Highlights,
}

/// A case with its mention.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Its mention.
    pub mention: MentionView,
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where to go on.
    pub next: Option<String>,
}

impl<T> From<nabat_store::Page<T>> for Page<T> {
    fn from(page: nabat_store::Page<T>) -> Self {
        Self { items: page.items, next: page.next }
    }
}

impl<T> Page<T> {
    /// The same part with other rows.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(change).collect(), next: self.next }
    }
}

impl App {
    /// A mention with its highlights: those of one topic, or of all it matched.
    pub(crate) fn with_spans(&self, mention: Mention, topic: Option<TopicId>) -> MentionView {
        let watched = self.watched.load();
        let topics = topic.map_or_else(|| mention.topics.clone(), |topic| vec![topic]);
        let highlights = watched.highlights(&mention.item, &topics);
        MentionView { mention, highlights }
    }

    /// A case with its highlighted mention.
    pub(crate) fn case_view(&self, view: nabat_store::CaseView) -> CaseView {
        CaseView { case: view.case, mention: self.with_spans(view.mention, None) }
    }
}

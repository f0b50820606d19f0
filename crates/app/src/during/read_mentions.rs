//! Posts that matched: lists, one in full, its thread and its versions.

use jiff::Timestamp;
use nabat_crisis::id::{IncidentId, MentionId, TopicId};
use nabat_crisis::network::Network;
use nabat_crisis::post::Change;
use nabat_store::MentionFilter;
use nabat_watch::intake::search_terms;

use crate::views::{CaseView, MentionView, Page};
use crate::{App, Refused, Result};

/// Longest search, in characters.
const SEARCH_CHARS_MAX: usize = 500;
/// Posts of a thread that are shown.
const THREAD_MAX: usize = 200;

/// Which mentions to list; what is `None` does not narrow.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of one topic.
    pub topic: Option<TopicId>,
    /// Of one network.
    pub network: Option<String>,
    /// In one language.
    pub lang: Option<String>,
    /// Of one incident: its topic in its time.
    pub incident: Option<IncidentId>,
    /// Published from then on.
    pub from: Option<Timestamp>,
    /// Published before.
    pub until: Option<Timestamp>,
    /// Containing words that begin so, in any letter case.
    pub search: Option<String>,
}

/// A version of a mention, or the fact that it disappeared or came back.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// When it happened.
    pub at: Timestamp,
    /// `created`, `revised`, `deleted` or `restored`.
    pub kind: &'static str,
    /// Its words, for a version.
    pub text: Option<String>,
}

/// A mention in full.
#[derive(Debug, Clone, PartialEq)]
pub struct MentionInFull {
    /// The mention.
    pub mention: MentionView,
    /// Its versions, oldest first.
    pub versions: Vec<Version>,
    /// Its case, if it needs an answer.
    pub case: Option<CaseView>,
    /// Its thread as far as it matched, oldest first, itself included.
    pub thread: Vec<MentionView>,
}

/// A typed search as folded beginnings of words.
pub(crate) fn searched(search: Option<&str>) -> Result<Vec<String>> {
    let Some(search) = search else { return Ok(Vec::new()) };
    if search.chars().count() > SEARCH_CHARS_MAX {
        return Err(Refused::BadValue("q"));
    }
    Ok(search_terms(search))
}

/// A network's name as it came with a request.
pub(crate) fn named_network(name: Option<&str>) -> Result<Option<Network>> {
    name.map(|name| Network::parse(name).map_err(|_| Refused::BadValue("network"))).transpose()
}

impl App {
    /// Mentions, newest first.
    ///
    /// # Errors
    /// [`Refused::BadValue`] for a network, a search or a cursor that cannot be used.
    pub async fn mentions(
        &self,
        filter: Filter,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<MentionView>> {
        let mut stored = MentionFilter {
            topic: filter.topic,
            network: named_network(filter.network.as_deref())?,
            lang: filter.lang,
            from: filter.from,
            until: filter.until,
            words: searched(filter.search.as_deref())?,
            deleted: None,
        };
        if let Some(id) = filter.incident {
            let span = self.incident_span(id).await?;
            stored.topic = Some(span.topic);
            stored.from = stored.from.max(Some(span.from));
            stored.until = [stored.until, span.until].into_iter().flatten().min();
        }
        let page = self.store.mentions(stored, cursor, limit).await?;
        Ok(Page::from(page).map(|mention| self.with_spans(mention, filter.topic)))
    }

    /// A mention in full.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn mention_in_full(&self, id: MentionId) -> Result<MentionInFull> {
        let mention = self.store.mention(id).await?.ok_or(Refused::NotFound)?;
        let thread = self.store.mentions_in_thread(mention.item.uid.clone(), THREAD_MAX).await?;
        let case = self.store.case(id).await?.map(|case| self.case_view(case));
        Ok(MentionInFull {
            versions: self.versions(id).await?,
            mention: self.with_spans(mention, None),
            case,
            thread: thread.into_iter().map(|mention| self.with_spans(mention, None)).collect(),
        })
    }

    async fn versions(&self, id: MentionId) -> Result<Vec<Version>> {
        let events = self.store.mention_events(id).await?;
        let mut n_versions = 0;
        let versions = events.into_iter().filter_map(|stored| match stored.event.change {
            Change::Created(item) | Change::Revised(item) => {
                n_versions += 1;
                // A feed gives a rewritten article as if it were new: what people see is a revision.
                let kind = if n_versions == 1 { "created" } else { "revised" };
                Some(Version {
                    at: item.edited_at.unwrap_or(stored.event.observed_at),
                    kind,
                    text: Some(item.text),
                })
            }
            Change::Deleted { at, .. } => Some(Version { at, kind: "deleted", text: None }),
            Change::Restored { at, .. } => Some(Version { at, kind: "restored", text: None }),
            Change::Metrics { .. } | Change::Audience { .. } | Change::Gap { .. } => None,
        });
        Ok(versions.collect())
    }
}

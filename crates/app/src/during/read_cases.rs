//! The inbox: cases by filter, one in full, and how many wait.

use jiff::Timestamp;
use nabat_crisis::during::case::CaseState;
use nabat_crisis::id::{IncidentId, MentionId, PersonId, TopicId};
use nabat_store::{CaseCounts, CaseEntry, CaseFilter, CaseOrder};

use super::read_mentions::{MentionInFull, named_network, searched};
use crate::views::{CaseView, Page};
use crate::{App, Refused, Result};

/// Which cases to list; what is `None` or empty does not narrow.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Of one topic.
    pub topic: Option<TopicId>,
    /// Of one network.
    pub network: Option<String>,
    /// In one language.
    pub lang: Option<String>,
    /// In one of these states.
    pub states: Vec<CaseState>,
    /// Of one incident: its topic in its time.
    pub incident: Option<IncidentId>,
    /// Of one person.
    pub assignee: Option<PersonId>,
    /// Containing words that begin so, in any letter case.
    pub search: Option<String>,
    /// Newest first instead of first due first.
    pub newest_first: bool,
}

/// A case with everything that happened to it.
#[derive(Debug, Clone)]
pub struct CaseInFull {
    /// The case.
    pub case: CaseView,
    /// Its steps, oldest first.
    pub history: Vec<CaseEntry>,
    /// Its mention with versions and thread.
    pub mention: MentionInFull,
}

/// How many wait, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting {
    /// Cases nobody has answered.
    pub n_unanswered: u64,
    /// Of these, cases whose clock has run out.
    pub n_late: u64,
    /// When the oldest of them was published.
    pub oldest_at: Option<Timestamp>,
}

impl From<&CaseCounts> for Waiting {
    fn from(counts: &CaseCounts) -> Self {
        Self { n_unanswered: counts.n_unanswered, n_late: counts.n_late, oldest_at: counts.oldest_waiting_at }
    }
}

impl App {
    /// Cases, first due first or newest first.
    ///
    /// # Errors
    /// [`Refused::BadValue`] for a network, a search or a cursor that cannot be used.
    pub async fn cases(
        &self,
        filter: Filter,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<CaseView>> {
        let span = match filter.incident {
            Some(id) => Some(self.incident_span(id).await?),
            None => None,
        };
        let stored = CaseFilter {
            topic: filter.topic,
            network: named_network(filter.network.as_deref())?,
            lang: filter.lang,
            states: filter.states,
            span,
            assignee: filter.assignee,
            words: searched(filter.search.as_deref())?,
        };
        let order = if filter.newest_first { CaseOrder::NewestFirst } else { CaseOrder::DueFirst };
        let page = self.store.cases(stored, order, cursor, limit).await?;
        Ok(Page::from(page).map(|case| self.case_view(case)))
    }

    /// A case in full.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn case_in_full(&self, id: MentionId) -> Result<CaseInFull> {
        let mention = self.mention_in_full(id).await?;
        let case = mention.case.clone().ok_or(Refused::NotFound)?;
        Ok(CaseInFull { case, history: self.store.case_history(id).await?, mention })
    }

    /// How many cases wait for an answer.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn waiting(&self) -> Result<Waiting> {
        Ok(Waiting::from(&self.store.case_counts(self.clock.now()).await?))
    }
}

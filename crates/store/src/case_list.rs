//! Lists of cases: by their clocks or newest first, by any filter, a page at a time.
//!
//! Wanted: a page costs about the same whatever the filter, at a million open cases.
//! Design: the cheapest way that fits is taken. Few cases in the topic and states, or in one person's hands: all are read and
//! sorted. Few posts of a network or language: the same. Many: the queue, the places or the search index is walked in order, and
//! what does not fit is passed over.
//! The way by clock through the search index uses that a clock never ends before its post was published: once so many
//! candidates end before the second that the walk has reached, no later post can come before them.
//! Accepted loss: many ended cases between few waiting ones, found by a common word, are all passed over one by one.

use std::collections::{BTreeSet, HashSet};

use jiff::Timestamp;
use nabat_crisis::during::case::{Case, CaseState};
use nabat_crisis::id::{MentionId, PersonId, TopicId};
use nabat_crisis::network::Network;

use crate::case::{self, CaseView};
use crate::case_queue::{self, ALL_TOPICS, state_column};
use crate::engine::{Store, Tx, params};
use crate::error::StoreError;
use crate::page::{PAGE_MAX, Page, bounded, read_one, read_two, rows};
use crate::search::{self, Begin, Query};
use crate::stored::{ns, time};
use crate::{mention, place};

/// So many are read and sorted rather than walked: about ten milliseconds.
const FEW: usize = 2_000;

/// Which cases.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseFilter {
    /// Of this topic.
    pub topic: Option<TopicId>,
    /// On this network.
    pub network: Option<Network>,
    /// In this language.
    pub lang: Option<String>,
    /// In one of these states; in any if there are none.
    pub states: Vec<CaseState>,
    /// Of an incident: its topic and time.
    pub span: Option<Span>,
    /// In the hands of this person.
    pub assignee: Option<PersonId>,
    /// With words that begin so; folded, all of them.
    pub words: Vec<String>,
}

/// The topic and time of an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The topic.
    pub topic: TopicId,
    /// Published at or after.
    pub from: Timestamp,
    /// Published before.
    pub until: Option<Timestamp>,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CaseOrder {
    /// Those whose clock runs out first come first.
    #[default]
    DueFirst,
    /// Those published last come first.
    NewestFirst,
}

impl Store {
    /// Cases with their mentions.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`], [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn cases(
        &self,
        filter: CaseFilter,
        order: CaseOrder,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<CaseView>, StoreError> {
        let limit = bounded(limit, PAGE_MAX);
        let after = match order {
            CaseOrder::DueFirst => read_two(cursor.as_deref())?.unwrap_or((i64::MIN, 0)),
            CaseOrder::NewestFirst => (-read_one(cursor.as_deref())?.unwrap_or(i64::MAX), 0),
        };
        self.read(move |tx| {
            let list = List::of(tx, &filter, order, after, limit + 1)?;
            let page = Page::cut(list.page()?, limit, |(key, _)| match order {
                CaseOrder::DueFirst => format!("{}.{}", key.0, key.1),
                CaseOrder::NewestFirst => (-key.0).to_string(),
            });
            let views: Result<Vec<_>, _> =
                page.items.iter().filter_map(|(_, id)| case::view(tx, *id).transpose()).collect();
            Ok(page.with(views?))
        })
        .await
    }
}

impl Store {
    /// How many cases fit, counted up to `most` (1,000 at the most); their mentions are not read.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn count_cases(&self, filter: CaseFilter, most: usize) -> Result<u64, StoreError> {
        let most = bounded(most, PAGE_MAX);
        self.read(move |tx| {
            let list = List::of(tx, &filter, CaseOrder::DueFirst, (i64::MIN, 0), most)?;
            Ok(list.page()?.len() as u64)
        })
        .await
    }
}

/// What a case is sorted by, rising: end of its clock and number, or its place with a minus.
type Key = (i64, i64);

/// A list about to be read.
struct List<'t, 'c> {
    tx: &'t Tx<'c>,
    filter: &'t CaseFilter,
    states: Vec<CaseState>,
    order: CaseOrder,
    /// Only what comes after this.
    after: Key,
    limit: usize,
    /// The topic whose queue is walked.
    scope: i64,
    /// What is asked of the search index.
    query: Option<Query>,
}

impl<'t, 'c> List<'t, 'c> {
    fn of(
        tx: &'t Tx<'c>,
        filter: &'t CaseFilter,
        order: CaseOrder,
        after: Key,
        limit: usize,
    ) -> Result<Self, StoreError> {
        let topic = filter.span.map(|span| span.topic).or(filter.topic);
        let states: BTreeSet<_> = filter.states.iter().copied().collect();
        let states = if states.is_empty() {
            CaseState::ALL.iter().map(|(state, _)| *state).collect()
        } else {
            states.into_iter().collect()
        };
        let query = search::query(&filter.words, topic, filter.network.as_ref(), filter.lang.as_deref());
        let scope = topic.map_or(ALL_TOPICS, |topic| topic.0);
        Ok(Self { tx, filter, states, order, after, limit, scope, query })
    }

    /// The first `limit` cases after `after`.
    fn page(&self) -> Result<Vec<(Key, MentionId)>, StoreError> {
        if let Some(cases) = self.few_in_queue()? {
            return self.sorted(cases);
        }
        let Some(query) = &self.query else {
            return match self.order {
                CaseOrder::DueFirst => self.walk_queue(),
                CaseOrder::NewestFirst => self.walk_places(),
            };
        };
        match self.order {
            CaseOrder::DueFirst if search::has_words(&self.filter.words) => self.walk_index_by_clock(query),
            CaseOrder::DueFirst => match self.few_in_index(query)? {
                Some(cases) => self.sorted(cases),
                None => self.walk_queue(),
            },
            CaseOrder::NewestFirst => {
                let mut found = Vec::new();
                let (from, until) = self.places();
                search::walk(self.tx, query, Begin::Newest, (from, until), |place| {
                    self.take_place(place, &mut found)
                })?;
                Ok(found)
            }
        }
    }

    /// All cases of the person, or of the topic and states, if they are few.
    fn few_in_queue(&self) -> Result<Option<Vec<Case>>, StoreError> {
        let mut cases = Vec::new();
        let by_person =
            format!("SELECT {} FROM cases WHERE assignee = ?1 AND state = ?2", case_queue::COLUMNS);
        let by_queue = format!(
            "SELECT {} FROM cases WHERE id IN (SELECT id FROM queue WHERE topic = ?1 AND state = ?2)",
            case_queue::COLUMNS
        );
        match self.filter.assignee {
            Some(person) => {
                for state in &self.states {
                    let found =
                        self.tx.all(&by_person, [person.0, state_column(*state)], case_queue::read)?;
                    cases.extend(found);
                }
            }
            None => {
                let mut n = 0;
                for state in &self.states {
                    n += case_queue::n_in_state(self.tx, self.scope, *state)?;
                }
                if n > rows(FEW) {
                    return Ok(None);
                }
                for state in &self.states {
                    let found =
                        self.tx.all(&by_queue, [self.scope, state_column(*state)], case_queue::read)?;
                    cases.extend(found);
                }
            }
        }
        if let Some(query) = &self.query {
            cases = self.keep_matching(query, cases)?;
        }
        Ok(Some(cases))
    }

    /// Keeps the cases whose mentions fit the query.
    fn keep_matching(&self, query: &Query, mut cases: Vec<Case>) -> Result<Vec<Case>, StoreError> {
        let places = cases.iter().map(place_of).collect::<Result<Vec<_>, _>>()?;
        let (Some(first), Some(last)) = (places.iter().min(), places.iter().max()) else { return Ok(cases) };
        let wanted: HashSet<_> = places.iter().copied().collect();
        let mut matching = HashSet::new();
        search::walk(self.tx, query, Begin::Newest, (*first, last.saturating_add(1)), |place| {
            if wanted.contains(&place) {
                matching.insert(place::mention(place));
            }
            Ok(true)
        })?;
        cases.retain(|case| matching.contains(&case.id));
        Ok(cases)
    }

    /// All cases of the posts that fit the query, if those are few.
    fn few_in_index(&self, query: &Query) -> Result<Option<Vec<Case>>, StoreError> {
        let (from, until) = self.span_places();
        let mut places = Vec::new();
        search::walk(self.tx, query, Begin::Newest, (from, until), |place| {
            places.push(place);
            Ok(places.len() <= FEW)
        })?;
        if places.len() > FEW {
            return Ok(None);
        }
        let cases = places
            .into_iter()
            .filter_map(|place| case_queue::find(self.tx, place::mention(place)).transpose());
        cases.collect::<Result<_, _>>().map(Some)
    }

    fn sorted(&self, cases: Vec<Case>) -> Result<Vec<(Key, MentionId)>, StoreError> {
        let mut found = Vec::new();
        for case in cases {
            let key = self.key(&case)?;
            if key > self.after && self.fits(&case)? {
                found.push((key, case.id));
            }
        }
        found.sort_unstable();
        found.truncate(self.limit);
        Ok(found)
    }

    /// Walks the queue of each state, and merges what was found.
    fn walk_queue(&self) -> Result<Vec<(Key, MentionId)>, StoreError> {
        let mut found = Vec::new();
        let (from, until) = self.clocks()?;
        let sql = "SELECT id, due_at, opened_at FROM queue WHERE topic = ?1 AND state = ?2 AND (due_at, id) > (?3, ?4) \
                   AND due_at >= ?5 AND due_at <= ?6 AND (?7 IS NULL OR network = ?7) AND (?8 IS NULL OR lang = ?8) \
                   ORDER BY due_at, id";
        let network = self.filter.network.as_ref().map(Network::as_str);
        for state in &self.states {
            let mut n = 0;
            let (due, id) = self.after;
            let lang = &self.filter.lang;
            let from_to = params![self.scope, state_column(*state), due, id, from, until, network, lang];
            self.tx.each(sql, from_to, |row| {
                let id = MentionId(row.get(0)?);
                if self.in_span(time(row.get(2)?)) && self.in_topic(id)? {
                    found.push(((row.get(1)?, id.0), id));
                    n += 1;
                }
                Ok(n < self.limit)
            })?;
        }
        found.sort_unstable();
        found.truncate(self.limit);
        Ok(found)
    }

    /// Walks the places of the topic, or all, from the newest.
    fn walk_places(&self) -> Result<Vec<(Key, MentionId)>, StoreError> {
        let mut found = Vec::new();
        let (from, until) = self.places();
        if self.scope == ALL_TOPICS {
            let sql = "SELECT place FROM mention WHERE place >= ?1 AND place < ?2 ORDER BY place DESC";
            self.tx.each(sql, [from, until], |row| self.take_place(row.get(0)?, &mut found))?;
        } else {
            let sql = "SELECT place FROM matched WHERE topic = ?3 AND place >= ?1 AND place < ?2 ORDER BY place DESC";
            self.tx.each(sql, [from, until, self.scope], |row| self.take_place(row.get(0)?, &mut found))?;
        }
        Ok(found)
    }

    /// Takes the case at a place, if there is one that fits; whether more are wanted.
    fn take_place(&self, place: i64, found: &mut Vec<(Key, MentionId)>) -> Result<bool, StoreError> {
        if let Some(case) = case_queue::find(self.tx, place::mention(place))?
            && self.fits(&case)?
        {
            found.push((self.key(&case)?, case.id));
        }
        Ok(found.len() < self.limit)
    }

    /// Walks the search index from the oldest post on, until no later post can come before the candidates.
    fn walk_index_by_clock(&self, query: &Query) -> Result<Vec<(Key, MentionId)>, StoreError> {
        let reach = case_queue::reach_seconds(self.tx)?;
        let (mut from, until) = self.span_places();
        if self.after.0 > i64::MIN {
            from = from.max(place::from_seconds(time(self.after.0).as_second().saturating_sub(reach)));
        }
        if self.states.iter().all(|state| state.waits())
            && let Some((start, _)) = case_queue::oldest_hour(self.tx, self.scope)?
        {
            from = from.max(place::from(start));
        }
        let mut nearest: BTreeSet<(Key, MentionId)> = BTreeSet::new();
        search::walk(self.tx, query, Begin::Oldest, (from, until), |place| {
            let reached = place::seconds(place).saturating_mul(1_000_000_000);
            if nearest.len() == self.limit && nearest.last().is_some_and(|(key, _)| key.0 < reached) {
                return Ok(false);
            }
            if let Some(case) = case_queue::find(self.tx, place::mention(place))? {
                let key = self.key(&case)?;
                if key > self.after && self.fits(&case)? {
                    nearest.insert((key, case.id));
                    if nearest.len() > self.limit {
                        nearest.pop_last();
                    }
                }
            }
            Ok(true)
        })?;
        Ok(nearest.into_iter().collect())
    }

    fn key(&self, case: &Case) -> Result<Key, StoreError> {
        Ok(match self.order {
            CaseOrder::DueFirst => (ns(case.due_at), case.id.0),
            CaseOrder::NewestFirst => (-place_of(case)?, 0),
        })
    }

    /// Places of the span.
    fn span_places(&self) -> (i64, i64) {
        let span = self.filter.span;
        let until = span.and_then(|span| span.until).map_or(i64::MAX, place::until);
        (span.map_or(0, |span| place::from(span.from)), until)
    }

    /// Places of the span that come after the cursor, newest first.
    fn places(&self) -> (i64, i64) {
        let (from, until) = self.span_places();
        (from, until.min(-self.after.0))
    }

    /// Ends of clocks that cases of the span can have.
    fn clocks(&self) -> Result<(i64, i64), StoreError> {
        let Some(span) = self.filter.span else { return Ok((i64::MIN, i64::MAX)) };
        let reach = case_queue::reach_seconds(self.tx)?.saturating_mul(1_000_000_000);
        Ok((ns(span.from), span.until.map_or(i64::MAX, |until| ns(until).saturating_add(reach))))
    }

    /// Whether a case fits what no index has sifted.
    fn fits(&self, case: &Case) -> Result<bool, StoreError> {
        let plain = self.states.contains(&case.state)
            && self.filter.assignee.is_none_or(|person| case.assignee == Some(person))
            && self.in_span(case.opened_at);
        Ok(plain && self.in_topic(case.id)?)
    }

    fn in_span(&self, opened_at: Timestamp) -> bool {
        self.filter
            .span
            .is_none_or(|span| span.from <= opened_at && span.until.is_none_or(|until| opened_at < until))
    }

    /// Whether a case is of the topics that are asked for and not walked by.
    fn in_topic(&self, id: MentionId) -> Result<bool, StoreError> {
        let asked = [self.filter.topic, self.filter.span.map(|span| span.topic)];
        let by_person = self.filter.assignee.is_some();
        let left: Vec<_> =
            asked.into_iter().flatten().filter(|topic| by_person || topic.0 != self.scope).collect();
        if left.is_empty() {
            return Ok(true);
        }
        let known = mention::known_by_id(self.tx, id)?;
        Ok(known.is_some_and(|(known, _)| left.iter().all(|topic| known.topics.contains(&topic.0))))
    }
}

/// The place of a case's mention: a case is opened when its post is published.
fn place_of(case: &Case) -> Result<i64, StoreError> {
    place::of(case.opened_at, case.id)
}

//! What each arriving event does to what is stored.
//!
//! Wanted: any split of the same events into batches gives the same store; an event that is stored is never stored again;
//! a revision adds a version, a deletion keeps the fact.
//! Design: what makes an event unlike the others of its mention is its mark: a version's is the hash of its content, a deletion's
//! its time, a count's its time and numbers. The version shown is the one with the latest time: when it was edited, and without
//! that when the first one was published and when later ones were observed.
//! Accepted loss: a post that goes back to an earlier content without an edit time keeps showing the content before; both are kept.

use std::collections::BTreeSet;

use nabat_crisis::during::case::{Case, CaseState};
use nabat_crisis::id::{MentionId, SourceId, TopicId};
use nabat_crisis::network::Network;
use nabat_crisis::post::{Change, Engagement, Item, PostEvent};
use sha2::{Digest, Sha256};

use crate::case_queue::{self, QueueCounts, Queued};
use crate::commit::{Arrival, Committed, NewMention};
use crate::counter::{Counts, minutes_later};
use crate::decide::Marks;
use crate::engine::{Tx, params};
use crate::error::StoreError;
use crate::event::{self, MARK_BYTES, Mark, NewEvent};
use crate::mention::{self, Known};
use crate::scan::Views;
use crate::search::{self, Indexed};
use crate::segment::Words;
use crate::stored::{ns, signed};
use crate::{content, place};

/// An arrival made ready to be stored: everything that needs no store is computed.
pub(crate) struct Ready {
    pub(crate) event: PostEvent,
    /// In rising order, each once.
    topics: Vec<i64>,
    /// See [`search::document`].
    pub(crate) document: String,
    answer_within_minutes: Option<u32>,
    uid: Option<String>,
    content: Option<String>,
    mark: Mark,
}

impl Ready {
    /// Makes an arrival ready.
    pub(crate) fn of(arrival: Arrival) -> Result<Self, StoreError> {
        let Arrival { event, topics, search_text, answer_within_minutes } = arrival;
        let topics: BTreeSet<_> = topics.into_iter().map(|topic| topic.0).collect();
        let content = match event::item_of(&event.change) {
            Some(item) => Some(content::write(item)?),
            None => event::other_content(&event.change)?,
        };
        let item = event::item_of(&event.change);
        let document =
            item.map(|item| search::document(&search_text, &item.uid.network, item.lang.as_deref()));
        Ok(Self {
            topics: topics.into_iter().collect(),
            document: document.unwrap_or_default(),
            answer_within_minutes,
            uid: event.change.uid().map(nabat_crisis::post::ItemUid::as_text),
            mark: mark(&event.change, content.as_deref()),
            content,
            event,
        })
    }
}

/// What makes an event unlike the others of its mention.
fn mark(change: &Change, content: Option<&str>) -> Mark {
    let content = content.unwrap_or_default().as_bytes();
    let time = |at: &jiff::Timestamp| ns(*at).to_be_bytes();
    match change {
        Change::Created(_) | Change::Revised(_) => hashed(b'v', &[content]),
        Change::Deleted { at, .. } => hashed(b'd', &[&time(at)]),
        Change::Restored { at, .. } => hashed(b'r', &[&time(at)]),
        Change::Metrics { at, engagement, .. } => hashed(b'm', &[&time(at), &numbers(*engagement)]),
        Change::Audience { at, followers, .. } => {
            hashed(b'a', &[&time(at), &followers.to_be_bytes(), content])
        }
        Change::Gap { from, .. } => hashed(b'g', &[&time(from), content]),
    }
}

fn hashed(kind: u8, parts: &[&[u8]]) -> Mark {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
    }
    let mut mark = [kind; MARK_BYTES];
    for (to, from) in mark.iter_mut().skip(1).zip(hash.finalize()) {
        *to = from;
    }
    mark
}

/// Engagement as bytes; unknown differs from every number.
fn numbers(engagement: Engagement) -> Vec<u8> {
    [engagement.likes, engagement.reposts, engagement.replies, engagement.views]
        .into_iter()
        .flat_map(|n| [n.is_some().into(), n.unwrap_or(0)].into_iter().flat_map(u64::to_be_bytes))
        .collect()
}

/// The intake of one transaction.
pub(crate) struct Intake<'t, 'c> {
    tx: &'t Tx<'c>,
    source: SourceId,
    quiet: bool,
    next_mention: i64,
    next_seq: i64,
    counts: Counts,
    queue: QueueCounts,
    marks: Marks,
    indexed: Indexed,
    views: Views,
    touched: BTreeSet<MentionId>,
    committed: Committed,
}

impl<'t, 'c> Intake<'t, 'c> {
    /// Begins.
    pub(crate) fn begin(tx: &'t Tx<'c>, source: SourceId, quiet: bool) -> Result<Self, StoreError> {
        Ok(Self {
            tx,
            source,
            quiet,
            next_mention: mention::next_id(tx)?,
            next_seq: event::next_seq(tx)?,
            counts: Counts::default(),
            queue: QueueCounts::default(),
            marks: Marks::default(),
            indexed: Indexed::default(),
            views: Views::default(),
            touched: BTreeSet::new(),
            committed: Committed::default(),
        })
    }

    /// Writes what was gathered, and says what came of it.
    pub(crate) fn finish(self, words: &Words) -> Result<Committed, StoreError> {
        self.counts.flush(self.tx)?;
        self.queue.flush(self.tx)?;
        self.marks.flush(self.tx)?;
        self.indexed.flush(self.tx, words)?;
        self.views.flush(self.tx, self.next_mention)?;
        let new: BTreeSet<_> = self.committed.new.iter().map(|new| new.id).collect();
        let touched = self.touched.difference(&new).copied().collect();
        Ok(Committed { n_new: self.committed.new.len() as u64, touched, ..self.committed })
    }

    /// Takes one event.
    pub(crate) fn take(&mut self, ready: &Ready) -> Result<(), StoreError> {
        self.indexed.next();
        let Some(uid) = &ready.uid else { return self.other(ready) };
        let known = mention::known(self.tx, uid)?;
        match (&ready.event.change, known) {
            (Change::Created(item) | Change::Revised(item), None) if !ready.topics.is_empty() => {
                self.new_mention(ready, uid, item)
            }
            (Change::Created(item) | Change::Revised(item), Some(known)) => {
                self.known_item(ready, item, &known)
            }
            (_, Some(known)) => self.happening(ready, &known),
            (_, None) => {
                self.committed.n_unmatched += 1;
                Ok(())
            }
        }
    }

    fn new_mention(&mut self, ready: &Ready, uid: &str, item: &Item) -> Result<(), StoreError> {
        let id = MentionId(self.next_mention);
        self.next_mention += 1;
        let place = place::of(item.published_at, id)?;
        let seq = self.keep(ready, Some(id), false, &ready.mark)?;
        let topics = &ready.topics;
        let observed_at = ready.event.observed_at;
        mention::insert(self.tx, &mention::NewMention { id, place, uid, topics, seq, observed_at, item })?;
        self.indexed.put(place, true);
        self.views.add(id, place, item);
        for topic in topics {
            self.match_topic(*topic, place, item.published_at, &item.uid.network)?;
        }
        let case = self.open_case(ready, id, place, item, item.published_at, topics)?;
        self.committed.new.push(NewMention {
            id,
            topics: topics.iter().copied().map(TopicId).collect(),
            published_at: item.published_at,
            case,
        });
        Ok(())
    }

    /// A reading of an item that is stored: a new version, new counts of the same version, or nothing new.
    fn known_item(&mut self, ready: &Ready, item: &Item, known: &Known) -> Result<(), StoreError> {
        let observed_at = ns(ready.event.observed_at);
        let mut shown = false;
        match event::kept(self.tx, known.id, known.first_seq, &ready.mark)? {
            None => {
                let seq = self.keep(ready, Some(known.id), true, &ready.mark)?;
                mention::count_version(self.tx, known.id)?;
                mention::engage(self.tx, known, observed_at, item.engagement)?;
                let version = (item.edited_at.map_or(observed_at, ns), observed_at);
                if version >= known.version {
                    mention::show_version(self.tx, known.id, seq, version, item)?;
                    shown = true;
                }
                self.committed.n_revised += 1;
                self.touched.insert(known.id);
            }
            Some(engagement) if item.engagement != engagement && item.engagement != Engagement::default() => {
                let mark = hashed(b'e', &[&ready.mark, &numbers(item.engagement)]);
                if event::kept(self.tx, known.id, known.first_seq, &mark)?.is_some() {
                    self.committed.n_repeated += 1;
                } else {
                    self.keep(ready, Some(known.id), true, &mark)?;
                    mention::engage(self.tx, known, observed_at, item.engagement)?;
                    self.committed.n_updated += 1;
                    self.touched.insert(known.id);
                }
            }
            Some(_) => self.committed.n_repeated += 1,
        }
        if shown {
            self.indexed.put(known.place, false);
            self.views.change(known.id);
        }
        self.add_topics(ready, item, known)
    }

    /// Adds the topics a stored mention did not have.
    fn add_topics(&mut self, ready: &Ready, item: &Item, known: &Known) -> Result<(), StoreError> {
        let mut topics = known.topics.clone();
        let added: Vec<_> =
            ready.topics.iter().copied().filter(|topic| !known.topics.contains(topic)).collect();
        if added.is_empty() {
            return Ok(());
        }
        topics.extend(&added);
        topics.sort_unstable();
        mention::set_topics(self.tx, known.id, &topics)?;
        for topic in &added {
            self.match_topic(*topic, known.place, known.published_at, &item.uid.network)?;
        }
        self.touched.insert(known.id);
        if let Some(case) = case_queue::find(self.tx, known.id)? {
            let queued = queued(&topics, item, known.lang.as_deref(), known.place);
            for topic in &added {
                case_queue::enqueue(self.tx, &mut self.queue, &case, &queued, *topic)?;
            }
        } else {
            self.open_case(ready, known.id, known.place, item, known.published_at, &topics)?;
        }
        Ok(())
    }

    fn match_topic(
        &mut self,
        topic: i64,
        place: i64,
        published_at: jiff::Timestamp,
        network: &Network,
    ) -> Result<(), StoreError> {
        mention::insert_match(self.tx, topic, place)?;
        self.counts.add(topic, published_at, network);
        if !self.quiet {
            self.marks.touch(topic, published_at);
        }
        Ok(())
    }

    fn open_case(
        &mut self,
        ready: &Ready,
        id: MentionId,
        place: i64,
        item: &Item,
        opened_at: jiff::Timestamp,
        topics: &[i64],
    ) -> Result<bool, StoreError> {
        let Some(minutes) = ready.answer_within_minutes.filter(|_| !self.quiet) else { return Ok(false) };
        let case = Case {
            id,
            state: CaseState::New,
            assignee: None,
            opened_at,
            due_at: minutes_later(opened_at, minutes),
            stopped_at: None,
        };
        let queued = queued(topics, item, item.lang.as_deref(), place);
        case_queue::open(self.tx, &mut self.queue, &case, &queued)?;
        self.committed.n_cases += 1;
        Ok(true)
    }

    /// A deletion, a restoration or a count of engagement of a stored item.
    fn happening(&mut self, ready: &Ready, known: &Known) -> Result<(), StoreError> {
        if event::kept(self.tx, known.id, known.first_seq, &ready.mark)?.is_some() {
            self.committed.n_repeated += 1;
            return Ok(());
        }
        self.keep(ready, Some(known.id), true, &ready.mark)?;
        match &ready.event.change {
            Change::Deleted { at, .. } => mention::set_fate(self.tx, known, ns(*at), true)?,
            Change::Restored { at, .. } => mention::set_fate(self.tx, known, ns(*at), false)?,
            Change::Metrics { at, engagement, .. } => mention::engage(self.tx, known, ns(*at), *engagement)?,
            Change::Created(_) | Change::Revised(_) | Change::Audience { .. } | Change::Gap { .. } => {}
        }
        self.committed.n_updated += 1;
        self.touched.insert(known.id);
        Ok(())
    }

    /// An event about an account or a source.
    fn other(&mut self, ready: &Ready) -> Result<(), StoreError> {
        if event::other_kept(self.tx, &ready.mark)? {
            self.committed.n_repeated += 1;
            return Ok(());
        }
        self.keep(ready, None, false, &ready.mark)?;
        self.committed.n_other += 1;
        match &ready.event.change {
            Change::Audience { network, account, at, followers } => {
                let sql = "INSERT INTO audience (network, account, at, followers) VALUES (?1, ?2, ?3, ?4) \
                           ON CONFLICT (network, account, at) DO UPDATE SET followers = excluded.followers";
                self.tx.run(sql, params![network.as_str(), account, ns(*at), signed(*followers)])?;
            }
            Change::Gap { network, from, until, reason } => {
                let sql = "INSERT INTO gap (source, network, from_at, until_at, reason) VALUES (?1, ?2, ?3, ?4, ?5)";
                self.tx.run(sql, params![self.source.0, network.as_str(), ns(*from), ns(*until), reason])?;
            }
            Change::Created(_)
            | Change::Revised(_)
            | Change::Deleted { .. }
            | Change::Restored { .. }
            | Change::Metrics { .. } => {}
        }
        Ok(())
    }

    fn keep(
        &mut self,
        ready: &Ready,
        mention: Option<MentionId>,
        further: bool,
        mark: &Mark,
    ) -> Result<i64, StoreError> {
        let seq = self.next_seq;
        self.next_seq += 1;
        let content = ready.content.as_deref();
        let source = self.source;
        event::insert(
            self.tx,
            &NewEvent { seq, mention, source, further, mark, content, event: &ready.event },
        )?;
        Ok(seq)
    }
}

fn queued<'a>(topics: &'a [i64], item: &'a Item, lang: Option<&'a str>, place: i64) -> Queued<'a> {
    Queued { topics, network: item.uid.network.as_str(), lang, place }
}

//! The path of a post, from a source to the bell. Read it top down: it is the product.
//!
//! ```text
//! collect   a source gives a [`Load`]: events, what it refused, its cursor
//! intake    clean each event                                                    (pure)
//! matching  which topics does it match                                          (pure)
//! commit    mentions + counters + cases + cursor, one transaction
//! detect    counts of the touched topics → signals with their evidence          (pure)
//! decide    signals + the open incident → what to open, join, tell              (pure)
//! commit    signals + incidents + timeline + outbox, one transaction
//! ```
//!
//! A crash between the two commits loses nothing: the first leaves a mark on each touched topic, and the second clears it.
//! Ticks are evaluated in order, from the earliest bucket a post has touched to the last closed one, so late posts correct the
//! past, and the same posts give the same signals in whatever batches they came.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use nabat_crisis::bucket::{BUCKETS_PER_HOUR, Bucket};
use nabat_crisis::during::decide::{Decision, on_signal};
use nabat_crisis::id::{SourceId, TopicId};
use nabat_crisis::mention::answer_within_minutes;
use nabat_crisis::post::{Change, PostEvent, REFUSAL_SAMPLE_CHARS_MAX, Refusal, RefusalReason};
use nabat_crisis::signal::NewSignal;
use nabat_store::{
    Arrival, Batch, Committed, Decided, Decisions, DueMark, ImportProgress, StoreError, opened_here,
};
use nabat_watch::detect::counts::Counts;
use nabat_watch::detect::mention_surge::{self, BASELINE_HOURS, GivenSignal, Rule, WindowFacts};
use nabat_watch::intake;
use nabat_watch::matching::{PostView, Scratch};

use crate::news::News;
use crate::watched::Watched;
use crate::{App, Result};

/// Samples of refused records kept from one batch: enough to see what is wrong with a file.
const SAMPLES_MAX: usize = 100;
/// How often a decision is made anew when a person changed the incident in the same instant.
const DECISIONS_MAX: usize = 5;
/// Most signals of one topic decided in one transaction; the rest follow in the next.
const SIGNALS_MAX: usize = 500;

/// What a source gives at once.
#[derive(Debug)]
pub struct Load {
    /// Who gives it.
    pub source: SourceId,
    /// When we got it.
    pub received_at: Timestamp,
    /// Where the source goes on, committed together with its posts.
    pub cursor: Option<String>,
    /// Events, and records the source refused.
    pub records: Vec<Record>,
    /// Progress of a file.
    pub import: Option<ImportProgress>,
    /// When a polled source is asked next.
    pub next_poll_at: Option<Timestamp>,
    /// History: it fills charts and baselines, opens no cases and rings nothing.
    pub quiet: bool,
}

/// What a source gave at one place.
#[derive(Debug)]
pub struct Record {
    /// Place in the file, feed or step: line, row, entry, from 1.
    pub position: u64,
    /// The event, or why there is none.
    pub outcome: std::result::Result<PostEvent, Refusal>,
}

/// Outcomes in their order as records, numbered from 1.
pub fn numbered(outcomes: impl IntoIterator<Item = std::result::Result<PostEvent, Refusal>>) -> Vec<Record> {
    outcomes.into_iter().zip(1..).map(|(outcome, position)| Record { position, outcome }).collect()
}

impl Load {
    /// An empty load of a source.
    pub fn new(source: SourceId, received_at: Timestamp) -> Self {
        Self {
            source,
            received_at,
            cursor: None,
            records: Vec::new(),
            import: None,
            next_poll_at: None,
            quiet: false,
        }
    }
}

/// Takes a load through intake and matching into the store, and tells the pages.
///
/// # Errors
/// When the store cannot take it; then nothing of it is stored, and it can be given again.
pub async fn take(app: &App, load: Load) -> Result<Committed> {
    // Held until the commit: a query that is new by then waits for it before it runs over history.
    let watched = app.watched.load_full();
    let batch = sort(&watched, load, &mut Scratch::default());
    let committed = commit(app, batch).await;
    drop(watched);
    committed
}

/// Intake and matching: which of a load's events are mentions, of what, and by when they need an answer. Pure.
pub fn sort(watched: &Watched, load: Load, scratch: &mut Scratch) -> Batch {
    let mut batch = Batch { next_poll_at: load.next_poll_at, ..Batch::new(load.source, load.received_at) };
    let mut refusals = Vec::new();
    for record in load.records {
        match cleaned(record, load.received_at) {
            Ok(event) => sort_event(watched, event, &mut batch, scratch),
            Err(refusal) => refusals.push(refusal),
        }
    }
    let mut n_refused: BTreeMap<RefusalReason, u64> = BTreeMap::new();
    for refusal in &refusals {
        *n_refused.entry(refusal.reason).or_default() += 1;
    }
    refusals.truncate(SAMPLES_MAX);
    Batch { cursor: load.cursor, import: load.import, quiet: load.quiet, refusals, n_refused, ..batch }
}

fn cleaned(record: Record, received_at: Timestamp) -> std::result::Result<PostEvent, Refusal> {
    let event = record.outcome?;
    let sample_bytes = event.raw.bytes.len().min(4 * REFUSAL_SAMPLE_CHARS_MAX);
    let sample = String::from_utf8_lossy(&event.raw.bytes[..sample_bytes])
        .chars()
        .take(REFUSAL_SAMPLE_CHARS_MAX)
        .collect();
    intake::clean(event, received_at).map_err(|refused| Refusal {
        position: record.position,
        reason: refused.reason,
        detail: refused.detail,
        sample,
    })
}

fn sort_event(watched: &Watched, event: PostEvent, batch: &mut Batch, scratch: &mut Scratch) {
    let mut arrival =
        Arrival { event, topics: Vec::new(), search_text: String::new(), answer_within_minutes: None };
    match &arrival.event.change {
        Change::Created(item) | Change::Revised(item) => {
            batch.newest_item_at = batch.newest_item_at.max(Some(item.published_at));
            watched.matches(&PostView::from(&**item), scratch, &mut arrival.topics);
            let is_new = matches!(arrival.event.change, Change::Created(_));
            // A feed gives an edited article as if it were new; only the store can tell, so it is asked even when the words
            // that matched are gone. A firehose names its edits, and is spared the question.
            if is_new && arrival.topics.is_empty() && batch.next_poll_at.is_none() {
                batch.n_unmatched += 1;
                return;
            }
            arrival.search_text = intake::search_text(item);
            arrival.answer_within_minutes =
                answer_within_minutes(item, arrival.topics.iter().filter_map(|id| watched.topic(*id)));
        }
        // The store knows whether it knows the item.
        Change::Deleted { .. }
        | Change::Restored { .. }
        | Change::Metrics { .. }
        | Change::Audience { .. }
        | Change::Gap { .. } => {}
    }
    batch.arrivals.push(arrival);
}

/// First commit: the mentions.
///
/// # Errors
/// When the store cannot take the batch.
pub async fn commit(app: &App, batch: Batch) -> Result<Committed> {
    let (source, import, quiet) = (batch.source, batch.import.as_ref().map(|import| import.id), batch.quiet);
    let committed = app.store.commit_batch(batch).await?;
    let mut n_new: BTreeMap<TopicId, u64> = BTreeMap::new();
    for topic in committed.new.iter().flat_map(|mention| &mention.topics) {
        *n_new.entry(*topic).or_default() += 1;
    }
    if !n_new.is_empty() {
        app.news.tell(News::Mentions(n_new));
    }
    for mention in &committed.touched {
        app.news.tell(News::Case(*mention));
    }
    app.news.tell(import.map_or(News::Source(source), News::Import));
    if !quiet {
        app.wake.notify_waiters();
    }
    Ok(committed)
}

/// Detects and decides for every topic that posts have touched, up to the last closed bucket.
///
/// # Errors
/// When the store fails; the marks stay, and the next call does it again.
pub async fn ring(app: &App) -> Result<()> {
    for mark in app.store.due().await? {
        let mut n_tried = 1;
        while let Err(error) = ring_topic(app, &mark).await {
            if !matches!(error, StoreError::Conflict { .. }) || n_tried == DECISIONS_MAX {
                return Err(error.into());
            }
            n_tried += 1;
        }
    }
    Ok(())
}

async fn ring_topic(app: &App, mark: &DueMark) -> std::result::Result<(), StoreError> {
    let last_closed = Bucket::of(app.clock.now()).plus(-1);
    if mark.from > last_closed {
        return Ok(());
    }
    let far_enough = mark.from.plus(-(BASELINE_HOURS + 1) * BUCKETS_PER_HOUR);
    let known_since = app.store.first_bucket(mark.topic).await?;
    let counts = Counts::new(known_since, app.store.buckets(mark.topic, far_enough, Bucket(i64::MAX)).await?);
    let (signals, looked_until) = detect(app, mark, &counts, last_closed).await?;
    // Posts of a bucket weigh in every tick of the hour after it.
    let unseen = counts.last().is_some_and(|last| last.plus(BUCKETS_PER_HOUR) > looked_until);
    let next = unseen.then(|| looked_until.plus(1));
    let seen_open = app.store.open_incident(mark.topic).await?;
    let decided = decide(mark.topic, signals, seen_open.clone());
    let decisions = Decisions { mark: *mark, next, seen_open, decided, silent: false };
    let done = app.store.commit_decisions(decisions).await?;
    for incident in done.opened.iter().chain(&done.changed) {
        app.news.tell(News::Incident(*incident));
    }
    for alert in &done.alerts {
        app.news.tell(News::Alert(*alert));
    }
    Ok(())
}

/// The signals of a topic from its mark to `last_closed`, and the last bucket looked at.
async fn detect(
    app: &App,
    mark: &DueMark,
    counts: &Counts,
    last_closed: Bucket,
) -> std::result::Result<(Vec<NewSignal>, Bucket), StoreError> {
    let rule: Rule = app.house.load().surge;
    let cooling_since = mark
        .from
        .start()
        .saturating_sub(SignedDuration::from_mins(rule.cooldown_minutes))
        .unwrap_or(Timestamp::MIN);
    let stored = app.store.signals_since(mark.topic, cooling_since).await?;
    let mut given: Vec<_> = stored.iter().map(|stored| given_signal(&stored.signal.said)).collect();
    let (mut signals, mut from) = (Vec::new(), mark.from);
    while let Some(candidate) = mention_surge::next_candidate(&rule, counts, from, last_closed, &given) {
        let facts =
            app.store.window_facts(mark.topic, candidate.window_from().start(), candidate.at()).await?;
        if let Some(signal) = mention_surge::confirm(&rule, mark.topic, &candidate, window_facts(facts)) {
            let place = given.partition_point(|other| other.at <= signal.at);
            given.insert(place, given_signal(&signal));
            signals.push(signal);
        }
        if signals.len() >= SIGNALS_MAX {
            return Ok((signals, candidate.bucket));
        }
        from = candidate.bucket.plus(1);
    }
    Ok((signals, last_closed))
}

/// What each signal means for the topic's open incident, one after the other. Pure.
fn decide(
    topic: TopicId,
    signals: Vec<NewSignal>,
    mut open: Option<nabat_crisis::during::incident::Incident>,
) -> Vec<Decided> {
    let mut decided = Vec::with_capacity(signals.len());
    for signal in signals {
        let decision = on_signal(&signal, open.as_ref());
        open = Some(match &decision {
            Decision::Open(opening) => opened_here(topic, opening),
            Decision::Join { incident, .. } => incident.clone(),
        });
        decided.push(Decided { signal, decision });
    }
    decided
}

fn given_signal(signal: &NewSignal) -> GivenSignal {
    GivenSignal { at: signal.at, n_observed: signal.evidence.n_observed() }
}

fn window_facts(facts: nabat_store::WindowFacts) -> WindowFacts {
    WindowFacts {
        n_authors: facts.n_authors,
        networks: facts.networks,
        top_authors: facts.top_authors,
        top_posts: facts.top_posts,
    }
}

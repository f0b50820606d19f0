//! A new or changed query runs over the stored posts in the background, so that history and live agree.
//!
//! Wanted: every stored post that the query matches gets its topic, and none that the stream would not have given it; ten million
//! posts in seconds; a crash at any point loses nothing.
//! Design: the store keeps which topics are to run from the moment a query is stored, and forgets it when the run has ended, so
//! that a run which was cut off begins anew at the next start; what it attached is not attached twice. A run waits until every
//! batch that an older engine has matched is committed: posts that come later meet the new query on the stream. Then
//! [`N_WORKERS`] scan ranges of numbers side by side, each on a thread of the store, and what they find is attached in batches.
//! The query before the changed one runs along, so that people see what the change brings and loses.
//! A topic has one run at a time: whoever saves a newer query while it runs has it end early and begin anew with the newest, so that
//! a hundred saves in a row cost about as much as two. What the versions in between brought is not counted.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use jiff::Timestamp;
use nabat_crisis::id::{MentionId, TopicId};
use nabat_store::{Attach, PendingRerun};
use nabat_watch::matching::{Engine, Scratch};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

use crate::news::News;
use crate::viewed::post_view;
use crate::watched::Watched;
use crate::{App, Result};

/// Ranges scanned side by side: the store keeps a reader more than that, so pages are served meanwhile.
const N_WORKERS: usize = 2;
/// Posts in a range: some ten milliseconds of a store's thread.
const RANGE: i64 = 8_192;
/// Posts attached in one transaction.
const ATTACHED: usize = 5_000;
/// Pause before looking again whether the batches matched by an older engine are committed; as a rule they are.
const LOOK_EVERY: Duration = Duration::from_millis(2);
/// Stands for the query before the changed one.
const BEFORE: TopicId = TopicId(-1);

/// How far a re-run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Posts looked at.
    pub n_done: u64,
    /// Posts stored when it began.
    pub n_total: u64,
}

/// Re-runs under way, by topic.
#[derive(Debug, Default)]
pub struct Reruns {
    runs: Mutex<BTreeMap<TopicId, Run>>,
    /// Engines that were replaced; whoever matches with one holds it until what matched is committed.
    replaced: Mutex<Vec<Weak<Watched>>>,
}

/// The run of a topic.
#[derive(Debug, Default)]
struct Run {
    /// How often the topic was saved since the run began: what runs for an earlier save is out of date.
    turn: u64,
    progress: Progress,
}

impl Reruns {
    /// Notes that a topic's query is to run over history; whether nobody does that yet, so that the caller must.
    fn begin(&self, topic: TopicId) -> bool {
        let mut runs = self.lock();
        let idle = !runs.contains_key(&topic);
        let run = runs.entry(topic).or_default();
        run.turn += 1;
        run.progress = Progress::default();
        idle
    }

    /// The latest save of a topic that has a run.
    fn turn(&self, topic: TopicId) -> u64 {
        self.lock().get(&topic).map_or(0, |run| run.turn)
    }

    /// Notes progress; false when the topic was saved again.
    fn advance(&self, topic: TopicId, turn: u64, to: Progress) -> bool {
        match self.lock().get_mut(&topic) {
            Some(run) if run.turn == turn => {
                run.progress = to;
                true
            }
            _ => false,
        }
    }

    /// Ends the run; false when the topic was saved again, and the run must begin anew.
    fn end(&self, topic: TopicId, turn: u64) -> bool {
        let mut runs = self.lock();
        let latest = runs.get(&topic).is_none_or(|run| run.turn == turn);
        if latest {
            runs.remove(&topic);
        }
        latest
    }

    /// How far the re-run of a topic has come, while it runs.
    pub fn progress(&self, topic: TopicId) -> Option<Progress> {
        self.lock().get(&topic).map(|run| run.progress)
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<TopicId, Run>> {
        self.runs.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that an engine was replaced.
    pub(crate) fn replaced(&self, old: &Arc<Watched>) {
        self.replaced.lock().unwrap_or_else(PoisonError::into_inner).push(Arc::downgrade(old));
    }

    /// Returns when nobody works with an engine that was replaced before now.
    async fn older_are_done(&self) {
        let older: Vec<_> = {
            let mut replaced = self.replaced.lock().unwrap_or_else(PoisonError::into_inner);
            replaced.retain(|old| old.strong_count() > 0);
            replaced.clone()
        };
        while older.iter().any(|old| old.strong_count() > 0) {
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }
}

impl App {
    /// Starts the re-run of a topic in the background, or has the one under way begin anew.
    pub(crate) fn rerun_history(&self, topic: TopicId) {
        let app = self.clone();
        // Progress stands from the first moment, so that nobody takes the time before the first post for the end.
        if app.reruns.begin(topic) {
            tokio::spawn(async move { app.rerun_told(topic).await });
        }
    }

    /// Runs what was to run when Nabat was stopped, one topic after the other.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn resume_reruns(&self) -> Result<()> {
        for pending in self.store.pending_reruns().await? {
            if self.reruns.progress(pending.topic).is_none() && self.reruns.begin(pending.topic) {
                self.rerun_told(pending.topic).await;
            }
        }
        Ok(())
    }

    async fn rerun_told(&self, topic: TopicId) {
        loop {
            let turn = self.reruns.turn(topic);
            if let Err(error) = rerun(self, topic, turn).await {
                tracing::error!(topic.id = topic.0, error = %super::chain(&error), "stored posts could not be matched against a changed query: it is done again at the next start, or when the topic is saved");
            }
            if self.reruns.end(topic, turn) {
                break;
            }
        }
        self.news.tell(News::Topic(topic));
    }
}

/// Matches all stored posts against a topic's query and stores what is new, unless the topic is saved again. It opens no cases and rings nothing: what is past
/// is history, and the detectors take it as their baseline.
async fn rerun(app: &App, topic: TopicId, turn: u64) -> Result<()> {
    let all = app.store.pending_reruns().await?;
    let Some(pending) = all.into_iter().find(|pending| pending.topic == topic) else { return Ok(()) };
    let watched = app.watched.load_full();
    let current = watched.topic(topic).is_some_and(|known| known.query == pending.query);
    let Some(query) = watched.query(topic).filter(|_| current).cloned() else { return Ok(()) };
    let before = pending.before.as_deref().and_then(|before| watched.compiled(before));
    drop(watched);
    app.reruns.older_are_done().await;
    if !app.reruns.advance(topic, turn, Progress::default()) {
        return Ok(());
    }
    let Some(last) = app.store.last_mention().await? else {
        app.store.settle_rerun(topic, pending.version, 0, 0).await?;
        return Ok(());
    };
    let queries = [(BEFORE, before.as_ref()), (topic, Some(&query))];
    let engine = Arc::new(Engine::new(queries.into_iter().filter_map(|(id, query)| Some((id, query?)))));
    let (send, found) = mpsc::channel(2 * N_WORKERS);
    let next = Arc::new(AtomicI64::new(1));
    let mut workers = JoinSet::new();
    for _ in 0..N_WORKERS {
        workers.spawn(scan(app.clone(), topic, Arc::clone(&engine), Arc::clone(&next), last, send.clone()));
    }
    drop(send);
    let ended = attach(app, &pending, turn, last, found).await;
    // Workers stop when nobody takes what they find; an error of theirs is told in place of what they did not find.
    while let Some(worked) = workers.join_next().await {
        worked.map_err(anyhow::Error::from)??;
    }
    if let Some((n_brings, n_loses)) = ended? {
        app.store.settle_rerun(topic, pending.version, n_brings, n_loses).await?;
    }
    Ok(())
}

/// What the scan of one range gives.
#[derive(Debug, Default)]
struct Found {
    n_scanned: u64,
    n_brings: u64,
    n_loses: u64,
    matching: Vec<(MentionId, Timestamp)>,
    /// Of these, those that lack the topic.
    lacking: Vec<MentionId>,
}

/// Scans ranges until there are none left.
async fn scan(
    app: App,
    topic: TopicId,
    engine: Arc<Engine>,
    next: Arc<AtomicI64>,
    last: MentionId,
    send: mpsc::Sender<Found>,
) -> Result<()> {
    loop {
        let from = next.fetch_add(RANGE, Ordering::Relaxed);
        if from > last.0 {
            return Ok(());
        }
        let ids = (MentionId(from), MentionId((from + RANGE).min(last.0 + 1)));
        let (engine, mut scratch, mut topics) = (Arc::clone(&engine), Scratch::default(), Vec::new());
        let look = move |found: &mut Found, viewed: &nabat_store::Viewed<'_>| {
            engine.matches(&post_view(viewed), &mut scratch, &mut topics);
            let (before, now) = (topics.contains(&BEFORE), topics.contains(&topic));
            found.n_scanned += 1;
            found.n_brings += u64::from(now && !before);
            found.n_loses += u64::from(before && !now);
            if now {
                found.matching.push((viewed.id, viewed.published_at));
            }
        };
        let mut found = app.store.scan_range(ids, Found::default(), look).await?;
        if !found.matching.is_empty() {
            found.lacking = app.store.lacking(topic, std::mem::take(&mut found.matching)).await?;
        }
        if send.send(found).await.is_err() {
            return Ok(());
        }
    }
}

/// Attaches what the workers find; what the query brings and loses, or `None` when a newer run has taken over.
async fn attach(
    app: &App,
    pending: &PendingRerun,
    turn: u64,
    last: MentionId,
    mut found: mpsc::Receiver<Found>,
) -> Result<Option<(u64, u64)>> {
    let topic = pending.topic;
    let (mut n_brings, mut n_loses, mut posts) = (0, 0, Vec::new());
    let mut progress = Progress { n_done: 0, n_total: last.0.unsigned_abs() };
    let mut told = None;
    loop {
        let range = found.recv().await;
        let at_end = range.is_none();
        if let Some(mut range) = range {
            (n_brings, n_loses) = (n_brings + range.n_brings, n_loses + range.n_loses);
            progress.n_done += range.n_scanned;
            posts.append(&mut range.lacking);
        }
        while posts.len() >= ATTACHED || (at_end && !posts.is_empty()) {
            let posts = posts.split_off(posts.len().saturating_sub(ATTACHED));
            app.store.attach(Attach { topic, posts, mark_detection: false }).await?;
        }
        if !app.reruns.advance(topic, turn, progress) {
            return Ok(None);
        }
        if at_end {
            return Ok(Some((n_brings, n_loses)));
        }
        let percent = progress.n_done * 100 / progress.n_total.max(1);
        if told.replace(percent) != Some(percent) {
            app.news.tell(News::Topic(topic));
        }
    }
}

//! A new or changed query runs over the stored posts in the background, so that history and live agree.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::mention::Mention;
use nabat_store::Attach;
use nabat_watch::intake::search_text;
use nabat_watch::matching::{Engine, PostView, Query, Scratch};

use crate::news::News;
use crate::{App, Result};

/// Posts matched at once.
const CHUNK: usize = 5_000;

/// How far a re-run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Posts looked at.
    pub n_done: u64,
    /// Posts stored when it began.
    pub n_total: u64,
}

/// Re-runs under way, by topic; a newer query of the same topic ends the older run.
#[derive(Debug, Default)]
pub struct Reruns(Mutex<BTreeMap<TopicId, (u64, Progress)>>);

impl Reruns {
    fn begin(&self, topic: TopicId, n_total: u64) -> u64 {
        let mut runs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = runs.get(&topic).map_or(1, |(turn, _)| turn + 1);
        runs.insert(topic, (turn, Progress { n_done: 0, n_total }));
        turn
    }

    /// Notes progress; false when a newer run has taken over.
    fn advance(&self, topic: TopicId, turn: u64, n_done: u64) -> bool {
        let mut runs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match runs.get_mut(&topic) {
            Some((current, progress)) if *current == turn => {
                progress.n_done = n_done;
                true
            }
            _ => false,
        }
    }

    fn end(&self, topic: TopicId, turn: u64) {
        let mut runs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if runs.get(&topic).is_some_and(|(current, _)| *current == turn) {
            runs.remove(&topic);
        }
    }

    /// How far the re-run of a topic has come, while it runs.
    pub fn progress(&self, topic: TopicId) -> Option<Progress> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&topic).map(|(_, progress)| *progress)
    }
}

impl App {
    /// Starts the re-run of a topic in the background.
    pub(crate) fn rerun_history(&self, topic: TopicId) {
        let app = self.clone();
        tokio::spawn(async move {
            if let Err(error) = rerun(&app, topic).await {
                tracing::error!(topic.id = topic.0, error = %super::chain(&error), "stored posts could not be matched against a changed query: save the topic again to repeat it");
            }
            app.news.tell(News::Topic(topic));
        });
    }
}

/// Matches all stored posts against a topic's query and stores what is new. It opens no cases and rings nothing: what is past
/// is history, and the detectors take it as their baseline.
async fn rerun(app: &App, topic: TopicId) -> Result<()> {
    let watched = app.watched.load_full();
    let Some(query) = watched.query(topic).cloned() else { return Ok(()) };
    let (query, n_total) = (Arc::new(query), app.store.health().await?.n_mentions);
    let turn = app.reruns.begin(topic, n_total);
    let (mut after, mut n_done): (Option<MentionId>, u64) = (None, 0);
    loop {
        let mentions = app.store.scan(after, CHUNK).await?;
        let Some(last) = mentions.last().map(|mention| mention.id) else { break };
        n_done += mentions.len() as u64;
        let query = Arc::clone(&query);
        let posts = tokio::task::spawn_blocking(move || matching(&query, topic, mentions))
            .await
            .map_err(anyhow::Error::from)?;
        if !posts.is_empty() {
            app.store.attach(Attach { topic, posts, mark_detection: false }).await?;
        }
        if !app.reruns.advance(topic, turn, n_done) {
            return Ok(());
        }
        app.news.tell(News::Topic(topic));
        after = Some(last);
    }
    app.reruns.end(topic, turn);
    Ok(())
}

fn matching(query: &Query, topic: TopicId, mentions: Vec<Mention>) -> Vec<(MentionId, String)> {
    let engine = Engine::new([(topic, query)]);
    let (mut scratch, mut topics, mut found) = (Scratch::default(), Vec::new(), Vec::new());
    for mention in mentions.iter().filter(|mention| !mention.topics.contains(&topic)) {
        engine.matches(&PostView::from(&mention.item), &mut scratch, &mut topics);
        if !topics.is_empty() {
            found.push((mention.id, search_text(&mention.item)));
        }
    }
    found
}

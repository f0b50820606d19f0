//! How often words stand in the posts of the stream, learned from a part of them: what tells that a query would take in too much, and
//! which of its words is rare enough to wait for.
//!
//! Wanted: the way of a post pays next to nothing; what was learned outlives a restart.
//! Design: one post of sixteen is looked at, and none when another thread is just learning; the state is kept every few minutes and at
//! the end. Accepted losses: after a crash the last minutes are learned anew.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use nabat_crisis::id::TopicId;
use nabat_watch::matching::frequency::Frequencies;
use nabat_watch::matching::{Engine, PostView, Query};

use crate::{App, Result};

/// One post of so many is learned from: shares of a percent are known well after a few thousand posts.
const SAMPLED: u64 = 16;
/// Time between two saves.
const SAVED_EVERY: Duration = Duration::from_mins(5);

/// What is learned, shared by all threads.
#[derive(Debug)]
pub struct Learned {
    n_seen: AtomicU64,
    known: Mutex<Known>,
}

#[derive(Debug)]
struct Known {
    frequencies: Frequencies,
    /// Whether there is something that is not kept yet.
    fresh: bool,
    saved_at: Instant,
}

impl Learned {
    /// Goes on from what was kept. What cannot be read is learned anew: it is nobody's post.
    pub(crate) fn from_kept(bytes: Option<&[u8]>) -> Self {
        let read = |bytes| {
            let told =
                |error| tracing::warn!(%error, "the learned frequencies cannot be read and are learned anew");
            Frequencies::from_bytes(bytes).map_err(told).ok()
        };
        let frequencies = bytes.and_then(read);
        let known =
            Known { frequencies: frequencies.unwrap_or_default(), fresh: false, saved_at: Instant::now() };
        Self { n_seen: AtomicU64::new(0), known: Mutex::new(known) }
    }

    /// Shows a post of the stream.
    pub fn observe(&self, post: &PostView<'_>) {
        if !self.n_seen.fetch_add(1, Ordering::Relaxed).is_multiple_of(SAMPLED) {
            return;
        }
        // Another thread is learning: it is a sample anyway.
        let Ok(mut known) = self.known.try_lock() else { return };
        known.frequencies.observe(post);
        known.fresh = true;
    }

    /// The share of all posts that a query is expected to match, 0 to 1; `None` until enough posts were seen.
    pub fn share(&self, query: &Query) -> Option<f64> {
        self.lock().frequencies.estimate(query)
    }

    /// An engine whose queries wait for the words that are rare in the stream, and from how many posts that is known.
    pub(crate) fn engine<'a>(&self, topics: impl IntoIterator<Item = (TopicId, &'a Query)>) -> (Engine, u16) {
        // A copy, since building takes long enough for the stream to miss much that could be learned.
        let known = self.lock().frequencies.clone();
        (Engine::knowing(topics, &known), known.n_posts())
    }

    /// From how many posts something is known.
    pub(crate) fn n_posts(&self) -> u16 {
        self.lock().frequencies.n_posts()
    }

    /// What is to be kept now: nothing when nothing is new, or, unless all must be kept, when it was kept a short while ago.
    fn to_keep(&self, all: bool) -> Option<Vec<u8>> {
        let mut known = self.lock();
        if !known.fresh || (!all && known.saved_at.elapsed() < SAVED_EVERY) {
            return None;
        }
        known.fresh = false;
        known.saved_at = Instant::now();
        Some(known.frequencies.to_bytes())
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl App {
    /// Keeps what was learned, when it is time; at the end of the program with `all` at any time.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn keep_learned(&self, all: bool) -> Result<()> {
        if let Some(bytes) = self.learned.to_keep(all) {
            self.store.keep_frequencies(bytes, self.clock.now()).await?;
            self.use_learned();
        }
        Ok(())
    }
}

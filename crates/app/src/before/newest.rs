//! The newest stored posts, looked at one by one: what previews and comparisons are made of.

use jiff::Timestamp;
use nabat_crisis::mention::Mention;

use crate::{App, Result};

/// Posts read at once: while these are matched, the next are read.
const CHUNK: usize = 2_000;

/// How far a look went.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Looked {
    /// Posts looked at.
    pub(super) n_scanned: u64,
    /// Whether these were all stored posts.
    pub(super) complete: bool,
    /// When the oldest of them was published.
    pub(super) from: Option<Timestamp>,
}

impl App {
    /// Shows the newest stored posts to `look`, newest first, each once; about `n_max` of them. Gives the looker back.
    ///
    /// Looking is done beside the threads that serve people, since matching thousands of posts would hold them up.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub(super) async fn look_at_newest<L: Send + 'static>(
        &self,
        n_max: usize,
        mut looker: L,
        look: fn(&mut L, Mention),
    ) -> Result<(L, Looked)> {
        let mut looked = Looked::default();
        let mut page = self.store.recent_mentions(CHUNK.min(n_max), None).await?;
        loop {
            looked.n_scanned += page.items.len() as u64;
            looked.from = page.items.last().map(|mention| mention.item.published_at).or(looked.from);
            looked.complete = page.next.is_none();
            let left = n_max.saturating_sub(usize::try_from(looked.n_scanned).unwrap_or(usize::MAX));
            let looking = tokio::task::spawn_blocking(move || {
                page.items.into_iter().for_each(|mention| look(&mut looker, mention));
                looker
            });
            if looked.complete || left == 0 {
                return Ok((looking.await.map_err(anyhow::Error::from)?, looked));
            }
            let reading = self.store.recent_mentions(CHUNK.min(left), page.next);
            let (done, read) = tokio::join!(looking, reading);
            looker = done.map_err(anyhow::Error::from)?;
            page = read?;
        }
    }
}

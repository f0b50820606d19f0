//! Feeds are asked when they are due. Cursor and posts are one commit, so a crash asks again and loses nothing.

use nabat_connectors::networks::feed::{self, FeedCursor, Polled};
use nabat_crisis::id::SourceId;
use nabat_crisis::source::{Source, SourceKind};
use nabat_store::Poll;
use tokio::task::JoinSet;

use crate::flow::{self, Load, numbered};
use crate::news::News;
use crate::{App, Refused, Result};

/// Feeds asked at the same time.
const AT_ONCE: usize = 8;

/// One round: asks every feed that is due.
///
/// # Errors
/// When the store fails. A feed that fails is noted with its source and asked again later.
pub async fn round(app: &App) -> Result<()> {
    let now = app.clock.now();
    let due = |source: &Source| {
        source.kind == SourceKind::Feed
            && !source.paused
            && source.health.next_poll_at.is_none_or(|next| next <= now)
    };
    let mut polls = JoinSet::new();
    for source in app.store.sources().await?.into_iter().filter(due) {
        while polls.len() >= AT_ONCE {
            ended(polls.join_next().await)?;
        }
        let app = app.clone();
        polls.spawn(async move { poll(&app, &source).await });
    }
    while !polls.is_empty() {
        ended(polls.join_next().await)?;
    }
    Ok(())
}

fn ended(poll: Option<std::result::Result<Result<()>, tokio::task::JoinError>>) -> Result<()> {
    match poll {
        Some(Ok(done)) => done,
        Some(Err(error)) => Err(Refused::Broken(error.into())),
        None => Ok(()),
    }
}

async fn poll(app: &App, source: &Source) -> Result<()> {
    let Some(url) = source.url.as_deref() else { return Ok(()) };
    let cursor = FeedCursor::from_text(&app.store.source_cursor(source.id).await?.unwrap_or_default());
    let now = app.clock.now();
    let outcome = feed::poll(&app.http, url, &cursor, source.poll_minutes, now).await;
    let cursor = Some(outcome.cursor.to_text());
    let next_at = Some(outcome.next_poll_at);
    match outcome.result {
        Ok(Polled::Items(feed)) => {
            let load = Load {
                cursor,
                records: numbered(feed.items),
                next_poll_at: next_at,
                ..Load::new(source.id, now)
            };
            flow::take(app, load).await?;
        }
        Ok(Polled::NotModified) => {
            app.store.note_poll(source.id, Poll { at: now, next_at, error: None, cursor }).await?
        }
        Err(error) => {
            let error = Some(super::chain(&error));
            app.store.note_poll(source.id, Poll { at: now, next_at, error, cursor }).await?;
        }
    }
    app.news.tell(News::Source(source.id));
    Ok(())
}

impl App {
    /// Asks a feed now, because a person wants to see whether it works.
    ///
    /// # Errors
    /// [`Refused::NotFound`] for something that is not a feed.
    pub async fn poll_now(&self, id: SourceId) -> Result<Source> {
        let source = self
            .store
            .source(id)
            .await?
            .filter(|source| source.kind == SourceKind::Feed)
            .ok_or(Refused::NotFound)?;
        poll(self, &source).await?;
        self.store.source(id).await?.ok_or(Refused::NotFound)
    }
}

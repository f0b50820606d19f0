//! Sources: feeds that Nabat polls.

use nabat_crisis::id::SourceId;
use nabat_crisis::person::Actor;
use nabat_crisis::source::{Source, SourceKind};
use nabat_store::SourceDraft;

use crate::news::News;
use crate::{App, Refused, Result};

/// Time between polls unless people say otherwise, in minutes.
const POLL_MINUTES_DEFAULT: u32 = 10;
/// A feed silent for a day raises an alarm unless people say otherwise.
const SILENCE_MINUTES_DEFAULT: u32 = 24 * 60;
/// Most minutes of either setting: four weeks.
const MINUTES_MAX: u32 = 28 * 24 * 60;
/// Longest web address, in bytes; browsers and servers agree on about this.
const URL_BYTES_MAX: usize = 2_048;

/// A feed as people write it; what is `None` has a default, or stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// What people call it.
    pub name: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Minutes between polls.
    pub poll_minutes: Option<u32>,
    /// Minutes of silence that raise an alarm; `Some(None)` for a feed that may be silent.
    pub silence_minutes: Option<Option<u32>>,
    /// Whether it is switched off.
    pub paused: Option<bool>,
}

/// An http or https address with a host, as it will be asked.
pub(crate) fn checked_url(text: &str) -> Result<String> {
    let text = text.trim();
    let url = url::Url::parse(text).map_err(|_| Refused::BadUrl)?;
    let web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some_and(|host| !host.is_empty());
    if !web || text.len() > URL_BYTES_MAX {
        return Err(Refused::BadUrl);
    }
    Ok(url.into())
}

fn minutes(asked: u32, field: &'static str) -> Result<u32> {
    if (1..=MINUTES_MAX).contains(&asked) { Ok(asked) } else { Err(Refused::BadValue(field)) }
}

fn named(name: Option<&str>, url: &str) -> Result<String> {
    let name = name.map(str::trim).filter(|name| !name.is_empty()).map_or_else(
        || url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default(),
        str::to_owned,
    );
    let fits = (1..=120).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    if fits { Ok(name) } else { Err(Refused::BadValue("name")) }
}

impl App {
    /// Adds a feed; it is polled at once.
    ///
    /// # Errors
    /// [`Refused::BadUrl`], [`Refused::BadValue`].
    pub async fn add_feed(&self, draft: Draft, by: Actor) -> Result<Source> {
        let url = checked_url(draft.url.as_deref().unwrap_or_default())?;
        let draft = SourceDraft {
            kind: SourceKind::Feed,
            name: named(draft.name.as_deref(), &url)?,
            poll_minutes: minutes(draft.poll_minutes.unwrap_or(POLL_MINUTES_DEFAULT), "poll_minutes")?,
            silence_minutes: match draft.silence_minutes {
                Some(silence) => silence.map(|silence| minutes(silence, "silence_minutes")).transpose()?,
                None => Some(SILENCE_MINUTES_DEFAULT),
            },
            url: Some(url),
        };
        let source = self.store.create_source(draft, by, self.clock.now()).await?;
        self.source_changed(source.id);
        Ok(source)
    }

    /// Changes a feed, or switches it off and on.
    ///
    /// # Errors
    /// [`Refused::NotFound`], [`Refused::BadUrl`], [`Refused::BadValue`].
    pub async fn change_source(&self, id: SourceId, draft: Draft, by: Actor) -> Result<Source> {
        let old = self.store.source(id).await?.ok_or(Refused::NotFound)?;
        let url = match &draft.url {
            Some(url) if old.kind == SourceKind::Feed => Some(checked_url(url)?),
            _ => old.url.clone(),
        };
        let next = SourceDraft {
            kind: old.kind,
            name: draft
                .name
                .as_deref()
                .map_or(Ok(old.name), |name| named(Some(name), url.as_deref().unwrap_or_default()))?,
            poll_minutes: draft
                .poll_minutes
                .map_or(Ok(old.poll_minutes), |asked| minutes(asked, "poll_minutes"))?,
            silence_minutes: match draft.silence_minutes {
                Some(silence) => silence.map(|silence| minutes(silence, "silence_minutes")).transpose()?,
                None => old.silence_minutes,
            },
            url,
        };
        let mut source =
            self.store.update_source(id, next, by, self.clock.now()).await?.ok_or(Refused::NotFound)?;
        if let Some(paused) = draft.paused {
            source =
                self.store.pause_source(id, paused, by, self.clock.now()).await?.ok_or(Refused::NotFound)?;
        }
        self.source_changed(id);
        Ok(source)
    }

    /// The source that all files, or all of the simulator's posts, are counted under; made at first use.
    ///
    /// # Errors
    /// When the store cannot be written.
    pub async fn built_in_source(&self, kind: SourceKind, name: &str) -> Result<Source> {
        if let Some(source) = self.store.sources().await?.into_iter().find(|source| source.kind == kind) {
            return Ok(source);
        }
        let draft = SourceDraft {
            kind,
            name: name.to_owned(),
            url: None,
            poll_minutes: POLL_MINUTES_DEFAULT,
            silence_minutes: None,
        };
        Ok(self.store.create_source(draft, Actor::Nabat, self.clock.now()).await?)
    }

    /// Spans of time of which a source gave nothing, newest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn gaps(&self, id: SourceId, limit: usize) -> Result<Vec<nabat_store::Gap>> {
        Ok(self.store.gaps(id, limit).await?)
    }

    fn source_changed(&self, id: SourceId) {
        self.news.tell(News::Source(id));
        self.wake.notify_waiters();
    }
}

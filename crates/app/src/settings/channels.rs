//! Channels: where alerts go besides the browser.

use nabat_connectors::channels::webhook;
use nabat_crisis::alert::{AlertReason, AlertSubject, NewAlert};
use nabat_crisis::id::ChannelId;
use nabat_crisis::person::Actor;
use nabat_store::{Channel, ChannelDraft, Secret};

use super::sign_in::checked_name;
use crate::before::add_source::checked_url;
use crate::{App, Refused, Result};

/// What changes about a webhook; what is `None` stays.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// What people call it.
    pub name: Option<String>,
    /// Where it goes.
    pub url: Option<String>,
    /// Whether it is switched on.
    pub enabled: Option<bool>,
}

impl App {
    /// Adds a webhook; its signing secret is shown this once.
    ///
    /// # Errors
    /// [`Refused::BadUrl`], [`Refused::BadValue`].
    pub async fn add_webhook(&self, name: &str, url: &str, by: Actor) -> Result<(Channel, Secret)> {
        let secret = Secret::new(
            webhook::new_secret()
                .map_err(|error| anyhow::anyhow!("failed to get random bytes from the system: {error}"))?,
        );
        let draft = ChannelDraft {
            name: checked_name(name)?,
            url: checked_url(url)?,
            secret: Some(secret.clone()),
            enabled: true,
        };
        Ok((self.store.create_channel(draft, by, self.clock.now()).await?, secret))
    }

    /// Changes a webhook.
    ///
    /// # Errors
    /// [`Refused::NotFound`], [`Refused::BadUrl`], [`Refused::BadValue`].
    pub async fn change_webhook(&self, id: ChannelId, change: Change, by: Actor) -> Result<Channel> {
        let old = self.store.channel(id).await?.ok_or(Refused::NotFound)?;
        let draft = ChannelDraft {
            name: change.name.as_deref().map_or(Ok(old.name), checked_name)?,
            url: change.url.as_deref().map_or(Ok(old.url), checked_url)?,
            secret: None,
            enabled: change.enabled.unwrap_or(old.enabled),
        };
        self.store.update_channel(id, draft, by, self.clock.now()).await?.ok_or(Refused::NotFound)
    }

    /// Puts a test message for one webhook into the outbox.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub async fn test_webhook(&self, id: ChannelId) -> Result<()> {
        self.store.channel(id).await?.ok_or(Refused::NotFound)?;
        let at = self.clock.now();
        // The machine's time makes the key new: in a driven world two tests may fall on the same instant.
        let key = format!("test:{id}:{}", crate::Clock::machine().now());
        let alert = NewAlert { subject: AlertSubject::Channel, reason: AlertReason::Test, at, key };
        self.store.put_alert(alert, Some(id)).await?;
        self.wake.notify_waiters();
        Ok(())
    }
}

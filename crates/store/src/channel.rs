//! Channels to our own people: webhooks. The browser is built in and has no row.

use jiff::Timestamp;
use nabat_crisis::id::ChannelId;
use nabat_crisis::person::Actor;

use crate::audit;
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{Secret, ns, time};

/// A webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its number.
    pub id: ChannelId,
    /// What people call it.
    pub name: String,
    /// Where alerts are sent.
    pub url: String,
    /// What they are signed with.
    pub secret: Secret,
    /// Whether it is switched on.
    pub enabled: bool,
    /// When it was added.
    pub created_at: Timestamp,
}

/// What people say of a webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelDraft {
    /// What to call it.
    pub name: String,
    /// Where to send alerts.
    pub url: String,
    /// What to sign them with; `None` keeps what is stored, a new channel needs one.
    pub secret: Option<Secret>,
    /// Whether it is switched on.
    pub enabled: bool,
}

impl Store {
    /// Adds a webhook.
    ///
    /// # Errors
    /// [`StoreError::Missing`] without a secret, [`StoreError::DiskFull`], engine failures.
    pub async fn create_channel(
        &self,
        draft: ChannelDraft,
        by: Actor,
        at: Timestamp,
    ) -> Result<Channel, StoreError> {
        self.write(move |tx| {
            let secret =
                draft.secret.as_ref().ok_or(StoreError::Missing { what: "secret of channel", id: 0 })?;
            let sql =
                "INSERT INTO channel (name, url, secret, enabled, created_at) VALUES (?1, ?2, ?3, ?4, ?5)";
            let id =
                tx.insert(sql, params![draft.name, draft.url, secret.reveal(), draft.enabled, ns(at)])?;
            audit::note(tx, (by, at), "channel.create", id, "")?;
            find(tx, ChannelId(id))?.ok_or(StoreError::Missing { what: "channel", id })
        })
        .await
    }

    /// Changes a webhook. `None` when there is no such channel.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn update_channel(
        &self,
        id: ChannelId,
        draft: ChannelDraft,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Channel>, StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE channel SET name = ?2, url = ?3, secret = coalesce(?4, secret), enabled = ?5 WHERE id = ?1";
            let secret = draft.secret.as_ref().map(Secret::reveal);
            if tx.run(sql, params![id.0, draft.name, draft.url, secret, draft.enabled])? > 0 {
                let detail = if secret.is_some() { "secret" } else { "" };
                audit::note(tx, (by, at), "channel.update", id.0, detail)?;
            }
            find(tx, id)
        })
        .await
    }

    /// A webhook by its number.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn channel(&self, id: ChannelId) -> Result<Option<Channel>, StoreError> {
        self.read(move |tx| find(tx, id)).await
    }

    /// All webhooks, by number.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn channels(&self) -> Result<Vec<Channel>, StoreError> {
        self.read(|tx| tx.all(&format!("SELECT {COLUMNS} FROM channel ORDER BY id"), [], read)).await
    }
}

const COLUMNS: &str = "id, name, url, secret, enabled, created_at";

fn read(row: &Row<'_>) -> Result<Channel, StoreError> {
    Ok(Channel {
        id: ChannelId(row.get(0)?),
        name: row.get(1)?,
        url: row.get(2)?,
        secret: Secret::new(row.get(3)?),
        enabled: row.get(4)?,
        created_at: time(row.get(5)?),
    })
}

/// A webhook by its number.
pub(crate) fn find(tx: &Tx<'_>, id: ChannelId) -> Result<Option<Channel>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM channel WHERE id = ?1"), [id.0], read)
}

//! The outbox: alerts to our own people, and how each reached each channel, attempt by attempt.
//!
//! Wanted: a decided alert goes out at least once, and is put into the outbox once however often it is decided.
//! Design: an alert has a key that may exist once; with it comes a delivery for each webhook that is switched on. The browser has
//! no deliveries: it reads the alerts after the last one it saw.

use jiff::Timestamp;
use nabat_crisis::alert::{Alert, AlertReason, AlertSubject, DeliveryState, NewAlert};
use nabat_crisis::id::{AlertId, ChannelId, IncidentId, SourceId};
use nabat_crisis::source::SourceTrouble;

use crate::channel::{self, Channel};
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::page::{PAGE_MAX, Page, bounded, read_one, rows};
use crate::stored::{broken, named, ns, ns_opt, small, time, time_opt};

/// Longest detail kept of an attempt, in characters: what a server answered may be a whole page.
const DETAIL_CHARS_MAX: usize = 500;

/// An alert on its way to one channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeliveryId(pub i64);

/// A delivery whose time has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDelivery {
    /// Its number.
    pub id: DeliveryId,
    /// What to deliver.
    pub alert: Alert,
    /// Where.
    pub channel: Channel,
    /// Attempts so far.
    pub n_attempts: u32,
}

/// One attempt to deliver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// When.
    pub at: Timestamp,
    /// Whether the channel took it.
    pub delivered: bool,
    /// What the other side answered, as an HTTP status.
    pub status: Option<u16>,
    /// What happened, for people; at most 500 characters are kept.
    pub detail: String,
}

/// How an alert to one channel is doing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Its number.
    pub id: DeliveryId,
    /// What is delivered.
    pub alert: Alert,
    /// Where.
    pub channel: ChannelId,
    /// How it is doing.
    pub state: DeliveryState,
    /// When the next attempt is due.
    pub next_at: Option<Timestamp>,
    /// Every attempt, oldest first.
    pub attempts: Vec<Attempt>,
}

impl Store {
    /// Puts an alert into the outbox, for all webhooks that are switched on or for one channel only, such as a test.
    /// `None` when its key is there already.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn put_alert(
        &self,
        alert: NewAlert,
        only: Option<ChannelId>,
    ) -> Result<Option<AlertId>, StoreError> {
        self.write(move |tx| put(tx, &alert, only)).await
    }

    /// Alerts after one, or from the first, in order.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn alerts_after(&self, after: Option<AlertId>, limit: usize) -> Result<Vec<Alert>, StoreError> {
        let (after, limit) = (after.map_or(0, |id| id.0), rows(bounded(limit, PAGE_MAX)));
        self.read(move |tx| {
            let sql = format!("SELECT {COLUMNS} FROM alert a WHERE a.id > ?1 ORDER BY a.id LIMIT ?2");
            tx.all(&sql, [after, limit], |row| read(row, 0))
        })
        .await
    }

    /// The newest alert's number.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn latest_alert(&self) -> Result<Option<AlertId>, StoreError> {
        self.read(|tx| {
            Ok(tx.one("SELECT max(id) FROM alert", [], |row| Ok(row.get(0)?))?.flatten().map(AlertId))
        })
        .await
    }

    /// An alert by its number.
    ///
    /// # Errors
    /// As [`Store::alerts_after`].
    pub async fn alert(&self, id: AlertId) -> Result<Option<Alert>, StoreError> {
        self.read(move |tx| {
            tx.one(&format!("SELECT {COLUMNS} FROM alert a WHERE a.id = ?1"), [id.0], |row| read(row, 0))
        })
        .await
    }

    /// Deliveries whose time has come, the longest waiting first. Those of channels that are switched off wait on.
    ///
    /// # Errors
    /// As [`Store::alerts_after`].
    pub async fn due_deliveries(&self, now: Timestamp, limit: usize) -> Result<Vec<DueDelivery>, StoreError> {
        let limit = rows(bounded(limit, PAGE_MAX));
        self.read(move |tx| {
            let sql = format!(
                "SELECT d.id, d.channel, d.n_attempts, {COLUMNS} FROM delivery d JOIN alert a ON a.id = d.alert \
                 JOIN channel c ON c.id = d.channel WHERE d.next_at <= ?1 AND c.enabled = 1 ORDER BY d.next_at, d.id LIMIT ?2"
            );
            let found = tx.all(&sql, [ns(now), limit], |row| {
                Ok((DeliveryId(row.get(0)?), ChannelId(row.get(1)?), small(row.get(2)?), read(row, 3)?))
            })?;
            let mut due = Vec::with_capacity(found.len());
            for (id, channel, n_attempts, alert) in found {
                let channel = channel::find(tx, channel)?.ok_or_else(|| broken("a delivery has no channel"))?;
                due.push(DueDelivery { id, alert, channel, n_attempts });
            }
            Ok(due)
        })
        .await
    }

    /// Notes an attempt. A failed one is tried again at `next_at`; without that the delivery has failed. Its state then.
    ///
    /// # Errors
    /// [`StoreError::Missing`], engine failures.
    pub async fn record_attempt(
        &self,
        id: DeliveryId,
        attempt: Attempt,
        next_at: Option<Timestamp>,
    ) -> Result<DeliveryState, StoreError> {
        self.write(move |tx| {
            let state = match (attempt.delivered, next_at) {
                (true, _) => DeliveryState::Delivered,
                (false, Some(_)) => DeliveryState::Waiting,
                (false, None) => DeliveryState::Failed,
            };
            let next_at = ns_opt(next_at.filter(|_| state == DeliveryState::Waiting));
            let sql =
                "UPDATE delivery SET state = ?2, n_attempts = n_attempts + 1, next_at = ?3 WHERE id = ?1";
            if tx.run(sql, params![id.0, state.name(), next_at])? == 0 {
                return Err(StoreError::Missing { what: "delivery", id: id.0 });
            }
            insert_attempt(tx, id, &attempt)?;
            Ok(state)
        })
        .await
    }

    /// The delivery log, newest first, with every attempt.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`], otherwise as [`Store::alerts_after`].
    pub async fn deliveries(
        &self,
        channel: Option<ChannelId>,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<Delivery>, StoreError> {
        let limit = bounded(limit, PAGE_MAX);
        let before = read_one(cursor.as_deref())?.unwrap_or(i64::MAX);
        self.read(move |tx| {
            let sql = format!(
                "SELECT d.id, d.channel, d.state, d.next_at, {COLUMNS} FROM delivery d JOIN alert a ON a.id = d.alert \
                 WHERE d.id < ?1 AND (?2 IS NULL OR d.channel = ?2) ORDER BY d.id DESC LIMIT ?3"
            );
            let channel = channel.map(|id| id.0);
            let mut found = tx.all(&sql, params![before, channel, rows(limit + 1)], |row| {
                Ok(Delivery {
                    id: DeliveryId(row.get(0)?),
                    channel: ChannelId(row.get(1)?),
                    state: named("state of a delivery", &row.get::<_, String>(2)?, DeliveryState::from_name)?,
                    next_at: time_opt(row.get(3)?),
                    alert: read(row, 4)?,
                    attempts: Vec::new(),
                })
            })?;
            for delivery in &mut found {
                delivery.attempts = attempts(tx, delivery.id)?;
            }
            Ok(Page::cut(found, limit, |last| last.id.0.to_string()))
        })
        .await
    }
}

/// Puts an alert into the outbox with its deliveries, unless its key is there.
pub(crate) fn put(
    tx: &Tx<'_>,
    alert: &NewAlert,
    only: Option<ChannelId>,
) -> Result<Option<AlertId>, StoreError> {
    let (subject, id, trouble) = match alert.subject {
        AlertSubject::Incident(id) => ("incident", Some(id.0), None),
        AlertSubject::Source(id, trouble) => ("source", Some(id.0), Some(trouble.name())),
        AlertSubject::Channel => ("channel", None, None),
    };
    let known = tx.one("SELECT 1 FROM alert WHERE key = ?1", [&alert.key], |_| Ok(()))?;
    if known.is_some() {
        return Ok(None);
    }
    let sql =
        "INSERT INTO alert (subject, subject_id, trouble, reason, at, key) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let reason = alert.reason.name();
    let alert_id = tx.insert(sql, params![subject, id, trouble, reason, ns(alert.at), alert.key])?;
    let deliveries = "INSERT INTO delivery (alert, channel, state, next_at) SELECT ?1, id, ?3, ?2 FROM channel \
                      WHERE CASE WHEN ?4 IS NULL THEN enabled = 1 ELSE id = ?4 END ORDER BY id";
    let (waiting, only) = (DeliveryState::Waiting.name(), only.map(|id| id.0));
    tx.run(deliveries, params![alert_id, ns(alert.at), waiting, only])?;
    Ok(Some(AlertId(alert_id)))
}

const COLUMNS: &str = "a.id, a.subject, a.subject_id, a.trouble, a.reason, a.at, a.key";

fn read(row: &Row<'_>, first: usize) -> Result<Alert, StoreError> {
    let id = || Ok::<_, StoreError>(row.get::<_, i64>(first + 2)?);
    let subject = match row.get::<_, String>(first + 1)?.as_str() {
        "incident" => AlertSubject::Incident(IncidentId(id()?)),
        "source" => {
            let trouble: String = row.get(first + 3)?;
            let trouble = named("trouble of a source", &trouble, SourceTrouble::from_name)?;
            AlertSubject::Source(SourceId(id()?), trouble)
        }
        "channel" => AlertSubject::Channel,
        _ => return Err(broken("an alert is about something unknown")),
    };
    Ok(Alert {
        id: AlertId(row.get(first)?),
        said: NewAlert {
            subject,
            reason: named("reason to tell", &row.get::<_, String>(first + 4)?, AlertReason::from_name)?,
            at: time(row.get(first + 5)?),
            key: row.get(first + 6)?,
        },
    })
}

fn insert_attempt(tx: &Tx<'_>, id: DeliveryId, attempt: &Attempt) -> Result<(), StoreError> {
    let detail: String = attempt.detail.chars().take(DETAIL_CHARS_MAX).collect();
    let sql = "INSERT INTO attempt (delivery, at, delivered, status, detail) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.run(sql, params![id.0, ns(attempt.at), attempt.delivered, attempt.status, detail])?;
    Ok(())
}

fn attempts(tx: &Tx<'_>, id: DeliveryId) -> Result<Vec<Attempt>, StoreError> {
    let sql = "SELECT at, delivered, status, detail FROM attempt WHERE delivery = ?1 ORDER BY id";
    tx.all(sql, [id.0], |row| {
        Ok(Attempt {
            at: time(row.get(0)?),
            delivered: row.get(1)?,
            status: row.get(2)?,
            detail: row.get(3)?,
        })
    })
}

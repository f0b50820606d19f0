//! Sources: where posts come from, how each is doing, and where to go on reading.

use jiff::Timestamp;
use nabat_crisis::alert::NewAlert;
use nabat_crisis::id::{AlertId, SourceId};
use nabat_crisis::network::Network;
use nabat_crisis::person::Actor;
use nabat_crisis::source::{Source, SourceHealth, SourceKind};

use crate::commit::{Batch, Committed};
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::page::{PAGE_MAX, bounded, rows};
use crate::stored::{count, named, network, ns, ns_opt, signed, small, time, time_opt};
use crate::{alert, audit};

/// What people say of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceDraft {
    /// What it is.
    pub kind: SourceKind,
    /// What to call it.
    pub name: String,
    /// Address of a feed.
    pub url: Option<String>,
    /// Shortest time between two polls, in minutes.
    pub poll_minutes: u32,
    /// Silence longer than this raises an alarm, in minutes.
    pub silence_minutes: Option<u32>,
}

/// A poll that brought no batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Poll {
    /// When the source was asked.
    pub at: Timestamp,
    /// When it is asked next.
    pub next_at: Option<Timestamp>,
    /// What went wrong, for people; `None` when it answered.
    pub error: Option<String>,
    /// Where to go on reading; `None` keeps what is stored.
    pub cursor: Option<String>,
}

/// A span of which a source gave nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Where.
    pub network: Network,
    /// First instant not covered.
    pub from: Timestamp,
    /// First instant covered again.
    pub until: Timestamp,
    /// Why, in the source's words.
    pub reason: String,
}

impl Store {
    /// Adds a source.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn create_source(
        &self,
        draft: SourceDraft,
        by: Actor,
        at: Timestamp,
    ) -> Result<Source, StoreError> {
        self.write(move |tx| {
            let id = SourceId(insert(tx, &draft, at)?);
            audit::note(tx, (by, at), "source.create", id.0, "")?;
            find(tx, id)?.ok_or(missing(id))
        })
        .await
    }

    /// Changes a source. `None` when there is no such source.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn update_source(
        &self,
        id: SourceId,
        draft: SourceDraft,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Source>, StoreError> {
        self.write(move |tx| {
            if update(tx, id, &draft)? {
                audit::note(tx, (by, at), "source.update", id.0, "")?;
            }
            find(tx, id)
        })
        .await
    }

    /// Switches a source off or on. `None` when there is no such source.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn pause_source(
        &self,
        id: SourceId,
        paused: bool,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Source>, StoreError> {
        self.write(move |tx| {
            if tx.run("UPDATE source SET paused = ?2 WHERE id = ?1", params![id.0, paused])? > 0 {
                let what = if paused { "source.pause" } else { "source.resume" };
                audit::note(tx, (by, at), what, id.0, "")?;
            }
            find(tx, id)
        })
        .await
    }

    /// A source with its health.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the row cannot be read, engine failures.
    pub async fn source(&self, id: SourceId) -> Result<Option<Source>, StoreError> {
        self.read(move |tx| find(tx, id)).await
    }

    /// All sources with their health, by number.
    ///
    /// # Errors
    /// As [`Store::source`].
    pub async fn sources(&self) -> Result<Vec<Source>, StoreError> {
        self.read(|tx| tx.all(&format!("SELECT {COLUMNS} FROM source ORDER BY id"), [], read)).await
    }

    /// Where to go on reading a source, as its last batch or poll said.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn source_cursor(&self, id: SourceId) -> Result<Option<String>, StoreError> {
        self.read(move |tx| {
            Ok(tx.one("SELECT cursor FROM source WHERE id = ?1", [id.0], |row| Ok(row.get(0)?))?.flatten())
        })
        .await
    }

    /// Notes a poll that brought no batch: nothing new, or a failure.
    ///
    /// # Errors
    /// [`StoreError::Missing`] for an unknown source, engine failures.
    pub async fn note_poll(&self, id: SourceId, poll: Poll) -> Result<(), StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE source SET last_poll_at = ?2, next_poll_at = ?3, last_error = ?4, \
                       n_failures = CASE WHEN ?4 IS NULL THEN 0 ELSE n_failures + 1 END, \
                       cursor = coalesce(?5, cursor) WHERE id = ?1";
            let changed =
                tx.run(sql, params![id.0, ns(poll.at), ns_opt(poll.next_at), poll.error, poll.cursor])?;
            if changed == 0 { Err(missing(id)) } else { Ok(()) }
        })
        .await
    }

    /// Raises the alarm of a source and tells people. `None` when an alarm stands already.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn raise_alarm(&self, id: SourceId, alert: NewAlert) -> Result<Option<AlertId>, StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE source SET alarm_since = ?2 WHERE id = ?1 AND alarm_since IS NULL";
            if tx.run(sql, [id.0, ns(alert.at)])? == 0 {
                return Ok(None);
            }
            alert::put(tx, &alert, None)
        })
        .await
    }

    /// Ends the alarm of a source, and tells people if there is something to tell. Whether one stood.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn clear_alarm(&self, id: SourceId, alert: Option<NewAlert>) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE source SET alarm_since = NULL WHERE id = ?1 AND alarm_since IS NOT NULL";
            let stood = tx.run(sql, [id.0])? > 0;
            if let Some(alert) = alert.filter(|_| stood) {
                alert::put(tx, &alert, None)?;
            }
            Ok(stood)
        })
        .await
    }

    /// Spans without coverage a source told of, newest first.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn gaps(&self, id: SourceId, limit: usize) -> Result<Vec<Gap>, StoreError> {
        let limit = rows(bounded(limit, PAGE_MAX));
        self.read(move |tx| {
            let sql =
                "SELECT network, from_at, until_at, reason FROM gap WHERE source = ?1 ORDER BY id DESC LIMIT ?2";
            tx.all(sql, [id.0, limit], |row| {
                Ok(Gap {
                    network: network(&row.get::<_, String>(0)?)?,
                    from: time(row.get(1)?),
                    until: time(row.get(2)?),
                    reason: row.get(3)?,
                })
            })
        })
        .await
    }

    /// How many followed an account at each count in `from..until`, by time.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn audience(
        &self,
        network: Network,
        account: String,
        from: Timestamp,
        until: Timestamp,
    ) -> Result<Vec<(Timestamp, u64)>, StoreError> {
        self.read(move |tx| {
            let sql = "SELECT at, followers FROM audience \
                       WHERE network = ?1 AND account = ?2 AND at >= ?3 AND at < ?4 ORDER BY at";
            let span = params![network.as_str(), account, ns(from), ns(until)];
            tx.all(sql, span, |row| Ok((time(row.get(0)?), count(row.get(1)?))))
        })
        .await
    }
}

/// Notes what a batch says of its source's health.
pub(crate) fn note_batch(
    tx: &Tx<'_>,
    batch: &Batch,
    newest: Option<Timestamp>,
    n_accepted: u64,
    committed: &Committed,
) -> Result<(), StoreError> {
    let lag_seconds = newest.map(|at| batch.received_at.as_second().saturating_sub(at.as_second()));
    let n_matched = committed.n_new + committed.n_revised + committed.n_updated;
    let n_refused: u64 = batch.n_refused.values().sum();
    let sql = "UPDATE source SET cursor = coalesce(?2, cursor), \
               last_new_at = CASE WHEN ?3 > 0 OR ?4 > coalesce(last_item_at, ?4 - 1) THEN ?5 ELSE last_new_at END, \
               lag_seconds = CASE WHEN ?4 >= coalesce(last_item_at, ?4) THEN ?6 ELSE lag_seconds END, \
               last_item_at = CASE WHEN ?4 > coalesce(last_item_at, ?4 - 1) THEN ?4 ELSE last_item_at END, \
               n_accepted = n_accepted + ?7, n_matched = n_matched + ?8, n_repeated = n_repeated + ?9, \
               n_refused = n_refused + ?10 WHERE id = ?1";
    let changed = tx.run(
        sql,
        params![
            batch.source.0,
            batch.cursor,
            signed(committed.n_new),
            ns_opt(newest),
            ns(batch.received_at),
            lag_seconds,
            signed(n_accepted),
            signed(n_matched),
            signed(committed.n_repeated),
            signed(n_refused),
        ],
    )?;
    if changed == 0 {
        return Err(missing(batch.source));
    }
    if let Some(next) = batch.next_poll_at {
        let sql = "UPDATE source SET last_poll_at = ?2, next_poll_at = ?3, n_failures = 0, last_error = NULL WHERE id = ?1";
        tx.run(sql, [batch.source.0, ns(batch.received_at), ns(next)])?;
    }
    Ok(())
}

const COLUMNS: &str = "id, kind, name, url, poll_minutes, silence_minutes, paused, created_at, last_item_at, last_new_at, \
                       lag_seconds, n_accepted, n_matched, n_repeated, n_refused, last_poll_at, next_poll_at, n_failures, \
                       last_error, alarm_since";

fn read(row: &Row<'_>) -> Result<Source, StoreError> {
    Ok(Source {
        id: SourceId(row.get(0)?),
        kind: named("kind of source", &row.get::<_, String>(1)?, SourceKind::from_name)?,
        name: row.get(2)?,
        url: row.get(3)?,
        poll_minutes: small(row.get(4)?),
        silence_minutes: row.get::<_, Option<i64>>(5)?.map(small),
        paused: row.get(6)?,
        created_at: time(row.get(7)?),
        health: SourceHealth {
            last_item_at: time_opt(row.get(8)?),
            last_new_at: time_opt(row.get(9)?),
            lag_seconds: row.get(10)?,
            n_accepted: count(row.get(11)?),
            n_matched: count(row.get(12)?),
            n_repeated: count(row.get(13)?),
            n_refused: count(row.get(14)?),
            last_poll_at: time_opt(row.get(15)?),
            next_poll_at: time_opt(row.get(16)?),
            n_failures: small(row.get(17)?),
            last_error: row.get(18)?,
            alarm_since: time_opt(row.get(19)?),
        },
    })
}

fn missing(id: SourceId) -> StoreError {
    StoreError::Missing { what: "source", id: id.0 }
}

fn find(tx: &Tx<'_>, id: SourceId) -> Result<Option<Source>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM source WHERE id = ?1"), [id.0], read)
}

fn insert(tx: &Tx<'_>, draft: &SourceDraft, at: Timestamp) -> Result<i64, StoreError> {
    let sql = "INSERT INTO source (kind, name, url, poll_minutes, silence_minutes, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let kind = draft.kind.name();
    tx.insert(sql, params![kind, draft.name, draft.url, draft.poll_minutes, draft.silence_minutes, ns(at)])
}

fn update(tx: &Tx<'_>, id: SourceId, draft: &SourceDraft) -> Result<bool, StoreError> {
    let sql = "UPDATE source SET kind = ?2, name = ?3, url = ?4, poll_minutes = ?5, silence_minutes = ?6 WHERE id = ?1";
    let kind = draft.kind.name();
    let changed =
        tx.run(sql, params![id.0, kind, draft.name, draft.url, draft.poll_minutes, draft.silence_minutes])?;
    Ok(changed > 0)
}

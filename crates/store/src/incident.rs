//! Incidents: what the team works on, each with a timeline of everything that only grows.

use nabat_crisis::alert::NewAlert;
use nabat_crisis::during::incident::{Incident, IncidentStatus, TimelineEntry};
use nabat_crisis::id::{AlertId, IncidentId, PersonId, TopicId};

use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::page::{PAGE_MAX, Page, bounded, read_one, rows};
use crate::stored::{actor, count, named, ns, ns_opt, person, signed, small, time, time_opt};
use crate::{alert, fault, step};

/// Which incidents.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IncidentFilter {
    /// Only open ones, or only closed ones.
    pub open: Option<bool>,
    /// Of this topic.
    pub topic: Option<TopicId>,
}

impl Store {
    /// An incident by its number.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the row cannot be read, engine failures.
    pub async fn incident(&self, id: IncidentId) -> Result<Option<Incident>, StoreError> {
        self.read(move |tx| find(tx, id)).await
    }

    /// Incidents, newest first.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`], otherwise as [`Store::incident`].
    pub async fn incidents(
        &self,
        filter: IncidentFilter,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<Incident>, StoreError> {
        let limit = bounded(limit, PAGE_MAX);
        let before = read_one(cursor.as_deref())?.unwrap_or(i64::MAX);
        self.read(move |tx| {
            let sql = format!(
                "SELECT {COLUMNS} FROM incident WHERE id < ?1 AND (?2 IS NULL OR topic = ?2) \
                 AND (?3 IS NULL OR (closed_at IS NULL) = ?3) ORDER BY id DESC LIMIT ?4"
            );
            let topic = filter.topic.map(|id| id.0);
            let found = tx.all(&sql, params![before, topic, filter.open, rows(limit + 1)], read)?;
            Ok(Page::cut(found, limit, |last| last.id.to_string()))
        })
        .await
    }

    /// All open incidents, newest first.
    ///
    /// # Errors
    /// As [`Store::incident`].
    pub async fn open_incidents(&self) -> Result<Vec<Incident>, StoreError> {
        self.read(|tx| {
            let sql = format!("SELECT {COLUMNS} FROM incident WHERE closed_at IS NULL ORDER BY id DESC");
            tx.all(&sql, [], read)
        })
        .await
    }

    /// The open incident of a topic that the next signal may join: the one with the latest signal.
    ///
    /// # Errors
    /// As [`Store::incident`].
    pub async fn open_incident(&self, topic: TopicId) -> Result<Option<Incident>, StoreError> {
        self.read(move |tx| open_of(tx, topic)).await
    }

    /// Everything that happened in an incident, oldest first.
    ///
    /// # Errors
    /// As [`Store::incident`].
    pub async fn timeline(&self, id: IncidentId) -> Result<Vec<TimelineEntry>, StoreError> {
        self.read(move |tx| {
            let sql = "SELECT at, person, what FROM timeline WHERE incident = ?1 ORDER BY id";
            tx.all(sql, [id.0], |row| {
                Ok(TimelineEntry {
                    at: time(row.get(0)?),
                    by: actor(row.get(1)?),
                    what: step::read_happening(&row.get::<_, String>(2)?)?,
                })
            })
        })
        .await
    }

    /// Takes a person's step: the incident becomes `after`, the entry joins the timeline, people are told.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the stored incident is not `before` any more: somebody was faster.
    pub async fn step_incident(
        &self,
        before: Incident,
        after: Incident,
        entry: TimelineEntry,
        alerts: Vec<NewAlert>,
    ) -> Result<Vec<AlertId>, StoreError> {
        self.write(move |tx| {
            let id = before.id;
            let now = find(tx, id)?.ok_or(StoreError::Missing { what: "incident", id: id.0 })?;
            if now != before || after.id != id {
                return Err(StoreError::Conflict { what: "incident" });
            }
            replace(tx, &after)?;
            fault::point(fault::MID_TRANSACTION);
            insert_entry(tx, id, &entry)?;
            alerts.iter().filter_map(|alert| alert::put(tx, alert, None).transpose()).collect()
        })
        .await
    }

    /// Tells people about an incident again; `None` when this alert is in the outbox already.
    ///
    /// # Errors
    /// As [`Store::step_incident`].
    pub async fn tell_incident(
        &self,
        before: Incident,
        after: Incident,
        entry: TimelineEntry,
        alert: NewAlert,
    ) -> Result<Option<AlertId>, StoreError> {
        Ok(self.step_incident(before, after, entry, vec![alert]).await?.pop())
    }
}

const COLUMNS: &str =
    "id, topic, status, owner, opened_at, last_signal_at, covers_from, n_told, told_at, n_repeats, closed_at";

fn read(row: &Row<'_>) -> Result<Incident, StoreError> {
    Ok(Incident {
        id: IncidentId(row.get(0)?),
        topic: TopicId(row.get(1)?),
        status: named("state of an incident", &row.get::<_, String>(2)?, IncidentStatus::from_name)?,
        owner: row.get::<_, Option<i64>>(3)?.map(PersonId),
        opened_at: time(row.get(4)?),
        last_signal_at: time(row.get(5)?),
        from: time(row.get(6)?),
        n_told: count(row.get(7)?),
        told_at: time(row.get(8)?),
        n_repeats: small(row.get(9)?),
        closed_at: time_opt(row.get(10)?),
    })
}

/// An incident by its number.
pub(crate) fn find(tx: &Tx<'_>, id: IncidentId) -> Result<Option<Incident>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM incident WHERE id = ?1"), [id.0], read)
}

/// The open incident of a topic with the latest signal.
pub(crate) fn open_of(tx: &Tx<'_>, topic: TopicId) -> Result<Option<Incident>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM incident WHERE topic = ?1 AND closed_at IS NULL ORDER BY last_signal_at DESC, id DESC LIMIT 1"
    );
    tx.one(&sql, [topic.0], read)
}

/// Stores an incident; its number. The number it comes with does not count.
pub(crate) fn insert(tx: &Tx<'_>, new: &Incident) -> Result<IncidentId, StoreError> {
    let sql = "INSERT INTO incident (topic, status, owner, opened_at, last_signal_at, covers_from, n_told, told_at, n_repeats, \
               closed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    let id = tx.insert(
        sql,
        params![
            new.topic.0,
            new.status.name(),
            new.owner.map(|person| person.0),
            ns(new.opened_at),
            ns(new.last_signal_at),
            ns(new.from),
            signed(new.n_told),
            ns(new.told_at),
            new.n_repeats,
            ns_opt(new.closed_at),
        ],
    )?;
    Ok(IncidentId(id))
}

/// Puts an incident in the place of what stood under its number.
pub(crate) fn replace(tx: &Tx<'_>, new: &Incident) -> Result<(), StoreError> {
    let sql = "UPDATE incident SET status = ?2, owner = ?3, last_signal_at = ?4, covers_from = ?5, n_told = ?6, told_at = ?7, \
               n_repeats = ?8, closed_at = ?9 WHERE id = ?1";
    let changed = tx.run(
        sql,
        params![
            new.id.0,
            new.status.name(),
            new.owner.map(|person| person.0),
            ns(new.last_signal_at),
            ns(new.from),
            signed(new.n_told),
            ns(new.told_at),
            new.n_repeats,
            ns_opt(new.closed_at),
        ],
    )?;
    if changed == 0 { Err(StoreError::Missing { what: "incident", id: new.id.0 }) } else { Ok(()) }
}

/// Adds an entry to the timeline.
pub(crate) fn insert_entry(tx: &Tx<'_>, id: IncidentId, entry: &TimelineEntry) -> Result<(), StoreError> {
    let sql = "INSERT INTO timeline (incident, at, person, what) VALUES (?1, ?2, ?3, ?4)";
    tx.run(sql, params![id.0, ns(entry.at), person(entry.by), step::write_happening(&entry.what)?])?;
    Ok(())
}

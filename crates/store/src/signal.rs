//! Signals: what detectors said, each with its evidence and the incident it opened or joined.

use jiff::Timestamp;
use nabat_crisis::id::{IncidentId, SignalId, TopicId};
use nabat_crisis::signal::{NewSignal, Signal};

use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::page::{PAGE_MAX, Page, bounded, read_two, rows};
use crate::stored::{broken, ns, ns_opt, time};

/// A stored signal and its incident.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSignal {
    /// The signal.
    pub signal: Signal,
    /// The incident it opened or joined: no signal is without one.
    pub incident: IncidentId,
}

/// Which signals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SignalFilter {
    /// Of this topic.
    pub topic: Option<TopicId>,
    /// Of this incident.
    pub incident: Option<IncidentId>,
    /// Raised at or after.
    pub from: Option<Timestamp>,
    /// Raised before.
    pub until: Option<Timestamp>,
}

impl Store {
    /// A signal by its number.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the row cannot be read, engine failures.
    pub async fn signal(&self, id: SignalId) -> Result<Option<StoredSignal>, StoreError> {
        self.read(move |tx| tx.one(&format!("SELECT {COLUMNS} FROM signal WHERE id = ?1"), [id.0], read))
            .await
    }

    /// Signals of a topic raised since an instant, by time.
    ///
    /// # Errors
    /// As [`Store::signal`].
    pub async fn signals_since(
        &self,
        topic: TopicId,
        since: Timestamp,
    ) -> Result<Vec<StoredSignal>, StoreError> {
        self.read(move |tx| {
            let sql = format!("SELECT {COLUMNS} FROM signal WHERE topic = ?1 AND at >= ?2 ORDER BY at, id");
            tx.all(&sql, [topic.0, ns(since)], read)
        })
        .await
    }

    /// Signals, newest first.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`], otherwise as [`Store::signal`].
    pub async fn signals(
        &self,
        filter: SignalFilter,
        cursor: Option<String>,
        limit: usize,
    ) -> Result<Page<StoredSignal>, StoreError> {
        let limit = bounded(limit, PAGE_MAX);
        let (at, id) = read_two(cursor.as_deref())?.unwrap_or((i64::MAX, i64::MAX));
        self.read(move |tx| {
            let sql = format!(
                "SELECT {COLUMNS} FROM signal WHERE (at, id) < (?1, ?2) AND (?3 IS NULL OR topic = ?3) \
                 AND (?4 IS NULL OR incident = ?4) AND (?5 IS NULL OR at >= ?5) AND (?6 IS NULL OR at < ?6) \
                 ORDER BY at DESC, id DESC LIMIT ?7"
            );
            let (topic, incident) = (filter.topic.map(|id| id.0), filter.incident.map(|id| id.0));
            let (from, until) = (ns_opt(filter.from), ns_opt(filter.until));
            let found = tx.all(&sql, params![at, id, topic, incident, from, until, rows(limit + 1)], read)?;
            Ok(Page::cut(found, limit, |last| format!("{}.{}", ns(last.signal.said.at), last.signal.id)))
        })
        .await
    }
}

const COLUMNS: &str = "id, topic, at, evidence, incident";

fn read(row: &Row<'_>) -> Result<StoredSignal, StoreError> {
    let evidence: String = row.get(3)?;
    let said = NewSignal {
        topic: TopicId(row.get(1)?),
        at: time(row.get(2)?),
        evidence: serde_json::from_str(&evidence)
            .map_err(|_| broken("the evidence of a signal is not readable"))?,
    };
    Ok(StoredSignal { signal: Signal { id: SignalId(row.get(0)?), said }, incident: IncidentId(row.get(4)?) })
}

/// The stored signal of the same topic, detector and tick.
pub(crate) fn find_same(tx: &Tx<'_>, signal: &NewSignal) -> Result<Option<StoredSignal>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM signal WHERE topic = ?1 AND detector = ?2 AND at = ?3");
    tx.one(&sql, params![signal.topic.0, signal.evidence.detector(), ns(signal.at)], read)
}

/// Stores a signal.
pub(crate) fn insert(tx: &Tx<'_>, signal: &NewSignal, incident: IncidentId) -> Result<SignalId, StoreError> {
    let evidence = serde_json::to_string(&signal.evidence)
        .map_err(|_| broken("the evidence of a signal cannot be written as JSON"))?;
    let sql = "INSERT INTO signal (topic, detector, at, incident, evidence) VALUES (?1, ?2, ?3, ?4, ?5)";
    let (detector, at) = (signal.evidence.detector(), ns(signal.at));
    Ok(SignalId(tx.insert(sql, params![signal.topic.0, detector, at, incident.0, evidence])?))
}

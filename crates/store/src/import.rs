//! Imports: files read once, each with a report of what was taken and what was refused.

use std::collections::BTreeMap;

use jiff::Timestamp;
use nabat_crisis::id::{ImportId, SourceId};
use nabat_crisis::person::Actor;
use nabat_crisis::post::RefusalReason;

use crate::audit;
use crate::commit::{Batch, Committed, ImportProgress};
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::page::{PAGE_MAX, bounded, rows};
use crate::stored::{count, count_opt, named, ns, signed, signed_opt, time, time_opt};

/// A file that is about to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewImport {
    /// The source its posts come from.
    pub source: SourceId,
    /// Name of the file.
    pub name: String,
    /// Name of its format.
    pub format: String,
    /// Its size, if known.
    pub n_bytes: Option<u64>,
    /// Whether it is taken as history.
    pub quiet: bool,
}

/// Where an import stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportState {
    /// Being read, or cut off by a crash: then it goes on from `n_bytes_done`, or from the beginning, both are harmless.
    Running,
    /// Read to the end.
    Finished,
    /// Given up.
    Failed {
        /// Why, for people.
        why: String,
    },
}

/// An import and its report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Its number.
    pub id: ImportId,
    /// The source its posts come from.
    pub source: SourceId,
    /// Name of the file.
    pub name: String,
    /// Name of its format.
    pub format: String,
    /// Its size, if known.
    pub n_bytes: Option<u64>,
    /// Whether it is taken as history: no cases, no detection.
    pub quiet: bool,
    /// Bytes read and stored.
    pub n_bytes_done: u64,
    /// Where it stands.
    pub state: ImportState,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// Records taken.
    pub n_accepted: u64,
    /// Of these, records that were stored: new mentions, versions, happenings.
    pub n_matched: u64,
    /// Of these, records we had already.
    pub n_repeated: u64,
    /// Of these, records that matched no topic.
    pub n_unmatched: u64,
    /// Records refused, by reason.
    pub n_refused: BTreeMap<RefusalReason, u64>,
}

impl Store {
    /// Begins an import.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn start_import(&self, new: NewImport, by: Actor, at: Timestamp) -> Result<Import, StoreError> {
        self.write(move |tx| {
            let sql =
                "INSERT INTO import (source, name, format, n_bytes, started_at, quiet) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
            let n_bytes = signed_opt(new.n_bytes);
            let id = tx.insert(sql, params![new.source.0, new.name, new.format, n_bytes, ns(at), new.quiet])?;
            audit::note(tx, (by, at), "import.start", id, "")?;
            find(tx, ImportId(id))?.ok_or(missing(ImportId(id)))
        })
        .await
    }

    /// Notes the format that was found in the file.
    ///
    /// # Errors
    /// [`StoreError::Missing`], engine failures.
    pub async fn note_import_format(&self, id: ImportId, format: String) -> Result<(), StoreError> {
        self.write(move |tx| {
            let changed = tx.run("UPDATE import SET format = ?2 WHERE id = ?1", params![id.0, format])?;
            if changed == 0 { Err(missing(id)) } else { Ok(()) }
        })
        .await
    }

    /// Notes that a file was read to its end, when its last batch could not say so.
    ///
    /// # Errors
    /// [`StoreError::Missing`], engine failures.
    pub async fn finish_import(&self, id: ImportId, at: Timestamp) -> Result<(), StoreError> {
        self.write(move |tx| end(tx, id, at, None)).await
    }

    /// Notes that an import was given up, and why.
    ///
    /// # Errors
    /// [`StoreError::Missing`], engine failures.
    pub async fn fail_import(&self, id: ImportId, why: String, at: Timestamp) -> Result<(), StoreError> {
        self.write(move |tx| end(tx, id, at, Some(&why))).await
    }

    /// An import with its report.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn import(&self, id: ImportId) -> Result<Option<Import>, StoreError> {
        self.read(move |tx| find(tx, id)).await
    }

    /// Imports with their reports, newest first.
    ///
    /// # Errors
    /// As [`Store::import`].
    pub async fn imports(&self, limit: usize) -> Result<Vec<Import>, StoreError> {
        let limit = rows(bounded(limit, PAGE_MAX));
        self.read(move |tx| {
            let ids = "SELECT id FROM import ORDER BY id DESC LIMIT ?1";
            let ids = tx.all(ids, [limit], |row| Ok(ImportId(row.get(0)?)))?;
            ids.into_iter().filter_map(|id| find(tx, id).transpose()).collect()
        })
        .await
    }
}

/// Notes how far an import has come with a batch.
pub(crate) fn note_batch(
    tx: &Tx<'_>,
    batch: &Batch,
    progress: ImportProgress,
    n_accepted: u64,
    committed: &Committed,
) -> Result<(), StoreError> {
    let sql = "UPDATE import SET n_bytes_done = ?2, n_accepted = n_accepted + ?3, n_matched = n_matched + ?4, \
               n_repeated = n_repeated + ?5, n_unmatched = n_unmatched + ?6 WHERE id = ?1";
    let n_matched = committed.n_new + committed.n_revised + committed.n_updated;
    let counts = [progress.n_bytes_done, n_accepted, n_matched, committed.n_repeated, committed.n_unmatched];
    let [done, accepted, matched, repeated, unmatched] = counts.map(signed);
    if tx.run(sql, [progress.id.0, done, accepted, matched, repeated, unmatched])? == 0 {
        return Err(missing(progress.id));
    }
    for (reason, n) in &batch.n_refused {
        let sql = "INSERT INTO import_refused (import, reason, n) VALUES (?1, ?2, ?3) \
                   ON CONFLICT (import, reason) DO UPDATE SET n = n + excluded.n";
        tx.run(sql, params![progress.id.0, reason.name(), signed(*n)])?;
    }
    if progress.finished {
        end(tx, progress.id, batch.received_at, None)?;
    }
    Ok(())
}

fn end(tx: &Tx<'_>, id: ImportId, at: Timestamp, why: Option<&str>) -> Result<(), StoreError> {
    let sql = "UPDATE import SET ended_at = ?2, why_failed = ?3 WHERE id = ?1";
    let changed = tx.run(sql, params![id.0, ns(at), why])?;
    if changed == 0 { Err(missing(id)) } else { Ok(()) }
}

fn missing(id: ImportId) -> StoreError {
    StoreError::Missing { what: "import", id: id.0 }
}

fn find(tx: &Tx<'_>, id: ImportId) -> Result<Option<Import>, StoreError> {
    let sql = "SELECT id, source, name, format, n_bytes, n_bytes_done, started_at, ended_at, why_failed, n_accepted, \
               n_matched, n_repeated, n_unmatched, quiet FROM import WHERE id = ?1";
    let Some(import) = tx.one(sql, [id.0], read)? else { return Ok(None) };
    let refused = "SELECT reason, n FROM import_refused WHERE import = ?1";
    let refused = tx.all(refused, [id.0], |row| {
        let reason = named("reason to refuse", &row.get::<_, String>(0)?, RefusalReason::from_name)?;
        Ok((reason, count(row.get(1)?)))
    })?;
    Ok(Some(Import { n_refused: refused.into_iter().collect(), ..import }))
}

fn read(row: &Row<'_>) -> Result<Import, StoreError> {
    let ended_at = time_opt(row.get(7)?);
    let state = match (ended_at, row.get::<_, Option<String>>(8)?) {
        (None, _) => ImportState::Running,
        (Some(_), None) => ImportState::Finished,
        (Some(_), Some(why)) => ImportState::Failed { why },
    };
    Ok(Import {
        id: ImportId(row.get(0)?),
        source: SourceId(row.get(1)?),
        name: row.get(2)?,
        format: row.get(3)?,
        n_bytes: count_opt(row.get(4)?),
        n_bytes_done: count(row.get(5)?),
        state,
        started_at: time(row.get(6)?),
        ended_at,
        n_accepted: count(row.get(9)?),
        n_matched: count(row.get(10)?),
        n_repeated: count(row.get(11)?),
        n_unmatched: count(row.get(12)?),
        n_refused: BTreeMap::new(),
        quiet: row.get(13)?,
    })
}

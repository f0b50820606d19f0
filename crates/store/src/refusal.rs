//! Samples of refused records: enough to see what is wrong with a source or a file, too few to become a second store.

use jiff::Timestamp;
use nabat_crisis::id::{ImportId, SourceId};
use nabat_crisis::post::{REFUSAL_SAMPLE_CHARS_MAX, Refusal, RefusalReason};

use crate::commit::Batch;
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{count, named, ns, signed, time};

/// Samples kept of a source: the newest.
const OF_SOURCE_MAX: i64 = 50;
/// Samples kept of an import: the first.
const OF_IMPORT_MAX: i64 = 100;
/// Longest technical detail kept, in characters.
const DETAIL_CHARS_MAX: usize = 500;

/// A sample of a refused record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptRefusal {
    /// When it was refused.
    pub at: Timestamp,
    /// In which import.
    pub import: Option<ImportId>,
    /// What was refused, and why.
    pub refusal: Refusal,
}

impl Store {
    /// What was refused from a source outside of imports, newest first, at most 50.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when a row cannot be read, engine failures.
    pub async fn refusals(&self, source: SourceId) -> Result<Vec<KeptRefusal>, StoreError> {
        self.read(move |tx| {
            let sql = format!(
                "SELECT {COLUMNS} FROM refusal WHERE source = ?1 AND import IS NULL ORDER BY id DESC"
            );
            tx.all(&sql, [source.0], read)
        })
        .await
    }

    /// What was refused in an import, the first ones first, at most 100.
    ///
    /// # Errors
    /// As [`Store::refusals`].
    pub async fn import_refusals(&self, id: ImportId) -> Result<Vec<KeptRefusal>, StoreError> {
        self.read(move |tx| {
            tx.all(&format!("SELECT {COLUMNS} FROM refusal WHERE import = ?1 ORDER BY id"), [id.0], read)
        })
        .await
    }
}

/// Keeps the samples of a batch, as far as there is room for them.
pub(crate) fn keep(tx: &Tx<'_>, batch: &Batch) -> Result<(), StoreError> {
    if batch.refusals.is_empty() {
        return Ok(());
    }
    match batch.import {
        Some(progress) => {
            let kept = "SELECT count(*) FROM refusal WHERE import = ?1";
            let kept: i64 = tx.one(kept, [progress.id.0], |row| Ok(row.get(0)?))?.unwrap_or(0);
            let room = usize::try_from(OF_IMPORT_MAX - kept).unwrap_or(0);
            for refusal in batch.refusals.iter().take(room) {
                insert(tx, batch, refusal)?;
            }
        }
        None => {
            let max = usize::try_from(OF_SOURCE_MAX).unwrap_or(0);
            for refusal in batch.refusals.iter().skip(batch.refusals.len().saturating_sub(max)) {
                insert(tx, batch, refusal)?;
            }
            // Samples are not what people said to the world but what we could not read; the counts stay.
            let sql = "DELETE FROM refusal WHERE import IS NULL AND source = ?1 AND id <= \
                       (SELECT id FROM refusal WHERE import IS NULL AND source = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)";
            tx.run(sql, [batch.source.0, OF_SOURCE_MAX])?;
        }
    }
    Ok(())
}

fn insert(tx: &Tx<'_>, batch: &Batch, refusal: &Refusal) -> Result<(), StoreError> {
    let cut = |text: &str, max: usize| text.chars().take(max).collect::<String>();
    let sql = "INSERT INTO refusal (source, import, at, position, reason, detail, sample) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    tx.run(
        sql,
        params![
            batch.source.0,
            batch.import.map(|progress| progress.id.0),
            ns(batch.received_at),
            signed(refusal.position),
            refusal.reason.name(),
            cut(&refusal.detail, DETAIL_CHARS_MAX),
            cut(&refusal.sample, REFUSAL_SAMPLE_CHARS_MAX),
        ],
    )?;
    Ok(())
}

const COLUMNS: &str = "at, import, position, reason, detail, sample";

fn read(row: &Row<'_>) -> Result<KeptRefusal, StoreError> {
    Ok(KeptRefusal {
        at: time(row.get(0)?),
        import: row.get::<_, Option<i64>>(1)?.map(ImportId),
        refusal: Refusal {
            position: count(row.get(2)?),
            reason: named("reason to refuse", &row.get::<_, String>(3)?, RefusalReason::from_name)?,
            detail: row.get(4)?,
            sample: row.get(5)?,
        },
    })
}

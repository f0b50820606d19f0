//! Who did what: entries that are only added.

use jiff::Timestamp;
use nabat_crisis::person::Actor;

use crate::engine::{Store, Tx, params};
use crate::error::StoreError;
use crate::page::{PAGE_MAX, Page, bounded, read_one, rows};
use crate::stored::{actor, ns, person, time};

/// Something somebody did with Nabat itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What, as in `topic.update`.
    pub what: String,
    /// With what, as in `topic:3`.
    pub subject: String,
    /// More about it, without secrets.
    pub detail: String,
}

impl Store {
    /// Notes that somebody did something, such as signing in.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn note_audit(&self, entry: AuditEntry) -> Result<(), StoreError> {
        self.write(move |tx| insert(tx, &entry)).await
    }

    /// What was done, newest first.
    ///
    /// # Errors
    /// [`StoreError::BadCursor`], engine failures.
    pub async fn audit(&self, cursor: Option<String>, limit: usize) -> Result<Page<AuditEntry>, StoreError> {
        let limit = bounded(limit, PAGE_MAX);
        let before = read_one(cursor.as_deref())?.unwrap_or(i64::MAX);
        self.read(move |tx| {
            let sql = "SELECT id, at, person, what, subject, detail FROM audit WHERE id < ?1 ORDER BY id DESC LIMIT ?2";
            let found = tx.all(sql, params![before, rows(limit + 1)], |row| {
                let entry = AuditEntry {
                    at: time(row.get(1)?),
                    by: actor(row.get(2)?),
                    what: row.get(3)?,
                    subject: row.get(4)?,
                    detail: row.get(5)?,
                };
                Ok((row.get::<_, i64>(0)?, entry))
            })?;
            let page = Page::cut(found, limit, |(id, _)| id.to_string());
            Ok(Page { items: page.items.into_iter().map(|(_, entry)| entry).collect(), next: page.next })
        })
        .await
    }
}

/// Adds an entry.
pub(crate) fn insert(tx: &Tx<'_>, entry: &AuditEntry) -> Result<(), StoreError> {
    let sql = "INSERT INTO audit (at, person, what, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.run(sql, params![ns(entry.at), person(entry.by), entry.what, entry.subject, entry.detail])?;
    Ok(())
}

/// Adds an entry about a numbered thing: `what` is `thing.verb`.
pub(crate) fn note(
    tx: &Tx<'_>,
    (by, at): (Actor, Timestamp),
    what: &str,
    id: i64,
    detail: &str,
) -> Result<(), StoreError> {
    let thing = what.split_once('.').map_or(what, |(thing, _)| thing);
    let entry = AuditEntry {
        at,
        by,
        what: what.to_owned(),
        subject: format!("{thing}:{id}"),
        detail: detail.to_owned(),
    };
    insert(tx, &entry)
}

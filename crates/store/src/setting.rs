//! Settings that people change while Nabat runs, as text under a key; the app knows their types.

use std::collections::BTreeMap;

use jiff::Timestamp;
use nabat_crisis::person::Actor;

use crate::audit::{self, AuditEntry};
use crate::engine::{Store, params};
use crate::error::StoreError;

impl Store {
    /// A setting by its key.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn setting(&self, key: String) -> Result<Option<String>, StoreError> {
        self.read(move |tx| tx.one("SELECT value FROM setting WHERE key = ?1", [key], |row| Ok(row.get(0)?)))
            .await
    }

    /// All settings that were ever set.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        self.read(|tx| {
            let found = tx.all("SELECT key, value FROM setting", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(found.into_iter().collect())
        })
        .await
    }

    /// Sets some settings at once. The audit names their keys and not their values, which may be secret.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn set_settings(
        &self,
        values: BTreeMap<String, String>,
        by: Actor,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            for (key, value) in values {
                let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) \
                           ON CONFLICT (key) DO UPDATE SET value = excluded.value";
                tx.run(sql, params![key, value])?;
                let (what, subject) = ("setting.change".to_owned(), format!("setting:{key}"));
                audit::insert(tx, &AuditEntry { at, by, what, subject, detail: String::new() })?;
            }
            Ok(())
        })
        .await
    }
}

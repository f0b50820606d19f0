//! How the store itself is doing.

use crate::engine::{FILE, Store, WAL_FILE};
use crate::error::StoreError;
use crate::stored::count;
use crate::{event, mention};

/// Version and sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// Version of the tables.
    pub schema: u32,
    /// Mentions stored.
    pub n_mentions: u64,
    /// Events stored.
    pub n_events: u64,
    /// Size of the database file.
    pub db_bytes: u64,
    /// Size of its write-ahead log.
    pub wal_bytes: u64,
}

impl Store {
    /// Version and sizes; cheap enough to ask every few seconds.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn health(&self) -> Result<Health, StoreError> {
        let bytes = |name: &str| std::fs::metadata(self.dir().join(name)).map_or(0, |meta| meta.len());
        let (db_bytes, wal_bytes) = (bytes(FILE), bytes(WAL_FILE));
        self.read(move |tx| {
            // Numbers are given in order and rows are never removed, so the last number is the count.
            Ok(Health {
                schema: tx.version()?,
                n_mentions: count(mention::next_id(tx)? - 1),
                n_events: count(event::next_seq(tx)? - 1),
                db_bytes,
                wal_bytes,
            })
        })
        .await
    }
}

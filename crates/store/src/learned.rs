//! What was learned from the stream, as bytes whose form the learner alone knows.

use jiff::Timestamp;

use crate::engine::{Store, params};
use crate::error::StoreError;
use crate::stored::ns;

/// Most bytes of one learned thing: it is read whole at each start.
const LEARNED_BYTES_MAX: usize = 16 * 1024 * 1024;
/// How often words occur in posts.
const FREQUENCIES: &str = "frequencies";

impl Store {
    /// The learned frequencies of words, as they were kept last.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn frequencies(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.read(|tx| {
            tx.one("SELECT bytes FROM learned WHERE name = ?1", [FREQUENCIES], |row| Ok(row.get(0)?))
        })
        .await
    }

    /// Keeps the learned frequencies of words in place of the earlier ones.
    ///
    /// # Errors
    /// [`StoreError::TooLarge`] beyond 16 MiB, [`StoreError::DiskFull`], engine failures.
    pub async fn keep_frequencies(&self, bytes: Vec<u8>, at: Timestamp) -> Result<(), StoreError> {
        if bytes.len() > LEARNED_BYTES_MAX {
            return Err(StoreError::TooLarge {
                what: "bytes of learned frequencies",
                max: LEARNED_BYTES_MAX as u64,
            });
        }
        self.write(move |tx| {
            let sql = "INSERT INTO learned (name, at, bytes) VALUES (?1, ?2, ?3) \
                       ON CONFLICT (name) DO UPDATE SET at = excluded.at, bytes = excluded.bytes";
            tx.run(sql, params![FREQUENCIES, ns(at), bytes])?;
            Ok(())
        })
        .await
    }
}

//! Sessions of people in browsers, by the hash of a token that only the browser knows.

use jiff::Timestamp;
use nabat_crisis::id::PersonId;
use nabat_crisis::person::Person;

use crate::engine::{Store, Tx, params};
use crate::error::StoreError;
use crate::person;
use crate::stored::{ns, time};

/// A session that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub person: Person,
    /// When it began.
    pub started_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

impl Store {
    /// Begins a session.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn start_session(
        &self,
        person: PersonId,
        token_sha256: [u8; 32],
        at: Timestamp,
        expires_at: Timestamp,
    ) -> Result<(), StoreError> {
        self.write(move |tx| {
            let sql =
                "INSERT INTO session (token_sha256, person, started_at, expires_at) VALUES (?1, ?2, ?3, ?4)";
            tx.run(sql, params![token_sha256.as_slice(), person.0, ns(at), ns(expires_at)])?;
            Ok(())
        })
        .await
    }

    /// The session of a token, if it has not expired and its person may sign in.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn session(
        &self,
        token_sha256: [u8; 32],
        now: Timestamp,
    ) -> Result<Option<Session>, StoreError> {
        self.read(move |tx| {
            let sql = format!(
                "SELECT {}, s.started_at, s.expires_at FROM session s JOIN person p ON p.id = s.person \
                 WHERE s.token_sha256 = ?1 AND s.expires_at > ?2 AND p.active = 1",
                person::COLUMNS
            );
            tx.one(&sql, params![token_sha256.as_slice(), ns(now)], |row| {
                Ok(Session {
                    person: person::read(row, 0)?,
                    started_at: time(row.get(5)?),
                    expires_at: time(row.get(6)?),
                })
            })
        })
        .await
    }

    /// Ends a session. Whether it was there.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn end_session(&self, token_sha256: [u8; 32]) -> Result<bool, StoreError> {
        self.write(move |tx| {
            Ok(tx.run("DELETE FROM session WHERE token_sha256 = ?1", [token_sha256.as_slice()])? > 0)
        })
        .await
    }

    /// Forgets the sessions that have expired; how many.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn end_expired_sessions(&self, now: Timestamp) -> Result<u64, StoreError> {
        self.write(move |tx| Ok(tx.run("DELETE FROM session WHERE expires_at <= ?1", [ns(now)])? as u64))
            .await
    }
}

/// Ends all sessions of a person.
pub(crate) fn end_all(tx: &Tx<'_>, person: PersonId) -> Result<(), StoreError> {
    tx.run("DELETE FROM session WHERE person = ?1", [person.0])?;
    Ok(())
}

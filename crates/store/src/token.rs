//! Tokens of programs that use the API, kept by their hash.

use jiff::Timestamp;
use nabat_crisis::id::PersonId;
use nabat_crisis::person::Actor;

use crate::audit;
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{ns, person, time, time_opt};

/// A token of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenId(pub i64);

/// What is known of a token; not the token itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiToken {
    /// Its number.
    pub id: TokenId,
    /// What it is for.
    pub name: String,
    /// The person in whose name it acts; nothing for one made on the machine itself.
    pub by: Option<PersonId>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was used last.
    pub last_used_at: Option<Timestamp>,
    /// Since when it is refused.
    pub revoked_at: Option<Timestamp>,
}

impl Store {
    /// Adds a token.
    ///
    /// # Errors
    /// [`StoreError::Taken`] when the same token exists, [`StoreError::DiskFull`], engine failures.
    pub async fn create_token(
        &self,
        name: String,
        token_sha256: [u8; 32],
        by: Actor,
        at: Timestamp,
    ) -> Result<ApiToken, StoreError> {
        self.write(move |tx| {
            if find_by_hash(tx, token_sha256)?.is_some() {
                return Err(StoreError::Taken { what: "token" });
            }
            let sql =
                "INSERT INTO api_token (name, token_sha256, person, created_at) VALUES (?1, ?2, ?3, ?4)";
            let id = tx.insert(sql, params![name, token_sha256.as_slice(), person(by), ns(at)])?;
            audit::note(tx, (by, at), "token.create", id, "")?;
            find(tx, TokenId(id))?.ok_or(StoreError::Missing { what: "token", id })
        })
        .await
    }

    /// All tokens, by number.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn tokens(&self) -> Result<Vec<ApiToken>, StoreError> {
        self.read(|tx| tx.all(&format!("SELECT {COLUMNS} FROM api_token ORDER BY id"), [], read)).await
    }

    /// The token of a hash, unless it was revoked.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn token_by_hash(&self, token_sha256: [u8; 32]) -> Result<Option<ApiToken>, StoreError> {
        self.read(move |tx| Ok(find_by_hash(tx, token_sha256)?.filter(|token| token.revoked_at.is_none())))
            .await
    }

    /// Notes that a token was used. Call it seldom: it is a write.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn note_token_use(&self, id: TokenId, at: Timestamp) -> Result<(), StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE api_token SET last_used_at = max(coalesce(last_used_at, ?2), ?2) WHERE id = ?1";
            tx.run(sql, [id.0, ns(at)])?;
            Ok(())
        })
        .await
    }

    /// Refuses a token from now on. `None` when there is no such token.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn revoke_token(
        &self,
        id: TokenId,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<ApiToken>, StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE api_token SET revoked_at = ?2 WHERE id = ?1 AND revoked_at IS NULL";
            if tx.run(sql, [id.0, ns(at)])? > 0 {
                audit::note(tx, (by, at), "token.revoke", id.0, "")?;
            }
            find(tx, id)
        })
        .await
    }
}

const COLUMNS: &str = "id, name, created_at, last_used_at, revoked_at, person";

fn read(row: &Row<'_>) -> Result<ApiToken, StoreError> {
    Ok(ApiToken {
        id: TokenId(row.get(0)?),
        name: row.get(1)?,
        created_at: time(row.get(2)?),
        last_used_at: time_opt(row.get(3)?),
        revoked_at: time_opt(row.get(4)?),
        by: row.get::<_, Option<i64>>(5)?.map(PersonId),
    })
}

fn find(tx: &Tx<'_>, id: TokenId) -> Result<Option<ApiToken>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM api_token WHERE id = ?1"), [id.0], read)
}

fn find_by_hash(tx: &Tx<'_>, hash: [u8; 32]) -> Result<Option<ApiToken>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM api_token WHERE token_sha256 = ?1"), [hash.as_slice()], read)
}

//! Named parts of queries, such as `$crisis_words`: each with every text it ever had.
//!
//! Who uses a part stands in the texts of the queries, so the caller finds that out; here a part is a name and its texts.

use jiff::Timestamp;
use nabat_crisis::person::Actor;

use crate::audit::{self, AuditEntry};
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{actor, ns, person, time};

/// A named part in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryPart {
    /// Its name, without `$`.
    pub name: String,
    /// Its query, as it was written.
    pub query: String,
    /// Since when.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Actor,
    /// Why, in their words; may be empty.
    pub why: String,
}

/// A text a named part has or had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartVersion {
    /// The query; `None` says that the part was removed.
    pub query: Option<String>,
    /// Since when.
    pub at: Timestamp,
    /// Who did it.
    pub by: Actor,
    /// Why, in their words; may be empty.
    pub why: String,
}

impl Store {
    /// Creates a named part or gives it another query. The same query again changes nothing.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn put_query_part(
        &self,
        name: String,
        query: String,
        why: String,
        by: Actor,
        at: Timestamp,
    ) -> Result<QueryPart, StoreError> {
        self.write(move |tx| {
            if let Some(part) = find(tx, &name)?.filter(|part| part.query == query) {
                return Ok(part);
            }
            insert(tx, &name, Some(&query), &why, (by, at))?;
            Ok(QueryPart { name, query, at, by, why })
        })
        .await
    }

    /// Removes a named part; its texts are kept. False when there is no such part.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn remove_query_part(
        &self,
        name: String,
        why: String,
        by: Actor,
        at: Timestamp,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            if find(tx, &name)?.is_none() {
                return Ok(false);
            }
            insert(tx, &name, None, &why, (by, at))?;
            Ok(true)
        })
        .await
    }

    /// All named parts in force, by name.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn query_parts(&self) -> Result<Vec<QueryPart>, StoreError> {
        self.read(|tx| {
            let sql = "SELECT name, query, at, person, why FROM query_part p WHERE query IS NOT NULL \
                       AND id = (SELECT max(id) FROM query_part WHERE name = p.name) ORDER BY name";
            tx.all(sql, [], read)
        })
        .await
    }

    /// The texts of a named part, newest first; empty for a name that never was one.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn query_part_versions(&self, name: String) -> Result<Vec<PartVersion>, StoreError> {
        self.read(move |tx| {
            let sql = "SELECT query, at, person, why FROM query_part WHERE name = ?1 ORDER BY id DESC";
            tx.all(sql, [name], |row| {
                Ok(PartVersion {
                    query: row.get(0)?,
                    at: time(row.get(1)?),
                    by: actor(row.get(2)?),
                    why: row.get(3)?,
                })
            })
        })
        .await
    }
}

fn read(row: &Row<'_>) -> Result<QueryPart, StoreError> {
    Ok(QueryPart {
        name: row.get(0)?,
        query: row.get(1)?,
        at: time(row.get(2)?),
        by: actor(row.get(3)?),
        why: row.get(4)?,
    })
}

fn find(tx: &Tx<'_>, name: &str) -> Result<Option<QueryPart>, StoreError> {
    let sql = "SELECT name, query, at, person, why FROM query_part WHERE query IS NOT NULL \
               AND id = (SELECT max(id) FROM query_part WHERE name = ?1)";
    tx.one(sql, [name], read)
}

fn insert(
    tx: &Tx<'_>,
    name: &str,
    query: Option<&str>,
    why: &str,
    (by, at): (Actor, Timestamp),
) -> Result<(), StoreError> {
    let sql = "INSERT INTO query_part (name, at, person, query, why) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.run(sql, params![name, ns(at), person(by), query, why])?;
    let what = if query.is_some() { "query-part.change" } else { "query-part.remove" };
    let subject = format!("query-part:{name}");
    audit::insert(tx, &AuditEntry { at, by, what: what.to_owned(), subject, detail: String::new() })
}

//! Topics: what is watched, with every query it ever had.

use jiff::Timestamp;
use nabat_crisis::id::TopicId;
use nabat_crisis::person::Actor;
use nabat_crisis::topic::{AnswerPolicy, Topic, TopicKind};

use crate::audit;
use crate::engine::{Row, Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{actor, count_opt, named, ns, person, signed, small, time, time_opt};

/// What people say of a topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TopicDraft {
    /// What to call it.
    pub name: String,
    /// What it is about.
    pub kind: TopicKind,
    /// The query, as it was written.
    pub query: String,
    /// Which mentions need an answer.
    pub answers: AnswerPolicy,
    /// The response clock's limit, in minutes.
    pub answer_within_minutes: u32,
}

/// Number of one query of one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QueryVersionId(pub i64);

/// A query a topic has or had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryVersion {
    /// Its number; later ones are larger.
    pub id: QueryVersionId,
    /// The query.
    pub query: String,
    /// Since when it is, or was, in force.
    pub at: Timestamp,
    /// Who put it in force.
    pub by: Actor,
    /// Why, in their words; may be empty.
    pub why: String,
    /// Stored posts it matches and the version before it does not; `None` until they are counted.
    pub n_brings: Option<u64>,
    /// Stored posts the version before it matches and it does not; `None` until they are counted.
    pub n_loses: Option<u64>,
}

/// A topic whose query has not run over all stored posts yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingRerun {
    /// The topic.
    pub topic: TopicId,
    /// The version that is to run.
    pub version: QueryVersionId,
    /// Its query.
    pub query: String,
    /// The query before it, if there was one.
    pub before: Option<String>,
}

impl Store {
    /// Creates a topic.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn create_topic(
        &self,
        draft: TopicDraft,
        by: Actor,
        at: Timestamp,
    ) -> Result<Topic, StoreError> {
        self.write(move |tx| create(tx, &draft, by, at)).await
    }

    /// Creates topics at once: all of them, or none.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn create_topics(
        &self,
        drafts: Vec<TopicDraft>,
        by: Actor,
        at: Timestamp,
    ) -> Result<Vec<Topic>, StoreError> {
        self.write(move |tx| drafts.iter().map(|draft| create(tx, draft, by, at)).collect()).await
    }

    /// Changes a topic; a changed query becomes its newest version. `None` when there is no such topic.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn update_topic(
        &self,
        id: TopicId,
        draft: TopicDraft,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Topic>, StoreError> {
        self.update_topic_because(id, draft, String::new(), by, at).await
    }

    /// Changes a topic, and keeps why with the newest version if the query is another one.
    ///
    /// # Errors
    /// As [`Store::update_topic`].
    pub async fn update_topic_because(
        &self,
        id: TopicId,
        draft: TopicDraft,
        why: String,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Topic>, StoreError> {
        self.write(move |tx| {
            let Some(before) = find(tx, id)? else { return Ok(None) };
            update(tx, id, &draft)?;
            let requeried = before.query != draft.query;
            if requeried {
                insert_version(tx, id, &draft.query, &why, by, at)?;
            }
            audit::note(tx, (by, at), "topic.update", id.0, if requeried { "query" } else { "" })?;
            find(tx, id)
        })
        .await
    }

    /// Watches a topic no longer; what it found stays. `None` when there is no such topic.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn archive_topic(
        &self,
        id: TopicId,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Topic>, StoreError> {
        self.write(move |tx| {
            let sql = "UPDATE topic SET archived_at = coalesce(archived_at, ?2) WHERE id = ?1";
            tx.run(sql, [id.0, ns(at)])?;
            audit::note(tx, (by, at), "topic.archive", id.0, "")?;
            find(tx, id)
        })
        .await
    }

    /// Watches an archived topic again. `None` when there is no such topic.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn unarchive_topic(
        &self,
        id: TopicId,
        by: Actor,
        at: Timestamp,
    ) -> Result<Option<Topic>, StoreError> {
        self.write(move |tx| {
            tx.run("UPDATE topic SET archived_at = NULL WHERE id = ?1", [id.0])?;
            want_rerun(tx, id)?;
            audit::note(tx, (by, at), "topic.unarchive", id.0, "")?;
            find(tx, id)
        })
        .await
    }

    /// A topic by its number.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the row cannot be read, engine failures.
    pub async fn topic(&self, id: TopicId) -> Result<Option<Topic>, StoreError> {
        self.read(move |tx| find(tx, id)).await
    }

    /// All topics by number, the archived ones too.
    ///
    /// # Errors
    /// As [`Store::topic`].
    pub async fn topics(&self) -> Result<Vec<Topic>, StoreError> {
        self.read(|tx| tx.all(&format!("SELECT {COLUMNS} FROM topic ORDER BY id"), [], read)).await
    }

    /// The queries of a topic, newest first: the first is in force.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn topic_versions(&self, id: TopicId) -> Result<Vec<QueryVersion>, StoreError> {
        self.read(move |tx| {
            let sql = "SELECT id, query, at, person, why, n_brings, n_loses FROM topic_version WHERE topic = ?1 ORDER BY id DESC";
            tx.all(sql, [id.0], |row| {
                Ok(QueryVersion {
                    id: QueryVersionId(row.get(0)?),
                    query: row.get(1)?,
                    at: time(row.get(2)?),
                    by: actor(row.get(3)?),
                    why: row.get(4)?,
                    n_brings: count_opt(row.get(5)?),
                    n_loses: count_opt(row.get(6)?),
                })
            })
        })
        .await
    }

    /// Topics whose query has not run over all stored posts yet, archived ones left out. A new topic, a changed query and a
    /// topic that is watched again are among them from the moment they are stored, so that no crash lets history and live part.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn pending_reruns(&self) -> Result<Vec<PendingRerun>, StoreError> {
        self.read(|tx| {
            let sql = "SELECT r.topic, r.version, v.query, (SELECT query FROM topic_version b WHERE b.topic = r.topic \
                       AND b.id < r.version ORDER BY b.id DESC LIMIT 1) \
                       FROM rerun r JOIN topic_version v ON v.id = r.version JOIN topic t ON t.id = r.topic \
                       WHERE t.archived_at IS NULL ORDER BY r.topic";
            tx.all(sql, [], |row| {
                Ok(PendingRerun {
                    topic: TopicId(row.get(0)?),
                    version: QueryVersionId(row.get(1)?),
                    query: row.get(2)?,
                    before: row.get(3)?,
                })
            })
        })
        .await
    }

    /// Notes that the stored posts must be matched anew against these topics, as when a named part they use was changed.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn request_reruns(&self, topics: Vec<TopicId>) -> Result<(), StoreError> {
        self.write(move |tx| topics.iter().try_for_each(|topic| want_rerun(tx, *topic))).await
    }

    /// Notes that a version ran over all stored posts, and what it brings and loses against the version before it.
    /// False when a newer version is to run by now.
    ///
    /// # Errors
    /// [`StoreError::DiskFull`], engine failures.
    pub async fn settle_rerun(
        &self,
        topic: TopicId,
        version: QueryVersionId,
        n_brings: u64,
        n_loses: u64,
    ) -> Result<bool, StoreError> {
        self.write(move |tx| {
            let sql =
                "UPDATE topic_version SET n_brings = ?2, n_loses = ?3 WHERE id = ?1 AND n_brings IS NULL";
            tx.run(sql, [version.0, signed(n_brings), signed(n_loses)])?;
            Ok(tx.run("DELETE FROM rerun WHERE topic = ?1 AND version = ?2", [topic.0, version.0])? > 0)
        })
        .await
    }
}

const COLUMNS: &str = "id, name, kind, query, answers, answer_within_minutes, created_at, archived_at";

fn read(row: &Row<'_>) -> Result<Topic, StoreError> {
    Ok(Topic {
        id: TopicId(row.get(0)?),
        name: row.get(1)?,
        kind: named("kind of topic", &row.get::<_, String>(2)?, TopicKind::from_name)?,
        query: row.get(3)?,
        answers: named("answer policy", &row.get::<_, String>(4)?, AnswerPolicy::from_name)?,
        answer_within_minutes: small(row.get(5)?),
        created_at: time(row.get(6)?),
        archived_at: time_opt(row.get(7)?),
    })
}

fn missing(id: TopicId) -> StoreError {
    StoreError::Missing { what: "topic", id: id.0 }
}

fn find(tx: &Tx<'_>, id: TopicId) -> Result<Option<Topic>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM topic WHERE id = ?1"), [id.0], read)
}

fn create(tx: &Tx<'_>, draft: &TopicDraft, by: Actor, at: Timestamp) -> Result<Topic, StoreError> {
    let id = TopicId(insert(tx, draft, at)?);
    insert_version(tx, id, &draft.query, "", by, at)?;
    audit::note(tx, (by, at), "topic.create", id.0, "")?;
    find(tx, id)?.ok_or(missing(id))
}

fn insert(tx: &Tx<'_>, draft: &TopicDraft, at: Timestamp) -> Result<i64, StoreError> {
    let sql = "INSERT INTO topic (name, kind, query, answers, answer_within_minutes, created_at) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let (kind, answers) = (draft.kind.name(), draft.answers.name());
    tx.insert(sql, params![draft.name, kind, draft.query, answers, draft.answer_within_minutes, ns(at)])
}

fn update(tx: &Tx<'_>, id: TopicId, draft: &TopicDraft) -> Result<(), StoreError> {
    let sql = "UPDATE topic SET name = ?2, kind = ?3, query = ?4, answers = ?5, answer_within_minutes = ?6 WHERE id = ?1";
    let (kind, answers) = (draft.kind.name(), draft.answers.name());
    tx.run(sql, params![id.0, draft.name, kind, draft.query, answers, draft.answer_within_minutes])?;
    Ok(())
}

fn insert_version(
    tx: &Tx<'_>,
    id: TopicId,
    query: &str,
    why: &str,
    by: Actor,
    at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO topic_version (topic, at, person, query, why) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.run(sql, params![id.0, ns(at), person(by), query, why])?;
    want_rerun(tx, id)
}

/// The newest version of a topic is to run over the stored posts.
fn want_rerun(tx: &Tx<'_>, id: TopicId) -> Result<(), StoreError> {
    let sql = "INSERT INTO rerun (topic, version) SELECT topic, max(id) FROM topic_version WHERE topic = ?1 GROUP BY topic \
               ON CONFLICT (topic) DO UPDATE SET version = excluded.version";
    tx.run(sql, [id.0])?;
    Ok(())
}

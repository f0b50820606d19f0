//! Cases: one by one, their steps and their history, and the counts that are always in sight.

use jiff::Timestamp;
use nabat_crisis::during::case::{Case, CaseState, CaseStep};
use nabat_crisis::id::{MentionId, TopicId};
use nabat_crisis::mention::Mention;
use nabat_crisis::person::Actor;

use crate::case_queue::{self, ALL_TOPICS, QueueCounts, Queued};
use crate::engine::{Store, Tx, params};
use crate::error::StoreError;
use crate::stored::{actor, count, ns, person, time};
use crate::{fault, mention, step};

/// A step of a case, with who took it and when. Entries are only added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: Actor,
    /// What.
    pub step: CaseStep,
}

/// A case and the mention it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseView {
    /// The case.
    pub case: Case,
    /// Its mention.
    pub mention: Mention,
}

/// How many people wait for us, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseCounts {
    /// Cases that are new or in work.
    pub n_unanswered: u64,
    /// Of these, cases whose clock has run out.
    pub n_late: u64,
    /// When the oldest of them was opened.
    pub oldest_waiting_at: Option<Timestamp>,
    /// The same by topic, for topics with waiting cases, by number.
    pub topics: Vec<TopicCases>,
}

/// How many people wait for us because of one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TopicCases {
    /// The topic.
    pub topic: TopicId,
    /// Cases that are new or in work.
    pub n_unanswered: u64,
    /// When the oldest of them was opened.
    pub oldest_waiting_at: Option<Timestamp>,
}

impl Store {
    /// A case with its mention.
    ///
    /// # Errors
    /// [`StoreError::Broken`] when the row cannot be read, engine failures.
    pub async fn case(&self, id: MentionId) -> Result<Option<CaseView>, StoreError> {
        self.read(move |tx| view(tx, id)).await
    }

    /// The steps of a case, oldest first.
    ///
    /// # Errors
    /// As [`Store::case`].
    pub async fn case_history(&self, id: MentionId) -> Result<Vec<CaseEntry>, StoreError> {
        self.read(move |tx| history(tx, id)).await
    }

    /// Takes a step: the case becomes `after`, and the entry joins its history.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the stored case is not `before` any more: somebody was faster.
    pub async fn step_case(&self, before: Case, after: Case, entry: CaseEntry) -> Result<(), StoreError> {
        self.write(move |tx| {
            let id = before.id;
            let now = case_queue::find(tx, id)?.ok_or(StoreError::Missing { what: "case", id: id.0 })?;
            // The id, the opening and the limit of a case never change.
            let same = Case {
                state: after.state,
                assignee: after.assignee,
                stopped_at: after.stopped_at,
                ..now.clone()
            };
            if now != before || same != after {
                return Err(StoreError::Conflict { what: "case" });
            }
            let (known, uid) =
                mention::known_by_id(tx, id)?.ok_or(StoreError::Missing { what: "mention", id: id.0 })?;
            let queued = Queued {
                topics: &known.topics,
                network: uid.split_once(':').map_or("", |(network, _)| network),
                lang: known.lang.as_deref(),
                place: known.place,
            };
            let mut counts = QueueCounts::default();
            case_queue::step(tx, &mut counts, (&before, &after), &queued)?;
            fault::point(fault::MID_TRANSACTION);
            counts.flush(tx)?;
            insert_entry(tx, id, &entry)
        })
        .await
    }

    /// How many cases wait, how many are late at an instant, and since when the oldest waits.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn case_counts(&self, now: Timestamp) -> Result<CaseCounts, StoreError> {
        self.read(move |tx| {
            let mut counts = CaseCounts {
                n_unanswered: n_waiting(tx, ALL_TOPICS)?,
                n_late: count(case_queue::n_late(tx, now)?),
                oldest_waiting_at: case_queue::oldest_waiting(tx, ALL_TOPICS)?,
                topics: Vec::new(),
            };
            for topic in topics_with_cases(tx)? {
                let n_unanswered = n_waiting(tx, topic.0)?;
                if n_unanswered > 0 {
                    let oldest_waiting_at = case_queue::oldest_waiting(tx, topic.0)?;
                    counts.topics.push(TopicCases { topic, n_unanswered, oldest_waiting_at });
                }
            }
            Ok(counts)
        })
        .await
    }
}

/// A case with its mention.
pub(crate) fn view(tx: &Tx<'_>, id: MentionId) -> Result<Option<CaseView>, StoreError> {
    let Some(case) = case_queue::find(tx, id)? else { return Ok(None) };
    let mention = mention::find(tx, id)?.ok_or(StoreError::Missing { what: "mention", id: id.0 })?;
    Ok(Some(CaseView { case, mention }))
}

fn history(tx: &Tx<'_>, id: MentionId) -> Result<Vec<CaseEntry>, StoreError> {
    let sql = "SELECT at, person, step FROM case_entry WHERE mention = ?1 ORDER BY id";
    tx.all(sql, [id.0], |row| {
        Ok(CaseEntry {
            at: time(row.get(0)?),
            by: actor(row.get(1)?),
            step: step::read_case_step(&row.get::<_, String>(2)?)?,
        })
    })
}

fn insert_entry(tx: &Tx<'_>, id: MentionId, entry: &CaseEntry) -> Result<(), StoreError> {
    let sql = "INSERT INTO case_entry (mention, at, person, step) VALUES (?1, ?2, ?3, ?4)";
    tx.run(sql, params![id.0, ns(entry.at), person(entry.by), step::write_case_step(&entry.step)?])?;
    Ok(())
}

fn n_waiting(tx: &Tx<'_>, topic: i64) -> Result<u64, StoreError> {
    let new = case_queue::n_in_state(tx, topic, CaseState::New)?;
    Ok(count(new + case_queue::n_in_state(tx, topic, CaseState::InWork)?))
}

fn topics_with_cases(tx: &Tx<'_>) -> Result<Vec<TopicId>, StoreError> {
    let sql = "SELECT DISTINCT topic FROM queue_state WHERE topic > 0 ORDER BY topic";
    tx.all(sql, [], |row| Ok(TopicId(row.get(0)?)))
}

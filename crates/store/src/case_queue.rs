//! The queue of cases: in the order of their clocks, for each topic and for all, with counts that are always ready.
//!
//! Wanted: "how many wait, how many are late, since when" and the first page of any inbox at once, with a million open cases.
//! Design: a row per case and topic, and one for topic 0, which means all; counts by state, by hour of opening and by
//! hour of the limit are kept beside it and change in the same transaction.

use std::collections::BTreeMap;

use jiff::Timestamp;
use nabat_crisis::during::case::{Case, CaseState};
use nabat_crisis::id::{MentionId, PersonId};

use crate::counter::{hour_of, hour_start};
use crate::engine::{Row, Tx, params};
use crate::error::StoreError;
use crate::place;
use crate::stored::{broken, ns, ns_opt, time, time_opt};

/// The topic number that means all topics.
pub(crate) const ALL_TOPICS: i64 = 0;

/// A state as a column, in the order of a case's life.
pub(crate) fn state_column(state: CaseState) -> i64 {
    match state {
        CaseState::New => 0,
        CaseState::InWork => 1,
        CaseState::Answered => 2,
        CaseState::Escalated => 3,
        CaseState::Closed => 4,
    }
}

fn read_state(column: i64) -> Result<CaseState, StoreError> {
    let found = CaseState::ALL.into_iter().find(|(state, _)| state_column(*state) == column);
    found.map(|(state, _)| state).ok_or_else(|| broken(format!("unknown state of a case: {column}")))
}

/// What of a mention stands in its rows of the queue.
pub(crate) struct Queued<'a> {
    pub(crate) topics: &'a [i64],
    pub(crate) network: &'a str,
    pub(crate) lang: Option<&'a str>,
    pub(crate) place: i64,
}

/// Changes of the counts in one transaction.
#[derive(Debug, Default)]
pub(crate) struct QueueCounts {
    states: BTreeMap<(i64, i64), i64>,
    opened: BTreeMap<(i64, i64), i64>,
    due: BTreeMap<i64, i64>,
    reach_seconds: i64,
}

impl QueueCounts {
    fn count(&mut self, topic: i64, case: &Case, by: i64) {
        *self.states.entry((topic, state_column(case.state))).or_default() += by;
        if case.state.waits() {
            *self.opened.entry((topic, hour_of(case.opened_at))).or_default() += by;
            if topic == ALL_TOPICS {
                *self.due.entry(hour_of(case.due_at)).or_default() += by;
            }
        }
    }

    /// Writes them.
    pub(crate) fn flush(self, tx: &Tx<'_>) -> Result<(), StoreError> {
        for ((topic, state), n) in self.states {
            let sql = "INSERT INTO queue_state (topic, state, n) VALUES (?1, ?2, ?3) \
                       ON CONFLICT (topic, state) DO UPDATE SET n = n + excluded.n";
            tx.run(sql, [topic, state, n])?;
        }
        for ((topic, hour), n) in self.opened {
            let sql = "INSERT INTO queue_opened (topic, hour, n) VALUES (?1, ?2, ?3) \
                       ON CONFLICT (topic, hour) DO UPDATE SET n = n + excluded.n";
            tx.run(sql, [topic, hour, n])?;
            if n < 0 {
                // An empty row would be taken for the oldest waiting case.
                tx.run("DELETE FROM queue_opened WHERE topic = ?1 AND hour = ?2 AND n = 0", [topic, hour])?;
            }
        }
        for (hour, n) in self.due {
            let sql = "INSERT INTO queue_due (hour, n) VALUES (?1, ?2) \
                       ON CONFLICT (hour) DO UPDATE SET n = n + excluded.n";
            tx.run(sql, [hour, n])?;
            if n < 0 {
                tx.run("DELETE FROM queue_due WHERE hour = ?1 AND n = 0", [hour])?;
            }
        }
        if self.reach_seconds > 0 {
            tx.run("UPDATE queue_reach SET seconds = max(seconds, ?1)", [self.reach_seconds])?;
        }
        Ok(())
    }
}

/// Opens a case.
pub(crate) fn open(
    tx: &Tx<'_>,
    counts: &mut QueueCounts,
    case: &Case,
    queued: &Queued<'_>,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO cases (id, state, assignee, opened_at, due_at, stopped_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    let assignee = case.assignee.map(|person| person.0);
    tx.run(
        sql,
        params![
            case.id.0,
            state_column(case.state),
            assignee,
            ns(case.opened_at),
            ns(case.due_at),
            ns_opt(case.stopped_at)
        ],
    )?;
    let reach = case.due_at.as_second().saturating_sub(place::seconds(queued.place)).saturating_add(1);
    counts.reach_seconds = counts.reach_seconds.max(reach);
    enqueue(tx, counts, case, queued, ALL_TOPICS)?;
    for topic in queued.topics {
        enqueue(tx, counts, case, queued, *topic)?;
    }
    Ok(())
}

/// Puts a case into the queue of a topic.
pub(crate) fn enqueue(
    tx: &Tx<'_>,
    counts: &mut QueueCounts,
    case: &Case,
    queued: &Queued<'_>,
    topic: i64,
) -> Result<(), StoreError> {
    counts.count(topic, case, 1);
    let sql = "INSERT INTO queue (topic, state, due_at, id, opened_at, network, lang) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    tx.run(
        sql,
        params![
            topic,
            state_column(case.state),
            ns(case.due_at),
            case.id.0,
            ns(case.opened_at),
            queued.network,
            queued.lang
        ],
    )?;
    Ok(())
}

/// Moves a case that changed within its queues.
pub(crate) fn step(
    tx: &Tx<'_>,
    counts: &mut QueueCounts,
    (before, after): (&Case, &Case),
    queued: &Queued<'_>,
) -> Result<(), StoreError> {
    let sql = "UPDATE cases SET state = ?2, assignee = ?3, stopped_at = ?4 WHERE id = ?1";
    let assignee = after.assignee.map(|person| person.0);
    tx.run(sql, params![after.id.0, state_column(after.state), assignee, ns_opt(after.stopped_at)])?;
    if before.state == after.state {
        return Ok(());
    }
    for topic in std::iter::once(&ALL_TOPICS).chain(queued.topics) {
        counts.count(*topic, before, -1);
        let sql = "DELETE FROM queue WHERE topic = ?1 AND state = ?2 AND due_at = ?3 AND id = ?4";
        tx.run(sql, params![*topic, state_column(before.state), ns(before.due_at), before.id.0])?;
        enqueue(tx, counts, after, queued, *topic)?;
    }
    Ok(())
}

/// The columns [`read`] takes.
pub(crate) const COLUMNS: &str = "id, state, assignee, opened_at, due_at, stopped_at";

/// A case from [`COLUMNS`].
pub(crate) fn read(row: &Row<'_>) -> Result<Case, StoreError> {
    Ok(Case {
        id: MentionId(row.get(0)?),
        state: read_state(row.get(1)?)?,
        assignee: row.get::<_, Option<i64>>(2)?.map(PersonId),
        opened_at: time(row.get(3)?),
        due_at: time(row.get(4)?),
        stopped_at: time_opt(row.get(5)?),
    })
}

/// A case by its number.
pub(crate) fn find(tx: &Tx<'_>, id: MentionId) -> Result<Option<Case>, StoreError> {
    tx.one(&format!("SELECT {COLUMNS} FROM cases WHERE id = ?1"), [id.0], read)
}

/// How many cases of a topic are in a state.
pub(crate) fn n_in_state(tx: &Tx<'_>, topic: i64, state: CaseState) -> Result<i64, StoreError> {
    let sql = "SELECT n FROM queue_state WHERE topic = ?1 AND state = ?2";
    Ok(tx.one(sql, [topic, state_column(state)], |row| Ok(row.get(0)?))?.unwrap_or(0))
}

/// The hour in which the oldest waiting case of a topic was opened: its start and its end.
pub(crate) fn oldest_hour(tx: &Tx<'_>, topic: i64) -> Result<Option<(Timestamp, Timestamp)>, StoreError> {
    let sql = "SELECT hour FROM queue_opened WHERE topic = ?1 ORDER BY hour LIMIT 1";
    tx.one(sql, [topic], |row| {
        let hour: i64 = row.get(0)?;
        Ok((hour_start(hour), hour_start(hour.saturating_add(1))))
    })
}

/// When the oldest waiting case of a topic was opened.
pub(crate) fn oldest_waiting(tx: &Tx<'_>, topic: i64) -> Result<Option<Timestamp>, StoreError> {
    let Some((start, end)) = oldest_hour(tx, topic)? else { return Ok(None) };
    let range = [place::from(start), place::from(end)];
    let of_all = "SELECT c.opened_at FROM mention m JOIN cases c ON c.id = m.id \
                  WHERE m.place >= ?1 AND m.place < ?2 AND c.state IN (0, 1) ORDER BY m.place LIMIT 1";
    let of_topic = "SELECT c.opened_at FROM matched x JOIN mention m ON m.place = x.place JOIN cases c ON c.id = m.id \
                    WHERE x.topic = ?3 AND x.place >= ?1 AND x.place < ?2 AND c.state IN (0, 1) ORDER BY x.place LIMIT 1";
    let found = if topic == ALL_TOPICS {
        tx.one(of_all, range, |row| Ok(time(row.get(0)?)))?
    } else {
        tx.one(of_topic, [range[0], range[1], topic], |row| Ok(time(row.get(0)?)))?
    };
    // Cases published before places begin are found by their hour only.
    Ok(Some(found.unwrap_or(start)))
}

/// How many waiting cases have passed their limit.
pub(crate) fn n_late(tx: &Tx<'_>, now: Timestamp) -> Result<i64, StoreError> {
    let hour = hour_of(now);
    let whole = "SELECT coalesce(sum(n), 0) FROM queue_due WHERE hour < ?1";
    let whole: i64 = tx.one(whole, [hour], |row| Ok(row.get(0)?))?.unwrap_or(0);
    let start = hour_start(hour);
    let begun =
        "SELECT count(*) FROM queue WHERE topic = 0 AND state IN (0, 1) AND due_at >= ?1 AND due_at < ?2";
    let begun: i64 = tx.one(begun, [ns(start), ns(now)], |row| Ok(row.get(0)?))?.unwrap_or(0);
    Ok(whole + begun)
}

/// The longest time between a publication and the end of its clock, in seconds.
pub(crate) fn reach_seconds(tx: &Tx<'_>) -> Result<i64, StoreError> {
    Ok(tx.one("SELECT seconds FROM queue_reach", [], |row| Ok(row.get(0)?))?.unwrap_or(0))
}

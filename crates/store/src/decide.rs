//! Detection and decision: which topics must be looked at, and the commit of what was decided.
//!
//! Wanted: each new mention is looked at, also one that arrives while detection runs; the same signal is stored once, opens or
//! joins one incident, and tells people once.
//! Design: a mark per topic holds the first bucket to look at and a number that grows whenever the mark is touched; it is
//! settled only if nobody touched it since it was read. Decisions are committed for one topic at a time, against the open
//! incident they were made for: if a person changed it in between, nothing is kept and the caller decides again.

use std::collections::BTreeMap;

use jiff::Timestamp;
use nabat_crisis::alert::{AlertReason, AlertSubject, NewAlert};
use nabat_crisis::bucket::Bucket;
use nabat_crisis::during::decide::{Decision, Opening, happenings};
use nabat_crisis::during::incident::{Happening, Incident, IncidentStatus, TimelineEntry};
use nabat_crisis::id::{AlertId, IncidentId, SignalId, TopicId};
use nabat_crisis::person::Actor;
use nabat_crisis::signal::NewSignal;

use crate::engine::{Store, Tx, params};
use crate::error::StoreError;
use crate::{alert, fault, incident, signal};

/// Stands for the incident that an earlier decision of the same call opens.
pub const OPENED_HERE: IncidentId = IncidentId(0);

/// That detection must look at a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueMark {
    /// The topic.
    pub topic: TopicId,
    /// The first bucket with something new.
    pub from: Bucket,
    /// How often the mark was touched: tells whether it changed since it was read.
    pub n_touched: i64,
}

/// What detection and decision say of one topic, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Decisions {
    /// The mark they settle, as it was read.
    pub mark: DueMark,
    /// From which bucket to look again; `None` when nothing is left.
    pub next: Option<Bucket>,
    /// The topic's open incident they were made for, as [`Store::open_incident`] gave it.
    pub seen_open: Option<Incident>,
    /// Signals with what they mean, in order of time.
    pub decided: Vec<Decided>,
    /// Whether nobody is told: old posts.
    pub silent: bool,
}

/// A signal and what it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Decided {
    /// What the detector says.
    pub signal: NewSignal,
    /// What follows. An incident to join that was opened by an earlier decision of the same call has the number [`OPENED_HERE`].
    pub decision: Decision,
}

/// What came of decisions.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Decisive {
    /// Signals stored, in order; those we had already are left out.
    pub signals: Vec<SignalId>,
    /// Incidents opened.
    pub opened: Vec<IncidentId>,
    /// Incidents opened earlier that changed.
    pub changed: Vec<IncidentId>,
    /// Alerts put into the outbox.
    pub alerts: Vec<AlertId>,
}

/// The incident an opening makes, before it has a number: what later signals of the same call are decided against.
pub fn opened_here(topic: TopicId, opening: &Opening) -> Incident {
    Incident {
        id: OPENED_HERE,
        topic,
        status: IncidentStatus::Suspected,
        owner: None,
        opened_at: opening.at,
        last_signal_at: opening.at,
        from: opening.from,
        n_told: opening.n_told,
        told_at: opening.at,
        n_repeats: 0,
        closed_at: None,
    }
}

impl Store {
    /// The topics detection must look at, by number.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn due(&self) -> Result<Vec<DueMark>, StoreError> {
        self.read(|tx| tx.all("SELECT topic, bucket, n_touched FROM due ORDER BY topic", [], read_mark)).await
    }

    /// Settles marks of topics about which nothing was decided: `None` takes a mark away, a bucket says where to look again.
    /// A mark that was touched since it was read stays as it is.
    ///
    /// # Errors
    /// Engine failures.
    pub async fn settle_due(&self, marks: Vec<(DueMark, Option<Bucket>)>) -> Result<(), StoreError> {
        self.write(move |tx| marks.iter().try_for_each(|(mark, next)| settle(tx, mark, *next))).await
    }

    /// Commits what was decided about one topic: signals, incidents, timeline, alerts with their deliveries, and the mark.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the topic's open incident is no longer the one the decisions were made for: read it again
    /// and decide again. [`StoreError::DiskFull`], engine failures. Nothing is kept then.
    pub async fn commit_decisions(&self, decisions: Decisions) -> Result<Decisive, StoreError> {
        self.write(move |tx| {
            let topic = decisions.mark.topic;
            if incident::open_of(tx, topic)? != decisions.seen_open {
                return Err(StoreError::Conflict { what: "incident" });
            }
            let mut clerk = Clerk { tx, silent: decisions.silent, opened: None, done: Decisive::default() };
            for decided in &decisions.decided {
                if decided.signal.topic != topic {
                    let id = decided.signal.topic.0;
                    return Err(StoreError::Missing { what: "decision of this call about topic", id });
                }
                clerk.enter(decided)?;
                fault::point(fault::MID_TRANSACTION);
            }
            let done = clerk.done;
            settle(tx, &decisions.mark, decisions.next)?;
            Ok(done)
        })
        .await
    }
}

/// Enters decisions one after another.
struct Clerk<'t, 'c> {
    tx: &'t Tx<'c>,
    silent: bool,
    /// The incident opened last in this call.
    opened: Option<IncidentId>,
    done: Decisive,
}

impl Clerk<'_, '_> {
    fn enter(&mut self, decided: &Decided) -> Result<(), StoreError> {
        let Decided { signal, decision } = decided;
        if let Some(known) = signal::find_same(self.tx, signal)? {
            // We had it: what followed from it is stored, and later decisions of this call go on from there.
            self.opened = Some(known.incident);
            return Ok(());
        }
        let (incident, reason) = match decision {
            Decision::Open(opening) => {
                let id = incident::insert(self.tx, &opened_here(signal.topic, opening))?;
                self.opened = Some(id);
                self.done.opened.push(id);
                (id, Some(AlertReason::First))
            }
            Decision::Join { incident, tell } => {
                let id = self.resolve(incident.id)?;
                incident::replace(self.tx, &Incident { id, ..incident.clone() })?;
                if !self.done.opened.contains(&id) && !self.done.changed.contains(&id) {
                    self.done.changed.push(id);
                }
                (id, *tell)
            }
        };
        let signal_id = signal::insert(self.tx, signal, incident)?;
        self.done.signals.push(signal_id);
        for what in happenings(decision, signal_id) {
            if !self.silent || !matches!(what, Happening::Told(_)) {
                let entry = TimelineEntry { at: signal.at, by: Actor::Nabat, what };
                incident::insert_entry(self.tx, incident, &entry)?;
            }
        }
        if let Some(reason) = reason.filter(|_| !self.silent) {
            let told = alert::put(self.tx, &new_alert(signal, incident, reason), None)?;
            self.done.alerts.extend(told);
        }
        Ok(())
    }

    fn resolve(&self, id: IncidentId) -> Result<IncidentId, StoreError> {
        if id == OPENED_HERE {
            return self.opened.ok_or(StoreError::Missing { what: "incident opened in this call", id: id.0 });
        }
        Ok(id)
    }
}

fn new_alert(signal: &NewSignal, incident: IncidentId, reason: AlertReason) -> NewAlert {
    let detector = signal.evidence.detector();
    NewAlert {
        subject: AlertSubject::Incident(incident),
        reason,
        at: signal.at,
        key: format!("signal:{}:{detector}:{}:{}", signal.topic, signal.at, reason.name()),
    }
}

fn settle(tx: &Tx<'_>, mark: &DueMark, next: Option<Bucket>) -> Result<(), StoreError> {
    match next {
        None => {
            tx.run("DELETE FROM due WHERE topic = ?1 AND n_touched = ?2", [mark.topic.0, mark.n_touched])?
        }
        Some(next) => {
            let sql = "UPDATE due SET bucket = ?3 WHERE topic = ?1 AND n_touched = ?2";
            tx.run(sql, [mark.topic.0, mark.n_touched, next.0])?
        }
    };
    Ok(())
}

fn read_mark(row: &crate::engine::Row<'_>) -> Result<DueMark, StoreError> {
    Ok(DueMark { topic: TopicId(row.get(0)?), from: Bucket(row.get(1)?), n_touched: row.get(2)? })
}

/// Marks of one transaction.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    topics: BTreeMap<i64, i64>,
}

impl Marks {
    /// A mention of a topic is new.
    pub(crate) fn touch(&mut self, topic: i64, published_at: Timestamp) {
        let bucket = Bucket::of(published_at).0;
        self.topics.entry(topic).and_modify(|first| *first = bucket.min(*first)).or_insert(bucket);
    }

    /// Writes them.
    pub(crate) fn flush(self, tx: &Tx<'_>) -> Result<(), StoreError> {
        for (topic, bucket) in self.topics {
            // A number that was used is not used again, even if the mark was taken away in between: the count goes on from the
            // number of events, which only grows.
            let sql = "INSERT INTO due (topic, bucket, n_touched) \
                       VALUES (?1, ?2, (SELECT coalesce(max(seq), 0) FROM event)) \
                       ON CONFLICT (topic) DO UPDATE SET bucket = min(bucket, excluded.bucket), n_touched = n_touched + 1";
            tx.run(sql, params![topic, bucket])?;
        }
        Ok(())
    }
}
